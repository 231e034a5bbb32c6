"""Random registers of one small programme: order and words of columns, titles, scripts, forms of days and amounts.

A seed makes one office. What each cell says is known, so that a reading can be compared cell by cell.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.interfaces.imports.layouts import Grid, Office

NAMES = ("Rina Sardar", "Salma Bibi", "Purnima Jana", "Kajal Gayen", "Moumita Naiya", "Tuli Halder", "Asha Das", "Jaba Roy", "Chhaya Mridha")  # fmt: skip
STATIONS = ("Canning", "Basanti", "Gosaba", "Kultali", "Joynagar")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
BENGALI_MONTHS = ("জানুয়ারি", "ফেব্রুয়ারি", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর")  # fmt: skip
BENGALI, HINDI = (
    str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯"),
    str.maketrans("0123456789", "०१२३४५६७८९"),
)
SERIALS = ("Sl. No.", "Sl", "S.N.", "#", "ক্রমিক নং", "क्र.सं.")
SPARE = ("Old ledger page", "Checked", "Colour of folder")
Column = tuple[str, tuple[str, ...]]
REGISTERS: dict[str, tuple[Column, ...]] = {
    "survivors": (
        ("code", ("Survivor Code", "Unique ID", "Case ID", "Victim ID", "Regn. No.", "Beneficiary ID", "কোড", "सर्वाइवर कोड")),
        ("name", ("Name", "Name of girl", "Name of the survivor", "Survivor's Name", "নাম", "नाम")),
        ("born", ("Date of Birth", "D.O.B.", "DOB", "Birth Dt.", "জন্ম তারিখ", "जन्म तिथि")),
        ("village", ("Village", "Vill.", "Vill. & P.O.", "গ্রাম", "गाँव")),
        ("phone", ("Mobile No.", "Phone", "Contact No.", "Mob. no.", "মোবাইল", "मोबाइल नंबर")),
        ("rescued", ("Date of Rescue", "Rescue Dt.", "Rescued on", "উদ্ধারের তারিখ", "बचाव की तारीख")),
    ),
    "fir": (
        ("police_station", ("Police Station", "P.S.", "PS", "Thana", "থানা", "थाना")),
        ("fir_number", ("FIR No.", "Case No.", "FIR number & year", "Crime No.", "এফআইআর নং", "एफआईआर संख्या")),
        ("fir_date", ("FIR Date", "Date of FIR", "FIR dt.", "এফআইআর তারিখ", "एफआईआर की तारीख")),
        ("sections", ("Sections", "U/S", "Sec.", "Under sections", "ধারা", "धारा")),
        ("survivor_codes", ("Survivor Codes", "Survivor Code", "Victim IDs", "সারভাইভার কোড", "सर्वाइवर कोड")),
    ),
    "compensation": (
        ("survivor_code", ("Survivor Code", "Victim ID", "Unique ID", "Case ID", "কোড", "सर्वाइवर कोड")),
        ("filed", ("Date of Application", "Appl. Dt.", "Applied on", "Date filed", "আবেদনের তারিখ", "आवेदन की तारीख")),
        ("asked", ("Amount Claimed", "Amt. claimed", "Claim amt (Rs.)", "Amount prayed for", "দাবির পরিমাণ", "दावा राशि")),
        ("ordered", ("Order Date", "Dt. of order", "Award Date", "আদেশের তারিখ", "आदेश की तारीख")),
        ("awarded", ("Amount Awarded", "Comp. awarded", "Awarded Amt.", "Award amount", "মঞ্জুর টাকা", "स्वीकृत राशि")),
    ),
    "hearings": (
        ("fir", ("FIR", "PS & Case No.", "FIR reference", "PS Case No.", "মামলা নং", "थाना और एफआईआर")),
        ("on", ("Hearing Date", "Date of hearing", "Hrg. dt.", "শুনানির তারিখ", "सुनवाई की तारीख")),
        ("court", ("Court", "Name of court", "আদালত", "न्यायालय")),
        ("outcome", ("Outcome", "What happened", "Result", "কী হল", "परिणाम")),
        ("next", ("Next Date", "Next hearing date", "Nxt. dt.", "পরবর্তী তারিখ", "अगली तारीख")),
    ),
}  # fmt: skip
TITLES = ("Register of the field office", "Updated till March", "তালিকা", "सूची: 2022-23")
TOTALS = (["Total", "9"], ["মোট", "৯ জন"], ["कुल", "9"], ["Grand Total: 9"])


@dataclass
class Truth:
    """What a reading must find: per register its rows, each field by field as `read` puts it."""

    office: Office
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)


def invented(seed: int) -> Truth:
    """One office."""
    by = Random(seed)  # noqa: S311 - an invented office, again the same for the same seed
    truth = Truth(Office({}))
    for kind in REGISTERS:
        _add(kind, truth, by)
    names = list(truth.office.sheets)
    by.shuffle(names)
    truth.office.sheets = {name: truth.office.sheets[name] for name in names}
    return truth


def _add(kind: str, truth: Truth, by: Random) -> None:
    columns = list(REGISTERS[kind])
    by.shuffle(columns)
    says = [_said(kind, n) for n in range(len(NAMES))]
    words = {name: by.choice(heads) for name, heads in columns}
    style = {name: by.randrange(100) for name, _heads in columns}
    lead = [by.choice(SERIALS)] if by.random() < 0.5 else []
    tail = [by.choice(SPARE)] if by.random() < 0.4 else []
    grid: Grid = [[by.choice(TITLES)] for _ in range(by.randrange(3))]
    if grid and by.random() < 0.4:
        grid.append([])
    grid.append([*lead, *(words[name] for name, _heads in columns), *tail])
    truth.heads[kind] = len(grid)
    for n, said in enumerate(says):
        cells = [_written(said[name], style[name] + (by.randrange(7) if by.random() < 0.5 else 0)) for name, _h in columns]  # fmt: skip
        grid.append([*([n + 1] if lead else []), *cells, *(["yes"] if tail else [])])
    if by.random() < 0.5:
        grid.append(list(by.choice(TOTALS)))
    truth.office.sheets[f"Sheet {kind[:3]} {by.randrange(90)}"] = grid
    truth.rows[kind] = says


def _said(kind: str, n: int) -> dict[str, Any]:
    day = date(2019, 1, 3) + timedelta(days=37 * n)
    station, fir = STATIONS[n % 5], (100 + n, day.year)
    return {
        "survivors": {"code": f"W-{n + 1:03}", "name": NAMES[n], "born": date(2001, 2, 3) + timedelta(days=71 * n),
                      "village": f"Char{n}", "phone": f"98300{n}4321", "rescued": day},
        "fir": {"police_station": station, "fir_number": fir, "fir_date": day, "sections": ("370", "IPC"),
                "survivor_codes": f"W-{n + 1:03}"},
        "compensation": {"survivor_code": f"W-{n + 1:03}", "filed": day, "asked": 400_000 + 25_000 * n,
                         "ordered": day + timedelta(days=90), "awarded": 200_000 + 25_000 * n},
        "hearings": {"fir": (station, *fir), "on": day + timedelta(days=30), "court": "ACJM", "outcome": "Adjourned",
                     "next": day + timedelta(days=61)},
    }[kind]  # fmt: skip


def _written(value: Any, style: int) -> Any:
    """A value in one of the ways in which people write it."""
    if isinstance(value, date):
        return _day(value, style)
    if isinstance(value, int):
        return _amount(value, style)
    if isinstance(value, tuple):
        return _reference(value, style)
    return value if style % 5 else f" {value} "


def _day(day: date, style: int) -> Any:
    plain = f"{day:%d/%m/%Y}"
    return [
        day, plain, f"{day:%d-%m-%Y}", f"{day:%d.%m.%Y}", f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{day:%Y-%m-%d}", plain.translate(BENGALI), plain.translate(HINDI),
        f"{day.day} {BENGALI_MONTHS[day.month - 1]} {day.year}".translate(BENGALI),
        f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    ][style % 10]  # fmt: skip


def _amount(rupees: int, style: int) -> Any:
    lakhs = f"{rupees / 100_000:g}"
    grouped = f"{rupees // 100_000},{rupees // 1000 % 100:02},{rupees % 1000:03}"
    return [
        rupees, grouped, f"Rs. {grouped}/-", f"{grouped}/-", f"{lakhs} lac", f"₹{grouped}",
        f"{lakhs} লাখ".translate(BENGALI), float(rupees), grouped.translate(HINDI),
    ][style % 9]  # fmt: skip


def _reference(value: tuple[Any, ...], style: int) -> str:
    if value[1] == "IPC":
        return ["IPC 370", "370 IPC", "u/s 370 IPC", "Sec 370 of IPC", "৩৭০ আইপিসি", "370 भादवि"][
            style % 6
        ]
    number = f"{value[-2]}/{value[-1]}"
    short = f"{value[-2]}/{value[-1] % 100:02}"
    if len(value) == 2:
        return [
            number,
            short,
            f"{value[0]} of {value[1]}",
            number.translate(BENGALI),
            f"FIR {number}",
        ][style % 5]
    return [f"{value[0]} {number}", f"{value[0]} PS {number}", f"{value[0]} P.S. Case No. {short}",
            f"{value[0]} থানা {number}".translate(BENGALI)][style % 4]  # fmt: skip
