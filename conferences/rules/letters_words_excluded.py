"""The parts of the letter to somebody who is excluded, with our own words. Pure.

R21 (L) and documents.md 11: the ground in plain words is the chair's own; these words never say who asked.
"""

from __future__ import annotations

from conferences.rules.letters_words_family import CLOSING, GREETING
from conferences.rules.letters_words_part import Part

WHOLE = (
    "{decided} that you cannot be at this conference. This is only about the meeting. It does not say that"
    " you did anything wrong, and it does not change who has parental responsibility."
)
PART = (
    "{decided} that you cannot be at one part of this conference: {{{{ part }}}}. You can be at the rest of"
    " it. This does not say that you did anything wrong, and it does not change who has parental"
    " responsibility."
)
BY_CHAIR, IN_PLACE = "I have decided", "It is decided"
TITLED = "Whoever has the file may see its title, so it names nobody."


def _instead(code: str, name: str, words: str) -> Part:
    return Part(f"INSTEAD_{code}", f"How they take part: {name}", words, "What the chair decided of these.")


EXCLUSION = (
    GREETING,
    Part(
        "TITLE",
        "Heading: from all of it",
        "You are asked not to come to a child protection conference",
        TITLED,
    ),
    Part(
        "TITLE_PART",
        "Heading: from a part",
        "You are asked not to come to a part of a child protection conference",
        TITLED,
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
        "A child protection conference about your family is on {{ meeting }}.",
        required=("meeting",),
    ),
    Part("WHOLE", "Excluded from all of it", WHOLE.format(decided=BY_CHAIR)),
    Part("PART", "Excluded from a part", PART.format(decided=BY_CHAIR), required=("part",)),
    Part(
        "IN_PLACE",
        "Who decided in the chair’s place",
        "{{ decider }}, who leads the unit, decided this in my place.",
        required=("decider",),
    ),
    Part("WHOLE_IN_PLACE", "Excluded from all of it, in the chair’s place", WHOLE.format(decided=IN_PLACE)),
    Part(
        "PART_IN_PLACE",
        "Excluded from a part, in the chair’s place",
        PART.format(decided=IN_PLACE),
        required=("part",),
    ),
    Part("WHY_HEADING", "Heading above the reason", "Why"),
    Part("INSTEAD_HEADING", "Heading above how they take part", "How you can still take part"),
    _instead(
        "WRITTEN",
        "in writing",
        "Write down what you want the conference to know. I read it out or tell it there.",
    ),
    _instead(
        "TELEPHONE",
        "by telephone",
        "Talk with me by telephone, apart from the conference. I tell there what you said.",
    ),
    _instead(
        "SEPARATE",
        "in a meeting of their own",
        "Meet me, apart from the conference. I tell there what you said.",
    ),
    _instead(
        "ADVOCATE",
        "through somebody else",
        "Somebody can speak for you at the conference: an advocate, a friend or a solicitor.",
    ),
    _instead(
        "OTHER_PARTS",
        "in the other parts",
        "Come to the parts of the conference to which you can come, and speak there.",
    ),
    Part("MAY_HEADING", "Heading above what they may do", "What you may do"),
    Part(
        "MAY_HELP",
        "Somebody who helps them",
        "You may ask somebody to help you say what you think: an advocate, a friend or a solicitor.",
    ),
    Part(
        "MAY_ASK",
        "To ask again, by a day",
        "You may ask me to look at this again until {{ by_day }}, so that I can answer before the conference."
        " Tell me what is different from what this letter says.",
        required=("by_day",),
    ),
    Part(
        "MAY_ASK_LATE",
        "To ask again, without a day",
        "You may ask me to look at this again. Tell me what is different from what this letter says.",
        "Where no working day is left before the conference.",
    ),
    Part(
        "MAY_COMPLAIN",
        "How to complain",
        "You may complain about this decision. You can talk with {{ tell_first }} first, or write to"
        " {{ complain_to }} by {{ by_day }}. Ask there for the complaints leaflet. The conference is held"
        " while your complaint is looked into.",
        required=("tell_first", "complain_to", "by_day"),
    ),
    Part(
        "MAY_LANGUAGE",
        "Other languages and formats",
        "You may ask for this letter in another language, in large print or read to you.",
    ),
    Part("AFTER_HEADING", "Heading above what happens then", "What happens then"),
    Part(
        "AFTER",
        "What happens then",
        "I will tell you, after the conference, what you may know of what was decided, and how you are told.",
    ),
    Part(
        "QUESTION",
        "Whom to ask",
        "If you have a question, ask {{ teller }}, or me.",
        required=("teller",),
    ),
    CLOSING,
)
