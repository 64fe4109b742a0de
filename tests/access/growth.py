"""The world of tokens with more of everything behind each page, for counting what it asks the database."""

import datetime as dt

from safeguarding.clock import now
from tests import factories as make
from tests.access.story import tell, told_twice
from tests.access.world import KINDS, World, records_of


def grow(world: World, times: range) -> None:
    """More siblings with a story each, more of what hangs from the first child, more of the council."""
    for n in times:
        _sibling(world, n)
        _of_the_meeting(world, n)
        _of_the_plan(world, n)
        _of_the_council(world, n)


def sign(world: World) -> None:
    """The open child's record is signed, which opens its letters, and a copy of it is made."""
    told = world.stories["OPEN"]
    record = told["record"]
    signed = {"state": "SIGNED", "signed_by": record.booking.chair, "signed_at": record.saved_at}
    make.hold(record.booking)
    type(record).every.filter(pk=record.pk).update(**signed)
    record.parts.update(outcome="PLAN_BEGINS", category="NEG")
    told["copy"] = make.copy_made(record=record, made_by=world.people["BUSINESS_SUPPORT"])


def wait(world: World) -> None:
    """The open child's request waits to be scheduled again."""
    request, booking = world.stories["OPEN"]["request"], world.stories["OPEN"]["booking"]
    type(request).every.filter(pk=request.pk).update(state="REQUESTED")
    cancelled = {"state": "CANCELLED", "cancelled_by": booking.chair, "cancelled_at": booking.booked_at}
    type(booking).every.filter(pk=booking.pk).update(**cancelled, cancel_reason="OTHER")


def end(world: World) -> None:
    """The open child's meeting ended without a decision, and its chair may tell otherwise how."""
    request, booking = world.stories["OPEN"]["request"], world.stories["OPEN"]["booking"]
    type(request).every.filter(pk=request.pk).update(state="REQUESTED")
    ended = {"state": "ABANDONED", "outcome_by": booking.chair, "outcome_at": booking.ends_at}
    type(booking).every.filter(pk=booking.pk).update(
        **ended, outcome_reason="SAFETY", outcome_words="Nan helps."
    )


def refuse(world: World) -> None:
    """The waiver of the open child's thinking time is refused, so that another can be asked for."""
    waiver = world.stories["OPEN"]["waiver"]
    closed = {"closed_by": world.people["MANAGER"], "closed_at": waiver.asked_at, "closed_reason": "No."}
    type(waiver).every.filter(pk=waiver.pk).update(**closed, outcome="REFUSED")


def _sibling(world: World, n: int) -> None:
    told_twice(world.children["OPEN"])
    child = make.ChildFactory(family=world.children["OPEN"].family)
    records_of(child, world.people["SOCIAL_WORKER"].team)
    carer = child.relationships.get().person
    tell(child, world.people, child.plans.get(), carer, len(KINDS) + n)


def _of_the_meeting(world: World, n: int) -> None:
    """Another child of the meeting, with its consultation and its part; another who came; another move."""
    told = world.stories["OPEN"]
    child = make.ChildFactory(family=told["request"].family)
    make.AllocationFactory(child=child, team=world.people["SOCIAL_WORKER"].team)
    asked = make.RequestedChildFactory(child=child, request=told["request"])
    make.EarlierPlanFactory(requested_child=asked)
    make.ConsultationAnswerFactory(consultation=make.ConsultationFactory(requested_child=asked))
    part = make.ChildPartFactory(record=told["record"], requested_child=asked, saved_by=world.people["CHAIR"])
    make.PlanActionFactory(part=part)
    make.PlanActionFactory(part=told["part"])
    make.PlanActionFactory(part=part, need=make.PlanNeedFactory(part=part))
    make.PlanNeedFactory(part=told["part"])
    make.AttendanceFactory(record=told["record"], name=f"Teacher {n}")
    make.excluded(told["booking"], name=f"Uncle {n}")
    make.ExclusionFactory(request=told["request"], name=f"Aunt {n}")
    carer = make.InvitationFactory(
        request=told["request"], name=f"Carer {n}", agency_kind="", is_report_asked=False
    )
    make.FamilyContactFactory(invitation=carer)
    make.ViewsBeforeFactory(asked=asked)
    make.BusyTimeFactory(request=told["request"], who=f"Aunt {n}")
    late = make.InvitationFactory(request=told["request"], name=f"Teacher {n}")
    make.ReportChaseFactory(invitation=late)
    make.ReportShowingFactory(invitation=late, reader=carer)
    make.QuorumChoiceFactory(booking=told["booking"])
    make.WithheldTextFactory(record=told["record"], saved_by=world.people["CHAIR"])
    make.BookingMoveFactory(booking=told["booking"])
    tie = make.RelationshipFactory(child=child)
    made_by = world.people["CHAIR"]
    make.DocumentFactory(record=told["record"], person=tie.person, made_by=made_by)
    make.ThinkingTimeEntryFactory(
        session=told["thinking_time"], child=child, written_by=world.people["CHAIR"]
    )


def _of_the_plan(world: World, n: int) -> None:
    child, plan = world.children["OPEN"], world.stories["OPEN"]["plan"]
    later = dt.date(2018, 7, 1) + dt.timedelta(days=n)
    make.ReviewFactory(plan=plan, held_date=later)
    make.CoreGroupFactory(plan=plan, held_date=later)
    make.ChildNameFactory(child=child)
    make.RelationshipFactory(child=child)
    make.HouseholdMemberFactory(child=child)
    make.DutyFactory(child=child, owner=world.people["CHAIR"])
    make.LifeEventFactory(child=child, day=later)
    make.SupportTriedFactory(child=child, offered_date=later, recorded_at=now(), told_at=now())
    make.PlanEndingFactory(last_date=dt.date(2040, 1, 2))
    ended = {"end_date": dt.date(2000 + n, 9, 1), "end_reason": "RISK_REDUCED"}
    make.PlanFactory(child=child, start_date=dt.date(2000 + n, 2, 1), **ended)
    make.PlanElsewhereFactory(child=child, start_date=dt.date(2000 + n, 1, 5))


def _of_the_council(world: World, n: int) -> None:
    giver, child = world.people["GIVER"], world.children["OPEN"]
    user = make.UserFactory(full_name=f"Sample Person {n}")
    make.BarFactory(user=user, family=child.family)
    make.RestrictedGrantFactory(child=world.children["RESTRICTED"], user=user, granted_by=giver)
    make.PolicySettingFactory(
        key="RESTRICTION_REVIEW_DAYS", value=f"{80 + n}", effective_date=dt.date(2018, n, 1)
    )
    make.ImportedFileFactory(uploaded_by=giver)
    make.ImportFaultFactory(file=make.story.ImportedFile.objects.get(ref=world.extra["file"]), rule="8925")
    make.RoomFactory()
    trial = make.LearningTrialFactory(idea__owner=world.people["STRATEGIC_LEAD"])
    make.LearningReadingFactory(trial=trial)
    make.LearningDecisionFactory(idea=trial.idea)
    make.LearningHeardFactory()
    for owner in world.people.values():
        make.ReadLogFactory(child=make.ChildFactory(family=child.family), user=owner)
        make.DraftFactory(owner=owner, kept_at=now())
