"""The words of the screens in Bengali and Hindi: gathered, merged, judged and compiled.

Compiling needs nothing but Python, so that a fresh machine shows all three languages. Gathering the
words anew needs gettext, which only developers do: `script/messages`.
"""

import argparse
import ast
import os
import re
import struct
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import chdir
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import django
from django.core.management import call_command
from django.core.management.commands.makemessages import Command
from django.test.utils import override_settings

PACKAGE: Final = Path(__file__).resolve().parents[1]
LANGUAGES: Final = {"bn": "Bengali (West Bengal)", "hi": "Hindi"}
PLURALS: Final = "nplurals=2; plural=(n != 1);"
LEAVE_OUT: Final = ("locale", "static", "fonts", "migrations")
PLACEHOLDER: Final = re.compile(r"%\(\w+\)[sd]|%[sd]|%%|\{\w*\}")
LINE: Final = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) (".*")$')

Key = tuple[str, str]  # context, English


@dataclass
class Message:
    """One sentence of the screens, its plural where it counts something, and what it became."""

    text: str
    context: str = ""
    plural: str = ""
    said: list[str] = field(default_factory=list)
    marks: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        return self.context, self.text

    @property
    def is_translated(self) -> bool:
        return len(self.said) == (2 if self.plural else 1) and all(self.said)


Catalogue = dict[Key, Message]


def where(language: str) -> Path:
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"


def read(path: Path) -> Catalogue:
    """Every message of a catalogue, the head left out."""
    messages = (_message(block) for block in path.read_text("utf-8").split("\n\n"))
    return {one.key: one for one in messages if one.text or one.marks}


def _message(block: str) -> Message:
    found: dict[str, str] = {}
    marks: list[str] = []
    last = ""
    for line in block.splitlines():
        if line.startswith("#"):
            marks.append(line)
        elif match := LINE.match(line):
            last = match[1]
            found[last] = ast.literal_eval(match[2])
        elif line.startswith('"'):
            found[last] += ast.literal_eval(line)
    said = [text for name, text in sorted(found.items()) if name.startswith("msgstr")]
    telling = tuple(mark for mark in marks if mark.startswith(("#,", "#~")))
    return Message(
        found.get("msgid", ""),
        found.get("msgctxt", ""),
        found.get("msgid_plural", ""),
        said,
        telling if "msgid" not in found or found["msgid"] else (),
    )


def write(path: Path, language: str, messages: Catalogue) -> None:
    """The catalogue in one order whoever writes it, without dates and line numbers."""
    head = {
        "Language-Team": LANGUAGES[language],
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS,
    }
    lines = "".join(f"{_quoted(f'{name}: {value}' + chr(10))}\n" for name, value in head.items())
    blocks = [f'msgid ""\nmsgstr ""\n{lines}']
    ordered = sorted(
        messages.values(), key=lambda one: (one.text.casefold(), one.text, one.context)
    )
    blocks += [_block(message) for message in ordered]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(blocks), "utf-8")


def _block(message: Message) -> str:
    lines = []
    if message.context:
        lines.append(f"msgctxt {_quoted(message.context)}")
    lines.append(f"msgid {_quoted(message.text)}")
    if message.plural:
        lines.append(f"msgid_plural {_quoted(message.plural)}")
        said = message.said or ["", ""]
        lines += [f"msgstr[{number}] {_quoted(text)}" for number, text in enumerate(said)]
    else:
        lines.append(f"msgstr {_quoted(message.said[0] if message.said else '')}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def compiled(messages: Catalogue) -> bytes:
    """The same catalogue as gettext reads it: a table of sorted keys and a table of answers."""
    head = f"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: {PLURALS}\n"
    pairs = {b"": head.encode()}
    for one in messages.values():
        if one.is_translated:
            name = (f"{one.context}\x04" if one.context else "") + one.text
            name += f"\0{one.plural}" if one.plural else ""
            pairs[name.encode()] = "\0".join(one.said).encode()
    keys = sorted(pairs)
    start = 28 + 16 * len(keys)
    tables, text = [b"", b""], b""
    for table, values in enumerate((keys, [pairs[key] for key in keys])):
        for value in values:
            tables[table] += struct.pack("<II", len(value), start + len(text))
            text += value + b"\0"
    sizes = (0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, start)
    return struct.pack("<7I", *sizes) + tables[0] + tables[1] + text


def stale() -> list[Path]:
    """The catalogues that changed since they were last compiled."""
    return [po for po in map(where, LANGUAGES) if not _is_fresh(po.with_suffix(".mo"), po)]


def compile_stale() -> None:
    """Compile what changed since it was last compiled; a reader never meets half a file."""
    for po in stale():
        half = po.with_suffix(f".{os.getpid()}")
        half.write_bytes(compiled(read(po)))
        half.replace(po.with_suffix(".mo"))


def _is_fresh(built: Path, source: Path) -> bool:
    return built.exists() and built.stat().st_mtime >= source.stat().st_mtime


def gather() -> Catalogue:
    """Every message that stands in code and templates now. Needs gettext's programs."""

    class OnlyGather(Command):
        """Stops before Django's own merge, which guesses translations of what is new."""

        def write_po_file(self, potfile: str, locale: str) -> None:
            """Write no catalogue."""

    ignored = [pattern for name in LEAVE_OUT for pattern in (name, f"*/{name}")]
    with tempfile.TemporaryDirectory() as folder, chdir(PACKAGE.parent):
        with override_settings(LOCALE_PATHS=[folder]):
            call_command(
                OnlyGather(), locale=["bn"], keep_pot=True, ignore_patterns=ignored, verbosity=0
            )
        gathered = read(Path(folder) / "django.pot")
    for message in gathered.values():
        message.said, message.marks = [], ()
    return gathered


def merged(gathered: Catalogue, known: Catalogue) -> Catalogue:
    """What the code says now with what was translated before; nothing is guessed."""
    for key, message in gathered.items():
        old = known.get(key)
        same = old is not None and bool(old.plural) == bool(message.plural)
        message.said = old.said if old and same else []
    return gathered


def faults(messages: Catalogue) -> Iterator[str]:
    """What is wrong in a catalogue by itself: nothing said, a guess, a lost placeholder."""
    for message in messages.values():
        if message.marks:
            yield f"fuzzy or obsolete: {message.text or message.marks[0]!r}"
        elif not message.is_translated:
            yield f"missing: {message.text!r}"
        elif any(_placeholders(text) != _placeholders(message.text) for text in message.said[-1:]):
            yield f"other placeholders: {message.text!r} became {message.said[-1]!r}"


def _placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def differences(gathered: Mapping[Key, Message], known: Mapping[Key, Message]) -> Iterator[str]:
    """What the code says and the catalogue does not, and the other way round."""
    for key in gathered.keys() - known.keys():
        yield f"not in the catalogue: {key[1]!r}"
    for key in known.keys() - gathered.keys():
        yield f"no longer said anywhere: {key[1]!r}"


def main() -> int:
    """Bring both catalogues up to date with the code, and compile them."""
    options = argparse.ArgumentParser(prog="script/messages", description=main.__doc__)
    options.add_argument("--check", action="store_true", help="change nothing; 1 if incomplete")
    options.add_argument("--compile", action="store_true", help="only compile; needs no gettext")
    asked = options.parse_args()
    if asked.compile:
        compile_stale()
        return 0
    wrong = 0
    for language in LANGUAGES:
        path = where(language)
        known = read(path) if path.exists() else {}
        gathered = gather()
        if not asked.check:
            known = merged(gathered, known)
            write(path, language, known)
        told = [*differences(gathered, known), *faults(known)]
        wrong += len(told)
        for line in told:
            sys.stdout.write(f"{language}  {line}\n")
        sys.stdout.write(f"{language}  {len(known)} messages, {len(told)} to mend\n")
    compile_stale()
    return int(wrong > 0)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tafteesh.config.settings.test")
    django.setup()
    sys.exit(main())
