"""Thinking time's pages: two parts, two readerships. The note is read by nobody but its writer, anywhere."""

import re

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse

from conferences.models import ReflectiveNote
from safeguarding.labelled import values
from safeguarding.rights import Role
from tests.cast import person
from tests.factories import ChildFactory, ThinkingTimeFactory
from tests.scheduling import NOW, booked, open_request
from tests.views.pages import text

pytestmark = pytest.mark.django_db
SECRET = "Quillfeather"
ON_FILE = "Look at all three plans together."


@pytest.fixture(autouse=True)
def november_2018(monkeypatch):
    for module in ("thinking_time", "children", "families"):
        monkeypatch.setattr(f"conferences.views.{module}.today", lambda: NOW.date())
    for module in ("thinking_time", "scheduling"):
        monkeypatch.setattr(f"conferences.views.{module}.now", lambda: NOW)


@pytest.fixture
def chair(client):
    user = person("CHAIR")
    client.force_login(user)
    return user


@pytest.fixture
def session():
    return ThinkingTimeFactory(request=open_request(), raised_at=NOW)


def child_of(session):
    return session.request.children.get().child


def filled(session, **change):
    values = {
        "held_date_day": "12",
        "held_date_month": "11",
        "held_date_year": "2018",
        "minutes": "45",
        "facilitator": "",
        f"entry_{child_of(session).pk}": ON_FILE,
        "pattern": SECRET,
        "other_explanations": SECRET,
        "childs_life": SECRET,
        "own_response": SECRET,
    }
    return values | change


def address(session, name="thinking_time"):
    return reverse(name, args=[session.ref])


def hold(client, session, **change):
    return client.post(address(session, "thinking_time_hold"), filled(session, **change), follow=True)


def test_the_page_says_why_who_can_read_what_and_asks_its_questions(client, chair, session):
    shown = text(client.get(address(session)))
    for words in (
        "The child was on a plan before",
        "Yes, before the conference",
        "Only the chair who writes it",
        "What is the pattern, rather than the latest incident?",
    ):
        assert words in shown


def test_the_form_keeps_the_two_parts_visibly_apart(client, chair, session):
    shown = text(client.get(address(session, "thinking_time_hold")))
    file_part, note_part = shown.split("2. Your reflective note")
    assert "1. For each child’s file" in file_part and "goes on each child’s file" in file_part
    assert "nobody who leads the unit or manages you" in note_part


def test_held_it_stands_on_the_child_s_timeline_and_record_for_who_reads_the_child(client, chair, session):
    assert "Thinking time is recorded." in text(hold(client, session))
    worker = person("SOCIAL_WORKER", team=child_of(session).allocations.get().team)
    client.force_login(worker)
    told = text(client.get(reverse("child_timeline", args=[child_of(session).ref])))
    assert ON_FILE in told and f"Held by {chair.full_name}." in told


def test_the_writer_reads_the_note_and_may_change_it(client, chair, session):
    hold(client, session)
    assert SECRET in text(client.get(address(session)))
    assert SECRET in client.get(address(session, "thinking_time_hold")).content.decode()


def addresses(session, booking):
    """Every address of the site that takes nothing or a reference, with every reference of this story."""
    child = child_of(session)
    refs = [session.ref, booking.ref, session.request.ref, child.ref, child.family.ref]
    for name in sorted({n for n in get_resolver().reverse_dict if isinstance(n, str)}):
        for args in ([], *([ref] for ref in refs)):
            try:
                yield reverse(name, args=args)
            except NoReverseMatch:
                continue


@pytest.mark.parametrize("role", values(Role))
def test_the_note_s_text_is_in_nobody_else_s_response(client, chair, session, role):
    hold(client, session)
    assert ReflectiveNote.objects.filter(pattern=SECRET).exists()
    booking = booked(session.request, chair=chair)
    client.force_login(
        person(role, team=child_of(session).allocations.get().team if role != "CHAIR" else None)
    )
    client.raise_request_exception = False
    places = list(addresses(session, booking))
    read = [(where, send(where)) for where in places for send in (client.get, client.post)]
    assert [where for where, page in read if SECRET in page.content.decode(errors="replace")] == []
    assert sum(page.status_code == 200 for _, page in read) >= 3


def test_another_chair_cannot_open_what_one_held_to_change_it(client, chair, session):
    hold(client, session)
    other = person("CHAIR")
    client.force_login(other)
    page = client.get(address(session, "thinking_time_hold")).content.decode()
    # What is on the file stands in the story beside, and in no field.
    assert SECRET not in page and ON_FILE not in "".join(re.findall("<textarea.*?</textarea>", page, re.S))
    again = text(client.post(address(session, "thinking_time_hold"), filled(session, pattern="Mine now")))
    assert f"{chair.full_name} held this thinking time" in again
    assert ReflectiveNote.objects.get().pattern == SECRET


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"held_date_day": ""}, "Day it was held must include a day"),
        ({"held_date_day": "13"}, "The day it was held cannot be in the future"),
        ({"held_date_day": "11"}, "The day it was held cannot be before it was requested, 12 November 2018"),
        ({"minutes": ""}, "Enter how many minutes it took"),
        ({"minutes": "soon"}, "How long it took must be a whole number of minutes"),
        ({"minutes": "900"}, "How long it took must be 5 to 480 minutes"),
    ],
)
def test_each_mistake_has_its_sentence_and_nothing_typed_is_lost(client, chair, session, change, sentence):
    page = hold(client, session, **change)
    assert sentence in text(page)
    assert ON_FILE in page.content.decode() and SECRET in page.content.decode()
    assert not ReflectiveNote.objects.exists()


def test_a_child_without_a_conclusion_is_named(client, chair, session):
    child = child_of(session)
    page = hold(client, session, **{f"entry_{child.pk}": " "})
    assert f"Enter what you conclude for {child.display_name}" in text(page)


def test_a_conclusion_for_a_child_who_left_meanwhile_is_shown_and_not_dropped(client, chair, session):
    brother = ChildFactory(family=session.request.family)
    left = {f"entry_{brother.pk}": "Only for him.", "entry_x": "Nobody.", f"entry_{'9' * 30}": "Nobody."}
    page = client.post(address(session, "thinking_time_hold"), filled(session) | left)
    assert page.status_code == 409 and "A child has left this request" in text(page)
    assert f"What you conclude for {brother.display_name}" in text(page) and "Only for him." in text(page)
    session.refresh_from_db()
    assert session.held_date is None
    assert hold(client, session).status_code in (200, 302)
    session.refresh_from_db()
    assert session.held_date is not None


def test_the_booked_chair_alone_holds_it(client, chair, session):
    booking = booked(session.request)
    assert f"{booking.chair.full_name} chairs this conference" in text(hold(client, session))


def test_a_chair_takes_time_of_their_own_accord(client, chair):
    asked = open_request()
    where = reverse("thinking_time_new", args=[asked.ref])
    assert "Select why you want time to think" in text(client.post(where, {"trigger": ""}))
    shown = text(client.post(where, {"trigger": "STUCK"}, follow=True))
    assert "The work is stuck" in shown and "No, the chair chose it" in shown


def test_a_meeting_s_page_lists_its_thinking_time(client, chair, session):
    booking = booked(session.request, chair=chair)
    page = client.get(reverse("booking", args=[booking.ref])).content.decode()
    assert address(session) in page and reverse("thinking_time_new", args=[session.request.ref]) in page


def test_the_title_names_nobody(client, chair, session):
    title = re.search("<title>(.*?)</title>", client.get(address(session)).content.decode(), re.S)[1]
    assert "Thinking time" in title and child_of(session).family_name not in title


def test_out_of_scope_is_not_there(client, chair):
    hidden = ThinkingTimeFactory(request=open_request(child__restricted=True))
    assert client.get(address(hidden)).status_code == 404
    assert client.get(address(hidden, "thinking_time_hold")).status_code == 404


def test_the_page_asks_a_fixed_number_of_times(client, chair, session, django_assert_max_num_queries):
    hold(client, session)
    with django_assert_max_num_queries(18):
        client.get(address(session))
