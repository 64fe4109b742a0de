"""Why a deadline's day is another than the one that was told: by what each was counted from. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from conferences.rules.deadlines import CATALOGUE, Code
from conferences.rules.deadlines_days import Due
from conferences.rules.deadlines_limits import LocalWorkingDays, WorkingDays
from safeguarding.wording import joined, sentence, uk_day, upper_first
from safeguarding.workingdays import is_weekend

NOT_KNOWN = "What it is counted from has changed since"
# What a deadline runs from, as a page says that its day was corrected.
STARTS: dict[Code, str] = {
    Code.HOLD_CONFERENCE: "the day of the strategy discussion",
    Code.HOLD_TRANSFER_IN: "the day of being told of the move",
    Code.HOLD_REVIEW: "the day of the conference before it",
    Code.HOLD_FIRST_CORE_GROUP: "the day of the conference",
    Code.DECIDE_CONSULTATION: "the day of the request",
}


@dataclass(frozen=True)
class Told:
    """A day as it was told, and how it was counted then.

    `started` is None where only the day and its sentence were kept.
    """

    day: dt.date
    explanation: str
    started: dt.date | None = None
    not_counted: tuple[dt.date, ...] = ()
    number: int | None = None


def why_moved(
    told: Told, now: Due, *, holidays: Mapping[dt.date, str], discussions: Collection[dt.date] = ()
) -> str:
    """The causes of another day as a sentence; "" where it is the same day.

    `holidays` are the bank holidays known now, by name; `discussions` the days of the enquiry's strategy
    discussions as they are recorded now.
    """
    if told.day == now.date:
        return ""
    if told.started is None:
        return sentence(NOT_KNOWN)
    causes = _other_start(told.started, now, discussions)
    if isinstance(CATALOGUE[now.code].limit, WorkingDays | LocalWorkingDays):
        causes += _other_holidays(told, holidays)
    if told.number != now.number:
        causes.append(f"the local limit is {now.number} instead of {told.number}")
    return sentence(upper_first("; ".join(causes))) if causes else sentence(NOT_KNOWN)


def _other_start(started: dt.date, now: Due, discussions: Collection[dt.date]) -> list[str]:
    if started == now.started:
        return []
    if now.code is Code.HOLD_CONFERENCE and started in discussions:
        other = f"the strategy discussion of {uk_day(now.started)} is marked as the start of the enquiry"
        return [f"{other}, not that of {uk_day(started)}"]
    what = STARTS.get(now.code, "the day it is counted from")
    return [f"{what} is {uk_day(now.started)}, not {uk_day(started)}"]


def _other_holidays(told: Told, holidays: Mapping[dt.date, str]) -> list[str]:
    """Within the days that were counted then: what is a bank holiday now and was none, and the reverse."""
    assert told.started is not None
    within = {day for day in holidays if told.started < day <= told.day and not is_weekend(day)}
    added, gone = sorted(within - set(told.not_counted)), sorted(set(told.not_counted) - holidays.keys())
    return [
        *([f"new bank holiday: {joined([f'{uk_day(d)} ({holidays[d]})' for d in added])}"] if added else []),
        *([f"no bank holiday any more: {joined([uk_day(d) for d in gone])}"] if gone else []),
    ]
