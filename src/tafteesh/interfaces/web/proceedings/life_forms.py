"""What is asked about bail, seized things, her evidence, a police diary, and a case in a higher court."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.models import (
    Accused,
    BailCondition,
    Deposition,
    Fir,
    Litigation,
    LitigationOrder,
    OrderHelps,
    PoliceDiary,
    SameAccused,
    SeizedThing,
)
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.picking import PickField
from tafteesh.interfaces.web.proceedings.steps import accused_words, paper_words

YES_NO = [("", _("Not known")), ("yes", _("Yes")), ("no", _("No"))]


class ConditionForm(ActorForm):
    """One condition of bail."""

    kind = forms.ChoiceField(
        label=_("Condition"), choices=BailCondition.Kind.choices, widget=forms.RadioSelect
    )
    set_on = DayField(label=_("Since"), required=False)
    words = forms.CharField(
        label=_("In the words of the order"),
        required=False,
        max_length=600,
        help_text=_("Sealed when it is saved"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class BreachForm(ActorForm):
    """Which condition was broken, when, and what was done to her."""

    on = DayField(label=_("On which day"))
    condition = PickField(label=_("Which condition"), required=False)
    kind = forms.ChoiceField(label=_("What happened?"), choices=())
    note = forms.CharField(
        label=_("In her words"),
        required=False,
        help_text=_("Sealed: only those who may open her file can read it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self,
        *args: object,
        conditions: Iterable[BailCondition],
        kinds: list[tuple[str, object]],
        **more: object,
    ) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type] # what ActorForm takes
        picked, kind = self.fields["condition"], self.fields["kind"]
        picked.offer(conditions, lambda row: str(row.get_kind_display()))  # type: ignore[attr-defined] # a PickField
        kind.choices = kinds  # type: ignore[attr-defined] # of a choice field


class ToldForm(ActorForm):
    """When police and court were told of a breach."""

    police = DayField(label=_("Complaint to the police"), required=False)
    court = DayField(label=_("Application to cancel the bail"), required=False)


class SeizureForm(ActorForm):
    """A thing of the seizure list."""

    kind = forms.ChoiceField(label=_("What was seized"), choices=SeizedThing.Kind.choices)
    seized_on = DayField(label=_("Seized on"), required=False)
    taken_from = PickField(label=_("Taken from which accused"), required=False)
    kept_at = forms.CharField(
        label=_("Where it is kept"),
        required=False,
        max_length=120,
        help_text=_("Like malkhana of the police station, or forensic laboratory"),
    )
    sent_for_test_on = DayField(label=_("Sent for a test on"), required=False)
    returned_on = DayField(label=_("Given back on"), required=False)
    paper = PickField(label=_("Seizure list"), required=False)

    def __init__(
        self, *args: object, accused: list[Accused], papers: list[Paper], **more: object
    ) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type] # what ActorForm takes
        people, proofs = self.fields["taken_from"], self.fields["paper"]
        people.offer(accused, accused_words)  # type: ignore[attr-defined] # a PickField
        proofs.offer(papers, paper_words)  # type: ignore[attr-defined] # a PickField


class SameAccusedForm(ActorForm):
    """Another accused, in another FIR that she reaches, who may be the same man."""

    other = PickField(label=_("Which accused"))

    def __init__(self, *args: object, others: list[Accused], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type] # what ActorForm takes
        picked = self.fields["other"]
        picked.offer(others, in_his_fir)  # type: ignore[attr-defined] # a PickField


def in_his_fir(row: Accused) -> str:
    """An accused by his FIR, number and part."""
    return f"{row.fir.reference} · {accused_words(row)}"


class SecondLookForm(ActorForm):
    """A second person's answer."""

    answer = forms.ChoiceField(
        label=_("Do you think it is the same man?"),
        choices=[
            (SameAccused.Answer.POSSIBLE, _("Possibly")),
            (SameAccused.Answer.DIFFERENT, _("No, two different men")),
        ],
        widget=forms.RadioSelect,
    )


class DepositionForm(ActorForm):
    """Her evidence: arranged, or given."""

    how = forms.ChoiceField(
        label=_("How did she give evidence?"),
        choices=Deposition.How.choices,
        widget=forms.RadioSelect,
    )
    on = DayField(label=_("On which day"), required=False)
    court_is_elsewhere = forms.ChoiceField(
        label=_("Is the court in another State than hers?"), choices=YES_NO, required=False
    )
    link_asked_on = DayField(label=_("Video link asked for on"), required=False)
    link_allowed_on = DayField(label=_("Video link allowed on"), required=False)
    place = forms.CharField(
        label=_("From where she spoke"),
        required=False,
        max_length=120,
        help_text=_("Like Barasat court or DLSA office"),
    )
    went_with = forms.MultipleChoiceField(
        label=_("Who went with her"),
        choices=Deposition.With.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class DiaryForm(ActorForm):
    """A diary of a police station."""

    kind = forms.ChoiceField(
        label=_("Which diary"), choices=PoliceDiary.Kind.choices, widget=forms.RadioSelect
    )
    station = forms.CharField(label=_("Police station"), max_length=120)
    number = forms.CharField(label=_("Number of the entry"), max_length=40, required=False)
    on = DayField(label=_("Day of the entry"))
    paper = PickField(label=_("Paper that proves it"), required=False)

    def __init__(self, *args: object, papers: list[Paper], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type] # what ActorForm takes
        proofs = self.fields["paper"]
        proofs.offer(papers, paper_words)  # type: ignore[attr-defined] # a PickField


class BecameForm(ActorForm):
    """The FIR that a diary became."""

    fir = PickField(label=_("Which FIR"))

    def __init__(self, *args: object, firs: list[Fir], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type] # what ActorForm takes
        picked = self.fields["fir"]
        picked.offer(firs, lambda row: str(row.reference))  # type: ignore[attr-defined] # a PickField


class LitigationForm(ActorForm):
    """What a higher court is asked."""

    stage = forms.ChoiceField(label=_("Stage"), choices=Litigation.Stage.choices)
    petitioner = forms.ChoiceField(label=_("Who asks"), choices=Litigation.Petitioner.choices)
    respondents = forms.CharField(
        label=_("Against whom"),
        required=False,
        max_length=300,
        help_text=_("Offices and authorities, like the State of West Bengal. No name of a person."),
    )
    questions = forms.CharField(
        label=_("Questions of law"),
        required=False,
        max_length=2000,
        help_text=_("One in a line. No name of a person."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class LitigationOrderForm(ActorForm):
    """What the higher court said."""

    on = DayField(label=_("Day of the order"))
    kind = forms.ChoiceField(
        label=_("Which order"), choices=LitigationOrder.Kind.choices, widget=forms.RadioSelect
    )
    says = forms.CharField(
        label=_("What it directs"),
        required=False,
        max_length=2000,
        help_text=_("In the words of the order. No name of a person."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    comply_by = DayField(label=_("To be done by"), past_only=False, required=False)
    complied_on = DayField(label=_("Done on"), required=False)


class HelpsForm(ActorForm):
    """Another survivor whom the order helps."""

    number = forms.CharField(label=_("File number"), max_length=40)
    how = forms.ChoiceField(
        label=_("How"), choices=OrderHelps.How.choices, widget=forms.RadioSelect
    )
