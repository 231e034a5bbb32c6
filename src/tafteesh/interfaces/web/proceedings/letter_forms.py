"""Forms of a letter: which one, how it went out, what came back, why it is taken back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.actions import WhyTakenBack
from tafteesh.domain.proceedings.models import Letter
from tafteesh.interfaces.letters import drafting
from tafteesh.interfaces.letters.facts import OF_REPORTS
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.picking import PickField
from tafteesh.interfaces.web.proceedings.steps import paper_words

LANGUAGES = (("en", "English"), ("bn", "বাংলা"), ("hi", "हिन्दी"))


class LetterForm(ActorForm):
    """Which letter, to whom, in which language."""

    kind = forms.ChoiceField(
        label=_("Which letter"),
        choices=[one for one in Letter.Kind.choices if one[0] not in OF_REPORTS],
    )
    addressee = forms.CharField(
        label=_("To whom"),
        max_length=160,
        required=False,
        help_text=_(
            "The post and office, no name of a survivor. Empty: the office that follows from the FIR,"
            " where there is one."
        ),
    )
    language = forms.ChoiceField(
        label=_("Language"),
        choices=LANGUAGES,
        widget=forms.RadioSelect,
        initial="en",
        help_text=_("Hindi for an office of another State"),
    )
    survivor = PickField(
        label=_("About which survivor"),
        required=False,
        help_text=_("Only for letters about a lawyer or about money"),
    )

    def __init__(self, *args: Any, survivors: list[SurvivorFile], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["survivor"].offer(survivors, lambda row: row.number)  # type: ignore[attr-defined] # a PickField


class FileLetterForm(ActorForm):
    """Which letter about a survivor alone, to whom, in which language."""

    kind = forms.ChoiceField(
        label=_("Which letter"),
        choices=[one for one in Letter.Kind.choices if one[0] in drafting.WITHOUT_FIR],
    )
    addressee = forms.CharField(
        label=_("To whom"),
        max_length=160,
        required=False,
        help_text=_(
            "The post and office, no name of a survivor. Empty: the office that follows from the police"
            " station of the diary, where there is one."
        ),
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=LANGUAGES, widget=forms.RadioSelect, initial="en"
    )


class _WithPaper(ActorForm):
    """A form that takes a paper of the survivors of the FIR."""

    takes = "proof"

    def __init__(self, *args: Any, papers: list[Paper], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields[self.takes].offer(papers, paper_words)  # type: ignore[attr-defined] # a PickField


class SentForm(_WithPaper):
    """When and how it went out, and by when an answer is due."""

    on = DayField(label=_("Sent on"))
    way = forms.ChoiceField(label=_("How"), choices=Letter.Way.choices)
    proof = PickField(
        label=_("Proof that it went out"),
        required=False,
        help_text=_("The receipt, added to her papers. You can add it later."),
    )
    reply_due_on = DayField(
        label=_("Answer due"),
        required=False,
        past_only=False,
        help_text=_("Empty: thirty days later. A task reminds you of it."),
    )


class ProofForm(_WithPaper):
    """The receipt."""

    proof = PickField(label=_("Proof that it went out"))


class AnsweredForm(_WithPaper):
    """When an answer came, and what it says."""

    takes = "paper"

    answered_on = DayField(label=_("Answered on"))
    reply = forms.ChoiceField(
        label=_("What it says"), choices=Letter.Reply.choices, widget=forms.RadioSelect
    )
    is_oral = forms.BooleanField(
        label=_("Only by word of mouth"),
        required=False,
        help_text=_("It is kept, and does not count as an answer in the figures"),
    )
    paper = PickField(label=_("The answer on paper"), required=False)


class TakeBackForm(ActorForm):
    """Why a letter that did not go out is taken back."""

    reason = forms.ChoiceField(
        label=_("Why"), choices=WhyTakenBack.choices, widget=forms.RadioSelect
    )
