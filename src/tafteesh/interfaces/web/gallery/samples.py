"""The invented rows behind the gallery."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, pgettext

from tafteesh.interfaces.web.templatetags.charts import (
    Bar,
    Bars,
    Curve,
    CurveLine,
    Funnel,
    FunnelStep,
)
from tafteesh.interfaces.web.templatetags.shapes import (
    Chip,
    Column,
    LegalStep,
    Line,
    Row,
    Stage,
    Task,
)

Texts = dict[str, str]


@dataclass(frozen=True)
class TimeTold:
    """A day as she told it."""

    earliest: date | None
    latest: date | None
    words: str
    precision: str


def shown(w: Texts) -> dict[str, object]:
    """Rows for the components that show."""
    march = TimeTold(date(2023, 3, 1), date(2023, 3, 31), w["holi"], "month")
    return {
        "march": march,
        "today": date(2026, 11, 23),
        "next_on": date(2026, 12, 14),
        "holidays": [date(2026, 12, 25)],
        "order_day": date(2025, 9, 30),
        "legal": _legal(w),
        "facts": [
            Line(pgettext("gallery", "Age"), w["age"]),
            Line(pgettext("gallery", "Area"), w["area"]),
            Line(pgettext("gallery", "Worker"), w["worker"]),
            Line(pgettext("gallery", "Lawyer"), w["lawyer"]),
        ],
        "lines": [
            Line(pgettext("gallery", "File"), "S-0071", "#"),
            Line(pgettext("gallery", "Worker"), w["worker"], "#"),
            Line(pgettext("gallery", "From"), date(2026, 12, 1)),
        ],
        "stages": [
            Stage(pgettext("gallery", "Papers"), "done", date(2025, 2, 3)),
            Stage(pgettext("gallery", "Filed"), "done", date(2025, 2, 10)),
            Stage(pgettext("gallery", "Order"), "done", date(2025, 9, 30), repeated=True),
            Stage(pgettext("gallery", "Appeal"), "now", date(2025, 10, 21), note="08-01-2027"),
            Stage(pgettext("gallery", "In the bank"), "next"),
        ],
        "tasks": [
            Task(gettext("First eight questions"), "done", "#"),
            Task(pgettext("gallery", "Safety"), "started", "#"),
            Task(pgettext("gallery", "Papers"), "not_now", "#"),
            Task(
                pgettext("gallery", "Consent"),
                "not_started",
                "#",
                gettext("Read aloud, her choice"),
            ),
            Task(gettext("How it happened"), "blocked", hint=gettext("She can tell later")),
        ],
        "columns": [
            Column(pgettext("gallery", "File"), "file"),
            Column(pgettext("gallery", "Court"), "court"),
            Column(pgettext("gallery", "Next date"), "next"),
            Column(pgettext("gallery", "Days waiting"), "days", number=True),
        ],
        "rows": [
            Row(["S-0071", w["court"], date(2026, 12, 14), 419], "#"),
            Row(["S-0098", w["thana"], None, 377], "#"),
            Row(["S-0142", w["court"], march, 12], "#"),
        ],
        "chips": [Chip("2025-26", "?"), Chip(w["area"], "?")],
    }


def _legal(w: Texts) -> list[LegalStep]:
    """One step in each of the seven states, and one more."""
    return [
        LegalStep(w["fir"], "on_time", by=pgettext("gallery", "at once"), done=date(2025, 8, 12), paper_url="#"),
        LegalStep(w["copy"], "late", 8, by=date(2025, 8, 12), done=date(2025, 8, 20), paper_url="#"),
        LegalStep(w["sheet"], "overdue", 377, by=date(2025, 11, 11), paper_url="#", rule=w["rule"], arithmetic=w["sum"]),
        LegalStep(w["ahtu"], "waiting", 53, done=date(2026, 10, 1), paper_url="#"),
        LegalStep(w["interim"], "not_due"),
        LegalStep(w["statement"], "not_applicable"),
        LegalStep(w["told"], "not_known", by=date(2025, 11, 10)),
    ]  # fmt: skip


def drawn(w: Texts) -> dict[str, object]:
    """Rows for the charts."""
    return {
        "funnel": Funnel(
            "funnel",
            gettext("One in fifteen reaches a judgment"),
            gettext("Files opened 2018 to 2026"),
            [
                FunnelStep(w["fir"], 288, "#"),
                FunnelStep(w["sheet"], 181, "#"),
                FunnelStep(w["framed"], 112),
                FunnelStep(w["evidence"], 71),
                FunnelStep(w["judgment"], None),
            ],
            pgettext("gallery", "Step"),
            w["checked"],
        ),
        "bars": Bars(
            "bars",
            gettext("More is done late than in time"),
            gettext("Steps of the law, 2025-26"),
            [
                Bar(w["copy"], [86, 34], ["86", "34"]),
                Bar(w["sheet"], [41, 55], ["41", "55"]),
                Bar(w["told"], [20, 54], ["20", "54"]),
            ],
            [pgettext("gallery", "In time"), pgettext("gallery", "Late or not done")],
            w["checked"],
        ),
        "curve": Curve(
            "curve",
            gettext("Half wait over 14 months for a charge sheet"),
            gettext("Of 100 FIRs, how many still had none after so many months"),
            [
                CurveLine(w["thana"], [(0, 1), (3, 0.92), (6, 0.8), (10, 0.62), (14, 0.49), (22, 0.33), (31, 0.24), (40, 0.18)]),
                CurveLine("AHTU", [(0, 1), (3, 0.8), (5, 0.6), (9, 0.4), (15, 0.22), (24, 0.12), (36, 0.06)]),
            ],
            48,
            [(0, 107), (12, 64), (24, 31), (36, 12), (48, 5)],
            gettext("Open court cases are counted while they wait."),
        ),
    }  # fmt: skip
