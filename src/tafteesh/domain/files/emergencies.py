"""How a request for emergency access stands at a moment."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.actions.emergency import ASKED_HOLDS, REVIEW_WITHIN
from tafteesh.domain.files.models import Emergency
from tafteesh.foundation.access.actor import Actor

WORDS: dict[str, LazyText] = {
    "asked": _("Waits for a second person"),
    "lapsed": _("Nobody agreed in time"),
    "refused": _("Not agreed to"),
    "open": _("Open for reading"),
    "to_review": _("Closed; to be reviewed"),
    "overdue": _("Closed; the review is late"),
    "reviewed": _("Reviewed"),
}


@dataclass(frozen=True)
class Standing:
    """One request and its state."""

    row: Emergency
    state: str

    @property
    def words(self) -> LazyText:
        return WORDS[self.state]


def state_of(row: Emergency, by: Actor) -> str:
    """asked, lapsed, refused, open, to_review, overdue or reviewed."""
    if row.decided_at is None:
        return "asked" if by.now - row.asked_at <= ASKED_HOLDS else "lapsed"
    if row.grant is None or row.grant.until_at is None:
        return "refused"
    if row.grant.until_at > by.now:
        return "open"
    if row.review:
        return "reviewed"
    return "overdue" if by.now - row.grant.until_at > REVIEW_WITHIN else "to_review"


def standing(by: Actor, *, most: int = 100) -> list[Standing]:
    """The newest requests that she may see."""
    rows: QuerySet[Emergency] = Emergency.objects.visible_to(by)
    newest = rows.select_related("grant", "asked_by", "decided_by").order_by("-asked_at", "-pk")
    return [Standing(row, state_of(row, by)) for row in newest[:most]]
