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
    MANAGE_USERS = ("MANAGE_USERS", "Add people, change their role and team, and disable them")

    def __init__(self, code: str, sentence: str) -> None:
        self.code = code
        self.sentence = sentence
