"""Notes without faces: names, phones and places of a file are covered, with their endings, in three scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tafteesh.foundation.kernel.faces import Faces, Kind, Part, masked, parts

SAID = {Kind.NAME: "[N]", Kind.PHONE: "[P]", Kind.PLACE: "[L]"}
RINA = Faces(
    names=("Rina Mondal", "রিনা মণ্ডল", "Smt Malati Mondal", "Bimal Gazi", "Sk", "De"),
    phones=("98300 11223",),
    places=("Ghat Para, Baduria, PO Arbelia", "বসিরহাট"),
)


def covered(text: str, faces: Faces = RINA) -> str:
    return masked(text, faces, SAID)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("রিনা এসেছিল", "[N] এসেছিল"),
        ("রিনাকে ফোন করেছি", "[N]কে ফোন করেছি"),
        ("রিনার মা অসুস্থ", "[N]র মা অসুস্থ"),
        ("রিনাদের বাড়ি", "[N]দের বাড়ি"),
        ("রিনাদেরকে বলেছি", "[N]দেরকে বলেছি"),
        ("রিনারা গেছে", "[N]রা গেছে"),
        ("রিনাও ছিল, রিনাই বলল", "[N]ও ছিল, [N]ই বলল"),
        ("রিনাকেও", "[N]কেও"),
        ("রিনাদির সাথে", "[N]দির সাথে"),
        ("রিনা-কে", "[N]-কে"),
        ("বিমলের ফোন", "[N]এর ফোন"),
        ("বিমলকে দেখেছে", "[N]কে দেখেছে"),
        ("বিমলেরা এল", "[N]এরা এল"),
        ("বিমল গাজীর লোক", "[N]র লোক"),
        ("মালতী মণ্ডলের কথা", "[N]এর কথা"),
        ("মালতীটিকে", "[N]টিকে"),
        ("বসিরহাটে গেলাম", "[L]এ গেলাম"),
        ("বসিরহাটের কোর্ট", "[L]এর কোর্ট"),
        ("বসিরহাট থেকে", "[L] থেকে"),
        ("বাদুড়িয়ায় থাকে", "[L]য় থাকে"),
        ("বাদুড়িয়াতে থাকে", "[L]তে থাকে"),
    ],
)
def test_bengali_endings_stay_and_names_go(text: str, said: str) -> None:
    assert covered(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("रीना आई", "[N] आई"),
        ("रीना को बुलाया", "[N] को बुलाया"),
        ("रीनाको बुलाया", "[N]को बुलाया"),
        ("रीनाजी से मिली", "[N]जी से मिली"),
        ("बिमल ने धमकी दी", "[N] ने धमकी दी"),
        ("बिमलने कहा", "[N]ने कहा"),
        ("बशीरहाट में", "[L] में"),
    ],
)
def test_hindi_words_after_a_name_stay(text: str, said: str) -> None:
    assert covered(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Met Rina's mother", "Met [N]'s mother"),
        ("rina di said", "[N] di said"),
        ("Rinadi said", "[N]di said"),
        ("RINA MONDAL was there", "[N] was there"),
        ("Reena Mandal was there", "[N] was there"),
        ("Rinake phone korechi", "[N]ke phone korechi"),
        ("Rinader bari", "[N]der bari"),
        ("Sk came", "[N] came"),
        ("De came", "[N] came"),
        ("de novo", "de novo"),
        ("Malati is well", "[N] is well"),
        ("Went to Baduria, Arbelia", "Went to [L], [L]"),
        ("near the station", "near the station"),
        ("The para is quiet", "The para is quiet"),
    ],
)
def test_english_with_its_endings(text: str, said: str) -> None:
    assert covered(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Call 9830011223 now", "Call [P] now"),
        ("Call +91 98300 11223.", "Call [P]."),
        ("another number 033-2222 3333 12", "another number [P]"),
        ("ফোন ৯৮৩০০১১২২৩", "ফোন [P]"),
        ("फ़ोन ९८३००११२२३ पर", "फ़ोन [P] पर"),
        ("0011223", "[P]"),
        ("Aadhaar 1234 5678 9012", "Aadhaar [P]"),
        ("hearing on 14-12-2026", "hearing on 14-12-2026"),
        ("from 01-11-2026 14-12-2026", "from 01-11-2026 14-12-2026"),
        ("paid 4,00,000 of 10,00,000", "paid 4,00,000 of 10,00,000"),
        ("FIR 212/2025", "FIR 212/2025"),
    ],
)
def test_phones_go_days_and_amounts_stay(text: str, said: str) -> None:
    assert covered(text) == said


@pytest.mark.parametrize(
    "text",
    ["She sleeps better.", "আজ ভাল আছে, কাজে যাচ্ছে", "मुकदमे की तारीख मिली", "", "  ", "১৪ ডিসেম্বর"],
)
def test_what_names_nobody_is_left_alone(text: str) -> None:
    assert covered(text) == text


def test_a_file_that_knows_no_name_still_covers_phones() -> None:
    assert covered("Rina 9830011223", Faces()) == "Rina [P]"


def test_a_name_of_two_words_is_one_cover() -> None:
    assert parts("to Rina Mondal", RINA) == [Part("to "), Part("Rina Mondal", Kind.NAME)]


@given(st.text(max_size=200))
def test_the_pieces_are_the_text(text: str) -> None:
    assert "".join(part.text for part in parts(text, RINA)) == text


@given(st.text(max_size=80), st.text(max_size=20), st.text(max_size=12))
def test_no_name_and_no_text_breaks_it(text: str, name: str, phone: str) -> None:
    faces = Faces(names=(name,), phones=(phone,), places=(name,))
    assert "".join(part.text for part in parts(text, faces)) == text
