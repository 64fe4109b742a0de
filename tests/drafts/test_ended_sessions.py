"""What is sent when the session is over waits for its writer behind the sign-in, and for nobody else."""

import datetime as dt
from urllib.parse import parse_qs, urlparse

import pytest
from django.contrib.sessions.models import Session
from django.core import signing
from django.test import Client
from django.urls import reverse

from safeguarding.clock import now
from safeguarding.drafts.sheets import SALT, Place, Sheet, seal, unseal
from safeguarding.models import Draft
from tests.accounts.people import PASSWORD, code, with_password
from tests.cast import person
from tests.drafts import site
from tests.drafts.browser import Window

TEXT = "What Amber said, in her own words."


def signed_in_anew(client, user, **more):
    """Through the door, with password and code, as in another tab."""
    client.cookies.pop("session", None)
    client.post(
        reverse("account_login"),
        {
            "login": with_password(user).email,
            "password": PASSWORD,
            "csrfmiddlewaretoken": token(client, "account_login"),
            **more,
        },
    )
    sent = {"code": code(), "csrfmiddlewaretoken": token(client, "mfa_authenticate")}
    return client.post(reverse("mfa_authenticate"), sent)


def minutes(clock, count):
    clock.shift(dt.timedelta(minutes=count))


def sent_late(window, clock, count=31):
    """The form is sent after the session has ended."""
    window.type(words=TEXT, **{"rows-0-what": "x"})
    minutes(clock, count)
    return window.send()


def test_what_is_sent_too_late_is_kept_and_not_done(window, clock):
    sent_late(window, clock)
    assert site.ACTS == [] and Draft.objects.get().fields["words"] == [TEXT]


def test_the_sign_in_page_says_so_and_shows_no_word_of_it(window, clock):
    sent_late(window, clock).follow()
    assert "Nothing was done here for 30 minutes" in window.text
    assert "What you typed is kept as a draft" in window.text and TEXT not in window.text


def test_after_signing_in_the_person_is_on_the_page_with_the_text_there(window, clock, chair):
    sent_late(window, clock).follow()
    wanted = parse_qs(urlparse(window.path).query)["next"][0]
    window.read(signed_in_anew(window.client, chair, next=wanted), "").follow()
    assert window.path == reverse("trial", args=[Draft.objects.get().subject])
    assert window.fields["words"] == TEXT and window.fields["rows-0-what"] == "x"
    assert "Your draft of 1 October 2018 at 10:31am is in the form. Nothing of it was sent" in window.text
    assert site.ACTS == []


def test_twelve_hours_end_it_too(window, clock):
    for _ in range(29):
        window.autosave()
        minutes(clock, 25)
    window.type(words=TEXT).send().follow()
    assert "You had been signed in for 12 hours" in window.text
    assert Draft.objects.get().fields["words"] == [TEXT]


def test_a_session_that_is_gone_from_the_table_loses_nothing(window):
    Session.objects.all().delete()
    window.type(words=TEXT).send().follow()
    assert "What you typed is kept as a draft" in window.text
    assert Draft.objects.get().fields["words"] == [TEXT]


def test_a_browser_that_forgot_its_session_loses_nothing(window, chair):
    del window.client.cookies["session"]
    window.type(words=TEXT).send()
    assert Draft.objects.get().owner == chair


def test_what_the_script_sends_too_late_is_kept_and_answered(window, clock):
    minutes(clock, 31)
    told = window.type(words=TEXT).autosave().json()
    assert told.pop("mark")
    assert told == {"kept_at": "10:31am", "signed_in": False, "left": [0, 0], "saved": ""}
    assert Draft.objects.get().fields["words"] == [TEXT]


def test_each_sign_in_begins_a_session_of_its_own(window, clock, chair):
    before = window.client.session.session_key
    sent_late(window, clock)
    at_the_door = window.client.session.session_key
    window.client.post(reverse("account_login"), {"login": with_password(chair).email, "password": PASSWORD})
    window.client.post(reverse("mfa_authenticate"), {"code": code()})
    assert window.client.session.get("_auth_user_id") == str(chair.pk)
    assert window.client.session.session_key not in (before, at_the_door)


@pytest.mark.parametrize("door", ["account_login", "mfa_authenticate", "account_change_password"])
def test_a_password_or_a_code_is_never_kept(client, chair, door):
    """Not even where a seal, taken from another form, is sent along."""
    taken = seal(Sheet(chair.pk, Place("trial", ""), now()))
    client.post(reverse(door), {"password": PASSWORD, "code": "123456", "draft": taken})
    page = client.get(reverse(door))
    assert b'name="draft"' not in page.content and not Draft.objects.exists()


def test_somebody_else_who_signs_in_there_sees_nothing_of_it(window, clock):
    sent_late(window, clock).follow()
    window.client.force_login(person("MANAGER"))
    assert TEXT not in Window(window.client, reverse("trial", args=[Draft.objects.get().subject])).text


def test_a_token_gone_stale_by_a_new_sign_in_loses_nothing(child, chair, clock):
    client = Client(enforce_csrf_checks=True)
    client.force_login(chair)
    window = Window(client, reverse("trial", args=[child.ref]))
    # In another tab the session ends and a new one begins, with another token.
    signed_in_anew(client, chair)
    window.type(words=TEXT, **{"rows-0-what": "x"}).send()
    assert window.answer.status_code == 403 and site.ACTS == []
    assert "What you typed is kept as a draft" in window.text
    assert Window(client, reverse("trial", args=[child.ref])).fields["words"] == TEXT


def token(client, door):
    return str(client.get(reverse(door)).context["csrf_token"])


def test_an_old_page_of_one_person_sent_under_anothers_session_is_kept_for_the_first(child, chair, clock):
    client = Client(enforce_csrf_checks=True)
    client.force_login(chair)
    window = Window(client, reverse("trial", args=[child.ref]))
    manager = person("MANAGER")
    signed_in_anew(client, manager)
    window.type(words=TEXT, **{"rows-0-what": "x"}).send()
    assert window.answer.status_code == 403 and site.ACTS == [] and TEXT not in window.text
    assert Draft.objects.get().owner == chair
    assert TEXT not in Window(client, reverse("trial", args=[child.ref])).text


def test_the_same_is_refused_where_the_token_would_do(window, chair):
    """Without a check of the token: the seal alone says whose page it was."""
    window.client.force_login(person("MANAGER"))
    window.type(words=TEXT, **{"rows-0-what": "x"}).send()
    assert window.answer.status_code == 403 and "opened by someone else" in window.text
    assert site.ACTS == [] and Draft.objects.get().owner == chair


@pytest.mark.parametrize("spoil", [lambda seal: seal[:-2], lambda seal: "", lambda seal: f"x{seal}"])
def test_a_seal_that_is_not_ours_keeps_nothing(window, spoil):
    window.fields["draft"] = spoil(window.fields["draft"])
    window.type(words=TEXT).send()
    assert not Draft.objects.exists()


@pytest.mark.parametrize("told", [{}, {"o": 1}, [], None, {"o": 1, "f": "a", "s": "", "a": "yesterday"}])
def test_a_seal_that_another_version_wrote_keeps_nothing_and_breaks_nothing(window, told):
    window.type(draft=signing.dumps(told, salt=SALT, compress=True), words="Said").send()
    assert window.fields["words"] == "Said" and not Draft.objects.exists()


def test_a_seal_opens_no_other_form(window):
    sheet = unseal(window.fields["draft"])
    elsewhere = type(sheet.place)(sheet.place.form, "00000000-0000-4000-8000-000000000000")
    window.fields["draft"] = seal(type(sheet)(**{**sheet.__dict__, "place": elsewhere}))
    window.type(words=TEXT).send()
    assert not Draft.objects.exists()


# ----- How long the session lasts ------------------------------------------------------------------------


def left(window):
    return window.client.get(reverse("session")).json()["left"]


def test_asking_how_long_the_session_lasts_is_no_use_of_it(window, clock):
    for _ in range(30):
        minutes(clock, 1)
        left(window)
    assert left(window) == [0, 0]


def test_it_tells_the_idle_and_the_absolute_end(window, clock):
    minutes(clock, 10)
    assert left(window) == [20 * 60, 12 * 3600 - 600]


def test_words_that_are_typed_are_use_of_it(window, clock):
    for number in range(10):
        minutes(clock, 20)
        assert window.type(words=f"{TEXT} {number}").autosave().json()["signed_in"]


def test_staying_signed_in_is_use_of_it(window, clock):
    minutes(clock, 29)
    assert window.client.post(reverse("session")).json()["left"] == [30 * 60, 12 * 3600 - 29 * 60]


def test_nobody_is_told_of_no_session(client):
    assert client.get(reverse("session")).json() == {"left": [0, 0]}
