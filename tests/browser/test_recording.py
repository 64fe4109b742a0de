"""Recording a meeting in a browser: every page on a wide and a narrow screen, and without scripts."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from conferences.models import Decision, MeetingRecord
from conferences.operations.recording import save_common
from conferences.operations.recording_signing import sign
from tests.cast import person
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting, signed

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def chair(sign_in, db):
    user = person("CHAIR")
    sign_in(user)
    return user


def looked_at(page, name, axe, no_overflow, screenshot):
    axe(page)
    no_overflow(page)
    screenshot(name)


def record_child(page, name, decision):
    """The child's part, filled in by hand."""
    page.get_by_role("link", name=name, exact=True).click()
    first = name.split()[0]
    page.get_by_label(f"What does {first} say?").fill("I like it at Nan’s.")
    page.get_by_label("Did not come: sent their views in another way").check()
    page.get_by_label(decision, exact=True).check()
    if decision.startswith("A child"):
        page.get_by_label("Neglect").check()
    page.get_by_label("Reasons for the decision").fill("The invented reasons.")
    page.get_by_label("What will be done?").fill("See the invented nurse")
    page.get_by_label("Who will do it?").fill("Mother Samplewood")
    for part, value in (("Day", "8"), ("Month", "5"), ("Year", "2018")):
        page.get_by_label(part, exact=True).first.fill(value)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Draft saved at").first).to_be_visible()


def attend(page):
    """One agency alone, so that the reason for going on is asked."""
    page.get_by_role("link", name="Attendance").click()
    expect(page.get_by_role("button", name="Save attendance")).to_be_visible()
    for mode in page.get_by_label("How they took part").all():
        if mode.is_visible():
            mode.select_option("IN_PERSON")
    page.get_by_label("If too few agencies came").fill("The school could not come.")
    page.get_by_role("button", name="Save attendance").click()
    expect(page.get_by_text("Not quorate: Children's social care attended")).to_be_visible()
    page.get_by_role("link", name="Back").click()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_meeting_is_recorded_and_signed(strict_page, chair, scripts):
    booking, _, _ = meeting(chair)
    page = strict_page
    page.goto(reverse("record", args=[booking.ref]))
    attend(page)
    record_child(page, "Amy Testcase", "A child protection plan begins")
    record_child(page, "Basil Testcase", "No child protection plan")
    page.get_by_role("button", name="Check the answers and sign").or_(
        page.get_by_role("link", name="Check the answers and sign")
    ).click()
    page.get_by_role("button", name="Sign the record").click()
    expect(page.get_by_text("Amy Testcase: a child protection plan begins, under neglect")).to_be_visible()
    assert Decision.objects.unscoped("test").count() == 2


def test_each_page_reads_well(strict_page, chair, size, axe, no_overflow, screenshot):
    booking, amy, _ = meeting(chair)
    fill(booking, (amy, BEGINS, [CLINIC]))
    pages = [("record", []), ("record_attendance", []), ("record_common", []), ("record_check", [])]
    pages.append(("record_child", [amy.requested_child.child.ref]))
    for name, more in pages:
        strict_page.goto(reverse(name, args=[booking.ref, *more]))
        looked_at(strict_page, f"{name}-{size}", axe, no_overflow, screenshot)


def test_a_contradiction_reads_well_and_can_be_mended(strict_page, chair, size, axe, no_overflow, screenshot):
    booking, amy, _ = meeting(chair)
    strict_page.goto(reverse("record_child", args=[booking.ref, amy.requested_child.child.ref]))
    strict_page.get_by_label("A child protection plan begins").check()
    strict_page.get_by_label("Neglect").check()
    strict_page.get_by_label("No child protection plan").check()
    strict_page.get_by_role("button", name="Save", exact=True).click()
    expect(strict_page.get_by_role("link", name="Only a plan has a category")).to_be_visible()
    looked_at(strict_page, f"record-contradiction-{size}", axe, no_overflow, screenshot)
    strict_page.get_by_label("No category").check()
    strict_page.get_by_role("button", name="Save", exact=True).click()
    expect(strict_page.get_by_text("Draft saved at").first).to_be_visible()


def test_two_at_once_both_see_both_texts(strict_page, chair, size, axe, no_overflow, screenshot):
    booking, _, _ = meeting(chair)
    strict_page.goto(reverse("record_common", args=[booking.ref]))
    strict_page.get_by_label("What is working well?").fill("My own text")
    record = MeetingRecord.objects.unscoped("test").get(booking=booking)
    save_common(record=record, version=1, values={"working_well": "Their text"}, by=chair, at=AFTER)
    strict_page.expected = 409
    strict_page.get_by_role("button", name="Save", exact=True).click()
    expect(strict_page.get_by_text("Their text")).to_be_visible()
    expect(strict_page.get_by_label("What is working well?")).to_have_value("My own text")
    looked_at(strict_page, f"record-clash-{size}", axe, no_overflow, screenshot)


def test_the_signed_record_and_its_letters_read_well(strict_page, chair, size, axe, no_overflow, screenshot):
    booking, _ = signed(chair)
    strict_page.goto(reverse("record", args=[booking.ref]))
    looked_at(strict_page, f"record-signed-{size}", axe, no_overflow, screenshot)
    strict_page.get_by_role("link", name="Decision letters", exact=True).click()
    expect(strict_page.get_by_role("heading", level=1)).to_have_text("Decision letters")
    looked_at(strict_page, f"letters-offered-{size}", axe, no_overflow, screenshot)
    strict_page.get_by_role("button", name="Make letters").click()
    expect(strict_page.get_by_role("link", name="Word of version 1 to Mother Samplewood")).to_be_visible()
    looked_at(strict_page, f"letters-{size}", axe, no_overflow, screenshot)
    strict_page.get_by_role("link", name="Enter the day the letter to Mother Samplewood was sent").click()
    expect(strict_page.get_by_role("heading", level=1)).to_have_text("When was it sent?")
    looked_at(strict_page, f"letter-sent-{size}", axe, no_overflow, screenshot)


def test_a_complete_record_reads_well_before_it_is_signed(
    strict_page, chair, size, axe, no_overflow, screenshot
):
    booking, amy, basil = meeting(chair)
    fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    strict_page.goto(reverse("record_check", args=[booking.ref]))
    looked_at(strict_page, f"record_check-complete-{size}", axe, no_overflow, screenshot)


def test_the_core_group_and_the_next_dates_are_chosen(strict_page, chair, size, axe, no_overflow, screenshot):
    booking, amy, basil = meeting(chair)
    fill(booking, (amy, BEGINS, [CLINIC]))
    page = strict_page
    page.goto(reverse("record", args=[booking.ref]))
    looked_at(page, f"record-tasks-{size}", axe, no_overflow, screenshot)
    page.get_by_role("link", name="Amy Testcase: core group and next dates").click()
    page.get_by_label("Teacher Exemplar").check()
    for name, parts in (("core_group", ("5", "5", "2018")), ("review", ("12", "7", "2018"))):
        for part, value in zip(("day", "month", "year"), parts, strict=True):
            page.locator(f"#id_{name}_date_{part}").fill(value)
    page.get_by_label("Time of the core group").fill("10am")
    page.get_by_label("Time of the review conference").fill("2pm")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("cannot be on Saturday 5 May 2018").first).to_be_visible()
    looked_at(page, f"record-next-refused-{size}", axe, no_overflow, screenshot)
    page.locator("#id_core_group_date_day").fill("3")
    page.get_by_label("The same for the other children of this meeting").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("The core group and the dates of Amy Testcase are saved.")).to_be_visible()
    page.goto(reverse("record_check", args=[booking.ref]))
    expect(page.get_by_text("Thursday 3 May 2018 at 10am").first).to_be_visible()
    looked_at(page, f"record-check-next-{size}", axe, no_overflow, screenshot)


def test_the_confidential_section_and_the_copies_read_well(
    strict_page, chair, size, axe, no_overflow, screenshot
):
    booking, amy, basil = meeting(chair)
    page = strict_page
    page.goto(reverse("record_withheld", args=[booking.ref]))
    page.get_by_label("What was told?").fill("What the invented teacher heard")
    page.get_by_label("Who told it?").fill("Teacher Exemplar")
    page.get_by_label("Of which agency, or of the family?").select_option("SCHOOL")
    page.get_by_label("A child told it and fears what would follow").check()
    page.get_by_label("Everybody in the family").check()
    page.get_by_label("Agencies read it in their copy").check()
    looked_at(page, f"record-withheld-{size}", axe, no_overflow, screenshot)
    page.get_by_role("button", name="Save the confidential part").click()
    expect(page.get_by_role("heading", name="Confidential part 1")).to_be_visible()
    looked_at(page, f"record-withheld-saved-{size}", axe, no_overflow, screenshot)
    record = fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    sign(record=record, by=chair, at=AFTER)
    page.goto(reverse("record", args=[booking.ref]))
    looked_at(page, f"record-signed-confidential-{size}", axe, no_overflow, screenshot)
    page.get_by_role("link", name="Copies of the record, and sending them").click()
    looked_at(page, f"copies-offered-{size}", axe, no_overflow, screenshot)
    page.get_by_role("button", name="Make copies").click()
    expect(page.get_by_text("5 copies made.")).to_be_visible()
    expect(page.get_by_text("Somebody else releases it").first).to_be_visible()
    looked_at(page, f"copies-{size}", axe, no_overflow, screenshot)


def test_the_screen_in_the_room_shows_what_was_saved_since(
    strict_page, chair, size, axe, no_overflow, screenshot
):
    booking, _, _ = meeting(chair)
    page = strict_page
    page.goto(reverse("record_screen", args=[booking.ref]))
    expect(page.get_by_text("Nothing is written down for the whole family yet.")).to_be_visible()
    with page.expect_response(re.compile("/record/saves")):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    record = MeetingRecord.objects.unscoped("test").get(booking=booking)
    values = {"must_change": "Breakfast before school"}
    save_common(record=record, version=record.version, values=values, by=chair, at=AFTER)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_text("Breakfast before school")).to_be_visible()
    looked_at(page, f"record_screen-{size}", axe, no_overflow, screenshot)
