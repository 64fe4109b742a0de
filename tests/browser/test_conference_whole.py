"""A conference by its pages: three children, parents apart, one kept out, two sittings, and the copies.

On a wide screen two people type, the network is cut and a session ends; on a narrow one no script runs.
"""

import datetime as dt
import re
from contextlib import ExitStack
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from conferences.models import Booking, Document, Exclusion, Invitation, InvitationLetter
from safeguarding.wording import uk_date
from tests.accounts.people import freshly
from tests.browser.test_family_of_three import press
from tests.browser.test_requests import typed_date
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    PersonFactory,
    PlanFactory,
    RelationshipFactory,
    RoomFactory,
    TeamFactory,
)
from tests.papers import pdf_text, word_text

pytestmark = pytest.mark.django_db(transaction=True)
ASKED, DAY, NEXT, LATER = (dt.date(2026, *day) for day in ((11, 30), (12, 8), (12, 9), (12, 10)))
SAVE = re.compile("^Save$")
CONTINUES, BEGINS, NONE = (
    "The child protection plan continues",
    "A child protection plan begins",
    "No child protection plan",
)


def at(day, hour):
    moment = dt.datetime.combine(day, dt.time(hour, 5), tzinfo=ZoneInfo("Europe/London"))
    return time_machine.travel(moment, tick=True)


def the_family(team):
    """Jade on a plan, Jasper and Juniper on none: a mother in hiding, a father of two, a father of one."""
    jade = ChildFactory(given_names="Jade", family_name="Fablethorpe", birth_date=dt.date(2014, 3, 2))
    jasper, juniper = (
        ChildFactory(given_names=name, family_name="Fablethorpe", birth_date=born, family=jade.family)
        for name, born in (("Jasper", dt.date(2018, 5, 2)), ("Juniper", dt.date(2017, 2, 2)))
    )
    PlanFactory(child=jade, start_date=dt.date(2026, 9, 14))
    people = {
        "Polly Fablethorpe": ("7 Hidden Close", "MOTHER", (jade, jasper, juniper)),
        "Gareth Fablethorpe": ("8 Fatherlane", "FATHER", (jade, jasper)),
        "Dean Exemplar": ("9 Partner Road", "FATHER", (juniper,)),
    }
    for name, (address, kind, children) in people.items():
        one = PersonFactory(
            family=jade.family,
            full_name=name,
            address=address,
            address_is_confidential=kind == "MOTHER",
            interpreter_language="Polish" if kind == "MOTHER" else "",
        )
        for child in children:
            RelationshipFactory(child=child, person=one, kind=kind)
    worker = person("SOCIAL_WORKER", team=team)
    for child in (jade, jasper, juniper):
        AllocationFactory(child=child, worker=worker, team=team)
    return jade, jasper, juniper


def asks(page, children):
    jade, jasper, juniper = children
    page.goto(reverse("enquiry_new", args=[jade.family.ref]))
    for child in (jasper, juniper):
        page.get_by_label(child.display_name).check()
    typed_date(page.get_by_role("group", name="When was the strategy discussion"), dt.date(2026, 11, 26))
    page.get_by_label("Who took part, and what was decided?").fill("Social care, police and health.")
    press(page, "Save and request a conference")
    for child in children:
        page.get_by_label(child.display_name).check()
    page.get_by_label("Why is a conference needed?").fill("Police came twice after shouting at night.")
    press(page, "Check your answers")
    press(page, "Request the conference")
    return page.url.rsplit("/", 1)[1]


def books(page, ref, children):
    """The list, what the day must fit, and the time that suits best."""
    page.goto(reverse("invited_add", args=[ref]))
    for name in (*(one.display_name for one in children), "Gareth Fablethorpe", "Polly Fablethorpe"):
        page.get_by_label(name).check()
    for name, kind in (("Edith Chalkdust", "School or college"), ("Petra Truncheon", "Police")):
        page.get_by_label("Name", exact=True).fill(name)
        page.get_by_label("Agency or family").select_option(label=kind)
        page.get_by_label("Ask them for a report").check()
        press(page, "Put on the list")
        page.goto(reverse("invited_add", args=[ref]))
    page.get_by_label("Sample social worker").first.check()
    press(page, "Put on the list")
    page.goto(reverse("fit", args=[ref]))
    expect(page.get_by_text("an interpreter is needed for Polly Fablethorpe")).to_be_visible()
    page.get_by_label("Which language").fill("Polish")
    page.get_by_label("Who needs the interpreter").fill("Polly")
    press(page, SAVE)
    page.goto(reverse("book", args=[ref]))
    page.get_by_role("group", name="When and where?").get_by_role("radio").first.check()
    press(page, "Continue")
    expect(page.get_by_text("This time is held for you until")).to_be_visible()
    press(page, "Schedule this conference")
    return Booking.every.get()


def asks_to_exclude(page, ref):
    page.goto(reverse("exclusion_ask", args=[ref]))
    page.get_by_label("Dean Exemplar").check()
    page.get_by_label("Risk of violence or threats").check()
    page.get_by_label("What is known?").fill("He broke the door (police).")
    page.get_by_label("The whole conference").check()
    page.get_by_label("Who asks for it?").fill("The social worker")
    press(page, "Ask the chair to exclude them")


def excludes(page):
    exclusion = Exclusion.objects.unscoped("test").get()
    page.goto(reverse("exclusion_decide", args=[exclusion.ref]))
    page.get_by_label("Excluded from the whole conference").check()
    page.get_by_label("Your reasons").fill("The children are frightened.")
    page.get_by_label("In a meeting of their own with the chair").check()
    page.get_by_label("What are they told of why?").fill("The meeting goes better if we talk apart.")
    page.get_by_label("Who tells them?").fill("The chair")
    press(page, "Save the decision")


def attends(page, booking):
    page.goto(reverse("record_attendance", args=[booking.ref]))
    names = page.get_by_label("Name", exact=True).all()
    for name, mode in zip(names, page.get_by_label("How they took part").all(), strict=True):
        if mode.is_visible() and name.input_value():
            mode.select_option("ABSENT" if name.input_value() == "Dean Exemplar" else "IN_PERSON")
    press(page, "Save attendance")
    expect(page.get_by_text("Quorate: Children's social care attended")).to_be_visible()


def records(page, booking, child, decision, category=""):
    first = child.given_names
    page.goto(reverse("record_child", args=[booking.ref, child.ref]))
    page.get_by_label(f"What does {first} say?").fill(f"The words of {first}")
    page.get_by_label("Did not come: sent their views in another way").check()
    page.get_by_label(decision, exact=True).check()
    if category:
        page.get_by_label(category).first.check()
        page.get_by_label("What will be done?").fill("See the invented nurse")
        page.get_by_label("Who will do it?").fill("Polly Fablethorpe")
        for part, value in (("Day", "21"), ("Month", "12"), ("Year", "2026")):
            page.get_by_label(part, exact=True).first.fill(value)
    page.get_by_label("Reasons for the decision").fill(f"The reasons of {first}")
    press(page, SAVE)
    expect(page.get_by_text("Draft saved at").first).to_be_visible()


def withholds(page, booking):
    page.goto(reverse("record_withheld", args=[booking.ref]))
    page.get_by_label("What was told?").fill("Where the mother works")
    page.get_by_label("Who told it?").fill("Petra Truncheon")
    page.get_by_label("Of which agency, or of the family?").select_option("POLICE")
    page.get_by_label("Telling it would put somebody in danger").check()
    page.get_by_label("Everybody in the family").check()
    page.get_by_label("Agencies do not read it either").check()
    press(page, "Save the confidential part")


def adjourns(page, booking, chair):
    page.goto(reverse("record_adjourn", args=[booking.ref]))
    page.get_by_label("There was not enough time").check()
    page.get_by_label("What was done, and what keeps").fill("Jade was spoken of. He stays away.")
    page.get_by_label("Another time").check()
    for part, value in (("Day", NEXT.day), ("Month", NEXT.month), ("Year", NEXT.year)):
        page.get_by_label(part, exact=True).first.fill(str(value))
    page.get_by_label("Start time").fill("2pm")
    page.get_by_label("Willow room", exact=True).check()
    page.locator(f"input[name=chair][value='{chair.pk}']").check()
    press(page, "Adjourn to this day")
    return Booking.every.get(state="BOOKED")


def reports_late(page, booking):
    """The school's report comes on the day of the meeting, days after the one it was asked for."""
    one = Invitation.objects.unscoped("test").get(name="Edith Chalkdust")
    page.goto(reverse("invitation_report", args=[one.ref]))
    for part, value in (("Day", DAY.day), ("Month", DAY.month), ("Year", DAY.year)):
        page.get_by_label(part, exact=True).first.fill(str(value))
    page.get_by_label("Yes: when and how is recorded of each of them").check()
    press(page, SAVE)
    page.goto(reverse("invited", args=[booking.request.ref]))
    expect(page.get_by_text(f"Came on {uk_date(DAY)}")).to_be_visible()
    expect(page.get_by_text("Late to show")).to_be_visible()


def takes_minutes(page, booking, support):
    page.goto(reverse("booking_minutes", args=[booking.ref]))
    page.get_by_label("Who takes the minutes?").select_option(str(support.pk))
    press(page, SAVE)


def opens(page, booking, child):
    page.goto(reverse("record_child", args=[booking.ref, child.ref]))
    return page.get_by_label(f"What does {child.given_names} say?")


def two_type(page, second, booking, child):
    """The minute taker types where the chair typed and saved: both texts stand there, and both are kept."""
    mine, theirs = opens(page, booking, child), opens(second, booking, child)
    mine.fill("She likes Nan's house.")
    theirs.fill("She is afraid of the dog.")
    press(page, SAVE)
    press(second, SAVE)
    expect(second.get_by_text("She likes Nan's house.")).to_be_visible()
    theirs.fill("She likes Nan's house. She is afraid of the dog.")
    press(second, SAVE)
    expect(second.get_by_text("Draft saved at").first).to_be_visible()


def network_is_cut(page, booking, child):
    """What is typed while nothing reaches the server stands on the page, and is kept when something does."""
    words = opens(page, booking, child)
    words.fill(f"{words.input_value()} And of the dark.")
    page.expected = "ERR_INTERNET_DISCONNECTED"
    page.context.set_offline(True)
    page.get_by_role("button", name=SAVE).click()
    expect(page.locator("[data-draft-state]")).to_contain_text("cannot be reached, so nothing was sent")
    page.context.set_offline(False)
    expect(page.locator("[data-draft-state]")).to_have_text(re.compile(r"Draft saved at"))


def session_ends(page, booking, child, chair, sign_in):
    """What was typed when nobody was signed in any more waits as a draft."""
    words = opens(page, booking, child)
    expect(words).to_have_value("She likes Nan's house. She is afraid of the dog. And of the dark.")
    words.fill(f"{words.input_value()} She misses school.")
    Session.objects.all().delete()
    press(page, SAVE)
    expect(page.get_by_text("What you typed is kept as a draft")).to_be_visible()
    sign_in(chair)
    expect(opens(page, booking, child)).to_have_value(re.compile("And of the dark. She misses school.$"))


def sets_right(page, child):
    """Jasper's category was typed wrongly: another, where a second chair agrees."""
    page.goto(reverse("child_facts", args=[child.ref]))
    page.get_by_role("link", name="Set the decision right").first.click()
    page.get_by_label("Category of the plan").select_option(label="Neglect")
    page.get_by_label("It was typed wrongly").check()
    page.get_by_label("How did it come to be signed wrongly?").fill("The wrong line was selected.")
    press(page, "Continue")
    press(page, "Ask a second person")
    return page.url


def agrees(page, address):
    page.goto(address)
    press(page, "See what follows")
    press(page, "Agree")


def copies_again(page, booking):
    """A new version of each copy, for each says that the decision was put right."""
    page.goto(reverse("record_copies", args=[booking.ref]))
    expect(page.get_by_text("The decision for Jasper Fablethorpe was put right")).to_have_count(5)
    again = page.get_by_role("link", name="Make a new version").all()
    for address in [one.get_attribute("href") for one in again]:
        page.goto(address)
        page.get_by_label("What is other").fill("The category of Jasper.")
        press(page, "Make the new version")
    expect(page.get_by_text("was put right")).to_have_count(0)
    expect(page.get_by_text("Replaced by version 2")).to_have_count(5)


def by_keyboard(page, name):
    """Tab until the button is reached, and Enter."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")


def reads(page, booking, document, suffix):
    address = reverse("document_file", args=[booking.ref, document.pk, suffix])
    body = page.context.request.get(address).body()
    return pdf_text(body) if suffix == "pdf" else word_text(body)


def told_to_each(page, booking, version):
    """What each reads in one version: their children, no address but their own, nothing that is withheld."""
    kept = Document.objects.unscoped("test").filter(version=version).select_related("person")
    for suffix in ("pdf", "docx"):
        copies = {
            one.person.full_name if one.person else one.agency_name: reads(page, booking, one, suffix)
            for one in kept
        }
        assert len(copies) == 5 and "Dean Exemplar" not in copies
        assert "Where the mother works" not in "".join(copies.values())
        assert [name for name, words in copies.items() if "7 Hidden Close" in words] == ["Polly Fablethorpe"]
        assert [name for name, words in copies.items() if "Juniper" not in words] == ["Gareth Fablethorpe"]
        assert all("words of Jade" in words and "words of Jasper" in words for words in copies.values())
        category = [("motional abuse" in words, "eglect" in words) for words in copies.values()]
        assert set(category) == {(version == 1, True)}


@pytest.fixture
def minute_taker(context, live_server, browser, browser_context_args):
    """minute_taker(user): a page of another browser, which holds the session of that person."""
    with ExitStack() as stack:

        def opened(user):
            other = browser.new_context(**browser_context_args)
            stack.callback(other.close)
            value = freshly(Client(), user).cookies[settings.SESSION_COOKIE_NAME].value
            cookie = {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}
            other.add_cookies([cookie])
            return other.new_page()

        yield opened


@pytest.mark.parametrize(("size", "scripts"), [("wide", True), ("narrow", False)])
def test_from_the_request_to_what_each_reads(strict_page, sign_in, minute_taker, size, scripts):
    page, team = strict_page, TeamFactory()
    jade, jasper, juniper = children = the_family(team)
    RoomFactory(name="Willow room", seats=14)
    chairs = [person("CHAIR"), person("CHAIR")]
    support = person("BUSINESS_SUPPORT")
    with at(ASKED, 9):
        sign_in(jade.allocations.get().worker)
        ref = asks(page, children)
        sign_in(support)
        booking = books(page, ref, children)
        assert booking.starts_at.date() == DAY
        asks_to_exclude(page, ref)
        sign_in(booking.chair)
        excludes(page)
        sign_in(support)
        page.goto(reverse("invited_letters", args=[ref]))
        press(page, "Make the letters")
        assert InvitationLetter.objects.unscoped("test").count() == 8
    other = next(one for one in chairs if one != booking.chair)
    with at(DAY, 9):
        sign_in(support)
        page.goto(reverse("booking_take_over", args=[booking.ref]))
        page.locator(f"input[name=chair][value='{other.pk}']").check()
        page.get_by_label("The chair is ill").check()
        press(page, "Pass the meeting on")
        reports_late(page, booking)
        takes_minutes(page, booking, support)
    with at(DAY, 10):
        sign_in(other)
        page.goto(reverse("record", args=[booking.ref]))
        press(page, "Start the record")
        if scripts:
            second = minute_taker(support)
            two_type(page, second, booking, jade)
            network_is_cut(page, booking, jade)
            session_ends(page, booking, jade, other, sign_in)
        attends(page, booking)
        withholds(page, booking)
        records(page, booking, jade, CONTINUES, "Neglect")
        sitting = adjourns(page, booking, other)
    with at(NEXT, 14):
        sign_in(other)
        page.goto(reverse("record", args=[sitting.ref]))
        press(page, "Start the record")
        expect(page.get_by_text("Jade Fablethorpe: saved by")).to_be_visible()
        attends(page, sitting)
        records(page, sitting, jasper, BEGINS, "Emotional abuse")
        records(page, sitting, juniper, NONE)
        page.goto(reverse("record_check", args=[sitting.ref]))
        by_keyboard(page, "Sign the record")
        expect(page.get_by_text("Jade Fablethorpe: the child protection plan continues")).to_be_visible()
        sign_in(support)
        page.goto(reverse("record_copies", args=[sitting.ref]))
        press(page, "Make copies")
        expect(page.get_by_text("Somebody else releases it").first).to_be_visible()
        told_to_each(page, sitting, 1)
    with at(LATER, 10):
        sign_in(other)
        asked = sets_right(page, jasper)
        sign_in(booking.chair)
        agrees(page, asked)
        sign_in(support)
        copies_again(page, sitting)
        told_to_each(page, sitting, 2)
