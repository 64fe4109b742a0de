"""With what the matrix asks each address: whoever adds an address with a part to fill in adds its
sample here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from conferences.models import ThresholdStatement
from conferences.queries.duties_lines import Part
from safeguarding.models import HouseholdMember
from tests.access.world import KINDS, World

MISSING = UUID("00000000-0000-4000-8000-000000000000")
PERIOD = "?from=2018-04-01&to=2019-03-31"
# Days of which the unit's own work is known.
LIVE = "?from=2018-04-09&to=2019-03-31"
PERIODS = ("", PERIOD)
DECISIONS = f"{PERIOD}&part=whole&figure="
FIGURES_OF_DECISIONS = (
    *("", f"{DECISIONS}all", f"{DECISIONS}another_way", f"{DECISIONS}all&by=team&of=none"),
    f"{DECISIONS}pair&first=ANOTHER_WAY&second=AGREE",
    *(f"{DECISIONS}conditions", f"{DECISIONS}actions"),
)


def once(world: World) -> list[tuple]:
    return [()]


def nothing(world: World, args: tuple) -> list[dict]:
    return [{}]


@dataclass(frozen=True)
class Sample:
    """args: what fills the address, a request each; queries: ends of the address for GET; posts: what
    is sent.
    """

    args: Callable[[World], list[tuple[Any, ...]]] = once
    queries: tuple[str, ...] = ("",)
    posts: Callable[[World, tuple], list[dict]] = nothing


def children(world: World) -> list[tuple]:
    return [(world.children[kind].ref,) for kind in KINDS] + [(MISSING,)]


def seen(world: World, args: tuple) -> list[dict]:
    """Each look-up, by its reference."""
    refs = [ref for ref, planted in world.tokens.items() if planted.where == "LookUp.ref"]
    return [{"ref": [*refs, "none"], "part": "quiet"}]


def facts(world: World) -> list[tuple]:
    """Who each kind of child is; and the hidden child under an open one's address."""
    children = world.children
    own = [(children[kind].ref, "child", children[kind].pk) for kind in KINDS]
    return [*own, (children["OPEN"].ref, "child", children["RESTRICTED"].pk), (MISSING, "child", 1)]


def decision_versions(world: World) -> list[tuple]:
    """What waits for a second person, of each kind of child."""
    refs = [ref for ref, planted in world.tokens.items() if planted.where == "DecisionChange.ref"]
    return [(UUID(ref),) for ref in refs] + [(MISSING,)]


def decided(world: World) -> list[tuple]:
    """A conference of each kind of child, and of the hidden child under an open one's address."""
    own = [(world.children[kind], world.children[kind].conferences.first().pk) for kind in TOLD]
    return [*((child.ref, pk) for child, pk in own), (world.children["OPEN"].ref, own[2][1]), (MISSING, 1)]


def story(args: Callable[[World], list[tuple]]) -> Sample:
    return Sample(args, posts=seldom)


def families(world: World) -> list[tuple]:
    """Every family once: the hidden sibling's is the open child's."""
    return [(world.children[kind].family.ref,) for kind in KINDS if kind != "SIBLING"] + [(MISSING,)]


def enquiries(world: World) -> list[tuple]:
    """An enquiry of each kind of child; a hidden one's under an open child; none."""
    asked = {kind: world.stories[kind]["requested"].enquiry_id for kind in TOLD}
    pairs = [(world.children[kind].ref, pk) for kind, pk in asked.items()]
    return [*pairs, (world.children["OPEN"].ref, asked["RESTRICTED"]), (MISSING, 1)]


def statements(world: World) -> list[tuple]:
    """One in force, and what is none."""
    return [(one.ref,) for one in ThresholdStatement.objects.filter(until_date=None)] + [(MISSING,)]


def learned(what: str) -> Callable[[World], list[tuple]]:
    """What the unit learned: of it all, from an open consultation and from one that is closed."""
    return lambda world: [(ref,) for ref in world.extra["learning"][what]] + [(MISSING,)]


def people(world: World) -> list[tuple]:
    return [(world.people["GIVER"].ref,), (MISSING,)]


def account_changes(world: World) -> list[tuple]:
    return [(world.extra["account_change"],), (MISSING,)]


def removals(world: World) -> list[tuple]:
    return [(ref,) for ref in world.extra["removals"]] + [(MISSING,)]


def splits(world: World, args: tuple) -> list[dict]:
    """To a new family, and to that of each kind of child, as the page sends it before it is confirmed."""
    ref = str(world.children["OPEN"].ref)
    asked = [{"where": "OTHER", **number} for number in numbers(world)] + [{"where": "NEW", "name": "New"}]
    return [{"children": [ref], "reason": "Why", **where} for where in asked]


def joinings(world: World, args: tuple) -> list[dict]:
    return [{"reason": "Why", **number} for number in numbers(world)]


def homes(world: World) -> list[tuple]:
    """The home of each kind of child, under its family; and one under another's."""
    pairs = [(world.children[kind].family.ref, pk) for kind, pk in world.extra["households"].items()]
    return [*pairs, (world.children["OTHER_TEAM"].family.ref, pairs[0][1]), (MISSING, 1)]


def stays(world: World) -> list[tuple]:
    """Who lives in each of these homes."""
    found = HouseholdMember.every.values_list("household__family__ref", "pk", "household_id")
    known = set(world.extra["households"].values())
    return [(ref, pk) for ref, pk, home in found if home in known] + [(MISSING, 1)]


def persons(world: World) -> list[tuple]:
    """A carer of each kind of child."""
    refs = [ref for ref, planted in world.tokens.items() if planted.where == "Person.ref"]
    return [(UUID(ref),) for ref in refs] + [(MISSING,)]


def grants(world: World) -> list[tuple]:
    """Each grant under its child; and one under another child."""
    named, run_out = world.grants["NAMED"], world.grants["RUN_OUT"]
    pairs = [("NAMED", named), ("RUN_OUT", run_out), ("OPEN", named), ("BARRED", named)]
    return [(world.children[kind].ref, grant.pk) for kind, grant in pairs]


def numbers(world: World, args: tuple = ()) -> list[dict]:
    return [{"number": world.token_of("Child.la_child_id", kind)} for kind in KINDS] + [{"number": "NOSUCH"}]


def bars(world: World, args: tuple) -> list[dict]:
    outsider = world.bars["OPEN"].user_id
    return [{**number, "user": outsider, "reason": "A neighbour"} for number in numbers(world)]


def searches(world: World, args: tuple) -> list[dict]:
    """By every child's name; by the other names and numbers of one that is open and one that is not."""
    others = ("Child.given_names", "Child.la_child_id", "Child.upn", "ChildName.family_name")
    asked = [("Child.family_name", kind) for kind in KINDS]
    asked += [(field, kind) for field in others for kind in ("OPEN", "RESTRICTED")]
    born = {"born_day": "4", "born_month": "5", "born_year": "2012"}
    return [{"typed": world.token_of(field, kind)} for field, kind in asked] + [born]


def addresses(world: World, args: tuple) -> list[dict]:
    """The confidential addresses of the family asked for, and of its hidden sibling."""
    kind = next((kind for kind in KINDS if (world.children[kind].family.ref,) == args), "")
    kinds = {"OPEN": ["OPEN", "SIBLING"], "": ["RESTRICTED"]}.get(kind, [kind])
    people = [r for r, p in world.tokens.items() if p.where == "Person.ref" and p.kind in kinds]
    return [{"person": ref} for ref in people] + [{"household": world.extra["households"][k]} for k in kinds]


def codes(*, parts: tuple[str, ...] = ("",)) -> Sample:
    ends = tuple(f"{PERIOD}{part and f'&part={part}'}" for part in parts)
    known = [("plans_open",), ("plans_started",), ("icpc_in_15_days",), ("nosuch",)]
    return Sample(lambda world: known, ends)


def drafts(world: World) -> list[tuple]:
    return [(pk,) for pk in world.extra["drafts"]]


def files(world: World) -> list[tuple]:
    return [(world.extra["file"],), (MISSING,)]


# The pages of the child itself are asked for every kind; those of the story, which are many, for these.
TOLD = ("OPEN", "OTHER_TEAM", "RESTRICTED", "NAMED", "BARRED")


def told(what: str) -> Callable[[World], list[tuple]]:
    """The references of one part of the story of each kind of child."""
    return lambda world: [(world.stories[kind][what].ref,) for kind in TOLD] + [(MISSING,)]


def busy_times(world: World) -> list[tuple]:
    """When somebody is not free, of each kind of child; and the hidden child's, under an open address."""
    given = {kind: world.stories[kind]["busy"] for kind in TOLD}
    own = [(one.request.ref, one.pk) for one in given.values()]
    return [*own, (given["OPEN"].request.ref, given["RESTRICTED"].pk), (MISSING, 0)]


def decisions(world: World) -> list[tuple]:
    """What was decided for each kind of child; and for the hidden child, under an open one's address."""
    given = {kind: world.stories[kind]["answer"] for kind in TOLD}
    own = [(one.consultation.within.ref, one.act) for one in given.values()]
    crossed = (given["OPEN"].consultation.within.ref, given["RESTRICTED"].act)
    return [*own, crossed, (MISSING, MISSING)]


def happenings(world: World) -> list[tuple]:
    """A death of each kind of child, and a move; and what there is no address for."""
    kinds = [(world.children[kind].ref, what) for kind in TOLD for what in ("died", "moved-away")]
    return [*kinds, (world.children["OPEN"].ref, "nosuch"), (MISSING, "died")]


def in_need_plans(world: World) -> list[tuple]:
    """The child in need plan of each kind of child; and another child's under an open one."""
    found = [(world.children[kind].ref, world.children[kind].in_need_plans.get().pk) for kind in TOLD]
    return [*found, (world.children["OPEN"].ref, found[-1][1]), (MISSING, 1)]


def letters(world: World) -> list[tuple]:
    stories = [world.stories[kind] for kind in TOLD]
    return [(one["booking"].ref, one["letter"].pk) for one in stories] + [(MISSING, 1)]


def documents(world: World) -> list[tuple]:
    stories = [world.stories[kind] for kind in TOLD]
    found = [(one["booking"].ref, one["document"].pk, "docx") for one in stories]
    return [*found, (found[0][0], found[0][1], "nosuch"), (MISSING, 1, "docx")]


def letter_documents(world: World) -> list[tuple]:
    stories = [world.stories[kind] for kind in TOLD]
    return [*((one["booking"].ref, one["document"].pk) for one in stories), (MISSING, 1)]


def copies(world: World) -> list[tuple]:
    """No record is signed here, so no copy is made of one, but where a test signs it."""
    stories = [world.stories[kind] for kind in TOLD]
    found = [(one["booking"].ref, one.get("copy", one["document"]).pk) for one in stories]
    return [*found, (MISSING, 1)]


def exclusions(world: World) -> list[tuple]:
    """Those who are excluded, may be, and are no more."""
    names = "exclusion", "exclusion_asked", "exclusion_lifted"
    return [*((world.stories[kind][name].ref,) for name in names for kind in TOLD), (MISSING,)]


def exclusion_letters(world: World) -> list[tuple]:
    return [*((world.stories[kind]["exclusion"].ref, 1) for kind in TOLD), (MISSING, 1)]


def exclusion_files(world: World) -> list[tuple]:
    found = [(*args, "docx") for args in exclusion_letters(world)]
    return [*found, (*found[0][:2], "nosuch")]


def invitation_letters(world: World) -> list[tuple]:
    return [*((world.stories[kind]["invited"].ref, 1) for kind in TOLD), (MISSING, 1)]


def invitation_files(world: World) -> list[tuple]:
    found = [(*args, "docx") for args in invitation_letters(world)]
    return [*found, (*found[0][:2], "nosuch")]


def confidential_parts(world: World) -> list[tuple]:
    stories = [world.stories[kind] for kind in TOLD]
    found = [(one["booking"].ref, one["withheld"].ref) for one in stories]
    return [*found, (found[0][0], MISSING), (MISSING, MISSING)]


def parts(world: World) -> list[tuple]:
    stories = [(world.stories[kind]["booking"].ref, world.children[kind].ref) for kind in TOLD]
    return [
        *stories,
        (world.stories["OPEN"]["booking"].ref, world.children["RESTRICTED"].ref),
        (MISSING, MISSING),
    ]


def restricted_parts(world: World) -> list[tuple]:
    """Of a child whose record is restricted, for whoever is named first; and of one whose is open."""
    first = (world.stories["NAMED"]["booking"].ref, world.children["NAMED"].ref)
    return [first, *parts(world)]


def seldom(world: World, args: tuple) -> list[dict]:
    """An empty form, sent where it is open, hidden and missing: what it would write is others' business."""
    stories = [world.stories[kind] for kind in ("OPEN", "RESTRICTED")]
    refs = {part.ref for one in stories for part in one.values() if hasattr(part, "ref")}
    return [{}] if args[0] in refs | {MISSING} else []


def tellings(world: World, args: tuple) -> list[dict]:
    """An open child's day and a hidden one's, as the buttons of the page send them, and a consultation's."""
    stories = [(world.stories[kind], world.children[kind]) for kind in ("OPEN", "RESTRICTED")]
    asked = [{"asked": one["request"].ref, "child": child.ref} for one, child in stories]
    return [*asked, *({"consultation": one["consultation"].ref} for one, _ in stories), {}]


REQUESTED = (
    *("request", "request_withdraw", "request_child_add", "request_child_out", "book", "book_held"),
    "thinking_time_new",
    "thinking_time_require",
    *("invited", "invited_add", "invited_sent", "exclusion_ask"),
    *("invited_letters", "invited_letters_sent", "reports_chased", "reports_shown"),
)
STORY = {
    "enquiry_new": Sample(families),
    **{
        name: Sample(enquiries)
        for name in (
            "enquiry",
            "enquiry_outcome",
            "enquiry_start",
            "enquiry_discussion",
            "enquiry_void",
            "enquiry_restore",
        )
    },
    "request_new": Sample(families),
    **{name: story(told("request")) for name in REQUESTED},
    **{
        name: story(told("family_consultation"))
        for name in (
            "consultation",
            "learning_note",
            "consultation_ask",
            "consultation_answer",
            "consultation_first_view",
            "consultation_partner",
            "consultation_disagree",
            "consultation_withdraw",
            "consultation_in_place",
        )
    },
    **{name: story(decisions) for name in ("consultation_decision", "consultation_decision_word")},
    **{name: story(told("consultation")) for name in ("consultation_review", "consultation_close")},
    "look_ups": Sample(queries=("", "?part=unknown", "?part=quiet", "?part=seen")),
    "look_ups_seen": Sample(posts=seen),
    **{name: story(told("second")) for name in ("second_opinion", "second_opinion_talk")},
    "calibration": Sample(queries=PERIODS),
    "calibration_list": Sample(queries=FIGURES_OF_DECISIONS),
    "calibration_csv": Sample(queries=PERIODS),
    "threshold_end": Sample(statements),
    **{
        name: Sample(learned("ideas"))
        for name in ("learning_idea", "learning_change", "learning_trial", "learning_decide")
    },
    **{name: Sample(learned("trials")) for name in ("learning_review", "learning_move", "learning_stop")},
    "learning_heard_answer": Sample(learned("heard")),
    "feedback_form": Sample(lambda world: [(world.extra["slip"],), ("WRONG",)]),
    "feedback_group": Sample(lambda world: [("parent", "soon"), ("child", "later"), ("nobody", "soon")]),
    "feedback_read": Sample(
        lambda world: [(ref,) for ref in world.extra["feedback"]["words"]] + [(MISSING,)]
    ),
    "feedback_offer_change": Sample(
        lambda world: [(pk,) for pk in world.extra["feedback"]["offers"]] + [(0,)]
    ),
    **{
        name: Sample(lambda world: [("decision",), ("nosuch",)])
        for name in ("letter_words_of", "letter_words_change", "letter_words_preview")
    },
    "letter_words_part": Sample(lambda world: [("decision", "heading"), ("decision", "nosuch")]),
    "letter_words_pdf": Sample(lambda world: [("decision", 1), ("decision", 9)]),
    "feedback_language": Sample(lambda world: [("so",), ("ur",)]),
    "feedback_language_seen": Sample(lambda world: [("ur",), ("en",), ("so",)]),
    "consultation_condition": story(told("condition")),
    "consultation_raise": Sample(children),
    **{
        name: story(told("booking"))
        for name in (
            "booking",
            "booking_move",
            "booking_minutes",
            "booking_take_over",
            "booking_cancel",
            "booking_ics",
            "record_end",
            "record_adjourn",
            "record_otherwise",
        )
    },
    **{
        name: story(told("thinking_time"))
        for name in (
            "thinking_time",
            "thinking_time_hold",
            "thinking_waiver_new",
            "thinking_time_plan",
            "thinking_time_plan_end",
            "thinking_action_new",
        )
    },
    **{name: story(told("invited")) for name in ("invitation_answer", "invitation_report", "invitation_off")},
    "invitation_letter": story(told("invited")),
    "report_link": story(told("invited")),
    **{
        name: Sample(invitation_letters)
        for name in ("agency_report", "agency_report_sheet", "agency_report_read")
    },
    "report_give": Sample(lambda world: [(world.extra["link"],), ("WRONG",)]),
    "invitation_arrival": story(told("invitation")),
    "invitation_letter_sent": Sample(invitation_letters),
    "invitation_letter_file": Sample(invitation_files),
    **{
        name: story(told("exclusion"))
        for name in (
            *("exclusion_decide", "exclusion_told", "exclusion_outcome", "exclusion_lift"),
            *("exclusion_decide_in_place", "exclusion_outcome_in_place", "exclusion_way"),
        )
    },
    "exclusion_not_let_in": story(told("exclusion_lifted")),
    "exclusion_untold": story(told("exclusion_lifted")),
    "exclusion": Sample(exclusions),
    "exclusion_letter": story(told("exclusion")),
    "exclusion_letter_sent": Sample(exclusion_letters),
    "exclusion_letter_file": Sample(exclusion_files),
    "exclusion_change": story(told("exclusion_asked")),
    **{
        name: story(told("request"))
        for name in ("fit", "busy_add", "preparation", "contact_new", "views_new")
    },
    "contact_change": story(told("contact")),
    "views_change": story(told("views")),
    "busy_off": Sample(busy_times),
    "chase_change": story(told("chase")),
    "showing_change": story(told("showing")),
    "booking_quorum": story(told("booking")),
    "thinking_action": story(told("thinking_action")),
    **{name: story(told("waiver")) for name in ("thinking_waiver", "thinking_waiver_end")},
    **{
        name: story(told("booking"))
        for name in (
            "record",
            "record_attendance",
            "record_common",
            "record_withheld",
            "record_saves",
            "record_screen",
            "meeting_day",
            "record_check",
            "record_copies",
            "closing_letters",
            "letters",
        )
    },
    "record_agencies": Sample(restricted_parts),
    "record_child": Sample(parts),
    "record_next": Sample(parts),
    "own_line": Sample(parts),
    "own_none": Sample(parts),
    "record_withheld_part": Sample(confidential_parts),
    **{
        name: Sample(copies)
        for name in (
            *("record_copy_release", "record_copy_sent", "record_copy_again", "record_copy_off"),
            "own_told",
        )
    },
    "letter_docx": Sample(letters),
    "letter_sent": Sample(letters),
    "letter_again": Sample(letters),
    "letter_release": Sample(letters),
    "letter_off": Sample(letters),
    "document_file": Sample(documents),
    "document_read": Sample(letter_documents),
    "core_group_new": story(told("plan")),
    "core_group_joins": story(told("plan")),
    "plan": story(told("plan")),
    "plan_action_new": story(told("plan")),
    "child_changes": Sample(children),
    "life_event_new": Sample(happenings),
    "plan_ending_new": story(told("life_event")),
    "plan_ending": story(told("plan_ending")),
    "plan_ending_end": story(told("plan_ending")),
    "plan_resumption": story(told("plan_resumption")),
    "plan_resumption_end": story(told("plan_resumption")),
    "plan_resumption_new": story(told("plan_ended")),
    "in_need_new": Sample(children),
    "in_need_end": Sample(in_need_plans),
    "follow_up_new": story(told("plan")),
    "support_new": Sample(children),
    "support_goes_on": story(told("support")),
    "days_moved": Sample(posts=tellings),
    "family_child_new": Sample(families),
    "person_new": Sample(families),
    "person_change": Sample(persons),
    "family_split": Sample(families, posts=splits),
    "family_join": Sample(families, posts=joinings),
    "home_new": Sample(families),
    "home_change": Sample(homes),
    "home_move_in": Sample(homes),
    "home_end": Sample(homes),
    "home_stay": Sample(stays),
    "taken_on_review": story(told("taken_on")),
    "pair": story(told("pair")),
    "pair_join": story(told("pair")),
    "join_undo": story(told("record_join")),
    "pair_new": Sample(children, posts=numbers),
    "allocation": story(children),
    "allocation_hand_over": story(children),
    "allocation_take": Sample(children, posts=lambda world, args: [{"reason": "Why"}]),
    "allocation_find": Sample(posts=numbers),
    **{name: story(told("duty")) for name in ("duty", "duty_acknowledge", "duty_put_off", "duty_give")},
    "diary_feed": Sample(lambda world: [(world.extra["feed"],), ("nosuch",)]),
}


def feeds(world: World) -> list[tuple]:
    return [(world.extra["children_feed"],), (MISSING,)]


def answers(world: World, args: tuple) -> list[dict]:
    """The answers of a page, and one for all."""
    return [{}, {"all": "1", "item": "NAME", "answer": "THEIRS"}]


CHILDREN_FEED = {
    "parents_preview": Sample(lambda world: [(world.extra["parents_file"],), (MISSING,)]),
    "children_feed_file": Sample(feeds, ("", "?kind=CHANGED", "?kind=NOTED", "?kind=REFUSED")),
    "children_feed_progress": Sample(feeds),
    "children_feed_questions": Sample(feeds, posts=answers),
    "children_feed_take": Sample(feeds, posts=nothing),
    "children_feed_leave": Sample(feeds, posts=nothing),
    "children_feed_again": Sample(feeds, posts=nothing),
}


def rows(world: World) -> list[tuple]:
    """A room, a team, and one that is not there."""
    return [("rooms", world.extra["room"]), ("teams", world.extra["team"]), ("rooms", 0), ("nosuch", 1)]


def directories(world: World) -> list[tuple]:
    return [("rooms",), ("teams",), ("agencies",), ("professionals",), ("nosuch",)]


def row_posts(world: World, args: tuple) -> list[dict]:
    return [{"name": "Another Room", "seats": "10"}]


DIRECTORY = {
    "directory": Sample(directories, ("", "?show=all")),
    "directory_add": Sample(directories, posts=row_posts),
    "directory_csv": Sample(directories),
    "directory_file": Sample(directories),
    "directory_preview": Sample(lambda world: [("rooms", world.extra["rows_file"]), ("rooms", MISSING)]),
    "directory_row": Sample(rows),
    "directory_change": Sample(rows, posts=row_posts),
    "directory_use": Sample(rows),
}
SAMPLES = (
    STORY
    | DIRECTORY
    | CHILDREN_FEED
    | {
        "message_again": Sample(lambda world: [(world.extra["message"],), (MISSING,)]),
        "my_work_list": Sample(
            lambda world: [(part,) for part in (*Part, "nosuch")],
            ("?page=all", "?page=2", ""),
        ),
        "import_report": Sample(files, ("", "?kind=REFUSED&rule=8925")),
        "import_csv": Sample(files),
        "return_check_csv": Sample(lambda world: [(2019,), (1066,)], ("", "?rule=8815")),
        "return_check": Sample(lambda world: [(2019,), (1066,)], ("", "?rule=8815", "?page=2")),
        "import_progress": Sample(files),
        "import_ask": Sample(files),
        "import_changes": Sample(files, ("", "?show=CHANGED", "?show=REFUSED&page=2")),
        "import_missing": Sample(files, ("", "?page=2")),
        "import_missing_csv": Sample(files),
        "import_keep": Sample(files),
        "import_numbers": Sample(files, ("", "?page=2")),
        "import_discard": Sample(files),
        "import_undo": Sample(files),
        "import_questions": Sample(lambda world: [(*args, "UNTOLD", "plans") for args in files(world)]),
        "import_question": Sample(lambda world: [(*args, 0) for args in files(world)]),
        "account_reset_password_from_key": Sample(lambda world: [("1", "set-password"), ("1", "x-y")]),
        "mfa_edit_webauthn": Sample(lambda world: [(1,)]),
        "mfa_remove_webauthn": Sample(lambda world: [(1,)]),
        "policy_limit": Sample(lambda world: [("restriction-review-days",), ("nosuch",)]),
        "policy_change": Sample(lambda world: [("restriction-review-days",)]),
        "people": Sample(queries=("", "?q=sample&state=ON")),
        "people_preview": Sample(lambda world: [(world.extra["people_file"],), (MISSING,)]),
        "user": Sample(people),
        "leave_add_for": Sample(people),
        "working_hours_of": Sample(people),
        "working_hours_end": Sample(lambda world: [(world.extra["hours"],), (0,)]),
        "leave_end": Sample(lambda world: [(world.extra["leave"],), (0,)]),
        "user_name": Sample(people, posts=lambda world, args: [{"full_name": "Amber Sample"}]),
        "user_address": Sample(people, posts=lambda world, args: [{"email": "amber@fableshire.example"}]),
        "user_role": Sample(people, posts=lambda world, args: [{"role": "CHAIR", "team": ""}]),
        "user_further": Sample(people, posts=lambda world, args: [{"role": "MANAGER"}]),
        "user_further_end": Sample(lambda world: [(*args, "REVIEWER") for args in people(world)]),
        "user_link": Sample(people),
        "user_reset_password": Sample(people),
        "restriction_removal": Sample(removals),
        "restriction_removal_end": Sample(removals, posts=lambda world, args: [{"reason": "Not yet"}]),
        "account_change": Sample(account_changes),
        "account_change_end": Sample(account_changes, posts=lambda world, args: [{"reason": "Unknown here"}]),
        "user_off": Sample(people),
        "user_on": Sample(people),
        "user_reset_check": Sample(people),
        "draft": Sample(drafts),
        "draft_form": Sample(drafts),
        "draft_discard": Sample(drafts),
        "viewed": Sample(posts=numbers),
        "child_viewed": Sample(children),
        "restricted": Sample(posts=numbers),
        "child_access": Sample(children),
        "child_restrict": Sample(children, posts=lambda world, args: [{"reason": "Why"}]),
        "child_unrestrict": Sample(children, posts=lambda world, args: [{"reason": "MISTAKE"}]),
        "child_grant": Sample(children),
        "child_grant_end": Sample(grants),
        "bar_add": Sample(posts=bars),
        "bar_lift": Sample(
            lambda world: [(bar.pk,) for bar in world.bars.values()],
            posts=lambda world, args: [{"reason": "MISTAKE"}],
        ),
        "find_child": Sample(posts=searches),
        "find_child_results": Sample(lambda world: [(MISSING,)]),
        "child": Sample(children),
        "plan_elsewhere_new": Sample(children),
        "child_timeline": Sample(children),
        "child_facts": Sample(children),
        "decision_change_new": Sample(decided),
        "decision_change": Sample(decision_versions),
        "decision_change_end": Sample(decision_versions),
        "child_correct": Sample(facts),
        "family": Sample(families),
        "family_plans": Sample(families),
        "family_timeline": Sample(families),
        "family_history": Sample(families),
        "family_address": Sample(families, posts=addresses),
        "measures": Sample(queries=("", PERIOD)),
        "measures_public": Sample(queries=("", PERIOD)),
        "measures_agencies": Sample(queries=("", LIVE)),
        "measures_agencies_children": Sample(
            queries=(f"{LIVE}&cell=came.all.listed", f"{LIVE}&cell=children.all.all", LIVE)
        ),
        "measures_agencies_csv": Sample(queries=(LIVE,)),
        "measures_became": Sample(queries=("", LIVE)),
        "measures_became_children": Sample(
            queries=(f"{LIVE}&cell=teams.all.all", f"{LIVE}&cell=coverage.all.made", LIVE)
        ),
        "measures_became_csv": Sample(queries=(LIVE,)),
        "measure": codes(),
        "measure_children": codes(parts=("numerator", "denominator")),
        "measure_csv": codes(),
        "component_error": Sample(lambda world: [(404,)]),
    }
)
