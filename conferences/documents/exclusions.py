"""The letter to somebody who is excluded: plain words, their own address, no other's reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from conferences.documents.files import written
from conferences.documents.languages import in_their_language
from conferences.documents.paper import Block, Paper, bullets, heading, text
from conferences.queries.exclusions_letters import LetterFacts
from conferences.rules.documents import Written
from conferences.rules.exclusions import Answer, Instead
from safeguarding.clock import day_of
from safeguarding.policy.words import role_words
from safeguarding.rights import Role
from safeguarding.wording import sentence, uk_date, uk_day, uk_meeting

TITLE = "You are asked not to come to a child protection conference"
TITLE_PART = "You are asked not to come to a part of a child protection conference"
REPLACES = "This letter takes the place of the one of {on}. What is other now: {changed}"
WHOLE = (
    "I have decided that you cannot be at this conference. This is only about the meeting. It does not say"
    " that you did anything wrong, and it does not change who has parental responsibility."
)
PART = (
    "I have decided that you cannot be at one part of this conference: {part}. You can be at the rest of it."
    " This does not say that you did anything wrong, and it does not change who has parental responsibility."
)
INSTEAD = {
    Instead.WRITTEN: "Write down what you want the conference to know. I read it out or tell it there.",
    Instead.TELEPHONE: "Talk with me by telephone, apart from the conference. I tell there what you said.",
    Instead.SEPARATE: "Meet me, apart from the conference. I tell there what you said.",
    Instead.ADVOCATE: "Somebody can speak for you at the conference: an advocate, a friend or a solicitor.",
    Instead.OTHER_PARTS: "Come to the parts of the conference to which you can come, and speak there.",
}
MAY = (
    "You may ask somebody to help you say what you think: an advocate, a friend or a solicitor.",
    "{again}",
    "You may complain about this decision. You can talk with {first} first, or write to {to} by {until}. Ask"
    " there for the complaints leaflet. The conference is held while your complaint is looked into.",
    "You may ask for this letter in another language, in large print or read to you.",
)
AGAIN = "You may ask me to look at this again{by}. Tell me what is different from what this letter says."
IN_PLACE = "{name}, who leads the unit, decided this in my place."
CANNOT, DECIDED_IN_PLACE = "I have decided that", "It is decided that"
AFTER = "I will tell you, after the conference, what you may know of what was decided, and how you are told."


def writer(council: str) -> Callable[[LetterFacts], Written]:
    """What writes these letters of a council, for the operations that keep them."""

    def write(facts: LetterFacts) -> Written:
        return written(exclusion_letter(facts, council=council), facts.made_at)

    return write


def exclusion_letter(facts: LetterFacts, *, council: str) -> Paper:
    """What the letter says. Its title holds no name, and no child is named in it."""
    title = TITLE if facts.answer == Answer.WHOLE else TITLE_PART
    return Paper(title, council, tuple(_blocks(facts, council, title)))


def _blocks(facts: LetterFacts, council: str, title: str) -> Iterator[Block]:
    on = day_of(facts.made_at)
    yield text(council)
    yield text(*facts.lines)
    yield text(uk_date(facts.made_at))
    yield text(f"Dear {facts.name}")
    yield heading(title, 1)
    if facts.replaces:
        yield text(REPLACES.format(on=uk_date(facts.replaces.on), changed=facts.replaces.changed))
    yield from in_their_language(facts.language)
    yield text(f"A child protection conference about your family is on {uk_meeting(*facts.meets)}.")
    words = WHOLE if facts.answer == Answer.WHOLE else PART.format(part=facts.part.rstrip("."))
    if facts.in_place:
        yield text(IN_PLACE.format(name=facts.in_place), words.replace(CANNOT, DECIDED_IN_PLACE, 1))
    else:
        yield text(words)
    yield heading("Why", 2)
    yield text(sentence(facts.why))
    yield heading("How you can still take part", 2)
    yield text(
        INSTEAD[Instead(facts.instead)], *([sentence(facts.instead_words)] if facts.instead_words else [])
    )
    yield heading("What you may do", 2)
    yield bullets(*_may(facts))
    yield heading("What happens then", 2)
    yield text(AFTER)
    yield text(f"If you have a question, ask {facts.teller}, or me.")
    yield text("Yours sincerely")
    yield text(facts.chair, role_words(Role.CHAIR, on).first)


def _may(facts: LetterFacts) -> Iterator[str]:
    """What they may do, by when, and to whom they turn."""
    by = f" until {uk_day(facts.ask_by)}, so that I can answer before the conference" if facts.ask_by else ""
    route = facts.complain
    assert route is not None  # Of a letter to be written.
    told = {"to": route.to, "until": uk_day(route.until), "again": AGAIN.format(by=by)}
    first = "me" if route.chair_first and not facts.in_place else "a manager, who is not the chair,"
    yield from (line.format(first=first, **told) for line in MAY)
