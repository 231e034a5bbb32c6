"""Our own charts: inline SVG from rows. Bars, grouped bars, a funnel and a step curve.

The title states the finding. Colour is never the only sign: series are hatched or dashed, every
mark has its words, and the same rows stand in a real table. Everything is an attribute or a class:
the content security policy allows no style.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from tafteesh.interfaces.web.templatetags.shapes import Words

MAX_BARS = 12
MAX_SERIES = 4
WIDTH = 640
BAR_HEIGHT = 20


class TooManyBars(Exception):
    """Twelve bars, four series: more cannot be read."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a bar chart: a value for each series, and how each is said."""

    label: Words
    values: Sequence[float]
    words: Sequence[Words]


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart. With more than one series the bars stand in groups."""

    key: str
    title: Words
    description: Words
    rows: Sequence[Bar]
    series: Sequence[Words]
    source: Words = ""


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """One step: how many came this far. `hidden` stands instead of a number too small to show."""

    label: Words
    count: int | None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Funnel:
    """Steps in their order; each share is of the step before."""

    key: str
    title: Words
    description: Words
    steps: Sequence[FunnelStep]
    step_word: Words
    source: Words = ""


@dataclass(frozen=True, slots=True)
class CurveLine:
    """One group: at each month the share, 0 to 1, that still waits. It starts at (0, 1)."""

    label: Words
    points: Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Curve:
    """How many still wait as months pass. At most two groups; `waiting` counts those not yet done."""

    key: str
    title: Words
    description: Words
    lines: Sequence[CurveLine]
    last_month: int
    waiting: Sequence[tuple[int, int]] = field(default_factory=tuple)
    source: Words = ""


def draw_bars(chart: Bars) -> SafeString:
    """The bars of a chart as inline SVG."""
    if len(chart.rows) > MAX_BARS or len(chart.series) > MAX_SERIES:
        raise TooManyBars(chart.key)
    most = max((value for row in chart.rows for value in row.values), default=0) or 1
    each = len(chart.series) * (BAR_HEIGHT + 4) + 34
    groups = [
        {"label": row.label, "y": place * each + 18, "bars": _bars_of(row, place * each + 26, most)}
        for place, row in enumerate(chart.rows)
    ]
    height = len(chart.rows) * each
    return render_to_string(
        "components/drawn_bars.html",
        {"chart": chart, "groups": groups, "width": WIDTH, "height": height, "bar": BAR_HEIGHT},
    )


def _bars_of(row: Bar, top: int, most: float) -> list[dict[str, object]]:
    """The bars of one row. Words stand after a bar, or inside it when it nearly fills the width."""
    room = WIDTH - 150
    bars: list[dict[str, object]] = []
    for place, (value, words) in enumerate(zip(row.values, row.words, strict=True)):
        length = round(value / most * room, 1)
        y = top + place * (BAR_HEIGHT + 4)
        bars.append({"series": place + 1, "y": y, "length": length, "words": words})
        bars[-1] |= {"words_x": length + 8, "words_y": y + BAR_HEIGHT - 5}
    return bars


def funnel_steps(chart: Funnel) -> list[dict[str, object]]:
    """The steps with the length of each bar and its share of the step before."""
    most = max((step.count or 0 for step in chart.steps), default=0) or 1
    before: list[int | None] = [None, *(step.count for step in chart.steps)]
    return [
        {
            "step": step,
            "length": round((step.count or 0) / most * 100, 1),
            "share": round(100 * step.count / earlier) if earlier and step.count is not None else None,
            "earlier": earlier,
        }
        for step, earlier in zip(chart.steps, before, strict=False)
    ]


def draw_curve(chart: Curve) -> SafeString:
    """The step curve as inline SVG: shares down the left, months along the foot."""
    left, right, top, floor = 56, WIDTH - 16, 12, 252

    def x(month: float) -> float:
        return round(left + month / chart.last_month * (right - left), 1)

    def y(share: float) -> float:
        return round(floor - share * (floor - top), 1)

    return render_to_string(
        "components/drawn_curve.html",
        {
            "chart": chart,
            "width": WIDTH,
            "height": 344 if chart.waiting else 300,
            "left": left,
            "right": right,
            "floor": floor,
            "shares": [(share, y(share / 100)) for share in (100, 75, 50, 25, 0)],
            "months": [(month, x(month)) for month in _ticks(chart.last_month)],
            "waiting": [(count, x(month)) for month, count in chart.waiting],
            "lines": [
                {
                    "series": place + 1,
                    "path": step_path([(x(m), y(s)) for m, s in line.points], x(chart.last_month)),
                    "label": line.label,
                    "label_y": y(line.points[-1][1]) + (-10 if place == 0 else 22),
                }
                for place, line in enumerate(chart.lines)
            ],
        },
    )


def _ticks(last_month: int) -> list[int]:
    """Whole years when there are few of them, else every second or third."""
    step = 12 * max(1, -(-last_month // 72))
    return list(range(0, last_month + 1, step))


def step_path(points: Sequence[tuple[float, float]], end: float) -> str:
    """A path that goes along and then down: nothing changes between two events."""
    (first_x, first_y), *_ = points
    path = [f"M{first_x} {first_y}"]
    for (_, _), (next_x, next_y) in pairwise(points):
        path.append(f"H{next_x}V{next_y}")
    path.append(f"H{end}")
    return "".join(path)
