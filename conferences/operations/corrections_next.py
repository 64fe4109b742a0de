"""Corrections of what a signed record left for a plan: the next dates, and who is of the core group."""

from __future__ import annotations

import datetime as dt

from conferences.models import CoreGroupMember, Correction, NextDates
from conferences.operations.corrections import Change, begin, changes, finish, goes
from conferences.queries.recording_next import limits_of
from conferences.rules.corrections import RecordKind
from conferences.rules.recording_next import LEAD, NextTold
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import operation
from safeguarding.refusals import Problem
from safeguarding.register.agencykinds import SOCIAL_CARE
from safeguarding.rights import Permission

FACTS = ("core_group_date", "core_group_time", "review_date", "review_time", "late_words")
ONE_LEAD = ("Somebody else is the lead worker. Say of them first that they are not", "is_lead")


@operation(needs=Permission.WRITE_RECORD)
def correct_next_dates(*, row: NextDates, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """When a core group meets or a plan is reviewed next, chosen anew: held to the same days as at first.
    Letters and copies that were made stay as they went.
    """
    draft = begin(row, RecordKind.NEXT_DATES, change, at)
    part = draft.row.part
    told = NextTold(**{name: draft.after[name] for name in FACTS})
    problems = limits_of([part], day_of(part.record.booking.starts_at)).problems(part, told)
    return finish(draft, change, problems, by, at)


@operation(
    needs=Permission.WRITE_RECORD,
    refuses={
        "coregroupmember_one_lead": ONE_LEAD,
        "coregroupmember_once": ("They are of the core group already", "in_error"),
    },
)
def correct_member(*, row: CoreGroupMember, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """In which role somebody is of a core group, whether they lead it, or that they never were of it."""
    draft = begin(row, RecordKind.CORE_GROUP_MEMBER, change, at)
    problems = []
    leads = bool(draft.after.get("is_lead")) and not goes(draft)
    if leads and changes(draft, "is_lead", "in_error"):
        rows = CoreGroupMember.objects.unscoped("the core group of a member in scope")
        others = rows.filter(part=draft.row.part_id, in_error=False, is_lead=True).exclude(pk=draft.row.pk)
        problems += [Problem(LEAD, "is_lead")] if draft.row.agency_kind != SOCIAL_CARE else []
        problems += [Problem(*ONE_LEAD)] if others.exists() else []
    return finish(draft, change, problems, by, at)
