"""Life events, voids, what two people decide, corrections and joined records: what must not be of each."""

from tests.forbidden.state import RIGHT, State, another, both, change, remove

CONFIRMED = {"outcome": "'CONFIRMED'", "closed_at": "now()"}
# A plan that was recorded here and ended, which no decision here began or ended.
ENDED = both(
    change("plan", "plan_counted", end_date="'2018-09-03'", end_reason="'MOVED'"),
    change("plan", "plan_counted", source="'RECORDED'"),
)
STATES = [
    # ----- Enquiries that are void, or came to nothing -----------------------------------------------------
    State(
        "enquiry void under an open request",
        "issue: a void that others build on",
        change(
            "enquiry",
            "enquiry_asked",
            voided_at="now()",
            voided_by_id="{manager}",
            voided_reason="'TWICE'",
            voided_words="'Twice.'",
        ),
        "enquiry_void_carries_nothing",
    ),
    State(
        "enquiry void under its conference",
        "issue: a void that others build on",
        change(
            "enquiry",
            "enquiry",
            voided_at="now()",
            voided_by_id="{manager}",
            voided_reason="'TWICE'",
            voided_words="'Twice.'",
        ),
        "enquiry_void_carries_nothing",
    ),
    State(
        "enquiry void for no reason",
        "issue: voided with a reason",
        change("enquiry", "void", voided_words="''"),
        "enquiry_void_by_at_and_why",
    ),
    State(
        "conference on a void enquiry",
        "issue: out of every figure",
        both(
            change("conferencechild", "at_own", enquiry_id="{void}"),
            change("requestedchild", "requested_own", enquiry_id="{void}"),
        ),
        "conferencechild_fits",
    ),
    State(
        "conference added on a void enquiry",
        "issue: out of every figure",
        another("conferencechild", "at_own", conference_id="{conference_over}", enquiry_id="{void}"),
        "conferencechild_fits",
    ),
    State(
        "request on a void enquiry",
        "issue: out of every figure",
        change("requestedchild", "requested_own", enquiry_id="{void}"),
        "requestedchild_on_its_own",
    ),
    State(
        "request on an enquiry that needs no conference",
        "R4",
        change("requestedchild", "requested_own", enquiry_id="{not_needed}"),
        "requestedchild_on_its_own",
    ),
    State(
        "conference not needed though one is asked for",
        "R4",
        change("enquiry", "enquiry_asked", conference_need="'NOT_NEEDED'"),
        "enquiry_not_needed_had_none",
    ),
    State(
        "outcome of an enquiry before its start",
        "R4",
        change("enquiry", "not_needed", outcome_date="'2018-03-01'"),
        "enquiry_outcome_after_start",
    ),
    State(
        "enquiry that ended without a conference and needs one",
        "R4",
        change("enquiry", "not_needed", conference_need="'NEEDED'"),
        "enquiry_outcome_with_its_day",
    ),
    # ----- What happens in a child's life ------------------------------------------------------------------
    State(
        "death on another day than the child's",
        "issue: both dates",
        change("lifeevent", "died", day="'2018-09-04'"),
        "lifeevent_on_the_childs_own_day",
    ),
    State(
        "death of a child who lives",
        "issue: died",
        another("lifeevent", "died", child_id="{own}"),
        "lifeevent_on_the_childs_own_day",
    ),
    State(
        "event of an unknown kind",
        "issue: life events",
        another(
            "lifeevent", "away", kind="'WON'", authority="''", authority_name="''", conference_date="NULL"
        ),
        "lifeevent_kind_known",
    ),
    State(
        "event that nobody knows of",
        "1.1",
        change("lifeevent", "away", evidence="''"),
        "lifeevent_evidence_given",
    ),
    State(
        "death twice",
        "issue: died",
        another("lifeevent", "died", day="'2018-09-04'"),
        "lifeevent_stands_once_in_a_life",
    ),
    State(
        "move to nowhere",
        "issue: receiving authority",
        change("lifeevent", "away", authority="''", authority_name="''"),
        "lifeevent_move_says_where_to",
    ),
    State(
        "the other authority's conference before the move",
        "R11",
        change("lifeevent", "away", day="'2018-11-07'"),
        "lifeevent_conference_after_the_move",
    ),
    # ----- What help was tried -----------------------------------------------------------------------------
    State(
        "help that was declined for no reason",
        "issue: coded why",
        change("supporttried", "help_tried", uptake="'DECLINED'"),
        "supporttried_uptake_and_what_it_needs",
    ),
    State(
        "help that started before it was offered",
        "issue: days in order",
        change(
            "supporttried",
            "help_tried",
            uptake="'TAKEN_UP'",
            did_change="'NO'",
            started_date="offered_date - 1",
        ),
        "supporttried_started_after_offered",
    ),
    State(
        "help that is offered after it was told",
        "issue: none in the future",
        change("supporttried", "help_tried", offered_date="told_at::date + 1"),
        "supporttried_offered_by_its_telling",
    ),
    State(
        "help offered at the end of all days",
        "0106",
        change("supporttried", "help_tried", offered_date="'infinity'"),
        "supporttried_days_finite",
    ),
    State(
        "help twice",
        "issue: recorded once",
        another("supporttried", "help_tried"),
        "supporttried_stands_once",
    ),
    State("help deleted", "0106", remove("supporttried", "help_tried"), "supporttried_stays"),
    State("event deleted", "0106", remove("lifeevent", "died"), "lifeevent_stays"),
    State(
        "event made another kind",
        "0106",
        change("lifeevent", "left_country", kind="'OTHER_ORDER'"),
        "lifeevent_stays",
    ),
    State(
        "event given to another child",
        "0106",
        change("lifeevent", "left_country", child_id="{free}"),
        "whathappened_to_its_child",
    ),
    State(
        "event given to another child under the end of a plan",
        "issue: the plan ends by it",
        change("lifeevent", "away", child_id="{free}"),
        "planending_by_its_own_childs_event",
    ),
    State(
        "event in error by which a plan is to end",
        "issue: recorded on the wrong child",
        change("lifeevent", "away", in_error="true"),
        "planending_by_its_own_childs_event",
    ),
    State(
        "event with another child's name",
        "issue: life events",
        change("lifeevent", "away", name_id="{strange_name}"),
        "lifeevent_of_its_own_child",
    ),
    State(
        "event with another child's stay",
        "issue: life events",
        change("lifeevent", "away", stay_id="{strange_member}"),
        "lifeevent_of_its_own_child",
    ),
    State(
        "new event with another child's name",
        "issue: life events",
        another("lifeevent", "away", day="'2018-10-05'", name_id="{strange_name}"),
        "lifeevent_of_its_own_child",
    ),
    State(
        "name of an event given to another child",
        "issue: life events",
        both(
            change("lifeevent", "away", name_id="{name}"),
            "SET CONSTRAINTS ALL IMMEDIATE",
            change("childname", "name", child_id="{free}"),
        ),
        "lifeevent_of_its_own_child",
    ),
    State(
        "stay of an event given to another child",
        "issue: life events",
        both(
            change("lifeevent", "away", stay_id="{member}"),
            "SET CONSTRAINTS ALL IMMEDIATE",
            change("householdmember", "member", child_id="{free}"),
        ),
        "lifeevent_of_its_own_child",
    ),
    State(
        "death before a decision",
        "issue: a death before the last conference",
        change("child", "over", death_date="'2018-03-09'"),
        "decision_on_a_living_child",
    ),
    State(
        "conference moved behind a death",
        "issue: a death before the last conference",
        both(
            change("child", "over", death_date="'2018-03-12'"),
            change("conference", "conference_end", held_date="'2018-03-13'"),
            change("plan", "plan_over", end_date="'2018-03-13'"),
        ),
        "decision_on_a_living_child",
    ),
    # ----- A plan ends by two ------------------------------------------------------------------------------
    State(
        "plan ended by one person",
        "issue: a second person where a plan ends",
        change("plan", "plan", end_date="'2018-11-06'", end_reason="'MOVED'"),
        "plan_ends_by_a_review_or_by_two",
    ),
    State(
        "end of a plan asked for and confirmed by the same person",
        "issue: a second person where a plan ends",
        change("planending", "ending", **CONFIRMED, closed_by_id="asked_by_id"),
        "planending_confirmed_by_another",
    ),
    State(
        "end of a plan confirmed and not done",
        "issue: a second person where a plan ends",
        change("planending", "ending", **CONFIRMED, closed_by_id="{manager}"),
        "planending_confirmed_ends_its_plan",
    ),
    State(
        "end of a plan confirmed and done on another day",
        "issue: a second person where a plan ends",
        both(
            change("planending", "ending", **CONFIRMED, closed_by_id="{manager}"),
            change("plan", "plan", end_date="'2018-11-07'", end_reason="'MOVED'"),
        ),
        "planending_confirmed_ends_its_plan",
    ),
    State(
        "end of a plan turned down without a reason",
        "issue: a second person where a plan ends",
        change("planending", "ending", outcome="'REFUSED'", closed_at="now()", closed_by_id="{manager}"),
        "planending_turned_down_with_reason",
    ),
    State(
        "end of a plan by another child's move",
        "issue: the plan ends by it",
        another("planending", "ending", plan_id="{plan_moved}"),
        "planending_by_its_own_childs_event",
    ),
    State(
        "end of a plan for what did not happen",
        "issue: the plan ends by it",
        both(
            change(
                "planending",
                "ending",
                outcome="'WITHDRAWN'",
                closed_at="now()",
                closed_by_id="{manager}",
                closed_reason="'Not yet'",
            ),
            another("planending", "ending", end_reason="'DIED'"),
        ),
        "planending_by_its_own_childs_event",
    ),
    State(
        "end of a plan for reduced risk without a review",
        "R20",
        another("planending", "ending", end_reason="'RISK_REDUCED'"),
        "planending_reason_without_a_review",
    ),
    State(
        "two ends of a plan at once",
        "issue: a second person where a plan ends",
        another("planending", "ending"),
        "planending_one_at_a_time",
    ),
    State(
        "end of a plan on another day than was asked",
        "issue: a second person where a plan ends",
        change("planending", "ending", end_date="'2018-12-01'"),
        "(never changed)",
    ),
    State("end of a plan deleted", "0052", remove("planending", "ending"), "(never deleted)"),
    State(
        "plan ended before its core group",
        "R5",
        both(
            ENDED,
            another("coregroup", "core_group", plan_id="{plan_counted}", held_date="'2018-05-04'"),
            change("plan", "plan_counted", end_date="'2018-05-01'"),
        ),
        "coregroup_while_the_plan_runs",
    ),
    State(
        "plan ended after its follow-up",
        "0016",
        both(
            ENDED,
            another("followup", "follow_up", plan_id="{plan_counted}", held_date="'2018-10-01'"),
            change("plan", "plan_counted", end_date="'2018-11-01'"),
        ),
        "followup_after_the_end",
    ),
    State(
        "plan begun after its category",
        "1.6",
        both(
            change("plan", "plan_over", start_date="'2017-10-17'"),
            change("conference", "conference_over", held_date="'2017-10-17'"),
        ),
        "plancategory_fits",
    ),
    State(
        "decision on a child who had died",
        "issue: a death before the last conference",
        both(
            change("child", "free", death_date="'2018-04-01'"),
            another("conferencechild", "at_over", child_id="{free}", conference_id="{conference_own}"),
            another(
                "decision",
                "decision_own",
                conference_child_id="(SELECT max(id) FROM conferences_conferencechild)",
                outcome="'NO_PLAN'",
                category="''",
            ),
        ),
        "decision_on_a_living_child",
    ),
    # ----- Versions of a decision --------------------------------------------------------------------------
    State(
        "new version agreed by who asked for it",
        "issue: a second person's agreement",
        change("decisionchange", "version", **CONFIRMED, closed_by_id="asked_by_id"),
        "decisionchange_confirmed_by_another",
    ),
    State(
        "new version agreed and not done",
        "issue: as a new version",
        change("decisionchange", "version", **CONFIRMED, closed_by_id="{lead}"),
        "decisionchange_confirmed_is_the_decision",
    ),
    State(
        "decision changed otherwise than its version",
        "issue: as a new version",
        both(
            change("decisionchange", "version", **CONFIRMED, closed_by_id="{lead}"),
            change("decision", "decision_review", category="'PHY'"),
        ),
        "decisionchange_confirmed_is_the_decision",
    ),
    State(
        "another decision changed under a version",
        "issue: but by their versions",
        both(
            change("decisionchange", "version", **CONFIRMED, closed_by_id="{lead}"),
            change("decision", "decision_own", reasons="'Otherwise'"),
        ),
        "decision_stays",
    ),
    State(
        "version that replaces what was not decided",
        "issue: says what it replaces",
        another("decisionchange", "version", conference_child_id="{at_over}"),
        "decisionchange_replaces_what_stands",
    ),
    State(
        "version of no decision",
        "issue: says what it replaces",
        another("decisionchange", "version", conference_child_id="{at_counted}"),
        "decisionchange_replaces_what_stands",
    ),
    State(
        "version that changes nothing",
        "issue: as a new version",
        another("decisionchange", "version", new_category="was_category", new_reasons="was_reasons"),
        "decisionchange_changes_something",
    ),
    State(
        "two versions that wait",
        "issue: as a new version",
        another("decisionchange", "version"),
        "decisionchange_one_at_a_time",
    ),
    State(
        "version of a number that is another's",
        "issue: as a new version",
        both(
            change(
                "decisionchange",
                "version",
                outcome="'WITHDRAWN'",
                closed_at="now()",
                closed_by_id="{lead}",
                closed_reason="'Not yet'",
            ),
            another(
                "decisionchange",
                "version",
                version="3",
                outcome="''",
                closed_at="NULL",
                closed_by_id="NULL",
                closed_reason="''",
            ),
            "UPDATE conferences_decisionchange SET outcome = 'CONFIRMED', closed_at = now(), closed_by_id ="
            " {lead} WHERE version = 3",
            "UPDATE conferences_decision AS d SET category = v.new_category, reasons = v.new_reasons FROM"
            " conferences_decisionchange AS v WHERE v.version = 3 AND d.id = {decision_review}",
        ),
        "decisionchange_confirmed_is_the_decision",
    ),
    State(
        "version that says otherwise than was asked",
        "issue: as a new version",
        change("decisionchange", "version", new_category="'PHY'"),
        "(never changed)",
    ),
    State("version deleted", "0052", remove("decisionchange", "version"), "(never deleted)"),
    # ----- Corrections -------------------------------------------------------------------------------------
    State(
        "correction told otherwise",
        "issue: as it was told",
        change("correction", "correction", was="'2000-01-01'"),
        "correction_stays",
    ),
    State(
        "correction deleted", "issue: as it was told", remove("correction", "correction"), "correction_stays"
    ),
    State(
        "correction for an unknown reason",
        "issue: a coded reason",
        another("correction", "correction", why="'BORED'"),
        "correction_why_known",
    ),
    State(
        "correction of nothing",
        "issue: corrections",
        another("correction", "correction", field="''"),
        "correction_of_a_fact",
    ),
    # ----- The same child twice ----------------------------------------------------------------------------
    State(
        "record joined into itself",
        "issue: a child with itself",
        change("child", "free", joined_into_id="id", family_id="NULL"),
        "child_joined_by_a_joining",
    ),
    State(
        "record joined by nobody",
        "issue: a person says the same",
        change("child", "free", joined_into_id="{over}", family_id="NULL"),
        "child_joined_by_a_joining",
    ),
    State(
        "joined record that leads nowhere",
        "issue: the same is joined",
        change("child", "gone_child", joined_into_id="NULL"),
        "child_joined_by_a_joining",
    ),
    State(
        "joining that joins nothing",
        "issue: the same is joined",
        another("recordjoin", "join", gone_id="{free}"),
        "child_joined_by_a_joining",
    ),
    State(
        "joining undone and still joined",
        "issue: with undo",
        change("recordjoin", "join", undone_at="now()", undone_by_id="{support}", undone_reason="'Two'"),
        "child_joined_by_a_joining",
    ),
    State(
        "two records joined into each other",
        "issue: the same is joined",
        both(
            another("recordjoin", "join", kept_id="gone_id", gone_id="kept_id"),
            change("child", "kept", joined_into_id="{gone_child}", family_id="NULL"),
        ),
        "child_joined_by_a_joining",
    ),
    State(
        "record joined into one that was joined",
        "issue: the same is joined",
        both(
            another("recordjoin", "join", kept_id="{gone_child}", gone_id="{free}"),
            change("child", "free", joined_into_id="{gone_child}", family_id="NULL"),
        ),
        "child_joined_by_a_joining",
    ),
    State(
        "joined record with a family",
        "issue: the same is joined",
        change("child", "gone_child", family_id="{strangers}"),
        "child_joined_has_no_family",
    ),
    *(
        State(
            f"{words} of a joined record",
            "issue: the same is joined",
            statement,
            f"{name}_of_a_record_that_stands",
        )
        for words, name, statement in (
            (
                "enquiry",
                "enquiry",
                both(
                    another("enquiry", "enquiry_free", child_id="{gone_child}"),
                    another(
                        "strategydiscussion",
                        "discussion",
                        held_date="'2018-04-09'",
                        enquiry_id="(SELECT max(id) FROM conferences_enquiry)",
                    ),
                ),
            ),
            ("enquiry moved", "enquiry", change("enquiry", "enquiry_free", child_id="{gone_child}")),
            ("spell in need", "needepisode", another("needepisode", "episode", child_id="{gone_child}")),
            ("arrival", "transferin", another("transferin", "arrival", child_id="{gone_child}")),
            (
                "plan",
                "plan",
                another(
                    "plan",
                    "plan_counted",
                    child_id="{gone_child}",
                    begun_at_id="NULL",
                    episode_id="NULL",
                ),
            ),
            (
                "child in need plan",
                "childinneedplan",
                another("childinneedplan", "in_need", child_id="{gone_child}"),
            ),
            ("event", "lifeevent", another("lifeevent", "away", child_id="{gone_child}")),
            ("help", "supporttried", another("supporttried", "help_tried", child_id="{gone_child}")),
            ("team", "allocation", another("allocation", "allocation", child_id="{gone_child}")),
            ("name", "childname", change("childname", "name", child_id="{gone_child}")),
            ("tie", "relationship", another("relationship", "tie", child_id="{gone_child}")),
            ("home", "householdmember", another("householdmember", "member", child_id="{gone_child}")),
        )
    ),
    State(
        "joining of a record with itself",
        "issue: a child with itself",
        another("recordjoin", "join", kept_id="gone_id"),
        "recordjoin_of_two",
    ),
    State(
        "record joined twice",
        "issue: the same is joined",
        another("recordjoin", "join", kept_id="{over}"),
        "recordjoin_stands_once",
    ),
    State(
        "what a joining moved changed",
        "issue: with undo",
        change("recordjoin", "join", moved="'{{}}'::jsonb || '{{\"x\": []}}'"),
        "recordjoin_stays",
    ),
    State("joining deleted", "issue: with undo", remove("recordjoin", "join"), "recordjoin_stays"),
    State("answer of a pair changed", "0052", change("pairanswer", "said", answer="'SAME'"), RIGHT),
    State(
        "answer of a pair without a reason",
        "issue: a person says",
        another("pairanswer", "said", reason="''"),
        "pairanswer_with_its_reason",
    ),
    State(
        "pair of one record",
        "issue: a child with itself",
        change("childpair", "pair", other_id="one_id"),
        "childpair_lower_first",
    ),
    State("pair twice", "issue: possible pairs", another("childpair", "pair"), "childpair_once"),
]
