"""A consultation is raised: for the family once, and in it for each child with why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from conferences.models import Consultation, FamilyConsultation, Plan, RequestedChild
from conferences.operations.days import keep_day
from conferences.operations.duties_holders import of_nobody
from conferences.operations.duties_refresh import refresh
from conferences.queries.consultations import ASKED
from conferences.queries.consultations_in_place import others_who_decide
from conferences.queries.pairs import suggestions_for
from conferences.queries.plans_facts import plan_facts
from conferences.rules.consultations import UNANSWERED, Cause
from conferences.rules.deadlines import CATALOGUE, Code
from conferences.rules.deadlines_days import Due, due_by
from safeguarding import audit
from safeguarding.access import can
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.models import Child, Family, User
from safeguarding.operation import lock, lock_all, operation
from safeguarding.policy.values import whole
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import uk_date

SETTLED = (
    "{name} is in the consultation of {day}, which still waits for a brother or sister. Replace what was"
    " decided there, or raise a new one once it is over"
)

NOBODY_ELSE = (
    "Nobody but you decides consultations about these children, and nobody decides their own. Let the"
    " children’s team raise it, then you decide it."
)
NOBODYS = (
    "Nobody who could give the account sees {name}’s record. Have a team take {name} on first, or name"
    " somebody of a team for the record if it is restricted"
)


def raise_for_request(asked: RequestedChild, cause: Cause, teller: User, at: dt.datetime) -> Consultation:
    """The child's part in the consultation of its request, for an operation that holds the request."""
    due = _due(at)
    families = FamilyConsultation.objects.unscoped("that of a request in scope, found or raised")
    within = families.get_or_create(
        request=asked.request,
        defaults={
            "family": asked.request.family,
            "raised_why": cause,
            "raised_at": at,
            "decide_by_date": due.date,
        },
    )[0]
    raised = Consultation.objects.create(
        within=within,
        child=asked.child,
        requested_child=asked,
        cause=cause,
        raised_at=at,
        decide_by_date=due.date,
    )
    keep_day(due, child=asked.child_id, consultation=raised, teller=teller, at=at)
    return raised


def raise_for_plan(plan: Plan, cause: Cause, teller: User, at: dt.datetime) -> Consultation:
    """A child's part in the family's consultation for a cause, for an operation that holds the plan."""
    family = plan.child.family
    assert family is not None  # A child of no family has nobody to be consulted on with.
    lock(family)
    return _add(_within(family, cause, at)[0], plan.child, cause, plan, teller, at)


@operation(needs=Permission.CONSULT)
def raise_by_hand(*, children: Sequence[Child], words: str, by: User, at: dt.datetime) -> FamilyConsultation:
    """Raise a consultation for children of one family without a request, with why. Each team gives the
    account of its own children.

    Refused: a child of no family or of another, one in a consultation that waits, without an earlier plan, or
    of whom nobody could give the account.
    """
    refuse_all(
        [
            *([] if children else [Problem("Select a child", "children")]),
            *missing(words=(words, "Enter why the consultation is needed")),
        ]
    )
    held = lock_all(children)
    family = _one_family(held)
    lock(family)
    problems = [*_waiting_problems(held), *_settled_problems(held, family), *_planless_problems(held)]
    refuse_all([*problems, *_nobodys_problems(held, at)])
    if can(by, Permission.DECIDE_CONSULTATION) and not others_who_decide(by, held):
        raise Refused(NOBODY_ELSE)
    within, is_new = _within(family, Cause.BY_HAND, at, words=words.strip(), raiser=by)
    for child in held:
        _add(within, child, Cause.BY_HAND, None, by, at)
    if not is_new:
        _join(within, words.strip(), by, at)
    audit.record("consultation.raised", within, by=by, at=at, detail={"children": [one.pk for one in held]})
    refresh(*held, met_by=by, at=at)
    return within


def _one_family(children: Sequence[Child]) -> Family:
    families = {child.family_id: child.family for child in children}
    family = next(iter(families.values()))
    if len(families) != 1 or family is None:
        raise Refused("The children must be of one family", "children")
    return family


def _waiting_problems(children: Sequence[Child]) -> list[Problem]:
    rows = Consultation.objects.unscoped("whether a consultation about children in scope waits")
    waiting = set(rows.filter(child__in=children, state__in=UNANSWERED).values_list("child", flat=True))
    return [
        Problem(f"A consultation about {child.display_name} waits already", "children", child.pk)
        for child in children
        if child.pk in waiting
    ]


def _settled_problems(children: Sequence[Child], family: Family) -> list[Problem]:
    """Whose part is settled in what was raised by hand and waits for others: a child is in it once."""
    rows = Consultation.objects.unscoped("who is in a family's consultation that waits for others still")
    own = rows.filter(within__family=family, within__raised_why=Cause.BY_HAND, within__is_over=False)
    settled = own.filter(child__in=children).exclude(state__in=UNANSWERED).select_related("child")
    return [
        Problem(SETTLED.format(name=child.display_name, day=uk_date(day)), "children", child.pk)
        for child, day in ((one.child, one.raised_at) for one in settled.order_by("pk"))
    ]


def _planless_problems(children: Sequence[Child]) -> list[Problem]:
    """A consultation is about a child who was or is on a plan, here or elsewhere."""
    return [
        Problem(f"No plan is known of {child.display_name}", "children", child.pk)
        for child in children
        if not plan_facts(child, suggestions_for(child))
    ]


def _nobodys_problems(children: Sequence[Child], at: dt.datetime) -> list[Problem]:
    """Of whom nobody could give the account, so that it would wait for ever."""
    row = CATALOGUE[Code.GIVE_ACCOUNT]
    nobodys = of_nobody(row, [child.pk for child in children], at)
    return [
        Problem(NOBODYS.format(name=child.display_name), "children", child.pk)
        for child in children
        if child.pk in nobodys
    ]


def _within(
    family: Family, cause: Cause, at: dt.datetime, *, words: str = "", raiser: User | None = None
) -> tuple[FamilyConsultation, bool]:
    """The family's open consultation for a cause, or a new one; and whether it is new."""
    rows = FamilyConsultation.objects.unscoped("that of a family, found or raised")
    return rows.get_or_create(
        family=family,
        raised_why=cause,
        request=None,
        is_over=False,
        defaults={
            "raised_at": at,
            "raised_by": raiser,
            "words": words,
            "decide_by_date": _due(at).date,
        },
    )


def _join(within: FamilyConsultation, words: str, writer: User, at: dt.datetime) -> None:
    """Somebody raised it for further children: their why stands beside the first, and they decide none."""
    within.words = f"{within.words}\n\n{writer.full_name}, {uk_date(at)}: {words}"
    within.save(update_fields=["words"])
    parts = Consultation.objects.unscoped("each child of a family's consultation that was raised anew")
    audit.record_all(ASKED, list(parts.filter(within=within)), by=writer, at=at)


def _due(at: dt.datetime) -> Due:
    return due_by(Code.DECIDE_CONSULTATION, day_of(at), england(), whole)


def _add(
    within: FamilyConsultation, child: Child, cause: Cause, plan: Plan | None, teller: User, at: dt.datetime
) -> Consultation:
    due = _due(at)
    raised = Consultation.objects.create(
        within=within, child=child, cause=cause, plan=plan, raised_at=at, decide_by_date=due.date
    )
    keep_day(due, child=child.pk, consultation=raised, teller=teller, at=at)
    return raised
