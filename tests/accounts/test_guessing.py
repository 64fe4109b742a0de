"""Guessing a password fails, and its owner is not locked out by it (C8)."""

import threading

import pytest
from django.contrib.auth.hashers import check_password
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from safeguarding.models import User
from tests.accounts.people import PASSWORD, give_password, with_password
from tests.cast import person

GUESSES = 200
# As many hands as a process has connections to the database, and no more.
THREADS = 8


@pytest.fixture
def checked(monkeypatch):
    """The passwords that were really compared."""
    seen = []

    def counting(self, raw, *args, **kwargs):
        seen.append(raw)
        return check_password(raw, self.password)

    monkeypatch.setattr(User, "check_password", counting)
    return seen


def guess(email, guesses, statuses):
    client = Client(raise_request_exception=False)
    for number in guesses:
        statuses.append(give_password(client, email, f"guess number {number}").status_code)
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_two_hundred_guesses_at_once_compare_at_most_five(checked, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {
        "login": "1000/m/ip",
        "login_failed": "1000/m/ip,5/15m/key",
    }
    cache.clear()
    owner, statuses = with_password(person("CHAIR")), []
    hands = [
        threading.Thread(target=guess, args=(owner.email, range(at, GUESSES, THREADS), statuses))
        for at in range(THREADS)
    ]
    [hand.start() for hand in hands]
    [hand.join() for hand in hands]
    assert len(statuses) == GUESSES and set(statuses) <= {200, 429, 503}
    assert 1 <= len(checked) <= 5


@pytest.mark.django_db
def test_the_limit_is_the_same_for_an_address_nobody_has(client):
    cache.clear()
    pages = [
        give_password(client, "nobody@fableshire.example", f"guess {n}").content.decode() for n in range(7)
    ]
    assert ["Too many attempts" in page for page in pages] == [False] * 5 + [True] * 2


@pytest.mark.django_db
def test_the_right_password_is_refused_too_while_the_limit_holds(client):
    cache.clear()
    owner = with_password(person("CHAIR"))
    for number in range(5):
        give_password(client, owner.email, f"guess {number}")
    assert "Too many attempts" in give_password(client, owner.email, PASSWORD).content.decode()


@pytest.mark.django_db
def test_the_passkey_is_no_part_of_that_limit(client):
    """The passkey's own test is in the browser; here: its door is still open after the guesses."""
    cache.clear()
    owner = with_password(person("CHAIR"))
    for number in range(6):
        give_password(client, owner.email, f"guess {number}")
    offer = client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})
    assert "challenge" in offer.json()["request_options"]["publicKey"]


@pytest.mark.django_db
def test_codes_of_the_second_check_are_limited_too(client):
    cache.clear()
    owner = with_password(person("CHAIR"))
    give_password(client, owner.email)
    pages = [client.post(reverse("mfa_authenticate"), {"code": f"{n:06}"}).content.decode() for n in range(7)]
    assert "Too many attempts" in pages[-1]


def test_limits_are_kept_in_postgresql(settings):
    assert settings.CACHES["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"
