"""An invented programme, as it is before any office writes it down: rows of facts, with mistakes put in."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

BLOCKS = (("Canning I", "Canning"), ("Basanti", "Basanti"), ("Gosaba", "Gosaba"),
          ("Kultali", "Kultali"), ("Joynagar II", "Joynagar"))  # fmt: skip
VILLAGES = (
    "Amratala",
    "Chunakhali",
    "Jharkhali",
    "Nafarganj",
    "Ramchandrakhali",
    "Deuli",
    "Bharatgarh",
)
FIRST = {"Rina": "রিনা", "Salma": "সালমা", "Purnima": "পূর্ণিমা", "Tuktuki": "টুকটুকি", "Moumita": "মৌমিতা",
         "Sabina": "সাবিনা", "Kajal": "কাজল", "Ruksana": "রুকসানা", "Lakshmi": "লক্ষ্মী", "Champa": "চম্পা",
         "Asima": "অসীমা", "Hasina": "হাসিনা", "Madhabi": "মাধবী", "Nasima": "নাসিমা"}  # fmt: skip
LAST = {"Sardar": "সরদার", "Halder": "হালদার", "Laskar": "লস্কর", "Gayen": "গায়েন", "Sheikh": "শেখ",
        "Naiya": "নাইয়া", "Bibi": "বিবি", "Jana": "জানা", "Purkait": "পুরকাইত", "Mollick": "মল্লিক"}  # fmt: skip
MEN = ("Anil", "Jamal", "Bishnu", "Rahim", "Tapas", "Nur", "Gobinda", "Sanjay", "Yusuf", "Kamal")
SECTIONS = ("363 IPC", "370 IPC", "366A IPC", "5 ITPA", "4 POCSO", "372 IPC")
CITIES = ("Pune", "Delhi", "Mumbai", "Patna")


@dataclass(frozen=True)
class Fir:
    """A FIR by station, number and year."""

    station: str
    number: int
    year: int

    def __str__(self) -> str:
        return f"{self.station} {self.number}/{self.year}"


@dataclass(frozen=True)
class About:
    """A day that is known only to the month or the year, and how it is written."""

    iso: str
    words: str


@dataclass(frozen=True)
class As:
    """A cell that is written so and no otherwise, and what a right reading gives (if anything)."""

    raw: Any
    truth: Any = None


@dataclass
class Programme:
    """Rows by kind of register, and what is wrong with them."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    mistakes: list[tuple[str, int, str, str, str]] = field(
        default_factory=list
    )  # kind of register, index, field, kind of mistake, how detectable
    duplicates: list[tuple[str, str]] = field(default_factory=list)

    def spoil(
        self, kind: str, index: int, name: str, what: str, value: Any, level: str = "certain"
    ) -> None:
        """Put a mistake into a cell."""
        self.rows[kind][index][name] = value
        self.mistakes.append((kind, index, name, what, level))


def invent(seed: int, women: int = 120) -> Programme:
    """A programme of so many women, the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - invented people need no secrecy
    programme = Programme()
    programme.rows["survivors"] = [_woman(rng, n) for n in range(1, women + 1)]
    programme.rows["fir"] = [_fir(rng, programme, n) for n in range(women - 10)]
    _hang(rng, programme)
    _spoil(rng, programme)
    _repeat(programme)
    return programme


def _day(rng: random.Random, first: date, span: int) -> date:
    return first + timedelta(days=rng.randrange(span))


def _name(rng: random.Random) -> tuple[str, str]:
    first, last = rng.choice(list(FIRST)), rng.choice(list(LAST))
    return f"{first} {last}", f"{FIRST[first]} {LAST[last]}"


def _man(rng: random.Random) -> str:
    return f"{rng.choice(MEN)} {rng.choice(list(LAST))}"


def _woman(rng: random.Random, number: int) -> dict[str, Any]:
    taken = _day(rng, date(2014, 1, 10), 3200)
    rescued = _day(rng, taken + timedelta(days=60), 400)
    intake = _day(rng, rescued + timedelta(days=20), 100)
    block, station = rng.choice(BLOCKS)
    name, native = _name(rng)
    said = About(f"{taken:%Y-%m}", f"{taken:%b %Y}") if rng.random() < 0.06 else taken
    return {
        "code": f"N24-{intake.year}-{number:04d}", "name": name, "name_native": native,
        "relation_name": _man(rng), "gender": "Female", "born": _day(rng, date(1990, 1, 2), 5500),
        "case_kind": "Trafficking", "village": rng.choice(VILLAGES),
        "gram_panchayat": f"{rng.choice(VILLAGES)} GP", "block": block, "police_station": station,
        "phone": str(rng.randrange(6_100_000_000, 9_900_000_000)), "taken": said, "rescued": rescued,
        "destination": rng.choice(CITIES), "intake": intake,
        "status": rng.choice(("Active", "Active", "Active", "Closed", "Dropped out")),
        "worker": f"Worker {rng.randrange(1, 6)}", "collective": rng.choice(("Alo", "Sathi")),
    }  # fmt: skip


def _exact(value: Any) -> date:
    return value if isinstance(value, date) else date(int(value.iso[:4]), int(value.iso[5:7]), 28)


def _fir(rng: random.Random, programme: Programme, number: int) -> dict[str, Any]:
    woman = programme.rows["survivors"][number]
    day = _exact(woman["taken"]) + timedelta(days=rng.randrange(5, 50))
    sections = sorted(rng.sample(SECTIONS, rng.randrange(1, 4)))
    return {
        "police_station": woman["police_station"],
        "fir_number": As((number * 7 + 31, day.year), f"{number * 7 + 31}/{day.year}"),
        "fir_date": day, "area": rng.choice(("Source", "Destination")), "diary_number": str(300 + number),
        "diary_date": day - timedelta(days=rng.randrange(0, 9)), "sections": "; ".join(sections),
        "accused": ", ".join({_man(rng) for _ in range(rng.randrange(1, 4))}),
        "survivor_codes": [woman["code"]],
    }  # fmt: skip


def reference(row: dict[str, Any]) -> Fir:
    """The FIR that a row of the FIR register is."""
    number, year = row["fir_number"].raw
    return Fir(row["police_station"], number, year)


def _hang(rng: random.Random, programme: Programme) -> None:
    """What hangs on survivors and FIRs."""
    rows = programme.rows
    for kind in ("investigation", "charge_sheet", "correction", "compensation", "legal_aid", "hearings",
                 "meetings", "diary"):  # fmt: skip
        rows[kind] = []
    for index, fir in enumerate(rows["fir"]):
        _proceedings(rng, rows, fir, index)
    for index, woman in enumerate(rows["survivors"]):
        _money_and_law(rng, rows, woman, index)
    for index in range(45):
        rows["meetings"].append(_meeting(rng, rows, index))


def _proceedings(
    rng: random.Random, rows: dict[str, list[dict[str, Any]]], fir: dict[str, Any], index: int
) -> None:
    day, ref = fir["fir_date"], reference(fir)
    moved = _day(rng, day + timedelta(days=300), 300) if index % 6 == 0 else None
    rows["investigation"].append({
        "fir": ref, "agency_kind": "Police station", "agency": f"{ref.station} PS", "starts": day,
        "ends": moved,
    })  # fmt: skip
    if moved:
        rows["investigation"].append({
            "fir": ref, "agency_kind": "AHTU", "agency": "Canning AHTU",
            "requested": moved - timedelta(days=60), "ordered": moved - timedelta(days=20),
            "received": moved, "starts": moved,
        })  # fmt: skip
    if index % 2:
        rows["charge_sheet"].append({
            "fir": ref, "number": f"{200 + index}/{day.year + 1}", "filed": day + timedelta(days=rng.randrange(90, 400)),
            "accused": fir["accused"].split(", ")[0], "sections": fir["sections"].split("; ")[0],
        })  # fmt: skip
    if index % 3 == 0:
        filed = day + timedelta(days=rng.randrange(400, 600))
        rows["correction"].append({
            "number": f"PC-{index:03d}", "of": rng.choice(("FIR", "Investigation")), "fir": ref,
            "reason": rng.choice(("Accused left out", "Trafficking section missing", "Not sent to AHTU")),
            "forum": rng.choice(("Magistrate", "Sessions Court", "SP")), "filed": filed,
            "decided": filed + timedelta(days=90), "result": rng.choice(("Allowed", "Rejected")),
        })  # fmt: skip
    on = day + timedelta(days=rng.randrange(100, 300))
    for _time in range(rng.randrange(1, 4)):
        following = on + timedelta(days=rng.randrange(20, 80))
        rows["hearings"].append({
            "fir": ref, "on": on, "court": rng.choice(("ACJM Alipore", "ADJ Court Baruipur")),
            "outcome": rng.choice(("Heard", "Evidence recorded", "Adjourned: judge absent")), "next": following,
        })  # fmt: skip
        on = following


def _money_and_law(
    rng: random.Random, rows: dict[str, list[dict[str, Any]]], woman: dict[str, Any], index: int
) -> None:
    asked = woman["intake"] + timedelta(days=rng.randrange(10, 60))
    given = asked + timedelta(days=rng.randrange(3, 40))
    rows["legal_aid"].append({
        "survivor_code": woman["code"], "requested": asked, "authority": "SDLSC Canning", "assigned": given,
        "lawyer": f"Adv. {rng.choice(('Q1', 'Q2', 'R1'))}",
        "lawyer_kind": rng.choice(("Legal-aid panel lawyer", "Programme lawyer")), "starts": given,
        "ends": given + timedelta(days=400) if index % 4 == 0 else None,
    })  # fmt: skip
    if index % 2 == 0:
        rows["compensation"].append(_claim(rng, woman, index))
    for _visit in range(2):
        rows["diary"].append({
            "on": _day(rng, woman["intake"], 700), "worker": woman["worker"], "survivor_code": woman["code"],
            "mode": rng.choice(("Visit", "Phone", "Office")), "about": rng.choice(("VC", "Court", "Rehab")),
            "note": rng.choice(("Well", "Not at home", "Papers collected")),
        })  # fmt: skip


def _claim(rng: random.Random, woman: dict[str, Any], index: int) -> dict[str, Any]:
    filed = woman["intake"] + timedelta(days=rng.randrange(40, 500))
    signer = rng.choice(("Legal-aid panel lawyer", "Programme lawyer"))
    claim = {
        "number": f"VC-{index + 1:03d}", "survivor_code": woman["code"], "filed_at": "DLSA South 24 Parganas",
        "filed": filed, "asked": rng.choice((400_000, 500_000, 700_000)), "drafted_by": "Programme",
        "signed_by": signer, "result": "Awaiting",
    }  # fmt: skip
    if index % 3:
        award = rng.choice((150_000, 200_000, 300_000, 350_000))
        claim |= {"ordered": filed + timedelta(days=120), "result": "Awarded", "awarded": award,
                  "decision": "Accepted"}  # fmt: skip
        if index % 4 == 0:
            claim |= {"credit_on1": filed + timedelta(days=300), "credit_amount1": award // 2}
        if index % 8 == 0:
            claim |= {"credit_on2": filed + timedelta(days=350), "credit_amount2": award // 2}
        if index % 10 == 0:
            claim |= {"decision": "Challenged", "appeal_ordered": filed + timedelta(days=280),
                      "appeal_awarded": award + 100_000}  # fmt: skip
    return claim


def _meeting(
    rng: random.Random, rows: dict[str, list[dict[str, Any]]], index: int
) -> dict[str, Any]:
    level = rng.choice(("GP", "BDO", "DM", "AHTU", "Partner NGO"))
    on = _day(rng, date(2022, 1, 1), 800)
    meeting = {
        "on": on, "level": level, "place": rng.choice(BLOCKS)[0], "with_whom": f"{level} office", "days": 1,
        "survivor_codes": [w["code"] for w in rng.sample(rows["survivors"], rng.randrange(1, 5))],
        "demand": rng.choice(("Job cards", "Housing", "Free treatment")),
    }  # fmt: skip
    if index % 2:
        meeting |= {"promise": "Letter to SP", "due": on + timedelta(days=30)}
    if index % 4 == 1:
        meeting |= {"kept": on + timedelta(days=20)}
    return meeting


def _spoil(rng: random.Random, programme: Programme) -> None:
    """Mistakes of every kind that offices are known to make."""
    rows, spoil = programme.rows, programme.spoil
    _spoil_women(programme)
    for index in (5, 45):
        spoil(
            "fir",
            index,
            "diary_date",
            "diary after the FIR",
            rows["fir"][index]["fir_date"] + timedelta(days=60),
        )
        spoil("fir", index + 2, "diary_date", "year typed wrong", As(f"12-05-{2092}"))
        spoil("fir", index + 4, "sections", "no such section", "370 IPC; 99999 IPC", "likely")
    by_fir = {reference(fir): fir["fir_date"] for fir in rows["fir"]}
    for index in (2, 11, 20):
        sheet = rows["charge_sheet"][index]
        spoil(
            "charge_sheet",
            index,
            "filed",
            "charge sheet before the FIR",
            by_fir[sheet["fir"]] - timedelta(days=100),
        )
    for index in (7, 50, 90):
        spoil(
            "hearings",
            index,
            "next",
            "next date before the hearing",
            rows["hearings"][index]["on"] - timedelta(days=60),
        )
    for index in (6, 80):
        spoil(
            "legal_aid",
            index,
            "ends",
            "ends before it begins",
            rows["legal_aid"][index]["starts"] - timedelta(days=200),
        )
        spoil("legal_aid", index + 3, "survivor_code", "unknown survivor", f"N24-2019-9{index:03d}")
        spoil("diary", index, "on", "future date", date(2032, 5, 3))
    _spoil_money(programme)
    kept = [i for i, m in enumerate(rows["meetings"]) if m.get("kept")]
    for index in kept[:2]:
        day = rows["meetings"][index]["on"] - timedelta(days=300)
        spoil("meetings", index, "kept", "promise kept before it was made", day, "likely")
    _twins(rng, programme)


def _spoil_women(programme: Programme) -> None:
    women, spoil = programme.rows["survivors"], programme.spoil
    for index in (3, 33):
        later = _exact(women[index]["taken"]) + timedelta(days=500)
        spoil("survivors", index, "born", "born after trafficking", later)
    for index in (9, 49):
        spoil("survivors", index, "born", "placeholder date", As("01-01-2000"))
    for index in (14, 64):
        before = _exact(women[index]["taken"]) - timedelta(days=400)
        spoil("survivors", index, "rescued", "rescue before trafficking", before)
    for index in (21, 71):
        spoil("survivors", index, "phone", "phone of nine digits", women[index]["phone"][:9])


def _spoil_money(programme: Programme) -> None:
    claims = programme.rows["compensation"]
    awarded = [i for i, c in enumerate(claims) if c.get("awarded") and "credit_on1" not in c]
    credited = [i for i, c in enumerate(claims) if c.get("credit_on1") and "credit_on2" not in c]
    for index in awarded[:2]:
        programme.spoil(
            "compensation",
            index,
            "awarded",
            "missing zero",
            claims[index]["awarded"] // 100,
            "likely",
        )
    for index in awarded[2:4]:
        day = claims[index]["filed"] - timedelta(days=90)
        programme.spoil("compensation", index, "ordered", "order before claim", day)
    for index in credited[:2]:
        amount = claims[index]["awarded"] + 150_000
        programme.spoil("compensation", index, "credit_amount1", "credit larger than order", amount)


def _twins(rng: random.Random, programme: Programme) -> None:
    """Women who were entered twice, spelt otherwise, under another code."""
    women = programme.rows["survivors"]
    for index in rng.sample(range(75, 110), 6):
        first = women[index]
        name = (
            first["name_native"]
            if index % 2
            else first["name"].replace("i", "ee", 1).replace("Sh", "S")
        )
        number = len(women) + 1
        second = {**first, "code": f"N24-{first['intake'].year}-{number:04d}", "name": name,
                  "name_native": None, "worker": "Worker 3"}  # fmt: skip
        women.append(second)
        programme.duplicates.append((first["code"], second["code"]))
        programme.mistakes.append(
            ("survivors", len(women) - 1, "name", "duplicate person", "likely")
        )


def _repeat(programme: Programme) -> None:
    """A row that stands twice, word for word, as the last of its sheet."""
    for kind in ("compensation", "hearings", "diary"):
        rows = programme.rows[kind]
        rows.append(dict(rows[len(rows) // 2]))
        programme.mistakes.append((kind, len(rows) - 1, "*", "row repeated", "certain"))
