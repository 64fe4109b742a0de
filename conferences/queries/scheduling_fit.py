"""What the day of a request must fit, as it was told; and who of its list needs an interpreter besides."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from conferences.models import BusyTime, Invitation, Request, RequestFit
from conferences.rules.invitations import Need
from conferences.rules.scheduling_fit import Busy, BusyKind, Fit
from safeguarding.workingdays import Calendar

WHY = "what the day of a request in scope must fit"


@dataclass(frozen=True)
class Told:
    """What was told of a request's day; `fit` None where nothing was. `unmet`: who of its list needs an
    interpreter, while none is told of here.
    """

    fit: RequestFit | None
    busy: tuple[BusyTime, ...]
    unmet: tuple[str, ...]

    @property
    def interpreter(self) -> str:
        return self.fit.interpreter if self.fit else ""


def told_fit(request: Request) -> Told:
    """Three queries, of a request in scope."""
    return told_fits([request])[request.pk]


def told_fits(requests: Collection[Request]) -> dict[int, Told]:
    """{request: what was told of it}, of requests in scope: three queries."""
    of = {"request__in": [request.pk for request in requests]}
    fits = RequestFit.objects.unscoped(WHY).filter(**of).select_related("told_by")
    fit = {one.request_id: one for one in fits}
    busy: dict[int, list[BusyTime]] = defaultdict(list)
    for one in BusyTime.objects.unscoped(WHY).filter(**of, off_at=None).select_related("told_by", "request"):
        busy[one.request_id].append(one)
    needing = Invitation.objects.unscoped("who of the list of a request in scope needs an interpreter")
    listed = needing.filter(**of, off_at=None, needs__contains=[Need.INTERPRETER.value]).order_by("pk")
    unmet: dict[int, list[str]] = defaultdict(list)
    for request, name in listed.values_list("request", "name"):
        if request not in fit or not fit[request].interpreter:
            unmet[request].append(name)
    return {one.pk: Told(fit.get(one.pk), tuple(busy[one.pk]), tuple(unmet[one.pk])) for one in requests}


def busy_of(request: Request) -> QuerySet[BusyTime]:
    rows: QuerySet[BusyTime] = BusyTime.objects.unscoped(WHY).filter(request=request, off_at=None)
    return rows.select_related("told_by").order_by("pk")


def fit_of(told: Told, notice: int, on: dt.date, calendar: Calendar) -> Fit:
    """As the search for a time takes it. `notice`: the working days in which an interpreter is found."""
    lacking = {calendar.add(on, number).due: notice - number for number in range(notice)}
    return Fit(
        interpreter=told.interpreter,
        lacks_interpreter=lacking if told.interpreter else {},
        apart=dt.timedelta(minutes=told.fit.apart_minutes if told.fit else 0),
        busy=tuple(busy_as_told(one) for one in told.busy),
    )


def busy_as_told(one: BusyTime) -> Busy:
    kind = BusyKind(one.kind)
    return Busy(kind, one.who, one.weekday, one.day_date, one.from_time, one.to_time)
