"""What a chair writes in the private note is in no other table, log or answer, and for nobody else."""

import re

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse

from conferences.operations.thinking_time_actions import add_action
from conferences.rules.thinking_time import PROMPTS
from tests.cast import person
from tests.factories import ThinkingTimeFactory
from tests.scheduling import NOW, booked, open_request

pytestmark = pytest.mark.django_db
CANARY = "Quillfeatherby"
OWN = {"conferences_reflectivenote", "conferences_reflectivenoteevent"}


@pytest.fixture(autouse=True)
def november_2018(monkeypatch):
    for module in ("thinking_time", "children", "families", "duties"):
        monkeypatch.setattr(f"conferences.views.{module}.today", lambda: NOW.date())
    for module in ("thinking_time", "scheduling"):
        monkeypatch.setattr(f"conferences.views.{module}.now", lambda: NOW)


@pytest.fixture
def chair():
    return person("CHAIR")


@pytest.fixture
def session(client, chair, caplog):
    """Held by its chair, with the canary in every part of the note; and an action that it led to."""
    caplog.set_level(0)
    held = ThinkingTimeFactory(request=open_request(), raised_at=NOW)
    child = held.request.children.get().child
    client.force_login(chair)
    typed = {prompt.field: f"{CANARY} {n}" for n, prompt in enumerate(PROMPTS)}
    day = {"held_date_day": "12", "held_date_month": "11", "held_date_year": "2018", "minutes": "45"}
    path = reverse("thinking_time_hold", args=[held.ref])
    # Refused first, so that it is kept as a draft, and saved then.
    assert CANARY in client.post(path, typed | day).content.decode()
    assert client.post(path, typed | day | {f"entry_{child.pk}": "The plan goes on."}).status_code == 302
    held.refresh_from_db()
    add_action(session=held, what="Ask", owner=chair, owner_words="", due_date=NOW.date(), by=chair, at=NOW)
    return held


def tables_with(word):
    """The names of the tables of which any row, in any column, has the word."""
    found = set()
    with connection.cursor() as cursor:
        # What is asked together of many tables is none.
        there = set(connection.introspection.table_names(cursor))
        for table in there & {one._meta.db_table for one in apps.get_models(include_auto_created=True)}:
            cursor.execute(f"SELECT count(*) FROM {table} t WHERE t::text LIKE %s", [f"%{word}%"])
            if cursor.fetchone()[0]:
                found.add(table)
    return found


def test_it_stands_in_its_own_table_alone(session, caplog):
    assert tables_with(CANARY) == OWN
    assert CANARY not in caplog.text


def pages_of(session):
    """Every page on which the session, its child or its family is told of."""
    child = session.request.children.get().child
    meeting = booked(session.request)
    return [
        reverse("thinking_time", args=[session.ref]),
        reverse("thinking_time_hold", args=[session.ref]),
        reverse("request", args=[session.request.ref]),
        reverse("booking", args=[meeting.ref]),
        reverse("record", args=[meeting.ref]),
        reverse("child", args=[child.ref]),
        reverse("child_timeline", args=[child.ref]),
        reverse("child_changes", args=[child.ref]),
        reverse("family_timeline", args=[child.family.ref]),
        reverse("family_history", args=[child.family.ref]),
        reverse("my_work"),
        reverse("diary_chairs"),
        f"{reverse('find_child')}?q={CANARY}",
    ]


@pytest.mark.parametrize("role", ["CHAIR", "STRATEGIC_LEAD", "MANAGER", "BUSINESS_SUPPORT"])
def test_no_answer_to_anybody_else_has_it(client, session, role):
    pages = pages_of(session)
    client.force_login(person(role))
    told = 0
    for path in pages:
        answer = client.get(path, follow=True)
        typed_back = 1 if "find" in path else 0
        shown = re.sub(r'value="[^"]*"', "", answer.content.decode())
        assert shown.count(CANARY) <= typed_back and CANARY not in str(answer.headers), path
        told += "The plan goes on." in shown
    assert told, "Nothing of the session was read at all."


def test_its_writer_reads_it_on_its_own_page_alone(client, session, chair):
    pages = pages_of(session)
    client.force_login(chair)
    shown = {path for path in pages if CANARY in client.get(path, follow=True).content.decode()}
    assert shown == {pages[0], pages[1]}
