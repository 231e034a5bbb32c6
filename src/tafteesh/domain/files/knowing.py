"""Whether somebody seems to be known already: yes or no, and not a word more."""

from tafteesh.domain.files.models import Identity, SurvivorFile
from tafteesh.domain.files.sealing import open_all
from tafteesh.domain.files.searching import search_files
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import counting

SURE = 97.0  # of that very sound, or that very phone


def seems_known(file: SurvivorFile, by: Actor) -> bool:
    """Whether another file of the office has her phone, or her name together with that of her people.

    The whole office is asked, though the worker reaches only her own files: that is why only a yes
    leaves here, and her supervisor sees both.
    """
    identity = Identity.objects.visible_to(by).get(survivor_file=file)
    names = open_all(identity)
    with counting(by) as counter:
        return any(
            found.score >= SURE and found.file.pk != file.pk
            for words in _asked(names)
            for found in search_files(counter, words)
        )


def _asked(names: dict[str, str]) -> list[str]:
    """What is worth a question: a whole phone number; a name of at least two words, with her people's."""
    digits = "".join(c for c in names["phone"] if c.isascii() and c.isdigit())[-10:]
    asked = [digits] if len(digits) == 10 else []
    for name in ("name_used", "name_on_papers"):
        words = f"{names[name]} {names['relation_name']}".strip()
        if names[name] and len(words.split()) > 1:
            asked.append(words)
    return asked
