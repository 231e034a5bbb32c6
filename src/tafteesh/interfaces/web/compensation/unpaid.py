"""Ordered, not yet paid: by authority and age on any day, and the letter that comes next."""

from collections import Counter
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from tafteesh.domain.compensation.actions import prepare_letter, record_sent
from tafteesh.domain.compensation.chasing import (
    AGES,
    MOST,
    PAGE,
    Ladder,
    Owed,
    Owing,
    come_to,
    everything,
    ladders,
    longest_of_each,
    owed,
    owed_claim,
    owing,
    waiting_letters,
)
from tafteesh.domain.compensation.like import FEWEST
from tafteesh.domain.compensation.models import UnpaidLetter
from tafteesh.domain.compensation.rules import RUNGS
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.letters.letter import language_of
from tafteesh.interfaces.letters.unpaid import unpaid_letter
from tafteesh.interfaces.web.accuracy import accuracy_words
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.templatetags.shapes import Chip, Column


class DayForm(ActorForm):
    """As it stood at the end of which day."""

    on = DayField(
        label=gettext_lazy("As it stood on"),
        required=False,
        help_text=gettext_lazy("Today, or any past day like 31-03-2026"),
    )


class LetterForm(ActorForm):
    """To whom the letter goes, and in which language."""

    authority = forms.CharField(max_length=200, required=False)
    rung = forms.ChoiceField(choices=UnpaidLetter.Rung.choices)
    language = forms.CharField(max_length=2, required=False)
    claim = forms.UUIDField(required=False)  # about this one alone


LONGEST = 5  # of each authority, on the page of all of them


def _day(request: StaffRequest) -> tuple[DayForm, date]:
    form = DayForm(request.GET or None, by=request.actor)
    said = form.cleaned_data.get("on") if form.is_valid() else None
    return form, said or request.actor.today


def _columns() -> list[Column]:
    return [
        Column(pgettext("unpaid", "File")),
        Column(pgettext("unpaid", "Ordered on")),
        Column(pgettext("unpaid", "Still to come"), number=True),
        Column(pgettext("unpaid", "Days"), number=True),
        Column(pgettext("unpaid", "Account")),
        Column(pgettext("unpaid", "Last letter")),
    ]


def _url(day: date, today: date, **more: object) -> str:
    said = {"on": "" if day == today else f"{day:%d-%m-%Y}", **more}
    return "?" + urlencode(
        {
            name: value
            for name, value in said.items()
            if value is not None and (value or name == "of")
        }
    )


@page(Permission.CLAIM_READ)
def unpaid(request: StaffRequest) -> HttpResponse:
    """What each authority ordered and did not pay by the end of a day: the largest sum first."""
    form, day = _day(request)
    today, only = request.actor.today, request.GET.get("of")
    asked = request.GET.get("from", "")
    start = int(asked) if asked.isdecimal() and len(asked) < 8 else 0
    every = owing(request.actor, day)
    if only is None:
        rows = longest_of_each(request.actor, day, [one.authority for one in every], LONGEST)
    else:
        rows = {only: owed(request.actor, day, only, start=start, most=PAGE)}
    past = day != today
    may_write = request.actor.holds(Permission.CLAIM_WRITE) and not past
    steps = ladders(request.actor, day) if may_write else {}
    letters = _waiting(request) if may_write else {}
    groups = [
        {
            **_group(told, rows[told.authority], steps.get(told.authority, Ladder())),
            **_links(told, day, today, start, whole=only is not None),
            "letters": letters.get(told.authority, []),
        }
        for told in every
        if told.authority in rows
    ]
    return show(
        request,
        "compensation/unpaid.html",
        form=form,
        day=day,
        is_past=past,
        only=only,
        chips=[Chip(f"{day:%d-%m-%Y}", _url(day=today, today=today, of=only))] if past else [],
        whole=everything(request.actor, day),
        fewest=FEWEST,
        checked=accuracy_words(request, "I8"),
        groups=groups,
        ages=AGES,
        most=MOST,
        columns=_columns(),
        may_write=may_write,
    )


def _group(told: Owing, rows: list[Owed], ladder: Ladder) -> dict[str, Any]:
    """One authority: its longest claims, or a page of all of them, and the steps of its ladder."""
    due = ladder.due(told.claims)
    return {
        "told": told,
        "rows": rows,
        "rungs": [(code, words, due[code]) for code, words in UnpaidLetter.Rung.choices],
        "rung": max((rung for rung in RUNGS if due[rung]), key=RUNGS.index, default=""),
    }


def _waiting(request: StaffRequest) -> dict[str, list[dict[str, Any]]]:
    """Letters that were prepared and not sent, by authority: each with the number of its claims."""
    found = {}
    for authority, rows in waiting_letters(request.actor, request.actor.today).items():
        counts = Counter((row.prepared_on, row.rung) for row in rows)
        found[authority] = [
            {"on": on, "rung": rung, "words": UnpaidLetter.Rung(rung).label, "claims": claims}
            for (on, rung), claims in sorted(counts.items())
        ]
    return found


def _links(told: Owing, day: date, today: date, start: int, *, whole: bool) -> dict[str, str]:
    """Where all of its claims stand, or the next page of them."""
    after = start + PAGE
    if whole:
        more = {"of": told.authority, "from": after}
        return {"url": "", "older": _url(day, today, **more) if told.claims > after else ""}
    return {
        "url": _url(day, today, of=told.authority) if told.claims > LONGEST else "",
        "older": "",
    }


@page(Permission.CLAIM_WRITE, writes=("POST",))
def letter(request: StaffRequest) -> HttpResponse:
    """The annexed letter as a PDF, recorded as prepared for each claim. Nothing is sent from here."""
    if request.method != "POST":
        return redirect("compensation:unpaid")
    form = LetterForm(request.POST, by=request.actor)
    if not form.is_valid():
        return redirect("compensation:unpaid")
    said, day = form.cleaned_data, request.actor.today
    if said["claim"]:
        one = owed_claim(request.actor, day, said["claim"])
        rows = [one] if one else []
    else:
        rows = come_to(request.actor, day, said["authority"], said["rung"])
    if not rows:
        raise not_there()
    for row in rows:
        prepare_letter(claim=row.standing.claim, rung=said["rung"], by=request.actor)
    language = language_of(said["language"])
    made = unpaid_letter(
        rows, rung=said["rung"], authority=rows[0].authority,
        sender=request.person.organisation.name, day=day, language=language,
    )  # fmt: skip
    answer = HttpResponse(
        made.pdf(language, made_at=request.actor.now), content_type="application/pdf"
    )
    answer["Content-Disposition"] = 'attachment; filename="letter.pdf"'
    return answer


class SentForm(ActorForm):
    """Which prepared letter went out: of which step, prepared on which day, about whose claims."""

    authority = forms.CharField(max_length=200, required=False)
    rung = forms.ChoiceField(choices=UnpaidLetter.Rung.choices)
    on = DayField()


@page(Permission.CLAIM_WRITE, writes=("POST",))
def letter_sent(request: StaffRequest) -> HttpResponse:
    """Somebody sent the letter about all of its claims today, with her own hands."""
    form = SentForm(request.POST, by=request.actor)
    if request.method == "POST" and form.is_valid():
        said, today = form.cleaned_data, request.actor.today
        for row in waiting_letters(request.actor, today).get(said["authority"], []):
            if (row.rung, row.prepared_on) == (said["rung"], said["on"]):
                record_sent(letter=row, sent_on=today, by=request.actor)
        messages.success(request, _("It is written down as sent today."))
    return redirect("compensation:unpaid")
