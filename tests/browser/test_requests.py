"""Asking, checking and consulting in a browser: by two people, wide and narrow, and without scripts."""

import pytest
from playwright.sync_api import expect

from conferences.models import Consultation
from safeguarding.clock import now, today
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import (
    ChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    PlanFactory,
    TeamFactory,
)
from tests.views.asking import family, planned_before

pytestmark = pytest.mark.django_db(transaction=True)


def typed_date(group, day):
    for part, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        group.get_by_label(part, exact=True).fill(str(number))


@pytest.fixture
def look(page, size, axe, no_overflow, screenshot):
    """look("name"): a picture, nothing for axe to find, nothing wider than the screen."""

    # Two people's whole story beside other work on two cores.
    page.set_default_timeout(60_000)

    def at(name):
        screenshot(f"{name}-{size}")
        axe(page)
        no_overflow(page)

    return at


def record_enquiry(page, child, look):
    page.goto(f"/families/{child.family.ref}")
    page.get_by_role("link", name="Record an enquiry").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Save and request a conference").click()
    expect(page.get_by_role("link", name="Select at least one child")).to_be_visible()
    look("enquiry-mistakes")
    page.get_by_label("Jade Fablethorpe").check()
    typed_date(page.get_by_role("group", name="When was the strategy discussion"), add_days(today(), -3))
    page.get_by_label("Who took part, and what was decided?").fill("Social care, police, health and school.")
    with page.expect_navigation():
        page.get_by_role("button", name="Save and request a conference").click()


def request_conference(page, look):
    expect(page.get_by_text("1 enquiry recorded.")).to_be_visible()
    page.get_by_label("Jade Fablethorpe").check()
    expect(page.get_by_text("15 working days from").first).to_be_visible()
    look("request-form")
    with page.expect_navigation():
        page.get_by_role("button", name="Check your answers").click()
    page.get_by_role("link", name="Enter why a conference is needed").click()
    expect(page.get_by_label("Why is a conference needed?")).to_be_focused()
    look("request-mistakes")
    page.get_by_label("Why is a conference needed?").fill("Police were called twice.")
    with page.expect_navigation():
        page.get_by_role("button", name="Check your answers").click()
    look("request-check")
    with page.expect_navigation():
        page.get_by_role("button", name="Request the conference").click()
    expect(page.get_by_text("1 earlier plan found")).to_be_visible()
    look("request-page")


def give_account(page, look):
    page.get_by_role("link", name="Re-plan consultation").click()
    page.get_by_label("Why now?").fill("Police were called twice, and the children were in the house.")
    page.get_by_label("What is different from the last time?").fill(
        "He has moved back in since the last plan ended."
    )
    page.get_by_label("What does Jade Fablethorpe say?").fill("I want it to be quiet at night.")
    look("consultation-account")
    with page.expect_navigation():
        page.get_by_role("button", name="Send to the Strategic Lead").click()
    expect(page.get_by_text("The account is with the Strategic Lead.")).to_be_visible()


def note_first_view(page, look):
    with page.expect_navigation():
        page.get_by_role("button", name="Note my first view").click()
    page.get_by_role("link", name="Select which way you lean").click()
    look("consultation-first-view")
    page.get_by_label("Agree that a conference is held").check()
    page.get_by_label("Why, in a sentence or two?").fill("The old harm, within a year.")
    with page.expect_navigation():
        page.get_by_role("button", name="Note my first view").click()
    expect(page.get_by_text("No earlier decision is near to this one")).to_be_visible()
    look("consultation-nearest-none")


def decide(page, look):
    page.goto("/consultations/")
    look("consultations")
    page.get_by_role("link", name="Jade Fablethorpe").click()
    note_first_view(page, look)
    page.get_by_label("Another way, with support and a review date").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Check and confirm").click()
    page.get_by_role("link", name="Select which other way").click()
    look("consultation-mistakes")
    page.get_by_label("Agree that a conference is held").check()
    page.get_by_label("Reasons", exact=True).fill("The same harm has come back within a year.")
    with page.expect_navigation():
        page.get_by_role("button", name="Check and confirm").click()
    look("consultation-check")
    with page.expect_navigation():
        page.get_by_role("button", name="Confirm your decision").click()
    expect(page.get_by_text("Your decision is on the record.")).to_be_visible()
    look("consultation-decided")


def test_asked_by_one_and_decided_by_another(strict_page, sign_in, look):
    team = TeamFactory()
    sister, brother = family(team)
    planned_before(sister)
    PlanFactory(child=brother, start_date=add_days(today(), -20))
    sign_in(person("SOCIAL_WORKER", team=team))
    record_enquiry(strict_page, sister, look)
    request_conference(strict_page, look)
    strict_page.goto("/requests/")
    look("requests")
    strict_page.get_by_role("link", name=", 1 child").click()
    give_account(strict_page, look)
    sign_in(person("STRATEGIC_LEAD"))
    decide(strict_page, look)


@pytest.mark.parametrize("scripts", [False])
def test_it_is_asked_without_scripts(page, sign_in, scripts):
    team = TeamFactory()
    sister, _ = family(team)
    sign_in(person("TEAM_MANAGER", team=team))
    page.set_default_timeout(60_000)
    page.goto(f"/families/{sister.family.ref}/enquiry")
    page.get_by_role("button", name="Add another further discussion").click()
    expect(page.get_by_text("Further discussion 2 of 2")).to_be_visible()
    page.get_by_label("Jade Fablethorpe").check()
    typed_date(page.get_by_role("group", name="When was the strategy discussion"), add_days(today(), -3))
    with page.expect_navigation():
        page.get_by_role("button", name="Save and request a conference").click()
    page.get_by_label("Jade Fablethorpe").check()
    page.get_by_label("Why is a conference needed?").fill("An invented worry.")
    with page.expect_navigation():
        page.get_by_role("button", name="Check your answers").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Change").click()
    expect(page.get_by_label("Why is a conference needed?")).to_have_value("An invented worry.")
    with page.expect_navigation():
        page.get_by_role("button", name="Check your answers").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Request the conference").click()
    expect(page.get_by_text("The conference is requested.")).to_be_visible()
    expect(page.get_by_text("No earlier plans found")).to_be_visible()


def test_a_list_without_requests_says_what_comes(strict_page, sign_in, look):
    ChildFactory()
    sign_in(person("CHAIR"))
    strict_page.goto("/requests/")
    look("requests-empty")


def undecided_consultation():
    """Of a child whose name takes more than a line of a narrow screen, where a legend tells it unseen."""
    words = {"why_now": "Police were called.", "what_is_different": "He has moved back in."}
    words["requested_child__child__family_name"] = "Testington Fablethorpe Samplewood"
    return ConsultationFactory(state="ASKED", asked_by=person("SOCIAL_WORKER"), asked_at=now(), **words)


def write_answer(page, consultation):
    page.goto(f"/consultations/{consultation.within.ref}?decide")
    page.get_by_label("Agree that a conference is held").check()
    page.get_by_label("Reasons", exact=True).fill("The same harm has come back.\nWithin a year.")


def test_an_answer_that_came_second_is_shown_to_be_copied(page, sign_in, look):
    consultation = undecided_consultation()
    sign_in(person("STRATEGIC_LEAD"))
    write_answer(page, consultation)
    ConsultationAnswerFactory(consultation=consultation)
    with page.expect_navigation():
        page.get_by_role("button", name="Check and confirm").click()
    expect(page.get_by_text("a decision was changed since you opened it").first).to_be_visible()
    expect(page.get_by_label("Reasons", exact=True)).to_have_value(
        "The same harm has come back.\nWithin a year."
    )
    look("consultation-second")


def test_an_answer_to_one_s_own_is_shown_to_be_copied(page, sign_in, look):
    consultation, lead = undecided_consultation(), person("STRATEGIC_LEAD")
    sign_in(lead)
    write_answer(page, consultation)
    Consultation.objects.filter(pk=consultation.pk).update(asked_by=lead)
    with page.expect_navigation():
        page.get_by_role("button", name="Check and confirm").click()
    expect(page.get_by_text("so you cannot decide it")).to_be_visible()
    expect(page.get_by_text("The same harm has come back.")).to_be_visible()
    look("consultation-own")
