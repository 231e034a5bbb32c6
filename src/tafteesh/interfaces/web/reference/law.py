"""Acts and sections, limits of time, procedure, compensation schemes, confidentiality."""

import re
import uuid
from collections import Counter
from collections.abc import Iterable

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.reference.listing import (
    Choice,
    Detail,
    Listing,
    Table,
    lines,
    one,
    show_detail,
    show_list,
    verified,
    words_of,
)
from tafteesh.interfaces.web.reference.words import FLAGS, amounts, because_of, in_words, limit_of
from tafteesh.interfaces.web.templatetags.shapes import Column, Row
from tafteesh.reference.law.models import (
    Act,
    CompensationScheme,
    ConfidentialityRule,
    Deadline,
    Edition,
    ProcedureSection,
    Section,
)

PENAL = ("IPC", "BNS")


@page(Permission.OWN_DESK)
def home(request: StaffRequest) -> HttpResponse:
    """Which lists there are, and when the newest edition came."""
    return show(
        request,
        "reference/home.html",
        newest=Edition.objects.order_by("-id").first(),
        may_load=request.actor.holds(Permission.REFERENCE_WRITE),
    )


def natural(number: str) -> tuple[int, str]:
    """Sections in the order of the Act: 99 before 143, 376 before 376A."""
    found = re.match(r"\d+", number)
    return (int(found[0]) if found else 9_999, number)


def fits(words: str, *texts: str) -> bool:
    """Whether every word stands somewhere in the texts."""
    whole = " ".join(texts).casefold()
    return all(word in whole for word in words.casefold().split())


@page(Permission.OWN_DESK)
def sections(request: StaffRequest) -> HttpResponse:
    """IPC and BNS side by side, or one Act."""
    acts = list(Act.objects.filter(is_current=True).order_by("year"))
    act = request.GET.get("act", "")
    words = words_of(request)
    single = next((a for a in acts if a.key == act), None)
    listed = {*Section.objects.values_list("act__key", flat=True)}
    options = [("", _("IPC and BNS side by side"))]
    options += [(a.key, f"{a.short_name}, {a.year}") for a in acts if a.key in listed]
    columns, rows = _one_act(single, words) if single else _side_by_side(words)
    return show_list(
        request,
        Listing(
            heading=_("Acts and sections"),
            lead=_(
                "The day of the offence decides: until 30-06-2024 the IPC, from 01-07-2024 the BNS."
            ),
            columns=columns,
            rows=rows,
            words=words,
            choices=[Choice("act", _("Act"), options, act)],
            back_url=reverse("reference:home"),
            back=_("Law and places"),
            empty=_("No section fits. Try a number, like 370, or a word of the heading."),
        ),
    )


def _side_by_side(words: str) -> tuple[list[Column], list[Row]]:
    found = {
        row.key: row
        for row in Section.objects.filter(is_current=True, act__key__in=PENAL).select_related("act")
    }
    lone = _only_parts(found.values())
    rows = []
    for row in sorted(found.values(), key=lambda r: (r.act.key != "BNS", *natural(r.number))):
        others = [found[key] for key in row.counterpart_keys if key in found]
        if row.pk in lone or (row.act.key == "IPC" and others):
            continue
        new, old = (row.number, ", ".join(o.number for o in others))
        if row.act.key == "IPC":
            new, old = "", row.number
        if not fits(words, new, old, row.title, *(o.title for o in others)):
            continue
        cells = [row.title, old, new, in_words(row.max_imprisonment), verified(row)]
        rows.append(Row(cells, reverse("reference:section", args=[row.pk])))
    columns = [
        Column(_("Section")), Column("IPC"), Column("BNS"),
        Column(_("Imprisonment up to")), Column(_("Verified")),
    ]  # fmt: skip
    return columns, rows


def _only_parts(rows: Iterable[Section]) -> set[uuid.UUID]:
    """Sections with a single sub-section on the list: the sub-section says it all."""
    parts = Counter(row.parent_id for row in rows if row.parent_id)
    return {parent for parent, count in parts.items() if count == 1}


def _one_act(act: Act, words: str) -> tuple[list[Column], list[Row]]:
    rows = [
        Row(
            [
                f"{row.number} {act.short_name}",
                row.title,
                in_words(row.max_imprisonment),
                verified(row),
            ],
            reverse("reference:section", args=[row.pk]),
        )
        for row in sorted(
            Section.objects.filter(act=act, is_current=True), key=lambda r: natural(r.number)
        )
        if fits(words, row.number, row.title)
    ]
    columns = [
        Column(_("Section")), Column(_("Heading")),
        Column(_("Imprisonment up to")), Column(_("Verified")),
    ]  # fmt: skip
    return columns, rows


@page(Permission.OWN_DESK)
def section(request: StaffRequest, row_id: uuid.UUID) -> HttpResponse:
    """One section, with what stands for it in the other code."""
    row: Section = one(Section.objects.select_related("act"), row_id)
    others = Section.objects.filter(key__in=row.counterpart_keys).select_related("act")
    parts = Section.objects.filter(parent=row, is_current=True)
    shown = lines(
        (_("Act"), f"{row.act.name}, {row.act.year}"),
        (_("Offences from"), row.valid_from and f"{row.valid_from:%d-%m-%Y}"),
        (_("Offences until"), row.valid_to and f"{row.valid_to:%d-%m-%Y}"),
        (_("About"), row.get_family_display()),
        (_("Imprisonment from"), in_words(row.min_imprisonment)),
        (_("Imprisonment up to"), in_words(row.max_imprisonment)),
        (_("Fine"), row.fine),
        (_("Cognizable"), row.cognizable),
        (_("Bailable"), row.bailable),
        (_("Tried by"), row.triable_by),
        (_("Limitation for cognizance"), row.limitation),
        (_("In the lists of"), ", ".join(str(FLAGS[f]) for f in row.flags if f in FLAGS)),
        *because_of(row),
    )
    tables = [
        Table(
            _("The same offence in the other code"),
            [Column(_("Section")), Column(_("Heading")), Column(_("Verified"))],
            [_section_row(other) for other in others],
            empty=_("No counterpart is known."),
        )
    ]
    if parts:
        columns = [Column(_("Section")), Column(_("Heading")), Column(_("Verified"))]
        rows = sorted(parts.select_related("act"), key=lambda r: natural(r.number))
        tables.append(Table(_("Its sub-sections"), columns, [_section_row(r) for r in rows]))
    heading = f"{row.number} {row.act.short_name}: {row.title}"
    return show_detail(
        request,
        Detail(heading, row, shown, tables, reverse("reference:sections"), _("Acts and sections")),
    )


def _section_row(row: Section) -> Row:
    return Row(
        [f"{row.number} {row.act.short_name}", row.title, verified(row)],
        reverse("reference:section", args=[row.pk]),
    )


@page(Permission.OWN_DESK)
def deadlines(request: StaffRequest) -> HttpResponse:
    """Every limit of time: what, within which time, from which event, by which law."""
    words, force = words_of(request), request.GET.get("force", "")
    rows = [
        Row(
            [row.event, limit_of(row), row.trigger, row.law, verified(row)],
            reverse("reference:deadline", args=[row.pk]),
        )
        for row in Deadline.objects.filter(is_current=True).order_by("law", "key")
        if (not force or row.force == force)
        and fits(words, row.event, row.trigger, row.law, row.old_law, row.accountable)
    ]
    return show_list(
        request,
        Listing(
            heading=_("Limits of time"),
            lead=_("Only a limit that was read in its source may ever tell you that a step is late."),
            columns=[
                Column(_("What must be done")), Column(_("Within")), Column(_("From")),
                Column(_("Law")), Column(_("Verified")),
            ],
            rows=rows,
            words=words,
            choices=[
                Choice("force", _("Force"), [("", _("Any")), *Deadline.Force.choices], force)
            ],
            back_url=reverse("reference:home"),
            back=_("Law and places"),
            empty=_("No limit fits. Try a law, like BNSS 193, or a word, like bail."),
        ),
    )  # fmt: skip


@page(Permission.OWN_DESK)
def deadline(request: StaffRequest, row_id: uuid.UUID) -> HttpResponse:
    """One limit, with how it is counted and what follows if it is missed."""
    row: Deadline = one(Deadline.objects.all(), row_id)
    shown = lines(
        (_("Law"), row.law),
        (_("Before 1 July 2024"), row.old_law),
        (_("From"), row.trigger),
        (_("Within"), limit_of(row)),
        (_("How it is counted"), row.count_rule),
        (_("Applies to"), row.applies_if),
        (_("If it is missed"), row.if_missed),
        (_("Who must do it"), row.accountable),
        (_("What stands behind it"), row.get_force_display()),
        (_("In the source's words"), row.force_words),
        (_("In force from"), row.valid_from and f"{row.valid_from:%d-%m-%Y}"),
        (_("In force until"), row.valid_to and f"{row.valid_to:%d-%m-%Y}"),
        (_("Version of the rule"), row.rule_version),
        *because_of(row),
    )
    back = reverse("reference:deadlines")
    return show_detail(request, Detail(row.event, row, shown, (), back, _("Limits of time")))


@page(Permission.OWN_DESK)
def procedure(request: StaffRequest) -> HttpResponse:
    """The two codes of procedure side by side."""
    words = words_of(request)
    pairing = {False: _("The pairing is to be verified"), True: _("Read in its source")}
    rows = [
        Row([row.topic, row.crpc, row.bnss, row.change, verified(row), pairing[row.pairing == "sourced"]])
        for row in ProcedureSection.objects.filter(is_current=True).order_by("-is_cutover", "key")
        if fits(words, row.topic, row.crpc, row.bnss, row.change)
    ]  # fmt: skip
    return show_list(
        request,
        Listing(
            heading=_("Procedure: CrPC and BNSS"),
            lead=_("The day of the stage decides: until 30-06-2024 the CrPC, from 01-07-2024 the BNSS."),
            columns=[
                Column(_("Subject")), Column("CrPC"), Column("BNSS"), Column(_("What changed")),
                Column(_("Text")), Column(_("Pairing")),
            ],
            rows=rows,
            words=words,
            back_url=reverse("reference:home"),
            back=_("Law and places"),
            empty=_("Nothing fits. Try a number, like 173, or a word, like bail."),
        ),
    )  # fmt: skip


@page(Permission.OWN_DESK)
def schemes(request: StaffRequest) -> HttpResponse:
    """Compensation schemes."""
    rows = [
        Row(
            [row.name, row.jurisdiction, row.get_kind_display(), _spell(row), verified(row)],
            reverse("reference:scheme", args=[row.pk]),
        )
        for row in CompensationScheme.objects.filter(is_current=True).order_by("kind", "key")
    ]
    return show_list(
        request,
        Listing(
            heading=_("Compensation schemes"),
            columns=[
                Column(_("Scheme")), Column(_("Where")), Column(_("Kind")),
                Column(_("In force")), Column(_("Verified")),
            ],
            rows=rows,
            back_url=reverse("reference:home"),
            back=_("Law and places"),
            empty=_("No scheme is loaded yet."),
        ),
    )  # fmt: skip


def _spell(row: CompensationScheme) -> str:
    begins = f"{row.valid_from:%d-%m-%Y}" if row.valid_from else pgettext("day", "not known")
    if row.valid_from != row.surely_from and row.surely_from:
        begins = _("%(first)s to %(last)s (not exact)") % {
            "first": begins,
            "last": f"{row.surely_from:%d-%m-%Y}",
        }
    if row.valid_to:
        return _("from %(begins)s until %(ends)s") % {
            "begins": begins,
            "ends": f"{row.valid_to:%d-%m-%Y}",
        }
    return _("from %(begins)s") % {"begins": begins}


@page(Permission.OWN_DESK)
def scheme(request: StaffRequest, row_id: uuid.UUID) -> HttpResponse:
    """One scheme with its heads of loss and their amounts."""
    row: CompensationScheme = one(CompensationScheme.objects.all(), row_id)
    shown = lines(
        (_("Where"), row.jurisdiction),
        (_("Kind"), row.get_kind_display()),
        (_("Legal basis"), row.legal_basis),
        (_("In force"), _spell(row)),
        (_("Interim"), row.interim_rule),
        (_("Children"), row.child_rule),
        (_("Apply within"), row.application_window),
        (_("Appeal"), row.appeal),
        (_("Who decides"), row.deciding_authority),
        (_("How it is paid"), row.disbursement_rule),
        (_("Papers"), row.documents),
        *because_of(row),
    )
    heads = [
        Row([head.name, amounts(head), head.notes, verified(head)])
        for head in row.heads.filter(is_current=True).order_by("position")
    ]
    columns = [
        Column(_("Head of loss")), Column(_("Amount")), Column(_("Note")), Column(_("Verified")),
    ]  # fmt: skip
    table = Table(_("Heads of loss"), columns, heads, _("No schedule was seen."))
    back = reverse("reference:schemes")
    return show_detail(
        request, Detail(row.name, row, shown, [table], back, _("Compensation schemes"))
    )


@page(Permission.OWN_DESK)
def confidentiality(request: StaffRequest) -> HttpResponse:
    """Rules that keep her from being known, and what is done about each here."""
    rows = [
        Row([row.rule, row.requirement, row.what_we_do, row.applies_to, verified(row)])
        for row in ConfidentialityRule.objects.filter(is_current=True).order_by("key")
    ]
    return show_list(
        request,
        Listing(
            heading=_("Rules of confidentiality"),
            columns=[
                Column(_("Rule")), Column(_("It asks")), Column(_("What is done here")),
                Column(_("Applies to")), Column(_("Verified")),
            ],
            rows=rows,
            back_url=reverse("reference:home"),
            back=_("Law and places"),
            empty=_("No rule is loaded yet."),
        ),
    )  # fmt: skip
