"""Every field of every model of ours stands in exactly one privacy class; what is sealed is vault; nobody's name is a text."""

import inspect
import re
from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.db import models

from tafteesh.foundation.vault.models import SealedField

CLASSES = ("open", "restricted", "vault")
# Names of people and their words, wherever they stand, are sealed. These are not about survivors.
NOT_HERS = {"access.Person.name", "access.Person.login_name", "access.Organisation.name"}
PERSONAL = re.compile(r"(^|_)(name|names|phone|address|account|narrative|note|notes|story)(_|$)")


def own_models() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if m.__module__.startswith("tafteesh.")]


def fields(model: type[models.Model]) -> set[str]:
    return {field.name for field in model._meta.concrete_fields if not field.primary_key}


def wrongly_classed(model: Any, names: set[str]) -> list[str]:
    """Fields in no class or in two, and names in a class that are no fields."""
    privacy = getattr(model, "Privacy", SimpleNamespace())
    classed = [name for kind in CLASSES for name in getattr(privacy, kind, ())]
    twice = {name for name in classed if classed.count(name) > 1}
    ids = {"id", "pk"}
    return sorted((names - set(classed)) | twice | (set(classed) - names - ids))


def test_every_field_has_one_privacy_class() -> None:
    wrong = {m._meta.label: wrongly_classed(m, fields(m)) for m in own_models()}
    assert {label: names for label, names in wrong.items() if names} == {}


def test_a_field_in_no_class_or_in_two_is_caught() -> None:
    two = SimpleNamespace(Privacy=SimpleNamespace(open={"a", "b"}, vault={"b"}))
    assert wrongly_classed(two, {"a", "b", "c"}) == ["b", "c"]
    assert wrongly_classed(SimpleNamespace(), {"a"}) == ["a"]


def plain_in_the_vault(model: type[models.Model]) -> set[str]:
    """Vault columns that could hold a readable text, and sealed columns that are not called vault."""
    vault = set(getattr(getattr(model, "Privacy", None), "vault", ()))
    no_text = (models.BinaryField, models.BigIntegerField)  # sealed bytes, keyed tokens
    bytes_only = {f.name for f in model._meta.concrete_fields if isinstance(f, no_text)}
    sealed = {f.name for f in model._meta.concrete_fields if isinstance(f, SealedField)}
    return (vault - bytes_only) | (sealed - vault)


def test_the_vault_holds_sealed_bytes_and_all_of_them() -> None:
    wrong = {m._meta.label: plain_in_the_vault(m) for m in own_models()}
    assert {label: names for label, names in wrong.items() if names} == {}


def words_of_somebody(model: type[models.Model]) -> set[str]:
    """Text columns of a walled model whose very name says that they hold a person's words or name."""
    if not hasattr(model, "Wall"):
        return set()
    texts = (models.TextField, models.CharField)
    return {
        f.name
        for f in model._meta.concrete_fields
        if isinstance(f, texts)
        and not f.choices
        and PERSONAL.search(f.name)
        and not f.name.endswith("_answer")
    }


KNOWN_TEXTS = {
    "the name of a public body, a file of the office or a saved list of columns, never of a survivor": {
        "imports.MappingProfile.name",
        "legalaid.Lawyer.name",
        "meetings.Partner.name",
        "handoffs.Partner.name",
        "facts.Strategy.name",
        "collectives.Collective.name",
        "collectives.Forum.name",
    },
}


def test_no_text_column_of_a_survivors_row_holds_a_name() -> None:
    known = set().union(*KNOWN_TEXTS.values())
    found = {f"{m._meta.label}.{name}" for m in own_models() for name in words_of_somebody(m)}
    assert found - known - NOT_HERS == set()


def personal_words(model: type[models.Model]) -> list[str]:
    """Sealed or personal columns that the text of a row reads."""
    text = inspect.getsource(model.__str__) if "__str__" in vars(model) else ""
    names = set(getattr(getattr(model, "Privacy", None), "vault", ())) | words_of_somebody(model)
    if model._meta.label == "access.Person":
        names |= {"name", "login_name"}
    return [name for name in names if re.search(rf"self\.{name}\b", text)]


def test_no_row_says_a_personal_word_when_it_is_printed() -> None:
    said = {m._meta.label: personal_words(m) for m in own_models()}
    assert {label: names for label, names in said.items() if names} == {}


def test_a_row_that_prints_a_name_is_caught() -> None:
    class Talks:
        class Privacy:
            vault = {"name_used"}

        class Wall:
            using = "true"

        _meta = SimpleNamespace(concrete_fields=(), label="x.Talks")

        def __str__(self) -> str:
            return str(self.name_used)  # type: ignore[attr-defined] # a model in all but name

    assert personal_words(Talks) == ["name_used"]  # type: ignore[arg-type] # a model in all but name
