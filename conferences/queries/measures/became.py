"""The decisions and look-ups behind the page of what became of it, one by one: the rows of the figures."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from conferences.queries.measures.run import run
from conferences.rules.coverage import Coverage
from safeguarding.models import Team
from safeguarding.workingdays import Period

# Each code's rows are taken from the named query that follows.
DECIDED = """
SELECT child_id, day, answer, gap, team_id, came_to FROM decided_consultations
WHERE NOT {closed} ORDER BY day DESC, child_id
"""
LOOKED = """
SELECT child_id, day, months, answer_id IS NOT NULL, what, found, not_known, in_time, is_back, left_out
FROM look_ups_due WHERE NOT {closed} ORDER BY day DESC, child_id, months
"""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision that stands. `gap` and `came_to` are codes of the figures; `team` an id, None where none
    held the child.
    """

    child: int
    day: date
    answer: str
    gap: str
    team: int | None
    came_to: str


@dataclass(frozen=True, slots=True)
class Look:
    """A look-up that was due. `what`: the decision, or where support went ("" where that is not recorded).

    `found` is None where it was not made; `left_out` says that it may still be made in time.
    """

    child: int
    day: date
    months: int
    is_decision: bool
    what: str
    found: str | None
    not_known: str | None
    in_time: bool
    is_back: bool
    left_out: str | None

    @property
    def is_known(self) -> bool:
        """Whether it is known if the child was on a plan again: it was, or every day since is known."""
        return self.found is not None and (self.is_back or not self.not_known)


@dataclass(frozen=True)
class BecameRows:
    """All of a period, without the children whose records are closed to the reader; teams by id."""

    decisions: list[Decision]
    looks: list[Look]
    teams: dict[int, str]


def became_rows(period: Period, *, on: date, known: Coverage, closed: Collection[int]) -> BecameRows:
    """In three queries; council-wide, so the page puts on its scope where it shows a child."""
    given: dict[str, Any] = {"file": None, "on": on, "known": known, "closed": closed}
    decisions = run(["consultations_decided"], [period], each=DECIDED, **given)
    looks = run(["look_ups_in_time"], [period], each=LOOKED, **given)
    return BecameRows(
        [Decision(*row) for row in decisions],
        [Look(*row) for row in looks],
        dict(Team.objects.order_by("name").values_list("pk", "name")),
    )
