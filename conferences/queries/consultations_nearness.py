"""The nearest earlier decisions to a family's consultation, for whoever may decide it and noted a first view.

Of children in sight alone; whom they may not see is not counted either, so that nothing tells of it. What
became of each is looked up by a small query of its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from conferences.models import ConferenceChild, Consultation, ConsultationAnswer, Plan
from conferences.queries.consultations import FamilyView, answers_given
from conferences.queries.consultations_facts import FamilyFacts
from conferences.queries.consultations_first_views import FirstViews, to_compare
from conferences.queries.consultations_nearness_cases import read_cases
from conferences.queries.consultations_second import blind_on
from conferences.rules.nearness import Aspect, Case, Earlier, Likeness, compare, nearest
from safeguarding.access import scope
from safeguarding.clock import day_of
from safeguarding.models import User


@dataclass(frozen=True)
class Followed:
    """What is recorded since a decision: the first conference of the child, the first plan that began, and
    the plan it was about, where it was about one.
    """

    met: ConferenceChild | None = None
    began: Plan | None = None
    plan: Plan | None = None


@dataclass(frozen=True)
class NearCase:
    """An earlier decision that stands, on another family's child, with what it is alike in."""

    consultation: Consultation
    answer: ConsultationAnswer
    case: Case
    alike: Mapping[Aspect, Likeness]
    followed: Followed


@dataclass(frozen=True)
class Compared:
    """One child of the consultation, with the nearest earlier decisions, the nearest first."""

    consultation: Consultation
    case: Case
    near: tuple[NearCase, ...]


def compared(
    user: User, view: FamilyView, views: FirstViews, facts: FamilyFacts, on: dt.date
) -> list[Compared]:
    """The children whom this person may compare, each with the nearest earlier decisions.

    Nobody before a first view on each child who waits (`to_compare`). The family's own earlier decisions
    stand in its history, and not here; nor does what the reader is to give a second opinion on, blind.
    """
    children = to_compare(user, view, views)
    if not children:
        return []
    besides = blind_on(user) | {given.pk for known in facts.children.values() for given in known.earlier}
    cases, decided = read_cases(user, view, besides, on)
    chosen = {one.pk: nearest(cases[one.pk], decided) for one in children}
    shown = _shown(user, {one.consultation for found in chosen.values() for one in found})
    return [
        Compared(
            one,
            cases[one.pk],
            tuple(_near(cases[one.pk], found, shown) for found in chosen[one.pk]),
        )
        for one in children
    ]


def _near(case: Case, found: Earlier, shown: Mapping[int, tuple[Consultation, Followed]]) -> NearCase:
    consultation, followed = shown[found.consultation]
    *_, answer = consultation.answers.all()
    return NearCase(consultation, answer, found.case, compare(case, found.case), followed)


def _shown(user: User, ids: Collection[int]) -> dict[int, tuple[Consultation, Followed]]:
    """The consultations to show, read as records and so noted as viewed, with what followed each."""
    rows = scope(user, Consultation).filter(pk__in=ids or [0])
    loaded = rows.select_related("within", "child", "plan", "requested_child__request")
    consultations = list(loaded.prefetch_related(answers_given()))
    children = [one.child_id for one in consultations] or [0]
    met = scope(user, ConferenceChild).filter(child__in=children).select_related("conference", "decision")
    plans = scope(user, Plan).filter(child__in=children, held_for_other_authority=False)
    conferences = list(met.order_by("conference__held_date", "pk"))
    begun = list(plans.order_by("start_date"))
    return {one.pk: (one, _followed(one, conferences, begun)) for one in consultations}


def _followed(
    one: Consultation, conferences: Collection[ConferenceChild], plans: Collection[Plan]
) -> Followed:
    *_, answer = one.answers.all()
    decided = day_of(answer.answered_at)
    later = (
        met for met in conferences if met.child_id == one.child_id and met.conference.held_date >= decided
    )
    begun = (plan for plan in plans if plan.child_id == one.child_id and plan.start_date >= decided)
    return Followed(met=next(later, None), began=next(begun, None), plan=one.plan)
