"""Acts and their sections, as charge sheets cite them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tafteesh.reference.rows import ReferenceRow


class Act(ReferenceRow):
    """An Act. Its key is how papers cite it: IPC, BNS, ITPA, POCSO."""

    name = models.TextField()
    short_name = models.TextField()
    name_bn = models.TextField(blank=True)
    name_hi = models.TextField(blank=True)
    year = models.PositiveSmallIntegerField()
    replaced_by = models.ForeignKey(
        "self", models.PROTECT, related_name="replaced", null=True, blank=True
    )

    class Meta(ReferenceRow.Meta):
        pass

    class Privacy:
        open = ReferenceRow.ROW | {
            "name", "short_name", "name_bn", "name_hi", "year", "replaced_by",
        }  # fmt: skip


class Family(models.TextChoices):
    """What a section is about, in the programme's words."""

    TRAFFICKING = "trafficking", _("Trafficking and exploitation of a trafficked person")
    BUYING_AND_SELLING = "buying_and_selling", _("Procuring, selling, buying, importing a person")
    PROSTITUTION = "prostitution", _("Brothels and living on prostitution")
    LABOUR = "labour", _("Slavery, bonded and child labour")
    KIDNAPPING = "kidnapping", _("Kidnapping and abduction")
    CONFINEMENT = "confinement", _("Restraint and confinement")
    SEXUAL = "sexual", _("Rape and other sexual violence")
    DOMESTIC = "domestic", _("Cruelty, dowry, violence at home")
    CHILD_MARRIAGE = "child_marriage", _("Child marriage")
    CHILD_HARM = "child_harm", _("Other harm to a child")
    HURT = "hurt", _("Hurt, acid, poison, death")
    THREAT = "threat", _("Threats, insults, extortion")
    CHEATING = "cheating", _("Cheating, forgery, false papers")
    TOGETHER = "together", _("Acting together: common intention, abetment, conspiracy")
    ORGANISED = "organised", _("Organised crime")
    ATROCITY = "atrocity", _("Atrocity against a Scheduled Caste or Tribe")
    ONLINE = "online", _("Online")
    WEAPONS = "weapons", _("Weapons")
    IDENTITY = "identity", _("Disclosing her identity")
    JUSTICE = "justice", _("Public servants, false evidence, disobedience")
    OTHER = "other", _("Other")


class Section(ReferenceRow):
    """A section of an Act. `valid_from` and `valid_to` are days of the OFFENCE, not of the FIR."""

    Family = Family

    act = models.ForeignKey(Act, models.PROTECT, related_name="sections")
    number = models.TextField()  # as cited: "370(4)", "376DA"
    parent = models.ForeignKey(
        "self", models.PROTECT, related_name="subsections", null=True, blank=True
    )
    title = models.TextField()
    counterpart_keys = ArrayField(models.TextField(), default=list, blank=True)
    min_imprisonment = models.TextField(blank=True)
    max_imprisonment = models.TextField(blank=True)
    fine = models.TextField(blank=True)
    cognizable = models.TextField(blank=True)
    bailable = models.TextField(blank=True)
    triable_by = models.TextField(blank=True)
    victim_scope = models.TextField(blank=True)
    limitation = models.TextField(blank=True)  # for taking cognizance
    flags = ArrayField(models.TextField(), default=list, blank=True)  # W, I2, T2, A6, ID, FM
    family = models.TextField(choices=Family)
    is_offence = models.BooleanField(default=True)  # not a definition, a duty or a power
    is_trafficking = models.BooleanField(default=False)  # IPC 370, 370A; BNS 143, 144
    is_sexual = models.BooleanField(default=False)
    is_child_offence = models.BooleanField(default=False)
    is_itpa = models.BooleanField(default=False)
    calls_for_ahtu = models.BooleanField(default=False)  # Calcutta High Court, 5 July 2018

    class Meta(ReferenceRow.Meta):
        constraints = [
            *ReferenceRow.Meta.constraints,
            models.UniqueConstraint(
                name="one_section_a_number_in_an_act", fields=["act", "number"]
            ),
            models.CheckConstraint(
                name="family_of_a_section_is_on_the_list", condition=Q(family__in=Family.values)
            ),
        ]

    class Privacy:
        open = ReferenceRow.ROW | {
            "act", "number", "parent", "title", "counterpart_keys", "min_imprisonment",
            "max_imprisonment", "fine", "cognizable", "bailable", "triable_by", "victim_scope",
            "limitation", "flags", "family", "is_offence", "is_trafficking", "is_sexual",
            "is_child_offence", "is_itpa", "calls_for_ahtu",
        }  # fmt: skip
