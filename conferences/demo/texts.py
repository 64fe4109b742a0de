"""What was written at the demo's conferences: reasons of decisions, notes of discussions. Invented. Pure."""

from random import Random

from conferences.rules.vocabulary import Category, DecisionOutcome

WORRIES = {
    Category.NEG: (
        "There is often no food in the house and the children come to school hungry.",
        "Health appointments are missed and the home is cold and unsafe.",
        "The child is left alone in the evenings.",
    ),
    Category.EMO: (
        "The child has seen and heard violence between the adults at home.",
        "The child is blamed for the quarrels of the parents, and is frightened.",
        "A parent's drinking leaves the child looking after the younger ones.",
    ),
    Category.PHY: (
        "There are bruises that have not been explained.",
        "The child says they are hit when they get things wrong.",
    ),
    Category.SAB: ("An adult who is a risk to children visits the home.",),
    Category.MUL: ("The child has been hurt and is not looked after from day to day.",),
}
DECISIONS = {
    DecisionOutcome.PLAN_BEGINS: (
        "{worry} The conference judged that harm is likely to go on without a plan.",
        "{worry} All agencies but one saw a continuing risk of significant harm.",
    ),
    DecisionOutcome.PLAN_CONTINUES: (
        "Some things are better, but not yet for long enough. {worry}",
        "Little has changed since the last conference. {worry} The actions were made clearer.",
    ),
    DecisionOutcome.PLAN_ENDS: (
        "The changes have lasted and the child says that home feels calmer. Support goes on.",
        "The core group has seen steady progress; the risk of significant harm is no longer there.",
    ),
    DecisionOutcome.NO_PLAN: (
        "The family has already made the changes that matter; a child in need plan is enough.",
        "The conference found no continuing risk of significant harm.",
    ),
}
DISCUSSIONS = (
    "Police, health and social care agreed to start enquiries.",
    "School's worries were shared. Police hold nothing further. Enquiries to start at once.",
    "Agreed that enquiries are needed; the health visitor sees the child tomorrow.",
)
EARLIER_DISCUSSIONS = ("More to be found out first; to meet again in a few days.",)


def reasons(outcome: DecisionOutcome, category: Category | None, rng: Random) -> str:
    worry = rng.choice(WORRIES[category]) if category else ""
    return rng.choice(DECISIONS[outcome]).format(worry=worry)


def discussion(started_enquiry: bool, rng: Random) -> str:
    return rng.choice(DISCUSSIONS if started_enquiry else EARLIER_DISCUSSIONS)
