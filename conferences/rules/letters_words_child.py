"""The parts of the invitations to a child, by age, with our own words. Pure.

documents.md 11, "Child, by age": nothing of what grown-ups did, no blame, and that nobody is taken away.
"""

from __future__ import annotations

from conferences.rules.letters_words_part import Part

FORM_WHAT = (
    "There is a meeting about you. It is called a child protection conference. People who know you talk"
    " about what goes well, what worries them, and what would help you.\n"
    "You are not in trouble, and you are not to blame. The meeting cannot take you away from home."
)
AT_THE_END = (
    Part(
        "AT_THE_END",
        "What is decided",
        "At the end we decide if you need a plan. A plan says who does what to help you."
        " Nothing is decided yet.",
        "For who has no plan.",
    ),
    Part(
        "WITH_A_PLAN",
        "What is decided, with a plan",
        "You have a plan. It says who does what to help you. At the end we decide if it goes on as it is,"
        " changes or ends. Nothing is decided yet.",
        "For who has a plan.",
    ),
)
FORM_GOOD = "You know your life best. So we want to hear from you, and you choose how."
FORM_WAYS = (
    "[   ] I come to all of it.\n"
    "[   ] I come to a part of it.\n"
    "[   ] I join by video.\n"
    "[   ] An advocate speaks for me.\n"
    "[   ] I write what I think, or send a form.\n"
    "[   ] I tell somebody before. They say it there.\n"
    "[   ] I do not want to take part."
)
FORM_BLANKS = "What goes well for me:\nWhat I worry about:\nWhat should change:\nWho helps me:"
AT, TIMES = (
    "It is on {{ conference_day }} at {{ start_time }}.",
    "It is on {{ conference_day }}, {{ times }}.",
)
UNFAIR = Part(
    "UNFAIR",
    "If something is not fair",
    "If something is not fair, tell me, or write to {{ complain_to }}.",
    required=("complain_to",),
)
ARRIVE = Part(
    "ARRIVE",
    "When to come",
    "If you come, come at {{ arrive_time }}. Then we can talk first.",
    required=("arrive_time",),
)
TOGETHER = Part(
    "TOGETHER", "That somebody may read it with them", "Somebody you trust can read this with you."
)
AFTER = (
    Part("AFTER_HEADING", "Heading above what happens after", "After the meeting"),
    Part("AFTER", "What happens after", "Somebody tells you what was decided. You can ask all you want."),
)
REACH = Part(
    "REACH",
    "How to reach the chair",
    "You can reach me {{ reach }}. A grown-up can help you with it.",
    required=("reach",),
)


def _greeting(words: str) -> Part:
    return Part("GREETING", "Greeting", f"{words} {{{{ first_name }}}}", required=("first_name",))


def _head(hello: str, *more: Part) -> tuple[Part, ...]:
    return (
        _greeting(hello),
        Part(
            "TITLE",
            "Heading, and title of the file",
            "A meeting about you",
            "Whoever has the file may see its title, so it names nobody.",
        ),
        *more,
        Part(
            "REPLACES",
            "That it takes the place of another",
            "This letter is new. The old one is of {{ old_day }}.\n{{ changed }}",
            "In a new version of a letter that went.",
            required=("old_day", "changed"),
        ),
    )


def _when(words: str, tag: str, *more: Part) -> tuple[Part, ...]:
    return (
        Part("WHEN_HEADING", "Heading above when and where", "When and where"),
        Part("WHEN", "Day and time", words, required=("conference_day", tag)),
        Part("PLACE", "Place", "It is in {{ place }}.", required=("place",)),
        Part(
            "BROUGHT",
            "With whom to come",
            "If you come, come with whoever brings you.",
            "Where two of the family arrive apart.",
        ),
        *more,
        Part("WHO_HEADING", "Heading above who comes", "Who comes"),
        Part(
            "LEAD",
            "The chair",
            "My name is {{ chair_name }}. I lead the meeting. I want to get to know you before it.",
            required=("chair_name",),
        ),
        Part(
            "WHO",
            "Who comes because of their work",
            "These people are asked to come. It is their job to help children:",
        ),
        Part(
            "OTHERS",
            "Who is not named",
            "Other people who help children are asked too. Ask me who they are.",
        ),
    )


def _part(good: str, ways: str, blanks: str) -> tuple[Part, ...]:
    return (
        Part("WAYS_HEADING", "Heading above how to take part", "What you can do"),
        Part("GOOD", "Why their view counts", good),
        Part("WAYS", "How to take part", ways, is_list=True),
        Part(
            "ADVOCATE",
            "An advocate",
            "An advocate is a person who is on your side. They help you say what you think. It costs nothing."
            " Ask me, and I find one.\nYou can change your mind at any time.",
        ),
        Part("NEEDS", "What was noted", "Here is what we noted for you:", "Above what they need."),
        Part("BLANKS_HEADING", "Heading above their own words", "What I want to say"),
        Part("BLANKS", "What they may fill in", blanks, "Room is left under each.", is_list=True),
    )


READ = (
    *_head("Hello", TOGETHER),
    Part(
        "WHAT",
        "What it is",
        "There is a meeting about you. Grown-ups sit down and talk. They think about how you can be safe and"
        " well.\nYou are not in trouble. You did nothing wrong.",
    ),
    *_when(AT, "start_time"),
    *_part(
        "You know best what your days are like. So what you think counts.",
        "You can draw it.\n"
        "You can tell it to somebody you trust. They say it for you.\n"
        "You can have a helper. The helper is called an advocate.\n"
        "You can ask to come.\n"
        "You do not have to do any of this.",
        "I like:\nI do not like:\nI wish:",
    ),
    *AFTER,
    REACH,
)
SIDE = (
    *_head("Hello"),
    Part(
        "WHAT",
        "What it is",
        "There is a meeting about you. It has a long name: a child protection conference. People talk there"
        " about how you can be safe and well.\n"
        "You are not in trouble. You did nothing wrong. The meeting cannot take you away from home.",
    ),
    *_when(AT, "start_time", ARRIVE),
    *_part(
        "You know best what your days are like. So we want to know what you think.",
        "You can come for all of it, or for a part.\n"
        "You can join by video.\n"
        "You can write a note, or draw.\n"
        "You can tell somebody you trust. They say it for you.\n"
        "An advocate can say it for you.\n"
        "You can choose to do none of this. That is all right.",
        "What goes well for me:\nWhat I worry about:\nWhat I wish for:",
    ),
    *AFTER,
    REACH,
)


def _older(hello: str) -> tuple[Part, ...]:
    return (
        *_head(hello),
        Part("WHAT", "What it is", FORM_WHAT),
        *AT_THE_END,
        *_when(TIMES, "times", ARRIVE),
        *_part(FORM_GOOD, FORM_WAYS, FORM_BLANKS),
        *AFTER,
        UNFAIR,
        REACH,
    )


FORM, GROWN = _older("Hello"), _older("Dear")
