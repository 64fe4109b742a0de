"""What the database holds of enquiries, conferences, decisions and plans together, whichever row moves.

A census is taken as it is: what its files may break holds for what is recorded here (`source`).
"""

from __future__ import annotations

import pgtrigger

from conferences.models.promises_agreed import (
    CATEGORY_CORRECTED,
    CATEGORY_OF_FILES,
    DECISION_AGREED,
    OF_FILES,
    PART_OF_FILES,
    PLAN_AGREED,
)
from conferences.models.promises_kept import AT_CONFERENCE, CATEGORY_DECIDED, CONFERENCE_KEPT, DISCUSSION_KEPT
from conferences.models.promises_told import (
    ALIVE,
    ALIVE_WRONG,
    LOOKED,
    LOOKED_WRONG,
    MET,
    MET_WRONG,
    ON_THE_LIVING,
    PLAN_ENDS,
    RESUMED,
)
from safeguarding.promises import at_the_end, changed, exists, fits, of_a_record_that_stands, said, stays

INSERT, UPDATE, DELETE = pgtrigger.Insert, pgtrigger.Update, pgtrigger.Delete
RECORDED = "NEW.source = 'RECORDED'"
ENQUIRY = "conferences_enquiry"
CHILD, PLAN, DECISION = "conferences_conferencechild", "conferences_plan", "conferences_decision"

# ----- An enquiry starts with its one discussion -----------------------------------------------------------
STARTS = said(
    "enquiry_starts_with_its_discussion",
    "An enquiry must start on the day of the one strategy discussion that started it.",
)
WRONG_START = """EXISTS (
        SELECT FROM conferences_enquiry AS e WHERE e.id IN ({ids}) AND (
            SELECT count(*) FILTER (WHERE d.held_date = e.started_date)
            FROM conferences_strategydiscussion AS d WHERE d.enquiry_id = e.id AND d.started_enquiry
        ) <> 1)"""

# ----- Records of one spell in need are of its child -------------------------------------------------------
EPISODE = """EXISTS (
        SELECT FROM {rows} JOIN conferences_needepisode AS e ON e.id = r.episode_id
        WHERE e.child_id <> r.child_id OR (e.in_error AND STANDS))"""
# What is in error itself, or void, may lie in a spell that was in error too: the columns that say so.
IN_EPISODE = {"enquiry": "voided_at", "plan": "", "childinneedplan": "in_error", "transferin": "in_error"}
STANDS = {"voided_at": "r.voided_at IS NULL", "in_error": "NOT r.in_error", "": "true"}
OF_PLAN = "IN (SELECT id FROM conferences_conferencechild WHERE plan_id = NEW.id)"


def in_its_own_episode(table: str, name: str) -> list[pgtrigger.Trigger]:
    """A record that lies in a spell in need is of the child whose spell it is, and the spell was one."""
    sentence = "This lies in a spell in need of another child, or in one that was recorded in error."
    of = tuple(column for column in ("episode_id", "child_id", IN_EPISODE[name]) if column)
    return fits(f"{name}_in_its_own_episode", sentence, _episode(name), table=table, of=of)


def _episode(name: str) -> str:
    return EPISODE.replace("STANDS", STANDS[IN_EPISODE[name]])


NEED_EPISODE = [
    *of_a_record_that_stands("needepisode", "conferences_needepisode"),
    *(
        changed(
            f"{name}_in_its_own_episode",
            exists(_episode(name), f"conferences_{name}", "episode_id = NEW.id"),
            of=("child_id", "in_error"),
        )
        for name in IN_EPISODE
    ),
]

# ----- A child comes to a conference for its own reason, in the order of its days --------------------------
FITS = "conferencechild_fits"
CHILD_WRONG = """EXISTS (
        SELECT FROM {rows}
            JOIN conferences_conference AS c ON c.id = r.conference_id
            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id
            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id
            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id
        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id
            OR e.voided_at IS NOT NULL OR t.in_error
            OR (c.source = 'RECORDED' AND (
                c.held_date < e.started_date OR c.held_date < t.notified_date OR c.held_date <= p.start_date
                OR (p.source = 'RECORDED' AND c.held_date > p.end_date))))"""
NEEDED = said(
    "enquiry_not_needed_had_none", "The conference of this enquiry was held or is asked for, so it is needed."
)
NOT_NEEDED = """EXISTS (
        SELECT FROM {rows} JOIN conferences_enquiry AS e ON e.id = r.enquiry_id
        WHERE e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')"""
VOID = said("enquiry_void_carries_nothing", "A request or a conference stands on this enquiry.")
ASKED = "requestedchild_on_its_own"
ASKED_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_request AS q ON q.id = r.request_id
            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id
            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id
            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id
        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id
            OR (q.state <> 'WITHDRAWN' AND (t.in_error OR e.voided_at IS NOT NULL
                OR (r.kind = 'REVIEW' AND r.plan_id IS NULL)
                OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED'))))"""
ASKED_ON_ENQUIRY = exists(ASKED_WRONG, "conferences_requestedchild", "enquiry_id = NEW.id")
MET_ON_ENQUIRY = exists(CHILD_WRONG, CHILD, "enquiry_id = NEW.id")


def _leans(by: str, *of: str, mark: tuple[str, ...] = ()) -> list[pgtrigger.Trigger]:
    """What leans on an enquiry, an arrival or a plan is asked when that one moves; `mark` says in error."""
    asked = exists(ASKED_WRONG, "conferences_requestedchild", f"{by} = NEW.id")
    return [
        changed(FITS, exists(CHILD_WRONG, CHILD, f"{by} = NEW.id"), of=("child_id", *of, *mark)),
        changed(ASKED, asked, of=("child_id", *mark)),
    ]


# ----- A plan begins at its own child's conference, and ends as it was decided -----------------------------
BEGINS = "plan_begins_at_its_conference"
BEGINS_WRONG = """EXISTS (
        SELECT FROM {rows}
            JOIN conferences_conferencechild AS cc ON cc.id = r.begun_at_id
            JOIN conferences_conference AS c ON c.id = cc.conference_id
        WHERE cc.child_id <> r.child_id
            OR (c.held_date <> r.start_date AND 'RECORDED' IN (c.source, r.source))
            OR cc.kind NOT IN ('INITIAL', 'TRANSFER_IN'))"""
REDUCED = said(
    "plan_reduced_risk_at_a_review",
    "Only a review conference that decided so ends a plan for reduced risk, on its own day.",
)
REDUCED_WRONG = """EXISTS (
        SELECT FROM {rows} WHERE r.end_reason = 'RISK_REDUCED' AND r.source = 'RECORDED' AND NOT EXISTS (
            SELECT FROM conferences_conferencechild AS cc
                JOIN conferences_conference AS c ON c.id = cc.conference_id
                LEFT JOIN conferences_decision AS d ON d.conference_child_id = cc.id
            WHERE cc.plan_id = r.id AND cc.kind = 'REVIEW' AND c.held_date = r.end_date
                AND (d.outcome = 'PLAN_ENDS' OR c.source = 'CENSUS')))"""
KIND = "decision_fits_its_conference"
KIND_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_conferencechild AS cc ON cc.id = r.conference_child_id
        WHERE (cc.kind = 'REVIEW') <> (r.outcome IN ('PLAN_CONTINUES', 'PLAN_ENDS')))"""
HAS_PLAN = said("decision_has_its_plan", "What was decided and the child’s plan do not agree.")
# A census may tell of a plan where it was decided here that there is none, or of another end.
HAS_PLAN_WRONG = """EXISTS (
        SELECT FROM {rows}
            JOIN conferences_conferencechild AS cc ON cc.id = r.conference_child_id
            JOIN conferences_conference AS c ON c.id = cc.conference_id
            LEFT JOIN conferences_plan AS b ON b.begun_at_id = cc.id
            LEFT JOIN conferences_plan AS p ON p.id = cc.plan_id AND p.source = 'RECORDED'
        WHERE c.source = 'RECORDED' AND (
            (r.outcome = 'PLAN_BEGINS' AND b.id IS NULL)
            OR (r.outcome = 'NO_PLAN' AND b.source = 'RECORDED')
            OR (r.outcome = 'PLAN_ENDS' AND p.id IS NOT NULL AND p.end_date IS DISTINCT FROM c.held_date)
            OR (r.outcome = 'PLAN_CONTINUES' AND p.end_date <= c.held_date)))"""
LATEST = said("plan_latest_category_as_decided", "The latest category must be that of the last decision.")
LATEST_WRONG = """EXISTS (
        SELECT FROM {rows} WHERE r.source = 'RECORDED' AND r.latest_category IS DISTINCT FROM (
            SELECT k.category FROM conferences_plancategory AS k WHERE k.plan_id = r.id
            ORDER BY k.from_date DESC, k.id DESC LIMIT 1))"""
IN_FORCE = "plancategory_fits"
IN_FORCE_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_plan AS p ON p.id = r.plan_id
            LEFT JOIN conferences_conferencechild AS cc ON cc.id = r.conference_child_id
        WHERE r.from_date < p.start_date OR r.from_date > p.end_date OR cc.child_id <> p.child_id)"""
DECIDED = "plancategory_decided_here"
DECIDED_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_plan AS p ON p.id = r.plan_id
        WHERE r.conference_child_id IS NULL AND p.source = 'RECORDED' AND NOT p.held_for_other_authority)"""
BESIDE = said(
    "inneedplan_not_beside_a_plan",
    "A child in need plan cannot run beside a child protection plan: end one of them first.",
)
# One may begin on the day on which the other ends.
BESIDE_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_plan AS p ON p.child_id = r.child_id
        WHERE r.source = 'RECORDED' AND NOT r.in_error AND NOT p.held_for_other_authority
            AND r.start_date < coalesce(p.end_date, 'infinity')
            AND p.start_date < coalesce(r.end_date, 'infinity'))"""
ON_ITS_DAY = said("booking_on_its_conferences_day", "A conference was held on the day of its meeting.")
ON_ITS_DAY_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_conference AS c ON c.id = r.conference_id
        WHERE c.source = 'RECORDED' AND c.held_date <> (r.starts_at AT TIME ZONE 'Europe/London')::date)"""

# ----- The triggers of each table --------------------------------------------------------------------------
STRATEGY_DISCUSSION_HOLDS = [
    DISCUSSION_KEPT,
    at_the_end(STARTS, WRONG_START.format(ids="NEW.enquiry_id, OLD.enquiry_id"), operation=UPDATE | DELETE),
]
ENQUIRY_HOLDS = [
    *of_a_record_that_stands("enquiry", "conferences_enquiry"),
    at_the_end(
        STARTS, WRONG_START.format(ids="NEW.id"), operation=INSERT | pgtrigger.UpdateOf("started_date")
    ),
    *in_its_own_episode(ENQUIRY, "enquiry"),
    *_leans("enquiry_id", "started_date"),
    changed(
        NEEDED,
        f"{exists(NOT_NEEDED, CHILD, 'enquiry_id = NEW.id')} OR {ASKED_ON_ENQUIRY}",
        of=("conference_need",),
        when=f"{RECORDED} AND NEW.conference_need = 'NOT_NEEDED'",
    ),
    changed(
        VOID,
        f"{ASKED_ON_ENQUIRY} OR {MET_ON_ENQUIRY}",
        of=("voided_at",),
        when="NEW.voided_at IS NOT NULL",
    ),
    stays(
        "enquiry_stays",
        "An enquiry is not deleted: it is voided with a reason.",
        operation=DELETE,
        wrong=f"NOT {OF_FILES}",
    ),
]
TRANSFER_IN_HOLDS = [
    *of_a_record_that_stands("transferin", "conferences_transferin"),
    *in_its_own_episode("conferences_transferin", "transferin"),
    *_leans("transfer_in_id", "notified_date", mark=("in_error",)),
]
CONFERENCE_HOLDS = [
    changed(FITS, exists(CHILD_WRONG, CHILD, "conference_id = NEW.id"), of=("held_date",)),
    changed(BEGINS, exists(BEGINS_WRONG, PLAN, f"begun_at_id {AT_CONFERENCE}"), of=("held_date",)),
    changed(
        HAS_PLAN, exists(HAS_PLAN_WRONG, DECISION, f"conference_child_id {AT_CONFERENCE}"), of=("held_date",)
    ),
    changed(
        ON_ITS_DAY,
        exists(ON_ITS_DAY_WRONG, "conferences_booking", "conference_id = NEW.id"),
        of=("held_date",),
    ),
    changed(ALIVE, exists(ALIVE_WRONG, DECISION, f"conference_child_id {AT_CONFERENCE}"), of=("held_date",)),
    *CONFERENCE_KEPT,
    stays("conference_stays", "A conference is not deleted.", operation=DELETE, wrong=f"NOT {OF_FILES}"),
]
CONFERENCE_CHILD_HOLDS = [
    *fits(
        FITS,
        "A child comes to a conference on its own enquiry, arrival or plan, in the order of their days.",
        CHILD_WRONG,
        table=CHILD,
        of=("conference_id", "child_id", "enquiry_id", "transfer_in_id", "plan_id"),
    ),
    changed(
        BEGINS, exists(BEGINS_WRONG, PLAN, "begun_at_id = NEW.id"), of=("conference_id", "child_id", "kind")
    ),
    changed(KIND, exists(KIND_WRONG, DECISION, "conference_child_id = NEW.id"), of=("kind",)),
    changed(ALIVE, exists(ALIVE_WRONG, DECISION, "conference_child_id = NEW.id"), of=("child_id",)),
    changed(
        HAS_PLAN,
        exists(HAS_PLAN_WRONG, DECISION, "conference_child_id = NEW.id"),
        of=("conference_id", "plan_id"),
    ),
    stays(
        "conferencechild_stays",
        "A child is not taken from a conference.",
        operation=DELETE,
        wrong=f"NOT {PART_OF_FILES}",
    ),
]
DECISION_HOLDS = [
    *fits(
        KIND,
        "An initial or transfer-in conference begins a plan or none; a review goes on with it or ends it.",
        KIND_WRONG,
        table=DECISION,
        of=("conference_child_id", "outcome"),
    ),
    *ON_THE_LIVING,
    at_the_end(
        HAS_PLAN,
        exists(HAS_PLAN_WRONG, DECISION, "id = NEW.id"),
        operation=INSERT | pgtrigger.UpdateOf("outcome"),
    ),
    stays(
        "decision_stays",
        "A decision that was signed is not changed but by a new version.",
        operation=UPDATE | DELETE,
        wrong=f"NOT {DECISION_AGREED}",
    ),
]
PLAN_HOLDS = [
    *of_a_record_that_stands("plan", "conferences_plan"),
    *in_its_own_episode(PLAN, "plan"),
    *fits(
        BEGINS,
        "A plan begins at its own child’s initial or transfer-in conference, on that day.",
        BEGINS_WRONG,
        table=PLAN,
        of=("begun_at_id", "start_date", "child_id"),
    ),
    *_leans("plan_id", "start_date", "end_date"),
    at_the_end(
        REDUCED,
        exists(REDUCED_WRONG, PLAN, "id = NEW.id"),
        operation=INSERT | UPDATE,
        when=f"{RECORDED} AND NEW.end_reason = 'RISK_REDUCED'",
    ),
    changed(
        HAS_PLAN,
        exists(
            HAS_PLAN_WRONG,
            DECISION,
            f"conference_child_id = OLD.begun_at_id OR conference_child_id {OF_PLAN}",
        ),
        of=("begun_at_id", "end_date", "source"),
        when=f"{RECORDED} OR OLD.source = 'RECORDED'",
    ),
    *PLAN_ENDS,
    *(
        changed(name, exists(wrong, table, "plan_id = NEW.id"), of=("start_date", "end_date"), when=RECORDED)
        for name, wrong, table in (
            (IN_FORCE, IN_FORCE_WRONG, "conferences_plancategory"),
            (MET, MET_WRONG, "conferences_coregroup"),
            (LOOKED, LOOKED_WRONG, "conferences_followup"),
        )
    ),
    at_the_end(
        LATEST,
        exists(LATEST_WRONG, PLAN, "id = NEW.id"),
        operation=INSERT | pgtrigger.UpdateOf("latest_category"),
        when=RECORDED,
    ),
    at_the_end(
        BESIDE,
        exists(BESIDE_WRONG, "conferences_childinneedplan", "child_id = NEW.child_id"),
        operation=INSERT | pgtrigger.UpdateOf("start_date", "end_date", "child_id"),
        when=RECORDED,
    ),
    stays(
        "plan_initial_category_stays",
        "The initial category of a plan never changes: it is corrected, or the decision is.",
        operation=UPDATE,
        when="OLD.initial_category <> NEW.initial_category",
        wrong=f"NOT ({PLAN_AGREED} OR {CATEGORY_CORRECTED} OR {OF_FILES})",
    ),
    stays(
        "plan_never_reopened",
        "A plan that ended is not reopened: a new plan begins.",
        operation=UPDATE,
        when="OLD.end_date IS NOT NULL AND NEW.end_date IS NULL",
        wrong=f"NOT ({PLAN_AGREED} OR {RESUMED} OR {OF_FILES})",
    ),
    stays(
        "plan_stays",
        "A plan is not deleted.",
        operation=DELETE,
        wrong=f"NOT ({PLAN_AGREED} OR {OF_FILES})",
    ),
]
PLAN_CATEGORY_HOLDS = [
    *CATEGORY_DECIDED,
    *fits(
        IN_FORCE,
        "A category holds while its plan runs, from a conference of its own child.",
        IN_FORCE_WRONG,
        table="conferences_plancategory",
        of=("plan_id", "from_date", "conference_child_id"),
    ),
    *fits(
        DECIDED,
        "The category of a plan is decided at a conference.",
        DECIDED_WRONG,
        table="conferences_plancategory",
        of=("plan_id", "conference_child_id"),
    ),
    at_the_end(
        LATEST,
        exists(LATEST_WRONG, PLAN, "id IN (OLD.plan_id, NEW.plan_id)"),
        operation=INSERT | UPDATE,
        when="NEW.conference_child_id IS NOT NULL",
    ),
    stays(
        "plancategory_stays",
        "A category that was decided is not deleted.",
        operation=DELETE,
        wrong=f"NOT ({DECISION_AGREED} OR {CATEGORY_OF_FILES})",
    ),
]
IN_NEED_PLAN_HOLDS = [
    *of_a_record_that_stands("childinneedplan", "conferences_childinneedplan"),
    *in_its_own_episode("conferences_childinneedplan", "childinneedplan"),
    at_the_end(
        BESIDE,
        exists(BESIDE_WRONG, "conferences_childinneedplan", "id = NEW.id"),
        operation=INSERT | pgtrigger.UpdateOf("start_date", "end_date", "child_id", "source", "in_error"),
        when=RECORDED,
    ),
]
