"""The definitions of the figures about the unit's own work. Pure.

Each says what it waits for until it is counted. They stand in the list from the start, so that every report
shows the same figures in the same order.
"""

from conferences.rules.breakdowns import Band, Split
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import working_days
from conferences.rules.figures import Unit
from conferences.rules.measures_definition import Measure
from conferences.rules.measures_meetings import BY_LATE_REASON, BY_MISSING, BY_PARTICIPATION, BY_REPORT
from conferences.rules.workflow import ThinkingTrigger

LOCAL, LIMIT = "Local (L)", working_days(Code.HOLD_FIRST_CORE_GROUP)
A_MEETING = "Counted for each conference; in the list it stands under the first of its children."
TODAY = "What is due today is counted from tomorrow."
TRIGGERS = tuple(Band(trigger.value, trigger.label) for trigger in ThinkingTrigger)
BY_TRIGGER = (
    Split("required", "Why it was required", TRIGGERS),
    Split(
        "without",
        "Why it was required, where it was not held before the conference",
        TRIGGERS,
        Band("RECORDED_LATE", "Recorded as held only after the record was signed"),
    ),
)


def _percentage(
    code: str,
    title: str,
    numerator: str,
    denominator: str,
    rows: str,
    fed_by: str,
    source: str,
    waits_for: str = "",
    exclusions: tuple[str, ...] = (),
    splits: tuple[Split, ...] = (),
    measured: str = "",
    elsewhere: str = "",
) -> Measure:
    """A percentage, or one that is not counted yet."""
    sentence = f"Of the {denominator}: {numerator}."
    return Measure(
        code,
        title,
        sentence,
        numerator,
        denominator,
        Unit.PERCENT,
        rows,
        source,
        fed_by,
        exclusions=exclusions,
        splits=splits,
        measured=measured,
        waits_for=waits_for,
        elsewhere=elsewhere,
        is_of_service=True,
    )


WORK = (
    _percentage(
        "first_core_group_in_10_days",
        f"First core groups within {LIMIT} working days",
        f"those whose first core group was held within {LIMIT} working days of the conference",
        f"plans started in the period whose {LIMIT} working days have passed",
        "plans",
        "Core groups",
        "Working Together (S)",
        exclusions=("Plans that no record signed here began are left out.", TODAY),
    ),
    _percentage(
        "reports_shared_on_time",
        "Reports shared with the family in time",
        "those shared with the family in time",
        "agency reports required",
        "reports",
        "The list of who is invited to each conference, and what became of their reports",
        "Local (L): R12, the days before a conference",
        exclusions=(
            "Counted for each report; in the list it stands under the first of the conference’s children.",
            "A report that was asked for, and one that came unasked, of everybody who is still on the list.",
            "In time is by the day on which families are shown reports, whenever it came itself. It was shown"
            " once each grown-up of the family on the list who is not excluded from the whole conference was"
            " shown it, or did not want to read it; what was told of the family as a whole counts as told.",
        ),
        splits=BY_REPORT,
    ),
    _percentage(
        "decisions_sent_on_time",
        "Decision letters sent in time",
        "those whose decision letters were sent within the local limit",
        "conferences held whose limit has passed",
        "conferences",
        "Decision letters",
        LOCAL,
        exclusions=(A_MEETING, "The letters of a conference are sent when every one of them is.", TODAY),
    ),
    _percentage(
        "records_sent_on_time",
        "Conference records sent in time",
        "those whose record was sent within the local limit",
        "conferences held whose limit has passed",
        "conferences",
        "Conference records",
        LOCAL,
        exclusions=(A_MEETING, TODAY),
    ),
    _percentage(
        "quorate",
        "Quorate conferences",
        "those that were quorate",
        "conferences held",
        "conferences",
        "Attendance at conferences",
        LOCAL,
        exclusions=(A_MEETING, "Only conferences whose record is signed: who came is not known before."),
        splits=BY_MISSING,
    ),
    _percentage(
        "conferences_held_late",
        "Conferences held after their last day by law",
        "those held after the last day by law of one of their children",
        "conferences held whose last day by law is known",
        "conferences",
        "The diary, and the reason that was agreed with a manager and a chair",
        "Working Together (S); the reasons are local (L)",
        exclusions=(
            A_MEETING,
            "The last day is that of the child whose day came first.",
            "A conference that followed a sitting without a decision counts by the day that decided.",
            "The reason is the one that stood when it was held, after every move.",
        ),
        splits=BY_LATE_REASON,
        measured="days after the last day",
    ),
    _percentage(
        "participation",
        "Children who took part",
        "those who took part or whose views were heard (PN1 to PN6)",
        "children aged 4 and over at conferences held",
        "children",
        "How each child took part (PN0 to PN7), as it was signed",
        "Participation codes of reviews, used locally (L)",
        exclusions=(
            "Counted for each child at each conference.",
            "Children are asked for from their 4th birthday: PN0 is who was younger.",
        ),
        splits=BY_PARTICIPATION,
        measured="years old",
    ),
    _percentage(
        "consultations_in_time",
        "Re-plan consultations decided in time",
        "those decided by their decide-by date",
        "re-plan consultations due in the period",
        "consultations",
        "Re-plan consultations",
        LOCAL,
        exclusions=(TODAY,),
    ),
    _percentage(
        "replans_consulted",
        "Repeat plans with a consultation",
        "those that had a decided consultation",
        "repeat plans started in the period",
        "plans",
        "Re-plan consultations",
        LOCAL,
        exclusions=("Plans whose conference was not requested here are left out.",),
    ),
    _percentage(
        "thinking_time_before",
        "Thinking time before the conference",
        "those that had thinking time before they were held",
        "conferences held that required thinking time",
        "conferences",
        "Thinking time",
        LOCAL,
        exclusions=(
            A_MEETING,
            "Where there were several reasons, all that was required came before, and the first is told.",
            "What was recorded only after the record was signed counts as not held before it.",
        ),
        splits=BY_TRIGGER,
    ),
    _percentage(
        "visits_on_time",
        "Statutory visits made in time",
        "those made in time",
        "statutory visits due in the period",
        "visits",
        "Visits to the child",
        LOCAL,
        "visits to the child to be recorded here",
    ),
    _percentage(
        "actions_smarter",
        "Actions that are specific, measurable, achievable, relevant and timed",
        "those with all of S, M, A, R and T",
        "open plan actions",
        "actions",
        "The actions of plans",
        LOCAL,
        "the parts of an action to be recorded here",
    ),
    _percentage(
        "feedback",
        "Feedback from families, children and professionals",
        "those that came back",
        "slips handed out",
        "answers",
        "Feedback after conferences, with the spread of each question",
        LOCAL,
        elsewhere="Told by quarter and of each group apart, under Agencies and families at conferences",
        exclusions=(
            "Parents, children and professionals, straight after and two weeks later, are never added up.",
            "A quarter of which fewer came back than the local limit is told together with the next.",
            "There is no mean: beside the spread it would give away numbers that are hidden.",
        ),
    ),
)
