"""A voice is kept only as plain sound, by those who may record, for their own office."""

import io
import wave

import pytest

from tafteesh.domain.stationery.actions import record_voice, take_voice_away
from tafteesh.domain.stationery.models import SpokenPiece
from tafteesh.domain.stationery.queries import voices
from tafteesh.domain.stationery.sound import NotASound, SoundTooLong, clean_sound
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tests.people import Worker


def sound(seconds: float = 1, *, rate: int = 16_000, channels: int = 1, width: int = 2) -> bytes:
    """A WAV of that length."""
    made = io.BytesIO()
    with wave.open(made, "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(width)
        out.setframerate(rate)
        out.writeframes(b"\x01" * int(seconds * rate) * channels * width)
    return made.getvalue()


@pytest.mark.parametrize(
    "sent",
    [
        b"", b"RIFF", b"<html><script>alert(1)</script>", b"\xff\xfb\x90\x00" * 100,
        sound()[:40], sound(0.01), sound(width=1), sound(channels=4), sound(rate=96_000),
    ],
)  # fmt: skip
def test_what_is_no_plain_sound_is_refused(sent: bytes) -> None:
    with pytest.raises(NotASound):
        clean_sound(sent)


def test_a_long_or_a_heavy_sound_is_refused() -> None:
    with pytest.raises(SoundTooLong):
        clean_sound(sound(21))
    with pytest.raises(SoundTooLong):
        clean_sound(b"RIFF" + bytes(3_000_000))


def test_only_the_voice_is_left() -> None:
    hidden = sound() + b"LIST\x10\x00\x00\x00INFOIARTSHAMPA  <script>"

    kept = clean_sound(hidden)
    assert b"SHAMPA" not in kept
    with wave.open(io.BytesIO(clean_sound(sound(2, channels=2)))) as heard:
        assert (heard.getnchannels(), heard.getnframes()) == (1, 32_000)


def test_a_voice_is_recorded_again_and_taken_away(asha: Worker, dev: Worker, joba: Worker) -> None:
    enter(dev.actor)
    with pytest.raises(NotAllowed):
        record_voice(language="bn", piece="today", content=sound(), by=dev.actor)
    enter(asha.actor)
    with pytest.raises(ValueError, match="not a valid"):
        record_voice(language="xx", piece="today", content=sound(), by=asha.actor)

    record_voice(language="bn", piece="today", content=sound(1), by=asha.actor)
    record_voice(language="bn", piece="today", content=sound(2), by=asha.actor)
    assert [row.piece for row in voices(asha.actor, "bn")] == ["today"]
    assert not voices(asha.actor, "hi").exists()
    assert not voices(joba.actor, "bn").exists()

    take_voice_away(language="bn", piece="today", by=asha.actor)
    assert not voices(asha.actor, "bn").exists()
    assert {bytes(row.sound) for row in SpokenPiece.unscoped.all()} == {b""}
    with pytest.raises(SpokenPiece.DoesNotExist):
        take_voice_away(language="bn", piece="today", by=asha.actor)
