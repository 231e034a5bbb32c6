"""Forms of what an order gives under each head, of a set-off, of a deposit, of an heir."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tafteesh.domain.compensation.actions import NewHead
from tafteesh.domain.compensation.models import Order, OrderHead
from tafteesh.domain.files.models import HouseholdMember
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.kernel.money import rupees
from tafteesh.interfaces.web.compensation.forms import SEEN_NOW, order_words, paper_words
from tafteesh.interfaces.web.form_fields import ActorForm, DayField, MoneyField
from tafteesh.interfaces.web.picking import PickField
from tafteesh.reference.law.models import HeadOfLoss


class SetOffForm(ActorForm):
    """So much of this order is taken off because another order gives it."""

    against = PickField(
        label=gettext_lazy("Which other order gives it?"),
        help_text=gettext_lazy("An order of another claim in the same file"),
    )
    ordered_on = DayField(label=gettext_lazy("Day on which it was taken off"))
    amount_paise = MoneyField(label=gettext_lazy("Amount taken off"))
    authority = forms.CharField(
        label=gettext_lazy("Who took it off?"), max_length=160, required=False
    )
    paper = PickField(
        label=gettext_lazy("Paper of it"),
        required=False,
        others=[(SEEN_NOW, gettext_lazy("I have the order before me now"))],
    )

    def __init__(self, *args: Any, orders: list[Order], papers: list[Paper], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["against"].offer(orders, order_words)  # type: ignore[attr-defined] # a PickField
        self.fields["paper"].offer(papers, paper_words)  # type: ignore[attr-defined] # the same


def head_words(head: HeadOfLoss) -> str:
    """A head with what the scheme gives for it, and where that was read."""
    low, high = (rupees(paise) if paise else "–" for paise in (head.min_paise, head.max_paise))
    said = {"low": low, "high": high, "clause": head.citation or "–"}
    return _("The scheme gives %(low)s to %(high)s. %(clause)s") % said


class HeadsForm(ActorForm):
    """Each head of the scheme as the order dealt with it. What is left empty is not recorded."""

    OUTCOMES = (
        ("", pgettext_lazy("head of loss", "Does not apply to her")),
        *OrderHead.Outcome.choices,
    )

    def __init__(
        self, *args: Any, heads: Sequence[HeadOfLoss], said: Sequence[OrderHead], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.heads = list(heads)
        before = {row.head_id: row for row in said}
        for head in self.heads:
            row = before.get(head.pk)
            self.fields[f"outcome-{head.key}"] = forms.ChoiceField(
                label=head.name, choices=self.OUTCOMES, required=False,
                initial=row.outcome if row else "", help_text=head_words(head),
            )  # fmt: skip
            self.fields[f"amount-{head.key}"] = MoneyField(
                label=_("Amount given for it"), required=False,
                initial=row.amount_paise if row else None,
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """An amount goes with a head that was given."""
        cleaned = super().clean() or self.cleaned_data
        for head in self.heads:
            given = cleaned.get(f"outcome-{head.key}") == OrderHead.Outcome.GIVEN
            if cleaned.get(f"amount-{head.key}") and not given:
                words = _("Choose that money was given for it, or leave the amount empty")
                self.add_error(f"amount-{head.key}", words)
        return cleaned

    def told(self) -> list[NewHead]:
        """The heads of which something was said."""
        said = self.cleaned_data
        return [
            NewHead(head, said[f"outcome-{head.key}"], said.get(f"amount-{head.key}"))
            for head in self.heads
            if said.get(f"outcome-{head.key}")
        ]


class DepositForm(ActorForm):
    """A part of a payment was put into a fixed deposit in her name."""

    made_on = DayField(label=gettext_lazy("Day of the deposit"))
    amount_paise = MoneyField(label=gettext_lazy("Amount in the deposit"))
    locked_until = DayField(
        label=gettext_lazy("Locked until"),
        past_only=False,
        help_text=gettext_lazy("Often the day on which she becomes eighteen"),
    )


class ReleaseForm(ActorForm):
    """She has the money of the deposit."""

    released_on = DayField(label=gettext_lazy("Day on which she had it"))
    order = PickField(
        label=gettext_lazy("Order that let her have it earlier"),
        required=False,
        help_text=gettext_lazy("Only where it is before the day until which it was locked"),
    )

    def __init__(self, *args: Any, papers: list[Paper], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["order"].offer(papers, paper_words)  # type: ignore[attr-defined] # a PickField


class HeirForm(ActorForm):
    """Who of her family takes her place."""

    member = PickField(
        label=gettext_lazy("Who takes her place?"),
        help_text=gettext_lazy("Somebody of the people around her, as her file names them"),
    )
    joined_on = DayField(label=gettext_lazy("Since which day?"))
    paper = PickField(
        label=gettext_lazy("Paper of the heirs"),
        required=False,
        help_text=gettext_lazy("A certificate or an order"),
    )

    def __init__(
        self, *args: Any, members: list[HouseholdMember], papers: list[Paper], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["member"].offer(  # type: ignore[attr-defined] # a PickField
            members, lambda row: str(row.get_relation_display())
        )
        self.fields["paper"].offer(papers, paper_words)  # type: ignore[attr-defined] # the same
