"""The next step of a claim: each one a short form that writes one record."""

import uuid
from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.models import Appeal, Claim, Order, Payment, Sanction
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.actions import add_paper
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.money import rupees
from tafteesh.interfaces.web.asking import Asking, Faults, ask, door, found
from tafteesh.interfaces.web.compensation import forms
from tafteesh.interfaces.web.page import StaffRequest, not_there, page
from tafteesh.interfaces.web.templatetags.shapes import Line, Words

ENTRIES: dict[str, Any] = {
    "order": Order,
    "appeal": Appeal,
    "sanction": Sanction,
    "payment": Payment,
}
NOT_BEFORE_ORDER = gettext_lazy("This is before the day of the order. Look at both days again.")
FAULTS: Faults = {
    actions.OrderBeforeClaim: (
        "ordered_on",
        gettext_lazy(
            "This is before the day on which the claim was filed. Look at both days again."
        ),
    ),
    actions.OrderOfThatDayStands: (
        "ordered_on",
        gettext_lazy("An order of this day stands already. If it is wrong, withdraw it first."),
    ),
    actions.AnswerBeforeOrder: ("answered_on", NOT_BEFORE_ORDER),
    actions.NextDateNotAfter: (
        "next_on",
        gettext_lazy("The next date must come after this day. Look at both days again."),
    ),
    actions.LeadsFurther: (
        None,
        gettext_lazy("Other entries stand on this one. Withdraw those first, the newest first."),
    ),
}


def asking(claim: Claim, key: str, heading: Words, label: Words, **more: Any) -> Asking:
    """A form about one claim: it comes from the claim's page and leads back to it."""
    there = reverse("compensation:claim", args=[claim.pk])
    about = (
        Line(_("File"), claim.survivor_file.number),
        Line(_("Ordered"), rupees(claim.ordered_paise) if claim.ordered_paise else "–"),
        Line(_("Received"), rupees(claim.credited_paise) if claim.credited_paise else "–"),
    )
    given: dict[str, Any] = {"faults": FAULTS, "record": claim.pk, "about": about, **more}
    return Asking(key=key, heading=heading, label=label, next_url=there, back_url=there, **given)


def the_claim(request: StaffRequest, claim_id: object) -> Claim:
    """A claim within reach."""
    return found(door(Claim, request).select_related("survivor_file"), request, claim_id)


def the_order(request: StaffRequest, order_id: object) -> Order:
    """An order within reach that stands."""
    rows = door(Order, request).select_related("claim__survivor_file")
    return found(rows, request, order_id)


def papers_of(request: StaffRequest, claim: Claim, kind: str) -> list[Paper]:
    """Papers of one kind in her file, the newest first."""
    rows = door(Paper, request).filter(survivor_file=claim.survivor_file_id, kind=kind)
    return list(rows.order_by("-dated_on", "-pk"))


def the_paper(request: StaffRequest, claim: Claim, answer: object, **new: Any) -> Paper | None:
    """The paper that was chosen, or the one that she has before her now."""
    if answer == forms.SEEN_NOW:
        return add_paper(file=claim.survivor_file, by=request.actor, **new)
    return answer if isinstance(answer, Paper) else None


@page(Permission.CLAIM_WRITE, writes=("POST",))
def new_claim(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """A new claim in a file."""
    file = found(door(SurvivorFile, request), request, file_id)
    back = reverse("files:file", args=[file.pk])
    what = Asking(
        key="claim",
        heading=_("New claim"),
        label=_("Save this claim"),
        record=file.pk,
        next_url=reverse("compensation:claim", args=[uuid.UUID(int=0)]).replace(
            str(uuid.UUID(int=0)), "{id}"
        ),
        back_url=back,
        about=(Line(_("File"), file.number),),
    )

    def save(form: forms.ClaimForm) -> Claim:
        said = dict(form.cleaned_data)
        details = {"scheme": said.pop("scheme")}
        return actions.record_claim(
            file=file, new=actions.NewClaim(**said, details=details), by=request.actor
        )

    return ask(request, forms.ClaimForm, what, save)


@page(Permission.CLAIM_WRITE, writes=("POST",))
def new_order(request: StaffRequest, claim_id: uuid.UUID) -> HttpResponse:
    """An order on the claim: interim, final, on appeal, or a rejection."""
    claim = the_claim(request, claim_id)
    what = asking(
        claim,
        "order",
        _("Order"),
        _("Save this order"),
        form_args={
            "orders": list(claim.orders.filter(withdrawn_at=None).order_by("-ordered_on")),
            "papers": papers_of(request, claim, Paper.Kind.ORDER),
        },
        said=_("The order is recorded. It is not money yet."),
    )

    def save(form: forms.OrderForm) -> Order:
        said = dict(form.cleaned_data)
        said["paper"] = the_paper(
            request,
            claim,
            said["paper"],
            kind=Paper.Kind.ORDER,
            dated_on=said["ordered_on"],
            issued_by=said["authority"],
        )
        said["amount_paise"] = said["amount_paise"] or 0
        return actions.record_order(claim=claim, new=actions.NewOrder(**said), by=request.actor)

    return ask(request, forms.OrderForm, what, save)


@page(Permission.CLAIM_WRITE, writes=("POST",))
def her_answer(request: StaffRequest, order_id: uuid.UUID) -> HttpResponse:
    """She accepts the order, or challenges it."""
    order = the_order(request, order_id)
    what = asking(
        order.claim, "answer", _("Her answer"), _("Save her answer"), record=order.pk,
        lead=forms.order_words(order),
    )  # fmt: skip
    return ask(
        request,
        forms.AnswerForm,
        what,
        lambda form: actions.record_answer(order=order, by=request.actor, **form.cleaned_data),
    )


@page(Permission.CLAIM_WRITE, writes=("POST",))
def new_appeal(request: StaffRequest, order_id: uuid.UUID) -> HttpResponse:
    """She goes further with an order."""
    order = the_order(request, order_id)
    what = asking(
        order.claim, "appeal", _("Appeal"), _("Save this appeal"), record=order.pk,
        lead=forms.order_words(order),
        faults={**FAULTS, actions.StepBeforeOrder: ("filed_on", NOT_BEFORE_ORDER)},
    )  # fmt: skip
    return ask(
        request,
        forms.AppealForm,
        what,
        lambda form: actions.record_appeal(order=order, by=request.actor, **form.cleaned_data),
    )


@page(Permission.CLAIM_WRITE, writes=("POST",))
def new_sanction(request: StaffRequest, order_id: uuid.UUID) -> HttpResponse:
    """The authority released the money, or waits for funds."""
    order = the_order(request, order_id)
    what = asking(
        order.claim, "sanction", _("Sanction"), _("Save what the authority said"),
        record=order.pk, lead=forms.order_words(order),
        faults={actions.StepBeforeOrder: ("sanctioned_on", NOT_BEFORE_ORDER)},
    )  # fmt: skip

    def save(form: forms.SanctionForm) -> Sanction:
        said = dict(form.cleaned_data)
        said["waiting"] = bool(said["waiting"])
        return actions.record_sanction(order=order, by=request.actor, **said)

    return ask(request, forms.SanctionForm, what, save)


def _money_faults(claim: Claim) -> Faults:
    left = max(claim.ordered_paise - claim.credited_paise, 0)
    words = _(
        "Only %(left)s of what was ordered is still to come. Look at both papers: if the order gives more,"
        " record that order first; if this money was entered before, withdraw it."
    ) % {"left": rupees(left)}
    early = _("This is before the first order. Record the order first, or look at both days again.")
    return {
        actions.MoreThanOrdered: ("amount_paise", words),
        actions.CreditBeforeOrder: ("credited_on", early),
        actions.RecordedAlready: (
            "amount_paise",
            _(
                "This money is recorded already: the same amount on this day, or on this bank paper."
                " Look at the payments of this claim; if it came twice, take the second bank paper."
            ),
        ),
    }


@page(Permission.PAYMENT_RECORD, writes=("POST",))
def new_credit(request: StaffRequest, claim_id: uuid.UUID) -> HttpResponse:
    """Money reached her account."""
    claim = the_claim(request, claim_id)
    what = asking(
        claim,
        "credit",
        _("Money received"),
        _("Save this payment"),
        lead=_("Look in her passbook: the day, the amount, and that the account is her own."),
        faults=_money_faults(claim),
        form_args={"papers": papers_of(request, claim, Paper.Kind.BANK)},
    )

    def save(form: forms.CreditForm) -> Payment:
        said = dict(form.cleaned_data)
        proof = the_paper(
            request, claim, said["proof"], kind=Paper.Kind.BANK, dated_on=said["credited_on"]
        )
        return actions.record_credit(claim=claim, by=request.actor, **said | {"proof": proof})

    return ask(request, forms.CreditForm, what, save)


@page(Permission.PAYMENT_RECORD, writes=("POST",))
def attach_proof(request: StaffRequest, payment_id: uuid.UUID) -> HttpResponse:
    """A bank paper for money that was only said."""
    rows = door(Payment, request).select_related("claim__survivor_file")
    payment = found(rows, request, payment_id)
    claim = payment.claim
    what = asking(
        claim,
        "proof",
        _("Bank paper"),
        _("Save the proof"),
        record=payment.pk,
        lead=f"{payment.credited_on:%d-%m-%Y} · {rupees(payment.amount_paise)}",
        form_args={"papers": papers_of(request, claim, Paper.Kind.BANK)},
    )

    def save(form: forms.ProofForm) -> Payment:
        answer = form.cleaned_data["proof"]
        proof = the_paper(
            request, claim, answer, kind=Paper.Kind.BANK, dated_on=payment.credited_on
        )
        if proof is None:
            raise Paper.DoesNotExist
        return actions.prove_credit(payment=payment, proof=proof, by=request.actor)

    return ask(request, forms.ProofForm, what, save)


@page(Permission.PAYMENT_RECORD, writes=("POST",))
def withdraw_entry(request: StaffRequest, kind: str, entry_id: uuid.UUID) -> HttpResponse:
    """Take a wrong order, appeal, sanction or payment back."""
    if kind not in ENTRIES:
        raise not_there()
    entry = found(door(ENTRIES[kind], request), request, entry_id)
    claim_id = entry.claim_id if hasattr(entry, "claim_id") else entry.order.claim_id
    claim = the_claim(request, claim_id)
    faults = {
        **FAULTS,
        actions.MoreThanOrdered: (
            None,
            _("Money was received on this order. Withdraw the payment first."),
        ),
    }
    what = asking(
        claim, "withdraw", _("Withdraw an entry"), _("Withdraw it"), record=entry.pk, faults=faults,
        lead=_("It stays readable in the log, and no figure counts it any more."),
        said=_("The entry is withdrawn."),
    )  # fmt: skip
    return ask(
        request,
        forms.WithdrawForm,
        what,
        lambda form: actions.withdraw(entry=entry, by=request.actor, **form.cleaned_data),
    )


@page(Permission.PAYMENT_RECORD, writes=("POST",))
def withdraw_claim(request: StaffRequest, claim_id: uuid.UUID) -> HttpResponse:
    """Take back a claim that was entered by mistake."""
    claim = the_claim(request, claim_id)
    what = asking(
        claim, "withdraw", _("Withdraw a claim"), _("Withdraw it"),
        lead=_("It stays readable in the log, and no figure counts it any more."),
        said=_("The claim is withdrawn."),
    )  # fmt: skip
    to_list = replace(what, next_url=reverse("compensation:list"))
    return ask(
        request,
        forms.WithdrawForm,
        to_list,
        lambda form: actions.withdraw_claim(claim=claim, by=request.actor, **form.cleaned_data),
    )
