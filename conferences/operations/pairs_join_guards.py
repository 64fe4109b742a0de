"""What stands against joining two records: each in a sentence, so that a person can put it right first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Max

from conferences.models import ConferenceChild, Consultation, Enquiry, Plan, RequestedChild, TransferIn
from conferences.operations.pairs_rows import rows_of
from conferences.queries.life_events import meets_before, open_asks
from conferences.rules.vocabulary import ConferenceKind
from conferences.rules.workflow import OPEN_REQUESTS
from safeguarding.models import Child, ChildDisability
from safeguarding.refusals import Problem, refuse_all
from safeguarding.register.codes import Disability
from safeguarding.wording import uk_date

ITSELF = "These are one record already. Choose another one"
JOINED = "One of these records was joined into another already"
RESTRICTED = "One of these records is restricted. It is opened again first, or both are left as they are"
FAMILIES = "The records are in two families. Join the families on the family’s page first, then the records"
NHS = (
    "The records have two different NHS numbers, which are two children. Correct the number that is wrong on"
    " its record first"
)
BOTH_ASKED = "Each record has an open request for a conference. Withdraw one of them first"
INITIAL = "An initial conference is requested for one, and the other is on a plan. Withdraw the request first"
# What may stand once a day, with the day, the words, which of it counts, and what a person does first.
ONCE_A_DAY: tuple[tuple[Any, str, str, dict[str, Any], str], ...] = (
    (Enquiry, "started_date", "enquiries that began", {"voided_at": None}, "Void one of the two"),
    (
        TransferIn,
        "notified_date",
        "a move here of which we were told",
        {"in_error": False},
        "Say of one of them that it was recorded in error",
    ),
)
DIED_BEFORE = (
    "By one record the child died on {died}, and by the other a conference was held on {held}. Correct the"
    " one that is wrong first"
)
DIED_UNBORN = (
    "By one record the child died on {died}, and by the other was born on {born}. Correct the one that is"
    " wrong first"
)
DIED_ASKED = (
    "By one record the child died on {died}, and the other has an open request for a conference. Withdraw it"
    " first"
)
DISABILITY = (
    "One record says that the child has no disability, and the other names one. Correct the one that is wrong"
    " first"
)
TOGETHER = "Both records are in one request, meeting or consultation, as two children. They cannot be joined"
IN_ONE = ((RequestedChild, "request"), (ConferenceChild, "conference"), (Consultation, "within"))


def refuse_what_cannot_be(kept: Child, gone: Child) -> None:
    """Raises Refused with every reason against joining the two records, which the operation holds."""
    refuse_all([Problem(sentence, "stays") for sentence in _against(kept, gone)])


def _against(kept: Child, gone: Child) -> Iterator[str]:
    if kept.pk == gone.pk:
        yield ITSELF
        return
    if kept.joined_into_id or gone.joined_into_id:
        yield JOINED
    if kept.is_restricted or gone.is_restricted:
        yield RESTRICTED
    if None not in (kept.family_id, gone.family_id) and kept.family_id != gone.family_id:
        yield FAMILIES
    if kept.nhs_number and gone.nhs_number:
        yield NHS
    yield from _deaths(kept, gone)
    yield from _disabilities(kept, gone)
    yield from _plans(kept, gone)
    yield from _requests(kept, gone)
    yield from _twice(kept, gone)


def _deaths(kept: Child, gone: Child) -> Iterator[str]:
    """What was, or lies ahead, of a child who had died by the other record, its birth too."""
    for one, other in ((kept, gone), (gone, kept)):
        died = one.death_date
        if died is None:
            continue
        if other.birth_date and other.birth_date > died:
            yield DIED_UNBORN.format(died=uk_date(died), born=uk_date(other.birth_date))
        met = _of(ConferenceChild, other).filter(conference__held_date__gt=died)
        if day := met.aggregate(day=Max("conference__held_date"))["day"]:
            yield DIED_BEFORE.format(died=uk_date(died), held=uk_date(day))
        elif not all(meets_before(asked, died) for asked in open_asks(other)):
            yield DIED_ASKED.format(died=uk_date(died))


def _disabilities(kept: Child, gone: Child) -> Iterator[str]:
    codes = set(rows_of(ChildDisability).filter(child__in=[kept, gone]).values_list("code", flat=True))
    if Disability.NONE in codes and len(codes) > 1:
        yield DISABILITY


def _plans(kept: Child, gone: Child) -> Iterator[str]:
    mine, theirs = ([*_of(Plan, child).order_by("start_date")] for child in (kept, gone))
    for one in mine:
        for other in theirs:
            both_ours = not (one.held_for_other_authority or other.held_for_other_authority)
            if one.start_date == other.start_date or (both_ours and _share_days(one, other)):
                yield (
                    f"Each record has a plan, {_span(one)} and {_span(other)}, and a child has one plan at a"
                    " time. Correct the dates first"
                )


def _share_days(one: Plan, other: Plan) -> bool:
    first, second = sorted((one, other), key=lambda plan: plan.start_date)
    return first.end_date is None or first.end_date >= second.start_date


def _span(plan: Plan) -> str:
    began = f"from {uk_date(plan.start_date)}"
    return f"{began} to {uk_date(plan.end_date)}" if plan.end_date else f"{began} on"


def _requests(kept: Child, gone: Child) -> Iterator[str]:
    open_ = [list(_of(RequestedChild, one).filter(request__state__in=OPEN_REQUESTS)) for one in (kept, gone)]
    if all(open_):
        yield BOTH_ASKED
        return
    on_plan = rows_of(Plan).filter(child__in=[kept, gone], end_date=None).exists()
    if on_plan and any(asked.kind == ConferenceKind.INITIAL for one in open_ for asked in one):
        yield INITIAL


def _twice(kept: Child, gone: Child) -> Iterator[str]:
    """What is counted, and both records have: one of the two is wrong, and a person says which."""
    for model, column in IN_ONE:
        if _of(model, kept).filter(**{f"{column}__in": _of(model, gone).values(column)}).exists():
            yield TOGETHER
            return
    for fact, column, what, which, mend in ONCE_A_DAY:
        theirs = _of(fact, gone).filter(**which).values(column)
        same = _of(fact, kept).filter(**which, **{f"{column}__in": theirs})
        for day in same.values_list(column, flat=True):
            yield f"Each record has {what} on {uk_date(day)}. {mend} first"


def _of(model, child: Child):  # type: ignore[no-untyped-def]
    return rows_of(model).filter(child=child)
