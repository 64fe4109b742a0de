"""What happens in random lives, a row at a time at the database's level: dates moved, meetings booked and
cancelled, records signed, plans ended, discussions corrected, limits and holidays changed.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.db.models import Count, Q

from conferences import models as story
from conferences.operations import (
    corrections_child,
    corrections_conferences,
    pairs,
    pairs_join,
    pairs_undo,
)
from conferences.operations.corrections import Change
from conferences.rules.life_events import ENDS, LifeKind
from safeguarding.clock import day_of
from safeguarding.models import Allocation, Child, PolicySetting
from safeguarding.refusals import Refused
from safeguarding.workingdays import add_days
from tests import factories as make
from tests.queries.clocks_ledger import LOCAL
from tests.queries.clocks_world import NoRow, World, save

OPEN = ["REQUESTED", "BOOKED"]
KINDS = (
    ("INITIAL", "enquiry", "started_date", story.Enquiry),
    ("TRANSFER_IN", "transfer_in", "notified_date", story.TransferIn),
    ("REVIEW", "plan", "start_date", story.Plan),
)


# What is no record in error, by the field that leans on it.
STANDS: dict[str, dict[str, Any]] = {"enquiry": {"voided_at": None}, "transfer_in": {"in_error": False}}


def life(seed: int) -> World:
    """A world with up to three children of whom much has happened already."""
    world = World(seed)
    for _ in range(world.random.randint(1, 3)):
        add_child(world)
    for chosen in STORY:
        if world.random.random() < 0.85:
            world.is_taken(chosen)
    return world


# ----- Children, and what the council sets -----------------------------------------------------------------


def add_child(world: World) -> None:
    born = {} if world.random.random() < 0.3 else {"unborn": True, "expected_birth_date": world.day()}
    child = make.ChildFactory(family=world.family, **born)
    make.AllocationFactory(child=child, team=world.team, worker=world.workers[0])


def be_born(world: World) -> None:
    child = world.any(Child, birth_date=None)
    plan = child.plans.order_by("pk").last()
    born = world.day(plan.start_date if plan else None, 90)
    save(child, birth_date=born, expected_birth_date=None, sex="F")


def die(world: World) -> None:
    """At any time, though a plan runs, a meeting lies ahead or an enquiry waits."""
    child = world.any(Child, death_date=None)
    save(child, death_date=world.day(child.birth_date))


def part(world: World) -> None:
    """A child leaves a request that others stay in: what was asked for it is withdrawn."""
    asked = story.RequestedChild.objects.unscoped("test").filter(request__state__in=OPEN)
    shared = asked.values("request").annotate(n=Count("pk")).filter(n__gt=1).values("request")
    if not shared:
        join(world)
    request = world.any(story.Request, Q(pk__in=shared), state__in=OPEN)
    one = world.random.choice(list(request.children.order_by("pk")))
    at = world.moment(world.day())
    ended = {"withdrawn_at": at, "withdrawn_by": world.lead, "withdrawn_reason": "Over"}
    same = {"requested_by": request.requested_by, "requested_at": request.requested_at}
    alone = make.RequestFactory(family=world.family, state="WITHDRAWN", parted_from=request, **same, **ended)
    save(one, request=alone)
    close(alone)


def join(world: World) -> None:
    """A child comes into a request that is open: one of the family, or a sibling found since."""
    request = world.any(story.Request, state__in=OPEN)
    if world.maybe():
        add_child(world)
        child = Child.objects.unscoped("test").order_by("pk").last()
        make.EnquiryFactory(child=child, started_date=world.day(), conference_need="UNDECIDED")
    for _ in range(9):
        try:
            kind, field, _, one = standing(world)
        except NoRow:
            continue
        if not request.children.filter(child=one.child).exists():
            about = {"enquiry": None, "kind": kind, field: one, "child": one.child, "due_date": world.day()}
            came = world.moment(world.day(day_of(request.requested_at), 60))
            make.RequestedChildFactory(request=request, history_checked_at=came, **about)
            return
    raise NoRow


def join_records(world: World) -> None:
    """Two records turn out to be of one child; now and then they were of two after all."""
    known = list(Child.objects.unscoped("test").filter(joined_into=None).order_by("pk"))
    if len(known) < 2:
        raise NoRow
    kept, gone = world.random.sample(known, 2)
    at = world.moment(add_days(world.began, 900))
    try:
        pair = pairs.name_pair(child=kept, other=gone, by=world.support, at=at)
        done = pairs_join.join_records(pair=pair, kept=kept, reason="One child", by=world.support, at=at)
        if world.random.random() < 0.3:
            pairs_undo.undo_join(join=done, reason="Two children", by=world.support, at=at)
    except Refused:
        raise NoRow from None


def correct_child(world: World) -> None:
    """A birth or a death was on another day, or there was no death: as the manager corrects it."""
    child = world.any(Child, birth_date__isnull=False)
    was = child.death_date
    fact = {"birth_date": add_days(child.birth_date, world.random.randint(-30, 30))}
    if was and world.maybe():
        fact = {"death_date": None if world.maybe() else add_days(was, world.random.randint(-9, 9))}
    at = world.moment(add_days(world.began, 900))
    try:
        corrections_child.correct_child(row=child, change=Change(fact, "TYPED", ""), by=world.manager, at=at)
    except Refused:
        raise NoRow from None


def end_without_review(world: World) -> None:
    """A second person confirmed that the plan ends: by a death, a move, an order."""
    plan = world.any(story.Plan, end_date=None)
    reason = world.random.choice(["DIED", "MOVED", "LOOKED_AFTER", "OTHER_ORDER", "EIGHTEEN", "LEFT_UK"])
    save(plan, end_date=world.day(add_days(plan.start_date, 1), 400), end_reason=reason)


def happen(world: World) -> None:
    """Something is recorded that ends a plan: a move, with the other authority's conference or none yet."""
    plan = world.any(story.Plan, **(open_now() if world.maybe() else {}))
    kind = world.random.choice(["MOVED_AWAY", "MOVED_AWAY", "LOOKED_AFTER", "OTHER_ORDER", "LEFT_UK"])
    day = world.day(plan.start_date, 300)
    away = {"authority": "383", "authority_name": "Leeds"} if kind == "MOVED_AWAY" else {}
    if away and world.maybe():
        away["conference_date"] = world.day(day)
    make.LifeEventFactory(child=plan.child, kind=kind, day=day, **away)


def ask_that_it_ends(world: World) -> None:
    """Before a second person answers, and now and then they do at once."""
    plan = world.any(story.Plan, child__life_events__in_error=False, **open_now())
    event = world.random.choice(list(plan.child.life_events.filter(in_error=False, kind__in=ENDS)))
    ends = world.day(max(event.day, add_days(plan.start_date, 1)))
    make.PlanEndingFactory(plan=plan, event=event, end_date=ends, end_reason=ENDS[LifeKind(event.kind)])
    if world.maybe():
        answer_the_end(world)


def open_now() -> dict[str, object]:
    """Plans of our own that run."""
    return {"end_date": None, "held_for_other_authority": False}


def answer_the_end(world: World) -> None:
    """Confirmed, refused, withdrawn, or nobody answered."""
    ending = world.any(story.PlanEnding, closed_at=None)
    outcome = world.random.choice(["CONFIRMED", "CONFIRMED", "REFUSED", "WITHDRAWN", "LAPSED"])
    at = world.moment(world.day(ending.end_date))
    by = ending.asked_by if outcome == "WITHDRAWN" else world.lead
    closed = {"closed_by": by, "closed_reason": "So." if outcome != "CONFIRMED" else ""}
    save(ending, outcome=outcome, closed_at=at, **closed)
    if outcome == "CONFIRMED":
        save(ending.plan, end_date=ending.end_date, end_reason=ending.end_reason)


def was_none(world: World) -> None:
    save(world.any(story.LifeEvent, in_error=False), in_error=True)


def grow_up(world: World) -> None:
    """The child is one who turns 18 in the half year; now and then one born on 29 February."""
    child = world.any(Child, birth_date__isnull=False, death_date=None)
    day = world.day()
    born = day.replace(year=day.year - 18, day=min(day.day, 28))
    save(child, birth_date=dt.date(2000, 2, 29) if world.random.random() < 0.2 else born)


def reallocate(world: World) -> None:
    present = world.any(Allocation, end_date=None)
    save(present, end_date=world.day(present.start_date))
    if world.maybe():
        worker = world.random.choice([*world.workers, None])
        make.AllocationFactory(child=present.child, team=world.team, worker=worker)


def set_limit(world: World) -> None:
    key, value = world.random.choice(sorted(set(LOCAL.values()))), world.random.randint(1, 9)
    PolicySetting.objects.filter(key=key, effective_date=(day := world.day())).delete()
    make.PolicySettingFactory(key=key, value=str(value), effective_date=day, set_by=world.lead)


def add_holiday(world: World) -> None:
    world.calendar = replace(world.calendar, holidays=world.calendar.holidays | {world.day()})


# ----- Enquiries and arrivals ------------------------------------------------------------------------------


def start_enquiry(world: World) -> None:
    child, start = world.any(Child), world.day()
    enquiry = make.EnquiryFactory(child=child, started_date=start, conference_need="UNDECIDED")
    for _ in range(world.random.randint(0, 2)):
        day = world.day(start, 10)
        make.StrategyDiscussionFactory(enquiry=enquiry, held_date=day, started_enquiry=False)


def decide_need(world: World) -> None:
    """As a file tells it: no outcome is known."""
    need = world.random.choice(story.ConferenceNeed.values)
    save(world.any(story.Enquiry, outcome=""), conference_need=need)


def end_enquiry(world: World) -> None:
    """An outcome with its day, told once or otherwise."""
    one = world.any(story.Enquiry)
    outcome = world.random.choice(["CONFERENCE", "SERVICES", "NO_ACTION"])
    need = "NEEDED" if outcome == "CONFERENCE" else "NOT_NEEDED"
    day = world.day(one.started_date, 30)
    save(one, outcome=outcome, outcome_date=day, conference_need=need)


def void_enquiry(world: World) -> None:
    """One that nothing stands on, which a withdrawn request does not."""
    one = world.any(story.Enquiry, voided_at=None, conferences=None)
    if one.requested.exclude(request__state="WITHDRAWN").exists():
        raise NoRow
    at = world.moment(world.day())
    save(one, voided_at=at, voided_by=world.lead, voided_reason="TWICE", voided_words="There already.")


def restore_enquiry(world: World) -> None:
    one = world.any(story.Enquiry, voided_at__isnull=False)
    save(one, voided_at=None, voided_by=None, voided_reason="", voided_words="")


def discuss_further(world: World) -> None:
    """On a day before or after the one that started it; now and then it decides anew."""
    one = world.any(story.Enquiry)
    day = add_days(one.started_date, world.random.randint(-9, 20))
    make.StrategyDiscussionFactory(enquiry=one, held_date=day, started_enquiry=False)


def correct_discussion(world: World) -> None:
    started = world.any(story.StrategyDiscussion, started_enquiry=True)
    day = add_days(started.held_date, world.random.randint(-9, 9))
    save(started, held_date=day)
    save(started.enquiry, started_date=day)


def mark_another_discussion(world: World) -> None:
    other = world.any(story.StrategyDiscussion, started_enquiry=False)
    save(other.enquiry.discussions.get(started_enquiry=True), started_enquiry=False)
    save(other, started_enquiry=True)
    save(other.enquiry, started_date=other.held_date)


def tell_of_move(world: World) -> None:
    make.TransferInFactory(child=world.any(Child), notified_date=world.day())


def correct_move(world: World) -> None:
    save(world.any(story.TransferIn), notified_date=world.day())


# ----- Conferences, plans, core groups ---------------------------------------------------------------------


def confer(world: World) -> None:
    """An initial or a transfer-in conference that was held with no request of ours."""
    if world.maybe():
        stands = world.any(story.Enquiry, voided_at=None)
        linked = {"kind": "INITIAL", "enquiry": stands if world.maybe() else None}
        day = add_days(stands.started_date, world.random.randint(-3, 30))
    else:
        stands = world.any(story.TransferIn, in_error=False)
        linked = {"kind": "TRANSFER_IN", "transfer_in": stands}
        day = add_days(stands.notified_date, world.random.randint(-3, 30))
    make.ConferenceChildFactory(child=stands.child, held_date=day, **linked)


def correct_conference(world: World) -> None:
    meeting = world.any(story.Conference)
    save(meeting, held_date=add_days(meeting.held_date, world.random.randint(-5, 5)))


def begin_plan(world: World) -> None:
    """From a conference that was held, or from nothing that is known here."""
    if world.random.random() < 0.7:
        which = {"kind__in": ["INITIAL", "TRANSFER_IN"], "part__isnull": world.maybe()}
        at = world.any(story.ConferenceChild, plan_begun=None, **which)
        make.PlanFactory(child=at.child, start_date=at.conference.held_date, begun_at=at)
        return
    others = world.random.random() < 0.3
    make.PlanFactory(child=world.any(Child), start_date=world.day(), held_for_other_authority=others)


def begun_here(world: World) -> dict[str, object]:
    """Now and then only plans that a record here began, which are few."""
    return {"begun_at__part__isnull": False} if world.maybe() else {}


def end_plan(world: World) -> None:
    plan = world.any(story.Plan, **begun_here(world))
    if plan.end_date or world.maybe():
        save(plan, end_date=world.day(add_days(plan.start_date, 1), 400), end_reason="DIED")
        return
    last = world.any(story.Conference, children__plan=plan)
    save(plan, end_date=last.held_date, end_reason="RISK_REDUCED")


def review(world: World) -> None:
    """Early, late, on the last day, on the day the plan began, on the day of its end."""
    plan = world.any(story.Plan)
    last = max([plan.start_date, *plan.reviews.values_list("conference__held_date", flat=True)])
    gap = world.random.choice([0, 20, 89, 90, 91, 92, 182, 183, 184, 200])
    day = plan.end_date if plan.end_date and world.maybe() else add_days(last, gap)
    make.ReviewFactory(plan=plan, held_date=world.noted(day))


def hold_core_group(world: World) -> None:
    plan = world.any(story.Plan, **begun_here(world))
    make.CoreGroupFactory(plan=plan, held_date=world.day(add_days(plan.start_date, 1), 100))


def end_at_review(world: World) -> None:
    """The record of a review, signed here, ends the plan; now and then the child has died since."""
    plan = world.any(story.Plan, end_date=None, begun_at=None, core_groups=None)
    day = world.day(add_days(plan.start_date, 1), 300)
    at = make.ReviewFactory(plan=plan, held_date=day)
    asked = make.RequestedChildFactory(child=plan.child, kind="REVIEW", enquiry=None, plan=plan)
    save(plan, end_date=day, end_reason="RISK_REDUCED")
    signed = {"state": "SIGNED", "signed_by": world.chairs[0], "signed_at": world.moment(day)}
    # By its day, of three one waits to be written about, of one the letters went, and of one none goes.
    over = signed["signed_at"] + dt.timedelta(days=2)
    went = ({}, {"closing_date": add_days(day, 3)}, {"closing_gone_at": over})
    told = went[day.toordinal() % len(went)]
    record = make.MeetingRecordFactory(booking__request=asked.request, **signed, **told)
    ends = {"outcome": "PLAN_ENDS", "end_reason": "RISK_REDUCED"}
    make.ChildPartFactory(record=record, requested_child=asked, conference_child=at, **ends)
    if world.random.random() < 0.3:
        save(plan.child, death_date=world.day(day, 200))


def follow_up(world: World) -> None:
    plan = world.any(story.Plan, end_reason="RISK_REDUCED")
    which = world.random.choice(["FIRST", "SECOND", "THIRD"])
    make.FollowUpFactory(plan=plan, which=which, held_date=world.day(add_days(plan.end_date, 1), 300))


def say_in_error(world: World) -> None:
    """A core group, a follow-up or an arrival was in error, or was none after all."""
    model = world.random.choice((story.CoreGroup, story.FollowUp, story.TransferIn))
    row = world.any(model, **({"conferences": None} if model is story.TransferIn else {}))
    if model is story.TransferIn and row.requested.exclude(request__state="WITHDRAWN").exists():
        raise NoRow
    save(row, in_error=not row.in_error)


def correct_core_group(world: World) -> None:
    group = world.any(story.CoreGroup)
    save(group, held_date=world.day(add_days(group.plan.start_date, 1), 100))


# ----- Corrections, as people make them --------------------------------------------------------------------


def correct_facts(world: World) -> None:
    """A conference's day with its plans, an ended plan, a later category: as the lead corrects them."""
    for _ in range(8):
        if _is_corrected(world):
            return
    raise NoRow


def _is_corrected(world: World) -> bool:
    act, model, day = world.random.choice(
        (
            (corrections_conferences.correct_conference, story.Conference, "held_date"),
            (corrections_conferences.correct_plan, story.Plan, "end_date"),
            (corrections_conferences.correct_category, story.PlanCategory, "from_date"),
        )
    )
    rows = [row for row in model.objects.unscoped("test").order_by("pk") if getattr(row, day)]
    if not rows:
        return False
    row = world.random.choice(rows)
    moved = world.noted(add_days(getattr(row, day), world.random.randint(-6, 6)))
    facts = {
        day: moved,
        "end_reason": world.random.choice(["MOVED", "EIGHTEEN", "RISK_REDUCED"]),
        "category": world.random.choice(["NEG", "PHY", "EMO"]),
    }
    at = world.moment(add_days(world.began, 900))
    try:
        act(row=row, change=Change(facts, "TYPED", ""), by=world.lead, at=at)
    except Refused:
        return False
    return True


# ----- Requests --------------------------------------------------------------------------------------------


def ask(world: World) -> None:
    """A request for one child or two, each for what it may be asked for."""
    stands = [standing(world) for _ in range(world.random.randint(1, 2))]
    kind, field, day, one = stands[0]
    asked_at = world.moment(world.day(add_days(getattr(one, day), -2), 100))
    by = world.random.choice(world.workers)
    request = make.RequestFactory(family=world.family, requested_by=by, requested_at=asked_at)
    for kind, field, _, one in stands:
        about = {"enquiry": None, "kind": kind, field: one, "child": one.child, "due_date": world.day()}
        make.RequestedChildFactory(request=request, **about)


def standing(world: World) -> tuple[str, str, str, Any]:
    """What a conference may be asked for and is not: its kind, its fields, its row."""
    kind, field, day, model = world.random.choice(KINDS)
    one = world.any(model, **STANDS.get(field, {}))
    if one.requested.filter(request__state__in=["REQUESTED", "BOOKED"]).exists():
        raise NoRow
    return kind, field, day, one


def withdraw(world: World) -> None:
    request = world.any(story.Request, state="REQUESTED")
    at = world.moment(world.day())
    save(request, state="WITHDRAWN", withdrawn_at=at, withdrawn_by=world.lead, withdrawn_reason="Over")
    close(request)


def close(request: Any) -> None:
    waiting = story.Consultation.objects.unscoped("test").filter(requested_child__request=request)
    waiting.filter(state__in=["RAISED", "ASKED", "MORE_INFORMATION"]).update(state="CLOSED")


def hold_elsewhere(world: World) -> None:
    """A request that was held by a meeting that is not in our diary."""
    request = world.any(story.Request, state="REQUESTED", bookings=None)
    save(request, state="HELD")
    close(request)


def raise_consultation(world: World) -> None:
    about = world.any(story.RequestedChild, consultation=None, request__state__in=["REQUESTED", "BOOKED"])
    day = world.day()
    make.ConsultationFactory(
        requested_child=about, raised_at=world.moment(day), decide_by_date=world.day(day)
    )


def give_account(world: World) -> None:
    waits = ["RAISED", "ASKED", "MORE_INFORMATION"]
    one = world.any(story.Consultation, state__in=waits, requested_child__isnull=False)
    last = one.answers.last()
    at = last.answered_at + dt.timedelta(hours=world.random.randint(1, 90)) if last else None
    words = {"why_now": "It came back.", "what_is_different": "Nothing."}
    by = one.requested_child.request.requested_by
    save(one, state="ASKED", asked_by=by, asked_at=at or world.moment(world.day()), **words)


def answer(world: World) -> None:
    one = world.any(story.Consultation, state="ASKED")
    given = world.random.choice(["AGREE", "ANOTHER_WAY", "MORE_INFORMATION", "MORE_INFORMATION"])
    at = one.asked_at + dt.timedelta(hours=world.random.randint(1, 90))
    wanted = world.day(at.date()) if given == "MORE_INFORMATION" and world.maybe() else None
    words = {} if given == "AGREE" else {"instead": "This."}
    if given == "ANOTHER_WAY" and world.random.random() < 0.8:
        words |= another_way(world, at)
    make.ConsultationAnswerFactory(
        consultation=one,
        answer=given,
        answered_at=at,
        answered_by=world.lead,
        wanted_by_date=wanted,
        **words,
    )
    save(one, state="AGREED" if given == "AGREE" else given)


def another_way(world: World, at: dt.datetime) -> dict[str, Any]:
    """Led by somebody here or outside, and reviewed on a day."""
    lead = {"lead": world.random.choice(world.workers)} if world.maybe() else {"lead_words": "A school"}
    day = world.day(day_of(at), 90)
    return {"act": uuid.uuid4(), "way": "NAMED_SUPPORT", "review_date": day, **lead}


def decide_anew(world: World) -> None:
    one = world.any(story.Consultation, state__in=["AGREED", "ANOTHER_WAY"], withdrawn_at=None)
    last = one.answers.order_by("pk").last()
    if last.answer == "PARTNER_RIGHT":
        raise NoRow
    at = last.answered_at + dt.timedelta(hours=world.random.randint(1, 900))
    given = world.random.choice(["AGREE", "ANOTHER_WAY"])
    words = {} if given == "AGREE" else {"instead": "That.", **another_way(world, at)}
    replaces = {"supersedes": last, "supersedes_reason": "More is known", "answered_by": world.lead}
    make.ConsultationAnswerFactory(
        consultation=one, answer=given, answered_at=at, account=last.account, **replaces, **words
    )


def use_right(world: World) -> None:
    """A partner agency's, also after the request was withdrawn."""
    one = world.any(story.Consultation, state="ANOTHER_WAY")
    last, asked = one.answers.order_by("pk").last(), one.requested_child
    ended = asked.request.withdrawn_at if asked else None
    at = max(last.answered_at, ended or last.answered_at) + dt.timedelta(hours=world.random.randint(1, 90))
    told = {"agency": make.AgencyFactory(), "agency_person": "The head", "agency_date": day_of(at)}
    replaces = {"supersedes": last, "supersedes_reason": "They want it", "answered_by": world.lead}
    make.ConsultationAnswerFactory(
        consultation=one, answer="PARTNER_RIGHT", answered_at=at, account=last.account, **told, **replaces
    )


def agree_by_hand(world: World) -> None:
    """A conference for a child for whom nobody asked for one yet."""
    child = world.any(Child, family=world.family, requested=None, consultations=None)
    at = world.moment(world.day())
    worker = world.random.choice(world.workers)
    within = make.FamilyConsultationFactory(family=world.family, raised_by=worker, raised_at=at)
    raised = {"within": within, "child": child, "requested_child": None, "cause": "BY_HAND", "raised_at": at}
    one = make.ConsultationFactory(**raised, state="ASKED", asked_by=worker, asked_at=at)
    later = at + dt.timedelta(hours=world.random.randint(1, 90))
    make.ConsultationAnswerFactory(consultation=one, answered_at=later, answered_by=world.lead)


def carry(world: World) -> None:
    """What was agreed after its request had ended, by another request for the child."""
    ended = Q(requested_child=None) | Q(requested_child__request__state="WITHDRAWN")
    one = world.any(story.Consultation, ended, state="AGREED")
    other = world.any(story.RequestedChild, child=one.child_id, consultation=None)
    save(one, requested_child=other)


def take_back(world: World) -> None:
    one = world.any(story.Consultation, state="AGREED", withdrawn_at=None)
    at = world.moment(world.day(day_of(one.answers.order_by("pk").last().answered_at)))
    save(one, withdrawn_by=world.lead, withdrawn_at=at, withdrawn_reason="It is not needed.")


def set_condition(world: World) -> None:
    """One, or two for one day, of one person or of two."""
    answer = world.any(story.ConsultationAnswer, answer__in=["AGREE", "ANOTHER_WAY"])
    due = world.day(day_of(answer.answered_at))
    for _ in range(world.random.randint(1, 2)):
        owner = {"owner": world.random.choice(world.workers)}
        if world.random.random() < 0.3:
            owner = {"owner": None, "owner_words": "The invented school"}
        make.ConsultationConditionFactory(answer=answer, due_date=due, **owner)


def close_condition(world: World) -> None:
    one = world.any(story.ConsultationCondition, closed_at=None)
    day = world.day(day_of(one.answer.answered_at))
    facts = {"met_date": day} if world.maybe() else {"withdrawn_reason": "It is not needed."}
    save(one, **facts, closed_by=world.lead, closed_at=world.moment(day))


def review_support(world: World) -> None:
    answer = world.any(story.ConsultationAnswer, ~Q(way=""))
    last = answer.reviews.order_by("pk").last()
    if last and last.outcome != "GOES_ON":
        raise NoRow
    held = world.day(add_days(last.held_date, 1) if last else day_of(answer.answered_at), 90)
    found = {"outcome": "GOES_ON", "next_review_date": world.day(add_days(held, 1), 90)}
    if world.random.random() < 0.4:
        found = {"outcome": world.random.choice(["ENOUGH", "FAILED"])}
    make.SupportReviewFactory(answer=answer, held_date=held, **found)


def draw_second(world: World) -> None:
    """Now and then of a decision on which nobody can be asked."""
    first = {"answer__in": ["AGREE", "ANOTHER_WAY"], "supersedes": None, "second_opinion": None}
    answer = world.any(story.ConsultationAnswer, **first)
    reader = make.UserFactory(role="MANAGER") if world.random.random() < 0.8 else None
    make.SecondOpinionFactory(answer=answer, reader=reader)


def give_second(world: World) -> None:
    second = world.any(story.SecondOpinion, given_at=None)
    day = world.day(add_days(day_of(second.drawn_at), 1))
    by = second.reader or make.UserFactory(role="MANAGER")
    given = {"opinion": "AGREE", "words": "So.", "knew": False, "reader": by, "given_by": by}
    save(second, **given, given_at=world.moment(day))


def raise_thinking_time(world: World) -> None:
    request, is_required = world.any(story.Request), world.random.random() < 0.8
    trigger = "REPLAN" if is_required else "STUCK"
    at = world.moment(world.day())
    make.ThinkingTimeFactory(request=request, is_required=is_required, trigger=trigger, raised_at=at)


def think(world: World) -> None:
    chair, held = world.random.choice(world.chairs), world.day()
    save(
        world.any(story.ThinkingTime, state="DUE"),
        state="HELD",
        held_date=held,
        recorded_at=world.moment(held),
        chair=chair,
        minutes=45,
    )


def think_anew(world: World) -> None:
    """In place of what another held: by a chair who may be the meeting's, or not."""
    first = world.any(story.ThinkingTime, state="HELD", follows=None)
    chair, held = world.random.choice(world.chairs), world.day()
    if story.ThinkingTime.objects.unscoped("test").filter(follows=first, chair=chair).exists():
        return
    made = {"is_required": False, "raised_at": first.raised_at, "trigger": first.trigger, "minutes": 45}
    make.ThinkingTimeFactory(
        request=first.request, follows=first, chair=chair, state="HELD", held_date=held, **made
    )


def agree_action(world: World) -> None:
    """One, or two for one day, of one person, of two, or of somebody outside."""
    session = world.any(story.ThinkingTime, state="HELD")
    due = world.day(session.held_date)
    for _ in range(world.random.randint(1, 2)):
        owner = {"owner": world.random.choice(world.workers), "owner_words": ""}
        if world.random.random() < 0.3:
            owner = {"owner": None, "owner_words": "The invented school"}
        at = world.moment(session.held_date)
        make.ThinkingActionFactory(
            session=session, due_date=due, added_at=at, added_by=session.chair, **owner
        )


def close_action(world: World) -> None:
    one = world.any(story.ThinkingAction, closed_at=None)
    day = world.day(day_of(one.added_at))
    facts = {"done_date": day} if world.maybe() else {"closed_words": "It is not needed."}
    save(one, **facts, closed_by=world.lead, closed_at=world.moment(day))


# ----- Meetings and what follows them ----------------------------------------------------------------------


def place(world: World) -> dict[str, Any]:
    """A room, a chair and a time."""
    starts = world.moment(world.day())
    chair, room = world.random.choice(world.chairs), world.random.choice(world.rooms)
    return {"starts_at": starts, "ends_at": starts + dt.timedelta(hours=2), "chair": chair, "room": room}


def book(world: World) -> None:
    request = world.any(story.Request, state="REQUESTED")
    at = world.moment(world.day())
    where = place(world)
    make.BookingFactory(request=request, booked_by=world.support, booked_at=at, **where)
    save(request, state="BOOKED")


def enter_held(world: World) -> None:
    """A conference that was held is entered a little later, at times before anybody had asked for it."""
    request, where = world.any(story.Request, state="REQUESTED"), place(world)
    at = world.moment(world.day(day_of(where["starts_at"]), 20)) + dt.timedelta(hours=8)
    why = {"entered_reason": world.random.choice(["DOWN", "URGENT"])}
    make.BookingFactory(request=request, booked_by=world.support, booked_at=at, **where, **why)
    save(request, state="BOOKED")


def move(world: World) -> None:
    """Where it was moved, and not only typed wrongly, its former place is kept."""
    booking = world.any(story.Booking, state="BOOKED", entered_reason="")
    if world.random.random() < 0.7:
        at = world.moment(world.day(day_of(booking.booked_at), 20))
        why = {"reason": "CHAIR", "chair_reason": world.random.choice(["", "ILL"])}
        make.BookingMoveFactory(booking=booking, moved_by=world.support, moved_at=at, **why)
    save(booking, **place(world))


def put_on_list(world: World) -> None:
    """Somebody comes on a request's list, invited some day later or not yet."""
    request = world.any(story.Request)
    at = world.moment(world.day(day_of(request.requested_at), 20))
    name = f"Teacher {story.Invitation.objects.unscoped('test').count()}"
    make.InvitationFactory(request=request, name=name, put_on_by=world.support, put_on_at=at, told_at=at)


def invite(world: World) -> None:
    one = world.any(story.Invitation, off_at=None)
    day = world.day(day_of(one.put_on_at), 20)
    save(one, channel="LETTER", invited_date=day, told_at=max(one.told_at, world.moment(day)))


def reply(world: World) -> None:
    one = world.any(story.Invitation, off_at=None, agency_kind__gt="")
    kind = world.random.choice(["SOCIAL_CARE", "SCHOOL", "POLICE", "SCHOOL_NURSING"])
    save(one, agency_kind=kind, reply=world.random.choice(["COMING", "VIDEO", "REPORT", "DECLINED"]))


def report(world: World) -> None:
    """A report comes, or the agency says that none does; it is shown to the family, or is not to be."""
    one = world.any(story.Invitation, off_at=None)
    if world.random.random() < 0.2:
        save(one, none_why="They do not know the family.", received_date=None, **NOT_SHOWN)
        return
    came = world.day(day_of(one.put_on_at), 20)
    shown: dict[str, Any] = NOT_SHOWN
    if world.maybe():
        shown = NOT_SHOWN | {"shared_date": world.day(came, 5), "shared_way": "READ", "shared_by": "Ann"}
    elif world.maybe():
        shown = NOT_SHOWN | {"shared_way": "NEVER", "unshared_why": "The police ask so."}
    told = max(one.told_at, world.moment(shown["shared_date"] or came))
    save(one, none_why="", received_date=came, told_at=told, **shown)


NOT_SHOWN: dict[str, Any] = {"shared_date": None, "shared_way": "", "shared_by": "", "unshared_why": ""}


def show_report(world: World) -> None:
    """One of the family is shown a report, is not to see it, or did not want to read it."""
    reader = world.any(story.Invitation, off_at=None, agency_kind="", requested_child=None)
    one = world.any(story.Invitation, off_at=None, agency_kind__gt="", request=reader.request_id)
    if story.ReportShowing.every.filter(invitation=one, reader=reader, taken_back_at=None).exists():
        return
    day = world.day(day_of(one.put_on_at), 25)
    is_kept_out = story.Exclusion.every.filter(request=one.request_id, answer="WHOLE").exists()
    way = "NOT_THEIRS" if is_kept_out else world.random.choice(["READ", "READ", "DECLINED", "NOT_THEIRS"])
    make.ReportShowingFactory(
        invitation=one,
        reader=reader,
        way=way,
        words="As a supporter.",
        shown_date=day,
        told_by=world.support,
        told_at=world.moment(day),
    )


def take_showing_back(world: World) -> None:
    one = world.any(story.ReportShowing, taken_back_at=None)
    save(one, taken_back_by=world.support, taken_back_at=one.told_at, taken_back_why="The wrong parent.")


def chase(world: World) -> None:
    one = world.any(story.Invitation, off_at=None, is_report_asked=True)
    day = world.day(day_of(one.put_on_at), 30)
    make.ReportChaseFactory(invitation=one, chased_date=day, told_by=world.support, told_at=world.moment(day))


def take_chase_back(world: World) -> None:
    one = world.any(story.ReportChase, taken_back_at=None)
    save(one, taken_back_by=world.support, taken_back_at=one.told_at)


def go_on(world: World) -> None:
    booking = world.any(story.Booking, entered_reason="")
    at = world.moment(world.day(day_of(booking.booked_at), 30))
    make.QuorumChoiceFactory(booking=booking, told_by=booking.chair, told_at=at)


def take_off_list(world: World) -> None:
    one = world.any(story.Invitation, off_at=None)
    save(one, off_reason="MISTAKE", off_by=world.support, off_at=one.told_at)


def put_family_on_list(world: World) -> None:
    """Somebody of the family comes on a list, by name; now and then it is who was on it before."""
    request = world.any(story.Request)
    at = world.moment(world.day(day_of(request.requested_at), 20))
    name = f"Aunt {world.random.randint(1, 2)}"
    role = {"role": "Aunt", "agency_kind": "", "is_report_asked": False}
    make.InvitationFactory(
        request=request, name=name, put_on_by=world.support, put_on_at=at, told_at=at, **role
    )


def speak(world: World) -> None:
    """With somebody of the family, or with a child."""
    if world.maybe():
        whom = {"invitation": world.any(story.Invitation, off_at=None, agency_kind="")}
    else:
        whom = {"asked": world.any(story.RequestedChild), "invitation": None}
    request = next(one for one in whom.values() if one).request
    day = world.day(day_of(request.requested_at), 30)
    told = {"outcome": world.random.choice(["MET", "DECLINED", "FAILED", "FAILED"])}
    told["maker"] = world.random.choice(["CHAIR", "SUPPORT", "WORKER"])
    make.FamilyContactFactory(
        request=request, contact_date=day, told_by=world.support, told_at=world.moment(day), **whom, **told
    )


def speak_with_all(world: World) -> None:
    """With each of the family on a list, after somebody was put on it, and with each child."""
    meeting = world.any(story.Booking, state="BOOKED")
    request, day = meeting.request, day_of(meeting.starts_at)
    at = world.moment(min(day_of(request.requested_at), day))
    family = {"role": "Uncle", "agency_kind": "", "is_report_asked": False}
    times = {"put_on_by": world.support, "put_on_at": at, "told_at": at}
    make.InvitationFactory(request=request, name=f"Uncle {world.random.random()}", **family, **times)
    listed = story.Invitation.objects.unscoped("test").filter(request=request, off_at=None, agency_kind="")
    whom = [{"invitation": one} for one in listed.filter(requested_child=None)]
    whom += [{"invitation": None, "asked": one} for one in request.children.all()]
    told = {"outcome": "MET", "maker": "CHAIR", "told_by": world.support, "told_at": world.moment(day)}
    for one in whom:
        make.FamilyContactFactory(request=request, contact_date=day, **one, **told)


def take_contact_back(world: World) -> None:
    one = world.any(story.FamilyContact, taken_back_at=None)
    save(one, taken_back_by=world.support, taken_back_at=one.told_at, back_words="Not them")


def ask_to_exclude(world: World) -> None:
    """A chair is asked to exclude somebody, before there is a meeting or after."""
    request = world.any(story.Request)
    at = world.moment(world.day(day_of(request.requested_at), 20))
    name = f"Partner {story.Exclusion.objects.unscoped('test').count()}"
    make.ExclusionFactory(request=request, name=name, put_by=world.support, put_at=at, asked_date=day_of(at))


def decide_exclusion(world: World) -> None:
    one = world.any(story.Exclusion, lifted_at=None, answer="")
    meeting = world.any(story.Booking, request=one.request_id, state="BOOKED")
    at = world.moment(world.day(day_of(one.put_at), 10))
    said = {"decided_by": meeting.chair, "decided_at": at, "reasons": "Safety"}
    if world.random.random() < 0.7:
        said |= {"instead": "WRITTEN", "letter_why": "To speak freely", "teller": "The worker"}
    save(one, answer="WHOLE" if "teller" in said else "NOT", **said)


def exclude_nobody(world: World) -> None:
    """A chair is asked, and answers that nobody is excluded."""
    meeting = world.any(story.Booking, state="BOOKED")
    at = world.moment(day_of(meeting.booked_at))
    put = {"put_by": world.support, "put_at": at, "asked_date": day_of(at)}
    said = {"answer": "NOT", "reasons": "Safe", "decided_by": meeting.chair, "decided_at": at}
    make.ExclusionFactory(request=meeting.request, name="Nobody", **put, **said)


def tell_excluded(world: World) -> None:
    one = world.any(story.Exclusion, lifted_at=None, answer="WHOLE", told_date=None)
    day = world.day(day_of(one.decided_at), 10)
    save(one, told_how="LETTER", told_date=day, told_by=world.support, told_at=world.moment(day))


def lift_exclusion(world: World) -> None:
    one = world.any(story.Exclusion, lifted_at=None)
    decided = bool(one.answer)
    by = world.any(story.Booking, request=one.request_id, state="BOOKED").chair if decided else world.support
    save(one, lift_reason="MISTAKE", lifted_by=by, lifted_at=one.saved_at)


def cancel(world: World) -> None:
    booking = world.any(story.Booking, state="BOOKED")
    at = world.moment(world.day())
    save(booking, state="CANCELLED", cancelled_at=at, cancelled_by=world.support, cancel_reason="NOT_NEEDED")
    save(booking.request, state="REQUESTED")


def end_undecided(world: World) -> None:
    """It was not quorate, adjourned or abandoned: its request waits again."""
    booking = world.any(story.Booking, state="BOOKED")
    at = world.moment(world.day(day_of(booking.starts_at), 3))
    state, reason = world.random.choice(
        [("INQUORATE", "TOO_FEW"), ("ADJOURNED", "TIME"), ("ABANDONED", "SAFETY")]
    )
    why = {"outcome_reason": reason, "outcome_words": "Nan helps.", "outcome_by": booking.chair}
    save(booking, state=state, outcome_at=at, **why)
    save(booking.request, state="REQUESTED")


def draft_record(world: World) -> None:
    booking = world.any(story.Booking, record=None, state="BOOKED")
    make.MeetingRecordFactory(booking=booking, saved_by=booking.chair)


def sign(world: World) -> None:
    """The record is signed: the meeting was held, and each child of it has a part in it."""
    record = world.any(story.MeetingRecord, state="DRAFT", booking__state="BOOKED")
    booking, request = record.booking, record.booking.request
    day = day_of(booking.starts_at)
    conference = make.ConferenceFactory(held_date=day, chair=booking.chair, family=world.family)
    save(booking, state="HELD", conference=conference)
    save(request, state="HELD")
    close(request)
    at = world.moment(world.day(day, 20))
    # Now and then it was signed by a release that owed no child their own version.
    owes = world.random.random() < 0.8
    save(record, state="SIGNED", signed_by=booking.chair, signed_at=at, owes_own=owes)
    put_right(world, record, world.aside.choice(["gone", "", "gone", "met"]))
    for asked in request.children.all():
        part_of(record, asked, conference)
    if owes and record.pk % 3 == 0:
        settle_own(world, record, dies=record.pk % 2 == 0)


TOOK_PART = ("PN1", "", "PN7", "PN4", "PN0")


def part_of(record: Any, asked: Any, conference: Any) -> None:
    stands = {"enquiry": asked.enquiry, "transfer_in": asked.transfer_in, "plan": asked.plan}
    at = make.ConferenceChildFactory(conference=conference, child=asked.child, kind=asked.kind, **stands)
    # From the life alone, for the next number of a table differs from run to run.
    by, how = record.signed_by, TOOK_PART[conference.held_date.toordinal() % len(TOOK_PART)]
    given = {"requested_child": asked, "conference_child": at, "participation": how}
    make.ChildPartFactory(record=record, saved_by=by, **given)


def make_letter(world: World) -> None:
    record = world.any(story.MeetingRecord, state="SIGNED")
    make.LetterFactory(record=record, made_by=world.support)


def send_letter(world: World) -> None:
    letter = world.any(story.Letter, sent_date=None)
    save(letter, sent_date=world.day(), sent_by=world.support)


def put_right(world: World, record: story.MeetingRecord, end: str) -> None:
    """Something of it was put right after it had been sent; then everybody was sent the new version ("met"),
    or nobody was to be ("gone"), or not yet. Chance of its own: the rest of the life goes on as without it.
    """
    since = add_days(day_of(record.signed_at), world.aside.randint(0, 30))
    day = add_days(since, world.aside.randint(0, 20))
    gone = dt.datetime.combine(day, dt.time(23, 30), dt.UTC) if end == "gone" else None
    save(record, again_since=since, again_date=day if end == "met" else None, again_gone_at=gone)


def send_record(world: World) -> None:
    record = world.any(story.MeetingRecord, state="SIGNED", sent_date=None)
    nobody = {"unsent_at": None, "unsent_by": None, "unsent_reason": ""}
    save(record, sent_date=world.day(), sent_by=world.support, **nobody)
    put_right(world, record, "met")


def send_to_nobody(world: World) -> None:
    record = world.any(story.MeetingRecord, state="SIGNED", sent_date=None, unsent_at=None)
    save(
        record, unsent_at=world.moment(world.day()), unsent_by=world.support, unsent_reason="It is not safe."
    )


def give_own(world: World) -> None:
    """A child is given their own version, which nobody said would not be."""
    part = world.any(story.ChildPart, record__state="SIGNED", own_version=None)
    day = world.day(day_of(part.record.signed_at), 20)
    own = {"requested_child": part.requested_child, "agency_kind": "", "agency_name": ""}
    released = {"released_by": part.record.signed_by, "released_at": world.moment(day)}
    sent = {"sent_date": day, "sent_by": world.support, "sent_how": "BY_HAND", "sat_with": "Worker"}
    if story.Document.objects.unscoped("test").filter(requested_child=part.requested_child_id).exists():
        raise NoRow
    make.copy_made(
        record=part.record, made_by=world.support, made_at=world.moment(day), **own, **released, **sent
    )


def give_no_own(world: World) -> None:
    part = world.any(story.ChildPart, record__state="SIGNED", own_version=None)
    if story.Document.objects.unscoped("test").filter(requested_child=part.requested_child_id).exists():
        raise NoRow
    day = world.day(day_of(part.record.signed_at), 20)
    make.OwnVersionFactory(part=part, none_by=world.support, none_at=world.moment(day))


def settle_own(world: World, record: Any, *, dies: bool) -> None:
    """Each child of a record that owes them their own version is given none, or died."""
    for part in story.ChildPart.objects.unscoped("test").filter(record=record, own_version=None):
        child = part.requested_child.child
        save(child, birth_date=add_days(day_of(record.booking.starts_at), -4000))
        if dies:
            save(child, death_date=day_of(record.signed_at))
        else:
            make.OwnVersionFactory(part=part, none_by=world.support, none_at=record.signed_at)


def take_no_own_back(world: World) -> None:
    one = world.any(story.OwnVersion, none_at__isnull=False)
    save(one, none_reason="", none_by=None, none_at=None)


STEPS: tuple[Callable[[World], object], ...] = (
    be_born,
    die,
    part,
    part,
    join,
    join,
    join_records,
    correct_child,
    end_without_review,
    happen,
    happen,
    ask_that_it_ends,
    answer_the_end,
    was_none,
    grow_up,
    reallocate,
    set_limit,
    add_holiday,
    start_enquiry,
    decide_need,
    end_enquiry,
    void_enquiry,
    restore_enquiry,
    discuss_further,
    correct_discussion,
    mark_another_discussion,
    tell_of_move,
    correct_move,
    confer,
    correct_conference,
    begin_plan,
    end_plan,
    review,
    hold_core_group,
    correct_core_group,
    say_in_error,
    correct_facts,
    end_at_review,
    follow_up,
    ask,
    withdraw,
    hold_elsewhere,
    raise_consultation,
    give_account,
    answer,
    decide_anew,
    use_right,
    agree_by_hand,
    carry,
    take_back,
    set_condition,
    close_condition,
    review_support,
    draw_second,
    give_second,
    raise_thinking_time,
    think,
    think_anew,
    agree_action,
    close_action,
    book,
    enter_held,
    move,
    put_on_list,
    put_on_list,
    invite,
    invite,
    reply,
    reply,
    report,
    report,
    chase,
    take_chase_back,
    show_report,
    show_report,
    show_report,
    take_showing_back,
    go_on,
    take_off_list,
    put_family_on_list,
    speak,
    speak,
    speak_with_all,
    speak_with_all,
    take_contact_back,
    ask_to_exclude,
    ask_to_exclude,
    decide_exclusion,
    tell_excluded,
    lift_exclusion,
    cancel,
    end_undecided,
    draft_record,
    sign,
    make_letter,
    send_letter,
    send_record,
    give_own,
    give_own,
    give_no_own,
    give_no_own,
    take_no_own_back,
    send_to_nobody,
)

# What is there when a life is first looked at; each step may be left out.
STORY: tuple[Callable[[World], object], ...] = (
    *(agree_by_hand, start_enquiry, tell_of_move, ask, ask, raise_consultation, give_account, answer),
    *(
        join,
        part,
        join,
        raise_thinking_time,
        raise_thinking_time,
        book,
        cancel,
        book,
        end_undecided,
        enter_held,
        book,
        draft_record,
        think,
        sign,
    ),
    *(begin_plan, hold_core_group, hold_core_group, be_born, review, begin_plan, review, begin_plan),
    *(
        ask,
        book,
        end_undecided,
        withdraw,
        ask,
        withdraw,
        ask,
        enter_held,
        make_letter,
        send_letter,
        send_record,
        end_plan,
        start_enquiry,
        confer,
    ),
    *(begin_plan, end_at_review, follow_up, follow_up, follow_up, correct_facts, correct_facts),
    *(happen, happen, ask_that_it_ends, answer_the_end),
    *(set_condition, review_support, close_condition, begin_plan),
    *(withdraw, ask, carry, draft_record, sign, make_letter, send_letter, send_letter),
    *(draw_second, give_second, draw_second),
    *(agree_action, agree_action, close_action, close_action, begin_plan, hold_core_group, hold_core_group),
    *(ask, book, put_on_list, put_on_list, invite, invite, chase, report, exclude_nobody),
    *(put_family_on_list, show_report, show_report),
    *(make_letter, send_letter, send_letter, be_born, review, review),
)
