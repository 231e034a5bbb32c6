"""Every component in its states, in three languages, with invented people."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from tafteesh.interfaces.web.gallery import samples
from tafteesh.interfaces.web.gallery.forms import SampleForm
from tafteesh.interfaces.web.gallery.words import WORDS


def gallery(request: HttpRequest, language: str = "") -> HttpResponse:
    """All components on one page. The last part of the address chooses the language."""
    spoken = language or translation.get_language() or "en"
    if spoken not in WORDS:
        raise Http404
    with translation.override(spoken):
        words = WORDS[spoken]
        faulty = SampleForm({"bad-told_on": "31-02-2026", "bad-sure": "day"}, prefix="bad")
        context = {
            "w": words,
            "languages": WORDS,
            "form": SampleForm(initial={"called": words["called"], "sure": "month"}),
            "faulty": faulty,
            **samples.shown(words),
            **samples.drawn(words),
        }
        return render(request, "gallery/gallery.html", context)
