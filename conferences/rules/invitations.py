"""Who is invited to a conference, what they answer, and whether enough agencies will come. Pure.

R16 (L) for the quorum, R12 (L) for reports: both limits come in as their numbers and days. What the family
needs to take part is asked of each person (Working Together 2026, chapter 3; the Equality Act 2010).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from conferences.rules.quoracy import Attendee, Quoracy, quoracy
from conferences.rules.workflow import AttendanceMode
from safeguarding.labelled import Labelled


class Channel(Labelled):
    """How somebody was invited."""

    LETTER = "LETTER", "By letter"
    EMAIL = "EMAIL", "By email"
    TELEPHONE = "TELEPHONE", "By telephone"
    IN_PERSON = "IN_PERSON", "In person"


class Reply(Labelled):
    """What somebody answered."""

    WAITING = "WAITING", "Has not answered yet"
    COMING = "COMING", "Comes to the meeting"
    VIDEO = "VIDEO", "Takes part by video"
    TELEPHONE = "TELEPHONE", "Takes part by telephone"
    REPORT = "REPORT", "Sends a report only"
    DECLINED = "DECLINED", "Does not take part"


class Need(Labelled):
    """What somebody needs to take part."""

    INTERPRETER = "INTERPRETER", "An interpreter"
    ADVOCATE = "ADVOCATE", "An advocate or supporter"
    ACCESS = "ACCESS", "Access: the building, hearing, sight or reading"
    TRANSPORT = "TRANSPORT", "Transport"
    CHILDCARE = "CHILDCARE", "Childcare"
    OTHER = "OTHER", "Something else"


class Arrives(Labelled):
    """When somebody of the family arrives, where two parents arrive apart."""

    FIRST = "FIRST", "First, before the others"
    USUAL = "USUAL", "At the usual time, after the first"


def arrival(starts: dt.datetime, early: int, apart: int, arrives: str) -> dt.datetime:
    """When somebody of the family comes (no published source): so many minutes `early`, and whoever arrives
    first so many more, by which two arrive `apart`.
    """
    before = early + (apart if arrives == Arrives.FIRST else 0)
    return starts - dt.timedelta(minutes=before)


class TakesPart(Labelled):
    """How a child chose to take part (Medway, L: all, part or none of it, by video, by writing)."""

    ALL = "ALL", "Comes to all of it"
    PART = "PART", "Comes to a part of it"
    VIDEO = "VIDEO", "Takes part by video"
    ADVOCATE = "ADVOCATE", "An advocate speaks for them"
    WORDS = "WORDS", "Sends words, a drawing or a form"
    TOLD = "TOLD", "Tells somebody beforehand, who says it there"
    NONE = "NONE", "Does not want to take part"


class Shown(Labelled):
    """How the family was shown a report."""

    GIVEN = "GIVEN", "It was handed to them"
    READ = "READ", "It was read through with them"
    SENT = "SENT", "It was sent to them"
    NEVER = "NEVER", "It will not be shown to them"


class OffReason(Labelled):
    """Why somebody is invited no more."""

    MISTAKE = "MISTAKE", "Put on the list by mistake"
    NOT_INVOLVED = "NOT_INVOLVED", "Does not know or work with the family any more"
    ANOTHER = "ANOTHER", "Somebody else comes instead"
    EXCLUDED = "EXCLUDED", "Excluded from the whole conference"
    OTHER = "OTHER", "Another reason"


# As what each answer counts towards a quorum.
AS_COMING = {
    Reply.COMING: AttendanceMode.IN_PERSON,
    Reply.VIDEO: AttendanceMode.VIDEO,
    Reply.TELEPHONE: AttendanceMode.TELEPHONE,
    Reply.REPORT: AttendanceMode.WRITTEN,
    Reply.DECLINED: AttendanceMode.ABSENT,
}

# As what a child's choice stands beside the answers of the others.
AS_REPLY = {
    TakesPart.ALL: Reply.COMING,
    TakesPart.PART: Reply.COMING,
    TakesPart.VIDEO: Reply.VIDEO,
    TakesPart.ADVOCATE: Reply.DECLINED,
    TakesPart.WORDS: Reply.DECLINED,
    TakesPart.TOLD: Reply.DECLINED,
    TakesPart.NONE: Reply.DECLINED,
}


@dataclass(frozen=True)
class Asked:
    """One who is invited, for the count: what they count as ("" for nothing), and their answer's code."""

    counted_as: str
    reply: str


def forecast(asked: Iterable[Asked], *, others_needed: int) -> str:
    """Whether enough agencies will come by the answers so far, as a sentence; "" where no agency is asked."""
    agencies = [one for one in asked if one.counted_as]
    if not agencies:
        return ""
    sure = _quoracy(agencies, AttendanceMode.ABSENT, others_needed)
    if sure.is_quorate:
        return f"By the answers so far the meeting will be quorate. {_who_comes(sure)}"
    if _quoracy(agencies, AttendanceMode.IN_PERSON, others_needed).is_quorate:
        said = (
            "By the answers so far the meeting is not quorate yet; it is if those come who have not answered."
        )
        return f"{said} {_who_comes(sure)}"
    return f"Too few agencies are invited, or can come, for a quorum. {_who_comes(sure)}"


def is_enough(asked: Iterable[Asked], *, others_needed: int, if_all: bool = False) -> bool:
    """R16 (L): whether enough agencies come by the answers so far; `if_all`, if everybody does who has not
    answered.
    """
    unanswered = AttendanceMode.IN_PERSON if if_all else AttendanceMode.ABSENT
    return _quoracy(list(asked), unanswered, others_needed).is_quorate


def who_comes(asked: Iterable[Asked], *, others_needed: int) -> str:
    """Which agencies come by the answers so far, as sentences."""
    return _who_comes(_quoracy(list(asked), AttendanceMode.ABSENT, others_needed))


def is_invited(invited_date: date | None, put_there: date | None) -> bool:
    """Whether somebody was invited to the meeting where it stands: since the day on which it was put or moved
    there, None while it is not in the diary.
    """
    return invited_date is not None and (put_there is None or invited_date >= put_there)


def _quoracy(asked: Collection[Asked], unanswered: str, others_needed: int) -> Quoracy:
    modes = [AS_COMING.get(Reply(one.reply), unanswered) for one in asked]
    people = [Attendee(one.counted_as, mode) for one, mode in zip(asked, modes, strict=True)]
    return quoracy(people, others_needed=others_needed)


def _who_comes(counted: Quoracy) -> str:
    care = "comes" if counted.social_care else "has not said that it comes"
    others = f"Other agencies that come: {counted.others}; needed: {counted.needed}."
    return f"Children’s social care {care}. {others}"
