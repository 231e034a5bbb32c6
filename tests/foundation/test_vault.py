"""The vault: what is sealed opens in its own place only, survives rotation, and dies with its key."""

import uuid
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tafteesh.domain.files.models import Identity, SurvivorFile
from tafteesh.domain.files.sealing import open_name
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.vault import keyholder, keys
from tafteesh.foundation.vault.keys import Erased
from tafteesh.foundation.vault.models import SubjectKey
from tafteesh.foundation.vault.sealing import DoesNotOpen, Place, Secret, open_sealed, seal
from tests.people import Worker

KEY = bytes(range(32))
PLACE = Place("identity", "name", "row-1", "subject-1")


@given(st.text(max_size=200))
def test_what_is_sealed_opens_as_it_was(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    assert open_sealed(seal(text, KEY, PLACE), KEY, PLACE).reveal() == text


def test_the_length_of_a_name_does_not_show() -> None:
    assert len(seal("Mina", KEY, PLACE)) == len(seal("Chandrabhaga Bandyopadhyay", KEY, PLACE))


@pytest.mark.parametrize("field", ["table", "column", "row", "subject"])
def test_a_value_moved_to_another_place_is_refused(field: str) -> None:
    elsewhere = PLACE._replace(**{field: "another"})
    with pytest.raises(DoesNotOpen):
        open_sealed(seal("Rina", KEY, PLACE), KEY, elsewhere)


def test_every_flipped_bit_is_refused() -> None:
    sealed = seal("Rina", KEY, PLACE)
    for index in range(len(sealed) * 8):
        broken = bytearray(sealed)
        broken[index // 8] ^= 1 << (index % 8)
        with pytest.raises(DoesNotOpen):
            open_sealed(bytes(broken), KEY, PLACE)


def test_a_cut_value_is_refused() -> None:
    sealed = seal("Rina", KEY, PLACE)
    for length in range(len(sealed)):
        with pytest.raises(DoesNotOpen):
            open_sealed(sealed[:length], KEY, PLACE)


def test_a_secret_shows_only_stars() -> None:
    secret = Secret("Rina")
    assert {repr(secret), str(secret), f"{secret}", f"{[secret]}"} == {"***", "[***]"}


def test_one_womans_name_does_not_open_in_anothers_row(rina: SurvivorFile, asha: Worker) -> None:
    mita = asha.opens("N24-2026-0009", names={"name_used": "Mita"})
    hers = Identity.unscoped.get(survivor_file=rina)
    stolen = Identity.unscoped.get(survivor_file=mita)
    stolen.name_used = hers.name_used

    with pytest.raises(DoesNotOpen):
        open_name(stolen, "name_used")


def test_a_destroyed_key_erases_for_good(rina: SurvivorFile, asha: Worker) -> None:
    keys.destroy(rina.pk, at=asha.actor.now)

    with pytest.raises(Erased):
        open_name(Identity.unscoped.get(survivor_file=rina), "name_used")


def test_a_rotation_stopped_half_way_is_finished_by_running_it_again(
    rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    for number in range(2, 7):
        asha.opens(f"N24-2026-00{number:02}", names={"name_used": f"Name {number}"})
    enter(meera.actor)
    old = keyholder.current_version()
    new = keyholder.make_master_key()
    assert next(keys.rotate(batch=2)) == (2, 6)
    assert SubjectKey.unscoped.filter(version=old).count() == 4
    assert open_name(Identity.unscoped.get(survivor_file=rina), "name_used").reveal() == "Rina"

    assert list(keys.rotate(batch=2)) == [(2, 4), (4, 4)]

    assert set(SubjectKey.unscoped.values_list("version", flat=True)) == {new}
    assert open_name(Identity.unscoped.get(survivor_file=rina), "name_used").reveal() == "Rina"
    assert list(islice(keys.rotate(), 1)) == []


def test_rotation_refuses_before_it_begins_when_an_old_key_is_missing(
    rina: SurvivorFile, meera: Worker, settings: object
) -> None:
    enter(meera.actor)
    old = keyholder.current_version()
    keyholder.make_master_key()
    path = Path(settings.VAULT_KEYS) / f"master-{old}.key"  # type: ignore[attr-defined] # pytest-django's settings
    taken = path.read_bytes()
    path.unlink()
    keyholder.forget()
    try:
        with pytest.raises(keyholder.MasterKeyMissing):
            list(keys.rotate())
        assert SubjectKey.unscoped.filter(version=old).exists()
    finally:
        path.write_bytes(taken)
        path.chmod(0o600)
        keyholder.forget()


def test_the_master_key_is_readable_by_its_owner_alone(db: None, settings: object) -> None:
    folder = Path(settings.VAULT_KEYS)  # type: ignore[attr-defined] # pytest-django's settings
    assert {oct(path.stat().st_mode & 0o777) for path in folder.iterdir()} == {"0o600"}


def test_a_wrapped_key_opens_for_its_own_subject_only(db: None) -> None:
    wrapped = keyholder.wrap(KEY, str(uuid.UUID(int=1)))
    with pytest.raises(keyholder.WrongMasterKey):
        keyholder.unwrap(wrapped, str(uuid.UUID(int=2)))
