"""The letters of invitation to the family and to agencies: plain words, and nothing of anybody else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from conferences.documents.files import written
from conferences.documents.invitations_child import child_letter
from conferences.documents.paper import Block, Paper, bullets, heading, text
from conferences.rules.documents import Written
from conferences.rules.invitations_letters import InvitationTold, To
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.clock import day_of
from safeguarding.policy.words import role_words
from safeguarding.rights import Role
from safeguarding.wording import joined, lower_first, uk_date, uk_day, uk_meeting, uk_time

Writer = Callable[[InvitationTold, dt.datetime], Written]

TITLE = "You are invited to a child protection conference"
REPLACES = "This letter takes the place of the one of {on}. {changed}"
ABOUT = {
    ConferenceKind.INITIAL: "It is the first conference about {names}.",
    ConferenceKind.REVIEW: "It looks at how the child protection plan of {names} works.",
    ConferenceKind.TRANSFER_IN: "It is held because {names} came to live here and had a plan elsewhere.",
}
WHAT_FOR = (
    "At the conference you meet the people who work with the children. You talk together. What goes well?"
    " What do people worry about? What would help?"
)
NEW = (
    "that a child protection plan is needed, and what is in it",
    "that there is help without such a plan",
    "that no more help is needed",
)
AGAIN = ("that the plan goes on, as it is or changed", "that the plan ends, and which help there is then")
LATER = "that we meet once more before anything is decided"
NOTHING_YET = "Nothing is decided yet. For each child, the conference can decide:"
LEAD = "I lead the conference. I do not work with your family."
TAKE_PART = (
    "You can bring somebody to help you: a friend, an advocate or a solicitor. Tell me before who it is.",
    "You can have an interpreter, even if you speak some English. It is free.",
    "Tell me if you need somebody to mind a child, or help to get there.",
    "Tell me if you need help to get into the building, to see, to hear or to read.",
    "If you do not want to meet somebody there, tell me. We find a way for you.",
)
OTHER_WAYS = (
    "If you cannot come, you can still say what you think. You can join by video or telephone, talk with me"
    " before, or write to me. An advocate can speak for you."
)
UNHAPPY = (
    "If you are unhappy with how this is done, tell {first}, or write to {to}. Ask there for the leaflet"
)
IN_PART = "There is one part of this conference to which you do not come. I wrote to you about that."
LANGUAGE = "You may ask for this letter in another language, in large print, or read to you."
UNNAMED = "a child of whom the chair will speak with you"
REPORT = (
    "Share it with the family before that, by {to_family}, and write on it on which day and with whom.",
    "Tell me early, before you share it, what the family cannot hear. Put it on a sheet apart.",
    "Write what you do and whether it helped, what goes well, what you worry about, what the child and the"
    " family say in their own words, what must change, and what you offer.",
    "Keep apart what you saw, what you were told, and what you think.",
    "Send the report even if you cannot come.",
)
CARE = "Put no name of the family into the subject of an email, and pass this letter on to nobody."


def writer(council: str) -> Writer:
    """What writes these letters of a council, for the operations that keep them."""

    def write(told: InvitationTold, made_at: dt.datetime) -> Written:
        return written(invitation_letter(told, made_at, council=council), made_at)

    return write


def invitation_letter(told: InvitationTold, made_at: dt.datetime, *, council: str) -> Paper:
    """What the letter says. Its title holds no name."""
    if told.to is To.CHILD:
        return child_letter(told, made_at, council=council)
    of = _agency(told) if told.to is To.AGENCY else _family(told)
    return Paper(TITLE, council, (*_head(told, made_at, council), *of, *_foot(told, made_at)))


def _head(told: InvitationTold, made_at: dt.datetime, council: str) -> Iterator[Block]:
    yield text(council)
    yield text(*dict.fromkeys(line for line in (told.name, told.role, told.kind, *told.lines) if line))
    yield text(uk_date(made_at))
    yield text(f"Dear {told.name}")
    yield heading(TITLE, 1)
    if told.replaces:
        yield text(REPLACES.format(on=uk_date(told.replaces.on), changed=told.replaces.changed))


def _foot(told: InvitationTold, made_at: dt.datetime) -> Iterator[Block]:
    yield text(f"If you have a question, you can reach me {told.reach}.")
    yield text("Yours sincerely")
    yield text(told.chair, role_words(Role.CHAIR, day_of(made_at)).first)


def _family(told: InvitationTold) -> Iterator[Block]:
    yield from about(told)
    yield text(WHAT_FOR)
    yield heading("When and where", 2)
    yield bullets(*when_and_where(told, "This leaves time to talk with me first."))
    if told.in_part:
        yield text(IN_PART)
    yield heading("Who comes", 2)
    yield text(LEAD)
    yield from who_comes(told)
    yield heading("What can come out of it", 2)
    yield text(NOTHING_YET)
    yield bullets(*outcomes(told))
    yield text("You get a letter that says what was decided.")
    yield heading("How you can take part", 2)
    yield bullets(*TAKE_PART)
    if told.needed:
        yield text(f"We have noted that you need: {joined([lower_first(one) for one in told.needed])}.")
    yield text(OTHER_WAYS)
    if told.to_family:
        yield text(
            f"You should be shown what others write for the conference by {uk_day(told.to_family)}."
            " If you were not, tell me."
        )
    yield heading("If you are unhappy", 2)
    yield text(f"{unhappy(told)} about complaints.")
    yield text(LANGUAGE)


def about(told: InvitationTold) -> Iterator[Block]:
    """Whom the conference is about, and what it is for."""
    nobody = UNNAMED if told.to is To.AGENCY else "a child of your family"
    names = joined(told.children) or nobody
    yield text(f"The conference is about {names}.")
    kinds = [kind for kind in ConferenceKind if kind.value in told.kinds]
    if len(kinds) == 1:
        yield text(ABOUT[kinds[0]].format(names="them" if len(told.children) != 1 else names))


def when_and_where(told: InvitationTold, why_early: str) -> Iterator[str]:
    yield f"Day and time: {uk_meeting(*told.meets)}"
    yield f"Place: {told.place}"
    if told.arrive:
        yield f"Please come at {uk_time(told.arrive)}. {why_early}"


def who_comes(told: InvitationTold) -> Iterator[Block]:
    if told.comes:
        yield text("These people are invited because of their work:")
        yield bullets(*(f"{name}, {lower_first(job)}" for name, job in told.comes))
    if told.others or not told.comes:
        yield text("Other people who work with the children are invited too. Ask me who they are.")


def outcomes(told: InvitationTold) -> Iterator[str]:
    """All that can be decided, for these kinds of conference, and nothing of what will be."""
    if told.kinds - {ConferenceKind.REVIEW.value}:
        yield from NEW
    if ConferenceKind.REVIEW.value in told.kinds:
        yield from AGAIN
    yield LATER


def unhappy(told: InvitationTold) -> str:
    """Where a complaint goes (R22)."""
    first = "me first" if told.complain.chair_first else "a manager, who is not me, first"
    return UNHAPPY.format(first=first, to=told.complain.to)


def _agency(told: InvitationTold) -> Iterator[Block]:
    yield from about(told)
    yield heading("When and where", 2)
    yield bullets(*when_and_where(told, ""))
    yield text(
        "Tell us whether you come, by video or in person. If you cannot, send somebody who can speak for"
        " your agency."
    )
    yield from _report(told)
    yield heading("Who else is invited because of their work", 2)
    if told.comes:
        yield bullets(*(f"{name}, {lower_first(job)}" for name, job in told.comes))
    if told.others:
        yield text("Other people who work with the family are invited too. Ask me who they are.")
    elif not told.comes:
        yield text("Nobody else yet.")
    yield heading("What can come out of it", 2)
    yield text(NOTHING_YET)
    yield bullets(*outcomes(told))
    yield text(CARE)


def _report(told: InvitationTold) -> Iterator[Block]:
    if not told.is_report_asked:
        return
    yield heading("Your report", 2)
    unit = uk_day(told.to_unit) if told.to_unit else "the day before the conference"
    family = uk_day(told.to_family) if told.to_family else "the day before the conference"
    yield text(f"Please send a report for this conference. It is at the safeguarding unit by {unit}.")
    yield bullets(*(line.format(to_family=family) for line in REPORT))
