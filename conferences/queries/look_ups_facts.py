"""What the record tells of children, as far as something may be looked up from it: in a fixed number of
queries, whatever their number.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from conferences.models import (
    Booking,
    ChildInNeedPlan,
    ConferenceChild,
    Enquiry,
    LifeEvent,
    NeedEpisode,
    Plan,
    RequestedChild,
    TransferIn,
)
from conferences.queries.imports_told import Fact, ToldDays, told_days
from conferences.queries.measures import known_days
from conferences.rules.coverage import Coverage
from conferences.rules.life_events import LifeKind
from conferences.rules.look_ups import (
    IN_A_LIFE,
    WENT_AWAY,
    Asked,
    BecameOf,
    Facts,
    Moment,
    Spell,
    Subject,
    what_became,
)
from conferences.rules.vocabulary import DecisionOutcome
from conferences.rules.workflow import OPEN_REQUESTS, BookingState
from safeguarding.clock import day_of
from safeguarding.models import Child
from safeguarding.models.base import ScopedQuerySet

WHY = "what the record tells of children in scope, or of those who are looked up"
TOLD = tuple(kind.value for kind in (*IN_A_LIFE, *WENT_AWAY))


@dataclass(frozen=True)
class Record:
    """The facts of some children (by id), and the days that the council's sources tell of."""

    facts: Mapping[int, Facts]
    known: Coverage

    def became(self, child: int, since: dt.date, day: dt.date, after: Subject) -> BecameOf:
        return what_became(self.facts[child], since, day, after=after, known=self.known)


def record_of(children: Collection[int], on: dt.date) -> Record:
    """The record of these children as it stands, of days up to `on`."""
    if not children:
        return Record({}, Coverage())
    people = Child.objects.unscoped(WHY).filter(pk__in=children)
    told = told_days(list(people), on)
    plans = _spells(Plan.objects.unscoped(WHY).filter(held_for_other_authority=False), children, told)
    needs = _spells(ChildInNeedPlan.objects.unscoped(WHY).filter(in_error=False), children, told)
    referrals = NeedEpisode.objects.unscoped(WHY).filter(in_error=False)
    enquiries = Enquiry.objects.unscoped(WHY).filter(voided_at=None)
    life = LifeEvent.objects.unscoped(WHY).filter(in_error=False, kind__in=TOLD)
    arrivals = TransferIn.objects.unscoped(WHY).filter(in_error=False)
    moments = {
        "referrals": _moments(referrals, children, "referral_date", source="source"),
        "enquiries": _moments(enquiries, children, "started_date", source="source"),
        "life": _moments(life, children, "day", what="kind"),
        "arrivals": _moments(arrivals, children, "notified_date", source="source"),
        "conferences": _conferences(children),
    }
    asked = _requests(children)
    facts = {
        child.pk: Facts(
            born=child.birth_date,
            died=child.death_date,
            plans=plans[child.pk],
            in_need=needs[child.pk],
            requests=asked[child.pk],
            **{name: by_child[child.pk] for name, by_child in moments.items()},
        )
        for child in people
    }
    return Record(facts, known_days())


def _spells(rows: ScopedQuerySet, children: Collection[int], told: ToldDays) -> dict[int, list[Spell]]:
    found: dict[int, list[Spell]] = defaultdict(list)
    for row in rows.filter(child__in=children).order_by("start_date", "pk"):
        found[row.child_id].append(_spell(row, told))
    return found


def _spell(row: Any, told: ToldDays) -> Spell:
    fact: Fact = row
    return Spell(
        row=row.pk,
        start=row.start_date,
        end=row.end_date,
        source=row.source,
        told_to=told.of(fact) if row.end_date is None else None,
        end_reason=getattr(row, "end_reason", ""),
        step_down=getattr(row, "step_down", ""),
    )


def _moments(
    rows: ScopedQuerySet, children: Collection[int], day: str, *, what: str = "", source: str = ""
) -> dict[int, list[Moment]]:
    columns = ["child", "pk", day, *([what] if what else []), *([source] if source else [])]
    found: dict[int, list[Moment]] = defaultdict(list)
    for child, row, on, *rest in rows.filter(child__in=children).order_by(day, "pk").values_list(*columns):
        code = LifeKind(rest[0]).value if what else ""
        found[child].append(Moment(row, on, code, rest[-1] if source else "RECORDED"))
    return found


def _conferences(children: Collection[int]) -> dict[int, list[Moment]]:
    """With what each decided: of one that a file tells of, that a plan began there."""
    rows = ConferenceChild.objects.unscoped(WHY).filter(child__in=children)
    told: Iterable[tuple[int, int, dt.date, str, str | None, int | None]] = rows.order_by(
        "conference__held_date", "pk"
    ).values_list(
        "child", "pk", "conference__held_date", "conference__source", "decision__outcome", "plan_begun"
    )
    found: dict[int, list[Moment]] = defaultdict(list)
    for child, row, day, source, outcome, begun in told:
        what = outcome or (DecisionOutcome.PLAN_BEGINS.value if begun else "")
        found[child].append(Moment(row, day, what, source))
    return found


def _requests(children: Collection[int]) -> dict[int, list[Asked]]:
    """The conferences that were asked for, with the meeting that stands of each: in two queries."""
    meetings = Booking.objects.unscoped(WHY).exclude(state=BookingState.CANCELLED)
    standing = meetings.select_related("record", "conference").order_by("starts_at")
    rows = RequestedChild.objects.unscoped(WHY).filter(child__in=children).select_related("request")
    told = rows.prefetch_related(Prefetch("request__bookings", standing)).order_by("pk")
    found: dict[int, list[Asked]] = defaultdict(list)
    for one in told:
        request, meeting = one.request, next(iter(one.request.bookings.all()), None)
        held = meeting.conference.held_date if meeting and meeting.conference else None
        ended = day_of(request.withdrawn_at) if request.withdrawn_at else held
        asked = day_of(one.history_checked_at)
        if ended is None and request.state not in OPEN_REQUESTS:
            continue
        begun = day_of(meeting.starts_at) if meeting and hasattr(meeting, "record") else None
        found[one.child_id].append(Asked(one.pk, asked, begun, ended))
    return found
