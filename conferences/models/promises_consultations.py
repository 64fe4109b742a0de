"""What the database holds of consultations: who may answer, what an answer leads to, and what stays."""

from __future__ import annotations

import pgtrigger

from conferences.rules.consultations import LEADS_TO, UNANSWERED
from safeguarding.promises import at_the_end, fits, said, stays

INSERT, UPDATE, DELETE = pgtrigger.Insert, pgtrigger.Update, pgtrigger.Delete
# The audit's word for an account that was given, and for who joined in what another had raised by hand.
ASKED = "consultation.asked"


def leads(answer: str) -> str:
    """SQL: the state to which the answer in a column leads."""
    cases = " ".join(f"WHEN '{code.value}' THEN '{state.value}'" for code, state in LEADS_TO.items())
    return f"(CASE {answer} {cases} END)"


LAST_ANSWER = """(
        SELECT {what} FROM conferences_consultationanswer AS a WHERE a.consultation_id = {consultation}
        ORDER BY a.id DESC LIMIT 1)"""
WAITS = ", ".join(f"'{state.value}'" for state in UNANSWERED)

# ----- What the release before does not write ---------------------------------------------------------------
# Its consultation is of the child that was requested, within that of the request.
FILLED_IN = """
    IF NEW.child_id IS NULL THEN
        NEW.child_id := (SELECT child_id FROM conferences_requestedchild WHERE id = NEW.requested_child_id);
    END IF;
    IF NEW.within_id IS NULL THEN
        INSERT INTO conferences_familyconsultation AS f
            (ref, family_id, request_id, raised_why, raised_at, words, decide_by_date, is_over)
        SELECT gen_random_uuid(), r.family_id, r.id, 'REPLAN', NEW.raised_at, '', NEW.decide_by_date, false
            FROM conferences_requestedchild AS rc JOIN conferences_request AS r ON r.id = rc.request_id
            WHERE rc.id = NEW.requested_child_id
        ON CONFLICT (request_id) DO UPDATE SET decide_by_date = f.decide_by_date
        RETURNING id INTO NEW.within_id;
    END IF;
    RETURN NEW;"""
OVER = f"""
    UPDATE conferences_familyconsultation AS f SET is_over = NOT f.is_over
    WHERE f.id = NEW.within_id AND f.is_over = EXISTS (
        SELECT FROM conferences_consultation AS k WHERE k.within_id = f.id AND k.state IN ({WAITS}));
    RETURN NULL;"""
# Its answer is to the account that stands, which it wrote into the consultation itself.
LAST_ACCOUNT = """(
        SELECT m.account_id FROM conferences_consultationaccountchild AS m
            JOIN conferences_consultationaccount AS v ON v.id = m.account_id
        WHERE m.consultation_id = NEW.consultation_id ORDER BY v.number DESC LIMIT 1)"""
ANSWER_FILLED_IN = f"""
    IF NEW.account_id IS NULL AND NEW.answer <> 'PARTNER_RIGHT' THEN
        NEW.account_id := {LAST_ACCOUNT};
        IF NEW.account_id IS NULL THEN
            INSERT INTO conferences_consultationaccount
                (within_id, number, why_now, what_is_different, what_else, parents_words, manager_view,
                 outcome_sought, how_different, given_by_id, given_at)
            SELECT k.within_id, 1 + (
                    SELECT count(*) FROM conferences_consultationaccount AS o
                    WHERE o.within_id = k.within_id),
                k.why_now, k.what_is_different, k.options_tried, '', '', '', '', k.asked_by_id, k.asked_at
            FROM conferences_consultation AS k WHERE k.id = NEW.consultation_id AND k.asked_at IS NOT NULL
            RETURNING id INTO NEW.account_id;
            INSERT INTO conferences_consultationaccountchild
                (account_id, consultation_id, child_id, child_words, what_is_different)
            SELECT NEW.account_id, k.id, k.child_id, k.child_words, ''
            FROM conferences_consultation AS k
            WHERE k.id = NEW.consultation_id AND NEW.account_id IS NOT NULL;
        END IF;
    END IF;
    RETURN NEW;"""

# ----- Nobody decides their own -----------------------------------------------------------------------------
# Who asked for the consultation k: who requested the conference, raised it by hand, or ever gave an account
# to any child of the family's. conferences.queries.consultations.askers() says the same for one.
ASKERS = f"""
        SELECT k.asked_by_id AS who
        UNION ALL SELECT r.requested_by_id FROM conferences_requestedchild AS rc
            JOIN conferences_request AS r ON r.id = rc.request_id WHERE rc.id = k.requested_child_id
        UNION ALL SELECT f.raised_by_id FROM conferences_familyconsultation AS f WHERE f.id = k.within_id
        UNION ALL SELECT v.given_by_id FROM conferences_consultationaccount AS v
            WHERE v.within_id = k.within_id
        UNION ALL SELECT g.done_by_id FROM safeguarding_auditentry AS g
            WHERE g.subject_model = 'conferences.consultation' AND g.subject_id = k.id
                AND g.event = '{ASKED}'"""
OWN = "consultation_answer_not_ones_own"
OWN_WRONG = f"""EXISTS (
        SELECT FROM conferences_consultation AS k CROSS JOIN LATERAL ({ASKERS}) AS asker
        WHERE k.id = NEW.consultation_id AND asker.who IN (NEW.answered_by_id, NEW.for_another_id))"""
DEPUTY = said(
    "consultationanswer_deputy_by_dates", "You do not stand in for this person today, so they decide it."
)
DEPUTY_WRONG = """NEW.for_another_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM safeguarding_leave AS l
        WHERE l.person_id = NEW.for_another_id AND l.deputy_id = NEW.answered_by_id AND l.ended_at IS NULL
            AND (NEW.answered_at AT TIME ZONE 'Europe/London')::date BETWEEN l.first_date AND l.last_date)"""

# ----- An answer is to the account that stands, and the child stands as it was answered --------------------
OF_LAST = said(
    "consultationanswer_of_the_last_account",
    "The account was changed since you opened it. Read it as it is now, then answer.",
)
OF_LAST_WRONG = f"""NEW.account_id IS NOT NULL AND NEW.account_id IS DISTINCT FROM {LAST_ACCOUNT}"""
LED_TO = LAST_ANSWER.format(what=leads("a.answer"), consultation="k.id")
ANSWERED = said("consultation_as_it_was_answered", "A consultation stands as it was answered last.")
ANSWERED_WRONG = f"""EXISTS (
        SELECT FROM conferences_consultation AS k
        WHERE k.id = NEW.id AND k.state = NEW.state
            AND CASE WHEN k.state IN ('RAISED', 'ASKED')
                THEN (k.asked_at >= {LAST_ANSWER.format(what="a.answered_at", consultation="k.id")}) IS FALSE
                ELSE k.state IS DISTINCT FROM {LED_TO}
            END)"""
# An answer whose transaction did not bring the consultation to where it leads. One that replaces another may
# lead to the same.
UNHEARD = f"""NOT EXISTS (
        SELECT FROM conferences_consultationevent AS e
        WHERE e.pgh_obj_id = NEW.consultation_id AND e.pgh_created_at = now()
            AND e.state = {leads("NEW.answer")})
        AND NOT (NEW.supersedes_id IS NOT NULL AND EXISTS (
            SELECT FROM conferences_consultation AS k
            WHERE k.id = NEW.consultation_id AND k.state = {leads("NEW.answer")}))"""
REPLACES = said(
    "consultationanswer_replaces_the_last",
    "Somebody has decided this since you opened it. Read that decision first.",
)
REPLACES_WRONG = """NEW.supersedes_id IS DISTINCT FROM (
        SELECT CASE WHEN a.answer NOT IN ('MORE_INFORMATION', 'ESCALATE') THEN a.id END
        FROM conferences_consultationanswer AS a
        WHERE a.consultation_id = NEW.consultation_id AND a.id <> NEW.id ORDER BY a.id DESC LIMIT 1)"""
# What was agreed and nobody asked for yet may be taken back, once.
WITHDRAWAL = ["'withdrawn_by_id'", "'withdrawn_at'", "'withdrawn_reason'"]
# What a decision that replaces another may change once a child's part is decided.
KEPT = " - ".join(["", "'requested_child_id'", "'within_id'", "'child_id'", *WITHDRAWAL])
REPLACED = f"""(
        OLD.state <> 'CLOSED' AND to_jsonb(OLD) - 'state'{KEPT} = to_jsonb(NEW) - 'state'{KEPT}
        AND {LAST_ANSWER.format(what="a.supersedes_id", consultation="NEW.id")} IS NOT NULL
        AND NEW.state = {LAST_ANSWER.format(what=leads("a.answer"), consultation="NEW.id")})"""

# ----- What hangs on an account, an answer or another way ---------------------------------------------------
OF_CHILD = "consultationaccountchild_of_its_own_child"
OF_CHILD_WRONG = """EXISTS (
        SELECT FROM {rows}
            JOIN conferences_consultation AS k ON k.id = r.consultation_id
            JOIN conferences_consultationaccount AS v ON v.id = r.account_id
        WHERE k.child_id <> r.child_id OR k.within_id <> v.within_id)"""
OF_FAMILY = "consultation_of_its_own_child"
OF_FAMILY_WRONG = """EXISTS (
        SELECT FROM {rows}
            LEFT JOIN conferences_requestedchild AS rc ON rc.id = r.requested_child_id
            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id
        WHERE rc.child_id <> r.child_id OR p.child_id <> r.child_id)"""
WITH_DECISION = said(
    "consultationcondition_of_an_agreement", "A condition belongs to a decision, and not to a question."
)
WITH_DECISION_WRONG = """EXISTS (
        SELECT FROM conferences_consultationanswer AS a
        WHERE a.id = NEW.answer_id AND a.answer NOT IN ('AGREE', 'AGREE_LEGAL', 'ANOTHER_WAY'))"""
OF_WAY = said("supportreview_of_another_way", "Only another way is reviewed, after it was decided.")
OF_WAY_WRONG = """NOT EXISTS (
        SELECT FROM conferences_consultationanswer AS a
        WHERE a.id = NEW.answer_id AND a.answer = 'ANOTHER_WAY'
            AND NEW.held_date >= (a.answered_at AT TIME ZONE 'Europe/London')::date)"""

# ----- The triggers of each table --------------------------------------------------------------------------
CONSULTATION_HOLDS = [
    pgtrigger.Trigger(name="consultation_filled_in", when=pgtrigger.Before, operation=INSERT, func=FILLED_IN),
    pgtrigger.Trigger(
        name="consultation_over_when_all_are",
        when=pgtrigger.After,
        operation=INSERT | pgtrigger.UpdateOf("state"),
        func=OVER,
    ),
    *fits(
        OF_FAMILY,
        "A consultation is of the child that was requested, and about a plan of that child.",
        OF_FAMILY_WRONG,
        table="conferences_consultation",
        of=("child_id", "requested_child_id", "plan_id"),
    ),
    at_the_end(
        ANSWERED,
        ANSWERED_WRONG,
        operation=INSERT | pgtrigger.UpdateOf("state"),
        when="NEW.state <> 'CLOSED'",
    ),
    stays(
        "consultation_over_stays_over",
        "This consultation was answered or closed.",
        operation=UPDATE,
        when="OLD.state IN ('AGREED', 'ANOTHER_WAY', 'CLOSED')",
        wrong=f"to_jsonb(OLD){KEPT} <> to_jsonb(NEW){KEPT} AND NOT {REPLACED}",
    ),
    stays(
        "consultation_withdrawn_stays",
        "This consultation was withdrawn.",
        operation=UPDATE,
        when="OLD.withdrawn_at IS NOT NULL",
        wrong="""(OLD.state, OLD.withdrawn_by_id, OLD.withdrawn_at, OLD.withdrawn_reason)
            IS DISTINCT FROM (NEW.state, NEW.withdrawn_by_id, NEW.withdrawn_at, NEW.withdrawn_reason)""",
    ),
]
CONSULTATION_ANSWER_HOLDS = [
    pgtrigger.Trigger(
        name="answer_filled_in", when=pgtrigger.Before, operation=INSERT, func=ANSWER_FILLED_IN
    ),
    stays(OWN, operation=INSERT, wrong=OWN_WRONG),
    stays(DEPUTY, operation=INSERT, wrong=DEPUTY_WRONG),
    stays(OF_LAST, operation=INSERT, wrong=OF_LAST_WRONG),
    stays(REPLACES, operation=INSERT, wrong=REPLACES_WRONG),
    at_the_end(ANSWERED, UNHEARD, operation=INSERT),
]
ACCOUNT_CHILD_HOLDS = fits(
    OF_CHILD,
    "An account tells of the children of its own consultation.",
    OF_CHILD_WRONG,
    table="conferences_consultationaccountchild",
    of=("child_id",),
)
CONDITION_HOLDS = [
    stays(WITH_DECISION, operation=INSERT, wrong=WITH_DECISION_WRONG),
    stays(
        "condition_stays_as_set",
        "A condition stays as it was set.",
        operation=UPDATE | DELETE,
        wrong="""
        TG_OP = 'DELETE' OR OLD.closed_at IS NOT NULL
        OR (NEW.answer_id, NEW.what, NEW.owner_words, NEW.due_date)
            IS DISTINCT FROM (OLD.answer_id, OLD.what, OLD.owner_words, OLD.due_date)""",
    ),
]
SUPPORT_REVIEW_HOLDS = [stays(OF_WAY, operation=INSERT, wrong=OF_WAY_WRONG)]
