"""The kinds of "no answer", each with a word of its own. Never blank, never 0, never a made-up day."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Answer(TextChoices):
    """Whether there is an answer, and if not, which kind of none."""

    KNOWN = "known", _("Known")
    UNKNOWN = "unknown", _("Does not know (was asked)")
    NOT_ASKED = "not_asked", _("Not asked yet")
    DECLINED = "declined", _("Prefers not to say")
    NA = "na", _("Not applicable")
    ILLEGIBLE = "illegible", _("Cannot be read on the paper")
