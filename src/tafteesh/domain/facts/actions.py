"""Saying a number in public: frozen with its query, its cut and its list; later mended only by a restatement."""

from datetime import date, datetime

from django.db import transaction

from tafteesh.domain.facts import queries
from tafteesh.domain.facts.models import (
    FrozenFigure,
    KnowledgeProduct,
    Objective,
    Release,
    StrategyVersion,
    Target,
)
from tafteesh.domain.facts.period import Period
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.ids import new_id

RULES = "1"


class NoReason(Exception):
    """A restatement says why the number changed."""


class AlreadyApproved(Exception):
    """An approved strategy is not changed: write the next version."""


class NothingToApprove(Exception):
    """A strategy without an objective cannot be approved."""


class AlreadyTied(Exception):
    """A product that is tied to a release stays with it: its numbers are frozen there."""


@transaction.atomic
def release_report(
    *,
    period: Period,
    known_at: datetime | None = None,
    restates: Release | None = None,
    reason: str = "",
    by: Actor,
) -> Release:
    """Freeze every figure of a period as known at a moment. Raises NoReason for a restatement without one."""
    require(by, Permission.REPORT_RELEASE)
    if restates is not None:
        restates = Release.objects.visible_to(by).get(pk=restates.pk)
        if not reason.strip():
            raise NoReason
    cut = known_at or by.now
    figures = queries.achievements(by, period, cut)
    release = Release(
        id=new_id(),
        organisation_id=by.organisation_id,
        period_start=period.starts_on,
        period_end=period.ends_on,
        as_known_at=cut,
        language="",
        rule_version=RULES,
        restates=restates,
        reason=reason.strip(),
        content_hash=queries.content_hash(figures),
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    release.save(force_insert=True)
    FrozenFigure.unscoped.bulk_create(
        FrozenFigure(
            release=release,
            organisation_id=by.organisation_id,
            indicator=name,
            values=figure.values,
            query_hash=_query_hash(name),
            list_hash=figure.list_hash,
            records=[str(record) for record in figure.records],
            recorded_at=by.now,
            recorded_by_id=by.person_id,
        )
        for name, figure in figures.items()
    )
    write_log(Event.REPORT_RELEASED, about=release, by=by)
    return release


def _query_hash(name: str) -> bytes:
    indicator = queries.find_indicator(name)
    return indicator.query.hash if indicator else b""


@transaction.atomic
def write_strategy(*, title: str, by: Actor) -> StrategyVersion:
    """Begin the next version of the strategy."""
    require(by, Permission.STRATEGY_WRITE)
    newest = StrategyVersion.objects.visible_to(by).order_by("-number").first()
    version = StrategyVersion.unscoped.create(
        number=(newest.number if newest else 0) + 1, title=title, **_own(by)
    )
    write_log(Event.STRATEGY_CHANGED, about=version, by=by)
    return version


@transaction.atomic
def add_objective(
    *, version: StrategyVersion, words: str, indicator: str, owner: Person | None, by: Actor
) -> Objective:
    """One more objective of a version that is not approved yet. Raises AlreadyApproved."""
    require(by, Permission.STRATEGY_WRITE)
    version = (
        StrategyVersion.objects.visible_to(by).select_for_update(of=("self",)).get(pk=version.pk)
    )
    if version.approved_on:
        raise AlreadyApproved(str(version.pk))
    objective = Objective.unscoped.create(
        version=version,
        ordinal=version.objectives.count() + 1,
        words=words,
        indicator=indicator,
        owner=owner,
        **_own(by),
    )
    write_log(Event.STRATEGY_CHANGED, about=objective, by=by)
    return objective


@transaction.atomic
def set_target(*, objective: Objective, period: Period, value: int, by: Actor) -> Target:
    """What the objective wants to reach; an earlier target of the period stays as history."""
    require(by, Permission.STRATEGY_WRITE)
    objective = Objective.objects.visible_to(by).get(pk=objective.pk)
    target = Target.unscoped.create(
        objective=objective,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        value=value,
        **_own(by),
    )
    write_log(Event.STRATEGY_CHANGED, about=target, by=by)
    return target


@transaction.atomic
def approve_strategy(*, version: StrategyVersion, on: date, by: Actor) -> StrategyVersion:
    """Approve a version; from then on it is not changed. Raises AlreadyApproved, NothingToApprove."""
    require(by, Permission.STRATEGY_WRITE)
    version = (
        StrategyVersion.objects.visible_to(by).select_for_update(of=("self",)).get(pk=version.pk)
    )
    if version.approved_on:
        raise AlreadyApproved(str(version.pk))
    if not version.objectives.filter(withdrawn_at=None).exists():
        raise NothingToApprove(str(version.pk))
    version.approved_on, version.approved_by_id = on, by.person_id
    version.save(update_fields=["approved_on", "approved_by"])
    write_log(Event.STRATEGY_CHANGED, about=version, by=by, fields=["approved_on"])
    return version


@transaction.atomic
def record_product(
    *, title: str, kind: str, released_on: date | None, release: Release | None, by: Actor
) -> KnowledgeProduct:
    """A study, brief or report that was made from the records."""
    require(by, Permission.STRATEGY_WRITE)
    if release is not None:
        release = Release.objects.visible_to(by).get(pk=release.pk)
    product = KnowledgeProduct.unscoped.create(
        title=title, kind=kind, released_on=released_on, release=release, **_own(by)
    )
    write_log(Event.STRATEGY_CHANGED, about=product, by=by)
    return product


@transaction.atomic
def tie_product(*, product: KnowledgeProduct, release: Release, by: Actor) -> KnowledgeProduct:
    """Say from which frozen figures a product was made. Raises AlreadyTied."""
    require(by, Permission.STRATEGY_WRITE)
    door = KnowledgeProduct.objects.visible_to(by).select_for_update(of=("self",))
    product = door.get(pk=product.pk, withdrawn_at=None)
    if product.release_id is not None:
        raise AlreadyTied(str(product.pk))
    product.release = Release.objects.visible_to(by).get(pk=release.pk)
    product.save(update_fields=["release"])
    write_log(Event.STRATEGY_CHANGED, about=product, by=by, fields=["release"])
    return product


def _own(by: Actor) -> dict[str, object]:
    return {
        "organisation_id": by.organisation_id,
        "recorded_at": by.now,
        "recorded_by_id": by.person_id,
    }
