"""Children, people, access, two-person changes and what only grows: what must not be of each."""

from tests.forbidden.state import RIGHT, State, another, both, change, remove

CLOCK = "The database's clock is not the service's (tests and rehearsals play other days): operations ask it."
STATES = [
    # ----- Children ----------------------------------------------------------------------------------------
    State(
        "NHS number whose check digit is wrong",
        "6 (NHS number)",
        change("child", "numbered", nhs_number="'9434765918'"),
        "child_nhs_number_checks",
    ),
    State(
        "NHS number that no check digit can make",
        "6 (NHS number)",
        change("child", "numbered", nhs_number="'1000000010'"),
        "child_nhs_number_checks",
    ),
    State(
        "NHS number of letters",
        "6 (NHS number)",
        change("child", "numbered", nhs_number="'ABCDEFGHIJ'"),
        "child_nhs_number_ten_digits",
    ),
    State(
        "NHS number of two children",
        "6 (NHS number)",
        change("child", "own", nhs_number="'9434765919'"),
        "child_nhs_number_once",
    ),
    State(
        "pupil number that is none",
        "1540",
        change("child", "own", upn="'UNKNOWN'"),
        left_because="A census is taken as it is and its report says 1540: such numbers match nobody.",
    ),
    State(
        "child without the council's number",
        "CBDS N00097",
        change("child", "own", la_child_id="''"),
        "child_number_given",
    ),
    State(
        "council's number of two children",
        "CBDS N00097",
        change("child", "own", la_child_id="(SELECT la_child_id FROM safeguarding_child WHERE id = {over})"),
        "(a unique key)",
    ),
    State(
        "council's number changed",
        "CBDS N00097: kept for life",
        change("child", "own", la_child_id="'FB-OTHER'"),
        left_because="Typed wrongly, it is corrected with a reason; what stood there is kept (0094).",
    ),
    State(
        "child born and expected",
        "R31",
        change("child", "own", expected_birth_date="'2018-05-01'"),
        "child_born_or_expected_not_both",
    ),
    State(
        "child neither born nor expected",
        "R31",
        change("child", "unborn", expected_birth_date="NULL"),
        "child_born_or_expected_not_both",
    ),
    State(
        "child who died before the birth",
        "8535Q",
        change("child", "own", death_date="'2000-01-01'"),
        "child_death_not_before_birth",
    ),
    State(
        "child who died in the future",
        "8545Q",
        change("child", "own", death_date="'2999-01-01'"),
        left_because=CLOCK,
    ),
    State("child of an unknown sex code", "4180", change("child", "own", sex="'X'"), "child_sex_known_code"),
    State(
        "unborn child of a known sex",
        "8750",
        change("child", "unborn", sex="'F'"),
        left_because="A census is taken as it is and its report says 8750.",
    ),
    State(
        "child of an unknown ethnicity",
        "4220",
        change("child", "own", ethnicity="'XXXX'"),
        "child_ethnicity_known_code",
    ),
    State(
        "pupil number unknown for no known reason",
        "CBDS",
        change("child", "own", upn_unknown="'UN9'"),
        "child_upn_unknown_code",
    ),
    State(
        "child restricted by nobody",
        "7.2",
        change("child", "own", is_restricted="true"),
        "child_restricted_by_at_and_why",
    ),
    State(
        "restriction ended by one person",
        "0075",
        "UPDATE safeguarding_child SET is_restricted = false, restricted_reason = '', restricted_at = NULL,"
        " restricted_by_id = NULL WHERE id = {hidden}",
        "child_opened_by_two",
    ),
    State(
        "reason of a restriction that there is not",
        "7.2",
        change("child", "own", restricted_reason="'Because'"),
        "child_restricted_by_at_and_why",
    ),
    State(
        "name of nothing",
        "0040",
        "UPDATE safeguarding_childname SET given_names = '', family_name = '' WHERE id = {name}",
        "childname_not_empty",
    ),
    State(
        "name of an unknown kind", "0040", change("childname", "name", kind="'NICK'"), "childname_kind_known"
    ),
    State(
        "disability of an unknown code",
        "8540",
        change("childdisability", "disability", code="'XXX'"),
        "childdisability_known_code",
    ),
    State("disability twice", "8794", another("childdisability", "disability"), "childdisability_once"),
    State(
        "no disability beside one",
        "8790",
        another("childdisability", "disability", code="'NONE'"),
        "childdisability_none_stands_alone",
    ),
    State(
        "child held at present in error",
        "issue 10, part 3",
        change("allocation", "allocation", in_error="true"),
        "allocation_in_error_is_over",
    ),
    State(
        "two present teams of a child",
        "0058",
        another("allocation", "allocation"),
        "allocation_one_at_present",
    ),
    State(
        "team that ends before it begins",
        "0058",
        change("allocation", "allocation", end_date="'2000-01-01'"),
        "allocation_ends_after_start",
    ),
    State(
        "teams of a child that overlap in the past",
        "0058",
        another("allocation", "allocation", start_date="'2018-04-01'", end_date="'2018-05-01'"),
        left_because=(
            "A case system's file tells whose a child was by the day it is read; only the present one "
            "gives rights, and of that there is one."
        ),
    ),
    State(
        "taken on and looked at by the same person",
        "0069",
        change("takenon", "taken_on", reviewed_by_id="{manager}", reviewed_at="now()"),
        "takenon_reviewed_by_somebody_else",
    ),
    State(
        "taken on without a reason",
        "0069",
        change("takenon", "taken_on", reason="''"),
        "takenon_with_its_reason",
    ),
    # ----- Families and people -----------------------------------------------------------------------------
    State("family without a name", "0088", change("family", "family", name="''"), "family_name_given"),
    State(
        "child's move between families changed",
        "0088",
        change("familymove", "family_move", reason="'Otherwise'"),
        RIGHT,
    ),
    State(
        "move into the same family",
        "0088",
        another("familymove", "family_move", from_family_id="{family}"),
        "familymove_to_another_family",
    ),
    State("person without a name", "7.2", change("person", "parent", full_name="''"), "person_name_given"),
    State(
        "tie of an unknown kind",
        "7.2",
        change("relationship", "tie", kind="'FRIEND'"),
        "relationship_kind_known",
    ),
    State(
        "tie that ends before it starts",
        "7.2",
        change("relationship", "tie", start_date="'2018-01-01'", end_date="'2017-01-01'"),
        "relationship_ends_after_start",
    ),
    State(
        "parental responsibility unknown to the list",
        "7.2",
        change("relationship", "tie", parental_responsibility="'SOME'"),
        "relationship_pr_known",
    ),
    State(
        "home of nobody",
        "7.2",
        change("householdmember", "member", child_id="NULL"),
        "householdmember_child_or_person",
    ),
    State(
        "home left before it was moved into",
        "7.2",
        change("householdmember", "member", start_date="'2018-01-01'", end_date="'2017-01-01'"),
        "householdmember_ends_after_start",
    ),
    # ----- Access ------------------------------------------------------------------------------------------
    State(
        "grant to oneself",
        "7.2",
        another("restrictedgrant", "grant", granted_by_id="{chair}"),
        "grant_not_to_oneself",
    ),
    State(
        "grant without a reason",
        "7.2",
        another("restrictedgrant", "grant", reason="''"),
        "grant_reason_given",
    ),
    State(
        "grant that ends before it begins",
        "7.2",
        another("restrictedgrant", "grant", until_at="'2000-01-01'"),
        "grant_ends_after_start",
    ),
    State(
        "grant ended by nobody",
        "7.2",
        change("restrictedgrant", "grant", ended_at="now()"),
        "grant_ended_by_and_at",
    ),
    State(
        "grant lengthened",
        "7.2: until a day",
        change("restrictedgrant", "grant", until_at="until_at + interval '1 year'"),
        "grant_as_it_was_given",
    ),
    State(
        "grant given to another person",
        "7.2: to a named person",
        change("restrictedgrant", "grant", user_id="{support}"),
        "grant_as_it_was_given",
    ),
    State(
        "grant of another child",
        "7.2",
        change("restrictedgrant", "grant", child_id="{own}"),
        "grant_as_it_was_given",
    ),
    State(
        "grant that was ended given back",
        "7.2",
        both(
            change("restrictedgrant", "grant", ended_at="now()", ended_by_id="{lead}"),
            change("restrictedgrant", "grant", ended_at="NULL", ended_by_id="NULL"),
        ),
        "grant_as_it_was_given",
    ),
    State("bar without a reason", "7.2", change("bar", "bar", reason="''"), "bar_reason_given"),
    State("bar twice", "7.2", another("bar", "bar"), "bar_once"),
    State("bar lifted by nobody", "7.2", change("bar", "bar", lifted_at="now()"), "bar_lifted_by_and_at"),
    State("bar deleted", "7.2", remove("bar", "bar"), "bar_stays"),
    State(
        "restriction opened by who asked",
        "0075",
        change(
            "restrictionremoval", "removal", outcome="'CONFIRMED'", closed_at="now()", closed_by_id="{lead}"
        ),
        "restrictionremoval_confirmed_by_another",
    ),
    State(
        "restriction's end turned down without a reason",
        "0075",
        change(
            "restrictionremoval", "removal", outcome="'REFUSED'", closed_at="now()", closed_by_id="{chair}"
        ),
        "restrictionremoval_turned_down_with_reason",
    ),
    State(
        "account change confirmed by who asked",
        "0074",
        change("accountchange", "change", outcome="'CONFIRMED'", closed_at="now()", closed_by_id="{admin}"),
        "accountchange_confirmed_by_another",
    ),
    State(
        "account change confirmed for oneself",
        "0074",
        change("accountchange", "change", outcome="'CONFIRMED'", closed_at="now()", closed_by_id="{worker}"),
        "accountchange_not_confirmed_for_oneself",
    ),
    State(
        "confirmed account change opened again",
        "0074",
        change(
            "accountchange", "change", outcome="'CONFIRMED'", closed_at="now()", closed_by_id="{other_admin}"
        )
        + "; "
        + change("accountchange", "change", outcome="''", closed_at="NULL", closed_by_id="NULL"),
        "(never changed)",
    ),
    State(
        "two account changes at once",
        "0074",
        another("accountchange", "change"),
        "accountchange_one_at_a_time",
    ),
    State(
        "role that gives more, from one person",
        "0074",
        change("user", "worker", role="'MANAGER'"),
        "user_more_by_two",
    ),
    State(
        "role that gives more, confirmed for another account",
        "0074",
        both(
            change(
                "accountchange",
                "change",
                outcome="'CONFIRMED'",
                closed_at="now()",
                closed_by_id="{other_admin}",
            ),
            change("user", "support", role="'MANAGER'"),
        ),
        "user_more_by_two",
    ),
    State(
        "another team's children, from one person",
        "0074",
        both(
            "INSERT INTO safeguarding_team (name, is_active, is_safeguarding_unit)"
            " VALUES ('Birches', true, false)",
            change("user", "worker", team_id="(SELECT max(id) FROM safeguarding_team)"),
        ),
        "user_more_by_two",
    ),
    State(
        "account switched on again by one person",
        "0074",
        both(
            change("user", "worker", is_active="false"),
            "SET CONSTRAINTS ALL IMMEDIATE",
            change("user", "worker", is_active="true"),
        ),
        "user_more_by_two",
    ),
    State(
        "further role from one person",
        "0089",
        another("heldrole", "held_role", role="'CHAIR'", given_by_id="{admin}"),
        "heldrole_given_by_two",
    ),
    State(
        "new account of one person",
        "0074",
        "INSERT INTO safeguarding_user (ref, email, password, full_name, role, is_active, is_system,"
        " further_roles) VALUES (gen_random_uuid(), 'new@fableshire.example', '', 'New', 'CHAIR', true,"
        " false, '{{}}')",
        left_because=(
            "The first accounts are made at the command line, where there is no second person. It has no "
            "password, and the link to set one goes to its own address."
        ),
    ),
    State("account of an unknown role", "0058", change("user", "worker", role="'WIZARD'"), "user_role_known"),
    State(
        "further role without a row of its own",
        "0089",
        change("user", "worker", further_roles="'{{CHAIR}}'")
        + "; SELECT 1 / cardinality(further_roles) FROM safeguarding_user WHERE id = {worker}",
        "(it holds none)",
    ),
    State(
        "role held that somebody ended at no time",
        "0089",
        change("heldrole", "held_role", ended_by_id="{admin}"),
        "heldrole_ended_by_and_at",
    ),
    State(
        "role given to oneself",
        "0089",
        another("heldrole", "held_role", role="'CHAIR'", given_by_id="{support}"),
        "heldrole_not_given_to_oneself",
    ),
    State("role that was held deleted", "0089", remove("heldrole", "held_role"), "(never deleted)"),
    State(
        "leave that ends before it begins",
        "0083",
        change("leave", "leave", last_date="'2000-01-01'"),
        "leave_ends_after_it_begins",
    ),
    State(
        "leave of one's own deputy",
        "0083",
        change("leave", "leave", deputy_id="{chair}"),
        "leave_deputy_is_another",
    ),
    State("leave twice at a time", "0083", another("leave", "leave"), "leave_once_at_a_time"),
    # ----- Settings and directories ------------------------------------------------------------------------
    State(
        "local limit without a reason",
        "design 10",
        change("policysetting", "policy", reason="''"),
        "policy_reason_given",
    ),
    State(
        "two values of a limit from a day",
        "design 10",
        another("policysetting", "policy"),
        "policy_one_value_a_day",
    ),
    State(
        "local limit that there is none of",
        "design 10",
        another("policysetting", "policy", key="'NOTHING'"),
        left_because="Nothing reads a key that is not in the catalogue, and each release adds to it.",
    ),
    State("two holidays of a day", "0072", another("oneoffholiday", "holiday"), "oneoffholiday_one_a_day"),
    State(
        "agency of an unknown kind", "0071", change("agency", "agency", kind="'CIRCUS'"), "(a foreign key)"
    ),
    State(
        "interpreter who counts",
        "0071",
        "UPDATE safeguarding_agencykind SET counts = true WHERE code = 'INTERPRETER'",
        "agencykind_helpers_never_count",
    ),
    State(
        "social care that does not count",
        "0071",
        "UPDATE safeguarding_agencykind SET counts = false WHERE code = 'SOCIAL_CARE'",
        "agencykind_social_care_counts",
    ),
    State(
        "two days of going live",
        "0087",
        "INSERT INTO safeguarding_golive (id, day, reason) VALUES (2, '2018-01-01', '')",
        "golive_once",
    ),
    State(
        "begun go-live changed",
        "0087",
        "UPDATE safeguarding_golive SET day = '2000-01-01'",
        "(never changed)",
    ),
    State(
        "hand-over without a reason",
        "0076",
        change("workhandover", "handover", reason="''"),
        "workhandover_with_its_reason",
    ),
    # ----- What only grows ---------------------------------------------------------------------------------
    State("audit changed", "0052", change("auditentry", "audit", event="'x.y'"), RIGHT),
    State("audit deleted", "0052", remove("auditentry", "audit"), RIGHT),
    State("audit of nothing", "0052", another("auditentry", "audit", event="''"), "auditentry_event_given"),
    State("log of reads changed", "7.1", change("readlog", "read", child_id="{over}"), RIGHT),
    State("log of reads deleted", "7.1", remove("readlog", "read"), RIGHT),
    State(
        "history of a child changed", "0052", "UPDATE safeguarding_childevent SET birth_date = NULL", RIGHT
    ),
    State("history of a child deleted", "0052", "DELETE FROM safeguarding_childevent", RIGHT),
    State("whose change it was changed", "0082", "UPDATE pghistory_context SET metadata = '{{}}'", RIGHT),
    State("triggers switched off", "0082", "ALTER TABLE conferences_plan DISABLE TRIGGER ALL", RIGHT),
    State("triggers told to do nothing", "0082", "SET session_replication_role = replica", RIGHT),
    State(
        "history that never was",
        "0082",
        (
            "INSERT INTO safeguarding_teamevent (pgh_created_at, pgh_label, pgh_obj_id, id, name, "
            "is_active, is_safeguarding_unit) VALUES (now(), 'insert', 1, 1, 'x', true, false)"
        ),
        left_because=(
            "The triggers write as the role itself: it can add a row of history, and take none away (0082)."
        ),
    ),
]
