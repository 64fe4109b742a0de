"""Parts of the markup into a child's record: each field read, each bend said, nothing judged yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from conferences.exchange.census import values
from conferences.exchange.census.elements import KNOWN, SOURCE_CODED_SINCE, meant_by
from conferences.exchange.census.faults import Faults, Spot
from conferences.exchange.census.markup import Found, Item, Markup, Part, shown
from conferences.exchange.census.ordinary import Ordinary
from conferences.exchange.census.records import (
    Assessment,
    CensusChild,
    CensusEnquiry,
    CensusPlan,
    Episode,
    InNeedPlan,
    Review,
)
from conferences.rules.codes import ClosureReason, PrimaryNeed, ReferralSource
from conferences.rules.vocabulary import Category
from safeguarding.register.codes import GENDER_TO_SEX, Ethnicity, Sex, UpnUnknown
from safeguarding.wording import lower_first

SEXES = frozenset(Sex)
ETHNICITIES = frozenset(Ethnicity)
UPN_REASONS = frozenset(UpnUnknown)
SOURCES = frozenset(ReferralSource)
NEEDS = frozenset(PrimaryNeed)
CLOSURES = frozenset(ClosureReason)
CATEGORIES = frozenset(Category)
MOST_PREVIOUS = 9_999
NONE: frozenset[str] = frozenset()


class Shaper:
    """Turns Child parts into records; counts what it read (`read`) and what was read past."""

    def __init__(self, markup: Markup, say: Faults) -> None:
        self.markup = markup
        self.say = say
        self.read: Counter[str] = Counter()
        self.read_past: Counter[str] = Counter()

    def child(self, part: Found) -> CensusChild:
        """The record of one Child part. Its number may be "": the checks refuse it then."""
        self.read["children"] += 1
        n = self.read["children"]
        if isinstance(part, Ordinary):
            return self._as_read(part, n)
        assert isinstance(part, Part)
        who = fullest(part, "ChildIdentifiers")
        characteristics = fullest(part, "ChildCharacteristics")
        child = CensusChild(part, n, who.values.get("LAchildID", "") if who else "")
        self.say.begin(child.number, part, f"Child[{n}]")
        self._look_over(part)
        for within in part.parts:
            shape = self._child_parts.get(within.tag)
            if shape is None or (
                within.tag != "CINdetails" and within is not who and within is not characteristics
            ):
                self._not_expected(part, within, again=shape is not None)
                continue
            self._look_over(within)
            shape(self, child, within)
        return child

    def _as_read(self, child: Ordinary, n: int) -> CensusChild:
        for what, many in child.read.items():
            self.read[what] += many
        if child.assessments:
            self.read_past["Assessments"] += child.assessments
        child.record.n = n
        self.say.begin(child.record.number, None, f"Child[{n}]")
        return child.record

    def _look_over(self, part: Part) -> None:
        """Say what stands in a part that the census does not have there."""
        if part.stray_line:
            stray = Spot(part.stray_line, 1, self.say.path(part))
            self.say.bent(stray, "TEXT", f"There is loose text inside {part.tag}.", "It was left out.")
        for tag in part.again:
            sentence = f"{tag} appears more than once in {shown(part.tag)}."
            self.say.bent(part, "REPEATED", sentence, "The first that is filled was taken.")
        if not part.values.keys() <= KNOWN.get(part.tag, NONE):
            self._unknown_fields(part)
        for tag, times in part.read_past.items():
            self.read_past[tag] += times

    def _unknown_fields(self, part: Part) -> None:
        for tag in sorted(part.values.keys() - KNOWN.get(part.tag, NONE)):
            meant = meant_by(tag, part.tag)
            if not meant:
                self.markup.note_unknown(part.tag, tag, part.line, part.column)
            elif part.values[tag]:
                sentence = f"{shown(tag)} stands in {part.tag}, where the census has {meant}."
                self.say.refused(part, "ELEMENT", sentence, "What it says was not taken.")

    def _not_expected(self, part: Part, within: Part, *, again: bool) -> None:
        """A part in the wrong place. What it holds is lost, which is said of each."""
        if again:
            sentence = f"{within.tag} appears more than once for the child."
            self.say.bent(within, "REPEATED", sentence, "The first that is filled was taken.")
            return
        meant = meant_by(within.tag, part.tag) or "none"
        sentence = f"{shown(within.tag)} stands in {part.tag}, where the census has {meant}."
        self.say.refused(within, "ELEMENT", sentence, "What it holds was not taken.")

    def _identifiers(self, child: CensusChild, part: Part) -> None:
        say, given = self.say, part.values
        child.upn = given.get("UPN", "").upper()
        child.former_upn = given.get("FormerUPN", "").upper()
        child.upn_unknown = values.code(part, "UPNunknown", UPN_REASONS, "UPN", say)
        child.birth = values.date(part, "PersonBirthDate", say)
        child.expected = values.date(part, "ExpectedPersonBirthDate", say)
        child.death = values.date(part, "PersonDeathDate", say)
        child.sex = self._sex(part, given.get("Sex") or given.get("GenderCurrent", ""), "Sex" in given)

    def _sex(self, part: Part, text: str, is_sex: bool) -> str:
        """Sex, or the older GenderCurrent, as a code of sex; either may hold the other's codes."""
        if text in SEXES:
            return text
        say, name = self.say, "Sex" if is_sex else "GenderCurrent"
        taken = "It was taken as U, not known."
        if not text:
            say.bent(part, "4180", "Neither Sex nor GenderCurrent is given.", taken)
            return Sex.UNKNOWN.value
        read = GENDER_TO_SEX.get(text.removesuffix(".0"))
        if read is None:
            say.bent(part, "4180", f"{name} is {shown(text)}, which is not a code.", taken)
            return Sex.UNKNOWN.value
        if is_sex:
            sentence = f"Sex is {shown(text)}, a code of the older GenderCurrent."
            say.bent(part, "4180", sentence, f"It was read as {read.value}, {lower_first(read.label)}.")
        elif text == "9":
            sentence = "GenderCurrent is 9, which Sex has no code for."
            say.bent(part, "4180", sentence, "It was read as U, not known.")
        return read.value

    def _characteristics(self, child: CensusChild, part: Part) -> None:
        child.ethnicity = values.code(part, "Ethnicity", ETHNICITIES, "4220", self.say)
        for within in part.parts:
            if within.tag != "Disabilities":
                self._not_expected(part, within, again=False)
                continue
            self._look_over(within)
            child.disabilities += [item.text.upper() for item in within.lists if item.text]

    def _episode(self, child: CensusChild, part: Part) -> None:
        say = self.say
        self.read["need_episodes"] += 1
        referral = values.date(part, "CINreferralDate", say)
        # Before then the source of a referral had no list of codes.
        source_rule = "8866" if referral and referral >= SOURCE_CODED_SINCE else "CODE"
        episode = Episode(
            at=part,
            referral=referral,
            source=values.code(part, "ReferralSource", SOURCES, source_rule, say),
            need=values.code(part, "PrimaryNeedCode", NEEDS, "8650", say),
            nfa=values.flag(part, "ReferralNFA", "8568", say),
            closure=values.date(part, "CINclosureDate", say),
            reason=values.code(part, "ReasonForClosure", CLOSURES, "8640", say),
            conference=values.date(part, "DateOfInitialCPC", say),
        )
        episode.unclear = unclear(part, episode)
        self.read["conferences"] += bool(part.values.get("DateOfInitialCPC"))
        child.episodes.append(episode)
        for within in part.parts:
            shape = self._episode_parts.get(within.tag)
            if shape is None:
                self._not_expected(part, within, again=False)
            else:
                self._look_over(within)
                shape(self, episode, within)

    def _assessment(self, episode: Episode, part: Part) -> None:
        self.read_past["Assessments"] += 1
        factors = []
        for within in part.parts:
            if within.tag == "FactorsIdentifiedAtAssessment":
                self._look_over(within)
                factors += [item.text.upper() for item in within.lists if item.text]
            else:
                self._not_expected(part, within, again=False)
        factors += [item.text.upper() for item in part.lists if item.text]
        start = values.date(part, "AssessmentActualStartDate", self.say)
        authorised = values.date(part, "AssessmentAuthorisationDate", self.say)
        episode.assessments.append(Assessment(part, start, authorised, factors))

    def _enquiry(self, episode: Episode, part: Part) -> None:
        self.read["section_47"] += 1
        self.read["conferences"] += bool(part.values.get("DateOfInitialCPC"))
        self._none_within(part)
        episode.enquiries.append(
            CensusEnquiry(
                at=part,
                start=values.date(part, "S47ActualStartDate", self.say),
                target=values.date(part, "InitialCPCtarget", self.say),
                conference=values.date(part, "DateOfInitialCPC", self.say),
                not_required=bool(values.flag(part, "ICPCnotRequired", "YES-NO", self.say)),
            )
        )

    def _in_need(self, episode: Episode, part: Part) -> None:
        self.read["in_need_plans"] += 1
        self._none_within(part)
        start, end = (values.date(part, tag, self.say) for tag in ("CINPlanStartDate", "CINPlanEndDate"))
        episode.in_need.append(InNeedPlan(part, start, end))

    def _plan(self, episode: Episode, part: Part) -> None:
        self.read["plans"] += 1
        episode.plans.append(
            CensusPlan(
                at=part,
                start=values.date(part, "CPPstartDate", self.say),
                end=values.date(part, "CPPendDate", self.say),
                initial=values.code(part, "InitialCategoryOfAbuse", CATEGORIES, "8905", self.say),
                latest=values.code(part, "LatestCategoryOfAbuse", CATEGORIES, "8910", self.say),
                previous=self._previous(part),
                reviews=self._reviews(part),
            )
        )

    def _previous(self, part: Part) -> int | None:
        text = part.values.get("NumberOfPreviousCPP", "")
        number = values.whole(text)
        if number is None or number > MOST_PREVIOUS:
            what = f"is {shown(text)}" if text else "is missing"
            self.say.bent(part, "8730", f"NumberOfPreviousCPP {what}.", "The plan was taken without it.")
            return None
        if text != str(number):
            self.say.bent(
                part, "NUMBER", f"NumberOfPreviousCPP is written {shown(text)}.", f"It was read as {number}."
            )
        return number

    def _reviews(self, part: Part) -> list[Review]:
        """The dates of one Reviews with many, of many with one each, or of dates without a Reviews around."""
        found = [item for item in part.lists if item.tag == "CPPreviewDate"]
        for within in part.parts:
            if within.tag != "Reviews":
                self._not_expected(part, within, again=False)
                continue
            self._look_over(within)
            found += within.lists
            if not within.lists:
                self.say.noted(within, "8842Q", "Reviews has no date.")
        return [review for item in found if (review := self._review(item))]

    def _review(self, item: Item) -> Review | None:
        self.read["review_dates"] += 1
        day, plain = values.as_date(item.text)
        if day is None:
            what = f"The date of a review is {shown(item.text)}" if item.text else "A review has no date"
            self.say.refused(item, "8842Q", f"{what}.", "It was not taken.")
            return None
        if not plain:
            values.read_date(item.text, "CPPreviewDate", item, self.say)
        return Review(item, day)

    def _none_within(self, part: Part) -> None:
        for within in part.parts:
            self._not_expected(part, within, again=False)

    _child_parts: dict[str, Callable[[Shaper, CensusChild, Part], None]] = {
        "ChildIdentifiers": _identifiers,
        "ChildCharacteristics": _characteristics,
        "CINdetails": _episode,
    }
    _episode_parts: dict[str, Callable[[Shaper, Episode, Part], None]] = {
        "Assessments": _assessment,
        "Section47": _enquiry,
        "CINPlanDates": _in_need,
        "ChildProtectionPlans": _plan,
    }


def fullest(part: Part, tag: str) -> Part | None:
    """Of the parts of a name within, of which there should be one, the first that is filled."""
    first = None
    for within in part.parts:
        if within.tag == tag:
            if within.values or within.parts:
                return within
            first = first or within
    return first


def unclear(part: Part, episode: Episode) -> frozenset[str]:
    """The coded fields that say something which is no code."""
    read = (("PrimaryNeedCode", episode.need), ("ReasonForClosure", episode.reason))
    return frozenset([tag for tag, code in read if not code and part.values.get(tag)])
