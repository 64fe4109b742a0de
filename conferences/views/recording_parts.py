"""Writing the parts of a record: attendance, what is common to all children, and each child in turn."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.recording import (
    ActionRows,
    AttendanceForm,
    AttendeeRows,
    CommonForm,
    PartForm,
    actions_before,
    attendance_before,
)
from conferences.forms.recording_shown import VersionedForm
from conferences.models import ChildPart, MeetingRecord
from conferences.operations import recording as operations
from conferences.operations.recording import COMMON, PART
from conferences.queries.recording import family_of, record_of, workers_of
from conferences.views.presenters import recording as present
from conferences.views.recording import draft_of
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now
from safeguarding.models import Relationship
from safeguarding.pagekit.rows import press_rows, quiet
from safeguarding.wording import uk_time

METHODS = ["GET", "HEAD", "POST"]
PREFIX = "rows"


def _before(row: MeetingRecord | ChildPart, names: tuple[str, ...]) -> dict[str, Any]:
    return {"version": row.version} | {name: getattr(row, name) for name in names}


def _tell_saved(request: HttpRequest, back: str) -> HttpResponse:
    messages.success(request, f"Draft saved at {uk_time(now())}.")
    return redirect(back)


def _page(request: HttpRequest, template: str, form: VersionedForm, **values: Any) -> HttpResponse:
    """The form's page; 409 where somebody else saved first."""
    shown = {"form": form, "theirs": None} | values
    return render(request, f"conferences/recording/{template}.html", shown, status=409 if form.saved else 200)


@needs(Permission.RECORD_CONFERENCE)
@require_http_methods(METHODS)
def record_common(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What is working well and what we are worried about, side by side, and what the family says."""
    found = draft_of(request, ref)
    if found is None:
        return redirect("record", ref=ref)
    back = reverse("record", args=[ref])
    form = CommonForm(request.POST or None, initial=_before(found, COMMON), back=back)
    act = partial(operations.save_common, record=found, by=person_of(request), at=now())
    if form.attempt(lambda: act(version=form.answers["version"], values=form.answers)):
        return _tell_saved(request, back)
    return _page(request, "common", form, back=back)


@needs(Permission.RECORD_CONFERENCE)
@require_http_methods(METHODS)
def record_attendance(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Who attended, in one table of rows; whether that made a quorum is worked out."""
    found = draft_of(request, ref)
    if found is None:
        return redirect("record", ref=ref)
    back, family = reverse("record", args=[ref]), family_of(person_of(request), found.booking)
    if request.method != "POST":
        before = attendance_before(found, family, workers_of(person_of(request), found.booking))
        rows = AttendeeRows(initial=before, prefix=PREFIX)
        form = AttendanceForm(initial=_before(found, ("inquorate_reason",)), rows=rows, back=back)
    else:
        data, pressed = press_rows(request.POST, PREFIX)
        rows = AttendeeRows(data, prefix=PREFIX)
        form = AttendanceForm(data, rows=rows, back=back)
        if pressed:
            quiet(form)
        if _save_attendance(request, found, form, family):
            return _tell_saved(request, reverse("record_attendance", args=[ref]))
    theirs = _attendance_now(request, found) if form.saved else None
    sentence = present.quoracy_sentence(found)
    return _page(request, "attendance", form, back=back, quoracy=sentence, theirs=theirs)


def _save_attendance(
    request: HttpRequest, found: MeetingRecord, form: AttendanceForm, family: Sequence[Relationship]
) -> bool:
    people = [tie.person for tie in family]
    act = partial(operations.save_common, record=found, by=person_of(request), at=now())

    def save() -> object:
        given = form.answers
        return act(version=given["version"], values=given, attendances=form.attendees(people))

    return form.attempt(save) is not None


def _attendance_now(request: HttpRequest, found: MeetingRecord) -> Any:
    stands = record_of(person_of(request), found.booking)
    people = list(stands.attendances.all()) if stands else []
    return present.attendance_table(people, "Who attended, as it was saved")


@needs(Permission.RECORD_CONFERENCE)
@require_http_methods(METHODS)
def record_child(request: HttpRequest, ref: uuid.UUID, child: uuid.UUID) -> HttpResponse:
    """One child's part: the child's voice, what is so for this child, the decision and its first actions."""
    found = draft_of(request, ref)
    if found is None:
        return redirect("record", ref=ref)
    part, back = _part(found, child), reverse("record", args=[ref])
    if request.method != "POST":
        before = actions_before(part)
        rows = ActionRows(initial=before, prefix=PREFIX)
        rows.extra = 0 if before else 1
        form = PartForm(initial=_before(part, PART), part=part, rows=rows, back=back)
    else:
        data, pressed = press_rows(request.POST, PREFIX)
        rows = ActionRows(data, prefix=PREFIX)
        form = PartForm(data, part=part, rows=rows, back=back)
        if pressed:
            quiet(form)
        if _save_part(request, part, form):
            return _tell_saved(request, back)
    theirs = _actions_now(request, found, child) if form.saved else None
    return _page(request, "child", form, back=back, part=part, name=present.name_of(part), theirs=theirs)


def _part(found: MeetingRecord, child: uuid.UUID) -> ChildPart:
    for part in found.parts.all():
        if part.requested_child.child.ref == child:
            return part
    raise Http404


def _save_part(request: HttpRequest, part: ChildPart, form: PartForm) -> bool:
    act = partial(operations.save_part, part=part, by=person_of(request), at=now())

    def save() -> object:
        return act(version=form.answers["version"], values=form.values, actions=form.actions)

    return form.attempt(save) is not None


def _actions_now(request: HttpRequest, found: MeetingRecord, child: uuid.UUID) -> Any:
    stands = record_of(person_of(request), found.booking)
    return (
        present.actions_table(_part(stands, child), "First actions, as they were saved") if stands else None
    )
