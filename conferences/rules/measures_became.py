"""The definitions of the figures about what consultations decide, and what becomes of it. Pure."""

from conferences.rules.breakdowns import Band, Split
from conferences.rules.consultations import DECIDED
from conferences.rules.figures import Unit
from conferences.rules.look_ups import IN_TIME_DAYS, Became
from conferences.rules.measures_definition import Measure
from conferences.rules.replans import GapBand
from safeguarding.labelled import label

LOCAL = "Local (L)"
BACK_WITHIN_MONTHS = 12
OF_A_CHILD = "Counted for each child, never for each family."
STANDING = "Of each child and consultation the decision that stands: a replaced one is not counted."
LOOKED_UP = "Looked up by the service from what the record tells; nobody enters it."
# How long before it was asked the last plan ended; of a plan that runs, and of a baby, there is no gap.
RUNS, NO_PLAN = "RUNS", "NONE"
GAPS = (
    *(Band(band.value, band.label) for band in GapBand),
    Band(RUNS, "On a plan when it was asked"),
    Band(NO_PLAN, "No earlier plan of the child"),
)
ANSWERS = tuple(Band(answer.value, answer.label) for answer in DECIDED)
FOUND = tuple(Band(kind.value, kind.label) for kind in Became)
BY_OUTCOME = Split("outcome", "What was decided", ANSWERS)
BY_GAP = Split("gap", "How long before it was asked the last plan ended", GAPS)
BY_FOUND = Split("", "The gravest that was found", FOUND)

BECAME = (
    Measure(
        "consultations_decided",
        "Re-plan consultations decided",
        "How many children were decided on in a re-plan consultation, what was decided, and how long before"
        " the last plan had ended.",
        "children on whom a consultation decided in the period",
        None,
        Unit.COUNT,
        "decisions",
        LOCAL,
        "Decisions on re-plan consultations",
        exclusions=(OF_A_CHILD, STANDING),
        splits=(BY_OUTCOME, BY_GAP),
        is_of_service=True,
    ),
    Measure(
        "agreed_to_plan",
        "Agreed consultations that became a plan",
        "Of the children for whom a conference was agreed, how many the conference then put on a plan.",
        "those for whom that conference decided on a plan",
        "children for whom a conference was agreed in the period, and whose conference has decided",
        Unit.PERCENT,
        "decisions",
        LOCAL,
        "Decisions on re-plan consultations, and of the conferences that they were about",
        exclusions=(
            OF_A_CHILD,
            STANDING,
            "That a partner agency used its right to a conference counts as agreed.",
            "A consultation that no request raised, such as on a long plan, has no such conference.",
        ),
        is_of_service=True,
    ),
    Measure(
        "look_ups_in_time",
        "What became of it looked up in time",
        f"Of the look-ups that were due, how many were made by {IN_TIME_DAYS} days after their day.",
        f"those that were made within {IN_TIME_DAYS} days of their day",
        "look-ups due in the period: some months after a decision on a consultation, or after a plan ended",
        Unit.PERCENT,
        "look-ups",
        LOCAL,
        LOOKED_UP,
        exclusions=(
            "How many months is a local limit, as it stood on the day of the decision or of the plan’s end.",
            "After a child has died or is 18 there is one look-up more, and then none.",
            "Plans that were recorded in error or set aside are left out.",
        ),
        is_of_service=True,
    ),
    Measure(
        "look_ups_known",
        "What became of it, as far as it is known",
        "Of the look-ups that were made, of how many it is known what became of the child.",
        "those in which every day since is known, or something was found",
        "look-ups due in the period that were made",
        Unit.PERCENT,
        "look-ups",
        LOCAL,
        LOOKED_UP,
        exclusions=(
            f"“{label(Became, Became.NOT_KNOWN)}” is a child who moved away, or days that no source tells of;"
            f" “{label(Became, Became.NOTHING)}” is neither.",
            "Where several are found, the gravest is counted, in the order of this list.",
            "What was found then is counted, also where the record was corrected since.",
        ),
        splits=(BY_FOUND,),
        is_of_service=True,
    ),
    Measure(
        "back_on_plan_in_12_months",
        "Plans that ended, and the child back on a plan within 12 months",
        f"Of the plans that ended, looked at {BACK_WITHIN_MONTHS} months later: how many of the children were"
        " on a plan again.",
        f"those of children who were on a plan again by then, {BACK_WITHIN_MONTHS} months after the end",
        f"plans whose look-up {BACK_WITHIN_MONTHS} months after the end was due in the period and made",
        Unit.PERCENT,
        "plans",
        LOCAL,
        LOOKED_UP,
        exclusions=(
            "Children who moved away are left out, unless they were on a plan here again.",
            "Where no source tells of every day since, it is neither a yes nor a no.",
        ),
        is_of_service=True,
    ),
)
