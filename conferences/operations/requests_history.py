"""The check of a requested child's plan history: kept as it was found, raising what the rule says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from conferences.models import Consultation, EarlierPlan, Plan, PlanElsewhere, RequestedChild
from conferences.operations.consultations_raising import raise_for_request
from conferences.operations.consultations_taken_back import carry
from conferences.operations.pairs_scan import keep_suggestions
from conferences.queries.consultations_due import babies_where_there_was_a_plan
from conferences.queries.pairs import suggestions_for
from conferences.queries.plans_facts import plan_facts
from conferences.rules.consultations import Cause
from conferences.rules.replans import Checked, PlanFact, check, gap_days, raises_consultation
from conferences.rules.same_child import Suggestion
from conferences.rules.vocabulary import ConferenceKind, EndReason
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.register.authorities import latest_authority


def check_history(asked: RequestedChild, at: dt.datetime) -> bool:
    """Freeze the earlier plans of a child as they are known at `at`; whether a consultation was raised: by
    them, or on a new baby where there was a plan. None is where this request carries out what was agreed.
    """
    others = suggestions_for(asked.child)
    keep_suggestions(asked.child, others, at=at)
    found = _found(asked, others, day_of(at))
    asked.recorded_previous_plans = found.recorded
    asked.save(update_fields=["recorded_previous_plans"])
    _freeze(asked, found, day_of(at))
    teller = asked.request.requested_by
    return False if carry(asked, teller=teller, at=at) else _raise(asked, found, teller, at)


def check_again(asked: RequestedChild, teller: User, at: dt.datetime) -> bool:
    """Freeze the earlier plans that were not known before, `asked` being locked; whether a consultation was
    raised, which there had not been. What was found at first stays as it was found.
    """
    asked.history_checked_again_at = at
    asked.save(update_fields=["history_checked_again_at"])
    others = suggestions_for(asked.child)
    found, rows = (
        _found(asked, others, day_of(at)),
        EarlierPlan.objects.unscoped("Earlier plans as they were found."),
    )
    frozen = set(rows.filter(requested_child=asked).values_list("plan", "plan_elsewhere"))
    new = [fact for fact in found.earlier if (fact.plan_id, fact.plan_elsewhere_id) not in frozen]
    _freeze(asked, Checked(tuple(new), found.recorded), day_of(at))
    consultations = Consultation.objects.unscoped("Whether one was raised about a child in scope.")
    if consultations.filter(requested_child=asked).exists():
        return False
    return _raise(asked, found, teller, at)


def _found(asked: RequestedChild, others: Mapping[int, Suggestion], on: dt.date) -> Checked:
    moved_from = asked.transfer_in.from_authority if asked.transfer_in else None
    return check(ConferenceKind[asked.kind], plan_facts(asked.child, others), on, moved_from=moved_from)


def _raise(asked: RequestedChild, found: Checked, teller: User, at: dt.datetime) -> bool:
    if raises_consultation(ConferenceKind[asked.kind], found):
        raise_for_request(asked, Cause.REPLAN, teller, at)
        return True
    if babies_where_there_was_a_plan([asked], day_of(at)):
        raise_for_request(asked, Cause.NEW_BABY, teller, at)
        return True
    return False


def _freeze(asked: RequestedChild, found: Checked, on: dt.date) -> None:
    """As values, not as records: the asker looks at none of them here."""
    plans = Plan.objects.unscoped(
        "Earlier plans are frozen as found; pages show those their reader may open."
    )
    own = plans.filter(pk__in=[fact.plan_id for fact in found.earlier if fact.plan_id])
    told = PlanElsewhere.objects.unscoped("Earlier plans elsewhere are frozen as found.")
    elsewhere = told.filter(
        pk__in=[fact.plan_elsewhere_id for fact in found.earlier if fact.plan_elsewhere_id]
    )
    ours = {row["pk"]: row for row in own.values("pk", "latest_category", "end_reason")}
    theirs = {row["pk"]: row for row in elsewhere.values("pk", "category", "authority", "authority_name")}
    EarlierPlan.objects.bulk_create(
        [
            _frozen(asked, fact, ours.get(fact.plan_id, {}), theirs.get(fact.plan_elsewhere_id, {}), on)
            for fact in found.earlier
        ]
    )


def _frozen(
    asked: RequestedChild, fact: PlanFact, own: dict[str, Any], told: dict[str, Any], on: dt.date
) -> EarlierPlan:
    reason = own.get("end_reason", "")
    return EarlierPlan(
        requested_child=asked,
        found_in=fact.found_in,
        plan_id=fact.plan_id,
        plan_elsewhere_id=fact.plan_elsewhere_id,
        authority_name=_authority(told),
        start_date=fact.start,
        end_date=fact.end,
        category=own.get("latest_category") or told.get("category") or "",
        how_ended=label(EndReason, reason) if reason else "",
        gap_days=gap_days(fact.end, on),
    )


def _authority(told: dict[str, Any]) -> str:
    known = latest_authority(told["authority"]) if told.get("authority") else None
    return told.get("authority_name") or (known.name if known else "")
