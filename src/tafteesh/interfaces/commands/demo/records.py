"""The demo programme: invented survivors and what happened in their files, told relative to today.

It is made as rows of registers and taken in as an import takes them, so the demo passes the same checks as an
office's own records; the year 2023-24 tells the programme's line.
"""

import random
from datetime import date, timedelta
from typing import Any

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.interfaces.commands.demo.words import (
    AHTUS,
    AWARDS,
    BLOCKS,
    FILES,
    FIRST,
    LAST,
    MEN,
    PLACES,
    STATIONS,
    YEAR,
)
from tafteesh.interfaces.imports.taking.chunk import keep_lists, take_chunk
from tafteesh.interfaces.imports.taking.values import Staged
from tafteesh.interfaces.imports.taking.world import Standing, World

# The women whose stories the demo tells: their files are Shampa's, what happened in them is in `told`.
NAMED: dict[str, dict[str, Any]] = {
    "S-0071": {"name": "Rupa Sardar"},
    "S-0098": {"name": "Mina Naskar"},
    "S-0120": {"name": "Asha Mondal", "silent": 34},
}
SHAMPAS = frozenset({*range(40), *(int(code[2:]) - 1 for code in NAMED)})


def _on(day: date) -> ApproxDate:
    return ApproxDate.on(day)


class Programme:
    """Rows of every register, made from one seed."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.chance = random.Random(20231)  # noqa: S311 - invented people
        self.rows: dict[str, list[dict[str, Any]]] = {}
        self.codes = [f"S-{n:04}" for n in range(1, FILES + 1)]

    def add(self, kind: str, **values: Any) -> None:
        self.rows.setdefault(kind, []).append(
            {k: v for k, v in values.items() if v not in (None, "")}
        )

    def make(self) -> dict[str, list[dict[str, Any]]]:
        """All rows by kind."""
        for number, code in enumerate(self.codes):
            self._survivor(number, code)
        for number in range(60):
            self._fir(number)
        self._transfers()
        self._claims()
        self._meetings()
        return self.rows

    def _survivor(self, n: int, code: str) -> None:
        violence = n % 9 == 8
        opened = self.today - timedelta(days=200 + n * 23)
        taken = opened - timedelta(days=300 + self.chance.randrange(900))
        about = (
            ApproxDate(taken.replace(day=1), taken, "about Kali Puja")
            if n % 11 == 0
            else _on(taken)
        )
        self.add(
            "survivors",
            code=code,
            name=NAMED.get(code, {}).get("name")
            or f"{FIRST[n % len(FIRST)]} {LAST[(n * 5) % len(LAST)]}",
            relation_name=MEN[n % len(MEN)],
            gender="female",
            born=ApproxDate(
                date(taken.year - 17, 1, 1), date(taken.year - 17, 12, 31), "about 17 then"
            ),
            case_kind="domestic violence" if violence else "trafficking",
            village=f"Para {n % 17}",
            block=BLOCKS[n % len(BLOCKS)],
            phone=f"98300{n:05}",
            taken=None if violence else about,
            rescued=None if violence else _on(taken + timedelta(days=150)),
            destination="" if violence else PLACES[n % len(PLACES)],
            intake=_on(opened),
            status=self._status(n, code),
            worker="Shampa" if n in SHAMPAS else "",
            collective="Utthan" if n % 4 == 0 else "",
        )
        self.add(
            "legal_aid",
            survivor_code=code,
            requested=_on(opened + timedelta(days=3)),
            authority="DLSA North 24 Parganas",
            assigned=_on(opened + timedelta(days=9 if n % 3 else 31)),
            lawyer=f"Adv. P{n % 6}" if n % 3 else "Adv. T1",
            lawyer_kind="panel" if n % 3 else "programme",
            starts=_on(
                min(opened + timedelta(days=9), date(2024, 3, 30))
                if opened < date(2024, 3, 30)
                else opened + timedelta(days=9)
            ),
        )
        for k in range(3):
            silence = 4 + (n * 7) % (24 if n in SHAMPAS else 50)
            day = self.today - timedelta(days=NAMED.get(code, {}).get("silent", silence) + 33 * k)
            self.add(
                "diary",
                on=_on(day),
                worker="Shampa" if n in SHAMPAS else "",
                survivor_code=code,
                mode=("phone", "visit", "office")[(n + k) % 3],
                about=("court", "compensation", "rehab")[k],
                note="Well",
            )

    def _status(self, n: int, code: str) -> str:
        if code in NAMED:
            return "active"
        return "closed" if n % 10 == 7 else ("dropped out" if n % 20 == 3 else "active")

    def _fir(self, n: int) -> None:
        day = self.today - timedelta(days=400 + n * 37)
        station = STATIONS[n % len(STATIONS)]
        reference = [station, 100 + n, day.year]
        accused = [MEN[(n + k) % len(MEN)] for k in range(2 + n % 3)]
        sections = (
            [["IPC", "363"], ["IPC", "370"], ["ITPA", "5"]]
            if day < date(2024, 7, 1)
            else [["BNS", "137(2)"], ["BNS", "143"], ["ITPA", "5"]]
        )
        shared = [self.codes[n]]
        if n % 5 == 0:
            shared.append(self.codes[93 + n // 5 % 4])
        if n == 10:  # one FIR, three survivors
            shared.append(self.codes[110])
        self.add(
            "fir",
            police_station=station,
            fir_number=reference[1:],
            fir_date=_on(day),
            area="source",
            diary_number=str(500 + n),
            diary_date=_on(day - timedelta(days=n % 9)),
            sections=sections,
            accused=accused,
            survivor_codes=shared,
        )
        if n % 3 == 0:
            self.add(
                "fir",
                police_station=f"Faraskhana {PLACES[n % 5]}",
                fir_number=[300 + n, day.year],
                fir_date=_on(day + timedelta(days=20)),
                area="destination",
                sections=[["ITPA", "3"], ["ITPA", "4"]],
                accused=["Manager of the place"],
                survivor_codes=[self.codes[n]],
            )
        if n % 2 == 0:
            self.add(
                "charge_sheet",
                fir=reference,
                number=f"{200 + n}/{day.year}",
                filed=_on(day + timedelta(days=95)),
                accused=accused[:-1],
                sections=sections[:2],
            )
        for k in range(4):
            when = day + timedelta(days=150 + 60 * k)
            if when < self.today - timedelta(days=70):
                self.add(
                    "hearings",
                    fir=reference,
                    on=_on(when),
                    court="ADJ Court Basirhat",
                    outcome=("heard", "adjourned: judge absent", "not reached")[(n + k) % 3],
                    next=_on(when + timedelta(days=60)),
                )
        gap = (6, 12, 9, 20, 27)[n % 5] if n in SHAMPAS else (0, 1, -3, 6, 12)[n % 5]
        last = self.today - timedelta(days=30)
        self.add(
            "hearings",
            fir=reference,
            on=_on(last),
            court="ADJ Court Basirhat",
            outcome="adjourned: witness absent",
            next=_on(self.today + timedelta(days=gap)),
        )
        if n % 4 == 1:
            filed = day + timedelta(days=120)
            self.add(
                "correction",
                number=f"PC-{n:03}",
                of="fir",
                fir=reference,
                reason="trafficking section missing" if n % 8 == 1 else "accused left out",
                forum="magistrate",
                filed=_on(filed),
                decided=_on(filed + timedelta(days=60 + n)) if n % 3 else None,
                result="allowed" if n % 3 else "pending",
            )

    def _transfers(self) -> None:
        """Twenty investigations in 2023-24, four of them to the CID; and one ordered but not received."""
        for n in range(21):
            day = date(2022, 5, 1) + timedelta(days=n * 11)
            received = YEAR + timedelta(days=20 + n * 15)
            reference = [STATIONS[n % len(STATIONS)], 700 + n, day.year]
            self.add(
                "fir",
                police_station=reference[0],
                fir_number=reference[1:],
                fir_date=_on(day),
                area="source",
                sections=[["IPC", "370"]],
                accused=[MEN[n % len(MEN)]],
                survivor_codes=[self.codes[72 + n]],
            )
            done = n < 20
            self.add(
                "investigation",
                fir=reference,
                agency_kind="police station",
                agency=f"{reference[0]} PS",
                starts=_on(day),
                ends=_on(received) if done else None,
            )
            agency = (
                ("cid", "CID AHTU West Bengal") if n < 4 else ("ahtu", AHTUS[(n - 4) % len(AHTUS)])
            )
            self.add(
                "investigation",
                fir=reference,
                agency_kind=agency[0],
                agency=agency[1],
                requested=_on(received - timedelta(days=31)),
                ordered=_on(received - timedelta(days=13)),
                received=_on(received) if done else None,
                starts=_on(received) if done else None,
            )

    def _claims(self) -> None:
        """Fourteen claims filed in 2023-24 (10 by the panel, 2 of them drafted by us); nine awards of that year."""
        for n in range(14):
            filed = YEAR + timedelta(days=10 + n * 24)
            signed = "panel" if n < 10 else ("programme" if n < 13 else "private")
            self.add(
                "compensation",
                number=f"VC-{n:03}",
                survivor_code=self.codes[20 + n],
                filed_at="DLSA North 24 Parganas",
                filed=_on(filed),
                asked=1_000_000_00,
                drafted_by="programme" if n in (0, 1) or 10 <= n < 13 else "panel",
                signed_by=signed,
                result="awaiting",
            )
        for n, rupees in enumerate(AWARDS):
            filed, ordered = (
                date(2022, 6, 1) + timedelta(days=n * 20),
                YEAR + timedelta(days=30 + n * 30),
            )
            paid = (
                [(_on(ordered + timedelta(days=240 + n * 20)), rupees * 100 // 2)]
                if n % 3 == 0
                else []
            )
            if n % 4 == 1:
                paid = [(_on(ordered + timedelta(days=300)), rupees * 100)]
            self.add(
                "compensation",
                number=f"VC-1{n:02}",
                survivor_code=self.codes[45 + n],
                filed_at="SDLSC Basirhat",
                filed=_on(filed),
                asked=1_500_000_00,
                drafted_by="programme",
                signed_by="programme",
                ordered=_on(ordered),
                result="awarded",
                awarded=rupees * 100,
                decision="accepted",
                credits=paid,
            )

    def _meetings(self) -> None:
        self.add(
            "meetings",
            on=_on(date(2023, 11, 15)),
            level="dm",
            place="Barasat",
            with_whom="DM North 24 Parganas",
            survivor_codes=self.codes[:5],
            days=1,
            demand="Free treatment",
        )
        for n in range(12):
            day = YEAR + timedelta(days=15 + n * 27)
            level = ("bdo", "gp", "ahtu", "ilfat", "partner ngo", "cid")[n % 6]
            self.add(
                "meetings",
                on=_on(day),
                level=level,
                place="Basirhat I",
                with_whom=f"{level.upper()} Basirhat I",
                survivor_codes=self.codes[n : n + 4],
                days=1 + n % 2,
                demand="Job cards",
                promise="Job cards for eight survivors" if n % 2 == 0 else "",
                due=_on(day + timedelta(days=40)),
                kept=_on(day + timedelta(days=30)) if n % 4 == 0 else None,
            )
        recent = self.today - timedelta(days=50)
        self.add(
            "meetings",
            on=_on(recent),
            level="bdo",
            place="Baduria",
            with_whom="BDO Baduria",
            survivor_codes=self.codes[:3],
            days=1,
            demand="Camp for caste certificates",
            promise="A camp",
            due=_on(recent + timedelta(days=30)),
        )


def seed_records(by: Actor) -> int:
    """Take the demo programme in, inside the caller's transaction; answers how many rows."""
    batch, count = new_id(), 0
    standing = Standing(by, by.organisation_id, batch)
    programme = Programme(by.today).make()
    order = (
        "survivors",
        "fir",
        "investigation",
        "charge_sheet",
        "correction",
        "hearings",
        "compensation",
        "legal_aid",
        "meetings",
        "diary",
    )
    for kind in order:
        rows = [Staged(new_id(), kind, n, kind, values) for n, values in enumerate(programme[kind])]
        outcome = take_chunk(rows, standing)
        if outcome.refused:
            row, why = outcome.refused[0]
            raise RuntimeError(f"demo {kind} row {row.row}: {why.kind}")
        count += len(rows)
    keep_lists(World(by, by.organisation_id, batch))
    return count
