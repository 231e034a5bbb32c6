"""How the sealed fields of a file are sealed, opened and found again."""

import uuid

from django.db import models

from tafteesh.domain.files.models import Identity, NameToken, SurvivorFile
from tafteesh.foundation.kernel import name_key
from tafteesh.foundation.kernel.digits import clean
from tafteesh.foundation.vault import keyholder
from tafteesh.foundation.vault.keys import OpenKey, key_of
from tafteesh.foundation.vault.sealing import Secret

NAMES = ("name_used", "name_on_papers", "other_names")


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


def tokens_of(organisation_id: uuid.UUID, names: dict[str, str]) -> set[tuple[str, bytes]]:
    """(kind, keyed token) of every name part, relation name part, exact name and phone."""
    scope = str(organisation_id)
    tokens: set[tuple[str, bytes]] = set()
    for column in (*NAMES, "relation_name"):
        kind = NameToken.Kind.RELATION if column == "relation_name" else NameToken.Kind.NAME
        text = names.get(column, "")
        for part in name_key.skeleton(text).split():
            tokens.add((kind.value, keyholder.blind_token(scope, f"{kind}|{part}")))
        if text and column in NAMES:
            exact = keyholder.blind_token(scope, f"exact|{clean(text).casefold()}")
            tokens.add((NameToken.Kind.EXACT.value, exact))
    if phone := "".join(c for c in names.get("phone", "") if c.isdigit())[-10:]:
        tokens.add((NameToken.Kind.PHONE.value, keyholder.blind_token(scope, f"phone|{phone}")))
    return tokens


def replace_tokens(file: SurvivorFile, names: dict[str, str]) -> None:
    """Make the tokens of a file anew from its names."""
    NameToken.unscoped.filter(survivor_file=file).delete()
    NameToken.unscoped.bulk_create(
        NameToken(organisation_id=file.organisation_id, survivor_file=file, kind=kind, token=token)
        for kind, token in sorted(tokens_of(file.organisation_id, names))
    )
