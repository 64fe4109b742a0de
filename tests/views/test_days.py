"""The page of days that moved: what was told, why it moved, and the button that says it was told anew."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.models import DayTold, Duty
from tests.cast import person
from tests.factories import BookingFactory, ChildFactory, DutyFactory, EnquiryFactory, PlanFactory
from tests.holidays import new_holiday
from tests.operations.asking import child_with_earlier_plan, initial, make
from tests.views.pages import text

__all__ = ["new_holiday"]
pytestmark = pytest.mark.django_db
PAGE = reverse("days_moved")
MOVED = dt.date(2018, 5, 1)


@pytest.fixture
def support(client):
    user = person("BUSINESS_SUPPORT")
    client.force_login(user)
    return user


def sent(page):
    """What the first button of the page sends."""
    return dict(page.context["cards"][0].fields)


def test_an_added_bank_holiday_is_listed_with_its_name_and_gone_once_told(client, support, new_holiday):
    make(initial(ChildFactory(given_names="Amber", family_name="Testcase")))
    assert "Every day is as it was told." in text(client.get(PAGE))
    new_holiday("2018-04-20", "An invented day")

    page = client.get(PAGE)
    for words in ("Amber Testcase", "Tuesday 1 May 2018", "By Monday 30 April 2018, on 11 April 2018 by"):
        assert words in text(page)
    assert "New bank holiday: Friday 20 April 2018 (An invented day)." in text(page)
    assert "Every day is as it was told." in text(client.post(PAGE, sent(page), follow=True))
    assert DayTold.objects.unscoped("test").last().told_by == support


def test_the_request_and_its_meeting_tell_the_difference_with_its_cause(client, support, new_holiday):
    request = make(initial(ChildFactory()))
    at = dt.datetime(2018, 4, 24, 9, tzinfo=dt.UTC)
    booking = BookingFactory(request=request, starts_at=at, ends_at=at + dt.timedelta(hours=2))
    request.state = "BOOKED"
    request.save()
    new_holiday("2018-04-20", "An invented day")

    for address in (reverse("request", args=[request.ref]), reverse("booking", args=[booking.ref])):
        told = text(client.get(address))
        assert "Tuesday 1 May 2018" in told and "An invented day" in told and "no longer lies" not in told


def test_the_child_s_record_and_the_page_of_the_duty_tell_the_difference(client, support, new_holiday):
    asked = make(initial(ChildFactory())).children.get()
    record, words = reverse("child", args=[asked.child.ref]), "It was told as Monday 30 April 2018."
    assert words not in text(client.get(record))
    new_holiday("2018-04-20", "An invented day")
    facts = {"kind": "HOLD_CONFERENCE", "booking": None, "enquiry": asked.enquiry, "due_date": MOVED}
    duty = DutyFactory(child=asked.child, **facts, owner=None, owner_role=support.role)

    assert words in text(client.get(record)) and "An invented day" in text(client.get(record))
    told = text(client.get(reverse("duty", args=[duty.ref])))
    assert "By Monday 30 April 2018, on 11 April 2018 by" in told and "An invented day" in told
    Duty.objects.unscoped("test").update(closed_at=asked.history_checked_at, closed_because="GONE")
    assert "An invented day" not in text(client.get(reverse("duty", args=[duty.ref])))


def test_a_meeting_outside_its_limit_says_so_on_its_page_the_request_the_list_and_the_diary(client, support):
    request = make(initial(ChildFactory()))
    at = dt.datetime(2018, 4, 27, 9, tzinfo=dt.UTC)
    booking = BookingFactory(request=request, starts_at=at, ends_at=at + dt.timedelta(hours=2))
    request.state = "BOOKED"
    request.save()
    asked = request.children.get()
    asked.enquiry = EnquiryFactory(child=asked.child, started_date=dt.date(2018, 4, 3))
    asked.save()

    where = [reverse("request", args=[request.ref]), reverse("booking", args=[booking.ref]), PAGE]
    for address in where:
        assert "This meeting no longer lies inside its limit" in text(client.get(address))
    assert "Outside its limit" in text(client.get(reverse("diary") + "?week=2018-04-23"))


def test_a_consultation_is_told_from_the_same_page(client, support, new_holiday):
    make(initial(child_with_earlier_plan(PlanFactory)))
    new_holiday("2018-04-13", "An invented day")
    page = client.get(PAGE)
    assert "A decision on the consultation" in text(page)

    assert "It is kept that they were told." in text(client.post(PAGE, sent(page), follow=True))


def test_a_day_that_moved_again_is_said_and_shown_as_it_is_now(client, support, new_holiday):
    make(initial(ChildFactory()))
    new_holiday("2018-04-20", "An invented day")
    fields = sent(client.get(PAGE))
    new_holiday("2018-04-27", "Another day")

    page = client.post(PAGE, fields)
    assert page.status_code == 409
    assert "The day has moved again: it is Wednesday 2 May 2018 now." in text(page)


def test_the_list_asks_a_fixed_number_of_times(client, support, new_holiday, django_assert_max_num_queries):
    for _ in range(4):
        make(initial(ChildFactory()))
    new_holiday("2018-04-20", "An invented day")
    with django_assert_max_num_queries(14):
        client.get(PAGE)


@pytest.mark.parametrize("role", ["SOCIAL_WORKER", "MANAGER", "STRATEGIC_LEAD"])
def test_those_who_tell_nobody_do_not_read_it_and_see_no_link(client, role):
    client.force_login(person(role))
    assert client.get(PAGE).status_code == 403
    assert PAGE not in client.get(reverse("requests")).content.decode()


def test_who_tells_is_led_to_it_from_the_requests(client, support):
    assert PAGE in client.get(reverse("requests")).content.decode()
