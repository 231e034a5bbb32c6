"""What may go wrong with her money: somebody asked for a part of it, or it cannot reach her alone."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet, Subquery, TextChoices
from django.utils.translation import pgettext_lazy

from tafteesh.domain.compensation.models import AccountCheck, Claim, UnpaidSpell
from tafteesh.domain.compensation.spells import spells_on
from tafteesh.domain.legalaid.models import Complaint
from tafteesh.foundation.access.actor import Actor

PAGE = 50


class Trouble(TextChoices):
    """Why an account is not ready for her money."""

    NOT_CHECKED = "not_checked", pgettext_lazy("account", "Nobody has checked it")
    NONE = "none", pgettext_lazy("account", "She has no account")
    NOT_HERS = "not_hers", pgettext_lazy("account", "It is not in her own name alone")
    DRAWN = "drawn", pgettext_lazy("account", "Somebody else can draw from it")
    DRAWN_NOT_KNOWN = "drawn_not_known", pgettext_lazy("account", "Who can draw is not known")
    NOT_ACTIVE = "not_active", pgettext_lazy("account", "It is not active, or nobody knows")
    NOT_REACHED = "not_reached", pgettext_lazy("account", "She cannot reach it, or nobody knows")


def troubles_of(check: AccountCheck | None) -> list[Trouble]:
    """Everything that stands between her money and her; nothing where the account is ready."""
    if check is None:
        return [Trouble.NOT_CHECKED]
    if check.holder == AccountCheck.Holder.NONE:
        return [Trouble.NONE]
    said = AccountCheck.Said
    found = {
        Trouble.NOT_HERS: check.holder not in AccountCheck.OWN,
        Trouble.DRAWN: check.others_can_draw == said.YES,
        Trouble.DRAWN_NOT_KNOWN: check.others_can_draw == said.NOT_KNOWN,
        Trouble.NOT_ACTIVE: check.is_active != said.YES,
        Trouble.NOT_REACHED: check.can_be_reached != said.YES,
    }
    return [trouble for trouble, is_so in found.items() if is_so]


@dataclass(frozen=True)
class Watched:
    """One claim whose money is ordered and cannot safely reach her yet."""

    claim: Claim
    paise: int
    days: int
    check: AccountCheck | None

    @property
    def troubles(self) -> list[Trouble]:
        return troubles_of(self.check)


def not_ready(actor: Actor) -> "QuerySet[UnpaidSpell]":
    """Claims with ordered money and no account that is ready for it, the longest waiting first."""
    checks = AccountCheck.objects.visible_to(actor).filter(withdrawn_at=None)
    last = checks.filter(claim=OuterRef("claim")).order_by("-checked_on", "-pk").values("pk")[:1]
    ready = checks.filter(AccountCheck.READY, pk=OuterRef("last_check"))
    rows = spells_on(actor, actor.today).annotate(last_check=Subquery(last))
    return rows.filter(~Exists(ready)).order_by("first_ordered_on", "claim_id")


def watched(actor: Actor, start: int = 0) -> list[Watched]:
    """A page of those claims, each with its last check."""
    spells = list(not_ready(actor)[start : start + PAGE])
    claims = (
        Claim.objects.visible_to(actor)
        .select_related("survivor_file")
        .in_bulk([spell.claim_id for spell in spells])
    )
    checks = AccountCheck.objects.visible_to(actor).in_bulk(
        [spell.last_check for spell in spells if spell.last_check]  # type: ignore[attr-defined] # annotated by not_ready
    )
    return [
        Watched(
            claims[spell.claim_id],
            spell.paise,
            (actor.today - spell.first_ordered_on).days,
            checks.get(spell.last_check),  # type: ignore[attr-defined] # the same
        )
        for spell in spells
        if spell.claim_id in claims
    ]


def open_complaints(actor: Actor) -> "QuerySet[Complaint]":
    """Money that was asked of her and that nobody has handed on yet, the oldest first."""
    rows: QuerySet[Complaint] = Complaint.objects.visible_to(actor).filter(
        withdrawn_at=None, handed_on=None
    )
    return rows.select_related("survivor_file").order_by("asked_on", "pk")
