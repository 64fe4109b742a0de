"""What a row of the catalogue of deadlines says, and the kinds that it is said in. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from conferences.rules.deadlines_ladder import Ladder, ladder_of
from conferences.rules.deadlines_limits import Limit
from safeguarding.labelled import Labelled
from safeguarding.rights import Permission as P
from safeguarding.rights import Role, holds

WT, OWN = "Working Together", "No published source; a council sets its own"
NO_REPORT = "no report of this kind is made; the late ones stand in the lists"


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
    INVITE = "INVITE", "Invite everybody to the conference"
    CHASE_REPORTS = "CHASE_REPORTS", "Chase the reports that are late"
    SHARE_REPORTS = "SHARE_REPORTS", "Show the family the reports that came"
    ANSWER_QUORUM = "ANSWER_QUORUM", "Decide what is done about too few agencies"
    TELL_EXCLUDED = "TELL_EXCLUDED", "Decide who is excluded, and see that they are told"
    SPEAK_BEFORE = "SPEAK_BEFORE", "Speak with the family and the children before the conference"
    BOOK_NEW_DATE = "BOOK_NEW_DATE", "Book the new date of a conference that ended undecided"
    GIVE_ACCOUNT = "GIVE_ACCOUNT", "Give the account for the re-plan consultation"
    DECIDE_CONSULTATION = "DECIDE_CONSULTATION", "Decide the re-plan consultation"
    ASK_AGREED = "ASK_AGREED", "Ask for the conference that is needed"
    MEET_CONDITION = "MEET_CONDITION", "Meet the condition of a consultation’s decision"
    REVIEW_SUPPORT = "REVIEW_SUPPORT", "Review the support that was decided instead"
    SECOND_OPINION = "SECOND_OPINION", "Give a second opinion on a consultation"
    HOLD_THINKING_TIME = "HOLD_THINKING_TIME", "Hold thinking time"
    DO_ACTION = "DO_ACTION", "Do what was agreed in thinking time"
    SEND_LETTERS = "SEND_LETTERS", "Send the decision letters"
    FINISH_RECORD = "FINISH_RECORD", "Finish the record"
    SEND_RECORD = "SEND_RECORD", "Send the record"
    SEND_CLOSING = "SEND_CLOSING", "Send the letters that a plan has ended"
    SEND_AGAIN = "SEND_AGAIN", "Send again what was put right after it was sent"
    GIVE_OWN_VERSION = "GIVE_OWN_VERSION", "Give the children their own version of the record"
    END_PLAN = "END_PLAN", "End the plan"
    HOLD_CORE_GROUP = "HOLD_CORE_GROUP", "Hold the next core group"
    REVIEW_AFTER_BIRTH = "REVIEW_AFTER_BIRTH", "Hold the review after the birth"
    FIRST_FOLLOW_UP = "FIRST_FOLLOW_UP", "Follow up after the plan, the first time"
    SECOND_FOLLOW_UP = "SECOND_FOLLOW_UP", "Follow up after the plan, the second time"
    THIRD_FOLLOW_UP = "THIRD_FOLLOW_UP", "Follow up after the plan, the third time"


# ----- Whose -----------------------------------------------------------------------------------------------


class Holder(Labelled):
    """The one person whose a deadline is, where there is one; else it is theirs who hold the right."""

    WORKER = "WORKER", "whoever works with the child"
    ASKER = "ASKER", "whoever asked for the conference, else whoever works with the child"
    NAMED = "NAMED", "whoever the decision or the action names"
    READER = "READER", "whoever is asked for the second opinion"
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
    # The right by which somebody acts where nobody may by the other.
    in_place: P | None = None

    @property
    def words(self) -> str:
        return self.code.label

    def words_for(self, role: str) -> str:
        """What is to be done by a role: a chair holds a meeting, whoever else has it arranges it."""
        is_meeting = self.holder is Holder.CHAIR and self.acts is P.SCHEDULE
        return self.words.replace("Hold", "Arrange", 1) if is_meeting and role != Role.CHAIR else self.words

    @property
    def is_statutory(self) -> bool:
        return self.grade.startswith("S")

    @property
    def is_question(self) -> bool:
        """Whether it is about a question that is better settled before the conference is held."""
        return self.code in (Code.GIVE_ACCOUNT, Code.DECIDE_CONSULTATION)

    @property
    def ladder(self) -> Ladder:
        """Who is told when; it follows from the grade and from whose it is."""
        return ladder_of(
            is_statutory=self.is_statutory,
            is_team=self.reach is Reach.TEAM,
            before_meeting=self.is_question,
        )

    @property
    def role(self) -> Role:
        """The role whose it is where nobody in particular holds it: one that may act."""
        return next(role for role in WITHIN[self.reach] if holds(role, self.acts))

    @property
    def able(self) -> list[Role]:
        """The roles that may act."""
        rights = [self.acts, *([self.in_place] if self.in_place else [])]
        return [role for role in Role if any(holds(role, right) for right in rights)]

    def held_as(self, roles: Sequence[Role]) -> Role:
        """The role in which somebody who holds several, the main one first, holds this: as chair what is its
        meeting's chair's, else the first that may act, and in place of others only where none of them may.
        """
        able = sorted(
            (role for role in roles if role in self.able), key=lambda role: not holds(role, self.acts)
        )
        if self.holder is Holder.CHAIR and Role.CHAIR in able:
            return Role.CHAIR
        return next(iter(able), roles[0])


# Who is asked first.
WITHIN: dict[Reach, tuple[Role, ...]] = {
    Reach.TEAM: (Role.SOCIAL_WORKER, Role.TEAM_MANAGER),
    Reach.UNIT: (Role.BUSINESS_SUPPORT, Role.STRATEGIC_LEAD, Role.CHAIR),
}
