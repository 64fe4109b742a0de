"""What the database holds of exclusions: who decides, until when, and what may not be done against one."""

from __future__ import annotations

import pgtrigger

from conferences.models.promises_invitations import OWN_WRONG
from safeguarding.promises import fits, said, stays
from safeguarding.rights import Permission as P
from safeguarding.rights import Role, holds

INSERT, UPDATE, DELETE = pgtrigger.Insert, pgtrigger.Update, pgtrigger.Delete

OWN = "exclusion_of_its_own_children"

# What may be told of an exclusion when its conference is over.
LATER = (
    "ARRAY['told_how', 'told_date', 'told_by_id', 'told_at', 'gets_letter', 'gets_record', 'outcome_words',"
    " 'outcome_by_id', 'outcome_at', 'outcome_in_place', 'way', 'way_words', 'let_in_how', 'let_in_date',"
    " 'let_in_by_id', 'let_in_at', 'let_in_not', 'was_told_date', 'untold_why', 'untold_by_id',"
    " 'untold_at', 'saved_by_id', 'saved_at']"
)
# What may be told of one that was lifted; a telling is only taken back.
OF_LIFTED = (
    "ARRAY['let_in_how', 'let_in_date', 'let_in_by_id', 'let_in_at', 'let_in_not', 'told_how', 'told_date',"
    " 'told_by_id', 'told_at', 'was_told_date', 'untold_why', 'untold_by_id',"
    " 'untold_at', 'saved_by_id', 'saved_at']::text[]"
)
TOLD_LATER = """(NEW.told_date IS NOT NULL
            AND (OLD.told_how, OLD.told_date, OLD.told_by_id) IS DISTINCT FROM
                (NEW.told_how, NEW.told_date, NEW.told_by_id))"""
DECISION = (
    *("answer", "decided_part", "reasons", "instead", "instead_words", "letter_why", "teller"),
    *("decided_by_id", "decided_in_place"),
)
OTHERWISE = ", ".join(f"OLD.{name}" for name in DECISION), ", ".join(f"NEW.{name}" for name in DECISION)
GIVEN = "gets_letter", "gets_record", "outcome_words", "outcome_by_id", "outcome_in_place"
OUTCOME = ", ".join(f"OLD.{name}" for name in GIVEN), ", ".join(f"NEW.{name}" for name in GIVEN)
OF_THIS = "b.request_id = NEW.request_id"


def _decides(who: str, in_place: str) -> str:
    """SQL: the chair of the meeting b, or who leads the unit and says why they do."""
    roles = ", ".join(f"'{role.value}'" for role in Role if holds(role, P.EXCLUDE_IN_PLACE))
    return f"""(b.chair_id = NEW.{who} OR (NEW.{in_place} <> '' AND EXISTS (
                SELECT FROM safeguarding_user AS u
                WHERE u.id = NEW.{who} AND (u.role || u.further_roles) && ARRAY[{roles}]::varchar[])))"""


# Somebody of the family who is named in a row (x), and an exclusion (e): the same person, or, where one of
# the two is known by name alone, the same name.
THEM = """(x.person_id = e.person_id
        OR ((x.person_id IS NULL OR e.person_id IS NULL) AND lower(x.name) = lower(e.name)))"""
LAST_DECIDED = "(coalesce(e.outcome_at, e.decided_at) AT TIME ZONE 'Europe/London')::date"
IN_FORCE = "e.lifted_at IS NULL AND e.answer"

INVITED = said(
    "invitation_of_nobody_excluded",
    "This person is excluded from the whole conference. Lift the exclusion before you invite them.",
)
# A child of the request who is called as somebody excluded by name is not them.
INVITED_WRONG = f"""NEW.off_at IS NULL AND NEW.agency_kind = '' AND NEW.requested_child_id IS NULL
        AND (TG_OP = 'INSERT' OR NEW.invited_date IS DISTINCT FROM OLD.invited_date
            OR (NEW.reply IS DISTINCT FROM OLD.reply AND NEW.reply IN ('COMING', 'VIDEO', 'TELEPHONE')))
        AND EXISTS (
            SELECT FROM conferences_exclusion AS e
            WHERE e.request_id = NEW.request_id AND {IN_FORCE} = 'WHOLE'
                AND {THEM.replace("x.", "NEW.")})"""
ATTENDED = "attendance_of_nobody_excluded"
ATTENDED_SAYS = "Whoever is excluded from the whole conference did not attend it."
ATTENDED_WRONG = f"""EXISTS (
        SELECT FROM {{rows}} JOIN conferences_meetingrecord AS m ON m.id = r.record_id
            JOIN conferences_booking AS b ON b.id = m.booking_id AND b.state IN ('BOOKED', 'HELD')
            JOIN conferences_exclusion AS e ON e.request_id = b.request_id AND {IN_FORCE} = 'WHOLE'
        WHERE r.is_family AND r.mode IN ('IN_PERSON', 'VIDEO', 'TELEPHONE')
            AND {THEM.replace("x.", "r.")})"""
ABSENT = "exclusion_of_nobody_who_attends"
ABSENT_WRONG = f"""EXISTS (
        SELECT FROM {{rows}}
            JOIN conferences_booking AS b ON b.request_id = r.request_id AND b.state IN ('BOOKED', 'HELD')
            JOIN conferences_meetingrecord AS m ON m.booking_id = b.id
            JOIN conferences_attendance AS x ON x.record_id = m.id
        WHERE r.answer = 'WHOLE' AND r.lifted_at IS NULL
            AND x.is_family AND x.mode IN ('IN_PERSON', 'VIDEO', 'TELEPHONE')
            AND {THEM.replace("e.", "r.")})"""

GIVEN_SAYS = (
    "This person was excluded from the conference: the chair decides first, on the page of the exclusion,"
    " whether they get this."
)


def given(name: str, gets: str, when: str) -> pgtrigger.Trigger:
    """Nothing of the outcome is made for, or goes to, somebody excluded until the chair says that it may."""
    return stays(
        name,
        GIVEN_SAYS,
        operation=INSERT | UPDATE,
        wrong=f"""{when} AND EXISTS (
            SELECT FROM conferences_meetingrecord AS m
                JOIN conferences_booking AS b ON b.id = m.booking_id
                JOIN conferences_exclusion AS e ON e.request_id = b.request_id
                    AND {IN_FORCE} IN ('WHOLE', 'PART') AND {gets} <> 'YES'
                    AND (NEW.sent_date < {LAST_DECIDED}) IS NOT TRUE
                LEFT JOIN safeguarding_person AS p ON p.id = NEW.person_id
            WHERE m.id = NEW.record_id AND (e.person_id = NEW.person_id
                OR (e.person_id IS NULL AND lower(p.full_name) = lower(e.name))))""",
    )


# What went before the last was decided of an exclusion went; and a day told otherwise is no new sending.
GOES = "(TG_OP = 'INSERT' OR (OLD.sent_date IS NULL AND NEW.sent_date IS NOT NULL))"
LETTER_GIVEN = given("letter_to_nobody_excluded", "e.gets_letter", GOES)
OF_ITS_KIND = "CASE NEW.kind WHEN 'RECORD' THEN e.gets_record ELSE e.gets_letter END"
DOCUMENT_GIVEN = given("document_to_nobody_excluded", OF_ITS_KIND, GOES)
NOBODY_INVITED = stays(INVITED, operation=INSERT | UPDATE, wrong=INVITED_WRONG)
NOBODY_ATTENDS = fits(
    ATTENDED,
    ATTENDED_SAYS,
    ATTENDED_WRONG,
    table="conferences_attendance",
    of=("mode", "person_id", "name", "is_family"),
)

EXCLUSION_HOLDS = [
    *fits(
        OWN,
        "Select only people who are related to the children of this request.",
        OWN_WRONG,
        table="conferences_exclusion",
        of=("request_id", "person_id"),
    ),
    *fits(
        ABSENT,
        "They are recorded as somebody who attends. Correct the attendance first.",
        ABSENT_WRONG,
        table="conferences_exclusion",
        of=("answer", "lifted_at"),
    ),
    stays(
        "exclusion_decided_by_its_chair",
        "Only the chair of this conference, or who leads the unit with a reason, decides who is excluded.",
        operation=INSERT | UPDATE,
        wrong=f"""NEW.answer <> '' AND (TG_OP = 'INSERT'
            OR ({OTHERWISE[0]}) IS DISTINCT FROM ({OTHERWISE[1]}))
        AND NOT EXISTS (
            SELECT FROM conferences_booking AS b
            WHERE {OF_THIS} AND b.state = 'BOOKED' AND {_decides("decided_by_id", "decided_in_place")})""",
    ),
    stays(
        "exclusion_outcome_by_its_chair",
        "Only the chair of this conference, or who leads the unit with a reason, decides what an excluded"
        " person gets.",
        operation=INSERT | UPDATE,
        wrong=f"""NEW.outcome_by_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ({OUTCOME[0]}) IS DISTINCT FROM ({OUTCOME[1]}))
        AND NOT EXISTS (
            SELECT FROM conferences_booking AS b
            WHERE {OF_THIS} AND b.state IN ('BOOKED', 'HELD')
                AND {_decides("outcome_by_id", "outcome_in_place")})""",
    ),
    stays(
        "exclusion_lifted_by_its_chair",
        "Only the chair of this conference lifts an exclusion that was decided.",
        operation=UPDATE,
        wrong=f"""OLD.lifted_at IS NULL AND NEW.lifted_at IS NOT NULL AND OLD.answer <> ''
        AND NOT EXISTS (
            SELECT FROM conferences_booking AS b
            WHERE {OF_THIS} AND b.state = 'BOOKED' AND b.chair_id = NEW.lifted_by_id)""",
    ),
    stays(
        "exclusion_told_once_decided",
        "Somebody is told that they are excluded once that is decided, except from a conference that was"
        " held before it was entered here.",
        operation=INSERT | UPDATE,
        wrong=f"""NEW.told_date < (NEW.decided_at AT TIME ZONE 'Europe/London')::date
        AND (TG_OP = 'INSERT'
            OR (OLD.told_date, OLD.decided_at) IS DISTINCT FROM (NEW.told_date, NEW.decided_at))
        AND NOT EXISTS (
            SELECT FROM conferences_booking AS b
            WHERE {OF_THIS} AND b.state IN ('BOOKED', 'HELD') AND b.entered_reason <> '')""",
    ),
    stays(
        "exclusion_stays",
        "Whom somebody asked to exclude stays on record; an exclusion can be lifted, with the reason.",
        operation=UPDATE | DELETE,
        wrong=f"""TG_OP = 'DELETE'
        OR (OLD.lifted_at IS NOT NULL
            AND ({TOLD_LATER} OR to_jsonb(OLD) - {OF_LIFTED} <> to_jsonb(NEW) - {OF_LIFTED}))
        OR (NEW.request_id, NEW.person_id, NEW.name, NEW.put_by_id, NEW.put_at)
            IS DISTINCT FROM (OLD.request_id, OLD.person_id, OLD.name, OLD.put_by_id, OLD.put_at)
        OR (OLD.answer <> '' AND NEW.answer = '')
        OR (to_jsonb(OLD) - {LATER} <> to_jsonb(NEW) - {LATER} AND NOT EXISTS (
            SELECT FROM conferences_request AS q
            WHERE q.id = NEW.request_id AND q.state IN ('REQUESTED', 'BOOKED')))""",
    ),
]
