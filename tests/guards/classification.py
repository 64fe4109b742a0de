"""What each model is: whose history is kept how, whether it is about a child, whether it may be changed at
all.
"""

# name: (how its history is kept, why where it is not kept by trigger)
# trigger: each change leaves a row in <Model>Event; itself: its rows are never changed; none: facts of
# others.
HISTORY_BY: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        [
            "Attendance",
            "Booking",
            "BookingMove",
            "ChildPart",
            "Consultation",
            "ConsultationAnswer",
            "CoreGroup",
            "DiaryFeed",
            "Duty",
            "EarlierPlan",
            "FollowUp",
            "Escalation",
            "Letter",
            "MeetingRecord",
            "PlanAction",
            "ReflectiveNote",
            "Request",
            "RequestedChild",
            "Room",
            "Closure",
            "OneOffHoliday",
            "TakenOn",
            "ThinkingTime",
            "ThinkingTimeEntry",
            "Agency",
            "AgencyKind",
            "Allocation",
            "Bar",
            "Child",
            "ChildDisability",
            "ChildInNeedPlan",
            "ChildName",
            "Conference",
            "ConferenceChild",
            "Decision",
            "Enquiry",
            "Family",
            "Household",
            "HouseholdMember",
            "ImportedFile",
            "Leave",
            "NeedEpisode",
            "Person",
            "Plan",
            "PlanCategory",
            "PlanElsewhere",
            "PolicySetting",
            "Professional",
            "Relationship",
            "RestrictedGrant",
            "StrategyDiscussion",
            "Team",
            "TransferIn",
            "User",
        ],
        ("trigger", ""),
    ),
    "DayTold": ("itself", "each telling is history"),
    "DutyStep": ("itself", "each step is history"),
    "AuditEntry": ("itself", "the audit is history"),
    "ReadLog": ("itself", "the log of reads is history"),
    "DirectoryFile": ("none", "its own columns say who handed it in and took it in; it is never changed"),
    "Draft": ("none", "private, and gone once it is saved: a history would keep what its writer discarded"),
    "Heartbeat": ("none", "says only what was last seen of a process, and is replaced"),
    "KeptCount": ("none", "made anew from what has a history, whenever that changes"),
    "TableChange": ("none", "says only that a transaction wrote, and is swept"),
    "ImportFault": ("none", "written once with its file, by one operation"),
    "ImportedChild": ("none", "written once with its file, by one operation"),
    "BenchmarkFigure": ("none", "the DfE's published facts, loaded from a release that is named in the row"),
    "Message": ("none", "its own columns say when it was made, tried and sent"),
    "Notice": ("none", "its own columns say when it was owed, and by which message it was told"),
    "Reconciliation": ("none", "written once a day by one task"),
    "ReconciliationDifference": ("none", "written once with its check"),
    "StatisticalNeighbour": ("none", "the DfE's published lists, dated in the row"),
}

ABOUT_A_CHILD = frozenset(
    [
        "Attendance",
        "Booking",
        "BookingMove",
        "ChildPart",
        "Consultation",
        "ConsultationAnswer",
        "CoreGroup",
        "DayTold",
        "Duty",
        "DutyStep",
        "EarlierPlan",
        "FollowUp",
        "Escalation",
        "Letter",
        "MeetingRecord",
        "PlanAction",
        "Request",
        "RequestedChild",
        "TakenOn",
        "ThinkingTime",
        "ThinkingTimeEntry",
        "Allocation",
        "Child",
        "ChildDisability",
        "ChildInNeedPlan",
        "ChildName",
        "Conference",
        "ConferenceChild",
        "Decision",
        "Enquiry",
        "Family",
        "Household",
        "HouseholdMember",
        "ImportedChild",
        "NeedEpisode",
        "Person",
        "Plan",
        "PlanCategory",
        "PlanElsewhere",
        "Relationship",
        "StrategyDiscussion",
        "TransferIn",
    ]
)

# About rights, reads and files: they name a child by its id only, and are read by those who keep the rights.
NOT_ABOUT_A_CHILD = frozenset(
    [
        "DiaryFeed",
        "ReflectiveNote",
        "Room",
        "Closure",
        "OneOffHoliday",
        "Message",
        "Notice",
        "Agency",
        "AgencyKind",
        "AuditEntry",
        "Bar",
        "BenchmarkFigure",
        "DirectoryFile",
        "Draft",
        "ImportFault",
        "ImportedFile",
        "Heartbeat",
        "KeptCount",
        "Leave",
        "PolicySetting",
        "Professional",
        "ReadLog",
        "Reconciliation",
        "ReconciliationDifference",
        "RestrictedGrant",
        "StatisticalNeighbour",
        "TableChange",
        "Team",
        "User",
    ]
)

# Pairs of _at and _by that are not one fact: "Model.stem": why.
NOT_PAIRED: dict[str, str] = {}
# Reasons that no constraint of their own table can tie to what they explain.
NOT_TIED = {"MeetingRecord.inquorate_reason": "the quorum is worked out from the attendances"}


def about_a_child() -> frozenset[str]:
    return ABOUT_A_CHILD


def classified() -> set[str]:
    """The names of the models that stand in both lists."""
    return set(HISTORY_BY) & (ABOUT_A_CHILD | NOT_ABOUT_A_CHILD)
