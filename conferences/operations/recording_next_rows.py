"""The core groups and next dates of a record that goes on at another meeting, and of one that is signed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

from conferences.models import ChildPart, CoreGroupMember, MeetingRecord, NextDates
from conferences.queries.exclusions import kept_from
from conferences.queries.recording_next import NextShown, limits_of, next_in_hand
from conferences.rules.exclusions import Kept, kept_from_all
from conferences.rules.recording_next import CHILD, Candidate, has_next
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.refusals import Problem

DATES = ("core_group_date", "core_group_time", "review_date", "review_time", "late_words")


def carry_next(before: MeetingRecord, record: MeetingRecord) -> None:
    """The core groups and dates go along with a record that goes on at another meeting; a date that is over
    by then is to be chosen anew, and so is whoever was excluded from the whole conference since.
    """
    was, now = _parts(before), {one.requested_child_id: one for one in _parts(record)}
    held, kept = day_of(record.booking.starts_at), kept_from(record.booking.request_id)
    for part_id, shown in next_in_hand(was).items():
        part = now.get(next(one.requested_child_id for one in was if one.pk == part_id))
        if part is not None and shown.dates is not None:
            _carry(shown, part, held, kept)


def _carry(shown: NextShown, part: ChildPart, held: dt.date, kept: Collection[Kept]) -> None:
    dates = shown.dates
    assert dates is not None  # Asked by who calls this.
    values = {name: getattr(dates, name) for name in DATES}
    for code in ("core_group", "review"):
        if (day := values[f"{code}_date"]) and day <= held:
            values |= {f"{code}_date": None, f"{code}_time": None}
    NextDates.objects.create(part=part, saved_by_id=dates.saved_by_id, saved_at=dates.saved_at, **values)
    names = ("name", "role", "agency_kind", "person_id", "worker_id", "is_child", "is_lead")
    CoreGroupMember.objects.bulk_create(
        CoreGroupMember(part=part, **{name: getattr(one, name) for name in names})
        for one in shown.members
        if one.agency_kind or one.is_child or not kept_from_all(kept, one.name, one.person_id)
    )


def member_from(part: ChildPart, one: Candidate, *, is_lead: bool) -> CoreGroupMember:
    """Somebody who was chosen, as of the core group; not saved."""
    return CoreGroupMember(
        part=part,
        name=one.name,
        role=one.role,
        agency_kind=one.agency_kind,
        person_id=one.person,
        worker_id=one.worker,
        is_child=one.key == CHILD,
        is_lead=is_lead,
    )


def _parts(record: MeetingRecord) -> list[ChildPart]:
    rows = ChildPart.objects.unscoped("every child of a record in hand").filter(record=record)
    return list(rows.select_related("requested_child"))


def next_to_sign(parts: Collection[ChildPart], held: dt.date) -> list[Problem]:
    """What of it keeps a record from being signed, `about` a child's id: a date that cannot stand."""
    shown, limits = next_in_hand(parts), limits_of(parts, held)
    return [
        replace(problem, field="next", about=part.requested_child.child_id)
        for part in parts
        for problem in limits.problems(part, shown[part.pk].told)
    ]


def ask_next(part: ChildPart, writer: User, at: dt.datetime) -> None:
    """Where a signed decision was put right and there is a plan now: a row in which its dates are chosen."""
    rows = NextDates.objects.unscoped("a decision in scope that was put right").filter(part=part)
    if has_next(part.outcome) and not rows.exists():
        NextDates.objects.create(part=part, saved_by=writer, saved_at=at)


def settle_next(parts: Collection[ChildPart], signer: User, at: dt.datetime) -> None:
    """As a record is signed: for a child without a plan nothing of it stands, and each other has a row in
    which a date can be put right.
    """
    shown = next_in_hand(parts)
    without = [part.pk for part in parts if not has_next(part.outcome)]
    CoreGroupMember.objects.unscoped("no plan").filter(part__in=without).delete()
    NextDates.objects.unscoped("no plan").filter(part__in=without).delete()
    NextDates.objects.bulk_create(
        NextDates(part=part, saved_by=signer, saved_at=at)
        for part in parts
        if part.pk not in without and shown[part.pk].dates is None
    )
