"""The definitions of the figures about the unit's own work. Pure.

Each says what it waits for until it is counted. They stand in the list from the start, so that every report
shows the same figures in the same order.
"""

from conferences.rules.figures import Unit
from conferences.rules.measures_definition import Measure
from conferences.rules.timelimits import FIRST_CORE_GROUP_WORKING_DAYS

LOCAL, LIMIT = "Local (L)", FIRST_CORE_GROUP_WORKING_DAYS


def _later(
    code: str,
    title: str,
    numerator: str,
    denominator: str,
    rows: str,
    fed_by: str,
    source: str,
    waits_for: str,
) -> Measure:
    """A percentage that is not counted yet."""
    sentence = f"Of the {denominator}, how many: {numerator}."
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
        waits_for=waits_for,
    )


WORK = (
    _later(
        "first_core_group_in_10_days",
        f"First core groups within {LIMIT} working days",
        f"those whose first core group was held within {LIMIT} working days of the conference",
        f"plans started in the period whose {LIMIT} working days have passed",
        "plans",
        "Core groups",
        "Working Together (S)",
        "core groups to be counted",
    ),
    _later(
        "reports_shared_on_time",
        "Reports shared with the family in time",
        "those shared with the family in time",
        "agency reports required",
        "reports",
        "Agencies' reports, and whether they were invited, attended, sent one, or neither",
        LOCAL,
        "agencies’ reports to be recorded here",
    ),
    _later(
        "decisions_sent_on_time",
        "Decision letters sent in time",
        "those whose decision letters were sent within the local limit",
        "conferences held whose limit has passed",
        "conferences",
        "Decision letters",
        LOCAL,
        "the days of sending letters to be counted",
    ),
    _later(
        "records_sent_on_time",
        "Conference records sent in time",
        "those whose record was sent within the local limit",
        "conferences held whose limit has passed",
        "conferences",
        "Conference records",
        LOCAL,
        "the days of sending records to be counted",
    ),
    _later(
        "quorate",
        "Quorate conferences",
        "those that were quorate",
        "conferences held",
        "conferences",
        "Attendance at conferences",
        LOCAL,
        "attendance to be counted",
    ),
    _later(
        "participation",
        "Children who took part",
        "those who took part or whose views were heard (PN1 to PN6)",
        "children aged 4 and over at conferences held",
        "children",
        "How each child took part (PN0 to PN7)",
        "Participation codes of reviews, used locally (L)",
        "how each child took part to be recorded here",
    ),
    _later(
        "consultations_in_time",
        "Re-plan consultations decided in time",
        "those decided by their decide-by date",
        "re-plan consultations due in the period",
        "consultations",
        "Re-plan consultations",
        LOCAL,
        "consultations to be counted",
    ),
    _later(
        "replans_consulted",
        "Repeat plans with a consultation",
        "those that had a decided consultation",
        "repeat plans started in the period",
        "plans",
        "Re-plan consultations",
        LOCAL,
        "consultations to be counted",
    ),
    _later(
        "thinking_time_before",
        "Thinking time before the conference",
        "those that had thinking time before they were held",
        "conferences held that required thinking time",
        "conferences",
        "Thinking time",
        LOCAL,
        "thinking time to be counted",
    ),
    _later(
        "visits_on_time",
        "Statutory visits made in time",
        "those made in time",
        "statutory visits due in the period",
        "visits",
        "Visits to the child",
        LOCAL,
        "visits to the child to be recorded here",
    ),
    _later(
        "actions_smarter",
        "Actions that are specific, measurable, achievable, relevant and timed",
        "those with all of S, M, A, R and T",
        "open plan actions",
        "actions",
        "The actions of plans",
        LOCAL,
        "the parts of an action to be recorded here",
    ),
    _later(
        "feedback",
        "Feedback from families, children and professionals",
        "those that came back",
        "questions offered",
        "replies",
        "Feedback, with the mean and spread of each question",
        LOCAL,
        "feedback to be recorded here",
    ),
)
