"""The parts of the decision letter and of the invitation to the family, with our own words. Pure.

documents.md 11 says what each must say: its complaint and its days are tags that must stand in them (R22).
"""

from __future__ import annotations

from conferences.rules.letters_words_part import Part

GREETING = Part("GREETING", "Greeting", "Dear {{ name }}", required=("name",))
CLOSING = Part("CLOSING", "Closing words", "Yours sincerely", "Above the chair’s name.")


def _decided(code: str, name: str, words: str) -> Part:
    return Part(
        code, name, f"The conference decided that {words}", "Of each child.", required=("child_name",)
    )


def worry(code: str, name: str, words: str) -> Part:
    """What a category of abuse means, in words for a family."""
    return Part(f"WORRY_{code}", f"The worry: {name}", f"The worry is {words}", "Where a plan is needed.")


DECIDED = (
    _decided("PLAN_BEGINS", "A plan begins", "{{ child_name }} needs a child protection plan."),
    _decided("NO_PLAN", "No plan", "{{ child_name }} does not need a child protection plan."),
    _decided("PLAN_CONTINUES", "A plan goes on", "{{ child_name }}’s child protection plan goes on."),
    _decided("PLAN_ENDS", "A plan ends", "{{ child_name }}’s child protection plan ends."),
)
WHY = (
    worry(
        "NEG",
        "neglect",
        "neglect. This means that a child’s needs are not met, so that the child may come to harm.",
    ),
    worry(
        "PHY",
        "physical abuse",
        "physical abuse. This means that a child has been hurt, or may be hurt, by someone.",
    ),
    worry(
        "SAB",
        "sexual abuse",
        "sexual abuse. This means that a child is, or may be, made to take part in sexual acts.",
    ),
    worry(
        "EMO",
        "emotional abuse",
        "emotional abuse. This means that a child is made to feel afraid, unloved or worthless.",
    ),
    worry("MUL", "more than one kind", "more than one kind of harm."),
    Part("WHY_ENDS", "Why a plan ends", "Why the plan ends: {{ reason }}.", required=("reason",)),
    Part("NEXT", "What comes next", "What comes next: {{ next_help }}.", required=("next_help",)),
    Part("REASONS", "The reasons", "The reasons: {{ reasons }}", required=("reasons",)),
)
COMPLAINT = Part(
    "COMPLAINT",
    "How to complain",
    "If you are unhappy with how the conference was run, or you do not agree with the decision, tell"
    " {{ tell_first }} first. You have the right to complain about the decision: write to {{ complain_to }}"
    " by {{ by_day }}. Ask there for the complaints leaflet, or ask someone you trust to ask for you. A plan"
    " goes on while a complaint is looked into.",
    required=("tell_first", "complain_to", "by_day"),
)
WORKER = Part(
    "WORKER", "Who works with the child", "The {{ role }} is {{ worker }}.", "", ("worker",), ("role",)
)
REVIEW = Part(
    "REVIEW",
    "The review conference",
    "A review conference looks at the plan again {{ review_when }}.",
    required=("review_when",),
)
DECISION = (
    GREETING,
    Part("HEADING", "Heading", "What the child protection conference decided"),
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
        "A child protection conference about {{ child_names }} was held on {{ conference_day }}. This letter"
        " tells you what was decided. If you are to have a copy of the full record, it follows.",
        required=("child_names", "conference_day"),
    ),
    *DECIDED,
    *WHY,
    Part("DISSENT_HEADING", "Heading above who does not agree", "Who does not agree with the decision"),
    Part("ACTIONS_HEADING", "Heading above what is to be done", "What happens first"),
    Part(
        "ACTION",
        "What is to be done",
        "{{ what }}. Who: {{ who }}. By: {{ by_day }}.",
        "A line for each action of the outline plan.",
        required=("what", "who", "by_day"),
    ),
    WORKER,
    Part(
        "CORE_GROUP",
        "The core group",
        "The people who carry out the plan meet as a core group. You are part of it. {{ core_group_when }}",
        "For who is of it, and where nobody said who is.",
        required=("core_group_when",),
    ),
    Part(
        "CORE_GROUP_OTHERS",
        "The core group, for others",
        "The people who carry out the plan meet as a core group. {{ core_group_when }}",
        "For who is not of it.",
        required=("core_group_when",),
    ),
    REVIEW,
    Part("COMPLAINT_HEADING", "Heading above how to complain", "If you do not agree"),
    COMPLAINT,
    CLOSING,
)

# ----- Shared by the invitations to the family and to agencies -----
TITLE = Part(
    "TITLE",
    "Heading, and title of the file",
    "You are invited to a child protection conference",
    "Whoever has the file may see its title, so it names nobody.",
)
REPLACES = Part(
    "REPLACES",
    "That it takes the place of another",
    "This letter takes the place of the one of {{ old_day }}. {{ changed }}",
    "In a new version of a letter that went.",
    required=("old_day", "changed"),
)
ABOUT = (
    Part("ABOUT", "Whom it is about", "The conference is about {{ child_names }}.", "", ("child_names",)),
    Part(
        "ABOUT_INITIAL",
        "An initial conference",
        "It is the first conference about {{ whom }}.",
        "Of those who have one: in one sentence where all do.",
        tags=("whom",),
    ),
    Part(
        "ABOUT_REVIEW",
        "A review conference",
        "It looks at how the child protection plan of {{ whom }} works.",
        "Of those who have one: in one sentence where all do.",
        tags=("whom",),
    ),
    Part(
        "ABOUT_TRANSFER_IN",
        "A transfer-in conference",
        "It is held because {{ whom }} came to live here and had a plan elsewhere.",
        "Of those who have one: in one sentence where all do.",
        tags=("whom",),
    ),
)
WHEN = (
    Part("WHEN_HEADING", "Heading above when and where", "When and where"),
    Part("WHEN", "Day and time", "Day and time: {{ meeting }}", required=("meeting",)),
    Part("PLACE", "Place", "Place: {{ place }}", required=("place",)),
)
OUTCOMES = (
    Part("OUTCOMES_HEADING", "Heading above what can be decided", "What can come out of it"),
    Part("NOTHING_YET", "That nothing is decided", "Nothing is decided yet."),
    Part(
        "CAN_DECIDE",
        "Above what can be decided",
        "For {{ for_whom }}, the conference can decide:",
        "Twice, where some of the children have a plan and others have none.",
        required=("for_whom",),
    ),
    Part(
        "OUTCOMES_NEW",
        "What a first conference can decide",
        "that a child protection plan is needed, and what is in it\n"
        "that there is help without such a plan\n"
        "that no more help is needed",
        "All that can be decided, and nothing of what will be.",
        is_list=True,
    ),
    Part(
        "OUTCOMES_AGAIN",
        "What a review conference can decide",
        "that the plan goes on, as it is or changed\nthat the plan ends, and which help there is then",
        "All that can be decided, and nothing of what will be.",
        is_list=True,
    ),
    Part("LATER", "That it may meet once more", "that we meet once more before anything is decided"),
)
REACH = Part(
    "REACH", "How to reach the chair", "If you have a question, you can reach me {{ reach }}.", "", ("reach",)
)

INVITATION = (
    GREETING,
    TITLE,
    REPLACES,
    *ABOUT,
    Part(
        "WHAT_FOR",
        "What it is for",
        "At the conference you meet the people who work with the children. You talk together. What goes well?"
        " What do people worry about? What would help?",
    ),
    *WHEN,
    Part(
        "ARRIVE",
        "When to come",
        "Please come at {{ arrive_time }}. This leaves time to talk with me first.",
        required=("arrive_time",),
    ),
    Part(
        "IN_PART",
        "Of somebody who is excluded from a part",
        "There is one part of this conference to which you do not come. I wrote to you about that.",
    ),
    Part("WHO_HEADING", "Heading above who comes", "Who comes"),
    Part("LEAD", "The chair", "I lead the conference. I do not work with your family."),
    Part("WHO", "Who comes because of their work", "These people are invited because of their work:"),
    Part(
        "OTHERS",
        "Who is not named",
        "Other people who work with the children are invited too. Ask me who they are.",
    ),
    *OUTCOMES,
    Part("LETTER_FOLLOWS", "That a letter follows", "You get a letter that says what was decided."),
    Part("TAKE_PART_HEADING", "Heading above how to take part", "How you can take part"),
    Part(
        "TAKE_PART",
        "How to take part",
        "You can bring somebody to help you: a friend, an advocate or a solicitor. Tell me before who it"
        " is.\n"
        "You can have an interpreter, even if you speak some English. It is free.\n"
        "Tell me if you need somebody to mind a child, or help to get there.\n"
        "Tell me if you need help to get into the building, to see, to hear or to read.\n"
        "If you do not want to meet somebody there, tell me. We find a way for you.",
        "Who may come along, an interpreter, childcare, access.",
        is_list=True,
    ),
    Part("NEEDS", "What was noted", "We have noted that you need: {{ needs }}.", required=("needs",)),
    Part(
        "OTHER_WAYS",
        "Other ways to say what one thinks",
        "If you cannot come, you can still say what you think. You can join by video or telephone, talk with"
        " me before, or write to me. An advocate can speak for you.",
    ),
    Part(
        "REPORTS",
        "When reports are shown",
        "You should be shown what others write for the conference by {{ by_day }}. If you were not, tell me.",
        required=("by_day",),
    ),
    Part("UNHAPPY_HEADING", "Heading above how to complain", "If you are unhappy"),
    Part(
        "UNHAPPY",
        "How to complain",
        "If you are unhappy with how this is done, tell {{ tell_first }}, or write to {{ complain_to }}. Ask"
        " there for the leaflet about complaints.",
        required=("tell_first", "complain_to"),
    ),
    Part(
        "LANGUAGE",
        "Other languages and formats",
        "You may ask for this letter in another language, in large print, or read to you.",
    ),
    REACH,
    CLOSING,
)
