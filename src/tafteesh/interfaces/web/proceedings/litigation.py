"""Corrections together, and strategic litigation: parties, questions of law, stage, orders, whom they help."""

import uuid

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.corrections import Success, case, cases, corrections, newest
from tafteesh.domain.proceedings.models import (
    Correction,
    Litigation,
    LitigationOrder,
    OrderHelps,
)
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, ask, door, found
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.proceedings import life_forms as forms
from tafteesh.interfaces.web.proceedings.paper import NotWithinReach
from tafteesh.interfaces.web.templatetags.shapes import Column, Line, Row, Words

REASONS: dict[str, Words] = dict(Correction.Reason.choices)
FORUMS: dict[str, Words] = dict(Correction.Forum.choices)


@page(Permission.PROCEEDING_READ)
def corrections_page(request: StaffRequest) -> HttpResponse:
    """Success and the middle of the days, by reason and by forum; behind each line its corrections."""
    here = reverse("proceedings:corrections")
    reason, forum = request.GET.get("reason", ""), request.GET.get("forum", "")
    reason, forum = reason if reason in REASONS else "", forum if forum in FORUMS else ""
    together = corrections(request.actor)
    rows = newest(request.actor, reason=reason, forum=forum)
    return show(
        request,
        "proceedings/corrections.html",
        together=together.together,
        columns=[Column(words) for words in _heads()],
        by_reason=[
            Row(_cells(REASONS[one.code], one), f"{here}?reason={one.code}")
            for one in together.by_reason
        ],
        by_forum=[
            Row(_cells(FORUMS[one.code], one), f"{here}?forum={one.code}")
            for one in together.by_forum
        ],
        chosen=REASONS.get(reason) or FORUMS.get(forum) or "",
        list_columns=[
            Column(words)
            for words in (_("FIR"), _("Why"), _("Forum"), _("Filed on"), _("Result"), _("Decided on"))
        ],
        rows=[
            Row(
                [
                    row.fir.reference, row.get_reason_display(), row.get_forum_display(),
                    row.filed_on, row.get_result_display(), row.decided_on,
                ],
                reverse("proceedings:fir", args=[row.fir_id]),
            )
            for row in rows
        ],
    )  # fmt: skip


def _heads() -> list[Words]:
    return [
        _("Kind"), _("Filed"), _("Decided"), _("Allowed, also in part"), _("Share allowed"),
        _("No reply"), _("Days, the middle"),
    ]  # fmt: skip


def _cells(words: Words, one: Success) -> list[object]:
    share = _("%(n)s%%") % {"n": one.share} if one.share is not None else "–"
    return [words, one.filed, one.decided, one.allowed, share, one.no_reply, one.days if one.days is not None else "–"]  # fmt: skip


@page(Permission.PROCEEDING_READ)
def cases_page(request: StaffRequest) -> HttpResponse:
    """Every case in a higher court within her reach."""
    return show(request, "proceedings/cases.html", cases=cases(request.actor))


def _litigation(request: StaffRequest, litigation_id: uuid.UUID) -> Litigation:
    rows = door(Litigation, request).select_related("correction", "fir")
    return found(rows, request, litigation_id)


@page(Permission.PROCEEDING_READ)
def case_page(request: StaffRequest, litigation_id: uuid.UUID) -> HttpResponse:
    """One case in a higher court: parties, questions of law, stage, orders, and whom they help."""
    row = _litigation(request, litigation_id)
    return show(
        request,
        "proceedings/case.html",
        case=case(request.actor, row),
        may_correct=request.actor.holds(Permission.CORRECTION_WRITE),
    )


def _about(row: Litigation, key: str, **more: object) -> Asking:
    url = reverse("proceedings:case", args=[row.pk])
    lines = (Line(_("FIR"), row.fir.reference),)
    return Asking(key=key, next_url=url, back_url=url, about=lines, **more)  # type: ignore[arg-type] # fields of Asking


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def describe(request: StaffRequest, correction_id: uuid.UUID) -> HttpResponse:
    """Parties, questions of law and stage of a correction in a higher court."""
    correction = found(door(Correction, request).select_related("fir"), request, correction_id)
    row = door(Litigation, request).filter(correction=correction).first()
    words = _(
        "Only a writ, appeal, revision or contempt, or a petition to a High Court, goes here."
    )
    asking = Asking(
        key="litigation",
        heading=_("Case in a higher court"),
        label=_("Save"),
        next_url=reverse("proceedings:case", args=[uuid.UUID(int=0)]).replace(
            str(uuid.UUID(int=0)), "{id}"
        ),
        record=correction.pk,
        back_url=reverse("proceedings:fir", args=[correction.fir_id]),
        about=(Line(_("FIR"), correction.fir.reference), Line(_("Number"), correction.number)),
        faults={actions.NotInAHigherCourt: (None, words)},
        initial={
            "stage": row.stage,
            "petitioner": row.petitioner,
            "respondents": row.respondents_words,
            "questions": row.questions,
        }
        if row
        else {"stage": Litigation.Stage.FILED},
    )
    return ask(
        request,
        forms.LitigationForm,
        asking,
        lambda form: actions.describe_litigation(
            correction=correction, about=actions.About(**form.cleaned_data), by=request.actor
        ),
    )


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def new_order(request: StaffRequest, litigation_id: uuid.UUID) -> HttpResponse:
    """What the higher court said on a day."""
    row = _litigation(request, litigation_id)
    words = _("The court cannot answer before the filing. Compare both days with the order.")
    asking = _about(
        row,
        "litigation_order",
        heading=_("Order of the higher court"),
        label=_("Save the order"),
        record=row.pk,
        faults={actions.OrderBeforeFiling: ("on", words)},
    )

    def save(form: forms.LitigationOrderForm) -> LitigationOrder:
        new = actions.NewOrder(**form.cleaned_data)
        return actions.record_litigation_order(litigation=row, new=new, by=request.actor)

    return ask(request, forms.LitigationOrderForm, asking, save)


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def new_helps(request: StaffRequest, order_id: uuid.UUID) -> HttpResponse:
    """Another survivor whom the order helps."""
    order = found(
        door(LitigationOrder, request).select_related("litigation__fir"), request, order_id
    )
    asking = _about(
        order.litigation,
        "order_helps",
        heading=_("Another survivor whom this order helps"),
        label=_("Save"),
        record=order.pk,
        faults={
            NotWithinReach: ("number", _("No file within your reach has this number.")),
            actions.HelpsAlready: ("number", _("This file stands beside this order already.")),
        },
    )

    def save(form: forms.HelpsForm) -> OrderHelps:
        number = form.cleaned_data["number"].strip()
        file = door(SurvivorFile, request).filter(number__iexact=number).first()
        if file is None:
            raise NotWithinReach
        how = form.cleaned_data["how"]
        return actions.order_helps(order=order, file=file, how=how, by=request.actor)

    return ask(request, forms.HelpsForm, asking, save)
