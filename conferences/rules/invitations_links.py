"""The report that an agency gives by the link of its letter: what it holds, and what cannot be in it. Pure.

R12 (L): a report is shared with the family before the conference, and the family is told by whom, on which
day and how (Suffolk, Jersey). Fact, what others told and opinion are kept apart; what parents cannot hear is
a sheet apart, of which the chair is told early (Wales).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, auto

from conferences.rules.invitations import Shown
from safeguarding.labelled import Labelled
from safeguarding.refusals import Problem, missing
from safeguarding.wording import uk_date

# Wrong codes in a row after which a link is taken no more.
MOST_TRIES = 5
LONGEST = 5_000
MOST_VERSIONS = 20
# A draft may be longer than a report, so that nothing typed is lost: some forty pages.
LONGEST_DRAFT = 120_000
LOWEST, HIGHEST = 0, 10


class Part(Labelled):
    """A heading of a report (Suffolk, Jersey, L), in its order."""

    INVOLVED = "INVOLVED", "What you do with the children or the family, and since when"
    HELPED = "HELPED", "What help you gave, and whether it helped"
    WELL = "WELL", "What goes well"
    SAW = "SAW", "Worries: what you saw or heard yourselves"
    HEARD = "HEARD", "Worries: what others told you, and who told it"
    THOUGHT = "THOUGHT", "Worries: what you think about it"
    CHILD = "CHILD", "What each child says, in their own words"
    FAMILY = "FAMILY", "What the family says, in their own words"
    CHANGE = "CHANGE", "What must change"
    OFFER = "OFFER", "What your agency offers"


class SharedWay(Labelled):
    """Whether the family was shown it, as the agency tells it: the ways of Shown, or not yet."""

    GIVEN = "GIVEN", Shown.GIVEN.label
    READ = "READ", Shown.READ.label
    SENT = "SENT", Shown.SENT.label
    NOT_YET = "NOT_YET", "They were not shown it yet"


@dataclass(frozen=True)
class Door:
    """How the page is reached on which an agency gives its report: its address and code, and until when."""

    address: str
    code: str
    until: date


class LinkState(Enum):
    """How the link of an agency stands: open with a code, without one yet, or closed after wrong codes."""

    OPEN = auto()
    NO_CODE = auto()
    LOCKED = auto()


@dataclass(frozen=True)
class ReportGiven:
    """What an agency wrote: `texts` by Part, `sheet` what the family cannot hear, `changed` what a correction
    has other.
    """

    writer: str = ""
    writer_role: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    score: int | None = None
    score_why: str = ""
    shared_way: str = ""
    shared_date: date | None = None
    shared_with: str = ""
    shared_language: str = ""
    sheet: str = ""
    changed: str = ""

    @property
    def is_shared(self) -> bool:
        return self.shared_way not in ("", SharedWay.NOT_YET)


def over(before: ReportGiven, now: ReportGiven) -> ReportGiven:
    """A correction laid over the report before it: what it leaves empty is as it was."""
    texts = {**before.texts, **{part: text for part, text in now.texts.items() if text}}
    joined = replace(now, texts=texts, sheet=now.sheet or before.sheet)
    if now.score is None:
        joined = replace(joined, score=before.score, score_why=now.score_why or before.score_why)
    if now.shared_way:
        return joined
    return replace(
        joined,
        shared_way=before.shared_way,
        shared_date=before.shared_date,
        shared_with=before.shared_with,
        shared_language=before.shared_language,
    )


def length_of(draft: Mapping[str, str]) -> int:
    """How long what was typed is, as people count: each letter once, a line’s end as one."""
    return sum(len(text.replace("\r\n", "\n")) for text in draft.values())


def given_problems(given: ReportGiven, *, is_correction: bool, since: date, on: date) -> list[Problem]:
    """R12 (L): what is missing in a report, or cannot be. The conference was asked for on the day `since`."""
    found = missing(
        writer=(given.writer, "Enter your name"),
        writer_role=(given.writer_role, "Enter your job"),
    )
    if is_correction:
        found += missing(changed=(given.changed, "Enter what is other than in what you sent before"))
        if not (given.texts or given.sheet or given.shared_way or given.score is not None):
            found.append(Problem("Write the parts that are other than before", Part.INVOLVED))
    else:
        found += missing(
            **{
                Part.INVOLVED: (
                    given.texts.get(Part.INVOLVED, ""),
                    "Enter what you do with the children or the family",
                )
            },
            shared_way=(given.shared_way, "Select whether the family was shown this report"),
        )
    return [*found, *_score_problems(given), *_sharing_problems(given, since, on)]


def _score_problems(given: ReportGiven) -> list[Problem]:
    if given.score is None:
        return [Problem("Enter the number, or delete why", "score")] if given.score_why else []
    if not LOWEST <= given.score <= HIGHEST:
        return [Problem(f"Enter a whole number from {LOWEST} to {HIGHEST}", "score")]
    return missing(score_why=(given.score_why, "Enter why you give this number"))


def _sharing_problems(given: ReportGiven, since: date, on: date) -> list[Problem]:
    if given.is_shared:
        found = missing(
            shared_date=(given.shared_date, "Enter the day the family was shown it"),
            shared_with=(given.shared_with, "Enter who was shown it"),
        )
        if given.shared_date and given.shared_date > on:
            found.append(Problem("Day the family was shown it must be today or earlier", "shared_date"))
        if given.shared_date and given.shared_date < since:
            sentence = (
                f"Day the family was shown it must be {uk_date(since)} or later: no report was asked before"
            )
            found.append(Problem(sentence, "shared_date"))
        return found
    if given.shared_date or given.shared_with or given.shared_language:
        sentence = "Select how the family was shown it, or delete the day, who and the language"
        return [Problem(sentence, "shared_way")]
    return []
