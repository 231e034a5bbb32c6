"""What of her page can be spoken: fixed sentences, days and numbers, each recorded once and put together."""

from typing import Any

from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tafteesh.interfaces.web.her_page.contents import OTHER_STEP, STEPS, step_piece
from tafteesh.interfaces.web.her_page.far import CHOICES, LINES

SENTENCES: dict[str, LazyText] = {
    "hides": _("The button above hides everything at once."),
    "next-date": pgettext_lazy("her page", "Next date"),
    "today": _("Today."),
    "tomorrow": _("Tomorrow."),
    "days-from-now": pgettext_lazy("spoken after a number", "days from now"),
    "who-comes": _("We tell you who comes with you."),
    "no-date": _("No date is known now. We tell you when there is one."),
    "how-far": pgettext_lazy("her page", "How far"),
    **{f"far-{n}": line for n, line in enumerate(LINES)},
    "your-money": pgettext_lazy("her page", "Your money"),
    "you-get": _("You are to get"),
    "came": _("Came to you"),
    "not-yet": _("Not yet received"),
    "rupees": pgettext_lazy("spoken after a number", "rupees"),
    "days-waiting": pgettext_lazy("spoken after a number", "days of waiting"),
    "not-your-fault": _("It is the office's turn. It is not your fault."),
    "all-came": _("All of it came."),
    "no-money": _("Nothing has been decided yet. We are at work on it."),
    "with-you": pgettext_lazy("her page", "Who is with you"),
    "your-worker": _("Your worker is with you."),
    "no-worker": _("We tell you soon who is with you."),
    "your-lawyer": _("You have a lawyer."),
    "you-pay-nothing": _("You pay nothing."),
    "no-lawyer": _("You have no lawyer yet. You can have one and pay nothing."),
    "what-next": pgettext_lazy("her page", "What we do next"),
    **{step_piece(kind): words for kind, words in STEPS.items()},
    "step-other": OTHER_STEP,
    "ask-us": _("Ask us: we say what comes next."),
    "you-decide": pgettext_lazy("her page", "You decide"),
    **{f"may-{purpose}": question for purpose, question in CHOICES.items()},
    "yes": pgettext_lazy("her page", "Yes"),
    "no": pgettext_lazy("her page", "No"),
    "not-asked": pgettext_lazy("her page", "Not asked yet"),
    "say-no": _("You can say no to anything, at any time. Nothing is lost by it."),
    "said-wrong": _("Thank you for saying it. Somebody else will talk with you about it, alone."),
    "said-call": _("You will be called, at a time that is safe for you."),
    "said-no": _("It is no from now on."),
}
DAYS: dict[str, Any] = {
    **{f"weekday-{n}": word for n, word in WEEKDAYS.items()},
    **{f"month-{n}": word for n, word in MONTHS.items()},
}
LARGE: dict[str, LazyText] = {
    "hundred": pgettext_lazy("spoken after a number", "hundred"),
    "thousand": pgettext_lazy("spoken after a number", "thousand"),
    "lakh": pgettext_lazy("spoken after a number", "lakh"),
    "crore": pgettext_lazy("spoken after a number", "crore"),
}
NUMBERS: dict[str, Any] = {**{f"n-{n}": str(n) for n in range(100)}, **LARGE}
GROUPS: dict[str, tuple[LazyText, dict[str, Any]]] = {
    "sentences": (_("Sentences"), SENTENCES),
    "days": (_("Days and months"), DAYS),
    "numbers": (_("Numbers"), NUMBERS),
}


def group_of(piece: str) -> str:
    """In which group a piece stands; empty when there is no such piece."""
    return next((name for name, (_label, pieces) in GROUPS.items() if piece in pieces), "")
