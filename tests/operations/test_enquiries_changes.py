"""What is told otherwise of an enquiry: how it ended, which discussion started it, and that it is void."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction

from conferences.models import Duty, Enquiry, EnquiryChange, StrategyDiscussion
from conferences.operations.enquiries_changes import change_start, record_discussion, tell_outcome
from conferences.operations.enquiries_void import restore, void
from conferences.operations.requests import withdraw
from conferences.queries.clocks import clocks
from conferences.queries.days import days_asked
from conferences.rules.deadlines import Code
from safeguarding.models import AuditEntry
from safeguarding.refusals import FORBIDDEN, NOT_FOUND, Refused
from tests.cast import person
from tests.factories import (
    ChildFactory,
    ConferenceChildFactory,
    EnquiryFactory,
    GoLiveFactory,
    PlanFactory,
    StrategyDiscussionFactory,
)
from tests.operations.asking import AT, STARTED, asker, initial, make

pytestmark = pytest.mark.django_db
LATER = dt.date(2018, 4, 10)


@pytest.fixture
def enquiry():
    return EnquiryFactory(started_date=STARTED)


def manager_of(enquiry):
    return asker("TEAM_MANAGER", enquiry.child)


def worker_of(enquiry):
    return asker("SOCIAL_WORKER", enquiry.child)


def end(enquiry, outcome="SERVICES", **more):
    values = {
        "day": LATER,
        "agreed_by": person("TEAM_MANAGER"),
        "words": "The worry is met.",
        "at": AT,
    } | more
    by = {} if "by" in more else {"by": worker_of(enquiry)}
    return tell_outcome(enquiry=enquiry, outcome=outcome, **values, **by)


def start(enquiry, reason, day, **more):
    values = {"words": "The notes tell it so.", "at": AT} | more
    by = {} if "by" in more else {"by": manager_of(enquiry)}
    return change_start(enquiry=enquiry, reason=reason, day=day, **values, **by)


def make_void(enquiry, reason="TWICE", **more):
    values = {"words": "It is there already.", "number": "", "right_child": None, "at": AT} | more
    by = {} if "by" in more else {"by": manager_of(enquiry)}
    return void(enquiry=enquiry, reason=reason, **values, **by)


def clock_of(enquiry):
    return next((c for c in clocks([Code.HOLD_CONFERENCE], subjects=[enquiry.pk])), None)


def settled():
    """As it is at the end of the transaction, where the deferred triggers look."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def test_a_start_years_before_its_conference_is_a_slip_of_the_year(enquiry):
    ConferenceChildFactory(enquiry=enquiry, child=enquiry.child, held_date=dt.date(2018, 4, 10))
    with pytest.raises(Refused, match="more than a year after this day") as refused:
        start(enquiry, "WRONG_DATE", dt.date(2017, 4, 9))
    assert refused.value.problems[0].field == "right_date"
    assert start(enquiry, "WRONG_DATE", dt.date(2017, 4, 10)).started_date == dt.date(2017, 4, 10)


# ----- How it ended ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("outcome", ["SERVICES", "ASSESSMENT", "LEGAL_ACTION", "NO_ACTION"])
def test_an_enquiry_that_needs_no_conference_ends_its_clock_that_day(enquiry, outcome):
    manager = person("TEAM_MANAGER")
    found = end(enquiry, outcome, agreed_by=manager)
    assert (found.conference_need, found.outcome, found.outcome_date) == ("NOT_NEEDED", outcome, LATER)
    assert clock_of(enquiry).gone == LATER
    change = EnquiryChange.objects.unscoped("test").get()
    assert (change.agreed_by, change.words) == (manager, "The worry is met.")
    assert AuditEntry.objects.get(event="enquiry.outcome").detail["agreed_by"] == manager.pk


def test_its_duties_end_with_it_and_come_back_when_a_conference_is_needed_after_all(enquiry):
    GoLiveFactory()
    at = dt.datetime(2018, 4, 30, 10, tzinfo=dt.UTC)
    end(enquiry, "CONFERENCE", agreed_by=None, words="", at=at)
    open_ones = Duty.objects.unscoped("test").filter(closed_at=None, kind=Code.REQUEST_CONFERENCE)
    assert open_ones.count() == 1
    end(enquiry, at=at)
    assert not open_ones.exists()
    end(enquiry, "CONFERENCE", agreed_by=None, words="A new worry.", at=at)
    assert open_ones.count() == 1 and clock_of(enquiry).is_open(at.date())


@pytest.mark.parametrize(
    ("more", "sentence", "field"),
    [
        ({"outcome": ""}, "Select how the enquiries ended", "outcome"),
        ({"day": None}, "Enter the day", "day"),
        ({"day": dt.date(2018, 4, 12)}, "today or in the past", "day"),
        ({"day": dt.date(2018, 4, 8)}, "started on 9 April 2018", "day"),
        ({"agreed_by": None}, "Select the manager who agreed", "agreed_by"),
        ({"words": " "}, "Enter why no conference is needed", "words"),
    ],
)
def test_an_outcome_that_cannot_be_is_refused_beside_its_field(enquiry, more, sentence, field):
    with pytest.raises(Refused, match=sentence) as refused:
        end(enquiry, **more)
    assert refused.value.field == field
    assert not EnquiryChange.objects.unscoped("test").exists()


def test_nobody_agrees_with_themselves_and_no_chair_agrees(enquiry):
    manager = manager_of(enquiry)
    with pytest.raises(Refused, match="other than yourself"):
        end(enquiry, by=manager, agreed_by=manager)
    with pytest.raises(Refused, match="manager of children"):
        end(enquiry, agreed_by=person("CHAIR"))


def test_a_conference_that_is_asked_for_or_was_held_was_needed():
    asked = make(initial(ChildFactory()))
    about = asked.children.get().enquiry
    with pytest.raises(Refused, match="Withdraw it first"):
        end(about)
    met = EnquiryFactory()
    ConferenceChildFactory(child=met.child, enquiry=met, held_date=dt.date(2018, 4, 11))
    with pytest.raises(Refused, match="held on 11 April 2018"):
        end(met)


def test_who_may_not_conclude_is_refused(enquiry):
    for by, status in ((person("CHAIR"), FORBIDDEN), (asker("SOCIAL_WORKER"), NOT_FOUND)):
        with pytest.raises(Refused) as refused:
            end(enquiry, by=by)
        assert refused.value.status == status


# ----- Which discussion started it -------------------------------------------------------------------------


def test_another_of_the_discussions_starts_it_and_the_clock_runs_from_there(enquiry):
    StrategyDiscussionFactory(enquiry=enquiry, held_date=LATER, started_enquiry=False)
    start(enquiry, "ANOTHER", LATER)
    settled()
    assert (clock_of(enquiry).started, clock_of(enquiry).due) == (LATER, dt.date(2018, 5, 1))
    days = StrategyDiscussion.objects.unscoped("test").values_list("held_date", "started_enquiry")
    assert sorted(days) == [(STARTED, False), (LATER, True)]
    change = EnquiryChange.objects.unscoped("test").get()
    assert (change.reason, change.day_before, change.day) == ("ANOTHER", STARTED, LATER)
    detail = AuditEntry.objects.get(event="enquiry.start_changed").detail
    assert (detail["from"], detail["to"]) == ("2018-04-09", "2018-04-10")


def test_a_wrong_date_is_corrected_and_a_further_decision_starts_it_anew(enquiry):
    start(enquiry, "WRONG_DATE", dt.date(2018, 4, 6))
    settled()
    assert clock_of(enquiry).started == dt.date(2018, 4, 6)
    start(enquiry, "ANEW", LATER)
    settled()
    assert clock_of(enquiry).started == LATER
    assert StrategyDiscussion.objects.unscoped("test").filter(enquiry=enquiry).count() == 2


def test_what_was_told_of_the_day_stands_until_it_is_told_anew():
    asked = make(initial(ChildFactory())).children.get()
    was = asked.due_date
    start(asked.enquiry, "WRONG_DATE", LATER)
    asked.refresh_from_db()
    day = days_asked([asked])[asked.pk]
    assert (asked.due_date, day.day, day.has_moved) == (was, dt.date(2018, 5, 1), True)
    assert "not Monday 9 April 2018" in day.because


@pytest.mark.parametrize(
    ("reason", "day", "sentence", "field"),
    [
        ("", LATER, "Select why", "reason"),
        ("WRONG_DATE", None, "Enter the right date", "right_date"),
        ("WRONG_DATE", STARTED, "recorded from 9 April 2018 already", "right_date"),
        ("WRONG_DATE", dt.date(2018, 4, 12), "today or in the past", "right_date"),
        ("WRONG_DATE", dt.date(2018, 4, 3), "Another discussion of 3 April 2018", "right_date"),
        ("WRONG_DATE", dt.date(2018, 4, 2), "Other enquiries about this child", "right_date"),
        ("WRONG_DATE", dt.date(2010, 4, 2), "40 weeks before", "right_date"),
        ("ANOTHER", LATER, "Select the discussion", "another"),
        ("ANEW", dt.date(2018, 4, 6), "after the one before it", "anew_date"),
    ],
)
def test_a_start_that_cannot_be_is_refused_beside_its_field(enquiry, reason, day, sentence, field):
    StrategyDiscussionFactory(enquiry=enquiry, held_date=dt.date(2018, 4, 3), started_enquiry=False)
    EnquiryFactory(child=enquiry.child, started_date=dt.date(2018, 4, 2))
    with pytest.raises(Refused, match=sentence) as refused:
        start(enquiry, reason, day)
    assert refused.value.field == field


def test_after_the_conference_the_start_is_corrected_but_not_decided_anew(enquiry):
    ConferenceChildFactory(child=enquiry.child, enquiry=enquiry, held_date=LATER)
    with pytest.raises(Refused, match="Record new enquiries instead"):
        start(enquiry, "ANEW", LATER)
    with pytest.raises(Refused, match="held on 10 April 2018, before this day"):
        start(enquiry, "WRONG_DATE", dt.date(2018, 4, 11))
    assert start(enquiry, "WRONG_DATE", dt.date(2018, 4, 3)).started_date == dt.date(2018, 4, 3)


def test_a_worker_changes_no_start(enquiry):
    with pytest.raises(Refused) as refused:
        start(enquiry, "WRONG_DATE", LATER, by=worker_of(enquiry))
    assert refused.value.status == FORBIDDEN


# ----- A further discussion --------------------------------------------------------------------------------


@pytest.mark.parametrize("day", [dt.date(2018, 4, 3), LATER])
def test_a_further_discussion_before_or_after_the_start_leaves_the_clock(enquiry, day):
    record_discussion(enquiry=enquiry, held_date=day, notes="Who came.", by=worker_of(enquiry), at=AT)
    settled()
    assert clock_of(enquiry).started == STARTED
    with pytest.raises(Refused, match="recorded already"):
        record_discussion(enquiry=enquiry, held_date=day, notes="", by=worker_of(enquiry), at=AT)


# ----- Void ------------------------------------------------------------------------------------------------


def test_a_void_enquiry_has_no_clock_and_leaves_its_day_free(enquiry):
    make_void(enquiry)
    assert clock_of(enquiry) is None
    again = EnquiryFactory(child=enquiry.child, started_date=STARTED)
    assert clock_of(again)
    with pytest.raises(Refused, match="by now"):
        restore(enquiry=enquiry, words="It was right.", by=manager_of(enquiry), at=AT)
    make_void(again)
    restore(enquiry=enquiry, words="It was right.", by=manager_of(enquiry), at=AT)
    assert clock_of(enquiry)
    kinds = EnquiryChange.objects.unscoped("test").filter(enquiry=enquiry).values_list("kind", flat=True)
    assert list(kinds) == ["VOIDED", "RESTORED"]


def test_the_same_discussions_are_recorded_for_the_right_child(enquiry):
    StrategyDiscussionFactory(enquiry=enquiry, held_date=LATER, started_enquiry=False)
    manager = manager_of(enquiry)
    other = ChildFactory()
    asker("TEAM_MANAGER", other)
    other.allocations.update(team=manager.team)
    make_void(enquiry, "WRONG_CHILD", number=other.la_child_id, right_child=other, by=manager)
    settled()
    made = Enquiry.objects.unscoped("test").get(child=other)
    assert made.started_date == STARTED and made.discussions.count() == 2
    assert AuditEntry.objects.filter(event="enquiry.recorded", detail__instead_of=enquiry.pk).exists()


@pytest.fixture
def other(enquiry):
    """The right child, of the same team, with an open enquiry of another day."""
    other = ChildFactory()
    asker("TEAM_MANAGER", other)
    other.allocations.update(team=manager_of(enquiry).team)
    EnquiryFactory(child=other, started_date=STARTED - dt.timedelta(days=7))
    return other


def give(enquiry, other, **answer):
    number, by = other.la_child_id, manager_of(enquiry)
    make_void(enquiry, "WRONG_CHILD", number=number, right_child=other, by=by, **answer)
    settled()
    return set(other.enquiries.filter(voided_at=None).values_list("started_date", flat=True))


def test_the_right_child_never_has_two_open_enquiries(enquiry, other):
    with pytest.raises(Refused, match="Select which of the two stays") as refused:
        give(enquiry, other)
    assert refused.value.field == "stays"
    assert give(enquiry, other, stays="THIS") == {STARTED}
    assert other.enquiries.get(voided_reason="TWICE")


def test_the_open_enquiry_of_the_right_child_may_be_the_one_that_stays(enquiry, other):
    assert give(enquiry, other, stays="OWN") == {STARTED - dt.timedelta(days=7)}


def test_a_void_enquiry_comes_back_beside_no_open_one(enquiry):
    make_void(enquiry)
    newer = EnquiryFactory(child=enquiry.child, started_date=STARTED + dt.timedelta(days=1))
    put_back = {"enquiry": enquiry, "words": "It was right.", "by": manager_of(enquiry), "at": AT}
    with pytest.raises(Refused, match="there is one at a time"):
        restore(**put_back)
    make_void(newer)
    restore(**put_back)
    assert clock_of(enquiry) and not clock_of(newer)


def test_an_old_enquiry_that_a_plan_followed_is_not_open_for_the_right_child(enquiry, other):
    began = STARTED - dt.timedelta(days=3)
    PlanFactory(child=other, start_date=began, end_date=STARTED - dt.timedelta(days=2))
    assert give(enquiry, other) == {STARTED - dt.timedelta(days=7), STARTED}


@pytest.mark.parametrize("stays", ["", "OWN"])
def test_the_right_child_of_whom_the_same_is_recorded_needs_no_number(enquiry, other, stays):
    EnquiryFactory(child=other, started_date=STARTED)
    with pytest.raises(Refused, match="Leave this empty, and only this one is void") as refused:
        give(enquiry, other, stays=stays)
    assert refused.value.field == "number"


def test_the_right_child_lived_and_was_not_18(enquiry, other):
    other.death_date = STARTED - dt.timedelta(days=1)
    other.save()
    with pytest.raises(Refused, match="cannot be the right child: the child died on") as refused:
        give(enquiry, other, stays="THIS")
    assert refused.value.field == "number"


def test_the_right_child_is_another_one_in_sight(enquiry):
    with pytest.raises(Refused, match="whose record you may see") as refused:
        make_void(enquiry, "WRONG_CHILD", number="X9")
    assert refused.value.field == "number"
    with pytest.raises(Refused, match="the child for whom it is recorded"):
        make_void(enquiry, "WRONG_CHILD", number="X9", right_child=enquiry.child)


def test_what_others_build_on_is_not_void_until_they_are_withdrawn():
    asked = make(initial(ChildFactory()))
    enquiry = asked.children.get().enquiry
    with pytest.raises(Refused, match="The request of 11 April 2018"):
        make_void(enquiry)
    withdraw(request=asked, reason="Wrong child.", by=worker_of(enquiry), at=AT)
    assert make_void(enquiry).voided_at == AT
    met = EnquiryFactory()
    ConferenceChildFactory(child=met.child, enquiry=met, held_date=LATER)
    with pytest.raises(Refused, match="conference of 10 April 2018"):
        make_void(met)


def test_a_void_enquiry_is_changed_by_nothing(enquiry):
    make_void(enquiry)
    for act in (
        lambda: end(enquiry),
        lambda: start(enquiry, "WRONG_DATE", LATER),
        lambda: make_void(enquiry),
        lambda: record_discussion(enquiry=enquiry, held_date=LATER, notes="", by=worker_of(enquiry), at=AT),
    ):
        with pytest.raises(Refused, match="is void"):
            act()


def test_the_database_keeps_a_void_with_who_and_why_and_each_change_as_it_was(enquiry):
    make_void(enquiry)
    change = EnquiryChange.objects.unscoped("test").get()
    for wrong in (
        lambda: Enquiry.objects.filter(pk=enquiry.pk).update(voided_words=""),
        lambda: EnquiryChange.objects.filter(pk=change.pk).update(words="Other."),
    ):
        with pytest.raises(Exception, match="enquiry"), transaction.atomic():
            wrong()
    with pytest.raises(IntegrityError), transaction.atomic():
        EnquiryFactory(started_date=LATER, outcome="SERVICES")
