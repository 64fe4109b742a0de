"""Enquiries, conferences, decisions and plans: what must not be of each, alone and together."""

from tests.forbidden.state import KEY, RIGHT, State, another, both, change, remove

# That a plan runs again: asked, and waiting.
RESUME = (
    "INSERT INTO conferences_planresumption (ref, plan_id, ending_id, was_end_date, was_end_reason,"
    " was_step_down, why, words, asked_by_id, asked_at, last_date, outcome, closed_reason)"
    " VALUES (gen_random_uuid(), {plan_left}, {ending_left}, '2018-09-03', 'DIED', '', 'OTHER_CHILD', 'Hers',"
    " {lead}, now(), '2030-01-01', '', '')"
)
NO_RULE = "No rule names it: "
STATES = [
    # ----- Need episodes -----------------------------------------------------------------------------------
    State(
        "episode closed before its referral",
        "8630",
        change("needepisode", "episode", closure_date="'2018-01-01'", closure_reason="'RC1'"),
        "needepisode_closes_after_referral",
    ),
    State(
        "episode closed without a reason",
        "8805",
        change("needepisode", "episode", closure_date="'2018-09-03'"),
        "needepisode_closure_date_and_reason",
    ),
    State(
        "episode closed for an unknown reason",
        "census N00103",
        change("needepisode", "episode", closure_date="'2018-09-03'", closure_reason="'RCX'"),
        "needepisode_codes_known",
    ),
    State(
        "episode of an unknown need",
        "census N00101",
        change("needepisode", "episode", primary_need="'NX'"),
        "needepisode_codes_known",
    ),
    State(
        "episode from an unknown referrer",
        "census N00152",
        change("needepisode", "episode", referral_source="'9Z'"),
        "needepisode_codes_known",
    ),
    State(
        "episode of an unknown source",
        "design 17",
        change("needepisode", "episode", source="'HEARSAY'"),
        "needepisode_source_known",
    ),
    State(
        "episode twice of one referral",
        "8815",
        another("needepisode", "episode"),
        "needepisode_stands_once",
    ),
    State(
        "episode in error though an enquiry lies in it",
        "census CINdetails",
        change("needepisode", "episode", in_error="true"),
        "enquiry_in_its_own_episode",
    ),
    # ----- Enquiries and their discussions -----------------------------------------------------------------
    State(
        "enquiry without a discussion",
        "1.3",
        another("enquiry", "enquiry", started_date="'2018-05-01'"),
        "enquiry_starts_with_its_discussion",
    ),
    State(
        "enquiry moved away from its discussion",
        "1.3, R1",
        change("enquiry", "enquiry", started_date="'2018-04-10'"),
        "enquiry_starts_with_its_discussion",
    ),
    State(
        "discussion moved away from its enquiry's start",
        "1.3, R1",
        change("strategydiscussion", "discussion", held_date="'2018-04-10'"),
        "enquiry_starts_with_its_discussion",
    ),
    State(
        "enquiry without one that started it",
        "1.3",
        change("strategydiscussion", "discussion", started_enquiry="false"),
        "enquiry_starts_with_its_discussion",
    ),
    State(
        "enquiry with two that started it",
        "1.3",
        change("strategydiscussion", "further", started_enquiry="true"),
        "strategydiscussion_one_starts_it",
    ),
    State(
        "starting discussion deleted",
        "1.3",
        remove("strategydiscussion", "discussion"),
        "strategydiscussion_stays",
    ),
    State(
        "starting discussion given to another enquiry",
        "1.3",
        both(
            change("strategydiscussion", "discussion", started_enquiry="false", enquiry_id="{enquiry_free}")
        ),
        "enquiry_starts_with_its_discussion",
    ),
    State(
        "further discussion before the first",
        "1.3",
        change("strategydiscussion", "further", held_date="'2018-04-01'"),
        left_because=(
            "A further strategy discussion before the first is taken: the issue of corrections says so."
        ),
    ),
    State("enquiry twice from one day", "1.3", another("enquiry", "enquiry"), "enquiry_stands_once"),
    State(
        "enquiry deleted",
        "design 15",
        remove("enquiry", "enquiry_free"),
        "enquiry_stays",
    ),
    State(
        "enquiry of an unknown need of a conference",
        "census N00111",
        change("enquiry", "enquiry", conference_need="'PERHAPS'"),
        "enquiry_need_known",
    ),
    State(
        "enquiry of an unknown source",
        "design 17",
        change("enquiry", "enquiry", source="'HEARSAY'"),
        "enquiry_source_known",
    ),
    State(
        "enquiry given to another child after its conference",
        "1.4",
        change("enquiry", "enquiry", child_id="{stranger}"),
        "conferencechild_fits",
    ),
    State(
        "enquiry in another child's episode",
        "census CINdetails",
        change("enquiry", "enquiry", episode_id="{episode}"),
        "enquiry_in_its_own_episode",
    ),
    State(
        "conference not needed though one was held",
        "8868",
        change("enquiry", "enquiry", conference_need="'NOT_NEEDED'"),
        "enquiry_not_needed_had_none",
    ),
    State(
        "enquiry that starts after its conference",
        "8615",
        both(
            change("enquiry", "enquiry", started_date="'2018-04-30'"),
            change("strategydiscussion", "discussion", held_date="'2018-04-30'"),
        ),
        "conferencechild_fits",
    ),
    State(
        "two enquiries at once",
        "8839",
        both(
            another("enquiry", "enquiry_asked", started_date="'2018-11-06'"),
            another(
                "strategydiscussion",
                "discussion",
                enquiry_id="(SELECT max(id) FROM conferences_enquiry)",
                held_date="'2018-11-06'",
            ),
        ),
        left_because=(
            "Whoever records it is told of the one that is open and may say that this is another; a file that"
            " tells of two is taken and its report says 8839."
        ),
    ),
    # ----- Conferences -------------------------------------------------------------------------------------
    State(
        "conference on a Sunday",
        "R3",
        change("conference", "conference_over", held_date="'2017-10-15'"),
        "conference_on_a_weekday",
    ),
    State(
        "conference on a Saturday",
        "R3",
        another("conference", "conference_over", held_date="'2017-10-14'"),
        "conference_on_a_weekday",
    ),
    State(
        "conference of an unknown source",
        "design 17",
        change("conference", "conference_over", source="'HEARSAY'"),
        "conference_source_known",
    ),
    State(
        "child twice at one conference",
        "1.4",
        another("conferencechild", "at_own", enquiry_id="NULL"),
        "conferencechild_once",
    ),
    State(
        "initial conference on a plan",
        "0053",
        change("conferencechild", "at_own", plan_id="{plan}"),
        "conferencechild_stands_on_what_its_kind_needs",
    ),
    State(
        "review of no plan",
        "R26",
        change("conferencechild", "at_review", plan_id="NULL"),
        "conferencechild_stands_on_what_its_kind_needs",
    ),
    State(
        "transfer-in of no arrival",
        "R11",
        change("conferencechild", "at_moved", transfer_in_id="NULL"),
        "conferencechild_stands_on_what_its_kind_needs",
    ),
    State(
        "conference of an unknown kind",
        "0053",
        change("conferencechild", "at_own", kind="'OTHER'"),
        "conferencechild_stands_on_what_its_kind_needs",
    ),
    State(
        "two conferences of one enquiry",
        "R29",
        another("conferencechild", "at_own", conference_id="{conference_end}"),
        "conferencechild_one_an_enquiry",
    ),
    State(
        "two conferences of one arrival",
        "R11",
        another("conferencechild", "at_moved", conference_id="{conference_end}"),
        "conferencechild_one_a_transfer",
    ),
    State(
        "conference on another child's enquiry",
        "1.4",
        change("conferencechild", "at_over", enquiry_id="{enquiry_stranger}"),
        "conferencechild_fits",
    ),
    State(
        "conference on another child's arrival",
        "R11",
        both(change("transferin", "arrival", child_id="{stranger}")),
        "conferencechild_fits",
    ),
    State(
        "review of another child's plan",
        "R26",
        change("conferencechild", "at_review", plan_id="{plan_over}"),
        "conferencechild_fits",
    ),
    State(
        "conference given to another child than its plan's",
        "1.4",
        change("conferencechild", "at_own", child_id="{stranger}", enquiry_id="NULL"),
        "plan_begins_at_its_conference",
    ),
    State(
        "review on the day the plan began",
        "8841",
        change("conference", "conference_end", held_date="'2017-10-16'"),
        "conferencechild_fits",
    ),
    State(
        "counted review on the day the plan began",
        "8841",
        both(
            another("conference", "conference_end", source="'CENSUS'", held_date="'2017-10-16'"),
            another(
                "conferencechild", "at_end", conference_id="(SELECT max(id) FROM conferences_conference)"
            ),
        ),
        left_because=(
            "A census file refuses it as it is read (8841), and what an earlier release took must stay "
            "changeable."
        ),
    ),
    State(
        "review added before the plan began",
        "8841",
        another("conferencechild", "at_review", conference_id="{conference_over}"),
        "conferencechild_fits",
    ),
    State(
        "plan made to begin after its review",
        "8841",
        both(
            change("plan", "plan", start_date="'2018-07-18'"),
            change("conference", "conference_own", held_date="'2018-07-18'"),
        ),
        "conferencechild_fits",
    ),
    State(
        "review after the plan ended",
        "R26",
        another("conferencechild", "at_end", conference_id="{conference_review}"),
        "conferencechild_fits",
    ),
    State(
        "child taken from a conference",
        "design 22",
        remove("conferencechild", "at_end"),
        "conferencechild_stays",
    ),
    State("conference deleted", "design 22", remove("conference", "conference_over"), "conference_stays"),
    # ----- Arrivals ----------------------------------------------------------------------------------------
    State(
        "arrival accepted before it was told",
        "R11",
        change("transferin", "arrival", accepted_date="'2018-09-01'"),
        "transferin_days_in_order",
    ),
    State(
        "papers of an arrival before it was told",
        "R11",
        change("transferin", "arrival", papers_received_date="'2018-09-01'"),
        "transferin_days_in_order",
    ),
    State(
        "arrival from no authority",
        "DfE codes",
        change("transferin", "arrival", from_authority="'XYZ'"),
        "transferin_authority_is_a_code",
    ),
    State(
        "arrival of an unknown source",
        "design 17",
        change("transferin", "arrival", source="'HEARSAY'"),
        "transferin_source_known",
    ),
    State(
        "arrival told twice on one day",
        "R11",
        another("transferin", "arrival"),
        "transferin_stands_once",
    ),
    State(
        "arrival told after its conference",
        "R11",
        change(
            "transferin",
            "arrival",
            notified_date="'2018-10-16'",
            accepted_date="NULL",
            papers_received_date="NULL",
        ),
        "conferencechild_fits",
    ),
    State(
        "arrival in error though its conference was held",
        "R29",
        change("transferin", "arrival", in_error="true"),
        "conferencechild_fits",
    ),
    State(
        "arrival in error though a conference is asked for",
        "R11",
        both(
            another(
                "transferin",
                "arrival",
                child_id="{asked}",
                notified_date="'2018-01-08'",
                accepted_date="NULL",
                papers_received_date="NULL",
                moved_date="NULL",
            ),
            "UPDATE conferences_requestedchild SET kind = 'TRANSFER_IN', plan_id = NULL, enquiry_id = NULL,"
            " transfer_in_id = (SELECT max(id) FROM conferences_transferin) WHERE id = {requested_asked}",
            "SET CONSTRAINTS ALL IMMEDIATE",
            "UPDATE conferences_transferin SET in_error = true"
            " WHERE id = (SELECT max(id) FROM conferences_transferin)",
        ),
        "requestedchild_on_its_own",
    ),
    # ----- Decisions ---------------------------------------------------------------------------------------
    State(
        "two decisions on a child at one conference",
        "1.4",
        another("decision", "decision_own"),
        KEY.replace("a foreign key", "a unique key"),
    ),
    State(
        "decision without reasons",
        "1.5",
        another("decision", "decision_own", conference_child_id="{at_counted}", reasons="''"),
        "decision_reasons_given",
    ),
    State(
        "decision of an unknown outcome",
        "1.5",
        another("decision", "decision_own", conference_child_id="{at_counted}", outcome="'PERHAPS'"),
        "decision_category_where_there_is_a_plan",
    ),
    State(
        "decision for a plan without a category",
        "1.6",
        another("decision", "decision_own", conference_child_id="{at_counted}", category="''"),
        "decision_category_where_there_is_a_plan",
    ),
    State(
        "decision that changes after it was signed",
        "design 22",
        change("decision", "decision_own", reasons="'Otherwise'"),
        "decision_stays",
    ),
    State(
        "decision with another outcome",
        "design 22",
        change("decision", "decision_end", outcome="'PLAN_CONTINUES'", category="'NEG'"),
        "decision_stays",
    ),
    State(
        "decision under another name",
        "design 22",
        change("decision", "decision_own", decided_by_id="{other_chair}"),
        "decision_stays",
    ),
    State("decision deleted", "design 22", remove("decision", "decision_own"), "decision_stays"),
    State(
        "plan that continues decided at an initial conference",
        "1.5",
        another("decision", "decision_review", conference_child_id="{at_counted}"),
        "decision_fits_its_conference",
    ),
    State(
        "plan that ends decided at a transfer-in",
        "1.5",
        both(
            another("conference", "conference_own"),
            another(
                "conferencechild", "at_over", conference_id="(SELECT max(id) FROM conferences_conference)"
            ),
            another(
                "decision",
                "decision_end",
                conference_child_id="(SELECT max(id) FROM conferences_conferencechild)",
            ),
        ),
        "decision_fits_its_conference",
    ),
    State(
        "kind of a conference changed under its decision",
        "1.5",
        both(change("conferencechild", "at_end", kind="'INITIAL'", plan_id="NULL")),
        "decision_fits_its_conference",
    ),
    State(
        "plan begun by decision and not there",
        "1.5",
        another("decision", "decision_own", conference_child_id="(SELECT id FROM made)").replace(
            "INSERT",
            "WITH made AS ("
            + another("conferencechild", "at_over", child_id="{free}", conference_id="{conference_own}")
            + " RETURNING id) INSERT",
            1,
        ),
        "decision_has_its_plan",
    ),
    State(
        "plan taken from the decision that began it",
        "1.5",
        change("plan", "plan_moved", begun_at_id="NULL", source="'CENSUS'"),
        "plan_source_stays",
    ),
    State(
        "plan ended by decision on another day",
        "R25",
        change("plan", "plan_over", end_date="'2018-03-13'"),
        "decision_has_its_plan",
    ),
    # ----- Plans -------------------------------------------------------------------------------------------
    State(
        "two open plans",
        "8935",
        another("plan", "plan", begun_at_id="NULL", source="'CENSUS'", start_date="'2018-08-01'"),
        "plan_no_overlap_for_a_child",
    ),
    State(
        "plans that share a day",
        "8940",
        another(
            "plan",
            "plan_over",
            begun_at_id="NULL",
            source="'CENSUS'",
            start_date="'2018-03-12'",
            end_date="'2018-03-20'",
            end_reason="'MOVED'",
        ),
        "plan_no_overlap_for_a_child",
    ),
    State(
        "plan twice from one day",
        "8940",
        another("plan", "plan_over", begun_at_id="NULL", source="'CENSUS'", held_for_other_authority="true"),
        "plan_once_by_start",
    ),
    State(
        "plan that ends the day it began",
        "8840",
        change("plan", "plan", end_date="'2018-04-24'", end_reason="'MOVED'"),
        "plan_ends_after_its_start",
    ),
    State(
        "plan that ended without a reason",
        "1.8",
        change("plan", "plan", end_date="'2018-09-03'"),
        "plan_end_date_and_reason",
    ),
    State(
        "reason of an end without an end",
        "1.8",
        change("plan", "plan", end_reason="'MOVED'"),
        "plan_end_date_and_reason",
    ),
    State(
        "plan that ended for an unknown reason",
        "1.8",
        change("plan", "plan", end_date="'2018-09-03'", end_reason="'TIRED'"),
        "plan_end_codes_known",
    ),
    State(
        "plan stepped down to nowhere known",
        "1.8",
        change("plan", "plan_over", step_down="'MARS'"),
        "plan_end_codes_known",
    ),
    State(
        "step-down of a plan that runs",
        "1.8",
        change("plan", "plan", step_down="'CLOSED'"),
        "plan_step_down_only_when_ended",
    ),
    State(
        "plan recorded here that ended for no recorded reason",
        "1.8",
        change("plan", "plan", end_date="'2018-09-03'", end_reason="'NOT_RECORDED'"),
        "plan_end_codes_known",
    ),
    State(
        "initial category changed",
        "1.6",
        change("plan", "plan", initial_category="'PHY'"),
        "plan_initial_category_stays",
    ),
    State(
        "initial category of a counted plan changed",
        "1.6",
        change("plan", "plan_counted", initial_category="'PHY'"),
        "plan_initial_category_stays",
    ),
    State(
        "initial category unknown",
        "8905",
        another(
            "plan", "plan", child_id="{free}", begun_at_id="NULL", source="'CENSUS'", initial_category="'XXX'"
        ),
        "plan_initial_category_known",
    ),
    State(
        "latest category unknown",
        "8910",
        change("plan", "plan", latest_category="'XXX'"),
        "plan_latest_category_known",
    ),
    State(
        "latest category that nothing explains",
        "1.6",
        change("plan", "plan", latest_category="'SAB'"),
        "plan_latest_category_as_decided",
    ),
    State(
        "category taken from under a plan",
        "1.6",
        remove("plancategory", "later_category"),
        "plancategory_stays",
    ),
    State(
        "category of an unknown code",
        "8910",
        change("plancategory", "category", category="'XXX'"),
        "plancategory_known",
    ),
    State(
        "two categories of a day",
        "1.6",
        another("plancategory", "category", category="'PHY'"),
        "plancategory_one_a_day",
    ),
    State(
        "category before the plan began",
        "1.6",
        another(
            "plancategory",
            "category",
            plan_id="{plan_counted}",
            conference_child_id="NULL",
            from_date="'2018-04-20'",
        ),
        "plancategory_fits",
    ),
    State(
        "category that no conference decided",
        "1.6",
        both(
            another("plancategory", "later_category", from_date="'2018-07-18'", conference_child_id="NULL"),
        ),
        "plancategory_decided_here",
    ),
    State(
        "category of another child's conference",
        "1.6",
        change("plancategory", "later_category", conference_child_id="{at_counted}"),
        "plancategory_fits",
    ),
    *(
        State(f"{what} deleted", "design 22", remove(model, name), f"{model}_stays")
        for what, model, name in (
            ("further discussion", "strategydiscussion", "further"),
            ("core group", "coregroup", "core_group"),
            ("follow-up", "followup", "follow_up"),
            ("thinking entry", "thinkingtimeentry", "entry"),
            ("reflective note", "reflectivenote", "note"),
            ("move of a meeting", "bookingmove", "move"),
        )
    ),
    State(
        "first category of a signed decision changed beside a later one",
        "design 8",
        change("plancategory", "category", category="'PHY'"),
        "plancategory_as_decided",
    ),
    State(
        "later category of a signed decision changed",
        "design 8",
        both(
            change("plancategory", "later_category", category="'PHY'"),
            change("plan", "plan", latest_category="'PHY'"),
        ),
        "plancategory_as_decided",
    ),
    State(
        "category from another day than its conference",
        "1.6",
        change("plancategory", "later_category", from_date="'2018-07-18'"),
        "plancategory_as_decided",
    ),
    State(
        "category of a decision put in from another day",
        "1.6",
        another("plancategory", "later_category", from_date="'2018-07-18'"),
        "plancategory_as_decided",
    ),
    State(
        "category of a decision without its conference",
        "1.6",
        change("plancategory", "later_category", conference_child_id="NULL"),
        "plancategory_decided_stays",
    ),
    State(
        "chair of a signed conference changed",
        "design 8",
        change("conference", "conference_own", chair_id="{other_chair}"),
        "conference_signed_keeps_its_chair",
    ),
    State(
        "signed conference given to another family",
        "design 8",
        change("conference", "conference_own", family_id="{strangers}"),
        "conference_of_its_family",
    ),
    State(
        "plan reopened",
        "vocabulary 10.9",
        change("plan", "plan_over", end_date="NULL", end_reason="''", step_down="''"),
        "plan_never_reopened",
    ),
    State(
        "plan reopened by the end that one person takes back",
        "R20",
        both(
            RESUME,
            "UPDATE conferences_planresumption SET outcome = 'CONFIRMED', closed_by_id = asked_by_id,"
            " closed_at = now()",
            change("plan", "plan_left", end_date="NULL", end_reason="''", step_down="''"),
        ),
        "planresumption_confirmed_by_another",
    ),
    State(
        "plan reopened while its end waits to be taken back",
        "R20",
        both(RESUME, change("plan", "plan_left", end_date="NULL", end_reason="''", step_down="''")),
        "plan_never_reopened",
    ),
    State(
        "plan that runs again by the end of another",
        "R20",
        RESUME.replace("{plan_left}", "{plan_over}"),
        "planresumption_of_its_end",
    ),
    State(
        "plan that runs again by an end that nobody confirmed",
        "R20",
        RESUME.replace("{ending_left}", "{ending_refused}"),
        "planresumption_of_its_end",
    ),
    State(
        "plan that runs again for an unknown reason",
        "a code of our own",
        RESUME.replace("'OTHER_CHILD'", "'WHIM'"),
        "planresumption_why_known",
    ),
    State(
        "plan that runs again without words",
        "issue 10, part 3",
        RESUME.replace("'Hers'", "''"),
        "planresumption_why_in_words",
    ),
    State(
        "plan that runs again after a review ended it",
        "R20",
        RESUME.replace("'DIED'", "'RISK_REDUCED'"),
        "planresumption_of_an_end_without_a_review",
    ),
    State(
        "plan that runs again asked for twice at once",
        "design 20",
        both(RESUME, RESUME),
        "planresumption_one_at_a_time",
    ),
    State(
        "counted plan reopened",
        "vocabulary 10.9",
        both(
            change("plan", "plan_counted", end_date="'2018-09-03'", end_reason="'NOT_RECORDED'"),
            change("plan", "plan_counted", end_date="NULL", end_reason="''"),
        ),
        "plan_never_reopened",
    ),
    State("plan deleted", "design 22", remove("plan", "plan_counted"), "plan_stays"),
    State(
        "plan recorded here that began at no conference",
        "R25",
        change("plan", "plan_moved", begun_at_id="NULL"),
        "plan_recorded_here_began_at_a_conference",
    ),
    State(
        "plan that begins another day than its conference",
        "R25",
        change("plan", "plan", start_date="'2018-04-25'"),
        "plan_begins_at_its_conference",
    ),
    State(
        "conference moved away from the plan it began",
        "R25",
        change("conference", "conference_over", held_date="'2017-10-17'"),
        "plan_begins_at_its_conference",
    ),
    State(
        "plan that begins at another child's conference",
        "R25",
        change("plan", "plan_counted", begun_at_id="{at_own}"),
        KEY.replace("a foreign key", "a unique key"),
    ),
    State(
        "plan given to another child",
        "R25",
        change("plan", "plan_moved", child_id="{stranger}"),
        "plan_begins_at_its_conference",
    ),
    State(
        "plan that begins at a review",
        "R25",
        change("plan", "plan", begun_at_id="{at_review}", start_date="'2018-07-17'"),
        "conferencechild_fits",
    ),
    State(
        "new plan at another child's conference",
        "R25",
        another("plan", "plan_counted", child_id="{free}", begun_at_id="{at_end}", start_date="'2018-03-12'"),
        "plan_begins_at_its_conference",
    ),
    State(
        "reduced risk without a review",
        "R20",
        change("plan", "plan_moved", end_date="'2018-11-05'", end_reason="'RISK_REDUCED'"),
        "plan_reduced_risk_at_a_review",
    ),
    State(
        "reduced risk on another day than the review's",
        "R20",
        change("plan", "plan", end_date="'2018-07-18'", end_reason="'RISK_REDUCED'"),
        "plan_reduced_risk_at_a_review",
    ),
    State(
        "reduced risk where the review went on with the plan",
        "R20",
        change("plan", "plan", end_date="'2018-07-17'", end_reason="'RISK_REDUCED'"),
        "decision_has_its_plan",
    ),
    State(
        "review moved away from the plan it ended",
        "R20",
        change("conference", "conference_end", held_date="'2018-03-09'"),
        "decision_has_its_plan",
    ),
    State(
        "plan of an unknown source",
        "design 17",
        change("plan", "plan_counted", source="'HEARSAY'"),
        "plan_source_known",
    ),
    State(
        "fewer than no previous plans",
        "R30",
        change("plan", "plan", previous_plans_recorded="-1"),
        "conferences_plan_previous_plans_recorded_check",
    ),
    State(
        "plan in another child's episode",
        "census CINdetails",
        change("plan", "plan", episode_id="{episode}"),
        "plan_in_its_own_episode",
    ),
    State(
        "plan that ends after the child died",
        "8920",
        both(change("child", "own", death_date="'2018-09-01'")),
        left_because=(
            "A death is told on its own day; ending the plan for it is the life event's, by a manager "
            "with a second person."
        ),
    ),
    State(
        "plan elsewhere that ends before it starts",
        "people 9",
        change("planelsewhere", "elsewhere", end_date="'2012-01-01'"),
        "planelsewhere_ends_after_start",
    ),
    State(
        "plan elsewhere that nobody told",
        "1.1",
        change("planelsewhere", "elsewhere", how_known="''"),
        "planelsewhere_how_known",
    ),
    State(
        "plan elsewhere of an unknown category",
        "8910",
        change("planelsewhere", "elsewhere", category="'XXX'"),
        "planelsewhere_category_known",
    ),
    State(
        "plan elsewhere of no authority",
        "DfE codes",
        change("planelsewhere", "elsewhere", authority="'XYZ'"),
        "planelsewhere_authority_is_a_code",
    ),
    State(
        "plan elsewhere of nobody",
        "1.1",
        change("planelsewhere", "elsewhere", authority_name="''"),
        "planelsewhere_authority_named",
    ),
    State(
        "child in need plan that ends before it starts",
        "4003",
        change("childinneedplan", "in_need", end_date="'2018-01-01'"),
        "inneedplan_ends_after_start",
    ),
    State(
        "child in need plan twice from one day",
        "4001",
        another("childinneedplan", "in_need"),
        "inneedplan_stands_once",
    ),
    State(
        "child in need plan put back beside a plan",
        "R28",
        both(
            change("childinneedplan", "in_need", in_error="true", child_id="{own}"),
            "SET CONSTRAINTS ALL IMMEDIATE",
            change("childinneedplan", "in_need", in_error="false"),
        ),
        "inneedplan_not_beside_a_plan",
    ),
    State(
        "child in need plan of an unknown source",
        "design 17",
        change("childinneedplan", "in_need", source="'HEARSAY'"),
        "inneedplan_source_known",
    ),
    State(
        "child in need plan beside a plan",
        "R28",
        change("childinneedplan", "in_need", child_id="{own}"),
        "inneedplan_not_beside_a_plan",
    ),
    State(
        "plan begun beside a child in need plan",
        "R28",
        change("childinneedplan", "in_need", child_id="{moved}", start_date="'2018-10-01'"),
        "inneedplan_not_beside_a_plan",
    ),
    State(
        "counted child in need plan beside a plan",
        "R28",
        another("childinneedplan", "in_need", child_id="{own}", source="'CENSUS'"),
        left_because="A census file may tell of both: it is taken and its report says 4001 or 4016.",
    ),
    # ----- While a plan runs -------------------------------------------------------------------------------
    State(
        "core group before the plan began",
        "R5",
        change("coregroup", "core_group", held_date="'2018-04-23'"),
        "coregroup_while_the_plan_runs",
    ),
    State(
        "core group after the plan ended",
        "R5",
        another("coregroup", "core_group", plan_id="{plan_over}", held_date="'2018-05-04'"),
        "coregroup_while_the_plan_runs",
    ),
    State("two core groups of one day", "R5", another("coregroup", "core_group"), "coregroup_stands_once"),
    State(
        "core group on a Sunday",
        NO_RULE,
        change("coregroup", "core_group", held_date="'2018-05-06'"),
        left_because=(
            "R5 and R6 name no day of the week: a core group meets when the family can, and is recorded "
            "as it was."
        ),
    ),
    State(
        "follow-up of a plan that runs",
        "0016",
        another("followup", "follow_up", plan_id="{plan}"),
        left_because=(
            "The operation asks whether it ended; a file may tell the end later than the follow-up was "
            "recorded."
        ),
    ),
    State(
        "follow-up before the plan ended",
        "0016",
        change("followup", "follow_up", held_date="'2018-03-01'"),
        "followup_after_the_end",
    ),
    State("follow-up twice", "0016", another("followup", "follow_up"), "followup_stands_once"),
    State(
        "follow-up of an unknown kind",
        "0016",
        change("followup", "follow_up", which="'NINTH'"),
        "followup_which_known",
    ),
    State(
        "follow-up that says nothing of the child",
        "0016",
        change("followup", "follow_up", how_child_is="''"),
        "followup_says_how_the_child_is",
    ),
    # ----- Days are of the calendar ------------------------------------------------------------------------
    *(
        State(f"{what} on no day", "issue: wrong date", change(model, name, **{column: day}), refused)
        for what, model, name, column, day, refused in (
            ("plan begun", "plan", "plan_counted", "start_date", "'-infinity'", "plan_days_finite"),
            ("plan ended", "plan", "plan_counted", "end_date", "'infinity'", "plan_days_finite"),
            (
                "conference",
                "conference",
                "conference_own",
                "held_date",
                "'-infinity'",
                "conference_days_finite",
            ),
            ("core group", "coregroup", "core_group", "held_date", "'infinity'", "coregroup_days_finite"),
            ("follow-up", "followup", "follow_up", "held_date", "'infinity'", "followup_days_finite"),
            (
                "in need plan ended",
                "childinneedplan",
                "in_need",
                "end_date",
                "'infinity'",
                "inneedplan_days_finite",
            ),
            ("child born", "child", "own", "birth_date", "'-infinity'", "child_days_finite"),
            ("child expected", "child", "unborn", "expected_birth_date", "'infinity'", "child_days_finite"),
            ("child died", "child", "free", "death_date", "'infinity'", "child_days_finite"),
        )
    ),
    State("history of a plan changed", "design 8", "UPDATE conferences_planevent SET end_date = NULL", RIGHT),
    State("history of a decision deleted", "design 8", "DELETE FROM conferences_decisionevent", RIGHT),
    # ----- What was recorded here is never made a file's ---------------------------------------------------
    *(
        State(
            f"{what} made a file's",
            "design 17",
            change(model, name, source="'CENSUS'"),
            f"{promise}_source_stays",
        )
        for what, model, name, promise in (
            ("enquiry", "enquiry", "enquiry", "enquiry"),
            ("conference", "conference", "conference_own", "conference"),
            ("arrival", "transferin", "arrival", "transferin"),
            ("plan", "plan", "plan", "plan"),
            ("child in need plan", "childinneedplan", "in_need", "inneedplan"),
        )
    ),
]
