"""The letters that a plan has ended, on their page: which plans, who has one, and what is still owed."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence

from conferences.models import ChildPart, ConferenceChild, Document, MeetingRecord
from conferences.queries.copies import Key, Offer
from conferences.rules.vocabulary import StepDown, end_reasons
from conferences.views.presenters.copies import copies_table, shown
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.pagekit.components import Table
from safeguarding.wording import counted, lower_first, sentence, uk_date, uk_moment

NONE_ENDED = "By what is recorded now, no child protection plan ended at this conference. No letter is owed."
SENT_ALL_THE_SAME = (
    "Letters were sent that say otherwise. Make a new version of the decision letter, which tells them how it"
    " is now."
)
NOBODY = (
    "Nobody is proposed for a letter, so nothing has gone and it stays due. Select somebody who may have one,"
    " or record first who belongs to the child."
)
NOBODY_AT_ALL = (
    "Nobody is recorded who may have a letter: no adult with a relationship to these children, and nobody of"
    " an agency that knows them. It stays due until somebody is."
)


def ended_lines(parts: Sequence[ChildPart]) -> list[str]:
    """Of each child whose plan ended: why, and which help was recorded."""
    return [_ended_line(part) for part in parts]


def _ended_line(part: ChildPart) -> str:
    child = part.requested_child.child
    codes = end_reasons(is_unborn=child.is_unborn)
    why = lower_first(label(codes, part.end_reason)) if part.end_reason else "not recorded"
    help_next = lower_first(label(StepDown, part.step_down)) if part.step_down else "not recorded"
    return f"{child.display_name}. Why it ended: {why}. Help that follows: {help_next}."


def letters_table(
    kept: Mapping[Key, Sequence[Document]],
    may_have: Mapping[Key, Offer],
    since: Mapping[Key, Sequence[str]],
    ref: uuid.UUID,
    reader: User,
) -> Table:
    """A row for each version of each letter."""
    letters = shown(kept, may_have, since, {})
    return copies_table(letters, ref, reader, title="Letters", thing="letter")


def state_line(
    record: MeetingRecord,
    ended: Sequence[ChildPart],
    kept: Mapping[Key, Sequence[Document]],
    without: Sequence[Offer],
) -> str:
    """How it stands with these letters as a whole."""
    went = any(one.sent_date for versions in kept.values() for one in versions)
    if not ended:
        return sentence(NONE_ENDED, *([SENT_ALL_THE_SAME] if went else []))
    if record.closing_date is not None:
        return f"The letters were sent: the last went on {uk_date(record.closing_date)}."
    if record.closing_gone_at is not None:
        when = uk_moment(record.closing_gone_at)
        return f"No letter goes, as was said of each by {when}. A letter that is made makes it due again."
    if not kept and not any(one.is_ticked for one in without):
        return NOBODY if without else NOBODY_AT_ALL
    waiting = sum(1 for versions in kept.values() if _waits(versions))
    still = f"{counted(waiting, 'letter')} still to send." if waiting else ""
    return sentence("Not all the letters have been sent yet.", *filter(None, [still]))


def _waits(versions: Sequence[Document]) -> bool:
    return versions[0].off_at is None and not any(one.sent_date for one in versions)


def without_lines(record: MeetingRecord, without: Sequence[Offer]) -> list[str]:
    """Those to whom one is proposed and who have none, while it is due."""
    if record.closing_date is not None:
        return []
    return [f"{one.recipient.lines[0]} has no letter yet." for one in without if one.is_ticked]


def timeline_text(attended: ConferenceChild) -> tuple[str, list[str]]:
    """That everybody who was owed one had their letter, and not who: that stands with the conference."""
    return "The letters that the child protection plan ended were all sent", []
