"""Who is excluded from a conference: what must not be of it, and what must not be done against it."""

from tests.forbidden.state import State, another, change, remove

TABLE, DECIDED = "exclusion", "exclusion_booked"
NOT_ITS_CHAIR, NOT_LIFTED = "exclusion_decided_by_its_chair", "exclusion_lifted_by_its_chair"


def asked(name: str, refused_by: str, /, **values: str) -> State:
    return State(name, "R21", change(TABLE, "exclusion_asked", **values), refused_by)


def decided(name: str, refused_by: str, /, **values: str) -> State:
    return State(name, "R21", change(TABLE, DECIDED, **values), refused_by)


DECISION = {
    "answer": "'WHOLE'",
    "reasons": "'Because'",
    "instead": "'WRITTEN'",
    "letter_why": "'So'",
    "teller": "'The worker'",
    "decided_at": "now()",
}
WENT = {
    "told_how": "'LETTER'",
    "told_date": "decided_at::date",
    "told_by_id": "decided_by_id",
    "told_at": "now()",
}
LIFTED = {"lift_reason": "'CHANGED'", "lifted_by_id": "decided_by_id", "lifted_at": "now()"}
LET_IN = {
    "let_in_how": "'TELEPHONE'",
    "let_in_date": "now()::date",
    "let_in_by_id": "decided_by_id",
    "let_in_at": "now()",
}
STATES = [
    State(
        "somebody excluded without a name",
        "R21",
        another(TABLE, "exclusion_asked", name="''"),
        "exclusion_name_given",
    ),
    State(
        "somebody of another family excluded",
        "R21",
        another(TABLE, "exclusion_asked", person_id="{strange_parent}"),
        "exclusion_of_its_own_children",
    ),
    State(
        "one person excluded twice",
        "R21",
        another(TABLE, "exclusion_asked", name="'KAY exemplar'"),
        "exclusion_name_once",
    ),
    State(
        "one relative excluded twice",
        "R21",
        another(TABLE, "exclusion_relative"),
        "exclusion_person_once",
    ),
    asked(
        "an exclusion asked for on no day of the calendar", "exclusion_days_finite", asked_date="'-infinity'"
    ),
    asked(
        "an exclusion asked for in days to come", "exclusion_asked_by_its_saving", asked_date="'2099-11-06'"
    ),
    asked("an exclusion for an unknown reason", "exclusion_asked_with_why", ground="'MOOD'"),
    asked("an exclusion asked for by nobody", "exclusion_asked_with_why", asker="''"),
    asked("an exclusion without facts", "exclusion_asked_with_why", facts="''"),
    asked("an exclusion asked for of no part", "exclusion_asked_of_which_part", extent="'PART'"),
    asked("an exclusion decided by nobody", "exclusion_decided_by_its_chair", answer="'NOT'"),
    asked(
        "an exclusion decided by another chair",
        NOT_ITS_CHAIR,
        **DECISION,
        decided_by_id="{chair}",
    ),
    asked(
        "somebody excluded who is recorded as there",
        "exclusion_of_nobody_who_attends",
        **DECISION,
        decided_by_id="{other_chair}",
    ),
    asked("somebody told who is not excluded", "exclusion_told_how_and_when", told_how="'LETTER'"),
    asked(
        "an outcome for somebody who is not excluded",
        "exclusion_outcome_by_at_and_why",
        gets_letter="'YES'",
        gets_record="'YES'",
        outcome_words="'So'",
        outcome_by_id="{other_chair}",
        outcome_at="now()",
    ),
    asked("an exclusion lifted for no reason", "exclusion_lifted_by_at_and_why", lifted_at="now()"),
    asked(
        "an exclusion lifted for another reason that nobody says",
        "exclusion_another_reason_in_words",
        lifted_at="now()",
        lifted_by_id="{worker}",
        lift_reason="'OTHER'",
    ),
    asked("an exclusion of somebody else than it was", "exclusion_stays", name="'May Exemplar'"),
    State("an exclusion deleted", "R21", remove(TABLE, "exclusion_asked"), "exclusion_stays"),
    decided("an exclusion that is undecided again", "exclusion_stays", answer="''"),
    decided(
        "an exclusion without a way to take part", "exclusion_decided_with_why_and_instead", instead="''"
    ),
    decided("an exclusion without reasons", "exclusion_decided_with_why_and_instead", reasons="''"),
    decided("an exclusion from no part", "exclusion_decided_of_which_part", answer="'PART'"),
    decided(
        "somebody excluded from all who takes part in the rest",
        "exclusion_from_all_takes_part_in_none",
        instead="'OTHER_PARTS'",
    ),
    decided("an exclusion decided by a worker", NOT_ITS_CHAIR, decided_by_id="{worker}"),
    decided(
        "an exclusion decided in place of the chair by a worker",
        NOT_ITS_CHAIR,
        decided_by_id="{worker}",
        decided_in_place="'The chair is ill'",
    ),
    decided(
        "an exclusion decided by who leads the unit, who does not say why",
        NOT_ITS_CHAIR,
        decided_by_id="{lead}",
    ),
    asked(
        "a reason to decide in place of the chair, and no decision",
        "exclusion_in_place_of_a_decision",
        decided_in_place="'The chair is ill'",
    ),
    asked(
        "a reason to say in place of the chair what they get, and nobody who said it",
        "exclusion_in_place_of_a_decision",
        outcome_in_place="'The chair is ill'",
    ),
    decided(
        "an exclusion that was decided lifted by a worker",
        "exclusion_lifted_by_its_chair",
        lifted_at="now()",
        lifted_by_id="{worker}",
        lift_reason="'MISTAKE'",
    ),
    decided("an exclusion that was decided lifted by nobody", NOT_LIFTED, lifted_at="now()"),
    decided(
        "a reason to lift an exclusion that nobody lifted",
        "exclusion_lifted_by_at_and_why",
        lift_reason="'MISTAKE'",
    ),
    asked(
        "an exclusion lifted before it was asked for",
        "exclusion_lifted_once_there",
        lifted_at="'2018-01-02'",
        lifted_by_id="{worker}",
        lift_reason="'MISTAKE'",
    ),
    decided(
        "somebody told before it was asked for",
        "exclusion_told_once_asked_for",
        decided_at="'2018-01-01'",
        told_how="'LETTER'",
        told_date="'2018-01-02'",
        told_by_id="{worker}",
        told_at="now()",
    ),
    decided(
        "a letter that comes to an address nobody wrote down",
        "exclusion_way_of_somebody_by_name",
        way="'POST'",
        way_words="''",
    ),
    State(
        "a way for the letter of somebody on record",
        "R21",
        change(TABLE, "exclusion_relative", way="'NONE'"),
        "exclusion_way_of_somebody_by_name",
    ),
    decided(
        "somebody told before it was decided",
        "exclusion_told_once_decided",
        told_how="'LETTER'",
        told_date="'2018-01-02'",
        told_by_id="{worker}",
        told_at="now()",
    ),
    decided(
        "what an excluded person gets decided by a worker",
        "exclusion_outcome_by_its_chair",
        gets_letter="'YES'",
        gets_record="'YES'",
        outcome_words="'So'",
        outcome_by_id="{worker}",
        outcome_at="now()",
    ),
    decided(
        "what an excluded person gets decided in place of the chair by a worker",
        "exclusion_outcome_by_its_chair",
        gets_letter="'YES'",
        gets_record="'YES'",
        outcome_words="'So'",
        outcome_in_place="'The chair left'",
        outcome_by_id="{worker}",
        outcome_at="now()",
    ),
    State(
        "an exclusion changed once the conference was held",
        "R21",
        change(TABLE, "exclusion_own", facts="'Otherwise'"),
        "exclusion_stays",
    ),
    State(
        "somebody invited who is excluded",
        "R21",
        another(
            "invitation",
            "relative_invited",
            request_id="{request_booked}",
            person_id="NULL",
            name="'JAY exemplar'",
        ),
        "invitation_of_nobody_excluded",
    ),
    State(
        "somebody recorded as there who is excluded",
        "R21",
        change("attendance", "family_came", name="'Jay Exemplar'"),
        "attendance_of_nobody_excluded",
    ),
    State(
        "a decision letter for somebody excluded",
        "R21",
        another("letter", "letter", record_id="{record_booked}", person_id="{kept_out}"),
        "letter_to_nobody_excluded",
    ),
    State(
        "a document for somebody excluded",
        "R21",
        another("document", "document", record_id="{record_booked}", person_id="{kept_out}"),
        "document_to_nobody_excluded",
    ),
    decided(
        "somebody told that an exclusion stands no more that stands",
        "exclusion_let_in_how_and_when",
        **LET_IN,
    ),
    decided(
        "nobody tells, and somebody told, that an exclusion stands no more",
        "exclusion_let_in_how_and_when",
        **WENT | LIFTED | LET_IN | {"let_in_not": "'They moved'"},
    ),
    decided(
        "somebody told before it was decided otherwise in days to come",
        "exclusion_was_told_by_then",
        was_told_date="'2099-11-06'",
    ),
    decided("a telling taken back by nobody", "exclusion_untold_by_at_and_why", untold_why="'So'"),
    decided(
        "somebody told that an exclusion stands no more in days to come",
        "exclusion_let_in_once_lifted",
        **WENT | LIFTED | LET_IN | {"let_in_date": "'2099-11-06'"},
    ),
]
