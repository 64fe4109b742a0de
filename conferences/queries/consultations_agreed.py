"""A conference that was agreed, or that failed support leads back to, while no request was open, until one
is; and where a partner agency's right may still be used.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db.models import Exists, F, OuterRef, Q

from conferences.models import Booking, Consultation, ConsultationAnswer, RequestedChild
from conferences.queries.clocks import Clock, clocks
from conferences.queries.consultations import is_open
from conferences.rules.consultations import OF_A_PLAN, ConsultationState
from conferences.rules.deadlines import Code
from conferences.rules.workflow import OPEN_REQUESTS, BookingState, RequestState

DECIDED_SO = (ConsultationState.AGREED, ConsultationState.ANOTHER_WAY)
WHY = "whether a conference was asked for since it was agreed"
HELD = "The conference for {name} was held. Ask for another one if it is needed."
ASKED = "A conference is asked for {name} already. Record the right in its own consultation."
AGREED = "A conference for {name} is agreed already."
OVER = "The request for {name} was withdrawn. Ask for a conference, then record the right there."


def right_refused(children: Sequence[Consultation]) -> dict[int, str]:
    """{consultation: why a partner's right is not recorded there, as a sentence}, of those in scope where it
    is not. Another way that was decided stays open to it when its request was closed.
    """
    over = [one for one in children if one.requested_child is not None and not is_open(one)]
    rows = RequestedChild.objects.unscoped(WHY).filter(child__in=[one.child_id for one in over])
    open_ones = rows.filter(request__state__in=OPEN_REQUESTS)
    asked = set(open_ones.values_list("child", flat=True)) if over else set()
    found = {one.pk: _why_over(one, one.child_id in asked) for one in over}
    return {pk: sentence for pk, sentence in found.items() if sentence}


def _why_over(one: Consultation, is_asked: bool) -> str:
    assert one.requested_child is not None  # Without a request it is open.
    name = one.child.display_name
    if one.requested_child.request.state == RequestState.HELD:
        return HELD.format(name=name)
    if one.state == ConsultationState.AGREED:
        return AGREED.format(name=name)
    if one.state != ConsultationState.ANOTHER_WAY:
        return OVER.format(name=name)
    return ASKED.format(name=name) if is_asked else ""


def asks_due(children: Sequence[Consultation], on: dt.date) -> dict[int, Clock]:
    """{consultation: the clock by which the conference that was agreed, or that failed support leads back to,
    is asked for}, of those for whom on the day nobody did yet nor took it back: one query where any was
    decided and no request is open.
    """
    free = [one for one in children if one.requested_child is None or not is_open(one)]
    decided = [one.pk for one in free if one.state in DECIDED_SO]
    found = clocks([Code.ASK_AGREED], subjects=decided) if decided else []
    return {clock.subject: clock for clock in found if clock.is_open(on)}


def agreed_unasked(child: int, asked: RequestedChild | None = None) -> Consultation | None:
    """The agreement that a new request for a child (id) in scope carries out; None where there is none.
    `asked` is the child in that request, once it is made.
    """
    answers = ConsultationAnswer.objects.unscoped(WHY).filter(consultation=OuterRef("pk")).order_by("-pk")
    rows = Consultation.objects.unscoped(WHY).filter(
        child=child, state=ConsultationState.AGREED, withdrawn_at=None
    )
    agreed = rows.exclude(cause__in=OF_A_PLAN).annotate(at=answers.values("answered_at")[:1])
    free = Q(requested_child=None) | Q(requested_child__request__withdrawn_at__lt=F("at"))
    others = RequestedChild.objects.unscoped(WHY).filter(child=child).exclude(pk=asked.pk if asked else None)
    held = Booking.objects.unscoped(WHY).filter(
        request__children__child=child, state=BookingState.HELD, starts_at__gte=OuterRef("at")
    )
    since = others.filter(history_checked_at__gte=OuterRef("at"))
    found: Consultation | None = (
        agreed.filter(free).exclude(Exists(since)).exclude(Exists(held)).order_by("pk").last()
    )
    return found
