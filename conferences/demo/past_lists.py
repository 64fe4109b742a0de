"""The lists of the demo's past conferences: who was invited and when, and what became of agencies' reports.

They are kept since the year before this one: what came before is told of who came alone.
"""

from __future__ import annotations

import datetime as dt
from random import Random

from conferences.demo.past_requests import usual
from conferences.demo.past_rows import Rows, moment
from conferences.models import Attendance, Booking, Invitation, MeetingRecord
from conferences.rules.invitations import Channel, Reply, Shown
from conferences.rules.workflow import AttendanceMode
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.register.agencykinds import SOCIAL_CARE
from safeguarding.workingdays import Calendar

ANSWERS = {
    AttendanceMode.IN_PERSON: Reply.COMING,
    AttendanceMode.VIDEO: Reply.VIDEO,
    AttendanceMode.TELEPHONE: Reply.TELEPHONE,
    AttendanceMode.WRITTEN: Reply.REPORT,
    AttendanceMode.ABSENT: Reply.DECLINED,
}
INVITED_LATE, NEVER_CAME, SHOWN_LATE, NOT_SHOWN = 0.08, 0.12, 0.15, 0.05


class PastLists:
    """Tells who was on the list of each conference from a day on, from who was asked for in its record."""

    def __init__(self, rows: Rows, calendar: Calendar, since: dt.date) -> None:
        self.rows, self.calendar, self.since = rows, calendar, since
        self.rng = Random("fableshire lists")
        self.support = User.objects.get(email="support@fableshire.example")

    def tell(self) -> None:
        for one in self.rows.rows[Attendance]:
            record: MeetingRecord = one.record
            if day_of(record.booking.starts_at) >= self.since:
                self._invite(record.booking, one)

    def _invite(self, booking: Booking, one: Attendance) -> None:
        put = booking.booked_at + dt.timedelta(minutes=20)
        invited = self.calendar.add(
            day_of(put), usual("INVITE_WORKING_DAYS") + (2 if self.rng.random() < INVITED_LATE else 0)
        ).due
        meets = day_of(booking.starts_at)
        is_agency = bool(one.agency_kind)
        report = self._report(booking, one, meets) if is_agency else {}
        self.rows.add(
            Invitation(
                request=booking.request,
                person=one.person,
                name=one.name,
                role=one.role,
                agency_kind=one.agency_kind,
                is_report_asked=is_agency,
                channel=Channel.EMAIL.value if is_agency else Channel.LETTER.value,
                invited_date=min(invited, meets),
                reply=ANSWERS[AttendanceMode(one.mode)].value,
                put_on_by=self.support,
                put_on_at=put,
                told_by=self.support,
                told_at=moment(meets, 17),
                **report,
            )
        )

    def _report(self, booking: Booking, one: Attendance, meets: dt.date) -> dict[str, object]:
        """When it came, and when the family was shown it: mostly some days before."""
        is_sure = one.agency_kind == SOCIAL_CARE or one.mode == AttendanceMode.WRITTEN
        if not is_sure and self.rng.random() < NEVER_CAME:
            return {}
        late = self.rng.random() < SHOWN_LATE
        came = max(self._before(meets, 1 if late else 6), day_of(booking.booked_at))
        told: dict[str, object] = {"received_date": min(came, meets)}
        if self.rng.random() < NOT_SHOWN:
            return told
        shown = max(self._before(meets, 0 if late else 5), min(came, meets))
        how = {"shared_way": Shown.READ.value, "shared_by": booking.request.requested_by.full_name}
        return told | how | {"shared_date": shown}

    def _before(self, day: dt.date, n: int) -> dt.date:
        return self.calendar.add(day, -n).due if n else day
