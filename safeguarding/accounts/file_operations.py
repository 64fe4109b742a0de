"""A file of the people who sign in: accounts that are not there yet, for whoever installs the service."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from safeguarding.accounts.operations import add_user
from safeguarding.directory.directory import Directory
from safeguarding.directory.items import Choice, Email, Row, Text
from safeguarding.directory.operations import Loaded
from safeguarding.models import Team, User
from safeguarding.operation import operation
from safeguarding.refusals import Problem, Refused, refuse_all
from safeguarding.rights import Permission, Role
from safeguarding.wording import joined, lower_first


def _roles() -> dict[str, str]:
    return {role.value: role.label for role in Role}


def _teams() -> QuerySet[Any]:
    return Team.objects.filter(is_active=True)


# Read as the directories' files are; kept on the pages of accounts and not among the directories.
PEOPLE = Directory(
    slug="people",
    one="person",
    many="people",
    about="",
    model=User,
    items=(
        Email("email", "Email address"),
        Text("full_name", "Name", longest=150),
        Choice("role", "Role", options=_roles),
        Row("team", "Team", is_needed=False, rows=_teams),
    ),
    needs=Permission.MANAGE_USERS,
)


@operation(needs=Permission.MANAGE_USERS, system=True)
def load_people(*, rows: Sequence[tuple[int, Mapping[str, str]]], by: User, at: dt.datetime) -> Loaded:
    """An account for each row whose address has none, without a password: a link goes to its person.

    An account that is there stays as it is: one with another name, role or team is named, for such a change
    is made on its page, where a second look may be asked for.
    """
    loaded, known = Loaded(), {user.email.casefold(): user for user in User.objects.select_related("team")}
    for number, texts in rows:
        try:
            values = _values(texts)
            found = known.get(values["email"].casefold())
            if found is None:
                user = add_user(**values, by=by, at=at)
                known[user.email.casefold()] = user
                loaded.added.append(user.email)
            else:
                _refuse_other(found, values)
                loaded.unchanged += 1
        except Refused as refusal:
            sentences = " ".join(f"{problem.sentence.rstrip('.')}." for problem in refusal.problems)
            loaded.refused.append((number, sentences))
    return loaded


def _values(texts: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for item in PEOPLE.items:
        try:
            values[item.field] = item.read(texts.get(item.field) or "")
        except Refused as refusal:
            problems += refusal.problems
    refuse_all(problems)
    return values


def _refuse_other(user: User, values: Mapping[str, Any]) -> None:
    if user.is_system:
        raise Refused("This address is the system’s own")
    others = [item for item in PEOPLE.items[1:] if getattr(user, item.field) != values[item.field]]
    if others:
        words = joined([lower_first(item.label) for item in others])
        raise Refused(f"The account has another {words}. Change it on the page of people")
