"""The decisions of a period as one person may see them, for the calibration page: a fixed number of queries.

Of children in sight alone, in every number: whoever chooses the days learns nothing of a hidden child by
difference (docs/decisions/0106).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Q
from django.db.models.functions import TruncDate

from conferences.models import Consultation, ConsultationAnswer, ConsultationFirstView, SecondOpinion
from conferences.queries.consultations_gap import gaps_of
from conferences.rules.agreement import Pairs
from conferences.rules.consultations import DECIDED, Answer
from conferences.rules.consultations_calibration import NOBODY, PARTNER, Decided, Group
from conferences.rules.consultations_second import DRAWN_FROM
from safeguarding.access import scope
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.models import Allocation, User
from safeguarding.models.base import ScopedQuerySet
from safeguarding.workingdays import Calendar, OutsideCalendar, Period

WHY = "what the decisions on children in scope are counted by; nothing of it is shown by itself"
COLUMNS = (
    "consultation",
    "consultation__child",
    "consultation__raised_at",
    "consultation__child__birth_date",
    "consultation__child__death_date",
    "answer",
    "answered_at",
    "supersedes",
    "answered_by",
    "answered_by__ref",
    "answered_by__full_name",
    "for_another__ref",
    "for_another__full_name",
    "account__given_by__ref",
    "account__given_by__full_name",
)


class Given(NamedTuple):
    """One answer with what its decision is counted by, in the order of COLUMNS."""

    consultation: int
    child: int
    raised_at: Any
    born: date | None
    died: date | None
    answer: str
    answered_at: Any
    supersedes: int | None
    decider_id: int
    decider: Any
    decider_name: str
    another: Any
    another_name: str | None
    asker: Any
    asker_name: str | None


def decisions_of(user: User, period: Period) -> list[Decided]:
    """The first decision on each child in scope that fell in the period, by its day: seven queries.

    Later answers to the same are read with it, whenever they came.
    """
    answers = _answers(user, period)
    firsts = {pk: _first(given) for pk, given in answers.items()}
    chosen = {pk: one for pk, one in firsts.items() if one and _falls_in(one, period)}
    children = {one.child for one in chosen.values()}
    begins, gaps, teams = begins_of(children), gaps_of(chosen), _teams(children)
    leaned, calendar = _leaned(user, chosen), england()
    found = [
        replace(
            _decided(one, answers[pk], gaps[pk], teams.get(one.child, ()), calendar),
            leaned=leaned.get((pk, one.decider_id)),
            begins=tuple(begins.get(one.child, ())),
        )
        for pk, one in chosen.items()
    ]
    return sorted(found, key=lambda one: (one.day, one.consultation))


def _answers(user: User, period: Period) -> dict[int, list[Given]]:
    """{consultation: its answers in order} of those to which one was given in the period."""
    within = ConsultationAnswer.objects.unscoped(WHY).annotate(on=TruncDate("answered_at"))
    wanted = within.filter(on__range=(period.from_, period.to), answer__in=DECIDED)
    rows = scope(user, ConsultationAnswer).filter(consultation__in=wanted.values("consultation"))
    found: dict[int, list[Given]] = defaultdict(list)
    for row in rows.order_by("pk").values_list(*COLUMNS):
        found[row[0]].append(Given(*row))
    return found


def _first(given: Sequence[Given]) -> Given | None:
    return next((one for one in given if one.answer in DECIDED), None)


def _falls_in(one: Given, period: Period) -> bool:
    return period.from_ <= day_of(one.answered_at) <= period.to


def _leaned(user: User, chosen: Collection[int]) -> dict[tuple[int, int], Answer]:
    """{(consultation, whose): the first view}."""
    rows = scope(user, ConsultationFirstView).filter(consultation__in=list(chosen))
    return {
        (pk, who): Answer[leans] for pk, who, leans in rows.values_list("consultation", "noted_by", "leans")
    }


BEGINS = """
    SELECT child_id, start_date FROM conferences_plan
    WHERE child_id = ANY(%(children)s) AND NOT held_for_other_authority
    UNION ALL
    SELECT child_id, start_date FROM conferences_planelsewhere
    WHERE child_id = ANY(%(children)s) AND NOT in_error AND start_date IS NOT NULL
"""


def begins_of(children: Collection[int]) -> dict[int, list[date]]:
    """{child: when its plans began}, of children in scope, of any authority: one query."""
    found: dict[int, list[date]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(BEGINS, {"children": list(children)})
        for child, start in cursor.fetchall():
            found[child].append(start)
    return found


class Holding(NamedTuple):
    """Which team held a child from when to when."""

    team: Group
    start: date
    end: date | None


def _teams(children: Collection[int]) -> dict[int, list[Holding]]:
    held = Allocation.objects.unscoped(WHY).filter(child__in=children, in_error=False)
    found: dict[int, list[Holding]] = defaultdict(list)
    for child, pk, name, start, end in held.order_by("start_date", "pk").values_list(
        "child", "team", "team__name", "start_date", "end_date"
    ):
        found[child].append(Holding(Group(str(pk), name), start, end))
    return found


def _decided(
    one: Given,
    given: Sequence[Given],
    gap: str,
    teams: Sequence[Holding],
    calendar: Calendar,
) -> Decided:
    raised, day = day_of(one.raised_at), day_of(one.answered_at)
    before = [each.answer for each in given[: given.index(one)]]
    last = next(each for each in reversed(given) if each.answer in DECIDED)
    return Decided(
        consultation=one.consultation,
        child=one.child,
        answer=Answer[one.answer],
        day=day,
        days=_working_days(raised, day, calendar),
        team=_team_on(teams, day),
        asker=_person(one.asker, one.asker_name),
        decider=_decider(one),
        gap=gap,
        last=Answer[last.answer],
        asked_more=Answer.MORE_INFORMATION in before,
        escalated=Answer.ESCALATE in before,
        replaced=last is not one,
        born=one.born,
        died=one.died,
    )


def _working_days(raised: date, day: date, calendar: Calendar) -> int | None:
    try:
        return calendar.between(raised, day)
    except OutsideCalendar:
        return None


def _team_on(teams: Sequence[Holding], day: date) -> Group:
    """The team that held the child on a day: the last that began by it and had not ended."""
    held = [one.team for one in teams if one.start <= day and (one.end is None or one.end >= day)]
    return held[-1] if held else NOBODY


def _person(ref: Any, name: str | None) -> Group:
    return Group(str(ref), name) if ref and name else NOBODY


def _decider(one: Given) -> Group:
    """Whose decision it is: of a deputy, theirs who decided. A partner's right is nobody's here."""
    if one.answer == Answer.PARTNER_RIGHT:
        return PARTNER
    return _person(one.decider, one.decider_name)


def behind(user: User, found: Sequence[Decided]) -> list[tuple[Decided, Consultation]]:
    """Each of these decisions with its consultation and child, noted as read; in their order."""
    rows = scope(user, Consultation).select_related("child", "within")
    by_pk = rows.in_bulk([one.consultation for one in found])
    return [(one, by_pk[one.consultation]) for one in found if one.consultation in by_pk]


# ----- Second opinions -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Seconds:
    """Second opinions on the decisions of a period: `drawn` of `decided` acts; of those `given`, `waiting`
    for somebody, and `unasked`, whom nobody can give it. `pairs`: how often which two views met, of those
    that were given without knowing; `knew`: given by somebody who knew.
    """

    decided: int
    drawn: int
    given: int
    waiting: int
    unasked: int
    knew: int
    pairs: Pairs
    to_talk: int


def seconds_of(user: User, period: Period) -> Seconds:
    """Of children in scope: two queries."""
    rows = _in_period(scope(user, SecondOpinion), period, "answer__")
    read = rows.annotate(is_talked=Q(talk__isnull=False)).values_list(
        "answer__answer", "opinion", "knew", "reader", "given_at", "is_talked"
    )
    found = list(read)
    given = [row for row in found if row[4] is not None]
    blind = [row for row in given if not row[2]]
    return Seconds(
        decided=_acts(user, period),
        drawn=len(found),
        given=len(given),
        waiting=sum(row[4] is None and row[3] is not None for row in found),
        unasked=sum(row[4] is None and row[3] is None for row in found),
        knew=len(given) - len(blind),
        pairs=Counter((row[0], row[1]) for row in blind),
        to_talk=sum(row[0] != row[1] and not row[5] for row in given),
    )


def paired(user: User, period: Period, first: str, second: str) -> set[int]:
    """The consultations (ids) whose two views were these, given without knowing."""
    rows = _in_period(scope(user, SecondOpinion), period, "answer__").filter(
        given_at__isnull=False, knew=False, answer__answer=first, opinion=second
    )
    return set(rows.values_list("answer__consultation", flat=True))


def _acts(user: User, period: Period) -> int:
    """How many acts of deciding could be drawn: a first decision on one child at least."""
    rows = _in_period(scope(user, ConsultationAnswer), period, "")
    firsts = rows.filter(answer__in=DRAWN_FROM, supersedes__isnull=True)
    return int(firsts.values("consultation__within", "answered_at").distinct().count())


def _in_period(rows: ScopedQuerySet, period: Period, path: str) -> Any:
    on = rows.annotate(on=TruncDate(f"{path}answered_at"))
    return on.filter(on__range=(period.from_, period.to))
