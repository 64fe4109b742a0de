"""A signed decision set right: a new version, asked for by one person and agreed by another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields

from django.db.models import ProtectedError, QuerySet, Value
from django.db.models.functions import Coalesce

from conferences.models import (
    ChildPart,
    ConferenceChild,
    Decision,
    DecisionChange,
    Duty,
    EarlierPlan,
    Plan,
    PlanCategory,
    PlanEnding,
    PlanResumption,
    RequestedChild,
)
from conferences.operations.corrections import check_now
from conferences.operations.duties_refresh import refresh
from conferences.operations.in_need import end_running, remove_within
from conferences.operations.in_need_back import Told, take_back_end
from conferences.operations.plans_elsewhere import check_requests
from conferences.operations.recording_next_rows import ask_next
from conferences.queries import corrections_plans as stands
from conferences.queries.corrections_decisions import Stone, Version, built_on, version_of
from conferences.queries.what_follows import Watched, watched
from conferences.rules.corrections import Why
from conferences.rules.corrections_plans import plan_problems
from conferences.rules.life_events import is_grown_up
from conferences.rules.recording import PartFacts, contradictions, grown_problems
from conferences.rules.vocabulary import DecisionOutcome
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.labelled import values
from safeguarding.models import Outcome, User
from safeguarding.operation import lock, operation, rehearse
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.second_person.closing import (
    close,
    close_lapsed,
    confirm_by_another,
    end_unconfirmed,
    last_day,
    lock_waiting,
)

WAITS = "A new version of this decision waits for a second person already."
NOT_SIGNED = "This decision was not signed here. What a file told of it is put right in the file."
SAME = "This is what was decided. Change what is wrong, or go back"
OVER = "What is over of a plan in scope that was none."
OVERLAP: dict[str, str | tuple[str, str]] = {
    "plan_no_overlap_for_a_child": ("Another plan of the child runs on these days", "outcome"),
    "plan_once_by_start": ("Another plan of the child began on that day", "outcome"),
    "decisionchange_one_at_a_time": WAITS,
}


@dataclass(frozen=True)
class Wish:
    """What the decision should be, and why."""

    version: Version
    why: str = ""
    words: str = ""


@operation(needs=Permission.CORRECT_DECISION, refuses=OVERLAP)
def foresee_decision(
    *, at_conference: ConferenceChild, wish: Wish, by: User, at: dt.datetime
) -> Watched[None]:
    """How things would stand once it is agreed: it is done and undone. Raises what agreeing to it would."""
    held = _lock_free(at_conference, by, at)
    refuse_all(_problems(held, wish))
    return rehearse(lambda: watched(lambda: _try(held, wish, by, at), [held.child], by, day_of(at)))


@operation(needs=Permission.CORRECT_DECISION, refuses=OVERLAP)
def ask_decision(*, at_conference: ConferenceChild, wish: Wish, by: User, at: dt.datetime) -> DecisionChange:
    """Ask that a signed decision is another; until a second person agrees, it stands as it was signed."""
    held = _lock_free(at_conference, by, at)
    refuse_all(_problems(held, wish))
    rehearse(lambda: _try(held, wish, by, at))
    asked = _make(held, wish, by, at)
    audit.record("decision_change.asked", asked, by=by, at=at, detail={"version": asked.version})
    return asked


def _lock_free(at_conference: ConferenceChild, writer: User, at: dt.datetime) -> ConferenceChild:
    """The child's part of a conference, held, of whose decision no other version waits."""
    lock(at_conference.child)
    held = lock(at_conference, "child", "conference", "enquiry")
    same = _changes_to(held)
    close_lapsed(same, by=writer, at=at)
    if same.filter(closed_at__isnull=True).exists():
        raise Refused(WAITS)
    return held


def _changes_to(at_conference: ConferenceChild) -> QuerySet[DecisionChange]:
    """Every version of a decision that was asked for."""
    rows = DecisionChange.objects.unscoped("The versions of a decision in scope.")
    return rows.filter(conference_child=at_conference)


def _make(held: ConferenceChild, wish: Wish, writer: User, at: dt.datetime) -> DecisionChange:
    was = version_of(held)
    assert was is not None  # Refused before.
    return DecisionChange.objects.create(
        conference_child=held,
        version=_changes_to(held).filter(outcome=Outcome.CONFIRMED).count() + 2,
        **{f"new_{name}": value for name, value in asdict(wish.version).items()},
        **{f"was_{name}": value for name, value in asdict(was).items()},
        why=wish.why,
        words=wish.words.strip(),
        asked_by=writer,
        asked_at=at,
        last_date=last_day(at),
    )


def _try(held: ConferenceChild, wish: Wish, writer: User, at: dt.datetime) -> None:
    """As if a second person had agreed: for a rehearsal alone."""
    close(_make(held, wish, writer, at), Outcome.CONFIRMED, by=audit.system_user(), at=at)
    _apply(held, wish.version, writer, at)


def _problems(held: ConferenceChild, wish: Wish) -> list[Problem]:
    """What is missing in a new version, and what contradicts itself in it."""
    was, new = version_of(held), wish.version
    if was is None:
        return [Problem(NOT_SIGNED)]
    child, day = held.child, held.conference.held_date
    facts = PartFacts(
        child.display_name,
        held.kind,
        "",
        new.outcome,
        new.category,
        new.reasons,
        new.end_reason,
        0,
        new.step_down,
        is_grown=is_grown_up(child.birth_date, day),
    )
    found = missing(
        outcome=(new.outcome, "Select the decision"),
        reasons=(new.reasons, "Enter the reasons for the decision"),
        words=(wish.words, "Enter how it came to be signed wrongly"),
    )
    if wish.why not in values(Why):
        found.append(Problem("Select why it is another decision", "why"))
    found += [*contradictions(facts), *grown_problems(facts)]
    return found or ([Problem(SAME, "outcome")] if was == new else [])


@operation(needs=Permission.CORRECT_DECISION, retry=True, refuses=OVERLAP)
def agree_decision(*, change: DecisionChange, by: User, at: dt.datetime) -> DecisionChange:
    """The new version is the decision: the signed part and the plan follow in one transaction."""
    lock(change.conference_child.child)
    at_conference = lock(change.conference_child, "child", "conference", "enquiry")
    held = lock_waiting(change, at)
    confirm_by_another(held, by=by, at=at)
    if version_of(at_conference) != _of(held, "was_"):
        raise Refused("The decision has changed since this was asked for. It must be asked for again.")
    _apply(at_conference, _of(held, "new_"), by, at)
    detail = {"version": held.version, "asked_by": held.asked_by_id}
    audit.record("decision.changed", held, by=by, at=at, detail=detail)
    refresh(at_conference, met_by=by, at=at)
    return held


@operation(needs=Permission.CORRECT_DECISION)
def turn_down_decision(*, change: DecisionChange, reason: str, by: User, at: dt.datetime) -> DecisionChange:
    """The decision stands as it was signed: withdrawn by who asked, refused by another, with the reason."""
    held = lock_waiting(change, at)
    how = end_unconfirmed(held, reason=reason, by=by, at=at)
    audit.record(f"decision_change.{how.lower()}", held, by=by, at=at, detail={"version": held.version})
    return held


def _of(change: DecisionChange, prefix: str) -> Version:
    """The version that a change asks for ("new_"), or that it replaces ("was_")."""
    return Version(*(getattr(change, f"{prefix}{field.name}") for field in fields(Version)))


# ----- What follows from a version -------------------------------------------------------------------------


def _apply(at_conference: ConferenceChild, new: Version, writer: User, at: dt.datetime) -> None:
    decision = Decision.objects.unscoped("A decision in scope.").get(conference_child=at_conference)
    part = ChildPart.objects.unscoped("A signed part in scope.").get(conference_child=at_conference)
    for field, value in asdict(new).items():
        setattr(part, field, value)
        if field in ("outcome", "category", "reasons"):
            setattr(decision, field, value)
    decision.save(update_fields=["outcome", "category", "reasons"])
    part.save(update_fields=list(asdict(new)))
    ACTS[DecisionOutcome(new.outcome)](at_conference, part, new, writer, at)
    ask_next(part, writer, at)
    check_now()
    check_requests(at_conference.child, teller=writer, at=at)
    refresh(at_conference, met_by=writer, at=at)


def _begins(
    at_conference: ConferenceChild, part: ChildPart, new: Version, writer: User, at: dt.datetime
) -> None:
    """A plan begins, or the one that did has another category from its first day."""
    plan = stands.plan_begun(at_conference)
    held = at_conference.conference.held_date
    if plan is None:
        plan = Plan(child=at_conference.child, begun_at=at_conference, start_date=held)
        plan.episode_id = at_conference.enquiry.episode_id if at_conference.enquiry else None
        _refuse_days(plan, held, None, day_of(at))
        end_running(plan.child_id, held, writer=writer, at=at)
        remove_within(plan.child_id, held, None, writer=writer, at=at)
    plan.initial_category = new.category
    plan.latest_category = plan.latest_category or new.category
    plan.save()
    part.actions.update(plan=plan)
    _set_category(plan, at_conference, new.category)


def _none(
    at_conference: ConferenceChild, part: ChildPart, new: Version, writer: User, at: dt.datetime
) -> None:
    """No plan began: it goes, where nothing was built on it."""
    plan = stands.plan_begun(at_conference)
    if plan is None:
        return
    refuse_all(_hindered("The plan cannot go", built_on(plan)))
    part.actions.update(plan=None)
    held = lock(plan)
    began = held.start_date
    _let_go(held, part.record.booking_id, at)
    try:
        held.delete()
    except ProtectedError:
        raise Refused("The plan cannot go: something else was recorded of it", "outcome") from None
    _in_need_goes_on(at_conference, part, began, writer, at)


def _in_need_goes_on(
    at_conference: ConferenceChild, part: ChildPart, began: dt.date, writer: User, at: dt.datetime
) -> None:
    """A child in need plan that ended by that plan's beginning, and by nothing else, did not end (R28)."""
    versions = list(_changes_to(at_conference).filter(outcome=Outcome.CONFIRMED).order_by("version"))
    by_it = [part.record.signed_at, *(one.closed_at for one in versions)]
    told = Told(versions[-1].why, versions[-1].words)
    take_back_end(at_conference.child, began, [one for one in by_it if one], told, writer=writer, at=at)


def _hindered(what: str, stones: Iterable[Stone]) -> list[Problem]:
    """All that stands in the way, each in a sentence of its own."""
    return [Problem(f"{what}: {stone.words}. {stone.first}", "outcome") for stone in stones]


def _let_go(plan: Plan, meeting: int, at: dt.datetime) -> None:
    """What is over goes on without a plan that was none: reviews that were withdrawn, plans that were found.
    What somebody did with a duty stays with the meeting that began it; ends that were asked for go along.
    """
    RequestedChild.objects.unscoped(OVER).filter(plan=plan).update(plan=None)
    EarlierPlan.objects.unscoped(OVER).filter(plan=plan).update(plan=None)
    duties = Duty.objects.unscoped(OVER).filter(plan=plan, steps__isnull=False)
    ids = set(duties.values_list("pk", flat=True))
    gone = {"closed_at": Coalesce("closed_at", Value(at)), "closed_because": "GONE"}
    Duty.objects.unscoped(OVER).filter(pk__in=ids).update(plan=None, booking=meeting, **gone)
    PlanResumption.objects.unscoped(OVER).filter(plan=plan).delete()
    PlanEnding.objects.unscoped(OVER).filter(plan=plan).delete()


def _continues(
    at_conference: ConferenceChild, part: ChildPart, new: Version, writer: User, at: dt.datetime
) -> None:
    """The plan goes on: one that this decision ended runs again, where no later plan stands."""
    plan = _reviewed(at_conference)
    if plan.end_date == at_conference.conference.held_date:
        refuse_all(_hindered("The plan cannot run again", built_on(plan, after=plan.end_date)))
        _refuse_days(plan, plan.start_date, None, day_of(at))
        remove_within(plan.child_id, plan.end_date, None, writer=writer, at=at)
        plan.end_date, plan.end_reason, plan.step_down = None, "", ""
        plan.save(update_fields=["end_date", "end_reason", "step_down"])
    _set_category(plan, at_conference, new.category)


def _ends(
    at_conference: ConferenceChild, part: ChildPart, new: Version, writer: User, at: dt.datetime
) -> None:
    plan, held = _reviewed(at_conference), at_conference.conference.held_date
    if plan.end_date not in (None, held):
        raise Refused("The plan ended on another day. Correct that first", "outcome")
    _refuse_days(plan, plan.start_date, held, day_of(at))
    given = plan.categories.filter(conference_child=at_conference, from_date__gt=plan.start_date)
    given.delete()
    plan.latest_category = stands.latest_category(plan)
    plan.end_date, plan.end_reason, plan.step_down = held, new.end_reason, new.step_down
    plan.save(update_fields=["end_date", "end_reason", "step_down", "latest_category"])


ACTS = {
    DecisionOutcome.PLAN_BEGINS: _begins,
    DecisionOutcome.NO_PLAN: _none,
    DecisionOutcome.PLAN_CONTINUES: _continues,
    DecisionOutcome.PLAN_ENDS: _ends,
}


def _reviewed(at_conference: ConferenceChild) -> Plan:
    assert at_conference.plan is not None  # A review is of a plan, by constraint.
    return lock(at_conference.plan)


def _refuse_days(plan: Plan, start: dt.date, end: dt.date | None, on: dt.date) -> None:
    found = plan_problems(stands.plan_days(plan, start, end), on, begins="outcome", ends="outcome")
    refuse_all(found[:1])


def _set_category(plan: Plan, at_conference: ConferenceChild, category: str) -> None:
    """The category from the conference on: the decision's, or none of its own where it changes nothing."""
    held = at_conference.conference.held_date
    rows = PlanCategory.objects.unscoped("The categories of a plan in scope.").filter(plan=plan)
    before = rows.filter(from_date__lt=held).order_by("from_date", "pk").last()
    if before is not None and before.category == category:
        rows.filter(conference_child=at_conference).delete()
    else:
        rows.update_or_create(
            conference_child=at_conference,
            defaults={"category": category},
            create_defaults={"plan": plan, "category": category, "from_date": held},
        )
    plan.latest_category = stands.latest_category(plan)
    plan.save(update_fields=["latest_category"])
