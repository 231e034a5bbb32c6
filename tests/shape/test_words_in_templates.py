"""Every word on a page goes through the catalogue."""

import re

import pytest

from tests.shape.sources import Source, templates

TAGS = re.compile(
    r"{%-?\s*blocktranslate.*?endblocktranslate\s*-?%}|{#.*?#}|{%\s*comment.*?endcomment\s*%}"
    r"|{% block (?:width|body_class) %}.*?{% endblock %}|<kbd.*?</kbd>"
    r"|{%.*?%}|{{.*?}}|<!--.*?-->|<script.*?</script>|<style.*?</style>",
    re.DOTALL,
)
MARKUP = re.compile(r"<[^>]*>", re.DOTALL)
SPOKEN = re.compile(r'\s(?:aria-label|title|placeholder|alt|data-label|data-told)="([^"]*)"')
ENTITY = re.compile(r"&#?\w+;")
WORD = re.compile(r"[^\W\d_]{2,}")
# Names of things that are the same in every language.
NAMES = {"বাংলা", "हिन्दी", "English", "Excel", "Word", "CSV", "PDF", "FIR", "htmx"}


def bare_words(text: str) -> list[str]:
    """Words that stand in a template without a translation."""
    plain = TAGS.sub(" ", text)
    spoken = " ".join(SPOKEN.findall(plain))
    seen = ENTITY.sub(" ", f"{MARKUP.sub(' ', plain)} {spoken}")
    return [
        word
        for word in re.findall(r"[\w\u0900-\u09ff]+", seen)
        if WORD.search(word) and word not in NAMES
    ]


def is_for_people(source: Source) -> bool:
    return "/gallery/" not in source.path  # a page for developers


def test_every_word_on_a_page_is_translated() -> None:
    found = {s.path: bare_words(s.text) for s in templates() if is_for_people(s)}
    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("<p>Save</p>", ["Save"]),
        ('<a aria-label="Close">×</a>', ["Close"]),
        ('<p>{% translate "Save" %} {{ row.name }}</p>', []),
        ("{% blocktranslate %}All of it{% endblocktranslate %}&nbsp;–", []),
    ],
)
def test_a_bare_word_is_caught(template: str, words: list[str]) -> None:
    assert bare_words(template) == words
