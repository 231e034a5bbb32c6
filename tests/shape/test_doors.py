"""The way round the read door is written in few places, and every guarded model stands behind a manager that refuses."""

import re

from django.apps import apps

from tafteesh.domain.files.models import AccessGrant
from tafteesh.foundation.access.scoping import GuardedManager
from tafteesh.foundation.access.walls import walled_models
from tests.shape.sources import Source, modules

ROUND = re.compile(r"\.unscoped\b")
ROOMS = re.compile(
    r"(^|/)(models|actions|migrations)(/|\.py)|^interfaces/imports/|^foundation/vault/"
)
# Each with its reason.
ALLOWED = {
    "domain/files/sealing.py": "makes the tokens of a file inside the action that changed its names",
    "domain/files/queries.py": "asks which grants reach her, as the door itself does, and lists the files of her own offices",
    "domain/facts/queries.py": "counts inside `counting`, and only totals and ids leave it",
    "domain/facts/sums.py": "counts inside `counting`, and only totals and ids leave it",
    "interfaces/web/proceedings/views.py": "tells how many rows hang on a FIR she may see: numbers alone",
    "interfaces/commands/demo/after.py": "fills the demo, and nothing but the demo",
    "interfaces/commands/management/commands/seed_demo.py": "asks whether the demo was filled already",
    "interfaces/commands/management/commands/erase.py": "asks whether the key is gone already",
    "interfaces/commands/management/commands/rotate-keys.py": "counts keys of all subjects",
}


def going_round(sources: list[Source]) -> list[str]:
    """Modules that go round the door and are no room where that is meant."""
    return [
        source.path
        for source in sources
        if ROUND.search(source.text)
        and not ROOMS.search(source.path)
        and source.path not in ALLOWED
    ]


def test_the_way_round_the_door_is_rare() -> None:
    assert going_round(modules()) == []


def test_a_page_that_goes_round_is_caught() -> None:
    page = Source("interfaces/web/x/views.py", "SurvivorFile.unscoped.all()")
    assert going_round([page]) == ["interfaces/web/x/views.py"]


def test_a_reason_stands_for_every_exception_that_is_still_needed() -> None:
    found = {source.path for source in modules() if ROUND.search(source.text)}
    assert {path for path in ALLOWED if path in {s.path for s in modules()}} - found <= {
        "domain/facts/queries.py",
        "domain/facts/sums.py",
        "interfaces/web/proceedings/views.py",
    }


def test_every_walled_model_refuses_a_question_that_does_not_say_who_asks() -> None:
    apart = {AccessGrant}  # its own door is what the others are built from
    bare = [
        model.__name__
        for model in walled_models()
        if model not in apart
        and hasattr(model, "objects")
        and not isinstance(model.objects, GuardedManager)
    ]
    assert bare == []


def test_what_has_no_guarded_manager_has_no_door_at_all() -> None:
    names = {m.__name__ for m in walled_models() if not hasattr(m, "objects")}
    assert names <= {"SubjectKey"}
    assert apps.is_installed("tafteesh.foundation.vault")
