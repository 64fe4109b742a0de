"""What a child's part of a record must hold before it is signed, and what may not stand together. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from conferences.rules.vocabulary import OUTCOMES, DecisionOutcome, EndReason, Participation
from safeguarding.refusals import Problem
from safeguarding.wording import joined

BY_KIND = {kind.value: outcomes for kind, outcomes in OUTCOMES.items()}
WITH_PLAN = frozenset({DecisionOutcome.PLAN_BEGINS.value, DecisionOutcome.PLAN_CONTINUES.value})


@dataclass(frozen=True)
class PartFacts:
    """One child's part as it stands. `name` is what the page calls the child; `is_grown` where it was 18 on
    the day of the meeting, `is_four` where it was 4 or older.
    """

    name: str
    kind: str
    voice: str
    outcome: str
    category: str
    reasons: str
    end_reason: str
    actions: int
    step_down: str = ""
    is_grown: bool = False
    participation: str = ""
    is_four: bool = False
    ending_rationale: str = ""


@dataclass(frozen=True)
class Endings:
    """Whether the council forbids that a plan ends without a quorum (R18), and at its first review (R19)."""

    without_quorum_forbidden: bool = False
    at_first_review_forbidden: bool = False


def outcomes_for(kind: str) -> list[DecisionOutcome]:
    """The two outcomes that a conference of this kind can have for a child."""
    return list(BY_KIND[kind])


def contradictions(part: PartFacts) -> list[Problem]:
    """What may not even be saved: parts that contradict each other."""
    found = []
    if part.outcome and part.outcome not in BY_KIND[part.kind]:
        found.append(Problem("Select a decision that this kind of conference can make", "outcome"))
    if part.category and part.outcome not in WITH_PLAN:
        found.append(Problem("Only a plan has a category: remove it, or select a plan", "category"))
    if part.outcome in WITH_PLAN and not part.category:
        found.append(Problem("Select the category of the plan", "category"))
    if part.outcome == DecisionOutcome.PLAN_ENDS and part.end_reason in ("", EndReason.NOT_RECORDED):
        found.append(Problem("Select why the plan ends", "end_reason"))
    if part.end_reason and part.outcome != DecisionOutcome.PLAN_ENDS:
        found.append(Problem("Give a reason for ending only when a plan ends", "end_reason"))
    if part.step_down and part.outcome != DecisionOutcome.PLAN_ENDS:
        found.append(Problem("Say where support goes only when a plan ends", "step_down"))
    if part.ending_rationale and part.outcome != DecisionOutcome.PLAN_ENDS:
        found.append(Problem("Say why a plan may end only when it ends", "ending_rationale"))
    if part.participation == Participation.PN0 and part.is_four:
        words = f"{part.name} was 4 or older on the day of the meeting: select how {part.name} took part"
        found.append(Problem(words, "participation"))
    return found


def missing(part: PartFacts) -> list[Problem]:
    """What is still to be recorded before the record can be signed, each naming the child."""
    if not part.outcome and not part.voice and not part.reasons:
        return [Problem(f"Nothing is recorded yet about {part.name}", "outcome")]
    found = contradictions(part)
    if not part.outcome:
        found.append(Problem(f"Record the decision on {part.name}", "outcome"))
    if not part.reasons:
        found.append(Problem(f"Give the reasons for the decision on {part.name}", "reasons"))
    if not part.voice:
        found.append(Problem(f"Record what {part.name} says, or why it could not be heard", "voice"))
    if not part.participation:
        found.append(Problem(f"Select how {part.name} took part in the conference", "participation"))
    found += grown_problems(part)
    if part.outcome == DecisionOutcome.PLAN_BEGINS and not part.actions:
        found.append(Problem(f"Record at least one first action for {part.name}", "actions"))
    return found


def grown_problems(part: PartFacts) -> list[Problem]:
    """Nobody who is 18 has a plan."""
    if part.is_grown and part.outcome in WITH_PLAN:
        words = f"{part.name} was 18 on the day of the meeting: no plan can begin or go on"
        return [Problem(words, "outcome")]
    return []


def warnings(part: PartFacts, *, quorate: bool, is_first_review: bool) -> Sequence[str]:
    """What the chair should think about before signing (R18, R19: Lincolnshire, L)."""
    found = []
    if part.outcome == DecisionOutcome.PLAN_ENDS and not quorate:
        found.append(f"The plan of {part.name} ends at a meeting that was not quorate.")
    if is_early(part, is_first_review=is_first_review):
        found.append(f"The plan of {part.name} ends at its first review. Make sure there is enough evidence.")
    return found


def is_judged(part: PartFacts) -> bool:
    """Whether a plan ends because the conference finds that the risk is less: a move, a birthday, a death or
    an order ends it whoever comes.
    """
    return part.outcome == DecisionOutcome.PLAN_ENDS and part.end_reason == EndReason.RISK_REDUCED


def is_early(part: PartFacts, *, is_first_review: bool) -> bool:
    return is_judged(part) and is_first_review


def ending_problems(
    part: PartFacts, *, quorate: bool, is_first_review: bool, endings: Endings
) -> list[Problem]:
    """Why a plan cannot end here, or what the chair must say to let it end (R18, R19)."""
    found, reasons = [], []
    for applies, forbidden, where in (
        (is_judged(part) and not quorate, endings.without_quorum_forbidden, "without a quorum"),
        (
            is_early(part, is_first_review=is_first_review),
            endings.at_first_review_forbidden,
            "at its first review",
        ),
    ):
        if applies and forbidden:
            words = f"The plan of {part.name} cannot end {where}: the council’s local limits forbid it"
            found.append(Problem(words, "outcome"))
        elif applies and not part.ending_rationale:
            reasons.append(where)
    if reasons:
        words = f"Say why the plan of {part.name} may end {joined(reasons)}"
        found.append(Problem(words, "ending_rationale"))
    return found
