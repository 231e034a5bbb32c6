"""Is this a Word template that may be kept: no macro, nothing from outside, no bomb, only words we know.

A template is a program for whoever fills it in. Only a name, a loop over a list, a condition and a table row
are left of the language; whatever else stands between the braces is refused before it is ever run.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import TemplateError, nodes
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import XMLParser, XMLSyntaxError, fromstring

MOST_BYTES: Final = 2 * 1024 * 1024
MOST_UNPACKED: Final = 12 * 1024 * 1024
MOST_PARTS: Final = 200
MOST_TIMES: Final = 100  # how much larger than packed a part may be
LONGEST_LOOP: Final = 60_000  # signs of Word's markup within one loop

# One value each; those of LISTS are gone through with a loop.
FACTS: Final = frozenset(
    {
        "sender", "number", "day", "addressee", "subject", "asking", "foot", "fir", "station",
        "registered_on", "sections", "court", "court_number", "cnr", "agency", "file_number",
    }
)  # fmt: skip
LISTS: Final = frozenset({"to", "paragraphs", "points", "closing", "tables"})
OF_A_TABLE: Final = frozenset({"title", "heads", "rows"})

FORBIDDEN_PARTS: Final = re.compile(
    r"vbaProject|vbaData|/embeddings/|/activeX/|\.bin$|/afchunk|attachedToolbars|customUI|\.exe$|\.dll$"
    r"|(^|/)\.\.(/|$)|^/|\\",
    re.IGNORECASE,
)
WITH_WORDS: Final = re.compile(r"^word/(document|header\d*|footer\d*|footnotes)\.xml$")
PARSER: Final = XMLParser(resolve_entities=False, no_network=True)
BRACES: Final = (("{{", "}}"), ("{%", "%}"))
PICTURES: Final = re.compile(r"^word/media/[\w.-]+\.(png|jpe?g)$", re.IGNORECASE)
FIELDS: Final = re.compile(
    rb"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON|DATABASE|AUTOTEXT|RD)\b"
)
ALLOWED: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.For, nodes.If, nodes.Getattr,
    nodes.Not, nodes.And, nodes.Or,
)  # fmt: skip


class Fault:
    """What may be wrong with a template."""

    TOO_LARGE = "too_large"
    NOT_WORD = "not_word"
    BOMB = "bomb"
    MACRO = "macro"
    OUTSIDE = "outside"
    BROKEN = "broken"
    NOT_ALLOWED = "not_allowed"
    UNKNOWN = "unknown"
    NO_WORDS = "no_words"


@dataclass(frozen=True)
class Finding:
    """One fault, and the words of the template in which it lies."""

    fault: str
    where: str = ""


class NotATemplate(Exception):
    """The template cannot be kept; `findings` say why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(one.fault for one in findings))
        self.findings = findings


def environment() -> SandboxedEnvironment:
    """The sandbox in which a template is read and filled: no filter, no test, no function of its own."""
    made = SandboxedEnvironment(autoescape=True)
    made.filters.clear()
    made.tests.clear()
    made.globals.clear()
    return made


def check_word(content: bytes) -> None:
    """Look through a template before it is kept. Raises NotATemplate with all that is wrong."""
    package = _opened(content)
    if found := tuple(_in_parts(package)):
        raise NotATemplate(found)
    if found := tuple(dict.fromkeys(_in_words(content))):
        raise NotATemplate(found)


def _opened(content: bytes) -> zipfile.ZipFile:
    if len(content) > MOST_BYTES:
        raise NotATemplate((Finding(Fault.TOO_LARGE),))
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
        parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise NotATemplate((Finding(Fault.NOT_WORD),)) from None
    names = [part.filename for part in parts]
    if "word/document.xml" not in names or "[Content_Types].xml" not in names:
        raise NotATemplate((Finding(Fault.NOT_WORD),))
    if len(set(names)) != len(names) or any(part.flag_bits & 1 for part in parts):
        raise NotATemplate((Finding(Fault.NOT_WORD),))
    if is_bomb(parts):
        raise NotATemplate((Finding(Fault.BOMB),))
    return package


def is_bomb(parts: list[zipfile.ZipInfo]) -> bool:
    """Whether it would unpack to far more than it weighs. The sizes are those it says of itself."""
    return (
        len(parts) > MOST_PARTS
        or sum(part.file_size for part in parts) > MOST_UNPACKED
        or any(part.file_size > 65536 + MOST_TIMES * part.compress_size for part in parts)
    )


def _in_parts(package: zipfile.ZipFile) -> Iterator[Finding]:
    """Macros, things embedded, links to outside, and entities."""
    for part in package.infolist():
        name = part.filename
        if FORBIDDEN_PARTS.search(name):
            yield Finding(Fault.MACRO, name[:80])
            continue
        if not name.endswith((".xml", ".rels")):
            if not (PICTURES.match(name) or part.is_dir() or name == "docProps/thumbnail.jpeg"):
                yield Finding(Fault.MACRO, name[:80])
            continue
        try:
            with package.open(part) as opened:
                text = opened.read(MOST_UNPACKED + 1)
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError):
            yield Finding(Fault.BROKEN, name[:80])
            continue
        yield from _in_xml(name, text)


def _in_xml(name: str, text: bytes) -> Iterator[Finding]:
    if len(text) > MOST_UNPACKED:
        yield Finding(Fault.BOMB)
    if text[:2] in (b"\xff\xfe", b"\xfe\xff") or b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        yield Finding(Fault.OUTSIDE, name[:80])
    if re.search(rb"TargetMode\s*=\s*[\"']?External", text, re.IGNORECASE):
        yield Finding(Fault.OUTSIDE, name[:80])
    if b"macroEnabled" in text or b"w:altChunk" in text or b"o:OLEObject" in text:
        yield Finding(Fault.MACRO, name[:80])
    for field in re.findall(rb"<w:instrText[^>]*>([^<]*)|w:instr=\"([^\"]*)\"", text):
        if FIELDS.search(b" ".join(field).upper()):
            yield Finding(Fault.OUTSIDE, name[:80])


def _in_words(content: bytes) -> Iterator[Finding]:
    """What stands between the braces, in the body, the heads, the feet, the notes and the properties."""
    takes_words = False
    try:
        texts = list(_texts(content))
        open_ends = list(_open_ends(content))
    except (XMLSyntaxError, KeyError, ValueError, AttributeError, zipfile.BadZipFile):
        yield Finding(Fault.BROKEN)
        return
    yield from open_ends
    for text in texts:
        try:
            tree = environment().parse(text)
        except (TemplateError, RecursionError) as wrong:
            yield Finding(Fault.BROKEN, str(getattr(wrong, "message", ""))[:120])
            takes_words = True  # nobody can tell
            continue
        yield from _in_tree(tree)
        takes_words |= any(node.name == "paragraphs" for node in tree.find_all(nodes.Name))
    if not takes_words:
        yield Finding(Fault.NO_WORDS)


def _texts(content: bytes) -> Iterator[str]:
    template = DocxTemplate(io.BytesIO(content))
    template.init_docx()
    yield template.patch_xml(template.get_xml())
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _key, part in template.get_headers_footers(uri):
            yield template.patch_xml(template.get_part_xml(part))
    for part in template.docx.part.package.parts:
        if part.content_type.endswith("wordprocessingml.footnotes+xml"):
            yield template.patch_xml(part.blob.decode("utf-8"))
    told = template.docx.core_properties
    for name in ("author", "comments", "identifier", "language", "subject", "title"):
        yield str(getattr(told, name) or "")


def _open_ends(content: bytes) -> Iterator[Finding]:
    """Braces that open in one paragraph and do not close in it: what lies between would be lost."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [name for name in package.namelist() if WITH_WORDS.match(name)]
        for name in names:
            for paragraph in fromstring(package.read(name), PARSER).iter(qn("w:p")):
                text = "".join(one.text or "" for one in paragraph.iter(qn("w:t")))
                if any(text.count(left) != text.count(right) for left, right in BRACES):
                    yield Finding(Fault.BROKEN, text.strip()[:80])


def _in_tree(tree: nodes.Template) -> Iterator[Finding]:
    bound = {name.name for loop in tree.find_all(nodes.For) for name in _targets(loop)}
    yield from _in_loops(tree, None)
    for node in _every(tree):
        if not isinstance(node, ALLOWED):
            yield Finding(Fault.NOT_ALLOWED, type(node).__name__.lower())
        elif isinstance(node, nodes.Getattr) and node.attr not in OF_A_TABLE:
            yield Finding(Fault.NOT_ALLOWED, f".{node.attr}"[:80])
        elif isinstance(node, nodes.Name) and node.name not in FACTS | LISTS | bound:
            yield Finding(Fault.UNKNOWN, node.name[:80])
    for name in sorted(bound & (FACTS | LISTS)):
        yield Finding(Fault.NOT_ALLOWED, name)


def _in_loops(node: nodes.Node, around: nodes.For | None) -> Iterator[Finding]:
    """A loop goes through a list or, within a loop, through what that loop holds: never more than there is."""
    for child in node.iter_child_nodes():
        if not isinstance(child, nodes.For):
            yield from _in_loops(child, around)
            continue
        size = sum(len(data.data) for data in child.find_all(nodes.TemplateData))
        if not _goes_through(child, around) or size > LONGEST_LOOP:
            yield Finding(Fault.NOT_ALLOWED, "for")
        yield from _in_loops(child, child)


def _goes_through(loop: nodes.For, around: nodes.For | None) -> bool:
    if loop.recursive or loop.test is not None or len(_targets(loop)) != 1:
        return False
    through = loop.iter
    if around is None:
        return isinstance(through, nodes.Name) and through.name in LISTS
    held = through.node if isinstance(through, nodes.Getattr) else through
    return isinstance(held, nodes.Name) and held.name == _targets(around)[0].name


def _targets(node: nodes.For) -> list[nodes.Name]:
    target = node.target
    return [target] if isinstance(target, nodes.Name) else list(target.find_all(nodes.Name))


def _every(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _every(child)
