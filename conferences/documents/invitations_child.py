"""The letter to a child of whom a conference is: by age, and nothing of what grown-ups did or of others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from conferences.documents.paper import Block, Paper, bullets, heading, text
from conferences.rules.invitations_letters import Band, InvitationTold
from safeguarding.clock import day_of
from safeguarding.policy.words import role_words
from safeguarding.rights import Role
from safeguarding.wording import lower_first, uk_date, uk_day, uk_time, uk_times

TITLE = "A meeting about you"
WHAT = {
    Band.READ: (
        "There is a meeting about you. Grown-ups sit down and talk. They think about how you can be safe and"
        " well.",
        "You are not in trouble. You did nothing wrong.",
    ),
    Band.SIDE: (
        "There is a meeting about you. It has a long name: a child protection conference. People talk there"
        " about how you can be safe and well.",
        "You are not in trouble. You did nothing wrong. The meeting cannot take you away from home.",
    ),
    Band.FORM: (
        "There is a meeting about you. It is called a child protection conference. People who know you talk"
        " about what goes well, what worries them, and what would help you.",
        "You are not in trouble, and you are not to blame. The meeting cannot take you away from home.",
        "At the end we decide if you need a plan. A plan says who does what to help you. Nothing is decided"
        " yet.",
    ),
}
WHAT[Band.GROWN] = WHAT[Band.FORM]
GOOD = {
    Band.READ: "You know best what your days are like. So what you think counts.",
    Band.SIDE: "You know best what your days are like. So we want to know what you think.",
    Band.FORM: "You know your life best. So we want to hear from you, and you choose how.",
}
GOOD[Band.GROWN] = GOOD[Band.FORM]
WAYS = {
    Band.READ: (
        "You can draw it.",
        "You can tell it to somebody you trust. They say it for you.",
        "You can have a helper. The helper is called an advocate.",
        "You can ask to come.",
        "You do not have to do any of this.",
    ),
    Band.SIDE: (
        "You can come for all of it, or for a part.",
        "You can join by video.",
        "You can write a note, or draw.",
        "You can tell somebody you trust. They say it for you.",
        "An advocate can say it for you.",
        "You can choose to do none of this. That is all right.",
    ),
    Band.FORM: (
        "[   ] I come to all of it.",
        "[   ] I come to a part of it.",
        "[   ] I join by video.",
        "[   ] An advocate speaks for me.",
        "[   ] I write what I think, or send a form.",
        "[   ] I tell somebody before. They say it there.",
        "[   ] I do not want to take part.",
    ),
}
WAYS[Band.GROWN] = WAYS[Band.FORM]
ADVOCATE = (
    "An advocate is a person who is on your side. They help you say what you think. It costs nothing. Ask me,"
    " and I find one."
)
BLANKS = {
    Band.READ: ("I like:", "I do not like:", "I wish:"),
    Band.SIDE: ("What goes well for me:", "What I worry about:", "What I wish for:"),
    Band.FORM: ("What goes well for me:", "What I worry about:", "What should change:", "Who helps me:"),
}
BLANKS[Band.GROWN] = BLANKS[Band.FORM]
SPACE = "\n" * 3


def child_letter(told: InvitationTold, made_at: dt.datetime, *, council: str) -> Paper:
    """What the letter says. Its title holds no name."""
    assert told.band is not None  # Nobody below the bands has a letter.
    return Paper(TITLE, council, tuple(_blocks(told, told.band, made_at, council)))


def _blocks(told: InvitationTold, band: Band, made_at: dt.datetime, council: str) -> Iterator[Block]:
    first = told.children[0] if told.children else told.name
    yield text(council)
    yield text(*told.lines)
    yield text(uk_date(made_at))
    yield text(f"{'Dear' if band is Band.GROWN else 'Hello'} {first}")
    yield heading(TITLE, 1)
    if band is Band.READ:
        yield text("Somebody you trust can read this with you.")
    if told.replaces:
        yield text(
            f"This letter is new. The old one is of {uk_date(told.replaces.on)}.", told.replaces.changed
        )
    yield text(*WHAT[band])
    yield heading("When and where", 2)
    yield bullets(*_when(told, band))
    yield heading("Who comes", 2)
    yield text(f"My name is {told.chair}. I lead the meeting. I want to get to know you before it.")
    yield from _who(told)
    yield heading("What you can do", 2)
    yield text(GOOD[band])
    yield bullets(*WAYS[band])
    yield text(ADVOCATE, "You can change your mind at any time.")
    if told.needed:
        yield text("Here is what we noted for you:")
        yield bullets(*told.needed)
    yield heading("What I want to say", 2)
    for line in BLANKS[band]:
        yield text(f"{line}{SPACE}")
    yield heading("After the meeting", 2)
    yield text("Somebody tells you what was decided. You can ask all you want.")
    if band in (Band.FORM, Band.GROWN):
        yield text(f"If something is not fair, tell me, or write to {told.complain.to}.")
    yield text(f"You can reach me {told.reach}. A grown-up can help you with it.")
    yield text(told.chair, role_words(Role.CHAIR, day_of(made_at)).first)


def _when(told: InvitationTold, band: Band) -> Iterator[str]:
    starts = told.meets[0]
    if band in (Band.READ, Band.SIDE):
        yield f"It is on {uk_day(starts)} at {uk_time(starts)}."
    else:
        yield f"It is on {uk_day(starts)}, {uk_times(*told.meets)}."
    yield f"It is in {told.place}."
    if told.with_whom:
        yield "If you come, come with whoever brings you."
    if told.arrive and band is not Band.READ:
        yield f"If you come, come at {uk_time(told.arrive)}. Then we can talk first."


def _who(told: InvitationTold) -> Iterator[Block]:
    if told.comes:
        yield text("These people are asked to come. It is their job to help children:")
        yield bullets(*(f"{name}, {lower_first(job)}" for name, job in told.comes))
    if told.others or not told.comes:
        yield text("Other people who help children are asked too. Ask me who they are.")
