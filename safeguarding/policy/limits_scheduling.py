"""The local limits of finding a time for a conference, and of inviting to it. Pure data."""

from safeguarding.policy.keys import (
    CONFERENCES_A_DAY,
    CONFERENCES_A_WEEK,
    MINUTES,
    NUMBER,
    OCLOCK,
    WORKING_DAYS,
    PolicyKey,
    Unit,
)
from safeguarding.policy.limits_consultations import OWN

TIMES_OFFERED, CONFERENCES = "Times that are offered for a conference", "Conferences"


def _time(
    key: str, name: str, says: str, unit: Unit, usual: int, lowest: int, highest: int, off: str = ""
) -> PolicyKey:
    return PolicyKey(key, TIMES_OFFERED, name, says, unit, usual, OWN, lowest, highest, off=off)


SCHEDULING: tuple[PolicyKey, ...] = (
    _time(
        "SCHEDULE_NOTICE_WORKING_DAYS",
        "Notice of a conference",
        "Those invited to a conference, the police among them, have {} of notice where there is the time.",
        WORKING_DAYS,
        5,
        0,
        15,
    ),
    _time(
        "SCHEDULE_SLACK_WORKING_DAYS",
        "Time in hand before the last day by law",
        "A conference is offered {} or more before its last day by law, so that it can still be moved.",
        WORKING_DAYS,
        2,
        0,
        10,
    ),
    _time(
        "CHAIR_TRAVEL_MINUTES",
        "A chair’s way between two sites",
        "Between two sites a chair has {} to get there.",
        MINUTES,
        30,
        0,
        180,
        "No time is kept free for a chair’s way between two sites.",
    ),
    _time(
        "CHAIR_CONFERENCES_A_DAY",
        "Conferences of a chair in one day",
        "A chair is offered for {} at most, while there is another time.",
        CONFERENCES_A_DAY,
        2,
        0,
        6,
        "A chair’s conferences in one day are not counted.",
    ),
    _time(
        "CHAIR_CONFERENCES_A_WEEK",
        "Conferences of a chair in one week",
        "For the year ahead a full-time chair is counted for {}, and a part-time one for a share.",
        CONFERENCES_A_WEEK,
        5,
        0,
        15,
        "For the year ahead a chair is counted for as many as their days hold.",
    ),
    _time(
        "INTERPRETER_NOTICE_WORKING_DAYS",
        "Notice to find an interpreter",
        "Where somebody of the family needs an interpreter, one is asked for {} ahead.",
        WORKING_DAYS,
        5,
        0,
        15,
    ),
    _time(
        "INTERPRETER_EXTRA_MINUTES",
        "More time with an interpreter",
        "A conference with an interpreter takes {} more.",
        MINUTES,
        30,
        0,
        60,
        "A conference with an interpreter takes as long as any other.",
    ),
    _time(
        "SLOT_HOLD_MINUTES",
        "A time held while it is checked",
        "A time that somebody chose is held for {} while they check it.",
        MINUTES,
        10,
        0,
        60,
        "No time is held while it is checked.",
    ),
    _time(
        "SCHOOL_HOURS_FROM",
        "School hours begin",
        "Where a child is 4 to 11 years old, a time from {} on is better: nobody is on the way to school.",
        OCLOCK,
        10,
        8,
        12,
    ),
    _time(
        "SCHOOL_HOURS_TO",
        "School hours end",
        "Where a child is 4 to 11 years old, a time that ends by {} is better: nobody is on the way from"
        " school.",
        OCLOCK,
        15,
        13,
        20,
    ),
)

BEFORE_BIRTH: tuple[PolicyKey, ...] = (
    PolicyKey(
        "PRE_BIRTH_FROM_WEEK",
        CONFERENCES,
        "The earliest conference before a birth",
        "An initial conference on an unborn child is offered from week {} of the pregnancy on.",
        NUMBER,
        12,
        "R10: nscb.org.uk, not in the first 12 weeks",
        0,
        30,
        off="An initial conference on an unborn child is offered in any week of the pregnancy.",
    ),
    PolicyKey(
        "PRE_BIRTH_UNTIL_WEEK",
        CONFERENCES,
        "The latest conference before a birth",
        "An initial conference on an unborn child is held no later than week {} of the pregnancy.",
        NUMBER,
        34,
        "R10: Sefton",
        20,
        40,
    ),
)
