"""The record of a conference as one recipient's copy: in the order of the meeting, in plain words.

Each copy is built afresh from what its recipient reads: nothing in it is covered, or numbered past a gap.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from conferences.documents.copies_child import own_version
from conferences.documents.copies_closing import closing_letter
from conferences.documents.files import written
from conferences.documents.letters import because, complaint, core_group_meets, held_on, review_is
from conferences.documents.letters_languages import in_their_language
from conferences.documents.paper import Block, Paper, bullets, heading, text
from conferences.queries.copies import CopyFacts
from conferences.rules.copies import (
    Came,
    ChildTold,
    Confidential,
    FirstAction,
    KeptOut,
    RecordTold,
    ReportGiven,
)
from conferences.rules.documents import Written
from conferences.rules.letters_words import LetterWords
from conferences.rules.letters_words_part import LetterKind
from conferences.rules.workflow import AttendanceMode
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.policy.words import role_words
from safeguarding.rights import Role
from safeguarding.wording import joined, lower_first, sentence, uk_date, uk_day

HAPPENED = {"what_happened": "What has happened", "who_affected": "Who is affected, and how"}
CHANGES = {
    "must_change": "What must change",
    "family_will": "What the family will do",
    "support_asked": "What support the family asks for",
}
CONFIDENTIAL = "Confidential: do not share this part with the family"
NOTHING = "Nothing was recorded."


def writer(council: str) -> Callable[[CopyFacts], Written]:
    """What writes the copies of a council, for the operations that keep them."""

    def write(facts: CopyFacts) -> Written:
        return written(record_copy(facts, council=council), facts.made_at)

    return write


def record_copy(facts: CopyFacts, *, council: str) -> Paper:
    """What the copy says, or the letter that a plan has ended. Its title holds no name."""
    words = facts.words.of(council)
    if words.kind is LetterKind.CLOSING:
        return closing_letter(facts, words)
    if facts.recipient.own is not None:
        return own_version(facts, words)
    return Paper(words.say("TITLE"), council, tuple(_blocks(facts, words)))


def _blocks(facts: CopyFacts, words: LetterWords) -> Iterator[Block]:
    record, on = facts.copy, day_of(facts.made_at)
    yield text(words.council)
    yield text(*facts.recipient.lines)
    yield text(uk_date(facts.made_at))
    yield heading(words.say("TITLE"), 1)
    if facts.replaces:
        yield text(words.say("REPLACES", old_day=uk_date(facts.replaces.on), changed=facts.replaces.changed))
    yield from in_their_language(facts.recipient.language)
    names = joined([child.name for child in record.children])
    chair = role_words(Role.CHAIR, on).one
    yield text(
        f"The conference about {names} was held on {held_on(record.held, record.earlier)}.",
        f"{record.chair}, {chair}, led it and signed this record on {uk_date(record.signed)}.",
    )
    yield text(words.say("LEFT_OUT"))
    yield from _who(record)
    yield from _reports(record.reports)
    yield heading("Why the conference was held", 2)
    yield bullets(*(words.say(f"HELD_{child.kind}", child_name=child.name) for child in record.children))
    yield from _frame(record, HAPPENED)
    yield from _views(record)
    yield from _worries(record)
    yield from _frame(record, CHANGES)
    for child in record.children:
        is_several = len(record.children) > 1 or record.is_whole
        yield from _child(child, on, words, is_several=is_several, scale=record.scale)
    yield from _confidential(record.confidential, is_family=facts.recipient.is_family)
    yield heading("If something is wrong, or you do not agree", 2)
    yield text(words.say("ACCURACY"))
    yield text(complaint(record.complaint, words))


def _who(record: RecordTold) -> Iterator[Block]:
    # Of a sitting that was adjourned only what was written goes on, not who came.
    yield heading(f"Who took part on {uk_day(record.held)}" if record.earlier else "Who took part", 2)
    family = [one for one in record.came if not one.kind]
    agencies = [one for one in record.came if one.kind]
    for title, people in (("Family and friends", family), ("Agencies", agencies)):
        if people:
            yield heading(title, 3)
            yield bullets(*map(_person, people))
    if not record.came:
        yield text(NOTHING)
    if record.excluded:
        yield heading("Who was excluded by the chair", 3)
        yield bullets(*map(_kept_out, record.excluded))


def _kept_out(one: KeptOut) -> str:
    return sentence(f"{one.name}: {lower_first(one.extent)}. How they take part: {lower_first(one.instead)}")


def _person(one: Came) -> str:
    said = ", ".join(filter(None, (one.name, one.role, one.kind)))
    return f"{said}: {label(AttendanceMode, one.mode).lower()}."


def _reports(reports: tuple[ReportGiven, ...] | None) -> Iterator[Block]:
    if reports is None:
        return
    yield heading("Reports for the conference", 2)
    yield bullets(*map(_report, reports)) if reports else text("No report is recorded.")


def _report(one: ReportGiven) -> str:
    who = ", ".join(filter(None, (one.name, one.kind)))
    return f"{who}: came on {uk_date(one.came)}. {_showing(one)}."


def _showing(one: ReportGiven) -> str:
    """Nobody reads here who of the others was shown it."""
    if one.shared and one.is_of_each:
        return f"Each of the family was shown or offered it, the last on {uk_date(one.shared)}"
    if one.shared:
        return f"The family was shown it on {uk_date(one.shared)}"
    return "Not everybody of the family was shown it" if one.is_to_some else "The family was not shown it"


def _frame(record: RecordTold, titles: Mapping[str, str]) -> Iterator[Block]:
    """The headings under which something was said: none of them was asked before they came in."""
    for name, title in titles.items():
        if lines := _lines(getattr(record.frame, name)):
            yield heading(title, 2)
            yield text(*lines)


def _lines(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]


def _views(record: RecordTold) -> Iterator[Block]:
    for child in () if record.is_outcome else record.children:
        yield heading(f"What {child.name} says", 2)
        yield text(child.voice or NOTHING)
        if child.participation:
            yield text(f"How {child.name} took part. {sentence(child.participation)}")
    if record.is_whole:
        yield heading("What the family says", 2)
        yield text(record.family_view or NOTHING)


def _worries(record: RecordTold) -> Iterator[Block]:
    if record.is_whole:
        yield heading("What is working well", 2)
        yield text(record.working_well or NOTHING)
        yield heading("What we are worried about", 2)
        yield text(record.worried_about or NOTHING)


def _child(
    child: ChildTold, on: dt.date, words: LetterWords, *, is_several: bool, scale: str
) -> Iterator[Block]:
    yield heading(f"What was decided for {child.name}", 2)
    for title, said in (
        ("What is working well", child.working_well),
        ("What we are worried about", child.worried_about),
    ):
        if said:
            yield heading(f"{title} for {child.name}" if is_several else title, 3)
            yield text(said)
    yield from _lines_under(f"What agencies think about {child.name}", child.agency_views)
    yield from _lines_under("Scores", child.scores, scale)
    yield heading("The decision", 3)
    yield text(words.say(child.decided.outcome, child_name=child.name))
    yield from map(text, because(child.decided, words))
    yield from _lines_under("Who does not agree with the decision", child.dissent)
    yield from _plan(child)
    yield from _next(child, on, words)


def _plan(child: ChildTold) -> Iterator[Block]:
    """Each need with what will be different and who does what for it; then what is for none of them."""
    if child.needs:
        yield heading(f"The plan: what {child.name} needs, and who does what", 3)
    for one in child.needs:
        yield text(
            f"{child.name} needs: {sentence(one.need)}", f"What will be different: {sentence(one.outcome)}"
        )
        if own := [action for action in child.actions if action.for_need == one.number]:
            yield bullets(*map(_action, own))
    if loose := [action for action in child.actions if not action.for_need]:
        yield heading("Who else does what first" if child.needs else "The plan: who does what first", 3)
        yield bullets(*map(_action, loose))


def _action(one: FirstAction) -> str:
    said = f"{sentence(one.what)} Who: {one.who}. By: {uk_date(one.by_date)}."
    said += f" Service: {one.service}." if one.service else ""
    return said + (f" How we will know: {sentence(one.measure)}" if one.measure else "")


def _lines_under(title: str, words: str, before: str = "") -> Iterator[Block]:
    """What each person said, a line each; nothing where nobody did."""
    if lines := _lines(words):
        yield heading(title, 3)
        if before:
            yield text(before)
        yield bullets(*lines)


def _next(child: ChildTold, on: dt.date, words: LetterWords) -> Iterator[Block]:
    said = []
    worker = next((one.name for one in child.members if one.is_lead), child.worker)
    if worker:
        said.append(words.say("WORKER", role=role_words(Role.SOCIAL_WORKER, on).one, worker=worker))
    if when := core_group_meets(child.after, child.core_group):
        said.append(words.say("CORE_GROUP", core_group_when=when))
    if review := review_is(child.after, child.review):
        said.append(words.say("REVIEW", review_when=review))
    if said:
        yield heading("What happens next", 3)
        yield from map(text, said)
    others = [one for one in child.members if not one.is_lead]
    if others:
        yield heading("Who is of the core group", 3)
        yield bullets(*(", ".join(filter(None, (one.name, one.role))) for one in child.members))


def _confidential(parts: tuple[Confidential, ...], *, is_family: bool) -> Iterator[Block]:
    if not parts:
        return
    yield heading("Told to you, and not to everybody" if is_family else CONFIDENTIAL, 2)
    for one in parts:
        yield text(f"{', '.join(filter(None, (one.told_by, one.kind)))}:", one.what)
