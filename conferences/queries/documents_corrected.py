"""What a record tells that was put right after its letters and copies were made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from django.db.models import Q

from conferences.models import (
    CoreGroupMember,
    Correction,
    DecisionChange,
    MeetingRecord,
    NextDates,
    PlanAction,
    PlanNeed,
)
from conferences.rules.corrections import RecordKind
from conferences.rules.documents import PutRight, put_right_words
from safeguarding.models.second import Outcome

SCOPED = "what was put right of a record in scope"
# What a copy tells of a need or an action, and what a letter does of an action alone.
TOLD_OF_LINES = ("need", "outcome", "what", "who", "by_date", "measure", "service", "in_error")
LETTER_TELLS = ("what", "who", "by_date", "in_error")
# What a letter or a copy tells of who a child is.
NAMED = ("given_names", "family_name", "birth_date")

# When somebody joined a core group later, or left it.
COMES_AND_GOES = ("joined_date", "ended_date")

# The corrections of which letters and copies tell something.
TOLD = (
    Q(kind=RecordKind.CHILD, field__in=NAMED)
    | Q(kind=RecordKind.CONFERENCE, field="held_date")
    | Q(kind__in=(RecordKind.NEXT_DATES, RecordKind.CORE_GROUP_MEMBER))
    | Q(kind__in=(RecordKind.PLAN_NEED, RecordKind.PLAN_ACTION), field__in=TOLD_OF_LINES)
)
# Of these what came about later, and is no error of what was sent by then (Mended.is_event).
EVENTS = Q(kind=RecordKind.CORE_GROUP_MEMBER, field__in=COMES_AND_GOES) & ~Q(now="")

WHAT = {RecordKind.CHILD: PutRight.CHILD, RecordKind.CONFERENCE: PutRight.DAY}
WHAT |= dict.fromkeys((RecordKind.PLAN_NEED, RecordKind.PLAN_ACTION), PutRight.PLAN)


# What a decision is, of which two versions are the same; the first is all that a child's own version tells.
DECIDED = ("outcome", "category", "reasons", "end_reason", "step_down")


@dataclass(frozen=True)
class Mended:
    """One fact of a record put right: of which child (id), what, and when. `of` is which fact it is, `was`
    and `now` what it was put right from and to.
    """

    child: int
    what: PutRight
    at: dt.datetime
    of: tuple[object, ...] = ()
    was: object = None
    now: object = ""

    @property
    def is_event(self) -> bool:
        """Whether it came about later, and is no error of what was sent by then: somebody joined or left a
        core group.
        """
        if self.of[:1] != (RecordKind.CORE_GROUP_MEMBER.value,):
            return False
        return self.of[2] in COMES_AND_GOES and bool(self.now)


@dataclass(frozen=True)
class MendedFacts:
    """All that was put right of a record since it was signed, and its children's names by id."""

    facts: tuple[Mended, ...]
    names: dict[int, str]

    def of_own(self) -> MendedFacts:
        """What a child's own version tells of it: of a decision what was decided, and nothing of a plan."""
        told = [one for one in self.facts if one.what is not PutRight.PLAN]
        return replace(self, facts=tuple(map(_outcome_alone, told)))

    def of_letter(self) -> MendedFacts:
        """What a decision letter tells of it: of a plan what is done, by whom and by when."""
        return replace(self, facts=tuple(one for one in self.facts if _stands_in_letter(one)))

    def other(self, made_at: dt.datetime, children: Collection[int]) -> list[Mended]:
        """What a document made then, of these children (ids), does not tell: the time since when each is not
        as it stood then. What was put back as it stood is not among them.
        """
        found: dict[tuple[object, ...], list[Mended]] = {}
        for one in sorted(self.facts, key=lambda one: one.at):
            if one.at > made_at and one.child in children:
                found.setdefault((one.child, one.what, *one.of), []).append(one)
        return [since for kept in found.values() if (since := _other_since(kept))]

    def errors(self, made_at: dt.datetime, children: Collection[int]) -> list[Mended]:
        """The same without what came about later."""
        return [one for one in self.other(made_at, children) if not one.is_event]

    def since(self, made_at: dt.datetime, children: Collection[int]) -> list[str]:
        """A sentence for each of them."""
        return self.words(self.other(made_at, children))

    def named(self, facts: Collection[Mended]) -> list[str]:
        """The decision for Amy, a name for each child and each sort of fact."""
        return [what.label.format(name=self.names[child]) for child, what in self._each(facts)]

    def words(self, facts: Collection[Mended]) -> list[str]:
        """A sentence for each child and each sort of fact."""
        return [put_right_words(what, self.names[child]) for child, what in self._each(facts)]

    def _each(self, facts: Collection[Mended]) -> list[tuple[int, PutRight]]:
        found = {(one.child, one.what) for one in facts}
        return [(child, what) for child in self.names for what in PutRight if (child, what) in found]


def _outcome_alone(one: Mended) -> Mended:
    if one.what is not PutRight.DECISION:
        return one
    assert isinstance(one.was, tuple) and isinstance(one.now, tuple)  # By DECIDED.
    return replace(one, was=one.was[:1], now=one.now[:1])


def _stands_in_letter(one: Mended) -> bool:
    if one.what is not PutRight.PLAN:
        return True
    kind, _, field = one.of
    return kind == RecordKind.PLAN_ACTION and field in LETTER_TELLS


def _other_since(kept: Sequence[Mended]) -> Mended | None:
    """Since which of the corrections of one fact it is another than before the first."""
    since = None
    for one in kept:
        since = None if one.now == kept[0].was else since or one
    return since


def mended_of(record: MeetingRecord) -> MendedFacts:
    """What was put right of a signed record in scope. Its parts are loaded with their children."""
    parts = {part.pk: part for part in record.parts.all()}
    children = {part.requested_child.child_id: part.requested_child.child for part in parts.values()}
    versions = DecisionChange.objects.unscoped(SCOPED).filter(
        conference_child__part__in=parts, outcome=Outcome.CONFIRMED, closed_at__isnull=False
    )
    facts = [
        Mended(one.conference_child.child_id, PutRight.DECISION, one.closed_at, (), *_decided(one))
        for one in versions.select_related("conference_child")
    ]
    dates = NextDates.objects.unscoped(SCOPED).filter(part__in=parts).values("pk")
    members = CoreGroupMember.objects.unscoped(SCOPED).filter(part__in=parts).values("pk")
    told = Q(kind=RecordKind.CHILD, child__in=children)
    told |= Q(kind=RecordKind.CONFERENCE, row=record.booking.conference_id)
    told |= Q(kind=RecordKind.NEXT_DATES, row__in=dates) | Q(
        kind=RecordKind.CORE_GROUP_MEMBER, row__in=members
    )
    # What came in later is not of the record, and no copy tells it.
    for kind, model in ((RecordKind.PLAN_NEED, PlanNeed), (RecordKind.PLAN_ACTION, PlanAction)):
        lines = model.objects.unscoped(SCOPED).filter(part__in=parts, added_date=None)
        told |= Q(kind=kind, row__in=lines.values("pk"))
    columns = "child", "kind", "corrected_at", "row", "field", "was", "now"
    for child, kind, at, row, field, was, now in (
        Correction.objects.unscoped(SCOPED).filter(told, TOLD).order_by("pk").values_list(*columns)
    ):
        what = WHAT.get(kind, PutRight.NEXT)
        facts.append(Mended(child, what, at, (kind, row, field), was, now))
    return MendedFacts(tuple(facts), {pk: child.display_name for pk, child in children.items()})


def _decided(version: DecisionChange) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a version of a decision replaced, and what it is."""
    was = tuple(getattr(version, f"was_{field}") for field in DECIDED)
    return was, tuple(getattr(version, f"new_{field}") for field in DECIDED)
