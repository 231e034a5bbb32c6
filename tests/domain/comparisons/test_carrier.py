"""A file that is carried: what was changed, cut, of another kind, version or secret is told apart."""

import hashlib
import zlib

import pytest

from tafteesh.domain.comparisons import carrier
from tafteesh.domain.comparisons.carrier import Kind
from tafteesh.domain.comparisons.filters import BYTES, Row
from tafteesh.domain.comparisons.secret import keys_of, propose

KEYS = keys_of("kamala-river-7-boats-and-the-old-fig")
ROWS = [Row("aaaaaaaaaa", 5), Row("bbbbbbbbbb", (1 << 8 * BYTES) - 1)]
FILE = carrier.sealed(Kind.FILTERS, {"from": "x"}, carrier.rows_as_bytes(ROWS), KEYS)


def test_what_was_written_is_read() -> None:
    about, body = carrier.opened(Kind.FILTERS, FILE, KEYS)
    assert about == {"from": "x"}
    assert carrier.rows_of(body) == ROWS


def test_nothing_of_it_is_readable_without_the_secret() -> None:
    assert b"aaaaaaaaaa" not in FILE
    assert b"from" not in FILE


@pytest.mark.parametrize(
    ("file", "fault"),
    [
        (b"", carrier.NotSuchAFile),
        (b"PK\x03\x04 a workbook", carrier.NotSuchAFile),
        (b"office comparison " + b"x" * 500, carrier.NotSuchAFile),
        (b"office comparison other 1\n" + FILE[26:], carrier.NotSuchAFile),
        (FILE.replace(b"filters 1", b"filters 2", 1), carrier.OtherVersion),
        (FILE.replace(b"filters 1", b"answers 1", 1), carrier.OtherKind),
        (FILE[:-1], carrier.Damaged),
        (FILE[:40], carrier.Damaged),
        (FILE[:100] + b"\x00" + FILE[101:], carrier.Damaged),
        (FILE + b" ", carrier.Damaged),
        (b"\x00" * (50 * 1024 * 1024), carrier.TooLarge),
    ],
    ids=["empty", "workbook", "endless", "kind", "version", "answers", "short", "head", "byte", "long", "50MB"],
)  # fmt: skip
def test_what_cannot_be_taken_says_why(file: bytes, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        carrier.opened(Kind.FILTERS, file, KEYS)


def test_another_secret_does_not_open_it() -> None:
    with pytest.raises(carrier.WrongSecret):
        carrier.opened(Kind.FILTERS, FILE, keys_of(propose()))


def test_who_mends_the_checksum_after_a_change_is_found_out() -> None:
    body = bytearray(FILE[:-32])
    body[-1] ^= 1
    with pytest.raises(carrier.Damaged):
        carrier.opened(Kind.FILTERS, bytes(body) + hashlib.sha256(body).digest(), KEYS)


def test_rows_that_are_cut_or_too_many_are_refused() -> None:
    for plain in (b"a" * 73, b"\x00" * 74, b"a" * 10 + b"\xff" * 63):
        with pytest.raises(carrier.Damaged):
            carrier.rows_of(zlib.compress(plain))
    with pytest.raises(carrier.Damaged):
        carrier.rows_of(b"not packed")
    with pytest.raises(carrier.TooLarge):
        carrier.rows_of(zlib.compress(b"a" * (carrier.MOST_ROWS + 1) * 74))
