"""What a child's part of a record must hold before it is signed, and what may not stand together. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from conferences.rules.vocabulary import OUTCOMES, DecisionOutcome, EndReason
from safeguarding.refusals import Problem

BY_KIND = {kind.value: outcomes for kind, outcomes in OUTCOMES.items()}
WITH_PLAN = frozenset({DecisionOutcome.PLAN_BEGINS.value, DecisionOutcome.PLAN_CONTINUES.value})


@dataclass(frozen=True)
class PartFacts:
    """One child's part as it stands. `name` is what the page calls the child; `is_grown` where it was 18 on
    the day of the meeting.
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
    """What the chair should think about before signing; none of it forbids (R18, R19: Lincolnshire, L)."""
    found = []
    if part.outcome == DecisionOutcome.PLAN_ENDS and not quorate:
        found.append(f"The plan of {part.name} ends at a meeting that was not quorate.")
    if (
        part.outcome == DecisionOutcome.PLAN_ENDS
        and is_first_review
        and part.end_reason == EndReason.RISK_REDUCED
    ):
        found.append(f"The plan of {part.name} ends at its first review. Make sure there is enough evidence.")
    return found
