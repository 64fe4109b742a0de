"""What the database holds of look-ups: each is of its own child, and stays as it was found."""

from __future__ import annotations

import pgtrigger

from conferences.models.promises_agreed import BY_A_FILE, ITS_PLAN_GOES
from safeguarding.promises import fits, stays

# A joined record takes it along; somebody says once that they saw it.
KEPT = " - 'child_id' - 'seen_by_id' - 'seen_at'"
OF_A_FILE = f"""({BY_A_FILE} AND EXISTS (
        SELECT FROM conferences_plan AS p WHERE p.id = OLD.plan_id AND p.source = 'CENSUS'))"""
OF_CHILD_WRONG = """EXISTS (
        SELECT FROM {rows}
            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id
            LEFT JOIN conferences_consultationanswer AS a ON a.id = r.answer_id
            LEFT JOIN conferences_consultation AS k ON k.id = a.consultation_id
        WHERE r.child_id <> coalesce(p.child_id, k.child_id))"""
LOOK_UP_HOLDS = [
    stays(
        "lookup_stays",
        "What was found stays as it was found.",
        operation=pgtrigger.Update,
        wrong=f"""to_jsonb(OLD){KEPT} <> to_jsonb(NEW){KEPT}
        OR (OLD.seen_at IS NOT NULL
            AND (OLD.seen_at, OLD.seen_by_id) IS DISTINCT FROM (NEW.seen_at, NEW.seen_by_id))""",
    ),
    # It goes with a plan that never was: by two people’s decision, or by the file that brought the plan.
    stays(
        "lookup_never_gone",
        "What was found is not deleted.",
        operation=pgtrigger.Delete,
        wrong=f"NOT ({ITS_PLAN_GOES} OR {OF_A_FILE})",
    ),
    *fits(
        "lookup_of_its_own_child",
        "A look-up is of the child of its decision or plan.",
        OF_CHILD_WRONG,
        table="conferences_lookup",
        of=("child_id",),
    ),
]
