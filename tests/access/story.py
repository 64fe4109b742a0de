"""The story of each kind of child, from the request to the core group, for the world of tokens."""

from __future__ import annotations

import datetime as dt
import uuid

import pgtrigger

from conferences.operations.invitations_links import digest_of
from tests import factories as make

# Texts without a list of choices that are codes all the same.
CODES = frozenset(
    [
        "DocumentFile.sha256",
        "ExclusionLetterFile.sha256",
        "Invitation.agency_kind",
        "InvitationLetterFile.sha256",
        "ReportLink.digest",
        "ReportLink.code_digest",
        "ReportLink.draft_page",
        "WithheldText.agency_kind",
        "CoreGroupMember.agency_kind",
        "Duty.owner_role",
        "EnquiryChange.reason",
        "Escalation.to_role",
        "Duty.closed_because",
        "RequestedChild.due_rule",
        "ImportFault.rule",
        "ImportFault.la_child_id",
        "ImportedChild.number",
    ]
)
DAY = dt.timedelta(hours=24)


def asked(child, worker, lead):
    """A request for the child's conference with what was found and consulted, and thinking time."""
    enquiry = make.EnquiryFactory(child=child, started_date=dt.date(2018, 8, 1))
    request = make.RequestFactory(family=child.family, requested_by=worker)
    requested = make.RequestedChildFactory(
        child=child,
        request=request,
        enquiry=enquiry,
        for_agencies_reason="Why",
        for_agencies_by=lead,
        for_agencies_at=dt.datetime(2018, 8, 2, tzinfo=dt.UTC),
    )
    consultation = make.ConsultationFactory(requested_child=requested, state="ASKED")
    first_view = make.ConsultationFirstViewFactory(consultation=consultation, noted_by=lead)
    way = {"way": "NAMED_SUPPORT", "lead_words": "The invented centre", "review_date": dt.date(2018, 9, 3)}
    answer = make.ConsultationAnswerFactory(
        consultation=consultation,
        act=uuid.uuid4(),
        answer="ANOTHER_WAY",
        instead="A child in need plan.",
        told=[["Child", "An invented child"]],
        **way,
    )
    account = consultation.within.accounts.get()
    second = make.SecondOpinionFactory(answer=answer, opinion="AGREE")
    return {
        "request": request,
        "requested": requested,
        "enquiry_change": make.EnquiryChangeFactory(enquiry=enquiry, kind="RESTORED", reason=""),
        "earlier": make.EarlierPlanFactory(requested_child=requested),
        "day_told": make.DayToldFactory(requested_child=requested, child=child, told_by=worker),
        "consultation": consultation,
        "family_consultation": consultation.within,
        "account": account,
        "account_child": account.children.get(),
        "first_view": first_view,
        "answer": answer,
        "condition": make.ConsultationConditionFactory(answer=answer),
        "support_review": make.SupportReviewFactory(answer=answer),
        "tied": make.ConsultationAnswerReasonFactory(answer=answer),
        "dissent": make.ConsultationDissentFactory(consultation=consultation),
        "second": second,
        "second_tied": make.SecondOpinionReasonFactory(second=second),
        "talk": make.SecondOpinionTalkFactory(second=second),
    }


def thought(request, child, chair):
    session = make.ThinkingTimeFactory(request=request, chair=chair)
    entry = make.ThinkingTimeEntryFactory(session=session, child=child, written_by=chair)
    return {
        "thinking_time": session,
        "requirement": make.ThinkingRequirementFactory(
            session=session,
            requested_child=request.children.get(child=child),
            trigger="ASKED",
            raised_by=chair,
        ),
        "thinking_action": make.ThinkingActionFactory(session=session, added_by=chair),
        "waiver": make.ThinkingWaiverFactory(session=session, asked_by=chair, last_date=dt.date(2040, 1, 2)),
        "slot": make.ThinkingSlotFactory(session=session, chair=make.UserFactory(role="CHAIR")),
        "entry": entry,
        "note": make.ReflectiveNoteFactory(session=session, written_by=chair),
    }


def met(request, requested, chair, after):
    """The booking, `after` so many days, and what was recorded of the meeting."""
    begins = dt.datetime(2018, 8, 14, 9, tzinfo=dt.UTC) + after * DAY
    booking = make.BookingFactory(
        request=request, chair=chair, starts_at=begins, ends_at=begins + dt.timedelta(hours=2)
    )
    record = make.MeetingRecordFactory(booking=booking, saved_by=chair)
    part = make.ChildPartFactory(record=record, requested_child=requested, saved_by=chair)
    # What is told of a child's own version is of a signed record, and none is signed here.
    with pgtrigger.ignore():
        own = make.OwnVersionFactory(
            part=part,
            line="An invented line",
            line_by=chair,
            line_at=record.saved_at,
            none_reason="HARM",
            none_words="An invented harm",
            none_by=chair,
        )
    return {
        "own_version": own,
        "booking": booking,
        "move": make.BookingMoveFactory(booking=booking),
        "record": record,
        "attendance": make.AttendanceFactory(record=record),
        "withheld": make.WithheldTextFactory(
            record=record,
            saved_by=chair,
            reason="OTHER",
            reason_words="An invented reason",
            owner_agreed="An invented agreement",
        ),
        "part": part,
        "action": make.PlanActionFactory(part=part),
        "wanted": make.PlanNeedFactory(part=part),
        "next": make.NextDatesFactory(
            part=part,
            core_group_date=dt.date(2040, 1, 5),
            review_date=dt.date(2040, 3, 1),
            late_words="An invented reason for a late day",
            saved_by=chair,
        ),
        "member": make.CoreGroupMemberFactory(part=part),
    }


def excluded(booking, worker):
    """One who is excluded from a part and was told, one who may be excluded, and one who is no more."""
    at = {"put_by": worker, "saved_at": dt.datetime(2018, 8, 10, 9, tzinfo=dt.UTC)}
    return {
        "exclusion": make.excluded(
            booking,
            "PART",
            **at,
            name="Jay Exemplar",
            told_how="LETTER",
            told_date=make.NOON.date(),
            told_by=worker,
            told_at=at["saved_at"],
            gets_letter="YES",
            gets_record="NO",
            outcome_words="An invented right to know",
            outcome_by=booking.chair,
            outcome_at=at["saved_at"],
        ),
        "exclusion_asked": make.ExclusionFactory(
            request=booking.request, **at, name="Kay Exemplar", extent="PART", part="An invented part"
        ),
        "exclusion_lifted": make.excluded(
            booking,
            **at,
            name="May Exemplar",
            told_how="TELEPHONE",
            told_date=make.NOON.date(),
            told_by=worker,
            told_at=at["saved_at"],
            lift_reason="OTHER",
            lift_words="An invented reason",
            lifted_by=worker,
            lifted_at=at["saved_at"],
        ),
    }


def told_twice(child):
    """Another record that may be of the child, held by the same team, and one that was joined into it."""
    other = make.ChildFactory(family=None)
    make.AllocationFactory(child=other, team=child.allocations.get(end_date=None).team)
    pair = make.ChildPairFactory(one=child, other=other)
    return {
        "pair": pair,
        "pair_answer": make.PairAnswerFactory(pair=pair),
        "record_join": make.RecordJoinFactory(kept=child),
    }


def prepared(told, worker):
    """What went before the conference: talks with the carer and the child, tried in vain, and taken back."""
    at = {"told_by": worker, "told_at": dt.datetime(2018, 8, 10, 9, tzinfo=dt.UTC)}
    day = {"contact_date": dt.date(2018, 8, 7)}
    back = {"back_words": "An invented reason", "taken_back_by": worker, "taken_back_at": at["told_at"]}
    with_child = {"request": told["request"], "invitation": None, "asked": told["requested"]}
    heard = {"asked": told["requested"], "gathered_date": dt.date(2018, 8, 7), **at}
    none = {"words": "", "way": "", "aloud": "", "none_why": "OTHER", "none_words": "An invented reason"}
    return {
        "contact": make.FamilyContactFactory(
            invitation=told["invitation"],
            **at,
            **day,
            minutes=20,
            words="Invented words of a talk",
            wants="An invented wish",
            seating="An invented seat",
            breaks="An invented break",
            arrival="An invented door",
            supporter="Friend Exemplar",
            supporter_kind="FRIEND",
            family_plan="OFFERED",
            family_plan_date=dt.date(2018, 8, 6),
        ),
        "contact_child": make.FamilyContactFactory(**with_child, **at, **day, outcome="FAILED"),
        "contact_back": make.FamilyContactFactory(invitation=told["invitation"], **at, **day, **back),
        "views": make.ViewsBeforeFactory(**heard),
        "views_none": make.ViewsBeforeFactory(**heard, **none, **back),
        "views_back": make.ViewsBeforeFactory(**heard, **back),
    }


def tell(child, people, plan, carer, after):
    """Everything of one child's story, by name."""
    worker, chair = people["SOCIAL_WORKER"], people["CHAIR"]
    told = asked(child, worker, people["STRATEGIC_LEAD"])
    told |= thought(told["request"], child, chair)
    told |= met(told["request"], told["requested"], chair, after)
    told["letter"] = make.LetterFactory(record=told["record"], person=carer, made_by=chair)
    told["document"] = make.DocumentFactory(record=told["record"], person=carer, made_by=chair)
    told["invitation"] = make.InvitationFactory(
        request=told["request"],
        person=carer,
        name=carer.full_name,
        role="Carer",
        agency_kind="",
        is_report_asked=False,
        needs=["OTHER"],
        needs_words="An invented need",
        put_on_by=worker,
    )
    told["invited"] = make.InvitationFactory(
        request=told["request"],
        put_on_by=worker,
        told_at=dt.datetime(2018, 8, 10, 9, tzinfo=dt.UTC),
        channel="LETTER",
        invited_date=dt.date(2018, 8, 6),
        reply="COMING",
        received_date=dt.date(2018, 8, 8),
        shared_date=dt.date(2018, 8, 9),
        shared_way="READ",
        shared_by="An invented nurse",
        shared_language="An invented language",
        shared_how="Read through together at home",
    )
    told["invitation_letter"] = make.InvitationLetterFactory(invitation=told["invited"], made_by=worker)
    given = make.AgencyReportFactory(
        link__invitation=told["invited"],
        link__made_by=worker,
        link__digest=digest_of(f"link-{told['request'].pk}"),
        score=4,
        score_why="An invented score",
    )
    told["agency_report"] = given
    told["none_comes"] = make.InvitationFactory(
        request=told["request"],
        name="Doctor Exemplar",
        agency_kind="GENERAL_PRACTICE",
        put_on_by=worker,
        none_why="An invented reason",
    )
    told["never_shown"] = make.InvitationFactory(
        request=told["request"],
        name="Officer Exemplar",
        agency_kind="POLICE",
        put_on_by=worker,
        told_at=dt.datetime(2018, 8, 10, 9, tzinfo=dt.UTC),
        received_date=dt.date(2018, 8, 8),
        shared_way="NEVER",
        unshared_why="An invented reason",
    )
    told["chase"] = make.ReportChaseFactory(
        invitation=told["invited"], whom="Manager Exemplar", words="Invented words", told_by=worker
    )
    told["showing"] = make.ReportShowingFactory(
        invitation=told["invited"],
        reader=told["invitation"],
        shown_date=dt.date(2018, 8, 9),
        shown_by="An invented worker",
        language="Another invented language",
        words="More invented words",
        told_by=worker,
        told_at=dt.datetime(2018, 8, 10, 9, tzinfo=dt.UTC),
    )
    told["going_on"] = make.QuorumChoiceFactory(booking=told["booking"])
    told["invited_no_more"] = make.InvitationFactory(
        request=told["request"],
        name="Nurse Exemplar",
        agency_kind="SCHOOL_NURSING",
        put_on_by=worker,
        off_reason="OTHER",
        off_words="An invented reason",
        off_by=worker,
        off_at=dt.datetime(2018, 8, 10, 9, tzinfo=dt.UTC),
    )
    told |= excluded(told["booking"], worker)
    told |= prepared(told, worker)
    told["fit"] = make.RequestFitFactory(request=told["request"], told_by=worker)
    told["busy"] = make.BusyTimeFactory(request=told["request"], told_by=worker)
    told["exclusion_letter"] = make.ExclusionLetterFactory(exclusion=told["exclusion"], made_by=worker)
    told["follow_up"] = make.FollowUpFactory(plan=plan, recorded_by=worker)
    told["support"] = make.SupportTriedFactory(child=child, recorded_by=worker)
    told["support_declined"] = make.SupportTriedFactory(
        child=child,
        kind="SERVICE",
        name="Invented Steps",
        uptake="DECLINED",
        why_not="OTHER",
        why_words="An invented reason",
        recorded_by=worker,
    )
    told["look_up"] = make.LookUpFactory(
        plan=None,
        answer=told["answer"],
        since_date=dt.date(2018, 4, 9),
        due_date=dt.date(2018, 7, 9),
        looked_at=dt.datetime(2018, 7, 9, 9, tzinfo=dt.UTC),
    )
    told["life_event"] = make.LifeEventFactory(child=child, recorded_by=worker)
    told["plan_ending"] = make.PlanEndingFactory(
        plan=plan, event=told["life_event"], asked_by=worker, last_date=dt.date(2040, 1, 2)
    )
    told["plan_ended"] = make.PlanEndingFactory(
        plan=plan,
        event=told["life_event"],
        asked_by=worker,
        outcome="CONFIRMED",
        closed_by=make.UserFactory(role="STRATEGIC_LEAD"),
        closed_at=make.NOON,
    )
    told["plan_resumption"] = make.PlanResumptionFactory(
        plan=plan, ending=told["plan_ended"], asked_by=worker, last_date=dt.date(2040, 1, 2)
    )
    told["core_group"] = make.CoreGroupFactory(
        plan=plan, held_date=plan.start_date + 11 * DAY, recorded_by=worker
    )
    told["duty"] = make.DutyFactory(child=child, owner=chair)
    told["escalation"] = make.EscalationFactory(duty=told["duty"], acknowledged_by=chair)
    told["step"] = make.DutyStepFactory(duty=told["duty"])
    told["taken_on"] = make.TakenOnFactory(
        child=child, reason="Taken on in the story", taken_on_by=make.UserFactory(role="TEAM_MANAGER")
    )
    told |= told_twice(child)
    told["plan"] = plan
    return told
