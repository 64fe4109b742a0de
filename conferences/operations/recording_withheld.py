"""The confidential section of a record: parts added, changed and taken out, until the record is signed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from conferences.models import MeetingRecord, WithheldText
from conferences.operations.recording import lock_draft
from conferences.operations.recording_withheld_rows import WITHHELD
from conferences.queries.invitations import related_people
from conferences.queries.recording import kinds_for
from conferences.rules.recording_withheld import (
    FAMILY,
    FromWhom,
    ToAgencies,
    WithheldReason,
    WithheldTold,
    withheld_problems,
)
from safeguarding import audit
from safeguarding.models import User
from safeguarding.operation import lock, operation, refuse_parted
from safeguarding.refusals import refuse_all
from safeguarding.rights import Permission
from safeguarding.versions import StaleVersion, join_untouched, marks_of


@operation(needs=Permission.WRITE_RECORD)
def add_withheld(*, record: MeetingRecord, told: WithheldTold, by: User, at: dt.datetime) -> WithheldText:
    """A further confidential part. Sent twice the same, it is there once.

    Raises Refused as saving a record does, and for all that is missing.
    """
    draft = lock_draft(record, by, at)
    values = _values(told, draft)
    found: WithheldText | None = _parts(draft).filter(saved_by=by, **values).first()
    if found:
        return found
    made: WithheldText = WithheldText.objects.create(record=draft, saved_by=by, saved_at=at, **values)
    audit.record("record.withheld", made, by=by, at=at, detail={"record": draft.pk})
    return made


@operation(needs=Permission.WRITE_RECORD)
def save_withheld(
    *, withheld: WithheldText, told: WithheldTold, seen: str | None = None, by: User, at: dt.datetime
) -> WithheldText:
    """Change a confidential part; told again, it is as told last.

    Raises StaleVersion where somebody changed the same since it was `seen`; else as add_withheld().
    """
    draft = lock_draft(withheld.record, by, at)
    held = lock(withheld, "saved_by")
    refuse_parted(held, "record", draft)
    _values(told, draft)
    stands, mine = standing(held), typed_of(told)
    if seen is not None and seen != stands.seen:
        mine, met = join_untouched(seen, mine, stands.theirs)
        if met:
            raise stands
    if mine == stands.theirs:
        return held
    values = _values(told_from(mine), draft)
    for name, value in values.items():
        setattr(held, name, value)
    held.saved_by, held.saved_at = by, at
    held.save(update_fields=[*values, "saved_by", "saved_at"])
    audit.record("record.withheld_changed", held, by=by, at=at, detail={"record": draft.pk})
    return held


@operation(needs=Permission.WRITE_RECORD)
def remove_withheld(*, withheld: WithheldText, by: User, at: dt.datetime) -> None:
    """Take a confidential part out of a draft. Its history keeps it."""
    draft = lock_draft(withheld.record, by, at)
    held = lock(withheld)
    refuse_parted(held, "record", draft)
    audit.record("record.withheld_removed", held, by=by, at=at, detail={"record": draft.pk})
    held.delete()


def standing(withheld: WithheldText) -> StaleVersion:
    """What stands now, by the form's field, and who wrote last."""
    theirs = typed_of(_part(withheld))
    return StaleVersion(
        theirs=theirs, seen=marks_of(theirs), saved_by=withheld.saved_by, saved_at=withheld.saved_at
    )


def typed_of(told: WithheldTold) -> dict[str, Any]:
    """As the form's fields have it: codes and texts, the people by their ids in order."""
    return {
        "what": told.what.strip(),
        "told_by": told.told_by.strip(),
        "agency_kind": FAMILY if told.agency_kind == "" else told.agency_kind or "",
        "reason": told.reason.value if told.reason else "",
        "reason_words": told.reason_words.strip(),
        "whom": told.whom.value if told.whom else "",
        "people": [str(one) for one in sorted(told.people)] if told.whom is FromWhom.PEOPLE else [],
        "agencies": told.to_agencies.value if told.to_agencies else "",
        "owner_agreed": told.owner_agreed.strip(),
    }


def told_from(typed: dict[str, Any]) -> WithheldTold:
    """The same as a part: typed_of() backwards."""
    codes = {
        "reason": WithheldReason(typed["reason"]) if typed["reason"] else None,
        "whom": FromWhom(typed["whom"]) if typed["whom"] else None,
        "agencies": ToAgencies(typed["agencies"]) if typed["agencies"] else None,
        "people": frozenset(map(int, typed["people"])),
        "agency_kind": "" if typed["agency_kind"] == FAMILY else typed["agency_kind"],
    }
    return WithheldTold(**typed | codes)


def _part(withheld: WithheldText) -> WithheldTold:
    return WithheldTold(
        what=withheld.what,
        told_by=withheld.told_by,
        agency_kind=withheld.agency_kind,
        reason=WithheldReason(withheld.reason),
        reason_words=withheld.reason_words,
        whom=FromWhom.EVERYBODY if withheld.from_family else FromWhom.PEOPLE,
        people=frozenset(withheld.from_people),
        agencies=ToAgencies.WITHHOLD if withheld.from_agencies else ToAgencies.SHARE,
        owner_agreed=withheld.owner_agreed,
    )


def _values(told: WithheldTold, draft: MeetingRecord) -> dict[str, Any]:
    """The columns. Raises Refused with all that is missing."""
    kinds = {kind.code for kind in kinds_for(draft)}
    related = related_people(draft.booking.request, told.people)
    refuse_all(withheld_problems(told, kinds, related))
    typed = typed_of(told)
    columns = {name: typed[name] for name in WITHHELD if name in typed}
    return columns | {
        "agency_kind": told.agency_kind,
        "from_family": told.whom is FromWhom.EVERYBODY,
        "from_people": [int(one) for one in typed["people"]],
        "from_agencies": told.to_agencies is ToAgencies.WITHHOLD,
    }


def _parts(record: MeetingRecord) -> Any:
    return WithheldText.objects.unscoped("the confidential parts of a record in scope").filter(record=record)
