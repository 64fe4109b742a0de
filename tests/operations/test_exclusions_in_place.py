"""An exclusion where its chair cannot decide, where it was told before it is recorded, or told otherwise."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from conferences.models import Exclusion
from conferences.operations import exclusions as operations
from conferences.operations import exclusions_outcome as outcomes
from conferences.operations.recording_signing import sign
from conferences.operations.scheduling import pass_meeting_on
from conferences.queries.exclusions import tellings_before, to_do
from conferences.rules.exclusions import Given, ToldHow
from conferences.rules.workflow import ChairReason
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import ExclusionFactory, excluded
from tests.rules.test_exclusions import DECIDED
from tests.scheduling import NOW, booked, open_request
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting

pytestmark = pytest.mark.django_db
LATER = NOW + dt.timedelta(days=1)
WHY = "The chair is ill, and nobody has taken it over yet."
GIVEN = {"letter": Given.YES, "record": Given.NO, "words": "They may know what was decided."}


@pytest.fixture
def conference():
    return booked()


@pytest.fixture
def one(conference):
    return ExclusionFactory(request=conference.request)


def row():
    return Exclusion.objects.unscoped("test").get()


def in_place(one, by, why=WHY, **more):
    return operations.decide_in_place(exclusion=one, told=DECIDED, why=why, by=by, at=NOW, **more)


def test_who_leads_the_unit_decides_with_a_reason_where_the_chair_cannot(conference, one):
    lead = person("STRATEGIC_LEAD")
    with pytest.raises(Refused, match="why the chair does not decide") as refused:
        in_place(one, lead, why=" ")
    assert refused.value.field == "decided_in_place"
    in_place(one, lead)
    assert (row().answer, row().decided_by, row().decided_in_place) == ("WHOLE", lead, WHY)


def test_no_other_chair_decides_in_place_and_the_chair_decides_as_its_chair(conference, one):
    for other in (person("CHAIR"), person("MANAGER"), person("BUSINESS_SUPPORT")):
        with pytest.raises(Refused) as refused:
            in_place(one, other)
        assert refused.value.status == 403
    both = person("CHAIR", "STRATEGIC_LEAD")
    type(conference).every.filter(pk=conference.pk).update(chair=both)
    with pytest.raises(Refused, match="decide this as its chair"):
        in_place(one, both)
    assert row().answer == ""


def test_nobody_decides_in_place_while_there_is_no_meeting():
    waiting = ExclusionFactory(request=open_request())
    with pytest.raises(Refused, match="not in the diary yet"):
        in_place(waiting, person("STRATEGIC_LEAD"))


def test_what_the_chair_decides_then_is_the_chairs(conference, one):
    in_place(one, person("STRATEGIC_LEAD"))
    again = DECIDED.__class__(**vars(DECIDED) | {"reasons": "The same, and more."})
    operations.decide_exclusion(exclusion=one, told=again, by=conference.chair, at=LATER)
    assert (row().decided_by, row().decided_in_place) == (conference.chair, "")


def test_whoever_took_the_meeting_over_decides_and_who_gave_it_away_does_not(conference, one):
    before, after = conference.chair, person("CHAIR")
    reason = {"chair_reason": ChairReason.ILL, "writer": person("BUSINESS_SUPPORT"), "at": NOW}
    pass_meeting_on(conference, after, "", **reason)
    with pytest.raises(Refused, match="Only the chair"):
        operations.decide_exclusion(exclusion=one, told=DECIDED, by=before, at=LATER)
    operations.decide_exclusion(exclusion=one, told=DECIDED, by=after, at=LATER)
    outcomes.decide_outcome(exclusion=one, **GIVEN, by=after, at=LATER)
    with pytest.raises(Refused, match="Only the chair"):
        outcomes.decide_outcome(exclusion=one, **GIVEN, by=before, at=LATER)


@pytest.fixture
def held():
    """An exclusion from a conference that was held and signed, whose chair has left since."""
    booking, amy, basil = meeting(person("CHAIR"))
    mother = amy.requested_child.child.relationships.get().person
    one = excluded(booking, person=mother, name=mother.full_name)
    record = fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    sign(record=record, by=booking.chair, at=AFTER)
    type(booking.chair).objects.filter(pk=booking.chair_id).update(is_active=False)
    return one


def test_what_they_get_is_decided_in_place_of_a_chair_who_left_and_stands_on_the_leads_work(held):
    lead, on = person("STRATEGIC_LEAD"), AFTER.date()
    assert to_do(lead, on) == [held] and to_do(person("CHAIR"), on) == []
    act = {"exclusion": held, **GIVEN, "by": lead, "at": AFTER}
    with pytest.raises(Refused, match="why the chair does not decide"):
        outcomes.decide_outcome_in_place(why="", **act)
    outcomes.decide_outcome_in_place(why="She left.", **act)
    assert (row().gets_letter, row().outcome_by, row().outcome_in_place) == ("YES", lead, "She left.")


def test_the_database_knows_who_may_decide_what_they_get(held):
    worker = person("SOCIAL_WORKER")
    given = {"gets_letter": "YES", "gets_record": "NO", "outcome_words": "So", "outcome_at": AFTER}
    rows = Exclusion.objects.unscoped("test")
    for by, why in ((worker, "I think so"), (person("STRATEGIC_LEAD"), "")):
        with pytest.raises(IntegrityError, match="outcome_by_its_chair"), transaction.atomic():
            rows.update(**given, outcome_by=by, outcome_in_place=why)


def tell(one, day, how=ToldHow.TELEPHONE, at=LATER):
    support = person("BUSINESS_SUPPORT")
    return operations.tell_excluded(exclusion=one, how=how, told_date=day, by=support, at=at)


def test_of_a_conference_held_before_it_was_entered_they_were_told_before_it_is_recorded():
    begins = NOW - dt.timedelta(days=5)
    entered = booked()
    hours = {"starts_at": begins, "ends_at": begins + dt.timedelta(hours=2), "booked_at": NOW}
    type(entered).every.filter(pk=entered.pk).update(**hours, entered_reason="URGENT")
    asked = (NOW - dt.timedelta(days=9)).date()
    late = excluded(entered, asked_date=asked, decided_at=NOW, put_at=NOW, saved_at=NOW)
    with pytest.raises(Refused, match="before it was asked for"):
        tell(late, asked - dt.timedelta(days=1))
    tell(late, asked + dt.timedelta(days=1))
    assert row().told_date == asked + dt.timedelta(days=1)


def test_of_a_conference_to_come_the_database_lets_nobody_be_told_before_it_is_decided(conference):
    excluded(conference, asked_date=(NOW - dt.timedelta(days=9)).date(), decided_at=NOW, saved_at=NOW)
    early = {"told_how": "LETTER", "told_date": (NOW - dt.timedelta(days=3)).date(), "told_at": NOW}
    with pytest.raises(IntegrityError, match="told_once_decided"), transaction.atomic():
        Exclusion.objects.unscoped("test").update(**early, told_by=conference.chair)


def test_a_telling_is_corrected_and_what_was_recorded_stays(conference):
    one = excluded(conference)
    tell(one, NOW.date())
    assert tellings_before(row()) == []
    tell(one, LATER.date(), ToldHow.IN_PERSON)
    (before,) = tellings_before(row())
    assert (before.told_how, before.told_date) == ("TELEPHONE", NOW.date())
    assert (row().told_how, row().told_date) == ("IN_PERSON", LATER.date())
    tell(one, LATER.date(), ToldHow.IN_PERSON)
    assert len(tellings_before(row())) == 1


def test_the_database_lets_nobody_lift_what_was_decided_but_its_chair_with_when_and_why(conference):
    one = excluded(conference)
    rows = Exclusion.objects.unscoped("test").filter(pk=one.pk)
    wrong = (
        {"lifted_at": LATER},
        {"lifted_at": LATER, "lifted_by": person("SOCIAL_WORKER"), "lift_reason": "MISTAKE"},
        {"lifted_at": LATER, "lifted_by": conference.chair},
        {"lifted_by": conference.chair, "lift_reason": "MISTAKE"},
        {
            "lifted_at": one.put_at - dt.timedelta(days=1),
            "lifted_by": conference.chair,
            "lift_reason": "MISTAKE",
        },
    )
    for values in wrong:
        with pytest.raises(IntegrityError, match="exclusion_lifted"), transaction.atomic():
            rows.update(**values)
    rows.update(lifted_at=LATER, lifted_by=conference.chair, lift_reason="MISTAKE")
