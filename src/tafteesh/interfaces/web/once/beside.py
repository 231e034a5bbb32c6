"""Two files in two columns: what each says, and whether it is the same, in words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tafteesh.domain.files.models import Identity, SurvivorFile
from tafteesh.domain.once.evidence import Sign
from tafteesh.domain.once.models import Pair
from tafteesh.domain.proceedings.models import FirSurvivor
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.kernel.digits import folded
from tafteesh.interfaces.web.survivor_files.way import about
from tafteesh.interfaces.web.templatetags.formats import when
from tafteesh.interfaces.web.templatetags.shapes import Tone, Words

SAME = pgettext_lazy("two files", "same")
NEARLY = pgettext_lazy("two files", "nearly the same")
DIFFERENT = pgettext_lazy("two files", "different")
ONE_ONLY = pgettext_lazy("two files", "known of one only")
NOT_COMPARED = pgettext_lazy("two files", "not compared")
NEITHER = pgettext_lazy("two files", "known of neither")
TONES: dict[Words, Tone] = {SAME: "ok", NEARLY: "info", DIFFERENT: "warn"}
SEALED: tuple[tuple[str, Words, tuple[Sign, ...]], ...] = (
    ("name_used", gettext_lazy("Called"), (Sign.NAME_SAME, Sign.NAME_NEAR, Sign.NAME_OTHER)),
    ("name_on_papers", gettext_lazy("On papers"), ()),
    ("other_names", gettext_lazy("Other names"), ()),
    (
        "relation_name",
        gettext_lazy("Parent, husband or guardian"),
        (Sign.RELATION_SAME, Sign.RELATION_NEAR, Sign.RELATION_OTHER),
    ),
    ("phone", gettext_lazy("Phone"), (Sign.PHONE_SAME, Sign.PHONE_LAST_FOUR, Sign.PHONE_OTHER)),
    (
        "address",
        gettext_lazy("Village or address"),
        (Sign.VILLAGE_SAME, Sign.VILLAGE_SAME, Sign.VILLAGE_OTHER),
    ),
)


@dataclass(frozen=True)
class Cell:
    """What one of the two files says: in the open, or behind a mask."""

    file: SurvivorFile
    words: object = ""
    sealed: str = ""  # the name of the sealed value, where there is one


@dataclass(frozen=True)
class Line:
    """One thing, as both files have it."""

    label: Words
    one: Cell
    other: Cell
    verdict: Words

    @property
    def tone(self) -> Tone:
        return TONES.get(self.verdict, "plain")


def lines(pair: Pair, signs: Iterable[str], actor: Actor) -> list[Line]:
    """Every line of the two columns."""
    files = (pair.survivor_file, pair.other_file)
    rows = Identity.objects.visible_to(actor).filter(survivor_file__in=files)
    known = {row.survivor_file_id: row for row in rows}
    identities = (known.get(files[0].pk), known.get(files[1].pk))
    found = set(signs)
    return [*_sealed(files, identities, found), *_open(files, identities, found, actor)]


Two = tuple[SurvivorFile, SurvivorFile]
Identities = tuple[Identity | None, Identity | None]


def _sealed(files: Two, identities: Identities, found: set[str]) -> Iterator[Line]:
    for name, label, signs in SEALED:
        one, other = (
            Cell(file, sealed=name if identity and getattr(identity, name) else "")
            for file, identity in zip(files, identities, strict=True)
        )
        if one.sealed or other.sealed:
            yield Line(label, one, other, _of_signs(one, other, signs, found))


def _of_signs(one: Cell, other: Cell, signs: tuple[Sign, ...], found: set[str]) -> Words:
    if signs:
        for sign, verdict in zip(signs, (SAME, NEARLY, DIFFERENT), strict=True):
            if sign in found:
                return verdict
        if signs[0] is Sign.NAME_SAME and Sign.NAME_FAR in found:
            return DIFFERENT
    return NOT_COMPARED if one.sealed and other.sealed else ONE_ONLY


def _open(files: Two, identities: Identities, found: set[str], actor: Actor) -> Iterator[Line]:
    yield _line(_("Born"), files, [_born(row) for row in identities], _birth(found))
    genders = [row.get_gender_display() if row else "" for row in identities]
    yield _line(_("Gender"), files, genders)
    yield _line(_("Block"), files, [file.block.name if file.block else "" for file in files])
    yield _line(_("Gram panchayat"), files, [file.gram_panchayat for file in files])
    yield _line(_("FIR"), files, _firs(files, actor), _of_firs(found))
    said: list[tuple[Words, list[object]]] = [
        (_("About"), [file.get_scope_display() for file in files]),
        (_("Status"), [file.get_status_display() for file in files]),
        (_("First talk"), [when(about(file, "opened")) for file in files]),
        (_("Last contact"), [when(file.last_contact_on) for file in files]),
        (_("Worker"), [file.worker.name if file.worker else "" for file in files]),
    ]
    for label, words in said:
        one, other = (Cell(file, word) for file, word in zip(files, words, strict=True))
        yield Line(label, one, other, "")


def _line(label: Words, files: Two, words: Sequence[object], verdict: Words = "") -> Line:
    one, other = (Cell(file, said) for file, said in zip(files, words, strict=True))
    return Line(label, one, other, verdict or _plain(*map(str, words)))


def _plain(one: str, other: str) -> Words:
    if not one or not other:
        return ONE_ONLY if one or other else NEITHER
    return SAME if folded(one) == folded(other) else DIFFERENT


def _born(row: Identity | None) -> object:
    return when(about(row, "born")) if row and row.born_earliest else ""


def _birth(found: set[str]) -> Words:
    if {Sign.BORN_SAME_DAY, Sign.BORN_SAME_YEAR} & found:
        return SAME
    if Sign.BORN_NEAR in found:
        return NEARLY
    return DIFFERENT if Sign.BORN_OTHER in found else ""


def _of_firs(found: set[str]) -> Words:
    if Sign.FIR_SAME in found:
        return SAME
    return DIFFERENT if Sign.FIR_OTHER in found else ""


def _firs(files: Two, actor: Actor) -> list[str]:
    links = FirSurvivor.objects.visible_to(actor).filter(
        survivor_file__in=files, withdrawn_at=None, fir__withdrawn_at=None
    )
    told: dict[object, list[str]] = {file.pk: [] for file in files}
    for link in links.select_related("fir").order_by("fir__year", "fir__number"):
        told[link.survivor_file_id].append(link.fir.reference)
    return [", ".join(told[file.pk]) for file in files]
