"""What goes before the conferences in the demo’s diary these days: talks, tries, children’s words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from django.db.models import Prefetch

from conferences.demo.present import Present
from conferences.models import Booking, Invitation, RequestedChild
from conferences.operations.preparation import record_contact, record_views
from conferences.rules.preparation import (
    Aloud,
    ContactFacts,
    ContactMaker,
    ContactOutcome,
    ContactWay,
    FamilyPlan,
    NoViews,
    Supporter,
    ViewsFacts,
    ViewsWay,
)
from conferences.rules.workflow import BookingState
from safeguarding.clock import day_of
from safeguarding.workingdays import Calendar

WHY = "the demo's people go about their work"
TALK = ContactFacts(
    outcome=ContactOutcome.MET.value,
    maker=ContactMaker.CHAIR.value,
    way=ContactWay.TELEPHONE.value,
    minutes=25,
    wants="To speak first, and to hear what would have to be different.",
    seating="Near the door, beside her sister",
    breaks="One after half an hour",
    arrival="30 minutes early, by the side entrance",
    supporter="Her sister",
    supporter_kind=Supporter.RELATIVE.value,
    family_plan=FamilyPlan.OFFERED.value,
)
IN_VAIN = ContactFacts(
    outcome=ContactOutcome.FAILED.value,
    maker=ContactMaker.SUPPORT.value,
    way=ContactWay.TELEPHONE.value,
    words="Nobody answered, and a message was left.",
)
SPOKEN = ViewsFacts(
    words="I want it to be quiet when I go to bed. I like it when Nan comes.",
    way=ViewsWay.DIRECT_WORK.value,
    aloud=Aloud.YES.value,
)
TOO_YOUNG = ViewsFacts(none_why=NoViews.TOO_YOUNG.value)
OLD_ENOUGH = 4


def tell_preparation(on: dt.date, calendar: Calendar) -> None:
    """To be called within the demo's transaction, after its invitations. Every second meeting is prepared."""
    present = Present(on, calendar)
    asked = Prefetch("request__children", RequestedChild.objects.unscoped(WHY).select_related("child"))
    rows = Booking.objects.unscoped(WHY).filter(
        state=BookingState.BOOKED,
        starts_at__gte=present.moment(on, 0),
        booked_at__lt=present.moment(calendar.add(on, -2).due, 0),
    )
    meetings = rows.select_related("request", "chair").prefetch_related(asked).order_by("booked_at", "pk")
    for turn, meeting in enumerate(meetings):
        if turn % 2 == 0:
            _prepare(present, meeting)


def _prepare(present: Present, meeting: Booking) -> None:
    support, chair = present.cast.support, meeting.chair
    yesterday = present.moment(present.calendar.add(present.on, -1).due, 15)
    day = day_of(yesterday)
    listed = Invitation.objects.unscoped(WHY).filter(
        request=meeting.request, off_at=None, agency_kind="", requested_child=None
    )
    people = list(listed.order_by("pk"))
    for whom in people[:1]:
        told = replace(TALK, contact_date=day, maker_name=chair.full_name, family_plan_date=day)
        record_contact(request=meeting.request, whom=whom, told=told, by=chair, at=yesterday)
    for whom in people[1:2]:
        told = replace(IN_VAIN, contact_date=day, maker_name=support.full_name)
        record_contact(request=meeting.request, whom=whom, told=told, by=support, at=yesterday)
    for asked in meeting.request.children.all()[:2]:
        born = asked.child.birth_date
        if born is None:
            continue
        said = SPOKEN if present.on.year - born.year > OLD_ENOUGH else TOO_YOUNG
        heard = replace(said, gathered_date=day, gatherer="The children’s social worker")
        record_views(asked=asked, told=heard, by=chair, at=yesterday)
