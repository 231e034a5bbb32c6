"""How the sealed fields of a file are sealed, opened and found again."""

import uuid

from django.db import models

from tafteesh.domain.files import sounding
from tafteesh.domain.files.models import Identity, NameToken, SurvivorFile
from tafteesh.foundation.kernel.digits import clean
from tafteesh.foundation.vault import keyholder
from tafteesh.foundation.vault.keys import OpenKey, key_of
from tafteesh.foundation.vault.sealing import Secret


def key_for(file: SurvivorFile) -> OpenKey:
    """The open key of one file."""
    return key_of(file.pk)


def seal_into(row: models.Model, column: str, text: str, key: OpenKey) -> None:
    """Seal a text into a column of a row that has its id already; empty text clears it."""
    table = row._meta.db_table
    setattr(row, column, key.seal(text, table=table, column=column, row=row.pk) if text else None)


def open_from(row: models.Model, column: str, key: OpenKey) -> Secret:
    """Open a sealed column of a row; empty when there is nothing in it."""
    sealed = getattr(row, column)
    if not sealed:
        return Secret("")
    return key.open(bytes(sealed), table=row._meta.db_table, column=column, row=row.pk)


def seal_names(identity: Identity, names: dict[str, str], key: OpenKey) -> None:
    """Seal the given names into her identity."""
    for column, text in names.items():
        if column not in Identity.SEALED:
            raise KeyError(column)
        seal_into(identity, column, clean(text), key)


def open_name(identity: Identity, column: str) -> Secret:
    """Open one sealed column of her identity."""
    return open_from(identity, column, key_of(identity.survivor_file_id))


def open_all(identity: Identity) -> dict[str, str]:
    """Every sealed text of her identity, to make its tokens anew."""
    key = key_of(identity.survivor_file_id)
    return {column: open_from(identity, column, key).reveal() for column in Identity.SEALED}


def make_findable(
    identity: Identity, organisation_id: uuid.UUID, names: dict[str, str], key: OpenKey
) -> list[int]:
    """Seal into her identity how her names sound; answers the tokens to keep for her. Saves nothing."""
    heard = sounding.sketch_of(names)
    seal_into(identity, "sounds", heard, key)
    identity.keyed_as = sounding.RULES
    keys = sounding.stored_under(heard, names)
    return sorted(set(keyholder.blind_numbers(str(organisation_id), keys)))


def keep_tokens(identity: Identity, tokens: list[int]) -> None:
    """Put these tokens in the place of those that a file had."""
    NameToken.unscoped.filter(survivor_file_id=identity.survivor_file_id).delete()
    NameToken.unscoped.bulk_create(
        NameToken(
            token=token,
            organisation_id=identity.organisation_id,
            survivor_file_id=identity.survivor_file_id,
        )
        for token in tokens
    )
