"""Long lists of My work: the first lines with the number of all, and the whole in pages; nothing unsaid."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conferences.queries.duties_lines import Part
from conferences.queries.duties_list import A_PAGE, FIRST
from safeguarding.clock import today
from safeguarding.models import ReadLog
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import BookingFactory, ChildFactory, DutyFactory, FamilyFactory, RequestedChildFactory
from tests.views.pages import text

pytestmark = pytest.mark.django_db
MORE = FIRST + 5
TODAY = reverse("my_work_list", args=[Part.TODAY])


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
    assert rows(page) == 2 * FIRST + 3
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
    assert f"{FIRST} of {MORE}, the soonest first. See all {MORE} conferences" in text(page)
    assert (rows(page), rows(whole)) == (FIRST, MORE)


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
        ("today", "Nothing is due today, and nothing is late."),
        ("week", "Nothing else is due in the next seven days."),
        ("later", "Nothing is due later."),
        ("conferences", "No conference is in the diary for the next seven days."),
        ("waiting", "You are not waiting for anyone."),
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


@pytest.mark.parametrize("part", ["waiting", "conferences"])
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
