"""What opens a row that stays otherwise: a version that two people agreed to, a correction, or a file."""

from __future__ import annotations

# ----- A new version, which two people agreed to in this transaction, opens what stays otherwise ------------
AGREED = """EXISTS (
        SELECT FROM conferences_decisionchange AS v
            JOIN conferences_decisionchangeevent AS e ON e.pgh_obj_id = v.id
        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()
            AND v.conference_child_id IN ({ids}))"""
DECISION_AGREED = AGREED.format(ids="OLD.conference_child_id")
PLAN_AGREED = AGREED.format(
    ids="SELECT id FROM conferences_conferencechild WHERE id = OLD.begun_at_id OR plan_id = OLD.id"
)

# A plan that was none goes, and what was told of it.
ITS_PLAN_GOES = AGREED.format(ids="SELECT begun_at_id FROM conferences_plan WHERE id = OLD.plan_id")

# The category with which a plan of a file began, corrected in this transaction.
CATEGORY_CORRECTED = """(OLD.source <> 'RECORDED' AND EXISTS (
        SELECT FROM conferences_correction AS c
            JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id
        WHERE c.kind = 'PLAN' AND c.row = OLD.id AND c.field = 'initial_category'
            AND c.was = OLD.initial_category AND c.now = NEW.initial_category
            AND e.pgh_created_at = now()))"""
# ----- What files brought is set anew by files, each time that one is kept or undone ------------------------
BY_A_FILE = "strpos(coalesce(current_setting('pghistory.context_metadata', true), ''), '\"file\":') > 0"
OF_FILES = f"(OLD.source = 'CENSUS' AND {BY_A_FILE})"
PART_OF_FILES = f"""({BY_A_FILE} AND EXISTS (
        SELECT FROM conferences_conference AS c WHERE c.id = OLD.conference_id AND c.source = 'CENSUS'))"""
CATEGORY_OF_FILES = f"(OLD.conference_child_id IS NULL AND {BY_A_FILE})"
