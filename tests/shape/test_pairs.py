"""When and by whom are told together: the database refuses one half of a pair."""

from django.apps import apps
from django.db import models

PAIRS = (("decided_at", "decided_by"), ("recorded_at", "recorded_by"), ("granted_at", "granted_by"))


def untied(model: type[models.Model]) -> list[str]:
    """Pairs of which one half may be empty while the other is not, with no constraint that ties them."""
    fields = {f.name: f for f in model._meta.concrete_fields}
    text = " ".join(str(c.deconstruct()) for c in model._meta.constraints)
    return [
        f"{model._meta.label}.{at}"
        for at, by in PAIRS
        if at in fields
        and by in fields
        and (fields[at].null or fields[by].null)
        and not (at in text and by in text)
    ]


def test_pairs_are_tied() -> None:
    ours = [m for m in apps.get_models() if m.__module__.startswith("tafteesh.")]
    assert [fault for model in ours for fault in untied(model)] == []


def test_a_loose_pair_is_caught() -> None:
    class Loose(models.Model):
        decided_at = models.DateTimeField(null=True)
        decided_by = models.UUIDField(null=True)

        class Meta:
            app_label = "shape_example"
            abstract = False
            managed = False

        def __str__(self) -> str:
            return "loose"

    del apps.all_models["shape_example"]["loose"]
    assert untied(Loose) == ["shape_example.Loose.decided_at"]
