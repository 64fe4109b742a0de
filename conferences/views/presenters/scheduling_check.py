"""What must be known before a conference is put into the diary where it was chosen, each in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from conferences.models import Consultation, ThinkingTime
from conferences.rules.consultations import UNANSWERED, Answer, ConsultationState
from conferences.rules.local_days import LocalDay
from conferences.rules.scheduling import Window
from conferences.views.presenters.consultations_state import stands
from conferences.views.presenters.scheduling import before_last_day
from conferences.views.presenters.thinking_time import why_line
from safeguarding.wording import joined, lower_first, uk_day

NOT_THOUGHT = (
    "Thinking time is required before this conference and is not held yet: the record cannot be signed"
    " without it or a waiver."
)

ANOTHER_S = (
    "Another chair held the thinking time. It is the chair’s own, so this chair holds theirs: the record"
    " cannot be signed without it or a waiver."
)


def check_lines(
    meets: date,
    window: Window,
    consulted: Sequence[Consultation],
    owed: Sequence[ThinkingTime],
    around: Sequence[LocalDay],
    on: date,
) -> list[str]:
    """Every limit that a conference on the day `meets` passes, and what is to be done or said before it.

    `consulted`: of its children, with what was answered; `owed`: the thinking time that it would lack.
    """
    return [
        *_window(meets, window),
        *_consulted(consulted),
        *(f"{NOT_THOUGHT if session.chair is None else ANOTHER_S} {why_line(session)}" for session in owed),
        *_local_days(around, on),
    ]


def _window(meets: date, window: Window) -> Iterator[str]:
    if window.is_late(meets):
        yield f"The conference is {lower_first(before_last_day(meets, window.last))}."
    elif meets < window.first:
        yield f"The conference is before the first day of its time, {uk_day(window.first)}."


def _consulted(consulted: Sequence[Consultation]) -> Iterator[str]:
    waits = [one for one in consulted if one.state in UNANSWERED]
    if waits:
        yield f"The re-plan consultation is not decided yet for {_names(waits)}."
    another = [one for one in consulted if one.state == ConsultationState.ANOTHER_WAY]
    if another:
        yield f"Another way than a conference was decided for {_names(another)}."
    legal = [one for one in consulted if stands(one).agreed_as is Answer.AGREE_LEGAL]
    if legal:
        yield f"A legal planning meeting was asked for beside the conference, for {_names(legal)}."


def _names(consulted: Sequence[Consultation]) -> str:
    return joined([one.child.display_name for one in consulted])


def _local_days(around: Sequence[LocalDay], on: date) -> Iterator[str]:
    for one in around:
        if one.is_missed:
            yield f"{one.what}, should be held by {uk_day(one.day)} (a local limit): the conference is later."
        elif one.day < on:
            yield f"{one.what} by {uk_day(one.day)} (a local limit): that day has passed."
