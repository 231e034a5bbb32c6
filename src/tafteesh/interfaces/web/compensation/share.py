"""What an order gives under each head, one order set off against another, a minor's deposit, heirs."""

import uuid

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.heads import heads_of, schemes_of
from tafteesh.domain.compensation.models import Deposit, Heir, Order, OrderHead, Payment
from tafteesh.domain.files.models import HouseholdMember
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.money import rupees
from tafteesh.interfaces.web.asking import Faults, ask, door, found
from tafteesh.interfaces.web.compensation import share_forms as forms
from tafteesh.interfaces.web.compensation.forms import order_words
from tafteesh.interfaces.web.compensation.steps import (
    FAULTS,
    asking,
    papers_of,
    the_claim,
    the_order,
    the_paper,
)
from tafteesh.interfaces.web.page import StaffRequest, page, show

NOT_NOW = gettext_lazy(
    "This day has not come yet, or lies outside the time of it. Look at it again."
)
SHARE_FAULTS: Faults = {
    **FAULTS,
    actions.SetOffAgainstItself: (
        "against",
        gettext_lazy("Choose an order of another claim of hers. An order is not set off against itself."),
    ),
    actions.MoreThanTheOtherGave: (
        "amount_paise",
        gettext_lazy("The other order gives less than this. Look at both papers."),
    ),
    actions.MoreThanOrdered: (
        "amount_paise",
        gettext_lazy("Less than this is still to come on this claim. Look at both papers."),
    ),
    actions.StepBeforeOrder: (
        None,
        gettext_lazy("This is before one of the two orders, or before the money came. Look at the days again."),
    ),
    actions.HeadsGiveMore: (
        None,
        gettext_lazy("Together the heads give more than the order does. Look at the amounts again."),
    ),
    actions.MoreThanCame: (
        "amount_paise",
        gettext_lazy("Less than this came with this payment. Look at the bank paper again."),
    ),
    actions.LockedStill: (
        "released_on",
        gettext_lazy(
            "The deposit is locked longer than that. Choose the order that let her have it earlier."
        ),
    ),
    actions.StepInTheFuture: (None, NOT_NOW),
    actions.SheLives: (
        None,
        gettext_lazy("Record first, among the steps of the claim, that she died."),
    ),
    actions.HeirIsAccused: (
        "member",
        gettext_lazy("This person is accused of the crime and takes nothing of her money. Choose another heir."),
    ),
    actions.HeirStands: ("member", gettext_lazy("This person takes her place already.")),
}  # fmt: skip


@page(Permission.CLAIM_WRITE, writes=("POST",))
def set_off(request: StaffRequest, claim_id: uuid.UUID) -> HttpResponse:
    """A court or authority takes off what another order gives her."""
    claim = the_claim(request, claim_id)
    others = door(Order, request).filter(survivor_file=claim.survivor_file_id, amount_paise__gt=0)
    what = asking(
        claim,
        "set-off",
        _("Set off against another order"),
        _("Save what was taken off"),
        lead=_(
            "Where a court counts what the DLSA gave, or the other way round, the same money stands once."
        ),
        faults=SHARE_FAULTS,
        form_args={
            "orders": list(others.exclude(claim=claim).order_by("-ordered_on")),
            "papers": papers_of(request, claim, Paper.Kind.ORDER),
        },
    )

    def save(form: forms.SetOffForm) -> Order:
        said = dict(form.cleaned_data)
        said["paper"] = the_paper(
            request, claim, said["paper"], kind=Paper.Kind.ORDER, dated_on=said["ordered_on"]
        )
        return actions.record_set_off(claim=claim, new=actions.NewSetOff(**said), by=request.actor)

    return ask(request, forms.SetOffForm, what, save)


@page(Permission.CLAIM_WRITE, writes=("POST",))
def heads(request: StaffRequest, order_id: uuid.UUID) -> HttpResponse:
    """What the order says about each head of the scheme."""
    order = the_order(request, order_id)
    schemes = schemes_of(order)
    chosen = request.GET.get("scheme", "")
    scheme = next((one for one in schemes if len(schemes) == 1 or one.key == chosen), None)
    if scheme is None:
        return show(request, "compensation/choose_scheme.html", order=order, schemes=schemes)
    what = asking(
        order.claim,
        "heads",
        _("Heads of the order"),
        _("Save the heads"),
        record=order.pk,
        lead=f"{order_words(order)} · {scheme.name}",
        faults=SHARE_FAULTS,
        form_args={
            "heads": heads_of(order, scheme),
            "said": list(door(OrderHead, request).filter(order=order)),
        },
    )
    return ask(
        request,
        forms.HeadsForm,
        what,
        lambda form: actions.record_heads(order=order, heads=form.told(), by=request.actor),
    )


@page(Permission.PAYMENT_RECORD, writes=("POST",))
def deposit(request: StaffRequest, payment_id: uuid.UUID) -> HttpResponse:
    """A part of a payment lies in a fixed deposit."""
    rows = door(Payment, request).select_related("claim__survivor_file")
    payment = found(rows, request, payment_id)
    what = asking(
        payment.claim, "deposit", _("Fixed deposit in her name"), _("Save the deposit"),
        record=payment.pk, faults=SHARE_FAULTS,
        lead=f"{payment.credited_on:%d-%m-%Y} · {rupees(payment.amount_paise)}",
    )  # fmt: skip
    return ask(
        request,
        forms.DepositForm,
        what,
        lambda form: actions.record_deposit(payment=payment, by=request.actor, **form.cleaned_data),
    )


@page(Permission.PAYMENT_RECORD, writes=("POST",))
def release(request: StaffRequest, deposit_id: uuid.UUID) -> HttpResponse:
    """She has the money of the deposit in her hand."""
    rows = door(Deposit, request).filter(released_on=None)
    row = found(rows.select_related("payment__claim__survivor_file"), request, deposit_id)
    claim = row.payment.claim
    what = asking(
        claim, "release", _("The deposit is hers"), _("Save the day"), record=row.pk,
        faults=SHARE_FAULTS, lead=f"{rupees(row.amount_paise)} · {row.locked_until:%d-%m-%Y}",
        form_args={"papers": papers_of(request, claim, Paper.Kind.ORDER)},
    )  # fmt: skip
    return ask(
        request,
        forms.ReleaseForm,
        what,
        lambda form: actions.release_deposit(deposit=row, by=request.actor, **form.cleaned_data),
    )


@page(Permission.CLAIM_WRITE, writes=("POST",))
def heir(request: StaffRequest, claim_id: uuid.UUID) -> HttpResponse:
    """After her death somebody takes her place in the claim."""
    claim = the_claim(request, claim_id)
    around = door(HouseholdMember, request).filter(survivor_file=claim.survivor_file_id)
    papers = door(Paper, request).filter(survivor_file=claim.survivor_file_id)
    what = asking(
        claim, "heir", _("Who takes her place"), _("Save this heir"), faults=SHARE_FAULTS,
        lead=_("After her death the claim goes on for her heirs. Nobody who is accused of the crime is one."),
        form_args={
            "members": list(around.order_by("relation", "pk")),
            "papers": list(papers.order_by("-dated_on", "-pk")),
        },
    )  # fmt: skip

    def save(form: forms.HeirForm) -> Heir:
        return actions.record_heir(claim=claim, by=request.actor, **form.cleaned_data)

    return ask(request, forms.HeirForm, what, save)
