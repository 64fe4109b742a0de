"""What was told of a day is kept; when the facts change, the difference has its cause, until it is told."""

import datetime as dt

import pgtrigger
import pytest

from conferences.models import (
    Consultation,
    DayTold,
    Enquiry,
    Notice,
    RequestedChild,
    StrategyDiscussion,
)
from conferences.operations.days import NOT_MOVED, tell_conference_day, tell_consultation_day
from conferences.operations.notices_lines import lines_of
from conferences.queries.days import days_asked, days_moved, days_to_decide, outside_limit
from conferences.queries.scheduling import last_day
from safeguarding.refusals import FORBIDDEN, NOT_FOUND, Refused
from tests.cast import person
from tests.factories import (
    BookingFactory,
    ChildFactory,
    DutyFactory,
    PlanFactory,
    PolicySettingFactory,
    ReviewFactory,
    StrategyDiscussionFactory,
    TransferInFactory,
    meet,
)
from tests.holidays import new_holiday
from tests.operations.asking import AT, asker_of, child_with_earlier_plan, initial, make
from tests.operations.test_requests import review

__all__ = ["new_holiday"]

pytestmark = pytest.mark.django_db
LATER = AT + dt.timedelta(days=2)
TOLD, MOVED = dt.date(2018, 4, 30), dt.date(2018, 5, 1)
HOLIDAY = "New bank holiday: Friday 20 April 2018 (An invented day)."


def asked_of(request):
    return RequestedChild.objects.unscoped("test").select_related("request").get(request=request)


def day_of(request):
    (found,) = days_asked([asked_of(request)]).values()
    return found


def raised_of(request):
    return Consultation.objects.unscoped("test").get(requested_child__request=request)


def tellings():
    return list(DayTold.objects.unscoped("test").order_by("pk"))


def start_on(request, day, *, others=()):
    """The enquiry's start becomes another day; the discussions of `others` are kept beside it."""
    enquiry = asked_of(request).enquiry
    with pgtrigger.ignore("conferences.StrategyDiscussion:strategydiscussion_stays"):
        StrategyDiscussion.objects.unscoped("test").filter(enquiry=enquiry).delete()
    StrategyDiscussionFactory(enquiry=enquiry, held_date=day)
    for other in others:
        StrategyDiscussionFactory(enquiry=enquiry, held_date=other, started_enquiry=False)
    Enquiry.objects.unscoped("test").filter(pk=enquiry.pk).update(started_date=day)


def test_asking_keeps_the_day_that_is_told_with_how_it_was_counted():
    request = make(initial(ChildFactory()))

    (told,) = tellings()
    assert (told.code, told.due_date, told.started_date) == ("HOLD_CONFERENCE", TOLD, dt.date(2018, 4, 9))
    assert told.told_by == request.requested_by and told.told_at == AT and told.because == ""
    assert not day_of(request).has_moved


def test_a_consultation_keeps_its_day_and_the_limit_that_gave_it():
    request = make(initial(child_with_earlier_plan(PlanFactory)))

    _, told = tellings()
    assert (told.code, told.due_date, told.number) == ("DECIDE_CONSULTATION", dt.date(2018, 4, 16), 3)
    assert told.consultation == raised_of(request)


def test_a_new_bank_holiday_moves_everything_with_its_sentence(new_holiday):
    request = make(initial(child_with_earlier_plan(PlanFactory)))
    new_holiday("2018-04-20", "An invented day")
    new_holiday("2018-04-13", "A second day")

    day, raised = day_of(request), raised_of(request)
    assert (day.day, day.told.day) == (dt.date(2018, 5, 2), TOLD)
    assert day.explanation.endswith("not counted: 13, 20 April")
    assert day.because == (
        "New bank holiday: Friday 13 April 2018 (A second day) and Friday 20 April 2018 (An invented day)."
    )
    decide = days_to_decide([raised])[raised.pk]
    assert (decide.day, decide.because) == (
        dt.date(2018, 4, 17),
        "New bank holiday: Friday 13 April 2018 (A second day).",
    )
    assert last_day(request) == dt.date(2018, 5, 2)
    moved = days_moved(person("BUSINESS_SUPPORT"))
    assert [(one.consultation, one.day.day) for one in moved] == [
        (raised, dt.date(2018, 4, 17)),
        (None, dt.date(2018, 5, 2)),
    ]


def test_another_discussion_and_a_corrected_date_are_told_apart():
    request = make(initial(ChildFactory()))
    start_on(request, dt.date(2018, 4, 4), others=[dt.date(2018, 4, 9)])
    assert day_of(request).because.startswith("The strategy discussion of Wednesday 4 April 2018 is marked")

    start_on(request, dt.date(2018, 4, 4))
    assert day_of(request).because.startswith("The day of the strategy discussion is Wednesday 4 April 2018")
    assert day_of(request).day == dt.date(2018, 4, 25)


def test_a_corrected_arrival_and_a_review_held_meanwhile_move_their_days():
    plan = PlanFactory(start_date=dt.date(2018, 2, 1))
    request = make(review(plan))
    ReviewFactory(plan=plan, held_date=dt.date(2018, 4, 12))
    assert day_of(request).because == (
        "The day of the conference before it is Thursday 12 April 2018, not Thursday 1 February 2018."
    )
    assert day_of(request).day == dt.date(2018, 10, 12)

    asked = asked_of(request)
    arrival = TransferInFactory(child=asked.child, notified_date=dt.date(2018, 4, 9))
    asked.kind, asked.plan, asked.transfer_in = "TRANSFER_IN", None, arrival
    asked.save()
    assert day_of(request).day == TOLD


def test_a_changed_local_limit_moves_the_day_to_decide_by():
    request = make(initial(child_with_earlier_plan(PlanFactory)))
    PolicySettingFactory(key="REPLAN_DECIDE_BY_WORKING_DAYS", value="5", effective_date=dt.date(2018, 4, 1))

    raised = raised_of(request)
    day = days_to_decide([raised])[raised.pk]
    assert (day.day, day.because) == (dt.date(2018, 4, 18), "The local limit is 5 instead of 3.")


def test_telling_keeps_the_new_day_with_who_when_and_why(new_holiday):
    request, support = make(initial(ChildFactory())), person("BUSINESS_SUPPORT")
    new_holiday("2018-04-20", "An invented day")
    told = tell_conference_day(requested_child=asked_of(request), seen=MOVED, by=support, at=LATER)

    assert (told.due_date, told.told_by, told.told_at, told.because) == (MOVED, support, LATER, HOLIDAY)
    assert [one.due_date for one in tellings()] == [TOLD, MOVED]
    owed = Notice.objects.values_list("change", "recipient")
    assert list(owed) == [("DAY_MOVED", request.requested_by_id)]
    assert asked_of(request).due_date == MOVED and not day_of(request).has_moved
    assert days_moved(support) == []
    with pytest.raises(Refused, match=NOT_MOVED):
        tell_conference_day(requested_child=asked_of(request), seen=MOVED, by=support, at=LATER)


def test_a_consultation_is_told_its_new_day(new_holiday):
    request, support = make(initial(child_with_earlier_plan(PlanFactory))), person("BUSINESS_SUPPORT")
    leads = [person("STRATEGIC_LEAD") for _ in range(2)]
    new_holiday("2018-04-13", "An invented day")
    day = dt.date(2018, 4, 17)
    told = tell_consultation_day(consultation=raised_of(request), seen=day, by=support, at=LATER)

    assert (told.due_date, told.consultation) == (day, raised_of(request))
    assert raised_of(request).decide_by_date == day
    owed = Notice.objects.filter(change="DAY_MOVED", consultation=raised_of(request))
    assert {one.recipient for one in owed} == {request.requested_by, *leads}
    line = "The day by which a re-plan consultation is to be decided has moved: it is due by Tuesday 17 April"
    for one in owed:
        (shown,) = lines_of(one.recipient, [one], LATER.date()).lines
        assert shown.words.startswith(line)


def test_the_new_day_of_a_consultation_is_told_to_whoever_was_given_its_decision(new_holiday):
    request = make(initial(child_with_earlier_plan(PlanFactory)))
    given, other = person("STRATEGIC_LEAD"), person("STRATEGIC_LEAD")
    raised = raised_of(request)
    of = {"child": raised.requested_child.child, "booking": None, "consultation": raised}
    DutyFactory(kind="DECIDE_CONSULTATION", owner=given, **of)
    new_holiday("2018-04-13", "An invented day")
    day, support = dt.date(2018, 4, 17), person("BUSINESS_SUPPORT")
    tell_consultation_day(consultation=raised_of(request), seen=day, by=support, at=LATER)
    told = set(Notice.objects.filter(change="DAY_MOVED").values_list("recipient", flat=True))
    assert given.pk in told and other.pk not in told


def test_a_day_that_moved_again_since_the_page_was_shown_is_not_told(new_holiday):
    request, support = make(initial(ChildFactory())), person("BUSINESS_SUPPORT")
    new_holiday("2018-04-20", "An invented day")
    new_holiday("2018-04-27", "Another")

    with pytest.raises(Refused, match="The day has moved again: it is Wednesday 2 May 2018 now"):
        tell_conference_day(requested_child=asked_of(request), seen=MOVED, by=support, at=LATER)
    assert len(tellings()) == 1


def test_only_who_schedules_and_sees_the_child_tells(new_holiday):
    request = make(initial(ChildFactory()))
    new_holiday("2018-04-20", "An invented day")
    asked = asked_of(request)
    with pytest.raises(Refused) as refused:
        tell_conference_day(requested_child=asked, seen=MOVED, by=asker_of(request), at=LATER)
    assert refused.value.status == FORBIDDEN
    asked.child.is_restricted, asked.child.restricted_reason = True, "Why"
    asked.child.restricted_at, asked.child.restricted_by = AT, person("STRATEGIC_LEAD")
    asked.child.save()
    with pytest.raises(Refused) as refused:
        tell_conference_day(requested_child=asked, seen=MOVED, by=person("BUSINESS_SUPPORT"), at=LATER)
    assert refused.value.status == NOT_FOUND
    assert days_moved(person("BUSINESS_SUPPORT")) == []


def test_a_meeting_that_no_longer_lies_inside_its_limit_is_known(new_holiday):
    request = make(initial(ChildFactory()))
    at = dt.datetime(2018, 4, 27, 9, tzinfo=dt.UTC)
    booking = BookingFactory(request=request, starts_at=at, ends_at=at + dt.timedelta(hours=2))
    request.state = "BOOKED"
    request.save()
    assert outside_limit([booking]) == set()

    start_on(request, dt.date(2018, 4, 4))
    assert outside_limit([booking]) == {booking.pk}
    booking.late_why = "FAMILY"
    assert outside_limit([booking]) == set()


def test_what_is_over_stands_as_it_was_told(new_holiday):
    request = make(initial(ChildFactory()))
    meet(request)
    new_holiday("2018-04-20", "An invented day")

    assert day_of(request).day == TOLD and days_moved(person("BUSINESS_SUPPORT")) == []
