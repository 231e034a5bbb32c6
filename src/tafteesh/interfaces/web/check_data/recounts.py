"""A reported total beside what the papers of each place say: the verification factor."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from tafteesh.domain.checking import actions
from tafteesh.domain.checking.agreement import verification_factor
from tafteesh.domain.checking.models import Recount
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.digits import clean
from tafteesh.interfaces.web.asking import Asking, ask, door
from tafteesh.interfaces.web.check_data.results import between, percent
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.grid.pasting import BlockTooLarge, cells_of
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.templatetags.shapes import Column, Row

LARGEST = 10**9
LOW, HIGH = 0.9, 1.1  # what the Data Quality Review of the WHO lets pass


class RecountForm(ActorForm):
    """The total that was reported, and one line a place."""

    title = forms.CharField(
        label=gettext_lazy("Which total was reported?"),
        max_length=120,
        help_text=gettext_lazy("Like visits in October 2026"),
    )
    sites = forms.CharField(
        label=gettext_lazy("Place, reported, counted again"),
        help_text=gettext_lazy(
            "One line a place: Hasnabad, 40, 38. Or paste three columns from a spreadsheet"
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def clean_sites(self) -> list[actions.Site]:
        """The places. Raises ValidationError, saying which line."""
        try:
            lines = cells_of(self.cleaned_data["sites"])
        except BlockTooLarge:
            raise ValidationError(_("More than 500 lines. Leave some out.")) from None
        return [_site(number, line) for number, line in enumerate(lines, start=1)]


def _site(number: int, line: list[str]) -> actions.Site:
    numbers = [clean(cell) for cell in line[1:3]]
    good = len(numbers) == 2 and all(one.isascii() and one.isdigit() for one in numbers)
    if not good or not line[0] or max(map(int, numbers)) > LARGEST:
        said = _("Line %(n)d: write the place, then two whole numbers, like Hasnabad, 40, 38.")
        raise ValidationError(said % {"n": number})
    return actions.Site(line[0][:80], int(numbers[0]), int(numbers[1]))


@page(Permission.RECORD_CHECK)
def recounts(request: StaffRequest) -> HttpResponse:
    """The totals that were counted again, the newest first."""
    rows = door(Recount, request).order_by("-recorded_at")[:50]
    return show(
        request,
        "check_data/recounts.html",
        recounts=[_told(row) for row in rows],
        columns=[
            Column(pgettext("column", "Place")),
            Column(pgettext("column", "Reported"), number=True),
            Column(pgettext("column", "Counted again"), number=True),
        ],
    )


def _told(row: Recount) -> dict[str, Any]:
    found = verification_factor([(recount, told, 1.0) for _place, told, recount in row.sites])
    if found.interval is None:
        sure = _("one place alone shows no range")
    else:
        sure = _("95 in 100 sure: %(range)s") % {"range": between(found.interval)}
    return {
        "recount": row,
        "factor": percent(found.factor),
        "sure": sure,
        "off": percent(found.off_by),
        "verdict": _verdict(found.factor, found.interval is not None and found.interval),
        "rows": [Row([place, told, recount]) for place, told, recount in row.sites],
    }


def _verdict(factor: float, interval: Any) -> str:
    """Over- or under-reported, as far as these places can show it."""
    if interval and interval.low <= 1 <= interval.high:
        return _("These places do not show that too much or too little was reported.")
    if factor < LOW:
        return _("More was reported than the papers hold.")
    if factor > HIGH:
        return _("Less was reported than the papers hold.")
    return _("The total holds within a tenth.")


@page(Permission.RECORD_CHECK, writes=("POST",))
def new_recount(request: StaffRequest) -> HttpResponse:
    """Write down what was reported and what the papers say, place by place."""
    there = reverse("check_data:recounts")
    asking = Asking(
        key="recount",
        heading=_("Count a reported total again"),
        lead=_("Choose the places by lot, and count from their papers, not from this register."),
        label=_("Save"),
        next_url=there,
        back_url=there,
        said=_("Saved."),
        faults={
            actions.NothingReported: (
                "sites",
                gettext_lazy("Nothing was reported in these lines: there is no total to hold."),
            ),
        },
    )
    return ask(
        request,
        RecountForm,
        asking,
        lambda form: actions.record_recount(by=request.actor, **form.cleaned_data),
    )
