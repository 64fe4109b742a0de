"""What stands on the screen that everybody in the room reads: what is agreed, and no more.

Left out: the confidential section, what is said of one child alone, reasons, addresses and birth dates, and
what somebody is said to have said who is not in the room.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conferences.models import ChildPart, MeetingRecord
from conferences.queries.recording_next import NextShown
from conferences.rules.contributions import FRAME, Speaker, contributions
from conferences.rules.quoracy import PRESENT
from conferences.rules.recording_next import NEXT_REVIEW, has_next
from conferences.rules.scaling import have_all_scored, scores
from conferences.rules.vocabulary import Category, DecisionOutcome
from conferences.views.presenters.recording import HEADINGS
from conferences.views.presenters.recording_next import core_group_words, review_words
from safeguarding.labelled import label
from safeguarding.wording import lower_first, uk_date


@dataclass(frozen=True)
class Said:
    """One line on the screen, with who said it, "" where it is nobody's own."""

    who: str
    words: str


@dataclass(frozen=True)
class OnScreen:
    """A heading of the frame with its lines."""

    heading: str
    lines: Sequence[Said]


@dataclass(frozen=True)
class ChildOnScreen:
    """What is decided for one child, and the first actions: what, who, by when; the scores (who, number, why)
    once everybody who is here has one.
    """

    name: str
    decision: str
    scores: Sequence[tuple[str, int, str]]
    actions: Sequence[tuple[str, str, str]]
    # When the core group meets and the plan is looked at again: what, and when.
    dates: Sequence[tuple[str, str]] = ()


def frame(record: MeetingRecord) -> list[OnScreen]:
    """The headings under which something is written, in the order of the meeting, the family's words first.
    A line of somebody who is not in the room is left out.
    """
    told = {Speaker(one.name, one.role, one.is_family): one.mode for one in record.attendances.all()}
    found = []
    for name in FRAME:
        lines = [
            Said(one.who.name if one.who else "", one.words)
            for one in contributions(getattr(record, name), list(told))
            if one.who is None or told[one.who] in PRESENT
        ]
        found.append(OnScreen(HEADINGS[name], lines))
    return [one for one in found if one.lines]


def children(record: MeetingRecord, after: Mapping[int, NextShown]) -> list[ChildOnScreen]:
    """Each child by the given name, as the parts are saved; `after`: what each leaves for the plan."""
    here = [
        Speaker(one.name, one.role, one.is_family) for one in record.attendances.all() if one.mode in PRESENT
    ]
    return [_child(part, here, after.get(part.pk)) for part in record.parts.all()]


def _child(part: ChildPart, here: Sequence[Speaker], after: NextShown | None) -> ChildOnScreen:
    found = scores(part.scores, here)
    shown = [(one.who.name, one.score, one.why) for one in found] if have_all_scored(found, here) else []
    child = part.requested_child.child
    actions = [(one.what, one.who, uk_date(one.by_date)) for one in part.actions.all()]
    name = child.given_names or child.display_name
    return ChildOnScreen(name, _decision(part), shown, actions, _dates(part, after))


def _dates(part: ChildPart, after: NextShown | None) -> list[tuple[str, str]]:
    if after is None or not has_next(part.outcome):
        return []
    told = [(after.group, core_group_words(after.dates)), (NEXT_REVIEW, review_words(after.dates))]
    return [(what, when) for what, when in told if when]


def _decision(part: ChildPart) -> str:
    """A child protection plan begins, for neglect."""
    if not part.outcome:
        return "Nothing decided yet"
    why = f", for {lower_first(label(Category, part.category))}" if part.category else ""
    return f"{label(DecisionOutcome, part.outcome)}{why}"
