"""The one catalogue of duties: what falls due after what, for whom, by which rule. Pure.

A duty is derived from the facts as they stand: the same facts give the same duties, however often asked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from safeguarding.labelled import Labelled
from safeguarding.workingdays import Calendar


class DutyKind(Labelled):
    """Something that must be done by a day. The order is the statutory one: what the law sets comes first."""

    SCHEDULE_CONFERENCE = "SCHEDULE_CONFERENCE", "Hold the conference"
    HOLD_REVIEW = "HOLD_REVIEW", "Hold the review conference"
    HOLD_CORE_GROUP = "HOLD_CORE_GROUP", "Hold the first core group"
    ASK_CONSULTATION = "ASK_CONSULTATION", "Give the account for the re-plan consultation"
    DECIDE_CONSULTATION = "DECIDE_CONSULTATION", "Decide the re-plan consultation"
    HOLD_THINKING_TIME = "HOLD_THINKING_TIME", "Hold thinking time"
    FINISH_RECORD = "FINISH_RECORD", "Finish the record"
    SEND_LETTERS = "SEND_LETTERS", "Send the decision letters"
    SEND_RECORD = "SEND_RECORD", "Send the record"


STATUTORY_ORDER = {kind.value: at for at, kind in enumerate(DutyKind)}
# Whose duty it is where no one person holds it.
ROLE: Mapping[DutyKind, str] = {
    DutyKind.SCHEDULE_CONFERENCE: "BUSINESS_SUPPORT",
    DutyKind.HOLD_REVIEW: "BUSINESS_SUPPORT",
    DutyKind.HOLD_CORE_GROUP: "SOCIAL_WORKER",
    DutyKind.ASK_CONSULTATION: "SOCIAL_WORKER",
    DutyKind.DECIDE_CONSULTATION: "STRATEGIC_LEAD",
    DutyKind.HOLD_THINKING_TIME: "CHAIR",
    DutyKind.FINISH_RECORD: "CHAIR",
    DutyKind.SEND_LETTERS: "BUSINESS_SUPPORT",
    DutyKind.SEND_RECORD: "BUSINESS_SUPPORT",
}


@dataclass(frozen=True)
class Fact:
    """Something that a duty may follow from.

    `day` is the due day where `counted_from` is None, else it is worked out: `limit` working days from it.
    `owner` is the id of the person whose duty it is, None for a role's. `is_met` once it was done, `is_gone`
    once it need not be.
    """

    kind: DutyKind
    subject: str
    child: int
    day: date | None = None
    counted_from: date | None = None
    limit: int = 0
    owner: int | None = None
    role: str = ""
    is_met: bool = False
    is_gone: bool = False

    def due(self, calendar: Calendar) -> date:
        if self.counted_from is not None:
            return calendar.add(self.counted_from, self.limit).due
        assert self.day is not None
        return self.day


@dataclass(frozen=True)
class DueDuty:
    """A duty that stands: what, on what, for whom, by when."""

    kind: DutyKind
    subject: str
    child: int
    due_date: date
    owner: int | None
    role: str

    @property
    def key(self) -> tuple[str, str]:
        return self.kind.value, self.subject


def standing_duties(
    facts: Iterable[Fact], *, on: date, notice_working_days: int, calendar: Calendar
) -> list[DueDuty]:
    """The duties that stand on a day: not done, not fallen away, and due within the notice given of them."""
    horizon = calendar.add(on, notice_working_days).due
    duties = [_duty(fact, calendar) for fact in facts if not fact.is_met and not fact.is_gone]
    return [duty for duty in duties if duty.due_date <= horizon]


def _duty(fact: Fact, calendar: Calendar) -> DueDuty:
    role = fact.role or ROLE[fact.kind]
    return DueDuty(fact.kind, fact.subject, fact.child, fact.due(calendar), fact.owner, role)


def closed_because(fact: Fact | None) -> str:
    """Why a duty that stands no longer is closed: it was met, or it is gone."""
    return "MET" if fact is not None and fact.is_met else "GONE"
