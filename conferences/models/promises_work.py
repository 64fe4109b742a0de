"""What the database holds of requests, meetings, their records and letters, whichever row moves."""

from __future__ import annotations

import pgtrigger

from conferences.models.promises_agreed import DECISION_AGREED, ITS_PLAN_GOES
from conferences.models.promises_kept import (
    BOOKING_OVER,
    ENTRY_KEPT,
    NOTE_KEPT,
    REQUESTED_KEPT,
    THINKING_TIME_KEPT,
)
from conferences.models.promises_meetings import (
    BESIDE,
    CHAIR_MEETS,
    CHAIR_THINKS,
    ELSEWHERE,
    ELSEWHERE_WRONG,
    HOLD_CHAIR,
    HOLD_PEOPLE,
    OTHERWISE,
    PLACE,
)
from conferences.models.promises_plans import ASKED, ASKED_WRONG, ON_ITS_DAY, ON_ITS_DAY_WRONG
from conferences.models.promises_thinking import THOUGHT_FIRST, THOUGHT_FIRST_WRONG
from safeguarding.promises import at_the_end, changed, exists, fits, said, stays

INSERT, UPDATE, DELETE = pgtrigger.Insert, pgtrigger.Update, pgtrigger.Delete
BOOKING, RECORD = "conferences_booking", "conferences_meetingrecord"

# ----- Requests and their bookings -------------------------------------------------------------------------
ONE_OPEN = said("requestedchild_one_open_a_child", "A child is in another request that is still open.")
# Two who ask at once wait for each other here, and the second finds what the first asked.
HOLD_CHILD = "\n    PERFORM FROM safeguarding_child WHERE id = NEW.child_id FOR NO KEY UPDATE;"
ONE_OPEN_WRONG = """(
        SELECT count(*) FROM conferences_requestedchild AS rc
            JOIN conferences_request AS r ON r.id = rc.request_id
        WHERE rc.child_id = NEW.child_id AND r.state IN ('REQUESTED', 'BOOKED')) > 1"""
RUNNING = "requestedchild_review_of_a_running_plan"
RUNNING_WRONG = """EXISTS (
        SELECT FROM {rows}
            JOIN conferences_request AS q ON q.id = r.request_id AND q.state IN ('REQUESTED', 'BOOKED')
            JOIN conferences_plan AS p ON p.id = r.plan_id
        WHERE r.kind = 'REVIEW' AND p.end_date < (q.requested_at AT TIME ZONE 'Europe/London')::date)"""
AS_MEETING = said(
    "request_as_its_meeting", "A request is booked while its meeting is in the diary, and held when that was."
)
AS_MEETING_WRONG = """EXISTS (
        SELECT FROM conferences_request AS q
            LEFT JOIN conferences_booking AS b ON b.request_id = q.id AND b.state IN ('BOOKED', 'HELD')
        WHERE q.id IN ({ids})
            AND coalesce(b.state, '') <> CASE WHEN q.state IN ('BOOKED', 'HELD') THEN q.state ELSE '' END)"""
NOT_OF_THE_CASE = "booking_chair_is_not_of_the_case"
NOT_OF_THE_CASE_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_request AS q ON q.id = r.request_id
        WHERE q.requested_by_id = r.chair_id AND r.state <> 'CANCELLED')"""

# ----- A record is signed when its meeting is held, and stays as it was signed -----------------------------
SIGNED_HELD = said(
    "meetingrecord_signed_when_held", "A record is signed when its meeting is held, and then it is."
)
SIGNED_HELD_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_booking AS b ON b.id = r.booking_id
        WHERE (r.state = 'SIGNED') <> (b.state = 'HELD'))"""
# What is signed is whole as the transaction ends that signs it: any other one finds it closed. Its history
# tells, for nobody can change that.
SIGNED = """EXISTS (
        SELECT FROM conferences_meetingrecord AS m
            JOIN conferences_meetingrecordevent AS e ON e.pgh_obj_id = m.id
        WHERE m.state = 'SIGNED' AND e.state = 'SIGNED' AND e.pgh_created_at <> now() AND m.id IN ({ids}))"""
IN_RECORD = SIGNED.format(ids="OLD.record_id, NEW.record_id")
IN_PART = SIGNED.format(
    ids="SELECT p.record_id FROM conferences_childpart AS p WHERE p.id IN (OLD.part_id, NEW.part_id)"
)
CLOSED = "This record is signed and cannot be changed."
PART = "childpart_of_its_meeting"
PART_WRONG = """EXISTS (
        SELECT FROM {rows}
            JOIN conferences_meetingrecord AS m ON m.id = r.record_id
            JOIN conferences_booking AS b ON b.id = m.booking_id
            JOIN conferences_requestedchild AS rc ON rc.id = r.requested_child_id
            LEFT JOIN conferences_conferencechild AS cc ON cc.id = r.conference_child_id
            LEFT JOIN conferences_conference AS c ON c.id = cc.conference_id AND c.source = 'RECORDED'
        WHERE rc.request_id <> b.request_id OR cc.child_id <> rc.child_id
            OR c.id <> coalesce(b.conference_id, 0))"""
ACTION = "planaction_of_its_own_plan"
ACTION_WRONG = """EXISTS (
        SELECT FROM {rows}
            JOIN conferences_childpart AS p ON p.id = r.part_id
            JOIN conferences_requestedchild AS rc ON rc.id = p.requested_child_id
            JOIN conferences_plan AS l ON l.id = r.plan_id
        WHERE l.child_id <> rc.child_id)"""

# ----- Letters ---------------------------------------------------------------------------------------------
LETTER = "letter_of_its_own_children"
LETTER_WRONG = """EXISTS (
        SELECT FROM {rows}
            JOIN conferences_meetingrecord AS m ON m.id = r.record_id
            JOIN conferences_booking AS b ON b.id = m.booking_id
            JOIN conferences_request AS q ON q.id = b.request_id
            JOIN safeguarding_person AS p ON p.id = r.person_id
        WHERE p.family_id <> q.family_id AND NOT EXISTS (
            SELECT FROM conferences_requestedchild AS rc JOIN safeguarding_child AS c ON c.id = rc.child_id
                LEFT JOIN safeguarding_relationship AS t ON t.child_id = c.id AND t.person_id = p.id
            WHERE rc.request_id = q.id AND (t.id IS NOT NULL OR c.family_id = p.family_id)))"""
LETTER_SENT = "letter_sent_after_signing"
LETTER_SENT_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_meetingrecord AS m ON m.id = r.record_id
        WHERE r.sent_date IS NOT NULL
            AND (r.sent_date >= (m.signed_at AT TIME ZONE 'Europe/London')::date) IS NOT TRUE)"""

# ----- Thinking time and what was told -------------------------------------------------------------------
OF_REQUEST = "thinkingtimeentry_of_its_request"
OF_REQUEST_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_thinkingtime AS t ON t.id = r.session_id
        WHERE NOT EXISTS (
            SELECT FROM conferences_requestedchild AS rc
            WHERE rc.request_id = t.request_id AND rc.child_id = r.child_id))"""
FOR_REQUEST = "thinkingrequirement_of_its_request"
FOR_REQUEST_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_thinkingtime AS t ON t.id = r.session_id
            JOIN conferences_requestedchild AS rc ON rc.id = r.requested_child_id
        WHERE rc.request_id <> t.request_id OR NOT t.is_required)"""
WAIVED_BY = said(
    "thinkingwaiver_not_by_its_chair", "Whoever chairs the conference cannot waive its thinking time."
)
WAIVED_BY_WRONG = """NEW.outcome = 'CONFIRMED' AND EXISTS (
        SELECT FROM conferences_thinkingtime AS t
            JOIN conferences_booking AS b ON b.request_id = t.request_id AND b.state IN ('BOOKED', 'HELD')
        WHERE t.id = NEW.session_id AND b.chair_id = NEW.closed_by_id)"""
BY_CHAIR = "reflectivenote_by_its_chair"
BY_CHAIR_WRONG = """EXISTS (
        SELECT FROM {rows} JOIN conferences_thinkingtime AS t ON t.id = r.session_id
        WHERE t.chair_id <> r.written_by_id)"""
OF_CHILD = "daytold_of_its_own_child"
OF_CHILD_WRONG = """EXISTS (
        SELECT FROM {rows}
            LEFT JOIN conferences_consultation AS k ON k.id = r.consultation_id
            LEFT JOIN conferences_requestedchild AS rc ON rc.id = r.requested_child_id
        WHERE coalesce(rc.child_id, k.child_id) <> r.child_id)"""

# ----- The triggers of each table --------------------------------------------------------------------------
REQUEST_HOLDS = [
    stays(
        "request_over_stays_over",
        "This request is over: it was held or withdrawn.",
        operation=UPDATE,
        when="OLD.state IN ('HELD', 'WITHDRAWN') AND NEW.state <> OLD.state",
    ),
    at_the_end(
        AS_MEETING, AS_MEETING_WRONG.format(ids="NEW.id"), operation=INSERT | pgtrigger.UpdateOf("state")
    ),
]
REQUESTED_CHILD_HOLDS = [
    *REQUESTED_KEPT,
    at_the_end(
        ONE_OPEN,
        ONE_OPEN_WRONG,
        operation=INSERT | pgtrigger.UpdateOf("child_id", "request_id"),
        first=HOLD_CHILD,
    ),
    *fits(
        ASKED,
        "A child is asked for on its own enquiry, arrival or plan.",
        ASKED_WRONG,
        table="conferences_requestedchild",
        of=("child_id", "enquiry_id", "transfer_in_id", "plan_id"),
    ),
    *fits(
        RUNNING,
        "This plan has ended, so there is nothing to review.",
        RUNNING_WRONG,
        table="conferences_requestedchild",
        of=("plan_id", "request_id"),
    ),
]
EARLIER_PLAN_HOLDS = [
    stays(
        "earlierplan_never_changed",
        "What the check of the plan history found stays as it was found.",
        operation=UPDATE | DELETE,
        # Which plan it was is lost where that goes by a new version of its decision.
        wrong=f"""TG_OP = 'DELETE' OR NEW.plan_id IS NOT NULL
        OR to_jsonb(OLD) - 'plan_id' <> to_jsonb(NEW) - 'plan_id' OR NOT {ITS_PLAN_GOES}""",
    )
]
BOOKING_HOLDS = [
    at_the_end(
        AS_MEETING,
        AS_MEETING_WRONG.format(ids="OLD.request_id, NEW.request_id"),
        operation=INSERT | DELETE | pgtrigger.UpdateOf("state", "request_id"),
    ),
    changed(SIGNED_HELD, exists(SIGNED_HELD_WRONG, RECORD, "booking_id = NEW.id"), of=("state",)),
    at_the_end(
        CHAIR_THINKS,
        BESIDE.format(one="b"),
        operation=INSERT | pgtrigger.UpdateOf(*PLACE, "minute_taker_id", "state"),
        when="NEW.state = 'BOOKED'",
        first=HOLD_PEOPLE,
    ),
    at_the_end(
        ELSEWHERE,
        ELSEWHERE_WRONG,
        operation=INSERT | pgtrigger.UpdateOf(*PLACE, "minute_taker_id", "state"),
        when="NEW.state = 'BOOKED'",
        first=HOLD_PEOPLE,
    ),
    *fits(
        ON_ITS_DAY,
        "A conference was held on the day of its meeting.",
        ON_ITS_DAY_WRONG,
        table=BOOKING,
        of=("starts_at", "conference_id"),
    ),
    *fits(
        NOT_OF_THE_CASE,
        "Whoever asked for the conference cannot chair it.",
        NOT_OF_THE_CASE_WRONG,
        table=BOOKING,
        of=("chair_id", "request_id"),
    ),
    stays(
        "booking_over_stays_over",
        "This meeting is over: it was held, cancelled, or ended without a decision.",
        operation=UPDATE,
        when=f"OLD.state <> 'BOOKED' AND NEW.state <> OLD.state AND NOT {OTHERWISE}",
    ),
    *BOOKING_OVER,
]
# What is told of a signed record later.
SENDING = """ARRAY['sent_date', 'sent_by_id', 'unsent_at', 'unsent_by_id', 'unsent_reason', 'closing_date',
    'closing_gone_at', 'again_since', 'again_date', 'again_gone_at']"""
MEETING_RECORD_HOLDS = [
    at_the_end(
        SIGNED_HELD,
        exists(SIGNED_HELD_WRONG, RECORD, "id = NEW.id"),
        operation=INSERT | pgtrigger.UpdateOf("state", "booking_id"),
    ),
    at_the_end(
        THOUGHT_FIRST,
        THOUGHT_FIRST_WRONG,
        operation=INSERT | pgtrigger.UpdateOf("state"),
        when="NEW.state = 'SIGNED'",
    ),
    stays(
        "meetingrecord_signed_stays",
        CLOSED,
        operation=UPDATE | DELETE,
        when="OLD.state = 'SIGNED'",
        wrong=f"""(TG_OP = 'DELETE' OR to_jsonb(OLD) - {SENDING} <> to_jsonb(NEW) - {SENDING})
        AND {SIGNED.format(ids="OLD.id")}""",
    ),
]
ATTENDANCE_SIGNED = stays(
    "attendance_signed_stays", CLOSED, operation=INSERT | UPDATE | DELETE, wrong=IN_RECORD
)
CHILD_PART_HOLDS = [
    *fits(
        PART,
        "A part of a record is of a child who was asked for, and was decided at its meeting.",
        PART_WRONG,
        table="conferences_childpart",
        of=("record_id", "requested_child_id", "conference_child_id"),
    ),
    stays(
        "childpart_signed_stays",
        CLOSED,
        operation=INSERT | UPDATE | DELETE,
        wrong=f"{IN_RECORD}\n        AND NOT {DECISION_AGREED}",
    ),
]
PLAN_ACTION_HOLDS = [
    *fits(
        ACTION,
        "An action belongs to the plan of its own child.",
        ACTION_WRONG,
        table="conferences_planaction",
        of=("part_id", "plan_id"),
    ),
]
LETTER_HOLDS = [
    *fits(
        LETTER,
        "A letter goes to somebody who belongs to a child of the conference.",
        LETTER_WRONG,
        table="conferences_letter",
        of=("record_id", "person_id"),
    ),
    *fits(
        LETTER_SENT,
        "A letter is sent when its record is signed, and not before.",
        LETTER_SENT_WRONG,
        table="conferences_letter",
        of=("sent_date", "record_id"),
    ),
    stays(
        "letter_sent_stays",
        "This letter was sent, so it stays as it was.",
        operation=UPDATE | DELETE,
        when="OLD.sent_date IS NOT NULL",
        wrong="""TG_OP = 'DELETE' OR NEW.sent_date IS NULL
        OR (NEW.record_id, NEW.person_id, NEW.made_at)
            IS DISTINCT FROM (OLD.record_id, OLD.person_id, OLD.made_at)""",
    ),
]
THINKING_TIME_HOLDS = [
    THINKING_TIME_KEPT,
    stays(
        "thinkingtime_held_stays_held",
        "Thinking time that was held stays held.",
        operation=UPDATE,
        when="OLD.state = 'HELD' AND NEW.state <> 'HELD'",
    ),
]
THINKING_REQUIREMENT_HOLDS = fits(
    FOR_REQUEST,
    "Thinking time is required for a child of its own request.",
    FOR_REQUEST_WRONG,
    table="conferences_thinkingrequirement",
    of=("session_id", "requested_child_id"),
)
THINKING_ACTION_HOLDS = [
    stays(
        "thinkingaction_closed_stays",
        "This action was closed already.",
        operation=UPDATE,
        when="OLD.closed_at IS NOT NULL",
    ),
    stays(
        "thinkingaction_stays_as_agreed",
        "An action stays as it was agreed. Close it, and add another.",
        operation=UPDATE,
        when="""(OLD.what, OLD.due_date, OLD.session_id) IS DISTINCT FROM
            (NEW.what, NEW.due_date, NEW.session_id)""",
    ),
]
THINKING_SLOT_HOLDS = [
    at_the_end(
        CHAIR_MEETS,
        BESIDE.format(one="s"),
        operation=INSERT | pgtrigger.UpdateOf(*PLACE, "cancelled_at"),
        when="NEW.cancelled_at IS NULL",
        first=HOLD_CHAIR,
    ),
]
THINKING_WAIVER_HOLDS = [
    at_the_end(WAIVED_BY, WAIVED_BY_WRONG, operation=INSERT | pgtrigger.UpdateOf("outcome")),
]
THINKING_TIME_ENTRY_HOLDS = [
    *fits(
        OF_REQUEST,
        "This thinking time is not about that child.",
        OF_REQUEST_WRONG,
        table="conferences_thinkingtimeentry",
        of=("session_id", "child_id"),
    ),
    ENTRY_KEPT,
]
REFLECTIVE_NOTE_HOLDS = [
    *fits(
        BY_CHAIR,
        "A reflective note is its chair’s own.",
        BY_CHAIR_WRONG,
        table="conferences_reflectivenote",
        of=("session_id", "written_by_id"),
    ),
    NOTE_KEPT,
]
DAY_TOLD_HOLDS = fits(
    OF_CHILD, "A day is told of its own child.", OF_CHILD_WRONG, table="conferences_daytold", of=("child_id",)
)
MESSAGE_HOLDS = [
    stays(
        "message_sent_stays",
        "An e-mail that went stays as it was.",
        operation=UPDATE | DELETE,
        when="OLD.sent_at IS NOT NULL",
        wrong="""TG_OP = 'DELETE'
        OR (NEW.subject, NEW.body, NEW.recipient_id, NEW.sent_at)
            IS DISTINCT FROM (OLD.subject, OLD.body, OLD.recipient_id, OLD.sent_at)""",
    )
]
