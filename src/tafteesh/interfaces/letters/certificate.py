"""The certificate for an electronic record: Schedule of the Bharatiya Sakshya Adhiniyam 2023, section 63(4)(c).

Its form is the law's own, in English, Part A for the party and Part B for the expert. What we know is filled in
(the hash and how it was found); what only the signer knows stays a line to be written on.
"""

from datetime import datetime
from typing import Any

from tafteesh.domain.papers.models import Paper
from tafteesh.interfaces.letters.typesetting import typeset

DEVICES = (
    ("computer", "Computer / Storage Media"),
    ("dvr", "DVR"),
    ("mobile", "Mobile"),
    ("flash", "Flash Drive"),
    ("disc", "CD/DVD"),
    ("server", "Server"),
    ("cloud", "Cloud"),
    ("other", "Other"),
)
HELD = ("Owned", "Maintained", "Managed", "Operated")
ALGORITHMS = ("SHA1", "SHA256", "MD5", "Other")
LINE = "_" * 28


def certificate_pdf(
    paper: Paper, sha256: str, device: dict[str, Any], *, made_at: datetime
) -> bytes:
    """The draft as a tagged PDF; `sha256` is that of the bytes as they came to us (hexadecimal)."""
    words = {
        "devices": [
            {"words": words, "ticked": code == device["device"]} for code, words in DEVICES
        ],
        "make": device["make"] or LINE,
        "serial": device["serial"] or LINE,
        "held": list(HELD),
        "algorithms": [{"words": one, "ticked": one == "SHA256"} for one in ALGORITHMS],
        "sha256": sha256,
        "record": (
            f"{paper.media_type}, {paper.pages or 1} page(s), recorded on"
            f" {paper.recorded_at:%d-%m-%Y %H:%M} UTC, reference {paper.pk.hex[-8:]}"
        ),
        "line": LINE,
    }
    return typeset("certificate.typ", words, made_at=made_at)
