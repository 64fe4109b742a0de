"""Second opinions as one person may see them: those they may give, without the decision, and those given."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Prefetch, Q
from django.http import Http404

from conferences.models import (
    Booking,
    Consultation,
    ConsultationAccount,
    ConsultationAccountChild,
    ConsultationAnswer,
    ConsultationCondition,
    ConsultationDissent,
    FamilyConsultation,
    SecondOpinion,
    SecondOpinionReason,
)
from conferences.queries.consultations import FamilyView, answers_given, asked_by, askers
from conferences.rules.workflow import BookingState
from safeguarding.access import scope
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.models.base import ScopedQuerySet

WHY = "what belongs to a second opinion in scope"
WITHIN = "answer__consultation__within"


def concerned(answer: ConsultationAnswer) -> set[int]:
    """Ids of those who may give no second opinion on it: who asked for it, decided it, or disagreed
    (conferences.models.promises_consultations_second.CONCERNED in SQL).
    """
    one = answer.consultation
    said = ConsultationDissent.objects.unscoped("who disagreed about a family in scope")
    who = said.filter(consultation__within=one.within_id).values_list("who", flat=True)
    known = {answer.answered_by_id, answer.for_another_id, *who}
    return askers(one) | {pk for pk in known if pk is not None}


def knowing(answer: ConsultationAnswer) -> set[int]:
    """concerned(), and whoever knows what was decided because they act on it: who leads the support or meets
    a condition of anything decided on the family, and who chairs its conference
    (conferences.operations.duties_holders.KNOWING in SQL).
    """
    within = answer.consultation.within
    family = "consultation__within"
    answers = ConsultationAnswer.objects.unscoped(WHY).filter(**{family: within})
    conditions = ConsultationCondition.objects.unscoped(WHY).filter(**{f"answer__{family}": within})
    meetings = Booking.objects.unscoped(WHY).filter(request__family_consultation=within)
    acting = [
        *answers.values_list("lead", flat=True),
        *conditions.values_list("owner", flat=True),
        *meetings.exclude(state=BookingState.CANCELLED).values_list("chair", flat=True),
    ]
    return concerned(answer) | {pk for pk in acting if pk is not None}


def concerned_in(consultations: Collection[int | None]) -> set[int]:
    """knowing() of each second opinion on these consultations (ids) in scope; nobody where none is."""
    if not consultations:
        return set()
    rows = SecondOpinion.objects.unscoped(WHY).filter(answer__consultation__in=consultations)
    found = rows.select_related(
        "answer__consultation__within", "answer__consultation__requested_child__request"
    )
    return set().union(*(knowing(one.answer) for one in found))


def kept_from(user: User) -> ScopedQuerySet:
    """The second opinions that this person may not give: knowing() of each, the other way round."""
    every = SecondOpinion.objects.unscoped("which of these a person has a part in; the duties are in scope")
    said = ConsultationDissent.objects.unscoped("about which families a person disagreed").filter(who=user)
    led = ConsultationAnswer.objects.unscoped("what a person leads or meets").filter(
        Q(lead=user) | Q(conditions__owner=user)
    )
    chaired = Booking.objects.unscoped("what a person chairs").filter(chair=user)
    meetings = chaired.exclude(state=BookingState.CANCELLED)
    own: ScopedQuerySet = every.filter(
        Q(answer__answered_by=user)
        | Q(answer__for_another=user)
        | Q(answer__consultation__in=asked_by(user))
        | Q(**{f"{WITHIN}__in": said.values("consultation__within")})
        | Q(**{f"{WITHIN}__in": led.values("consultation__within")})
        | Q(**{f"{WITHIN}__request__in": meetings.values("request")})
    )
    return own


def to_give(user: User) -> ScopedQuerySet:
    """Those that wait and that this person may give: of families of whom they see each child."""
    whole = scope(user, FamilyConsultation).values("pk")
    waiting = scope(user, SecondOpinion).filter(given_at__isnull=True, **{f"{WITHIN}__in": whole})
    found: ScopedQuerySet = waiting.exclude(pk__in=kept_from(user).values("pk"))
    return found


def waits_for(user: User, within: FamilyConsultation) -> SecondOpinion | None:
    """The one of a family that this person may still give without knowing the decision, if any."""
    found: SecondOpinion | None = to_give(user).filter(**{WITHIN: within}).first()
    return found


def blind_on(user: User) -> set[int]:
    """Ids of the consultations, of each child, in the families of which this person may still give a second
    opinion without knowing the decision.
    """
    rows = Consultation.objects.unscoped("of which families a person is to know no decision yet")
    return set(rows.filter(within__in=to_give(user).values(WITHIN)).values_list("pk", flat=True))


def waiting_list(user: User) -> list[SecondOpinion]:
    """Those that wait for this person, the oldest first; nothing of what was decided is read."""
    rows = to_give(user).select_related("answer__consultation__child", "reader")
    return list(rows.order_by("drawn_at", "pk"))


def to_give_by_ref(user: User, ref: UUID) -> SecondOpinion | None:
    """One that waits for this person; None for any other."""
    rows = to_give(user).select_related("answer__consultation__within", "answer__consultation__child")
    found: SecondOpinion | None = rows.filter(ref=ref).first()
    return found


def given_by_ref(user: User, ref: UUID) -> SecondOpinion:
    """One that was given, with the decision. Http404 for one that waits, or whose child is out of sight."""
    found: SecondOpinion | None = _given(user).filter(ref=ref).first()
    if found is None:
        raise Http404
    return found


def _given(user: User) -> ScopedQuerySet:
    """Those that were given, with both views and what was said of them."""
    rows = scope(user, SecondOpinion).filter(given_at__isnull=False)
    tied = SecondOpinionReason.objects.unscoped(WHY).select_related("statement")
    with_both = rows.select_related(
        "given_by",
        "talk__recorded_by",
        "answer__answered_by",
        "answer__for_another",
        "answer__consultation__within",
        "answer__consultation__child",
    )
    found: ScopedQuerySet = with_both.prefetch_related(
        Prefetch("tied", tied), Prefetch("answer__consultation__answers", answers_given().queryset)
    )
    return found


def to_talk_about(user: User) -> list[SecondOpinion]:
    """Those that differ from the decision and were not talked about yet, the oldest first."""
    rows = _given(user).exclude(opinion=F("answer__answer")).filter(talk__isnull=True)
    return list(rows.order_by("given_at", "pk"))


def talked_about(user: User, shown: int) -> list[SecondOpinion]:
    """The last few that were talked about, the latest first."""
    rows = _given(user).filter(talk__isnull=False)
    return list(rows.order_by("-talk__held_date", "-pk")[:shown])


def given_of(user: User, consultations: Collection[Consultation]) -> dict[int, SecondOpinion]:
    """{consultation: the second opinion that was given on it}, of children in scope."""
    rows = _given(user).filter(answer__consultation__in=[one.pk for one in consultations])
    return {one.answer.consultation_id: one for one in rows}


@dataclass(frozen=True)
class BlindView:
    """What whoever decided had before them, without what they decided and what came of it.

    `view` holds the children without any answer, and the accounts to the version that was answered; `day` is
    that of the decision: what happened on it or after it is not told.
    """

    second: SecondOpinion
    view: FamilyView
    day: date


def blind_view(user: User, second: SecondOpinion) -> BlindView:
    """Of one that waits for this person. No answer is read here, so that none can be shown."""
    rows = scope(user, Consultation).filter(within=second.answer.consultation.within_id)
    children = rows.select_related(
        "within__family", "within__request__requested_by", "within__raised_by", "child__family", "plan"
    ).select_related("requested_child__request")
    number = second.answer.account.number if second.answer.account else 0
    parts = ConsultationAccountChild.objects.unscoped(WHY)
    accounts = scope(user, ConsultationAccount).filter(
        within=second.answer.consultation.within_id, number__lte=number
    )
    read = accounts.select_related("given_by").prefetch_related(Prefetch("children", parts))
    found = tuple(children.order_by("child__birth_date", "pk"))
    view = FamilyView(
        within=found[0].within,
        children=found,
        accounts=tuple(read.order_by("-number")),
        may_read_words=True,
    )
    return BlindView(second, view, day_of(second.answer.answered_at))
