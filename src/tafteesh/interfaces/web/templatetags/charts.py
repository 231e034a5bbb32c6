"""Our own charts: inline SVG from rows. Bars, grouped bars, a funnel and a step curve.

The title states the finding. Colour is never the only sign: series are hatched or dashed, every
mark has its words, and the same rows stand in a real table. Everything is an attribute or a class:
the content security policy allows no style.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from textwrap import wrap

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from tafteesh.interfaces.web.templatetags.shapes import Words

MAX_BARS = 12
MAX_SERIES = 4
BAR_HEIGHT = 20
LINE = 20
GAP = 16
LONGEST = 72.0  # per cent of the width; the words of the longest bar stand in the rest
LABEL_LETTERS = 38  # what fits in 300 pixels
PLOT_HEIGHT = 240


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
    band: Sequence[
        tuple[float, float, float]
    ] = ()  # month, and between which shares it surely lies


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
    """The bars of a chart as inline SVG. Lengths are per cent, so that the words keep their size."""
    if len(chart.rows) > MAX_BARS or len(chart.series) > MAX_SERIES:
        raise TooManyBars(chart.key)
    most = max((value for row in chart.rows for value in row.values), default=0) or 1
    groups, y = [], 0
    for row in chart.rows:
        label = wrap(str(row.label), LABEL_LETTERS)
        head = y + len(label) * LINE
        groups.append({"label": label, "y": y + LINE - 4, "bars": _bars_of(row, head + 4, most)})
        y = head + len(chart.series) * (BAR_HEIGHT + 4) + GAP
    return render_to_string(
        "components/drawn_bars.html",
        {"chart": chart, "groups": groups, "height": y, "bar": BAR_HEIGHT, "line": LINE},
    )


def _bars_of(row: Bar, top: int, most: float) -> list[dict[str, object]]:
    """The bars of one row; the words stand after each bar, so the longest leaves them room."""
    return [
        {
            "series": place + 1,
            "y": top + place * (BAR_HEIGHT + 4),
            "words_y": top + place * (BAR_HEIGHT + 4) + BAR_HEIGHT - 5,
            "length": round(value / most * LONGEST, 2),
            "words": words,
        }
        for place, (value, words) in enumerate(zip(row.values, row.words, strict=True))
    ]


def funnel_steps(chart: Funnel) -> list[dict[str, object]]:
    """The steps with the length of each bar and its share of the step before."""
    most = max((step.count or 0 for step in chart.steps), default=0) or 1
    before: list[int | None] = [None, *(step.count for step in chart.steps)]
    return [
        {
            "step": step,
            "length": round((step.count or 0) / most * 100, 1),
            "share": round(100 * step.count / earlier)
            if earlier and step.count is not None
            else None,
            "earlier": earlier,
        }
        for step, earlier in zip(chart.steps, before, strict=False)
    ]


def draw_curve(chart: Curve) -> SafeString:
    """The step curve as inline SVG: shares down the left, months along the foot."""
    return render_to_string(
        "components/drawn_curve.html",
        {
            "chart": chart,
            "plot": PLOT_HEIGHT,
            "height": PLOT_HEIGHT + (104 if chart.waiting else 56),
            "shares": [(share, (100 - share) * PLOT_HEIGHT // 100) for share in (100, 50, 0)],
            "months": [(m, round(100 * m / chart.last_month, 2)) for m in _ticks(chart.last_month)],
            "waiting": [(n, round(100 * m / chart.last_month, 2)) for m, n in chart.waiting],
            "lines": _lines_of(chart),
        },
    )


def _lines_of(chart: Curve) -> list[dict[str, object]]:
    """Each line as a path in a box of 100 by 100, with its words at its end."""
    lines: list[dict[str, object]] = []
    taken: list[float] = []
    for place, line in enumerate(chart.lines):
        points = [
            (round(100 * m / chart.last_month, 2), round(100 - 100 * s, 2)) for m, s in line.points
        ]
        end = points[-1][1] * PLOT_HEIGHT / 100
        above = all(abs(end - other) > LINE + 2 for other in taken)
        taken.append(end)
        words_y = round(end + (-8 if above else LINE))
        lines.append({"series": place + 1, "path": step_path(points), "words_y": words_y})
        lines[-1]["label"] = line.label
        lines[-1]["band"] = band_path(line.band, chart.last_month)
    return lines


def _ticks(last_month: int) -> list[int]:
    """Whole years when there are few of them, else every second or third."""
    step = 12 * max(1, -(-last_month // 72))
    return list(range(0, last_month + 1, step))


def band_path(band: Sequence[tuple[float, float, float]], last_month: int) -> str:
    """The area between the lower and the upper share, in steps; empty where nothing can be said."""
    if not band:
        return ""
    spots = [
        (round(100 * m / last_month, 2), round(100 - 100 * high, 2), round(100 - 100 * low, 2))
        for m, low, high in band
    ]
    along = [f"M{spots[0][0]} {spots[0][1]}"]
    along += [f"H{x}V{top}" for x, top, _low in spots[1:]]
    back = [f"V{low}H{x}" for x, _top, low in reversed(spots)]
    return f"{''.join(along)}{''.join(['H100', *back])}Z"


def step_path(points: Sequence[tuple[float, float]]) -> str:
    """A path that goes along and then down: nothing changes between two events."""
    first_x, first_y = points[0]
    steps = [f"H{x}V{y}" for x, y in points[1:]]
    return f"M{first_x} {first_y}{''.join(steps)}H100"
