"""What a consultation may be raised for, stand at and be answered with, for a child and for the family. Pure.

The outcomes and the ways are built from what councils print on their forms (L); a partner agency's right to a
conference stands in Working Together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from safeguarding.labelled import Labelled
from safeguarding.wording import joined
from safeguarding.workingdays import add_months


class Cause(Labelled):
    """Why a consultation was raised."""

    REPLAN = "REPLAN", "A plan ended before"
    LONG_PLAN = "LONG_PLAN", "The plan has lasted long"
    TWO_REVIEWS = "TWO_REVIEWS", "Reviews changed nothing"
    NEW_BABY = "NEW_BABY", "A new baby where there was a plan"
    BY_HAND = "BY_HAND", "Somebody asked for it"


# How long ago an agency may have asked for the conference that it has a right to: what it asked before that
# was about an earlier concern, or the year is a slip.
PARTNER_ASKED_MONTHS = 3
# About a plan that goes on: its review is asked for by a day of its own.
OF_A_PLAN = (Cause.LONG_PLAN, Cause.TWO_REVIEWS)


class ConsultationState(Labelled):
    """Where a consultation stands for one child."""

    RAISED = "RAISED", "Waiting for the asker's account"
    ASKED = "ASKED", "Waiting for the answer"
    MORE_INFORMATION = "MORE_INFORMATION", "More information needed"
    ESCALATED = "ESCALATED", "Escalated"
    AGREED = "AGREED", "Conference agreed"
    ANOTHER_WAY = "ANOTHER_WAY", "Another way decided"
    CLOSED = "CLOSED", "Closed without an answer"


S = ConsultationState
UNANSWERED = (S.RAISED, S.ASKED, S.MORE_INFORMATION, S.ESCALATED)


class Answer(Labelled):
    """What may be answered for a child."""

    AGREE = "AGREE", "Agree that a conference is held"
    AGREE_LEGAL = "AGREE_LEGAL", "Agree, with a legal planning meeting"
    ANOTHER_WAY = "ANOTHER_WAY", "Another way, with support and a review date"
    MORE_INFORMATION = "MORE_INFORMATION", "Ask for more information by a day"
    ESCALATE = "ESCALATE", "Escalate to somebody above"
    PARTNER_RIGHT = "PARTNER_RIGHT", "A partner agency uses its right to a conference"


# For the head of a column.
IN_SHORT: dict[Answer, str] = {
    Answer.AGREE: "Agreed",
    Answer.AGREE_LEGAL: "Agreed, with legal planning",
    Answer.ANOTHER_WAY: "Another way",
    Answer.MORE_INFORMATION: "More information",
    Answer.ESCALATE: "Escalated",
    Answer.PARTNER_RIGHT: "A partner’s right",
}
# Where each answer leads. A partner's right is no answer of whoever decides.
LEADS_TO: dict[Answer, ConsultationState] = {
    Answer.AGREE: S.AGREED,
    Answer.AGREE_LEGAL: S.AGREED,
    Answer.ANOTHER_WAY: S.ANOTHER_WAY,
    Answer.MORE_INFORMATION: S.MORE_INFORMATION,
    Answer.ESCALATE: S.ESCALATED,
    Answer.PARTNER_RIGHT: S.AGREED,
}
DECIDED = (Answer.AGREE, Answer.AGREE_LEGAL, Answer.ANOTHER_WAY, Answer.PARTNER_RIGHT)
# How an agreement is told, by the answer that led to it: the first is told of a family of several.
AGREED_AS: dict[Answer, str] = {
    Answer.AGREE: "Conference agreed",
    Answer.AGREE_LEGAL: "Conference agreed, with a legal planning meeting",
    Answer.PARTNER_RIGHT: "Conference by a partner agency’s right",
}
# What is counted beside it where it was not agreed so for every child.
AGREED_FOR_SOME: dict[Answer, str] = {
    Answer.AGREE_LEGAL: "with a legal planning meeting",
    Answer.PARTNER_RIGHT: "by a partner agency’s right",
}
DECIDERS_CHOOSE = tuple(answer for answer in Answer if answer is not Answer.PARTNER_RIGHT)


class Way(Labelled):
    """Which other way was decided."""

    NAMED_SUPPORT = "NAMED_SUPPORT", "Named support, such as a child in need plan"
    FAMILY_GROUP_CONFERENCE = "FAMILY_GROUP_CONFERENCE", "A family group conference"
    STRATEGY_DISCUSSION = "STRATEGY_DISCUSSION", "The strategy discussion meets again"


class SupportOutcome(Labelled):
    """What a review of another way found."""

    GOES_ON = "GOES_ON", "It works and goes on"
    ENOUGH = "ENOUGH", "It was enough and ends"
    FAILED = "FAILED", "It did not work: a conference is asked for"


class BookedDespite(Labelled):
    """Why a child is booked for whom another way was decided."""

    NEW_FACTS = "NEW_FACTS", "Something new was learned since"
    PARTNER = "PARTNER", "A partner agency asks for the conference"
    LATER_DECISION = "LATER_DECISION", "The decision is about to be replaced"
    OTHER = "OTHER", "Another reason"


class FamilyState(Labelled):
    """Where a consultation stands for the family as a whole."""

    RAISED = "RAISED", "Waiting for the account"
    ASKED = "ASKED", "Waiting for a decision"
    MORE_INFORMATION = "MORE_INFORMATION", "More information wanted"
    ESCALATED = "ESCALATED", "Escalated"
    PARTLY = "PARTLY", "Decided in part"
    SPLIT = "SPLIT", "Split decision"
    AGREED = "AGREED", "Conference agreed"
    ANOTHER_WAY = "ANOTHER_WAY", "Another way decided"
    CLOSED = "CLOSED", "Closed without an answer"


@dataclass(frozen=True)
class Stands:
    """Where one child's consultation stands: its state, and the last answer ("" before one)."""

    state: str
    answer: str = ""

    @property
    def agreed_as(self) -> Answer | None:
        """By which answer a conference is agreed; None where it is not."""
        if self.state != S.AGREED:
            return None
        return Answer(self.answer) if self.answer in AGREED_AS else Answer.AGREE

    @property
    def words(self) -> str:
        """The state, and of an agreement what it was agreed with: said wherever a decision is told."""
        agreed = self.agreed_as
        return AGREED_AS[agreed] if agreed else ConsultationState(self.state).label


@dataclass(frozen=True)
class FamilyStanding:
    """The family's state, and how many of its children are decided: n of N."""

    state: FamilyState
    decided: int
    number: int


def is_unchanged(categories: Sequence[str], reviews: int) -> bool:
    """Whether the last so many reviews each left a plan under the category that stood before.

    `categories`: what the plan began under, then what each review that went on with it decided.
    """
    last = categories[-reviews - 1 :]
    return reviews > 0 and len(last) == reviews + 1 and len(set(last)) == 1 and bool(last[0])


def is_baby(born: date | None, months: int, on: date) -> bool:
    """Whether a child is unborn, or younger than so many months; nobody is where that is 0."""
    return months > 0 and (born is None or on < add_months(born, months))


def family_standing(states: Collection[str]) -> FamilyStanding:
    """What the states of a family's children come to. Children whose part was closed count only where all
    were.
    """
    counted = [state for state in states if state != S.CLOSED]
    decided = [state for state in counted if state not in UNANSWERED]
    return FamilyStanding(_family_state(counted, decided), len(decided), len(counted))


def _family_state(counted: list[str], decided: list[str]) -> FamilyState:
    if not counted:
        return FamilyState.CLOSED
    if len(decided) == len(counted):
        return FamilyState[decided[0]] if len(set(decided)) == 1 else FamilyState.SPLIT
    if decided:
        return FamilyState.PARTLY
    waiting = next(s for s in (S.ESCALATED, S.MORE_INFORMATION, S.RAISED, S.ASKED) if s in counted)
    return FamilyState[waiting]


def agreed_words(children: Sequence[Stands]) -> str:
    """How a family is told for whose every child a conference is agreed: with how many it is agreed with more
    than a conference, where that is not so for all.
    """
    ways = [one.agreed_as for one in children if one.agreed_as]
    if len(set(ways)) == 1:
        return AGREED_AS[ways[0]]
    numbers = [f"{ways.count(way)} {told}" for way, told in AGREED_FOR_SOME.items() if way in ways]
    return ", ".join([AGREED_AS[Answer.AGREE], joined(numbers)])


def split_sets(children: Mapping[str, Stands]) -> dict[str, list[str]]:
    """{words: names} of {name: where it stands}, in the order in which they were given: who goes which
    way.
    """
    sets: dict[str, list[str]] = {}
    for name, stands in children.items():
        sets.setdefault(stands.words, []).append(name)
    return sets
