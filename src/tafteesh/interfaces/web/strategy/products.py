"""Knowledge products: what was made from the records, each tied to the frozen figures behind it."""

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.facts import actions
from tafteesh.domain.facts.models import KnowledgeProduct, Release
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, Faults, ask, door, found
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.picking import PickField

FAULTS: Faults = {
    actions.AlreadyTied: (
        "release",
        gettext_lazy("It is tied to a released report already and stays with it."),
    ),
}


def release_words(row: Release) -> str:
    """A release by its days, and as known on which day."""
    days = f"{row.period_start:%d-%m-%Y} – {row.period_end:%d-%m-%Y}"
    return _("%(days)s, as known on %(known)s") % {
        "days": days,
        "known": f"{row.as_known_at:%d-%m-%Y}",
    }


class ProductForm(ActorForm):
    """A study, brief or report."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=KnowledgeProduct.Kind.choices)
    released_on = DayField(label=gettext_lazy("Published on"), required=False)
    release = PickField(
        label=gettext_lazy("From which released report?"),
        required=False,
        help_text=gettext_lazy("Then anyone can run its numbers again"),
    )

    def __init__(self, *args: Any, releases: list[Release], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["release"].offer(releases, release_words)  # type: ignore[attr-defined] # a PickField


class TieForm(ActorForm):
    """The release behind a product."""

    release = PickField(label=gettext_lazy("From which released report?"))

    def __init__(self, *args: Any, releases: list[Release], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["release"].offer(releases, release_words)  # type: ignore[attr-defined] # a PickField


def _releases(request: StaffRequest) -> list[Release]:
    return list(door(Release, request).order_by("-as_known_at")[:100])


@page(Permission.FIGURES_READ)
def products_list(request: StaffRequest) -> HttpResponse:
    """What was published, the newest first."""
    rows = door(KnowledgeProduct, request).select_related("release")
    return show(
        request,
        "strategy/products.html",
        products=list(rows.order_by("-released_on", "-pk")[:200]),
        may_write=request.actor.holds(Permission.STRATEGY_WRITE),
    )


@page(Permission.STRATEGY_WRITE, writes=("POST",))
def new_product(request: StaffRequest) -> HttpResponse:
    """Add a product."""
    back = reverse("strategy:products")
    what = Asking(
        "product", _("New knowledge product"), _("Save this product"), next_url=back, back_url=back,
        form_args={"releases": _releases(request)},
    )  # fmt: skip
    return ask(
        request,
        ProductForm,
        what,
        lambda form: actions.record_product(by=request.actor, **form.cleaned_data),
    )


@page(Permission.STRATEGY_WRITE, writes=("POST",))
def tie(request: StaffRequest, product_id: uuid.UUID) -> HttpResponse:
    """Tie a product to the frozen figures it was made from."""
    product = found(door(KnowledgeProduct, request), request, product_id)
    back = reverse("strategy:products")
    what = Asking(
        "tie", _("Figures behind a product"), _("Tie it to this report"), next_url=back,
        back_url=back, record=product.pk, lead=product.title, faults=FAULTS,
        form_args={"releases": _releases(request)},
    )  # fmt: skip
    return ask(
        request,
        TieForm,
        what,
        lambda form: actions.tie_product(product=product, by=request.actor, **form.cleaned_data),
    )
