"""Opening a file that anybody may have sent: what it is, by its content; and whether it is fit to read.

Nothing is unpacked before its size is known, and nothing outside this package sees a file that was refused.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

MOST_BYTES = 50 * 1024 * 1024
MOST_UNPACKED = 400 * 1024 * 1024
MOST_ENTRIES = 2_000
MOST_RATIO = 200
MOST_ROWS = 200_000
MOST_COLUMNS = 300
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"


class Unreadable(Exception):
    """The file cannot be read; the sentence says why and what to do."""

    def __init__(self, code: str, sentence: str | LazyText) -> None:
        super().__init__(code)
        self.code, self.sentence = code, sentence

    def __str__(self) -> str:
        return str(self.sentence)


@dataclass(frozen=True)
class Opened:
    """A file that passed: its kind and where it lies."""

    kind: str  # "sheet" (xlsx, ods) or "csv"
    path: Path
    encoding: str = "utf-8"
    delimiter: str = ","


OTHER_KINDS = {
    b"%PDF": _("This is a PDF. Export the table as .xlsx from the program that made it."),
    b"\x89PNG": _("This is a picture. An import needs the workbook itself (.xlsx, .ods or .csv)."),
    b"\xff\xd8\xff": _(
        "This is a picture. An import needs the workbook itself (.xlsx, .ods or .csv)."
    ),
    b"GIF8": _("This is a picture. An import needs the workbook itself (.xlsx, .ods or .csv)."),
    b"Rar!": _("This is an archive. Unpack it and choose the workbook in it."),
    b"7z\xbc\xaf": _("This is an archive. Unpack it and choose the workbook in it."),
    b"\x1f\x8b": _("This is an archive. Unpack it and choose the workbook in it."),
}


def open_guarded(path: Path) -> Opened:
    """Look at a file without trusting its name. Raises Unreadable."""
    size = path.stat().st_size
    if size == 0:
        raise Unreadable("empty", _("The file is empty. Choose the workbook again."))
    if size > MOST_BYTES:
        raise Unreadable(
            "too_large",
            _("The file is larger than 50 MB. Take pictures out of it, or split it by year."),
        )
    with path.open("rb") as file:
        head = file.read(4096)
    for sign, sentence in OTHER_KINDS.items():
        if head.startswith(sign):
            raise Unreadable("wrong_type", sentence)
    if head.startswith(OLE):
        _refuse_ole(path)
    if head.startswith(ZIP):
        _check_zip(path)
        return Opened("sheet", path)
    return _as_csv(path, head)


def _refuse_ole(path: Path) -> None:
    marker = "EncryptedPackage".encode("utf-16-le")
    with path.open("rb") as file:
        if marker in file.read(2 * 1024 * 1024):
            raise Unreadable(
                "encrypted",
                _(
                    "The workbook is locked with a password. Save a copy without it and choose that."
                ),
            )
    raise Unreadable(
        "old_format",
        _("This is an old Excel file (.xls). Open it and save it as .xlsx, then choose that."),
    )


def _check_zip(path: Path) -> None:
    broken = Unreadable(
        "broken", _("The workbook is damaged. Open it in Excel or LibreOffice and save it again.")
    )
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            _check_sizes(entries)
            if any(entry.flag_bits & 1 for entry in entries):
                raise Unreadable(
                    "encrypted",
                    _(
                        "The workbook is locked with a password. Save a copy without it and choose that."
                    ),
                )
            _check_contents(archive, entries, names)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError):
        raise broken from None


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    bomb = Unreadable(
        "bomb", _("The workbook unpacks to far more than it should. It was not opened.")
    )
    if len(entries) > MOST_ENTRIES or sum(e.file_size for e in entries) > MOST_UNPACKED:
        raise bomb
    for entry in entries:
        if entry.file_size > 1_000_000 and entry.file_size > MOST_RATIO * max(
            1, entry.compress_size
        ):
            raise bomb


def _check_contents(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], names: set[str]
) -> None:
    if "xl/workbook.xml" not in names and "content.xml" not in names:
        if "xl/workbook.bin" in names:
            raise Unreadable(
                "old_format",
                _("This is a binary workbook (.xlsb). Save it as .xlsx, then choose that."),
            )
        raise Unreadable(
            "wrong_type", _("This is not a workbook. Choose an .xlsx, .ods or .csv file.")
        )
    unpacked = 0
    for entry in entries:
        if not entry.filename.endswith((".xml", ".rels")):
            continue
        with archive.open(entry) as part:
            start = part.read(8192)
            if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
                raise Unreadable(
                    "bomb",
                    _("The workbook holds definitions that no workbook needs. It was not opened."),
                )
            unpacked += len(start)
            while piece := part.read(1 << 20):
                unpacked += len(piece)
                if unpacked > MOST_UNPACKED:
                    raise Unreadable(
                        "bomb",
                        _("The workbook unpacks to far more than it should. It was not opened."),
                    )


def _as_csv(path: Path, head: bytes) -> Opened:
    not_text = Unreadable(
        "wrong_type", _("This is not a workbook. Choose an .xlsx, .ods or .csv file.")
    )
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif head[1::2].count(0) > len(head) // 3 and not head[::2].count(0):
        encoding = "utf-16-le"
    elif b"\x00" in head:
        raise not_text
    else:
        encoding = "utf-8-sig" if _is_utf8(path) else "cp1252"
    try:
        sample = head.decode(encoding, errors="replace")
    except (UnicodeError, LookupError):
        raise not_text from None
    if sample.lstrip().lower().startswith(("<!doctype html", "<html", "<?xml", "<table")):
        raise Unreadable(
            "wrong_type",
            _(
                "This is a web page saved as a workbook. Open it and save it as .xlsx, then choose that."
            ),
        )
    lines = [line for line in sample.splitlines()[:20] if line.strip()]
    delimiter = max(",;\t|", key=lambda sign: sum(line.count(sign) for line in lines))
    if not lines or sum(line.count(delimiter) for line in lines) < 1:
        raise not_text
    return Opened("csv", path, encoding, delimiter)


def _is_utf8(path: Path) -> bool:
    decoder = io.TextIOWrapper(path.open("rb"), encoding="utf-8-sig")
    try:
        with decoder:
            while decoder.read(1 << 20):
                pass
    except UnicodeDecodeError:
        return False
    return True


def csv_rows(opened: Opened) -> Iterator[list[str]]:
    """The rows of a text table, one by one. Raises Unreadable."""
    with opened.path.open(encoding=opened.encoding, errors="replace", newline="") as file:
        try:
            for number, row in enumerate(csv.reader(file, delimiter=opened.delimiter)):
                if number >= MOST_ROWS:
                    raise too_many_rows()
                yield row
        except csv.Error:
            raise Unreadable(
                "broken", _("The text table is damaged. Save it again as .csv or .xlsx.")
            ) from None


def too_many_rows() -> Unreadable:
    """The refusal of a workbook that is too long."""
    return Unreadable(
        "too_many_rows",
        _("The workbook has more than 200,000 rows. Split it by year and bring the parts in."),
    )


def refusal_sentence(code: str) -> str:
    """What to do about a workbook that was refused, from the code that was kept."""
    sentences = {
        "encrypted": _("The workbook is locked with a password. Save a copy without it and choose that."),
        "bomb": _("The workbook unpacks to far more than it should. It was not opened."),
        "too_large": _("The file is larger than 50 MB. Take pictures out of it, or split it by year."),
        "too_many_rows": _("The workbook has more than 200,000 rows. Split it by year and bring the parts in."),
        "not_recognised": _(
            "No sheet of this workbook looks like a register. Each needs a row of headings, such as Survivor Code, FIR No. or Hearing Date."
        ),
    }  # fmt: skip
    return str(
        sentences.get(code)
        or _("The workbook is damaged. Open it in Excel or LibreOffice and save it again.")
    )
