"""What was written down about the demo's meetings and afterwards. Invented. Pure."""

from random import Random

from conferences.rules.vocabulary import Participation
from conferences.rules.workflow import LateReason

LATE = (LateReason.INTERPRETER, LateReason.FAMILY, LateReason.AGENCY)
WENT_ON = "The family had come, and the children should not wait for another day."
WORKING_WELL = (
    "The invented grandparents help each weekend, and school is steady.",
    "The parents come to every appointment and say what they need.",
    "The children are in school each day and have somebody there whom they trust.",
)
WORRIED_ABOUT = (
    "Nobody has known where the children were on three evenings.",
    "What was agreed is kept for some weeks, and then no longer.",
    "The quarrels at home go on, and the children hear them.",
)
CHILD_WORKING_WELL = (
    "Sleeps better, and has not missed a check-up since the spring.",
    "Has a friend at school and a teacher to go to.",
    "Says that the evenings are calmer.",
)
CHILD_WORRIED_ABOUT = (
    "Still comes to school tired on most Mondays.",
    "Looks after the others when the grown-ups are not well.",
    "Goes quiet when the quarrels are spoken about.",
)
FAMILY_VIEW = (
    "We want one worker, and fewer people telling us different things.",
    "Some of this is true. We should like help with the mornings.",
    "We do not agree with all of it, but we shall work with the plan.",
)
BABY_WORKING_WELL = "Grows as it should, and is seen by the midwife or the health visitor every week."
BABY_WORRIED_ABOUT = "Depends on grown-ups who cannot yet be relied on every day."
TOO_YOUNG = (
    "Too young to say; smiles at the health visitor.",
    "Too young to say; sleeps well at the grandparents' and cries less there.",
)
SPOKEN = (
    "I like it when Nan is here.",
    "I want it to stay quiet at home, like in the summer.",
    "I do not like the shouting. I like school.",
    "I want people to tell me what happens next.",
)
SILENT = "Did not want to come, and wanted nothing said for them."
UNBORN = "Not born yet; the midwife spoke about what the baby will need."
# What, and who does it.
ACTIONS = (
    ("See the invented health visitor every two weeks", "Both parents"),
    ("See the children alone at school every ten working days", "The social worker"),
    ("Have breakfast ready and be at school by nine every day", "The mother"),
    ("Start the invented course about drink and its effects", "The father"),
    ("Ask the invented landlord to mend the boiler", "The housing officer"),
)
CORE_GROUP = (
    "The actions were gone through one by one.",
    "Most of what was agreed has been done.",
    "Two actions were put off; the school has seen a change.",
)
FOLLOW_UP = (
    "Well, and in school every day. The family calls the worker when it needs to.",
    "Settled. The grandparents still help at the weekend.",
    "Mostly well; the mornings are still hard, and the school helps.",
)
SPEAKS_FROM, COMES_FROM = 4, 11


def strengths_and_worries(years: int, rng: Random) -> tuple[str, str]:
    """What works well for a child of so many years, and what the worries are."""
    if years < SPEAKS_FROM:
        return BABY_WORKING_WELL, BABY_WORRIED_ABOUT
    return rng.choice(CHILD_WORKING_WELL), rng.choice(CHILD_WORRIED_ABOUT)


def voice(years: int, rng: Random) -> str:
    """What a child of so many whole years said; below 0 for one not yet born."""
    if years < 0:
        return UNBORN
    return rng.choice(SPOKEN if years >= SPEAKS_FROM else TOO_YOUNG)


def participation(years: int, *, is_silent: bool = False) -> str:
    """How a child of so many whole years took part: as its voice above was heard."""
    if is_silent:
        return Participation.PN7.value
    if years < SPEAKS_FROM:
        return Participation.PN0.value
    return (Participation.PN6 if years < COMES_FROM else Participation.PN1).value
