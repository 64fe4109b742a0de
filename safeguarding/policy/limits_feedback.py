"""The local limits of feedback after conferences: when it is asked, told, and deleted. Pure data."""

from safeguarding.policy.keys import DAYS, MONTHS, PolicyKey, Unit
from safeguarding.policy.limits_consultations import OWN

HEADING = "Feedback after conferences"
ANSWERS = Unit("answer", "answers")

FEEDBACK: tuple[PolicyKey, ...] = (
    PolicyKey(
        "FEEDBACK_LATER_DAYS",
        HEADING,
        "The second time that people are asked",
        "A second slip is answered {} after the conference or later.",
        DAYS,
        14,
        f"{OWN}; asked straight after and about two weeks later",
        7,
        60,
    ),
    PolicyKey(
        "FEEDBACK_CODE_MONTHS",
        HEADING,
        "How long a slip can be used",
        "The code on a slip is taken until the end of the month that is {} after it was printed.",
        MONTHS,
        3,
        OWN,
        1,
        12,
    ),
    PolicyKey(
        "FEEDBACK_SMALLEST_SHOWN",
        HEADING,
        "The fewest answers that are told",
        "Answers are told of {} or more, and no smaller number of them.",
        ANSWERS,
        5,
        f"{OWN}; pooled by quarter, of 5 or more. Research output of the ONS takes 10",
        5,
        30,
    ),
    PolicyKey(
        "FEEDBACK_WORDS_MONTHS",
        HEADING,
        "How long the words are kept",
        "What people wrote is deleted {} after the quarter in which it came; the numbers stay.",
        MONTHS,
        24,
        OWN,
        6,
        84,
    ),
)
