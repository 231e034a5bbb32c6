"""Published orders: the list of them, a new one with its citation, a wrong one taken back."""

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.models import AgeBand, PublishedOrder
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.money import rupees
from tafteesh.interfaces.web.asking import Asking, Faults, ask, door, found
from tafteesh.interfaces.web.compensation.forms import AmountForm, WithdrawForm, schemes_to_choose
from tafteesh.interfaces.web.form_fields import DayField, MoneyField
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.picking import PickField
from tafteesh.interfaces.web.templatetags.shapes import Column

PAGE = 50
FAULTS: Faults = {
    actions.OrderBeforeClaim: (
        "ordered_on",
        gettext_lazy("This is before the day of the application. Look at both days again."),
    ),
    actions.PublishedAlready: (
        "citation",
        gettext_lazy("This order of this citation is recorded already. It counts once."),
    ),
}


class PublishedForm(AmountForm):
    """An order that was published. It names nobody."""

    amount_paise = MoneyField(label=gettext_lazy("Amount ordered"))
    ordered_on = DayField(label=gettext_lazy("Day of the order"))
    filed_on = DayField(
        label=gettext_lazy("Day of the application"),
        required=False,
        help_text=gettext_lazy("If it was published: how long it took is told from it"),
    )
    scope = forms.ChoiceField(
        label=gettext_lazy("What was done to her?"),
        choices=[c for c in SurvivorFile.Scope.choices if c[0] != SurvivorFile.Scope.NOT_KNOWN],
        widget=forms.RadioSelect,
    )
    violence = forms.ChoiceField(
        label=gettext_lazy("For other violence: which?"),
        choices=[("", "–"), *SurvivorFile.Violence.choices],
        required=False,
    )
    age_band = forms.ChoiceField(
        label=gettext_lazy("How old was she when she applied?"),
        choices=AgeBand.choices,
        initial=AgeBand.NOT_KNOWN,
    )
    scheme = PickField(label=gettext_lazy("Under which scheme?"), required=False)
    authority_words = forms.CharField(
        label=gettext_lazy("Who ordered it?"), max_length=160, required=False
    )
    citation = forms.CharField(
        label=gettext_lazy("Where was it published?"),
        max_length=300,
        help_text=gettext_lazy("The citation, as an appeal gives it. Write no name of a survivor"),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["scheme"].offer(*schemes_to_choose())  # type: ignore[attr-defined] # a PickField

    def clean(self) -> dict[str, Any]:
        """The kind of violence goes with violence, and with nothing else."""
        cleaned = super().clean() or self.cleaned_data
        violent = cleaned.get("scope") in (SurvivorFile.Scope.VIOLENCE, SurvivorFile.Scope.BOTH)
        if violent and not cleaned.get("violence"):
            self.add_error("violence", _("Choose the kind of violence"))
        if cleaned.get("scope") == SurvivorFile.Scope.TRAFFICKING and cleaned.get("violence"):
            self.add_error("violence", _("Leave this empty, or choose that both were done to her"))
        return cleaned


@page(Permission.CLAIM_READ)
def published(request: StaffRequest) -> HttpResponse:
    """Orders that were published, the newest first, each with its citation."""
    asked = request.GET.get("from", "")
    start = int(asked) if asked.isdecimal() and len(asked) < 7 else 0
    rows = door(PublishedOrder, request).select_related("scheme").order_by("-ordered_on", "-pk")
    found_rows = list(rows[start : start + PAGE + 1])
    return show(
        request,
        "compensation/published.html",
        rows=found_rows[:PAGE],
        older=f"?from={start + PAGE}" if len(found_rows) > PAGE else "",
        columns=[
            Column(pgettext("published order", "Ordered on")),
            Column(pgettext("published order", "Amount"), number=True),
            Column(pgettext("published order", "For what")),
            Column(pgettext("published order", "Where it was published")),
        ],
        may_write=request.actor.holds(Permission.CLAIM_WRITE),
    )


def _asking(key: str, heading: str, label: str, **more: Any) -> Asking:
    there = reverse("compensation:published")
    given: dict[str, Any] = {"faults": FAULTS, **more}
    return Asking(key=key, heading=heading, label=label, next_url=there, back_url=there, **given)


@page(Permission.CLAIM_WRITE, writes=("POST",))
def new_published(request: StaffRequest) -> HttpResponse:
    """A published order with its citation."""
    what = _asking(
        "published-order", _("A published order"), _("Save this published order"),
        lead=_("What others were given is annexed to her appeal. Record only what was published."),
    )  # fmt: skip
    return ask(
        request,
        PublishedForm,
        what,
        lambda form: actions.record_published(
            new=actions.NewPublished(**form.cleaned_data), by=request.actor
        ),
    )


@page(Permission.CLAIM_WRITE, writes=("POST",))
def withdraw_published(request: StaffRequest, order_id: uuid.UUID) -> HttpResponse:
    """Take back a published order that was entered wrongly."""
    row = found(door(PublishedOrder, request), request, order_id)
    what = _asking(
        "withdraw", _("Withdraw an entry"), _("Withdraw it"), record=row.pk,
        lead=f"{row.ordered_on:%d-%m-%Y} · {rupees(row.amount_paise)} · {row.citation}",
        said=_("The entry is withdrawn."),
    )  # fmt: skip
    return ask(
        request,
        WithdrawForm,
        what,
        lambda form: actions.withdraw_published(order=row, by=request.actor, **form.cleaned_data),
    )
