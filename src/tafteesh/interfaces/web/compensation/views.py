"""Compensation: the list of claims on any day, and one claim to the bank."""

import uuid
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tafteesh.domain.compensation.chasing import owed_claim
from tafteesh.domain.compensation.heads import compared
from tafteesh.domain.compensation.like import age_band, like_cases
from tafteesh.domain.compensation.models import AgeBand, ClaimStep, Order, UnpaidLetter
from tafteesh.domain.compensation.pipeline import ClaimStage, pipeline
from tafteesh.domain.compensation.queries import (
    BAND_DAYS,
    ageing,
    claims_on,
    standing_of,
)
from tafteesh.domain.compensation.register import ClaimsAsked, claims_page, totals
from tafteesh.domain.compensation.watch import troubles_of
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.letters.annexure import like_sheet
from tafteesh.interfaces.letters.letter import language_of
from tafteesh.interfaces.web.accuracy import accuracy_words
from tafteesh.interfaces.web.asking import door, found
from tafteesh.interfaces.web.compensation.forms import SHOWN, ChooseForm
from tafteesh.interfaces.web.compensation.tracker import Track, needed, stages, track_of
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.templatetags.shapes import Chip, Column

LIST = "compensation/list.html"
MANY = 20_000  # counting the stages of more claims takes seconds
COUNTED = "counted"


def band_words(name: str) -> str:
    """A band of days in words."""
    low, _dash, high = name.partition("-")
    if not high:
        return _("more than %(days)d days") % {"days": int(low) - 1}
    return _("%(low)d to %(high)d days") % {"low": int(low), "high": int(high)}


def _asked(request: StaffRequest, form: ChooseForm) -> ClaimsAsked:
    cleaned = form.cleaned_data if form.is_valid() else {}
    start, band = request.GET.get("from", ""), request.GET.get("band", "")
    stage = request.GET.get("stage", "")
    return ClaimsAsked(
        on=cleaned.get("on") or request.actor.today,
        show=cleaned.get("show") or "",
        stage=stage if stage in ClaimStage.values else "",
        band=band if any(band == one[0] for one in BAND_DAYS) else "",
        start=int(start) if start.isdecimal() and len(start) < 7 else 0,
    )


def _query(asked: ClaimsAsked, today: date, **change: object) -> str:
    day = "" if asked.on == today else f"{asked.on:%d-%m-%Y}"
    kept = {"on": day, "show": asked.show, "band": asked.band, "stage": asked.stage} | change
    return "?" + urlencode({name: value for name, value in kept.items() if value})


def _chips(asked: ClaimsAsked, today: date) -> list[Chip]:
    chips = []
    if asked.on != today:
        chips.append(Chip(f"{asked.on:%d-%m-%Y}", _query(asked, today, on="")))
    if asked.show:
        chips.append(Chip(dict(SHOWN)[asked.show], _query(asked, today, show="")))
    if asked.stage:
        chips.append(Chip(str(ClaimStage(asked.stage).label), _query(asked, today, stage="")))
    if asked.band:
        chips.append(Chip(band_words(asked.band), _query(asked, today, band="")))
    return chips


def _columns() -> list[Column]:
    return [
        Column(pgettext("claims", "File")),
        Column(pgettext("claims", "Filed")),
        Column(pgettext("claims", "Asked"), number=True),
        Column(pgettext("claims", "Ordered"), number=True),
        Column(pgettext("claims", "Received"), number=True),
        Column(pgettext("claims", "State")),
    ]


def _stages(request: StaffRequest, asked: ClaimsAsked, claims: int) -> list[dict[str, Any]]:
    """Every stage of the way with its count; of today only, and of very many claims only when asked for."""
    today = request.actor.today
    if asked.on != today or (claims > MANY and request.GET.get("stages") != COUNTED):
        return []
    return [
        {"row": one, "url": _query(asked, today, stage=one.stage.value)}
        for one in pipeline(request.actor)
        if one.claims or one.stage == asked.stage
    ]


@page(Permission.CLAIM_READ)
def claims(request: StaffRequest) -> HttpResponse:
    """Claims within reach as they stood at the end of a day: the longest unpaid first."""
    today = request.actor.today
    form = ChooseForm(request.GET or None, by=request.actor)
    asked = _asked(request, form)
    rows, more = claims_page(request.actor, asked)
    sums = totals(request.actor, asked)
    stages = _stages(request, asked, sums.claims)
    bands = [
        {"words": band_words(band.name), "row": band, "url": _query(asked, today, band=band.name)}
        for band in ageing(request.actor, asked.on)
    ]
    return show(
        request,
        LIST,
        form=form,
        asked=asked,
        rows=rows,
        bands=bands,
        stages=stages,
        stages_url="" if stages or asked.on != today else _query(asked, today, stages=COUNTED),
        totals=sums,
        columns=_columns(),
        chips=_chips(asked, today),
        clear="?" if _chips(asked, today) else "",
        older=_query(asked, today, **{"from": asked.start + len(rows)}) if more else "",
        is_past=asked.on != today,
        stamp=accuracy_words(request, "I8"),
        may_type=request.actor.holds(Permission.PAYMENT_RECORD),
    )


@page(Permission.CLAIM_READ)
def claim_page(request: StaffRequest, claim_id: uuid.UUID) -> HttpResponse:
    """One claim: its stages, its three amounts, its orders, her answer, its payments, its papers."""
    claim = found(claims_on(request.actor, request.actor.today), request, claim_id)
    standing = standing_of(claim, request.actor.today)
    track = track_of(claim, lambda kind: door(kind, request))
    may = request.actor.holds
    return show(
        request,
        "compensation/claim.html",
        claim=claim,
        standing=standing,
        track=track,
        orders=_orders(request, track),
        stages=stages(claim, track, standing),
        needed=needed(track),
        died=any(step.kind == ClaimStep.Kind.DIED for step in track.steps),
        like=like_cases(request.actor, claim),
        band=AgeBand(age_band(request.actor, claim)).label,
        account=track.accounts[-1] if track.accounts else None,
        chased=owed_claim(request.actor, request.actor.today, claim.pk),
        rungs=UnpaidLetter.Rung.choices,
        troubles=troubles_of(track.accounts[-1]) if track.accounts else [],
        has_others=door(Order, request)
        .filter(survivor_file=claim.survivor_file_id, amount_paise__gt=0)
        .exclude(claim=claim)
        .exists(),
        may_write=may(Permission.CLAIM_WRITE),
        may_pay=may(Permission.PAYMENT_RECORD),
        may_add_paper=may(Permission.PAPER_ADD),
        may_complain=may(Permission.LEGALAID_WRITE),
    )


@page(Permission.CLAIM_READ)
def like_pdf(request: StaffRequest, claim_id: uuid.UUID) -> HttpResponse:
    """Like cases on paper, to be annexed to an appeal."""
    claim = found(claims_on(request.actor, request.actor.today), request, claim_id)
    language = language_of(request.person.language)
    sheet = like_sheet(
        like_cases(request.actor, claim), claim, age_band(request.actor, claim),
        sender=request.person.organisation.name, day=request.actor.today, language=language,
    )  # fmt: skip
    pdf = sheet.pdf(language, made_at=request.actor.now)
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="annexure.pdf"'
    return answer


def _orders(request: StaffRequest, track: Track) -> list[dict[str, Any]]:
    """Each order with its appeals and what the authority said."""
    return [
        {
            "row": order,
            "compared": compared(request.actor, order),
            "appeals": [row for row in track.appeals if row.order_id == order.pk],
            "sanctions": [row for row in track.sanctions if row.order_id == order.pk],
        }
        for order in track.orders
    ]
