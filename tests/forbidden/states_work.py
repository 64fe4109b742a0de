"""Requests, meetings, records, letters, consultations and duties: what must not be of each."""

from tests.forbidden.state import KEY, RIGHT, State, another, both, change, remove

DERIVED = "A duty is derived from facts and counted anew each day by a second reader (0063)."
CALENDAR = (
    "A meeting ahead is asked of the calendar, which knows holidays too; none is recorded as held on "
    "such a day."
)
UNIQUE = KEY.replace("a foreign key", "a unique key")
# A decision that replaces the one that stands.
LATER = {
    "supersedes_id": "{answer}",
    "supersedes_reason": "'It was seen otherwise'",
    "act": "gen_random_uuid()",
}


def undecided(state: str, reason: str) -> str:
    """A meeting that ended without a decision, for a reason."""
    return change(
        "booking",
        "booking_booked",
        state=f"'{state}'",
        outcome_reason=f"'{reason}'",
        outcome_words="'Nan helps'",
        outcome_by_id="{chair}",
        outcome_at="'2018-11-27 10:00Z'",
    )


STATES = [
    # ----- Requests ----------------------------------------------------------------------------------------
    State(
        "request in an unknown state",
        "workflow",
        change("request", "request_asked", state="'LOST'"),
        "request_state_known",
    ),
    State(
        "request without a reason",
        "1.1",
        change("request", "request_asked", reason="''"),
        "request_reason_given",
    ),
    State(
        "request withdrawn without who and why",
        "workflow",
        change("request", "request_asked", state="'WITHDRAWN'"),
        "request_withdrawn_says_so",
    ),
    State(
        "withdrawn request asked for again",
        "workflow",
        change(
            "request",
            "request_gone",
            state="'REQUESTED'",
            withdrawn_by_id="NULL",
            withdrawn_at="NULL",
            withdrawn_reason="''",
        ),
        "request_over_stays_over",
    ),
    State(
        "held request asked for again",
        "workflow",
        change("request", "request_own", state="'REQUESTED'"),
        "request_over_stays_over",
    ),
    State(
        "booked request without its booking",
        "workflow",
        change("request", "request_asked", state="'BOOKED'"),
        "request_as_its_meeting",
    ),
    State(
        "held request whose booking is not",
        "workflow",
        change("request", "request_booked", state="'HELD'"),
        "request_as_its_meeting",
    ),
    State(
        "booking of a request that waits",
        "workflow",
        change("request", "request_booked", state="'REQUESTED'"),
        "request_as_its_meeting",
    ),
    State(
        "booking deleted under a booked request",
        "workflow",
        remove("booking", "booking_booked"),
        "booking_stays",
    ),
    State(
        "new request that is booked without a booking",
        "workflow",
        another("request", "request_booked"),
        "request_as_its_meeting",
    ),
    State(
        "booking cancelled under a booked request",
        "workflow",
        change(
            "booking",
            "booking_booked",
            state="'CANCELLED'",
            cancelled_by_id="{support}",
            cancelled_at="now()",
            cancel_reason="'OTHER'",
        ),
        "request_as_its_meeting",
    ),
    *(
        State(f"{what} of a held meeting changed", "design 8", sql, "booking_over_stays")
        for what, sql in (
            ("chair", change("booking", "booking_own", chair_id="{other_chair}")),
            ("room", change("booking", "booking_own", room_id="{other_room}")),
            ("booker", change("booking", "booking_own", booked_by_id="{lead}")),
            ("time", change("booking", "booking_own", starts_at="starts_at - interval '1 hour'")),
        )
    ),
    State(
        "room of a cancelled meeting changed",
        "design 8",
        change("booking", "cancelled", room_id="{other_room}"),
        "booking_over_stays",
    ),
    State(
        "child of a withdrawn request deleted",
        "design 22",
        remove("requestedchild", "requested_gone"),
        "requestedchild_stays_in_its_request",
    ),
    State(
        "child of a withdrawn request moved to an open one",
        "design 22",
        change("requestedchild", "requested_gone", request_id="{request_asked}"),
        "requestedchild_stays_in_its_request",
    ),
    State(
        "child of an open request moved to another",
        "design 22",
        change("requestedchild", "requested_asked", request_id="{request_advised}"),
        "requestedchild_stays_in_its_request",
    ),
    *(
        State(
            f"{what} of a held request changed",
            "design 22",
            change("requestedchild", "requested_own", **{column: value}),
            name,
        )
        for what, column, value, name in (
            ("rule of the day", "due_rule", "'R99'", "requestedchild_day_stays_as_told"),
            ("day of the check", "history_checked_at", "now()", "requestedchild_day_stays_as_told"),
            ("day", "due_date", "'2018-12-24'", "requestedchild_day_stays_as_told"),
            ("words of the day", "due_explanation", "'Invented'", "requestedchild_day_stays_as_told"),
        )
    ),
    State("cancelled meeting deleted", "design 8", remove("booking", "cancelled"), "booking_stays"),
    State(
        "booking given to another request",
        "workflow",
        change("booking", "booking_booked", request_id="{request_asked}"),
        "request_as_its_meeting",
    ),
    State("request deleted", "design 22", remove("request", "request_gone"), KEY),
    State(
        "two open requests for a child",
        "R1",
        another("requestedchild", "requested_asked", request_id="{request_advised}"),
        "requestedchild_one_open_a_child",
    ),
    State(
        "child moved into another's open request",
        "R1",
        change("requestedchild", "requested_advised", child_id="{asked}", enquiry_id="{enquiry_asked}"),
        "requestedchild_one_open_a_child",
    ),
    State(
        "child twice in a request", "R1", another("requestedchild", "requested_asked"), "requestedchild_once"
    ),
    State(
        "asked for on another child's enquiry",
        "1.4",
        change("requestedchild", "requested_asked", enquiry_id="{enquiry_stranger}"),
        "requestedchild_on_its_own",
    ),
    State(
        "asked for on another child's plan",
        "1.4",
        change("requestedchild", "requested_review", plan_id="{plan_over}"),
        "requestedchild_on_its_own",
    ),
    State(
        "review asked for of no plan",
        "R9",
        change("requestedchild", "requested_review", plan_id="NULL"),
        "requestedchild_on_its_own",
    ),
    State(
        "review asked for on a plan that ended",
        "R26",
        another(
            "requestedchild",
            "requested_review",
            request_id="{request_advised}",
            child_id="{over}",
            plan_id="{plan_over}",
        ),
        "requestedchild_review_of_a_running_plan",
    ),
    State(
        "asked for on another child's arrival",
        "R11",
        change(
            "requestedchild",
            "requested_asked",
            kind="'TRANSFER_IN'",
            enquiry_id="NULL",
            transfer_in_id="{arrival}",
        ),
        "requestedchild_on_its_own",
    ),
    State(
        "initial conference asked for on nothing",
        "R1",
        change("requestedchild", "requested_asked", enquiry_id="NULL"),
        "requestedchild_stands_on_what_its_kind_needs",
    ),
    State(
        "day due that nobody explained",
        "0067",
        change("requestedchild", "requested_asked", due_explanation="''"),
        "requestedchild_due_explained",
    ),
    State(
        "agencies reading of a restricted child though nobody said so",
        "0158",
        change("requestedchild", "requested_asked", for_agencies="true"),
        "requestedchild_for_agencies_by_at_and_why",
    ),
    State(
        "what agencies read of a child, said by nobody",
        "0158",
        change("requestedchild", "requested_asked", for_agencies_reason="'So'"),
        "requestedchild_for_agencies_by_at_and_why",
    ),
    State(
        "due by no known rule",
        "0067",
        change("requestedchild", "requested_asked", due_rule="'R999'"),
        left_because=(
            "Told words: the rule stands in the explanation, and the clocks read the catalogue (0063)."
        ),
    ),
    # ----- What was found and told is frozen ---------------------------------------------------------------
    State(
        "finding of an earlier plan changed",
        "issue: frozen findings",
        change("earlierplan", "earlier", category="'NEG'"),
        "earlierplan_never_changed",
    ),
    State(
        "finding of an earlier plan deleted",
        "issue: frozen findings",
        remove("earlierplan", "earlier"),
        "earlierplan_never_changed",
    ),
    State(
        "finding that forgets its plan, which stands",
        "issue: frozen findings",
        change("earlierplan", "earlier", plan_id="NULL", plan_elsewhere_id="NULL"),
        "earlierplan_never_changed",
    ),
    State(
        "earlier plan found nowhere known",
        "0069",
        another("earlierplan", "earlier", found_in="'DREAM'"),
        "earlierplan_found_in_known",
    ),
    State(
        "earlier plan of two origins",
        "0069",
        another("earlierplan", "earlier", plan_id="{plan}"),
        "earlierplan_one_origin",
    ),
    State(
        "earlier plan found that ends before it starts",
        "0069",
        another("earlierplan", "earlier", end_date="'2000-01-01'"),
        "earlierplan_ends_after_start",
    ),
    State(
        "earlier plan of an unknown category",
        "8910",
        another("earlierplan", "earlier", category="'XXX'"),
        "earlierplan_category_known",
    ),
    State(
        "day that was told changed",
        "0067",
        change("daytold", "day_told", due_date="'2019-01-01'"),
        "(never changed)",
    ),
    State(
        "day told of two subjects",
        "0067",
        another("daytold", "day_told", consultation_id="{consultation}"),
        "daytold_of_one_subject",
    ),
    State(
        "day told by an unknown code",
        "0063",
        another("daytold", "day_told", code="'SOMETIME'"),
        "daytold_code_known",
    ),
    State(
        "day told of another child",
        "0067",
        another("daytold", "day_told", child_id="{stranger}"),
        "daytold_of_its_own_child",
    ),
    # ----- Consultations -----------------------------------------------------------------------------------
    State(
        "consultation in an unknown state",
        "workflow",
        change("consultation", "consultation", state="'LOST'"),
        "consultation_state_known",
    ),
    State(
        "consultation asked by nobody",
        "7.1",
        change("consultation", "consultation", asked_by_id="NULL", asked_at="NULL"),
        "consultation_asked_in_its_state",
    ),
    State(
        "consultation asked and still raised",
        "workflow",
        change("consultation", "consultation", state="'RAISED'"),
        "consultation_raised_is_not_asked",
    ),
    State(
        "consultation asked without its account",
        "7.1",
        change("consultation", "consultation", why_now="''"),
        "consultation_asked_by_at_and_what",
    ),
    State(
        "consultation agreed without an answer",
        "7.1",
        change("consultation", "consultation", state="'AGREED'"),
        "consultation_as_it_was_answered",
    ),
    State(
        "consultation answered otherwise than its answer",
        "7.1",
        change("consultation", "answered", state="'ANOTHER_WAY'"),
        "consultation_over_stays_over",
    ),
    State(
        "answer that changes nothing",
        "7.1",
        another(
            "consultationanswer",
            "answer",
            **LATER,
            answer="'MORE_INFORMATION'",
            instead="'Which school?'",
            wanted_by_date="'2018-11-12'",
        ),
        "consultation_as_it_was_answered",
    ),
    State(
        "answered consultation asked again",
        "workflow",
        change("consultation", "answered", state="'ASKED'"),
        "consultation_over_stays_over",
    ),
    State(
        "consultation that asked for more asked again without a word",
        "7.1",
        both(
            "INSERT INTO conferences_consultationanswer SELECT (jsonb_populate_record(o, jsonb_build_object("
            "'id', nextval(pg_get_serial_sequence('conferences_consultationanswer', 'id')), 'act',"
            " gen_random_uuid(), 'ref', gen_random_uuid(), 'consultation_id', {consultation},"
            " 'account_id', {account_asked}, 'answered_at', '2018-11-07 12:00Z', 'answer',"
            " 'MORE_INFORMATION', 'instead', 'Which school?', 'wanted_by_date', '2018-11-12'))).*"
            " FROM conferences_consultationanswer AS o WHERE id = {answer}",
            change("consultation", "consultation", state="'MORE_INFORMATION'"),
            change("consultation", "consultation", state="'ASKED'"),
        ),
        "consultation_as_it_was_answered",
    ),
    State(
        "account of an answered consultation changed",
        "7.1",
        change("consultation", "answered", why_now="'Otherwise'"),
        "consultation_over_stays_over",
    ),
    State(
        "answer to what one asked",
        "7.1",
        another("consultationanswer", "answer", consultation_id="{consultation}", answered_by_id="{worker}"),
        "consultation_answer_not_ones_own",
    ),
    State("answer changed", "0052", change("consultationanswer", "answer", reasons="'Otherwise'"), RIGHT),
    State("answer deleted", "0052", remove("consultationanswer", "answer"), RIGHT),
    State(
        "answer without reasons",
        "7.1",
        another("consultationanswer", "answer", **LATER, reasons="''"),
        "consultationanswer_reasons_given",
    ),
    State(
        "answer of an unknown kind",
        "7.1",
        another("consultationanswer", "answer", **LATER, answer="'PERHAPS'"),
        "consultationanswer_known",
    ),
    State(
        "another way that is not said",
        "7.1",
        another("consultationanswer", "answer", **LATER, answer="'ANOTHER_WAY'"),
        "consultationanswer_says_what_instead",
    ),
    State(
        "day for information that nobody asked for",
        "7.1",
        another("consultationanswer", "answer", **LATER, wanted_by_date="'2018-12-01'"),
        "consultationanswer_day_for_information",
    ),
    State(
        "answer while a later account stands",
        "7.1",
        both(
            another("consultationaccount", "account", number="2"),
            "INSERT INTO conferences_consultationaccountchild (account_id, consultation_id, child_id,"
            " child_words, what_is_different) SELECT max(id), {answered}, {advised}, '', ''"
            " FROM conferences_consultationaccount",
            another("consultationanswer", "answer", **LATER),
        ),
        "consultationanswer_of_the_last_account",
    ),
    State(
        "answer to an account that nobody gave",
        "7.1",
        another("consultationanswer", "answer", consultation_id="{unasked}", account_id="NULL"),
        "consultationanswer_of_an_account",
    ),
    State(
        "second decision that replaces none",
        "12",
        another("consultationanswer", "answer", act="gen_random_uuid()"),
        "consultationanswer_replaces_the_last",
    ),
    State(
        "decision that replaces another child's",
        "12",
        another("consultationanswer", "answer", consultation_id="{consultation}", account_id="NULL", **LATER),
        "consultationanswer_replaces_the_last",
    ),
    State(
        "decision replaced without a reason",
        "12",
        another("consultationanswer", "answer", supersedes_id="{answer}"),
        "consultationanswer_supersedes_with_reason",
    ),
    State(
        "another way without who leads it and when it is reviewed",
        "12",
        another(
            "consultationanswer",
            "answer",
            **LATER,
            answer="'ANOTHER_WAY'",
            instead="'Support'",
        ),
        "consultationanswer_way_lead_and_review",
    ),
    State(
        "escalated to nobody",
        "12",
        another("consultationanswer", "answer", **LATER, answer="'ESCALATE'"),
        "consultationanswer_to_whom",
    ),
    State(
        "partner's right without the partner",
        "1.1",
        another("consultationanswer", "answer", **LATER, answer="'PARTNER_RIGHT'"),
        "consultationanswer_partner_who_and_when",
    ),
    State(
        "deputy without leave",
        "12",
        another("consultationanswer", "answer", **LATER, for_another_id="{chair}"),
        "consultationanswer_deputy_by_dates",
    ),
    State(
        "one decided for oneself",
        "12",
        another("consultationanswer", "answer", **LATER, for_another_id="answered_by_id"),
        "consultationanswer_deputy_by_dates",
    ),
    State(
        "two accounts of a number",
        "12",
        another("consultationaccount", "account"),
        "consultationaccount_one_a_number",
    ),
    State(
        "account numbered nought",
        "12",
        another("consultationaccount", "account", number="0"),
        "consultationaccount_numbered_from_one",
    ),
    State(
        "account that says nothing",
        "12",
        another("consultationaccount", "account", number="2", why_now="''"),
        "consultationaccount_says_why",
    ),
    State("account changed", "12", change("consultationaccount", "account", why_now="'Otherwise'"), RIGHT),
    State("account deleted", "12", remove("consultationaccount", "account"), RIGHT),
    State(
        "what an account says of a child changed",
        "12",
        change("consultationaccountchild", "account_child", child_words="'Otherwise'"),
        "(never changed)",
    ),
    State(
        "what an account says of a child deleted",
        "12",
        remove("consultationaccountchild", "account_child"),
        "(never deleted)",
    ),
    State(
        "account of a child of another family's consultation",
        "12",
        another("consultationaccountchild", "account_child", consultation_id="{consultation}"),
        "consultationaccountchild_of_its_own_child",
    ),
    State(
        "child told of twice in an account",
        "12",
        another("consultationaccountchild", "account_child"),
        "consultationaccountchild_once",
    ),
    State(
        "consultation of another child than was requested",
        "12",
        change("consultation", "consultation", child_id="{stranger}"),
        "consultation_of_its_own_child",
    ),
    State(
        "consultation for an unknown cause",
        "12",
        change("consultation", "consultation", cause="'HABIT'"),
        "consultation_cause_known",
    ),
    State(
        "consultation on a long plan without the plan",
        "12",
        change("consultation", "consultation", cause="'LONG_PLAN'"),
        "consultation_of_the_plan_it_is_about",
    ),
    State(
        "consultation of no child",
        "12",
        change("consultation", "consultation", child_id="NULL"),
        "consultation_of_a_child_within_a_familys",
    ),
    State(
        "child twice in a family's consultation",
        "12",
        another("consultation", "consultation", requested_child_id="NULL"),
        "consultation_once_a_child",
    ),
    State(
        "family's consultation for an unknown cause",
        "12",
        change("familyconsultation", "family_consultation", raised_why="'HABIT'"),
        "familyconsultation_cause_known",
    ),
    State(
        "raised by hand by nobody",
        "12",
        change("familyconsultation", "family_consultation", raised_why="'BY_HAND'"),
        "familyconsultation_by_hand_says_who_and_why",
    ),
    State(
        "two open consultations of a family for one cause",
        "12",
        both(
            change("familyconsultation", "family_consultation", request_id="NULL", is_over="FALSE"),
            another("familyconsultation", "family_consultation", request_id="NULL", is_over="FALSE"),
        ),
        "familyconsultation_one_open_a_cause",
    ),
    State(
        "two consultations of a request",
        "12",
        another("familyconsultation", "family_consultation"),
        UNIQUE,
    ),
    State(
        "two threshold statements of a number in force",
        "12",
        another("thresholdstatement", "statement", from_date="'2018-05-01'"),
        "thresholdstatement_one_in_force",
    ),
    State(
        "threshold statement twice from a day",
        "12",
        both(
            change("thresholdstatement", "statement", until_date="'2018-05-01'"),
            another("thresholdstatement", "statement", until_date="'2018-06-01'"),
        ),
        "thresholdstatement_once_a_day",
    ),
    State(
        "threshold statement that says nothing",
        "12",
        change("thresholdstatement", "statement", words="''"),
        "thresholdstatement_says_something",
    ),
    State(
        "threshold statement over before it begins",
        "12",
        change("thresholdstatement", "statement", until_date="from_date"),
        "thresholdstatement_ends_after_it_begins",
    ),
    State(
        "answer tied to a statement twice",
        "12",
        another("consultationanswerreason", "tied"),
        "consultationanswerreason_once",
    ),
    State("reason taken from an answer", "12", remove("consultationanswerreason", "tied"), RIGHT),
    State(
        "condition that says nothing",
        "12",
        another("consultationcondition", "condition", what="''"),
        "consultationcondition_says_what",
    ),
    State(
        "condition that is nobody's",
        "12",
        another("consultationcondition", "condition", owner_id="NULL"),
        "consultationcondition_is_somebodys",
    ),
    State(
        "condition met and not closed",
        "12",
        change("consultationcondition", "condition", met_date="'2018-11-12'"),
        "consultationcondition_met_or_withdrawn",
    ),
    State(
        "condition changed",
        "12",
        change("consultationcondition", "condition", what="'Otherwise'"),
        "condition_stays_as_set",
    ),
    State(
        "disagreement without why",
        "12",
        another("consultationdissent", "dissent", act="gen_random_uuid()", words="''"),
        "consultationdissent_says_why",
    ),
    State(
        "disagreement of nobody",
        "12",
        another("consultationdissent", "dissent", act="gen_random_uuid()", agency_id="NULL"),
        "consultationdissent_of_one",
    ),
    State(
        "disagreement told twice",
        "12",
        another("consultationdissent", "dissent"),
        "consultationdissent_once_an_act",
    ),
    State("disagreement taken away", "12", remove("consultationdissent", "dissent"), RIGHT),
    State(
        "second opinion changed",
        "12",
        change("secondopinion", "second", opinion="'AGREE'"),
        "secondopinion_stays",
    ),
    State("second opinion taken away", "12", remove("secondopinion", "second"), "secondopinion_stays"),
    State(
        "decision drawn twice",
        "12",
        another("secondopinion", "second", ref="gen_random_uuid()"),
        "conferences_secondopinion_answer_id_key",
    ),
    State(
        "drawn by a lot beyond the share",
        "12",
        "INSERT INTO conferences_secondopinion (ref, answer_id, lot, share, drawn_at, opinion, words)"
        " VALUES (gen_random_uuid(), {answer}, 10, 10, now(), '', '')",
        "secondopinion_lot_in_share",
    ),
    State(
        "second opinion by whoever decided",
        "12",
        another("secondopinion", "second", ref="gen_random_uuid()", given_by_id="{lead}"),
        "secondopinion_not_ones_own",
    ),
    State(
        "second opinion without why",
        "12",
        another("secondopinion", "second", ref="gen_random_uuid()", words="''"),
        "secondopinion_given_whole",
    ),
    State(
        "second opinion before it was drawn",
        "12",
        another("secondopinion", "second", ref="gen_random_uuid()", given_at="'2018-01-01'"),
        "secondopinion_given_after_drawn",
    ),
    State(
        "second opinion on a question",
        "12",
        "INSERT INTO conferences_secondopinion (ref, answer_id, lot, share, drawn_at, opinion, words)"
        " VALUES (gen_random_uuid(), {question}, 1, 10, now(), '', '')",
        "secondopinion_of_a_first_decision",
    ),
    State(
        "reason of a second opinion told twice",
        "12",
        another("secondopinionreason", "second_tied"),
        "secondopinionreason_once",
    ),
    State("reason of a second opinion taken away", "12", remove("secondopinionreason", "second_tied"), RIGHT),
    State(
        "talk about a second opinion without a word",
        "12",
        another("secondopiniontalk", "talk", words="''"),
        "secondopiniontalk_says_what",
    ),
    State(
        "talk about a second opinion without a real day",
        "12",
        another("secondopiniontalk", "talk", held_date="'infinity'"),
        "secondopiniontalk_days_finite",
    ),
    State(
        "talk about a second opinion told twice",
        "12",
        another("secondopiniontalk", "talk"),
        "conferences_secondopiniontalk_second_id_key",
    ),
    State(
        "talk about a second opinion that is the same",
        "12",
        another("secondopiniontalk", "talk", second_id="{same}"),
        "secondopiniontalk_where_they_differ",
    ),
    State("talk about a second opinion taken away", "12", remove("secondopiniontalk", "talk"), RIGHT),
    State(
        "first view changed",
        "12",
        change("consultationfirstview", "first_view", leans="'ANOTHER_WAY'"),
        RIGHT,
    ),
    State("first view taken away", "12", remove("consultationfirstview", "first_view"), RIGHT),
    State(
        "second first view of a person",
        "12",
        another("consultationfirstview", "first_view"),
        "firstview_once_a_person",
    ),
    State(
        "first view that leans no way",
        "12",
        another("consultationfirstview", "first_view", noted_by_id="{lead}", leans="'PARTNER_RIGHT'"),
        "firstview_leans_known",
    ),
    State(
        "first view without why",
        "12",
        another("consultationfirstview", "first_view", noted_by_id="{lead}", words="''"),
        "firstview_says_why",
    ),
    State(
        "first view of one's own",
        "12",
        another("consultationfirstview", "first_view", noted_by_id="{worker}"),
        "firstview_not_of_ones_own",
    ),
    State(
        "first view after the decision",
        "12",
        another(
            "consultationfirstview",
            "first_view",
            noted_by_id="{lead}",
            consultation_id="{answered}",
            account_id="{account}",
        ),
        "firstview_before_the_decision",
    ),
    State(
        "first view on no account",
        "12",
        another("consultationfirstview", "first_view", noted_by_id="{lead}", account_id="NULL"),
        "firstview_of_the_last_account",
    ),
    State(
        "review of what was no other way",
        "12",
        "INSERT INTO conferences_supportreview (ref, answer_id, held_date, outcome, words, recorded_by_id,"
        " recorded_at) VALUES (gen_random_uuid(), {answer}, '2018-12-03', 'ENOUGH', 'Held', {worker}, now())",
        "supportreview_of_another_way",
    ),
    State(
        "booked despite for an unknown reason",
        "12",
        change("booking", "booking_booked", despite="'HABIT'"),
        "booking_despite_known",
    ),
    State("second consultation of a child", "1.1", another("consultation", "consultation"), UNIQUE),
    # ----- Thinking time -----------------------------------------------------------------------------------
    State(
        "thinking time held without minutes",
        "2",
        change("thinkingtime", "thought", minutes="NULL"),
        "thinkingtime_held_says_when_who_and_how_long",
    ),
    State(
        "thinking time held for no time",
        "2",
        change("thinkingtime", "thought", minutes="0"),
        "thinkingtime_held_says_when_who_and_how_long",
    ),
    State(
        "thinking time held by nobody",
        "2",
        change("thinkingtime", "thought", chair_id="NULL"),
        "thinkingtime_held_says_when_who_and_how_long",
    ),
    State(
        "thinking time to come that has minutes",
        "2",
        change("thinkingtime", "due", minutes="30"),
        "thinkingtime_held_says_when_who_and_how_long",
    ),
    State(
        "thinking time in an unknown state",
        "workflow",
        change("thinkingtime", "due", state="'LOST'"),
        "thinkingtime_held_says_when_who_and_how_long",
    ),
    State(
        "thinking time for an unknown reason",
        "2",
        change("thinkingtime", "due", trigger="'BORED'"),
        "thinkingtime_trigger_known",
    ),
    State(
        "held thinking time taken back",
        "workflow",
        change("thinkingtime", "thought", state="'DUE'", held_date="NULL", minutes="NULL"),
        "thinkingtime_held_stays_held",
    ),
    State(
        "held thinking time that was recorded another time",
        "workflow",
        change("thinkingtime", "thought", recorded_at="recorded_at + interval '1 day'"),
        "thinkingtime_recorded_stays",
    ),
    State(
        "late thinking time that came in time after all",
        "workflow",
        change("thinkingtime", "thought", is_late="NOT is_late"),
        "thinkingtime_recorded_stays",
    ),
    State(
        "thinking time in place of another conference’s",
        "process 3",
        another("thinkingtime", "thought", follows_id="{due}", request_id="{request_booked}"),
        "thinkingtime_follows_its_own",
    ),
    State(
        "thinking time in place of itself",
        "process 3",
        change("thinkingtime", "thought", follows_id="{thought}"),
        "thinkingtime_follows_its_own",
    ),
    State(
        "thinking time twice by one chair in place of another’s",
        "process 3",
        "; ".join([another("thinkingtime", "thought", follows_id="{due}")] * 2),
        "thinkingtime_once_a_chair",
    ),
    State(
        "required thinking time in place of another’s",
        "process 3",
        change("thinkingtime", "due", follows_id="{thought}"),
        "thinkingtime_required_at_first",
    ),
    State(
        "required thinking time twice", "1.1", another("thinkingtime", "due"), "thinkingtime_required_once"
    ),
    State(
        "thinking time required for no reason",
        "2",
        change("thinkingrequirement", "required", why="''"),
        "thinkingrequirement_says_why",
    ),
    State(
        "thinking time required for an unknown reason",
        "2",
        change("thinkingrequirement", "required", trigger="'BORED'"),
        "thinkingrequirement_trigger_known",
    ),
    State(
        "thinking time required by one rule twice",
        "2",
        another("thinkingrequirement", "required"),
        "thinkingrequirement_found_once",
    ),
    State(
        "thinking time required for another request's child",
        "2",
        change("thinkingrequirement", "required", requested_child_id="{requested_own}"),
        "thinkingrequirement_of_its_request",
    ),
    State(
        "thinking time required by what nobody must hold",
        "2",
        change("thinkingrequirement", "required", session_id="{thought}"),
        "thinkingrequirement_of_its_request",
    ),
    State(
        "thinking time in an unknown way",
        "2",
        change("thinkingtime", "thought", model="'CHAT'"),
        "thinkingtime_shape_known",
    ),
    State(
        "action of thinking time that says nothing",
        "2",
        another("thinkingaction", "action", what="''"),
        "thinkingaction_says_what",
    ),
    State(
        "action of thinking time that is nobody's",
        "2",
        change("thinkingaction", "action", owner_words="''"),
        "thinkingaction_is_somebodys",
    ),
    State(
        "action of thinking time closed without a day or words",
        "2",
        change("thinkingaction", "action", closed_by_id="{chair}", closed_at="now()"),
        "thinkingaction_done_or_not_needed",
    ),
    State(
        "closed action of thinking time opened again",
        "2",
        change("thinkingaction", "action_done", done_date="NULL", closed_by_id="NULL", closed_at="NULL"),
        "thinkingaction_closed_stays",
    ),
    State(
        "action of thinking time put to a later day",
        "2",
        change("thinkingaction", "action", due_date="due_date + 7"),
        "thinkingaction_stays_as_agreed",
    ),
    State(
        "protected time at the time of a meeting",
        "0045",
        change(
            "thinkingslot",
            "slot",
            chair_id="{other_chair}",
            starts_at="(SELECT starts_at FROM conferences_booking WHERE id = {booking_booked})",
            ends_at="(SELECT ends_at FROM conferences_booking WHERE id = {booking_booked})",
        ),
        "thinkingslot_beside_meetings",
    ),
    State(
        "a meeting at a time that is protected",
        "0045",
        change(
            "booking",
            "booking_booked",
            chair_id="{chair}",
            starts_at="(SELECT starts_at FROM conferences_thinkingslot WHERE id = {slot})",
            ends_at="(SELECT ends_at FROM conferences_thinkingslot WHERE id = {slot})",
        ),
        "booking_beside_thinking_time",
    ),
    State(
        "protected time for one session twice",
        "0045",
        another(
            "thinkingslot",
            "slot",
            starts_at="starts_at + interval '3 hours'",
            ends_at="ends_at + interval '3 hours'",
        ),
        "thinkingslot_one_a_session",
    ),
    State(
        "two protected times of a chair at once",
        "0045",
        another("thinkingslot", "slot", session_id="{thought}"),
        "thinkingslot_chair_free",
    ),
    State(
        "protected time that ends before it starts",
        "0045",
        change("thinkingslot", "slot", ends_at="starts_at"),
        "thinkingslot_ends_after_start",
    ),
    State(
        "protected time over two days",
        "0045",
        change("thinkingslot", "slot", ends_at="starts_at + interval '1 day'"),
        "thinkingslot_on_one_day",
    ),
    State(
        "protected time given up by nobody",
        "0045",
        change("thinkingslot", "slot", cancelled_at="now()"),
        "thinkingslot_cancelled_by_and_at",
    ),
    State(
        "waiver of thinking time granted by who asked for it",
        "2",
        change(
            "thinkingwaiver",
            "waiver",
            outcome="'CONFIRMED'",
            closed_by_id="{chair}",
            closed_at="now()",
            closed_reason="'Granted'",
        ),
        "thinkingwaiver_confirmed_by_another",
    ),
    State(
        "waiver of thinking time granted without a reason",
        "2",
        change("thinkingwaiver", "waiver", outcome="'CONFIRMED'", closed_by_id="{lead}", closed_at="now()"),
        "thinkingwaiver_granted_with_reason",
    ),
    State(
        "waiver of thinking time for no reason in words",
        "2",
        another("thinkingwaiver", "waiver", words="''"),
        "thinkingwaiver_why_in_words",
    ),
    State(
        "waiver of thinking time for an unknown reason",
        "2",
        another("thinkingwaiver", "waiver", why="'BORED'"),
        "thinkingwaiver_why_known",
    ),
    State(
        "two waivers of thinking time that wait",
        "2",
        another("thinkingwaiver", "waiver"),
        "thinkingwaiver_one_at_a_time",
    ),
    State(
        "thinking time about another child",
        "2",
        another("thinkingtimeentry", "entry", child_id="{stranger}"),
        "thinkingtimeentry_of_its_request",
    ),
    State(
        "entry that says nothing",
        "2",
        change("thinkingtimeentry", "entry", conclusion="''"),
        "thinkingtimeentry_says_something",
    ),
    State("entry twice for a child", "2", another("thinkingtimeentry", "entry"), "thinkingtimeentry_once"),
    State(
        "reflective note by another than the chair",
        "2",
        change("reflectivenote", "note", written_by_id="{lead}"),
        "reflectivenote_by_its_chair",
    ),
    # ----- Rooms and bookings ------------------------------------------------------------------------------
    State(
        "two meetings in a room",
        "0045",
        another("booking", "booking_booked", request_id="{request_asked}", chair_id="{lead}"),
        "booking_room_free",
    ),
    State(
        "two meetings of a chair",
        "0045",
        another("booking", "booking_booked", request_id="{request_asked}", room_id="{other_room}"),
        "booking_chair_free",
    ),
    State(
        "two meetings of one minute taker",
        "0123",
        both(
            change("booking", "booking_booked", minute_taker_id="{support}"),
            another(
                "booking",
                "booking_booked",
                request_id="{request_asked}",
                room_id="{other_room}",
                chair_id="{lead}",
                minute_taker_id="{support}",
            ),
        ),
        "booking_minute_taker_free",
    ),
    State(
        "minutes taken by the chair of the meeting",
        "0123",
        change("booking", "booking_booked", minute_taker_id="chair_id"),
        "booking_minutes_not_by_its_chair",
    ),
    State(
        "chair of a meeting takes the minutes of another",
        "0123",
        both(
            another(
                "booking",
                "booking_booked",
                request_id="{request_asked}",
                room_id="{other_room}",
                chair_id="{lead}",
                minute_taker_id="{other_chair}",
            ),
            change("request", "request_asked", state="'BOOKED'"),
        ),
        "booking_people_in_one_place",
    ),
    State(
        "two bookings of a request",
        "0045",
        another("booking", "booking_booked", room_id="{other_room}", chair_id="{lead}"),
        "booking_one_stands_a_request",
    ),
    State(
        "meeting that ends before it starts",
        "0045",
        change("booking", "booking_booked", ends_at="'2018-11-27 08:00Z'"),
        "booking_ends_after_start",
    ),
    State(
        "meeting over midnight",
        "0045",
        change("booking", "booking_booked", ends_at="'2018-11-28 09:00Z'"),
        "booking_on_one_day",
    ),
    State(
        "meeting on a Sunday",
        "R3",
        change("booking", "booking_booked", starts_at="'2018-11-25 09:00Z'", ends_at="'2018-11-25 11:00Z'"),
        left_because=CALENDAR,
    ),
    State(
        "meeting in an unknown state",
        "workflow",
        change("booking", "booking_booked", state="'LOST'"),
        "booking_state_known",
    ),
    State(
        "held meeting without its conference",
        "workflow",
        change("booking", "booking_booked", state="'HELD'"),
        "booking_held_has_its_conference",
    ),
    State(
        "conference of a meeting not held",
        "workflow",
        change("booking", "booking_booked", conference_id="{conference_over}"),
        "booking_held_has_its_conference",
    ),
    State(
        "held meeting put back",
        "workflow",
        change("booking", "booking_own", state="'BOOKED'", conference_id="NULL"),
        "booking_over_stays_over",
    ),
    State(
        "cancelled meeting put back",
        "workflow",
        both(
            change(
                "booking",
                "cancelled",
                state="'BOOKED'",
                cancelled_by_id="NULL",
                cancelled_at="NULL",
                cancel_reason="''",
            )
        ),
        "booking_over_stays_over",
    ),
    State(
        "meeting cancelled without who and why",
        "workflow",
        change("booking", "booking_booked", state="'CANCELLED'"),
        "booking_cancelled_says_so",
    ),
    State(
        "meeting adjourned without who, when and what follows",
        "R17",
        change("booking", "booking_booked", state="'ADJOURNED'", outcome_reason="'TIME'"),
        "booking_undecided_by_at_and_what_follows",
    ),
    State(
        "meeting not quorate for a reason that is none of that",
        "R17",
        undecided("INQUORATE", "SAFETY"),
        "booking_inquorate_says_why",
    ),
    State(
        "meeting adjourned without a reason",
        "R17",
        undecided("ADJOURNED", ""),
        "booking_adjourned_says_why",
    ),
    State(
        "meeting abandoned for an unknown reason",
        "R17",
        undecided("ABANDONED", "RAIN"),
        "booking_abandoned_says_why",
    ),
    State(
        "meeting in the diary that never began",
        "R17",
        change("booking", "booking_booked", never_began="true"),
        "booking_never_began_only_undecided",
    ),
    State(
        "meeting put back without why",
        "R17",
        change("booking", "booking_booked", put_back_by_id="{chair}", put_back_at="now()"),
        "booking_put_back_by_at_and_why",
    ),
    State(
        "abandoned meeting cancelled",
        "R17",
        both(undecided("ABANDONED", "SAFETY"), change("booking", "booking_booked", state="'CANCELLED'")),
        "booking_over_stays_over",
    ),
    State(
        "adjourned meeting abandoned after all",
        "R17",
        both(
            undecided("ADJOURNED", "TIME"),
            change("booking", "booking_booked", state="'ABANDONED'", outcome_reason="'SAFETY'"),
        ),
        "booking_over_stays_over",
    ),
    State(
        "room of an abandoned meeting changed",
        "design 8",
        both(
            undecided("ABANDONED", "SAFETY"),
            change("booking", "booking_booked", room_id="{other_room}"),
        ),
        "booking_over_stays",
    ),
    State(
        "what follows of a meeting that goes on",
        "R17",
        change("booking", "booking_booked", outcome_words="'Nan helps'"),
        "booking_undecided_by_at_and_what_follows",
    ),
    State(
        "meeting entered afterwards for an unknown reason",
        "0125",
        change("booking", "booking_booked", entered_reason="'RAIN'", booked_at="starts_at"),
        "booking_entered_after_it_began_and_why",
    ),
    State(
        "meeting entered as held before it began",
        "0125",
        change(
            "booking", "booking_booked", entered_reason="'DOWN'", booked_at="starts_at - interval '1 minute'"
        ),
        "booking_entered_after_it_began_and_why",
    ),
    State(
        "words about entering a meeting that was booked ahead",
        "0125",
        change("booking", "booking_booked", entered_words="'No network'"),
        "booking_entered_after_it_began_and_why",
    ),
    State(
        "two parts of a child in one record",
        "0123",
        another("childpart", "part_booked"),
        "childpart_one_a_child_in_a_record",
    ),
    State(
        "meeting cancelled for an unknown reason",
        "workflow",
        another("booking", "cancelled", cancel_reason="'RAIN'"),
        "booking_cancel_reason_known",
    ),
    State(
        "meeting in a room that lacks something without why it was chosen",
        "workflow",
        change("booking", "booking_booked", room_lacks="'The invented room has 2 seats'"),
        "booking_room_lacks_says_why",
    ),
    State(
        "meeting late without who agreed",
        "R4",
        change("booking", "booking_booked", late_reason="'The invented chair is away'"),
        "booking_late_why_and_who_agreed",
    ),
    State(
        "meeting late by a code without who agreed",
        "R4",
        change("booking", "booking_booked", late_why="'FAMILY'", late_agreed_by="''", late_reason="''"),
        "booking_late_agreed_by_two",
    ),
    State(
        "meeting late by agreement of one person twice",
        "R4",
        change(
            "booking",
            "booking_booked",
            late_why="'FAMILY'",
            late_agreed_by="''",
            late_manager_id="{other_chair}",
            late_chair_id="{other_chair}",
        ),
        "booking_late_agreed_by_others",
    ),
    State(
        "meeting late for another reason that nobody says",
        "R4",
        change(
            "booking",
            "booking_booked",
            late_why="'OTHER'",
            late_reason="''",
            late_agreed_by="''",
            late_manager_id="{worker}",
            late_chair_id="{other_chair}",
        ),
        "booking_late_other_says_why",
    ),
    State(
        "meeting late by an unknown code",
        "R4",
        change(
            "booking",
            "booking_booked",
            late_why="'RAIN'",
            late_agreed_by="''",
            late_manager_id="{worker}",
            late_chair_id="{other_chair}",
        ),
        "booking_late_agreed_by_two",
    ),
    State(
        "meeting chaired by who asked for it",
        "7.1 (S)",
        change("booking", "booking_booked", chair_id="{worker}"),
        "booking_chair_is_not_of_the_case",
    ),
    State(
        "meeting chaired by the child's worker",
        "7.1 (S)",
        both(
            another("allocation", "allocation", child_id="{booked}", worker_id="{other_chair}"),
            change(
                "booking",
                "booking_booked",
                chair_id="{other_chair}",
                late_agreed_by="''",
                starts_at="'2018-11-27 10:00Z'",
            ),
        ),
        left_because=(
            "Who works with a child changes each day, and the chair of a meeting that was lawful stays: "
            "the operations ask it of each booking, and hand-overs move the meeting."
        ),
    ),
    State(
        "meeting held on another day than its conference",
        "0053",
        change("booking", "booking_own", starts_at="'2018-04-25 09:00Z'", ends_at="'2018-04-25 11:00Z'"),
        "booking_on_its_conferences_day",
    ),
    State(
        "conference on another day than its meeting",
        "0053",
        change("conference", "conference_review", held_date="'2018-07-18'"),
        "booking_on_its_conferences_day",
    ),
    State(
        "meeting deleted after it was held",
        "design 22",
        remove("booking", "booking_own"),
        "booking_stays",
    ),
    State(
        "move from a time that ends before it starts",
        "0045",
        change("bookingmove", "move", from_ends_at="'2018-01-01 09:00Z'"),
        "bookingmove_ends_after_start",
    ),
    State(
        "move for an unknown reason",
        "workflow",
        change("bookingmove", "move", reason="'RAIN'"),
        "bookingmove_reason_known",
    ),
    State(
        "room that closes before it opens",
        "0068",
        change("room", "room", opens_time="'12:00'", closes_time="'09:00'"),
        "room_closes_after_it_opens",
    ),
    State(
        "room that opens and never closes",
        "0068",
        change("room", "room", opens_time="'12:00'"),
        "room_closes_after_it_opens",
    ),
    State(
        "closure that ends before it begins",
        "0072",
        change("closure", "closure", to_date="'2000-01-01'"),
        "closure_ends_after_it_begins",
    ),
    State(
        "closure without a reason", "0072", change("closure", "closure", reason="''"), "closure_reason_given"
    ),
    # ----- Records of meetings -----------------------------------------------------------------------------
    State(
        "record in an unknown state",
        "workflow",
        change("meetingrecord", "record_booked", state="'LOST'"),
        "meetingrecord_signed_by_and_at",
    ),
    State(
        "record signed by nobody",
        "1.1",
        change("meetingrecord", "record_booked", state="'SIGNED'"),
        "meetingrecord_signed_by_and_at",
    ),
    State(
        "record signed of a meeting that was not held",
        "workflow",
        change(
            "meetingrecord",
            "record_booked",
            state="'SIGNED'",
            signed_by_id="{other_chair}",
            signed_at="'2018-11-27 12:00Z'",
        ),
        "meetingrecord_signed_when_held",
    ),
    State(
        "meeting held whose record is not signed",
        "workflow",
        both(
            change(
                "booking", "booking_booked", state="'HELD'", conference_id="(SELECT id FROM made)"
            ).replace(
                "UPDATE",
                "WITH made AS ("
                + another("conference", "conference_own", held_date="'2018-11-27'")
                + " RETURNING id) UPDATE",
                1,
            ),
            change("request", "request_booked", state="'HELD'"),
        ),
        "meetingrecord_signed_when_held",
    ),
    State(
        "signed record changed",
        "design 22",
        change("meetingrecord", "record_own", working_well="'Otherwise'"),
        "meetingrecord_signed_stays",
    ),
    State(
        "signed record signed by another",
        "design 22",
        change("meetingrecord", "record_own", signed_by_id="{lead}"),
        "meetingrecord_signed_stays",
    ),
    State(
        "signed record made a draft again",
        "design 22",
        change("meetingrecord", "record_own", state="'DRAFT'", signed_by_id="NULL", signed_at="NULL"),
        "meetingrecord_signed_stays",
    ),
    State(
        "signed record deleted",
        "design 22",
        remove("meetingrecord", "record_review"),
        "meetingrecord_signed_stays",
    ),
    State(
        "record sent by nobody",
        "R14",
        change("meetingrecord", "record_own", sent_date="'2018-05-01'"),
        "meetingrecord_sent_by_and_date",
    ),
    State(
        "record sent before it was signed",
        "R14",
        change("meetingrecord", "record_own", sent_date="'2018-04-01'", sent_by_id="{support}"),
        "meetingrecord_sent_after_signing",
    ),
    State(
        "draft sent",
        "R14",
        change("meetingrecord", "record_booked", sent_date="'2018-12-01'", sent_by_id="{support}"),
        "meetingrecord_sent_after_signing",
    ),
    State(
        "attendance without a name",
        "R16",
        change("attendance", "attendance_booked", name="''"),
        "attendance_name_given",
    ),
    State(
        "attendance without an agency",
        "R16",
        change("attendance", "attendance_booked", agency_kind="''"),
        "attendance_family_or_agency",
    ),
    State(
        "family member of an agency",
        "R16",
        change("attendance", "attendance_booked", is_family="true"),
        "attendance_family_or_agency",
    ),
    State(
        "attendance of an unknown agency",
        "0071",
        change("attendance", "attendance_booked", agency_kind="'CIRCUS'"),
        KEY,
    ),
    State(
        "attendance in an unknown way",
        "9",
        change("attendance", "attendance_booked", mode="'TELEPATHY'"),
        "attendance_mode_known",
    ),
    State(
        "attendance that counts as it does not",
        "0071",
        both(
            change("attendance", "attendance_booked", counted_as="'POLICE'"),
            (
                "SELECT 1 / count(*) FROM conferences_attendance WHERE id = {attendance_booked} AND "
                "counted_as = 'POLICE'"
            ),
        ),
        "(it counts as before)",
    ),
    State(
        "attendance added to a signed record",
        "design 22",
        another("attendance", "attendance_own"),
        "attendance_signed_stays",
    ),
    State(
        "attendance of a signed record changed",
        "design 22",
        change("attendance", "attendance_own", mode="'ABSENT'"),
        "attendance_signed_stays",
    ),
    State(
        "attendance taken from a signed record",
        "design 22",
        remove("attendance", "attendance_own"),
        "attendance_signed_stays",
    ),
    State(
        "attendance moved into a signed record",
        "design 22",
        change("attendance", "attendance_booked", record_id="{record_own}"),
        "attendance_signed_stays",
    ),
    State(
        "part of an unknown outcome",
        "1.5",
        change("childpart", "part_booked", outcome="'PERHAPS'"),
        "childpart_outcome_known",
    ),
    State(
        "part of an unknown category",
        "1.6",
        change("childpart", "part_booked", outcome="'PLAN_BEGINS'", category="'XXX'"),
        "childpart_codes_known",
    ),
    State(
        "part with a category and no plan",
        "1.6",
        change("childpart", "part_booked", category="'NEG'"),
        "childpart_no_category_without_plan",
    ),
    State(
        "part that ends nothing with a reason",
        "1.8",
        change("childpart", "part_booked", end_reason="'MOVED'"),
        "childpart_end_reason_only_at_an_end",
    ),
    State(
        "part that ends for an unknown reason",
        "1.8",
        change("childpart", "part_booked", outcome="'PLAN_ENDS'", end_reason="'TIRED'"),
        "childpart_codes_known",
    ),
    State(
        "part stepped down to nowhere known",
        "1.8",
        change("childpart", "part_booked", outcome="'PLAN_ENDS'", step_down="'MARS'"),
        "childpart_codes_known",
    ),
    State(
        "part of another meeting's child",
        "1.4",
        change("childpart", "part_booked", requested_child_id="{requested_asked}"),
        "childpart_of_its_meeting",
    ),
    State(
        "part decided at another child's conference",
        "1.4",
        change("childpart", "part_booked", conference_child_id="{at_end}"),
        "childpart_of_its_meeting",
    ),
    State(
        "part of a signed record changed",
        "design 22",
        change("childpart", "part_own", voice="'Otherwise'"),
        "childpart_signed_stays",
    ),
    State(
        "part of a signed record decided otherwise",
        "design 22",
        change("childpart", "part_own", outcome="'NO_PLAN'", category="''"),
        "childpart_signed_stays",
    ),
    State(
        "part taken from a signed record",
        "design 22",
        both(remove("planaction", "action_review"), remove("childpart", "part_review")),
        "planaction_signed_stays",
    ),
    State("two parts of a child", "1.4", another("childpart", "part_booked"), UNIQUE),
    State(
        "action of nobody", "R1", change("planaction", "action_booked", who="''"), "planaction_who_and_what"
    ),
    State(
        "action of a signed record changed",
        "design 22",
        change("planaction", "action_own", what="'Nothing'"),
        "planaction_signed_stays",
    ),
    State(
        "action taken from a signed record",
        "design 22",
        remove("planaction", "action_own"),
        "planaction_signed_stays",
    ),
    State(
        "action of another child's plan",
        "1.4",
        change("planaction", "action_booked", plan_id="{plan_over}"),
        "planaction_of_its_own_plan",
    ),
    # ----- Letters -----------------------------------------------------------------------------------------
    State(
        "letter sent by nobody",
        "R13",
        another("letter", "letter", sent_by_id="NULL", person_id="{strange_parent}"),
        "letter_sent_by_and_date",
    ),
    State("two letters to a person", "R13", another("letter", "letter"), "letter_one_a_recipient"),
    State(
        "letter of a draft",
        "R13",
        another("letter", "letter", record_id="{record_booked}", sent_date="NULL", sent_by_id="NULL"),
        left_because=(
            "A letter is written from the record as it stands; none is sent before the record is signed."
        ),
    ),
    State(
        "letter of a draft sent",
        "R13",
        another("letter", "letter", record_id="{record_booked}"),
        "letter_sent_after_signing",
    ),
    State(
        "letter to somebody of another child",
        "7.2",
        another("letter", "letter", record_id="{record_review}", person_id="{strange_parent}"),
        "letter_of_its_own_children",
    ),
    State(
        "letter moved to another child's record",
        "7.2",
        change("letter", "letter", record_id="{record_review}"),
        "letter_sent_stays",
    ),
    State(
        "letter that was sent changed",
        "design 18",
        change("letter", "letter", person_id="{strange_parent}"),
        "letter_sent_stays",
    ),
    State(
        "letter that was sent taken back",
        "design 18",
        change("letter", "letter", sent_date="NULL", sent_by_id="NULL"),
        "letter_sent_stays",
    ),
    State("letter that was sent deleted", "design 18", remove("letter", "letter"), "letter_sent_stays"),
    State(
        "letter sent before it was made here",
        "R13",
        another(
            "letter",
            "letter",
            record_id="{record_review}",
            made_at="'2018-09-01 12:00Z'",
            sent_date="'2018-07-20'",
        ),
        left_because=(
            "A letter that went by hand is made here afterwards; the day is held to that of the signing."
        ),
    ),
    # ----- Documents ---------------------------------------------------------------------------------------
    State(
        "document to somebody who has no letter",
        "design 18",
        another("document", "document", record_id="{record_review}", sent_date="NULL", sent_by_id="NULL"),
        "document_of_its_letter",
    ),
    State(
        "two documents of one version", "design 18", another("document", "document"), "document_one_a_version"
    ),
    State(
        "document of no kind",
        "design 18",
        another("document", "document", kind="'NOTE'", version="2"),
        "document_kind_known",
    ),
    State(
        "second version of nothing",
        "design 18",
        another("document", "document", version="2", changed="'More'"),
        "document_says_what_changed",
    ),
    State(
        "second version that does not say what is other",
        "design 18",
        another("document", "document", version="2", supersedes_id="{document}"),
        "document_says_what_changed",
    ),
    State(
        "version that leaves one out",
        "design 18",
        another("document", "document", version="3", supersedes_id="{document}", changed="'More'"),
        "document_follows_the_one_before",
    ),
    State(
        "new version sent before it was made",
        "R13",
        another(
            "document",
            "document",
            version="2",
            supersedes_id="{document}",
            changed="'More'",
            made_at="'2018-09-01 12:00Z'",
        ),
        "document_sent_after_it_was_made",
    ),
    State(
        "document sent by nobody",
        "R13",
        another(
            "document", "document", version="2", supersedes_id="{document}", changed="'M'", sent_by_id="NULL"
        ),
        "document_sent_by_and_date",
    ),
    State(
        "document to another person",
        "design 18",
        change("document", "document", person_id="{strange_parent}"),
        "document_stays_as_made",
    ),
    State(
        "document that was sent taken back",
        "design 18",
        change("document", "document", sent_date="NULL", sent_by_id="NULL"),
        "document_stays_as_made",
    ),
    State("document deleted", "design 18", remove("document", "document"), "document_stays_as_made"),
    State(
        "file of other bytes",
        "design 18",
        change("documentfile", "file", content="'Another'"),
        RIGHT,
    ),
    State("file deleted", "design 18", remove("documentfile", "file"), RIGHT),
    State(
        "file with the sum of another",
        "design 18",
        another("documentfile", "file", format="'PDF'", content="'Another'"),
        "documentfile_sum_of_its_bytes",
    ),
    State(
        "file of nothing",
        "design 18",
        another("documentfile", "file", format="'PDF'", content="''", sha256="encode(sha256(''), 'hex')"),
        "documentfile_size",
    ),
    State(
        "file in no format",
        "design 18",
        another("documentfile", "file", format="'TEXT'"),
        "documentfile_format_known",
    ),
    State(
        "two files of one format", "design 18", another("documentfile", "file"), "documentfile_one_a_format"
    ),
    # ----- Duties and what people are told -----------------------------------------------------------------
    State("duty of an unknown kind", "0063", change("duty", "duty", kind="'SOMETIME'"), "duty_kind_known"),
    State("duty of two subjects", "0063", change("duty", "duty", plan_id="{plan}"), "duty_of_one_subject"),
    State("duty of nothing", "0063", change("duty", "duty", request_id="NULL"), "duty_of_one_subject"),
    State(
        "duty closed for no reason",
        "0063",
        change("duty", "duty", closed_at="now()"),
        "duty_closed_at_and_why",
    ),
    State("duty raised twice", "0064", another("duty", "duty"), "duty_raised_once"),
    State(
        "statutory duty put off past the law",
        "0064",
        change("duty", "duty", kind="'HOLD_CONFERENCE'", put_off_until_date="'2030-01-01'"),
        "duty_not_put_off_past_the_law",
    ),
    State(
        "duty of another child than its subject's",
        "0063",
        change("duty", "duty", child_id="{stranger}"),
        left_because=DERIVED,
    ),
    State(
        "duty of an unknown role", "0063", change("duty", "duty", owner_role="'NOBODY'"), left_because=DERIVED
    ),
    State("step of a duty changed", "0064", change("dutystep", "step", words="'Otherwise'"), RIGHT),
    State("step without why", "0064", another("dutystep", "step", words="''"), "dutystep_says_why"),
    State(
        "put off until no day",
        "0064",
        another("dutystep", "step", until_date="NULL"),
        "dutystep_put_off_until_a_day",
    ),
    State(
        "given to nobody",
        "0064",
        another("dutystep", "step", kind="'GIVEN'", until_date="NULL"),
        "dutystep_given_to_somebody",
    ),
    State(
        "escalation acknowledged without words",
        "1.10",
        change("escalation", "escalation", words="''"),
        "escalation_acknowledged_by_at_and_words",
    ),
    State(
        "escalation of an unknown rung",
        "0064",
        change("escalation", "escalation", rung="'SOON'"),
        "escalation_rung_known",
    ),
    State(
        "words of an e-mail changed after it went",
        "design 18",
        change("message", "message", body="'Otherwise'"),
        "message_sent_stays",
    ),
    State("e-mail that went deleted", "design 18", remove("message", "message"), "message_sent_stays"),
    State(
        "e-mail of an unknown kind",
        "0064",
        change("message", "message", kind="'SHOUT'"),
        "message_kind_known",
    ),
    State(
        "e-mail parked after it went",
        "0064",
        change("message", "message", parked_at="now()", parked_because="'Full'"),
        "message_parked_with_why_and_unsent",
    ),
    # ----- Files -------------------------------------------------------------------------------------------
    State(
        "file in an unknown state",
        "0024",
        change("importedfile", "file", status="'LOST'"),
        "importedfile_status_known",
    ),
    State(
        "file refused without why",
        "0023",
        change("importedfile", "file", status="'REFUSED'"),
        "importedfile_refusal_said",
    ),
    State(
        "file of which nobody asked what is asked",
        "0102",
        change("importedfile", "file", asked="'KEEP'"),
        "importedfile_asked_by_and_at",
    ),
    State(
        "fault of an unknown kind",
        "0023",
        change("importfault", "fault", kind="'ODD'"),
        "importfault_kind_known",
    ),
    State(
        "children's file taken in by nobody",
        "0085",
        change("childrenfeed", "feed", taken_in_at="now()"),
        "childrenfeed_taken_in_by_and_at",
    ),
    State(
        "children's file in an unknown state",
        "0085",
        change("childrenfeed", "feed", status="'LOST'"),
        "childrenfeed_status_known",
    ),
]
