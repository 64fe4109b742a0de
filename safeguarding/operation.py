"""What every operation is: it names the right it needs, checks it and the scope of all it is given, and is
done whole or not at all. Refusals of any kind are one exception, with a sentence for the page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import fields, is_dataclass
from functools import wraps
from inspect import Parameter, signature
from typing import Any, ParamSpec, TypeVar, cast

from django.db import IntegrityError, connection, models, transaction

from safeguarding.access.holding import can
from safeguarding.access.scope import scope
from safeguarding.models import Bar, Child, RestrictedGrant, RestrictionRemoval, User
from safeguarding.models.base import ChildRecord
from safeguarding.promises import SENTENCES
from safeguarding.refusals import FORBIDDEN, NOT_FOUND, NOT_THERE, Refused, missing, refuse_all
from safeguarding.retrying import begin_again
from safeguarding.rights import SEES_WHOLE_UNIT, Permission, holds
from safeguarding.wording import lower_first

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M", bound=models.Model)
Sees = Callable[[User, type[Any]], models.QuerySet[Any]]


# The same told again by the same person within it, where it can happen twice: one form that was sent twice.
SAME_FORM = dt.timedelta(minutes=5)
JOINED = "This child’s record was joined into another one since you opened it. Find the child again."
BEYOND = (
    "You see this in another role than the one that lets you {act}. Ask somebody who holds that role for it."
)


def operation(
    *,
    needs: Permission,
    system: bool = False,
    sees: Sees = scope,
    whole: bool = True,
    retry: bool = False,
    refuses: Mapping[str, str | tuple[str, str]] | None = None,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorator of a function that writes for somebody (`by`, keyword-only as all its parameters).

    Before it runs, `by` must hold `needs` and must see every record about a child among the arguments, bare
    or inside a collection, a mapping or a dataclass, in the scope that `sees` tells, and by a role that holds
    `needs`. `system` lets the system itself pass (commands, tasks). It runs in a transaction unless `whole`
    is False, for what takes its own; with `retry` it is begun anew where the database gave it up. `refuses`
    gives the sentence (or sentence and field) for a constraint by which the database refused, where it is not
    to be that of the promise (safeguarding.promises). Raises Refused.
    """

    def decorate(act: Callable[P, R]) -> Callable[P, R]:
        _guard_parameters(act)
        in_one = transaction.atomic(act) if whole else act

        @wraps(act)
        def run(*args: P.args, **given: P.kwargs) -> R:
            if "by" not in given:
                raise TypeError(f"{act.__name__} is an operation: name its arguments, with `by`.")
            by = cast(User, given["by"])
            if not (system and by.is_system):
                refuse_without(by, needs)
                refuse_unseen(by, *given.values(), sees=sees)
                if sees is scope:
                    refuse_beyond(by, needs, *given.values())
            try:
                return begin_again(lambda: in_one(*args, **given)) if retry else in_one(*args, **given)
            except IntegrityError as error:
                raise _refusal(error, refuses or {}) from error

        run.needs, run.refuses = needs, frozenset(refuses or ())  # type: ignore[attr-defined]
        return run

    return decorate


def _guard_parameters(act: Callable[..., Any]) -> None:
    parameters = signature(act).parameters
    if "by" not in parameters:
        raise TypeError(f"{act.__name__} is an operation and must say for whom: give it `by`.")
    if any(one.kind is not Parameter.KEYWORD_ONLY for one in parameters.values()):
        raise TypeError(f"{act.__name__} is an operation: put `*` before its parameters.")


def refuse_without(by: User, permission: Permission) -> None:
    """Raises Refused (403) where the person does not hold the right."""
    if not can(by, permission):
        act = lower_first(permission.sentence)
        raise Refused(f"Your role does not allow you to {act}.", status=FORBIDDEN)


def refuse_own(by: User, *whose: int | None, sentence: str, field: str = "") -> None:
    """Nobody decides their own: raises Refused (403) where `by` is one of these people (user ids).

    `field` is the form's, where `by` named themselves in one.
    """
    if by.pk in whose:
        raise Refused(sentence, field, status=FORBIDDEN)


def refuse_unseen(by: User, *given: Any, sees: Sees = scope) -> None:
    """Raises Refused (404) where the person does not see each record among these, bare or packed.

    An operation's own arguments are seen before it begins; this is for what they lead to.
    """
    wanted: dict[type[models.Model], set[int]] = {}
    for record in _records(given):
        if record.pk is not None:
            wanted.setdefault(type(record), set()).add(record.pk)
    for model, ids in wanted.items():
        if sees(by, model).filter(pk__in=ids).count() != len(ids):
            raise Refused(NOT_THERE, status=NOT_FOUND)


def refuse_beyond(by: User, permission: Permission, *given: Any) -> None:
    """A right reaches as far as the roles that give it see. Raises Refused (403) where another role of theirs
    shows one of these records.
    """
    giving = [role for role in by.roles if holds(role, permission)]
    if len(giving) == len(by.roles) or not SEES_WHOLE_UNIT.isdisjoint(giving):
        return
    narrow = copy(by)
    narrow.role, narrow.further_roles = giving[0], giving[1:]
    try:
        refuse_unseen(narrow, *given)
    except Refused:
        raise Refused(BEYOND.format(act=lower_first(permission.sentence)), status=FORBIDDEN) from None


def may_for(by: User, permission: Permission, record: models.Model) -> bool:
    """Whether the person holds the right and the role that gives it shows them this record."""
    try:
        refuse_without(by, permission)
        refuse_beyond(by, permission, record)
    except Refused:
        return False
    return True


def _records(things: Iterable[Any]) -> Iterator[models.Model]:
    """Every record about a child, or about who may see one, among the things, however they are packed."""
    for thing in things:
        if isinstance(thing, ChildRecord | RestrictedGrant | RestrictionRemoval | Bar):
            yield thing
        elif isinstance(thing, Mapping):
            yield from _records([*thing.keys(), *thing.values()])
        elif is_dataclass(thing) and not isinstance(thing, type):
            yield from _records([getattr(thing, field.name) for field in fields(thing)])
        elif isinstance(thing, Iterator):
            # Looked through here, it would be empty there.
            raise TypeError("Give an operation a list, and not what can be read only once.")
        elif isinstance(thing, Iterable) and not isinstance(thing, str | bytes | type | models.Model):
            # No model: the person of a request is a lazy object, which passes for iterable.
            yield from _records(thing)


def _refusal(error: IntegrityError, refuses: Mapping[str, str | tuple[str, str]]) -> Exception:
    name = constraint_of(error)
    said = refuses.get(name) or SENTENCES.get(name)
    if said is None:
        return error
    return Refused(said) if isinstance(said, str) else Refused(*said)


def constraint_of(error: IntegrityError) -> str:
    """The name of the constraint that the database held against a write; nothing where it names none."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return getattr(diagnosis, "constraint_name", None) or ""


def lock(record: M, *related: str) -> M:
    """The record as it stands now, held until the transaction ends; `related` is read with it, not held.

    For a record that the operation was given, so in scope. Rows that merely name it may still be written
    meanwhile. Raises Refused (404) where it is gone, and where a child's record was joined into another one
    while it was waited for.
    """
    return lock_all([record], *related)[0]


def lock_all(records: Sequence[M], *related: str, even_joined: bool = False) -> list[M]:
    """As lock(), for several of one model, in the order of their ids so that nobody waits in a ring.

    `even_joined`: for what joins records and parts them.
    """
    if not records:
        return []
    # Not type(): the person of a request is a lazy object.
    model: Any = records[0].__class__
    rows = model.objects.unscoped("held by an operation") if issubclass(model, ChildRecord) else model.objects
    ids = {record.pk for record in records}
    if related:
        rows = rows.select_related(*related)
    held: list[M] = lock_rows(rows.filter(pk__in=ids))
    if len(held) != len(ids):
        raise Refused(NOT_THERE, status=NOT_FOUND)
    if not even_joined:
        refuse_joined(held)
    return held


def refuse_joined(held: Sequence[models.Model]) -> None:
    """Raises Refused where one of what is held is a child's record that was joined into another: what is
    written on it now, nobody would find.
    """
    if any(isinstance(one, Child) and one.joined_into_id for one in held):
        raise Refused(JOINED)


def lock_rows(rows: models.QuerySet[M]) -> list[M]:
    """As lock_all(), for whatever the question finds, which may be nothing."""
    return list(rows.select_for_update(of=("self",), no_key=True).order_by("pk"))


def lock_out_files(model: type[models.Model]) -> None:
    """Wait until no file is being taken in that writes to the model's table, and let none begin meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {model._meta.db_table} IN ROW EXCLUSIVE MODE")


def refuse_parted(held: models.Model, key: str, other: models.Model) -> None:
    """Raises Refused (404) where a record as it stands does not lead to the other that was held with it.

    For records found by way of what an operation was given, which may be out of date.
    """
    if getattr(held, f"{key}_id") != other.pk:
        raise Refused(NOT_THERE, status=NOT_FOUND)


def need_words(**words: tuple[str | None, str]) -> dict[str, str]:
    """{field: (text, what to say where it is empty)} -> {field: text without the spaces around it}.

    Raises Refused with a problem for each that is empty.
    """
    refuse_all(missing(**words))
    return {field: (text or "").strip() for field, (text, _) in words.items()}


def rehearse(act: Callable[[], R]) -> R:
    """Do it and undo it, for a page that shows what will be done before it is. Raises what it would."""
    with transaction.atomic():
        done = act()
        transaction.set_rollback(True)
    return done
