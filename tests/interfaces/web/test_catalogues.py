"""English, Bengali and Hindi are complete, in the words that the programme agreed on."""

import gettext
import io
import re
import shutil
from pathlib import Path

import pytest
from django.utils import translation

from tafteesh.config import catalogues
from tafteesh.config.catalogues import Message, compiled, differences, faults, read, where

LANGUAGES = pytest.mark.parametrize("language", list(catalogues.LANGUAGES))
STARTS = "(?<![\u0900-\u09ff])"
OTHER_DIGITS = re.compile("[০-৯०-९]")

# Each with what may stand around it: the official name of a scheme, or nothing.
BANNED = {
    "bn": {
        "ভিকটিম": "ভিকটিম ক্ষতিপূরণ",
        "কেস": "কেস ম্যানেজার",
        "নির্যাতিতা": "",
        "পীড়িতা": "",
        "ধর্ষিতা": "",
        "সহিংসতা": "",
        "অভিযোগপত্র": "",
        "এজাহার": "",
        "মুলতবি": "",
        "চূড়ান্ত রিপোর্ট": "",
        "সময়াতীত": "",
        "উদ্ধার হওয়া মেয়ে": "",
        "অপরাধী": "",
        "আসামি": "",
        "আইনজীবী": "",
        "প্রমাণপত্র": "",
    },
    "hi": {
        "पीड़ित": "पीड़ित मुआवज़ा",
        "पीड़िता": "",
        "घर वापसी": "",
        "अतिदेय": "",
        "प्राथमिकी": "",
        "अपराधी": "",
        "आरोपी": "",
        "अनुदान": "",
        "विचारण": "",
        "प्रतिकर": "",
    },
}


@LANGUAGES
def test_every_message_of_the_code_is_said_and_nothing_else(language: str) -> None:
    if shutil.which("xgettext") is None:
        pytest.skip("gettext is missing; script/test installs it where it may")
    assert list(differences(catalogues.gather(), read(where(language)))) == []


@LANGUAGES
def test_no_message_is_missing_fuzzy_or_without_its_placeholders(language: str) -> None:
    assert list(faults(read(where(language)))) == []


@LANGUAGES
def test_the_agreed_words_are_used(language: str) -> None:
    wrong = [
        f"{word} in {text!r}"
        for message in read(where(language)).values()
        for text in message.said
        for word, around in BANNED[language].items()
        if re.search(STARTS + word, text.replace(around, "") if around else text)
    ]
    assert wrong == []


@LANGUAGES
def test_numbers_are_written_in_western_digits(language: str) -> None:
    said = [text for message in read(where(language)).values() for text in message.said]
    assert [text for text in said if OTHER_DIGITS.search(text)] == []


def test_what_is_wrong_is_found(tmp_path: Path) -> None:
    path = tmp_path / "django.po"
    path.write_text(
        'msgid ""\nmsgstr "Language: bn\\n"\n\n'
        'msgid "Not said"\nmsgstr ""\n\n'
        '#, fuzzy\nmsgid "Guessed"\nmsgstr "আন্দাজ"\n\n'
        'msgid "%(n)s rows"\nmsgstr "সারি"\n\n'
        '#~ msgid "Gone"\n#~ msgstr "নেই"\n',
        "utf-8",
    )
    told = " | ".join(faults(read(path)))
    assert "missing: 'Not said'" in told
    assert "fuzzy or obsolete: 'Guessed'" in told
    assert "other placeholders: '%(n)s rows'" in told
    assert "Gone" in told


def test_a_new_sentence_and_a_dead_one_are_told() -> None:
    new, dead = Message("New"), Message("Dead", said=["মৃত"])
    told = list(differences({new.key: new}, {dead.key: dead}))
    assert told == ["not in the catalogue: 'New'", "no longer said anywhere: 'Dead'"]


def test_a_catalogue_comes_back_as_it_was_written(tmp_path: Path) -> None:
    tricky = Message('A "quoted"\nline \\ here', "menu", said=['"ক"\n\\'])
    counted = Message("%(n)s day", plural="%(n)s days", said=["%(n)s দিন", "%(n)s দিনগুলি"])
    messages = {one.key: one for one in (tricky, counted)}
    catalogues.write(tmp_path / "django.po", "bn", messages)
    assert read(tmp_path / "django.po") == messages


def test_gettext_reads_what_we_compile() -> None:
    counted = Message("%(n)s day", plural="%(n)s days", said=["এক", "অনেক"])
    today = Message("Today", "menu", said=["আজ"])
    silent = Message("Silent")
    messages = {one.key: one for one in (counted, today, silent)}
    spoken = gettext.GNUTranslations(io.BytesIO(compiled(messages)))
    assert spoken.pgettext("menu", "Today") == "আজ"
    assert [spoken.ngettext("%(n)s day", "%(n)s days", n) for n in (1, 2)] == ["এক", "অনেক"]
    assert spoken.gettext("Silent") == "Silent"


def test_the_product_speaks_all_three() -> None:
    said = []
    for language in ("en", "bn", "hi"):
        with translation.override(language):
            said.append(translation.pgettext("menu", "Today"))
    assert said == ["Today", "আজ", "आज"]
