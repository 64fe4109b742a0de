"""The confidential section of a record: written with it, carried along, closed by its signature."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest
from django.apps import apps

from conferences.models import WithheldText
from conferences.operations.recording import open_record
from conferences.operations.recording_outcomes import adjourn
from conferences.operations.recording_signing import sign
from conferences.operations.recording_withheld import (
    add_withheld,
    remove_withheld,
    save_withheld,
    standing,
)
from conferences.rules.recording_withheld import FromWhom, ToAgencies
from conferences.rules.workflow import OutcomeReason
from safeguarding.refusals import Refused
from safeguarding.versions import StaleVersion
from tests.cast import person
from tests.factories import PersonFactory
from tests.rules.test_recording_withheld import WHOLE
from tests.scheduling import booked, place
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting

pytestmark = pytest.mark.django_db
LATER = AFTER + dt.timedelta(minutes=5)


@pytest.fixture
def drafted():
    """A draft, with the mother of one of its children."""
    booking, amy, basil = meeting(person("CHAIR"), minute_taker=person("BUSINESS_SUPPORT"))
    mother = amy.requested_child.child.relationships.get().person
    return booking, (amy, basil), mother


def add(booking, told=WHOLE, by=None, at=AFTER):
    return add_withheld(record=booking.record, told=told, by=by or booking.chair, at=at)


def parts(booking):
    return list(WithheldText.objects.unscoped("test").filter(record__booking=booking))


def test_the_chair_and_who_takes_the_minutes_write_it_and_nobody_else(drafted):
    booking, _, _ = drafted
    add(booking)
    add(booking, replace(WHOLE, what="Another thing"), by=booking.minute_taker)
    assert [one.what for one in parts(booking)] == [WHOLE.what, "Another thing"]
    with pytest.raises(Refused):
        add(booking, replace(WHOLE, what="A third"), by=person("CHAIR"))


def test_sent_twice_it_is_there_once(drafted):
    booking, _, _ = drafted
    assert add(booking) == add(booking, at=LATER)
    assert len(parts(booking)) == 1


def test_it_is_kept_from_named_people_of_the_family_only(drafted):
    booking, _, mother = drafted
    named = replace(WHOLE, whom=FromWhom.PEOPLE, people=frozenset({mother.pk}))
    assert add(booking, named).from_people == [mother.pk]
    stranger = replace(named, people=frozenset({PersonFactory().pk}), what="Else")
    with pytest.raises(Refused, match="related to the children"):
        add(booking, stranger)


def test_what_the_police_told_is_withheld_from_agencies_unless_they_agreed(drafted):
    booking, _, _ = drafted
    police = replace(WHOLE, agency_kind="POLICE", agencies=None)
    assert add(booking, police).from_agencies
    shared = replace(police, agencies=ToAgencies.SHARE)
    with pytest.raises(Refused, match="who of the police agreed"):
        add(booking, shared)
    agreed = add(booking, replace(shared, owner_agreed="Sergeant Exemplar, 23 April"))
    assert not agreed.from_agencies


def test_of_two_who_change_the_same_text_the_second_is_told_and_both_texts_stay(drafted):
    booking, _, _ = drafted
    part = add(booking)
    seen = standing(part).seen
    save_withheld(withheld=part, told=replace(WHOLE, what="One"), seen=seen, by=booking.chair, at=LATER)
    two = {"withheld": part, "seen": seen, "by": booking.minute_taker, "at": LATER}
    with pytest.raises(StaleVersion) as stale:
        save_withheld(told=replace(WHOLE, what="Two"), **two)
    assert stale.value.theirs["what"] == "One"
    save_withheld(told=replace(WHOLE, told_by="Head Exemplar"), **two)
    (stands,) = parts(booking)
    assert (stands.what, stands.told_by, stands.saved_by) == ("One", "Head Exemplar", booking.minute_taker)


def test_after_signing_it_stays(drafted):
    booking, (amy, basil), _ = drafted
    part = add(booking)
    record = fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    sign(record=record, by=booking.chair, at=AFTER)
    acts = (
        lambda: add(booking, replace(WHOLE, what="Late"), at=LATER),
        lambda: save_withheld(withheld=part, told=WHOLE, by=booking.chair, at=LATER),
        lambda: remove_withheld(withheld=part, by=booking.chair, at=LATER),
    )
    for act in acts:
        with pytest.raises(Refused, match="signed and cannot be changed"):
            act()
    assert parts(booking) == [part]


def test_a_part_taken_out_is_gone_and_its_history_keeps_it(drafted):
    booking, _, _ = drafted
    part = add(booking)
    remove_withheld(withheld=part, by=booking.chair, at=LATER)
    assert parts(booking) == []
    history = apps.get_model("conferences", "WithheldTextEvent").objects.filter(what=WHOLE.what)
    assert set(history.values_list("pgh_label", flat=True)) == {"insert", "delete"}


def test_it_goes_along_where_the_meeting_is_adjourned():
    at = dt.datetime(2018, 11, 26, 10, 40, tzinfo=dt.UTC)
    one = booked()
    open_record(booking=one, by=one.chair, at=at)
    add(one, at=at)
    where = place(room=one.room, chair=one.chair, day=dt.date(2018, 11, 29), start=dt.time(14))
    by = {"by": one.chair, "at": at}
    words = "Nan stays with the children until then."
    again = adjourn(booking=one, form_key=uuid.uuid4(), reason=OutcomeReason.TIME, words=words, **where, **by)
    open_record(booking=again, by=one.chair, at=dt.datetime(2018, 11, 29, 14, 5, tzinfo=dt.UTC))
    (carried,) = parts(again)
    assert (carried.what, carried.saved_at, carried.from_family) == (WHOLE.what, at, True)
