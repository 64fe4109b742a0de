"""The one authority: every role, every right with its sentence, and which role holds which right. Pure.

A workflow step, an operation and a view each name a right; nothing else in the code names a role's rights.
"""

from collections.abc import Collection
from enum import Enum, StrEnum
from itertools import combinations


class Role(StrEnum):
    """What somebody is in the safeguarding unit, or beside it. Its words are the council's own
    (safeguarding.policy.words).
    """

    CHAIR = "CHAIR"
    STRATEGIC_LEAD = "STRATEGIC_LEAD"
    MANAGER = "MANAGER"
    TEAM_MANAGER = "TEAM_MANAGER"
    SOCIAL_WORKER = "SOCIAL_WORKER"
    BUSINESS_SUPPORT = "BUSINESS_SUPPORT"
    REVIEWER = "REVIEWER"
    INFORMATION_GOVERNANCE = "INFORMATION_GOVERNANCE"
    SYSTEM_ADMINISTRATOR = "SYSTEM_ADMINISTRATOR"


class Permission(Enum):
    """A right. The value is its code; `sentence` says what it lets a person do.

    `waits_for` names what must be built before anything asks for it; "" where something does.
    """

    FIND_CHILD = ("FIND_CHILD", "Find a child by name, number or date of birth")
    READ_CHILD = ("READ_CHILD", "Read a child’s record: plans, conferences, enquiries")
    READ_FAMILY = ("READ_FAMILY", "Read a family’s page: who is in it and how to reach them safely")
    READ_MEASURES = ("READ_MEASURES", "Read the performance figures of the whole council")
    OPEN_MEASURE = (
        "OPEN_MEASURE",
        "Open a figure to the children behind it, within the records this role opens",
    )
    # An act for the council: for those who see every open record, so that nothing else is out of their sight.
    IMPORT_CENSUS = (
        "IMPORT_CENSUS",
        "Import a census file for the council, also into records closed to this role, and read its report",
    )
    READ_POLICY = ("READ_POLICY", "Read the local limits and their history")
    CHANGE_POLICY = ("CHANGE_POLICY", "Change a local limit from a set day")
    SET_GO_LIVE = ("SET_GO_LIVE", "Set the day from which duties are raised and emails are sent")
    READ_VIEWED = ("READ_VIEWED", "See who has viewed a child’s record")
    READ_OWN_VIEWED = ("READ_OWN_VIEWED", "See a list of the records viewed with this account")
    RESTRICT_CHILD = ("RESTRICT_CHILD", "Restrict a child’s record and name the people who may see it")
    CONFIRM_REMOVAL = (
        "CONFIRM_REMOVAL",
        "Confirm that a restricted record is opened again, where somebody else asked for it",
    )
    BAR_PERSON = ("BAR_PERSON", "Bar a person from a family they know or belong to")
    MY_WORK = ("MY_WORK", "See My work: what is due, late, and waiting for others")
    REASSIGN_DUTY = (
        "REASSIGN_DUTY",
        "Give what is due to somebody else: within the team, or for who leads the unit everywhere",
    )
    SET_LEAVE = ("SET_LEAVE", "Set the leave of those whose work one leads, and the working hours of chairs")
    ASK_CONFERENCE = (
        "ASK_CONFERENCE",
        "Record an enquiry, request a conference and give the account for a re-plan",
    )
    CONCLUDE_ENQUIRY = ("CONCLUDE_ENQUIRY", "Record how enquiries ended: a conference, or why none is needed")
    CORRECT_ENQUIRY = (
        "CORRECT_ENQUIRY",
        "Change which discussion started an enquiry, and void one recorded in error, with the reason",
    )
    READ_REQUEST = ("READ_REQUEST", "Read requests for conferences and re-plan consultations")
    WITHDRAW_REQUEST = ("WITHDRAW_REQUEST", "Withdraw a request that is not scheduled, with the reason")
    DECIDE_CONSULTATION = ("DECIDE_CONSULTATION", "Decide re-plan consultations that someone else asked for")
    DECIDE_IN_PLACE = (
        "DECIDE_IN_PLACE",
        "Decide a re-plan consultation that was passed up, or that all who decide asked for themselves",
    )
    RECORD_PARTNER_RIGHT = (
        "RECORD_PARTNER_RIGHT",
        "Record that a partner agency uses its right to a conference",
    )
    CONSULT = ("CONSULT", "Raise a consultation by hand, and record who disagrees with what was decided")
    FOLLOW_DECISION = (
        "FOLLOW_DECISION",
        "Record that a condition of a decision is met, and how another way went",
    )
    READ_LEARNING = (
        "READ_LEARNING",
        "Read what the unit learned: ideas, their trials, and what was said and done",
    )
    ADD_IDEA = (
        "ADD_IDEA",
        "Add an idea, what a consultation teaches, and what families and others said; follow one’s own up",
    )
    KEEP_LEARNING = (
        "KEEP_LEARNING",
        "Begin trials of ideas, decide on them, and tell what was done about what was said",
    )
    KEEP_THRESHOLDS = ("KEEP_THRESHOLDS", "Change the threshold statements that decisions are tied to")
    READ_CALIBRATION = (
        "READ_CALIBRATION",
        "Read how consultations are decided: rates, times, what followed, and second opinions",
    )
    GIVE_SECOND_OPINION = (
        "GIVE_SECOND_OPINION",
        "Give a second opinion on a consultation that somebody else decided, and say what was talked about",
    )
    HOLD_THINKING_TIME = ("HOLD_THINKING_TIME", "Hold thinking time before a conference")
    REQUIRE_THINKING_TIME = (
        "REQUIRE_THINKING_TIME",
        "Ask that a chair takes time to think before a conference",
    )
    WAIVE_THINKING_TIME = (
        "WAIVE_THINKING_TIME",
        "Decide that a conference goes on without the thinking time it needs, where the chair asks",
    )
    READ_DIARY = ("READ_DIARY", "Read the week’s diary of rooms and chairs")
    SCHEDULE = ("SCHEDULE", "Schedule, move and cancel conferences")
    INVITE = (
        "INVITE",
        "Keep the list of who is invited to a conference, what they answer and which reports came",
    )
    EXCLUDE_IN_PLACE = ("EXCLUDE_IN_PLACE", "Decide on exclusions from a conference whose chair cannot")
    RECORD_CONFERENCE = ("RECORD_CONFERENCE", "Record and sign conferences as their chair")
    WRITE_RECORD = (
        "WRITE_RECORD",
        "Type the record of a conference, as its chair or as the one who takes its minutes",
    )
    PRINT_SLIPS = ("PRINT_SLIPS", "Print the slips by which families and others give feedback")
    SEND_LETTERS = ("SEND_LETTERS", "Make decision letters and record when letters and records were sent")
    ALLOCATE = ("ALLOCATE", "Give one’s own team’s children to a worker, hand them over, take on a child")
    ADD_CHILD = ("ADD_CHILD", "Add children, parents and carers, and change how to reach them")
    MOVE_FAMILY = (
        "MOVE_FAMILY",
        "Move children out of a family into another, and join two families, with the reason",
    )
    JOIN_RECORDS = (
        "JOIN_RECORDS",
        "Say whether two records are of one child, join them, and undo that",
    )
    RECORD_PLAN_ELSEWHERE = (
        "RECORD_PLAN_ELSEWHERE",
        "Record a plan that a child had with another authority",
    )
    CORRECT_PLAN = (
        "CORRECT_PLAN",
        "Correct the days of conferences and plans, a category, and how a plan ended",
    )
    RECORD_LIFE_EVENT = (
        "RECORD_LIFE_EVENT",
        "Record what happens in a child’s life: a birth, a death, a new name, a move, a court order",
    )
    CONFIRM_PLAN_END = (
        "CONFIRM_PLAN_END",
        "Confirm that a plan ends without a review, where somebody else asked for it",
    )
    RECORD_IN_NEED_PLAN = ("RECORD_IN_NEED_PLAN", "Record a child in need plan, and when it ended")
    RECORD_SUPPORT = (
        "RECORD_SUPPORT",
        "Record what help was tried for a child: early help, a family group conference, the legal gateway",
    )
    CHANGE_REQUEST = (
        "CHANGE_REQUEST",
        "Put a brother or sister into an open request, and take a child out of it, with the reason",
    )
    CORRECT_DECISION = (
        "CORRECT_DECISION",
        "Ask for a new version of a signed decision, and agree to one that somebody else asked for",
    )
    RECORD_CORE_GROUP = ("RECORD_CORE_GROUP", "Record that a core group was held")
    CHANGE_PLAN = ("CHANGE_PLAN", "Change the needs and the actions of a plan between conferences")
    LOOK_AFTER_SERVICE = (
        "LOOK_AFTER_SERVICE",
        "See whether the service works, and send emails again that were given up",
    )
    ACKNOWLEDGE_ESCALATION = (
        "ACKNOWLEDGE_ESCALATION",
        "Acknowledge what was passed up because its day is near or past",
    )
    RECORD_FOLLOW_UP = ("RECORD_FOLLOW_UP", "Record how a child is after a plan ended")
    FEED_CHILDREN = ("FEED_CHILDREN", "Take in the file of children from the case system")
    TAKE_OUT_CHILDREN = (
        "TAKE_OUT_CHILDREN",
        "Take out the children whom this role sees as a file, like that of the case system",
    )
    MANAGE_USERS = (
        "MANAGE_USERS",
        "Ask for accounts, for another role, team or password of one, and switch them off",
    )
    CONFIRM_ACCOUNT = (
        "CONFIRM_ACCOUNT",
        "Confirm what an administrator asked for an account: as another, or as the person’s manager",
    )
    KEEP_DIRECTORY = ("KEEP_DIRECTORY", "Keep the directory: rooms, agencies and the people of agencies")

    def __init__(self, code: str, sentence: str, waits_for: str = "") -> None:
        self.code = code
        self.sentence = sentence
        self.waits_for = waits_for


P = Permission
EVERYBODY = frozenset({P.READ_OWN_VIEWED, P.MY_WORK})
READS_CHILDREN = EVERYBODY | {
    P.FIND_CHILD,
    P.READ_CHILD,
    P.READ_FAMILY,
    P.READ_REQUEST,
    P.READ_LEARNING,
    P.ADD_IDEA,
}
READS_FIGURES = frozenset({P.READ_MEASURES, P.OPEN_MEASURE, P.READ_POLICY})
ASKS = frozenset(
    {
        P.ADD_CHILD,
        P.ASK_CONFERENCE,
        P.CONCLUDE_ENQUIRY,
        P.WITHDRAW_REQUEST,
        P.RECORD_PLAN_ELSEWHERE,
        P.RECORD_LIFE_EVENT,
        P.RECORD_IN_NEED_PLAN,
        P.RECORD_SUPPORT,
        P.CHANGE_REQUEST,
        P.RECORD_CORE_GROUP,
        P.CHANGE_PLAN,
        P.RECORD_FOLLOW_UP,
        P.CONSULT,
        P.FOLLOW_DECISION,
        P.INVITE,
    }
)
JOINS = frozenset({P.MOVE_FAMILY, P.JOIN_RECORDS})
SCHEDULES = frozenset({P.READ_DIARY, P.SCHEDULE, P.INVITE, P.SEND_LETTERS})

CAN: dict[Role, frozenset[Permission]] = {
    Role.CHAIR: READS_CHILDREN
    | READS_FIGURES
    | SCHEDULES
    | {
        P.CONSULT,
        P.HOLD_THINKING_TIME,
        P.RECORD_CONFERENCE,
        P.WRITE_RECORD,
        P.CHANGE_PLAN,
        P.CORRECT_PLAN,
        P.CORRECT_DECISION,
        P.RECORD_PLAN_ELSEWHERE,
        P.RECORD_FOLLOW_UP,
    },
    Role.STRATEGIC_LEAD: READS_CHILDREN
    | READS_FIGURES
    | {
        P.READ_DIARY,
        P.WITHDRAW_REQUEST,
        P.JOIN_RECORDS,
        P.DECIDE_CONSULTATION,
        P.DECIDE_IN_PLACE,
        P.EXCLUDE_IN_PLACE,
        P.RECORD_PARTNER_RIGHT,
        P.CONSULT,
        P.FOLLOW_DECISION,
        P.KEEP_THRESHOLDS,
        P.READ_CALIBRATION,
        P.GIVE_SECOND_OPINION,
        P.KEEP_LEARNING,
        P.REQUIRE_THINKING_TIME,
        P.WAIVE_THINKING_TIME,
        P.CORRECT_PLAN,
        P.CORRECT_DECISION,
        P.CORRECT_ENQUIRY,
        P.RECORD_PLAN_ELSEWHERE,
        P.RECORD_LIFE_EVENT,
        P.CONFIRM_PLAN_END,
        P.REASSIGN_DUTY,
        P.SET_LEAVE,
        P.IMPORT_CENSUS,
        P.READ_VIEWED,
        P.RESTRICT_CHILD,
        P.CONFIRM_REMOVAL,
        P.BAR_PERSON,
        P.ACKNOWLEDGE_ESCALATION,
        P.CONFIRM_ACCOUNT,
    },
    Role.MANAGER: READS_CHILDREN
    | READS_FIGURES
    | {
        P.READ_DIARY,
        P.IMPORT_CENSUS,
        P.LOOK_AFTER_SERVICE,
        P.KEEP_LEARNING,
        P.ACKNOWLEDGE_ESCALATION,
        P.READ_CALIBRATION,
        P.GIVE_SECOND_OPINION,
        P.DECIDE_IN_PLACE,
        P.REQUIRE_THINKING_TIME,
        P.WAIVE_THINKING_TIME,
    },
    Role.TEAM_MANAGER: READS_CHILDREN
    | READS_FIGURES
    | ASKS
    | JOINS
    | {
        P.CORRECT_ENQUIRY,
        P.CONFIRM_PLAN_END,
        P.ACKNOWLEDGE_ESCALATION,
        P.ALLOCATE,
        P.REASSIGN_DUTY,
        P.SET_LEAVE,
        P.CONFIRM_ACCOUNT,
    },
    Role.SOCIAL_WORKER: READS_CHILDREN | ASKS,
    Role.BUSINESS_SUPPORT: READS_CHILDREN
    | SCHEDULES
    | JOINS
    | {
        P.WRITE_RECORD,
        P.PRINT_SLIPS,
        P.KEEP_DIRECTORY,
        P.ADD_CHILD,
        P.RECORD_PLAN_ELSEWHERE,
        P.RECORD_PARTNER_RIGHT,
        P.FEED_CHILDREN,
        P.TAKE_OUT_CHILDREN,
    },
    Role.REVIEWER: EVERYBODY | {P.READ_CHILD},
    Role.INFORMATION_GOVERNANCE: EVERYBODY | {P.READ_VIEWED, P.BAR_PERSON, P.CONFIRM_REMOVAL},
    Role.SYSTEM_ADMINISTRATOR: EVERYBODY
    | {
        P.READ_POLICY,
        P.CHANGE_POLICY,
        P.SET_GO_LIVE,
        P.MANAGE_USERS,
        P.FEED_CHILDREN,
        P.CONFIRM_ACCOUNT,
        P.LOOK_AFTER_SERVICE,
        P.KEEP_DIRECTORY,
    },
}

# Sees every open child of the council; the others see their own team's, or only those they are named for.
SEES_WHOLE_UNIT = frozenset({Role.CHAIR, Role.STRATEGIC_LEAD, Role.MANAGER, Role.BUSINESS_SUPPORT})
SEES_OWN_TEAM = frozenset({Role.TEAM_MANAGER, Role.SOCIAL_WORKER})
SEES_NAMED_ONLY = frozenset({Role.REVIEWER})
READS_RECORDS = SEES_WHOLE_UNIT | SEES_OWN_TEAM | SEES_NAMED_ONLY
# From the widest sight of children to none.
SIGHTS = (SEES_WHOLE_UNIT, SEES_OWN_TEAM, SEES_NAMED_ONLY)


# Roles, and the id of the team.
Held = tuple[Collection[str], int | None]


def is_raised(old: Held, new: Held) -> bool:
    """Whether roles and a team (its id) give anything that other roles and another team did not: a right, a
    wider sight, or another team's children.
    """
    (before, team_before), (after, team_after) = old, new
    if not rights_of(after) <= rights_of(before) or _sight(after) < _sight(before):
        return True
    return bool(SEES_OWN_TEAM & {Role(role) for role in after}) and team_after != team_before


def enough_for() -> dict[Role, list[tuple[Role, ...]]]:
    """The fewest roles that give together whatever a role does, itself alone first: what the database asks of
    an account (user_more_by_two).
    """
    return {role: _enough_for(role) for role in Role}


def _enough_for(role: Role) -> list[tuple[Role, ...]]:
    found: list[tuple[Role, ...]] = [(role,)]
    others = [other for other in Role if other is not role]
    for number in range(1, len(others) + 1):
        for those in combinations(others, number):
            is_fewest = not any(set(fewer) <= set(those) for fewer in found)
            if is_fewest and not is_raised((those, None), ((role,), None)):
                found.append(those)
    return found


def rights_of(roles: Collection[str]) -> frozenset[Permission]:
    """The rights of somebody with these roles: those of any of them."""
    return frozenset().union(*(CAN[Role(role)] for role in roles))


def adds_for_own_team(roles: Collection[str]) -> bool:
    """Whether somebody with these roles adds children for their own team alone, and chooses no other."""
    return not any(holds(role, P.ADD_CHILD) for role in roles if role not in SEES_OWN_TEAM)


def _sight(roles: Collection[str]) -> int:
    """The first place among SIGHTS that one of the roles has, after all of them for those that see nobody."""
    held = {Role(role) for role in roles}
    return next((place for place, of in enumerate(SIGHTS) if held & of), len(SIGHTS))


def holds(role: str, permission: Permission) -> bool:
    """Whether the role holds the right."""
    return permission in CAN[Role(role)]
