"""What goes before a conference: the chair’s contact with the family, and the children’s own words. Pure.

Working Together 2018 and 2023 (S): the chair meets the parents and the child beforehand. Before a
restorative conference (L, Torbay; Liverpool: thirty minutes before it) what they want from the day, who
supports them and their own plan are heard. That somebody was tried, and how
often, is recorded as what it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from safeguarding.labelled import Labelled
from safeguarding.refusals import Problem, missing
from safeguarding.wording import uk_date


class ContactOutcome(Labelled):
    """What became of a contact."""

    MET = "MET", "They talked with us"
    DECLINED = "DECLINED", "They did not want to talk before the conference"
    FAILED = "FAILED", "Tried, and not reached"


class ContactMaker(Labelled):
    """Who made the contact. The worker’s is preparation, and not the chair’s own contact."""

    CHAIR = "CHAIR", "The chair"
    SUPPORT = "SUPPORT", "Somebody of the unit, for the chair"
    WORKER = "WORKER", "The children’s worker"


class ContactWay(Labelled):
    """How the contact was made, or tried."""

    IN_PERSON = "IN_PERSON", "In person"
    TELEPHONE = "TELEPHONE", "By telephone"
    VIDEO = "VIDEO", "By video"
    MESSAGE = "MESSAGE", "By letter, email or message"


class Supporter(Labelled):
    """Who supports somebody of the family on the day."""

    RELATIVE = "RELATIVE", "Family"
    FRIEND = "FRIEND", "A friend"
    ADVOCATE = "ADVOCATE", "An advocate"
    SOLICITOR = "SOLICITOR", "A solicitor"
    OTHER = "OTHER", "Somebody else"


class FamilyPlan(Labelled):
    """How it stands with a family group conference, or a plan of the family’s own."""

    NOT_SPOKEN = "NOT_SPOKEN", "It was not spoken of"
    NONE = "NONE", "There is none, and none was offered"
    OFFERED = "OFFERED", "It was offered"
    REFUSED = "REFUSED", "It was offered, and they do not want one"
    AGREED = "AGREED", "They have a plan of their own, without a family group conference"
    HELD = "HELD", "A family group conference was held"


class ViewsWay(Labelled):
    """How a child’s words were gathered."""

    DIRECT_WORK = "DIRECT_WORK", "In direct work with the child"
    TALK = "TALK", "In a talk with the child"
    ADVOCATE = "ADVOCATE", "By the child’s advocate"
    OWN_FORM = "OWN_FORM", "Written or drawn by the child, or on a form of their own"


class NoViews(Labelled):
    """Why no words of a child could be gathered."""

    TOO_YOUNG = "TOO_YOUNG", "The child is too young to say"
    DECLINED = "DECLINED", "The child did not want to"
    NOT_ALONE = "NOT_ALONE", "The child could not be seen alone"
    OTHER = "OTHER", "Another reason"


class Aloud(Labelled):
    """Whether a child’s words may be read out in the meeting."""

    YES = "YES", "They may be read aloud"
    OTHERWISE = "OTHERWISE", "Only in other words, and not as the child’s"
    NO = "NO", "They are not read aloud: for those who work with the child alone"


WITH_DAY = (FamilyPlan.OFFERED, FamilyPlan.REFUSED, FamilyPlan.AGREED, FamilyPlan.HELD)
FOR_CHAIR = (ContactMaker.CHAIR, ContactMaker.SUPPORT)
NOT_FOUND = "They were not reached: delete what they want, or select that they talked with us"
WISHES = ("wants", "seating", "breaks", "arrival", "supporter", "supporter_kind")


@dataclass(frozen=True)
class ContactFacts:
    """One contact, or try of one, with what was wanted of the day. Codes are "" where nobody said."""

    outcome: str = ""
    contact_date: date | None = None
    maker: str = ""
    maker_name: str = ""
    way: str = ""
    minutes: int | None = None
    words: str = ""
    wants: str = ""
    seating: str = ""
    breaks: str = ""
    arrival: str = ""
    supporter: str = ""
    supporter_kind: str = ""
    family_plan: str = FamilyPlan.NOT_SPOKEN.value
    family_plan_date: date | None = None


@dataclass(frozen=True)
class ViewsFacts:
    """A child’s words as they were gathered before a conference, or why there are none."""

    gathered_date: date | None = None
    gatherer: str = ""
    words: str = ""
    way: str = ""
    aloud: str = ""
    none_why: str = ""
    none_words: str = ""


@dataclass(frozen=True)
class Between:
    """The days on which preparation can be: from the request on, up to today and the day of the meeting
    (None while it is not in the diary).
    """

    asked: date
    today: date
    meets: date | None

    def problems(self, what: str, field: str, day: date | None) -> list[Problem]:
        if day is None:
            return []
        if day > self.today:
            return [Problem(f"{what} must be today or earlier", field)]
        if self.meets and day > self.meets:
            sentence = f"{what} must be on or before {uk_date(self.meets)}, the day of the conference"
            return [Problem(sentence, field)]
        if day < self.asked:
            sentence = f"{what} must be on or after {uk_date(self.asked)}, the day of the request"
            return [Problem(sentence, field)]
        return []


def contact_problems(told: ContactFacts, between: Between) -> list[Problem]:
    """What cannot be in what is told of a contact."""
    found = missing(
        outcome=(told.outcome, "Select what became of it"),
        contact_date=(told.contact_date, "Enter the day of the contact"),
        maker=(told.maker, "Select who made the contact"),
        maker_name=(told.maker_name, "Enter the name of who made the contact"),
        way=(told.way, "Select how it was made or tried"),
    )
    found += between.problems("Day of the contact", "contact_date", told.contact_date)
    if told.outcome == ContactOutcome.MET and told.way == ContactWay.MESSAGE:
        found.append(Problem("Select how they talked: a letter or message alone is no talk", "way"))
    if told.minutes is not None and not 1 <= told.minutes <= 600:
        found.append(Problem("How many minutes must be between 1 and 600", "minutes"))
    if told.outcome == ContactOutcome.FAILED:
        given = [name for name in WISHES if getattr(told, name)]
        found += [Problem(NOT_FOUND, given[0])] if given else []
        if told.family_plan != FamilyPlan.NOT_SPOKEN:
            found.append(Problem("They were not reached: select that it was not spoken of", "family_plan"))
    return [*found, *_supporter_problems(told), *_plan_problems(told, between.today)]


def _supporter_problems(told: ContactFacts) -> Iterable[Problem]:
    if told.supporter and not told.supporter_kind:
        yield Problem("Select who their supporter is to them", "supporter_kind")
    if told.supporter_kind and not told.supporter:
        yield Problem("Enter the name of their supporter", "supporter")


def _plan_problems(told: ContactFacts, on: date) -> Iterable[Problem]:
    if told.family_plan not in [one.value for one in FamilyPlan]:
        yield Problem("Select how it stands with a plan of the family", "family_plan")
    elif told.family_plan in WITH_DAY and told.family_plan_date is None:
        yield Problem("Enter the day of the family’s plan, or on which it was offered", "family_plan_date")
    elif told.family_plan not in WITH_DAY and told.family_plan_date is not None:
        yield Problem("Select what happened on this day, or delete it", "family_plan")
    elif told.family_plan_date and told.family_plan_date > on:
        yield Problem("Day of the family’s plan must be today or earlier", "family_plan_date")


def views_problems(told: ViewsFacts, between: Between) -> list[Problem]:
    """What cannot be in what is told of a child’s words."""
    found = missing(
        gathered_date=(told.gathered_date, "Enter the day, or the day on which it was tried"),
        gatherer=(told.gatherer, "Enter who gathered them, or tried to"),
    )
    found += between.problems("Day they were gathered", "gathered_date", told.gathered_date)
    if told.words and told.none_why:
        found.append(Problem("Delete the words, or select that they were gathered", "none_why"))
    elif told.words:
        found += missing(
            way=(told.way, "Select how they were gathered"),
            aloud=(told.aloud, "Select whether they may be read aloud"),
        )
    elif told.none_why:
        if told.way or told.aloud:
            found.append(Problem("Enter the words, or select neither how nor whether aloud", "words"))
        if told.none_why == NoViews.OTHER and not told.none_words:
            found.append(Problem("Enter why there are none", "none_words"))
    else:
        found.append(Problem("Enter the child’s words, or select why there are none", "words"))
    if told.none_words and not told.none_why:
        found.append(Problem("Select why there are none, or delete the reason", "none_why"))
    return found
