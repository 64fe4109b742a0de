"""No form loses a word: each keeps what is typed, puts it back, sends nothing by itself, and lets it go."""

import copy
import datetime as dt

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client, override_settings

from safeguarding.models import Draft
from safeguarding.pagekit.texts import LONGEST_TEXT
from tests.accounts.people import freshly
from tests.drafts.browser import Window
from tests.drafts.cases import EVERY, NOW, Case

SITE = "tests.drafts.site"
WORDS = "Amber said so, and then she laughed."
TOO_LONG = "word " * (LONGEST_TEXT // 5) + "and the last ones"


@pytest.fixture(scope="module", params=EVERY, ids=lambda make: make.__name__)
def opened(request, django_db_setup, django_db_blocker):
    """The case and its form, opened once for all tests of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(ROOT_URLCONF=SITE), time_machine.travel(NOW, tick=False):
            case = request.param()
            window = Window(freshly(Client(), case.user), case.path)
        yield case, window
        transaction.set_rollback(True)


@pytest.fixture
def db(opened):
    """What a test does is undone, after what the database leaves to a commit has been checked."""
    with transaction.atomic():
        yield
        connection.check_constraints()
        transaction.set_rollback(True)


@pytest.fixture
def clock(db):
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def case(opened, clock) -> Case:
    return opened[0]


@pytest.fixture
def window(opened, case):
    """The form, opened and filled in, and nothing sent."""
    window = copy.copy(opened[1])
    window.client, window.fields = copy.copy(window.client), dict(window.fields)
    window.client.cookies = copy.deepcopy(window.client.cookies)
    return window.type(**case.fields, **dict.fromkeys(case.texts, WORDS))


def again(window, case):
    return Window(freshly(Client(), case.user), case.path)


def holds(window, case) -> bool:
    return all(window.fields.get(name) == WORDS for name in case.texts)


def test_what_was_typed_is_there_again_and_nothing_was_sent(window, case):
    assert window.autosave().status_code == 200
    for _ in range(2):
        assert holds(again(window, case), case)
    assert WORDS not in case.told()


def test_what_is_sent_after_the_session_ended_waits_for_its_writer(window, case, clock):
    clock.shift(dt.timedelta(minutes=31))
    window.send()
    assert window.answer.status_code == 302 and WORDS not in case.told()
    assert holds(again(window, case), case)


def test_once_it_is_saved_the_draft_is_gone(window, case):
    window.autosave()
    window.send()
    for step in case.steps:
        window.send(**step)
    assert window.answer.status_code == 302, window.text
    assert case.told().count(WORDS) >= len(case.texts)
    assert [draft.fields for draft in Draft.objects.all() if draft.fields] == []


def test_what_is_too_long_is_told_beside_each_text_and_stays(window, case):
    window.type(**dict.fromkeys(case.texts, TOO_LONG)).send()
    for name in case.texts:
        assert window.errors[name].endswith("characters or less")
        assert window.fields[name] == again(window, case).fields[name] == TOO_LONG
    assert TOO_LONG not in case.told()


def test_where_it_is_refused_the_draft_stays(window, case):
    for name in case.fields:
        window.fields.pop(name, None)
    window.type(**dict.fromkeys(case.texts[1:], "")).send()
    if window.answer.status_code == 302:
        return
    fresh = again(window, case)
    assert fresh.fields.get(case.texts[0]) == WORDS
