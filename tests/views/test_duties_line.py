"""The line of each deadline on pages: whose it is finds it on My work, and the page where it is done."""

import re

import pytest
from django.urls import resolve, reverse

from conferences.models import Duty
from conferences.operations.duties import scan
from conferences.rules.deadlines import DEADLINES
from conferences.rules.deadlines_row import Code
from safeguarding.bankholidays import england
from tests.operations.duties_stories import DAY, STORIES, Unit, at_night

# Where something is done that is due.
ACTS = (
    *("request", "request_new", "core_group_new", "follow_up_new"),
    *("consultation", "thinking_time", "letters", "record", "life_event_new", "plan_ending_new"),
    *("second_opinion", "invited", "record_copies", "reports_chased", "booking_quorum", "preparation"),
    "closing_letters",
)
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("row", DEADLINES, ids=lambda row: row.code)
def test_whose_it_is_is_led_from_my_work_to_the_page_with_its_button(client, row):
    unit, on = Unit(), DAY
    STORIES[row.code](unit)
    while not (duty := Duty.objects.unscoped("test").filter(kind=row.code).first()):
        on = england().add(on, 20).due
        scan(on=on, at=at_night(on))
    holder = duty.owner or unit.people[duty.owner_role]
    client.force_login(holder)
    page, address = client.get(reverse("my_work")).content.decode(), reverse("duty", args=[duty.ref])
    assert f'href="{address}"' in page and row.words_for(duty.owner_role) in page
    hrefs = links_of(client.get(address))
    assert row.code != Code.END_PLAN or reverse("child_changes", args=[duty.child.ref]) in hrefs
    if row.code == Code.END_PLAN:  # One step further: which act ends it turns on what happened.
        hrefs = links_of(client.get(reverse("child_changes", args=[duty.child.ref])))
    opened = [client.get(href, follow=True) for href in hrefs if resolve(href).url_name in ACTS]
    assert any(one.status_code == 200 and 'govuk-button"' in one.content.decode() for one in opened)


def links_of(response) -> list[str]:
    hrefs = re.findall(r'href="(/[^"?]*)"', response.content.decode())
    return [href for href in hrefs if not href.startswith("/static")]
