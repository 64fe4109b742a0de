"""What people say of two records that may be of one child. Nothing is joined by it."""

from __future__ import annotations

import datetime as dt

from conferences.models import ChildPair, PairAnswer
from conferences.operations.plans_elsewhere import check_requests
from conferences.queries.pairs import digest, identities, pair_of
from conferences.rules.same_child import PairAnswerCode, PairState
from safeguarding import audit
from safeguarding.models import Child, User
from safeguarding.operation import lock, lock_all, operation
from safeguarding.refusals import Problem, missing, refuse_all
from safeguarding.rights import Permission

ITSELF = "This is the number of the same record. Enter the number of the other one"
NOT_FOUND = "Enter the number of a record that you may see"
NO_REASON = "Enter what you go by"


@operation(needs=Permission.JOIN_RECORDS)
def name_pair(*, child: Child, other: Child | None, by: User, at: dt.datetime) -> ChildPair:
    """The pair of two records that a person thinks are of one child. Raises Refused: no record in scope, or
    the same one.
    """
    refuse_all(_other_problems(child, other))
    assert other is not None  # Refused above.
    one, two = sorted(lock_all([child, other]), key=lambda record: record.pk)
    if pair := pair_of(one.pk, two.pk):
        return pair
    known = identities([one.pk, two.pk])
    pair = ChildPair.objects.create(
        one=one, other=two, is_suggested=False, facts=digest(known[one.pk], known[two.pk]), found_at=at
    )
    audit.record("pair.named", pair, by=by, at=at, detail={"records": [one.pk, two.pk]})
    return pair


@operation(needs=Permission.JOIN_RECORDS)
def answer(
    *, pair: ChildPair, answer: PairAnswerCode | None, reason: str, by: User, at: dt.datetime
) -> PairAnswer:
    """What a person says of the pair; a later word replaces an earlier one, which is kept. The same child
    counts for the check of plan history at once; joining the records is a step of its own.

    Raises Refused: no answer, no reason, a record that was joined meanwhile.
    """
    said = [] if answer else [Problem("Select what you think", "answer")]
    refuse_all([*said, *missing(reason=(reason, NO_REASON))])
    assert answer is not None  # Refused above.
    # The records before the pair, as whoever joins them holds them.
    one, other = lock_all([pair.one, pair.other])
    held = lock(pair)
    known = identities([one.pk, other.pk])
    held.state, held.facts = PairState[answer.name], digest(known[one.pk], known[other.pk])
    held.save(update_fields=["state", "facts"])
    given = PairAnswer.objects.create(
        pair=held, answer=answer, reason=reason.strip(), facts=held.facts, answered_by=by, answered_at=at
    )
    audit.record("pair.answered", held, by=by, at=at, detail={"answer": str(answer)})
    if answer is PairAnswerCode.SAME:
        for child in (one, other):
            check_requests(child, teller=by, at=at)
    return given


def _other_problems(child: Child, other: Child | None) -> list[Problem]:
    if other is None:
        return [Problem(NOT_FOUND, "number")]
    return [Problem(ITSELF, "number")] if other.pk == child.pk else []
