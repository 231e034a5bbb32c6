"""An edition as files: a folder of this version, an office's own folder, or files sent in by a page."""

import csv
import hashlib
import io
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext as _

from tafteesh.reference.editions.datasets import BY_NAME, DATASETS, Dataset
from tafteesh.reference.editions.faults import BadEdition, Fault

LARGEST = 8_000_000  # bytes of one file
MOST_ROWS = 300_000
MANIFEST: Final = "edition.toml"
HERE: Final = Path(__file__).resolve().parent.parent
SHIPPED: Final = (HERE / "law" / "data", HERE / "places" / "data")
OWN_DEFAULTS: Final = {"verification": "gk-to-verify", "source": "Entered by the office"}


@dataclass(frozen=True)
class EditionFile:
    """One file of an edition: its rows as text, each with its line number."""

    dataset: Dataset
    file_name: str
    sha256: str
    rows: tuple[tuple[int, Mapping[str, str]], ...]
    defaults: Mapping[str, str] = field(default_factory=dict)

    def has(self, column: str) -> bool:
        """Whether the first line names the column."""
        return bool(self.rows) and column in self.rows[0][1]


@dataclass(frozen=True)
class EditionFolder:
    """All files that are taken in together. An office's own edition leaves ours standing."""

    name: str
    files: tuple[EditionFile, ...]
    is_own: bool = False


def shipped_folders() -> list[Path]:
    """The newest frozen folder of law and of places that this version brings."""
    return [max(p for p in place.iterdir() if (p / MANIFEST).is_file()) for place in SHIPPED]


def read_shipped() -> EditionFolder:
    """What this version brings. Raises BadEdition where a frozen file was edited."""
    folders = shipped_folders()
    files: list[EditionFile] = []
    for folder in folders:
        manifest = tomllib.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        found = {name: (folder / name).read_bytes() for name in manifest["sha256"]}
        part = read_files(folder.name, found, defaults=manifest.get("defaults", {}))
        _check_frozen(part, manifest["sha256"])
        files += part
    return EditionFolder(folders[0].name, _in_order(files))


def _check_frozen(files: list[EditionFile], hashes: Mapping[str, str]) -> None:
    changed = [f for f in files if hashes[f.file_name.split("/")[-1]] != f.sha256]
    if changed:
        words = _("This file was edited after it was frozen. Put changes into a new folder.")
        raise BadEdition([Fault(f.file_name, 0, words) for f in changed])


def read_folder(folder: Path) -> EditionFolder:
    """An office's own edition: the .csv files of a folder. Raises BadEdition."""
    found = {p.name: p.read_bytes() for p in sorted(folder.glob("*.csv"))}
    return read_own(folder.resolve().name, found)


def read_own(name: str, found: Mapping[str, bytes]) -> EditionFolder:
    """An office's own edition, from the bytes of its files. Raises BadEdition."""
    if not found:
        raise BadEdition([Fault(name, 0, _no_files())])
    return EditionFolder(name, _in_order(read_files(name, found, own=True)), is_own=True)


def _no_files() -> str:
    return _("There is no file to take. Name each file after its list: %(names)s.") % {
        "names": ", ".join(f"{d.name}.csv" for d in DATASETS)
    }


def _in_order(files: list[EditionFile]) -> tuple[EditionFile, ...]:
    order = {dataset.name: place for place, dataset in enumerate(DATASETS)}
    return tuple(sorted(files, key=lambda file: order[file.dataset.name]))


def read_files(
    edition: str,
    found: Mapping[str, bytes],
    *,
    defaults: Mapping[str, Mapping[str, str]] | None = None,
    own: bool = False,
) -> list[EditionFile]:
    """Every file as rows of text. Raises BadEdition with everything that is wrong with their shape."""
    faults: list[Fault] = []
    files: list[EditionFile] = []
    for name, raw in found.items():
        given: Mapping[str, str] = OWN_DEFAULTS if own else (defaults or {}).get(name, {})
        try:
            files.append(_read_file(edition, name, raw, given))
        except BadEdition as bad:
            faults += bad.faults
    if faults:
        raise BadEdition(faults)
    return files


def _read_file(edition: str, name: str, raw: bytes, defaults: Mapping[str, str]) -> EditionFile:
    dataset = BY_NAME.get(name.removesuffix(".csv"))
    if dataset is None:
        raise BadEdition([Fault(name, 0, _no_files())])
    if len(raw) > LARGEST:
        words = _("The file is larger than 8 MB. Part it into several editions.")
        raise BadEdition([Fault(name, 0, words)])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = _("The file is not UTF-8 text. Save it as “CSV UTF-8”.")
        raise BadEdition([Fault(name, 0, words)]) from None
    rows = tuple(_rows(dataset, name, text))
    digest = hashlib.sha256(raw).hexdigest()
    return EditionFile(dataset, f"{edition}/{name}", digest, rows, defaults)


def _rows(dataset: Dataset, name: str, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.DictReader(io.StringIO(text), strict=True)
    try:
        _check_heading(dataset, name, list(reader.fieldnames or []))
        for count, row in enumerate(reader):
            if count >= MOST_ROWS:
                raise BadEdition([Fault(name, 0, _("The file has more than 3,00,000 rows."))])
            yield reader.line_num, _whole(row, name, reader.line_num)
    except csv.Error:
        words = _("This line is not CSV: look for a quotation mark that is not closed.")
        raise BadEdition([Fault(name, reader.line_num, words)]) from None


def _check_heading(dataset: Dataset, name: str, heading: list[str]) -> None:
    missing = sorted({*dataset.needed} - {*heading, *OWN_DEFAULTS})
    unknown = sorted(set(heading) - dataset.columns)
    faults = []
    if missing:
        words = _("The first line lacks: %(columns)s.") % {"columns": ", ".join(missing)}
        faults.append(Fault(name, 1, words))
    if unknown:
        words = _("The first line has columns that this list does not hold: %(columns)s.")
        faults.append(Fault(name, 1, words % {"columns": ", ".join(unknown)[:200]}))
    if faults:
        raise BadEdition(faults)


def _whole(row: dict[str | Any, str | Any], name: str, line: int) -> dict[str, str]:
    """The row, where it has as many cells as the first line has columns."""
    if None in row or None in row.values():
        words = _("This line does not have as many cells as the first line has columns.")
        raise BadEdition([Fault(name, line, words)])
    return row
