"""Check data > Against paper: a seed is announced, a sample drawn, each field judged, and the truth told."""

import uuid
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tafteesh.domain.checking import actions
from tafteesh.domain.checking.fields import BY_CODE, CRITICAL
from tafteesh.domain.checking.intervals import Share, is_change_real, records_needed
from tafteesh.domain.checking.models import CheckRound, FieldCheck
from tafteesh.domain.checking.queries import Accuracy, accuracy_of, open_for
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, ask, door, found
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.templatetags.shapes import Words

HALF_WIDTHS = (0.03, 0.05, 0.10)
USUAL_EFFECT = (
    3.0  # of 20 fields that fail together a little, until a round of one's own says better
)
Verdict = FieldCheck.Verdict
ANSWERS: tuple[tuple[str, Words, str], ...] = (
    (Verdict.MATCHES, pgettext_lazy("check against paper", "Matches"), "y"),
    (Verdict.DIFFERS, pgettext_lazy("check against paper", "Differs"), "n"),
    (Verdict.NO_PAPER, pgettext_lazy("check against paper", "No paper"), "m"),
    (Verdict.UNREADABLE, pgettext_lazy("check against paper", "Cannot be read"), "u"),
    (Verdict.NOT_APPLICABLE, pgettext_lazy("check against paper", "Does not apply"), "a"),
)


class AnnounceForm(ActorForm):
    """A round before anything is drawn."""

    title = forms.CharField(label=gettext_lazy("What the round is called"), max_length=80)
    seed = forms.CharField(
        label=gettext_lazy("Seed"),
        max_length=120,
        help_text=gettext_lazy(
            "A number that nobody here chose, such as a lottery's of a named day."
            " Whoever knows it can draw the same sample again."
        ),
    )
    how_many = forms.IntegerField(label=gettext_lazy("How many files"), min_value=1, max_value=5000)
    strata = forms.ChoiceField(
        label=gettext_lazy("Draw"), choices=CheckRound.Strata.choices, required=False
    )
    second_percent = forms.IntegerField(
        label=gettext_lazy("How many of a hundred fields are checked by a second person"),
        min_value=0,
        max_value=100,
        initial=5,
    )
    fields_wanted = forms.MultipleChoiceField(
        label=gettext_lazy("Fields"),
        choices=[(field.code, field.label) for field in CRITICAL],
        initial=[field.code for field in CRITICAL],
        widget=forms.CheckboxSelectMultiple,
    )


@dataclass(frozen=True)
class FieldLine:
    """One field of the file that is being checked."""

    check: FieldCheck
    label: Words
    value: str
    current: bool


@page(Permission.RECORD_CHECK)
def rounds(request: StaffRequest) -> HttpResponse:
    """Every round, newest first; how true each was; whether it changed for real."""
    every = list(door(CheckRound, request).order_by("-recorded_at")[:40])
    told = [(one, accuracy_of(request.actor, one) if one.drawn_at else None) for one in every]
    return show(
        request,
        "check_data/rounds.html",
        rounds=told,
        change=_change([accuracy for one, accuracy in told if one.closed_at]),
        may_draw=request.actor.holds(Permission.ROUND_DRAW),
    )


def _change(closed: list[Accuracy | None]) -> str:
    shares = [one.judged for one in closed if one and one.judged]
    if len(shares) < 2:
        return ""
    if is_change_real(shares[1], shares[0]):
        return _("Between the last two closed rounds the share changed by more than chance.")
    return _("Between the last two closed rounds the difference may be chance alone.")


@page(Permission.ROUND_DRAW, writes=("POST",))
def announce(request: StaffRequest) -> HttpResponse:
    """Say the seed and the size before the sample is drawn."""
    files = SurvivorFile.objects.visible_to(request.actor).filter(withdrawn_at=None).count()
    asking = Asking(
        "check_round",
        _("Announce a round"),
        _("Announce this seed"),
        next_url=reverse("check_data:round", args=[uuid.UUID(int=0)]).replace(
            str(uuid.UUID(int=0)), "{id}"
        ),
        lead=_needed(files),
        back_url=reverse("check_data:rounds"),
        faults={
            actions.SeedUsedBefore: ("seed", _("This seed was used before. Announce another.")),
            actions.NoFieldsChosen: ("fields_wanted", _("Choose at least one field.")),
        },
    )

    def save(form: AnnounceForm) -> CheckRound:
        said = form.cleaned_data
        new = actions.NewRound(
            title=said["title"],
            seed=said["seed"],
            files=said["how_many"],
            fields=tuple(said["fields_wanted"]),
            strata=said["strata"] or CheckRound.Strata.NONE,
            second_percent=said["second_percent"],
        )
        return actions.announce_round(new=new, by=request.actor)

    return ask(request, AnnounceForm, asking, save)


def _needed(files: int) -> str:
    sizes = [
        _("%(files)s files for plus or minus %(points)s points")
        % {
            "files": records_needed(
                half, fields=len(CRITICAL), effect=USUAL_EFFECT, records=files or None
            ),
            "points": round(100 * half),
        }
        for half in HALF_WIDTHS
    ]
    return _("Of %(all)s files, with all fields: %(sizes)s.") % {
        "all": files,
        "sizes": "; ".join(sizes),
    }


def _round(request: StaffRequest, round_id: uuid.UUID) -> CheckRound:
    return found(door(CheckRound, request), request, round_id)


@page(Permission.RECORD_CHECK)
def one_round(request: StaffRequest, round_id: uuid.UUID) -> HttpResponse:
    """What a round says: two shares with two definitions, by field, and between two checkers."""
    one = _round(request, round_id)
    accuracy = accuracy_of(request.actor, one) if one.drawn_at else None
    return show(
        request,
        "check_data/round.html",
        round=one,
        accuracy=accuracy,
        shares=_shares(accuracy) if accuracy else [],
        lines=_by_field(accuracy) if accuracy else [],
        kappa=_kappa(accuracy) if accuracy else "",
        waiting=open_for(request.actor, one).count() if one.drawn_at else 0,
        may_draw=request.actor.holds(Permission.ROUND_DRAW),
        seed_is_told=one.seed,
    )


def _shares(accuracy: Accuracy) -> list[dict[str, object]]:
    """The two shares as tiles, each with its definition."""
    told = (
        (_("Right, of what could be judged"), accuracy.judged, _("fields that match their paper, of fields that match or differ")),
        (_("Proved right, of all that was drawn"), accuracy.proved, _("fields that match their paper, of all fields drawn")),
    )  # fmt: skip
    return [
        {"label": label, "value": _percent(share), "detail": _of(share), "words": words}
        for label, share, words in told
        if share
    ]


def _percent(share: Share) -> str:
    return f"{100 * share.value:.1f} %"


def _of(share: Share) -> str:
    return _("%(right)s of %(of)s; between %(low)s and %(high)s %%, 95 of 100 times") % {
        "right": share.right,
        "of": share.of,
        "low": f"{100 * share.interval.low:.0f}",
        "high": f"{100 * share.interval.high:.0f}",
    }


def _by_field(accuracy: Accuracy) -> list[dict[str, Any]]:
    """Fields, the worst first: verdicts, and the share of those judged."""
    lines = []
    for code, counts in accuracy.by_field.items():
        right, wrong = counts.get(Verdict.MATCHES, 0), counts.get(Verdict.DIFFERS, 0)
        judged = right + wrong
        lines.append(
            {
                "label": BY_CODE[code].label,
                "right": right,
                "wrong": wrong,
                "no_paper": counts.get(Verdict.NO_PAPER, 0),
                "other": counts.get(Verdict.UNREADABLE, 0) + counts.get(Verdict.NOT_APPLICABLE, 0),
                "open": counts.get(Verdict.OPEN, 0),
                "share": f"{100 * right / judged:.0f} %" if judged >= 10 else "–",
                "order": right / judged if judged else 2.0,
            }
        )
    return sorted(lines, key=lambda line: line["order"])


def _kappa(accuracy: Accuracy) -> str:
    agreed = accuracy.agreed
    if agreed is None:
        return ""
    return _(
        "Two people judged %(n)s fields: they agree on %(seen)s %% (kappa %(kappa)s, PABAK %(pabak)s)."
    ) % {
        "n": agreed.fields,
        "seen": f"{100 * agreed.seen:.0f}",
        "kappa": "–" if agreed.kappa is None else f"{agreed.kappa:.2f}",
        "pabak": f"{agreed.pabak:.2f}",
    }


@page(Permission.ROUND_DRAW, writes=("POST",))
def draw(request: StaffRequest, round_id: uuid.UUID) -> HttpResponse:
    """Draw the sample, once."""
    one = _round(request, round_id)
    if request.method == "POST":
        try:
            actions.draw_round(round=one, by=request.actor)
        except actions.DrawnAlready:
            messages.info(request, _("This sample was drawn already: a sample is drawn once."))
        except actions.NothingToDraw:
            messages.error(request, _("There is no file to draw from."))
        else:
            messages.success(request, _("The sample is drawn."))
    return redirect("check_data:round", round_id=one.pk)


@page(Permission.ROUND_DRAW, writes=("POST",))
def close(request: StaffRequest, round_id: uuid.UUID) -> HttpResponse:
    """Close the round: its verdicts stand."""
    one = _round(request, round_id)
    if request.method == "POST":
        try:
            actions.close_round(round=one, by=request.actor)
        except (actions.NotDrawnYet, actions.RoundIsClosed):
            messages.info(request, _("This round cannot be closed now."))
        else:
            messages.success(request, _("The round is closed."))
    return redirect("check_data:round", round_id=one.pk)


@page(Permission.RECORD_CHECK, writes=("POST",))
def check(request: StaffRequest, round_id: uuid.UUID) -> HttpResponse:
    """One file beside its papers, one field active, keys alone."""
    one = _round(request, round_id)
    if request.method == "POST":
        return _judge(request, one)
    waiting = open_for(request.actor, one)
    current = waiting.filter(pk=request.GET["check"]).first() if _named(request) else None
    if current is None:
        current = _after(waiting, request)
    if current is None or one.closed_at:
        return redirect("check_data:round", round_id=one.pk)
    drawn = current.drawn
    papers = door(Paper, request).filter(survivor_file=drawn.survivor_file_id)
    return show(
        request,
        "check_data/check.html",
        round=one,
        drawn=drawn,
        current=current,
        lines=_lines(request, current),
        papers=list(papers.order_by("kind", "dated_on")),
        left=waiting.count(),
        answers=ANSWERS,
        last=request.GET.get("last", ""),
    )


def _named(request: StaffRequest) -> bool:
    try:
        return bool(uuid.UUID(request.GET.get("check", "")))
    except ValueError:
        return False


def _after(waiting: Any, request: StaffRequest) -> FieldCheck | None:
    """The next field after the skipped one, or the first of all."""
    rows: list[FieldCheck] = list(waiting.select_related("drawn__survivor_file")[:60])
    skipped = request.GET.get("skip", "")
    places = [n for n, row in enumerate(rows) if str(row.pk) == skipped]
    start = places[0] + 1 if places else 0
    return next(iter(rows[start:] or rows), None)


def _lines(request: StaffRequest, current: FieldCheck) -> list[FieldLine]:
    """All first looks of the file (or the one second look), each with its value."""
    checks = FieldCheck.objects.visible_to(request.actor).filter(drawn=current.drawn_id)
    order = {code: n for n, code in enumerate(current.drawn.round.fields)}
    shown = [row for row in checks if row.is_second == current.is_second or row.pk == current.pk]
    if current.is_second:
        shown = [row for row in shown if row.pk == current.pk]
    return [
        FieldLine(row, BY_CODE[row.field].label, _value(request, row), row.pk == current.pk)
        for row in sorted(shown, key=lambda row: order.get(row.field, 99))
    ]


def _value(request: StaffRequest, check: FieldCheck) -> str:
    if check.row_id is None:
        return ""
    field = BY_CODE[check.field]
    row = field.model.objects.visible_to(request.actor).filter(pk=check.row_id).first()  # type: ignore[attr-defined] # every guarded model has it
    return field.value_of(row) if row else ""


def _judge(request: StaffRequest, one: CheckRound) -> HttpResponse:
    checks = FieldCheck.objects.visible_to(request.actor).filter(drawn__round=one)
    current = found(checks, request, request.POST.get("check") or uuid.UUID(int=0))
    verdict = request.POST.get("verdict", "")
    if verdict not in Verdict.values:
        return redirect("check_data:check", round_id=one.pk)
    try:
        actions.judge(check=current, verdict=verdict, by=request.actor)
    except actions.EnteredByHerself:
        messages.error(request, _("You entered this value: somebody else checks it."))
    except actions.SawItBefore:
        messages.error(request, _("You judged this field before: the second look is another's."))
    except actions.RoundIsClosed:
        messages.error(request, _("This round is closed: its verdicts stand."))
    here = reverse("check_data:check", args=[one.pk])
    if verdict == Verdict.OPEN:
        return redirect(f"{here}?check={current.pk}")
    return redirect(f"{here}?last={current.pk}")
