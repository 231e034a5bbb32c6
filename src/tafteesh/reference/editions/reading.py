"""From rows of text to values of fields: every cell read, every link found, every fault told."""

import uuid
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from tafteesh.foundation.kernel.ids import new_id
from tafteesh.reference.editions.datasets import DATASETS, Dataset, Link, Values
from tafteesh.reference.editions.faults import BadCell, BadEdition, Fault
from tafteesh.reference.editions.folder import EditionFile, EditionFolder
from tafteesh.reference.places.models import Area
from tafteesh.reference.places.names import place_key
from tafteesh.reference.rows import ReferenceRow

MANY = 50  # faults told at once
STANDING = ("id", "key", "is_current", "retired_on", "edition_id", "edition__dataset")


@dataclass
class Standing:
    """The rows that stand in the database, by model and key, and the ids of those still to be made."""

    rows: dict[type[ReferenceRow], dict[str, Values]] = field(default_factory=dict)
    ids: dict[type[ReferenceRow], dict[str, uuid.UUID]] = field(default_factory=dict)
    keys: dict[uuid.UUID, str] = field(default_factory=dict)
    state_of: dict[uuid.UUID, uuid.UUID] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: EditionFolder) -> "Standing":
        """One query for each model that the edition touches or refers to."""
        standing = cls()
        wanted = {file.dataset.model for file in folder.files}
        wanted |= {link.model for file in folder.files for link in file.dataset.links}
        for model in wanted:
            fields = {f for d in DATASETS if d.model is model for f in d.fields}
            rows = model.objects.values(*STANDING, *fields)
            standing.rows[model] = {row["key"]: row for row in rows}
            standing.ids[model] = {key: row["id"] for key, row in standing.rows[model].items()}
            standing.keys |= {row["id"]: key for key, row in standing.rows[model].items()}
        for row in standing.rows.get(Area, {}).values():
            standing.state_of[row["id"]] = row["state_id"] or row["id"]
        return standing

    def id_for(self, model: type[ReferenceRow], key: str) -> uuid.UUID:
        """The id of a row, given out now where the row is new."""
        ids = self.ids[model]
        if key not in ids:
            ids[key] = new_id()
            self.keys[ids[key]] = key
        return ids[key]


def key_of(dataset: Dataset, row: dict[str, str] | Any) -> str:
    """The stable key of a row: as written, or made from its LGD code."""
    written: str = (row.get("key") or "").strip()
    if written or not dataset.code_key:
        return written
    code = (row.get("lgd_code") or "").strip()
    return f"{dataset.code_key}{code}" if code else ""


def read_values(folder: EditionFolder, standing: Standing) -> dict[str, dict[str, Values]]:
    """Values of fields by dataset and key. Raises BadEdition with up to fifty sentences."""
    faults: list[Fault] = []
    for file in folder.files:
        faults += _give_ids(file, standing)
    found = {file.dataset.name: _values(file, standing, faults) for file in folder.files}
    if folder.is_own:
        for file in folder.files:
            faults += _same_name_twice(file, found[file.dataset.name], standing)
    if faults:
        raise BadEdition(faults[:MANY])
    return found


def _give_ids(file: EditionFile, standing: Standing) -> list[Fault]:
    seen: set[str] = set()
    faults = []
    for line, row in file.rows:
        key = key_of(file.dataset, row)
        if not key:
            faults.append(Fault(file.file_name, line, _("Give this row a key.")))
        elif key in seen:
            words = _("The key “%(key)s” stands in this file already.") % {"key": key[:60]}
            faults.append(Fault(file.file_name, line, words))
        seen.add(key)
        standing.id_for(file.dataset.model, key)
    return faults


def _values(file: EditionFile, standing: Standing, faults: list[Fault]) -> dict[str, Values]:
    found: dict[str, Values] = {}
    for line, row in file.rows:
        try:
            values = _read_row(file, row, standing)
        except BadCell as bad:
            faults.append(Fault(file.file_name, line, str(bad)))
            continue
        found[key_of(file.dataset, row)] = values
    return found


def _read_row(file: EditionFile, row: Any, standing: Standing) -> Values:
    values = _cells_and_links(file, row, standing)
    _check_row(values)
    if file.dataset.model is Area:
        _set_state(values, standing.id_for(Area, key_of(file.dataset, row)), standing)
    if file.dataset.finish:
        file.dataset.finish(values)
    return values


def _cells_and_links(file: EditionFile, row: Any, standing: Standing) -> Values:
    values: Values = dict(file.dataset.fixed)
    stands = standing.rows[file.dataset.model].get(key_of(file.dataset, row))
    for cell in file.dataset.cells:
        if stands and cell.column not in row and cell.column not in file.defaults:
            values[cell.target] = stands[cell.target]  # a column that is left out changes nothing
            continue
        written = row.get(cell.column) or file.defaults.get(cell.column, "")
        if cell.needed and not written.strip():
            raise BadCell(_("“%(column)s” is empty.") % {"column": cell.column})
        try:
            values[cell.target] = cell.read(written)
        except BadCell as bad:
            raise BadCell(f"{cell.column}: {bad}") from None
    for link in file.dataset.links:
        if stands and link.column not in row:
            values[link.target] = stands[link.target]
            continue
        values[link.target] = _linked(link, (row.get(link.column) or "").strip(), standing)
    return values


def _linked(link: Link, written: str, standing: Standing) -> uuid.UUID | None:
    if not written:
        if link.needed:
            raise BadCell(_("“%(column)s” is empty.") % {"column": link.column})
        return None
    found = standing.ids[link.model].get(written)
    if found is None:
        words = _("%(column)s: there is no row with the key “%(key)s”.")
        raise BadCell(words % {"column": link.column, "key": written[:60]})
    return found


def _check_row(values: Values) -> None:
    """What the tables would refuse, in words."""
    begins, ends = values.get("valid_from"), values.get("valid_to")
    if begins and ends and begins > ends:
        raise BadCell(_("It ends before it begins."))
    if "authority_id" in values and (values["authority_id"] is None) == (values["area_id"] is None):
        raise BadCell(_("A post belongs to an authority or to an area: fill one of the two."))
    least, most = values.get("min_paise"), values.get("max_paise")
    if least == 0 or most == 0 or (least and most and least > most):
        raise BadCell(_("The smallest amount cannot be larger than the largest, and none is 0."))


def _set_state(values: Values, own: uuid.UUID, standing: Standing) -> None:
    parent = values.get("parent_id")
    values.setdefault("parent_id", None)
    state = standing.state_of.get(parent, parent) if parent else None
    values["state_id"] = state
    standing.state_of[own] = state or own


def _same_name_twice(
    file: EditionFile, found: dict[str, Values], standing: Standing
) -> list[Fault]:
    """An office adding what stands already under another key would make two of one police station."""
    if "search_text" not in file.dataset.fields:
        return []
    inside = "parent_id" if file.dataset.model is Area else "district_id"
    known: dict[tuple[str, str], list[tuple[str, uuid.UUID | None]]] = {}
    for key, row in standing.rows[file.dataset.model].items():
        if row["is_current"]:
            named = (place_key(row["name"]), row["kind"])
            known.setdefault(named, []).append((key, row[inside]))
    lines = {key_of(file.dataset, row): line for line, row in file.rows}
    faults = []
    for key, values in found.items():
        others = known.get((place_key(values["name"]), values["kind"]), [])
        same = [other for other, place in others if values[inside] in (None, place)]
        if same and key not in same:
            words = _("This name stands in the list already, with the key “%(key)s”: use that key.")
            faults.append(Fault(file.file_name, lines[key], words % {"key": same[0]}))
    return faults
