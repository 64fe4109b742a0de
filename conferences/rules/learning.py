"""What is learned from other authorities, from consultations and from feedback: what may be told of it. Pure.

The shape of an idea, its trial and its end is the improvement cycle that councils use (L): what is tried,
which figure it is to move, what the figure was before and after, and what was decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safeguarding.labelled import Labelled
from safeguarding.refusals import Problem, missing
from safeguarding.wording import counted, uk_date
from safeguarding.workingdays import Period, add_days, add_months


class IdeaFrom(Labelled):
    """Where an idea is from."""

    VISIT = "VISIT", "A visit to another authority or organisation"
    TALK = "TALK", "A call, an exchange or a meeting with them"
    READ = "READ", "Something published: research, a review, an inspection"
    OWN = "OWN", "Our own work"
    CONSULTATION = "CONSULTATION", "A re-plan consultation"


class Evidence(Labelled):
    """What kind of evidence there is that it works."""

    EVALUATED = "EVALUATED", "An evaluation or research"
    FIGURES = "FIGURES", "Their figures, before and after"
    INSPECTION = "INSPECTION", "An inspection or audit says so"
    SEEN = "SEEN", "We saw it at work"
    TOLD = "TOLD", "They told us"
    NONE = "NONE", "None yet"


class Movement(Labelled):
    """Which way the figure is to move."""

    UP = "UP", "Up"
    DOWN = "DOWN", "Down"


class Length(Labelled):
    """How many months before and after are compared."""

    THREE = "3", "3 months"
    SIX = "6", "6 months"
    TWELVE = "12", "12 months"


class IdeaOutcome(Labelled):
    """What was decided of an idea."""

    ADOPTED = "ADOPTED", "Adopted"
    NOT_ADOPTED = "NOT_ADOPTED", "Not adopted"


class OutcomeWhy(Labelled):
    """Why it was adopted or not."""

    MOVED = "MOVED", "What it was to move has moved"
    BETTER = "BETTER", "Families and workers find it better"
    NO_MOVE = "NO_MOVE", "Nothing has moved that we could see"
    WORSE = "WORSE", "Something else became worse"
    TOO_MUCH = "TOO_MUCH", "It asks for more time or money than there is"
    NOT_HERE = "NOT_HERE", "It does not fit how we work here"
    OVERTAKEN = "OVERTAKEN", "Something else took its place"
    NOT_TRIED = "NOT_TRIED", "It was not tried far enough to say"
    OTHER = "OTHER", "Another reason"


class IdeaState(Labelled):
    """Where an idea stands; derived, and stored nowhere."""

    NEW = "NEW", "Not tried yet"
    TRYING = "TRYING", "On trial"
    ADOPTED = "ADOPTED", "Adopted"
    NOT_ADOPTED = "NOT_ADOPTED", "Not adopted"


class Group(Labelled):
    """Who said something to the unit."""

    CHILDREN = "CHILDREN", "Children and young people"
    PARENTS = "PARENTS", "Parents and carers"
    PROFESSIONALS = "PROFESSIONALS", "Professionals of the council"
    PARTNERS = "PARTNERS", "Partner agencies"


# Those whose other side is named.
ELSEWHERE = (IdeaFrom.VISIT, IdeaFrom.TALK)
LONGEST_TEXT = 4000


@dataclass(frozen=True)
class Idea:
    """An idea as typed. `authority` is None where none was chosen, "" for one that is no English council,
    whose name is then needed; `owner` is a user's id.
    """

    title: str
    came_from: str
    day: date | None
    learned: str
    evidence: str
    evidence_words: str = ""
    authority: str | None = None
    where_words: str = ""
    who_went: str = ""
    owner_id: int | None = None


@dataclass(frozen=True)
class TrialPlan:
    """A trial as typed: what is tried, which figure it is to move which way, and over how many months."""

    what: str
    measure: str
    movement: str
    months: int | None
    start_date: date | None
    review_date: date | None


@dataclass(frozen=True)
class Heard:
    """What somebody said and what was done; each day with its words."""

    group: str
    said: str
    heard_date: date | None
    how_heard: str = ""
    did: str = ""
    did_date: date | None = None
    told_back: str = ""
    told_back_date: date | None = None


def state_of(*, is_on_trial: bool, outcome: str) -> IdeaState:
    """A trial that runs goes before what was decided; nothing decided and nothing tried is new."""
    if is_on_trial:
        return IdeaState.TRYING
    return IdeaState(outcome) if outcome else IdeaState.NEW


def before(start: date, months: int) -> Period:
    """The months that end on the day before a trial began."""
    return Period(add_months(start, -months), add_days(start, -1))


def after(review: date, months: int) -> Period:
    """The months that end on the day before a review."""
    return Period(add_months(review, -months), add_days(review, -1))


def idea_problems(idea: Idea, on: date) -> list[Problem]:
    """What is missing, and a day that cannot be, each beside its field."""
    found = missing(
        title=(idea.title, "Enter what it is about, in a few words"),
        came_from=(idea.came_from, "Select where it is from"),
        day=(idea.day, "Enter the day of it"),
        learned=(idea.learned, "Enter what was learned"),
        evidence=(idea.evidence, "Select what evidence there is"),
    )
    if idea.came_from in ELSEWHERE:
        if not idea.authority and not idea.where_words.strip():
            found.append(Problem("Select the authority, or enter the organisation", "where_words"))
        found += missing(who_went=(idea.who_went, "Enter who went, or who spoke with them"))
    if idea.day and idea.day > on:
        found.append(Problem("The day must be today or earlier", "day"))
    return found


def trial_problems(plan: TrialPlan, on: date, *, has_owner: bool) -> list[Problem]:
    """A trial begins today or before, and its first review lets as many months pass as are compared."""
    found = missing(
        what=(plan.what, "Enter what is tried"),
        measure=(plan.measure, "Select the figure that it is to move"),
        movement=(plan.movement, "Select which way it is to move"),
        months=(plan.months, "Select how many months are compared"),
        start_date=(plan.start_date, "Enter the day the trial began"),
        review_date=(plan.review_date, "Enter the day of the first review"),
    )
    if not has_owner:
        found.append(Problem("Give the idea an owner first: somebody has to review the trial"))
    if plan.start_date and plan.start_date > on:
        found.append(Problem("The trial must have begun today or earlier", "start_date"))
    if plan.start_date and plan.review_date and plan.months:
        found += _too_early(plan.start_date, plan.review_date, plan.months)
    return found


def _too_early(start: date, review: date, months: int) -> list[Problem]:
    earliest = add_months(start, months)
    if review >= earliest:
        return []
    length = counted(months, "month")
    words = f"The first review must be on {uk_date(earliest)} or later: {length} are compared with {length}"
    return [Problem(words, "review_date")]


def review_problems(
    *, words: str, goes_on: bool | None, next_review: date | None, due: date, on: date
) -> list[Problem]:
    """A review says what was seen, and by when the next one is, unless the trial has been seen enough of."""
    found = missing(
        words=(words, "Enter what you see in it"),
        goes_on=(goes_on, "Select whether the trial goes on"),
    )
    if due > on:
        found.append(Problem(f"The review is due on {uk_date(due)}. What came after is looked up then"))
    if goes_on and next_review is None:
        found.append(Problem("Enter the day of the next review", "next_review_date"))
    if goes_on and next_review and next_review <= on:
        found.append(Problem("The next review must be after today", "next_review_date"))
    return found


def moved_problems(day: date | None, start: date, months: int, on: date) -> list[Problem]:
    """Another day for a review that is not held."""
    if day is None:
        return [Problem("Enter the day of the review", "review_date")]
    if day < on:
        return [Problem("The day of the review must be today or later", "review_date")]
    return _too_early(start, day, months)


def decision_problems(
    *, outcome: str, why: str, words: str, replaces: str, has_decision: bool
) -> list[Problem]:
    """A decision has a coded reason and words; a later one says why it takes the place of the last."""
    found = missing(
        outcome=(outcome, "Select what is decided"),
        why=(why, "Select why"),
        words=(words, "Enter the reasons"),
    )
    if has_decision:
        found += missing(
            replaces_reason=(replaces, "Enter why this takes the place of what was decided before")
        )
    return found


def heard_problems(heard: Heard, on: date) -> list[Problem]:
    """What was said and when; what was done, and what was told back, each with its day, in their order."""
    found = missing(
        group=(heard.group, "Select who said it"),
        said=(heard.said, "Enter what was said"),
        heard_date=(heard.heard_date, "Enter when it was said"),
        how_heard=(heard.how_heard, "Enter how you heard it"),
    )
    if heard.did or heard.did_date:
        found += missing(
            did=(heard.did, "Enter what was done"), did_date=(heard.did_date, "Enter when it was done")
        )
    if heard.told_back or heard.told_back_date:
        found += missing(
            did=(heard.did, "Enter what was done, before what was told back"),
            told_back=(heard.told_back, "Enter who was told, and how"),
            told_back_date=(heard.told_back_date, "Enter when they were told"),
        )
    return found + _heard_days(heard, on)


def _heard_days(heard: Heard, on: date) -> list[Problem]:
    days = {
        "heard_date": heard.heard_date,
        "did_date": heard.did_date,
        "told_back_date": heard.told_back_date,
    }
    known = [(name, day) for name, day in days.items() if day]
    found = [Problem("The day must be today or earlier", name) for name, day in known if day > on]
    late = zip(known, known[1:], strict=False)
    return found or [
        Problem(f"This day must be {uk_date(first)} or later", name)
        for (_, first), (name, day) in late
        if day < first
    ]
