"""Whether who went to the police is called like somebody whom the FIR accuses."""

from tafteesh.domain.files.sealing import open_from
from tafteesh.domain.proceedings.models import Accused, Fir
from tafteesh.foundation.kernel.name_key import name_similarity
from tafteesh.foundation.vault.keys import key_of

ALIKE = 90  # of 100: names that a person should compare


def keep_informant(fir: Fir) -> None:
    """Find the accused who is called like the informant; inside an act that asked, before the FIR is saved."""
    fir.informant_as = None
    if not fir.informant_name:
        return
    key = key_of(fir.pk)
    name = open_from(fir, "informant_name", key).reveal()
    named = Accused.unscoped.filter(fir=fir, withdrawn_at=None, name__isnull=False)
    for accused in named.order_by("ordinal"):
        if name_similarity(name, open_from(accused, "name", key).reveal()) >= ALIKE:
            fir.informant_as = accused
            return
