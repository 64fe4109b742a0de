"""Making the e-mails: one list a person a working morning, and at once only what cannot wait.

What is told is decided here, when the e-mail is made, and looked at again when it is sent: nothing about a
child whom its reader may not see.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import get_default_timezone

from conferences.models import Message, Notice
from conferences.operations.notices_lines import Told, address, lines_of, unseen
from conferences.queries.duties_lines import Part, first_lines
from conferences.queries.duties_parts import own_duties
from conferences.queries.learning import reviews_came, reviews_due
from conferences.queries.second_person import anything_waits, waiting_count
from conferences.queries.thinking_time_before import (
    actions_due,
    actions_news,
    anything_is_new,
    has_new_actions,
)
from conferences.rules.deadlines import STATUTORY
from conferences.rules.deadlines_ladder import RungCode
from conferences.rules.notices import (
    MOST_LINES,
    Change,
    Counts,
    Line,
    MessageKind,
    Section,
    action_words,
    body,
    review_words,
    second_words,
    subject_line,
)
from conferences.rules.workflow import BookingState
from safeguarding.access.sight import one_request
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.golive.day import live_since
from safeguarding.models import User
from safeguarding.policy.values import whole
from safeguarding.workingdays import week_end

# One at a time; the number is only a name for the lock.
MESSAGES_LOCK = 4418
IN_THE_DIARY = [Change.BOOKED, Change.MOVED, Change.CHAIR_CHANGED, Change.PUT_BACK]


@dataclass(frozen=True)
class Hours:
    """Between which moments of a day e-mails leave."""

    opens: dt.datetime
    closes: dt.datetime

    @classmethod
    def of(cls, at: dt.datetime) -> Hours:
        """Those of the day on which a moment lies, by the local limits of that day."""
        on = day_of(at)
        first, last = whole("EMAILS_FROM_HOUR", on), whole("EMAILS_UNTIL_HOUR", on)
        return cls(_moment(on, first), _moment(on, last))

    def __contains__(self, at: dt.datetime) -> bool:
        return self.opens <= at < self.closes


def _moment(on: dt.date, hour: int) -> dt.datetime:
    """An hour of a day as the council's clocks show it."""
    return dt.datetime.combine(on, dt.time(hour), tzinfo=get_default_timezone())


def write_messages(*, at: dt.datetime) -> int:
    """Make the e-mails that are owed at a moment; returns how many. Making them again makes none.

    None before the service is live. In the hours of the day: at once what is statutory and breaks today, or
    changes a meeting of today or the next working day; on a working morning the rest of what was owed by
    then, one list a person. Where somebody else is at it, nothing is made here.
    """
    hours, on = Hours.of(at), day_of(at)
    if live_since(on) is None or at not in hours:
        return 0
    kinds = {MessageKind.AT_ONCE: _urgent(on, at)}
    is_morning = england().is_working_day(on)
    if is_morning:
        kinds = {MessageKind.DIGEST: _of_the_morning(hours.opens, on, at), **kinds}
    with _alone() as is_ours:
        if not is_ours:
            return 0
        made = sum(_write_all(kind, owed, on, at) for kind, owed in kinds.items())
        return made + (_write_to_others(on, at) if is_morning else 0)


@contextmanager
def _alone() -> Iterator[bool]:
    """Whether nobody else makes e-mails now; who is killed over it loses the lock with the connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [MESSAGES_LOCK])
        is_ours = bool(cursor.fetchone()[0])
    try:
        yield is_ours
    finally:
        if is_ours:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [MESSAGES_LOCK])


def _write_all(kind: MessageKind, owed: QuerySet[Notice], on: dt.date, at: dt.datetime) -> int:
    people = User.objects.filter(pk__in=owed.values("recipient"), is_active=True)
    return sum(_write(person, kind, owed, on, at) for person in people)


def _write_to_others(on: dt.date, at: dt.datetime) -> int:
    """Who has nothing else owed this morning, and is waited for as the second person, whose trial came to its
    review, or who has an action from thinking time to do, has a list too.
    """
    is_new = reviews_came(_morning_before(on), on) or anything_is_new(_actions_news(on))
    if not is_new and not anything_waits(on):
        return 0
    lists = Message.objects.filter(recipient=OuterRef("pk"), day=on, kind=MessageKind.DIGEST)
    people = User.objects.filter(~Exists(lists), is_active=True, is_system=False)
    return sum(_write(person, MessageKind.DIGEST, Notice.objects.none(), on, at) for person in people)


def _untold(at: dt.datetime) -> QuerySet[Notice]:
    """What is owed. That a meeting is in the diary, or where, is told until it is cancelled or over."""
    is_over = Q(booking__state=BookingState.CANCELLED) | Q(booking__ends_at__lt=at)
    owed = Notice.objects.filter(message__isnull=True, out_of_sight_at__isnull=True)
    return owed.exclude(is_over, change__in=IN_THE_DIARY)


def _urgent(on: dt.date, at: dt.datetime) -> QuerySet[Notice]:
    """What cannot wait for the morning."""
    next_day = england().add(on, 1).due
    breaks = Q(rung=RungCode.TODAY, due_date=on, duty__kind__in=STATUTORY)
    return _untold(at).filter(breaks | (~Q(change="") & Q(due_date__gte=on, due_date__lte=next_day)))


def _of_the_morning(opens: dt.datetime, on: dt.date, at: dt.datetime) -> QuerySet[Notice]:
    """What was owed before the hours of the day began, to those who have no list of this day yet."""
    lists = Message.objects.filter(recipient=OuterRef("recipient"), day=on, kind=MessageKind.DIGEST)
    return _untold(at).filter(~Exists(lists), owed_at__lt=opens)


def _write(person: User, kind: MessageKind, owed: QuerySet[Notice], on: dt.date, at: dt.datetime) -> bool:
    """One e-mail to one person, with all that is owed and that they may see; False where there is nothing."""
    with one_request(), transaction.atomic():
        notices = list(owed.filter(recipient=person).select_related("duty"))
        told = lines_of(person, notices, on)
        settled = set(told.notices)
        _drop_empty([notice.pk for notice in notices if notice.go_live_id and notice.pk not in settled])
        _leave_out(unseen(person, [notice for notice in notices if notice.pk not in settled]), at)
        if not told.lines and not _second(person, kind, on) and not _has_news(person, kind, on):
            return False
        subject, text = _words(person, kind, told, on)
        message = Message(recipient=person, kind=kind, day=on, subject=subject, body=text, made_at=at)
        message.save()
        Notice.objects.filter(pk__in=told.notices).update(message=message)
    return True


def still_tells(message: Message, *, at: dt.datetime) -> bool:
    """Whether an e-mail that was made still has something to tell its reader at a moment; else it is gone.

    Where they may not see any longer what one of its lines is about, its words are made anew without it.
    """
    person = message.recipient
    with one_request(), transaction.atomic():
        notices = {notice.pk: notice for notice in message.notices.select_related("duty")}
        if not (hidden := unseen(person, [*notices.values()])):
            return True
        _leave_out(hidden, at)
        told = lines_of(person, [n for pk, n in notices.items() if pk not in hidden], message.day)
        if told.lines:
            message.subject, message.body = _words(person, MessageKind(message.kind), told, message.day)
            message.save(update_fields=["subject", "body"])
            return True
        message.notices.update(message=None)
        message.delete()
        return False


def _drop_empty(notices: Sequence[int]) -> None:
    """Of going live nobody is told who has nothing that was due before."""
    if notices:
        Notice.objects.filter(pk__in=notices).delete()


def _leave_out(hidden: Sequence[int], at: dt.datetime) -> None:
    """Told to these readers no more; who else is to be told of a duty, the next scan finds."""
    if hidden:
        Notice.objects.filter(pk__in=hidden).update(message=None, out_of_sight_at=at)


def _words(person: User, kind: MessageKind, told: Told, on: dt.date) -> tuple[str, str]:
    """The subject and the text of an e-mail."""
    counts = _counts(person, on, told) if kind is MessageKind.DIGEST else Counts(0, 0, 0)
    others = (_second, _reviews, _actions)
    every = [*(line for of in others for line in of(person, kind, on)), *told.lines]
    lines = every[:MOST_LINES]
    more = len(every) - len(lines)
    return subject_line(kind, counts), body(kind, on, counts, lines, more, address("my_work"))


def _second(person: User, kind: MessageKind, on: dt.date) -> list[Line]:
    """A line of the morning's list for what waits for this person as the second."""
    count = waiting_count(person, on) if kind is MessageKind.DIGEST else 0
    return [Line(Section.SECOND, second_words(count), address("second_person"))] if count else []


def _reviews(person: User, kind: MessageKind, on: dt.date) -> list[Line]:
    """A line of the morning's list for the trials that wait for this person's review. It names none."""
    count = reviews_due(person, on) if kind is MessageKind.DIGEST else 0
    return [Line(Section.REVIEW, review_words(count), address("learning"))] if count else []


def _actions(person: User, kind: MessageKind, on: dt.date) -> list[Line]:
    """A line of the morning's list for their actions from thinking time that no duty of theirs tells."""
    count = actions_due(person, _notice_until(on)) if kind is MessageKind.DIGEST else 0
    return [Line(Section.ACTION, action_words(count), address("my_work"))] if count else []


def _has_news(person: User, kind: MessageKind, on: dt.date) -> bool:
    """Whether a trial came to its review, or an action from thinking time is to be told, since the working
    morning before: each told by itself once.
    """
    if kind is not MessageKind.DIGEST:
        return False
    is_reviewed = bool(reviews_due(person, on, since=_morning_before(on)))
    return is_reviewed or has_new_actions(person, _actions_news(on))


def _actions_news(on: dt.date) -> Q:
    before = _morning_before(on)
    return actions_news(before, on, (_notice_until(before), _notice_until(on)))


def _notice_until(on: dt.date) -> dt.date:
    """The last day of which notice is given on a day."""
    return england().add(on, whole("REMINDER_NOTICE_WORKING_DAYS", on)).due


def _morning_before(on: dt.date) -> dt.date:
    return england().add(on, -1).due


def _counts(person: User, on: dt.date, told: Told) -> Counts:
    lists = first_lines({None: own_duties(person, live_since(on))}, on, week_end(on), 1)
    today, week = lists.get(Part.TODAY), lists.get(Part.WEEK)
    late = today.late if today else 0
    passed_up = sum(line.section is Section.PASSED_UP for line in told.lines)
    return Counts(late, today.count - late if today else 0, week.count if week else 0, passed_up)
