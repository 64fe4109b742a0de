"""The local limits of consultations: by when one is decided, what raises one by rule, and how many are
looked at twice. Pure data.
"""

from safeguarding.policy.keys import MONTHS, PERCENT, REVIEWS, WORKING_DAYS, PolicyKey

CONSULTATIONS = "Re-plans, complaints and differences"
OWN = "No published source; a council sets its own"

CONSULTED: tuple[PolicyKey, ...] = (
    PolicyKey(
        "REPLAN_DECIDE_BY_WORKING_DAYS",
        CONSULTATIONS,
        "Re-plan consultation",
        "A consultation on a child who had a plan before is decided within {} of the request.",
        WORKING_DAYS,
        3,
        f"{OWN}; it never lengthens the 15 working days to the conference",
        1,
        10,
    ),
    PolicyKey(
        "LONG_PLAN_CONSULTATION_MONTHS",
        CONSULTATIONS,
        "Consultation on a long plan",
        "A plan that has lasted {} is consulted on.",
        MONTHS,
        15,
        "R24: Swindon’s report and supervision before the 15-month conference",
        0,
        60,
        off="No consultation is raised because a plan has lasted long.",
    ),
    PolicyKey(
        "UNCHANGED_REVIEWS_CONSULTATION",
        CONSULTATIONS,
        "Consultation when reviews change nothing",
        "A plan that stays as it was at {} in a row is consulted on.",
        REVIEWS,
        2,
        OWN,
        0,
        6,
        off="No consultation is raised because reviews changed nothing.",
    ),
    PolicyKey(
        "NEW_BABY_CONSULTATION_MONTHS",
        CONSULTATIONS,
        "Consultation on a new baby",
        "An unborn child, or one younger than {}, for whom a conference is asked in a family where there was"
        " a plan before, is consulted on.",
        MONTHS,
        12,
        OWN,
        0,
        24,
        off="No consultation is raised because there was a plan in the family before a baby.",
    ),
    PolicyKey(
        "SECOND_OPINION_SHARE_PERCENT",
        CONSULTATIONS,
        "Second opinions on consultations",
        "A second opinion is asked on {} of the decisions on consultations, drawn by lot.",
        PERCENT,
        10,
        "No published source for decisions; for audits a tenth is graded a second time, blind (I)",
        0,
        100,
        off="No second opinion is asked on the decisions on consultations.",
    ),
    PolicyKey(
        "SECOND_OPINION_WORKING_DAYS",
        CONSULTATIONS,
        "Time for a second opinion",
        "A second opinion is given within {} of the decision that was drawn.",
        WORKING_DAYS,
        10,
        OWN,
        1,
        40,
    ),
    PolicyKey(
        "SUPPORT_REVIEW_MONTHS",
        CONSULTATIONS,
        "Review of another way",
        "What was decided instead of a conference is reviewed within {} of the decision, and of each review.",
        MONTHS,
        3,
        OWN,
        1,
        12,
    ),
    PolicyKey(
        "AGREED_WORK_MONTHS",
        CONSULTATIONS,
        "Days for conditions and actions",
        "A condition of a decision, an action from thinking time, and the day to look again lie within {}.",
        MONTHS,
        12,
        OWN,
        1,
        24,
    ),
)
