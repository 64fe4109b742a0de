"""What a decision on a consultation must say, child by child, and who may not make it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from conferences.models import Consultation, ThresholdStatement
from conferences.queries.consultations import is_unread, last_account, last_of, mark_of
from conferences.queries.days import days_asked, far_day_refused
from conferences.queries.notices import meeting_day
from conferences.rules.consultations import DECIDED, Answer, Way
from safeguarding.access import can, scope
from safeguarding.accounts.leave import on_day
from safeguarding.models import User
from safeguarding.promises import SENTENCES
from safeguarding.refusals import FORBIDDEN, Problem, Refused, missing
from safeguarding.rights import Permission
from safeguarding.versions import StaleVersion
from safeguarding.wording import uk_date

NO_REASONS = "Enter your reasons"
CHANGED = (
    "The account or a decision was changed since you opened it. Read it as it is now, then answer. What you"
    " wrote is kept."
)
UNREAD = (
    "The account tells of a child whose record you may not open, so you cannot decide on it. Ask whoever"
    " looks after restricted records."
)
UNSEEN = "{name} may not see {child}’s record, so they cannot do it. Choose somebody else"
NO_DECIDER = "{name} does not decide consultations, so nobody decides for them."
DEPUTY = SENTENCES["consultationanswer_deputy_by_dates"]


@dataclass(frozen=True)
class ChildAnswer:
    """What is decided for one child, with all that this answer needs."""

    answer: Answer | None
    reasons: str = ""
    instead: str = ""
    way: Way | None = None
    lead: User | None = None
    lead_words: str = ""
    review_date: dt.date | None = None
    wanted_by_date: dt.date | None = None
    to_whom: str = ""
    statements: tuple[ThresholdStatement, ...] = ()

    def kept(self) -> dict[str, Any]:
        """The columns that belong to this answer; what was written for another one is left."""
        columns: dict[str, Any] = {}
        if self.answer in (Answer.ANOTHER_WAY, Answer.MORE_INFORMATION):
            columns["instead"] = self.instead.strip()
        if self.answer is Answer.ANOTHER_WAY:
            columns |= {"way": str(self.way), "lead": self.lead, "lead_words": self.lead_words.strip()}
            columns["review_date"] = self.review_date
        if self.answer is Answer.MORE_INFORMATION:
            columns["wanted_by_date"] = self.wanted_by_date
        if self.answer is Answer.ESCALATE:
            columns["to_whom"] = self.to_whom.strip()
        return columns


@dataclass(frozen=True)
class Condition:
    """What must happen with a decision, whose it is (somebody here, or by name), and by when."""

    what: str
    owner: User | None
    owner_words: str
    due_date: dt.date | None


def refuse_deputy(deputy: User, for_another: User | None, on: dt.date) -> None:
    """Raises Refused (403) where the other person does not decide, or the deputy is not theirs on the day."""
    if for_another is not None and not can(for_another, Permission.DECIDE_CONSULTATION):
        raise Refused(NO_DECIDER.format(name=for_another.full_name), "for_another", status=FORBIDDEN)
    if for_another is not None and not on_day(on).filter(person=for_another, deputy=deputy).exists():
        raise Refused(DEPUTY, "for_another", status=FORBIDDEN)


def refuse_unread(decider: User, held: Sequence[Consultation]) -> None:
    """Raises Refused where the account that stands tells of a child whom the decider may not see: on the page
    of what they wrote, for the record may have been restricted meanwhile.
    """
    if is_unread(decider, held[0].within):
        raise Refused(UNREAD)


def refuse_stale(consultations: Sequence[Consultation], seen: str | None) -> None:
    """Raises StaleVersion where an account or an answer came since the decider opened the page."""
    if change := change_since(consultations, seen):
        raise change


def change_since(consultations: Sequence[Consultation], seen: str | None) -> StaleVersion | None:
    """What tells whose page or draft bears the mark `seen` that an account or an answer came since it."""
    now = mark_of(consultations)
    if seen in (None, now):
        return None
    account, answer = last_account(consultations), last_of(consultations)
    saved = [(account.given_at, account.given_by)] if account else []
    saved += [(answer.answered_at, answer.answered_by)] if answer else []
    if not saved:
        return None
    saved_at, saved_by = max(saved, key=lambda one: one[0])
    return StaleVersion(theirs={}, seen=now, saved_by=saved_by, saved_at=saved_at, sentence=CHANGED)


def answer_problems(one: Consultation, said: ChildAnswer, on: dt.date) -> list[Problem]:
    """What is missing or cannot be, each with its field and the child (the consultation's id)."""
    problems = [*_missing(said), *_days(one, said, on)]
    return [Problem(problem.sentence, problem.field, one.pk) for problem in problems]


def _missing(said: ChildAnswer) -> list[Problem]:
    reasons = {"reasons": (said.reasons, NO_REASONS)}
    if said.answer is None:
        return missing(answer=(None, "Select an answer"), **reasons)
    if said.answer is Answer.ANOTHER_WAY:
        who = said.lead or said.lead_words
        return missing(
            way=(said.way, "Select which other way"),
            instead=(said.instead, "Enter what the support is"),
            lead=(who, "Select or enter who leads it"),
            review_date=(said.review_date, "Enter the day on which it is reviewed"),
            **reasons,
        )
    if said.answer is Answer.MORE_INFORMATION:
        return missing(
            information=(said.instead, "Enter what you need to know"),
            wanted_by_date=(said.wanted_by_date, "Enter the day by which you need it"),
            **reasons,
        )
    if said.answer is Answer.ESCALATE:
        return missing(to_whom=(said.to_whom, "Enter to whom it is escalated"), **reasons)
    return missing(**reasons)


def _days(one: Consultation, said: ChildAnswer, on: dt.date) -> list[Problem]:
    if said.answer is Answer.ANOTHER_WAY and said.review_date is not None:
        return review_day_problems(said.review_date, "The review", "review_date", on)
    day = said.wanted_by_date
    if said.answer is not Answer.MORE_INFORMATION or day is None:
        return []
    if day < on:
        words = "The day must be today or later"
    else:
        words = _after_conference(one, day, on) or far_day_refused("AGREED_WORK_MONTHS", day, on)
    return [Problem(words, "wanted_by_date")] if words else []


def review_day_problems(day: dt.date, which: str, field: str, on: dt.date) -> list[Problem]:
    """What is wrong with the day on which another way is reviewed next."""
    words = f"{which} must be after today" if day <= on else far_day_refused("SUPPORT_REVIEW_MONTHS", day, on)
    return [Problem(words, field)] if words else []


def work_day_problems(day: dt.date | None, field: str, on: dt.date) -> list[Problem]:
    """What is wrong with the day by which something agreed is done."""
    if day is None:
        return []
    words = "The day must be today or later" if day < on else far_day_refused("AGREED_WORK_MONTHS", day, on)
    return [Problem(words, field)] if words else []


def _after_conference(one: Consultation, day: dt.date, on: dt.date) -> str:
    """Information is wanted before the conference is due or held; without a request, by any working day."""
    asked = one.requested_child
    if asked is None:
        return ""
    due, held = days_asked([asked])[asked.pk].day, meeting_day(asked.request)
    if held is not None and on <= held < day:
        return f"The conference is on {uk_date(held)}. Ask for the information by then"
    if on <= due < day:
        return f"The conference is due by {uk_date(due)}. Ask for the information by then"
    return ""


def condition_problems(
    conditions: Sequence[Condition], answers: Iterable[ChildAnswer], on: dt.date
) -> list[Problem]:
    """What is wrong with the conditions, each with its row (0 for the first)."""
    if conditions and not _decides(list(answers)):
        return [Problem("A condition belongs to a decision, and not to a question", "condition_what", 0)]
    found = []
    for row, one in enumerate(conditions):
        gaps = missing(
            condition_what=(one.what, "Enter what must happen"),
            condition_owner=(one.owner or one.owner_words, "Select or enter who does it"),
            condition_due=(one.due_date, "Enter the day by which it is done"),
        )
        gaps += work_day_problems(one.due_date, "condition_due", on)
        found += [Problem(gap.sentence, gap.field, row) for gap in gaps]
    return found


def unseen_problems(
    held: Sequence[Consultation], answers: Mapping[int, ChildAnswer], conditions: Sequence[Condition]
) -> list[Problem]:
    """Who is named to lead or to do what they could not, for a child of it is out of their sight."""
    decided = [one for one in held if answers[one.pk].answer in DECIDED]
    led = [
        (answers[one.pk].lead, [one], "lead", one.pk)
        for one in held
        if answers[one.pk].answer is Answer.ANOTHER_WAY
    ]
    owned = [(one.owner, decided, "condition_owner", row) for row, one in enumerate(conditions)]
    return [
        Problem(UNSEEN.format(name=who.full_name, child=unseen.child.display_name), field, about)
        for who, children, field, about in [*led, *owned]
        if who is not None and (unseen := _unseen_by(who, children))
    ]


def _unseen_by(who: User, children: Sequence[Consultation]) -> Consultation | None:
    seen = set(
        scope(who, Consultation).filter(pk__in=[one.pk for one in children]).values_list("pk", flat=True)
    )
    return next((one for one in children if one.pk not in seen), None)


def _decides(answers: Collection[ChildAnswer]) -> bool:
    return any(said.answer in DECIDED for said in answers)
