"""A short sound as it may be kept: plain WAV, checked by content, written anew without anything beside the voice."""

import io
import wave
from array import array

LARGEST = 2 * 1024 * 1024  # bytes
LONGEST = 20  # seconds
SHORTEST = 0.1
SLOWEST, FASTEST = 8_000, 48_000  # samples a second
WIDTH = 2  # bytes a sample


class NotASound(Exception):
    """This is no plain WAV with 16 bits a sample, or it is damaged."""


class SoundTooLong(Exception):
    """One sentence is shorter than twenty seconds."""


def clean_sound(content: bytes) -> bytes:
    """The same voice in one channel, with a header of our own. Raises NotASound, SoundTooLong."""
    if len(content) > LARGEST:
        raise SoundTooLong(str(len(content)))
    try:
        with wave.open(io.BytesIO(content)) as sent:
            channels, width, rate = sent.getnchannels(), sent.getsampwidth(), sent.getframerate()
            samples = sent.readframes(LARGEST)
    except (wave.Error, EOFError, ValueError, OverflowError):
        raise NotASound from None
    if width != WIDTH or channels not in (1, 2) or not SLOWEST <= rate <= FASTEST:
        raise NotASound
    heard = array("h", samples[: len(samples) - len(samples) % (WIDTH * channels)])
    if channels > 1:
        heard = array("h", ((a + b) // 2 for a, b in zip(heard[::2], heard[1::2], strict=True)))
    if len(heard) < SHORTEST * rate:
        raise NotASound
    if len(heard) > LONGEST * rate:
        raise SoundTooLong(str(len(heard) // rate))
    return _written(heard, rate)


def _written(heard: "array[int]", rate: int) -> bytes:
    kept = io.BytesIO()
    with wave.open(kept, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(WIDTH)
        out.setframerate(rate)
        out.writeframes(heard.tobytes())
    return kept.getvalue()
