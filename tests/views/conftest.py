"""A day for the pages to be read on, and somebody to read them."""

from datetime import date

import pytest

from tests.cast import person


@pytest.fixture
def october_2018(monkeypatch):
    """The pages' day is 31 October 2018; the moment of a right stays the real one."""
    for module in ("children", "families", "duties"):
        monkeypatch.setattr(f"conferences.views.{module}.today", lambda: date(2018, 10, 31))


@pytest.fixture
def chair(client, db):
    """An independent chair, signed in."""
    user = person("CHAIR")
    client.force_login(user)
    return user
