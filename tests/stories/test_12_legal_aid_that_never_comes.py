"""Asked for on 3 March, reminded on 20 March and 14 April; thirty-seven of thirty-eight have a lawyer."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.urls import reverse

from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import achievements
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid import actions
from tafteesh.domain.legalaid.clock import representation, waiting_on
from tafteesh.domain.legalaid.models import LegalAidRequest, Reminder
from tafteesh.foundation.access.context import acting_as, enter
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import TODAY, Worker

ASKED, FIRST, SECOND = date(2026, 3, 3), date(2026, 3, 20), date(2026, 4, 14)
AUTHORITY = "Sub-divisional legal services committee, Basirhat"
DAY = timedelta(days=1)


@pytest.fixture
def rina(asha: Worker) -> Iterator[SurvivorFile]:
    """Rina, active with us since February 2025."""
    with acting_as(asha.actor):
        yield asha.opens("N24-2025-0100", scope="trafficking", opened_on=date(2025, 2, 1))


@pytest.fixture
def request_(rina: SurvivorFile, asha: Worker) -> LegalAidRequest:
    return actions.request_legal_aid(
        file=rina, authority=AUTHORITY, requested_on=ASKED, by=asha.actor
    )


@pytest.fixture
def reminded(request_: LegalAidRequest, asha: Worker) -> LegalAidRequest:
    for day in (FIRST, SECOND):
        actions.remind(request=request_, kind="reminder", on=day, sent=True, by=asha.actor)
    return request_


def test_another_desk_reminds_nobody(request_: LegalAidRequest, bimal: Worker) -> None:
    enter(bimal.actor)
    with pytest.raises(LegalAidRequest.DoesNotExist):
        actions.remind(request=request_, kind="reminder", on=FIRST, by=bimal.actor)
    desk = desk_of(bimal)
    assert desk.post(reverse("legalaid:escalate", args=[request_.pk])).status_code == 404
    assert waiting_on(bimal.actor, TODAY) == []


def test_no_escalation_within_the_seven_days(request_: LegalAidRequest, asha: Worker) -> None:
    with pytest.raises(actions.TooEarlyToEscalate):
        actions.remind(request=request_, kind="dlsa", on=ASKED + 7 * DAY, by=asha.actor)
    with pytest.raises(actions.NotOnThisDay):
        actions.remind(request=request_, kind="reminder", on=ASKED - DAY, by=asha.actor)


@pytest.mark.parametrize(("days", "late"), [(0, False), (7, False), (8, True), (17, True)])
@pytest.mark.usefixtures("request_")
def test_day_eight_turns_amber(asha: Worker, days: int, late: bool) -> None:  # noqa: FBT001 - a row of the table
    [row] = waiting_on(asha.actor, ASKED + days * DAY)

    assert (row.days, row.is_late) == (days, late)


def test_reminders_are_counted_up_to_each_day(reminded: LegalAidRequest, asha: Worker) -> None:
    told = [waiting_on(asha.actor, day)[0].reminded for day in (FIRST - DAY, FIRST, SECOND)]

    assert told == [0, 1, 2]
    assert reminded.answered_on is None


def test_both_letters_are_ready_in_one_press_and_nothing_is_sent(
    reminded: LegalAidRequest, asha: Worker
) -> None:
    desk = desk_of(asha)
    for _press in range(2):
        desk.post(reverse("legalaid:escalate", args=[reminded.pk]))
    enter(asha.actor)
    rows = Reminder.objects.visible_to(asha.actor).exclude(kind="reminder")

    assert sorted(row.kind for row in rows) == ["dlsa", "slsa"]
    assert {row.sent_on for row in rows} == {None}
    for row in rows:
        for language in ("en", "bn"):
            url = reverse("legalaid:reminder_pdf", args=[row.pk, language])
            assert desk.get(url).content.startswith(b"%PDF")
    page = words_of(desk.get(reverse("legalaid:file", args=[reminded.survivor_file_id])))
    assert "Escalation to the DLSA" in page
    assert "Escalation to the SLSA" in page


@pytest.fixture
def others(request_: LegalAidRequest, meera: Worker) -> None:
    """Thirty-seven more survivors, each with a panel lawyer since the beginning of 2025."""
    assert request_.pk
    with acting_as(meera.actor):
        lawyer = actions.record_lawyer(name="Adv. Sarkar", kind="panel", by=meera.actor)
        for number in range(37):
            file = meera.opens(f"N24-2025-{number:04}", opened_on=date(2025, 1, 1))
            new = actions.NewAssignment(lawyer, date(2025, 1, 1))
            actions.assign_lawyer(file=file, new=new, by=meera.actor)


@pytest.mark.usefixtures("others")
def test_thirty_seven_of_thirty_eight_and_only_the_manager_reads_who(
    rina: SurvivorFile, mgr: Worker, bimal: Worker, dev: Worker
) -> None:
    now = Period.containing(TODAY)
    enter(mgr.actor)
    figure = achievements(mgr.actor, now)["A11"]
    assert figure.values == {"value": 97.4, "covered": 37, "of": 38}

    here = reverse("facts:figure", args=[now.name, "A11"])
    pages = {who: words_of(desk_of(who).get(here)) for who in (mgr, bimal, dev)}
    assert all("97.4" in page for page in pages.values())
    assert rina.number in pages[mgr]
    assert rina.number not in pages[bimal] + pages[dev]


@pytest.mark.usefixtures("others")
def test_the_gap_and_its_days_are_named_to_the_manager_only(
    rina: SurvivorFile, mgr: Worker, meera: Worker, dev: Worker
) -> None:
    enter(mgr.actor)
    told = representation(mgr.actor, TODAY - 30 * DAY, TODAY)
    assert (told.wanting, [one.file.pk for one in told.broken]) == (38, [rina.pk])

    here = reverse("legalaid:representation")
    assert rina.number in words_of(desk_of(mgr).get(here))
    clerk = words_of(desk_of(meera).get(here))
    assert rina.number not in clerk
    assert "37 of 38" in clerk
    assert desk_of(dev).get(here).status_code == 403
