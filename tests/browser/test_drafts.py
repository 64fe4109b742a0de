"""No word is lost in a browser: kept as it is typed, warned of the session's end, there again afterwards."""

import datetime as dt
import re

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import expect

from safeguarding.models import Draft
from safeguarding.pagekit.texts import LONGEST_TEXT
from safeguarding.versions import StaleVersion
from tests.accounts.people import PASSWORD, code, with_password
from tests.cast import person
from tests.drafts import site
from tests.factories import ChildFactory, UserFactory
from tests.running.processes import wait_for

pytestmark = pytest.mark.django_db(transaction=True)
START = dt.datetime(2018, 10, 1, 9, 42, tzinfo=dt.UTC)
TEXT = "What Amber said, in her own words."
SAVED = re.compile(r"Draft saved at \d+(:\d\d)?[ap]m\.")


@pytest.fixture(autouse=True)
def one_form(settings):
    settings.ROOT_URLCONF = "tests.drafts.site"
    site.ACTS.clear()
    site.STANDING.clear()


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=True) as traveller:
        yield traveller


@pytest.fixture
def chair(clock, db, sign_in):
    chair = with_password(person("CHAIR"))
    sign_in(chair)
    return chair


@pytest.fixture
def address(chair):
    child = ChildFactory(given_names="Amber", family_name="Testcase")
    return reverse("trial", args=[child.ref])


@pytest.fixture
def form(strict_page, address):
    """The form's page, whose clock is the test's: it stands still but for what the test lets pass."""
    strict_page.clock.install(time=START)
    strict_page.clock.pause_at(START + dt.timedelta(seconds=5))
    strict_page.goto(address)
    return strict_page


def later(page, clock, seconds):
    """So much later, for the server and for the browser."""
    clock.shift(dt.timedelta(seconds=seconds))
    page.clock.run_for(seconds * 1000)


def listen(page, place):
    """What a live region says from now on, in window.said."""
    page.evaluate(
        """(place) => { window.said = []; const heard = document.querySelector(place);
        const ears = new MutationObserver(() => window.said.push(heard.textContent));
        ears.observe(heard, { childList: true }); }""",
        place,
    )


def kept(page, clock):
    """What was typed is saved as a draft, some seconds after.

    The page says when it has read the answer. The answer alone is too early: where more time is let pass
    before it is read, the page has waited too long for it.
    """
    page.evaluate(
        """() => { window.isKept = false;
        document.addEventListener("app-session:left", () => { window.isKept = true; }, { once: true }); }"""
    )
    later(page, clock, 4)
    page.wait_for_function("() => window.isKept")
    expect(state(page)).to_have_text(SAVED)


def words(page):
    return page.get_by_label("What was said?")


def state(page):
    return page.locator("[data-draft-state]")


def warning(page):
    return page.get_by_role("alertdialog", name="You will be signed out soon")


def signed_in_again(page, chair):
    page.get_by_label("Email address").fill(chair.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_label("Code").fill(code())
    page.get_by_role("button", name="Continue").click()


# ----- Kept as it is typed -------------------------------------------------------------------------------


def test_what_is_typed_is_saved_some_seconds_after_typing_stops(form, clock):
    words(form).press_sequentially(TEXT)
    expect(state(form)).to_be_hidden()
    kept(form, clock)
    assert Draft.objects.get().fields["words"] == [TEXT]


def test_who_types_on_and_on_is_saved_all_the_same(form, clock):
    for number in range(6):
        words(form).press_sequentially(f"word{number} ")
        later(form, clock, 2)
    expect(state(form)).to_have_text(SAVED)


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_too_long_is_told_and_not_cut_off(strict_page, address, scripts):
    strict_page.goto(address)
    text = "word " * (LONGEST_TEXT // 5) + "and the last ones"
    words(strict_page).focus()
    strict_page.keyboard.insert_text(text)
    strict_page.get_by_label("What", exact=True).fill("first")
    strict_page.get_by_role("button", name="Save", exact=True).click()
    told = "Your answer must be 20,000 characters or less"
    expect(strict_page.get_by_role("link", name=told)).to_be_visible()
    expect(words(strict_page)).to_have_value(text)
    assert Draft.objects.get().fields["words"] == [text]


def test_a_closed_tab_loses_nothing(form, address, context):
    words(form).fill(TEXT)
    form.close(run_before_unload=True)
    wait_for(Draft.objects.filter(fields__words=[TEXT]).exists)
    again = context.new_page()
    again.goto(address)
    expect(words(again)).to_have_value(TEXT)
    expect(again.get_by_text("is in the form. Nothing of it was sent yet.")).to_be_visible()


def test_rows_added_by_the_script_are_put_back(form, address, clock):
    form.get_by_label("What", exact=True).fill("first")
    form.get_by_role("button", name="Add another step").click()
    form.get_by_label("What", exact=True).nth(1).fill("second")
    form.get_by_role("button", name="Add another step").click()
    form.get_by_label("What", exact=True).nth(2).fill("third")
    form.get_by_role("button", name="Remove step 2").click()
    kept(form, clock)
    form.goto(address)
    visible = [box.input_value() for box in form.get_by_label("What", exact=True).all() if box.is_visible()]
    assert visible == ["first", "third"]


def test_it_is_read_out_once_and_does_not_chatter(form, clock):
    listen(form, "[data-draft-said]")
    for number in range(5):
        words(form).press_sequentially(f"word{number} ")
        kept(form, clock)
        later(form, clock, 60)
    assert len(form.evaluate("window.said")) == 1


def test_while_the_server_is_away_the_page_holds_the_words_and_tries_on(form, clock):
    words(form).fill("before")
    kept(form, clock)
    form.expected = 503
    form.route("**/trial/*", lambda route: route.fulfill(status=503))
    words(form).fill(TEXT)
    later(form, clock, 4)
    expect(state(form)).to_have_text(re.compile("Draft not saved since 10:42am. Still trying."))
    form.get_by_role("button", name="Save", exact=True).click()
    expect(state(form)).to_have_text(re.compile("cannot be reached, so nothing was sent"))
    expect(words(form)).to_have_value(TEXT)
    form.unroute("**/trial/*")
    later(form, clock, 6)
    expect(state(form)).to_have_text(SAVED)
    assert Draft.objects.get().fields["words"] == [TEXT] and site.ACTS == []


def test_what_is_pressed_while_the_network_is_cut_stays_on_the_page(form, clock):
    form.expected = "ERR_INTERNET_DISCONNECTED"
    words(form).fill(TEXT)
    form.context.set_offline(True)
    form.get_by_role("button", name="Save", exact=True).click()
    expect(state(form)).to_have_text(re.compile("cannot be reached, so nothing was sent"))
    expect(words(form)).to_have_value(TEXT)
    form.context.set_offline(False)
    expect(state(form)).to_have_text(SAVED)
    assert Draft.objects.get().fields["words"] == [TEXT] and site.ACTS == []


def test_a_saved_form_leaves_no_draft(form, address):
    words(form).fill(TEXT)
    form.get_by_label("What", exact=True).fill("first")
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form.get_by_text("Saved.")).to_be_visible()
    assert site.ACTS == [TEXT]
    form.goto(address)
    expect(words(form)).to_have_value("")


def test_what_is_pressed_is_sent_at_once_and_first(form):
    sent = []
    form.on("request", lambda request: sent.append(request.post_data) if request.method == "POST" else None)
    words(form).fill(TEXT)
    form.get_by_label("What", exact=True).fill("first")
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form.get_by_text("Saved.")).to_be_visible()
    assert len(sent) == 1 and "draft-only" not in sent[0]


def test_who_presses_and_closes_the_tab_at_once_loses_no_word(form):
    words(form).fill(TEXT)
    form.get_by_label("What", exact=True).fill("first")
    form.get_by_role("button", name="Save", exact=True).click(no_wait_after=True)
    form.close(run_before_unload=True)
    wait_for(lambda: site.ACTS == [TEXT] or Draft.objects.filter(fields__words=[TEXT]).exists())


def test_what_is_pressed_after_the_session_is_gone_waits_behind_the_sign_in(form, chair):
    words(form).fill(TEXT)
    form.get_by_label("What", exact=True).fill("first")
    Session.objects.all().delete()
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form.get_by_text("What you typed is kept as a draft")).to_be_visible()
    signed_in_again(form, chair)
    expect(words(form)).to_have_value(TEXT)
    assert site.ACTS == []


def test_what_is_typed_before_the_script_came_is_saved_too(strict_page, address, clock):
    held = []
    strict_page.clock.install(time=START)
    strict_page.route("**/js/app.js", lambda route: held.append(route))
    strict_page.goto(address, wait_until="commit")
    words(strict_page).fill(TEXT)
    held[0].continue_()
    expect(strict_page.get_by_text("What you type is saved as a draft as you go")).to_be_visible()
    kept(strict_page, clock)
    assert Draft.objects.get().fields["words"] == [TEXT]


def test_a_form_that_nobody_touched_keeps_nothing(form, clock):
    later(form, clock, 60)
    expect(state(form)).to_be_hidden()
    assert not Draft.objects.exists()


def test_who_goes_back_finds_the_newest_draft_and_not_what_the_browser_kept(form, clock, address):
    words(form).fill(TEXT)
    kept(form, clock)
    form.goto(reverse("own_drafts"))
    form.goto(address)
    words(form).fill(f"{TEXT} And more.")
    kept(form, clock)
    form.go_back()
    form.go_back()
    expect(words(form)).to_have_value(f"{TEXT} And more.")


def test_who_saved_meanwhile_is_told_while_one_writes(form, clock, chair):
    other = UserFactory(role="CHAIR", full_name="Amira Sample")
    site.STANDING.append(StaleVersion(theirs={}, seen="2", saved_by=other, saved_at=START))
    words(form).fill(TEXT)
    later(form, clock, 4)
    told = "Amira Sample saved this part at 10:42am. When you save, both texts are shown."
    expect(form.get_by_text(told)).to_be_visible()


# ----- The session ---------------------------------------------------------------------------------------


def test_the_warning_comes_two_minutes_before_and_escape_stays(form, clock):
    words(form).focus()
    later(form, clock, 27 * 60)
    expect(warning(form)).to_be_hidden()
    later(form, clock, 70)
    expect(warning(form)).to_be_visible()
    expect(warning(form)).to_be_focused()
    form.keyboard.press("Escape")
    expect(warning(form)).to_be_hidden()
    expect(words(form)).to_be_focused()
    later(form, clock, 10 * 60)
    expect(warning(form)).to_be_hidden()


def test_who_is_typing_when_the_warning_is_due_goes_on_typing(form, clock):
    later(form, clock, 28 * 60 - 3)
    words(form).press_sequentially(TEXT)
    words(form).evaluate("(box) => { window.left = 0; box.addEventListener('blur', () => { left += 1; }); }")
    with form.expect_response("**/trial/*"):
        later(form, clock, 2)
    expect(state(form)).to_have_text(SAVED)
    expect(warning(form)).to_be_hidden()
    expect(words(form)).to_be_focused()
    assert form.evaluate("window.left") == 0
    form.keyboard.insert_text(" More.")
    expect(words(form)).to_have_value(f"{TEXT} More.")


def test_stay_signed_in_is_reached_by_the_keyboard(form, clock):
    later(form, clock, 28 * 60 + 10)
    expect(warning(form)).to_be_visible()
    form.keyboard.press("Tab")
    expect(form.get_by_role("button", name="Stay signed in")).to_be_focused()
    form.keyboard.press("Enter")
    expect(warning(form)).to_be_hidden()


def test_the_count_is_shown_and_read_out_sparingly(form, clock):
    later(form, clock, 28 * 60 + 10)
    expect(warning(form)).to_be_visible()
    listen(form, "[data-session-said]")
    later(form, clock, 100)
    assert form.evaluate("window.said") == ["1 minute left.", "20 seconds left."]


def test_after_the_end_the_words_are_there_again(form, clock, chair):
    words(form).fill(TEXT)
    kept(form, clock)
    later(form, clock, 31 * 60)
    expect(form.get_by_text("Nothing was done here for 30 minutes")).to_be_visible()
    signed_in_again(form, chair)
    expect(words(form)).to_have_value(TEXT)
    assert site.ACTS == []


def test_the_end_after_twelve_hours_is_told_and_cannot_be_put_off(form, clock, chair):
    for number in range(29):
        words(form).fill(f"{TEXT} {number}")
        kept(form, clock)
        later(form, clock, 24 * 60)
    words(form).fill(f"{TEXT} at the end")
    kept(form, clock)
    later(form, clock, 20 * 60 + 30)
    expect(form.get_by_text("everyone signs in again after 12 hours")).to_be_visible()
    form.keyboard.press("Escape")
    expect(warning(form)).to_be_hidden()
    later(form, clock, 150)
    expect(form.get_by_text("You had been signed in for 12 hours")).to_be_visible()
    signed_in_again(form, chair)
    expect(words(form)).to_have_value(f"{TEXT} at the end")


def test_use_in_another_window_is_use(form, clock, context, address):
    later(form, clock, 20 * 60)
    other = context.new_page()
    other.goto(address)
    later(form, clock, 9 * 60)
    expect(warning(form)).to_be_hidden()


# ----- Two people at one browser -------------------------------------------------------------------------


@pytest.mark.parametrize("scripts", [True, False])
def test_who_signs_in_next_and_goes_back_finds_no_word_of_the_first(
    strict_page, address, clock, sign_in, scripts
):
    strict_page.goto(address)
    words(strict_page).fill(TEXT)
    strict_page.goto(reverse("own_drafts"))
    sign_in(person("MANAGER"))
    strict_page.go_back()
    expect(words(strict_page)).to_have_value("")
    assert TEXT not in strict_page.content()


# ----- Without scripts -----------------------------------------------------------------------------------


@pytest.mark.parametrize("scripts", [False])
def test_without_scripts_the_page_says_when_and_the_words_wait(strict_page, address, clock, chair, scripts):
    strict_page.goto(address)
    expect(strict_page.get_by_text(re.compile("You will be signed out at 11:1"))).to_be_visible()
    words(strict_page).fill(TEXT)
    clock.shift(dt.timedelta(minutes=31))
    strict_page.get_by_role("button", name="Save", exact=True).click()
    expect(strict_page.get_by_text("What you typed is kept as a draft")).to_be_visible()
    signed_in_again(strict_page, chair)
    expect(words(strict_page)).to_have_value(TEXT)
    strict_page.get_by_role("button", name="Save a draft for later").click()
    expect(strict_page.get_by_text("Nothing was sent.")).to_be_visible()
    expect(words(strict_page)).to_have_value(TEXT)
    assert site.ACTS == []


# ----- How it looks --------------------------------------------------------------------------------------


def test_it_reads_well(strict_page, address, size, axe, no_overflow, screenshot):
    strict_page.goto(address)
    words(strict_page).fill(TEXT)
    expect(state(strict_page)).to_be_visible()
    axe(strict_page)
    no_overflow(strict_page)
    screenshot(f"draft-saved-{size}")
    strict_page.goto(address)
    axe(strict_page)
    screenshot(f"draft-put-back-{size}")
    strict_page.goto(reverse("own_drafts"))
    axe(strict_page)
    no_overflow(strict_page)
    screenshot(f"drafts-{size}")
    strict_page.get_by_role("link", name="Discard").click()
    expect(strict_page.get_by_role("heading", name="Discard this draft?")).to_be_visible()
    axe(strict_page)
    screenshot(f"draft-discard-{size}")


def test_the_warning_reads_well(form, clock, size, axe, no_overflow):
    later(form, clock, 28 * 60 + 10)
    expect(warning(form)).to_be_visible()
    form.clock.resume()
    axe(form)
    no_overflow(form)
    form.screenshot(path=f"screenshots/session-warning-{size}.png")
