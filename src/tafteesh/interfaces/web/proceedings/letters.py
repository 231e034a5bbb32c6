"""Letters of a FIR: begun, blocked by what is missing, read as they would go out; and their register."""

import hashlib
import uuid
from dataclasses import replace
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from tafteesh.domain.facts.units import WITH_UNITS, answered_in_time
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import ChargeSheet, Fir, FirSurvivor, Letter
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.letters import drafting
from tafteesh.interfaces.letters.facts import OF_REPORTS, Facts, facts_of
from tafteesh.interfaces.letters.letter import language_of
from tafteesh.interfaces.letters.missing import Missing
from tafteesh.interfaces.web.asking import ask, door, found
from tafteesh.interfaces.web.links import address_to_be
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.proceedings.letter_forms import LetterForm
from tafteesh.interfaces.web.proceedings.paper import about_fir
from tafteesh.interfaces.web.proceedings.views import fir_of
from tafteesh.interfaces.web.templatetags.shapes import Column, Row

SHOWN = 200


def survivors_of(request: StaffRequest, fir: Fir) -> list[SurvivorFile]:
    """Files of the survivors of a FIR that she reaches, by number."""
    links = door(FirSurvivor, request).filter(fir=fir)
    rows = door(SurvivorFile, request).filter(pk__in=links.values("survivor_file"))
    return list(rows.order_by("number")[:SHOWN])


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def new_letter(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """Begin a letter about a FIR."""
    fir = fir_of(request, fir_id)
    hers = survivors_of(request, fir)
    asking = about_fir(
        fir,
        "letter",
        heading=_("New letter"),
        label=_("Draft it"),
        form_args={"survivors": hers},
        initial=_start(request, fir),
    )
    asking = replace(asking, next_url=address_to_be("proceedings:letter", "letter_id"))

    def save(form: LetterForm) -> Letter:
        said = form.cleaned_data
        kind, language = said["kind"], said["language"]
        survivor = said["survivor"] or (hers[0] if len(hers) == 1 else None)
        return actions.draft_letter(
            fir=fir,
            kind=kind,
            language=language,
            addressee=said["addressee"] or drafting.addressee_of(kind, fir, language),
            survivor=survivor if kind in drafting.ABOUT_ONE else None,
            by=request.actor,
        )

    return ask(request, LetterForm, asking, save)


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def draft_now(request: StaffRequest, fir_id: uuid.UUID, kind: str) -> HttpResponse:
    """One press where the need arises: the draft, to the office that follows from the FIR."""
    fir = fir_of(request, fir_id)
    if kind not in Letter.Kind.values or kind in OF_REPORTS:
        raise not_there()
    if request.method != "POST":
        return redirect(f"{reverse('proceedings:new_letter', args=[fir.pk])}?kind={kind}")
    language = _start(request, fir)["language"]
    hers = survivors_of(request, fir)
    about = next((one for one in hers if str(one.pk) == request.GET.get("survivor")), None)
    about = about or (hers[0] if len(hers) == 1 else None)
    made = actions.draft_letter(
        fir=fir,
        kind=kind,
        language=language,
        addressee=drafting.addressee_of(kind, fir, language),
        survivor=about if kind in drafting.ABOUT_ONE else None,
        by=request.actor,
    )
    return redirect("proceedings:letter", letter_id=made.pk)


def _start(request: StaffRequest, fir: Fir) -> dict[str, str]:
    wanted = request.GET.get("kind", "")
    start = {"language": "hi" if fir.area == "destination" else own_language()}
    return start | ({"kind": wanted} if wanted in Letter.Kind.values else {})


def own_language() -> str:
    """The language in which she reads, where letters are written in it."""
    return language_of((get_language() or "en")[:2])


def letter_of(request: StaffRequest, letter_id: uuid.UUID) -> Letter:
    """The letter through its door, or not there."""
    rows = door(Letter, request).select_related("fir__police_station", "survivor_file", "template")
    return found(rows, request, letter_id)


def where_it_stands(row: Letter) -> str:
    """The page of the FIR, or of her file, on which the letter stands."""
    if row.fir_id is not None:
        return reverse("proceedings:fir", args=[row.fir_id])
    return reverse("files:file", args=[row.survivor_file_id])


def facts_for(request: StaffRequest, row: Letter, number: str = "") -> Facts:
    """The facts of a letter as she may read them."""
    sender = request.person.organisation.name
    return facts_of(request.actor, row, sender=sender, number=number)


def seen_as(text: str) -> str:
    """A short mark of the words that were read, so that nobody approves others."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@page(Permission.PROCEEDING_READ)
def letter(request: StaffRequest, letter_id: uuid.UUID) -> HttpResponse:
    """One letter: what is missing, or its words and what comes next."""
    row = letter_of(request, letter_id)
    is_draft = row.approved_at is None and row.sent_on is None
    facts = facts_for(request, row)
    lacks = drafting.missing(facts) if is_draft else []
    words = drafting.draft(facts) if is_draft and not lacks else None
    actor = request.actor
    return show(
        request,
        "proceedings/letter.html",
        letter=row,
        where=where_it_stands(row),
        state=state_words(row),
        lacks=[(one.words, address_of(row, one)) for one in lacks],
        blocks=words.blocks() if words else [],
        seen=seen_as(words.text) if words else "",
        is_overdue=_is_overdue(row, actor.today),
        higher=_one_step_higher(row),
        may_correct=actor.holds(Permission.CORRECTION_WRITE),
        may_approve=actor.holds(Permission.LETTER_APPROVE),
    )


def _one_step_higher(row: Letter) -> str:
    """The page that begins the next letter, where this one has no answer."""
    kind = drafting.HIGHER.get(row.kind)
    if kind is None:
        return ""
    if row.fir_id is not None:
        return f"{reverse('proceedings:new_letter', args=[row.fir_id])}?kind={kind}"
    return f"{reverse('proceedings:file_letter', args=[row.survivor_file_id])}?kind={kind}"


def address_of(row: Letter, one: Missing) -> str:
    """The page on which what is missing is filled in."""
    about = row.survivor_file_id if one.of_file else row.fir_id
    url = reverse(one.page, args=[about])
    return f"{url}?{urlencode(one.query)}" if one.query else url


def _is_overdue(row: Letter, today: object) -> bool:
    due = row.reply_due_on
    return bool(due and not row.answered_on and due < today)  # type: ignore[operator] # both are days


def state_words(row: Letter) -> str:
    """How far a letter has come."""
    if row.answered_on:
        return pgettext("letter", "answered")
    if row.sent_on:
        return pgettext("letter", "sent, no answer yet")
    if row.approved_at:
        return pgettext("letter", "approved, not sent yet")
    return pgettext("letter", "draft, no lawyer approved it yet")


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def contest(request: StaffRequest, sheet_id: uuid.UUID) -> HttpResponse:
    """One press: a draft protest petition, and a task for the lawyer."""
    sheet = found(door(ChargeSheet, request).select_related("fir"), request, sheet_id)
    if request.method != "POST":
        return redirect("proceedings:fir", fir_id=sheet.fir_id)
    try:
        made = actions.contest_charge_sheet(sheet=sheet, language=own_language(), by=request.actor)
    except actions.NothingDropped:
        messages.error(request, _("Nothing of the FIR is missing in this charge sheet."))
        return redirect("proceedings:fir", fir_id=sheet.fir_id)
    messages.success(request, _("The petition is drafted, and the lawyer has a task."))
    return redirect("proceedings:letter", letter_id=made.pk)


SHOWS = ("", "approve", "due", "units")


def _chosen(rows: "QuerySet[Letter]", wanted: str, today: object) -> "QuerySet[Letter]":
    if wanted == "approve":
        return rows.filter(approved_at=None, sent_on=None)
    if wanted == "due":
        return rows.filter(answered_on=None, reply_due_on__lt=today)
    if wanted == "units":
        return rows.filter(WITH_UNITS)
    return rows


@page(Permission.PROCEEDING_READ)
def letters(request: StaffRequest) -> HttpResponse:
    """The register of correspondence: what waits for a lawyer, what was sent, what is due, what was answered."""
    rows = (
        door(Letter, request)
        .select_related("fir", "survivor_file")
        .order_by("-sent_on", "-recorded_at", "-id")
    )
    today = request.actor.today
    wanted = request.GET.get("view", "")
    wanted = wanted if wanted in SHOWS else ""
    units = rows.filter(WITH_UNITS, sent_on__isnull=False)
    tabs = [
        (pgettext("letters", "All"), "", None),
        (_("Waiting for a lawyer"), "approve", _chosen(rows, "approve", today).count()),
        (_("No answer in time"), "due", _chosen(rows, "due", today).count()),
        (_("With AHTU and CID"), "units", _chosen(rows, "units", today).count()),
    ]
    heads = (
        _("About"), _("Letter"), _("To"), _("Number"), _("How far"), _("Sent on"), _("Answer due"),
        _("Answered on"),
    )  # fmt: skip
    return show(
        request,
        "proceedings/letters.html",
        wanted=wanted,
        tabs=tabs,
        with_units=units.count(),
        in_time=units.filter(answered_in_time()).count(),
        may_keep=request.actor.holds(Permission.TEMPLATE_WRITE),
        columns=[Column(words) for words in heads],
        rows=[
            Row(
                [
                    row.about_words, row.get_kind_display(), row.addressee_words, row.number,
                    state_words(row), row.sent_on, row.reply_due_on, row.answered_on,
                ],
                reverse("proceedings:letter", args=[row.pk]),
            )
            for row in _chosen(rows, wanted, today)[:SHOWN]
        ],
    )  # fmt: skip
