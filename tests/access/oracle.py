"""Who may see what, written from the promise and apart from the code: the matrix holds every page to it."""

EVERY_OPEN = {"OPEN", "OTHER_TEAM", "NAMED"}
OWN_TEAM = {"OPEN", "NAMED"}

KINDS_SEEN = {
    "CHAIR": EVERY_OPEN,
    "STRATEGIC_LEAD": EVERY_OPEN,
    "MANAGER": EVERY_OPEN,
    "BUSINESS_SUPPORT": EVERY_OPEN,
    "TEAM_MANAGER": OWN_TEAM,
    "SOCIAL_WORKER": OWN_TEAM,
    "REVIEWER": {"NAMED"},
    "INFORMATION_GOVERNANCE": set(),
    "SYSTEM_ADMINISTRATOR": set(),
    "": set(),
}

# Those who govern access or its log see a number and why, of every child but of a family they are barred
# from.
GOVERNING = {
    "STRATEGIC_LEAD": {
        "restricted",
        "restricted_waiting",
        "child_access",
        "child_restrict",
        "child_unrestrict",
        "restriction_removals",
        "restriction_removal",
        "restriction_removal_end",
        "child_grant",
        "child_grant_end",
        "bars",
        "bar_add",
        "bar_lift",
        "viewed",
        "child_viewed",
        "taken_on",
        "taken_on_review",
    },
    "INFORMATION_GOVERNANCE": {
        "restriction_removals",
        "restriction_removal",
        "restriction_removal_end",
        "bars",
        "bar_add",
        "bar_lift",
        "viewed",
        "child_viewed",
        "taken_on",
        "taken_on_review",
    },
}
GOVERNED_FIELDS = {
    "Child.la_child_id",
    "Child.ref",
    "Child.restricted_reason",
    "RestrictedGrant.reason",
    "Bar.reason",
    "TakenOn.reason",
    "TakenOn.ref",
}
# Whoever takes in a file of children sees its numbers, and what is wrong with its own words.
FEEDS = {"BUSINESS_SUPPORT", "SYSTEM_ADMINISTRATOR"}
FEED_VIEWS = {"children_feed_file"}
FEED_FIELDS_OF_ALL = {"Child.la_child_id", "FeedLine.problem", "FeedLine.remark"}
# A team manager who looks for a child to take on sees who it is, of any team's, and nothing of the record.
FOUND_BY_IDENTITY = {"allocation_find", "allocation_take"}
IDENTITY_FIELDS = {"Child.la_child_id", "Child.ref", "Child.given_names", "Child.family_name"}

# A confidential address shows only in answer to the button that notes who asked.
CONFIDENTIAL = {"Person.address", "Person.postcode", "Household.address", "Household.postcode"}
ASKED_FOR_BY = "family_address"

# A chair's reflective note is theirs alone; the chair wrote every one of them here.
PRIVATE = "ReflectiveNote."

# A second opinion is for those who may give one, once it is given.
SECOND, SECONDS = "SecondOpinion", {"STRATEGIC_LEAD", "MANAGER"}

# A draft is its writer's alone: the social worker wrote every one of them here.
DRAFT = "Draft."

# Whoever holds the secret of a chair's calendar sees that meetings are, by an opaque reference.
FEED, FEED_FIELDS = "diary_feed", {"Booking.ref"}


def may_see(role: str, view: str, planted, began_at: str) -> bool:
    """Whether a person of the role may read the planted token on the view; `began_at` is where the
    chain began.
    """
    if planted.where in CONFIDENTIAL and began_at != ASKED_FOR_BY:
        return False
    if planted.where.startswith(PRIVATE) and role != "CHAIR":
        return False
    if planted.where.startswith(SECOND) and role not in SECONDS:
        return False
    if planted.where.startswith(DRAFT) and role != "SOCIAL_WORKER":
        return False
    if view == FEED:
        return planted.where in FEED_FIELDS and planted.kind in KINDS_SEEN["CHAIR"]
    if planted.kind in KINDS_SEEN[role]:
        return True
    if role == "TEAM_MANAGER" and view in FOUND_BY_IDENTITY:
        return planted.kind in EVERY_OPEN and planted.where in IDENTITY_FIELDS
    if role in FEEDS and view in FEED_VIEWS and planted.where in FEED_FIELDS_OF_ALL:
        return planted.kind != "BARRED"
    governs = view in GOVERNING.get(role, set())
    return governs and planted.kind != "BARRED" and planted.where in GOVERNED_FIELDS


# What no page shows, with the reason. Everything else planted about an open child must show somewhere.
NEVER_SHOWN = {
    "PlanAction.evidence": "it is told of a plan that a conference agreed: tests/views/test_plans.py",
    "PlanAction.service": "it is told of a plan that a conference agreed: tests/views/test_plans.py",
    "PlanAction.ended_words": "it is told of a plan that a conference agreed: tests/views/test_plans.py",
    "PlanNeed.ended_words": "it is told of a plan that a conference agreed: tests/views/test_plans.py",
    "ChildPart.ending_rationale": "it is told of a plan that ends: tests/views/test_recording.py",
    "SupportReview.ref": "no page is one review’s own",
    "ThinkingSlot.ref": "it is planned and given up on the page of its session",
    "Attendance.agency_kind": "the words for that kind of agency are shown",
    "Attendance.counted_as": "how many agencies count is shown, not as what",
    "FeedLine.family_ref": "it says which children belong together, and nothing to a reader",
    "ParentMemory.key": "it is compared with the next file, and shown to nobody",
    "FeedLine.number": "the child’s own number stands in its place",
    "FeedLine.team_text": "the team that was found is shown",
    "FeedLine.worker_text": "the worker who was found is shown",
    **dict.fromkeys(
        [
            f"FeedMemory.{field}"
            for field in ("upn", "given_names", "family_name", "family_ref", "address", "postcode")
        ],
        "it is compared with the next file, and shown to nobody",
    ),
    **dict.fromkeys(
        [
            f"Consultation.{field}"
            for field in ("why_now", "what_is_different", "child_words", "options_tried")
        ],
        "the version of the account is shown, which holds the same words",
    ),
    "OwnVersion.line": "shows on the copies of a signed record, and none is signed here",
    "Document.release_words": "shows on the letters and copies of a signed record, and none is signed here",
    "Document.left_out": "shows on the letters of a signed record, and none is signed here",
    "Consultation.ref": "the address of the family’s consultation stands in its place",
    "ConsultationAnswer.ref": "it is read on the page of its consultation",
    "ConsultationCondition.ref": "it is read on the page of its consultation",
    "ConsultationCondition.owner_words": "who does it is somebody here, whose name is shown",
    "Booking.despite_words": "shows of a child booked though another way was decided",
    "Booking.room_lacks": "shows of a room that lacked something, and none does here",
    "Booking.room_reason": "shows of a room that lacked something, and none does here",
    "Booking.cancel_note": "shows on a cancelled meeting only, and none is cancelled here",
    "ChildPair.facts": "it says whether anything changed since, and nothing to a reader",
    "PairAnswer.facts": "it says whether anything changed since, and nothing to a reader",
    "RequestedChild.for_agencies_reason": "shows of a restricted child: tests/views/test_copies_agencies.py",
    "RequestedChild.due_explanation": "the telling of that day is shown, which holds the same words",
    "Escalation.ref": "it is read on the page of its duty",
    "Enquiry.voided_words": "the change beside it is shown, which holds the same words",
    "PlanEnding.closed_reason": "shows of an end that was turned down, and none was turned down here",
    "LifeEvent.ref": "it leads to an end of a plan that nobody has asked for yet; here one waits",
    "Conference.ref": "a meeting has no page of its own yet",
    "RestrictedGrant.reason": "an open child has none",
    "Plan.ref": "a plan has no page of its own yet",
}
