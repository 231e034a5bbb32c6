"""Names meet across three scripts; different people stay apart. All names are invented."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tafteesh.foundation.kernel.name_key import fold, name_key, name_similarity, roman, skeleton

# Looked at while the rules were written.
KNOWN = [
    "টুম্পা মণ্ডল|टुम्पा मंडल|Tumpa Mondal|Toompa Mandal|Tumpa Mondol",
    "শেফালি সেখ|शेफाली शेख|Shefali Sk|Sefali Sheikh|Shephali Shaikh",
    "পূর্ণিমা ওরাওঁ|पूर्णिमा उराँव|Purnima Oraon|Poornima Uraon|Purnima Orao",
    "সাবিনা ইয়াসমিন|सबीना यास्मीन|Sabina Yasmin|Sabina Yeasmin|Sabeena Yasmeen",
    "রুখসানা পারভীন|रुखसाना परवीन|Rukhsana Parveen|Ruksana Parvin|Rukshana Parbin",
    "জ্যোৎস্না গাজী|ज्योत्सना गाज़ी|Jyotsna Gazi|Josna Gaji|Jotsna Gazi",
    "প্রিয়াঙ্কা রায়|प्रियंका राय|Priyanka Roy|Prianka Ray|Priyanka Rai",
    "লক্ষ্মী সরদার|लक्ष्मी सरदार|Lakshmi Sardar|Laxmi Sarder|Lokkhi Sardar",
    "আয়েশা বিবি|आयशा बीबी|Ayesha Bibi|Aisha Bibi|Ayesa Biwi",
    "সঙ্গীতা মাহাতো|संगीता महतो|Sangita Mahato|Sangeeta Mahto|Songita Mahata",
]
# Held out: no rule was made or changed for one of these. Some of their surnames do stand in the table
# of equal surnames, and one author wrote both lists: a real list must replace them before anyone quotes.
HELD_OUT = [
    "মাম্পি হেমব্রম|माम्पी हेम्ब्रम|Mampi Hembram|Mumpi Hembrom|Mampee Hembrem",
    "সুচিত্রা মুখার্জি|सुचित्रा मुखर्जी|Suchitra Mukherjee|Sucitra Mukharji|Suchitra Mukhopadhyay",
    "নুরজাহান খাতুন|नूरजहाँ खातून|Nurjahan Khatun|Noorjahan Khatoon|Nurjahan Khatoun",
    "বৃষ্টি বাগদি|वृष्टि बागदी|Brishti Bagdi|Bristi Bagdee|Vrishti Bagdi",
    "অপর্ণা ঘরামি|अपर्णा घरामी|Aparna Gharami|Oporna Ghorami|Aparna Gharamee",
    "মাধবী টুডু|माधवी टुडू|Madhabi Tudu|Madhavi Tudu|Madhobi Tuddu",
    "শম্পা গায়েন|शम्पा गायेन|Shampa Gayen|Sampa Gain|Shompa Gayen",
    "ঈশিতা চ্যাটার্জি|ईशिता चटर्जी|Ishita Chatterjee|Isita Chattopadhyay|Eeshita Chatterji",
    "রোকেয়া লস্কর|रुकैया लश्कर|Rokeya Laskar|Rokeya Lashkar|Rukaiya Laskar",
    "মিতালি সর্দার|मिताली सरदार|Mitali Sardar|Mitalee Sarder|Mithali Sardar",
    "কবিতা মুর্মু|कविता मुर्मू|Kabita Murmu|Kavita Marmu|Kobita Murmoo",
    "ফুলমণি সোরেন|फूलमणि सोरेन|Phulmoni Soren|Fulmani Saren|Phoolmani Soren",
]


@pytest.mark.parametrize("person", KNOWN + HELD_OUT)
def test_the_spellings_of_one_name_share_a_skeleton_and_look_alike(person: str) -> None:
    spellings = person.split("|")

    assert len({skeleton(s) for s in spellings}) == 1
    assert min(name_similarity(a, b) for a, b in combinations(spellings, 2)) >= 80


def test_most_spellings_of_held_out_names_pass_the_line_and_few_strangers_do() -> None:
    people = [person.split("|") for person in HELD_OUT]
    same = [name_similarity(a, b) for p in people for a, b in combinations(p, 2)]
    strangers = [name_similarity(a, b) for p, q in combinations(people, 2) for a in p for b in q]

    assert sum(score >= 85 for score in same) / len(same) >= 0.94
    assert sum(score >= 85 for score in strangers) / len(strangers) <= 0.001


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mina Mondal", "Bina Mondal"), ("Rina Mondal", "Dipa Mondal"), ("Sabita Murmu", "Lalita Murmu"),
        ("Mitali Sardar", "Chaitali Sardar"), ("Fatema Khatun", "Nargis Khatun"), ("Asha Bibi", "Anwara Bibi"),
    ],
)  # fmt: skip
def test_a_shared_surname_does_not_make_one_person_of_two(one: str, other: str) -> None:
    assert name_similarity(one, other) < 80


def test_order_titles_and_dots_do_not_matter() -> None:
    assert name_similarity("Mondal Rina", "Smt. Rina Mandal") == 100
    assert name_key("Late Rina-Mondal").fold == name_key("Rina Mondal").fold


def test_a_name_changed_by_marriage_still_comes_up_but_not_as_the_same() -> None:
    assert 80 <= name_similarity("Fatema Khatun", "Fatema Bibi") <= 85


def test_roman_spells_bengali_and_hindi_alike() -> None:
    assert roman("রীনা মণ্ডল") == "rina mandal"
    assert roman("रीना मंडल") == "rina mandal"
    assert roman("গাজ়ী") == "gazi"


@given(st.text(), st.text())
def test_any_text_has_a_key_and_a_likeness(a: str, b: str) -> None:
    assert 0 <= name_similarity(a, b) <= 100
    assert name_similarity(a, b) == name_similarity(b, a)
    assert len(fold(a).split()) == len(skeleton(a).split())


def test_a_name_of_ten_million_letters_is_cut_and_harms_nobody() -> None:
    assert name_similarity("a" * 10_000_000, "রী" * 5_000_000) >= 0
