"""Correcting what is recorded: shown first, kept as it was told, refused beside its field, by whoever may."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from conferences.models import Correction, Duty
from safeguarding.models import Child
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    ConferenceChildFactory,
    CoreGroupFactory,
    PersonFactory,
    PlanFactory,
    RelationshipFactory,
    RequestedChildFactory,
    ReviewFactory,
    TeamFactory,
    ThinkingTimeEntryFactory,
    ThinkingTimeFactory,
)
from tests.scheduling import NOW
from tests.views.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def november():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def child(client):
    team = TeamFactory()
    client.force_login(person("SOCIAL_WORKER", team=team))
    child = ChildFactory(birth_date=dt.date(2012, 5, 4), nhs_number="")
    AllocationFactory(child=child, team=team)
    return child


def day(name, value):
    parts = (value.day, value.month, value.year) if value else ("", "", "")
    return {f"{name}_{part}": number for part, number in zip(("day", "month", "year"), parts, strict=True)}


def page(child, kind="child", row=None):
    return reverse("child_correct", args=[child.ref, kind, row.pk if row else child.pk])


def who(child, **facts):
    """The form of who a child is, as it was opened, with these facts changed."""
    names = ("given_names", "family_name", "sex", "ethnicity", "la_child_id", "nhs_number", "upn")
    sent = {name: getattr(child, name) for name in names} | {"why": "TYPED", "words": "From the red book"}
    return sent | day("birth_date", child.birth_date) | facts


def steps(client, path, sent):
    """The page that is checked, and the one after it was confirmed."""
    check = client.post(path, sent)
    return check, client.post(path, sent | {"step": "confirm"}, follow=True)


def made():
    return Correction.objects.unscoped("test")


def test_a_birth_is_corrected_after_what_follows_was_shown_and_stays_as_it_was_told(client, child):
    sent = who(child, **day("birth_date", dt.date(2012, 5, 14)))
    check, done = steps(client, page(child), sent)
    assert "Check the correction" in text(check) and "What follows" in text(check)
    assert "Now recorded as: 4 May 2012" in text(check)
    shown = text(done)
    assert "14 May 2012" in shown and "As it was told: 4 May 2012" in shown
    assert "it was typed wrongly. From the red book." in shown
    one = made().get()
    assert (one.field, one.was, one.now) == ("birth_date", "2012-05-04", "2012-05-14") and one.was_at
    assert "Corrected: date of birth" in text(client.get(reverse("child_timeline", args=[child.ref])))


def test_nothing_is_kept_before_it_is_confirmed(client, child):
    client.post(page(child), who(child, given_names="Ruby"))
    assert not made().exists() and Child.objects.unscoped("test").get().given_names == "Amber"


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"nhs_number": "943 476 5918"}, "its last digit does not agree with the others"),
        ({"nhs_number": "0000000000"}, "leave it empty where it is not known"),
        ({"upn": "UNKNOWN"}, "leave it empty where it is not known"),
        ({"upn": "A12345678901"}, "has 13 characters; this one has 12"),
        ({"upn": "H801200001001"}, "Another child has this pupil number"),
        ({"la_child_id": ""}, "it cannot be empty"),
        (day("birth_date", dt.date(2018, 11, 13)), "must be today or in the past"),
        (day("birth_date", dt.date(1994, 1, 1)), "cannot be older than a parent"),
        (day("birth_date", dt.date(2018, 11, 2)), "cannot be more than 10 months after the first"),
        (day("birth_date", None), "Enter the date of birth, or the expected date"),
        (day("death_date", dt.date(2018, 1, 1)), "cannot be before the last conference, 2 July 2018"),
        (day("death_date", dt.date(2019, 1, 1)), "must be today or in the past"),
        ({"family_name": " "}, "Enter the family name"),
        ({"given_names": "Ruby", "why": ""}, "Select why it is corrected"),
        ({"given_names": "Ruby", "why": "OTHER", "words": ""}, "Enter what the reason is"),
        ({}, "Nothing here differs from what is recorded"),
    ],
)
def test_what_cannot_be_stands_beside_its_field_and_no_word_is_lost(client, child, facts, sentence):
    mother = PersonFactory(family=child.family, birth_date=dt.date(1994, 6, 1))
    RelationshipFactory(child=child, person=mother)
    plan = PlanFactory(child=child, start_date=dt.date(2017, 4, 9))
    ReviewFactory(plan=plan, held_date=dt.date(2018, 7, 2))
    ChildFactory(upn="H801200001001")
    shown = text(client.post(page(child), who(child, **facts)))
    assert sentence in shown and not made().exists()
    assert facts.get("words") == "" or "From the red book" in shown


def test_a_number_is_taken_with_its_spaces_and_in_small_letters(client, child):
    steps(client, page(child), who(child, nhs_number="943 476 5919", upn="a35012340178 9".replace(" ", "")))
    child.refresh_from_db()
    assert child.nhs_number == "9434765919"


@pytest.mark.parametrize("opened", [None, "a\0b"])
def test_who_is_slower_sees_both_and_sends_what_is_right(client, child, opened):
    opened = opened or client.get(page(child)).context["form"]["seen"].value()
    steps(client, page(child), who(child, given_names="Ruby"))
    late = client.post(page(child), who(child, given_names="Garnet", seen=opened))
    assert late.status_code == 409
    shown = late.content.decode()
    assert "Someone has corrected this" in shown and "Ruby" in shown and "Garnet" in shown
    assert "From the red book" in shown


def test_disabilities_in_another_order_are_the_same_in_a_clash(client, child):
    opened = client.get(page(child)).context["form"]["seen"].value()
    steps(client, page(child), who(child, given_names="Ruby", disabilities=["HAND", "BEH"]))
    late = client.post(page(child), who(child, disabilities=["HAND", "BEH"], seen=opened))
    assert late.status_code == 409 and set(late.context["form"].theirs) == {"given_names"}


def test_a_core_group_is_corrected_and_its_next_day_moves_with_it(client, child):
    plan = PlanFactory(child=child, start_date=dt.date(2018, 10, 1))
    group = CoreGroupFactory(plan=plan, held_date=dt.date(2018, 10, 9))
    sent = {"why": "OTHER_DAY", **day("held_date", dt.date(2018, 10, 12))}
    check, done = steps(client, page(child, "core_group", group), sent)
    assert "20 November 2018" in text(check) and "23 November 2018" in text(check)
    group.refresh_from_db()
    assert group.held_date == dt.date(2018, 10, 12) and "Core group, 12 October 2018" in text(done)
    due = Duty.objects.unscoped("test").filter(kind="HOLD_CORE_GROUP", closed_at=None)
    assert [one.due_date for one in due] == [dt.date(2018, 11, 23)]


def test_it_is_out_of_reach_for_another_team_and_for_who_may_not_record_it(client, child):
    group = CoreGroupFactory(plan=PlanFactory(child=child))
    facts = reverse("child_facts", args=[child.ref])
    client.force_login(person("MANAGER"))
    assert "Correct<" not in client.get(facts).content.decode()
    client.force_login(person("CHAIR"))
    assert client.get(page(child)).status_code == 403
    assert client.post(page(child), who(child, given_names="Ruby")).status_code == 403
    client.force_login(person("BUSINESS_SUPPORT"))
    assert client.get(page(child)).status_code == 200
    assert client.get(page(child, "core_group", group)).status_code == 403
    client.force_login(person("SOCIAL_WORKER", team=TeamFactory()))
    assert client.get(page(child)).status_code == client.get(facts).status_code == 404
    assert not made().exists()


def test_thinking_time_is_offered_to_the_chair_who_held_it_alone(client, child):
    holder = person("CHAIR")
    held = {"state": "HELD", "chair": holder, "held_date": dt.date(2018, 10, 9), "minutes": 45}
    session = ThinkingTimeFactory(**held)
    asked = RequestedChildFactory(request=session.request, child=child)
    entry = ThinkingTimeEntryFactory(session=session, child=asked.child, written_by=holder)
    for chair, status in ((person("CHAIR"), 403), (holder, 200)):
        client.force_login(chair)
        facts = client.get(reverse("child_facts", args=[child.ref])).content.decode()
        for at in (page(child, "thinking_time", session), page(child, "thinking_entry", entry)):
            assert (at in facts) is (status == 200) and client.get(at).status_code == status


def test_whoever_sees_a_child_in_another_role_alone_is_offered_no_correction_of_that_role(client, child):
    both = person("TEAM_MANAGER", "CHAIR", team=TeamFactory())
    client.force_login(both)
    facts = client.get(reverse("child_facts", args=[child.ref])).content.decode()
    assert page(child) not in facts and "/allocation/" not in facts
    changes = text(client.get(reverse("child_changes", args=[child.ref])))
    assert "Correct what is recorded" in changes and "Add a brother or sister" not in changes
    assert "Died" not in changes


def test_the_record_of_another_child_is_not_reached_by_this_child_s_address(client, child):
    other = CoreGroupFactory(plan=PlanFactory(child=ChildFactory(family=child.family)))
    assert client.get(page(child, "core_group", other)).status_code == 404
    assert client.get(reverse("child_correct", args=[child.ref, "nosuch", 1])).status_code == 404


def test_a_conference_s_day_is_corrected_by_its_chair_with_the_plan_it_began(client, child):
    at = ConferenceChildFactory(child=child, held_date=dt.date(2018, 10, 9))
    plan = PlanFactory(child=child, start_date=dt.date(2018, 10, 9), begun_at=at)
    client.force_login(person("CHAIR"))
    facts = text(client.get(reverse("child_facts", args=[child.ref])))
    assert "It began on the day of its conference" in facts
    sent = {"why": "FILE", "chair": "", **day("held_date", dt.date(2018, 10, 16))}
    check, done = steps(client, page(child, "conference", at.conference), sent)
    assert "The child protection plan of 9 October 2018 begins on 16 October 2018 instead." in text(check)
    plan.refresh_from_db()
    assert plan.start_date == dt.date(2018, 10, 16) and "Conference, 16 October 2018" in text(done)
    fields = client.get(page(child, "plan", plan)).context["form"].fields
    assert "start_date" not in fields and "end_date" not in fields and "initial_category" in fields


def test_a_plan_that_would_overlap_another_is_told_beside_its_field(client, child):
    PlanFactory(child=child, start_date=dt.date(2018, 10, 9))
    plan = PlanFactory(
        child=child, start_date=dt.date(2017, 1, 9), end_date=dt.date(2017, 9, 4), end_reason="MOVED"
    )
    client.force_login(person("STRATEGIC_LEAD"))
    sent = {"why": "TOLD", "words": "From the other team", "end_reason": "MOVED", "step_down": ""}
    days = day("start_date", plan.start_date) | day("end_date", dt.date(2018, 10, 9))
    shown = text(client.post(page(child, "plan", plan), sent | days))
    assert "The plans would overlap: another one of the child began on 9 October 2018" in shown
    assert "From the other team" in shown
