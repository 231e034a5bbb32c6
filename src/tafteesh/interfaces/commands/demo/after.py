"""What the demo's people added by hand: safe contact, linked FIRs, papers, a strategy, a product."""

from datetime import date

from tafteesh.domain.facts import actions as facts
from tafteesh.domain.facts.period import Period
from tafteesh.domain.files.actions import set_safe_contact
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.actions import link_firs
from tafteesh.domain.proceedings.models import Fir, FirSurvivor
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Person
from tafteesh.interfaces.commands.actors import actor_named

RULES = (
    (
        {
            "may_call": True,
            "from_hour": 14,
            "to_hour": 16,
            "call_as": "health centre",
            "risk": "medium",
        },
        "Her in-laws do not know. Call only 2-4 pm.",
    ),
    (
        {"may_call": False, "risk": "high"},
        "The accused is on bail. Do not call; meet at the office.",
    ),
    ({"may_call": True, "from_hour": 11, "to_hour": 13, "risk": "low"}, ""),
)
OBJECTIVES = (
    ("Investigations of trafficking are with an AHTU", "A9", 25),
    ("Compensation that was ordered reaches her account", "I8", 0),
    ("Every survivor has a free lawyer", "A11", 100),
)


def seed_after() -> None:
    """Inside the caller's transaction."""
    clerk = actor_named("mis")
    enter(clerk)
    files = SurvivorFile.objects.visible_to(clerk).order_by("number")[:36]
    for number, file in enumerate(files):
        rule, warning = RULES[number % len(RULES)]
        set_safe_contact(file=file, rule=dict(rule), warning=warning, by=clerk)
    for fir in Fir.objects.visible_to(clerk).filter(area="destination"):
        links = FirSurvivor.unscoped.filter(fir=fir).values("survivor_file")
        source = (
            Fir.objects.visible_to(clerk)
            .filter(area="source", survivors__survivor_file__in=links)
            .first()
        )
        if source is not None:
            link_firs(fir=source, other=fir, by=clerk)
    _strategy()


def _strategy() -> None:
    manager = actor_named("mgr")
    enter(manager)
    owner = Person.objects.get(login_name="mgr")
    version = facts.write_strategy(title="Justice in our own hands", by=manager)
    for words, indicator, value in OBJECTIVES:
        objective = facts.add_objective(
            version=version, words=words, indicator=indicator, owner=owner, by=manager
        )
        facts.set_target(
            objective=objective, period=Period.financial_year(2023), value=value, by=manager
        )
    facts.approve_strategy(version=version, on=date(2023, 6, 1), by=manager)
    facts.record_product(
        title="How long an AHTU takes",
        kind="study",
        released_on=date(2024, 2, 20),
        release=None,
        by=manager,
    )
