"""Parts of the markup into a child's record: each field read, each bend said, nothing judged yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from conferences.exchange.census import values
from conferences.exchange.census.faults import Faults
from conferences.exchange.census.markup import Markup, Part, shown
from conferences.exchange.census.records import (
    CensusChild,
    CensusEnquiry,
    CensusPlan,
    Episode,
    InNeedPlan,
    Review,
)
from conferences.rules.codes import ClosureReason, PrimaryNeed, ReferralSource
from conferences.rules.vocabulary import Category
from safeguarding.register.codes import GENDER_TO_SEX, Disability, Ethnicity, Sex, UpnUnknown
from safeguarding.wording import lower_first

SEXES = frozenset(Sex)
ETHNICITIES = frozenset(Ethnicity)
DISABILITIES = frozenset(Disability)
UPN_REASONS = frozenset(UpnUnknown)
SOURCES = frozenset(ReferralSource)
NEEDS = frozenset(PrimaryNeed)
CLOSURES = frozenset(ClosureReason)
CATEGORIES = frozenset(Category)
LONGEST_UPN = 13
MOST_PREVIOUS = 999

KNOWN: dict[str, frozenset[str]] = {
    "Child": frozenset(),
    "ChildIdentifiers": frozenset(
        [
            "LAchildID",
            "UPN",
            "FormerUPN",
            "UPNunknown",
            "PersonBirthDate",
            "ExpectedPersonBirthDate",
            "GenderCurrent",
            "Sex",
            "PersonDeathDate",
        ]
    ),
    "ChildCharacteristics": frozenset({"Ethnicity"}),
    "Disabilities": frozenset(),
    "CINdetails": frozenset(
        [
            "CINreferralDate",
            "ReferralSource",
            "PrimaryNeedCode",
            "CINclosureDate",
            "ReasonForClosure",
            "DateOfInitialCPC",
            "ReferralNFA",
        ]
    ),
    "Section47": frozenset(["S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC", "ICPCnotRequired"]),
    "ChildProtectionPlans": frozenset(
        [
            "CPPstartDate",
            "CPPendDate",
            "InitialCategoryOfAbuse",
            "LatestCategoryOfAbuse",
            "NumberOfPreviousCPP",
        ]
    ),
    "Reviews": frozenset(),
    "CINPlanDates": frozenset(["CINPlanStartDate", "CINPlanEndDate"]),
}


class Shaper:
    """Turns Child parts into records; counts what it read (`read`) and what was read past."""

    def __init__(self, markup: Markup, say: Faults) -> None:
        self.markup = markup
        self.say = say
        self.read: Counter[str] = Counter()
        self.read_past: Counter[str] = Counter()

    def child(self, part: Part) -> CensusChild:
        """The record of one Child part. Its number may be "": the checks refuse it then."""
        who = next((p for p in part.parts if p.tag == "ChildIdentifiers"), None)
        child = CensusChild(part.line, who.values.get("LAchildID", "") if who else "")
        self.say.child = child.number
        self.read["children"] += 1
        self._look_over(part)
        done: set[str] = set()
        for within in part.parts:
            shape = self._child_parts.get(within.tag)
            if shape is None or within.tag in done:
                self._not_expected(part, within, again=shape is not None)
                continue
            if within.tag != "CINdetails":
                done.add(within.tag)
            self._look_over(within)
            shape(self, child, within)
        return child

    def _look_over(self, part: Part) -> None:
        """Say what stands in a part that the census does not have there."""
        if part.stray_line:
            self.say.bent(part.stray_line, "TEXT", f"There is loose text inside {part.tag}. It was left out.")
        for tag in part.again:
            self.say.bent(
                part.line,
                "REPEATED",
                f"{tag} appears more than once in {shown(part.tag)}. The first was taken.",
            )
        for tag in part.values.keys() - KNOWN.get(part.tag, frozenset()):
            self.markup.note_unknown(part.tag, tag, part.line)
        for tag, times in part.read_past.items():
            self.read_past[tag] += times

    def _not_expected(self, part: Part, within: Part, *, again: bool) -> None:
        if again:
            self.say.bent(
                within.line,
                "REPEATED",
                f"{within.tag} appears more than once for the child. The first was taken.",
            )
        else:
            self.markup.note_unknown(part.tag, within.tag, within.line)

    def _identifiers(self, child: CensusChild, part: Part) -> None:
        say, given = self.say, part.values
        child.upn = self._pupil_number(part, "UPN")
        child.former_upn = self._pupil_number(part, "FormerUPN")
        child.upn_unknown = values.code(part, "UPNunknown", UPN_REASONS, "UPN", say)
        child.birth = values.date(part, "PersonBirthDate", say)
        child.expected = values.date(part, "ExpectedPersonBirthDate", say)
        child.death = values.date(part, "PersonDeathDate", say)
        child.sex = self._sex(part, given.get("Sex") or given.get("GenderCurrent", ""), "Sex" in given)

    def _pupil_number(self, part: Part, tag: str) -> str:
        number = part.values.get(tag, "").upper()
        if len(number) > LONGEST_UPN:
            self.say.bent(
                part.line, "1550", f"{tag} has more than {LONGEST_UPN} characters. It was left out."
            )
            return ""
        return number

    def _sex(self, part: Part, text: str, is_sex: bool) -> str:
        """Sex, or the older GenderCurrent, as a code of sex; either may hold the other's codes."""
        if text in SEXES:
            return text
        name = "Sex" if is_sex else "GenderCurrent"
        if not text:
            self.say.bent(
                part.line, "4180", "Neither Sex nor GenderCurrent is given. It was taken as U, not known."
            )
            return Sex.UNKNOWN.value
        read = GENDER_TO_SEX.get(text)
        if read is None:
            self.say.bent(
                part.line,
                "4180",
                f"{name} is {shown(text)}, which is not a code. It was taken as U, not known.",
            )
            return Sex.UNKNOWN.value
        if is_sex:
            read_as = f"It was read as {read.value}, {lower_first(read.label)}."
            self.say.bent(
                part.line, "4180", f"Sex is {shown(text)}, a code of the older GenderCurrent. {read_as}"
            )
        elif text == "9":
            self.say.bent(
                part.line,
                "4180",
                "GenderCurrent is 9, which Sex has no code for. It was read as U, not known.",
            )
        return read.value

    def _characteristics(self, child: CensusChild, part: Part) -> None:
        child.ethnicity = values.code(part, "Ethnicity", ETHNICITIES, "4220", self.say)
        for within in part.parts:
            if within.tag != "Disabilities":
                self._not_expected(part, within, again=False)
                continue
            self._look_over(within)
            child.disabilities += [self._disability(text, line) for _, text, line in within.lists if text]
        child.disabilities = [code for code in child.disabilities if code]

    def _disability(self, text: str, line: int) -> str:
        code = text.upper()
        if code in DISABILITIES:
            return code
        self.say.bent(
            line, "8540", f"Disability is {shown(text)}, which is not a code of the census. It was left out."
        )
        return ""

    def _episode(self, child: CensusChild, part: Part) -> None:
        say = self.say
        self.read["need_episodes"] += 1
        episode = Episode(
            line=part.line,
            referral=values.date(part, "CINreferralDate", say),
            source=values.code(part, "ReferralSource", SOURCES, "8866", say),
            need=values.code(part, "PrimaryNeedCode", NEEDS, "8650", say),
            no_further_action=values.flag(part, "ReferralNFA", "8568", say),
            closure=values.date(part, "CINclosureDate", say),
            reason=values.code(part, "ReasonForClosure", CLOSURES, "8640", say),
            conference=values.date(part, "DateOfInitialCPC", say),
            assessments=part.read_past.get("Assessments", 0),
        )
        self.read["conferences"] += bool(part.values.get("DateOfInitialCPC"))
        child.episodes.append(episode)
        for within in part.parts:
            shape = self._episode_parts.get(within.tag)
            if shape is None:
                self._not_expected(part, within, again=False)
            else:
                self._look_over(within)
                shape(self, episode, within)

    def _enquiry(self, episode: Episode, part: Part) -> None:
        self.read["section_47"] += 1
        self.read["conferences"] += bool(part.values.get("DateOfInitialCPC"))
        self._none_within(part)
        episode.enquiries.append(
            CensusEnquiry(
                line=part.line,
                start=values.date(part, "S47ActualStartDate", self.say),
                target=values.date(part, "InitialCPCtarget", self.say),
                conference=values.date(part, "DateOfInitialCPC", self.say),
                not_required=values.flag(part, "ICPCnotRequired", "YES-NO", self.say),
            )
        )

    def _in_need(self, episode: Episode, part: Part) -> None:
        self.read["in_need_plans"] += 1
        self._none_within(part)
        start, end = (values.date(part, tag, self.say) for tag in ("CINPlanStartDate", "CINPlanEndDate"))
        episode.in_need.append(InNeedPlan(part.line, start, end))

    def _plan(self, episode: Episode, part: Part) -> None:
        self.read["plans"] += 1
        episode.plans.append(
            CensusPlan(
                line=part.line,
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
        if text.isascii() and text.isdigit() and len(text) < 6 and int(text) <= MOST_PREVIOUS:
            return int(text)
        what = f"is {shown(text)}" if text else "is missing"
        self.say.bent(part.line, "8730", f"NumberOfPreviousCPP {what}. The plan was taken without it.")
        return None

    def _reviews(self, part: Part) -> list[Review]:
        """The dates of one Reviews with many, of many with one each, or of dates without a Reviews around."""
        found = [r for r in part.lists if r[0] == "CPPreviewDate"]
        for within in part.parts:
            if within.tag != "Reviews":
                self._not_expected(part, within, again=False)
                continue
            self._look_over(within)
            found += within.lists
            if not within.lists:
                self.say.noted(within.line, "8842Q", "Reviews has no date.")
        reviews = []
        for _, text, line in found:
            self.read["review_dates"] += 1
            if not text:
                self.say.refused(line, "8842Q", "A review has no date. It was not taken.")
            elif day := values.read_date(text, "CPPreviewDate", line, self.say):
                reviews.append(Review(line, day))
        return reviews

    def _none_within(self, part: Part) -> None:
        for within in part.parts:
            self._not_expected(part, within, again=False)

    _child_parts: dict[str, Callable[[Shaper, CensusChild, Part], None]] = {
        "ChildIdentifiers": _identifiers,
        "ChildCharacteristics": _characteristics,
        "CINdetails": _episode,
    }
    _episode_parts: dict[str, Callable[[Shaper, Episode, Part], None]] = {
        "Section47": _enquiry,
        "CINPlanDates": _in_need,
        "ChildProtectionPlans": _plan,
    }
