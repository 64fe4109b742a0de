"""The minute taker and the chair in one form: different texts are joined unasked, one text is asked about."""

import pytest

from conferences.operations.recording import (
    Action,
    Attendee,
    save_common,
    save_part,
    standing_common,
    standing_part,
)
from safeguarding.versions import StaleVersion, join_untouched, marks_of
from tests.cast import person
from tests.factories import UserFactory
from tests.views.meetings import AFTER, CLINIC, QUORUM, meeting

pytestmark = pytest.mark.django_db
TEXTS = ("working_well", "worried_about", "family_view")
OTHER = Action("Call the invented nurse", "Father", CLINIC.by_date)


@pytest.fixture
def writing():
    """A meeting, its chair and who takes its minutes."""
    typist = person("BUSINESS_SUPPORT")
    booking, amy, _ = meeting(UserFactory(full_name="Clara Chairwell"), minute_taker=typist)
    return booking, amy, booking.chair, typist


def test_two_who_wrote_different_texts_of_one_form_are_both_kept(writing):
    booking, _, chair, typist = writing
    record = booking.record
    opened = {"version": 1, "seen": standing_common(record, TEXTS, people=False).seen, "at": AFTER}
    empty = dict.fromkeys(TEXTS, "")
    save_common(record=record, values=empty | {"working_well": "Nan"}, by=typist, **opened)
    saved = save_common(record=record, values=empty | {"family_view": "One worker"}, by=chair, **opened)
    assert (saved.working_well, saved.family_view) == ("Nan", "One worker")


def test_two_who_wrote_one_text_are_asked_about_it(writing):
    booking, _, chair, typist = writing
    record = booking.record
    opened = {"version": 1, "seen": standing_common(record, TEXTS, people=False).seen, "at": AFTER}
    save_common(record=record, values={"working_well": "Nan", "worried_about": ""}, by=typist, **opened)
    with pytest.raises(StaleVersion) as stale:
        save_common(
            record=record, values={"working_well": "School", "worried_about": "Late"}, by=chair, **opened
        )
    assert stale.value.theirs["working_well"] == "Nan"


def test_the_decision_and_the_child_s_words_are_written_at_once(writing):
    _, amy, chair, typist = writing
    own = {
        "voice": "",
        "participation": "PN6",
        "outcome": "NO_PLAN",
        "reasons": "Safe",
        "working_well": "",
        "worried_about": "",
    }
    opened = {"version": 1, "seen": standing_part(amy).seen, "at": AFTER}
    save_part(part=amy, version=1, values={"voice": "I like Nan"}, actions=[CLINIC], by=typist, at=AFTER)
    saved = save_part(part=amy, values=own, actions=[], by=chair, **opened)
    assert (saved.voice, saved.outcome) == ("I like Nan", "NO_PLAN")
    assert [one.what for one in saved.actions.all()] == [CLINIC.what]


def test_two_lists_of_actions_are_never_thrown_together(writing):
    _, amy, chair, typist = writing
    opened = {"version": 1, "seen": standing_part(amy, ("voice",)).seen, "at": AFTER}
    save_part(part=amy, values={"voice": ""}, actions=[CLINIC], by=typist, **opened)
    with pytest.raises(StaleVersion):
        save_part(part=amy, values={"voice": ""}, actions=[OTHER], by=chair, **opened)


def test_attendance_and_the_reason_for_no_quorum_are_written_at_once(writing):
    booking, _, chair, typist = writing
    record = booking.record
    seen = standing_common(record, ("inquorate_reason",), people=True).seen
    save_common(record=record, version=1, values={}, attendances=QUORUM, by=typist, at=AFTER)
    values = {"inquorate_reason": "Enough is known"}
    saved = save_common(
        record=record, version=1, seen=seen, values=values, attendances=[], by=chair, at=AFTER
    )
    assert saved.inquorate_reason == "Enough is known" and saved.attendances.count() == len(QUORUM)


def test_a_line_is_the_same_whoever_typed_it(writing):
    booking, _, chair, _ = writing
    one = [Attendee("Nan Samplewood", "Grandmother", "", "IN_PERSON")]
    given = {"record": booking.record, "values": {}, "attendances": one, "by": chair, "at": AFTER}
    assert save_common(version=1, **given).version == save_common(version=1, **given).version


@pytest.mark.parametrize(
    ("mine", "theirs", "joined", "met"),
    [
        ("old", "new", "new", []),
        ("new", "old", "new", []),
        ("same", "same", "same", []),
        ("one", "two", "one", ["text"]),
    ],
)
def test_what_one_left_as_it_was_goes_to_the_other(mine, theirs, joined, met):
    seen = marks_of({"text": "old"})
    assert join_untouched(seen, {"text": mine}, {"text": theirs}) == ({"text": joined}, met)


def test_without_a_mark_every_difference_is_asked_about():
    assert join_untouched("", {"text": "old"}, {"text": "new"}) == ({"text": "old"}, ["text"])
