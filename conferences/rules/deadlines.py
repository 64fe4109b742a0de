"""The catalogue of deadlines: from which fact each runs, by when, what meets it, whose it is, what counts it.

Pure. One row a deadline; the page, the list, the letter, the reminder, the escalation and the figure read it
here, and how it stands for a child or a meeting on a day from conferences.queries.clocks.
"""

from __future__ import annotations

from dataclasses import dataclass

from conferences.rules.deadlines_ladder import Ladder, ladder_of
from conferences.rules.deadlines_limits import (
    BothClocks,
    Limit,
    LocalMonths,
    LocalWeeks,
    LocalWorkingDays,
    ThatDay,
    WorkingDays,
)
from conferences.rules.timelimits import (
    FIRST_CORE_GROUP_WORKING_DAYS,
    FIRST_REVIEW,
    INITIAL_CONFERENCE_WORKING_DAYS,
    LATER_REVIEW,
    TRANSFER_IN_WORKING_DAYS,
)
from safeguarding.labelled import Labelled
from safeguarding.rights import Permission as P
from safeguarding.rights import Role, holds


class Subject(Labelled):
    """What a deadline runs for."""

    ENQUIRY = "ENQUIRY", "an enquiry"
    TRANSFER_IN = "TRANSFER_IN", "a move into the area"
    REQUEST = "REQUEST", "a request"
    PLAN = "PLAN", "a plan"
    CONSULTATION = "CONSULTATION", "a re-plan consultation"
    THINKING_TIME = "THINKING_TIME", "thinking time"
    MEETING = "MEETING", "a meeting"


class Code(Labelled):
    """Every deadline, with what is to be done. The order is that of a day's list: what the law sets first."""

    HOLD_CONFERENCE = "HOLD_CONFERENCE", "Hold the initial conference"
    HOLD_TRANSFER_IN = "HOLD_TRANSFER_IN", "Hold the transfer-in conference"
    HOLD_REVIEW = "HOLD_REVIEW", "Hold the review conference"
    HOLD_FIRST_CORE_GROUP = "HOLD_FIRST_CORE_GROUP", "Hold the first core group"
    REQUEST_CONFERENCE = "REQUEST_CONFERENCE", "Request the initial conference"
    REQUEST_TRANSFER_IN = "REQUEST_TRANSFER_IN", "Request the transfer-in conference"
    REQUEST_REVIEW = "REQUEST_REVIEW", "Request the review conference"
    SCHEDULE_REQUEST = "SCHEDULE_REQUEST", "Schedule the conference"
    GIVE_ACCOUNT = "GIVE_ACCOUNT", "Give the account for the re-plan consultation"
    DECIDE_CONSULTATION = "DECIDE_CONSULTATION", "Decide the re-plan consultation"
    HOLD_THINKING_TIME = "HOLD_THINKING_TIME", "Hold thinking time"
    SEND_LETTERS = "SEND_LETTERS", "Send the decision letters"
    FINISH_RECORD = "FINISH_RECORD", "Finish the record"
    SEND_RECORD = "SEND_RECORD", "Send the record"
    HOLD_CORE_GROUP = "HOLD_CORE_GROUP", "Hold the next core group"
    REVIEW_AFTER_BIRTH = "REVIEW_AFTER_BIRTH", "Hold the review after the birth"
    FIRST_FOLLOW_UP = "FIRST_FOLLOW_UP", "Follow up after the plan, the first time"
    SECOND_FOLLOW_UP = "SECOND_FOLLOW_UP", "Follow up after the plan, the second time"
    THIRD_FOLLOW_UP = "THIRD_FOLLOW_UP", "Follow up after the plan, the third time"


# ----- Whose -----------------------------------------------------------------------------------------------


class Holder(Labelled):
    """The one person whose a deadline is, where there is one; else it is theirs who hold the right."""

    WORKER = "WORKER", "the child’s social worker"
    ASKER = "ASKER", "whoever asked for the conference"
    CHAIR = "CHAIR", "the meeting’s chair"
    NOBODY = "NOBODY", "nobody in particular"


class Reach(Labelled):
    """Whose right counts where nobody in particular holds it, or that person is away."""

    TEAM = "TEAM", "the child’s team"
    UNIT = "UNIT", "the safeguarding unit"


@dataclass(frozen=True)
class Deadline:
    """One row. `runs_from`, `met_by` and `gone_by` are words for the fact; the reader finds it.

    `acts` is the right that the act needs. `measure` is the figure that counts it; where none does,
    `why_none` says why.
    """

    code: Code
    rule: str
    grade: str
    source: str
    limit: Limit
    subject: Subject
    runs_from: str
    met_by: str
    gone_by: str
    holder: Holder
    reach: Reach
    acts: P
    measure: str = ""
    why_none: str = ""

    @property
    def words(self) -> str:
        return self.code.label

    @property
    def is_statutory(self) -> bool:
        return self.grade.startswith("S")

    @property
    def ladder(self) -> Ladder:
        """Who is told when; it follows from the grade and from whose it is."""
        return ladder_of(
            is_statutory=self.is_statutory,
            is_team=self.reach is Reach.TEAM,
            before_meeting=self.subject is Subject.CONSULTATION,
        )

    @property
    def role(self) -> Role:
        """The role whose it is where nobody in particular holds it: one that may act."""
        return next(role for role in WITHIN[self.reach] if holds(role, self.acts))


# Who is asked first.
WITHIN: dict[Reach, tuple[Role, ...]] = {
    Reach.TEAM: (Role.SOCIAL_WORKER, Role.TEAM_MANAGER),
    Reach.UNIT: (Role.BUSINESS_SUPPORT, Role.STRATEGIC_LEAD, Role.CHAIR),
}
WT, OWN = "Working Together", "No published source; a council sets its own"
NO_REPORT = "no report of this kind is made; the late ones stand in the lists"


def _follow_up(code: Code, key: str) -> Deadline:
    """One of the looks back after a plan that a record signed here ended."""
    facts = ("the end of the plan", "a follow-up that is recorded", "another plan, or the child’s death")
    whose, limit = (Holder.WORKER, Reach.UNIT, P.RECORD_FOLLOW_UP), LocalMonths(key)
    return Deadline(code, "", "L", OWN, limit, Subject.PLAN, *facts, *whose, why_none=NO_REPORT)


DEADLINES: tuple[Deadline, ...] = (
    Deadline(
        Code.HOLD_CONFERENCE,
        "R1",
        "S",
        f"{WT}; Greater Manchester, Leicester, Solihull, Norfolk",
        WorkingDays(INITIAL_CONFERENCE_WORKING_DAYS),
        Subject.ENQUIRY,
        "the strategy discussion that started the section 47 enquiry",
        "an initial or transfer-in conference of the child, held or in the diary for a day",
        "an enquiry that needs no conference, or that began while the child was on a plan",
        Holder.CHAIR,
        Reach.UNIT,
        P.SCHEDULE,
        "icpc_in_15_days",
    ),
    Deadline(
        Code.HOLD_TRANSFER_IN,
        "R11",
        "S",
        f"{WT}; Tees, Norfolk, Bolton",
        WorkingDays(TRANSFER_IN_WORKING_DAYS),
        Subject.TRANSFER_IN,
        "being told that the child has moved here",
        "a transfer-in or initial conference of the child, held or in the diary for a day",
        "a plan of this council that began before and had not ended",
        Holder.CHAIR,
        Reach.UNIT,
        P.SCHEDULE,
        "icpc_in_15_days",
    ),
    Deadline(
        Code.HOLD_REVIEW,
        "R7, R8",
        "S, C",
        f"{WT}; DfE table D6 for the days",
        BothClocks(FIRST_REVIEW, LATER_REVIEW),
        Subject.PLAN,
        "the initial conference, then the last review that was held",
        "the next review, held or in the diary for a day",
        "the end of the plan",
        Holder.CHAIR,
        Reach.UNIT,
        P.SCHEDULE,
        "reviews_held_on_time",
    ),
    Deadline(
        Code.HOLD_FIRST_CORE_GROUP,
        "R5",
        "S",
        f"{WT}; Norfolk",
        WorkingDays(FIRST_CORE_GROUP_WORKING_DAYS),
        Subject.PLAN,
        "the conference at which the plan began",
        "a core group of the plan that is held",
        "the end of the plan",
        Holder.WORKER,
        Reach.TEAM,
        P.RECORD_CORE_GROUP,
        "first_core_group_in_10_days",
    ),
    Deadline(
        Code.REQUEST_CONFERENCE,
        "R1",
        "L",
        "Bolton and Tees ask for the request within 1 working day of deciding that a conference is needed",
        LocalWorkingDays("CONFERENCE_REQUEST_WORKING_DAYS"),
        Subject.ENQUIRY,
        "the strategy discussion that started the section 47 enquiry",
        "a request for the conference that is not withdrawn, or the conference itself",
        "an enquiry that needs no conference, or that began while the child was on a plan",
        Holder.WORKER,
        Reach.TEAM,
        P.ASK_CONFERENCE,
        why_none="icpc_overdue counts those that nobody asked for in time",
    ),
    Deadline(
        Code.REQUEST_TRANSFER_IN,
        "R11",
        "L",
        "As for an initial conference",
        LocalWorkingDays("CONFERENCE_REQUEST_WORKING_DAYS"),
        Subject.TRANSFER_IN,
        "being told that the child has moved here",
        "a request for the conference that is not withdrawn, or the conference itself",
        "a plan of this council that began before and had not ended",
        Holder.WORKER,
        Reach.TEAM,
        P.ASK_CONFERENCE,
        why_none="icpc_overdue counts those that nobody asked for in time",
    ),
    Deadline(
        Code.REQUEST_REVIEW,
        "R7, R8",
        "L",
        OWN,
        LocalWorkingDays("REVIEW_REQUEST_WORKING_DAYS", is_before=True),
        Subject.PLAN,
        "the day on which the review is due",
        "a request for the review that is not withdrawn, or the review itself",
        "the end of the plan",
        Holder.WORKER,
        Reach.TEAM,
        P.ASK_CONFERENCE,
        why_none="reviews_held_on_time counts what a late request leads to",
    ),
    Deadline(
        Code.SCHEDULE_REQUEST,
        "R1",
        "L",
        OWN,
        LocalWorkingDays("SCHEDULE_REQUEST_WORKING_DAYS"),
        Subject.REQUEST,
        "the request",
        "a meeting in the diary",
        "the withdrawal of the request, or a conference held without a meeting in the diary",
        Holder.NOBODY,
        Reach.UNIT,
        P.SCHEDULE,
        why_none=NO_REPORT,
    ),
    Deadline(
        Code.GIVE_ACCOUNT,
        "",
        "L",
        OWN,
        ThatDay(),
        Subject.CONSULTATION,
        "the day by which it is decided; the day that was set, where more was asked for",
        "the asker’s account",
        "the closing of the consultation without an answer",
        Holder.ASKER,
        Reach.TEAM,
        P.ASK_CONFERENCE,
        why_none="consultations_in_time counts what a late account leads to",
    ),
    Deadline(
        Code.DECIDE_CONSULTATION,
        "",
        "L",
        OWN,
        LocalWorkingDays("REPLAN_DECIDE_BY_WORKING_DAYS"),
        Subject.CONSULTATION,
        "the request, which raises it",
        "the Strategic Lead’s answer",
        "the closing of the consultation without an answer",
        Holder.NOBODY,
        Reach.UNIT,
        P.DECIDE_CONSULTATION,
        "consultations_in_time",
    ),
    Deadline(
        Code.HOLD_THINKING_TIME,
        "",
        "L",
        "Trafford 2018: thinking time is mandatory for chairs",
        ThatDay(),
        Subject.THINKING_TIME,
        "the meeting in the diary, or the earliest day by which a child’s is due, if that comes first",
        "thinking time that is held",
        "the withdrawal of the request, or a conference held without it",
        Holder.CHAIR,
        Reach.UNIT,
        P.HOLD_THINKING_TIME,
        "thinking_time_before",
    ),
    Deadline(
        Code.SEND_LETTERS,
        "R13",
        "L",
        "Sussex, City and Hackney 1 working day; Wales 5",
        LocalWorkingDays("DECISION_LETTER_WORKING_DAYS"),
        Subject.MEETING,
        "the day of the conference",
        "the sending of every letter that was made",
        "the cancelling of the meeting",
        Holder.NOBODY,
        Reach.UNIT,
        P.SEND_LETTERS,
        "decisions_sent_on_time",
    ),
    Deadline(
        Code.FINISH_RECORD,
        "R14",
        "L",
        "City and Hackney 15 working days; Wales 20",
        LocalWorkingDays("RECORD_WORKING_DAYS"),
        Subject.MEETING,
        "the day of the conference",
        "the chair’s signature",
        "the cancelling of the meeting",
        Holder.CHAIR,
        Reach.UNIT,
        P.RECORD_CONFERENCE,
        why_none="records_sent_on_time counts what a late signature leads to",
    ),
    Deadline(
        Code.SEND_RECORD,
        "R14",
        "L",
        "City and Hackney 15 working days; Wales 20",
        LocalWorkingDays("RECORD_WORKING_DAYS"),
        Subject.MEETING,
        "the day of the conference",
        "the sending of the record",
        "the cancelling of the meeting",
        Holder.NOBODY,
        Reach.UNIT,
        P.SEND_LETTERS,
        "records_sent_on_time",
    ),
    Deadline(
        Code.HOLD_CORE_GROUP,
        "R6",
        "L",
        "Portsmouth 6 weeks; Wales monthly, never more than 6 weeks",
        LocalWeeks("CORE_GROUP_INTERVAL_WEEKS"),
        Subject.PLAN,
        "the last core group that was held",
        "the next core group that is held",
        "the end of the plan",
        Holder.WORKER,
        Reach.TEAM,
        P.RECORD_CORE_GROUP,
        why_none="statute sets only the first, which first_core_group_in_10_days counts",
    ),
    Deadline(
        Code.REVIEW_AFTER_BIRTH,
        "R9",
        "L",
        "Liverpool 20 working days; Cheshire East 4 weeks",
        LocalWorkingDays("REVIEW_AFTER_BIRTH_WORKING_DAYS"),
        Subject.PLAN,
        "the birth of a child who was on the plan before",
        "the next review, held or in the diary for a day",
        "the end of the plan",
        Holder.CHAIR,
        Reach.UNIT,
        P.SCHEDULE,
        why_none="few, and not published; reviews_held_on_time counts the review itself",
    ),
    _follow_up(Code.FIRST_FOLLOW_UP, "FOLLOW_UP_FIRST_MONTHS"),
    _follow_up(Code.SECOND_FOLLOW_UP, "FOLLOW_UP_SECOND_MONTHS"),
    _follow_up(Code.THIRD_FOLLOW_UP, "FOLLOW_UP_THIRD_MONTHS"),
)
CATALOGUE: dict[Code, Deadline] = {row.code: row for row in DEADLINES}
