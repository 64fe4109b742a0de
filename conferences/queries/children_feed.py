"""Files of children handed in: what each would do, a page at a time, with as much as the reader may see."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from conferences.models import ChildrenFeed, FeedLine, FeedOutcome
from conferences.rules.children_feed import Item
from safeguarding.access import scope, sight_of
from safeguarding.models import Allocation, Child, HouseholdMember, User
from safeguarding.models.base import note_read
from safeguarding.rights import SEES_WHOLE_UNIT

A_PAGE = 50
QUESTIONS_A_PAGE = 20
FEEDS_A_PAGE = 20
# Lists beside those of each outcome.
MOVED, NOTED = "MOVED", "NOTED"
WHY = "lines of a file: numbers, and names only of children in scope"
OF_WHICH: dict[str, Q] = {
    **{outcome.value: Q(outcome=outcome) for outcome in FeedOutcome},
    MOVED: Q(outcome__in=(FeedOutcome.NAMED, FeedOutcome.CHANGED), writes__contains=[Item.HOLDER.value]),
    NOTED: ~Q(outcome=FeedOutcome.REFUSED) & (~Q(remark="") | ~Q(finding="")),
}


@dataclass(frozen=True)
class FeedRow:
    """A line as its reader may see it. `child` is there where they may see the child; `is_new`: not recorded
    yet. `is_barred`: of a family that the reader is barred from, of whom not even the number is shown.
    """

    line: int
    number: str
    outcome: str
    name: str
    writes: Sequence[str]
    team: str
    worker: str
    problem: str
    remark: str
    finding: str
    child: Child | None
    is_new: bool
    is_barred: bool


def handed_in(page: int) -> Page[ChildrenFeed]:
    """A page of the files, the latest first."""
    feeds = ChildrenFeed.objects.select_related("handed_in_by")
    return Paginator(feeds, FEEDS_A_PAGE).get_page(page)


def feed_handed_in(ref: uuid.UUID) -> ChildrenFeed | None:
    people = ("handed_in_by", "taken_in_by")
    return ChildrenFeed.objects.select_related(*people).filter(ref=ref).first()


COLUMNS = (
    "line",
    "number",
    "outcome",
    "given_names",
    "family_name",
    "writes",
    "team__name",
    "worker__full_name",
    "problem",
    "remark",
    "finding",
    "child_id",
    "child__family_id",
)


def lines(
    user: User, feed: ChildrenFeed, *, kind: str, page: int
) -> tuple[list[FeedRow], Page[dict[str, object]]]:
    """A page of the lines of one list (a key of OF_WHICH), in the order of the file."""
    found = FeedLine.objects.unscoped(WHY).filter(OF_WHICH[kind], feed=feed).order_by("line")
    shown = Paginator(found.values(*COLUMNS), A_PAGE).get_page(page)
    rows = list(shown.object_list)
    ids = {row["child_id"] for row in rows if row["child_id"]}
    seen = {child.pk: child for child in scope(user, Child).filter(pk__in=ids)}
    barred = sight_of(user).barred
    # Their numbers are shown.
    note_read(row["child_id"] for row in rows if row["child_id"] and row["child__family_id"] not in barred)
    names_new = user.is_any(*SEES_WHOLE_UNIT)
    return [_row(row, seen.get(row["child_id"]), barred, names_new) for row in rows], shown


def _row(row: dict[str, object], child: Child | None, barred: frozenset[int], names_new: bool) -> FeedRow:
    is_new, is_barred = row["child_id"] is None, row["child__family_id"] in barred
    named = child is not None or (is_new and names_new)
    return FeedRow(
        line=int(str(row["line"])),
        number="" if is_barred else str(row["number"]),
        outcome=str(row["outcome"]),
        name=f"{row['given_names']} {row['family_name']}".strip() if named else "",
        writes=row["writes"],  # type: ignore[arg-type]
        team=str(row["team__name"] or ""),
        worker=str(row["worker__full_name"] or ""),
        problem=str(row["problem"]),
        remark=str(row["remark"]),
        finding=str(row["finding"]),
        child=child,
        is_new=is_new,
        is_barred=is_barred,
    )


# ----- Questions -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Question:
    """A line where ours and the file's differ, with what stands here beside it."""

    line: FeedLine
    holding: Allocation | None
    home: HouseholdMember | None


def asked(user: User, feed: ChildrenFeed) -> QuerySet[FeedLine]:
    """The lines with a question about a child whom this person may see."""
    found: QuerySet[FeedLine] = scope(user, FeedLine).filter(feed=feed).exclude(asks=[]).order_by("line")
    return found


def asked_by_item(user: User, feed: ChildrenFeed) -> dict[str, int]:
    """{item: how many questions this person may answer about it}."""
    counted = {item.value: Count("pk", filter=Q(asks__contains=[item.value])) for item in Item}
    found = asked(user, feed).order_by().aggregate(**counted)
    return {item: count for item, count in found.items() if count}


def questions(user: User, feed: ChildrenFeed, page: int) -> tuple[list[Question], Page[FeedLine]]:
    """A page of them, with the holding and the home of each child; four queries whatever their number."""
    rows = asked(user, feed).select_related("child", "team", "worker", "feed")
    shown = Paginator(rows, QUESTIONS_A_PAGE).get_page(page)
    found = list(shown.object_list)
    children = [line.child_id for line in found]
    held = scope(user, Allocation).filter(child__in=children, end_date=None)
    holding = {one.child_id: one for one in held.select_related("team", "worker")}
    homes = scope(user, HouseholdMember).filter(
        child__in=children, end_date=None, household__is_confidential=False
    )
    living = {one.child_id: one for one in homes.select_related("household")}
    return [Question(one, holding.get(one.child_id), living.get(one.child_id)) for one in found], shown
