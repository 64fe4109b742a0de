"""The lines of an e-mail: what its reader is to be told and may see, siblings joined, what presses first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence, Set
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from conferences.models import Booking, Consultation, Duty, Notice, Request, RequestedChild
from conferences.queries.duties_lines import Lines, Part
from conferences.queries.duties_parts import NO_FILTERS, duties_of_part
from conferences.rules.deadlines import CATALOGUE, Code
from conferences.rules.notices import Change, Line, Section, before_words, due_words
from safeguarding.access.scope import governed, in_part, scope
from safeguarding.accounts.leave import on_day
from safeguarding.golive.day import live_since
from safeguarding.models import Child, User
from safeguarding.wording import lower_first, uk_day, uk_meeting


@dataclass(frozen=True)
class Told:
    """What an e-mail tells: its lines, and the ids of the notices that they settle."""

    lines: Sequence[Line]
    notices: Sequence[int]


def address(name: str, *arguments: UUID | str) -> str:
    """The whole address of a page, as it stands in an e-mail."""
    return f"{settings.SITE_URL}{reverse(name, args=arguments)}"


def lines_of(person: User, notices: Sequence[Notice], on: dt.date) -> Told:
    """The lines of some notices for their recipient on a day, in a fixed number of queries."""
    before, settled = _line_of_before(person, [notice for notice in notices if notice.go_live_id], on)
    duties, known = _duty_lines(person, [notice for notice in notices if notice.duty_id], on)
    changes, others = _change_lines(person, [notice for notice in notices if not notice.duty_id])
    lines = sorted([*before, *duties, *changes], key=lambda line: list(Section).index(line.section))
    return Told(lines, [*settled, *known, *others])


def _line_of_before(person: User, notices: Sequence[Notice], on: dt.date) -> tuple[list[Line], list[int]]:
    """Where the service went live: one line for all that was due before, by its number; none where nothing
    was.
    """
    since = live_since(on) if notices else None
    if since is None:
        return [], []
    count = len(Lines(Part.BEFORE, duties_of_part(person, Part.BEFORE, on, NO_FILTERS, since), on))
    line = Line(Section.BEFORE, before_words(count, since), address("my_work_list", Part.BEFORE.value))
    return ([line], [notice.pk for notice in notices]) if count else ([], [])


def unseen(person: User, notices: Sequence[Notice]) -> list[int]:
    """The ids of those notices that are about something which this person may not see."""
    hidden: list[int] = []
    for field, model in {"duty": Duty, **{field: model for field, (model, _) in PAGES.items()}}.items():
        about = {n.pk: getattr(n, f"{field}_id") for n in notices if getattr(n, f"{field}_id")}
        if about:
            seen = set(scope(person, model).filter(pk__in=set(about.values())).values_list("pk", flat=True))
            hidden += [pk for pk, record in about.items() if record not in seen]
    governs = _governed(person, notices)
    told = {n.pk for n in notices if n.change == Change.FILE_UNNAMED and n.child_id in governs}
    return [pk for pk in hidden if pk not in told]


# ----- What falls due --------------------------------------------------------------------------------------


def _duty_lines(person: User, notices: Sequence[Notice], on: dt.date) -> tuple[list[Line], list[int]]:
    """One line for what siblings share, by its day and then what the law sets first."""
    seen = scope(person, Duty).filter(closed_at__isnull=True, pk__in={n.duty_id for n in notices})
    duties = {duty.pk: duty for duty in seen.select_related("child")}
    away = set(on_day(on).filter(deputy=person).values_list("person", flat=True))
    own = [n for n in notices if n.duty_id in duties and _is_theirs(person, n, duties[n.duty_id], away)]
    own.sort(key=lambda n: (n.due_date, list(CATALOGUE).index(Code(duties[n.duty_id].kind)), n.pk))
    joined: dict[tuple[object, ...], Line] = {}
    for notice in own:
        duty = duties[notice.duty_id]
        section = _section(notice, duty)
        family = duty.child.family_id or -duty.child_id
        key = (section, duty.kind, duty.due_date, family)
        joined.setdefault(key, _duty_line(section, duty, on))
    return list(joined.values()), [notice.pk for notice in own]


def _is_theirs(person: User, notice: Notice, duty: Duty, away: Set[int | None]) -> bool:
    """Whether it still is: what passed to somebody else since is told to them. `away` they stand in for."""
    if _section(notice, duty) is Section.PASSED_UP:
        return True
    return duty.owner_id in {None, person.pk} | away


def _duty_line(section: Section, duty: Duty, on: dt.date) -> Line:
    """What is the reader's own stands under its day; what is passed up says its own."""
    what = CATALOGUE[Code(duty.kind)].words_for(duty.owner_role)
    due = due_words(duty.due_date, on)
    link = address("duty", duty.ref)
    if section is Section.NEW:
        return Line(section, what, link, due)
    return Line(section, f"{what}: {lower_first(due)}", link)


def _section(notice: Notice, duty: Duty) -> Section:
    is_escalation = any(
        rung.is_escalation for rung in CATALOGUE[Code(duty.kind)].ladder if rung.code == notice.rung
    )
    return Section.PASSED_UP if is_escalation else Section.NEW


# ----- What was changed ------------------------------------------------------------------------------------

# What the new chair is told, where the others hear that there is another.
YOU_CHAIR = "You are the chair of a conference now"
OVER = (Change.CANCELLED, Change.INQUORATE, Change.ABANDONED)
YOU_TYPE = "You take the minutes of a conference now"
DECIDE_MOVED = "The day by which a re-plan consultation is to be decided has moved"
Changed = Booking | Consultation | Request | RequestedChild | Child
# Where somebody names who may see a record that they do not see.
ACCESS = "child_access"
# The record that a change is of, by the field that names it, and the page where it is read.
PAGES: dict[str, tuple[type[Changed], str]] = {
    "booking": (Booking, "booking"),
    "consultation": (Consultation, "consultation"),
    "request": (Request, "request"),
    "requested_child": (RequestedChild, "request"),
    "child": (Child, "child"),
}


def _change_lines(person: User, notices: Sequence[Notice]) -> tuple[list[Line], list[int]]:
    lines: dict[tuple[str, str, str], Line] = {}
    told: list[int] = []
    for field, (model, page) in PAGES.items():
        ids = {getattr(n, f"{field}_id") for n in notices} - {None}
        if not ids:
            continue
        related = ("request",) if field == "requested_child" else ()
        # The line of a meeting or a request tells its time alone, so to the workers of each of its children.
        seen = in_part(person, model) if model in (Booking, Request) else scope(person, model)
        seen = seen.filter(pk__in=ids).select_related(*related)
        records = {record.pk: record for record in seen}
        governed_too = _governed(person, notices) if field == "child" else {}
        for notice in notices:
            governs = notice.change == Change.FILE_UNNAMED
            if record := (governed_too if governs else records).get(getattr(notice, f"{field}_id")):
                told.append(notice.pk)
                line = _change_line(person, Change(notice.change), record, ACCESS if governs else page)
                lines[line.words, line.link, notice.change] = line
    return list(lines.values()), told


def _governed(person: User, notices: Sequence[Notice]) -> dict[int, Child]:
    """The children of whose records this person is told because they govern them, by id."""
    ids = {notice.child_id for notice in notices if notice.change == Change.FILE_UNNAMED}
    return {child.pk: child for child in governed(person, Child).filter(pk__in=ids)} if ids else {}


def _change_line(person: User, change: Change, record: Changed, page: str) -> Line:
    words = change.label
    if isinstance(record, Booking):
        if change is Change.CHAIR_CHANGED and record.chair_id == person.pk:
            words = YOU_CHAIR
        if change is Change.MINUTES and record.minute_taker_id == person.pk:
            words = YOU_TYPE
        when = uk_meeting(record.starts_at, record.ends_at)
        words = f"{words}: it was for {when}" if change in OVER else f"{words}: {when}"
    if isinstance(record, RequestedChild):
        words = f"{words}: it is due by {uk_day(record.due_date)}"
        return Line(Section.CHANGED, words, address(page, record.request.ref))
    if isinstance(record, Consultation) and change is Change.DAY_MOVED:
        words = f"{DECIDE_MOVED}: it is due by {uk_day(record.decide_by_date)}"
    ref: UUID = record.ref
    return Line(Section.CHANGED, words, address(page, ref))
