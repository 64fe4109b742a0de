"""Corrections of what help was tried for a child."""

from __future__ import annotations

import datetime as dt

from conferences.models import Correction, SupportTried
from conferences.operations.corrections import Change, Draft, begin, finish, goes
from conferences.operations.supports import TWICE, same_supports
from conferences.queries.children_days import birth_of
from conferences.rules.corrections import IN_ERROR, RecordKind
from conferences.rules.supports import Told, problems
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import operation
from safeguarding.refusals import Problem
from safeguarding.rights import Permission


@operation(needs=Permission.RECORD_SUPPORT, refuses={"supporttried_stands_once": TWICE}, retry=True)
def correct_support(*, row: SupportTried, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """What was tried, its days, how far it came and whether it changed anything: of this child alone."""
    draft = begin(row, RecordKind.SUPPORT, change, at)
    told = Told(**{name: value for name, value in draft.after.items() if name != IN_ERROR.field})
    if not goes(draft):
        draft.after.update({name: getattr(told.fitting, name) for name in Told.__dataclass_fields__})
    found = [] if goes(draft) else _problems(draft, told.fitting, day_of(at))
    # A day is held against the day on which it was told.
    draft.row.told_by, draft.row.told_at = by, at
    draft.row.save(update_fields=["told_by", "told_at"])
    return finish(draft, change, found, by, at)


def _problems(draft: Draft, told: Told, on: dt.date) -> list[Problem]:
    row = draft.row
    found = problems(told, births={"": birth_of(row.child_id)}, on=on)
    if same_supports(told).filter(child=row.child_id).exclude(pk=row.pk).exists():
        found.append(Problem(*TWICE))
    return found
