"""Finding a child in a browser: misspelt, by keyboard, without scripts, on a phone; and being refused one."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.cast import person
from tests.factories import ChildFactory, ChildNameFactory, FamilyFactory
from tests.scenarios import life_of, two_homes

pytestmark = pytest.mark.django_db(transaction=True)
LONG = "Persephone-Wilhelmina Anastasia Featherstonehaugh-Cholmondeley-Fablethorpe"


@pytest.fixture
def sophia(db):
    """A child with a life in it, of a family in two homes."""
    family, sister, _ = two_homes()
    sister.given_names = "Sophia"
    sister.save()
    return life_of(sister)


@pytest.fixture
def chair(sign_in, db):
    user = person("CHAIR")
    sign_in(user)
    return user


def search(page, typed):
    page.goto(reverse("find_child"))
    page.get_by_label("Find a child").fill(typed)
    page.get_by_role("button", name="Search").click()


def test_a_misspelt_name_leads_to_the_record_the_timeline_and_the_family(
    strict_page, chair, sophia, size, axe, no_overflow, screenshot
):
    page = strict_page
    page.goto(reverse("my_work"))
    looked_at(page, f"home-{size}", axe, no_overflow, screenshot)
    search(page, "Sofia Fabelthorp")
    expect(page.get_by_text("Spelt or sounds nearly the same")).to_be_visible()
    looked_at(page, f"found-{size}", axe, no_overflow, screenshot)
    page.get_by_role("link", name="Sophia Fablethorpe").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sophia Fablethorpe")
    looked_at(page, f"child-{size}", axe, no_overflow, screenshot)
    here = page.get_by_role("navigation", name="This child")
    here.get_by_role("link", name="Timeline").click()
    expect(page.get_by_role("heading", name="2018", exact=True)).to_be_visible()
    looked_at(page, f"timeline-{size}", axe, no_overflow, screenshot)
    page.get_by_role("navigation", name="This child").get_by_role("link", name="Family").click()
    expect(page.get_by_role("heading", name="Homes")).to_be_visible()
    looked_at(page, f"family-{size}", axe, no_overflow, screenshot)


def looked_at(page, name, axe, no_overflow, screenshot):
    axe(page)
    no_overflow(page)
    screenshot(name)


def test_back_from_the_record_is_the_list_again(strict_page, chair, sophia):
    search(strict_page, "Sophia")
    expect(strict_page.get_by_role("heading", name="1 child found")).to_be_visible()
    results = strict_page.url
    strict_page.get_by_role("link", name="Sophia Fablethorpe").click()
    expect(strict_page.get_by_role("heading", level=1)).to_have_text("Sophia Fablethorpe")
    strict_page.go_back()
    expect(strict_page.get_by_role("heading", name="1 child found")).to_be_visible()
    assert strict_page.url == results
    assert "ophia" not in results


def test_a_restricted_child_is_refused_like_no_child(strict_page, chair, axe, screenshot):
    child = ChildFactory(restricted=True, given_names="Amber", family_name="Hiddenfable")
    search(strict_page, "Amber Hiddenfable")
    expect(strict_page.get_by_role("heading", name="No children found")).to_be_visible()
    screenshot("nobody-found")
    axe(strict_page)
    strict_page.expected = 404
    strict_page.goto(reverse("child", args=[child.ref]))
    expect(strict_page.get_by_role("heading", name="Page not found")).to_be_visible()
    expect(strict_page.locator("body")).not_to_contain_text("Hiddenfable")


def test_the_keyboard_alone_finds_and_opens_a_child(strict_page, chair, sophia):
    strict_page.goto(reverse("my_work"))
    strict_page.get_by_label("Find a child").focus()
    strict_page.keyboard.type("Sophia")
    strict_page.keyboard.press("Enter")
    expect(strict_page.get_by_role("heading", name="1 child found")).to_be_visible()
    tab_to(strict_page, "Sophia Fablethorpe")
    strict_page.keyboard.press("Enter")
    expect(strict_page.get_by_role("heading", level=1)).to_have_text("Sophia Fablethorpe")
    tab_to(strict_page, "Timeline")
    strict_page.keyboard.press("Enter")
    expect(strict_page.get_by_text("Newest first.")).to_be_visible()


def tab_to(page, words):
    """Press the tab key until the link that says these words has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == words:
            return
    raise AssertionError(f"The keyboard never reached {words}.")


@pytest.mark.parametrize("scripts", [False])
def test_without_scripts_everything_is_there(strict_page, chair, sophia):
    search(strict_page, "3/3/2099")
    expect(strict_page.get_by_role("heading", name="No children found")).to_be_visible()
    search(strict_page, "")
    expect(strict_page.get_by_role("heading", name="There is a problem")).to_be_visible()
    search(strict_page, "Sophia")
    strict_page.get_by_role("link", name="Sophia Fablethorpe").click()
    strict_page.get_by_role("link", name="Family", exact=True).click()
    strict_page.get_by_role("button", name="Show the address of Mother’s home").click()
    expect(strict_page.get_by_text("9 Hidden Lane, Fableshire, ZZ98 2BB")).to_be_visible()
    strict_page.reload()
    expect(strict_page.get_by_text("9 Hidden Lane")).to_have_count(0)


def test_mistakes_are_said_beside_the_box(strict_page, chair, size, axe, no_overflow, screenshot):
    search(strict_page, "31/2/2017")
    expect(strict_page.get_by_role("link", name="31/2/2017 is not a real date")).to_be_visible()
    looked_at(strict_page, f"find-wrong-{size}", axe, no_overflow, screenshot)


def test_a_very_long_name_wraps(strict_page, chair, size, no_overflow, screenshot):
    family = FamilyFactory(name=LONG.replace(" ", ""))
    child = ChildFactory(given_names=LONG[:60], family_name=LONG.replace(" ", ""), family=family)
    ChildNameFactory(child=child, given_names="", family_name=LONG.replace(" ", ""))
    search(strict_page, "Featherstonehaugh")
    expect(strict_page.get_by_role("heading", name="1 child found")).to_be_visible()
    no_overflow(strict_page)
    for name in ("child", "child_timeline"):
        strict_page.goto(reverse(name, args=[child.ref]))
        no_overflow(strict_page)
    screenshot(f"long-name-{size}")


def test_the_family_s_timeline_and_a_shown_address_read_well(
    strict_page, chair, sophia, size, axe, no_overflow, screenshot
):
    life_of(ChildFactory(family=sophia.family, given_names="Ruby", family_name="Fablethorpe"))
    strict_page.goto(reverse("family_timeline", args=[sophia.family.ref]))
    looked_at(strict_page, f"family-timeline-{size}", axe, no_overflow, screenshot)
    strict_page.goto(reverse("family", args=[sophia.family.ref]))
    strict_page.get_by_role("button", name="Show the address of Mother’s home").click()
    expect(strict_page.get_by_text("9 Hidden Lane, Fableshire, ZZ98 2BB")).to_be_visible()
    looked_at(strict_page, f"family-shown-{size}", axe, no_overflow, screenshot)


def test_a_child_of_whom_little_is_known_reads_well(strict_page, chair, size, axe, no_overflow, screenshot):
    child = ChildFactory(unborn=True, given_names="", family_name="Fablethorpe", family=None)
    child.expected_birth_date = date(2099, 1, 5)
    child.save()
    strict_page.goto(reverse("child", args=[child.ref]))
    looked_at(strict_page, f"child-unborn-{size}", axe, no_overflow, screenshot)
