"""Cells in which a workbook shows an error (#REF!) instead of a value: the readers of workbooks pass them over."""

import posixpath
import re
import zipfile
from collections import defaultdict
from pathlib import Path

ERRORS = frozenset(
    ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"]
)
CELL = re.compile(
    rb'<c r="([A-Z]{1,3})(\d+)"[^>]*?\bt="e"[^>]*>(?:<f[^>]*?(?:/>|>[^<]*</f>))?<v>([^<]*)</v>'
)
SHEET = re.compile(rb'<sheet\b[^>]*?\bname="([^"]*)"[^>]*?\br:id="([^"]+)"')
TARGET = re.compile(rb"<Relationship\b[^>]*>")
PART = re.compile(rb'\b(Id|Target)="([^"]*)"')
PIECE, OVERLAP = 1 << 20, 2_048
Errors = dict[int, dict[int, str]]


def errors_of(path: Path) -> dict[int, Errors]:
    """For each sheet of an .xlsx by its place: row and column, from 0, of each error and what it says."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = _parts(archive)
            return {place: _scan(archive, part) for place, part in enumerate(parts)}
    except (KeyError, zipfile.BadZipFile):
        return {}


def _parts(archive: zipfile.ZipFile) -> list[str]:
    names = set(archive.namelist())
    if "xl/workbook.xml" not in names:
        return []
    targets = {}
    for found in TARGET.findall(archive.read("xl/_rels/workbook.xml.rels")):
        said = dict(PART.findall(found))
        target = said.get(b"Target", b"").decode()
        targets[said.get(b"Id")] = (
            target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        )
    return [targets.get(key, "") for _name, key in SHEET.findall(archive.read("xl/workbook.xml"))]


def _scan(archive: zipfile.ZipFile, part: str) -> Errors:
    found: Errors = defaultdict(dict)
    if part not in archive.NameToInfo:
        return found
    with archive.open(part) as file:
        rest = b""
        while piece := file.read(PIECE):
            text = rest + piece
            if b't="e"' in text:
                for letters, row, error in CELL.findall(text):
                    found[int(row) - 1][_index(letters.decode())] = error.decode()
            rest = text[-OVERLAP:]
    return found


def _index(letters: str) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1
