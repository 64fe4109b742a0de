"""Corrections of what a signed record left for a plan: the next dates, and who is of the core group."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from conferences.models import CoreGroupMember, Correction, NextDates
from conferences.operations.corrections import Change, begin, changes, check_now, finish, goes
from conferences.operations.corrections_added import comes_by_correction
from conferences.operations.duties_refresh import refresh
from conferences.operations.recording_next_rows import member_from
from conferences.queries.corrections import children_of
from conferences.queries.recording_next import candidates, limits_of, member_key
from conferences.rules.corrections import RecordKind
from conferences.rules.recording_next import LEAD, NOT_CHOSEN, NextTold, member_problems
from conferences.rules.workflow import RecordState
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import Child, User
from safeguarding.operation import lock, lock_rows, operation, refuse_joined
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.register.agencykinds import SOCIAL_CARE
from safeguarding.rights import Permission

FACTS = ("core_group_date", "core_group_time", "review_date", "review_time", "late_words")
ONE_LEAD = ("Somebody else is the lead worker. Say of them first that they are not", "is_lead")
OF_IT = "They are of the core group already"
NOT_SIGNED = "This record is not signed. Choose there who is of the core group."
WHY_JOINED = "Enter why they are of the core group now"


@operation(needs=Permission.WRITE_RECORD)
def correct_next_dates(*, row: NextDates, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """When a core group meets or a plan is reviewed next, chosen anew: held to the same days as at first.
    Letters and copies that were made stay as they went.
    """
    draft = begin(row, RecordKind.NEXT_DATES, change, at)
    part = draft.row.part
    told = NextTold(**{name: draft.after[name] for name in FACTS})
    problems = limits_of([part], day_of(part.record.booking.starts_at)).problems(part, told)
    made = finish(draft, change, problems, by, at)
    refresh(part.record.booking, met_by=by, at=at)
    return made


@operation(
    needs=Permission.WRITE_RECORD,
    refuses={"coregroupmember_one_lead": ONE_LEAD, "coregroupmember_once": (OF_IT, "in_error")},
)
def correct_member(*, row: CoreGroupMember, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """In which role somebody is of a core group, whether they lead it, since and until when they are of it,
    or that they never were.
    """
    draft = begin(row, RecordKind.CORE_GROUP_MEMBER, change, at)
    problems = []
    after = draft.after
    leads = bool(after.get("is_lead")) and not goes(draft) and not after.get("ended_date")
    if leads and changes(draft, "is_lead", "in_error", "ended_date"):
        rows = CoreGroupMember.objects.unscoped("the core group of a member in scope")
        others = rows.filter(part=draft.row.part_id, is_lead=True, in_error=False, ended_date=None).exclude(
            pk=draft.row.pk
        )
        problems += [Problem(LEAD, "is_lead")] if draft.row.agency_kind != SOCIAL_CARE else []
        problems += [Problem(*ONE_LEAD)] if others.exists() else []
    if changes(draft, "joined_date", "ended_date") and not goes(draft):
        held = day_of(draft.row.part.record.booking.starts_at)
        days = after.get("joined_date"), after.get("ended_date")
        problems += member_problems(*days, held, day_of(at))
    made = finish(draft, change, problems, by, at)
    refresh(draft.row.part.record.booking, met_by=by, at=at)
    return made


@dataclass(frozen=True)
class Joins:
    """Somebody who joins a core group: `key` of a candidate, or who they are; since when and why."""

    key: str = ""
    name: str = ""
    role: str = ""
    agency_kind: str = ""
    joined_date: dt.date | None = None
    words: str = ""


@operation(needs=Permission.WRITE_RECORD, refuses={"coregroupmember_once": (OF_IT, "who")})
def add_member(*, row: NextDates, told: Joins, by: User, at: dt.datetime) -> CoreGroupMember:
    """Somebody joins the core group that a signed record left, as a correction of it with why.

    Raises Refused for a record that is not signed, whoever is of the group, a day that cannot be, and all
    that is missing.
    """
    children = children_of(row)
    refuse_joined(lock_rows(Child.objects.unscoped("held by an operation").filter(pk__in=children)))
    held = lock(row)
    part = held.part
    if part.record.state != RecordState.SIGNED:
        raise Refused(NOT_SIGNED)
    meets = day_of(part.record.booking.starts_at)
    lacks = missing(
        joined_date=(told.joined_date, "Enter since when they are of it"), words=(told.words, WHY_JOINED)
    )
    made = _member_of(held, told, day_of(at))
    refuse_all([*lacks, *member_problems(told.joined_date, None, meets, day_of(at))])
    assert told.joined_date is not None  # Refused above.
    comes_by_correction(
        made, RecordKind.CORE_GROUP_MEMBER, "joined_date", told.joined_date, told.words, by, at
    )
    made.joined_date = told.joined_date
    made.save(force_insert=True)
    check_now()
    audit.record("core_group.joined", made, by=by, at=at)
    refresh(part.record.booking, met_by=by, at=at)
    return made


def _member_of(held: NextDates, told: Joins, on: dt.date) -> CoreGroupMember:
    """The new member, not saved. Raises Refused for who is of no list, has no name, or is of it already."""
    part = held.part
    rows = CoreGroupMember.objects.unscoped("the core group of dates in scope").filter(
        part=part, in_error=False, ended_date=None
    )
    if told.key:
        known = {one.key: one for one in candidates(part, part.record.booking, on)}
        if told.key not in known:
            raise Refused(NOT_CHOSEN, "who")
        if told.key in {member_key(one) for one in rows}:
            raise Refused(OF_IT, "who")
        return member_from(part, known[told.key], is_lead=False)
    refuse_all(missing(name=(told.name, "Enter who joins the core group, or select them")))
    name, kind = told.name.strip(), told.agency_kind
    return CoreGroupMember(part=part, name=name, role=told.role.strip(), agency_kind=kind)
