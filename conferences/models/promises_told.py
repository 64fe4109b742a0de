"""What the database holds of life events, while a plan runs, of what two people decide, and of what is put
right.
"""

from __future__ import annotations

import pgtrigger

from conferences.models.promises_kept import CORE_GROUP_KEPT, FOLLOW_UP_KEPT, LIFE_EVENT_KEPT
from conferences.rules.life_events import ENDS
from safeguarding.models.child import EVENT, EVENT_WRONG, JOINED_WRONG
from safeguarding.promises import (
    at_the_end,
    changed,
    exists,
    fits,
    of_a_record_that_stands,
    said,
    stays,
)

INSERT, UPDATE, DELETE = pgtrigger.Insert, pgtrigger.Update, pgtrigger.Delete
ENDING = "conferences_planending"

# ----- What happened is on the child's own day -------------------------------------------------------------
ON_ITS_DAY = said(
    "lifeevent_on_the_childs_own_day", "A birth and a death are on the days that the child’s record has."
)
# Asked of the event alone: a file may tell another birth later, and is taken as it is.
ON_ITS_DAY_WRONG = """EXISTS (
        SELECT FROM conferences_lifeevent AS e JOIN safeguarding_child AS c ON c.id = e.child_id
        WHERE e.id = NEW.id AND NOT e.in_error AND e.day IS DISTINCT FROM
            CASE e.kind WHEN 'BORN' THEN c.birth_date WHEN 'DIED' THEN c.death_date ELSE e.day END)"""

# ----- Nothing is decided of a child who died before -------------------------------------------------------
ALIVE = "decision_on_a_living_child"
ALIVE_WRONG = """EXISTS (
        SELECT FROM {rows}
            JOIN conferences_conferencechild AS cc ON cc.id = r.conference_child_id
            JOIN conferences_conference AS c ON c.id = cc.conference_id AND c.source = 'RECORDED'
            JOIN safeguarding_child AS k ON k.id = cc.child_id
        WHERE k.death_date < c.held_date)"""

# ----- A plan ends by what happened to its own child, when a second person says so -------------------------
TAKEN_BACK = """EXISTS (
        SELECT FROM conferences_planresumption AS v
        WHERE v.ending_id = {row}.id AND v.outcome = 'CONFIRMED')"""
OF_CHILD = "planending_by_its_own_childs_event"
_CODES = ", ".join(f"('{kind}', '{reason}')" for kind, reason in ENDS.items())
OF_CHILD_WRONG = f"""EXISTS (
        SELECT FROM {{rows}}
            JOIN conferences_lifeevent AS e ON e.id = r.event_id
            JOIN conferences_plan AS p ON p.id = r.plan_id
        WHERE e.child_id <> p.child_id OR (e.kind, r.end_reason) NOT IN ({_CODES})
            OR (e.in_error AND (r.closed_at IS NULL
                OR r.outcome = 'CONFIRMED' AND NOT {TAKEN_BACK.format(row="r")})))"""
DONE = said("planending_confirmed_ends_its_plan", "A second person confirmed the end, and the plan goes on.")
DONE_WRONG = """NOT EXISTS (
        SELECT FROM conferences_plan AS p
        WHERE p.id = NEW.plan_id AND p.end_date = NEW.end_date AND p.end_reason = NEW.end_reason)"""

BY_TWO = said(
    "plan_ends_by_a_review_or_by_two",
    "A plan ends at a review that decided so, or when a second person confirmed it.",
)
BY_TWO_WRONG = f"""NOT EXISTS (
        SELECT FROM conferences_planending AS e
        WHERE e.plan_id = NEW.id AND e.outcome = 'CONFIRMED' AND NOT {TAKEN_BACK.format(row="e")})
        AND NOT EXISTS (
        SELECT FROM conferences_conferencechild AS cc
            JOIN conferences_decision AS d ON d.conference_child_id = cc.id AND d.outcome = 'PLAN_ENDS'
        WHERE cc.plan_id = NEW.id)"""

# ----- A plan runs again by the end that is taken back ------------------------------------------------------
# That the end of a plan was never this child's, which two people agreed to in this transaction.
RESUMED = """EXISTS (
        SELECT FROM conferences_planresumption AS v
            JOIN conferences_planresumptionevent AS e ON e.pgh_obj_id = v.id
        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()
            AND v.plan_id = OLD.id)"""
OF_ITS_END = """EXISTS (
        SELECT FROM {rows} JOIN conferences_planending AS e ON e.id = r.ending_id
        WHERE e.plan_id <> r.plan_id OR e.outcome <> 'CONFIRMED')"""

# ----- Core groups and follow-ups are while a plan runs, and after it ---------------------------------------
MET = "coregroup_while_the_plan_runs"
MET_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_plan AS p ON p.id = r.plan_id
        WHERE NOT r.in_error AND (r.held_date < p.start_date OR r.held_date > p.end_date))"""
LOOKED = "followup_after_the_end"
LOOKED_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_plan AS p ON p.id = r.plan_id
        WHERE NOT r.in_error AND r.held_date <= p.end_date)"""

# ----- A version is of a signed decision, and is the decision once it is confirmed -------------------------
REPLACES = "decisionchange_replaces_what_stands"
REPLACES_WRONG = """EXISTS (
        SELECT FROM {rows} WHERE NOT EXISTS (
            SELECT FROM conferences_decision AS d
            WHERE d.conference_child_id = r.conference_child_id
                AND (d.outcome, d.category) = (r.was_outcome, r.was_category)))"""
AGREED = said("decisionchange_confirmed_is_the_decision", "A second person agreed, and the decision stands.")
AGREED_WRONG = """NOT EXISTS (
        SELECT FROM conferences_decision AS d
        WHERE d.conference_child_id = NEW.conference_child_id
            AND (d.outcome, d.category, d.reasons) = (NEW.new_outcome, NEW.new_category, NEW.new_reasons))
        OR NEW.version <> 1 + (
        SELECT count(*) FROM conferences_decisionchange AS v
        WHERE v.conference_child_id = NEW.conference_child_id AND v.outcome = 'CONFIRMED')"""
CONFIRMED = "NEW.outcome = 'CONFIRMED'"


# ----- The triggers of each table --------------------------------------------------------------------------
LIFE_EVENT_HOLDS = [
    *LIFE_EVENT_KEPT,
    *of_a_record_that_stands("lifeevent", "conferences_lifeevent"),
    *fits(
        EVENT,
        "What happened leads to a name and a home of the child to whom it happened.",
        EVENT_WRONG,
        table="conferences_lifeevent",
        of=("child_id", "name_id", "stay_id"),
    ),
    at_the_end(
        ON_ITS_DAY,
        ON_ITS_DAY_WRONG,
        operation=INSERT | pgtrigger.UpdateOf("day", "kind"),
        when="NEW.kind IN ('BORN', 'DIED')",
    ),
    changed(
        OF_CHILD, exists(OF_CHILD_WRONG, ENDING, "event_id = NEW.id"), of=("child_id", "kind", "in_error")
    ),
]
ON_THE_LIVING = fits(
    ALIVE,
    "The child had died by the day of this conference.",
    ALIVE_WRONG,
    table="conferences_decision",
    of=("conference_child_id",),
)
PLAN_ENDS = [
    # A file ends none that was recorded here; that of reduced risk is asked for its review.
    changed(
        BY_TWO,
        BY_TWO_WRONG,
        of=("end_date",),
        when="NEW.source = 'RECORDED' AND OLD.end_date IS NULL AND NEW.end_reason <> 'RISK_REDUCED'",
    ),
    changed(OF_CHILD, exists(OF_CHILD_WRONG, ENDING, "plan_id = NEW.id"), of=("child_id",)),
]
PLAN_ENDING_HOLDS = [
    *fits(
        OF_CHILD,
        "A plan ends by what happened to its own child, and not by what was recorded in error.",
        OF_CHILD_WRONG,
        table=ENDING,
        of=("outcome",),
    ),
    changed(DONE, DONE_WRONG, of=("outcome",), when=CONFIRMED),
]
PLAN_RESUMPTION_HOLDS = fits(
    "planresumption_of_its_end",
    "Only an end that two people agreed to is taken back so.",
    OF_ITS_END,
    table="conferences_planresumption",
    of=("plan_id", "ending_id"),
)
CORE_GROUP_HOLDS = [
    *fits(
        MET,
        "A core group meets while its plan runs.",
        MET_WRONG,
        table="conferences_coregroup",
        of=("plan_id", "held_date", "in_error"),
    ),
    CORE_GROUP_KEPT,
]
FOLLOW_UP_HOLDS = [
    *fits(
        LOOKED,
        "A follow-up is held after the plan ended.",
        LOOKED_WRONG,
        table="conferences_followup",
        of=("plan_id", "held_date", "in_error"),
    ),
    FOLLOW_UP_KEPT,
]
DECISION_CHANGE_HOLDS = [
    *fits(
        REPLACES,
        "A new version replaces the decision that stands.",
        REPLACES_WRONG,
        table="conferences_decisionchange",
        of=("conference_child_id",),
    ),
    changed(AGREED, AGREED_WRONG, of=("outcome",), when=CONFIRMED),
]


def _as_written(name: str, sentence: str, *besides: str) -> pgtrigger.Trigger:
    """A row that tells of what was done stays as it was written, all but these columns."""
    kept = "".join(f" - '{column}'" for column in besides)
    return stays(
        name,
        sentence,
        operation=UPDATE | DELETE,
        wrong=f"TG_OP = 'DELETE' OR to_jsonb(OLD){kept} <> to_jsonb(NEW){kept}",
    )


# Its child goes along where records are joined.
CORRECTION_HOLDS = [_as_written("correction_stays", "A correction stays as it was told.", "child_id")]
RECORD_JOIN_HOLDS = [
    _as_written(
        "recordjoin_stays", "What a joining moved is kept.", "undone_by_id", "undone_at", "undone_reason"
    ),
    stays(
        "recordjoin_undone_once",
        "This joining was undone already.",
        operation=UPDATE,
        when="OLD.undone_at IS NOT NULL",
    ),
    at_the_end(
        "child_joined_by_a_joining",
        JOINED_WRONG.format(id="NEW.gone_id"),
        operation=INSERT | pgtrigger.UpdateOf("undone_at"),
    ),
]
