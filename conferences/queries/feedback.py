"""What came back after conferences, by kind of giver and time of asking: pools of whole quarters, the answers
of one, and the words that are to be read.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count, F, QuerySet, Sum
from django.shortcuts import get_object_or_404

from conferences.models import FeedbackAnswer, FeedbackOffer, FeedbackReading
from conferences.rules.feedback import (
    QUESTIONS,
    Giver,
    Pool,
    Reading,
    Spread,
    Theme,
    Wave,
    pools,
    quarter_of,
    spread,
    theme_counts,
)
from safeguarding.policy.values import limits_over_time

SMALLEST = "FEEDBACK_SMALLEST_SHOWN"
Stream = tuple[Giver, Wave]
STREAMS: tuple[Stream, ...] = tuple((giver, wave) for giver in Giver for wave in Wave)


@dataclass(frozen=True)
class Told:
    """What is told of a pool: how the answers are spread, the words that may be read, and their themes."""

    pool: Pool
    spreads: tuple[Spread, ...]
    words: tuple[str, ...]
    themes: dict[Theme, int | None]
    waiting: int


def smallest_over_time() -> Callable[[dt.date], int]:
    """How many answers are told at the least, as of a day: one query."""
    limits = limits_over_time([SMALLEST])
    return lambda day: limits.whole(SMALLEST, day)


def all_pools(on: dt.date) -> dict[Stream, list[Pool]]:
    """The pools of every stream, of the quarters that are over: three queries."""
    smallest = smallest_over_time()
    returned: dict[Stream, Counter[dt.date]] = defaultdict(Counter)
    offered: dict[Stream, Counter[dt.date]] = defaultdict(Counter)
    answers = FeedbackAnswer.objects.order_by().values_list("giver", "wave", "quarter")
    for giver, wave, quarter, number in answers.annotate(number=Count("pk")):
        returned[Giver(giver), Wave(wave)][quarter] = number
    offers = FeedbackOffer.objects.order_by().values_list("giver", "wave", "quarter")
    for giver, wave, quarter, number in offers.annotate(total=Sum("number")):
        offered[Giver(giver), Wave(wave)][quarter] = number
    return {one: pools(returned[one], offered[one], smallest, on) for one in STREAMS}


def offered_now(on: dt.date) -> dict[Stream, int]:
    """How many were handed out in the quarter that goes on; of what came back in it nothing is told."""
    rows = FeedbackOffer.objects.filter(quarter=quarter_of(on)).order_by().values_list("giver", "wave")
    found = {(Giver(giver), Wave(wave)): number for giver, wave, number in rows.annotate(total=Sum("number"))}
    return {one: found.get(one, 0) for one in STREAMS}


def offers_of(on: dt.date) -> list[FeedbackOffer]:
    """What was recorded as handed out in this quarter, the latest first."""
    return list(FeedbackOffer.objects.filter(quarter=quarter_of(on)).select_related("recorded_by"))


def answers_of(stream: Stream, pool: Pool) -> QuerySet[FeedbackAnswer]:
    giver, wave = stream
    return FeedbackAnswer.objects.filter(
        giver=giver.value, wave=wave.value, quarter__range=(pool.from_date, pool.to_date)
    )


def told_of(stream: Stream, pool: Pool) -> Told:
    """What is told of a pool with enough answers: three queries."""
    smallest = smallest_over_time()(pool.to_date)
    answers = list(answers_of(stream, pool))
    asked = QUESTIONS[stream[0]]
    spreads = tuple(
        spread(question, [one.scores[at] for one in answers], smallest) for at, question in enumerate(asked)
    )
    read = list(FeedbackReading.objects.filter(answer__in=[one.pk for one in answers]))
    outcomes = {one.answer_id: one for one in read}
    shown = [one for one in answers if one.words and _is_shown(outcomes.get(one.pk))]
    return Told(
        pool=pool,
        spreads=spreads,
        words=tuple(one.words for one in shown),
        themes=theme_counts([one.themes for one in read], smallest),
        waiting=sum(1 for one in answers if one.words and one.pk not in outcomes),
    )


def _is_shown(reading: FeedbackReading | None) -> bool:
    return reading is not None and reading.outcome == Reading.SHOWN.value


# ----- Words that are to be read ---------------------------------------------------------------------------


def readable(on: dt.date) -> list[FeedbackAnswer]:
    """The answers with words of the pools that are over and have enough, read or not: four queries.

    Of fewer answers nobody reads the words, the unit's reader neither.
    """
    found = [
        (stream, pool) for stream, several in all_pools(on).items() for pool in several if pool.is_enough
    ]
    rows = FeedbackAnswer.objects.exclude(words="").annotate(read_as=F("reading__outcome"))
    wanted = defaultdict(list)
    for stream, pool in found:
        wanted[stream].append(pool)
    return [
        one
        for one in rows
        if any(
            pool.from_date <= one.quarter <= pool.to_date for pool in wanted[Giver(one.giver), Wave(one.wave)]
        )
    ]


def reading_of(answer: FeedbackAnswer) -> FeedbackReading | None:
    """What was decided of some words last."""
    return FeedbackReading.objects.filter(answer=answer).select_related("read_by").first()


def reading_before(held: FeedbackReading | None, names: tuple[str, ...]) -> dict[str, object]:
    """What was decided of some words last, for the form; and the names that are noticed in them."""
    before: dict[str, object] = {"outcome": held.outcome, "themes": held.themes} if held else {}
    return before | {"cover": ", ".join(names)}


def offer_of(pk: int) -> FeedbackOffer:
    return get_object_or_404(FeedbackOffer, pk=pk)
