"""The figures of a conference’s people and days: by hand, each counted again in loops over the rows.

In random lives tests/queries/test_measures_work.py counts them again after every step.
"""

import datetime as dt

import pytest

from conferences.models import BookingMove
from conferences.queries.measures import figures, members
from conferences.rules.figures import NOT_COUNTED
from conferences.rules.measures_meetings import HEARD
from safeguarding.bankholidays import england
from tests.cast import person
from tests.factories import (
    AttendanceFactory,
    BookingFactory,
    ChildFactory,
    ChildPartFactory,
    ConferenceChildFactory,
    ConferenceFactory,
    EnquiryFactory,
    InvitationFactory,
    MeetingRecordFactory,
    PolicySettingFactory,
    ReportShowingFactory,
    RequestedChildFactory,
)
from tests.queries.measures_meetings_oracle import meetings_oracle
from tests.queries.measures_world import YEAR, day

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2018, 4, 24, 12, tzinfo=dt.UTC)
# Three working days before Tuesday 24 April 2018.
FOR_FAMILY = day("19 Apr 2018")


def meeting(*, started="3 Apr 2018", held="24 Apr 2018", children=1, born="1 May 2010", **booking):
    """A conference on enquiries that began on a day, and each of its children there."""
    held_on = day(held)
    kids = [ChildFactory(birth_date=day(born)) for _ in range(children)]
    asked = []
    for child in kids:
        enquiry = EnquiryFactory(child=child, started_date=day(started))
        given = {"request": asked[0].request} if asked else {}
        asked.append(RequestedChildFactory(child=child, enquiry=enquiry, **given))
    conference = ConferenceFactory(held_date=held_on)
    starts = dt.datetime.combine(held_on, dt.time(9), tzinfo=dt.UTC)
    times = {"starts_at": starts, "ends_at": starts + dt.timedelta(hours=2)}
    made = BookingFactory(request=asked[0].request, state="HELD", conference=conference, **(times | booking))
    at = [ConferenceChildFactory(conference=conference, child=a.child, enquiry=a.enquiry) for a in asked]
    return made, asked, at


def sign(booking, asked, at, *hows):
    record = MeetingRecordFactory(booking=booking, state="SIGNED", signed_by=booking.chair, signed_at=NOON)
    for one, there, how in zip(asked, at, hows, strict=True):
        ChildPartFactory(record=record, requested_child=one, conference_child=there, participation=how)
    return record


def report(booking, came=None, shown=None, **fields):
    """A report on the list of a meeting, with when it came and when the family was shown it."""
    told = {"told_at": NOON + dt.timedelta(days=30)}
    if shown:
        told |= {"shared_date": day(shown), "shared_way": "READ", "shared_by": "Ann"}
    named = {"name": f"Teacher {InvitationFactory._meta.model.objects.unscoped('test').count()}"}
    return InvitationFactory(
        request=booking.request, received_date=day(came) if came else None, **(named | told | fields)
    )


def told(code) -> tuple[str, dict[str, int], dict[str, int]]:
    """What a figure says, its bands and what it left out; and that loops over the rows count the same."""
    figure = figures(YEAR, [code])[code]
    bands = {band: n for band, n in next(iter(figure.breakdown.values()), {}).items() if n}
    left = {reason.value: n for reason, n in figure.left_out.items()}
    assert meetings_oracle(england(), YEAR.from_, YEAR.to)[code] == (
        figure.numerator,
        figure.denominator,
        bands,
        left,
    )
    return figure.as_text(), bands, left


@pytest.mark.parametrize("code", ["reports_shared_on_time", "participation", "conferences_held_late"])
def test_what_nothing_is_kept_of_is_blank_and_not_0_of_0(code):
    assert told(code) == (NOT_COUNTED, {}, {})


# ----- Reports ---------------------------------------------------------------------------------------------


def test_reports_are_shared_in_time_by_the_day_for_the_family_whenever_they_came():
    booking, *_ = meeting()
    report(booking, "16 Apr 2018", "19 Apr 2018")
    report(booking, "20 Apr 2018", "20 Apr 2018")
    report(booking, "16 Apr 2018")
    report(booking, none_why="They do not know the family.")
    report(booking)
    report(booking, is_report_asked=False)
    assert told("reports_shared_on_time") == (
        "1 of 5 (20.0%)",
        {"IN_TIME": 1, "LATE": 1, "NOT_SHOWN": 1, "NONE_COMES": 1, "NOT_CAME": 1},
        {},
    )
    listed = members("reports_shared_on_time", YEAR, part="LATE")
    assert [row.day for row in listed] == [day("24 Apr 2018")]


def test_reports_told_of_each_are_shared_once_each_of_the_family_was_shown_them():
    booking, *_ = meeting()
    of = {"agency_kind": "", "is_report_asked": False, "request": booking.request}
    mother, father = (InvitationFactory(name=f"{who} Exemplar", **of) for who in ("Mother", "Father"))

    def shown(one, reader, on, way="READ"):
        given = {"way": way, "words": "As a supporter", "told_at": NOON + dt.timedelta(days=60)}
        ReportShowingFactory(invitation=one, reader=reader, shown_date=day(on), **given)

    in_time, late, half, never = (report(booking, "16 Apr 2018") for _ in range(4))
    for one, on in ((in_time, "19 Apr 2018"), (late, "20 Apr 2018")):
        shown(one, mother, "17 Apr 2018")
        shown(one, father, on, "DECLINED")
    shown(half, mother, "17 Apr 2018")
    for reader in (mother, father):
        shown(never, reader, "17 Apr 2018", "NOT_THEIRS")
    shown(report(booking), mother, "17 Apr 2018")
    report(booking, "16 Apr 2018", "19 Apr 2018")
    assert told("reports_shared_on_time") == (
        "2 of 5 (40.0%)",
        {"IN_TIME": 2, "LATE": 1, "NOT_SHOWN": 1, "NOT_CAME": 1},
        {"NOT_TO_BE_SHOWN": 1},
    )


def test_of_whom_nothing_is_wanted_nothing_is_counted():
    """Who was taken off the list, what the family is not to be shown, a meeting that was entered later."""
    booking, *_ = meeting()
    off = {"off_reason": "ANOTHER", "off_by": person("MANAGER"), "off_at": NOON}
    report(booking, "16 Apr 2018", "16 Apr 2018", **off)
    report(booking, "16 Apr 2018", shared_way="NEVER", unshared_why="The police ask so.")
    entered, *_ = meeting(held="26 Apr 2018", entered_reason="URGENT", booked_at=NOON + dt.timedelta(days=9))
    report(entered, "16 Apr 2018", "16 Apr 2018")
    report(booking, "16 Apr 2018", "16 Apr 2018", is_report_asked=False)
    assert told("reports_shared_on_time") == (
        "1 of 1 (100.0%)",
        {"IN_TIME": 1},
        {"ENTERED_LATER": 1, "NOT_TO_BE_SHOWN": 1},
    )


def test_the_day_for_the_family_is_the_limit_of_its_day():
    PolicySettingFactory(
        key="REPORT_TO_FAMILY_INITIAL_WORKING_DAYS", value="1", effective_date=day("20 Apr 2018")
    )
    booking, *_ = meeting()
    report(booking, "20 Apr 2018", "23 Apr 2018")
    assert figures(YEAR, ["reports_shared_on_time"])["reports_shared_on_time"].numerator == 1


def test_of_a_sitting_that_was_adjourned_no_report_is_counted_until_it_is_held():
    asked = RequestedChildFactory()
    undecided = {"outcome_reason": "TIME", "outcome_words": "On another day.", "outcome_at": NOON}
    sat = BookingFactory(request=asked.request, state="ADJOURNED", outcome_by=person("MANAGER"), **undecided)
    report(sat, "16 Apr 2018", "16 Apr 2018")
    assert told("reports_shared_on_time") == (NOT_COUNTED, {}, {})


# ----- Children --------------------------------------------------------------------------------------------


def test_children_who_took_part_are_those_who_were_signed_so():
    sign(*meeting(children=3), "PN1", "PN6", "PN7")
    sign(*meeting(held="25 Apr 2018", born="25 Apr 2014"), "PN4")
    sign(*meeting(held="26 Apr 2018", born="27 Apr 2014"), "PN0")
    sign(*meeting(held="27 Apr 2018"), "")
    meeting(held="30 Apr 2018")
    assert told("participation") == (
        "3 of 4 (75.0%)",
        {"PN1": 1, "PN4": 1, "PN6": 1, "PN7": 1},
        {"NOT_ASKED_THEN": 1, "NOT_KNOWN_HERE": 1},
    )
    unheard = figures(YEAR, ["participation"])["participation"].bands("unheard")
    assert {band: n for band, n in unheard.items() if n} == {"4-9": 1}


def test_each_code_but_the_two_without_views_is_of_taking_part():
    assert set(HEARD) == {f"PN{n}" for n in range(1, 7)}


# ----- Late ------------------------------------------------------------------------------------------------


def agreed(why, words="") -> dict[str, object]:
    return {
        "late_why": why,
        "late_reason": words,
        "late_manager": person("MANAGER"),
        "late_chair": person("CHAIR"),
    }


def test_conferences_are_late_by_the_reason_that_was_agreed():
    """Fifteen working days from 3 April 2018 are 24 April."""
    meeting()
    meeting(held="25 Apr 2018", **agreed("INTERPRETER"))
    meeting(held="26 Apr 2018", **agreed("OTHER", "A flood"))
    meeting(held="27 Apr 2018", late_reason="Nobody came", late_agreed_by="The manager")
    meeting(held="30 Apr 2018")
    assert told("conferences_held_late") == (
        "4 of 5 (80.0%)",
        {"INTERPRETER": 1, "OTHER": 1, "IN_WORDS": 1, "NOT_SAID": 1},
        {},
    )
    (row,) = members("conferences_held_late", YEAR, part="OTHER")
    assert (row.day, row.number) == (day("26 Apr 2018"), 2)


def test_a_reason_given_before_it_was_moved_forward_counts_for_nothing():
    booking, *_ = meeting(**agreed("ROOM"))
    BookingMove.objects.create(
        booking=booking,
        from_room=booking.room,
        from_chair=booking.chair,
        from_starts_at=booking.starts_at + dt.timedelta(days=7),
        from_ends_at=booking.ends_at + dt.timedelta(days=7),
        reason="ROOM",
        moved_by=booking.booked_by,
        moved_at=booking.booked_at,
    )
    assert told("conferences_held_late") == ("0 of 1 (0.0%)", {}, {})


def test_it_is_late_for_the_child_whose_day_came_first():
    booking, *_ = meeting(children=1, held="25 Apr 2018", started="10 Apr 2018")
    other = EnquiryFactory(started_date=day("3 Apr 2018"))
    RequestedChildFactory(request=booking.request, child=other.child, enquiry=other)
    assert told("conferences_held_late")[0] == "1 of 1 (100.0%)"


# ----- A quorum --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kinds", "missing"),
    [
        (["SOCIAL_CARE", "SCHOOL", "POLICE"], {}),
        (["HEALTH_VISITING", "SCHOOL", "POLICE"], {"CARE": 1}),
        (["SOCIAL_CARE", "SCHOOL"], {"OTHERS": 1}),
        (["SCHOOL"], {"BOTH": 1}),
    ],
)
def test_without_a_quorum_it_is_told_who_was_missing(kinds, missing):
    record = sign(*meeting(), "PN1")
    for kind in kinds:
        AttendanceFactory(record=record, agency_kind=kind)
    figure = figures(YEAR, ["quorate"])["quorate"]
    assert {band: n for band, n in figure.bands().items() if n} == missing
    assert figure.numerator == (not missing)
