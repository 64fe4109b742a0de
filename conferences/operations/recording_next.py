"""What a conference leaves for each child's plan: the core group and the next dates, until it is signed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

from conferences.models import ChildPart, CoreGroupMember, NextDates
from conferences.operations.recording import lock_draft
from conferences.operations.recording_next_rows import DATES, member_from
from conferences.queries.recording_next import candidates, limits_of, next_in_hand
from conferences.rules.recording_next import Candidate, NextTold, has_next, of_another, people_problems
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, operation, refuse_parted, refuse_unseen
from safeguarding.refusals import Problem, Refused, refuse_all
from safeguarding.rights import Permission
from safeguarding.versions import StaleVersion, join_untouched, marks_of

NO_PLAN = "There is no plan for this child, so there is no core group and no review to come."


@operation(needs=Permission.WRITE_RECORD)
def save_next(
    *,
    part: ChildPart,
    told: NextTold,
    seen: str | None = None,
    for_all: bool = False,
    by: User,
    at: dt.datetime,
) -> ChildPart:
    """Save a child's core group and next dates; `for_all`: the same for every other child of the meeting for
    whom there is a plan, and nothing of their own is saved.

    Raises StaleVersion where somebody saved the same since it was `seen`; Refused as saving a record does,
    and for a day off, out of order or too late, each beside its field.
    """
    refuse_unseen(by, part.record)
    draft = lock_draft(part.record, by, at)
    child = lock(part, "saved_by", "requested_child__child")
    refuse_parted(child, "record", draft)
    child.record = draft
    if not has_next(child.outcome):
        raise Refused(NO_PLAN)
    stands = standing(child)
    mine = typed_of(told)
    if seen is not None and seen != stands.seen:
        mine, met = join_untouched(seen, mine, stands.theirs)
        if met:
            raise stands
    told, held = told_from(mine), day_of(draft.booking.starts_at)
    known = candidates(child, draft.booking, held)
    refuse_all([*people_problems(told, known), *limits_of([child], held).problems(child, told)])
    if for_all:
        _save_for_others(child, told, known, by, at)
    if mine != stands.theirs:
        _write(child, told, known, by, at)
    return child


def _save_for_others(
    child: ChildPart, told: NextTold, known: Collection[Candidate], by: User, at: dt.datetime
) -> None:
    """Nobody of the family is put into the group of a child to whom they do not belong, and what somebody
    saved of a child stays.
    """
    siblings = unsaved_others(child)
    booking, held = child.record.booking, day_of(child.record.booking.starts_at)
    problems: list[Problem] = []
    limits = limits_of(siblings, held)
    for one in siblings:
        one.record = child.record
        own = candidates(one, booking, held)
        theirs = of_another(told, known, own)
        name = one.requested_child.child.display_name
        wrong = limits.problems(one, theirs)
        problems += [Problem(f"{name}: {problem.sentence}", "for_all") for problem in wrong]
        if not problems:
            _write(one, theirs, own, by, at)
    refuse_all(problems)


def unsaved_others(child: ChildPart) -> list[ChildPart]:
    """The parts of the other children of a record in hand for whom there is a plan, or may be, and for whom
    nothing of this is saved.
    """
    rows = ChildPart.objects.unscoped("the other children of a record in hand").filter(record=child.record_id)
    found = rows.exclude(pk=child.pk).select_related("requested_child__child", "requested_child__plan")
    others = [one for one in found.order_by("requested_child") if has_next(one.outcome)]
    saved = next_in_hand(others)
    return [one for one in others if saved[one.pk].dates is None]


def _write(
    child: ChildPart, told: NextTold, known: Collection[Candidate], writer: User, at: dt.datetime
) -> None:
    values = {name: getattr(told, name) for name in DATES} | {"saved_by": writer, "saved_at": at}
    row, _ = NextDates.objects.unscoped("a part in hand").update_or_create(part=child, defaults=values)
    CoreGroupMember.objects.unscoped("a part in hand").filter(part=child).delete()
    chosen = told.members | ({told.lead} if told.lead else set())
    CoreGroupMember.objects.bulk_create(
        member_from(child, one, is_lead=one.key == told.lead) for one in known if one.key in chosen
    )
    # Who has the record open is told that the child's part was saved.
    child.version, child.saved_by, child.saved_at = child.version + 1, writer, at
    child.save(update_fields=["version", "saved_by", "saved_at"])
    audit.record("record.next", row, by=writer, at=at, detail={"record": child.record_id})


def standing(child: ChildPart) -> StaleVersion:
    """What stands now, by the form's field, and who wrote last."""
    shown = next_in_hand([child])[child.pk]
    theirs, last = typed_of(shown.told), shown.dates or child
    return StaleVersion(theirs=theirs, seen=marks_of(theirs), saved_by=last.saved_by, saved_at=last.saved_at)


def typed_of(told: NextTold) -> dict[str, Any]:
    """As the form's fields have it. Whoever leads is of the group."""
    members = told.members | ({told.lead} if told.lead else set())
    return {name: getattr(told, name) for name in DATES} | {
        "late_words": told.late_words.strip(),
        "members": sorted(members),
        "lead": told.lead,
    }


def told_from(typed: dict[str, Any]) -> NextTold:
    """The same as told: typed_of() backwards."""
    return NextTold(**typed | {"members": frozenset(typed["members"])})
