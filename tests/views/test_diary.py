"""The week's diary and the secret address of one's own: numbers and times, no names of children."""

import re
from datetime import date, time

import pytest
from django.urls import reverse

from conferences.models import DiaryFeed
from conferences.operations.scheduling import cancel
from conferences.rules.workflow import CancelReason
from tests.cast import person
from tests.factories import RoomFactory
from tests.scheduling import NOW, booked, open_request
from tests.views.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def november_2018(monkeypatch):
    monkeypatch.setattr("conferences.views.diary.today", lambda: date(2018, 11, 28))
    monkeypatch.setattr("conferences.views.diary.now", lambda: NOW)


@pytest.fixture
def support(client):
    user = person("BUSINESS_SUPPORT")
    client.force_login(user)
    return user


def cells(response, head):
    """The words of each day of one row of the week."""
    rows = re.findall(r"<tr.*?</tr>", response.content.decode(), re.S)
    row = next(row for row in rows if f">{head}<" in row)
    return [
        re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", cell)).strip()
        for cell in re.findall(r"<td.*?</td>", row, re.S)
    ]


def test_a_week_of_rooms_shows_each_meeting_by_its_number_on_its_day(client, support):
    booking = booked(room=RoomFactory(name="Willow room"))
    page = client.get(reverse("diary"))
    assert "Conferences, 26 to 30 November 2018" in text(page)
    days = cells(page, "Willow room")
    assert days[0] == f"10am to midday Meeting {booking.pk} {booking.chair.full_name}"
    assert days[1:] == ["Free"] * 4


def test_a_week_of_chairs_shows_the_room_instead(client, support):
    booking = booked(chair=person("CHAIR"), day=date(2018, 11, 30))
    page = client.get(reverse("diary_chairs"))
    assert cells(page, booking.chair.full_name)[4].endswith(f"Meeting {booking.pk} {booking.room.name}")


def test_no_name_of_a_child_or_family_stands_in_it(client, support):
    child = booked().request.children.get().child
    for name in ("diary", "diary_chairs"):
        page = text(client.get(reverse(name)))
        found = (child.given_names, child.family_name, child.la_child_id, child.family.name)
        assert [word for word in found if word in page] == []


def test_who_chairs_is_left_out_on_paper(client, support):
    booking = booked()
    page = client.get(reverse("diary")).content.decode()
    assert f'<span class="app-note app-no-print">{booking.chair.full_name}</span>' in page


def test_a_meeting_out_of_sight_only_takes_up_its_time(client, support):
    asked = open_request(child__restricted=True)
    chair = person("CHAIR")
    asked.children.get().child.grants.create(
        user=chair,
        reason="Chairs it",
        granted_by=person("STRATEGIC_LEAD"),
        granted_at=NOW,
        until_at="2099-01-01T00:00Z",
    )
    booking = booked(asked, chair, chair=chair, room=RoomFactory(name="Willow room"))
    page = client.get(reverse("diary"))
    assert cells(page, "Willow room")[0] == "10am to midday Taken"
    assert f"Meeting {booking.pk}" not in text(page) and str(booking.ref) not in page.content.decode()


def test_a_cancelled_meeting_leaves_the_diary(client, support):
    booking = booked()
    cancel(booking=booking, reason=CancelReason.OTHER, by=support, at=NOW)
    assert f"Meeting {booking.pk}" not in text(client.get(reverse("diary")))


def test_a_bank_holiday_is_marked(client, support):
    RoomFactory(name="Willow room")
    page = client.get(reverse("diary") + "?week=2018-12-26")
    assert cells(page, "Willow room")[1:3] == ["Bank holiday", "Bank holiday"]


@pytest.mark.parametrize(
    ("week", "title"),
    [
        ("2018-12-05", "Conferences, 3 to 7 December 2018"),
        ("2018-12-31", "Conferences, 31 December 2018 to 4 January 2019"),
        ("2018-10-29", "Conferences, 29 October to 2 November 2018"),
        ("rubbish", "Conferences, 26 to 30 November 2018"),
        ("9999-12-31", "Conferences, 26 to 30 November 2018"),
        ("0001-01-01", "Conferences, 26 to 30 November 2018"),
        ("2031-06-02", "Conferences, 26 to 30 November 2018"),
    ],
)
def test_any_week_can_be_asked_for_and_one_that_is_none_is_this_week(client, support, week, title):
    assert title in text(client.get(reverse("diary"), {"week": week}))


def test_the_weeks_beside_are_linked_and_this_week_from_another(client, support):
    here = client.get(reverse("diary")).content.decode()
    assert "?week=2018-11-19" in here and "?week=2018-12-03" in here and "This week" not in here
    assert "This week" in text(client.get(reverse("diary") + "?week=2018-12-03"))


def test_without_rooms_the_page_says_so(client, support):
    assert "No room has been entered yet." in text(client.get(reverse("diary")))


def test_the_diary_asks_a_fixed_number_of_times(client, support, django_assert_max_num_queries):
    for at in range(5):
        booked(start=time(9 + at))
    with django_assert_max_num_queries(12):
        client.get(reverse("diary"))


@pytest.mark.parametrize("role", ["SOCIAL_WORKER", "TEAM_MANAGER", "REVIEWER", "SYSTEM_ADMINISTRATOR"])
def test_roles_without_the_right_do_not_read_it(client, role):
    client.force_login(person(role))
    assert client.get(reverse("diary")).status_code == 403


# ----- The secret address -----


@pytest.fixture
def chair(client):
    user = person("CHAIR")
    client.force_login(user)
    return user


def made(client):
    """The address that the page shows once."""
    page = client.post(reverse("own_diary_feed_make"), follow=True).content.decode()
    return re.search(r"http://testserver(/diary/feeds/[\w-]+)", page)[1]


def test_an_address_is_shown_once_and_gives_one_s_own_meetings_to_whoever_has_it(client, chair):
    own, other = booked(chair=chair), booked()
    address = made(client)
    assert address not in client.get(reverse("own_diary_feed")).content.decode()
    client.logout()
    feed = client.get(address)
    assert feed["Content-Type"].startswith("text/calendar")
    assert f"SUMMARY:Meeting {own.pk}\r\n" in feed.content.decode()
    assert f"Meeting {other.pk}\r\n" not in feed.content.decode()


def test_a_cancelled_meeting_stays_in_the_feed_as_cancelled_in_a_later_version(client, chair):
    own = booked(chair=chair)
    address = made(client)
    before = client.get(address).content.decode()
    assert "STATUS:CONFIRMED" in before and "SEQUENCE:0" in before
    cancel(booking=own, reason=CancelReason.OTHER, by=person("BUSINESS_SUPPORT"), at=NOW)
    after = client.get(address).content.decode()
    assert "STATUS:CANCELLED" in after and "SEQUENCE:1" in after and "METHOD:PUBLISH" in after
    assert f"SUMMARY:Meeting {own.pk}\r\n" in after


def test_only_the_hash_of_a_secret_is_kept(client, chair):
    secret = made(client).rsplit("/", 1)[1]
    kept = DiaryFeed.objects.get().secret
    assert kept != secret and len(kept) == 64


def test_a_new_address_ends_the_old_one_and_an_ended_one_is_not_there(client, chair):
    first, second = made(client), made(client)
    assert (client.get(first).status_code, client.get(second).status_code) == (404, 200)
    shown = client.post(reverse("own_diary_feed_end"), follow=True)
    assert "The address no longer works." in text(shown)
    assert client.get(second).status_code == 404


def test_every_wrong_secret_answers_alike(client, chair):
    address = made(client)
    client.post(reverse("own_diary_feed_end"))
    answers = {client.get(a).content for a in (address, "/diary/feeds/x", "/diary/feeds/%00")}
    assert len(answers) == 1


@pytest.mark.parametrize("change", [{"is_active": False}, {"role": "SOCIAL_WORKER"}])
def test_a_feed_ends_with_its_owner_s_right(client, chair, change):
    address = made(client)
    for name, value in change.items():
        setattr(chair, name, value)
    chair.save()
    assert client.get(address).status_code == 404


def test_a_feed_leaves_out_what_its_owner_may_no_longer_see(client, chair):
    booking = booked(chair=chair)
    address = made(client)
    child = booking.request.children.get().child
    child.is_restricted, child.restricted_reason = True, "A relative of staff"
    child.restricted_by, child.restricted_at = person("STRATEGIC_LEAD"), NOW
    child.save()
    assert b"VEVENT" not in client.get(address).content
