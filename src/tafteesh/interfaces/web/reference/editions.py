"""Editions: what each changed, and an office's own lists, shown before they are saved."""

import uuid
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import FieldDoesNotExist
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.facts.duties import moved_by
from tafteesh.domain.facts.kept import recount_noted
from tafteesh.foundation.access.context import counting
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.reference.listing import Listing, show_list
from tafteesh.interfaces.web.templatetags.shapes import Column, Row
from tafteesh.reference.editions.actions import load_edition
from tafteesh.reference.editions.changes import OWN, FilePlan, plan_edition
from tafteesh.reference.editions.datasets import BY_NAME, DATASETS
from tafteesh.reference.editions.faults import BadEdition, Fault
from tafteesh.reference.editions.folder import OWN_DEFAULTS, EditionFolder, read_own
from tafteesh.reference.law.models import Deadline, Edition

LARGEST = 1_500_000  # bytes; a larger list is loaded from the command line
SALT = "an office's own lists"
SHOWN = 100  # changed rows on the page; the rest is counted
AN_HOUR = 3600
LISTS = ("deadlines", "authorities", "blocks", "gram_panchayats", "subdivisions", "posts")


class UploadForm(ActorForm):
    """One list; its name says which."""

    dataset = forms.ChoiceField(
        label=gettext_lazy("Which list?"),
        choices=[(name, BY_NAME[name].label) for name in LISTS],
    )
    file = forms.FileField(
        label=gettext_lazy("The list as a .csv file"),
        help_text=gettext_lazy("In a spreadsheet, save it as the kind CSV UTF-8. The first line names the columns."),
    )  # fmt: skip


def label_of(origin: str) -> str:
    """A list in words; an office's own says so."""
    dataset = BY_NAME.get(origin.removeprefix(OWN))
    label = str(dataset.label) if dataset else origin
    return _("%(list)s (the office's own)") % {"list": label} if origin.startswith(OWN) else label


def _loaded_by(rows: list[Edition]) -> dict[str, str]:
    """Who loaded them, for those whose work is to look after people or lists."""
    ids = []
    for row in rows:
        try:
            ids.append(uuid.UUID(row.loaded_by))
        except ValueError:
            continue
    return {
        str(pk): name for pk, name in Person.objects.filter(pk__in=ids).values_list("pk", "name")
    }


@page(Permission.OWN_DESK)
def editions(request: StaffRequest) -> HttpResponse:
    """Every edition, newest first."""
    found = list(Edition.objects.order_by("-id"))
    names = _loaded_by(found)
    rows = [
        Row(
            [label_of(row.dataset), row.loaded_on, _by(row, names), row.rows, row.added, row.changed, row.retired],
            reverse("reference:edition", args=[row.pk]),
        )
        for row in found
    ]  # fmt: skip
    may_load = request.actor.holds(Permission.REFERENCE_WRITE)
    return show_list(
        request,
        Listing(
            heading=_("Editions and what each changed"),
            columns=[
                Column(_("List")), Column(_("Loaded on")), Column(_("By")), Column(_("Rows"), number=True),
                Column(_("New"), number=True), Column(_("Changed"), number=True), Column(_("Retired"), number=True),
            ],
            rows=rows,
            back_url=reverse("reference:home"),
            back=_("Law and places"),
            action_url=reverse("reference:upload") if may_load else "",
            action=_("Load your office's own lists"),
            empty=_("No edition is loaded yet."),
        ),
    )  # fmt: skip


def _by(row: Edition, names: dict[str, str]) -> str:
    return names.get(row.loaded_by) or _("this version of the programme")


@page(Permission.OWN_DESK)
def edition(request: StaffRequest, row_id: uuid.UUID) -> HttpResponse:
    """One edition: its file, its fingerprint, and every row it changed."""
    row = Edition.objects.filter(pk=row_id).first()
    if row is None:
        raise not_there()
    of = partial(_choices, row.dataset)
    kinds = {"added": _("new"), "retired": _("retired")}
    changes = [
        Row([c["key"], kinds.get(c["field"], c["field"].replace("_", " ")), _shown(c["old"], of(c["field"])), _shown(c["new"], of(c["field"]))])
        for c in row.what_changed
    ]  # fmt: skip
    return show(
        request,
        "reference/edition.html",
        edition=row,
        label=label_of(row.dataset),
        by=_by(row, _loaded_by([row])),
        changes=changes[: SHOWN * 5],
        columns=[Column(_("Row")), Column(_("What")), Column(_("Before")), Column(_("After"))],
    )


def _choices(origin: str, field: str) -> dict[Any, Any]:
    """The words of a field that holds codes of a list."""
    dataset = BY_NAME.get(origin.removeprefix(OWN))
    try:
        found = dataset.model._meta.get_field(field) if dataset else None
    except FieldDoesNotExist:
        return {}
    return dict(getattr(found, "choices", None) or ())


def _shown(value: Any, choices: dict[Any, Any]) -> str:
    if not isinstance(value, list) and value in choices:
        return str(choices[value])
    if value is True or value is False:
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


@page(Permission.REFERENCE_WRITE, writes=("POST",))
def upload(request: StaffRequest) -> HttpResponse:
    """Read a list, show what it would change, and save it when that is confirmed."""
    if "seen" in request.POST:
        return _save(request)
    form = UploadForm(by=request.actor)
    faults: list[Fault] = []
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES, by=request.actor)
        if form.is_valid():
            try:
                return _preview(request, form)
            except BadEdition as bad:
                faults = bad.faults
    return show(request, "reference/upload.html", form=form, faults=faults, datasets=_columns())


def _columns() -> list[dict[str, Any]]:
    """Which columns each list may have."""
    return [
        {
            "label": dataset.label,
            "needed": ["key", *(c for c in dataset.needed if c not in OWN_DEFAULTS)],
            "others": sorted(dataset.columns - {"key", *dataset.needed} | {*OWN_DEFAULTS}),
        }
        for dataset in DATASETS
        if dataset.name in LISTS
    ]


def _preview(request: StaffRequest, form: UploadForm) -> HttpResponse:
    sent: Any = form.cleaned_data["file"]
    name = f"{form.cleaned_data['dataset']}.csv"
    if (sent.size or 0) > LARGEST:
        words = _("The file is larger than 1.5 MB. Load it with the command load_reference.")
        raise BadEdition([Fault(name, 0, words)])
    text = _text(name, sent.read())
    with counting(request.actor) as counter:
        plan = plan_edition(_own(request, name, text))
        moved = moved_by(counter, limits_changed(plan.files[0]))
    return show(
        request,
        "reference/preview.html",
        plan=plan.files[0],
        moved=[Row([key, number]) for key, number in sorted(moved.items())],
        moved_columns=[Column(_("Limit")), Column(_("FIRs that would stand otherwise"), number=True)],
        label=label_of(plan.files[0].dataset.name),
        changes=_changes(plan.files[0]),
        columns=[
            Column(_("Row")), Column(_("What")), Column(_("Before")), Column(_("After")),
            Column(_("Records that use it"), number=True),
        ],
        seen=signing.dumps({"name": name, "text": text, "by": str(request.actor.person_id)}, salt=SALT, compress=True),
    )  # fmt: skip


def _text(name: str, raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = _("The file is not UTF-8 text. Save it as “CSV UTF-8”.")
        raise BadEdition([Fault(name, 0, words)]) from None


def _own(request: StaffRequest, name: str, text: str) -> EditionFolder:
    return read_own(f"{request.actor.today:%Y-%m-%d}", {name: text.encode()})


def _changes(plan: FilePlan) -> list[Row]:
    of = partial(_choices, plan.origin)
    rows = [
        Row(
            [
                row.key,
                c.field.replace("_", " "),
                _shown(c.old, of(c.field)),
                _shown(c.new, of(c.field)),
                row.uses,
            ]
        )
        for row in plan.changed[:SHOWN]
        for c in row.changes
    ]
    rows += [Row([r.key, _("retired"), "", "", r.uses]) for r in plan.retired[:SHOWN]]
    added = list(plan.added.items())[:SHOWN]
    return rows + [
        Row([key, _("new"), "", values.get("name") or values.get("law", ""), 0])
        for key, values in added
    ]


def limits_changed(plan: FilePlan) -> dict[str, Deadline | None]:
    """The limits as they would stand, unsaved; None for one that would be retired."""
    if plan.dataset.model is not Deadline:
        return {}
    found: dict[str, Deadline | None] = {row.key: None for row in plan.retired}
    for row in Deadline.objects.filter(key__in=[one.key for one in plan.changed]):
        found[row.key] = row
    for one in plan.changed:
        for change in one.changes:
            setattr(found[one.key], change.field, change.new)
    return found


def _save(request: StaffRequest) -> HttpResponse:
    """Save what was seen: the list travels with the page, signed, and for one hour."""
    try:
        seen = signing.loads(request.POST["seen"], salt=SALT, max_age=AN_HOUR)
    except signing.BadSignature:
        seen = None
    if seen is None or seen["by"] != str(request.actor.person_id):
        messages.error(request, _("This preview is too old. Choose the file once more."))
        return redirect("reference:upload")
    try:
        plan = load_edition(folder=_own(request, seen["name"], seen["text"]), by=request.actor)
        recount_noted(request.actor)
    except BadEdition as bad:
        form = UploadForm(by=request.actor)
        return show(
            request, "reference/upload.html", form=form, faults=bad.faults, datasets=_columns()
        )
    if plan.is_empty:
        messages.success(request, _("Nothing changed: these rows stand already."))
    else:
        messages.success(request, _("The list is loaded."))
    return redirect("reference:editions")
