"""What in the words of a copy may not be for its recipient: names of other children, others' addresses."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from conferences.models import Document, Letter, MeetingRecord
from conferences.queries.addresses import address_lines, addresses_of, parts_of
from conferences.queries.copies import CopyFacts, Offer
from conferences.queries.copies_strangers import strangers_in
from conferences.queries.copies_told import record_told
from conferences.queries.exclusions import standing_exclusions
from conferences.queries.letters import LetterFacts, letter_facts, not_proposed, recipients
from conferences.rules.copies import Caution, cautions, cautions_in, typed_words
from conferences.rules.copies_closing import told_to
from conferences.rules.copies_places import has_place
from conferences.rules.copies_strangers import Strangers
from conferences.rules.documents import Replaced
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import Child, User


@dataclass(frozen=True)
class Doubts:
    """What speaks against a copy's release: what was found in it when it was made or is now, why none was
    proposed to its reader ("" where one was), and the words now that are known of another family.
    """

    cautions: tuple[Caution, ...]
    why_not: str
    strangers: Strangers = Strangers()

    @property
    def words(self) -> list[str]:
        """A sentence each; none where nothing is in doubt."""
        bare = Caution.STRANGER if self.strangers.sentences else None
        said = [label(Caution, one) for one in self.cautions if one is not bare]
        return [*said, *self.strangers.sentences, *filter(None, [self.why_not])]

    @property
    def forbids(self) -> bool:
        """Whether no reason can release it."""
        return Caution.HIDDEN in self.cautions


def in_doubt(doubts: Doubts | None) -> bool:
    """Whether a reason is asked for."""
    return doubts is not None and bool(doubts.words)


def hides(record: MeetingRecord, lines: Iterable[str]) -> bool:
    """Whether any address is confidential from a reader with these lines of their own: two queries."""
    return bool(_hidden(record, lines))


def is_hidden(record: MeetingRecord, lines: Iterable[str], words: str) -> bool:
    """Whether one stands in words for such a reader: two queries."""
    return has_place(words, _hidden(record, lines))


def _hidden(record: MeetingRecord, lines: Iterable[str]) -> list[str]:
    own = {part.casefold() for part in parts_of(lines)}
    found = addresses_of(part.requested_child.child for part in record.parts.all())
    return [line for line in found.hidden if line.casefold() not in own]


def cautions_of(record: MeetingRecord, facts: CopyFacts) -> list[Caution]:
    """Of a copy of a signed record that is being made: three queries, and those of strangers_in()."""
    return _found(_seen(record, facts), strangers_in(record, *_words(facts)))


def _words(facts: CopyFacts) -> list[str]:
    """What of a copy was typed."""
    return [facts.replaces.changed if facts.replaces else "", *typed_words(facts.copy)]


def _found(seen: Collection[Caution], strangers: Strangers) -> list[Caution]:
    """In the order of Caution."""
    more = {Caution.STRANGER} if strangers.sentences else set()
    return [one for one in Caution if one in {*seen, *more}]


def _seen(record: MeetingRecord, facts: CopyFacts) -> list[Caution]:
    told = {child.child for child in facts.copy.children}
    others, not_own, hidden = _of_others(record, told, facts.recipient.lines)
    changed = facts.replaces.changed if facts.replaces else ""
    for_agency = not facts.recipient.is_family
    seen = cautions(facts.copy, others, not_own, hidden=hidden, changed=changed, for_agency=for_agency)
    is_said = facts.recipient.own is not None and any(child.voice.strip() for child in facts.copy.children)
    feared = is_said and any(one.is_in_force for one in standing_exclusions(record.booking.request_id))
    first = {Caution.EXCLUDED: bool(facts.recipient.excluded), Caution.FEARED: feared}
    return [*(one for one, holds in first.items() if holds), *seen]


def _of_others(
    record: MeetingRecord, told: Collection[int], lines: Iterable[str]
) -> tuple[list[str], list[str], list[str]]:
    """First names of the family's children who are not `told` of (ids); addresses that are not the reader's
    own `lines`; and of these the confidential ones.
    """
    children = [part.requested_child.child for part in record.parts.all()]
    family = Child.objects.unscoped("whose names a copy must not hold").filter(
        family__in={one.family_id for one in children}
    )
    others = [word for one in family if one.pk not in told for word in one.given_names.split()[:1]]
    found = addresses_of(children)
    own = {part.casefold() for part in parts_of(lines)}
    not_own = [line for line in found.everybody if line.casefold() not in own]
    return others, not_own, [line for line in not_own if line in found.hidden]


def letter_cautions(record: MeetingRecord, facts: LetterFacts) -> list[Caution]:
    """The same of a decision letter: in its reasons, dissent and actions, and what it says is other."""
    return _found(_seen_in_letter(record, facts), strangers_in(record, *_words_of_letter(facts)))


def _words_of_letter(facts: LetterFacts) -> list[str]:
    texts = [facts.replaces.changed] if facts.replaces else []
    for one in facts.children:
        texts += [one.part.reasons, one.dissent, *(member.name for member in one.members if member.is_lead)]
        texts += [f"{action.what} {action.who}" for action in one.part.actions.all() if action.is_of_record]
    return texts


def _seen_in_letter(record: MeetingRecord, facts: LetterFacts) -> list[Caution]:
    children = [one.part.requested_child.child for one in facts.children]
    others, not_own, hidden = _of_others(
        record, {child.pk for child in children}, address_lines(facts.person)
    )
    names = (child.display_name for child in children)
    return cautions_in("\n".join(_words_of_letter(facts)), names, others, not_own, hidden)


def doubts_of(reader: User, record: MeetingRecord, document: Document, offer: Offer) -> Doubts:
    """What speaks against a copy of a signed record, by what is recorded now: some fifteen queries."""
    copy = told_to(document.kind, record_told(reader, record), offer.recipient)
    replaced = Replaced(day_of(document.made_at), document.changed) if document.changed else None
    facts = CopyFacts(offer.recipient, copy, document.made_at, replaced)
    strangers = strangers_in(record, *_words(facts))
    return _doubts(document, _found(_seen(record, facts), strangers), offer.why_not, strangers)


def letter_doubts(reader: User, record: MeetingRecord, letter: Letter, document: Document) -> Doubts:
    """The same of a letter: some ten queries."""
    facts = letter_facts(reader, letter, record)
    if document.changed:
        facts = replace(facts, replaces=Replaced(day_of(document.made_at), document.changed))
    strangers = strangers_in(record, *_words_of_letter(facts))
    now = _found(_seen_in_letter(record, facts), strangers)
    return _doubts(document, now, letter_why_not(reader, record, letter), strangers)


def letter_why_not(reader: User, record: MeetingRecord, letter: Letter) -> str:
    """Why no letter is proposed to its reader now; "" where one is."""
    mine = [one for one in recipients(reader, record) if one.person.pk == letter.person_id]
    return not_proposed(mine[0]) if mine else ""


def _doubts(document: Document, now: Iterable[Caution], why_not: str, strangers: Strangers) -> Doubts:
    codes = {*document.told.get("cautions", []), *(one.value for one in now)}
    return Doubts(tuple(one for one in Caution if one.value in codes), why_not, strangers)
