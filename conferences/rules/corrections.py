"""What may be corrected: each kind of record with its facts and the right to correct it. Pure.

Whoever may record something may correct it. What a conference decided is no fact of this list: it is set
right by a new version of the decision.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

from conferences.rules.codes import ClosureReason, PrimaryNeed, ReferralSource
from conferences.rules.documents import SentHow
from conferences.rules.follow_ups import Which
from conferences.rules.supports import DidChange, KnownFrom, SupportKind, Uptake, WhyNot
from conferences.rules.vocabulary import Category, EndReason, EndReasonUnborn, StepDown
from safeguarding.labelled import Labelled
from safeguarding.register.codes import (
    Disability,
    Ethnicity,
    ParentalResponsibility,
    RelationshipKind,
    Sex,
    UpnUnknown,
)
from safeguarding.rights import Permission

P = Permission


class Why(Labelled):
    """Why a recorded fact is another one (L: the reasons that a council's auditors ask for)."""

    TYPED = "TYPED", "It was typed wrongly"
    TOLD = "TOLD", "We were told something wrong"
    OTHER_CHILD = "OTHER_CHILD", "It was another child’s"
    TWICE = "TWICE", "It was recorded twice"
    OTHER_DAY = "OTHER_DAY", "It was written down under another day"
    FILE = "FILE", "A file or another system had it wrong"
    OTHER = "OTHER", "Another reason"


class RecordKind(Labelled):
    """The kinds of record whose facts are corrected; the words head the record."""

    CHILD = "CHILD", "Who the child is"
    NAME = "NAME", "Another name"
    RELATIONSHIP = "RELATIONSHIP", "What somebody is to the child"
    NEED = "NEED", "In need"
    TRANSFER_IN = "TRANSFER_IN", "Move here"
    LIFE_EVENT = "LIFE_EVENT", "What happened"
    IN_NEED_PLAN = "IN_NEED_PLAN", "Child in need plan"
    PLAN = "PLAN", "Child protection plan"
    CATEGORY = "CATEGORY", "Category of the plan"
    CONFERENCE = "CONFERENCE", "Conference"
    CORE_GROUP = "CORE_GROUP", "Core group"
    FOLLOW_UP = "FOLLOW_UP", "Follow-up"
    PLAN_ELSEWHERE = "PLAN_ELSEWHERE", "Plan with another authority"
    SUPPORT = "SUPPORT", "Help that was tried"
    THINKING_TIME = "THINKING_TIME", "Thinking time"
    THINKING_ENTRY = "THINKING_ENTRY", "What was thought, on the child’s file"
    RECORD_SENT = "RECORD_SENT", "Record of the conference"
    LETTER = "LETTER", "Decision letter"
    COPY = "COPY", "Copy of the record"
    NEXT_DATES = "NEXT_DATES", "Next dates"
    CORE_GROUP_MEMBER = "CORE_GROUP_MEMBER", "Member of the core group"
    PLAN_NEED = "PLAN_NEED", "Need in the plan"
    PLAN_ACTION = "PLAN_ACTION", "Action of the plan"
    ALLOCATION = "ALLOCATION", "Team and worker"


class Sort(Enum):
    """What a fact is: it decides how it is asked for and how it is shown."""

    DATE = auto()
    CODE = auto()
    # Several codes, each of which is a row of its own.
    CODES = auto()
    NAME = auto()
    WORDS = auto()
    NUMBER = auto()
    YES = auto()
    TIME = auto()
    AUTHORITY = auto()
    PERSON = auto()


@dataclass(frozen=True)
class Fact:
    """One fact of a record: the column, its words, and the codes of a CODE or of CODES.

    `blank`: the words of "nothing is known"; "" where something must stand there.
    """

    field: str
    words: str
    sort: Sort = Sort.DATE
    codes: type[Labelled] | None = None
    blank: str = ""


@dataclass(frozen=True)
class Correctable:
    """A kind of record: who may correct it, and its facts in the order in which they are shown."""

    kind: RecordKind
    right: Permission
    facts: tuple[Fact, ...]


NOT_KNOWN = "Not known"
# Kept, shown struck out, and in no clock, figure or choice; taken back by the same fact.
IN_ERROR = Fact("in_error", "It was recorded in error, and is not so of this child", Sort.YES)
NAME_FACTS = (
    Fact("given_names", "Given names", Sort.NAME, blank="None"),
    Fact("family_name", "Family name", Sort.NAME, blank="None"),
)

# Of a need or an action of a plan, since its conference.
LINE_FACTS = (
    Fact("added_date", "In the plan since", blank="The conference"),
    Fact("ended_date", "In the plan until", blank="It goes on"),
    Fact("ended_words", "Why it ended", Sort.WORDS, blank="It goes on"),
    IN_ERROR,
)

# Why a record of which there are never two is another.
ONE_AT_A_TIME = tuple((why.value, why.label) for why in Why if why is not Why.TWICE)
NOT_GONE = "It was not sent"
NOT_CHOSEN = "Not chosen"
DAY_OF_THE_END = "Day the pregnancy ended"


def reasons_for(correctable: Correctable) -> tuple[tuple[str, str], ...]:
    """The reasons to choose from: that it was recorded twice where there can be two of it."""
    two = IN_ERROR in correctable.facts
    return tuple((why.value, why.label) for why in Why) if two else ONE_AT_A_TIME


def worded(correctable: Correctable, *, is_unborn: bool) -> Correctable:
    """Its facts in the words that fit the child: of one who is not born the pregnancy ended."""
    facts = tuple(_unborn(fact) for fact in correctable.facts) if is_unborn else correctable.facts
    return replace(correctable, facts=facts)


def _unborn(fact: Fact) -> Fact:
    if fact.field == "death_date":
        return replace(fact, words=DAY_OF_THE_END, blank="It has not ended")
    return replace(fact, codes=EndReasonUnborn) if fact.codes is EndReason else fact


CORRECTABLE: tuple[Correctable, ...] = (
    Correctable(
        RecordKind.CHILD,
        P.ADD_CHILD,
        (
            *NAME_FACTS,
            Fact("birth_date", "Date of birth", blank="Not born yet"),
            Fact("expected_birth_date", "Expected date of birth", blank="Born"),
            Fact("death_date", "Date of death", blank="None"),
            Fact("sex", "Sex", Sort.CODE, Sex),
            Fact("ethnicity", "Ethnicity", Sort.CODE, Ethnicity, "Not asked yet"),
            Fact("disabilities", "Disability", Sort.CODES, Disability, "Not recorded"),
            Fact("la_child_id", "The council’s number of the child", Sort.NAME),
            Fact("nhs_number", "NHS number", Sort.NAME, blank=NOT_KNOWN),
            Fact("upn", "Pupil number (UPN)", Sort.NAME, blank=NOT_KNOWN),
            Fact("upn_unknown", "Why there is no pupil number", Sort.CODE, UpnUnknown, "Nothing recorded"),
            Fact("former_upn", "Former pupil number", Sort.NAME, blank="None"),
            Fact("interpreter_language", "Language, if an interpreter is needed", Sort.NAME, blank="None"),
            Fact("communication_needs", "What helps the child to take part", Sort.WORDS, blank="None"),
        ),
    ),
    Correctable(
        RecordKind.NAME, P.ADD_CHILD, (*NAME_FACTS, Fact("until_date", "Until", blank=NOT_KNOWN), IN_ERROR)
    ),
    Correctable(
        RecordKind.RELATIONSHIP,
        P.ADD_CHILD,
        (
            Fact("kind", "What the person is to the child", Sort.CODE, RelationshipKind),
            Fact("parental_responsibility", "Parental responsibility", Sort.CODE, ParentalResponsibility),
            Fact("start_date", "From", blank=NOT_KNOWN),
            Fact("end_date", "Until", blank="It is so still"),
            IN_ERROR,
        ),
    ),
    Correctable(
        RecordKind.NEED,
        P.ASK_CONFERENCE,
        (
            Fact("referral_date", "Day of the referral"),
            Fact("referral_source", "Who referred", Sort.CODE, ReferralSource, NOT_KNOWN),
            Fact("primary_need", "Main need", Sort.CODE, PrimaryNeed, NOT_KNOWN),
            Fact("no_further_action", "No further action was taken", Sort.YES),
            Fact("closure_date", "Day of the closure", blank="Still open"),
            Fact("closure_reason", "Why it was closed", Sort.CODE, ClosureReason, "Still open"),
            IN_ERROR,
        ),
    ),
    Correctable(
        RecordKind.TRANSFER_IN,
        P.ASK_CONFERENCE,
        (
            Fact("from_authority", "From which authority", Sort.AUTHORITY, blank=NOT_KNOWN),
            Fact("notified_date", "Day on which we were told"),
            Fact("moved_date", "Day of the move", blank=NOT_KNOWN),
            Fact("papers_received_date", "Day on which the papers came", blank=NOT_KNOWN),
            Fact("accepted_date", "Day on which we accepted", blank=NOT_KNOWN),
            IN_ERROR,
        ),
    ),
    Correctable(
        RecordKind.LIFE_EVENT,
        P.RECORD_LIFE_EVENT,
        (
            Fact("day", "Day it happened"),
            Fact("authority", "To which authority", Sort.AUTHORITY, blank="Outside England"),
            Fact("authority_name", "Name of the authority or country", Sort.NAME),
            Fact("conference_date", "Day the other authority held its conference", blank=NOT_KNOWN),
            Fact("evidence", "How it is known", Sort.WORDS),
            IN_ERROR,
        ),
    ),
    Correctable(
        RecordKind.IN_NEED_PLAN,
        P.RECORD_IN_NEED_PLAN,
        (Fact("start_date", "Began"), Fact("end_date", "Ended", blank="Has not ended"), IN_ERROR),
    ),
    Correctable(
        RecordKind.PLAN,
        P.CORRECT_PLAN,
        (
            Fact("start_date", "Began"),
            Fact("end_date", "Ended"),
            Fact("end_reason", "Why it ended", Sort.CODE, EndReason),
            Fact("step_down", "Where support went", Sort.CODE, StepDown, NOT_KNOWN),
            Fact("initial_category", "Category at its beginning", Sort.CODE, Category),
            Fact("previous_plans_recorded", "Earlier plans, as a file counted", Sort.NUMBER, blank=NOT_KNOWN),
        ),
    ),
    Correctable(
        RecordKind.CATEGORY,
        P.CORRECT_PLAN,
        (Fact("from_date", "From"), Fact("category", "Category", Sort.CODE, Category)),
    ),
    Correctable(
        RecordKind.CONFERENCE,
        P.CORRECT_PLAN,
        (Fact("held_date", "Day it was held"), Fact("chair", "Chair", Sort.PERSON, blank=NOT_KNOWN)),
    ),
    Correctable(
        RecordKind.CORE_GROUP,
        P.RECORD_CORE_GROUP,
        (Fact("held_date", "Day it met"), Fact("notes", "Notes", Sort.WORDS, blank="None"), IN_ERROR),
    ),
    Correctable(
        RecordKind.FOLLOW_UP,
        P.RECORD_FOLLOW_UP,
        (
            Fact("which", "Which follow-up it is", Sort.CODE, Which),
            Fact("held_date", "Day of the follow-up"),
            Fact("how_child_is", "How the child is", Sort.WORDS),
            Fact("help_now", "What help goes on", Sort.WORDS, blank="None"),
            IN_ERROR,
        ),
    ),
    Correctable(
        RecordKind.PLAN_ELSEWHERE,
        P.RECORD_PLAN_ELSEWHERE,
        (
            Fact("authority", "Authority", Sort.AUTHORITY, blank="Outside England"),
            Fact("authority_name", "Name of the authority or country", Sort.NAME),
            Fact("start_date", "Began", blank=NOT_KNOWN),
            Fact("end_date", "Ended", blank=NOT_KNOWN),
            Fact("category", "Category", Sort.CODE, Category, NOT_KNOWN),
            Fact("how_known", "How it is known", Sort.WORDS),
            IN_ERROR,
        ),
    ),
    Correctable(
        RecordKind.SUPPORT,
        P.RECORD_SUPPORT,
        (
            Fact("kind", "What was tried", Sort.CODE, SupportKind),
            Fact("name", "Name of the service or support", Sort.NAME, blank="None"),
            Fact("offered_date", "Offered", blank=NOT_KNOWN),
            Fact("started_date", "Started", blank=NOT_KNOWN),
            Fact("ended_date", "Ended", blank=NOT_KNOWN),
            Fact("uptake", "How far it came", Sort.CODE, Uptake),
            Fact("why_not", "Why it was not taken up", Sort.CODE, WhyNot, "It was, or it waits"),
            Fact("why_words", "Another reason", Sort.WORDS, blank="None"),
            Fact("aim", "What it was to change", Sort.WORDS),
            Fact("did_change", "Whether it did", Sort.CODE, DidChange, "It was not taken up, or it waits"),
            Fact("known_from", "Where it is known from", Sort.CODE, KnownFrom),
            IN_ERROR,
        ),
    ),
    Correctable(
        RecordKind.THINKING_TIME,
        P.HOLD_THINKING_TIME,
        (
            Fact("held_date", "Day it was held"),
            Fact("minutes", "How many minutes it took", Sort.NUMBER),
            Fact("facilitator", "Who helped to think", Sort.NAME, blank="Nobody"),
            IN_ERROR,
        ),
    ),
    Correctable(RecordKind.THINKING_ENTRY, P.HOLD_THINKING_TIME, (IN_ERROR,)),
    Correctable(RecordKind.RECORD_SENT, P.SEND_LETTERS, (Fact("sent_date", "Day the record was sent"),)),
    Correctable(RecordKind.LETTER, P.SEND_LETTERS, (Fact("sent_date", "Day the letter was sent"),)),
    Correctable(
        RecordKind.COPY,
        P.SEND_LETTERS,
        (
            Fact("sent_date", "Day the copy was sent", blank=NOT_GONE),
            Fact("sent_how", "How it was sent", Sort.CODE, SentHow, blank=NOT_GONE),
            Fact("sent_proof", "What shows that it was sent", Sort.WORDS, blank="Nothing"),
        ),
    ),
    Correctable(
        RecordKind.NEXT_DATES,
        P.WRITE_RECORD,
        (
            Fact("core_group_date", "Date of the core group", blank=NOT_CHOSEN),
            Fact("core_group_time", "Time of the core group", Sort.TIME, blank=NOT_CHOSEN),
            Fact("review_date", "Date of the review conference", blank=NOT_CHOSEN),
            Fact("review_time", "Time of the review conference", Sort.TIME, blank=NOT_CHOSEN),
            Fact("late_words", "Why one is later than the last day", Sort.WORDS, blank="None is"),
        ),
    ),
    Correctable(
        RecordKind.CORE_GROUP_MEMBER,
        P.WRITE_RECORD,
        (
            Fact("role", "Role or relationship", Sort.NAME, blank="None"),
            Fact("is_lead", "Lead worker of the plan", Sort.YES),
            Fact("joined_date", "Of it since", blank="The conference"),
            Fact("ended_date", "Of it until", blank="Still of it"),
            IN_ERROR,
        ),
    ),
    Correctable(
        RecordKind.PLAN_NEED,
        P.CHANGE_PLAN,
        (
            Fact("need", "What the child needs", Sort.WORDS),
            Fact("outcome", "What will be different for the child", Sort.WORDS),
            *LINE_FACTS,
        ),
    ),
    Correctable(
        RecordKind.PLAN_ACTION,
        P.CHANGE_PLAN,
        (
            Fact("what", "What will be done", Sort.WORDS),
            Fact("who", "Who does it", Sort.NAME),
            Fact("by_date", "By when"),
            Fact("measure", "How we will know that it worked", Sort.WORDS, blank="Not said"),
            Fact("evidence", "What will show it", Sort.WORDS, blank="Not said"),
            Fact("service", "Which service it is", Sort.NAME, blank="None"),
            Fact("agreed_date", "Day they said that they will do it", blank="Not recorded"),
            *LINE_FACTS,
        ),
    ),
    Correctable(
        RecordKind.ALLOCATION,
        P.ALLOCATE,
        (Fact("start_date", "From"), Fact("end_date", "To", blank="At present"), IN_ERROR),
    ),
)

BY_KIND: dict[str, Correctable] = {one.kind.value: one for one in CORRECTABLE}
