"""Forms of a claim: shape for kindness; the actions decide sense."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tafteesh.domain.compensation.models import Appeal, Claim, Order
from tafteesh.domain.compensation.queries import usual_order
from tafteesh.domain.legalaid.models import LawyerKind
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.kernel.money import rupees
from tafteesh.interfaces.web.form_fields import ActorForm, DayField, MoneyField
from tafteesh.interfaces.web.picking import PickField
from tafteesh.interfaces.web.templatetags.formats import in_words
from tafteesh.interfaces.web.templatetags.shapes import Words
from tafteesh.reference.law.models import CompensationScheme

TEN_TIMES = 10
SEEN_NOW = "seen"


def paper_words(paper: Paper) -> str:
    """A paper in one line: its kind, its day, and who gave it."""
    day = f"{paper.dated_on:%d-%m-%Y}" if paper.dated_on else ""
    parts = (str(paper.get_kind_display()), day, paper.issued_by_words)
    return " · ".join(part for part in parts if part)


def order_words(order: Order) -> str:
    """An order in one line."""
    amount = rupees(order.amount_paise) if order.amount_paise else ""
    parts = (f"{order.ordered_on:%d-%m-%Y}", str(order.get_kind_display()), amount)
    return " · ".join(part for part in parts if part)


def schemes_to_choose() -> tuple[list[CompensationScheme], Callable[[CompensationScheme], str]]:
    """Schemes of the list as it stands under which somebody applies, each with its name."""
    kind = CompensationScheme.Kind
    rows = CompensationScheme.objects.filter(is_current=True).exclude(kind=kind.FUND)
    return list(rows.order_by("kind", "key")), lambda row: row.name


class AmountForm(ActorForm):
    """A form with an amount that is compared with what is usual, before it is saved."""

    amount_field = "amount_paise"

    def doubt(self) -> Words:
        """One zero too many, or too few, is the commonest mistake."""
        paise, usual = self.cleaned_data.get(self.amount_field), usual_order(self.by)
        if not paise or not usual or usual / TEN_TIMES < paise < usual * TEN_TIMES:
            return ""
        return _("Is %(amount)s (%(words)s) right? An order is usually about %(usual)s.") % {
            "amount": rupees(paise),
            "words": in_words(paise),
            "usual": rupees(usual),
        }


class ClaimForm(AmountForm):
    """A new claim. What is not known yet stays empty."""

    amount_field = "asked_paise"

    filed_on = DayField(
        label=gettext_lazy("Filed on"),
        required=False,
        help_text=gettext_lazy("Leave it empty while papers are being collected"),
    )
    forum = forms.ChoiceField(
        label=gettext_lazy("With whom?"),
        choices=Claim.Forum.choices,
        initial=Claim.Forum.NOT_KNOWN,
        required=False,
    )
    filed_at = forms.CharField(
        label=gettext_lazy("Filed at"),
        max_length=160,
        required=False,
        help_text=gettext_lazy("Like DLSA North 24 Parganas"),
    )
    side = forms.ChoiceField(
        label=gettext_lazy("In which State?"),
        choices=Claim.Side.choices,
        initial=Claim.Side.NOT_KNOWN,
        required=False,
    )
    scheme = PickField(
        label=gettext_lazy("Under which scheme?"),
        required=False,
        help_text=gettext_lazy("Its heads and like cases are told from it"),
    )
    number = forms.CharField(
        label=gettext_lazy("Number of the application"), max_length=60, required=False
    )
    asked_paise = MoneyField(label=gettext_lazy("Amount asked for"), required=False)
    drafted_by_kind = forms.ChoiceField(
        label=gettext_lazy("Who wrote it?"),
        choices=LawyerKind.choices,
        initial=LawyerKind.NOT_KNOWN,
    )
    signed_by_kind = forms.ChoiceField(
        label=gettext_lazy("Who signed it?"),
        choices=LawyerKind.choices,
        initial=LawyerKind.NOT_KNOWN,
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["scheme"].offer(*schemes_to_choose())  # type: ignore[attr-defined] # a PickField

    def clean_forum(self) -> str:
        """Not known where nothing was chosen."""
        return str(self.cleaned_data["forum"] or Claim.Forum.NOT_KNOWN)

    def clean_side(self) -> str:
        """Not known where nothing was chosen."""
        return str(self.cleaned_data["side"] or Claim.Side.NOT_KNOWN)


class OrderForm(AmountForm):
    """What an authority decided."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What was decided?"),
        choices=[c for c in Order.Kind.choices if c[0] != Order.Kind.SET_OFF],
        widget=forms.RadioSelect,
    )
    ordered_on = DayField(label=gettext_lazy("Day of the order"))
    amount_paise = MoneyField(
        label=gettext_lazy("Amount ordered"),
        required=False,
        help_text=gettext_lazy(
            "The whole amount that the order gives, like 4,50,000 or 4.5 lakh. Leave it empty if the claim was rejected"
        ),
    )
    beside_interim = forms.BooleanField(
        label=gettext_lazy("This amount comes on top of the interim money"),
        required=False,
        help_text=gettext_lazy(
            "Tick it only where a final order says so. Else the interim money lies in it"
        ),
    )
    authority = forms.CharField(
        label=gettext_lazy("Who ordered it?"), max_length=160, required=False
    )
    appeals = PickField(
        label=gettext_lazy("Which order was appealed?"),
        required=False,
        help_text=gettext_lazy("Only for an order on appeal"),
    )
    paper = PickField(
        label=gettext_lazy("Paper of the order"),
        required=False,
        others=[(SEEN_NOW, gettext_lazy("I have the order before me now"))],
    )

    def __init__(self, *args: Any, orders: list[Order], papers: list[Paper], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["appeals"].offer(orders, order_words)  # type: ignore[attr-defined] # a PickField
        self.fields["paper"].offer(papers, paper_words)  # type: ignore[attr-defined] # the same

    def clean(self) -> dict[str, Any]:
        """Money goes with an award, an earlier order with an appeal."""
        cleaned = super().clean() or self.cleaned_data
        kind, amount = cleaned.get("kind"), cleaned.get("amount_paise")
        if kind == Order.Kind.REJECTION and amount:
            self.add_error("amount_paise", _("A rejected claim has no amount: leave this empty"))
        if kind and kind != Order.Kind.REJECTION and not amount and "amount_paise" in cleaned:
            self.add_error("amount_paise", _("Write the amount that was ordered"))
        if cleaned.get("beside_interim") and kind and kind != Order.Kind.FINAL:
            self.add_error("beside_interim", _("Only a final order comes on top of interim money"))
        if kind == Order.Kind.APPEAL and not cleaned.get("appeals"):
            self.add_error("appeals", _("Choose the order that was appealed"))
        if kind in (Order.Kind.INTERIM, Order.Kind.FINAL) and cleaned.get("appeals"):
            self.add_error("appeals", _("Only an order on appeal changes an earlier one"))
        return cleaned


class AnswerForm(ActorForm):
    """Whether she accepts the order."""

    answer = forms.ChoiceField(
        label=gettext_lazy("What did she say?"),
        choices=[c for c in Order.HerAnswer.choices if c[0] != Order.HerAnswer.WAITING],
        widget=forms.RadioSelect,
    )
    answered_on = DayField(label=gettext_lazy("Day of her answer"))
    told_on = DayField(
        label=gettext_lazy("Day on which the order was explained to her"), required=False
    )


class AppealForm(ActorForm):
    """She went further."""

    forum = forms.ChoiceField(label=gettext_lazy("Where?"), choices=Appeal.Forum.choices)
    filed_on = DayField(label=gettext_lazy("Filed on"))
    next_on = DayField(label=gettext_lazy("Next date"), required=False, past_only=False)


class SanctionForm(ActorForm):
    """The money was released, or the authority waits for funds."""

    waiting = forms.ChoiceField(
        label=gettext_lazy("What did the authority say?"),
        choices=[
            ("", gettext_lazy("The money was released")),
            ("yes", gettext_lazy("It waits for funds")),
        ],
        required=False,
        initial="",
        widget=forms.RadioSelect,
    )
    sanctioned_on = DayField(label=gettext_lazy("Day of the letter"))
    amount_paise = MoneyField(label=gettext_lazy("Amount released"), required=False)


class CreditForm(AmountForm):
    """Money in her account."""

    amount_paise = MoneyField(label=gettext_lazy("Amount that came"))
    credited_on = DayField(label=gettext_lazy("Day on which it came"))
    proof = PickField(
        label=gettext_lazy("Bank paper"),
        required=False,
        help_text=gettext_lazy(
            "Without one the money is said, not proved, and the claim stays open"
        ),
        others=[(SEEN_NOW, gettext_lazy("I have seen the passbook or bank paper now"))],
    )

    def __init__(self, *args: Any, papers: list[Paper], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["proof"].offer(papers, paper_words)  # type: ignore[attr-defined] # a PickField


class ProofForm(ActorForm):
    """The bank paper that proves money which was only said."""

    proof = PickField(
        label=gettext_lazy("Bank paper"),
        others=[(SEEN_NOW, gettext_lazy("I have seen the passbook or bank paper now"))],
    )

    def __init__(self, *args: Any, papers: list[Paper], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["proof"].offer(papers, paper_words)  # type: ignore[attr-defined] # a PickField


class WithdrawForm(ActorForm):
    """Why an entry is taken back: a code of a list, because the log keeps no free text."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Why is it wrong?"),
        widget=forms.RadioSelect,
        choices=[
            ("amount", gettext_lazy("The amount is wrong")),
            ("day", gettext_lazy("The day is wrong")),
            ("twice", gettext_lazy("It was entered twice")),
            ("file", gettext_lazy("It belongs to another file")),
            ("paper", gettext_lazy("The paper says something else")),
        ],
    )


SHOWN = (
    ("", pgettext_lazy("claims", "All claims")),
    ("unpaid", pgettext_lazy("claims", "Ordered, not yet paid")),
    ("pending", pgettext_lazy("claims", "Waiting for an order")),
    ("paid", pgettext_lazy("claims", "Paid, proved by paper")),
)


class ChooseForm(ActorForm):
    """Which claims, as they stood at the end of which day."""

    on = DayField(
        label=gettext_lazy("As it stood on"),
        required=False,
        help_text=gettext_lazy("Today, or any past day like 31-03-2026"),
    )
    show = forms.ChoiceField(label=gettext_lazy("Show"), choices=SHOWN, required=False)
