"""Forms of the first talks. Nothing in them is compulsory."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.care.models import IntakeMark, Telling
from tafteesh.domain.files.models import Identity
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.kernel.ages import read_age
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.interfaces.web.form_fields import AboutDayField, ActorForm, NoAnswerField
from tafteesh.interfaces.web.picking import PickField
from tafteesh.interfaces.web.survivor_files.forms import SEALED_HINT


class AgeField(AboutDayField):
    """How old she is, or when she was born: 16, 17 or 18, about 16, or a day. What stood there stays as it stood."""

    kept: ApproxDate | None = None

    def to_python(self, value: Any) -> ApproxDate | None:
        """The days on which she can have been born. Raises ValidationError in plain words."""
        if self.kept and str(value or "").strip() == self.prepare_value(self.kept):
            return self.kept
        if found := read_age(str(value or ""), today=self.today):
            return found
        try:
            return super().to_python(value)
        except ValidationError as fault:
            if fault.code != "not_a_day":
                raise
            like = _("Write it like 16, 17 or 18, about 16, or 14-12-2009")
            raise ValidationError(like, code="not_an_age") from None


class MinimumForm(ActorForm):
    """Eight questions, in her words; each may stay empty or say why it does."""

    name_used = forms.CharField(
        label=gettext_lazy("1. What is she called?"), help_text=SEALED_HINT, required=False
    )
    name_on_papers = forms.CharField(
        label=gettext_lazy("2. Her name on papers"), help_text=SEALED_HINT, required=False
    )
    name_answer = NoAnswerField(label=gettext_lazy("2. Her name on papers"))
    born = AgeField(
        label=gettext_lazy("3. How old is she?"),
        help_text=gettext_lazy("Like 16, 17 or 18, about 16, or her birthday"),
        required=False,
    )
    born_answer = NoAnswerField(label=gettext_lazy("3. How old is she?"))
    gender = forms.ChoiceField(
        label=gettext_lazy("4. Gender, as she says"),
        choices=Identity.Gender.choices,
        initial=Identity.Gender.NOT_ASKED,
        required=False,
    )
    block = forms.CharField(label=gettext_lazy("5. Which block?"), required=False)
    address = forms.CharField(
        label=gettext_lazy("6. Village or address"), help_text=SEALED_HINT, required=False
    )
    relation_name = forms.CharField(
        label=gettext_lazy("7. Name of a parent, husband or guardian"),
        help_text=SEALED_HINT,
        required=False,
    )
    relation_answer = NoAnswerField(
        label=gettext_lazy("7. Name of a parent, husband or guardian"),
    )
    phone = forms.CharField(label=gettext_lazy("8. Phone"), help_text=SEALED_HINT, required=False)
    phone_answer = NoAnswerField(label=gettext_lazy("8. Phone"))

    def __init__(
        self, *args: Any, written: Iterable[str] = (), born: ApproxDate | None = None, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["born"].kept = born  # type: ignore[attr-defined] # an AgeField
        for name in written:
            self.fields[name].help_text = _("Written and sealed. An empty box leaves it as it is.")


class TellingForm(ActorForm):
    """She told it already: to whom, when, and in which paper it stands. What it was is not asked."""

    to_whom = forms.ChoiceField(
        label=gettext_lazy("To whom did she tell it?"),
        choices=Telling.ToWhom.choices,
        widget=forms.RadioSelect,
    )
    told = AboutDayField(
        label=gettext_lazy("When?"),
        help_text=gettext_lazy("Like 14-12-2026, or as told: before Holi"),
        required=False,
    )
    paper = PickField(
        label=gettext_lazy("In which paper does it stand?"),
        help_text=gettext_lazy("Read it there instead of asking her again."),
        required=False,
    )

    def __init__(self, *args: Any, papers: list[Paper], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["paper"].offer(papers, _paper_words)  # type: ignore[attr-defined] # a PickField


def _paper_words(paper: Paper) -> str:
    day = f" {paper.dated_on:%d-%m-%Y}" if paper.dated_on else ""
    return f"{paper.get_kind_display()}{day}"


class MarkForm(ActorForm):
    """Where a part of the intake stands."""

    state = forms.ChoiceField(choices=IntakeMark.State.choices)
    court = forms.ChoiceField(choices=[("", ""), *IntakeMark.Court.choices], required=False)
