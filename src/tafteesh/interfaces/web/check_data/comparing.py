"""Check data > Compare with another office: sealed files out and in, pairs, and what both agree to tell."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.comparisons import actions, rules
from tafteesh.domain.comparisons.actions import answering
from tafteesh.domain.comparisons.models import Comparison, Match
from tafteesh.domain.comparisons.queries import SHOWN, State, comparisons, pairs
from tafteesh.domain.comparisons.secret import propose
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, Faults, ask, found
from tafteesh.interfaces.web.check_data import comparing_forms as forms
from tafteesh.interfaces.web.drafts.queries import with_draft
from tafteesh.interfaces.web.links import address_to_be
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.sign_in.fresh import proved_lately
from tafteesh.interfaces.web.templatetags.shapes import Line, Words

TONES = {
    State.OURS_TO_SAY: "warn", State.THEIRS_TO_SAY: "info", State.CODE_TO_COME: "info",
    State.TOLD: "ok", State.NOT_TOLD: "plain",
}  # fmt: skip


def like(score: int) -> str:
    """How alike two filters are, as a share of one."""
    return f"{score / 1000:.2f}"


def _code(letters: str) -> SafeString:
    """Letters that mean nothing in any language."""
    return format_html("<code>{}</code>", letters)


@page(Permission.OFFICES_COMPARE)
def all_of_ours(request: StaffRequest) -> HttpResponse:
    """The comparisons of her office."""
    rows = list(comparisons(request.actor)[:50])
    return show(request, "check_data/compare.html", comparisons=rows, fewest=rules.FEWEST)


@page(Permission.OFFICES_COMPARE, writes=("POST",))
def new(request: StaffRequest) -> HttpResponse:
    """Begin one: with whom, and with which secret."""
    others = Organisation.objects.exclude(pk=request.actor.organisation_id).order_by("name")
    what = Asking(
        key="compare",
        heading=_("Begin a comparison"),
        label=_("Begin"),
        next_url=address_to_be("check_data:comparison", "comparison_id"),
        back_url=reverse("check_data:compare"),
        lead=_(
            "Both offices type the same secret. If you are the first, write the one below down and read it out"
            " to them. It is kept nowhere, and each time you come here it is another."
        ),
        about=(Line(_("A fresh secret"), _code(propose())),),
        said=_("Begun. Now write your sealed file."),
        faults=forms.BEGINNING,
        form_args={"organisations": list(others)},
    )

    def save(form: forms.BeginForm) -> Comparison:
        given = form.cleaned_data
        return actions.begin(
            to=given["to"],
            is_salted=given["is_salted"],
            secret=given["secret"],
            by=request.actor,
        )

    return ask(request, forms.BeginForm, what, save)


@page(Permission.OFFICES_COMPARE)
def one(request: StaffRequest, comparison_id: uuid.UUID) -> HttpResponse:
    """One comparison: what is done, what is next, and its pairs."""
    row = _comparison(request, comparison_id)
    seen = pairs(row, request.actor)
    return show(
        request,
        "check_data/comparison.html",
        comparison=row,
        pairs=[(one, like(one.match.score), TONES[one.state]) for one in seen],
        shown=SHOWN,
        line=like(rules.LINE),
        precision=rules.PRECISION_ABOVE,
        may_tell=request.actor.holds(Permission.MATCH_REVEAL),
    )


def _comparison(request: StaffRequest, comparison_id: uuid.UUID) -> Comparison:
    rows = comparisons(request.actor)
    return found(rows, request, comparison_id)


def _about(row: Comparison) -> tuple[Line, ...]:
    return (
        Line(_("With"), row.to_organisation.name),
        Line(_("Begun on"), f"{row.recorded_at:%d-%m-%Y}"),
        Line(_("Salted by year of birth"), _("Yes") if row.is_salted else _("No")),
    )


@dataclass(frozen=True)
class Step:
    """One step of a comparison: its words, and what may go wrong in it."""

    key: str
    heading: Words
    label: Words
    lead: Words
    faults: Faults
    said: Words = ""


WRITE = Step(
    "compare-write",
    gettext_lazy("Write our sealed file"),
    gettext_lazy("Write the file"),
    gettext_lazy(
        "It holds no name: numbers that mean nothing, and filters, of those who agree today to be compared with"
        " this office. It is sealed with the secret."
    ),
    forms.SECRET,
)
READ = Step(
    "compare-read",
    gettext_lazy("Read their sealed file"),
    gettext_lazy("Compare"),
    gettext_lazy(
        "Only pairs above the line are kept; their file is not. With ten thousand survivors on both sides it"
        " takes about a minute."
    ),
    forms.READING,
    gettext_lazy("Compared."),
)
ANSWERS_OUT = Step(
    "answers-out",
    gettext_lazy("Write our answers"),
    gettext_lazy("Write the file"),
    gettext_lazy(
        "It holds our yes or no of each pair. File numbers go along only where their yes was read here before."
    ),
    forms.ANSWERS,
)
ANSWERS_IN = Step(
    "answers-in",
    gettext_lazy("Read their answers"),
    gettext_lazy("Read the file"),
    gettext_lazy(
        "Of pairs to which you did not say yes, nothing of theirs is kept but the answer."
    ),
    forms.ANSWERS,
    gettext_lazy("Read."),
)


def _asking(row: Comparison, step: Step) -> Asking:
    back = reverse("check_data:comparison", args=[row.pk])
    return Asking(
        key=step.key,
        heading=step.heading,
        label=step.label,
        record=row.pk,
        next_url=back,
        back_url=back,
        lead=step.lead,
        about=_about(row),
        said=step.said,
        faults=step.faults,
    )


@page(Permission.OFFICES_COMPARE, writes=("POST",))
@proved_lately
def write(request: StaffRequest, comparison_id: uuid.UUID) -> HttpResponse:
    """Our sealed file, to carry to the other office."""
    row = _comparison(request, comparison_id)
    return _take_out(
        request,
        _asking(row, WRITE),
        lambda secret: actions.write_filters(comparison=row, secret=secret, by=request.actor),
        "comparison.sealed",
    )


def _take_out(
    request: StaffRequest, asking: Asking, write: Callable[[str], bytes], name: str
) -> HttpResponse:
    """Ask for the secret and answer with the file itself; what is wrong stands beside the field."""
    form = forms.SecretForm(request.POST or None, by=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            file = write(form.cleaned_data["secret"])
        except tuple(asking.faults) as fault:
            where, words = asking.faults[type(fault)]
            form.add_error(where, str(words))
        else:
            answer = HttpResponse(file, content_type="application/octet-stream")
            answer["Content-Disposition"] = f'attachment; filename="{name}"'
            return answer
    draft = with_draft(request, asking.key, asking.record)
    return show(request, asking.template, form=form, asking=asking, draft=draft, doubt="")


@page(Permission.OFFICES_COMPARE, writes=("POST",))
def read(request: StaffRequest, comparison_id: uuid.UUID) -> HttpResponse:
    """Their sealed file, laid beside ours."""
    row = _comparison(request, comparison_id)

    def save(form: forms.FileForm) -> Comparison:
        given = form.cleaned_data
        return actions.read_filters(
            comparison=row, file=given["file"], secret=given["secret"], by=request.actor
        )

    return ask(request, forms.FileForm, _asking(row, READ), save)


@page(Permission.MATCH_REVEAL, writes=("POST",))
def answer(request: StaffRequest, match_id: uuid.UUID) -> HttpResponse:
    """What we say of one pair."""
    rows = Match.objects.visible_to(request.actor).select_related("to_organisation")
    match = found(rows.filter(organisation__in=request.actor.offices), request, match_id)
    back = reverse("check_data:comparison", args=[match.comparison_id])
    what = Asking(
        key="compare-answer",
        heading=_("May they learn of our file?"),
        label=_("Say it"),
        record=match.pk,
        next_url=back,
        back_url=back,
        lead=_(
            "Until both offices say yes, neither learns anything. Then each sees the other's file number and"
            " how to reach her worker, and no name. It cannot be taken back."
        ),
        about=(
            Line(_("With"), match.to_organisation.name),
            Line(_("Numbers"), _code(f"{match.our_number} · {match.their_number}")),
            Line(_("How alike (1 is the same)"), like(match.score)),
        ),
        said=_("Said."),
        faults=forms.ANSWERING,
    )

    def save(form: forms.AnswerForm) -> Match:
        reply = answering.Reply(**form.cleaned_data)
        return answering.answer_match(match=match, reply=reply, by=request.actor)

    return ask(request, forms.AnswerForm, what, save)


@page(Permission.MATCH_REVEAL, writes=("POST",))
@proved_lately
def answers_out(request: StaffRequest, comparison_id: uuid.UUID) -> HttpResponse:
    """Our answers as a sealed file."""
    row = _comparison(request, comparison_id)
    return _take_out(
        request,
        _asking(row, ANSWERS_OUT),
        lambda secret: answering.write_answers(comparison=row, secret=secret, by=request.actor),
        "answers.sealed",
    )


@page(Permission.MATCH_REVEAL, writes=("POST",))
def answers_in(request: StaffRequest, comparison_id: uuid.UUID) -> HttpResponse:
    """Their answers."""
    row = _comparison(request, comparison_id)

    def save(form: forms.FileForm) -> Comparison:
        given = form.cleaned_data
        return answering.read_answers(
            comparison=row, file=given["file"], secret=given["secret"], by=request.actor
        )

    return ask(request, forms.FileForm, _asking(row, ANSWERS_IN), save)
