"""What was said in public: frozen, printed, told anew."""

import uuid
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.facts import actions
from tafteesh.domain.facts.figure import Figure
from tafteesh.domain.facts.models import Release
from tafteesh.domain.facts.queries import newest_release, years_with_events
from tafteesh.domain.facts.stamp import stamp
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.letters.report import report_pdf
from tafteesh.interfaces.letters.values import stamp_words
from tafteesh.interfaces.web.asking import Asking, ask
from tafteesh.interfaces.web.facts import cards
from tafteesh.interfaces.web.facts.views import period_named
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.page import StaffRequest, page, show

LANGUAGES = (("bn", "বাংলা"), ("en", "English"), ("hi", "हिन्दी"))


class ReleaseForm(ActorForm):
    """The year that is told, and why, where it was told before."""

    year = forms.ChoiceField(label=gettext_lazy("Financial year"))
    reason = forms.CharField(
        label=gettext_lazy("Why the numbers are told anew"),
        help_text=gettext_lazy("Only where this year was released before"),
        required=False,
        max_length=400,
    )

    def __init__(self, *args: Any, years: list[str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["year"].choices = [(year, year) for year in years]  # type: ignore[attr-defined] # of a choice field


@page(Permission.FIGURES_READ)
def releases(request: StaffRequest) -> HttpResponse:
    """What was released, newest first."""
    rows = Release.objects.visible_to(request.actor).order_by("-as_known_at")[:100]
    may = request.actor.holds(Permission.REPORT_RELEASE)
    return show(request, "facts/releases.html", releases=rows, may_release=may)


@page(Permission.REPORT_RELEASE, writes=("POST",))
def new_release(request: StaffRequest) -> HttpResponse:
    """Freeze a year. A year that was told before is told anew, with the reason."""
    years = [year.name for year in reversed(years_with_events(request.actor))]

    def save(form: ReleaseForm) -> Release:
        period = period_named(form.cleaned_data["year"])
        return actions.release_report(
            period=period,
            restates=newest_release(request.actor, period),
            reason=form.cleaned_data["reason"],
            by=request.actor,
        )

    words = _("This year was released before. Say why its numbers are told anew.")
    asking = Asking(
        key="release",
        heading=_("Release a report"),
        label=_("Freeze and release"),
        next_url=reverse("facts:release", args=[uuid.UUID(int=0)]).replace(
            str(uuid.UUID(int=0)), "{id}"
        ),
        lead=_("A released report is frozen: it prints the same bytes for ever."),
        said=_("Released."),
        back_url=reverse("facts:releases"),
        faults={actions.NoReason: ("reason", words)},
        form_args={"years": years},
    )
    return ask(request, ReleaseForm, asking, save)


def _found(request: StaffRequest, release_id: uuid.UUID) -> Release:
    found = Release.objects.visible_to(request.actor).filter(pk=release_id).first()
    if found is None:
        raise Http404
    return found


def _cards(release: Release) -> list[cards.Card]:
    """The frozen numbers: achievements first, in their order."""
    frozen = {row.indicator: Figure(row.indicator, row.values) for row in release.figures.all()}
    grouped = [card for _heading, many in cards.groups(frozen, {}) for card in many]
    return [*cards.achievements(frozen, {}), *grouped]


@page(Permission.FIGURES_READ)
def release(request: StaffRequest, release_id: uuid.UUID) -> HttpResponse:
    """A released report as a page: the frozen numbers alone, and what changed since the one before."""
    found = _found(request, release_id)
    shown, changed = _cards(found), []
    if found.restates is not None:
        earlier = {card.id: card.number for card in _cards(found.restates)}
        changed = [(c, earlier[c.id]) for c in shown if earlier.get(c.id, c.number) != c.number]
    checked = stamp(request.actor, found.as_known_at)
    later = Release.objects.visible_to(request.actor).filter(restates=found).first()
    return show(
        request,
        "facts/release.html",
        release=found,
        later=later,
        cards=cards.stamped(shown, checked),
        changed=changed,
        definitions=[(card, cards.find(card.id)) for card in shown],
        stamp=stamp_words(checked),
        content_hash=bytes(found.content_hash).hex(),
        languages=LANGUAGES,
    )


@page(Permission.FIGURES_READ)
def release_pdf(request: StaffRequest, release_id: uuid.UUID, language: str) -> HttpResponse:
    """The same on paper: the same bytes every time."""
    found = _found(request, release_id)
    if language not in dict(LANGUAGES):
        raise Http404
    words = stamp(request.actor, found.as_known_at)
    answer = HttpResponse(report_pdf(found, language, words), content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="report.pdf"'
    return answer
