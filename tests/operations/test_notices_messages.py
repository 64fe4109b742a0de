"""One list a person a working morning, at once what cannot wait, nothing that its reader may not see."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail as post
from django.db import connection
from django.urls import reverse

from conferences.models import Duty, Message, Notice
from conferences.operations.duties_notices import send_due
from conferences.operations.notices_messages import still_tells, write_messages
from conferences.operations.scheduling import cancel
from conferences.queries.second_person import waiting_count
from conferences.queries.service import mail
from conferences.rules.workflow import CancelReason
from safeguarding.bankholidays import england
from safeguarding.models import User
from safeguarding.wording import LONDON
from tests.cast import person
from tests.factories import (
    BarFactory,
    BookingFactory,
    ChildFactory,
    DutyFactory,
    LearningTrialFactory,
    LeaveFactory,
    MessageFactory,
    NoticeFactory,
    PlanEndingFactory,
    RequestedChildFactory,
    ThinkingActionFactory,
    ThinkingTimeFactory,
    UserFactory,
)
from tests.scheduling import open_request

pytestmark = pytest.mark.django_db
# A Wednesday.
ON = dt.date(2018, 4, 25)


def at(hour, minute=0, day=ON):
    return dt.datetime.combine(day, dt.time(hour, minute), tzinfo=LONDON)


MORNING, NIGHT = at(7), at(2)


@pytest.fixture
def reader(db):
    return person("CHAIR")


def owed(reader, *, owed_at=NIGHT, rung="AHEAD", **duty):
    duty = DutyFactory(**{"owner": reader, **duty})
    return NoticeFactory(duty=duty, recipient=reader, owed_at=owed_at, rung=rung)


def bodies():
    return [message.body for message in Message.objects.order_by("pk")]


def test_a_morning_makes_one_list_however_often_it_is_asked(reader):
    notices = [owed(reader), owed(reader)]
    assert write_messages(at=MORNING) == 1 and write_messages(at=MORNING) == 0
    message = Message.objects.get()
    assert (message.kind, message.day, message.recipient) == ("DIGEST", ON, reader)
    assert {n.message for n in Notice.objects.filter(pk__in=[n.pk for n in notices])} == {message}


def test_what_is_owed_in_the_day_waits_for_the_next_working_morning(reader):
    owed(reader, owed_at=at(9, day=dt.date(2018, 4, 27)))
    for day in (27, 28, 29):
        assert write_messages(at=at(12, day=dt.date(2018, 4, day))) == 0
    assert write_messages(at=at(7, day=dt.date(2018, 4, 30))) == 1


@pytest.mark.parametrize("hour", [0, 6, 19, 23])
def test_nothing_is_made_in_the_quiet_hours(reader, hour):
    owed(reader, owed_at=at(1, day=ON - dt.timedelta(days=1)), rung="TODAY", kind="HOLD_REVIEW", due_date=ON)
    assert write_messages(at=at(hour)) == 0


def test_a_list_that_could_not_be_made_in_the_morning_is_made_later_that_day(reader):
    owed(reader)
    assert write_messages(at=at(15)) == 1


def test_what_the_law_breaks_today_goes_at_once(reader):
    owed(reader)
    write_messages(at=MORNING)
    owed(reader, owed_at=at(10), rung="TODAY", kind="HOLD_REVIEW", due_date=ON)
    owed(reader, owed_at=at(10), rung="TODAY", kind="FINISH_RECORD", due_date=ON)
    assert write_messages(at=at(10, 1)) == 1
    message = Message.objects.get(kind="AT_ONCE")
    assert "Due today\n* Hold the review conference" in message.body and "record" not in message.body


def test_two_things_at_once_are_one_email(reader):
    for _ in range(2):
        owed(reader, owed_at=at(10), rung="TODAY", kind="HOLD_REVIEW", due_date=ON)
    assert write_messages(at=at(10, 1)) == 1


def test_siblings_are_one_line(reader):
    first = ChildFactory()
    for child in (first, ChildFactory(family=first.family), ChildFactory()):
        owed(reader, child=child, due_date=dt.date(2018, 4, 30))
    write_messages(at=MORNING)
    assert bodies()[0].count("* Finish the record") == 2


def test_the_list_counts_names_nobody_and_ends_with_how_many_more(reader):
    child = ChildFactory(given_names="Tokenname", family_name="Tokenfamily")
    owed(reader, child=child, due_date=dt.date(2018, 4, 20))
    for _ in range(30):
        owed(reader, due_date=ON)
    write_messages(at=MORNING)
    (text,) = bodies()
    assert "On your list: 1 late, 30 due today" in text and "And 11 more on My work" in text
    assert text.count("* Finish") == 20 and "Token" not in text and child.la_child_id not in text
    assert Notice.objects.filter(message__isnull=True).count() == 0


def test_nothing_goes_to_whoever_may_not_see_the_child(reader):
    hidden = owed(reader, child=ChildFactory(restricted=True))
    assert write_messages(at=MORNING) == 0
    owed(reader)
    assert write_messages(at=MORNING) == 1
    hidden.refresh_from_db()
    assert (hidden.message, hidden.out_of_sight_at) == (None, MORNING)


def test_a_change_that_its_reader_may_not_see_is_left_out_for_good(reader):
    asked = RequestedChildFactory(child__restricted=True)
    hidden = NoticeFactory(**CHANGED, change="WITHDRAWN", request=asked.request, recipient=reader)
    assert write_messages(at=MORNING) == 0
    assert Notice.objects.get(pk=hidden.pk).out_of_sight_at == MORNING
    assert mail(ON).left_out == 1


def barred(reader, notice):
    return BarFactory(family=notice.duty.child.family, user=reader)


def test_a_list_that_was_made_leaves_without_what_its_reader_is_barred_from_since(reader):
    owed(reader, kind="HOLD_REVIEW", due_date=ON)
    hidden = owed(reader, kind="FINISH_RECORD", due_date=ON)
    write_messages(at=MORNING)
    assert "On your list: 0 late, 2 due today" in bodies()[0]
    barred(reader, hidden)
    assert send_due(clock=lambda: MORNING) == 1
    (email,) = post.outbox
    assert "Finish" not in email.body and "Hold the review" in email.body
    assert "On your list: 0 late, 1 due today" in email.body and "1 due today" in email.subject
    assert bodies() == [email.body]
    hidden.refresh_from_db()
    assert (hidden.message, hidden.out_of_sight_at) == (None, MORNING)


def test_an_email_about_nothing_that_its_reader_may_still_see_does_not_leave(reader):
    barred(reader, owed(reader))
    owed(person("CHAIR"))
    changed = NoticeFactory(
        **CHANGED, change="WITHDRAWN", request=RequestedChildFactory().request, recipient=person("REVIEWER")
    )
    Notice.objects.filter(pk=changed.pk).update(
        message=MessageFactory(recipient=changed.recipient, made_at=NIGHT)
    )
    Notice.objects.filter(recipient=reader).update(message=MessageFactory(recipient=reader, made_at=NIGHT))
    write_messages(at=MORNING)
    assert send_due(clock=lambda: MORNING) == 1
    assert [message.recipient.role for message in Message.objects.all()] == ["CHAIR"]
    assert mail(ON).left_out == 2 and mail(ON).waiting == 0


def test_what_is_done_meanwhile_leaves_as_it_was_told(reader):
    done = owed(reader)
    write_messages(at=MORNING)
    Duty.objects.filter(pk=done.duty_id).update(closed_at=MORNING, closed_because="MET")
    told = bodies()
    assert send_due(clock=lambda: MORNING) == 1 and [email.body for email in post.outbox] == told


def test_nothing_is_told_of_what_is_done_or_to_somebody_switched_off(reader):
    done = owed(reader)
    Duty.objects.filter(pk=done.duty_id).update(closed_at=NIGHT, closed_because="MET")
    owed(UserFactory(role="CHAIR", is_active=False))
    assert write_messages(at=MORNING) == 0


def test_what_is_passed_up_stands_first(reader):
    lead = person("STRATEGIC_LEAD")
    owed(lead, rung="AHEAD", kind="DECIDE_CONSULTATION", due_date=ON)
    owed(lead, rung="LATE", kind="FINISH_RECORD", due_date=dt.date(2018, 4, 24))
    write_messages(at=MORNING)
    (text,) = bodies()
    assert "1 passed up to you" in Message.objects.get().subject
    assert text.index("Passed up to you") < text.index("Finish the record: was due") < text.index("Due today")


def test_a_change_to_a_meeting_of_today_goes_at_once_and_another_waits(reader):
    meetings = [at(14), at(14, day=ON + dt.timedelta(days=5))]
    for begins in meetings:
        asked = RequestedChildFactory()
        booking = BookingFactory(
            request=asked.request, starts_at=begins, ends_at=begins + dt.timedelta(hours=1)
        )
        NoticeFactory(
            duty=None,
            rung="",
            change="MOVED",
            booking=booking,
            recipient=reader,
            due_date=begins.date(),
            owed_at=at(9),
        )
    assert write_messages(at=at(9, 1)) == 1
    assert "A conference has moved: Wednesday 25 April 2018, 2pm to 3pm" in bodies()[0]
    assert bodies()[0].count("*") == 1
    assert write_messages(at=at(7, day=ON + dt.timedelta(days=1))) == 1


def meeting_of(chair, begins):
    asked = RequestedChildFactory(request__state="BOOKED")
    ends = begins + dt.timedelta(hours=2)
    return BookingFactory(request=asked.request, starts_at=begins, ends_at=ends, chair=chair)


CHANGED = {"duty": None, "rung": "", "owed_at": NIGHT, "due_date": dt.date(2018, 5, 9)}


@pytest.mark.parametrize("is_over", [False, True])
def test_a_meeting_that_is_cancelled_or_over_is_in_nobodys_diary(reader, is_over):
    booking = meeting_of(reader, at(10, day=dt.date(2018, 4, 24 if is_over else 30)))
    if not is_over:
        cancel(booking=booking, reason=CancelReason.OTHER, by=person("BUSINESS_SUPPORT"), at=NIGHT)
    for change in ("BOOKED", "MOVED"):
        NoticeFactory(**CHANGED, change=change, booking=booking, recipient=reader)
    write_messages(at=MORNING)
    assert not any("in the diary" in body or "moved" in body for body in bodies())
    assert len(bodies()) == (0 if is_over else 1)


def test_the_new_chair_of_a_conference_is_told_that_it_is_theirs(reader):
    booking = meeting_of(reader, at(10, day=dt.date(2018, 5, 9)))
    before = person("CHAIR")
    for recipient in (reader, before):
        NoticeFactory(**CHANGED, change="CHAIR_CHANGED", booking=booking, recipient=recipient)
    assert write_messages(at=MORNING) == 2
    read = dict(Message.objects.values_list("recipient", "body"))
    assert "You are the chair of a conference now: Wednesday 9 May 2018" in read[reader.pk]
    assert "A conference has another chair: Wednesday 9 May 2018" in read[before.pk]


def test_what_passed_to_somebody_else_since_is_not_told_to_whose_it_was(reader):
    mine, theirs = owed(reader), owed(reader)
    Duty.objects.filter(pk=theirs.duty_id).update(owner=person("CHAIR"))
    write_messages(at=MORNING)
    for notice in (mine, theirs):
        notice.refresh_from_db()
    assert mine.message is not None and theirs.message is None


def test_a_deputy_is_told_of_what_is_somebody_elses(reader):
    away = person("CHAIR")
    LeaveFactory(person=away, deputy=reader, first_date=ON, last_date=ON)
    owed(reader, owner=away)
    assert write_messages(at=MORNING) == 1


def test_many_at_once_are_one_list(reader):
    for _ in range(120):
        owed(reader, due_date=dt.date(2018, 4, 20))
    assert write_messages(at=MORNING) == 1
    assert "120 late" in bodies()[0] and "And 100 more on" in bodies()[0]


@pytest.mark.django_db(transaction=True)
def test_two_who_make_them_at_once_make_each_once(reader):
    people = [reader, *(person("CHAIR") for _ in range(5))]
    for one in people:
        owed(one)

    def make(_: int) -> int:
        try:
            return write_messages(at=MORNING)
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        made = sum(pool.map(make, range(6)))
    assert made == len(people) == Message.objects.count()


def test_a_list_takes_as_many_questions_for_many_as_for_few(reader, django_assert_max_num_queries):
    owed(reader)
    with django_assert_max_num_queries(30) as few:
        write_messages(at=MORNING)
    for _ in range(30):
        owed(reader)
    with django_assert_max_num_queries(30) as many:
        write_messages(at=at(7, day=ON + dt.timedelta(days=1)))
    assert len(many) == len(few)


def test_each_line_leads_to_where_it_is_done(reader, settings):
    notice = owed(reader)
    write_messages(at=MORNING)
    assert f"{settings.SITE_URL}{reverse('duty', args=[notice.duty.ref])}" in bodies()[0]


def test_the_morning_says_what_waits_for_a_second_person_and_names_nobody():
    lead = person("STRATEGIC_LEAD")
    owed(lead)
    ending = PlanEndingFactory(asked_at=NIGHT, last_date=ON)
    write_messages(at=MORNING)
    (text,) = bodies()
    assert "1 thing waits for you as the second person" in text and reverse("second_person") in text
    assert ending.plan.child.family_name not in text
    PlanEndingFactory(asked_by=lead, asked_at=NIGHT, last_date=ON)
    assert waiting_count(lead, ON) == 1


MONDAY = dt.date(2018, 4, 30)


def trial_of(owner, day):
    told = {"idea__title": "Canary title", "what": "Canary words", "next_review_date": day}
    return LearningTrialFactory(idea__owner=owner, **told)


def reviewed(recipient):
    return [one for one in Message.objects.filter(recipient=recipient) if "of a trial" in one.body]


@pytest.mark.parametrize("day", [28, 29, 30])
def test_the_review_of_a_trial_is_told_once_on_the_working_morning_of_its_day(day):
    owner, other = person("CHAIR"), person("TEAM_MANAGER")
    trial_of(owner, dt.date(2018, 4, day))
    assert write_messages(at=at(7, day=dt.date(2018, 4, 27))) == 0
    assert write_messages(at=at(7, day=MONDAY)) == 1 and write_messages(at=at(7, day=MONDAY)) == 0
    (message,) = reviewed(owner)
    assert "Ideas on trial" in message.body and "1 review of a trial is due" in message.body
    assert reverse("learning") in message.body and "Canary" not in message.subject + message.body
    assert not reviewed(other) and still_tells(message, at=at(7, day=MONDAY))
    assert write_messages(at=at(7, day=dt.date(2018, 5, 1))) == 0
    later = dt.date(2018, 5, 2)
    owed(owner, owed_at=at(2, day=later))
    assert write_messages(at=at(7, day=later)) == 1 and len(reviewed(owner)) == 2


def test_a_trial_that_nobody_owns_is_told_to_those_who_keep_what_is_learned_and_one_that_ended_to_nobody():
    keeper, chair = person("STRATEGIC_LEAD"), person("CHAIR")
    trial_of(None, MONDAY)
    LearningTrialFactory(idea__owner=chair, next_review_date=None, ended_date=MONDAY)
    write_messages(at=at(7, day=MONDAY))
    assert len(reviewed(keeper)) == 1 and not reviewed(chair)


def test_whoever_is_only_waited_for_as_the_second_person_has_a_list_too():
    lead, worker = person("STRATEGIC_LEAD"), person("CHAIR")
    ending = PlanEndingFactory(asked_at=NIGHT, last_date=ON)
    assert write_messages(at=MORNING) == waiting_people(ON) and write_messages(at=MORNING) == 0
    message = Message.objects.get(recipient=lead)
    assert (message.kind, message.day) == ("DIGEST", ON)
    assert "1 thing waits for you as the second person" in message.body
    assert ending.plan.child.family_name not in message.body
    assert not Message.objects.filter(recipient=worker).exists()
    assert still_tells(message, at=MORNING)


def test_nobody_is_written_to_of_what_waits_no_longer_nor_on_a_day_off():
    person("STRATEGIC_LEAD")
    PlanEndingFactory(asked_at=NIGHT, last_date=dt.date(2018, 4, 28))
    assert write_messages(at=at(7, day=dt.date(2018, 4, 28))) == 0
    assert write_messages(at=at(7, day=dt.date(2018, 4, 30))) == 0


def waiting_people(on):
    return sum(bool(waiting_count(user, on)) for user in User.objects.filter(is_active=True))


# ----- Actions from thinking time ------------------------------------------------------------------------


BEFORE = at(7, day=dt.date(2018, 4, 16))


def thought():
    return ThinkingTimeFactory(
        request=open_request(), state="HELD", held_date=dt.date(2018, 3, 1), minutes=45, chair=person("CHAIR")
    )


def acted(recipient):
    told = Message.objects.filter(recipient=recipient, kind="DIGEST").order_by("pk")
    return [one for one in told if "From thinking time" in one.body]


def test_each_owner_of_one_day_s_actions_is_reminded_of_their_own_and_no_name_goes_out():
    session = thought()
    owners = [person("CHAIR"), person("CHAIR")]
    due = england().add(ON, 20).due
    for owner in owners:
        ThinkingActionFactory(
            session=session, owner=owner, owner_words="", what="Canary words", due_date=due, added_at=BEFORE
        )
    assert write_messages(at=MORNING) == 2
    for owner in owners:
        (message,) = acted(owner)
        assert "1 action of yours is to be done" in message.body and "Canary" not in message.body
    assert write_messages(at=at(7, day=england().add(ON, 1).due)) == 0
    assert write_messages(at=at(7, day=due)) == 2


def test_what_is_done_or_is_told_by_a_duty_of_theirs_reminds_nobody():
    session, owner = thought(), person("CHAIR")
    due = england().add(ON, 20).due
    ThinkingActionFactory(session=session, owner=owner, owner_words="", due_date=due, added_at=BEFORE)
    DutyFactory(
        kind="DO_ACTION",
        booking=None,
        thinking_time=session,
        child=session.request.children.get().child,
        owner=owner,
        due_date=due,
    )
    assert not write_messages(at=MORNING) and not acted(owner)
