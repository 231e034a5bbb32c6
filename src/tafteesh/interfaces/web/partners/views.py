"""Partners, and what was learnt and adopted with them."""

import uuid

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.handoffs import actions
from tafteesh.domain.handoffs.models import Exchange, Partner
from tafteesh.domain.handoffs.queries import exchanges, partners, shares
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, ask, door, found
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.page import StaffRequest, page, show


class PartnerForm(ActorForm):
    """A partner."""

    name = forms.CharField(label=gettext_lazy("Name of the partner"), max_length=160)
    place = forms.CharField(
        label=gettext_lazy("Place"),
        max_length=120,
        help_text=gettext_lazy("Like Ranchi, Jharkhand"),
    )
    agreement_until = DayField(
        label=gettext_lazy("Agreement until"), past_only=False, required=False
    )


class ExchangeForm(ActorForm):
    """A meeting to learn from each other."""

    on = DayField(label=gettext_lazy("Day"))
    topic = forms.CharField(label=gettext_lazy("What was it about?"), max_length=200)
    practice_adopted = forms.CharField(
        label=gettext_lazy("What was taken over from it?"),
        max_length=400,
        required=False,
        help_text=gettext_lazy("It may be written down later"),
    )


class PracticeForm(ActorForm):
    """What was taken over."""

    practice = forms.CharField(label=gettext_lazy("What was taken over from it?"), max_length=400)


@page(Permission.PARTNER_WRITE)
def partners_list(request: StaffRequest) -> HttpResponse:
    """Partners, the newest exchanges, and how many files are shared."""
    sees_files = request.actor.holds(Permission.FILE_READ)
    return show(
        request,
        "partners/list.html",
        partners=list(partners(request.actor)),
        may_compare=request.actor.holds(Permission.OFFICES_COMPARE),
        exchanges=list(exchanges(request.actor)[:20]),
        adopted=exchanges(request.actor).exclude(practice_adopted="").count(),
        held=exchanges(request.actor).count(),
        shared=shares(request.actor).count() if sees_files else None,
    )


@page(Permission.PARTNER_WRITE)
def partner_page(request: StaffRequest, partner_id: uuid.UUID) -> HttpResponse:
    """One partner and every exchange with them."""
    partner = found(partners(request.actor), request, partner_id)
    rows = list(exchanges(request.actor).filter(partner=partner)[:200])
    return show(request, "partners/partner.html", partner=partner, exchanges=rows)


@page(Permission.PARTNER_WRITE, writes=("POST",))
def new_partner(request: StaffRequest) -> HttpResponse:
    """Make a partner known."""
    back = reverse("partners:list")
    what = Asking("partner", _("New partner"), _("Save this partner"), next_url=back, back_url=back)
    return ask(
        request,
        PartnerForm,
        what,
        lambda form: actions.record_partner(by=request.actor, **form.cleaned_data),
    )


@page(Permission.PARTNER_WRITE, writes=("POST",))
def new_exchange(request: StaffRequest, partner_id: uuid.UUID) -> HttpResponse:
    """An exchange with a partner; it is a meeting too."""
    partner = found(door(Partner, request), request, partner_id)
    there = reverse("partners:partner", args=[partner.pk])
    what = Asking(
        "exchange", _("New exchange"), _("Save this exchange"), next_url=there, back_url=there,
        record=partner.pk, lead=partner.name,
    )  # fmt: skip
    return ask(
        request,
        ExchangeForm,
        what,
        lambda form: actions.record_exchange(
            partner=partner, by=request.actor, **form.cleaned_data
        ),
    )


@page(Permission.PARTNER_WRITE, writes=("POST",))
def practice(request: StaffRequest, exchange_id: uuid.UUID) -> HttpResponse:
    """What was taken over after an exchange."""
    exchange = found(door(Exchange, request), request, exchange_id)
    there = reverse("partners:partner", args=[exchange.partner_id])
    what = Asking(
        "practice", _("What was taken over"), _("Save what was taken over"), next_url=there,
        back_url=there, record=exchange.pk, lead=exchange.topic,
    )  # fmt: skip
    return ask(
        request,
        PracticeForm,
        what,
        lambda form: actions.adopt_practice(
            exchange=exchange, by=request.actor, **form.cleaned_data
        ),
    )
