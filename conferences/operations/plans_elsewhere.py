"""Recording a plan that a child had with another authority, and checking again what waits on it."""

from __future__ import annotations

import datetime as dt

from conferences.models import PlanElsewhere, RequestedChild
from conferences.operations.duties_refresh import refresh
from conferences.operations.requests_history import check_again
from conferences.rules.children import Birth
from conferences.rules.plans_elsewhere import Told, problems
from conferences.rules.vocabulary import ConferenceKind
from conferences.rules.workflow import OPEN_REQUESTS
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import Child, User
from safeguarding.operation import lock, lock_rows, operation
from safeguarding.refusals import Refused, refuse_all
from safeguarding.register.authorities import latest_authority
from safeguarding.rights import Permission


@operation(needs=Permission.RECORD_PLAN_ELSEWHERE)
def record_plan_elsewhere(
    *, child: Child, told: Told, by: User, at: dt.datetime
) -> tuple[PlanElsewhere, int]:
    """The plan, and how many consultations it raised on requests whose conference is still to come.

    Refused: what is missing or cannot be, and the plan of an authority and a first day that is there already.
    """
    held = lock(child)
    refuse_all(problems(told, birth=Birth.of(held.birth_date, held.expected_birth_date), on=day_of(at)))
    assert told.authority is not None  # Refused above.
    known = latest_authority(told.authority)
    plans = PlanElsewhere.objects.unscoped("Plans elsewhere of a child in scope.").filter(
        child=held, in_error=False
    )
    same = plans.filter(authority=told.authority, start_date=told.start_date, end_date=told.end_date)
    name = known.name if known else told.authority_name.strip()
    if same.filter(authority_name__iexact=name).exists():
        raise Refused("This plan is recorded already", "authority")
    plan = PlanElsewhere.objects.create(
        child=held,
        authority=told.authority,
        authority_name=name,
        start_date=told.start_date,
        end_date=told.end_date,
        category=told.category,
        how_known=told.how_known.strip(),
        recorded_by=by,
        recorded_at=at,
    )
    raised = check_requests(held, teller=by, at=at)
    audit.record("plan_elsewhere.recorded", plan, by=by, at=at, detail={"consultations": raised})
    refresh(held, met_by=by, at=at)
    return plan, raised


def check_requests(child: Child, *, teller: User, at: dt.datetime) -> int:
    """Check again the plan history of what waits for the child's conference; how many consultations rose."""
    return sum([_check(asked, teller, at) for asked in _open_asks(child)])


def _open_asks(child: Child) -> list[RequestedChild]:
    asked = RequestedChild.objects.unscoped("What is asked about a child in scope.").filter(
        child=child, request__state__in=OPEN_REQUESTS
    )
    return lock_rows(asked.exclude(kind=ConferenceKind.REVIEW))


def _check(asked: RequestedChild, by: User, at: dt.datetime) -> bool:
    if not check_again(asked, by, at):
        return False
    refresh(asked.request, met_by=by, at=at)
    return True
