"""What was decided in one act on a family's consultation, as it was decided: of children in scope."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from conferences.models import (
    Consultation,
    ConsultationAccount,
    ConsultationAnswer,
    FamilyConsultation,
)
from conferences.queries.consultations import answers_alone
from safeguarding.access import Permission, can, scope
from safeguarding.models import User


@dataclass(frozen=True)
class Decision:
    """The answers of one act, a child each; `hidden` is for how many further children it decided who are
    another team's: of a restricted one nothing is told.

    `to` is whom it answers: who gave the account, else who asked. `written`: the versions of the account up
    to the one that was answered, the first first, with who gave each and no word of it. `shows_told`: whether
    the reader may read what the record told the decider, who sees more than others do.
    """

    within: FamilyConsultation
    answers: tuple[ConsultationAnswer, ...]
    hidden: int
    to: User | None
    shows_told: bool
    written: tuple[ConsultationAccount, ...] = ()

    @property
    def first(self) -> ConsultationAnswer:
        return self.answers[0]


def decision_of(user: User, ref: UUID, act: UUID) -> Decision:
    """One act of a family's consultation. Http404 where the person sees no child of it."""
    rows = scope(user, ConsultationAnswer).filter(act=act, consultation__within__ref=ref)
    with_people = rows.select_related(
        "answered_by",
        "for_another",
        "lead",
        "agency",
        "account__given_by",
        "consultation__child",
        "consultation__within__raised_by",
        "consultation__within__request__requested_by",
        "consultation__within__family",
    )
    since = answers_alone("consultation__", "answered_at")
    whole = with_people.prefetch_related("conditions__owner", "tied__statement", since)
    answers = tuple(whole.order_by("consultation__child__birth_date", "consultation_id"))
    if not answers:
        raise Http404
    every = ConsultationAnswer.objects.unscoped("how many children an act decided for").filter(
        act=act, consultation__within__ref=ref, consultation__child__is_restricted=False
    )
    within = answers[0].consultation.within
    return Decision(
        within=within,
        answers=answers,
        hidden=every.exclude(pk__in=[given.pk for given in answers]).count(),
        to=_answered(answers[0], within),
        shows_told=can(user, Permission.DECIDE_CONSULTATION),
        written=_written(answers),
    )


def _written(answers: Collection[ConsultationAnswer]) -> tuple[ConsultationAccount, ...]:
    """The versions for the children of these answers in scope, up to the one that was answered."""
    last = max((given.account.number for given in answers if given.account), default=0)
    rows = ConsultationAccount.objects.unscoped("who wrote an account that was answered, and no word of it")
    own = rows.filter(
        number__lte=last, children__consultation__in=[given.consultation_id for given in answers]
    )
    named = own.select_related("given_by").only("number", "given_at", "given_by__full_name", "within")
    return tuple(named.distinct().order_by("number"))


def seen_of(user: User, numbers: Collection[int]) -> dict[int, UUID]:
    """{number: reference} of the consultations among these of which the person sees a child: one query."""
    rows = scope(user, Consultation).filter(within__in=numbers)
    return dict(rows.order_by().values_list("within", "within__ref").distinct())


def _answered(given: ConsultationAnswer, within: FamilyConsultation) -> User | None:
    if given.account is not None:
        return given.account.given_by
    return within.request.requested_by if within.request else within.raised_by
