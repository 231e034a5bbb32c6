"""Comparing with another office: what is asked, and what is said when something cannot be taken."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.comparisons import actions, carrier
from tafteesh.domain.comparisons.actions import answering
from tafteesh.domain.comparisons.models import Match
from tafteesh.domain.comparisons.ours import NotThisSecret
from tafteesh.domain.comparisons.rules import FEWEST
from tafteesh.domain.comparisons.secret import LEAST, SecretTooWeak
from tafteesh.foundation.access.models import Organisation
from tafteesh.interfaces.web.asking import Faults
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.picking import PickField

WEAK = gettext_lazy(
    "This can be guessed. Take the one proposed above, or at least {n} letters and digits of your own."
)
SECRET: Faults = {
    SecretTooWeak: ("secret", format_lazy(WEAK, n=LEAST)),
    NotThisSecret: (
        "secret",
        gettext_lazy(
            "This is not the secret with which the comparison was begun. Look at the paper again, or ask"
            " the other office to read it out."
        ),
    ),
    actions.TooFewAgree: (
        None,
        format_lazy(
            gettext_lazy(
                "Fewer than {n} survivors agree to be compared with this office. Among so few each could be"
                " guessed. Ask more of them first, in their files."
            ),
            n=FEWEST,
        ),
    ),
}
BEGINNING: Faults = {
    SecretTooWeak: ("secret", format_lazy(WEAK, n=LEAST)),
    actions.SecretUsedBefore: (
        "secret",
        gettext_lazy("This secret was used before. Agree on a new one for each comparison."),
    ),
    actions.OwnOffice: ("to", gettext_lazy("This is your own office. Choose another.")),
}
FILE: Faults = {
    carrier.NotSuchAFile: (
        "file",
        gettext_lazy("This is no file of a comparison. Ask the other office for the file that their system wrote."),
    ),
    carrier.OtherVersion: (
        "file",
        gettext_lazy(
            "This file was written by another version of the system. Both offices need the same version;"
            " then it is written again."
        ),
    ),
    carrier.TooLarge: (
        "file",
        gettext_lazy("This is larger than 8 MB. No file of a comparison is so large; it is another file."),
    ),
    carrier.Damaged: (
        "file",
        gettext_lazy("This file was damaged or changed on its way. Ask for it once more."),
    ),
    carrier.WrongSecret: (
        "file",
        gettext_lazy(
            "The other office sealed this file with another secret. Compare the two secrets by voice; one"
            " of you begins again."
        ),
    ),
    actions.OurOwnFile: (
        "file",
        gettext_lazy("This is the file that your own office wrote. Choose theirs."),
    ),
}  # fmt: skip
READING: Faults = {
    **SECRET,
    **FILE,
    carrier.OtherKind: (
        "file",
        gettext_lazy("These are their answers. First read their sealed comparison file."),
    ),
    actions.SameFileAgain: (
        "file",
        gettext_lazy("This very file was read before. Its pairs stand in this comparison."),
    ),
    actions.HasTheirFile: (
        "file",
        gettext_lazy("This comparison has their file already. Begin a new one for a newer file."),
    ),
    actions.NotForUs: (
        "file",
        gettext_lazy("This file was not written by that office for yours. Ask them which file they sent."),
    ),
    actions.OtherRules: (
        "file",
        gettext_lazy(
            "One office salts by year of birth and the other does not. Agree, and one of you begins again."
        ),
    ),
    actions.TooOld: (
        "file",
        gettext_lazy(
            "This file is older than 30 days; somebody in it may have changed her mind. Ask for a new one."
        ),
    ),
    actions.TooFewOfTheirs: (
        "file",
        format_lazy(
            gettext_lazy("This file holds fewer than {n} survivors, so it asks for single persons. It is not read."),
            n=FEWEST,
        ),
    ),
}  # fmt: skip
ANSWERS: Faults = {
    **SECRET,
    **FILE,
    carrier.OtherKind: (
        "file",
        gettext_lazy("This is their sealed comparison file, not their answers. Choose the other file."),
    ),
    answering.OfAnotherComparison: (
        "file",
        gettext_lazy("These answers are about another comparison. Choose the file of this one."),
    ),
    answering.SameAnswersAgain: (
        "file",
        gettext_lazy("This very file was read before. Nothing is new in it."),
    ),
    answering.NotReadYet: (None, gettext_lazy("First read their sealed comparison file.")),
}  # fmt: skip
ANSWERING: Faults = {
    answering.AnsweredAlready: (None, gettext_lazy("This pair was answered already.")),
    answering.SheDidNotAgree: (
        "answer",
        gettext_lazy("She does not agree to it any more, so nothing is told of her. Choose the other answer."),
    ),
}  # fmt: skip
ANSWER_LABELS = [
    (Match.Answer.REVEALS.value, gettext_lazy("Tell them, if they say so too")),
    (Match.Answer.REFUSES.value, gettext_lazy("Do not tell them")),
]


class SecretForm(ActorForm):
    """The secret, and nothing else."""

    secret = forms.CharField(
        label=gettext_lazy("The secret of this comparison"),
        help_text=gettext_lazy("It is kept nowhere: it is on your paper. Spaces, hyphens and capitals do not matter."),
        max_length=400,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip


class FileForm(SecretForm):
    """A file of theirs, and the secret."""

    file = forms.FileField(
        label=gettext_lazy("The file that the other office sent"), allow_empty_file=True
    )
    field_order = ("file", "secret")

    def clean_file(self) -> bytes:
        """Its bytes, if it is not far too large."""
        upload = self.cleaned_data["file"]
        if upload.size > carrier.MOST_BYTES:
            raise ValidationError(str(FILE[carrier.TooLarge][1]), code="too_large")
        content: bytes = upload.read()
        return content


class BeginForm(ActorForm):
    """With which office, with which secret, salted or not."""

    to = PickField(label=gettext_lazy("With which office?"))
    secret = forms.CharField(
        label=gettext_lazy("The secret that both offices agreed on"),
        help_text=gettext_lazy("Read it out over the telephone or hand it over on paper. Never send it with the file."),
        max_length=400,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    again = forms.CharField(
        label=gettext_lazy("The secret once more"),
        max_length=400,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    is_salted = forms.BooleanField(
        label=gettext_lazy("Salt by year of birth"),
        help_text=gettext_lazy(
            "Only if both offices do. It makes attacks harder, and misses everybody whose year of birth is not"
            " the same in both."
        ),
        required=False,
    )

    def __init__(self, *args: Any, organisations: list[Organisation], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["to"].offer(organisations, lambda row: row.name)  # type: ignore[attr-defined] # a PickField

    def clean(self) -> dict[str, Any]:
        """Typed twice, because nobody can look it up afterwards."""
        given = super().clean() or self.cleaned_data
        if given.get("secret") and given.get("again") and given["secret"] != given["again"]:
            self.add_error("again", _("The two are not the same. Type both again."))
        return given


class AnswerForm(ActorForm):
    """Whether they may learn of our file, and why."""

    answer = forms.ChoiceField(
        label=gettext_lazy("May they learn of our file?"),
        choices=ANSWER_LABELS,
        widget=forms.RadioSelect,
    )
    why = forms.ChoiceField(
        label=gettext_lazy("Why?"), choices=Match.Why.choices, widget=forms.RadioSelect
    )
    contact = forms.CharField(
        label=gettext_lazy("How can they reach her worker?"),
        help_text=gettext_lazy("Telephone of the office. Her worker's name goes with it by itself; nothing of hers does."),
        max_length=80,
        required=False,
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Whom they shall call has to be said, if they may."""
        given = super().clean() or self.cleaned_data
        if given.get("answer") == Match.Answer.REVEALS and not given.get("contact"):
            self.add_error("contact", _("Write a telephone of your office, so that they can call."))
        return given
