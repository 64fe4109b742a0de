"""The frame of every page: the council's, the person's, and no more than that person may open."""

import pytest
from django.urls import path

from safeguarding.deployment.colour import carries_white_words, contrast
from safeguarding.labelled import values
from safeguarding.pages import context
from safeguarding.pages.context import NAVIGATION, navigation
from safeguarding.rights import Role
from tests.cast import person
from tests.pagekit.page import one, tree, words

urlpatterns = [path(f"{name}/", lambda request: None, name=name) for _, name, _ in NAVIGATION]


@pytest.fixture
def page(client):
    """page(address): the page as a tree."""
    return lambda address: tree(client.get(address).content.decode())


def test_page_wears_the_councils_name_and_colour(page, client, settings):
    settings.COUNCIL_NAME = "Sampleshire Council"
    settings.COUNCIL_COLOUR = "#3b1e54"
    seen = page("/accessibility")
    assert words(one(seen, "//header//*[@class='govuk-generic-header__logo']")) == "Sampleshire Council"
    assert one(seen, "//meta[@name='theme-color']").get("content") == "#3b1e54"
    sheet = client.get(one(seen, "//link[contains(@href, 'brand')]").get("href"))
    assert sheet.headers["Content-Type"] == "text/css; charset=utf-8"
    assert sheet.content == b":root{--govuk-brand-colour:#3b1e54}\n"


def test_colour_in_the_address_lets_browsers_keep_the_sheet(client):
    kept = client.get("/brand.css").headers["Cache-Control"]
    assert "public" in kept and "immutable" in kept


@pytest.mark.parametrize(
    ("colour", "fits"), [("#00534d", True), ("#ffdd00", False), ("red", False), ("", False)]
)
def test_colour_must_carry_white_words(colour, fits):
    assert carries_white_words(colour) is fits


def test_contrast_of_black_and_white():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777") == pytest.approx(4.48, abs=0.01)


def test_page_holds_no_inline_script_or_style(page):
    seen = page("/components")
    assert seen.xpath("//*[@style] | //style | //script[not(@src)]") == []
    assert [name for node in seen.iter() for name in node.attrib if name.startswith("on")] == []


def test_nothing_is_fetched_from_elsewhere(page):
    seen = page("/components")
    sources = seen.xpath("//script/@src | //link/@href | //img/@src")
    assert sources and all(source.startswith("/") for source in sources)


def test_demonstration_says_so(page, settings):
    assert page("/accessibility").xpath("//*[@class='app-demo']") == []
    settings.DEMO = True
    assert words(one(page("/accessibility"), "//*[@class='app-demo']")) == (
        "Demonstration: every person here is invented."
    )


def test_statement_is_open_to_everybody_and_names_whom_to_write_to(page, settings):
    settings.ACCESSIBILITY_CONTACT = "access@sampleshire.example"
    seen = page("/accessibility")
    assert one(seen, "//main//a[starts-with(@href, 'mailto:')]").text == "access@sampleshire.example"


@pytest.mark.django_db
@pytest.mark.urls("tests.pagekit.test_frame")
@pytest.mark.parametrize("role", values(Role))
def test_navigation_shows_what_the_role_may_open_and_no_more(role):
    user = person(role)
    shown = {link.text for link in navigation(user, "/")}
    allowed = {text for text, _, right in NAVIGATION if right is None or context.can(user, right)}
    assert shown == allowed


@pytest.mark.django_db
@pytest.mark.urls("tests.pagekit.test_frame")
def test_page_within_a_section_marks_the_section():
    links = navigation(person("MANAGER"), "/measures/CPP1/children")
    assert [link.text for link in links if link.current] == ["Performance"]


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "marked"), [("/", ["My work"]), ("/accessibility", [])])
def test_my_work_is_marked_on_its_own_page_alone(path, marked):
    assert [link.text for link in navigation(person("MANAGER"), path) if link.current] == marked


@pytest.mark.django_db
def test_person_signed_in_is_named_and_may_leave_by_post(client):
    user = person("CHAIR")
    client.force_login(user)
    seen = tree(client.get("/accessibility").content.decode())
    assert user.full_name in words(one(seen, "//*[@class='app-header__person']"))
    leave = one(seen, "//form[.//button[normalize-space()='Sign out']]")
    assert leave.get("method") == "post"
    assert one(leave, ".//input[@name='csrfmiddlewaretoken']") is not None


def test_every_entry_of_the_navigation_leads_somewhere():
    # An entry without a page is not shown, so a wrong name would hide.
    assert not {name for _, name, _ in NAVIGATION if not context.address(name)}
