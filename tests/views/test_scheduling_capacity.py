"""The pages of the year ahead: by month, what breaks first and why, and the reviews behind a week."""

import pytest
from django.urls import reverse

from safeguarding.clock import today
from safeguarding.wording import uk_day
from safeguarding.workingdays import add_days, monday
from tests.cast import person
from tests.factories import ChildFactory, PlanFactory, RoomFactory
from tests.views.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client):
    client.force_login(person("MANAGER"))
    return client


def test_without_chairs_or_rooms_it_says_what_is_missing(reader):
    assert "No chair has an account yet" in text(reader.get(reverse("capacity")))
    person("CHAIR")
    assert "No room has been entered yet" in text(reader.get(reverse("capacity")))


def test_a_year_is_shown_by_month_and_a_week_opens_to_its_reviews(reader):
    person("CHAIR")
    RoomFactory()
    plan = PlanFactory(start_date=add_days(today(), -30))
    page = reader.get(reverse("capacity"))
    assert "every week of the year ahead holds what is due in it" in text(page)
    assert "No initial conference of the past year is known" in text(page)
    href = next(
        line.split('href="')[1].split('"')[0]
        for line in page.content.decode().splitlines()
        if "capacity/due?week=" in line
    )
    assert plan.child.display_name in text(reader.get(href))


def test_the_first_week_that_breaks_is_named_with_what_it_lacks(reader):
    person("CHAIR")
    RoomFactory()
    for _ in range(40):
        PlanFactory(start_date=add_days(today(), -300))
    page = text(reader.get(reverse("capacity")))
    assert f"The week of {uk_day(monday(today()))}" in page and "is the first that breaks" in page
    assert "too many" in page


def test_a_week_without_reviews_says_so_and_none_is_named_that_is_not_in_sight(reader):
    hidden = PlanFactory(start_date=add_days(today(), -300), child=ChildFactory(restricted=True))
    page = text(reader.get(reverse("capacity_due"), {"week": "nonsense"}))
    assert "No review of a child whom you can see is due in this week" in page
    assert hidden.child.display_name not in page


def test_who_does_not_read_the_diary_reads_neither(client):
    client.force_login(person("SOCIAL_WORKER"))
    for name in ("capacity", "capacity_due"):
        assert client.get(reverse(name)).status_code == 403
