"""One lawful world, planted once: every record that the forbidden states are made from, by name."""

from __future__ import annotations

import datetime as dt
from typing import Any

from safeguarding.models import Child
from tests import factories as make

Ids = dict[str, Any]
D = dt.date


def noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)


def plant() -> Ids:
    """{name: id} of the world's records."""
    world = _people()
    _children(world)
    for part in PARTS:
        part(world)
    return {name: record if isinstance(record, int) else record.pk for name, record in world.items()}


def _people(world: Ids | None = None) -> Ids:
    team = make.TeamFactory()
    return {
        "team": team,
        "chair": make.UserFactory(role="CHAIR"),
        "other_chair": make.UserFactory(role="CHAIR"),
        "lead": make.UserFactory(role="STRATEGIC_LEAD"),
        "worker": make.UserFactory(role="SOCIAL_WORKER", team=team),
        "manager": make.UserFactory(role="TEAM_MANAGER", team=team),
        "support": make.UserFactory(role="BUSINESS_SUPPORT"),
        "admin": make.UserFactory(role="SYSTEM_ADMINISTRATOR"),
        "other_admin": make.UserFactory(role="SYSTEM_ADMINISTRATOR"),
        "family": make.FamilyFactory(),
        "strangers": make.FamilyFactory(),
        "room": make.RoomFactory(),
        "other_room": make.RoomFactory(),
    }


def _children(world: Ids) -> None:
    for name in ("own", "over", "asked", "advised", "booked", "gone", "counted", "moved", "left", "free"):
        world[name] = make.ChildFactory(family=world["family"])
    world["stranger"] = make.ChildFactory(family=world["strangers"])
    world["numbered"] = make.ChildFactory(family=world["family"], nhs_number="9434765919")
    world["unborn"] = make.ChildFactory(family=world["family"], unborn=True)
    world["parent"] = make.PersonFactory(family=world["family"])
    world["tie"] = make.RelationshipFactory(child=world["own"], person=world["parent"])
    world["strange_parent"] = make.PersonFactory(family=world["strangers"])
    for name, start in (("free", D(2018, 4, 9)), ("stranger", D(2018, 4, 10)), ("booked", D(2018, 11, 5))):
        world[f"enquiry_{name}"] = make.EnquiryFactory(child=world[name], started_date=start)


def _request(world: Ids, name: str, child: Child, state: str, **of: Any) -> None:
    request = make.RequestFactory(family=world["family"], requested_by=world["worker"], state=state)
    world[f"request_{name}"] = request
    world[f"requested_{name}"] = make.RequestedChildFactory(request=request, child=child, **of)


def _meeting(world: Ids, name: str, day: dt.date, state: str, chair: str = "chair") -> None:
    """The booking of the request of that name; where it was held its conference and its signed record."""
    begins = dt.datetime.combine(day, dt.time(9), tzinfo=dt.UTC)
    held = {}
    if state == "HELD":
        held["conference"] = world[f"conference_{name}"] = make.ConferenceFactory(
            held_date=day, family=world["family"], chair=world[chair], source="RECORDED"
        )
    booking = world[f"booking_{name}"] = make.BookingFactory(
        request=world[f"request_{name}"],
        room=world["room"],
        chair=world[chair],
        starts_at=begins,
        ends_at=begins + dt.timedelta(hours=2),
        state=state,
        **held,
    )
    signed = {"state": "SIGNED", "signed_by": world[chair], "signed_at": noon(day)} if held else {}
    world[f"record_{name}"] = make.MeetingRecordFactory(booking=booking, saved_by=world[chair], **signed)
    world[f"attendance_{name}"] = make.AttendanceFactory(record=world[f"record_{name}"])
    world[f"withheld_{name}"] = make.WithheldTextFactory(record=world[f"record_{name}"])


def _part(world: Ids, name: str, attended: Any, **decided: Any) -> None:
    world[f"part_{name}"] = make.ChildPartFactory(
        record=world[f"record_{name}"],
        requested_child=world[f"requested_{name}"],
        conference_child=attended,
        reasons="The invented harm." if attended else "",
        **decided,
    )
    world[f"need_{name}"] = make.PlanNeedFactory(part=world[f"part_{name}"], number=1)
    world[f"action_{name}"] = make.PlanActionFactory(part=world[f"part_{name}"])
    world[f"next_{name}"] = make.NextDatesFactory(
        part=world[f"part_{name}"], core_group_date=dt.date(2040, 1, 5), review_date=dt.date(2040, 3, 1)
    )
    world[f"member_{name}"] = make.CoreGroupMemberFactory(part=world[f"part_{name}"])


def _decide(world: Ids, name: str, attended: Any, outcome: str, category: str) -> None:
    world[f"decision_{name}"] = make.DecisionFactory(
        conference_child=attended,
        outcome=outcome,
        category=category,
        decided_by=world["chair"],
        decided_at=noon(attended.conference.held_date),
    )


def _kept_out(world: Ids) -> None:
    """One who is excluded from the booked meeting, known by name alone, a relative who is, one who may be and
    is recorded as there, and one of a meeting that was held.
    """
    booking = world["booking_booked"]
    world["exclusion_booked"] = make.excluded(booking, name="Jay Exemplar")
    letter = world["exclusion_letter"] = make.ExclusionLetterFactory(exclusion=world["exclusion_booked"])
    world["exclusion_file"] = letter.files.get()
    relative = world["kept_out"] = make.RelationshipFactory(child=world["booked"]).person
    world["exclusion_relative"] = make.excluded(booking, person=relative, name=relative.full_name)
    went = {"sent_how": "POST", "sent_date": make.NOON.date(), "sent_at": make.NOON}
    world["exclusion_letter_sent"] = make.ExclusionLetterFactory(
        exclusion=world["exclusion_relative"], sent_by=booking.chair, **went
    )
    on_list = {"agency_kind": "", "is_report_asked": False, "name": "Zoe Exemplar"}
    world["invited_excluded"] = make.InvitationFactory(request=booking.request, **on_list)
    make.excluded(booking, name="Zoe Exemplar")
    world["not_shown"] = make.ReportShowingFactory(
        invitation=make.InvitationFactory(request=booking.request),
        reader=world["invited_excluded"],
        way="NOT_THEIRS",
        words="Excluded from it",
        shown_date=make.NOON.date() + dt.timedelta(days=1),
    )
    world["exclusion_unreached"] = make.excluded(booking, name="Ray Exemplar", way="", way_words="")
    world["exclusion_asked"] = make.ExclusionFactory(request=booking.request, name="Kay Exemplar")
    world["family_came"] = make.AttendanceFactory(
        record=world["record_booked"], name="Kay Exemplar", agency_kind="", is_family=True
    )
    world["exclusion_own"] = make.ExclusionFactory(request=world["request_own"], name="May Exemplar")


def _own(world: Ids) -> None:
    """A child on a plan that began at a recorded conference: the letter is out, a core group met."""
    child, day = world["own"], D(2018, 4, 24)
    enquiry = world["enquiry"] = make.EnquiryFactory(child=child, started_date=D(2018, 4, 9))
    world["discussion"] = enquiry.discussions.get()
    world["further"] = make.StrategyDiscussionFactory(
        enquiry=enquiry, held_date=D(2018, 4, 12), started_enquiry=False
    )
    _request(world, "own", child, "HELD", enquiry=enquiry)
    _meeting(world, "own", day, "HELD")
    attended = world["at_own"] = make.ConferenceChildFactory(
        child=child, conference=world["conference_own"], enquiry=enquiry
    )
    _part(world, "own", attended, outcome="PLAN_BEGINS", category="NEG")
    _decide(world, "own", attended, "PLAN_BEGINS", "NEG")
    plan = world["plan"] = make.PlanFactory(
        child=child, begun_at=attended, start_date=day, latest_category="EMO", source="RECORDED"
    )
    world["category"] = make.PlanCategoryFactory(plan=plan, conference_child=attended)
    world["letter"] = make.LetterFactory(
        record=world["record_own"],
        person=world["parent"],
        sent_date=D(2018, 4, 26),
        sent_by=world["support"],
        made_at=noon(D(2018, 4, 25)),
    )
    world["document"] = make.DocumentFactory(
        record=world["record_own"],
        person=world["parent"],
        made_by=world["support"],
        made_at=noon(D(2018, 4, 25)),
        sent_date=D(2018, 4, 26),
        sent_by=world["support"],
    )
    world["file"] = world["document"].files.get()
    world["copy"] = make.copy_made(
        record=world["record_own"], made_by=world["support"], made_at=noon(D(2018, 4, 25))
    )
    world["own_version"] = make.copy_made(
        record=world["record_own"],
        made_by=world["support"],
        made_at=noon(D(2018, 4, 25)),
        requested_child=world["requested_own"],
        agency_kind="",
        agency_name="",
    )
    world["own_told"] = make.OwnVersionFactory(
        part=world["part_own"], none_reason="", none_by=None, none_at=None
    )
    world["waiting"] = make.copy_made(
        record=world["record_own"],
        made_by=world["support"],
        made_at=noon(D(2018, 4, 25)),
        person=world["parent"],
        agency_kind="",
        agency_name="",
    )
    world["released"] = make.copy_made(
        record=world["record_own"],
        made_by=world["support"],
        made_at=noon(D(2018, 4, 25)),
        agency_name="Nurse Exemplar",
        released_by=world["chair"],
        released_at=noon(D(2018, 4, 25)),
    )
    for name, cautions in (("doubtful", ["CHILD"]), ("hiding", ["ADDRESS", "HIDDEN"])):
        world[name] = make.copy_made(
            record=world["record_own"],
            made_by=world["support"],
            made_at=noon(D(2018, 4, 25)),
            agency_name=f"{name} Exemplar",
            told={"cautions": cautions},
        )
    world["off"] = make.copy_made(
        record=world["record_own"],
        made_by=world["support"],
        made_at=noon(D(2018, 4, 25)),
        agency_name="Officer Exemplar",
        off_by=world["chair"],
        off_at=noon(D(2018, 4, 25)),
        off_reason="It is not safe",
    )
    world["core_group"] = make.CoreGroupFactory(plan=plan, held_date=D(2018, 5, 4))


def _review(world: Ids) -> None:
    """Its review, which went on with it under another category."""
    plan, day = world["plan"], D(2018, 7, 17)
    _request(world, "review", world["own"], "HELD", kind="REVIEW", plan=plan, enquiry=None)
    _meeting(world, "review", day, "HELD")
    attended = world["at_review"] = make.ReviewFactory(plan=plan, conference=world["conference_review"])
    _part(world, "review", attended, outcome="PLAN_CONTINUES", category="EMO")
    _decide(world, "review", attended, "PLAN_CONTINUES", "EMO")
    world["later_category"] = make.PlanCategoryFactory(
        plan=plan, category="EMO", from_date=day, conference_child=attended
    )


def _over(world: Ids) -> None:
    """A child whose plan ended for reduced risk at a review, and was followed up."""
    child, began, ended = world["over"], D(2017, 10, 16), D(2018, 3, 12)
    attended = world["at_over"] = make.ConferenceChildFactory(
        child=child, held_date=began, conference__source="RECORDED"
    )
    world["conference_over"] = attended.conference
    _decide(world, "over", attended, "PLAN_BEGINS", "NEG")
    plan = world["plan_over"] = make.PlanFactory(
        child=child,
        begun_at=attended,
        start_date=began,
        end_date=ended,
        step_down="CIN_PLAN",
        source="RECORDED",
    )
    make.PlanCategoryFactory(plan=plan, conference_child=attended)
    last = world["at_end"] = make.ReviewFactory(plan=plan, held_date=ended, conference__source="RECORDED")
    world["conference_end"] = last.conference
    _decide(world, "end", last, "PLAN_ENDS", "")
    world["follow_up"] = make.FollowUpFactory(plan=plan, held_date=D(2018, 6, 11))
    world["look_up"] = make.LookUpFactory(
        plan=plan, since_date=ended, due_date=D(2018, 6, 12), looked_at=noon(D(2018, 6, 12))
    )


def _asked(world: Ids) -> None:
    """A child asked for, with all that was found, consulted and thought about."""
    child = world["asked"]
    world["enquiry_asked"] = make.EnquiryFactory(child=child, started_date=D(2018, 11, 5))
    _request(world, "asked", child, "REQUESTED", enquiry=world["enquiry_asked"])
    world["cancelled"] = make.BookingFactory(
        request=world["request_asked"],
        room=world["room"],
        chair=world["chair"],
        starts_at=dt.datetime(2018, 11, 20, 9, tzinfo=dt.UTC),
        ends_at=dt.datetime(2018, 11, 20, 11, tzinfo=dt.UTC),
        state="CANCELLED",
        cancelled_by=world["support"],
        cancelled_at=noon(D(2018, 11, 8)),
        cancel_reason="OTHER",
    )
    world["consultation"] = make.ConsultationFactory(
        requested_child=world["requested_asked"],
        state="ASKED",
        asked_by=world["worker"],
        asked_at=noon(D(2018, 11, 6)),
        why_now="The invented harm is back.",
        what_is_different="Another invented household.",
    )
    world["account_asked"] = world["consultation"].within.accounts.get()
    world["first_view"] = make.ConsultationFirstViewFactory(consultation=world["consultation"])
    world["elsewhere"] = make.PlanElsewhereFactory(
        child=child, authority="352", start_date=D(2013, 2, 4), end_date=D(2013, 9, 2), category="PHY"
    )
    world["help_tried"] = make.SupportTriedFactory(child=child, recorded_by=world["worker"])
    world["invited"] = make.InvitationFactory(request=world["request_asked"], put_on_by=world["worker"])
    world["day_fit"] = make.RequestFitFactory(request=world["request_asked"], told_by=world["worker"])
    world["busy"] = make.BusyTimeFactory(request=world["request_asked"], told_by=world["worker"])
    world["chase"] = make.ReportChaseFactory(invitation=world["invited"])
    world["report_link"] = make.ReportLinkFactory(invitation=world["invited"])
    world["agency_report"] = make.AgencyReportFactory(link=world["report_link"])
    world["report_child"] = world["agency_report"].children.get()
    letter = world["invitation_letter"] = make.InvitationLetterFactory(invitation=world["invited"])
    world["invitation_file"] = letter.files.get()
    world["child_invited"] = make.InvitationFactory(
        request=world["request_asked"],
        requested_child=world["requested_asked"],
        name="Child Exemplar",
        agency_kind="",
        is_report_asked=False,
    )
    world["relative_invited"] = make.InvitationFactory(
        request=world["request_asked"],
        person=make.RelationshipFactory(child=child).person,
        agency_kind="",
        is_report_asked=False,
        put_on_by=world["worker"],
    )
    world["showing"] = make.ReportShowingFactory(
        invitation=world["invited"],
        reader=world["relative_invited"],
        shown_date=D(2018, 11, 6),
        told_at=noon(D(2018, 11, 7)),
    )
    at = {"told_by": world["worker"], "told_at": make.NOON + dt.timedelta(days=2)}
    world["contact"] = make.FamilyContactFactory(invitation=world["relative_invited"], **at)
    world["contact_child"] = make.FamilyContactFactory(
        request=world["request_asked"], invitation=None, asked=world["requested_asked"], **at
    )
    back = {"taken_back_by": world["worker"], "taken_back_at": make.NOON, "back_words": "Not so"}
    world["contact_back"] = make.FamilyContactFactory(invitation=world["relative_invited"], **at, **back)
    world["views"] = make.ViewsBeforeFactory(asked=world["requested_asked"], **at)
    world["views_back"] = make.ViewsBeforeFactory(asked=world["requested_asked"], **at, **back)
    world["earlier"] = make.EarlierPlanFactory(
        requested_child=world["requested_asked"], found_in="ELSEWHERE", plan_elsewhere=world["elsewhere"]
    )
    world["day_told"] = make.DayToldFactory(requested_child=world["requested_asked"], child=child)
    world["due"] = make.ThinkingTimeFactory(request=world["request_asked"])
    world["required"] = make.ThinkingRequirementFactory(
        session=world["due"], requested_child=world["requested_asked"]
    )
    world["slot"] = make.ThinkingSlotFactory(
        session=world["due"],
        chair=world["chair"],
        starts_at=dt.datetime(2018, 11, 12, 9, tzinfo=dt.UTC),
    )
    world["waiver"] = make.ThinkingWaiverFactory(session=world["due"], asked_by=world["chair"])
    world["thought"] = make.ThinkingTimeFactory(
        request=world["request_asked"],
        trigger="CHAIR_ASKED",
        is_required=False,
        state="HELD",
        chair=world["chair"],
        held_date=D(2018, 11, 8),
        minutes=60,
    )
    world["action"] = make.ThinkingActionFactory(session=world["thought"], added_by=world["chair"])
    world["action_done"] = make.ThinkingActionFactory(
        session=world["thought"],
        added_by=world["chair"],
        done_date=D(2018, 11, 12),
        closed_by=world["chair"],
        closed_at=noon(D(2018, 11, 12)),
    )
    world["entry"] = make.ThinkingTimeEntryFactory(
        session=world["thought"], child=child, written_by=world["chair"]
    )
    world["note"] = make.ReflectiveNoteFactory(session=world["thought"], written_by=world["chair"])
    world["duty"] = make.DutyFactory(child=child, booking=None, request=world["request_asked"])
    world["step"] = make.DutyStepFactory(duty=world["duty"])
    world["escalation"] = make.EscalationFactory(duty=world["duty"])


def _advised(world: Ids) -> None:
    """A child whose consultation was answered."""
    child = world["advised"]
    world["enquiry_advised"] = make.EnquiryFactory(child=child, started_date=D(2018, 11, 5))
    _request(world, "advised", child, "REQUESTED", enquiry=world["enquiry_advised"])
    world["answered"] = make.ConsultationFactory(
        requested_child=world["requested_advised"],
        state="AGREED",
        asked_by=world["worker"],
        asked_at=noon(D(2018, 11, 6)),
        why_now="The invented harm is back.",
        what_is_different="Another invented household.",
    )
    world["answer"] = make.ConsultationAnswerFactory(
        consultation=world["answered"], answered_by=world["lead"]
    )
    world["family_consultation"] = world["answered"].within
    world["account"] = world["answered"].within.accounts.get()
    world["account_child"] = world["account"].children.get()
    world["statement"] = make.ThresholdStatementFactory()
    world["tied"] = make.ConsultationAnswerReasonFactory(answer=world["answer"], statement=world["statement"])
    world["condition"] = make.ConsultationConditionFactory(answer=world["answer"])
    world["dissent"] = make.ConsultationDissentFactory(consultation=world["answered"])
    world["second"] = make.SecondOpinionFactory(answer=world["answer"], opinion="ANOTHER_WAY")
    world["second_tied"] = make.SecondOpinionReasonFactory(
        second=world["second"], statement=world["statement"]
    )
    world["same"] = make.SecondOpinionFactory(opinion="AGREE")
    world["question"] = make.ConsultationAnswerFactory(
        answer="MORE_INFORMATION", instead="The invented school"
    )
    world["talk"] = make.SecondOpinionTalkFactory(second=world["second"])


def _booked(world: Ids) -> None:
    """A child whose conference is in the diary, moved once, with a record begun."""
    _request(world, "booked", world["booked"], "BOOKED", enquiry=world["enquiry_booked"])
    _meeting(world, "booked", D(2018, 11, 27), "BOOKED", chair="other_chair")
    _part(world, "booked", None)
    _kept_out(world)
    world["move"] = make.BookingMoveFactory(booking=world["booking_booked"])
    world["going_on"] = make.QuorumChoiceFactory(booking=world["booking_booked"])
    world["unasked"] = make.ConsultationFactory(requested_child=world["requested_booked"])


def _withdrawn(world: Ids) -> None:
    world["enquiry_gone"] = make.EnquiryFactory(child=world["gone"], started_date=D(2018, 11, 5))
    _request(world, "gone", world["gone"], "REQUESTED", enquiry=world["enquiry_gone"])
    request = world["request_gone"]
    request.state, request.withdrawn_by, request.withdrawn_at = (
        "WITHDRAWN",
        world["worker"],
        request.requested_at,
    )
    request.withdrawn_reason = "No longer needed"
    request.save()


def _counted(world: Ids) -> None:
    """A child as a census tells of it."""
    child = world["counted"]
    told = {"source": "CENSUS"}
    episode = world["episode"] = make.NeedEpisodeFactory(child=child, **told)
    world["enquiry_counted"] = make.EnquiryFactory(
        child=child, episode=episode, conference_need="NEEDED", **told
    )
    attended = world["at_counted"] = make.ConferenceChildFactory(
        child=child,
        enquiry=world["enquiry_counted"],
        conference=make.ConferenceFactory(held_date=D(2018, 4, 23), **told),
    )
    world["plan_counted"] = make.PlanFactory(
        child=child, episode=episode, begun_at=attended, start_date=D(2018, 4, 23), **told
    )
    world["in_need"] = make.ChildInNeedPlanFactory(
        child=world["free"], start_date=D(2018, 5, 1), source="RECORDED"
    )
    world["file"] = make.ImportedFileFactory()
    world["fault"] = make.ImportFaultFactory(file=world["file"])


def _moved(world: Ids) -> None:
    child = world["moved"]
    arrival = world["arrival"] = make.TransferInFactory(
        child=child,
        from_authority="352",
        notified_date=D(2018, 10, 1),
        moved_date=D(2018, 9, 28),
        accepted_date=D(2018, 10, 3),
        papers_received_date=D(2018, 10, 4),
    )
    attended = world["at_moved"] = make.ConferenceChildFactory(
        child=child,
        kind="TRANSFER_IN",
        transfer_in=arrival,
        held_date=D(2018, 10, 15),
        conference__source="RECORDED",
    )
    _decide(world, "moved", attended, "PLAN_BEGINS", "NEG")
    world["plan_moved"] = make.PlanFactory(
        child=child, begun_at=attended, start_date=D(2018, 10, 15), source="RECORDED"
    )
    make.PlanCategoryFactory(plan=world["plan_moved"], conference_child=attended)


def _told(world: Ids) -> None:
    """A plan whose end waits by a move, a decision whose new version waits, enquiries that are void or came
    to nothing, a fact that was corrected, and two records that were joined.
    """
    move = {"authority": "352", "conference_date": D(2018, 11, 6)}
    away = world["away"] = make.LifeEventFactory(
        child=world["own"], kind="MOVED_AWAY", day=D(2018, 11, 5), **move
    )
    world["ending"] = make.PlanEndingFactory(
        plan=world["plan"],
        event=away,
        end_date=D(2018, 11, 6),
        end_reason="MOVED",
        step_down="OTHER_AUTHORITY",
        last_date=D(2018, 11, 20),
    )
    world["left_country"] = make.LifeEventFactory(child=world["counted"], kind="LEFT_UK", day=D(2018, 11, 5))
    world["died"] = make.LifeEventFactory(
        child=make.ChildFactory(family=world["strangers"], death_date=D(2018, 9, 3)),
        kind="DIED",
        day=D(2018, 9, 3),
    )
    world["version"] = make.DecisionChangeFactory(
        conference_child=world["at_review"],
        was_outcome="PLAN_CONTINUES",
        was_category="EMO",
        new_outcome="PLAN_CONTINUES",
        new_category="NEG",
    )
    void = {"voided_by": world["manager"], "voided_at": make.NOON, "voided_reason": "TWICE"}
    world["void"] = make.EnquiryFactory(
        child=world["own"], started_date=D(2018, 3, 5), voided_words="Twice.", **void
    )
    world["not_needed"] = make.EnquiryFactory(
        child=world["own"],
        started_date=D(2018, 3, 6),
        conference_need="NOT_NEEDED",
        outcome="SERVICES",
        outcome_date=D(2018, 3, 9),
    )
    world["correction"] = make.CorrectionFactory(child=world["own"])
    kept, gone = (make.ChildFactory(family=world["strangers"]) for _ in range(2))
    world["kept"], world["gone_child"] = kept, gone
    gone.joined_into, gone.family = kept, None
    gone.save(update_fields=["joined_into", "family"])
    world["join"] = make.RecordJoinFactory(kept=kept, gone=gone)
    world["pair"] = make.ChildPairFactory(one=kept, other=gone)
    world["said"] = make.PairAnswerFactory(pair=world["pair"])


def _left(world: Ids) -> None:
    """A child whose plan ended without a review, by two people, when it had been refused once."""
    world["left"].death_date = D(2018, 9, 3)
    world["left"].save(update_fields=["death_date"])
    days = {"start_date": D(2018, 4, 16), "end_date": D(2018, 9, 3), "end_reason": "DIED"}
    plan = world["plan_left"] = make.PlanFactory(child=world["left"], **days)
    event = make.LifeEventFactory(child=world["left"], kind="DIED", day=D(2018, 9, 3))
    asked = {"plan": plan, "event": event, "end_date": D(2018, 9, 3), "end_reason": "DIED"}
    closed = {"asked_by": world["worker"], "closed_by": world["lead"], "closed_at": make.NOON}
    refused = {"outcome": "REFUSED", "closed_reason": "Another child"}
    world["ending_refused"] = make.PlanEndingFactory(**asked, **closed, **refused)
    world["ending_left"] = make.PlanEndingFactory(**asked, **closed, outcome="CONFIRMED")


def _ground(world: Ids) -> None:
    world["hidden"] = make.ChildFactory(family=world["family"], restricted=True)
    world["grant"] = make.RestrictedGrantFactory(child=world["hidden"], user=world["chair"])
    world["removal"] = make.RestrictionRemovalFactory(child=world["hidden"], asked_by=world["lead"])
    world["bar"] = make.BarFactory(user=world["support"], family=world["strangers"])
    world["change"] = make.AccountChangeFactory(account=world["worker"], asked_by=world["admin"])
    world["held_role"] = make.HeldRoleFactory(person=world["support"], given_by=world["admin"])
    world["leave"] = make.LeaveFactory(person=world["chair"], deputy=world["other_chair"])
    world["policy"] = make.PolicySettingFactory()
    world["letter_words"] = make.LetterWordingFactory()
    world["letter_words_off"] = make.LetterWordingFactory(
        part="GREETING", text="Hello {{ name }}", off_at=make.NOON, off_by=world["admin"]
    )
    world["audit"] = make.AuditEntryFactory()
    world["read"] = make.ReadLogFactory(child=world["own"])
    world["family_move"] = make.FamilyMoveFactory(child=world["free"], from_family=world["strangers"])
    world["allocation"] = make.AllocationFactory(
        child=world["own"], team=world["team"], worker=world["worker"]
    )
    world["name"] = make.ChildNameFactory(child=world["own"])
    world["strange_name"] = make.ChildNameFactory(child=world["stranger"])
    world["strange_member"] = make.HouseholdMemberFactory(
        household=make.HouseholdFactory(family=world["strangers"]), child=world["stranger"]
    )
    world["disability"] = make.ChildDisabilityFactory(child=world["own"])
    world["home"] = make.HouseholdFactory(family=world["family"])
    world["member"] = make.HouseholdMemberFactory(household=world["home"], child=world["own"])
    world["taken_on"] = make.TakenOnFactory(
        child=world["free"], team=world["team"], taken_on_by=world["manager"]
    )
    world["closure"] = make.ClosureFactory(room=world["room"])
    world["message"] = make.MessageFactory(sent_at=make.NOON)
    world["feed"] = make.ChildrenFeedFactory()
    world["holiday"] = make.OneOffHolidayFactory()
    world["agency"] = make.AgencyFactory()
    world["handover"] = make.WorkHandoverFactory()
    world["live"] = make.GoLiveFactory(begun_at=make.NOON)


PARTS = (_own, _review, _over, _asked, _advised, _booked, _withdrawn, _counted, _moved, _told, _left, _ground)
