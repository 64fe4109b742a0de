"""When the conference of each child of a request is due, whichever of the clocks is the child's."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from conferences.queries.clocks.days import day_explained
from conferences.queries.clocks.law import LAW
from conferences.queries.clocks.reader import KEYS, clock_parameters, with_clocks
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import Due
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.policy.values import Limits

CODES: dict[str, Code] = {
    ConferenceKind.INITIAL.value: Code.HOLD_CONFERENCE,
    ConferenceKind.TRANSFER_IN.value: Code.HOLD_TRANSFER_IN,
    ConferenceKind.REVIEW.value: Code.HOLD_REVIEW,
}
# What the law sets asks no local limit.
NO_LIMITS = Limits(dict.fromkeys(KEYS, ()))
STATEMENT = f"""
    SELECT rc.id, rc.kind, law.started, law.day FROM conferences_requestedchild rc {LAW}
    WHERE rc.id = ANY(%(asked)s)
"""


def law_days(asked: Collection[int]) -> dict[int, Due]:
    """{requested child: its day by law}, in one statement; none outside the known bank holidays."""
    if not asked:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(f"{with_clocks(())} {STATEMENT}", clock_parameters(NO_LIMITS) | {"asked": list(asked)})
        rows = cursor.fetchall()
    found = ((pk, day_explained(CODES[kind], started, day, NO_LIMITS)) for pk, kind, started, day in rows)
    return {pk: due for pk, due in found if due is not None}
