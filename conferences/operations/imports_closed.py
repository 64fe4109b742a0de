"""Telling somebody who may see a closed record that a census file wrote into it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.db.models import QuerySet

from conferences.operations.notices import tell
from conferences.rules.notices import Change
from safeguarding.access.restrictions import named_now
from safeguarding.access.sight import sight_of
from safeguarding.models import Bar, Child, User
from safeguarding.models.user import in_roles
from safeguarding.operation import operation
from safeguarding.rights import Permission, Role

# Who governs closed records, the first of them that somebody has.
GOVERN = (Role.STRATEGIC_LEAD, Role.INFORMATION_GOVERNANCE)


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def tell_of_closed(*, children: Collection[int], by: User, at: dt.datetime) -> None:
    """Those named for each restricted record (ids) into which a file wrote are told, else whoever governs it;
    and of a record from which `by` is barred, whoever leads the unit. Call it inside the file's transaction.
    """
    if not children:
        return
    rows = Child.objects.unscoped("whom to tell that a file wrote into a closed record")
    columns = ("pk", "is_restricted", "family_id")
    found = rows.filter(pk__in=children).order_by("pk").values_list(*columns)
    for nth, values in enumerate(found):
        # Not loaded: it is nobody's look at the record.
        child = Child(**dict(zip(columns, values, strict=True)))
        # Of a child there is one change at a moment, and a file writes into many at one.
        moment = at + dt.timedelta(microseconds=nth)
        if child.is_restricted:
            named = _not_barred(User.objects.filter(pk__in=named_now(child, at)), child)
            change = Change.FILE_NAMED if named else Change.FILE_UNNAMED
            tell(change, child, named or _governing(child, by), at=moment)
        elif child.family_id in sight_of(by).barred:
            tell(Change.FILE_NAMED, child, _governing(child, by), at=moment)


def _governing(child: Child, by: User) -> set[int]:
    for role in GOVERN:
        people = User.objects.filter(in_roles(role), is_system=False).exclude(pk=by.pk)
        if found := _not_barred(people, child):
            return found
    return set()


def _not_barred(people: QuerySet[User], child: Child) -> set[int]:
    barred = Bar.objects.filter(lifted_at__isnull=True, family=child.family_id).values("user")
    return set(people.filter(is_active=True).exclude(pk__in=barred).values_list("pk", flat=True))
