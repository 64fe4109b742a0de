"""The codes the story is told in, with the words a person reads: categories, conferences, decisions, endings.

Census codes are kept as the census has them. The others are ours, in the field's words, because no census
code exists for them; each class says which.
"""

from safeguarding.labelled import Labelled, choices

__all__ = [
    "OUTCOMES",
    "Category",
    "ConferenceKind",
    "DecisionOutcome",
    "EndReason",
    "Labelled",
    "Participation",
    "StepDown",
    "choices",
]


class Category(Labelled):
    """Categories of abuse. Source: CIN census N00113, N00114, rules 8905 and 8910 (C)."""

    NEG = "NEG", "Neglect"
    PHY = "PHY", "Physical abuse"
    SAB = "SAB", "Sexual abuse"
    EMO = "EMO", "Emotional abuse"
    MUL = "MUL", "Multiple or not recommended"


class ConferenceKind(Labelled):
    """What a conference is for one child; a meeting may hold different kinds for different children.

    Source: Working Together (S). A transfer-in is an initial conference for a child who comes to live here
    while on another authority's plan; the census shows it as an initial conference without an enquiry (C).
    """

    INITIAL = "INITIAL", "Initial conference"
    REVIEW = "REVIEW", "Review conference"
    TRANSFER_IN = "TRANSFER_IN", "Transfer-in conference"


class DecisionOutcome(Labelled):
    """What was decided for one child. Source: Working Together (S): a plan or none; continue or end."""

    PLAN_BEGINS = "PLAN_BEGINS", "A child protection plan begins"
    NO_PLAN = "NO_PLAN", "No child protection plan"
    PLAN_CONTINUES = "PLAN_CONTINUES", "The child protection plan continues"
    PLAN_ENDS = "PLAN_ENDS", "The child protection plan ends"


class EndReason(Labelled):
    """Why a plan ended. There is no census code for it (C): the grounds are those of Working Together (S)
    with local additions of Swindon, Lincolnshire and Tees (L). Only a review conference ends a plan for
    reduced risk (R20).
    """

    RISK_REDUCED = "RISK_REDUCED", "Risk reduced: decided at a review conference"
    MOVED = "MOVED", "Moved permanently to another local authority, whose conference was held"
    LOOKED_AFTER = "LOOKED_AFTER", "Became looked after or an interim care order was made"
    OTHER_ORDER = "OTHER_ORDER", "Another court order was made"
    EIGHTEEN = "EIGHTEEN", "Reached 18"
    DIED = "DIED", "Died"
    LEFT_UK = "LEFT_UK", "Left the United Kingdom permanently"
    SET_ASIDE = "SET_ASIDE", "Set aside or reconvened after a complaint"
    ERROR = "ERROR", "Recorded in error"
    NOT_RECORDED = "NOT_RECORDED", "Not recorded: read from a census file, which has no reason"


class EndReasonUnborn(Labelled):
    """As EndReason, of a child who is not born: the pregnancy ended."""

    RISK_REDUCED = EndReason.RISK_REDUCED.value, EndReason.RISK_REDUCED.label
    MOVED = EndReason.MOVED.value, EndReason.MOVED.label
    LOOKED_AFTER = EndReason.LOOKED_AFTER.value, EndReason.LOOKED_AFTER.label
    OTHER_ORDER = EndReason.OTHER_ORDER.value, EndReason.OTHER_ORDER.label
    EIGHTEEN = EndReason.EIGHTEEN.value, EndReason.EIGHTEEN.label
    DIED = EndReason.DIED.value, "The pregnancy ended"
    LEFT_UK = EndReason.LEFT_UK.value, EndReason.LEFT_UK.label
    SET_ASIDE = EndReason.SET_ASIDE.value, EndReason.SET_ASIDE.label
    ERROR = EndReason.ERROR.value, EndReason.ERROR.label
    NOT_RECORDED = EndReason.NOT_RECORDED.value, EndReason.NOT_RECORDED.label


def end_reasons(*, is_unborn: bool) -> type[Labelled]:
    """The codes with their words for a child who is born, or is not."""
    return EndReasonUnborn if is_unborn else EndReason


class Participation(Labelled):
    """How a child took part in a conference. The codes are those of reviews of looked-after children, which
    councils borrow (SSD `cppr_cp_review_participation`): local, not statutory (L).
    """

    PN0 = "PN0", "Under 4, or not born yet"
    PN1 = "PN1", "Came and spoke"
    PN2 = "PN2", "Came, and an advocate spoke for the child"
    PN3 = "PN3", "Came, and gave their views without words"
    PN4 = "PN4", "Came, and gave no views"
    PN5 = "PN5", "Did not come: an advocate gave the child’s views"
    PN6 = "PN6", "Did not come: sent their views in another way"
    PN7 = "PN7", "Did not come, and gave no views"


class StepDown(Labelled):
    """Where support went when a plan ended or was not made: needed when a child comes back (L)."""

    CIN_PLAN = "CIN_PLAN", "Child in need plan"
    EARLY_HELP = "EARLY_HELP", "Early help"
    LOOKED_AFTER = "LOOKED_AFTER", "Looked after"
    CLOSED = "CLOSED", "Closed to children's services"
    OTHER_AUTHORITY = "OTHER_AUTHORITY", "Another local authority"


OUTCOMES: dict[ConferenceKind, tuple[DecisionOutcome, DecisionOutcome]] = {
    ConferenceKind.INITIAL: (DecisionOutcome.PLAN_BEGINS, DecisionOutcome.NO_PLAN),
    ConferenceKind.TRANSFER_IN: (DecisionOutcome.PLAN_BEGINS, DecisionOutcome.NO_PLAN),
    ConferenceKind.REVIEW: (DecisionOutcome.PLAN_CONTINUES, DecisionOutcome.PLAN_ENDS),
}
