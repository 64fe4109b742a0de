"""The needs and the first actions of a child's part: what each lacks, and writing them anew together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from conferences.models import ChildPart, PlanAction, PlanNeed
from conferences.rules.plans_lines import agreed_problem, due_problem
from safeguarding.refusals import Problem, missing

Line = tuple[str, ...]


@dataclass(frozen=True)
class Need:
    """A need as typed, and what will be different for the child."""

    need: str
    change: str


@dataclass(frozen=True)
class Action:
    """One first action as typed. `for_need` is the number of the need that it is for, 0 for none."""

    what: str
    who: str
    by_date: dt.date | None
    for_need: int = 0
    measure: str = ""
    evidence: str = ""
    service: str = ""
    agreed_date: dt.date | None = None

    @property
    def line(self) -> Line:
        return (
            self.what,
            self.who,
            str(self.by_date),
            str(self.for_need),
            self.measure,
            self.evidence,
            self.service,
            str(self.agreed_date),
        )


def needs_of(part: ChildPart) -> list[Need]:
    """The needs of a part as they stand, in their order."""
    return [Need(one.need, one.outcome) for one in part.needs.all()]


def actions_of(part: ChildPart) -> list[Action]:
    """The actions of a part as they stand, the earliest first."""
    places = {one.pk: place for place, one in enumerate(part.needs.all(), 1)}
    return [
        Action(
            one.what,
            one.who,
            one.by_date,
            places.get(one.need_id or 0, 0),
            one.measure,
            one.evidence,
            one.service,
            one.agreed_date,
        )
        for one in part.actions.all()
    ]


def lines_of(part: ChildPart) -> list[Line]:
    """Needs and actions together as one text of several lines: an action counts by the need it is for."""
    return _lines(needs_of(part), actions_of(part))


def lines_typed(
    part: ChildPart, needs: Sequence[Need] | None, actions: Sequence[Action] | None
) -> list[Line] | None:
    """The same of what was typed; None where neither was."""
    return None if needs is None and actions is None else _lines(*_whole(part, needs, actions))


def _lines(needs: Sequence[Need], actions: Sequence[Action]) -> list[Line]:
    return [*((one.need, one.change) for one in needs), *(one.line for one in actions)]


def _whole(
    part: ChildPart, needs: Sequence[Need] | None, actions: Sequence[Action] | None
) -> tuple[Sequence[Need], Sequence[Action]]:
    return needs_of(part) if needs is None else needs, actions_of(part) if actions is None else actions


def problems_of_lines(
    part: ChildPart,
    needs: Sequence[Need] | None,
    actions: Sequence[Action] | None,
    held: dt.date,
    on: dt.date,
) -> list[Problem]:
    """What each need and each action lacks; `about` is its number. `held`: the day the meeting began; `on`:
    the day on which it is written.
    """
    whole, _ = _whole(part, needs, actions)
    born = part.requested_child.child.birth_date
    found = [_about(problem, n) for n, one in enumerate(needs or ()) for problem in _of_need(one, whole[:n])]
    for number, one in enumerate(actions or ()):
        found += [_about(problem, number) for problem in _of_action(one, len(whole), held, on, born)]
    return found


def _about(problem: Problem, number: int) -> Problem:
    return Problem(problem.sentence, problem.field, number)


def _of_need(one: Need, before: Sequence[Need]) -> list[Problem]:
    lacks = missing(
        need=(one.need, "Enter what the child needs"),
        change=(one.change, "Enter what will be different for the child"),
    )
    if one.change and one.change.casefold() in [other.change.casefold() for other in before]:
        lacks.append(Problem("What will be different is the same as above: write it once", "change"))
    return lacks


def _of_action(one: Action, needs: int, held: dt.date, on: dt.date, born: dt.date | None) -> list[Problem]:
    lacks = missing(
        what=(one.what, "Enter what will be done"),
        who=(one.who, "Enter who will do it: a named person"),
        by_date=(one.by_date, "Enter the date of the action"),
    )
    if sentence := due_problem(one.by_date, earliest=held, why="the day of the meeting", born=born):
        lacks.append(Problem(sentence, "by_date"))
    if one.for_need > needs:
        lacks.append(Problem("Select a need that stands above", "for_need"))
    if sentence := agreed_problem(one.agreed_date, one.by_date, on):
        lacks.append(Problem(sentence, "agreed_date"))
    return lacks


def write_lines(part: ChildPart, needs: Sequence[Need] | None, actions: Sequence[Action] | None) -> None:
    """Write the needs and the actions of a part in place of those that stand."""
    needs, actions = _whole(part, needs, actions)
    part.actions.all().delete()
    part.needs.all().delete()
    kept = PlanNeed.objects.bulk_create(
        PlanNeed(part=part, number=number, need=one.need, outcome=one.change)
        for number, one in enumerate(needs, 1)
    )
    PlanAction.objects.bulk_create(
        PlanAction(
            part=part,
            what=one.what,
            who=one.who,
            by_date=one.by_date,
            need=kept[one.for_need - 1] if 0 < one.for_need <= len(kept) else None,
            measure=one.measure,
            evidence=one.evidence,
            service=one.service,
            agreed_date=one.agreed_date,
        )
        for one in actions
        if one.by_date  # Refused where one has none.
    )
