"""What the database holds of the needs of a child's part, and of the actions that are for them."""

from __future__ import annotations

from django.db.models import CheckConstraint, F, Q
from pgtrigger import Delete, Insert, Trigger, Update

from conferences.models.promises_next import added_since, closed_but_for
from conferences.models.promises_work import CLOSED
from safeguarding.promises import fits, said, stays


def ended_with_why(table: str) -> CheckConstraint:
    """That what ended says why, and not before it was added."""
    name = said(f"{table}_ended_with_why", "Say when it ended and why: both, or neither.")
    ended = ~Q(ended_words="") & (Q(added_date__isnull=True) | Q(ended_date__gte=F("added_date")))
    return CheckConstraint(
        condition=Q(ended_date__isnull=True, ended_words="") | Q(ended_date__isnull=False) & ended, name=name
    )


def _signed_stays(table: str, kind: str, besides: str = "") -> Trigger:
    """A line of a signed record changes by a correction alone, or is added by one."""
    wrong = closed_but_for(kind, added_since(kind, "added_date"))
    also = f"{besides}\n        AND " if besides else ""
    return stays(f"{table}_signed_stays", CLOSED, operation=Insert | Update | Delete, wrong=f"{also}{wrong}")


# Which plan it belongs to follows from the decision.
PLAN_MOVED = "NOT (TG_OP = 'UPDATE' AND to_jsonb(OLD) - 'plan_id' = to_jsonb(NEW) - 'plan_id')"
PLAN_ACTION_HOLDS = [
    *fits(
        "planaction_for_a_need_of_its_part",
        "An action is for a need of the same child.",
        """EXISTS (
        SELECT FROM {rows} JOIN conferences_planneed AS n ON n.id = r.need_id
        WHERE n.part_id <> r.part_id)""",
        table="conferences_planaction",
        of=("part_id", "need_id"),
    ),
    _signed_stays("planaction", "PLAN_ACTION", PLAN_MOVED),
]
PLAN_NEED_HOLDS = [_signed_stays("planneed", "PLAN_NEED")]
