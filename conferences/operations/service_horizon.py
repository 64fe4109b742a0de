"""Asking by email for more bank holidays, long before the known ones end, of those who can see to it."""

from __future__ import annotations

import datetime as dt

from conferences.models import Message
from conferences.operations.notices_lines import address
from conferences.operations.notices_messages import Hours
from conferences.rules.notices import MessageKind
from conferences.rules.service import ADD_BANK_HOLIDAYS, body, subject_line, told_on
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.golive.day import live_since
from safeguarding.models import User
from safeguarding.models.user import in_roles
from safeguarding.rights import CAN


def ask_for_holidays(*, at: dt.datetime) -> int:
    """Make the emails that ask for more, once a person and month, in the hours of the day; returns how many.

    Doing it again, or from two sides at once, makes none; nor is one made before the service is live.
    """
    calendar = england()
    day = told_on(calendar, day_of(at))
    if day is None or live_since(day_of(at)) is None or at not in Hours.of(at):
        return 0
    roles = [role for role, rights in CAN.items() if ADD_BANK_HOLIDAYS.acts in rights]
    told = Message.objects.filter(kind=MessageKind.SERVICE, day=day).values("recipient")
    people = User.objects.filter(in_roles(*roles), is_active=True, is_system=False).exclude(pk__in=told)
    subject, text = subject_line(calendar), body(calendar, address("service"))
    owed = [
        Message(recipient=person, kind=MessageKind.SERVICE, day=day, subject=subject, body=text, made_at=at)
        for person in people
    ]
    Message.objects.bulk_create(owed, ignore_conflicts=True)
    return len(owed)
