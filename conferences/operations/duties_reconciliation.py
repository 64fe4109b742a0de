"""The daily check: what should have been raised, by the ledger's loops, against the duties that stand.

The scan runs first, so that only what it does not mend is a difference; both sides are read as of one moment.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models.functions import Coalesce

from conferences.models import Duty, Reconciliation, ReconciliationDifference
from conferences.models.duties import SUBJECT_FIELDS
from conferences.operations import duties
from conferences.queries.duties_ledger import ledger
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.db import snapshot
from safeguarding.golive.day import live_since
from safeguarding.policy.values import whole

# A duty's kind, its subject's id, its child's id, its day.
Key = tuple[str, int, int, dt.date]
SHOWN_SUBJECTS = 20
log = logging.getLogger(__name__)


def reconcile_once(*, clock: Callable[[], dt.datetime]) -> Reconciliation | None:
    """The day's check, unless it was made; asking again, or from two sides at once, changes nothing.

    None before the service is live: no duty should stand.
    """
    begun = clock()
    on = day_of(begun)
    if live_since(on) is None or Reconciliation.objects.filter(day=on).exists():
        return None
    scanned = duties.scan(on=on, at=begun)
    with snapshot():
        expected, raised = should_stand(on), stand()
    made_at = clock()
    fields = {
        "made_at": made_at,
        "took_ms": round((made_at - begun).total_seconds() * 1000),
        "compared": len(expected),
        "caught_up": scanned.raised + scanned.closed,
    }
    return _keep(on, fields, missing=expected - raised, left_over=raised - expected)


@transaction.atomic
def _keep(
    on: dt.date, fields: dict[str, object], *, missing: set[Key], left_over: set[Key]
) -> Reconciliation | None:
    made, is_first = Reconciliation.objects.get_or_create(day=on, defaults=fields)
    if not is_first:
        return None
    differences = [*_by_kind(made, missing, True), *_by_kind(made, left_over, False)]
    ReconciliationDifference.objects.bulk_create(differences)
    if differences:
        log.error("duties_differ", extra={"children": len(missing | left_over)})
    return made


def _by_kind(made: Reconciliation, keys: Iterable[Key], is_missing: bool) -> list[ReconciliationDifference]:
    subjects: dict[str, list[int]] = defaultdict(list)
    for kind, subject, _, _ in sorted(keys):
        subjects[kind].append(subject)
    return [
        ReconciliationDifference(
            reconciliation=made,
            kind=kind,
            is_missing=is_missing,
            number=len(ids),
            subjects=list(dict.fromkeys(ids))[:SHOWN_SUBJECTS],
        )
        for kind, ids in subjects.items()
    ]


def should_stand(on: dt.date) -> set[Key]:
    """The duties that should stand on a day, by the ledger."""
    until = england().add(on, whole("REMINDER_NOTICE_WORKING_DAYS", on)).due
    return {
        (one.code.value, one.subject, child, one.due)
        for one in ledger(england())
        if one.due is not None and one.stands(on, until)
        for child in one.children
    }


def stand() -> set[Key]:
    """The duties that stand as raised."""
    fields = [f"{field}_id" for field in SUBJECT_FIELDS.values()]
    standing = Duty.objects.unscoped("duties are counted for nobody in particular").filter(closed_at=None)
    rows = standing.annotate(of=Coalesce(*fields)).values_list("kind", "of", "child_id", "due_date")
    return set(rows.iterator())
