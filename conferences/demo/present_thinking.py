"""How the demo's chairs think before a conference, or go on without."""

from __future__ import annotations

import datetime as dt

from conferences.models import ThinkingTime
from conferences.operations import thinking_time
from conferences.operations.thinking_time_actions import add_action
from conferences.operations.thinking_time_waivers import ask_waiver, grant_waiver
from conferences.rules.thinking_time import WaiverReason
from safeguarding.clock import day_of
from safeguarding.models import User

ASKED_AN_HOUR_BEFORE = dt.timedelta(hours=1)


def hold_with_an_action(session: ThinkingTime, chair: User, at: dt.datetime, due: dt.date) -> None:
    """Thinking time with a consultant, and one action of the chair from it."""
    children = [one.child for one in session.request.children.select_related("child")]
    thinking_time.hold(
        session=session,
        held_date=day_of(at),
        minutes=45,
        facilitator="Stella Leadwell",
        entries=dict.fromkeys(children, "Ask what changed after each plan ended."),
        note=thinking_time.Note(pattern="The invented pattern of the last three years."),
        shape=thinking_time.Shape(
            kind="CONSULTANT",
            model="BELLS",
            attended="Stella Leadwell and two invented chairs",
            question="What came back after each plan ended?",
        ),
        by=chair,
        at=at,
    )
    add_action(
        session=session,
        what="Ask the invented health visitor what changed when the last plan ended.",
        owner=chair,
        owner_words="",
        due_date=due,
        by=chair,
        at=at,
    )


def go_without(session: ThinkingTime, chair: User, lead: User, at: dt.datetime) -> None:
    """The chair asks for a waiver, and the Strategic Lead agrees."""
    asked = ask_waiver(
        session=session,
        why=WaiverReason.CANNOT_WAIT,
        words="The invented father comes home on the day after the conference.",
        by=chair,
        at=at - ASKED_AN_HOUR_BEFORE,
    )
    words = "The whole history was read in the consultation. Think before the first review."
    grant_waiver(waiver=asked, words=words, by=lead, at=at)
