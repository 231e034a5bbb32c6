"""A list on paper that is annexed to a report or to an appeal: it is addressed to nobody and signs nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import translation
from django.utils.translation import gettext as _

from tafteesh.domain.compensation.like import Like
from tafteesh.domain.compensation.models import AgeBand, Claim, PublishedOrder
from tafteesh.domain.facts.ledger import Ledger
from tafteesh.domain.facts.stamp import Stamp
from tafteesh.foundation.kernel.clock import day_in_india
from tafteesh.foundation.kernel.money import rupees
from tafteesh.interfaces.letters.ledger import cells_of, foot_of, heads, paper_rupees, sum_line
from tafteesh.interfaces.letters.letter import Annexure, Block, set_blocks
from tafteesh.interfaces.letters.values import stamp_words


@dataclass(frozen=True)
class Sheet:
    """What stands on the paper, in the language in which it was made."""

    sender: str
    title: str
    paragraphs: Sequence[str]
    day: date
    tables: Sequence[Annexure] = field(default_factory=tuple)
    foot: str = ""

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
            return set_blocks(blocks, language, foot=self.foot or _("Annexure"), made_at=made_at)


@dataclass(frozen=True)
class Part:
    """One part of a ledger that is too long for one paper, and what the parts before it add up to."""

    size: int
    start: int = 0
    ordered: int = 0
    credited: int = 0


def ledger_sheet(told: Ledger, part: Part, checked: Stamp, *, sender: str, language: str) -> Sheet:
    """The ledger of a year: how it adds up, then every entry, part by part."""
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
                *_which(told, part),
                _("Accuracy: %(stamp)s.") % {"stamp": stamp_words(checked.of("ledger"))},
            ],
            day=day_in_india(told.known_at),
            tables=(
                Annexure(
                    title=_("Entries by the day on which they happened"),
                    heads=heads(),
                    rows=_rows(told, part),
                    numbers=(3, 4),
                ),
            ),
        )


def _which(told: Ledger, part: Part) -> list[str]:
    """Which of the parts this is; nothing where one paper holds all."""
    if told.count <= part.size:
        return []
    return [
        _("Part %(n)d of %(parts)d: entries %(first)d to %(last)d of %(count)d.")
        % {
            "n": part.start // part.size + 1, "parts": -(-told.count // part.size),
            "first": part.start + 1, "last": part.start + len(told.lines), "count": told.count,
        }
    ]  # fmt: skip


def _rows(told: Ledger, part: Part) -> list[list[str]]:
    """What was carried over, the entries of this part, then the sums or what is carried forward."""
    rows = [cells_of(line, paper_rupees) for line in told.lines]
    if part.start:
        over = paper_rupees(part.ordered), paper_rupees(part.credited)
        rows.insert(0, sum_line(_("Carried over"), *over))
    if part.start + len(told.lines) >= told.count:
        return rows + foot_of(told, paper_rupees)
    ordered = part.ordered + sum(line.ordered for line in told.lines)
    credited = part.credited + sum(line.credited for line in told.lines)
    forward = paper_rupees(ordered), paper_rupees(credited)
    return [*rows, sum_line(_("Carried forward"), *forward)]


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
    like: Like, claim: Claim, band: str, *, sender: str, day: date, language: str
) -> Sheet:
    """What was ordered in like cases and in published orders, for an appeal. No file is named on it."""
    with translation.override(language):
        shown = like.may_be_shown
        return Sheet(
            sender=sender,
            title=_("Like cases"),
            paragraphs=[_alike(claim, band), *(_like_words(like) if shown else [_too_few()])],
            day=day,
            tables=(_published(like.published),) if like.published else (),
        )


def _alike(claim: Claim, band: str) -> str:
    """By what cases are alike."""
    file = claim.survivor_file
    harm = [str(file.get_scope_display()), str(file.get_violence_display() or "")]
    said = {
        "harm": ", ".join(part for part in harm if part),
        "scheme": claim.scheme.name if claim.scheme else _("any scheme"),
        "band": AgeBand(band).label,
    }
    return (
        _("Alike are: harm: %(harm)s; scheme: %(scheme)s; age when she applied: %(band)s.") % said
    )


def _too_few() -> str:
    return _(
        "Fewer than five decided claims and published orders are alike, so none of them is told."
    )


def _like_words(like: Like) -> list[str]:
    words = [
        _(
            "In %(n)d like cases (%(own)d decided claims, %(published)d published orders) the orders lay between"
            " %(low)s and %(high)s; the middle one was %(middle)s."
        )
        % {
            "n": like.count, "own": like.decided, "published": len(like.published),
            "low": rupees(like.lowest), "high": rupees(like.highest), "middle": rupees(like.middle),
        }
    ]  # fmt: skip
    if like.days is not None:
        words.append(
            _(
                "From application to order %(waits)d of them took between %(quick)d and %(slow)d days; the middle"
                " one took %(n)d days."
            )
            % {"waits": like.waits, "quick": like.quickest, "slow": like.slowest, "n": like.days}
        )
    return words


def _published(rows: Sequence[PublishedOrder]) -> Annexure:
    return Annexure(
        title=_("Published orders"),
        heads=[_("No."), _("Ordered on"), _("Amount"), _("Days since the application"), _("Who ordered it"),
               _("Where it was published")],
        rows=[
            [
                str(place), f"{row.ordered_on:%d-%m-%Y}", rupees(row.amount_paise),
                "–" if row.days is None else str(row.days), row.authority_words or "–", row.citation,
            ]
            for place, row in enumerate(rows, start=1)
        ],
        numbers=(2, 3),
    )  # fmt: skip
