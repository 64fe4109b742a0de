"""What if a chair were away: their meetings, a place for each, and all approved in one step."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.scheduling_away import ApproveForm, AwayForm
from conferences.operations import scheduling as moving
from conferences.operations import scheduling_away as operations
from conferences.queries.scheduling_away import Fallen, WhatIf, rooms_and_chairs, what_if
from conferences.queries.scheduling_hours import chairs_in_use
from conferences.rules.scheduling import Away
from conferences.rules.scheduling_away import away_problems
from conferences.views.presenters import scheduling_away as present
from safeguarding.access import Permission, needs, person_of
from safeguarding.bankholidays import england
from safeguarding.clock import now, today
from safeguarding.models import ReadKind, User
from safeguarding.refusals import refuse_all
from safeguarding.wording import uk_date


@needs(Permission.SCHEDULE, reads=ReadKind.LISTED)
@require_http_methods(["GET", "HEAD", "POST"])
def chair_away(request: HttpRequest) -> HttpResponse:
    """Ask what falls, and move what is approved. Nothing is changed by looking."""
    asked = AwayForm(request.GET or None, chairs=chairs_in_use())
    found = asked.attempt(lambda: _what_if(person_of(request), asked.answers))
    values: dict[str, object] = {"asked": asked, "found": None, "back": reverse("diary_chairs")}
    if found is None:
        return render(request, "conferences/scheduling/away.html", values)
    moves = _moves(found)
    words = {_key(one): present.move_words(one) for one in found.fallen if one.proposal}
    form = ApproveForm(request.POST or None, moves=moves, words=words, back=reverse("chair_away"))
    note = f"The chair is away from {uk_date(found.away.first)} to {uk_date(found.away.last)}."
    act = operations.move_together
    if done := form.attempt(lambda: act(moves=form.chosen, note=note, by=person_of(request), at=now())):
        moved, failed = present.done_words(done)
        messages.success(request, moved)
        for line in [*failed, *present.gone_words(form.gone, found)]:
            messages.warning(request, line)
        return redirect(request.get_full_path())
    values |= {
        "found": found,
        "form": form if moves else None,
        "summary": present.summary(found),
        "unseen": present.unseen_words(found),
        "stuck": present.stuck_table(found.fallen),
    }
    return render(request, "conferences/scheduling/away.html", values)


def _what_if(user: User, given: Mapping[str, object]) -> WhatIf:
    chair, first, last = given["chair"], given["first"], given["last"]
    refuse_all(away_problems(chair, first, last, today()))  # type: ignore[arg-type]
    away = Away(first, last)  # type: ignore[arg-type]
    return what_if(user, chair, away, on=today(), at=now(), calendar=england())  # type: ignore[arg-type]


def _key(one: Fallen) -> str:
    """The move as the form sends it back: which meeting, from where, to where."""
    slot = one.proposal.slot.key if one.proposal else ""
    return f"{one.booking.ref}|{slot}|{moving.place_seen(one.booking)}"


def _moves(found: WhatIf) -> dict[str, operations.Moving]:
    """The moves that are proposed, with the rows behind them: two queries."""
    slots = {_key(one): one for one in found.fallen if one.proposal}
    rooms, chairs = rooms_and_chairs(found)
    return {
        key: operations.Moving(
            one.booking,
            rooms[slot.room.pk],
            chairs[slot.chair.pk],
            slot.starts_at,
            slot.ends_at,
            moving.place_seen(one.booking),
        )
        for key, one in slots.items()
        if one.proposal and (slot := one.proposal.slot)
    }
