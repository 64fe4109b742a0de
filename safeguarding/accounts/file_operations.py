"""A file of the people who sign in: accounts that are not there yet, for whoever installs the service."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from safeguarding.accounts.operations import add_user
from safeguarding.accounts.teams import teams
from safeguarding.clock import day_of
from safeguarding.directory.directory import Directory
from safeguarding.directory.files import lines_of
from safeguarding.directory.items import Choices, Email, Item, Row, Text
from safeguarding.directory.operations import Loaded
from safeguarding.models import User
from safeguarding.operation import operation
from safeguarding.policy.role_words import WORD_FOR, words_of
from safeguarding.policy.words import role_words
from safeguarding.refusals import Problem, Refused, refuse_all
from safeguarding.rights import Permission, Role
from safeguarding.wording import joined, lower_first

AT_ONCE = 2000
# A file may say a role in the field's own words, whatever the council says.
USUAL = {words_of(str(limit.default)).one: role.value for role, limit in WORD_FOR.items()}


def _roles(on: dt.date) -> dict[str, str]:
    return {role.value: role_words(role, on).one for role in Role}


def people_file(on: dt.date) -> Directory:
    """Read as the directories' files are, with roles in the words of a day; kept on the pages of accounts and
    not among the directories.
    """
    return Directory(
        slug="people",
        one="person",
        many="people",
        about="",
        model=User,
        items=(
            Email("email", "Email address"),
            Text("full_name", "Name", longest=150),
            Choices("roles", "Role", options=lambda: _roles(on), also=USUAL),
            Row("team", "Team", is_needed=False, rows=teams),
        ),
        needs=Permission.MANAGE_USERS,
    )


def people_lines(on: dt.date) -> Iterator[list[str]]:
    """Every account as the file has it, by e-mail address."""
    people = User.objects.filter(is_system=False).select_related("team").order_by("email")
    return lines_of(people_file(on).items, people.iterator(chunk_size=AT_ONCE))


@operation(needs=Permission.MANAGE_USERS, system=True)
def load_people(*, rows: Sequence[tuple[int, Mapping[str, str]]], by: User, at: dt.datetime) -> Loaded:
    """An account for each row whose address has none, without a password: a link goes to its person.

    An account that is there stays as it is: one with another name, role or team is named, for such a change
    is made on its page, where a second look may be asked for.
    """
    items, loaded = [item.for_texts() for item in people_file(day_of(at)).items], Loaded()
    known = {user.email.casefold(): user for user in User.objects.select_related("team")}
    for number, texts in rows:
        try:
            values = _values(items, texts)
            found = known.get(values["email"].casefold())
            if found is None:
                role, *further = values.pop("roles") or [""]
                user = add_user(**values, role=role, further=further, by=by, at=at)
                known[user.email.casefold()] = user
                loaded.added.append(user.email)
            else:
                _refuse_other(items, found, values)
                loaded.unchanged += 1
        except Refused as refusal:
            sentences = " ".join(f"{problem.sentence.rstrip('.')}." for problem in refusal.problems)
            loaded.refused.append((number, sentences))
    return loaded


def _values(items: Sequence[Item], texts: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for item in items:
        try:
            values[item.field] = item.read(texts.get(item.field) or "")
        except Refused as refusal:
            problems += refusal.problems
    refuse_all(problems)
    return values


def _refuse_other(items: Sequence[Item], user: User, values: Mapping[str, Any]) -> None:
    if user.is_system:
        raise Refused("This address is the system’s own")
    others = [item for item in items[1:] if _of(user, item.field) != values[item.field]]
    if others:
        words = joined([lower_first(item.label) for item in others])
        raise Refused(f"The account has another {words}. Change it on the page of people")


def _of(user: User, field: str) -> Any:
    return tuple(user.roles) if field == "roles" else getattr(user, field)
