"""A family's consultation as one person may see it: the children in scope, and how many more there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Prefetch, Q
from django.http import Http404

from conferences.models import (
    Consultation,
    ConsultationAccount,
    ConsultationAccountChild,
    ConsultationAnswer,
    ConsultationAnswerReason,
    ConsultationCondition,
    ConsultationDissent,
    FamilyConsultation,
    Request,
    RequestedChild,
    SupportReview,
)
from conferences.models.promises_consultations import ASKED
from conferences.rules.consultations import DECIDED, ConsultationState, SupportOutcome
from conferences.rules.workflow import OPEN_REQUESTS, RequestState
from safeguarding.access import get, scope
from safeguarding.models import AuditEntry, Child, User
from safeguarding.models.base import ScopedQuerySet

__all__ = ["ASKED"]

WHY = "what belongs to a consultation in scope"


@dataclass(frozen=True)
class FamilyView:
    """The whole of it for one person. `accounts`: the versions they may read, the last first; `unread` says
    that the last one tells of a child whom they may not see. `hidden`: how many further children are another
    team's; of a restricted one nothing is told, not even that there is one.
    """

    within: FamilyConsultation
    children: tuple[Consultation, ...]
    hidden: int = 0
    accounts: tuple[ConsultationAccount, ...] = ()
    unread: bool = False
    may_read_words: bool = False
    dissents: tuple[ConsultationDissent, ...] = field(default=())

    @property
    def account(self) -> ConsultationAccount | None:
        return None if self.unread or not self.accounts else self.accounts[0]

    @property
    def number(self) -> int:
        return len(self.children) + self.hidden


def family_view(user: User, ref: UUID) -> FamilyView:
    """The consultation of a family with all that stands on its children, by its reference or that of one of
    them. Http404 where the person sees none of them.
    """
    named = scope(user, Consultation).filter(Q(within__ref=ref) | Q(ref=ref))
    rows = (
        scope(user, Consultation)
        .filter(within__in=list(named.values_list("within", flat=True)[:1]))
        .select_related(
            "within__family",
            "child__family",
            "within__request__requested_by",
            "within__raised_by",
            "child",
            "plan",
            "requested_child__request",
            "asked_by",
            "withdrawn_by",
        )
    )
    children = tuple(rows.prefetch_related(answers_given()).order_by("child__birth_date", "pk"))
    if not children:
        raise Http404
    within = children[0].within
    whole = Consultation.objects.unscoped("how many children of a consultation may not be seen")
    return FamilyView(
        within=within,
        children=children,
        hidden=whole.filter(within=within, child__is_restricted=False)
        .exclude(pk__in=[one.pk for one in children])
        .count(),
        accounts=tuple(_accounts(user, within)),
        unread=is_unread(user, within),
        may_read_words=scope(user, FamilyConsultation).filter(pk=within.pk).exists(),
        dissents=tuple(_dissents(user, children)),
    )


def is_unread(user: User, within: FamilyConsultation) -> bool:
    """Whether the last account of a family tells of a child whom this person may not see."""
    every = ConsultationAccount.objects.unscoped("whether the last account is one that may be read")
    newest = every.filter(within=within).order_by("-number").values("pk")[:1]
    seen = scope(user, ConsultationAccount).values("pk")
    return bool(every.filter(pk__in=newest).exclude(pk__in=seen).exists())


def is_open(one: Consultation) -> bool:
    """Whether a conference for the child still lies ahead, or it was raised without a request."""
    return one.requested_child is None or one.requested_child.request.state in OPEN_REQUESTS


def request_of(view: FamilyView) -> Request | None:
    """The request that the children's conference is asked for in, where one is open; else the one that it was
    raised with.
    """
    asked = [one.requested_child.request for one in view.children if one.requested_child]
    return next((one for one in asked if one.state in OPEN_REQUESTS), view.within.request)


def answers_given() -> Prefetch[str]:
    """The answers of consultations in scope with all that hangs from them, in five queries."""
    given = ConsultationAnswer.objects.unscoped(WHY).select_related(
        "answered_by", "for_another", "lead", "agency", "account", "supersedes"
    )
    conditions = ConsultationCondition.objects.unscoped(WHY).select_related("owner", "closed_by")
    tied = ConsultationAnswerReason.objects.unscoped(WHY).select_related("statement")
    reviews = SupportReview.objects.unscoped(WHY).select_related("recorded_by")
    more = [Prefetch("conditions", conditions), Prefetch("tied", tied), Prefetch("reviews", reviews)]
    return Prefetch("answers", given.prefetch_related(*more))


def answers_alone(path: str = "", *more: str) -> Prefetch[str]:
    """What was answered to consultations in scope, and no more than these columns (`more`): for where each
    stands, in one query.
    """
    given = ConsultationAnswer.objects.unscoped(WHY)
    return Prefetch(f"{path}answers", given.only("consultation", "answer", *more))


def _accounts(user: User, within: FamilyConsultation) -> ScopedQuerySet:
    parts = ConsultationAccountChild.objects.unscoped(WHY)
    rows = scope(user, ConsultationAccount).filter(within=within).select_related("given_by")
    found: ScopedQuerySet = rows.prefetch_related(Prefetch("children", parts)).order_by("-number")
    return found


def _dissents(user: User, children: Sequence[Consultation]) -> ScopedQuerySet:
    rows = scope(user, ConsultationDissent).filter(consultation__in=children)
    found: ScopedQuerySet = rows.select_related("who", "agency", "recorded_by", "consultation__child")
    return found


def last_account(consultations: Iterable[Consultation]) -> ConsultationAccount | None:
    """The last version that was given for any of these children in scope."""
    rows = ConsultationAccount.objects.unscoped("the account of children in scope, as it stands")
    given = rows.filter(children__consultation__in=[one.pk for one in consultations])
    found: ConsultationAccount | None = given.select_related("given_by").order_by("-number").first()
    return found


def last_answer(one: Consultation) -> ConsultationAnswer | None:
    """What was answered last for a child in scope."""
    rows = ConsultationAnswer.objects.unscoped("the last answer of a child in scope")
    found: ConsultationAnswer | None = rows.filter(consultation=one).order_by("-pk").first()
    return found


def last_of(consultations: Iterable[Consultation]) -> ConsultationAnswer | None:
    """What was answered last for any of these children in scope."""
    rows = ConsultationAnswer.objects.unscoped("what was answered to children in scope")
    given = rows.filter(consultation__in=[one.pk for one in consultations])
    found: ConsultationAnswer | None = given.select_related("answered_by").order_by("-pk").first()
    return found


def replaced_by_next(one: Consultation) -> ConsultationAnswer | None:
    """The decision that a next one would replace: the last answer, where that decided."""
    last = last_answer(one)
    return last if last is not None and last.answer in DECIDED else None


def mark_of(consultations: Sequence[Consultation]) -> str:
    """A short mark of what a decider has seen: the account that stands, and the last answer."""
    account, last = last_account(consultations), last_of(consultations)
    return f"{account.number if account else 0}.{last.pk if last else 0}"


def askers(consultation: Consultation) -> set[int]:
    """Ids of those who may not answer it: who requested the conference, raised it by hand, or ever gave an
    account of any child of the family's (conferences.models.promises_consultations.ASKERS in SQL).
    """
    given = AuditEntry.objects.filter(
        event=ASKED, subject_model=consultation._meta.label_lower, subject_id=consultation.pk
    )
    accounts = ConsultationAccount.objects.unscoped("who gave an account of a child in scope")
    within = accounts.filter(within=consultation.within_id)
    asked = consultation.requested_child
    known = (
        asked.request.requested_by_id if asked else None,
        consultation.asked_by_id,
        consultation.within.raised_by_id,
        *given.values_list("done_by", flat=True),
        *within.values_list("given_by", flat=True),
    )
    return {pk for pk in known if pk is not None}


def asked_by(user: User) -> ScopedQuerySet:
    """The consultations that this person may not answer: askers() of each, the other way round."""
    every = Consultation.objects.unscoped("which of these a person asked for; the duties are in scope")
    given = AuditEntry.objects.filter(
        event=ASKED, subject_model=Consultation._meta.label_lower, done_by=user
    ).values("subject_id")
    accounts = ConsultationAccount.objects.unscoped("of which families a person gave an account")
    own: ScopedQuerySet = every.filter(
        Q(asked_by=user)
        | Q(requested_child__request__requested_by=user)
        | Q(within__raised_by=user)
        | Q(within__in=accounts.filter(given_by=user).values("within"))
        | Q(pk__in=given)
    )
    return own


def part_for(user: User, ref: UUID) -> Consultation:
    """One child's part. Http404 where the child is not in the person's scope."""
    rows = Consultation.objects.all().select_related("within", "child", "requested_child__request")
    found: Consultation = get(user, rows, ref=ref)
    return found


def condition_for(user: User, ref: UUID) -> ConsultationCondition:
    """A condition, open or closed. Http404 where its child is not in the person's scope."""
    whole = ConsultationCondition.objects.all().select_related(
        "answer__consultation__within", "answer__consultation__child", "owner"
    )
    found: ConsultationCondition = get(user, whole, ref=ref)
    return found


def set_with(user: User, one: ConsultationCondition) -> list[ConsultationCondition]:
    """A condition in scope and the same of brothers and sisters in scope, open or closed, the eldest's first;
    each with who closed it and the decision that took the place of its own.
    """
    rows = _alike(ConsultationCondition.objects.unscoped("the same condition of brothers and sisters"), one)
    seen = rows.filter(answer__consultation__in=scope(user, Consultation).values("pk"))
    whole = seen.select_related(
        "closed_by", "answer__superseded_by__answered_by", "answer__consultation__child"
    )
    return list(whole.order_by("answer__consultation__child__birth_date", "pk"))


def same_conditions(one: ConsultationCondition) -> ScopedQuerySet:
    """A condition in scope and the same of brothers and sisters for whom it was set in the same act, of those
    that are not closed and whose decision stands.
    """
    rows = ConsultationCondition.objects.unscoped("the same condition of brothers and sisters")
    return _alike(rows.filter(closed_at__isnull=True, answer__superseded_by__isnull=True), one)


def _alike(rows: ScopedQuerySet, one: ConsultationCondition) -> ScopedQuerySet:
    alike: dict[str, object] = {"pk": one.pk}
    if one.answer.act is not None:
        alike = {name: getattr(one, name) for name in ("what", "due_date", "owner", "owner_words")}
        alike["answer__act"] = one.answer.act
    found: ScopedQuerySet = rows.filter(**alike)
    return found


def closed_with(user: User, one: ConsultationCondition) -> list[Consultation]:
    """The children in scope for whom a condition in scope is closed in one act, the eldest first."""
    rows = scope(user, Consultation).filter(pk__in=same_conditions(one).values("answer__consultation"))
    return list(rows.select_related("child", "within").order_by("child__birth_date", "pk"))


def failed_support(child: Child) -> SupportReview | None:
    """The review by which the last other way of a child in scope failed, where nobody asked for a conference
    since.
    """
    rows = SupportReview.objects.unscoped("why a conference is asked for a child in scope")
    last: SupportReview | None = (
        rows.filter(answer__consultation__child=child).select_related("answer").order_by("pk").last()
    )
    if last is None or last.outcome != SupportOutcome.FAILED:
        return None
    asked = RequestedChild.objects.unscoped("whether a conference was asked for a child in scope since")
    since = asked.filter(child=child, request__requested_at__gt=last.recorded_at)
    return None if since.exclude(request__state=RequestState.WITHDRAWN).exists() else last


def consulted_in(request: Request) -> dict[int, Consultation]:
    """{requested child: its consultation, with what was answered} of a request in scope: two queries."""
    rows = Consultation.objects.unscoped("what was asked about the children of a request in scope")
    own = rows.filter(requested_child__request=request).select_related("child", "within")
    told = own.prefetch_related(answers_alone()).order_by("pk")
    return {one.requested_child_id: one for one in told if one.requested_child_id}


def another_way_in(request: Request) -> list[str]:
    """The names of the children of a request in scope for whom another way was decided."""
    rows = Consultation.objects.unscoped("who of a request in scope goes another way")
    going = rows.filter(requested_child__request=request, state=ConsultationState.ANOTHER_WAY)
    return [one.child.display_name for one in going.select_related("child").order_by("pk")]
