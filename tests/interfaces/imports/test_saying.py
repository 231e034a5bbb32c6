"""Every doubt is named, says what is the matter and what to do next, and can be said in another language."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.functional import Promise

from tafteesh.foundation.kernel.doubts import Doubt
from tafteesh.interfaces import imports
from tafteesh.interfaces.imports.contents import LISTS
from tafteesh.interfaces.imports.saying import (
    DOUBTS,
    OTHER,
    REASONS,
    label_of,
    reason_of,
    sentence_of,
)
from tafteesh.interfaces.imports.saying.rows import BROKEN_RULES

# Where the kind stands among the words of a call that raises a doubt.
CALLS = {"NotTaken": 0, "_say": 2, "_after": 3, "doubt": 1}


def _called(source: str) -> Iterator[str]:
    """Every kind of doubt that code names."""
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        if name in CALLS and len(call.args) > CALLS[name]:
            kind = call.args[CALLS[name]]
            if isinstance(kind, ast.Constant) and isinstance(kind.value, str):
                yield kind.value


def _kinds() -> set[str]:
    (folder,) = imports.__path__
    code = {kind for path in Path(folder).rglob("*.py") for kind in _called(path.read_text())}
    return code | {doubt.value for doubt in Doubt} | set(BROKEN_RULES.values())


@pytest.mark.parametrize("kind", sorted(_kinds()))
def test_a_kind_of_doubt_has_a_name_says_what_is_seen_and_what_to_do(kind: str) -> None:
    words = DOUBTS[kind]

    for part in (words.label, words.seen, words.to_do):
        assert isinstance(part, Promise), "said in the reader's language, not in the writer's"
        assert str(part)
    assert str(words.seen).endswith((".", "?"))
    assert str(words.to_do).endswith(".")
    assert sentence_of(kind, "Date of Birth", "370").startswith("Date of Birth: ")
    assert "%(" not in sentence_of(kind, text="370")


def test_the_walk_over_the_code_sees_a_kind_without_words() -> None:
    found = set(_called('raise NotTaken("never heard of", "on")\nself.doubt(name, "nor of this")'))

    assert found == {"never heard of", "nor of this"}
    assert not found & DOUBTS.keys()
    assert len(_kinds()) > 60


@pytest.mark.parametrize("name", sorted({name for _kind, name in LISTS}))
def test_a_word_that_is_on_no_list_is_said_with_the_name_of_its_column(name: str) -> None:
    assert label_of(f"unknown {name}").startswith("Word not on the list: ")
    assert label_of(f"unknown {name}") != f"Word not on the list: {name}"
    assert sentence_of(f"unknown {name}").count(".") == 2


def test_a_kind_of_an_older_release_still_says_what_to_do() -> None:
    assert label_of("a kind of long ago") == str(OTHER.label)
    assert sentence_of("a kind of long ago").count(".") == 2


def test_words_follow_the_reader_not_the_one_who_read_the_workbook() -> None:
    with translation.override("en"):
        english = reason_of("repeated")
    with translation.override("bn"):
        assert reason_of("repeated") != english
    assert all(isinstance(reason, Promise) for reason in REASONS.values())
