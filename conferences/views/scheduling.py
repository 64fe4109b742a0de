"""Scheduling a conference: choosing its slot, checking the answers, later moving or cancelling it."""

from __future__ import annotations

import uuid
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.exchange.diary_file import diary_file
from conferences.forms.scheduling import BookForm, CancelForm, PlaceForm, length_words
from conferences.forms.scheduling_move import ONLY, LengthForm, MoveForm
from conferences.models import Booking, Request
from conferences.operations import scheduling as operations
from conferences.operations import scheduling_holds as holds
from conferences.operations.invitations_again import AGAIN
from conferences.queries.consultations import another_way_in, consulted_in
from conferences.queries.consultations_record import consultations_of
from conferences.queries.days import Day, days_asked, days_to_decide
from conferences.queries.invitations import listed
from conferences.queries.preparation import prepared_with
from conferences.queries.scheduling import (
    Choices,
    booking_in_scope,
    booking_of,
    choices,
    closed_on,
    request_in_scope,
    sittings_of,
)
from conferences.queries.scheduling_days import days_around, days_around_day, new_date_of
from conferences.queries.scheduling_fit import told_fit
from conferences.queries.scheduling_holds import hold_by
from conferences.queries.scheduling_parts import part_of_booking
from conferences.queries.scheduling_people import minute_takers
from conferences.queries.thinking_time import sessions_of, unthought_by
from conferences.rules.consultations import UNANSWERED
from conferences.rules.scheduling import LENGTHS
from conferences.rules.workflow import REQUEST, UNDECIDED, BookingState, Event, may
from conferences.views.presenters import invitations as present_invited
from conferences.views.presenters import recording_outcomes as present_outcomes
from conferences.views.presenters import scheduling as present
from conferences.views.presenters import scheduling_move as present_move
from conferences.views.presenters import words
from conferences.views.presenters.consultations_record import decided
from conferences.views.presenters.consultations_state import consulted_rows
from conferences.views.presenters.days import outside_limit
from conferences.views.presenters.preparation import summary_rows as prepared_rows
from conferences.views.presenters.scheduling_check import check_lines
from conferences.views.presenters.scheduling_fit import clash_lines, fit_row, unmet_lines
from conferences.views.presenters.thinking_time import require_href, session_rows, take_href
from conferences.views.scheduling_parts import or_part
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.bankholidays import england
from safeguarding.clock import day_of, now, today
from safeguarding.models import User
from safeguarding.pagekit.checking import carried, check_answers
from safeguarding.pages.drafts import typed


@needs(Permission.SCHEDULE)
@require_http_methods(["GET", "HEAD", "POST"])
def book(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Choose a slot; check the answers; schedule it."""
    user = person_of(request)
    asked = request_in_scope(user, ref)
    if not may(REQUEST, asked.state, Event.BOOK, *user.roles):
        return tell_scheduled(request, asked)
    offered = choices(asked, user, on=today(), at=now(), calendar=england(), minutes=asked_minutes(request))
    back = request_href(asked)
    takers = minute_takers([one.child for one in asked.children.all()], now())
    form = BookForm(
        typed(request),
        choices=offered,
        back=back,
        minute_takers=takers,
        another_way=another_way_in(asked),
    )
    act = partial(operations.book, request=asked, by=user, at=now())
    answers = check_answers(form, lambda: act(**form.answers))
    if answers.done:
        messages.success(request, f"The conference is scheduled: meeting {answers.done.pk}.")
        return redirect("booking", ref=answers.done.ref)
    if answers.to_check and _is_held(form, answers.to_check, user):
        return _check_page(request, asked, form, answers.to_check)
    page = choose_values(form, offered, asked, back) | {"request_ref": asked.ref}
    return render(request, "conferences/scheduling/book.html", page)


def _is_held(form: BookForm, booking: Booking, user: User) -> bool:
    """Whether the time is held while it is checked, or no time is; where somebody else has it the form says
    so.
    """
    place = {name: getattr(booking, name) for name in ("room", "chair", "starts_at", "ends_at")}
    return form.is_held(lambda: holds.hold_slot(**place, by=user, at=now()))


def _chair_ahead(meeting: Booking) -> User | None:
    """Whose thinking counts, while the meeting is in the diary."""
    return meeting.chair if meeting.state == BookingState.BOOKED else None


def request_href(asked: Request) -> str:
    """The page of a request, else the diary."""
    return words.address("request", asked.ref) or reverse("diary")


def tell_scheduled(request: HttpRequest, asked: Request) -> HttpResponse:
    """To the meeting of a request that does not wait to be scheduled."""
    booking = booking_of(asked)
    if booking is None:
        messages.info(request, "This request does not wait to be scheduled.")
        return redirect(request_href(asked))
    messages.info(request, f"This conference is scheduled: it is meeting {booking.pk}.")
    return redirect("booking", ref=booking.ref)


def _check_page(request: HttpRequest, asked: Request, form: BookForm, booking: Booking) -> HttpResponse:
    """The page of answers to check: the meeting as it would stand."""
    consulted, meets = consulted_in(asked), day_of(booking.starts_at)
    known = check_lines(
        meets,
        form.offered.window,
        list(consulted.values()),
        unthought_by(asked, meets, booking.chair),
        days_around_day(asked, meets),
        today(),
    )
    known += unmet_lines(form.offered.facts.told)
    values = {
        "rows": [
            *present.place_rows(booking, form.offered.window.last),
            *present.said_rows(booking, form.offered),
        ],
        "known": known,
        "children": present.children_table(asked, form.offered.days, consulted),
        "held": present.held_words(hold_by(person_of(request), now())),
        "carried": carried(form),
        "back": request_href(asked),
    }
    return render(request, "conferences/scheduling/check.html", values)


def choose_values(
    form: PlaceForm, offered: Choices, asked: Request, back: str, *, only: str = ""
) -> dict[str, object]:
    """What a page shows on which a place in the diary is chosen."""
    minutes = offered.wish.minutes
    local = [
        *present.birth_rows(offered.facts.births, offered.window.last),
        *present.new_date_rows(new_date_of(asked)),
        fit_row(asked, offered.facts.told),
    ]
    return {
        "form": form,
        "window": [*present.window_rows(offered), *local],
        "warning": present.window_warning(offered),
        "free": present.free_table(offered),
        "length": length_words(minutes),
        "lengths": LengthForm(minutes=minutes, initial={"minutes": minutes, "only": only}),
        "children": present.children_table(asked, offered.days, consulted_in(asked)),
        "back": back,
    }


@needs(Permission.READ_REQUEST)
@require_safe
@or_part(part_of_booking)
def booking(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """A meeting in the diary."""
    found, user = booking_in_scope(person_of(request), ref), person_of(request)
    law, consulted, told = _days(found), consulted_in(found.request), told_fit(found.request)
    people = listed(user, found.request, day_of(found.starts_at))
    is_begun = operations.is_begun(found)
    decide = days_to_decide([one for one in consulted.values() if one.state in UNANSWERED])
    values = {
        "booking": found,
        "tag": present.state_tag(found),
        "rows": [
            *present.booking_rows(found, law),
            *present_invited.summary_rows(people),
            *prepared_rows(prepared_with(user, people, found)),
            fit_row(found.request, told, may_change=can(user, Permission.INVITE)),
            *consulted_rows(consulted, decide, today()),
        ],
        "outside": outside_limit(found, law),
        "clashes": clash_lines(told, found.starts_at, found.ends_at)
        if found.state == BookingState.BOOKED
        else [],
        "displaced": present.displaced(found, closed_on(found)),
        "children": present.children_table(found.request, law, consulted),
        "days": present.days_table(days_around(found)),
        "moves": present.moves(found),
        "decided": decided(consultations_of(user, found.request), user),
        "thinking": session_rows(sessions_of(found.request), _chair_ahead(found)),
        "take_href": take_href(user, found.request, found.chair),
        "require_href": require_href(user, found.request),
        "may_move": present.may_move(user, found) and not is_begun,
        "begun": present.begun_words(found) if is_begun and found.state == BookingState.BOOKED else "",
        "sittings": present_outcomes.sittings_table(sittings_of(found), user),
        "may_book": may(REQUEST, found.request.state, Event.BOOK, *user.roles) and found.state in UNDECIDED,
        "may_take_over": present.may_take_over(user, found, now()),
        "may_choose_minutes": present.may_choose_minutes(user, found),
        "calendar_words": present_move.calendar_words(found),
        "may_cancel": present.may_cancel(user, found) and not is_begun,
        "record_href": present.record_href(user, found),
        "request_href": words.address("request", found.request.ref),
    }
    return render(request, "conferences/scheduling/booking.html", values)


@needs(Permission.SCHEDULE)
@require_http_methods(["GET", "HEAD", "POST"])
def booking_move(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Give a meeting another place."""
    user = person_of(request)
    found = booking_in_scope(user, ref)
    if found.entered_reason and found.state == BookingState.BOOKED:
        return tell_gone(request, found, operations.ENTERED)
    if not present.may_move(user, found):
        return tell_gone(request, found)
    if operations.is_begun(found):
        return tell_gone(request, found, present.begun_words(found))
    back = reverse("booking", args=[ref])
    minutes = asked_minutes(request)
    offered = choices(
        found.request, user, on=today(), at=now(), calendar=england(), besides=found, minutes=minutes
    )
    whole, only = offered, _asked_only(request)
    room, chair = offered.room(found.room_id), offered.chair(found.chair_id)
    if only == "time":
        only = "time" if room and chair else ""
        offered = offered.only_for(room, chair) if room and chair else offered
    seen = operations.place_seen(found)
    form = MoveForm(typed(request), choices=offered, meeting=found, only=only, seen=seen, back=back)
    act, before = partial(operations.move, booking=found, by=user, at=now()), found.starts_at
    if form.attempt(lambda: act(**form.answers)):
        again = f" {AGAIN}" if form.answers["starts_at"] != before else ""
        messages.success(request, f"The meeting is moved.{again}")
        return redirect(back)
    page = choose_values(form, offered, found.request, back, only=only) | {
        "rows": present.booking_rows(found, offered.days),
        "lacking": present_move.lacking(found, whole),
        "only": only,
        "alone": present_move.alone_links(only),
    }
    return render(request, "conferences/scheduling/move.html", page)


def asked_minutes(request: HttpRequest) -> int | None:
    """How long it takes by the address; None where it names no length that there is."""
    minutes = request.GET.get("minutes", "")
    return next((one for one in LENGTHS if str(one) == minutes), None)


def _asked_only(request: HttpRequest) -> str:
    """What alone is to change, by the address; "" for any of it."""
    return next((one for one in ONLY if one == request.GET.get("only")), "")


@needs(Permission.SCHEDULE)
@require_http_methods(["GET", "HEAD", "POST"])
def booking_cancel(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Take a meeting out of the diary; its request waits again."""
    found = booking_in_scope(person_of(request), ref)
    if not present.may_cancel(person_of(request), found):
        return tell_gone(request, found)
    if operations.is_begun(found):
        return tell_gone(request, found, present.begun_words(found))
    back = reverse("booking", args=[ref])
    form = CancelForm(typed(request), back=back)
    by, at = person_of(request), now()
    if form.attempt(lambda: operations.cancel(booking=found, **form.answers, by=by, at=at)):
        messages.success(request, "The meeting is cancelled. The request waits to be scheduled again.")
        return redirect(back)
    values = {"form": form, "booking": found, "rows": present.booking_rows(found, _days(found)), "back": back}
    return render(request, "conferences/scheduling/cancel.html", values)


def _days(found: Booking) -> dict[int, Day]:
    """The days by law of the children of a meeting that is loaded with them."""
    return days_asked(list(found.request.children.all()))


GONE = "This meeting is not in the diary any more, so it cannot be changed."


def tell_gone(request: HttpRequest, found: Booking, words: str = GONE) -> HttpResponse:
    """Back to the meeting, with why nothing can be done here."""
    messages.info(request, words)
    return redirect("booking", ref=found.ref)


@needs(Permission.READ_REQUEST)
@require_safe
def booking_ics(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The meeting for one's own calendar: a number, no names."""
    found = booking_in_scope(person_of(request), ref)
    headers = {"Content-Disposition": f'attachment; filename="meeting-{found.pk}.ics"'}
    return HttpResponse(
        diary_file([found], at=now()), content_type="text/calendar; charset=utf-8", headers=headers
    )
