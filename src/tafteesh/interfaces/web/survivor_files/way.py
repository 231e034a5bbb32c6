"""Her way, step by step, for the page of a file: taken, rescued, sheltered, brought home."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tafteesh.domain.files.models import Rescue, Restoration, ShelterSpell, SurvivorFile, Taking
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.foundation.kernel.no_answer import Answer


@dataclass(frozen=True)
class Step:
    """One taking or rescue: its day as it is known, or why it is not."""

    row: Taking | Rescue
    on: ApproxDate | None
    why: str


@dataclass(frozen=True)
class Stay:
    """One spell in a shelter, and how long it was."""

    row: ShelterSpell
    days: int


@dataclass(frozen=True)
class Way:
    """All steps of one file."""

    takings: list[Step]
    rescues: list[Step]
    stays: list[Stay]
    restoration: Restoration | None

    @property
    def sheltered_days(self) -> int:
        return sum(stay.days for stay in self.stays)


def about(row: Any, name: str) -> ApproxDate | None:
    """The day of a row that may not be exact."""
    earliest, latest = getattr(row, f"{name}_earliest"), getattr(row, f"{name}_latest")
    if earliest is None:
        return None
    return ApproxDate(earliest, latest, getattr(row, f"{name}_words", ""))


def _step(row: Taking | Rescue, name: str) -> Step:
    day = about(row, name)
    return Step(row, day, "" if day else str(Answer(getattr(row, f"{name}_answer")).label))


def _stay(row: ShelterSpell, today: date) -> Stay:
    return Stay(row, ((row.ends_on or today) - row.starts_on).days)


def her_way(actor: Actor, file: SurvivorFile) -> Way:
    """Four queries, whatever is in them."""

    def standing(model: Any) -> Any:
        return model.objects.visible_to(actor).filter(survivor_file=file, withdrawn_at=None)

    return Way(
        takings=[_step(row, "taken") for row in standing(Taking).order_by("taken_earliest", "pk")],
        rescues=[_step(r, "rescued") for r in standing(Rescue).order_by("rescued_earliest", "pk")],
        stays=[_stay(row, actor.today) for row in standing(ShelterSpell).order_by("starts_on")],
        restoration=standing(Restoration).order_by("-recorded_at").first(),
    )
