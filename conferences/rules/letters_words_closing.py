"""The parts of the letter that a plan has ended, with our own words. Pure.

documents.md 11: what ended and when, why, which help goes on, whom to turn to, and how to complain (R22).
R20 (S) for the reasons that there are, of which only a review conference gives the first.
"""

from __future__ import annotations

from conferences.rules.letters_words_family import CLOSING as FAREWELL
from conferences.rules.letters_words_family import COMPLAINT as COMPLAIN
from conferences.rules.letters_words_family import GREETING, REACH, WORKER
from conferences.rules.letters_words_part import Part
from conferences.rules.vocabulary import EndReason, StepDown

REASONS = {
    EndReason.RISK_REDUCED: (
        "the risk is less",
        "{{ child_name }} is safe enough without a child protection plan now.",
    ),
    EndReason.MOVED: (
        "the child moved",
        "{{ child_name }} lives with another council now, and that council has held a conference.",
    ),
    EndReason.LOOKED_AFTER: (
        "the child is looked after",
        "{{ child_name }} is looked after by a council now.",
    ),
    EndReason.OTHER_ORDER: (
        "a court order",
        "A court has made an order about {{ child_name }}. The plan is not needed beside it.",
    ),
    EndReason.EIGHTEEN: ("the child is 18", "{{ child_name }} is 18. These plans are for children under 18."),
    EndReason.DIED: ("the child died", "{{ child_name }} has died. We are very sorry."),
    EndReason.LEFT_UK: ("the child left the country", "{{ child_name }} lives in another country now."),
    EndReason.SET_ASIDE: (
        "it was set aside after a complaint",
        "Somebody complained about the plan of {{ child_name }}. After that it was set aside.",
    ),
    EndReason.ERROR: (
        "it was recorded by mistake",
        "The plan of {{ child_name }} was written down by mistake. We are sorry.",
    ),
}
HELP = {
    StepDown.CIN_PLAN: (
        "a child in need plan",
        "{{ child_name }} has a child in need plan next. It says who helps, and how. It is help that you"
        " agree to.",
    ),
    StepDown.EARLY_HELP: (
        "early help",
        "{{ child_name }} and the family have early help next. It is help that you agree to.",
    ),
    StepDown.LOOKED_AFTER: (
        "the child is looked after",
        "{{ child_name }} is looked after by a council. There is a care plan, and it is looked at again and"
        " again.",
    ),
    StepDown.CLOSED: (
        "no more help from children’s services",
        "Children’s services work with {{ child_name }} no longer. You can ask for help again at any time.",
    ),
    StepDown.OTHER_AUTHORITY: (
        "help from another council",
        "The council where {{ child_name }} lives now says which help there is next.",
    ),
}


def _of_each(code: str, name: str, words: str, about: str) -> Part:
    return Part(code, name, words, about, required=("child_name",))


CLOSING = (
    GREETING,
    Part(
        "TITLE",
        "Heading, and title of the file",
        "A child protection plan has ended",
        "Whoever has the file may see its title, so it names nobody.",
    ),
    Part(
        "REPLACES",
        "That it takes the place of another",
        "This letter takes the place of the one of {{ old_day }}. What is other now: {{ changed }}",
        "In a new version of a letter that went.",
        required=("old_day", "changed"),
    ),
    Part(
        "OPENING",
        "Opening",
        "A child protection conference was held on {{ conference_day }}. It decided that the child protection"
        " plan of {{ child_names }} ends. This letter tells you why, and what comes next.",
        required=("conference_day", "child_names"),
    ),
    Part(
        "ENDED",
        "What ended and when",
        "The child protection plan of {{ child_name }} ended on {{ conference_day }}.",
        "Of each child whose plan ended.",
        required=("child_name", "conference_day"),
    ),
    *(
        _of_each(f"WHY_{code.value}", f"Why: {name}", words, "Of a child whose plan ended for this.")
        for code, (name, words) in REASONS.items()
    ),
    _of_each(
        "WHY_UNBORN",
        "Why: the pregnancy ended",
        "The pregnancy ended. We are very sorry for the loss of {{ child_name }}.",
        "Of a child who was not born.",
    ),
    Part(
        "REASONS",
        "What the conference said",
        "This is what the conference said: {{ reasons }}",
        "Where reasons were recorded.",
        required=("reasons",),
    ),
    Part("HELP_HEADING", "Heading above the help", "What help there is now"),
    *(
        _of_each(f"HELP_{code.value}", f"Help: {name}", words, "Of a child for whom this was recorded.")
        for code, (name, words) in HELP.items()
    ),
    _of_each(
        "HELP_NOT_SAID",
        "Where no help was recorded",
        "It is not written down which help there is for {{ child_name }} now. Please ask us.",
        "Of a child for whom nothing was recorded.",
    ),
    Part("ACTIONS_HEADING", "Heading above what is to be done", "What was agreed"),
    Part(
        "ACTION",
        "What is to be done",
        "{{ what }}. Who: {{ who }}. By: {{ by_day }}.",
        "A line for each next step that was recorded.",
        required=("what", "who", "by_day"),
    ),
    WORKER,
    Part("TURN_HEADING", "Heading above whom to turn to", "If you need us"),
    Part(
        "TURN",
        "Whom to turn to",
        "You can ask for help again at any time. If you think that a child is not safe, tell children’s"
        " services at once. If a child is in danger now, ring 999.",
    ),
    REACH,
    Part("COMPLAINT_HEADING", "Heading above how to complain", "If you do not agree"),
    Part(
        COMPLAIN.code,
        COMPLAIN.name,
        COMPLAIN.default.replace(
            " A plan goes on while a complaint is looked into.",
            " The decision stands while a complaint is looked into.",
        ),
        COMPLAIN.about,
        COMPLAIN.required,
    ),
    FAREWELL,
)
