"""Letters about a survivor alone: where there is no FIR, or none is needed, as for her free lawyer."""

import uuid
from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Letter, PoliceDiary
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.letters import drafting
from tafteesh.interfaces.web.asking import Asking, ask, door, found
from tafteesh.interfaces.web.links import address_to_be, way_back
from tafteesh.interfaces.web.page import StaffRequest, not_there, page
from tafteesh.interfaces.web.proceedings.letter_forms import FileLetterForm
from tafteesh.interfaces.web.proceedings.letters import own_language
from tafteesh.interfaces.web.templatetags.shapes import Line
from tafteesh.reference.places.queries import find_station


def whom(request: StaffRequest, file: SurvivorFile, kind: str, language: str) -> str:
    """The office that follows from the police station of her newest diary, where it is one of our lists."""
    diaries = door(PoliceDiary, request).filter(survivor_file=file, fir=None).order_by("-on")
    newest = diaries.first()
    station = find_station(newest.station_words) if newest else None
    return drafting.addressee_of(kind, None, language, station=station)


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def file_letter(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Begin a letter about her."""
    file = found(door(SurvivorFile, request), request, file_id)
    wanted = request.GET.get("kind", "")
    start = {"language": own_language()}
    asking = Asking(
        key="file_letter",
        heading=_("New letter"),
        label=_("Draft it"),
        next_url=address_to_be("proceedings:letter", "letter_id"),
        back_url=way_back(request, reverse("files:file", args=[file.pk])),
        record=file.pk,
        about=(Line(_("File"), file.number),),
        initial=start | ({"kind": wanted} if wanted in drafting.WITHOUT_FIR else {}),
    )
    asking = replace(asking, lead=_("It stands on her file, whether there is a FIR or not."))

    def save(form: FileLetterForm) -> Letter:
        said = form.cleaned_data
        kind, language = said["kind"], said["language"]
        return actions.draft_letter(
            fir=None,
            kind=kind,
            language=language,
            addressee=said["addressee"] or whom(request, file, kind, language),
            survivor=file,
            by=request.actor,
        )

    return ask(request, FileLetterForm, asking, save)


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def draft_now(request: StaffRequest, file_id: uuid.UUID, kind: str) -> HttpResponse:
    """One press where the need arises."""
    file = found(door(SurvivorFile, request), request, file_id)
    if kind not in drafting.WITHOUT_FIR:
        raise not_there()
    if request.method != "POST":
        return redirect(f"{reverse('proceedings:file_letter', args=[file.pk])}?kind={kind}")
    language = own_language()
    made = actions.draft_letter(
        fir=None,
        kind=kind,
        language=language,
        addressee=whom(request, file, kind, language),
        survivor=file,
        by=request.actor,
    )
    return redirect("proceedings:letter", letter_id=made.pk)
