"""How the reports of a list stand with each of the family who is to be shown them, in scope."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from conferences.models import Exclusion, Invitation, ReportShowing, Request
from conferences.queries.exclusions import exclusion_of, is_kept_out, standing_exclusions
from conferences.rules.exclusions import Answer
from conferences.rules.invitations import Shown
from conferences.rules.invitations_showings import SHOWN, ReportShown, shown_to_all
from safeguarding.access import get, scope
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.policy.values import whole
from safeguarding.workingdays import age

OF_ONE = ("invitation__request", "reader__requested_child__child", "told_by")


def with_showings(rows: QuerySet[Invitation]) -> QuerySet[Invitation]:
    """Each with `told_showings`: which grown-ups of the family were shown their report, when and how."""
    told = ReportShowing.objects.unscoped("to whom the reports of a list in scope were shown").filter(
        invitation=OuterRef("pk"), taken_back_at=None, reader__requested_child=None
    )
    one = JSONObject(person=F("reader__person"), name=F("reader__name"), way=F("way"), day=F("shown_date"))
    return rows.annotate(told_showings=ArraySubquery(told.values_list(one)))


def readers_of(people: Collection[Invitation], exclusions: Collection[Exclusion]) -> list[Invitation]:
    """Who of a list is to be shown each report: the grown-ups of the family, without whoever is excluded from
    all of it.
    """
    return [
        one
        for one in people
        if not (one.agency_kind or one.requested_child_id)
        and not is_kept_out(exclusions, one.name, one.person_id)
    ]


def report_shown(one: Any, readers: Collection[Invitation]) -> ReportShown:
    """How a report on a list (with_showings) stands with its readers. What was told of the family before it
    was told of each, counts for all of them.
    """
    if one.shared_way == Shown.NEVER:
        return ReportShown(is_never=True)
    if one.shared_date is not None or one.received_date is None:
        return ReportShown(one.shared_date)
    return shown_to_all([told_of(one, reader) for reader in readers])


def told_of(one: Any, reader: Invitation) -> list[tuple[str, dt.date]]:
    """The ways and days told of one reader; of who was taken off the list and put on again, those from before
    too.
    """
    return [
        (told["way"], dt.date.fromisoformat(told["day"]))
        for told in one.told_showings
        if _key(told["person"], told["name"]) == _key(reader.person_id, reader.name)
    ]


def _key(person: int | None, name: str) -> tuple[int | None, str]:
    return person, "" if person else name.lower()


def showings_of(user: User, request: Request) -> list[ReportShowing]:
    """To whom the reports for a request in scope were shown, the first first, without what was taken back."""
    rows: QuerySet[ReportShowing] = scope(user, ReportShowing).filter(
        invitation__request=request, invitation__off_at=None, taken_back_at=None
    )
    return list(rows.select_related("invitation", "reader", "told_by"))


def showing_in_scope(user: User, ref: UUID, *, back_too: bool = False) -> ReportShowing:
    """One that stands, or `back_too` was taken back. Http404 for any other, and where it is out of scope."""
    rows = ReportShowing.objects.filter(invitation__off_at=None)
    if not back_too:
        rows = rows.filter(taken_back_at=None)
    found: ReportShowing = get(user, rows.select_related(*OF_ONE), ref=ref)
    return found


def unshown(people: Sequence[Any], readers: Collection[Invitation]) -> list[Any]:
    """Whose report came, and is still to be shown to one of these."""
    return [one for one in people if one.received_date and not report_shown(one, readers).is_settled]


def is_to_show(one: Invitation) -> bool:
    """Whether there is, or will be, a report of somebody that one of the family is shown. It may be shown
    before it came: agencies are asked to share it first.
    """
    is_there = one.received_date is not None or (one.is_report_asked and not one.none_why)
    return bool(one.agency_kind) and is_there and one.shared_way != Shown.NEVER


def is_old_enough(child: Invitation, on: dt.date) -> bool:
    """Whether a child on a list is of an age to be written to, by the limit of a day."""
    born = child.requested_child.child.birth_date if child.requested_child else None
    return born is not None and age(born, on) >= whole("CHILD_LETTER_FROM_AGE", on)


def excluded_since(exclusions: Collection[Exclusion], one: Invitation) -> dt.date | None:
    """Since when a grown-up of the family is excluded from all of it; None where they are not."""
    found = None if one.requested_child_id else exclusion_of(exclusions, one.name, one.person_id)
    if found is None or found.answer != Answer.WHOLE or found.decided_at is None:
        return None
    return day_of(found.decided_at)


def readers_on(request: Request) -> list[Invitation]:
    """Who is to be shown each report of a request, for what was given it: two queries."""
    rows = Invitation.objects.unscoped("who of the family is on a list in scope")
    return readers_of(list(rows.filter(request=request, off_at=None)), standing_exclusions(request))


def is_told_of_each(one: Invitation) -> bool:
    """Whether it is told of each of the family when they were shown a report: where one is on the list, and
    nothing was told of them all.
    """
    return one.shared_date is None and bool(readers_on(one.request))


def is_shown_to_one(one: Invitation) -> bool:
    """Whether a report in hand was shown to anybody of the family."""
    rows = ReportShowing.objects.unscoped("whether a report in hand was shown to anybody")
    return bool(rows.filter(invitation=one, taken_back_at=None, way__in=SHOWN).exists())


def may_be_shown(
    people: Collection[Invitation], request: Request, exclusions: Collection[Exclusion], on: dt.date
) -> list[Invitation]:
    """Who of the list of a request, loaded with its children, may be shown a report on a day: its readers,
    and the children who are old enough.
    """
    youngest = whole("CHILD_LETTER_FROM_AGE", on)
    born = {asked.pk: asked.child.birth_date for asked in request.children.all()}
    days = ((one, born.get(one.requested_child_id)) for one in people if one.requested_child_id)
    of_age = [one for one, day in days if day is not None and age(day, on) >= youngest]
    return [*readers_of(people, exclusions), *of_age]
