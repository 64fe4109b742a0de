"""What follows where children leave a family or two families become one, as far as one person sees it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from conferences.models import ConferenceNeed, Enquiry, Plan, RequestedChild
from conferences.queries.imports_told import told_days
from conferences.queries.measures.known import worked_on
from conferences.rules.requests import waits
from conferences.rules.workflow import OPEN_REQUESTS
from safeguarding.access import scope
from safeguarding.models import Child, Family, FamilyMove, Person, User


@dataclass(frozen=True)
class GoesWith:
    """A child, and what goes with it: its present plan, its enquiries and its open requests.

    `told_to`: the last day of which a file tells of the plan, where nobody here has known it since.
    """

    child: Child
    plan: Plan | None
    told_to: date | None
    enquiries: tuple[Enquiry, ...]
    asked: tuple[RequestedChild, ...]


def family_of_number(user: User, number: str) -> Family | None:
    """The family of the child with this council's number; None where the person sees no such child, or no
    family is recorded for it.
    """
    child = scope(user, Child).filter(la_child_id__iexact=number.strip()).select_related("family").first()
    return child.family if child else None


def goes_with(user: User, children: Iterable[Child], on: date) -> list[GoesWith]:
    """What goes with each of these children on a day: four queries, and two more where files tell of them."""
    found = list(children)
    told = told_days(found, on)
    lives = list(
        scope(user, Plan).filter(child__in=found).annotate(is_worked_on=worked_on()).order_by("start_date")
    )
    plans = {one.child_id: one for one in lives if one.end_date is None}
    told_to = {child: None if one.is_worked_on else told.of(one) for child, one in plans.items()}
    began = {one.child_id: one.start_date for one in lives}
    enquiries: dict[int, list[Enquiry]] = {}
    unmet = scope(user, Enquiry).filter(child__in=found, conferences=None, voided_at=None)
    for enquiry in unmet.exclude(conference_need=ConferenceNeed.NOT_NEEDED).order_by("-started_date"):
        if waits(enquiry.started_date, began.get(enquiry.child_id), on):
            enquiries.setdefault(enquiry.child_id, []).append(enquiry)
    asked: dict[int, list[RequestedChild]] = {}
    ahead = scope(user, RequestedChild).filter(child__in=found, request__state__in=OPEN_REQUESTS)
    for one in ahead.select_related("request"):
        asked.setdefault(one.child_id, []).append(one)
    return [
        GoesWith(
            child,
            plans.get(child.pk),
            told_to.get(child.pk),
            tuple(enquiries.get(child.pk, [])),
            tuple(asked.get(child.pk, [])),
        )
        for child in found
    ]


def moves_of(user: User, children: Sequence[Child]) -> list[FamilyMove]:
    """By which splits and joinings these children came to their family, the latest first."""
    found = scope(user, FamilyMove).filter(child__in=children)
    return list(found.select_related("child", "from_family", "to_family", "moved_by").order_by("-pk"))


def namesakes_of(people: Iterable[Person], others: Iterable[Person]) -> list[str]:
    """The names that stand in both families: one person, perhaps, with a record in each."""
    known = {person.full_name.casefold() for person in others}
    return sorted({one.full_name for one in people if one.full_name.casefold() in known})
