"""Every right there is, each with the plain sentence that managers read on the page of rights."""

from enum import Enum


class Permission(Enum):
    """A right. The value is its code; `sentence` says what it lets a person do."""

    FIND_CHILD = ("FIND_CHILD", "Find a child by name, number or date of birth")
    READ_CHILD = ("READ_CHILD", "Read a child's record: plans, conferences, enquiries")
    READ_FAMILY = ("READ_FAMILY", "Read a family's page: who is in it and how to reach them safely")
    READ_MEASURES = ("READ_MEASURES", "Read the performance figures of the whole council")
    OPEN_MEASURE = ("OPEN_MEASURE", "Open a figure to the children behind it, as far as one may see them")
    IMPORT_CENSUS = ("IMPORT_CENSUS", "Import a census file and read its report")
    READ_POLICY = ("READ_POLICY", "Read the local limits and their history")
    CHANGE_POLICY = ("CHANGE_POLICY", "Change a local limit from a day on")
    READ_ACCESS_LOG = ("READ_ACCESS_LOG", "See who has looked at a child's record")
    READ_OWN_VIEWS = ("READ_OWN_VIEWS", "See which records one has looked at oneself")
    RESTRICT_CHILD = ("RESTRICT_CHILD", "Restrict a child's record and name the people who may see it")
    BAR_PERSON = ("BAR_PERSON", "Bar a person from a family they know or belong to")
    MY_WORK = ("MY_WORK", "See one's own work: what is due, late, and waiting for others")
    ASK_CONFERENCE = (
        "ASK_CONFERENCE",
        "Record an enquiry, request a conference and give the account for a re-plan",
    )
    READ_REQUEST = ("READ_REQUEST", "Read requests for conferences and re-plan consultations")
    DECIDE_CONSULTATION = ("DECIDE_CONSULTATION", "Decide re-plan consultations, but never one's own request")
    HOLD_THINKING_TIME = ("HOLD_THINKING_TIME", "Hold thinking time before a conference")
    READ_DIARY = ("READ_DIARY", "Read the week's diary of rooms and chairs")
    SCHEDULE = ("SCHEDULE", "Schedule, move and cancel conferences")
    RECORD_CONFERENCE = ("RECORD_CONFERENCE", "Record and sign the conferences one chairs")
    SEND_LETTERS = ("SEND_LETTERS", "Make decision letters and say when letters and records were sent")
    RECORD_CORE_GROUP = ("RECORD_CORE_GROUP", "Record that a core group was held")
    MANAGE_USERS = ("MANAGE_USERS", "Add people, change their role and team, and disable them")

    def __init__(self, code: str, sentence: str) -> None:
        self.code = code
        self.sentence = sentence
