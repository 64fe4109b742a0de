"""What the chair should look at before a record is signed, though it can be signed with it."""

from __future__ import annotations

from collections.abc import Mapping

from django.urls import reverse

from conferences.models import ChildPart, MeetingRecord
from conferences.queries.recording import speakers_of
from conferences.rules.contributions import FRAME, contributions
from conferences.rules.copies_strangers import Strangers
from conferences.rules.vocabulary import DecisionOutcome
from conferences.views.presenters.recording import HEADINGS, Missing, name_of
from safeguarding.wording import counted

SHOWN = 80


def unsure(record: MeetingRecord, strangers: Strangers) -> list[Missing]:
    """Words that are known of another family, and lines of which nobody knows who said them."""
    here = reverse("record", args=[record.booking.ref])
    return [*(Missing(one, here) for one in strangers.sentences), *_of_nobody(record)]


def not_again(record: MeetingRecord, standing: Mapping[int, tuple[int, int]]) -> list[Missing]:
    """Of each plan that continues with fewer needs or actions than stand in it (`standing`, by the plan):
    what is not written again goes. A record that writes none of either leaves them as they are.
    """
    found = []
    for part in continuing(record):
        told = len(part.needs.all()), len(part.actions.all())
        before = standing.get(part.requested_child.plan_id or 0, (0, 0))
        if any(told) and any(now < then for now, then in zip(told, before, strict=True)):
            words = (
                f"The plan of {name_of(part)} has {_lines(*before)}; this record writes {_lines(*told)}. "
                "What is not written here is in the plan no more."
            )
            child = part.requested_child.child.ref
            found.append(Missing(words, reverse("record_child", args=[record.booking.ref, child])))
    return found


def continuing(record: MeetingRecord) -> list[ChildPart]:
    """The parts that decide that their plan continues."""
    parts: list[ChildPart] = list(record.parts.all())
    return [part for part in parts if part.outcome == DecisionOutcome.PLAN_CONTINUES]


def _lines(needs: int, actions: int) -> str:
    return f"{counted(needs, 'need')} and {counted(actions, 'action')}"


def _of_nobody(record: MeetingRecord) -> list[Missing]:
    """A heading each, with the first of its lines that begin with nobody's name."""
    told, href = speakers_of(record), reverse("record_common", args=[record.booking.ref])
    found = []
    for name in FRAME:
        lines = [one.words for one in contributions(getattr(record, name), told) if one.who is None]
        if lines:
            first = lines[0] if len(lines[0]) <= SHOWN else f"{lines[0][:SHOWN].rstrip()}…"
            number = counted(len(lines), "line")
            found.append(Missing(f"“{HEADINGS[name]}”: {number} without who said it: “{first}”", href))
    return found
