"""A child, a chair at a browser, and a form that keeps drafts."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from tests.cast import person
from tests.drafts import site
from tests.drafts.browser import Window
from tests.factories import ChildFactory

START = dt.datetime(2018, 10, 1, 9, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def one_form(settings, db):
    settings.ROOT_URLCONF = "tests.drafts.site"
    site.ACTS.clear()
    site.STANDING.clear()


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


@pytest.fixture
def child():
    return ChildFactory(given_names="Amber", family_name="Testcase")


@pytest.fixture
def chair(client, clock):
    chair = person("CHAIR")
    client.force_login(chair)
    return chair


@pytest.fixture
def window(client, chair, child):
    """The form, opened by the chair."""
    return Window(client, reverse("trial", args=[child.ref]))
