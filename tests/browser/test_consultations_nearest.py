"""The nearest earlier decisions beside the form, looked at on a screen and on a phone."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from safeguarding.clock import now, today
from safeguarding.workingdays import add_months
from tests.browser.test_requests import look
from tests.cast import person
from tests.factories import (
    ChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    PlanFactory,
    RequestedChildFactory,
)

__all__ = ["look"]
pytestmark = pytest.mark.django_db(transaction=True)


def waiting(months, name, **of):
    """A consultation on a child whose last plan ended so many months ago."""
    child = ChildFactory(given_names=name, birth_date=add_months(today(), -70), **of)
    end = add_months(today(), -months)
    days = {"start_date": add_months(end, -9), "end_date": end}
    PlanFactory(child=child, end_reason="RISK_REDUCED", step_down="CIN_PLAN", **days)
    asked = RequestedChildFactory(child=child, request__family=child.family)
    return ConsultationFactory(requested_child=asked, state="ASKED", raised_at=now())


def test_the_nearest_are_shown_after_a_first_view(strict_page, sign_in, look):
    for months, name in ((8, "Robin"), (9, "Wren"), (15, "Rowan")):
        decided = {"consultation": waiting(months, name), "answered_at": now() - dt.timedelta(days=90)}
        ConsultationAnswerFactory(**decided)
    one = waiting(7, "Jade")
    sign_in(person("STRATEGIC_LEAD"))
    strict_page.goto(f"/consultations/{one.within.ref}")
    strict_page.get_by_label("Agree that a conference is held").check()
    strict_page.get_by_label("Why, in a sentence or two?").fill("The old harm, within a year.")
    with strict_page.expect_navigation():
        strict_page.get_by_role("button", name="Note my first view").click()
    expect(strict_page.get_by_role("heading", name="The nearest earlier decisions")).to_be_visible()
    expect(strict_page.get_by_role("link", name="Robin")).to_be_visible()
    look("consultation-nearest")
