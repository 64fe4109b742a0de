"""A conference by its pages: three children, parents apart, one kept out, two sittings, and the copies."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse
from playwright.sync_api import expect

from conferences.models import Booking, Document, Exclusion, InvitationLetter
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
from tests.papers import pdf_text

pytestmark = pytest.mark.django_db(transaction=True)
ASKED, DAY, NEXT = dt.date(2026, 11, 30), dt.date(2026, 12, 7), dt.date(2026, 12, 9)
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
    press(page, "Save")
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
            page.get_by_label(part, exact=True).fill(value)
    page.get_by_label("Reasons for the decision").fill(f"The reasons of {first}")
    press(page, re.compile("^Save$"))
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


def reads(page, booking, document):
    address = reverse("document_file", args=[booking.ref, document.pk, "pdf"])
    return pdf_text(page.context.request.get(address).body())


def test_from_the_request_to_what_each_reads(strict_page, sign_in):
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
    with at(DAY, 10):
        sign_in(other)
        page.goto(reverse("record", args=[booking.ref]))
        press(page, "Start the record")
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
        press(page, "Sign the record")
        expect(page.get_by_text("Jade Fablethorpe: the child protection plan continues")).to_be_visible()
        sign_in(support)
        page.goto(reverse("record_copies", args=[sitting.ref]))
        press(page, "Make copies")
        expect(page.get_by_text("Somebody else releases it").first).to_be_visible()
        copies = {
            one.person.full_name if one.person else one.agency_name: reads(page, sitting, one)
            for one in Document.objects.unscoped("test").select_related("person")
        }
    assert "Dean Exemplar" not in copies
    assert len(copies) == 5
    assert "Where the mother works" not in "".join(copies.values())
    assert [name for name, words in copies.items() if "7 Hidden Close" in words] == ["Polly Fablethorpe"]
    assert [name for name, words in copies.items() if "Juniper" not in words] == ["Gareth Fablethorpe"]
    assert all("The words of Jade" in words and "The words of Jasper" in words for words in copies.values())
