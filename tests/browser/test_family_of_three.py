"""A family of three, two on a plan until seven months ago: everybody's part of one consultation."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse
from playwright.sync_api import expect

from conferences.models import Booking, Consultation, SecondOpinion, ThinkingTime, ThinkingWaiver
from conferences.operations.look_ups import look_up
from safeguarding.clock import now, today
from safeguarding.models import PolicySetting
from safeguarding.workingdays import add_days
from tests.browser.test_journey import think
from tests.browser.test_recording import attend
from tests.browser.test_requests import look, typed_date
from tests.cast import person
from tests.factories import AllocationFactory, ChildFactory, LeaveFactory, RoomFactory, TeamFactory
from tests.views.asking import family, planned_before

__all__ = ["look"]
pytestmark = pytest.mark.django_db(transaction=True)
BEGINS, NONE = "A child protection plan begins", "No child protection plan"
REASONS = "The same harm has come back for one of them within a year."
JADE, JASPER, JUNIPER = "Jade Fablethorpe", "Jasper Fablethorpe", "Juniper Fablethorpe"


def press(page, name):
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


def asks_for_a_conference(page, child, look):
    page.goto(f"/families/{child.family.ref}")
    page.get_by_role("link", name="Record an enquiry").click()
    for name in (JADE, JASPER, JUNIPER):
        page.get_by_label(name).check()
    typed_date(page.get_by_role("group", name="When was the strategy discussion"), add_days(today(), -3))
    page.get_by_label("Who took part, and what was decided?").fill("Social care, police, health and school.")
    press(page, "Save and request a conference")
    for name in (JADE, JASPER, JUNIPER):
        page.get_by_label(name).check()
    page.get_by_label("Why is a conference needed?").fill("Police were called twice.")
    press(page, "Check your answers")
    press(page, "Request the conference")
    expect(page.get_by_text("1 earlier plan found")).to_have_count(2)
    look("three-request")


def gives_account(page, within, look, words):
    page.goto(reverse("consultation", args=[within.ref]))
    page.get_by_label("Why now?").fill(words)
    page.get_by_label("What is different from the last time?").fill("He has moved back in.")
    look("three-account")
    press(page, "Send to the Strategic Lead")
    expect(page.get_by_text("The account is with the Strategic Lead.")).to_be_visible()


def asks_for_more(page, within, look):
    page.goto(reverse("consultation", args=[within.ref]) + "?decide")
    for name in (JADE, JASPER):
        group = page.get_by_role("group", name=f"Decision for {name}")
        group.get_by_label("More information by a day").check()
        group.get_by_label("What do you need to know?").fill("What the school saw since the summer.")
        typed_date(group.get_by_role("group", name="By when?"), add_days(today(), 3))
    page.get_by_label("Reasons", exact=True).fill("Nobody has asked the school yet.")
    press(page, "Check and confirm")
    press(page, "Confirm your decision")
    look("three-more")


def split(page, within, look):
    """Agreed for one, another way for the other, after a first view."""
    page.goto(reverse("consultation", args=[within.ref]))
    for name in (JADE, JASPER):
        leans = page.get_by_role("group", name=f"Which way do you lean for {name}?")
        leans.get_by_label("Agree that a conference is held").check()
    for box in page.get_by_label("Why, in a sentence or two?").all():
        box.fill("The old harm, within a year.")
    press(page, "Note my first view")
    page.get_by_role("group", name=f"Decision for {JADE}").get_by_label(
        "Agree that a conference is held"
    ).check()
    other = page.get_by_role("group", name=f"Decision for {JASPER}")
    other.get_by_label("Another way, with support and a review date").check()
    other.get_by_label("Named support, such as a child in need plan").check()
    other.get_by_label("What is the support?").fill("The invented family centre comes each week.")
    other.get_by_label("If somebody else, who?").fill("The invented family centre")
    typed_date(other.get_by_role("group", name="When is it reviewed?"), add_days(today(), 60))
    page.get_by_label("Reasons", exact=True).fill(REASONS)
    press(page, "Check and confirm")
    look("three-check")
    press(page, "Confirm your decision")
    look("three-split")


def second_opinion(page, look):
    """Blind, of one child; both are shown afterwards."""
    second = SecondOpinion.objects.unscoped("test").get()
    page.goto(reverse("consultation", args=[second.answer.consultation.within.ref]))
    expect(page.get_by_role("heading", name="Your opinion")).to_be_visible()
    expect(page.get_by_text(REASONS)).to_have_count(0)
    look("three-blind")
    page.get_by_label("Escalate").check()
    page.get_by_label("Why?").fill("Two plans, and the same man in the house.")
    page.get_by_label("No", exact=True).check()
    press(page, "Give your opinion")
    expect(page.get_by_text(REASONS).first).to_be_visible()
    look("three-both")


def books(page, look):
    page.get_by_role("button", name="Schedule the conference").click()
    expect(page.get_by_text(f"Another way was decided for {JASPER}.")).to_be_visible()
    look("three-booking")
    page.get_by_label("Something new was learned since").check()
    page.get_by_role("group", name="When and where?").get_by_role("radio").first.check()
    press(page, "Continue")
    look("three-booking-check")
    press(page, "Schedule this conference")
    return Booking.objects.unscoped("test").get()


def asks_for_a_waiver(page, session, look):
    page.goto(reverse("thinking_time", args=[session.ref]))
    look("three-thinking")
    page.get_by_role("link", name="Ask for a waiver").click()
    page.get_by_role("radio").first.check()
    page.get_by_label("What should whoever decides know?").fill(
        "The invented step-brother comes home this week."
    )
    press(page, "Ask for a waiver")
    return ThinkingWaiver.objects.unscoped("test").get()


def refuses(page, waiver, look):
    page.goto(reverse("thinking_waiver", args=[waiver.ref]))
    look("three-waiver")
    page.get_by_role("link", name="Refuse the waiver").click()
    page.get_by_label("Why?").fill("There are two days left, and the history is long.")
    press(page, "Refuse")
    expect(page.get_by_text("Thinking time stays required before this conference.")).to_be_visible()


def replaces(page, within, lead, look):
    """As the deputy of who is away, with the reason why."""
    page.goto(reverse("consultation", args=[within.ref]))
    page.get_by_text("Replace the decision").click()
    look("three-replace")
    page.get_by_label("Do you decide for somebody who is away?").select_option(index=1)
    page.get_by_role("group", name=f"Decision for {JASPER}").get_by_label(
        "Agree that a conference is held"
    ).check()
    page.get_by_label("Reasons", exact=True).fill("The centre has no place before the spring.")
    page.get_by_label("Why is the earlier decision replaced?").fill("What was to help him cannot begin.")
    press(page, "Check and confirm")
    look("three-replace-check")
    press(page, "Confirm your decision")
    expect(page.get_by_text("Your decision is on the record.")).to_be_visible()
    look("three-replaced")


def records(page, name, decision):
    """The child's part of the conference, by hand."""
    page.get_by_role("link", name=name, exact=True).click()
    page.get_by_label(f"What does {name.split()[0]} say?").fill("I sleep when it is quiet.")
    page.get_by_label("Did not come: sent their views in another way").check()
    page.get_by_label(decision, exact=True).check()
    if decision == BEGINS:
        page.get_by_label("Neglect").check()
    page.get_by_label("Reasons for the decision").fill("What was agreed a year ago did not last.")
    page.get_by_label("What will be done?").fill("See the invented nurse")
    page.get_by_label("Who will do it?").fill("Mother Fablethorpe")
    day = add_days(today(), 14)
    for part, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        page.get_by_label(part, exact=True).first.fill(str(number))
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Draft saved at").first).to_be_visible()


def signs(page, booking, look):
    page.goto(reverse("record", args=[booking.ref]))
    attend(page)
    for name, decision in ((JADE, BEGINS), (JASPER, NONE), (JUNIPER, NONE)):
        records(page, name, decision)
    page.goto(reverse("record_check", args=[booking.ref]))
    look("three-check-to-sign")
    press(page, "Sign the record")
    expect(page.get_by_text(f"{JADE}: a child protection plan begins, under neglect")).to_be_visible()
    look("three-signed")


def test_from_the_request_to_what_became_of_it(strict_page, sign_in, look):
    page = strict_page
    team = TeamFactory()
    jade, jasper = family(team)
    juniper = ChildFactory(given_names="Juniper", family_name="Fablethorpe", family=jade.family)
    AllocationFactory(child=juniper, team=team)
    for child in (jade, jasper):
        planned_before(child)
    RoomFactory(name="Willow room", seats=14)
    worker, lead = person("SOCIAL_WORKER", team=team), person("STRATEGIC_LEAD")
    chair = person("CHAIR")
    for child in (jade, jasper, juniper):
        child.allocations.update(worker=worker)
    PolicySetting.objects.create(
        key="SECOND_OPINION_SHARE_PERCENT",
        value="100",
        effective_date=dt.date(2018, 4, 1),
        set_by=person("SYSTEM_ADMINISTRATOR"),
        reason="Test",
        set_at=now(),
    )
    manager = person("MANAGER")
    sign_in(worker)
    asks_for_a_conference(page, jade, look)
    within = Consultation.objects.unscoped("test").filter(child=jade).get().within
    gives_account(page, within, look, "Police were called twice, and the children were in the house.")
    sign_in(lead)
    asks_for_more(page, within, look)
    sign_in(worker)
    gives_account(page, within, look, "The school saw both children come late and hungry since September.")
    sign_in(lead)
    split(page, within, look)
    sign_in(manager)
    second_opinion(page, look)
    sign_in(person("BUSINESS_SUPPORT"))
    page.goto(reverse("request", args=[ThinkingTime.objects.unscoped("test").get().request.ref]))
    look("three-request-split")
    booking = books(page, look)
    sign_in(chair)
    session = ThinkingTime.objects.unscoped("test").get()
    waiver = asks_for_a_waiver(page, session, look)
    sign_in(lead)
    refuses(page, waiver, look)
    deputy = person("STRATEGIC_LEAD")
    LeaveFactory(person=lead, deputy=deputy, first_date=today(), last_date=add_days(today(), 5))
    sign_in(deputy)
    replaces(page, within, lead, look)
    with time_machine.travel(booking.ends_at, tick=True):
        sign_in(chair)
        page.goto(reverse("booking", args=[booking.ref]))
        look("three-meeting")
        page.goto(reverse("record", args=[booking.ref]))
        press(page, "Start the record")
        look("three-record")
        page.goto(reverse("record_check", args=[booking.ref]))
        expect(page.get_by_text("thinking time").first).to_be_visible()
        look("three-check-without-thinking")
        think(page)
        look("three-thought")
        page.goto(reverse("record_check", args=[booking.ref]))
        look("three-check-thought")
        signs(page, booking, look)
    with time_machine.travel(now() + dt.timedelta(days=100), tick=True):
        assert look_up(at=now()).made == 6
        sign_in(lead)
        page.goto(reverse("look_ups"))
        expect(page.get_by_text("On a child protection plan since")).to_be_visible()
        expect(page.get_by_text(": no child protection plan.")).to_be_visible()
        look("three-look-ups")
        page.goto(reverse("consultation", args=[within.ref]))
        look("three-became")
        page.goto(reverse("child_timeline", args=[jasper.ref]))
        look("three-timeline")
