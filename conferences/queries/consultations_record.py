"""Consultations where the record tells of them: on timelines, and on the pages of a conference."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Prefetch, Q

from conferences.models import Consultation, ConsultationAccountChild, ConsultationDissent, Request
from conferences.queries.consultations import answers_given
from safeguarding.access import scope
from safeguarding.access.together import hang
from safeguarding.models import Child, User

ACCOUNT = (
    "child",
    "consultation",
    "account__number",
    "account__given_at",
    "account__given_by__full_name",
)


def consultations_of(user: User, request: Request) -> list[Consultation]:
    """What a conference of a request is to know of, child by child: the consultations that the request
    raised, those about a plan that it reviews, and those of its children that wait. Those in scope alone.
    """
    of_request = Q(requested_child__request=request)
    of_plan = Q(plan__requested__request=request)
    waiting = Q(requested_child=None, child__requested__request=request, within__is_over=False)
    rows = scope(user, Consultation).filter(of_request | of_plan | waiting).distinct()
    dissents = Prefetch(
        "dissents", scope(user, ConsultationDissent).select_related("who", "agency", "recorded_by")
    )
    found = rows.select_related("child", "within", "asked_by").prefetch_related(answers_given(), dissents)
    return list(found.order_by("child__birth_date", "child", "-raised_at"))


def hang_accounts(user: User, children: Sequence[Child]) -> None:
    """Put to the consultations that are loaded with children that an account was given, by whom and when.

    Its texts are left out: they may tell of other children, and are read where each of those is in scope.
    """
    consultations = [one for child in children for one in child.consultations.all()]
    if consultations:
        rows = scope(user, ConsultationAccountChild).filter(consultation__in=consultations)
        given = rows.select_related("account__given_by").only(*ACCOUNT)
        hang(consultations, "accounts", given.order_by("account__number"))
