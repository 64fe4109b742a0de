"""A file of the people who sign in: accounts that are not there yet. By command they are made at once, from a
page each is asked for and waits for a second person.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from safeguarding import audit
from safeguarding.accounts.operations import EMAIL_TAKEN, add_user, ask_user
from safeguarding.accounts.teams import teams
from safeguarding.clock import day_of
from safeguarding.directory.directory import Directory
from safeguarding.directory.files import IN_USE, lines_of, read
from safeguarding.directory.items import Choices, Email, Item, Row, Text, YesNo
from safeguarding.directory.operations import Loaded
from safeguarding.models import AccountChange, DirectoryFile, User
from safeguarding.operation import lock, operation
from safeguarding.policy.role_words import WORD_FOR, words_of
from safeguarding.policy.words import role_words
from safeguarding.refusals import NOT_FOUND, NOT_THERE, Problem, Refused, refuse_all
from safeguarding.rights import Permission, Role
from safeguarding.wording import joined, lower_first

AT_ONCE = 2000
SLUG = "people"
# Each is confirmed by itself.
MOST_ASKED = 500
ONE_ROLE = "A further role is asked for once there is an account. Write the chief one alone"
LEFT = "Who is not in use is given no account"
ON_PAGE = "Change it on the page of people"
# A file may say a role in the field's own words, whatever the council says.
USUAL = {words_of(str(limit.default)).one: role.value for role, limit in WORD_FOR.items()}


def _roles(on: dt.date) -> dict[str, str]:
    return {role.value: role_words(role, on).one for role in Role}


def people_file(on: dt.date) -> Directory:
    """Read as the directories' files are, with roles in the words of a day; kept on the pages of accounts and
    not among the directories.
    """
    return Directory(
        slug=SLUG,
        one="person",
        many="people",
        about="",
        model=User,
        items=(
            Email("email", "Email address"),
            Text("full_name", "Name", longest=150),
            Choices("roles", "Role", options=lambda: _roles(on), also=USUAL),
            Row("team", "Team", is_needed=False, rows=teams),
            YesNo("is_active", IN_USE, nothing=None),
        ),
        needs=Permission.MANAGE_USERS,
    )


def people_lines(on: dt.date) -> Iterator[list[str]]:
    """Every account as the file has it, by e-mail address."""
    people = User.objects.filter(is_system=False).select_related("team").order_by("email")
    items = [item for item in people_file(on).items if item.label != IN_USE]
    return lines_of(items, people.iterator(chunk_size=AT_ONCE))


@operation(needs=Permission.MANAGE_USERS, system=True)
def load_people(*, rows: Sequence[tuple[int, Mapping[str, str]]], by: User, at: dt.datetime) -> Loaded:
    """An account for each row whose address has none, without a password: a link goes to its person.

    An account that is there stays as it is: one with another name, role or team is named, for such a change
    is made on its page, where a second look may be asked for.
    """

    def add(role: str, *further: str, **values: Any) -> User:
        return add_user(role=role, further=further, **values, by=by, at=at)

    return _each(rows, at, add)


@operation(needs=Permission.MANAGE_USERS)
def hand_in_people(*, name: str, content: bytes, by: User, at: dt.datetime) -> DirectoryFile:
    """Keep the file for the page that shows what it would ask for. Raises Refused where it cannot be read or
    is longer than anybody would confirm.
    """
    if len(read(people_file(day_of(at)), content)) > MOST_ASKED:
        command = "manage.py load_people takes in larger ones"
        raise Refused(f"The file has more than {MOST_ASKED:,} rows. {command}", "file")
    file = DirectoryFile.objects.create(
        directory=SLUG, name=name, content=content, handed_in_by=by, handed_in_at=at
    )
    audit.record("people.file_handed_in", file, by=by, at=at)
    return file


@operation(needs=Permission.MANAGE_USERS, refuses=EMAIL_TAKEN)
def ask_people(*, file: DirectoryFile, by: User, at: dt.datetime) -> Loaded:
    """Ask for an account for each row whose address has none, once, by whoever handed the file in: each waits
    for a second person. Then nothing of the rows is kept but which were refused, and why.

    Raises Refused where that was done already.
    """
    held = lock(file)
    if held.handed_in_by_id != by.pk or held.directory != SLUG:
        raise Refused(NOT_THERE, status=NOT_FOUND)
    if held.taken_in_at is not None:
        raise Refused("This file has been taken in already.")

    def ask(role: str, *further: str, **values: Any) -> AccountChange:
        if further:
            raise Refused(ONE_ROLE, "roles")
        return ask_user(role=role, **values, by=by, at=at)

    loaded = _each(read(people_file(day_of(at)), bytes(held.content)), at, ask)
    held.content, held.taken_in_by, held.taken_in_at = b"", by, at
    held.outcome = {"counts": loaded.counts, "refused": loaded.refused}
    held.save(update_fields=["content", "taken_in_by", "taken_in_at", "outcome"])
    audit.record("people.file_taken_in", held, by=by, at=at, detail=loaded.counts)
    return loaded


def _each(
    rows: Sequence[tuple[int, Mapping[str, str]]],
    at: dt.datetime,
    make: Callable[..., User | AccountChange],
) -> Loaded:
    """What came of each row: made, there already, or refused."""
    items, loaded = [item.for_texts() for item in people_file(day_of(at)).items], Loaded()
    known: dict[str, Any] = {user.email.casefold(): user for user in User.objects.select_related("team")}
    for number, texts in rows:
        try:
            values = _values(items, texts)
            in_use = values.pop("is_active")
            found = known.get(values["email"].casefold())
            if found is None:
                if in_use is False:
                    raise Refused(LEFT)
                role, *further = values.pop("roles") or [""]
                made = make(role, *further, **values)
                known[made.email.casefold()] = made
                loaded.added.append(made.email)
            else:
                _refuse_other(items, found, values, in_use)
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


def _refuse_other(
    items: Sequence[Item], user: User | AccountChange, values: Mapping[str, Any], in_use: bool | None
) -> None:
    """`in_use` is None where the file does not say."""
    if isinstance(user, AccountChange):
        raise Refused("The address of another row again")
    if user.is_system:
        raise Refused("This address is the system’s own")
    compared = [item for item in items if item.field not in ("email", "is_active")]
    others = [item for item in compared if _of(user, item.field) != values[item.field]]
    if others:
        words = joined([lower_first(item.label) for item in others])
        raise Refused(f"The account has another {words}. {ON_PAGE}")
    if in_use not in (None, user.is_active):
        raise Refused(f"The account is {'in use' if user.is_active else 'switched off'}. {ON_PAGE}")


def _of(user: User, field: str) -> Any:
    return tuple(user.roles) if field == "roles" else getattr(user, field)
