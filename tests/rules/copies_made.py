"""Conferences made up by chance, every text a word of its own, and who may read which of them: an oracle
apart from the code.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from random import Random

from conferences.rules.copies import (
    Came,
    ChildTold,
    Confidential,
    Decided,
    FirstAction,
    Frame,
    KeptOut,
    NeedTold,
    Recipient,
    RecordTold,
    ReportGiven,
)
from conferences.rules.documents import ComplaintRoute

HELD = dt.date(2018, 4, 24)
OUTCOMES = (
    ("PLAN_BEGINS", "NEG", "", ""),
    ("NO_PLAN", "", "", ""),
    ("PLAN_CONTINUES", "EMO", "", ""),
    ("PLAN_ENDS", "", "MOVED", "CIN_PLAN"),
)


@dataclass
class Conference:
    """A record, whoever may have a copy, and for each canary word the recipients who may read it."""

    record: RecordTold
    recipients: list[Recipient]
    readers: dict[str, set[int]] = field(default_factory=dict)
    # The children whose records are restricted, of whom no agency reads; and the words of each child.
    restricted: frozenset[int] = frozenset()
    of_child: dict[int, list[str]] = field(default_factory=dict)

    def wrong(self, at: int, words: str) -> list[str]:
        """The canaries in one recipient's copy that are not theirs."""
        return [one for one, readers in self.readers.items() if at not in readers and one in words]

    def lacking(self, at: int, words: str) -> list[str]:
        """Those that are theirs and are not in their copy."""
        return [one for one, readers in self.readers.items() if at in readers and one not in words]


class Maker:
    """Makes conferences; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(f"copies {seed}")
        self.count = 0
        self.readers: dict[str, set[int]] = {}

    def word(self, readers: set[int]) -> str:
        """A word that stands nowhere else, and who may read it (by their place among the recipients)."""
        self.count += 1
        word = f"canary{self.count:04d}x"
        self.readers[word] = readers
        return word

    def make(self) -> Conference:
        children = list(range(1, self.rng.randint(1, 4) + 1))
        restricted = frozenset(children[1:] if self.rng.random() < 0.3 else ())
        recipients = [*self._people(children), *self._agencies(sorted({*children} - restricted))]
        out = {at for at, one in enumerate(recipients) if one.excluded == "WHOLE"}
        whole = {at for at, one in enumerate(recipients) if one.children >= set(children)} - out
        record = RecordTold(
            held=HELD,
            chair="Chair Exemplar",
            signed=HELD,
            complaint=ComplaintRoute(HELD),
            came=tuple(self._came(recipients, children, whole)),
            reports=tuple(self._reports(whole)),
            working_well=self.word(whole),
            worried_about=self.word(whole),
            family_view=self.word(whole),
            frame=Frame(*(self.word(whole) for _ in fields(Frame))),
            children=tuple(self._child(child, recipients) for child in children),
            confidential=tuple(self._withheld(recipients, whole)),
            excluded=tuple(self._kept_out(recipients, whole)),
        )
        of_child = {
            child.child: [word for word in self.readers if word in repr(child)] for child in record.children
        }
        return Conference(record, recipients, self.readers, restricted, of_child)

    def _people(self, children: list[int]) -> Iterator[Recipient]:
        """Each with their own address, of whom some belong to a part of the children only, and some came to
        the family later.
        """
        for person in range(1, self.rng.randint(2, 5)):
            own = frozenset(self.rng.sample(children, self.rng.randint(1, len(children))))
            at = person - 1
            kept_from = self.rng.choice(("", "", "", "PART", "WHOLE"))
            lines, was_there = (f"Parent {person}", self.word({at}), self.word({at})), self.rng.random() < 0.7
            yield Recipient(lines, own, person, kept_from, reads_confidential=was_there)

    def _agencies(self, children: list[int]) -> Iterator[Recipient]:
        for agency in range(self.rng.randint(1, 3)):
            yield Recipient((f"Professional {agency}", "Police"), frozenset(children))

    def _came(self, recipients: list[Recipient], children: list[int], whole: set[int]) -> Iterator[Came]:
        """The family with ties or typed by hand, and agencies, whose role may name another child's school."""
        for one in recipients:
            if one.person is None or self.rng.random() < 0.2:
                continue
            sees = {
                at
                for at, other in enumerate(recipients)
                if at in whole
                or other.person == one.person
                or (other.children & one.children and other.excluded != "WHOLE")
            }
            yield Came(self.word(sees), self.word(whole), "", "IN_PERSON", one.person, one.children)
        yield Came(self.word(whole), self.word(whole), "", "ABSENT")
        everybody = set(range(len(recipients)))
        for at in range(self.rng.randint(1, 4)):
            sees = whole if at else everybody
            yield Came(self.word(sees), self.word(whole), "School or college", "VIDEO", is_care=not at)

    def _kept_out(self, recipients: list[Recipient], whole: set[int]) -> Iterator[KeptOut]:
        """Whoever is excluded, and one whom nobody knows but by name: for agencies and for themself."""
        agencies = {at: one.children for at, one in enumerate(recipients) if one.person is None}
        for at, one in enumerate(recipients):
            if one.excluded:
                sees = {agency for agency, children in agencies.items() if children & one.children} | {at}
                yield KeptOut(*(self.word(sees) for _ in range(3)), one.person, one.children)
        yield KeptOut(*(self.word(whole & agencies.keys()) for _ in range(3)))

    def _reports(self, whole: set[int]) -> Iterator[ReportGiven]:
        for shared in (None, HELD)[: self.rng.randint(0, 2)]:
            yield ReportGiven(self.word(whole), self.word(whole), HELD, shared)

    def _child(self, child: int, recipients: list[Recipient]) -> ChildTold:
        own = {at for at, one in enumerate(recipients) if child in one.children}
        there = {at for at in own if recipients[at].excluded != "WHOLE"}
        outcome, category, end_reason, step_down = self.rng.choice(OUTCOMES)
        actions = range(self.rng.randint(0, 3))
        return ChildTold(
            child=child,
            name=self.word(own),
            kind=self.rng.choice(("INITIAL", "REVIEW", "TRANSFER_IN")),
            voice=self.word(there),
            working_well=self.word(there),
            worried_about=self.word(there),
            decided=Decided(outcome, category, self.word(own), end_reason, step_down, False),
            actions=tuple(
                FirstAction(self.word(own), self.word(own), HELD, at, self.word(own), self.word(own))
                for at in actions
            ),
            needs=tuple(NeedTold(at, self.word(own), self.word(own)) for at in actions),
            worker=self.word(own),
            core_group=HELD,
            review=HELD,
            participation=self.word(there),
            agency_views=self.word(there),
            scores=self.word(there),
            dissent=self.word(there),
        )

    def _withheld(self, recipients: list[Recipient], whole: set[int]) -> Iterator[Confidential]:
        people = [one.person for one in recipients if one.person is not None]
        for _ in range(self.rng.randint(0, 4)):
            from_family, from_agencies = self.rng.random() < 0.5, self.rng.random() < 0.5
            named = frozenset() if from_family else frozenset(self.rng.sample(people, 1))
            sees = {
                at
                for at in whole
                if (
                    not from_agencies
                    if recipients[at].person is None
                    else not (from_family or recipients[at].excluded or recipients[at].person in named)
                    and recipients[at].reads_confidential
                )
            }
            words = self.word(sees), self.word(sees)
            yield Confidential(*words, "Police", from_family, named, from_agencies)


def conferences(number: int) -> Iterator[Conference]:
    for seed in range(number):
        yield Maker(seed).make()
