"""The one catalogue of duties: what falls due after what, for whom, by which rule. Pure."""

from safeguarding.labelled import Labelled


class DutyKind(Labelled):
    """Something that must be done by a day. The order is the statutory one: what the law sets comes first."""

    SCHEDULE_CONFERENCE = "SCHEDULE_CONFERENCE", "Hold the conference"
    HOLD_REVIEW = "HOLD_REVIEW", "Hold the review conference"
    HOLD_CORE_GROUP = "HOLD_CORE_GROUP", "Hold the first core group"
    ASK_CONSULTATION = "ASK_CONSULTATION", "Give the account for the re-plan consultation"
    DECIDE_CONSULTATION = "DECIDE_CONSULTATION", "Decide the re-plan consultation"
    HOLD_THINKING_TIME = "HOLD_THINKING_TIME", "Hold thinking time"
    FINISH_RECORD = "FINISH_RECORD", "Finish the record"
    SEND_LETTERS = "SEND_LETTERS", "Send the decision letters"
    SHARE_RECORD = "SHARE_RECORD", "Send the record"
