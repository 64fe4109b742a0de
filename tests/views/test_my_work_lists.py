"""Long lists of My work: the first lines with the number of all, and the whole in pages; nothing unsaid."""

import datetime as dt
import re
import uuid

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags

from conferences.queries.duties_lines import Part
from conferences.queries.duties_list import A_PAGE, FEW, FIRST
from safeguarding.clock import today
from safeguarding.models import Leave, ReadLog
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    BookingFactory,
    ChildFactory,
    DutyFactory,
    EscalationFactory,
    FamilyFactory,
    LeaveFactory,
    RequestedChildFactory,
    TeamFactory,
)
from tests.views.pages import text

pytestmark = pytest.mark.django_db
MORE = FIRST + 5
TODAY = reverse("my_work_list", args=[Part.TODAY])


WEDNESDAY = dt.datetime(2018, 4, 18, 9, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def midweek():
    """A day with days of its week before and after it."""
    with time_machine.travel(WEDNESDAY, tick=False):
        yield


@pytest.fixture
def chair(client):
    user = person("CHAIR")
    client.force_login(user)
    return user


def duties(number, owner, *, due=0, **fields):
    """So many duties, each of a child of its own."""
    day = add_days(today(), due)
    return [DutyFactory(child=ChildFactory(), due_date=day, owner=owner, **fields) for n in range(number)]


def rows(response):
    return response.content.count(b'role="rowheader"')


def test_a_long_list_shows_its_first_lines_and_says_how_many_there_are(client, chair):
    duties(MORE, chair)
    page = client.get(reverse("my_work"))
    assert rows(page) == FIRST
    assert f"Do today ({MORE})" in text(page)
    assert f"{FIRST} of {MORE}, the most pressing first. See all {MORE} to do today" in text(page)
    assert TODAY in page.content.decode()


def test_a_list_of_as_many_as_are_shown_is_whole(client, chair):
    duties(FIRST, chair)
    page = client.get(reverse("my_work"))
    assert rows(page) == FIRST and "most pressing" not in text(page) and "See all" not in text(page)


def test_the_heading_counts_what_is_late_though_it_is_not_shown(client, chair):
    duties(2, chair)
    duties(MORE, chair, due=-1)
    page = client.get(reverse("my_work"))
    assert f"Do today ({MORE + 2}, {MORE} late)" in text(page)
    assert rows(page) == FIRST and "Due today" not in text(page)


def test_each_list_is_cut_by_itself(client, chair):
    duties(MORE, chair, due=2)
    duties(MORE, chair, due=30)
    duties(3, chair)
    page = client.get(reverse("my_work"))
    assert rows(page) == 2 * FEW + 3
    for words in ("Do today (3)", f"This week ({MORE})", f"Later ({MORE})", "due this week", "due later"):
        assert words in text(page)


def test_only_the_children_who_are_shown_are_written_down(client, chair):
    known = duties(MORE, chair)
    client.get(reverse("my_work"))
    assert set(ReadLog.objects.values_list("child", flat=True)) == {d.child_id for d in known[:FIRST]}


def test_siblings_count_as_one_line_and_are_never_parted(client, chair):
    for family in FamilyFactory.create_batch(MORE):
        for child in ChildFactory.create_batch(2, family=family):
            DutyFactory(child=child, due_date=today(), owner=chair)
    page = client.get(reverse("my_work"))
    assert f"Do today ({MORE})" in text(page) and text(page).count("2 children") == FIRST
    assert ReadLog.objects.values("child").distinct().count() == 2 * FIRST


def test_what_one_may_not_see_is_not_counted(client, chair):
    duties(1, chair)
    DutyFactory(child=ChildFactory(restricted=True), due_date=today(), owner=chair)
    assert "Do today (1)" in text(client.get(reverse("my_work")))


def test_conferences_are_cut_too(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    first = dt.datetime.combine(add_days(today(), 2), dt.time(), tzinfo=dt.UTC)
    for hours in range(MORE):
        starts = first + dt.timedelta(hours=hours)
        asked = RequestedChildFactory()
        BookingFactory(request=asked.request, starts_at=starts, ends_at=starts + dt.timedelta(minutes=50))
    page, whole = (
        client.get(address) for address in (reverse("my_work"), reverse("my_work_list", args=["conferences"]))
    )
    assert f"{FEW} of {MORE}, the soonest first. See all {MORE} conferences" in text(page)
    assert (rows(page), rows(whole)) == (FEW, MORE)


# ----- The whole list ---------------------------------------------------------------------------------------


def test_the_pages_together_are_the_whole_in_its_order(client, chair):
    for days in (0, -3, -9):
        duties(A_PAGE // 2, chair, due=days)
    total = 3 * (A_PAGE // 2)
    pages = [client.get(f"{TODAY}?page={number}") for number in (1, 2)]
    assert [rows(page) for page in pages] == [A_PAGE, total - A_PAGE]
    late = total - A_PAGE // 2
    assert f"Do today ({total}, {late} late)" in text(pages[0]) and "Page 1 of 2." in text(pages[0])
    assert "9 working days late" not in text(pages[1]) and "Due today" in text(pages[1])


def test_all_of_it_can_be_had_on_one_page(client, chair):
    duties(A_PAGE + 1, chair)
    assert "Show all of it on one page" in text(client.get(TODAY))
    whole = client.get(f"{TODAY}?page=all")
    assert rows(whole) == A_PAGE + 1 and "Page 1" not in text(whole)


def test_only_the_children_of_the_page_are_written_down(client, chair):
    known = duties(A_PAGE + 3, chair)
    client.get(f"{TODAY}?page=2")
    assert set(ReadLog.objects.values_list("child", flat=True)) == {d.child_id for d in known[A_PAGE:]}


@pytest.mark.parametrize(("asked", "number"), [("0", 2), ("99", 2), ("x", 1), ("", 1)])
def test_a_page_that_is_none_leads_to_one_that_is(client, chair, asked, number):
    duties(A_PAGE + 1, chair)
    assert f"Page {number} of 2." in text(client.get(f"{TODAY}?page={asked}"))


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("today", "Nothing of yours is due today or late."),
        ("week", "Nothing else is due this week."),
        ("later", "Nothing is due later."),
        ("conferences", "No conference is in the diary for the next seven days."),
        ("waiting", "You are not waiting for anyone."),
        ("standing-in", "Nobody for whom you stand in has anything due."),
        ("done", "Nothing was done in the last five working days."),
    ],
)
@pytest.mark.parametrize("query", ["", "?page=all"])
def test_an_empty_list_says_so(client, chair, part, words, query):
    page = client.get(reverse("my_work_list", args=[part]) + query)
    assert words in text(page) and len(re.findall("<h1", page.content.decode())) == 1


def test_what_others_owe_stands_with_who_owes_it(client):
    chair = person("CHAIR")
    duties(1, chair, kind="HOLD_THINKING_TIME")
    client.force_login(person("STRATEGIC_LEAD"))
    assert chair.full_name in text(client.get(reverse("my_work_list", args=["waiting"])))


@pytest.mark.parametrize("part", ["waiting", "conferences", "done", "team", "not-signed"])
def test_whoever_may_not_read_requests_has_no_list_of_them(client, part):
    client.force_login(person("SYSTEM_ADMINISTRATOR"))
    assert client.get(reverse("my_work_list", args=[part])).status_code == 404


def test_a_list_that_is_none_is_not_found(client, chair):
    assert client.get(reverse("my_work_list", args=["everything"])).status_code == 404


@pytest.mark.parametrize("page", ["1", "all"])
def test_a_page_asks_as_often_for_many_as_for_few(client, chair, page):
    client.get(TODAY)
    asked = []
    for number in (1, A_PAGE):
        duties(number, chair, kind="HOLD_REVIEW", due=-number)
        with CaptureQueriesContext(connection) as captured:
            client.get(f"{TODAY}?page={page}")
        asked.append(len(captured))
    assert asked[0] == asked[1]


# ----- Whose ------------------------------------------------------------------------------------------------


def worker_and_manager():
    team = TeamFactory()
    return person("SOCIAL_WORKER", team=team), person("TEAM_MANAGER", team=team)


def core_group(worker, **fields):
    child = ChildFactory()
    AllocationFactory(child=child, team=worker.team, worker=worker)
    core = {"kind": "HOLD_FIRST_CORE_GROUP", "owner_role": "SOCIAL_WORKER", "due_date": today()}
    return DutyFactory(child=child, **core | fields)


def shown(client, user, part=""):
    """The page's text, without the names of what it can be narrowed to."""
    client.force_login(user)
    page = client.get(reverse("my_work_list", args=[part]) if part else reverse("my_work"))
    return unchosen(page)


def unchosen(page) -> str:
    return re.sub(
        r"\s+", " ", strip_tags(re.sub(r"<select.*?</select>", "", page.content.decode(), flags=re.S))
    )


def test_a_team_manager_sees_the_teams_work_apart_and_with_whose_it_is(client):
    worker, manager = worker_and_manager()
    core_group(worker, owner=worker)
    core_group(worker, owner=None)
    page = shown(client, manager)
    assert "Nothing of yours is due today" in page and "The team’s work (2)" in page
    assert worker.full_name in page and "Social worker" in page


@pytest.mark.parametrize("role", ["STRATEGIC_LEAD", "MANAGER"])
def test_a_lead_sees_what_is_not_booked_not_asked_for_and_not_signed(client, role):
    chair, worker = person("CHAIR"), person("SOCIAL_WORKER")
    duties(1, None, kind="HOLD_REVIEW", due=-1, owner_role="BUSINESS_SUPPORT")
    duties(1, chair, kind="HOLD_REVIEW", due=1)
    duties(1, worker, kind="REQUEST_REVIEW", due=-2)
    duties(1, worker, kind="REQUEST_REVIEW", due=2)
    days = (WEDNESDAY - dt.timedelta(days=1), WEDNESDAY)
    held, to_come = (BookingFactory(starts_at=at, ends_at=at + dt.timedelta(hours=2)) for at in days)
    duties(1, chair, kind="FINISH_RECORD", due=4, booking=held)
    duties(1, chair, kind="FINISH_RECORD", due=5, booking=to_come)
    page = shown(client, person(role))
    assert "Not asked for, not booked, or without a chair (2, 2 late)" in page
    assert "Held and not signed (1)" in page and worker.full_name in page
    assert page.count("Arrange the review conference") == page.count("Finish the record") == 1


@pytest.mark.parametrize("role", ["STRATEGIC_LEAD", "MANAGER"])
def test_what_was_passed_up_waits_on_the_list_until_it_is_acknowledged(client, role):
    (letters,) = duties(1, None, kind="SEND_LETTERS", due=1, owner_role="BUSINESS_SUPPORT")
    told = {"acknowledged_by": None, "acknowledged_at": None, "words": ""}
    passed = EscalationFactory(duty=letters, to_role=role, to_user=None, **told)
    overseer = person(role)
    assert "Send the decision letters" in shown(client, overseer)
    values = {"acknowledged_by": overseer, "acknowledged_at": WEDNESDAY, "words": "They go today."}
    type(passed).objects.filter(pk=passed.pk).update(**values)
    assert "Send the decision letters" not in shown(client, overseer)


def test_a_deputy_sees_the_work_of_who_is_away_under_its_own_heading(client):
    chair, deputy = person("CHAIR"), person("CHAIR")
    duties(2, chair)
    leave = LeaveFactory(person=chair, deputy=deputy, first_date=today(), last_date=today())
    assert "For people who are away (2)" in shown(client, deputy)
    Leave.objects.filter(pk=leave.pk).update(ended_at=WEDNESDAY, ended_by=chair)
    assert "For people who are away" not in shown(client, deputy)


def test_what_a_person_did_lately_is_theirs_whoever_it_was_due_from(client, chair):
    met = {"closed_because": "MET", "closed_at": WEDNESDAY - dt.timedelta(hours=20)}
    duties(1, None, met_by=chair, **met)
    duties(1, chair, met_by=person("CHAIR"), **met)
    duties(1, chair, **met | {"closed_at": WEDNESDAY - dt.timedelta(days=9)})
    assert "Done lately (1)" in shown(client, chair)


def test_what_is_put_off_comes_later_until_its_day(client, chair):
    duties(1, chair, put_off_until_date=add_days(today(), 1))
    duties(1, chair, put_off_until_date=today())
    page = shown(client, chair)
    assert "Do today (1)" in page and "Later (1)" in page and "Put off until 19 April 2018" in page
    assert "Later (1)" in shown(client, chair, "later") and "Do today (1)" in shown(client, chair, "today")


def test_next_week_begins_on_monday(client, chair):
    duties(1, chair, due=4)
    duties(1, chair, due=5)
    page = shown(client, chair)
    assert "This week (1)" in page and "Later (1)" in page


# ----- Narrowed ---------------------------------------------------------------------------------------------


def test_the_lists_are_narrowed_and_stay_so_until_they_are_cleared(client, chair):
    duties(3, chair, kind="HOLD_REVIEW")
    duties(2, chair)
    page = text(client.get(reverse("my_work"), {"what": "FINISH_RECORD"}))
    assert "Do today (2)" in page and "The lists are narrowed" in page
    assert "Do today (2)" in text(client.get(reverse("my_work")))
    assert "Do today (2)" in text(client.get(TODAY)) and "The list is narrowed" in text(client.get(TODAY))
    assert "Do today (5)" in text(client.get(reverse("my_work"), {"clear": "1"}))
    assert "Do today (5)" in text(client.get(TODAY))


def test_only_what_is_late_and_only_ones_person_can_be_asked_for(client):
    worker, manager = worker_and_manager()
    other = person("SOCIAL_WORKER", team=worker.team)
    core_group(worker, owner=worker, due_date=add_days(today(), -2))
    core_group(worker, owner=other)
    client.force_login(manager)
    assert "The team’s work (1, 1 late)" in text(client.get(reverse("my_work"), {"late": "on"}))
    page = text(client.get(reverse("my_work"), {"whose": str(other.ref)}))
    assert "The team’s work (1)" in page


@pytest.mark.parametrize("wrong", [{"what": "NOTHING"}, {"whose": "x"}, {"whose": str(uuid.UUID(int=1))}])
def test_what_is_no_choice_narrows_nothing(client, chair, wrong):
    duties(2, chair)
    page = text(client.get(reverse("my_work"), wrong))
    assert "Do today (2)" in page and "There is a problem" not in page
