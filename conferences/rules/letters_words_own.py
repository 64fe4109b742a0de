"""The parts of a child's own version of the record, by age, with our own words. Pure.

documents.md 11 and 15: short, by age, nothing of what grown-ups did, no blame; what was decided for
the child.
"""

from __future__ import annotations

from conferences.rules.letters_words_part import Part

TOGETHER = Part(
    "TOGETHER", "That somebody may read it with them", "Somebody you trust can read this with you."
)
SIMPLE = (
    ("PLAN_BEGINS", "You have a plan now. The plan says who does what to keep you safe and well."),
    ("NO_PLAN", "You do not need a plan from this meeting."),
    ("PLAN_CONTINUES", "Your plan goes on. The plan says who does what to keep you safe and well."),
    ("PLAN_ENDS", "Your plan ends. Somebody you trust can tell you why."),
)
OLDER = (
    (
        "PLAN_BEGINS",
        "You have a child protection plan now. It says who does what to keep you safe and well.",
    ),
    ("NO_PLAN", "You do not need a child protection plan."),
    (
        "PLAN_CONTINUES",
        "Your child protection plan goes on. It says who does what to keep you safe and well.",
    ),
    ("PLAN_ENDS", "Your child protection plan ends. Somebody you trust can tell you why."),
)
NAMES = {
    "PLAN_BEGINS": "A plan begins",
    "NO_PLAN": "No plan",
    "PLAN_CONTINUES": "A plan goes on",
    "PLAN_ENDS": "A plan ends",
}
SHORT = "You are not in trouble. You did nothing wrong."
LONG = "You are not in trouble, and you are not to blame."
SAID = (
    Part("SAID_HEADING", "Heading above what the child said", "What you said"),
    Part(
        "SAID",
        "What the child said",
        "This was written down for you: {{ voice }}",
        "Where something was recorded.",
        required=("voice",),
    ),
    Part(
        "NOT_SAID",
        "That nothing was recorded",
        "What you said is not in this letter. You can still tell us what you think.",
    ),
)
NEXT = (
    Part("NEXT_HEADING", "Heading above what comes next", "What happens next"),
    Part(
        "WORKER",
        "Who works with the child",
        "{{ worker }} works with you. You can talk to {{ worker }} and ask all you want.",
        "",
        ("worker",),
        ("role",),
    ),
    Part(
        "CORE_GROUP",
        "The core group",
        "Some people meet to see that the plan is done. They are called the core group."
        " {{ core_group_when }}",
        required=("core_group_when",),
    ),
    Part(
        "REVIEW",
        "When there is a meeting again",
        "We meet again {{ review_when }}.",
        required=("review_when",),
    ),
    Part(
        "NO_REVIEW",
        "That no meeting is planned",
        "We plan no more meetings like this one. You can always ask for help.",
        "Where the child has no plan after it.",
    ),
    Part("UNHAPPY_HEADING", "Heading above what to do if they are not happy", "If you are not happy"),
    Part(
        "UNHAPPY",
        "If they are not happy with it",
        "You can say so. Tell somebody you trust, or write to {{ complain_to }}. An advocate can help. An"
        " advocate is a person who is on your side. It costs nothing.",
        required=("complain_to",),
    ),
)


def _own(hello: str, what: str, decided: tuple[tuple[str, str], ...], *more: Part) -> tuple[Part, ...]:
    return (
        Part("GREETING", "Greeting", f"{hello} {{{{ first_name }}}}", required=("first_name",)),
        Part(
            "TITLE",
            "Heading, and title of the file",
            "What the meeting decided",
            "Whoever has the file may see its title, so it names nobody.",
        ),
        *more,
        Part(
            "REPLACES",
            "That it takes the place of another",
            "This is new. The old one is of {{ old_day }}.\n{{ changed }}",
            "In a new version of one that went.",
            required=("old_day", "changed"),
        ),
        Part(
            "WHAT",
            "What the meeting was about",
            f"There was a meeting about you on {{{{ conference_day }}}}. {what}",
            required=("conference_day",),
        ),
        Part("LED", "Who led it", "{{ chair_name }} led the meeting.", required=("chair_name",)),
        *SAID,
        Part("DECIDED_HEADING", "Heading above what was decided", "What was decided for you"),
        *(Part(code, NAMES[code], words) for code, words in decided),
        Part(
            "LINE",
            "What the chair says to the child",
            "{{ chair_name }} says to you: {{ line }}",
            "Where the chair wrote something to this child.",
            required=("line",),
            tags=("chair_name",),
        ),
        *NEXT,
    )


OWN_READ = _own("Hello", f"Grown-ups talked about how you can be safe and well.\n{SHORT}", SIMPLE, TOGETHER)
OWN_SIDE = _own("Hello", f"People talked about how you can be safe and well.\n{SHORT}", SIMPLE)
OWN_FORM = _own(
    "Hello",
    f"It is called a child protection conference. People talked about how you can be safe and well.\n{LONG}",
    OLDER,
)
OWN_GROWN = _own(
    "Dear",
    f"It was a child protection conference, about how you can be safe and well.\n{LONG}",
    OLDER,
)
