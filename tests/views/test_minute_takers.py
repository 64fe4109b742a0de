"""The pages on which somebody is chosen to take minutes, and on which they type."""

import pytest
from django.urls import reverse

from conferences.models import Booking
from tests.factories import UserFactory
from tests.scheduling import NOW, booked
from tests.views.meetings import AFTER, meeting
from tests.views.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def bruno(client):
    user = UserFactory(role="BUSINESS_SUPPORT", full_name="Bruno Minuteman")
    client.force_login(user)
    return user


def now_is(monkeypatch, at):
    for module in ("scheduling", "recording", "recording_parts"):
        monkeypatch.setattr(f"conferences.views.{module}.now", lambda: at)
    for module in ("scheduling", "recording"):
        monkeypatch.setattr(f"conferences.views.{module}.today", lambda: at.date())


def test_somebody_is_chosen_and_shown_on_the_meeting_and_in_the_diary(client, bruno, monkeypatch):
    now_is(monkeypatch, NOW)
    one = booked()
    page = reverse("booking_minutes", args=[one.ref])
    assert f'href="{page}"' in client.get(reverse("booking", args=[one.ref])).content.decode()
    client.post(page, {"minute_taker": bruno.pk, "seen": ""})
    assert Booking.every.get(pk=one.pk).minute_taker == bruno
    assert "Bruno Minuteman" in text(client.get(reverse("booking", args=[one.ref])))
    week = client.get(reverse("diary"), {"week": one.starts_at.date().isoformat()})
    assert "minutes: Bruno Minuteman" in text(week)
    client.post(page, {"minute_taker": "", "seen": bruno.pk})
    assert "Nobody is chosen" in text(client.get(reverse("booking", args=[one.ref])))


def test_a_role_that_takes_no_minutes_is_not_offered_and_not_taken(client, bruno, monkeypatch):
    now_is(monkeypatch, NOW)
    one, lead = booked(), UserFactory(role="STRATEGIC_LEAD", full_name="Leonie Lead")
    page = reverse("booking_minutes", args=[one.ref])
    assert "Leonie Lead" not in text(client.get(page))
    answer = client.post(page, {"minute_taker": lead.pk, "seen": ""})
    assert "There is a problem" in text(answer) and Booking.every.get(pk=one.pk).minute_taker is None


@pytest.fixture
def typed(bruno, monkeypatch):
    now_is(monkeypatch, AFTER)
    return meeting(UserFactory(role="CHAIR", full_name="Clara Chairwell"), minute_taker=bruno)


def test_they_see_the_list_of_tasks_and_no_way_to_sign(client, typed):
    booking, _, _ = typed
    page = client.get(reverse("record", args=[booking.ref]))
    assert "What to record" in text(page) and "for Clara Chairwell, the chair" in text(page)
    assert reverse("record_check", args=[booking.ref]) not in page.content.decode()
    assert client.get(reverse("record_check", args=[booking.ref])).status_code == 403


def test_they_type_a_child_s_part_without_the_decision(client, typed):
    booking, amy, _ = typed
    page = reverse("record_child", args=[booking.ref, amy.requested_child.child.ref])
    shown = client.get(page)
    assert "What the chair has decided" in text(shown)
    assert not {"outcome", "reasons", "category"} & set(shown.context["form"].fields)
    form = shown.context["form"]
    sent = {
        "version": form.initial["version"],
        "seen": form.initial["seen"],
        "voice": "I like Nan’s",
        "working_well": "",
        "worried_about": "",
        "outcome": "NO_PLAN",
        "reasons": "Typed in by hand",
        "rows-TOTAL_FORMS": "0",
        "rows-INITIAL_FORMS": "0",
    }
    assert client.post(page, sent).status_code == 302
    amy.refresh_from_db()
    assert (amy.voice, amy.outcome, amy.reasons) == ("I like Nan’s", "", "")


def test_attendance_asks_them_nothing_about_the_quorum(client, typed):
    booking, _, _ = typed
    shown = client.get(reverse("record_attendance", args=[booking.ref]))
    assert "inquorate_reason" not in shown.context["form"].fields
