"""The definitions of the figures about conferences: initial ones and reviews, in time or not. Pure."""

from conferences.rules.breakdowns import BY_WORKING_DAYS
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import review_clocks, working_days
from conferences.rules.figures import Unit
from conferences.rules.measures_definition import Measure

DAY, REVIEWS = working_days(Code.HOLD_CONFERENCE), review_clocks()
FROM_CONFERENCES = "Conferences recorded here or read from a census file"
EACH_CHILD = "Counted for each child: a meeting about three children is three conferences."
UNTOLD = (
    "What is late only by days that no source tells of is neither a yes nor a no: between two files, and"
    " before the first where most plans that ran on come without their earlier reviews."
)
INITIALS = "initial and transfer-in conferences held in the period, one for each child"

CONFERENCES = (
    Measure(
        code="icpc_in_15_days",
        title=f"Initial conferences within {DAY} working days",
        sentence=f"Of the initial conferences held, how many came within {DAY} working days of their start.",
        numerator_words=f"those held 0 to {DAY} working days after the strategy discussion that started "
        "the section 47 enquiry",
        denominator_words=f"{INITIALS}, with a known start",
        unit=Unit.PERCENT,
        counted_rows="conferences",
        source="Working Together (S); DfE table C4 (C)",
        fed_by=f"{FROM_CONFERENCES}, with the enquiry or the notification that each stands on",
        exclusions=(
            EACH_CHILD,
            "A transfer-in conference counts from the day this authority was notified.",
            "A conference recorded before its start is not measured, and is listed.",
        ),
        splits=BY_WORKING_DAYS,
        measured="working days",
    ),
    Measure(
        code="icpc_overdue",
        title=f"Children past day {DAY} with no conference",
        sentence=f"How many children were past working day {DAY} without a conference on the last day.",
        numerator_words="children whose initial conference was due before that day, was not held, "
        "and was not marked as not needed",
        denominator_words=None,
        unit=Unit.COUNT,
        counted_rows="children",
        source="Local: what the published figure cannot see (L)",
        fed_by="Section 47 enquiries and transfers in recorded here or read from a census file",
        exclusions=(
            "Each child is counted once, at the earliest of its enquiries.",
            "An enquiry, or a transfer in, of a child who was on a plan here already is owed none.",
            "None is owed any more once a plan here has begun since, or the child has died or turned 18.",
        ),
        measured="working days",
        at_end=True,
    ),
    Measure(
        code="icpc_to_plan",
        title="Initial conferences that made a plan",
        sentence="Of the initial conferences held, how many decided on a child protection plan.",
        numerator_words="those at which a plan began",
        denominator_words=INITIALS,
        unit=Unit.PERCENT,
        counted_rows="conferences",
        source="DfE tables C4 and D3 (C)",
        fed_by=f"{FROM_CONFERENCES}, with their decisions and the plans that began at them",
        exclusions=(EACH_CHILD, "A plan held here for a time for another authority is not one of ours."),
    ),
    Measure(
        code="reviews_on_time",
        title="Plans reviewed on time",
        sentence="Of the open plans that should have been reviewed, how many had every review on time.",
        numerator_words=f"those whose first review came within {REVIEWS.first.days} days of the start, "
        f"every later one within {REVIEWS.later.days} days of the one before, "
        f"and the last no more than {REVIEWS.later.days} days ago",
        denominator_words=f"plans open at the end of the period for {REVIEWS.first.days} days or more",
        unit=Unit.PERCENT,
        counted_rows="plans",
        source="DfE table D6; the rule in days is inferred from twelve years of tables (C, I)",
        fed_by="Review conferences recorded here or read from a census file",
        exclusions=(
            "Plans held here for a time for another authority are not counted.",
            "One late review marks a plan until it ends.",
            UNTOLD,
        ),
        measured="days since the last review",
        at_end=True,
    ),
    Measure(
        code="reviews_held_on_time",
        title="Review conferences held by their due date",
        sentence="Of the review conferences held, how many were held on or before the day they were due.",
        numerator_words="those held on or before their due date",
        denominator_words="review conferences held in the period, one for each child",
        unit=Unit.PERCENT,
        counted_rows="conferences",
        source="Working Together (S), with the DfE's rule in days (C): whichever is the earlier",
        fed_by="Review conferences recorded here or read from a census file",
        exclusions=(
            "Counted for each child.",
            f"Due {REVIEWS.first.months} months or {REVIEWS.first.days} days after the initial conference, "
            f"then {REVIEWS.later.months} months or {REVIEWS.later.days} days after the last review held: "
            "whichever is the earlier.",
            UNTOLD,
        ),
        measured="days after the due date",
    ),
)
