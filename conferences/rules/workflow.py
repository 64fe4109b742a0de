"""Who may do what next, stage by stage, as tables read by one function. Pure.

A step that stands in no table is refused; the tests walk every state, event and role.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from safeguarding.labelled import Labelled


class RequestState(Labelled):
    """Where a request for a conference stands."""

    REQUESTED = "REQUESTED", "Waiting to be scheduled"
    BOOKED = "BOOKED", "Scheduled"
    HELD = "HELD", "Held and recorded"
    WITHDRAWN = "WITHDRAWN", "Withdrawn"


class ConsultationState(Labelled):
    """Where a re-plan consultation stands."""

    RAISED = "RAISED", "Waiting for the asker's account"
    ASKED = "ASKED", "Waiting for the Strategic Lead"
    MORE_INFORMATION = "MORE_INFORMATION", "More information wanted"
    AGREED = "AGREED", "Conference agreed"
    ANOTHER_WAY = "ANOTHER_WAY", "Another way advised"
    CLOSED = "CLOSED", "Closed: the request was withdrawn"


class Answer(Labelled):
    """What the Strategic Lead may answer."""

    AGREE = "AGREE", "Agree that a conference is held"
    ANOTHER_WAY = "ANOTHER_WAY", "Advise another way"
    MORE_INFORMATION = "MORE_INFORMATION", "Ask for more information"


class ThinkingTimeState(Labelled):
    """Whether thinking time was held."""

    DUE = "DUE", "To be held"
    HELD = "HELD", "Held"


class ThinkingTrigger(Labelled):
    """Why a chair takes time to think. Sources: Trafford 2018, Swindon (L)."""

    REPLAN = "REPLAN", "The child was on a plan before"
    LONG_PLAN = "LONG_PLAN", "The plan has lasted long"
    DISAGREEMENT = "DISAGREEMENT", "Agencies disagree"
    STUCK = "STUCK", "The work is stuck"
    CHAIR_ASKED = "CHAIR_ASKED", "The chair wants to think"


class BookingState(Labelled):
    """Where a booking stands."""

    BOOKED = "BOOKED", "In the diary"
    HELD = "HELD", "Held"
    CANCELLED = "CANCELLED", "Cancelled"


class MoveReason(Labelled):
    """Why a meeting was moved."""

    FAMILY = "FAMILY", "To suit the family"
    CHAIR = "CHAIR", "The chair cannot come"
    ROOM = "ROOM", "The room cannot be used"
    AGENCY = "AGENCY", "A needed agency cannot come"
    INQUORATE = "INQUORATE", "Too few agencies could come"
    INTERPRETER = "INTERPRETER", "No interpreter"
    REPORTS = "REPORTS", "Reports were not ready"
    OTHER = "OTHER", "Another reason"


class CancelReason(Labelled):
    """Why a meeting was cancelled."""

    NOT_NEEDED = "NOT_NEEDED", "The conference is no longer needed"
    WITHDRAWN = "WITHDRAWN", "The request was withdrawn"
    MOVED_AWAY = "MOVED_AWAY", "The family has moved away"
    BOOKED_WRONGLY = "BOOKED_WRONGLY", "Booked by mistake"
    OTHER = "OTHER", "Another reason"


class RecordState(Labelled):
    """Where the record of a meeting stands."""

    DRAFT = "DRAFT", "Being written"
    SIGNED = "SIGNED", "Signed by the chair"


class AttendanceMode(Labelled):
    """How somebody took part."""

    IN_PERSON = "IN_PERSON", "In person"
    VIDEO = "VIDEO", "By video"
    TELEPHONE = "TELEPHONE", "By telephone"
    WRITTEN = "WRITTEN", "Sent a report only"
    ABSENT = "ABSENT", "Did not attend"


class Event(Labelled):
    """What a person may do to a record of one of the stages."""

    BOOK = "BOOK", "Schedule"
    UNBOOK = "UNBOOK", "Put back to be scheduled"
    HOLD = "HOLD", "Record as held"
    WITHDRAW = "WITHDRAW", "Withdraw"
    ASK = "ASK", "Give the account"
    AGREE = "AGREE", "Agree"
    ADVISE_ANOTHER_WAY = "ADVISE_ANOTHER_WAY", "Advise another way"
    ASK_FOR_MORE = "ASK_FOR_MORE", "Ask for more information"
    CLOSE = "CLOSE", "Close"
    MOVE = "MOVE", "Move"
    CANCEL = "CANCEL", "Cancel"
    SAVE = "SAVE", "Save"
    SIGN = "SIGN", "Sign"


@dataclass(frozen=True)
class Step:
    """In this state these roles may do this, and it leads there."""

    state: str
    event: Event
    roles: frozenset[str]
    next: str


class NotAllowed(Exception):
    """A step that no table holds; `sentence` says so for the page."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


ASKERS = frozenset({"SOCIAL_WORKER", "TEAM_MANAGER"})
LEAD = frozenset({"STRATEGIC_LEAD"})
CHAIR = frozenset({"CHAIR"})
SCHEDULERS = frozenset({"CHAIR", "BUSINESS_SUPPORT"})

REQUEST: tuple[Step, ...] = (
    Step(RequestState.REQUESTED, Event.BOOK, SCHEDULERS, RequestState.BOOKED),
    Step(RequestState.BOOKED, Event.UNBOOK, SCHEDULERS, RequestState.REQUESTED),
    Step(RequestState.BOOKED, Event.HOLD, CHAIR, RequestState.HELD),
    Step(RequestState.REQUESTED, Event.WITHDRAW, ASKERS | LEAD, RequestState.WITHDRAWN),
)
CONSULTATION: tuple[Step, ...] = (
    *(
        Step(state, Event.ASK, ASKERS, ConsultationState.ASKED)
        for state in (ConsultationState.RAISED, ConsultationState.MORE_INFORMATION)
    ),
    Step(ConsultationState.ASKED, Event.AGREE, LEAD, ConsultationState.AGREED),
    Step(ConsultationState.ASKED, Event.ADVISE_ANOTHER_WAY, LEAD, ConsultationState.ANOTHER_WAY),
    Step(ConsultationState.ASKED, Event.ASK_FOR_MORE, LEAD, ConsultationState.MORE_INFORMATION),
    *(
        Step(state, Event.CLOSE, ASKERS | LEAD, ConsultationState.CLOSED)
        for state in (ConsultationState.RAISED, ConsultationState.ASKED, ConsultationState.MORE_INFORMATION)
    ),
)
THINKING_TIME: tuple[Step, ...] = (
    Step(ThinkingTimeState.DUE, Event.HOLD, CHAIR, ThinkingTimeState.HELD),
    Step(ThinkingTimeState.HELD, Event.SAVE, CHAIR, ThinkingTimeState.HELD),
)
BOOKING: tuple[Step, ...] = (
    Step(BookingState.BOOKED, Event.MOVE, SCHEDULERS, BookingState.BOOKED),
    Step(BookingState.BOOKED, Event.CANCEL, SCHEDULERS, BookingState.CANCELLED),
    Step(BookingState.BOOKED, Event.HOLD, CHAIR, BookingState.HELD),
)
RECORD: tuple[Step, ...] = (
    Step(RecordState.DRAFT, Event.SAVE, CHAIR, RecordState.DRAFT),
    Step(RecordState.DRAFT, Event.SIGN, CHAIR, RecordState.SIGNED),
)


def next_state(table: Sequence[Step], state: str, event: Event, role: str) -> str:
    """Where an event leads. Raises NotAllowed, with a sentence, for what the table does not hold."""
    for step in table:
        if step.state == state and step.event == event:
            if role in step.roles:
                return str(step.next)
            raise NotAllowed(f"Your role may not do this: {event.label.lower()}.")
    raise NotAllowed(
        f"This cannot be done any more: {event.label.lower()}. Somebody may have been before you."
    )


def may(table: Sequence[Step], state: str, event: Event, role: str) -> bool:
    """Whether a page should offer this event."""
    return any(step.state == state and step.event == event and role in step.roles for step in table)
