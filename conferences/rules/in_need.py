"""R28 (C, 4001, 4016, 4017): a child in need plan and a child protection plan never run together. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from conferences.rules.children import Birth
from conferences.rules.corrections_checks import day_refused
from safeguarding.refusals import Problem
from safeguarding.wording import uk_date

# From a day to a day, None while it runs.
Span = tuple[date, date | None]


def start_problems(
    start: date | None,
    end: date | None = None,
    *,
    birth: Birth | None,
    death: date | None,
    protection: Sequence[Span],
    in_need: Sequence[Span],
    on: date,
) -> list[Problem]:
    """Whether a child in need plan can have run from a day (to a day), among the child's plans of both kinds.

    It may begin before the birth, on the day on which a protection plan ended, and on that on which one in
    need did.
    """
    if start is None:
        return [Problem("Enter the day it began", "start_date")]
    if sentence := day_refused(start, on, birth):
        return [Problem(sentence, "start_date")]
    if death and start > death:
        return [Problem(f"The child died on {uk_date(death)}", "start_date")]
    for words, spans in (("child protection plan", protection), ("child in need plan", in_need)):
        for first, last in spans:
            if (last is None or last > start) and (end is None or first < end):
                until = f"that ended on {uk_date(last)}" if last else "that has not ended"
                sentence = (
                    f"There is a {words} of {uk_date(first)} {until}. One must end before another begins"
                )
                return [Problem(sentence, "start_date")]
    return end_problems(end, start, on) if end else []


def end_problems(end: date | None, start: date, on: date) -> list[Problem]:
    """Whether a child in need plan can have ended on a day."""
    if end is None:
        return [Problem("Enter the day it ended", "end_date")]
    if end > on:
        return [Problem("The day must be today or in the past", "end_date")]
    if end < start:
        return [Problem(f"The plan began on {uk_date(start)}. Enter that day or a later one", "end_date")]
    return []
