"""What may be done next, stage by stage, and which right it needs, as tables read by one function. Pure.

A step that stands in no table is refused; the tests walk every state, event and role.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from conferences.rules.consultations import UNANSWERED, Answer, ConsultationState
from safeguarding.labelled import Labelled
from safeguarding.refusals import FORBIDDEN, Refused
from safeguarding.rights import Permission as P
from safeguarding.rights import holds
from safeguarding.wording import lower_first


class RequestState(Labelled):
    """Where a request for a conference stands."""

    REQUESTED = "REQUESTED", "Waiting to be scheduled"
    BOOKED = "BOOKED", "Scheduled"
    HELD = "HELD", "Held and recorded"
    WITHDRAWN = "WITHDRAWN", "Withdrawn"


# A conference lies ahead.
OPEN_REQUESTS = (RequestState.REQUESTED, RequestState.BOOKED)


class ThinkingTimeState(Labelled):
    """Whether thinking time was held."""

    DUE = "DUE", "To be held"
    HELD = "HELD", "Held"


class ThinkingTrigger(Labelled):
    """Why a chair takes time to think. Sources: Trafford 2018, Swindon (L)."""

    REPLAN = "REPLAN", "The child was on a plan before"
    LONG_PLAN = "LONG_PLAN", "The plan has lasted long"
    DISAGREEMENT = "DISAGREEMENT", "Agencies disagree"
    INCIDENT = "INCIDENT", "A serious incident"
    WORKERS = "WORKERS", "The child’s worker changed again and again"
    STUCK = "STUCK", "The work is stuck"
    CHAIR_ASKED = "CHAIR_ASKED", "The chair wants to think"
    ASKED = "ASKED", "Whoever leads the unit asks for it"


# What somebody asks for by hand; the rules find the rest.
BY_HAND = (
    ThinkingTrigger.INCIDENT,
    ThinkingTrigger.DISAGREEMENT,
    ThinkingTrigger.STUCK,
    ThinkingTrigger.ASKED,
)
CHAIRS_OWN = (
    ThinkingTrigger.LONG_PLAN,
    ThinkingTrigger.DISAGREEMENT,
    ThinkingTrigger.INCIDENT,
    ThinkingTrigger.STUCK,
    ThinkingTrigger.CHAIR_ASKED,
)


class BookingState(Labelled):
    """Where a booking stands."""

    BOOKED = "BOOKED", "In the diary"
    HELD = "HELD", "Held"
    CANCELLED = "CANCELLED", "Cancelled"
    INQUORATE = "INQUORATE", "Not quorate, not held"
    ADJOURNED = "ADJOURNED", "Adjourned"
    ABANDONED = "ABANDONED", "Abandoned"


# The one booking of a request that its conference is, or will be.
STANDING = (BookingState.BOOKED, BookingState.HELD)
# It met, or was to meet, and nothing was decided: a new date follows.
UNDECIDED = (BookingState.INQUORATE, BookingState.ADJOURNED, BookingState.ABANDONED)


class LateReason(Labelled):
    """Why a conference is held after its last day by law (R4)."""

    FAMILY = "FAMILY", "The family asked for a later day, or could not come"
    CHILD = "CHILD", "To hold it for brothers and sisters together"
    INTERPRETER = "INTERPRETER", "No interpreter or other support for the family"
    AGENCY = "AGENCY", "A needed agency could not come"
    REPORTS = "REPORTS", "Reports or an assessment were not ready"
    CHAIR = "CHAIR", "No chair was free"
    ROOM = "ROOM", "No room was free"
    ASKED_LATE = "ASKED_LATE", "It was asked for too late"
    FOUND_LATE = "FOUND_LATE", "The child or the concern was found late"
    ANOTHER_WAY = "ANOTHER_WAY", "Another way was decided first"
    SITTING = "SITTING", "An earlier sitting ended without a decision"
    EVENT = "EVENT", "Weather, illness or another event"
    OTHER = "OTHER", "Another reason"


class EnteredReason(Labelled):
    """Why a meeting is entered only after it was held."""

    DOWN = "DOWN", "The service could not be reached then"
    BEFORE = "BEFORE", "It was booked or held before this service was used"
    URGENT = "URGENT", "It was held at short notice"
    MISSED = "MISSED", "Entering it was forgotten"
    OTHER = "OTHER", "Another reason"


class OutcomeReason(Labelled):
    """Why a meeting ended, or did not begin, without a decision."""

    NO_SOCIAL_CARE = "NO_SOCIAL_CARE", "Children’s social care did not come"
    TOO_FEW = "TOO_FEW", "Too few other agencies came"
    TIME = "TIME", "There was not enough time"
    REPORTS = "REPORTS", "A report, or a fact that was needed, was missing"
    INTERPRETER = "INTERPRETER", "There was no interpreter, or the wrong one"
    FAMILY = "FAMILY", "The family could not go on, or asked for another day"
    AGENCY = "AGENCY", "An agency that was needed had to leave"
    SAFETY = "SAFETY", "It was not safe to go on"
    BUILDING = "BUILDING", "The room or the building had to be left"
    CONNECTION = "CONNECTION", "The connection failed"
    CHAIR = "CHAIR", "The chair could not go on, and nobody could take over"
    OTHER = "OTHER", "Another reason"


OUTCOME_REASONS: dict[BookingState, tuple[OutcomeReason, ...]] = {
    BookingState.INQUORATE: (OutcomeReason.NO_SOCIAL_CARE, OutcomeReason.TOO_FEW, OutcomeReason.OTHER),
    BookingState.ADJOURNED: (
        OutcomeReason.TIME,
        OutcomeReason.REPORTS,
        OutcomeReason.INTERPRETER,
        OutcomeReason.FAMILY,
        OutcomeReason.AGENCY,
        OutcomeReason.OTHER,
    ),
    BookingState.ABANDONED: (
        OutcomeReason.SAFETY,
        OutcomeReason.FAMILY,
        OutcomeReason.BUILDING,
        OutcomeReason.CONNECTION,
        OutcomeReason.CHAIR,
        OutcomeReason.OTHER,
    ),
}


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


class ChairReason(Labelled):
    """Why another chair takes over on the day."""

    ILL = "ILL", "The chair is ill"
    HELD_UP = "HELD_UP", "The chair cannot get there in time"
    EMERGENCY = "EMERGENCY", "The chair was called away"
    TIES = "TIES", "The chair turned out to know the case or the family"
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
    AGREE_LEGAL = "AGREE_LEGAL", "Agree with a legal planning meeting"
    ADVISE_ANOTHER_WAY = "ADVISE_ANOTHER_WAY", "Decide another way"
    ASK_FOR_MORE = "ASK_FOR_MORE", "Ask for more information"
    ESCALATE = "ESCALATE", "Escalate"
    USE_RIGHT = "USE_RIGHT", "Record a partner agency’s right to a conference"
    SUPERSEDE = "SUPERSEDE", "Replace a decision"
    CLOSE = "CLOSE", "Close"
    TAKE_BACK = "TAKE_BACK", "Withdraw the consultation"
    END = "END", "End, because no conference is held for the child any more"
    MOVE = "MOVE", "Move"
    CANCEL = "CANCEL", "Cancel"
    FIND_INQUORATE = "FIND_INQUORATE", "Say that too few agencies came"
    ADJOURN = "ADJOURN", "Adjourn"
    ABANDON = "ABANDON", "Say that it was abandoned"
    PUT_BACK = "PUT_BACK", "Say that it did not end"
    SAVE = "SAVE", "Save"
    SIGN = "SIGN", "Sign"


@dataclass(frozen=True)
class Step:
    """In this state whoever holds the right may do this, and it leads there; so may who holds `in_place`,
    where an operation finds that nobody else may.
    """

    state: str
    event: Event
    needs: P
    next: str
    in_place: P | None = None

    def is_for(self, role: str) -> bool:
        return holds(role, self.needs) or (self.in_place is not None and holds(role, self.in_place))


REQUEST: tuple[Step, ...] = (
    Step(RequestState.REQUESTED, Event.BOOK, P.SCHEDULE, RequestState.BOOKED),
    Step(RequestState.BOOKED, Event.UNBOOK, P.SCHEDULE, RequestState.REQUESTED),
    Step(RequestState.BOOKED, Event.HOLD, P.RECORD_CONFERENCE, RequestState.HELD),
    Step(RequestState.REQUESTED, Event.WITHDRAW, P.WITHDRAW_REQUEST, RequestState.WITHDRAWN),
    # The last child of it has died, or is on no plan any more.
    Step(RequestState.REQUESTED, Event.END, P.RECORD_LIFE_EVENT, RequestState.WITHDRAWN),
    Step(RequestState.BOOKED, Event.END, P.RECORD_LIFE_EVENT, RequestState.WITHDRAWN),
)
DECIDE = P.DECIDE_CONSULTATION
# What each answer does to a consultation.
ANSWERS: dict[Answer, Event] = {
    Answer.AGREE: Event.AGREE,
    Answer.AGREE_LEGAL: Event.AGREE_LEGAL,
    Answer.ANOTHER_WAY: Event.ADVISE_ANOTHER_WAY,
    Answer.MORE_INFORMATION: Event.ASK_FOR_MORE,
    Answer.ESCALATE: Event.ESCALATE,
    Answer.PARTNER_RIGHT: Event.USE_RIGHT,
}
CONSULTATION: tuple[Step, ...] = (
    # Given, the account may still be added to until it is answered.
    *(Step(state, Event.ASK, P.ASK_CONFERENCE, ConsultationState.ASKED) for state in UNANSWERED),
    *(
        Step(state, event, DECIDE, leads, in_place=P.DECIDE_IN_PLACE)
        for state in (ConsultationState.ASKED, ConsultationState.ESCALATED)
        for event, leads in (
            (Event.AGREE, ConsultationState.AGREED),
            (Event.AGREE_LEGAL, ConsultationState.AGREED),
            (Event.ADVISE_ANOTHER_WAY, ConsultationState.ANOTHER_WAY),
            (Event.ASK_FOR_MORE, ConsultationState.MORE_INFORMATION),
        )
    ),
    Step(ConsultationState.ASKED, Event.ESCALATE, DECIDE, ConsultationState.ESCALATED),
    # A later decision is one on the account that stands, with the reason why.
    *(
        Step(state, Event.SUPERSEDE, DECIDE, ConsultationState.ASKED)
        for state in (ConsultationState.AGREED, ConsultationState.ANOTHER_WAY)
    ),
    *(
        Step(state, Event.USE_RIGHT, P.RECORD_PARTNER_RIGHT, ConsultationState.AGREED)
        for state in (*UNANSWERED, ConsultationState.ANOTHER_WAY)
    ),
    # Withdrawn, or held, before anybody answered.
    *(Step(state, Event.CLOSE, P.WITHDRAW_REQUEST, ConsultationState.CLOSED) for state in UNANSWERED),
    *(Step(state, Event.HOLD, P.RECORD_CONFERENCE, ConsultationState.CLOSED) for state in UNANSWERED),
    # Raised by hand, before anybody answered; or agreed, and not asked for after all: the decision stays.
    *(Step(state, Event.TAKE_BACK, P.CONSULT, ConsultationState.CLOSED) for state in UNANSWERED),
    Step(ConsultationState.AGREED, Event.TAKE_BACK, P.CONSULT, ConsultationState.AGREED),
)
THINKING_TIME: tuple[Step, ...] = (
    Step(ThinkingTimeState.DUE, Event.HOLD, P.HOLD_THINKING_TIME, ThinkingTimeState.HELD),
    Step(ThinkingTimeState.HELD, Event.SAVE, P.HOLD_THINKING_TIME, ThinkingTimeState.HELD),
)
BOOKING: tuple[Step, ...] = (
    Step(BookingState.BOOKED, Event.MOVE, P.SCHEDULE, BookingState.BOOKED),
    Step(BookingState.BOOKED, Event.CANCEL, P.SCHEDULE, BookingState.CANCELLED),
    Step(BookingState.BOOKED, Event.HOLD, P.RECORD_CONFERENCE, BookingState.HELD),
    Step(BookingState.BOOKED, Event.END, P.RECORD_LIFE_EVENT, BookingState.CANCELLED),
    Step(BookingState.BOOKED, Event.FIND_INQUORATE, P.RECORD_CONFERENCE, BookingState.INQUORATE),
    Step(BookingState.BOOKED, Event.ADJOURN, P.RECORD_CONFERENCE, BookingState.ADJOURNED),
    Step(BookingState.BOOKED, Event.ABANDON, P.RECORD_CONFERENCE, BookingState.ABANDONED),
    # What was told by mistake is told otherwise.
    Step(BookingState.INQUORATE, Event.ABANDON, P.RECORD_CONFERENCE, BookingState.ABANDONED),
    Step(BookingState.ABANDONED, Event.FIND_INQUORATE, P.RECORD_CONFERENCE, BookingState.INQUORATE),
    *(
        Step(state, Event.PUT_BACK, P.RECORD_CONFERENCE, BookingState.BOOKED)
        for state in (BookingState.INQUORATE, BookingState.ADJOURNED, BookingState.ABANDONED)
    ),
)
RECORD: tuple[Step, ...] = (
    Step(RecordState.DRAFT, Event.SAVE, P.WRITE_RECORD, RecordState.DRAFT),
    Step(RecordState.DRAFT, Event.SIGN, P.RECORD_CONFERENCE, RecordState.SIGNED),
)


def next_state(table: Sequence[Step], state: str, event: Event, *roles: str) -> str:
    """Where an event leads.

    `roles` are those of who acts. Raises Refused: 403 where none of them may, 409 where the table holds no
    such step.
    """
    for step in table:
        if step.state == state and step.event == event:
            if any(step.is_for(role) for role in roles):
                return str(step.next)
            raise Refused(f"Your role does not allow you to {lower_first(event.label)}.", status=FORBIDDEN)
    raise Refused(
        f"You can no longer do this: {lower_first(event.label)}. Someone else may have done this first."
    )


def leads_to(answer: Answer) -> str:
    """The state of a child's consultation to which an answer leads, whoever gives it."""
    return next(str(step.next) for step in CONSULTATION if step.event == ANSWERS[answer])


def may(table: Sequence[Step], state: str, event: Event, *roles: str) -> bool:
    """Whether a page should offer this event."""
    steps = [step for step in table if step.state == state and step.event == event]
    return any(step.is_for(role) for step in steps for role in roles)
