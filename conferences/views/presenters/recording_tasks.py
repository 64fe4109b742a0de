"""What a person without casework may do here, each with a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from conferences.views.presenters.words import address
from safeguarding.access import Permission, can
from safeguarding.models import User


@dataclass(frozen=True)
class Task:
    """A page that this person may open, and what it is for."""

    text: str
    href: str
    about: str


TASKS: tuple[tuple[str, str, str, Permission], ...] = (
    (
        "measures",
        "Performance figures",
        "How the council is doing, and the children behind each figure",
        Permission.READ_MEASURES,
    ),
    (
        "import_census",
        "Import a census file",
        "Read a Children in Need census, and see what was taken and what was not",
        Permission.IMPORT_CENSUS,
    ),
    (
        "restricted",
        "Restricted records",
        "Restrict a record, and name the people who may see it",
        Permission.RESTRICT_CHILD,
    ),
    (
        "viewed",
        "Who has viewed a record",
        "See who has viewed a record, and when",
        Permission.READ_VIEWED,
    ),
    (
        "bars",
        "Barred people",
        "Keep a person from the records of a family they know or belong to",
        Permission.BAR_PERSON,
    ),
    (
        "restriction_removals",
        "Restricted records to open again",
        "Confirm that a restricted record is opened, where somebody else asked for it",
        Permission.CONFIRM_REMOVAL,
    ),
    (
        "policy",
        "Local limits",
        "The council’s own time limits and settings, with their history",
        Permission.READ_POLICY,
    ),
    (
        "start",
        "First steps",
        "What is missing before the first conference can be held",
        Permission.MANAGE_USERS,
    ),
    ("people", "People", "Add people, and change what they may do", Permission.MANAGE_USERS),
    (
        "account_changes",
        "Accounts to confirm",
        "What another asked for an account and needs a second person",
        Permission.MANAGE_USERS,
    ),
    (
        "viewed_by_me",
        "Records you have viewed",
        "What the log holds about you",
        Permission.READ_OWN_VIEWED,
    ),
)


def tasks(user: User) -> list[Task]:
    """Those of the pages that exist here and that this person may open."""
    open_to = ((name, text, about) for name, text, about, right in TASKS if can(user, right))
    return [Task(text, address(name), about) for name, text, about in open_to if address(name)]
