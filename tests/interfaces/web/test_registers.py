"""Registers: within reach only, in words, cut by key, and no cell of a file that could run."""

import csv
import io
import zipfile
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Fir
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.audit.models import Entry
from tafteesh.interfaces.web.registers import listing, views
from tafteesh.interfaces.web.registers.export import as_csv, harmless
from tafteesh.interfaces.web.registers.tables import REGISTERS
from tests.interfaces.web.at_the_desk import desk_of, prove, words_of
from tests.people import Worker


@pytest.fixture
def fir(asha: Worker, rina: SurvivorFile) -> Fir:
    new = actions.NewFir("Basirhat", 212, 2025, "source", date(2025, 8, 12))
    return actions.record_fir(new=new, survivors=[rina], by=asha.actor)


def address(name: str, **choice: str) -> str:
    query = "&".join(f"{key}={value}" for key, value in choice.items())
    return reverse("registers:register", args=[name]) + (f"?{query}" if query else "")


def rows_in(desk: Client, name: str, **choice: str) -> list[list[str]]:
    answer = desk.get(address(name, **choice))
    page = answer.context["rows"]
    return [[str(cell) for cell in row.cells] for row in page]


@pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS)
def test_no_column_is_sealed(register: views.Register) -> None:
    for column in register.columns:
        assert column.fields, "a column names its fields"
        for path in column.fields:
            model = register.model
            *way, name = path.split("__")
            for step in way:
                model = model._meta.get_field(step).related_model
            privacy = getattr(model, "Privacy", None)
            assert name not in getattr(privacy, "vault", ())


@pytest.mark.parametrize("name", REGISTERS)
def test_every_register_opens_for_the_records_officer(meera: Worker, fir: Fir, name: str) -> None:
    desk = desk_of(meera)

    assert desk.get(address(name)).status_code == 200
    assert desk.get(address(name, year="2025-26")).status_code == 200
    for kind in ("csv", "xlsx"):
        assert desk.get(reverse("registers:export", args=[name, kind])).status_code == 200


def test_bimal_sees_an_empty_register_that_says_why(bimal: Worker, fir: Fir) -> None:
    said = words_of(desk_of(bimal).get(address("firs")))

    assert "Basirhat" not in said
    assert "as soon as one is recorded" in said


def test_a_reader_of_totals_has_no_register(dev: Worker, fir: Fir) -> None:
    desk = desk_of(dev)

    assert desk.get(address("firs")).status_code == 404
    assert "No register is yours" in words_of(desk.get(reverse("registers:home")))


def test_a_social_worker_reads_and_takes_nothing_along(asha: Worker, fir: Fir) -> None:
    desk = desk_of(asha)
    page = desk.get(address("firs"))

    assert "Basirhat 212/2025" in words_of(page)
    assert "list.csv" not in page.content.decode()
    assert desk.get(reverse("registers:export", args=["firs", "csv"])).status_code == 403


def test_a_download_is_a_line_in_the_log(meera: Worker, fir: Fir) -> None:
    desk_of(meera).get(reverse("registers:export", args=["firs", "csv"]))

    line = Entry.objects.filter(event="register_exported").get()
    assert (line.person_id, line.reason) == (meera.person.pk, "firs")


def test_codes_are_never_shown(meera: Worker, asha: Worker, fir: Fir) -> None:
    new = actions.NewSpell("ahtu", "Basirhat AHTU", received_on=date(2026, 1, 5))
    actions.record_spell(fir=fir, new=new, by=asha.actor)

    cells = rows_in(desk_of(meera), "firs")[0]

    assert "AHTU" in cells
    assert "ahtu" not in cells
    assert "Source area" in cells


def test_a_transfer_says_from_whom_to_whom_in_how_many_days(
    meera: Worker, asha: Worker, fir: Fir
) -> None:
    first = actions.NewSpell("police_station", "Basirhat PS", starts_on=date(2025, 8, 12))
    actions.record_spell(fir=fir, new=first, by=asha.actor)
    moved = actions.NewSpell(
        "ahtu",
        "Basirhat AHTU",
        requested_on=date(2025, 12, 1),
        ordered_on=date(2025, 12, 11),
        received_on=date(2026, 1, 5),
    )
    actions.record_spell(fir=fir, new=moved, by=asha.actor)

    newest = rows_in(desk_of(meera), "investigations")[0]

    assert newest[1:3] == ["Basirhat PS", "Basirhat AHTU"]
    assert {"10", "35"} <= set(newest)


def test_filters_of_year_status_and_police_station(
    meera: Worker, asha: Worker, rina: SurvivorFile, fir: Fir
) -> None:
    new = actions.NewFir("Faraskhana", 88, 2024, "destination", date(2025, 3, 31))
    actions.record_fir(new=new, survivors=[rina], by=asha.actor)
    desk = desk_of(meera)

    def found(**choice: str) -> list[str]:
        return [row[0] for row in rows_in(desk, "firs", **choice)]

    assert found() == ["Basirhat 212/2025", "Faraskhana 88/2024"]
    assert found(year="2024-25") == ["Faraskhana 88/2024"]
    assert found(year="2025-26") == ["Basirhat 212/2025"]
    assert found(status="destination") == ["Faraskhana 88/2024"]
    assert found(station="basir") == ["Basirhat 212/2025"]
    assert found(station="nowhere") == []
    assert desk.get(address("firs", year="last")).status_code == 404


def test_pages_are_cut_by_key_and_lose_no_row(
    meera: Worker, asha: Worker, rina: SurvivorFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "PAGE", 2)
    days = [date(2025, 5, 1), date(2025, 5, 1), date(2025, 4, 1), None, None]
    for number, day in enumerate(days, start=1):
        new = actions.NewFir("Basirhat", number, 2025, "source", day)
        actions.record_fir(new=new, survivors=[rina], by=asha.actor)
    desk, seen, where = desk_of(meera), [], address("firs")
    while where:
        answer = desk.get(where)
        seen += [row.cells[0] for row in answer.context["rows"]]
        where = answer.context["older"]

    assert len(seen) == len(set(seen)) == len(days)


def test_too_many_rows_are_a_sentence_and_no_file(
    meera: Worker, fir: Fir, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "MOST", 0)

    answer = desk_of(meera).get(reverse("registers:export", args=["firs", "xlsx"]))

    assert answer.headers["Content-Type"].startswith("text/html")
    assert "too many for one file" in words_of(answer)
    assert not Entry.objects.filter(event="register_exported").exists()


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+91", "-2", "@SUM", "|calc", "%x", " =1", "\t=1", "\r=1", "＝1", "\u200b=1"],
)
def test_a_text_that_could_run_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Basirhat", "212/2025", "বসিরহাট", "a=b"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


def test_a_csv_opens_in_bengali_with_the_days_of_the_office() -> None:
    data = as_csv(["থানা", "Day"], [["=বসিরহাট", date(2026, 3, 2)]])

    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows == [["থানা", "Day"], ["'=বসিরহাট", "02-03-2026"]]


def test_a_workbook_holds_no_formula_and_no_link(meera: Worker, asha: Worker, fir: Fir) -> None:
    enter(asha.actor)
    actions.change_fir(
        fir=fir, changes={"court_words": "=HYPERLINK(1)", "diary_number": "http://x"}, by=asha.actor
    )
    answer = desk_of(meera).get(reverse("registers:export", args=["firs", "xlsx"]))

    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        inside = b"".join(book.read(name) for name in book.namelist() if name.endswith(".xml"))
    assert b"<f>" not in inside
    assert b"<hyperlink" not in inside
    assert b"'=HYPERLINK" in inside


def test_a_download_asks_again_after_five_minutes_and_comes_back_to_the_same(
    meera: Worker, fir: Fir
) -> None:
    desk = desk_of(meera)
    prove(desk, minutes_ago=6)
    here = reverse("registers:export", args=["firs", "csv"]) + "?year=2025-26"

    answer = desk.get(here)

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse("account_reauthenticate"))
    assert "year%3D2025-26" in answer.headers["Location"]
    assert not Entry.objects.filter(event="register_exported").exists()


@pytest.mark.parametrize("name", REGISTERS)
def test_only_those_who_may_take_a_register_along(
    asha: Worker, bimal: Worker, dev: Worker, joba: Worker, fir: Fir, name: str
) -> None:
    for worker in (asha, bimal, dev, joba):
        desk = desk_of(worker)
        for kind in ("csv", "xlsx"):
            assert desk.get(reverse("registers:export", args=[name, kind])).status_code == 403


def test_accused_stand_by_number_with_their_newest_status_and_no_name(
    fir: Fir, asha: Worker, bimal: Worker
) -> None:
    kalu = actions.add_accused(fir=fir, name="Kalu Shaikh", part="recruiter", by=asha.actor)
    actions.add_accused(fir=fir, name="Babu", part="seller", by=asha.actor)
    for status, on in (("arrested", date(2026, 1, 2)), ("on_bail", date(2026, 4, 9))):
        actions.set_accused_status(accused=kalu, status=status, on=on, by=asha.actor)

    assert rows_in(desk_of(bimal), "accused") == []
    hers = desk_of(asha)
    rows = rows_in(hers, "accused")

    assert sorted(row[1:4] for row in rows) == [
        ["1", "Recruiter", "On bail"],
        ["2", "Seller", "Not known"],
    ]
    assert "Kalu" not in words_of(hers.get(address("accused")))
