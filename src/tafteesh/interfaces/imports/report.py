"""What an import says for a machine: the contract of `import --json`, without the figures."""

from collections.abc import Sequence
from typing import Any

from tafteesh.interfaces.imports.readings import StagedRow
from tafteesh.interfaces.imports.saying import reason_of
from tafteesh.interfaces.imports.workbook import WorkbookReading

STATUSES = ("read", "accepted", "in_doubt", "rejected")


class Report:
    """Told of each row of data in turn; a row counts once, whatever it holds."""

    def __init__(self) -> None:
        self.counts: dict[str, dict[str, int]] = {}
        self.doubts: list[dict[str, Any]] = []
        self.rejected: list[dict[str, Any]] = []
        self.read: dict[str, Any] = {}

    def hear(self, parts: Sequence[StagedRow]) -> None:
        """One row of data with what was read of it."""
        count = self.counts.setdefault(parts[0].sheet, dict.fromkeys(STATUSES, 0))
        count["read"] += 1
        count[status_of(parts)] += 1
        for row in parts:
            where = {"sheet": row.sheet, "row": row.number}
            if row.status == "rejected":
                self.rejected.append(where | {"message": reason_of(row.reason)})
            else:
                self.doubts += [
                    where
                    | {
                        "column": doubt.column,
                        "kind": doubt.kind,
                        "message": doubt.message,
                        "fix": doubt.fix,
                    }
                    for doubt in row.doubts
                ]
            for letter, value in row.read.items():
                self.read[f"{row.sheet}!{letter}{row.number}"] = value

    def as_json(self, reading: WorkbookReading) -> dict[str, Any]:
        """What was heard, and what is said of the workbook as a whole."""
        empty = {sheet: dict.fromkeys(STATUSES, 0) for sheet in reading.sheets()}
        return {
            "sheets": empty | self.counts,
            "doubts": self.doubts,
            "rejected": self.rejected,
            "duplicates": [[pair.first, pair.second] for pair in reading.duplicates],
            "read": self.read,
            "skipped": {name: len(rows) for name, rows in reading.skipped.items()},
            "typed_totals": [vars(total) for total in reading.typed_totals],
        }


def status_of(parts: Sequence[StagedRow]) -> str:
    """What became of a row of data: in doubt where a part is, rejected where nothing of it is taken."""
    found = {part.status for part in parts}
    return next((status for status in ("in_doubt", "accepted") if status in found), "rejected")


def as_json(reading: WorkbookReading) -> dict[str, Any]:
    """The contract of `import --json` for a workbook that was only read."""
    report = Report()
    for parts in reading.checked():
        report.hear(parts)
    return report.as_json(reading)
