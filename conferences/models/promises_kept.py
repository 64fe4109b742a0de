"""What the database holds of what was decided, held or told: it stays, all but what is put right."""

from __future__ import annotations

import pgtrigger

from conferences.models.promises_agreed import BY_A_FILE, ITS_PLAN_GOES
from safeguarding.promises import changed, exists, fits, said, stays

UPDATE, DELETE = pgtrigger.Update, pgtrigger.Delete
CATEGORY = "conferences_plancategory"

# ----- A category is that of its decision ------------------------------------------------------------------
AS_DECIDED = "plancategory_as_decided"
AS_DECIDED_WRONG = """EXISTS (
        SELECT FROM {rows}
            JOIN conferences_conferencechild AS cc ON cc.id = r.conference_child_id
            JOIN conferences_conference AS c ON c.id = cc.conference_id AND c.source = 'RECORDED'
            JOIN conferences_decision AS d ON d.conference_child_id = cc.id
            JOIN conferences_plan AS p ON p.id = r.plan_id
        WHERE r.category <> d.category OR r.from_date <> c.held_date
            OR (p.id IS DISTINCT FROM cc.plan_id AND p.begun_at_id IS DISTINCT FROM cc.id))"""
CATEGORY_DECIDED = [
    *fits(
        AS_DECIDED,
        "A category is that of its decision, from the day of its conference.",
        AS_DECIDED_WRONG,
        table=CATEGORY,
        of=("category", "from_date", "conference_child_id", "plan_id"),
    ),
    stays(
        "plancategory_decided_stays",
        "A category that a conference decided stays that of a conference.",
        operation=UPDATE,
        when="OLD.conference_child_id IS NOT NULL AND NEW.conference_child_id IS NULL",
    ),
]

# ----- A meeting that was held, and its conference ---------------------------------------------------------
# Its day goes with the conference's, where that is corrected; the time of the day stays.
TIMES = " OR ".join(
    f"(OLD.{column} AT TIME ZONE 'Europe/London')::time <> (NEW.{column} AT TIME ZONE 'Europe/London')::time"
    for column in ("starts_at", "ends_at")
)
MAY_CHANGE = " - 'starts_at' - 'ends_at' - 'state'"
# Of a meeting that ended without a decision, its chair may tell otherwise why and what followed.
OUTCOME = """ - (CASE WHEN OLD.state IN ('INQUORATE', 'ADJOURNED', 'ABANDONED')
            THEN '{outcome_reason,outcome_words,outcome_by_id,outcome_at}' ELSE '{}' END)::text[]"""
BOOKING_OVER = [
    stays(
        "booking_over_stays",
        "This meeting is over, so it stays as it was.",
        operation=UPDATE,
        when="OLD.state <> 'BOOKED' AND NEW.state = OLD.state",
        wrong=f"""to_jsonb(OLD){MAY_CHANGE}{OUTCOME} <> to_jsonb(NEW){MAY_CHANGE}{OUTCOME} OR {TIMES}
        OR (OLD.state <> 'HELD' AND OLD.starts_at <> NEW.starts_at)""",
    ),
    stays(
        "booking_stays",
        "A meeting is not deleted: it is cancelled with a reason.",
        operation=DELETE,
    ),
]
SIGNED = """EXISTS (
        SELECT FROM conferences_booking AS b JOIN conferences_meetingrecord AS m ON m.booking_id = b.id
        WHERE b.conference_id = OLD.id AND m.state = 'SIGNED')"""
# Where all its children went to another family, it went along.
MOVED = """EXISTS (
        SELECT FROM safeguarding_familymove AS f JOIN {children} AS k ON k.child_id = f.child_id
        WHERE k.{of} = NEW.id AND (f.from_family_id, f.to_family_id) = (OLD.family_id, NEW.family_id))"""
# Those who came to a conference, for what they began or decided there.
AT_CONFERENCE = "IN (SELECT id FROM conferences_conferencechild WHERE conference_id = NEW.id)"
FAMILY = said("conference_of_its_family", "A conference stays with the family that it was about.")
CONFERENCE_KEPT = [
    changed(
        AS_DECIDED,
        exists(AS_DECIDED_WRONG, CATEGORY, f"conference_child_id {AT_CONFERENCE}"),
        of=("held_date",),
    ),
    stays(
        "conference_signed_keeps_its_chair",
        "The record of this conference is signed, so its chair stays.",
        operation=UPDATE,
        when="OLD.chair_id IS DISTINCT FROM NEW.chair_id",
        wrong=SIGNED,
    ),
    changed(
        FAMILY,
        f"{SIGNED} AND NOT {MOVED.format(children='conferences_conferencechild', of='conference_id')}",
        of=("family_id",),
    ),
]

# ----- A child stays in its request, with the day that it was told -----------------------------------------
# A child leaves an open request for a part of its own, which is withdrawn.
LEAVES = """EXISTS (
        SELECT FROM conferences_request AS q JOIN conferences_request AS o ON o.id = q.parted_from_id
        WHERE q.id = NEW.request_id AND o.id = OLD.request_id
            AND q.state = 'WITHDRAWN' AND o.state IN ('REQUESTED', 'BOOKED'))"""
TOLD_OPEN = """EXISTS (
        SELECT FROM conferences_request AS q
        WHERE q.id = OLD.request_id AND q.state IN ('REQUESTED', 'BOOKED'))"""
REQUESTED_KEPT = [
    stays(
        "requestedchild_stays_in_its_request",
        "A child leaves a request by a withdrawal, which is kept.",
        operation=UPDATE | DELETE,
        wrong=f"TG_OP = 'DELETE' OR (NEW.request_id <> OLD.request_id AND NOT {LEAVES})",
    ),
    stays(
        "requestedchild_day_stays_as_told",
        "This request is over, so its day stays as it was told.",
        operation=UPDATE,
        when="""(OLD.due_date, OLD.due_rule, OLD.due_explanation, OLD.history_checked_at) IS DISTINCT FROM
            (NEW.due_date, NEW.due_rule, NEW.due_explanation, NEW.history_checked_at)""",
        wrong=f"NOT {TOLD_OPEN}",
    ),
]

# ----- What happened is told as in error, and stays its child’s and of its kind ----------------------------
# A birth, a death and an 18th birthday that the corrected record of the child has no more.
DAY_CORRECTED = """EXISTS (
        SELECT FROM conferences_correction AS c JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id
        WHERE c.kind = 'CHILD' AND c.child_id = OLD.child_id AND c.field IN ('birth_date', 'death_date')
            AND OLD.kind IN ('BORN', 'DIED', 'EIGHTEEN') AND e.pgh_created_at = now())"""
JOINED = """EXISTS (
        SELECT FROM conferences_recordjoin AS j JOIN conferences_recordjoinevent AS e ON e.pgh_obj_id = j.id
        WHERE e.pgh_created_at = now()
            AND (OLD.child_id, NEW.child_id) IN ((j.gone_id, j.kept_id), (j.kept_id, j.gone_id)))"""
OF_ITS_CHILD = said("whathappened_to_its_child", "What happened stays with the child to whom it happened.")
LIFE_EVENT_KEPT = [
    changed(OF_ITS_CHILD, f"NOT {JOINED}", of=("child_id",)),
    stays(
        "lifeevent_stays",
        "What happened is not deleted and does not become something else: it is told as in error.",
        operation=UPDATE | DELETE,
        wrong=f"""(TG_OP = 'UPDATE' AND NEW.kind <> OLD.kind)
        OR (TG_OP = 'DELETE' AND NOT {DAY_CORRECTED})""",
    ),
]


# ----- What was done is kept, and told as in error where it was not ----------------------------------------
def never_deleted(name: str, *, but: str = "") -> pgtrigger.Trigger:
    """Refuses that a row of this model goes, but where `but` (SQL of OLD) is so."""
    sentence = "What was recorded is not deleted: tell it as in error, where that can be."
    return stays(f"{name}_stays", sentence, operation=DELETE, wrong=f"NOT {but}" if but else "true")


# An enquiry that was a file's alone goes with its discussion, and a plan that was none with its core groups.
OF_A_FILE = f"""({BY_A_FILE} AND EXISTS (
        SELECT FROM conferences_enquiry AS e WHERE e.id = OLD.enquiry_id AND e.source = 'CENSUS'))"""
DISCUSSION_KEPT = never_deleted("strategydiscussion", but=OF_A_FILE)
CORE_GROUP_KEPT = never_deleted("coregroup", but=ITS_PLAN_GOES)
FOLLOW_UP_KEPT = never_deleted("followup", but=ITS_PLAN_GOES)
SUPPORT_KEPT = never_deleted("supporttried")
THINKING_TIME_KEPT = never_deleted("thinkingtime", but="(OLD.state = 'DUE' AND NOT OLD.in_error)")
ENTRY_KEPT = never_deleted("thinkingtimeentry")
NOTE_KEPT = never_deleted("reflectivenote")
MOVE_KEPT = never_deleted("bookingmove")
