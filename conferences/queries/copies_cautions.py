"""What in the words of a copy may not be for its recipient: names of other children, others' addresses."""

from __future__ import annotations

from dataclasses import dataclass

from conferences.models import Document, MeetingRecord
from conferences.queries.addresses import addresses_of
from conferences.queries.copies import CopyFacts, Offer, record_told
from conferences.rules.copies import Caution, cautions, copy_of, has_place
from conferences.rules.documents import Replaced
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import Child, User


@dataclass(frozen=True)
class Doubts:
    """What speaks against a copy's release: what was found in it when it was made or is now, and why none was
    proposed to its reader ("" where one was).
    """

    cautions: tuple[Caution, ...]
    why_not: str

    @property
    def words(self) -> list[str]:
        """A sentence each; none where nothing is in doubt."""
        return [*(label(Caution, one) for one in self.cautions), *filter(None, [self.why_not])]

    @property
    def forbids(self) -> bool:
        """Whether no reason can release it."""
        return Caution.HIDDEN in self.cautions


def is_hidden(record: MeetingRecord, offer: Offer, words: str) -> bool:
    """Whether a confidential address of another stands in words for the reader of a copy: two queries."""
    own = {line.casefold() for line in offer.recipient.lines}
    hidden = addresses_of([part.requested_child.child for part in record.parts.all()]).hidden
    return has_place(words, [line for line in hidden if line.casefold() not in own])


def cautions_of(record: MeetingRecord, facts: CopyFacts) -> list[Caution]:
    """Of a copy of a signed record that is being made: three queries."""
    told = {child.child for child in facts.copy.children}
    children = [part.requested_child.child for part in record.parts.all()]
    family = Child.objects.unscoped("whose names a copy must not hold").filter(
        family__in={one.family_id for one in children}
    )
    others = [word for one in family if one.pk not in told for word in one.given_names.split()[:1]]
    found = addresses_of(children)
    own = {line.casefold() for line in facts.recipient.lines}
    not_own = [line for line in found.everybody if line.casefold() not in own]
    hidden = [line for line in not_own if line in found.hidden]
    changed = facts.replaces.changed if facts.replaces else ""
    seen = cautions(facts.copy, others, not_own, hidden=hidden, changed=changed)
    return [*([Caution.EXCLUDED] if facts.recipient.excluded else []), *seen]


def doubts_of(reader: User, record: MeetingRecord, document: Document, offer: Offer) -> Doubts:
    """What speaks against a copy of a signed record, by what is recorded now: some fifteen queries."""
    copy = copy_of(record_told(reader, record), offer.recipient)
    replaced = Replaced(day_of(document.made_at), document.changed) if document.changed else None
    now = cautions_of(record, CopyFacts(offer.recipient, copy, document.made_at, replaced))
    codes = {*document.told.get("cautions", []), *(one.value for one in now)}
    return Doubts(tuple(one for one in Caution if one.value in codes), offer.why_not)
