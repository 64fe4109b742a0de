"""What stands on the screen that everybody in the room reads: what is agreed, and no more.

Left out: the confidential section, what is said of one child alone, reasons, addresses and birth dates, and
what somebody is said to have said who is not in the room. A line in which a confidential address was typed is
left out too, and the page of the record says which, and why.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from conferences.models import ChildPart, MeetingRecord
from conferences.queries.recording import child_speaker, speakers_of
from conferences.queries.recording_next import NextShown
from conferences.rules.contributions import FRAME, Contribution, Speaker, contributions
from conferences.rules.invitations import TakesPart
from conferences.rules.quoracy import PRESENT
from conferences.rules.recording_next import NEXT_REVIEW, has_next
from conferences.rules.recording_screen import is_safe, safe_lines
from conferences.rules.scaling import Score, have_all_scored, scores
from conferences.rules.vocabulary import Category, DecisionOutcome, Participation
from conferences.views.presenters.recording import HEADINGS, Missing, part_href
from conferences.views.presenters.recording_next import core_group_words, review_words
from safeguarding.labelled import label
from safeguarding.wording import lower_first, uk_date

# A child of whom one of these is said was not in the room.
STAYED_AWAY = (Participation.PN0, Participation.PN5, Participation.PN6, Participation.PN7)
# What a child chose who is in the room, or sees it.
COMES = (TakesPart.ALL, TakesPart.PART, TakesPart.VIDEO)
OFF_SCREEN = (
    "{what} something is not shown on the screen in the room, for a confidential address stands in it"
)


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


def frame(record: MeetingRecord, hidden: Collection[str] = ()) -> list[OnScreen]:
    """The headings under which something is written, in the order of the meeting, the family's words first.
    A line of somebody who is not in the room is left out, and one with an address that is `hidden`.
    """
    found = [
        OnScreen(
            HEADINGS[name],
            [Said(one.who.name if one.who else "", one.words) for one in safe_lines(lines, hidden)],
        )
        for name, lines in _frame(record)
    ]
    return [one for one in found if one.lines]


def _frame(record: MeetingRecord) -> Iterator[tuple[str, list[Contribution]]]:
    """Each part of the frame with the lines of who is in the room, and those of nobody."""
    told, here = speakers_of(record), _here(record)
    for name in FRAME:
        lines = contributions(getattr(record, name), told)
        yield name, [one for one in lines if one.who is None or one.who in here]


def _here(record: MeetingRecord) -> list[Speaker]:
    """Of the attendance whoever is in the room, and the children who take part."""
    came = {
        Speaker(one.name, one.role, one.is_family) for one in record.attendances.all() if one.mode in PRESENT
    }
    came |= {child_speaker(part) for part in record.parts.all() if _is_here(part)}
    return [one for one in speakers_of(record) if one in came]


def _is_here(part: ChildPart) -> bool:
    """As it is said of the child; while nothing is said, only who chose to come is here."""
    if part.participation:
        return part.participation not in STAYED_AWAY
    return getattr(part, "chose", "") in COMES


def children(
    record: MeetingRecord, after: Mapping[int, NextShown], hidden: Collection[str] = ()
) -> list[ChildOnScreen]:
    """Each child by the given name, as the parts are saved; `after`: what each leaves for the plan. A score
    or an action with an address that is `hidden` is left out.
    """
    here = _here(record)
    return [_child(part, here, after.get(part.pk), hidden) for part in record.parts.all()]


def _child(
    part: ChildPart, here: Sequence[Speaker], after: NextShown | None, hidden: Collection[str]
) -> ChildOnScreen:
    shown = [(one.who.name, one.score, one.why) for one in _scores(part, here) if is_safe(one.why, hidden)]
    child = part.requested_child.child
    actions = [
        (one.what, one.who, uk_date(one.by_date))
        for one in part.actions.all()
        if is_safe(f"{one.what} {one.who}", hidden)
    ]
    name = child.given_names or child.display_name
    return ChildOnScreen(name, _decision(part), shown, actions, _dates(part, after))


def _scores(part: ChildPart, here: Sequence[Speaker]) -> list[Score]:
    """Once everybody of the attendance who is here has one; a child of the meeting may have one."""
    found = scores(part.scores, here)
    return found if have_all_scored(found, [one for one in here if not one.is_child]) else []


def not_shown(record: MeetingRecord, hidden: Collection[str]) -> list[Missing]:
    """Which parts of a record are not on the screen for an address that is `hidden`, each with the page where
    it is taken out.
    """
    ref, here = record.booking.ref, _here(record)
    found = [
        Missing(OFF_SCREEN.format(what=f"Under “{HEADINGS[name]}”"), reverse("record_common", args=[ref]))
        for name, lines in _frame(record)
        if safe_lines(lines, hidden) != lines
    ]
    for part in record.parts.all():
        actions = [f"{one.what} {one.who}" for one in part.actions.all()]
        texts = {"In the first actions": actions, "In the scores": [one.why for one in _scores(part, here)]}
        found += [
            Missing(
                OFF_SCREEN.format(what=f"{what} of {part.requested_child.child.display_name}"),
                part_href(record.booking, part),
            )
            for what, words in texts.items()
            if not all(is_safe(one, hidden) for one in words)
        ]
    return found


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
