"""What is said about a row in doubt: what the doubt is called, what is seen, and what to do next."""

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext, gettext_lazy

from tafteesh.interfaces.imports.labels import FIELD_LABELS, field_label
from tafteesh.interfaces.imports.saying.cells import CELLS
from tafteesh.interfaces.imports.saying.rows import ROWS
from tafteesh.interfaces.imports.saying.words import COMPARE, Words

DOUBTS: dict[str, Words] = {**CELLS, **ROWS}
OTHER = Words(
    gettext_lazy("Does not fit what stands in the records"),
    gettext_lazy("The row does not fit what stands in the records."),
    COMPARE,
)
REASONS: dict[str, LazyText] = {
    "repeated": gettext_lazy("This row stands in the sheet already, word for word."),
    "left out": gettext_lazy("A person said not to take it."),
}


def _listed(kind: str) -> str:
    """The field of whose list a word is not, for such a kind of doubt."""
    field = kind.removeprefix("unknown ")
    return field if field != kind and kind not in DOUBTS and field in FIELD_LABELS else ""


def label_of(kind: str) -> str:
    """What a kind of doubt is called."""
    if field := _listed(kind):
        return gettext("Word not on the list: %(column)s") % {"column": field_label(field)}
    return str(DOUBTS.get(kind, OTHER).label)


def sentence_of(kind: str, column: str = "", text: str = "") -> str:
    """What is seen and what to do next, after the heading of the column where there is one."""
    if _listed(kind):
        seen, to_do = (
            gettext("This word is not on the list."),
            gettext("Type the one that is meant."),
        )
    else:
        words = DOUBTS.get(kind, OTHER)
        seen, to_do = str(words.seen), str(words.to_do)
    said = f"{seen.replace('%(text)s', text)} {to_do}"
    return f"{column}: {said}" if column else said


def reason_of(code: str) -> str:
    """Why a row was rejected."""
    return str(REASONS.get(code or "left out", code))
