"""Each of the family is shown a report: told of several, otherwise, taken back; and what is owed."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from conferences.models import Duty, ReportShowing
from conferences.operations import invitations_showings as operations
from conferences.operations.duties import scan
from conferences.operations.invitations import OFF, take_off
from conferences.operations.invitations_reports import OF_EACH, SHOWN_TO_ONE, tell_report
from conferences.queries.invitations import invited_of
from conferences.queries.invitations_showings import report_shown
from conferences.rules.invitations import OffReason
from conferences.rules.invitations_reports import ReportTold
from conferences.rules.invitations_showings import ReportShown, ShowingTold, ShowingWay
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import InvitationFactory, excluded
from tests.golive import live_from
from tests.scheduling import NOW, booked, open_request

pytestmark = pytest.mark.django_db
MEETS = dt.date(2018, 11, 26)
CAME, SHOWN_BY = dt.date(2018, 11, 16), dt.date(2018, 11, 21)


def at(day):
    return dt.datetime(2018, 11, day, 10, tzinfo=dt.UTC)


@pytest.fixture
def support():
    return person("BUSINESS_SUPPORT")


@pytest.fixture
def meeting():
    live_from(NOW.date())
    return booked(open_request(), chair=person("CHAIR"), day=MEETS)


def listed(meeting, support, name, kind="", **fields):
    return InvitationFactory(
        request=meeting.request,
        name=name,
        agency_kind=kind,
        is_report_asked=bool(kind),
        put_on_by=support,
        put_on_at=NOW,
        told_at=fields.pop("told_at", NOW),
        **fields,
    )


@pytest.fixture
def school(meeting, support):
    return listed(meeting, support, "Edith Chalkdust", "SCHOOL", received_date=CAME, told_at=at(16))


@pytest.fixture
def mother(meeting, support):
    return listed(meeting, support, "Ida Guestling")


@pytest.fixture
def father(meeting, support):
    return listed(meeting, support, "Tom Guestling")


def owed():
    return list(Duty.every.filter(kind="SHARE_REPORTS", closed_at=None).values_list("due_date", flat=True))


def read(day, **told):
    values = {"way": ShowingWay.READ, "shown_date": dt.date(2018, 11, day), "shown_by": "Ann"}
    return ShowingTold(**values | told)


def show(by, reports, readers, when=20, **told):
    given = read(when, **told)
    return operations.show(reports=reports, readers=readers, told=given, by=by, at=at(when))


def refused(act, *args, **given):
    with pytest.raises(Refused) as found:
        act(*args, **given)
    return [(one.field, one.sentence) for one in found.value.problems]


def stands(meeting, school, support):
    known = invited_of(support, meeting.request, MEETS)
    return report_shown(next(one for one in known.people if one.pk == school.pk), known.readers)


def test_it_is_owed_until_each_parent_was_shown_it(meeting, school, mother, father, support):
    scan(on=dt.date(2018, 11, 19), at=at(19))
    assert owed() == [SHOWN_BY]
    show(support, [school], [mother])
    assert owed() == [SHOWN_BY] and stands(meeting, school, support) == ReportShown()
    show(support, [school], [father], 21, way=ShowingWay.DECLINED, shown_by="")
    assert owed() == [] and stands(meeting, school, support) == ReportShown(SHOWN_BY)


def test_several_people_and_reports_are_told_of_at_once_and_sent_twice_once(
    meeting, school, mother, father, support
):
    police = listed(meeting, support, "Petra Truncheon", "POLICE")
    first = show(support, [school, police], [mother, father])
    again = show(support, [school, police], [mother, father])
    assert len(first) == 4 and {one.pk for one in first} == {one.pk for one in again}
    assert ReportShowing.every.count() == 4


def test_what_is_told_of_one_stays_and_the_other_is_told(meeting, school, mother, father, support):
    show(support, [school], [mother], 19)
    (made,) = show(support, [school], [mother, father], 20)
    assert made.reader_id == father.pk
    assert refused(show, support, [school], [mother, father], 21) == [("readers", operations.KNOWN)]
    assert ReportShowing.every.get(reader=mother).shown_date == dt.date(2018, 11, 19)


def test_it_is_told_otherwise_and_taken_back_with_why(meeting, school, mother, support):
    (one,) = show(support, [school], [mother])
    scan(on=SHOWN_BY, at=at(21))
    assert owed() == []
    told = operations.tell_showing(showing=one, told=read(19, language="Welsh"), by=support, at=at(21))
    assert (told.shown_date, told.language) == (dt.date(2018, 11, 19), "Welsh")
    back = {"showing": one, "by": support, "at": at(21)}
    assert refused(operations.take_back_showing, why=" ", **back)[0][0] == "taken_back_why"
    gone = operations.take_back_showing(why="The wrong parent.", **back)
    assert operations.take_back_showing(why="Again.", **back).taken_back_why == gone.taken_back_why
    assert owed() == [SHOWN_BY]
    assert refused(operations.tell_showing, told=read(20), **back) == [("", operations.TAKEN_BACK)]
    assert len(show(support, [school], [mother], 21)) == 1


def test_what_is_missing_is_asked_for(meeting, school, mother, support):
    given = {"told": read(20), "by": support, "at": at(20)}
    assert [field for field, _ in refused(operations.show, reports=[], readers=[], **given)] == [
        "reports",
        "readers",
    ]
    assert [field for field, _ in refused(show, support, [school], [mother], shown_by="")] == ["shown_by"]
    assert refused(show, support, [mother], [mother]) == [("reports", operations.NOT_A_REPORT)]
    assert refused(show, support, [school], [school]) == [("readers", operations.NOT_FAMILY)]
    other = InvitationFactory(request=open_request(), put_on_by=support)
    assert refused(show, support, [school, other], [mother])


def test_nobody_who_is_off_the_list_is_told_of(meeting, school, mother, support):
    take_off(invitation=mother, reason=OffReason.MISTAKE, by=support, at=at(19))
    assert refused(show, support, [school], [mother]) == [("", OFF)]


def test_who_was_taken_off_and_put_on_again_was_shown_it(meeting, school, mother, father, support):
    show(support, [school], [mother, father])
    take_off(invitation=mother, reason=OffReason.MISTAKE, by=support, at=at(20))
    listed(meeting, support, "ida guestling")
    assert stands(meeting, school, support) == ReportShown(dt.date(2018, 11, 20))
    listed(meeting, support, "Aunt Guestling")
    assert stands(meeting, school, support) == ReportShown()


def test_whoever_is_excluded_is_shown_nothing_since(meeting, school, mother, father, support):
    show(support, [school], [mother])
    excluded(meeting, name="Tom Guestling", decided_at=at(20), put_at=at(19))
    assert stands(meeting, school, support) == ReportShown(dt.date(2018, 11, 20))
    (field, sentence) = refused(show, support, [school], [father], 21)[0]
    assert field == "readers" and "excluded" in sentence
    # Before it was decided he was.
    assert len(show(support, [school], [father], 19)) == 1


def test_postgresql_refuses_a_showing_to_somebody_excluded(meeting, school, father, support):
    excluded(meeting, name="Tom Guestling", decided_at=at(19), put_at=at(19))
    values = {"way": "READ", "shown_date": SHOWN_BY, "shown_by": "Ann", "told_by": support, "told_at": at(21)}
    with pytest.raises(IntegrityError, match="report_showing_to_nobody_excluded"), transaction.atomic():
        ReportShowing.objects.create(invitation=school, reader=father, **values)


def test_a_child_is_shown_one_when_old_enough_and_is_owed_none(meeting, school, mother, support):
    asked = meeting.request.children.get()
    child = listed(meeting, support, "Amy Guestling", requested_child=asked)
    type(asked.child).every.filter(pk=asked.child_id).update(birth_date=dt.date(2016, 1, 4))
    assert refused(show, support, [school], [child]) == [
        ("readers", operations.TOO_YOUNG.format(name="Amy Guestling"))
    ]
    show(support, [school], [mother])
    assert stands(meeting, school, support).day == dt.date(2018, 11, 20)
    type(asked.child).every.filter(pk=asked.child_id).update(birth_date=dt.date(2004, 1, 5))
    assert len(show(support, [school], [child], 21)) == 1
    assert stands(meeting, school, support).day == dt.date(2018, 11, 20)


def test_what_is_for_none_of_them_is_settled_and_not_shown(meeting, school, mother, support):
    show(support, [school], [mother], way=ShowingWay.NOT_THEIRS, shown_by="", words="The police ask so.")
    scan(on=SHOWN_BY, at=at(21))
    assert owed() == [] and stands(meeting, school, support) == ReportShown(is_never=True)


def test_the_family_as_a_whole_is_told_of_no_more_where_one_is_on_the_list(meeting, school, mother, support):
    shown = {"shared_way": "READ", "shared_date": CAME, "shared_by": "Ann"}
    given = {"invitation": school, "by": support, "at": at(20)}
    found = refused(tell_report, told=ReportTold(CAME, **shown), **given)
    assert found == [("shared_way", OF_EACH)]
    show(support, [school], [mother])
    never = ReportTold(CAME, shared_way="NEVER", unshared_why="The police ask so.")
    assert refused(tell_report, told=never, **given) == [("shared_way", SHOWN_TO_ONE)]


def test_a_report_that_is_not_to_be_shown_is_shown_to_nobody(meeting, school, mother, support):
    never = ReportTold(CAME, shared_way="NEVER", unshared_why="The police ask so.")
    tell_report(invitation=school, told=never, by=support, at=at(19))
    (field, sentence) = refused(show, support, [school], [mother])[0]
    assert field == "reports" and "Edith Chalkdust" in sentence


def test_what_was_told_of_the_family_before_counts_for_all(meeting, mother, father, support):
    told = {"shared_way": "READ", "shared_date": CAME, "shared_by": "Ann", "told_at": at(16)}
    school = listed(meeting, support, "Edith Chalkdust", "SCHOOL", received_date=CAME, **told)
    scan(on=SHOWN_BY, at=at(21))
    assert owed() == [] and stands(meeting, school, support) == ReportShown(CAME)
    # It may be put right where it stands, and is told of each from then on.
    tell_report(invitation=school, told=ReportTold(CAME), by=support, at=at(21))
    assert owed() == [SHOWN_BY]
