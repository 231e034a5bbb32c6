"""A list on paper that is annexed to a report or to an appeal: it is addressed to nobody and signs nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import translation
from django.utils.translation import gettext as _

from tafteesh.domain.compensation.like import Like
from tafteesh.domain.facts.ledger import Ledger
from tafteesh.domain.facts.stamp import Stamp
from tafteesh.foundation.kernel.clock import day_in_india
from tafteesh.foundation.kernel.money import rupees
from tafteesh.interfaces.letters.ledger import cells_of, foot_of, heads
from tafteesh.interfaces.letters.letter import Annexure, Block, set_blocks
from tafteesh.interfaces.letters.values import stamp_words
from tafteesh.reference.law.models import HeadOfLoss


@dataclass(frozen=True)
class Sheet:
    """What stands on the paper, in the language in which it was made."""

    sender: str
    title: str
    paragraphs: Sequence[str]
    day: date
    tables: Sequence[Annexure] = field(default_factory=tuple)

    def pdf(self, language: str, *, made_at: datetime) -> bytes:
        """The sheet as a tagged PDF."""
        blocks = [
            Block("side", self.sender, f"{self.day:%d-%m-%Y}"),
            Block("title", self.title),
            *(Block("text", line) for line in self.paragraphs),
        ]
        for table in self.tables:
            blocks.append(Block("sub", table.title))
            blocks.append(
                Block("table", heads=table.heads, rows=table.rows, numbers=tuple(table.numbers))
            )
        with translation.override(language):
            return set_blocks(blocks, language, foot=_("Annexure"), made_at=made_at)


def ledger_sheet(told: Ledger, checked: Stamp, *, sender: str, language: str) -> Sheet:
    """The ledger of a year: how it adds up, then every entry."""
    with translation.override(language):
        said = {
            "year": told.period.name, "first": f"{told.period.starts_on:%d-%m-%Y}",
            "last": f"{told.period.ends_on:%d-%m-%Y}", "known": f"{day_in_india(told.known_at):%d-%m-%Y}",
        }  # fmt: skip
        return Sheet(
            sender=sender,
            title=_("Ledger of compensation, %(year)s") % said,
            paragraphs=[
                _(
                    "From %(first)s to %(last)s, as known on %(known)s. What was ordered and what reached her"
                    " account stand apart and are never added up."
                )
                % said,
                *_sums(told),
                _("Accuracy: %(stamp)s.") % {"stamp": stamp_words(checked.of("ledger"))},
            ],
            day=day_in_india(told.known_at),
            tables=(
                Annexure(
                    title=_("Entries by the day on which they happened"),
                    heads=heads(),
                    rows=[*map(cells_of, told.lines), *foot_of(told)],
                    numbers=(3, 4),
                ),
            ),
        )


def _sums(told: Ledger) -> list[str]:
    return [
        _("Ordered and not yet in her account, before: %(amount)s")
        % {"amount": rupees(told.before)},
        _("Ordered in the year: %(amount)s") % {"amount": rupees(told.ordered)},
        _("In her account in the year: %(amount)s, of which %(proved)s proved by a bank paper")
        % {"amount": rupees(told.credited), "proved": rupees(told.proved)},
        _("Ordered and not yet in her account, after: %(amount)s") % {"amount": rupees(told.after)},
    ]


def like_sheet(
    like: Like, published: Sequence[HeadOfLoss], *, sender: str, day: date, language: str
) -> Sheet:
    """What was ordered in like cases and in published orders, for an appeal. No file is named on it."""
    with translation.override(language):
        words = []
        if like.may_be_shown:
            words.append(
                _(
                    "In %(n)d decided claims for the same harm, scheme and age band, the orders lay between %(low)s"
                    " and %(high)s; the middle one was %(middle)s."
                )
                % {
                    "n": like.count, "low": rupees(like.lowest), "high": rupees(like.highest),
                    "middle": rupees(like.middle),
                }
            )  # fmt: skip
            if like.days is not None:
                words.append(
                    _("From application to order the middle one took %(n)d days.")
                    % {"n": like.days}
                )
        else:
            words.append(_("Fewer than five decided claims are alike, so none of them is told."))
        return Sheet(
            sender=sender,
            title=_("Like cases"),
            paragraphs=words,
            day=day,
            tables=(_published(published),) if published else (),
        )


def _published(rows: Sequence[HeadOfLoss]) -> Annexure:
    return Annexure(
        title=_("Published orders"),
        heads=[_("What for"), _("At least"), _("At most"), _("Where it was published")],
        rows=[
            [
                row.name,
                rupees(row.min_paise) if row.min_paise else "–",
                rupees(row.max_paise) if row.max_paise else "–",
                row.citation,
            ]
            for row in rows
        ],
        numbers=(1, 2),
    )
