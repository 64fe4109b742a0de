"""What happens in a child's life beside the conferences, which days it can have, and which of it ends a plan.
Pure.

Source: Working Together (S) for the endings without a review (1.8); R9, R11, R20, R31 for births and moves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from conferences.rules.children import DAYS_IN_A_WEEK, Life, birth_refused, death_refused
from conferences.rules.corrections_checks import number_problem, spaceless
from conferences.rules.corrections_plans import plan_problems
from conferences.rules.requests import GROWN_UP
from conferences.rules.vocabulary import EndReason, StepDown
from safeguarding.labelled import Labelled
from safeguarding.refusals import Problem, missing
from safeguarding.wording import counted, uk_date
from safeguarding.workingdays import MONTHS_IN_YEAR, add_days, add_months, age, days_between


class LifeKind(Labelled):
    """What happened. No census code exists for these together: the words are ours, after Working Together."""

    BORN = "BORN", "Born"
    NEW_NAME = "NEW_NAME", "Has a new name"
    MOVED_WITHIN = "MOVED_WITHIN", "Moved to another home in the area"
    MOVED_AWAY = "MOVED_AWAY", "Moved to another authority for good"
    LOOKED_AFTER = "LOOKED_AFTER", "Became looked after, or an interim care order was made"
    OTHER_ORDER = "OTHER_ORDER", "Another court order was made"
    LEFT_UK = "LEFT_UK", "Left the United Kingdom for good"
    EIGHTEEN = "EIGHTEEN", "Is 18"
    DIED = "DIED", "Died"


# R20: reduced risk is not among them. It ends a plan at a review alone.
ENDS: dict[LifeKind, EndReason] = {
    LifeKind.MOVED_AWAY: EndReason.MOVED,
    LifeKind.LOOKED_AFTER: EndReason.LOOKED_AFTER,
    LifeKind.OTHER_ORDER: EndReason.OTHER_ORDER,
    LifeKind.LEFT_UK: EndReason.LEFT_UK,
    LifeKind.EIGHTEEN: EndReason.EIGHTEEN,
    LifeKind.DIED: EndReason.DIED,
}
# Where what happened says where support goes. Of the others it is asked, but of a death.
STEP_DOWN: dict[LifeKind, StepDown] = {
    LifeKind.MOVED_AWAY: StepDown.OTHER_AUTHORITY,
    LifeKind.LOOKED_AFTER: StepDown.LOOKED_AFTER,
    LifeKind.LEFT_UK: StepDown.CLOSED,
}
# Why a child leaves what is asked for it, as it is kept with what ended.
CHILD_DIED = "The child died."
PREGNANCY_ENDED = "The pregnancy ended."
ENDED_WITHOUT_REVIEW = "The plan ended without a review: "
ASKS_STEP_DOWN = (LifeKind.OTHER_ORDER, LifeKind.EIGHTEEN)
# What can happen to a child who is not born yet, whose death is the end of the pregnancy.
OF_UNBORN = (LifeKind.BORN, LifeKind.MOVED_AWAY, LifeKind.LEFT_UK, LifeKind.DIED)
# What stands on no other record of the child, so that it may turn out never to have happened.
MAY_BE_NONE = (LifeKind.MOVED_AWAY, LifeKind.LOOKED_AFTER, LifeKind.OTHER_ORDER, LifeKind.LEFT_UK)
# A birth so many weeks before the day expected, or after it, is told as unusual; with so many, one of the two
# days is wrong: half a pregnancy before is no birth, and an expected day is out by some weeks at most.
WEEKS_EARLY, WEEKS_LATE = 6, 3
WEEKS_TOO_EARLY, WEEKS_TOO_LATE = 20, 8


@dataclass(frozen=True)
class Happening:
    """What happened, as typed. `ends` is the day on which the plan ends, where it is another than `day`."""

    kind: LifeKind
    day: date | None
    evidence: str
    sex: str = ""
    nhs_number: str = ""
    given_names: str = ""
    family_name: str = ""
    authority: str | None = None
    authority_name: str = ""
    ends: date | None = None
    step_down: str = ""


def kinds_for(life: Life, on: date) -> tuple[LifeKind, ...]:
    """What can be recorded of a child now, in the order of a life. Of one who died nothing more can, but the
    death itself where a plan runs still: a file told of it, which ends no plan.
    """
    if life.death_date is not None:
        return (LifeKind.DIED,) if life.plan_start is not None else ()
    if life.birth_date is None:
        return OF_UNBORN
    born = tuple(kind for kind in LifeKind if kind is not LifeKind.BORN)
    if life.plan_start is None or not is_grown_up(life.birth_date, on):
        return tuple(kind for kind in born if kind is not LifeKind.EIGHTEEN)
    return born


def is_grown_up(birth_date: date | None, on: date) -> bool:
    """Whether somebody is 18 on a day."""
    return birth_date is not None and age(birth_date, on) >= GROWN_UP


def birthday(birth_date: date) -> date:
    """The 18th birthday; of somebody born on 29 February, 1 March."""
    day = add_months(birth_date, GROWN_UP * MONTHS_IN_YEAR)
    return day if age(birth_date, day) >= GROWN_UP else add_days(day, 1)


def problems(told: Happening, life: Life, on: date) -> list[Problem]:
    """What is missing and what cannot be, each beside its field."""
    found = missing(evidence=(told.evidence, "Enter how you know"))
    if told.day is None:
        is_pregnancy = told.kind is LifeKind.DIED and life.birth_date is None
        needed = PREGNANCY if is_pregnancy else DAY_MISSING.get(told.kind, "Enter the day")
        found.append(Problem(needed, "day"))
    else:
        found += _day_problems(told.kind, told.day, life, on)
    found += _own_problems(told)
    # A death that cannot be on its day says so once, and not of the plan’s end too.
    beside = {one.field for one in found}
    return [*found, *(one for one in _end_problems(told, life, on) if one.field not in beside)]


PREGNANCY = "Enter the day on which the pregnancy ended"
DAY_MISSING = {
    LifeKind.BORN: "Enter the date of birth",
    LifeKind.DIED: "Enter the day of the death",
    LifeKind.EIGHTEEN: "Enter the day of the 18th birthday",
}


def _day_problems(kind: LifeKind, day: date, life: Life, on: date) -> list[Problem]:
    sentence = _day_refused(kind, day, life, on)
    return [Problem(sentence, "day")] if sentence else []


def _day_refused(kind: LifeKind, day: date, life: Life, on: date) -> str:
    if kind is LifeKind.BORN:
        return birth_refused(day, life, on) or _unexpected(day, life.expected)
    if kind is LifeKind.DIED:
        if life.death_date and day != life.death_date:
            return f"The child died on {uk_date(life.death_date)}, as is recorded"
        return death_refused(day, life, on)
    if day > on:
        return "The day must be today or in the past"
    if life.birth_date and day < life.birth_date:
        return f"The child was not born before {uk_date(life.birth_date)}"
    if kind is LifeKind.EIGHTEEN and life.birth_date and day != birthday(life.birth_date):
        return f"The child was 18 on {uk_date(birthday(life.birth_date))}"
    return ""


def _unexpected(born: date, expected: date | None) -> str:
    """A birth so far from the day expected that one of the two is wrong."""
    if expected is None or _is_near(days_between(expected, born), WEEKS_TOO_EARLY, WEEKS_TOO_LATE):
        return ""
    words = f"The birth was expected on {uk_date(expected)}, too far from this day. Check both"
    return f"{words}: the expected day can be corrected first"


def _is_near(days: int, weeks_before: int, weeks_after: int) -> bool:
    """Whether so many days after a day (before it where negative) lie within weeks of it."""
    return -weeks_before * DAYS_IN_A_WEEK <= days <= weeks_after * DAYS_IN_A_WEEK


def _own_problems(told: Happening) -> list[Problem]:
    """What the kind alone asks."""
    found: list[Problem] = []
    if told.kind is LifeKind.BORN:
        found += missing(sex=(told.sex, "Select the sex"))
        number = spaceless(told.nhs_number)
        if number and (wrong := number_problem("nhs_number", number)):
            found.append(Problem(wrong, "nhs_number"))
    if told.kind is LifeKind.NEW_NAME and not (told.given_names or told.family_name):
        found.append(Problem("Enter the new name", "family_name"))
    if told.kind is LifeKind.MOVED_AWAY:
        if told.authority is None:
            found.append(Problem("Select the authority", "authority"))
        elif told.authority == "" and not told.authority_name:
            found.append(Problem("Enter the name of the authority or country", "authority_name"))
    return found


def _end_problems(told: Happening, life: Life, on: date) -> list[Problem]:
    day = end_of_plan(told, life, on)
    if day is None or told.day is None or life.plan_start is None:
        return _conference_problems(told, on)
    found = end_day_problems(told.kind, day, life, on)
    if told.ends and told.ends < told.day:
        found = [Problem(f"The plan cannot end before {uk_date(told.day)}", "ends")]
    if told.kind in ASKS_STEP_DOWN:
        found += missing(step_down=(told.step_down, "Select where support goes"))
    return found


def _conference_problems(told: Happening, on: date) -> list[Problem]:
    """When the other authority can have met about a child who moved and is on no plan here."""
    if told.kind is not LifeKind.MOVED_AWAY or told.day is None or told.ends is None:
        return []
    if told.ends > on:
        return [Problem("The day of the conference must be today or in the past", "ends")]
    if told.ends < told.day:
        return [Problem(f"The conference cannot be before the move on {uk_date(told.day)}", "ends")]
    return []


def end_of_plan(told: Happening, life: Life, on: date) -> date | None:
    """The day on which the plan that runs ends by what happened: as typed, else the same day, and never the
    plan's first (R27). None where it ends nothing, or not yet: a move ends a plan once the other authority
    has held its conference, though the child moved before the plan began here (R11, S).
    """
    start = life.plan_start
    since = told.ends if told.kind is LifeKind.MOVED_AWAY else told.day
    if start is None or told.kind not in ENDS or told.day is None or since is None or since < start:
        return None
    day = max(told.ends or told.day, add_days(start, 1))
    return day if told.ends or day <= on else None


def still_ends(kind: str, life: Life, on: date) -> str:
    """Why a plan that ended by what happened cannot run again yet, as a sentence: the child’s own days say
    still that it happened.
    """
    if kind == LifeKind.DIED and life.death_date:
        day = uk_date(life.death_date)
        return f"The child died on {day}, as is recorded. Take the date of death away first."
    if kind == LifeKind.EIGHTEEN and is_grown_up(life.birth_date, on):
        return "By the date of birth the child is 18. Correct that first."
    return ""


def end_day_problems(kind: LifeKind, day: date, life: Life, on: date) -> list[Problem]:
    """Whether the plan that runs can end on a day, by the one rule of a plan’s days, beside the field `ends`
    or the only day there is. Only for a life whose plan is known with all that stands on it.
    """
    assert life.plan is not None
    name = "day" if kind is LifeKind.DIED else "ends"
    return plan_problems(replace(life.plan, end=day), on, ends=name)


def unusual(told: Happening, life: Life) -> str:
    """A sentence where a birth lies far from the day that was expected; "" else."""
    if told.kind is not LifeKind.BORN or told.day is None or life.expected is None:
        return ""
    days = days_between(life.expected, told.day)
    if _is_near(days, WEEKS_EARLY, WEEKS_LATE):
        return ""
    when = "before" if days < 0 else "after"
    expected = f"the day expected, {uk_date(life.expected)}"
    return f"The birth is {counted(abs(days), 'day')} {when} {expected}. Check the year and the month."
