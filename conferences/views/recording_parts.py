"""Writing the parts of a record: attendance, what is common to all children, and each child in turn."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.recording import AttendanceForm, AttendeeRows, CommonForm, attendance_before
from conferences.forms.recording_child import (
    ActionRows,
    NeedRows,
    PartForm,
    actions_before,
    needs_before,
    part_names,
)
from conferences.forms.recording_shown import VersionedForm
from conferences.models import ChildPart, MeetingRecord
from conferences.operations import recording as operations
from conferences.queries.consultations_record import consultations_of
from conferences.queries.exclusions import exclusions_of, kept_from
from conferences.queries.invitations import on_list
from conferences.queries.preparation import views_of_child
from conferences.queries.recording import family_of, kinds_for, record_of, scale_on, workers_of
from conferences.views.presenters import recording as present
from conferences.views.presenters.consultations_record import Decided, decided
from conferences.views.presenters.exclusions import attendance_lines
from conferences.views.presenters.plans import plan_href
from conferences.views.presenters.plans_page import lines_table, part_advice
from conferences.views.presenters.preparation import views_row
from conferences.views.presenters.recording_saves import mark_of, saves_of, words_by_key
from conferences.views.recording import draft_of
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import day_of, now
from safeguarding.models import Relationship, User
from safeguarding.models.base import children_read
from safeguarding.pagekit.rows import press_rows, quiet
from safeguarding.pages.drafts import shows_saves, typed
from safeguarding.versions import StaleVersion
from safeguarding.wording import uk_time

METHODS = ["GET", "HEAD", "POST"]
PREFIX, NEEDS = "rows", "needs"


def _before(standing: StaleVersion) -> dict[str, Any]:
    return standing.theirs | {"version": standing.version, "seen": standing.seen}


def _tell_saved(request: HttpRequest, back: str) -> HttpResponse:
    messages.success(request, f"Draft saved at {uk_time(now())}.")
    return redirect(back)


def _page(
    request: HttpRequest, template: str, form: VersionedForm, record: MeetingRecord, **values: Any
) -> HttpResponse:
    """The form's page; 409 where somebody else saved first."""
    shown = {"form": form, "theirs": None} | values
    shown |= {"saves": saves_of(record), "booking": record.booking}
    return render(request, f"conferences/recording/{template}.html", shown, status=form.status)


def _common(record: MeetingRecord) -> StaleVersion:
    return operations.standing_common(record, CommonForm.TEXTS, people=False)


def _attended(record: MeetingRecord, user: User) -> StaleVersion:
    texts = AttendanceForm.TEXTS if operations.decides(record.booking, user) else ()
    return operations.standing_common(record, texts, people=True)


def _standing_part(part: ChildPart, user: User) -> StaleVersion:
    return operations.standing_part(part, part_names(operations.decides(part.record.booking, user)))


def common_now(user: User, ref: uuid.UUID) -> StaleVersion | None:
    found = draft_of(user, ref)
    return _common(found) if found else None


def attendance_now(user: User, ref: uuid.UUID) -> StaleVersion | None:
    found = draft_of(user, ref)
    return _attended(found, user) if found else None


def part_now(user: User, ref: uuid.UUID, child: uuid.UUID) -> StaleVersion | None:
    found = draft_of(user, ref)
    return _standing_part(_part(found, child), user) if found else None


@shows_saves(common_now)
@needs(Permission.WRITE_RECORD)
@require_http_methods(METHODS)
def record_common(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What is working well and what we are worried about, side by side, and what the family says."""
    found = draft_of(person_of(request), ref)
    if found is None:
        return redirect("record", ref=ref)
    back, standing = reverse("record", args=[ref]), _common(found)
    form = CommonForm(typed(request), initial=_before(standing), back=back)
    form.join_if_put_back(standing)
    act = partial(operations.save_common, record=found, by=person_of(request), at=now())
    if form.attempt(lambda: act(**form.opened, values=form.answers)):
        return _tell_saved(request, back)
    return _page(request, "common", form, found, back=back)


@needs(Permission.WRITE_RECORD)
@require_safe
def record_saves(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Who saved each part last, for the script of an open page: no child is shown by it."""
    token = children_read.set(None)
    try:
        found = draft_of(person_of(request), ref)
    finally:
        children_read.reset(token)
    told = {"saves": words_by_key(found), "mark": mark_of(found)} if found else {"saves": {}}
    return JsonResponse(told)


@shows_saves(attendance_now)
@needs(Permission.WRITE_RECORD)
@require_http_methods(METHODS)
def record_attendance(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Who attended, in one table of rows; whether that made a quorum is worked out."""
    user = person_of(request)
    found = draft_of(user, ref)
    if found is None:
        return redirect("record", ref=ref)
    family = family_of(user, found.booking.request)
    form, pressed = _attendance_form(request, found, family)
    if pressed:
        quiet(form)
    if _save_attendance(request, found, form, family):
        return _tell_saved(request, reverse("record_attendance", args=[ref]))
    theirs = _attendance_now(request, found) if form.saved else None
    sentence = present.quoracy_sentence(found)
    return _page(
        request,
        "attendance",
        form,
        found,
        back=form.back,
        quoracy=sentence,
        theirs=theirs,
        excluded=_excluded(user, found),
    )


def _excluded(user: User, found: MeetingRecord) -> list[str]:
    return attendance_lines(exclusions_of(user, found.booking.request))


def _attendance_form(
    request: HttpRequest, found: MeetingRecord, family: Sequence[Relationship]
) -> tuple[AttendanceForm, bool]:
    """The form and whether a button of its rows was pressed; not begun, it names who is expected."""
    user = person_of(request)
    back, standing = reverse("record", args=[found.booking.ref]), _attended(found, user)
    data, pressed = press_rows(typed(request), PREFIX)
    before = None
    if data is None:
        whole = found.booking.request
        asked, workers = on_list(user, whole), workers_of(user, whole)
        kept = kept_from(whole)
        before = attendance_before(found, asked, family, workers, day_of(found.booking.starts_at), kept)
    rows = AttendeeRows(data, initial=before, prefix=PREFIX, form_kwargs={"kinds": kinds_for(found)})
    decides = operations.decides(found.booking, user)
    form = AttendanceForm(data, initial=_before(standing), rows=rows, back=back, decides=decides)
    form.join_if_put_back(standing)
    return form, pressed


def _save_attendance(
    request: HttpRequest, found: MeetingRecord, form: AttendanceForm, family: Sequence[Relationship]
) -> bool:
    people = [tie.person for tie in family]
    act = partial(operations.save_common, record=found, by=person_of(request), at=now())

    def save() -> object:
        return act(**form.opened, values=form.answers, attendances=form.attendees(people))

    return form.attempt(save) is not None


def _attendance_now(request: HttpRequest, found: MeetingRecord) -> Any:
    stands = record_of(person_of(request), found.booking)
    people = list(stands.attendances.all()) if stands else []
    return present.attendance_table(people, "Who attended, as it was saved")


@shows_saves(part_now)
@needs(Permission.WRITE_RECORD)
@require_http_methods(METHODS)
def record_child(request: HttpRequest, ref: uuid.UUID, child: uuid.UUID) -> HttpResponse:
    """One child's part: the child's voice, what is so for this child, the decision and its first actions."""
    found = draft_of(person_of(request), ref)
    if found is None:
        return redirect("record", ref=ref)
    part, back = _part(found, child), reverse("record", args=[ref])
    form, pressed = _part_form(request, part, back)
    if pressed:
        quiet(form)
    if _save_part(request, part, form):
        return _tell_saved(request, back)
    theirs = _lines_now(request, found, child) if form.saved else []
    name = present.name_of(part)
    decided = _consulted(person_of(request), part)
    before = views_of_child(person_of(request), part.requested_child)
    told = {
        "decided": decided,
        "before": [views_row(one) for one in before],
        "decision": [] if form.decides else present.decision_rows(part),
        "advice": part_advice(part),
        "plan_href": plan_href(part.requested_child.plan),
    }
    return _page(request, "child", form, found, back=back, part=part, name=name, theirs=theirs, **told)


def _consulted(user: User, part: ChildPart) -> list[Decided]:
    """What was decided on this child's consultation, for the chair who records the conference."""
    found = consultations_of(user, part.record.booking.request)
    return decided([one for one in found if one.child.pk == part.requested_child.child_id], user)


def _part_form(request: HttpRequest, part: ChildPart, back: str) -> tuple[PartForm, bool]:
    """The form and whether a button of its rows was pressed."""
    data, pressed = press_rows(typed(request), NEEDS, PREFIX)
    decides = operations.decides(part.record.booking, person_of(request))
    before, standing = actions_before(part), _standing_part(part, person_of(request))
    rows = ActionRows(data, initial=before if data is None else None, prefix=PREFIX)
    rows.extra = 0 if before or data is not None else 1
    wanted = needs_before(part)
    if data is not None and f"{NEEDS}-TOTAL_FORMS" not in data:
        data = _with_needs(data, wanted)
    needed = NeedRows(data, initial=wanted if data is None else None, prefix=NEEDS)
    needed.extra = 0 if wanted or data is not None else 1
    scale = scale_on(day_of(part.record.booking.starts_at))
    given: dict[str, Any] = {"part": part, "rows": rows, "needs": needed, "back": back, "scale": scale}
    form = PartForm(data, initial=_before(standing), decides=decides, **given)
    form.join_if_put_back(standing)
    return form, pressed


def _with_needs(data: QueryDict, needs: Sequence[dict[str, Any]]) -> QueryDict:
    """What was sent, with the needs that stand: a draft of before needs were asked takes none away, also when
    its page is sent again.
    """
    filled = data.copy()
    filled.update({f"{NEEDS}-TOTAL_FORMS": str(len(needs)), f"{NEEDS}-INITIAL_FORMS": "0"})
    for index, need in enumerate(needs):
        filled.update({f"{NEEDS}-{index}-{name}": text for name, text in need.items()})
    return filled


def _part(found: MeetingRecord, child: uuid.UUID) -> ChildPart:
    for part in found.parts.all():
        if part.requested_child.child.ref == child:
            return part
    raise Http404


def _save_part(request: HttpRequest, part: ChildPart, form: PartForm) -> bool:
    act = partial(operations.save_part, part=part, by=person_of(request), at=now())

    def save() -> object:
        return act(**form.opened, values=form.values, child_needs=form.child_needs, actions=form.actions)

    return form.attempt(save) is not None


def _lines_now(request: HttpRequest, found: MeetingRecord, child: uuid.UUID) -> list[Any]:
    """What somebody else saved of the needs and the actions."""
    stands = record_of(person_of(request), found.booking)
    if stands is None:
        return []
    part = _part(stands, child)
    actions = present.actions_table(part, "First actions, as they were saved")
    return [lines_table(part, "What the child needs, as it was saved"), actions]
