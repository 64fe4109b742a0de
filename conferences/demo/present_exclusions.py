"""Who is excluded from a conference that the demo has in its diary: one who is, and one whom a chair is asked
to exclude.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from django.conf import settings

from conferences.demo.present import Present
from conferences.documents.exclusions import writer
from conferences.models import Booking, Exclusion, Invitation
from conferences.operations.exclusions import ask_exclusion, decide_exclusion
from conferences.operations.exclusions_letters import make_letter, mark_letter_sent
from conferences.operations.invitations import take_off
from conferences.rules.documents import SentHow
from conferences.rules.exclusions import Answer, AskedFor, DecidedOn, Extent, Ground, Instead
from conferences.rules.invitations import OffReason
from conferences.rules.workflow import BookingState
from safeguarding.clock import day_of
from safeguarding.models import Person
from safeguarding.workingdays import Calendar

WRITE = writer(settings.COUNCIL_NAME)
WHY = "the demo's people go about their work"
THREATS = AskedFor(
    ground=Ground.VIOLENCE,
    facts="He shouted at the health visitor at the door and threatened her, says her note of that day.",
    extent=Extent.WHOLE,
    asker="Nora Thermometer, school nurse",
)
APART = AskedFor(
    ground=Ground.CONFLICT,
    facts="The parents separated in a quarrel, and each says that they cannot speak beside the other.",
    extent=Extent.PART,
    part="While the other parent speaks",
    asker="The children’s social worker",
)
SAFE = DecidedOn(
    answer=Answer.WHOLE,
    reasons="Two people told of threats. A part would not be enough, and no shorter time was possible.",
    instead=Instead.SEPARATE,
    instead_words="An hour with the chair at the unit, two days before the conference",
    letter_why="We want everybody to be able to speak calmly and to feel safe, you as well. We think that"
    " this works better when you talk with me apart from the others.",
)


def tell_exclusions(on: dt.date, calendar: Calendar) -> None:
    """To be called within the demo's transaction, after its invitations."""
    present = Present(on, calendar)
    rows = Booking.objects.unscoped(WHY).filter(
        state=BookingState.BOOKED,
        starts_at__gte=present.moment(calendar.add(on, 2).due, 0),
        booked_at__lt=present.moment(calendar.add(on, -2).due, 0),
    )
    meetings = list(rows.select_related("request", "chair").order_by("booked_at", "pk"))
    families = [(one, person) for one in meetings if (person := _second(one))]
    if families:
        _exclude(present, *families[0])
    for meeting, person in families[1:2]:
        _ask(present, meeting, person, APART, present.moment(calendar.add(on, -1).due, 15))


def _second(meeting: Booking) -> Person | None:
    """Of the family on its list the second: a parent beside the one who comes."""
    rows = Invitation.objects.unscoped(WHY).filter(request=meeting.request, off_at=None, person__isnull=False)
    people = [one.person for one in rows.select_related("person")]
    return people[1] if len(people) > 1 else None


def _ask(present: Present, meeting: Booking, person: Person, told: AskedFor, at: dt.datetime) -> Exclusion:
    asked, support = replace(told, asked_date=day_of(at)), present.cast.support
    return ask_exclusion(request=meeting.request, person=person, name="", told=asked, by=support, at=at)


def _exclude(present: Present, meeting: Booking, person: Person) -> None:
    """Asked for two working days ago and decided the next day; they are taken off the list, and their letter
    went.
    """
    asked = present.moment(present.calendar.add(present.on, -2).due, 15)
    decided = present.moment(present.calendar.add(present.on, -1).due, 9)
    one = _ask(present, meeting, person, THREATS, asked)
    told = replace(SAFE, teller=f"{present.cast.support.full_name}, business support")
    decide_exclusion(exclusion=one, told=told, by=meeting.chair, at=decided)
    by = present.cast.support
    letter = make_letter(exclusion=one, version=None, changed="", write=WRITE, by=by, at=decided)
    mark_letter_sent(letter=letter, how=SentHow.RECORDED_POST, sent_date=day_of(decided), by=by, at=decided)
    listed = Invitation.objects.unscoped(WHY).filter(request=meeting.request, person=person, off_at=None)
    for invitation in listed:
        take_off(invitation=invitation, reason=OffReason.EXCLUDED, by=by, at=decided)
