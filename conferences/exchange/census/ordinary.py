"""A child written just as the schema asks, which most of any file are: read by a few expressions at once.

What they match is well-formed, in its order, and needs no bending; nothing is to be said of how it is
written. Whatever they do not match goes the long way (markup.py, shaping.py), which reads every child and
makes of these the same, place by place.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from conferences.exchange.census.markup import Found, Mark
from conferences.exchange.census.records import (
    Assessment,
    CensusChild,
    CensusEnquiry,
    CensusPlan,
    Episode,
    InNeedPlan,
    Review,
)
from conferences.exchange.census.values import YES, as_date
from conferences.rules.codes import ClosureReason, PrimaryNeed, ReferralSource
from conferences.rules.vocabulary import Category
from safeguarding.register.codes import GENDER_TO_SEX, Ethnicity, Sex, UpnUnknown

# Far fewer than the elements and bytes that a child may have at all.
LONGEST = 100_000
BLANK = r"[ \t\r\n]*"
DAY = r"\d{4}-\d\d-\d\d"
FLAG = "[01]"


def codes(known: Iterable[str]) -> str:
    return "|".join(re.escape(str(code)) for code in known)


def field(tag: str, value: str) -> str:
    return f"<{tag}>({value})</{tag}>{BLANK}"


def maybe(tag: str, value: str) -> str:
    return f"(?:{field(tag, value)})?"


def expression(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts), re.ASCII)


def start_tag(tag: str) -> str:
    return f"<{tag}>{BLANK}"


def end_tag(tag: str) -> str:
    return f"</{tag}>{BLANK}"


def many(tag: str, value: str) -> str:
    """The repeated fields of an element, as they stand; LISTED takes them apart."""
    return f"((?:<{tag}>(?:{value})</{tag}>{BLANK})+)"


LISTED = expression(">([^<]+)</")
GENDERS = {code: sex for code, sex in GENDER_TO_SEX.items() if code != "9"}
BEGINNING = expression(
    f"{BLANK}<Child>{BLANK}",
    start_tag("ChildIdentifiers"),
    field("LAchildID", r"\w{1,20}"),
    maybe("UPN", "[A-Z0-9]{1,20}"),
    maybe("FormerUPN", "[A-Z0-9]{1,20}"),
    maybe("UPNunknown", codes(UpnUnknown)),
    maybe("PersonBirthDate", DAY),
    maybe("ExpectedPersonBirthDate", DAY),
    f"<(?:Sex>({codes(Sex)})</Sex|GenderCurrent>({codes(GENDERS)})</GenderCurrent)>{BLANK}",
    maybe("PersonDeathDate", DAY),
    end_tag("ChildIdentifiers"),
    start_tag("ChildCharacteristics"),
    maybe("Ethnicity", codes(Ethnicity)),
    f"(?:<Disabilities>{BLANK}{many('Disability', '[A-Z]+')}</Disabilities>{BLANK})?",
    end_tag("ChildCharacteristics"),
)
EPISODE = expression(
    start_tag("CINdetails"),
    maybe("CINreferralDate", DAY),
    maybe("ReferralSource", codes(ReferralSource)),
    maybe("PrimaryNeedCode", codes(PrimaryNeed)),
    maybe("CINclosureDate", DAY),
    maybe("ReasonForClosure", codes(ClosureReason)),
    maybe("DateOfInitialCPC", DAY),
    maybe("ReferralNFA", FLAG),
)
ASSESSMENT = expression(
    start_tag("Assessments"),
    maybe("AssessmentActualStartDate", DAY),
    f"(?:<AssessmentInternalReviewDate>{DAY}</AssessmentInternalReviewDate>{BLANK})?",
    maybe("AssessmentAuthorisationDate", DAY),
    f"(?:<FactorsIdentifiedAtAssessment>{BLANK}{many('AssessmentFactors', '[A-Z0-9]+')}"
    f"</FactorsIdentifiedAtAssessment>{BLANK})?",
    end_tag("Assessments"),
)
IN_NEED = expression(
    start_tag("CINPlanDates"),
    maybe("CINPlanStartDate", DAY),
    maybe("CINPlanEndDate", DAY),
    end_tag("CINPlanDates"),
)
ENQUIRY = expression(
    start_tag("Section47"),
    maybe("S47ActualStartDate", DAY),
    maybe("InitialCPCtarget", DAY),
    maybe("DateOfInitialCPC", DAY),
    field("ICPCnotRequired", FLAG),
    end_tag("Section47"),
)
AFTER_ENQUIRIES = expression(field("ReferralNFA", FLAG))
PLAN = expression(
    start_tag("ChildProtectionPlans"),
    maybe("CPPstartDate", DAY),
    maybe("CPPendDate", DAY),
    maybe("InitialCategoryOfAbuse", codes(Category)),
    maybe("LatestCategoryOfAbuse", codes(Category)),
    field("NumberOfPreviousCPP", r"0|[1-9]\d{0,3}"),
    f"(?:<Reviews>{BLANK}{many('CPPreviewDate', DAY)}</Reviews>{BLANK})?",
    end_tag("ChildProtectionPlans"),
)
END_OF_EPISODE = expression(end_tag("CINdetails"))
END = "</Child>"


class Bent(Exception):
    """The child is not just as the schema asks after all."""


@dataclass(slots=True)
class Ordinary(Found):
    """One such child, as it was read. `end`: where it ends in what was handed in; `ends_at`: its line and the
    column after it, as the reader counts.
    """

    record: CensusChild
    read: Counter[str]
    assessments: int
    end: int
    ends_at: tuple[int, int]
    tag: str = "Child"


def ordinary(text: str, start: int, line: int, column: int) -> Ordinary | None:
    """The child that follows at `start`, after blanks, where it is whole and just as the schema asks. The
    place of `start` is `line` and `column`, from 1.
    """
    found = BEGINNING.match(text, start)
    if found is None:
        return None
    try:
        return Scanner(text, start, line, column).child(found)
    except Bent:
        return None


class Scanner:
    """Reads on from the beginning of a child. Raises Bent."""

    def __init__(self, text: str, start: int, line: int, column: int) -> None:
        self.text = text
        self.start = start
        self.line = line
        self.column = column
        self.read: Counter[str] = Counter()
        self.assessments = 0
        # The last place that was asked for: lines are counted on from there.
        self.counted = start
        self.lines = line

    def child(self, found: re.Match[str]) -> Ordinary:
        text = self.text
        number, upn, former, unknown, birth, expected, sex, gender, death, ethnicity, disabled = (
            found.groups()
        )
        # In the record the child has no place in the file yet: that is for who counts the children.
        record = CensusChild(
            self.mark(text.index("<", self.start), ""),
            0,
            number,
            upn or "",
            former or "",
            unknown or "",
            day(birth),
            day(expected),
            day(death),
            sex or GENDERS[gender].value,
            ethnicity or "",
            LISTED.findall(disabled) if disabled else [],
        )
        at = found.end()
        while text.startswith("<CIN", at):
            at = self.episode(record, at)
        if not text.startswith(END, at):
            raise Bent
        end = at + len(END)
        if end - self.start > LONGEST or not self.ends_lines_alike(end):
            raise Bent
        last = self.mark(end, "")
        return Ordinary(record, self.read, self.assessments, end, (last.line, last.column))

    def episode(self, child: CensusChild, at: int) -> int:
        text = self.text
        found = EPISODE.match(text, at)
        if found is None:
            raise Bent
        referral, source, need, closure, reason, conference, nfa = found.groups()
        within = f"/CINdetails[{len(child.episodes) + 1}]"
        episode = Episode(
            self.mark(at, within),
            day(referral),
            source or "",
            need or "",
            None,
            day(closure),
            reason or "",
            day(conference),
        )
        read = self.read
        read["need_episodes"] += 1
        read["conferences"] += conference is not None
        child.episodes.append(episode)
        at = found.end()
        while text.startswith("<Ass", at):
            at = self.assessment(episode, within, at)
        while text.startswith("<CIN", at):
            at = self.in_need(episode, within, at)
        while text.startswith("<Sec", at):
            at = self.enquiry(episode, within, at)
        if after := AFTER_ENQUIRIES.match(text, at):
            if nfa is not None:
                raise Bent
            nfa, at = after[1], after.end()
        while text.startswith("<Chi", at):
            at = self.plan(episode, within, at)
        ended = END_OF_EPISODE.match(text, at)
        if ended is None or nfa is None:
            raise Bent
        episode.nfa = YES[nfa]
        return ended.end()

    def assessment(self, episode: Episode, within: str, at: int) -> int:
        found = ASSESSMENT.match(self.text, at)
        if found is None:
            raise Bent
        start, authorised, factors = found.groups()
        self.assessments += 1
        episode.assessments.append(
            Assessment(
                self.mark(at, f"{within}/Assessments[{len(episode.assessments) + 1}]"),
                day(start),
                day(authorised),
                LISTED.findall(factors) if factors else [],
            )
        )
        return found.end()

    def in_need(self, episode: Episode, within: str, at: int) -> int:
        found = IN_NEED.match(self.text, at)
        if found is None:
            raise Bent
        self.read["in_need_plans"] += 1
        mark = self.mark(at, f"{within}/CINPlanDates[{len(episode.in_need) + 1}]")
        episode.in_need.append(InNeedPlan(mark, day(found[1]), day(found[2])))
        return found.end()

    def enquiry(self, episode: Episode, within: str, at: int) -> int:
        found = ENQUIRY.match(self.text, at)
        if found is None:
            raise Bent
        start, target, conference, not_required = found.groups()
        self.read["section_47"] += 1
        self.read["conferences"] += conference is not None
        mark = self.mark(at, f"{within}/Section47[{len(episode.enquiries) + 1}]")
        episode.enquiries.append(
            CensusEnquiry(mark, day(start), day(target), day(conference), YES[not_required])
        )
        return found.end()

    def plan(self, episode: Episode, within: str, at: int) -> int:
        found = PLAN.match(self.text, at)
        if found is None:
            raise Bent
        start, end, initial, latest, previous, reviews = found.groups()
        self.read["plans"] += 1
        within = f"{within}/ChildProtectionPlans[{len(episode.plans) + 1}]"
        mark = self.mark(at, within)
        held = self.reviews(within, *found.span(6)) if reviews else []
        episode.plans.append(
            CensusPlan(mark, day(start), day(end), initial or "", latest or "", int(previous), held)
        )
        return found.end()

    def reviews(self, within: str, start: int, end: int) -> list[Review]:
        """A date of a review stands where it ends."""
        found = []
        for nth, one in enumerate(LISTED.finditer(self.text, start, end), 1):
            held = day(one[1])
            assert held
            mark = self.mark(one.end(1), f"{within}/Reviews[1]/CPPreviewDate[{nth}]")
            found.append(Review(mark, held))
        self.read["review_dates"] += len(found)
        return found

    def mark(self, at: int, within: str) -> Mark:
        """The place of an index; of one after the other."""
        self.lines += self.text.count("\n", self.counted, at)
        self.counted = at
        line_start = self.text.rfind("\n", self.start, at)
        column = at - line_start if line_start >= 0 else self.column + at - self.start
        return Mark(self.lines, column, within)

    def ends_lines_alike(self, end: int) -> bool:
        """Whether no line ends with a carriage return alone, which is a line's end to XML."""
        text, start = self.text, self.start
        return text.find("\r", start, end) < 0 or text.count("\r", start, end) == text.count(
            "\r\n", start, end
        )


def day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    found, _ = as_date(text)
    if found is None:
        raise Bent
    return found
