"""Recording the voice in which her page is read aloud: piece by piece, in each language."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.stationery import actions, sound
from tafteesh.domain.stationery.models import SpokenPiece
from tafteesh.domain.stationery.queries import voices
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, Faults, ask
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.her_page.pieces import GROUPS, group_of
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show

TOO_LARGE = gettext_lazy("This is longer than twenty seconds. Record this sentence alone.")
REFUSED: Faults = {
    sound.NotASound: (
        "sound",
        gettext_lazy("This cannot be used. Record it here, or choose a WAV file with 16 bits."),
    ),
    sound.SoundTooLong: ("sound", TOO_LARGE),
}


class VoiceForm(ActorForm):
    """One sound."""

    sound = forms.FileField(
        label=gettext_lazy("Or a sound from this device"),
        help_text=gettext_lazy("A WAV file; with scripts on, any sound that the browser can play."),
        error_messages={"required": gettext_lazy("Record the words first, or choose a sound.")},
        widget=forms.FileInput(
            attrs={
                "accept": "audio/*",
                "data-largest": sound.LARGEST,
                "data-too-large": TOO_LARGE,
            }
        ),
    )

    def clean_sound(self) -> bytes:
        """Its bytes. The name that the device gave it is thrown away."""
        sent = self.cleaned_data["sound"]
        if sent.size > sound.LARGEST:
            raise forms.ValidationError(TOO_LARGE)
        return bytes(sent.read())


def _language(asked: str) -> str:
    if asked not in Person.Language.values:
        raise not_there()
    return asked


@page(Permission.VOICE_RECORD)
def overview(request: StaffRequest) -> HttpResponse:
    """What is recorded in one language, and what is silent still."""
    language = _language(request.GET.get("language") or request.person.language)
    group = request.GET.get("group", "sentences")
    if group not in GROUPS:
        raise not_there()
    spoken = {
        row.piece: row for row in voices(request.actor, language).select_related("recorded_by")
    }
    label, pieces = GROUPS[group]
    with translation.override(language):
        said = [(piece, str(words), spoken.get(piece)) for piece, words in pieces.items()]
    return show(
        request, "her_page/voices.html", said=said, language=language, group=group, label=label,
        languages=Person.Language.choices, missing=sum(1 for _p, _w, row in said if row is None),
        groups=[(name, words) for name, (words, _pieces) in GROUPS.items()],
    )  # fmt: skip


@page(Permission.VOICE_RECORD, writes=("POST",))
def voice(request: StaffRequest, language: str, piece: str) -> HttpResponse:
    """Record one piece; saving it leads to the next one that is silent."""
    group = group_of(piece)
    if not group:
        raise not_there()
    with translation.override(_language(language)):
        words = str(GROUPS[group][1][piece])
    back = f"{reverse('her_page:voices')}?language={language}&group={group}"
    spoken = {row.piece for row in voices(request.actor, language)}
    what = Asking(
        "voice", words, _("Save this voice"), record=f"{language}-{piece}",
        next_url=_next(language, group, piece, spoken) or back, back_url=back, faults=REFUSED,
        lead=_("Say these words slowly and kindly, in a quiet room. No name and no place."),
        said=_("Recorded. Now the next one."), template="her_page/voice.html",
    )  # fmt: skip

    def save(form: VoiceForm) -> SpokenPiece:
        return actions.record_voice(
            language=language, piece=piece, content=form.cleaned_data["sound"], by=request.actor
        )

    request.voice = _beside(language, piece, spoken)  # type: ignore[attr-defined] # read by its template
    answer = ask(request, VoiceForm, what, save)
    answer.headers["Permissions-Policy"] = "microphone=(self), camera=(), geolocation=()"
    return answer


def _beside(language: str, piece: str, spoken: set[str]) -> dict[str, Any]:
    kept = reverse("her_page:voice_sound", args=[language, piece]) if piece in spoken else ""
    return {"language": language, "piece": piece, "kept": kept}


def _next(language: str, group: str, piece: str, spoken: set[str]) -> str:
    """The first silent piece after this one."""
    names = list(GROUPS[group][1])
    later = names[names.index(piece) + 1 :]
    silent = next((name for name in later if name not in spoken), "")
    return reverse("her_page:voice", args=[language, silent]) if silent else ""


@page(Permission.VOICE_RECORD, writes=("POST",))
def take_away(request: StaffRequest, language: str, piece: str) -> HttpResponse:
    """The piece is silent again."""
    if request.method != "POST":
        raise not_there()
    try:
        actions.take_voice_away(language=language, piece=piece, by=request.actor)
    except SpokenPiece.DoesNotExist:
        raise not_there() from None
    return redirect("her_page:voice", language=language, piece=piece)


def sound_of(request: StaffRequest, language: str, piece: str) -> HttpResponse:
    """The recorded sound, as a file that only the page plays."""
    row = voices(request.actor, language).defer(None).filter(piece=piece).first()
    if row is None:
        raise not_there()
    answer = HttpResponse(bytes(row.sound), content_type="audio/wav")
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


@page(Permission.VOICE_RECORD)
def voice_sound(request: StaffRequest, language: str, piece: str) -> HttpResponse:
    """What is recorded, for whoever records."""
    return sound_of(request, _language(language), piece)


@page(Permission.OWN_DESK)
def heard(request: StaffRequest, piece: str) -> HttpResponse:
    """One piece in the language of the page that is open in her hands."""
    if "her_page" not in request.session:
        raise not_there()
    return sound_of(request, request.session["her_language"], piece)
