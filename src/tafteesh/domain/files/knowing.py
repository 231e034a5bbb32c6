"""Whether somebody seems to be known already: yes or no, and not a word more."""

import uuid

from tafteesh.domain.files.models import NameToken, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import counting

# A phone alone, or this many words of a name and of her people, are worth a question.
WORDS_ALIKE = 3


def seems_known(file: SurvivorFile, by: Actor) -> bool:
    """Whether another file of the office has her phone, or much of her names. Which one is never told.

    The whole office is asked, though the worker reaches only her own files: that is why only a yes
    leaves here, and her supervisor sees both.
    """
    tokens = NameToken.objects.visible_to(by).filter(survivor_file=file)
    own = [bytes(token) for token in tokens.values_list("token", flat=True)]
    if not own:
        return False
    with counting(by) as counter:
        met = NameToken.objects.visible_to(counter).filter(token__in=own)
        others = met.exclude(survivor_file=file).filter(survivor_file__withdrawn_at=None)
        alike: dict[uuid.UUID, int] = {}
        for other, kind in others.values_list("survivor_file", "kind")[:2000]:
            weight = WORDS_ALIKE if kind in (NameToken.Kind.PHONE, NameToken.Kind.EXACT) else 1
            alike[other] = alike.get(other, 0) + weight
    return max(alike.values(), default=0) >= WORDS_ALIKE
