"""The record of a meeting: its list of tasks, checking and signing it, and the record once it is signed."""

from __future__ import annotations

import datetime as dt
import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.recording import SignForm
from conferences.models import Booking, MeetingRecord
from conferences.operations import recording as operations
from conferences.operations import recording_next_rows as next_rows
from conferences.operations import recording_signing as signing
from conferences.queries.addresses import addresses_of
from conferences.queries.consultations import consulted_in
from conferences.queries.consultations_record import consultations_of
from conferences.queries.copies_closing import ended_parts
from conferences.queries.copies_strangers import strangers_of
from conferences.queries.exclusions import exclusions_of, standing_exclusions
from conferences.queries.in_need import begun_of
from conferences.queries.plans import lines_standing
from conferences.queries.plans_days import PlanDays
from conferences.queries.recording import record_in_scope
from conferences.queries.recording_days import days_after
from conferences.queries.recording_next import next_of
from conferences.queries.recording_withheld import withheld_of
from conferences.queries.scheduling import sittings_of
from conferences.queries.scheduling_parts import part_of_booking
from conferences.queries.thinking_time import unthought
from conferences.queries.thinking_time_before import thought_before
from conferences.rules.vocabulary import DecisionOutcome
from conferences.rules.workflow import UNDECIDED, BookingState, RecordState
from conferences.views.presenters import recording as present
from conferences.views.presenters import recording_before as present_before
from conferences.views.presenters import recording_next as present_next
from conferences.views.presenters import recording_outcomes as present_outcomes
from conferences.views.presenters import recording_withheld as present_withheld
from conferences.views.presenters import scheduling as present_booking
from conferences.views.presenters import words
from conferences.views.presenters.consultations_record import Decided, decided
from conferences.views.presenters.consultations_state import another_way_line
from conferences.views.presenters.exclusions import excluded_rows
from conferences.views.presenters.recording_saves import saves_of
from conferences.views.presenters.recording_screen import not_shown
from conferences.views.presenters.thinking_time import thinking_links
from conferences.views.presenters.thinking_time_before import recalled
from conferences.views.scheduling_parts import or_part
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import day_of, now, today
from safeguarding.models import User
from safeguarding.pagekit.components import SummaryRow
from safeguarding.pages.posted import posted
from safeguarding.wording import uk_day


@needs(Permission.READ_CHILD)
@require_http_methods(["GET", "HEAD", "POST"])
@or_part(part_of_booking)
def record(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The list of tasks, to its chair and who takes its minutes; the signed record, to those who see all its
    children. POST begins it.
    """
    user = person_of(request)
    booking, found = record_in_scope(user, ref)
    if found is not None and found.state == RecordState.SIGNED:
        return _signed_page(request, booking, found)
    if booking.state in UNDECIDED:
        return _undecided_page(request, booking, found)
    why_not = _why_not(user, booking)
    if request.method == "POST" and not why_not:
        operations.open_record(booking=booking, by=user, at=now())
        return redirect("record", ref=booking.ref)
    if why_not or found is None:
        return _unsigned_page(request, booking, why_not)
    values = {
        "back": _back(user, booking),
        "record": found,
        "booking": booking,
        "meeting": _meeting(user, booking),
        "tasks": _tasks(user, found),
        "not_shown": not_shown(found, hidden_of(found)),
        "saves": saves_of(found),
        "decided": _consulted(user, booking),
        "another_way": another_way_line(consulted_in(booking.request).values()),
        "thinking": thinking_links(user, unthought(booking), today(), booking.chair),
        "before": recalled(thought_before(user, booking.request), user, today()),
        "decides": operations.decides(booking, user),
    }
    return render(request, "conferences/recording/record.html", values)


def _tasks(user: User, found: MeetingRecord) -> list[present.Task]:
    after = present_next.next_tasks(found, next_of(user, found))
    confidential = present_withheld.task(withheld_of(user, found), found.booking.ref)
    return [*present.tasks(found), *after, confidential]


def _why_not(user: User, booking: Booking) -> str:
    """Why this person does not write this record, or not yet; nothing where they do."""
    if booking.state == BookingState.CANCELLED:
        return "This meeting was cancelled, so there is no record of it."
    if not operations.writes(booking, user) or not can(user, Permission.WRITE_RECORD):
        return f"{booking.chair.full_name}, the chair, has not signed the record yet. You can read it then."
    if today() < day_of(booking.starts_at):
        return f"You can record this meeting from the day it is held, {uk_day(booking.starts_at)}."
    return ""


def _meeting(user: User, booking: Booking) -> list[SummaryRow]:
    """The meeting, and who is excluded from it."""
    return [*present.meeting_rows(booking), *excluded_rows(exclusions_of(user, booking.request))]


def _consulted(user: User, booking: Booking) -> list[Decided]:
    return decided(consultations_of(user, booking.request), user)


def _unsigned_page(request: HttpRequest, booking: Booking, why_not: str) -> HttpResponse:
    user = person_of(request)
    # Before its day too, while there is time to think.
    owed = unthought(booking) if booking.state == BookingState.BOOKED else []
    values = {
        "back": _back(user, booking),
        "decided": _consulted(user, booking),
        "meeting": _meeting(user, booking),
        "sentence": why_not,
        "booking": booking,
        "may_begin": not why_not,
        "may_end": operations.decides(booking, user) and not why_not,
        "may_take_over": present_booking.may_take_over(user, booking, now()) and bool(why_not),
        "before": recalled(thought_before(user, booking.request), user, today()),
        "thinking": thinking_links(user, owed, today(), booking.chair),
    }
    return render(request, "conferences/recording/not_signed.html", values)


def _undecided_page(request: HttpRequest, booking: Booking, found: MeetingRecord | None) -> HttpResponse:
    """What was written at a meeting that ended without a decision, to those who see all its children."""
    values: dict[str, object] = {
        "back": _back(person_of(request), booking),
        "meeting": _meeting(person_of(request), booking),
        "booking": booking,
        "outcome": present_outcomes.outcome_rows(booking),
        "may_tell_otherwise": present_outcomes.may_tell_otherwise(booking, person_of(request)),
        "sittings": present_outcomes.sittings_table(sittings_of(booking), person_of(request)),
        "record": found,
    }
    if found is not None:
        values |= {
            "saved": present.draft_line(found),
            # Nobody recorded is not nobody there.
            "quoracy": present.quoracy_rows(found) if found.attendances.all() else [],
            "attendance": present.attendance_table(list(found.attendances.all())),
            "common": present.common_rows(found),
            "children": present.children(found, decided=False),
            "after": present_next.next_groups(found, next_of(person_of(request), found)),
            "confidential": present_withheld.confidential(
                withheld_of(person_of(request), found), booking.ref
            ),
        }
    return render(request, "conferences/recording/undecided.html", values)


def _back(user: User, booking: Booking) -> str:
    """The meeting's page to those who read the diary, else My work."""
    reads = can(user, Permission.READ_DIARY)
    return (words.address("booking", booking.ref) if reads else "") or reverse("my_work")


def _signed_page(request: HttpRequest, booking: Booking, found: MeetingRecord) -> HttpResponse:
    user, parts = person_of(request), list(found.parts.all())
    days, after = days_after(user, found), next_of(user, found)
    values = {
        "back": _back(user, booking),
        "booking": booking,
        "meeting": _meeting(user, booking),
        "signed": present.signed_line(found),
        "headlines": [
            (
                present.headline(part),
                [
                    *present_next.next_rows(after.get(part.pk)),
                    *present.decided_rows(days.get(part.pk, PlanDays())),
                ],
            )
            for part in parts
        ],
        "decided": _consulted(user, booking),
        "quoracy": present.quoracy_rows(found),
        "attendance": present.attendance_table(list(found.attendances.all())),
        "common": present.common_rows(found),
        "children": present.children(found),
        "confidential": present_withheld.confidential(withheld_of(user, found), booking.ref),
        "sends_letters": can(user, Permission.SEND_LETTERS),
        "has_ended": found.closing_date is not None or bool(ended_parts(found)),
    }
    return render(request, "conferences/recording/signed.html", values)


@needs(Permission.RECORD_CONFERENCE)
@require_http_methods(["GET", "HEAD", "POST"])
def record_check(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Everything as it will be signed, what is missing, what to think about; POST signs it all."""
    found = draft_of(person_of(request), ref)
    if found is None or not operations.decides(found.booking, person_of(request)):
        return redirect("record", ref=ref)
    form = SignForm(posted(request))
    by, at = person_of(request), now()
    if form.attempt(lambda: signing.sign(record=found, by=by, at=at)):
        return redirect("record", ref=ref)
    return _check_page(request, found, form.refused)


def draft_of(user: User, ref: uuid.UUID) -> MeetingRecord | None:
    """The draft for its chair and who takes its minutes; None for all others, and where there is none or it
    is signed.
    """
    booking, found = record_in_scope(user, ref)
    is_draft = found is not None and found.state == RecordState.DRAFT
    return found if is_draft and operations.writes(booking, user) else None


def _in_need(user: User, found: MeetingRecord) -> dict[int, dt.date]:
    """When the child in need plans began that signing ends (R28)."""
    begins = [part for part in found.parts.all() if part.outcome == DecisionOutcome.PLAN_BEGINS]
    return begun_of(user, [part.requested_child.child_id for part in begins])


def hidden_of(found: MeetingRecord) -> frozenset[str]:
    """The confidential addresses that no part of the record may hold but the confidential section."""
    return addresses_of([part.requested_child.child for part in found.parts.all()]).hidden


def _not_again(user: User, found: MeetingRecord) -> list[present.Missing]:
    plans = [part.requested_child.plan for part in present_before.continuing(found)]
    standing = lines_standing(user, [plan for plan in plans if plan])
    return present_before.not_again(found, standing)


def _check_page(request: HttpRequest, found: MeetingRecord, refused: str) -> HttpResponse:
    owed, asked = unthought(found.booking), standing_exclusions(found.booking.request)
    after, held = next_of(person_of(request), found), day_of(found.booking.starts_at)
    missing = present.missing_of(found, owed, hidden_of(found), asked)
    values = {
        "back": reverse("record", args=[found.booking.ref]),
        "record": found,
        "refused": refused,
        "missing": [
            *missing,
            *present_next.missing_next(found, next_rows.next_to_sign(found.parts.all(), held)),
        ],
        "advice": present_next.advice(found, after),
        "unsure": [
            *_not_again(person_of(request), found),
            *present_before.unsure(found, strangers_of(found)),
        ],
        "after": present_next.next_groups(found, after),
        "thinking": thinking_links(person_of(request), owed, today(), found.booking.chair),
        "too_soon": signing.not_begun(found.booking, now()),
        "meeting": present.meeting_rows(found.booking),
        "quoracy": present.quoracy_rows(found),
        "attendance": present.attendance_table(list(found.attendances.all())),
        "common": present.common_rows(found),
        "children": present.children(found, warned=True, in_need=_in_need(person_of(request), found)),
        "confidential": present_withheld.confidential(
            withheld_of(person_of(request), found), found.booking.ref
        ),
        "booking": found.booking,
        "another_way": another_way_line(consulted_in(found.booking.request).values()),
        "decided": _consulted(person_of(request), found.booking),
    }
    status = 409 if refused else 200
    return render(request, "conferences/recording/check.html", values, status=status)
