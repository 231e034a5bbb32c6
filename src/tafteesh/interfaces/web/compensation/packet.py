"""The packet of a claim: which heads, which language, then one PDF. Each opened scan is a line in the log."""

import uuid
from collections.abc import Sequence

from django import forms
from django.http import HttpResponse
from django.utils import translation
from django.utils.translation import gettext_lazy

from tafteesh.domain.compensation.calculator import Harm, Offer, offers
from tafteesh.domain.compensation.like import age_at_filing
from tafteesh.domain.compensation.models import Claim
from tafteesh.domain.compensation.rules import HOME_STATE, papers_needed
from tafteesh.domain.files.models import Identity
from tafteesh.domain.papers import actions as papers
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.papers.scans import ScanDamaged
from tafteesh.domain.proceedings.models import Fir, FirSurvivor
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.letters.application import application_words
from tafteesh.interfaces.letters.letter import language_of
from tafteesh.interfaces.letters.packet import Annexed, packet_pdf
from tafteesh.interfaces.web.asking import door
from tafteesh.interfaces.web.compensation.steps import the_claim
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.page import StaffRequest, page, show

ENOUGH = 60 * 1024 * 1024  # bytes of scans in one packet


class PacketForm(ActorForm):
    """Which heads stand in the application, and its language."""

    head = forms.MultipleChoiceField(
        label=gettext_lazy("Heads of loss"), required=False, widget=forms.CheckboxSelectMultiple
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"), choices=[("en", "English"), ("bn", "বাংলা")]
    )

    def __init__(self, *args: object, found: Sequence[Offer], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type] # passed on as they are
        heads = [
            (one.head.key, f"{one.head.name} ({offer.scheme.name})")
            for offer in found
            for one in offer.amounts
        ]
        self.fields["head"].choices = heads  # type: ignore[attr-defined] # a ChoiceField


@page(Permission.CLAIM_WRITE, writes=("POST",))
def packet(request: StaffRequest, claim_id: uuid.UUID) -> HttpResponse:
    """Choose, then take the packet along as one PDF."""
    claim = the_claim(request, claim_id)
    found = offers(_harm(request, claim))
    form = PacketForm(request.POST or None, by=request.actor, found=found)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        return _made(request, claim, said["head"], language_of(said["language"]))
    return show(
        request,
        "compensation/packet.html",
        claim=claim,
        form=form,
        papers=_papers(request, claim),
        may_open=request.actor.holds(Permission.IDENTITY_LOOK),
    )


def _harm(request: StaffRequest, claim: Claim, heads: Sequence[str] = ()) -> Harm:
    rows = Identity.objects.visible_to(request.actor).filter(survivor_file=claim.survivor_file_id)
    day = claim.filed_on or request.actor.today
    state = (claim.scheme.state_code if claim.scheme else "") or HOME_STATE
    return Harm(state, day, heads, age_at_filing(rows.first(), day))


def _papers(request: StaffRequest, claim: Claim) -> list[Paper]:
    """The papers that its forum asks for, in that order, then the other ones of the file."""
    order = {
        kind: place for place, kind in enumerate(papers_needed(claim.filed_at_words, claim.forum))
    }
    rows = door(Paper, request).filter(survivor_file=claim.survivor_file_id)
    last = len(order)
    return sorted(
        rows.order_by("dated_on", "pk"),
        key=lambda row: order.get(Paper.Kind(row.kind), last),
    )


def _made(request: StaffRequest, claim: Claim, heads: Sequence[str], language: str) -> HttpResponse:
    asked = offers(_harm(request, claim, heads)) if heads else []
    chosen = [offer for offer in asked if offer.amounts]
    links = door(FirSurvivor, request).filter(survivor_file=claim.survivor_file_id)
    firs = door(Fir, request).filter(pk__in=links.values("fir")).order_by("year", "number")
    words = application_words(claim, list(firs), chosen, language=language)
    with translation.override(language):
        annexed = _annexed(request, _papers(request, claim))
    pdf = packet_pdf(words, annexed, made_at=request.actor.now)
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="packet.pdf"'
    return answer


def _annexed(request: StaffRequest, rows: Sequence[Paper]) -> list[Annexed]:
    """Each paper with its scan, as far as she may open it; what is left is added by hand."""
    left, found = ENOUGH, []
    for row in rows:
        title, day = str(row.get_kind_display()), f"{row.dated_on:%d-%m-%Y}" if row.dated_on else ""
        small = row.stored_as is not None and (row.size_bytes or 0) <= left
        scan = _scan(request, row) if small else None
        left -= len(scan.content) if scan else 0
        found.append(
            Annexed(title, day, scan.media_type, scan.content) if scan else Annexed(title, day)
        )
    return found


def _scan(request: StaffRequest, row: Paper) -> papers.Scan | None:
    if not request.actor.holds(Permission.IDENTITY_LOOK):
        return None
    try:
        return papers.open_scan(paper=row, by=request.actor)
    except (papers.NoScan, ScanDamaged):
        return None
