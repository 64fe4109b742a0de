"""What the demo's families, children and professionals gave back, what was read of it, and two languages."""

from __future__ import annotations

import datetime as dt
import random

from conferences.demo.present import Present
from conferences.operations import feedback
from conferences.operations.feedback_giving import give_back
from conferences.operations.feedback_texts import LanguageTold, tell_language
from conferences.queries.feedback import Stream, readable
from conferences.queries.feedback_texts import languages
from conferences.rules.feedback import QUESTIONS, Given, Giver, Reading, Theme, Wave, quarter_of
from safeguarding.models import User
from safeguarding.workingdays import Calendar, add_days, add_months

# Came back and handed out, in the three quarters that are over, the oldest first.
NUMBERS: dict[Stream, tuple[tuple[int, int], ...]] = {
    (Giver.PARENT, Wave.SOON): ((8, 21), (7, 19), (9, 24)),
    (Giver.PARENT, Wave.LATER): ((3, 21), (4, 19), (2, 24)),
    (Giver.CHILD, Wave.SOON): ((2, 9), (1, 6), (3, 8)),
    (Giver.CHILD, Wave.LATER): ((0, 5), (0, 6), (0, 4)),
    (Giver.PROFESSIONAL, Wave.SOON): ((11, 40), (9, 37), (12, 44)),
    (Giver.PROFESSIONAL, Wave.LATER): ((2, 12), (1, 9), (1, 11)),
}
WORDS = {
    Giver.PARENT: (
        ("They read the report to me at home first. That helped.", Theme.REPORTS),
        ("I was the last to speak, and everybody was tired by then.", Theme.HEARD),
        ("Nobody told me what the long words mean.", Theme.WORDS),
        ("The waiting room was cold and we sat beside each other. I was afraid.", Theme.SAFE),
        ("I know now what I have to do by when.", Theme.PLAN),
    ),
    Giver.CHILD: (
        ("I liked that I could draw it.", Theme.HEARD),
        ("I did not know who all the people were.", Theme.TOLD),
    ),
    Giver.PROFESSIONAL: (
        ("The reports came the evening before.", Theme.REPORTS),
        ("It was the first time that I could say that I see it otherwise.", Theme.HEARD),
        ("There is nowhere to park.", Theme.PLACE),
    ),
}
CHECKED, NOT_REALLY = ("pl", "ur"), "An invented translator, for this demonstration alone"
OFFERED_NOW = ((Giver.PARENT, Wave.SOON, 3), (Giver.CHILD, Wave.SOON, 1), (Giver.PROFESSIONAL, Wave.SOON, 7))


def tell_feedback(on: dt.date, calendar: Calendar) -> None:
    """To be called within the demo's transaction. The last words wait for a reader, one with a name in it."""
    present = Present(on, calendar)
    rng = random.Random(137)
    quarters = [add_months(quarter_of(on), months) for months in (-9, -6, -3)]
    for stream, numbers in NUMBERS.items():
        for quarter, (returned, handed_out) in zip(quarters, numbers, strict=True):
            day = add_days(quarter, 40)
            _offer(present, stream, handed_out, day)
            _give(present, stream, returned, day, rng)
    for giver, wave, number in OFFERED_NOW:
        _offer(present, (giver, wave), number, on)
    chair = f"{present.cast.chairs[0].full_name} gave us time, and water."
    _give_one(present, (Giver.PARENT, Wave.SOON), Given({"heard": 5}, chair), add_days(quarters[-1], 40))
    _read(present)
    _check_languages(present)


def _offer(present: Present, stream: Stream, number: int, day: dt.date) -> None:
    giver, wave = stream
    feedback.record_offer(
        giver=giver, wave=wave, number=number, by=present.cast.support, at=present.moment(day, 9)
    )


def _give(present: Present, stream: Stream, returned: int, day: dt.date, rng: random.Random) -> None:
    said = list(WORDS[stream[0]])
    for at in range(returned):
        scores = {name: rng.choice((2, 3, 4, 4, 5, 5, None)) for name in QUESTIONS[stream[0]]}
        words = said[at][0] if at < len(said) else ""
        _give_one(present, stream, Given(scores | {QUESTIONS[stream[0]][0]: 4}, words), day)


def _give_one(present: Present, stream: Stream, given: Given, day: dt.date) -> None:
    giver, wave = stream
    (code,) = feedback.print_slips(
        giver=giver, wave=wave, number=1, by=present.cast.support, at=present.moment(day, 9)
    )
    give_back(code=code, given=given, on=day)


def _read(present: Present) -> None:
    """All but the words of the last quarter."""
    themes = dict(pair for several in WORDS.values() for pair in several)
    reader: User = present.cast.lead
    last = add_months(quarter_of(present.on), -3)
    for one in readable(present.on):
        if one.quarter < last:
            feedback.read_words(
                answer=one,
                seen="",
                outcome=Reading.SHOWN,
                themes=[themes[one.words]],
                is_meant=True,
                by=reader,
                at=present.moment(present.on, 8),
            )


def _check_languages(present: Present) -> None:
    for one in languages():
        if one.code in CHECKED:
            told = LanguageTold(
                code=one.code,
                name=one.name,
                own_name=one.own_name,
                is_rtl=one.is_rtl,
                texts=one.texts,
                checked_by=NOT_REALLY,
                checked_date=add_days(present.on, -60),
            )
            tell_language(told=told, by=present.cast.lead, at=present.moment(add_days(present.on, -59), 9))
