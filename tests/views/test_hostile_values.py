"""Values that no page offers: each is refused in a sentence or asks for nothing, and none is an error."""

import pytest
from django.urls import reverse

from tests.cast import person
from tests.exchange.census import ORDINARY, census, taken
from tests.scheduling import NOW, booked
from tests.views.pages import text

pytestmark = pytest.mark.django_db
# Ten numbers, as a pupil's or a patient's number is pasted into the box of a day.
PASTED = "9434765919"


def test_a_number_in_the_box_of_a_day_is_no_real_date(client):
    client.force_login(person("MANAGER"))
    typed = {"typed": "Fablethorpe", "born_day": PASTED, "born_month": "1", "born_year": "2015"}
    assert "must be a real date" in text(client.post(reverse("find_child"), typed))
    period = {"from_day": PASTED, "from_month": "4", "from_year": "2023"}
    period |= {"to_day": "31", "to_month": "3", "to_year": "2024"}
    assert "must be a real date" in text(client.get(reverse("measures"), period))


@pytest.mark.parametrize("name", ["import_report", "import_csv", "import_changes", "import_missing"])
def test_a_rule_that_is_no_text_asks_for_nothing(client, name):
    file = taken(census(ORDINARY))
    client.force_login(person("MANAGER"))
    answer = client.get(reverse(name, args=[file.ref]), {"rule": "\x00", "kind": "\x00", "show": "\x00"})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "start", ["9999-12-31T23:59", "9999-12-31T10:00", "0001-01-01T00:00", "2018-11-31T10:00"]
)
def test_a_slot_at_the_end_of_time_is_no_slot(client, monkeypatch, start):
    monkeypatch.setattr("conferences.views.scheduling.today", lambda: NOW.date())
    monkeypatch.setattr("conferences.views.scheduling.now", lambda: NOW)
    meeting = booked()
    client.force_login(person("BUSINESS_SUPPORT"))
    key = f"{start}/120/{meeting.room_id}/{meeting.chair_id}"
    sent = {"slot": key, "reason": "CHAIR", "step": "check"}
    answer = client.post(reverse("booking_move", args=[meeting.ref]), sent)
    assert answer.status_code == 200 and "There is a problem" in text(answer)
