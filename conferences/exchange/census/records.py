"""One child's whole record as the file tells it, in plain values with places: what the checks judge.

The same records are filled from what is held here, so that the same rules are asked of both.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from conferences.exchange.census.faults import Place

Date = dt.date | None


@dataclass(slots=True)
class Header:
    """What the file says of itself. The census year is `first` to `reference`, both included."""

    at: Place
    authority: str
    year: int | None
    reference: dt.date
    first: dt.date


@dataclass(slots=True)
class Review:
    at: Place
    date: dt.date
    kept: bool = True


@dataclass(slots=True)
class CensusPlan:
    at: Place
    start: Date
    end: Date
    initial: str
    latest: str
    previous: int | None
    reviews: list[Review]
    kept: bool = True


@dataclass(slots=True)
class CensusEnquiry:
    """A section 47. `conference` is the date of its initial conference."""

    at: Place
    start: Date
    target: Date
    conference: Date
    not_required: bool
    kept: bool = True
    conference_kept: bool = True

    @property
    def is_open(self) -> bool:
        return self.conference is None and not self.not_required


@dataclass(slots=True)
class InNeedPlan:
    at: Place
    start: Date
    end: Date
    kept: bool = True


@dataclass(slots=True)
class Assessment:
    """`authorised` is the day it was completed; `factors` as they are told, in capitals."""

    at: Place
    start: Date
    authorised: Date
    factors: list[str]


@dataclass(slots=True)
class Episode:
    """A CINdetails. `conference` is an initial conference without an enquiry: a transfer in.

    `nfa`: None where the file does not say clearly whether there was no further action. `unclear`: the
    fields that hold something which is no code.
    """

    at: Place
    referral: Date
    source: str
    need: str
    nfa: bool | None
    closure: Date
    reason: str
    conference: Date
    unclear: frozenset[str] = frozenset()
    assessments: list[Assessment] = field(default_factory=list)
    enquiries: list[CensusEnquiry] = field(default_factory=list)
    plans: list[CensusPlan] = field(default_factory=list)
    in_need: list[InNeedPlan] = field(default_factory=list)
    kept: bool = True
    conference_kept: bool = True

    @property
    def no_further_action(self) -> bool:
        return bool(self.nfa)

    @property
    def acted_on(self) -> bool:
        """Whether the file says that further action followed; what it leaves unsaid does not count."""
        return self.nfa is False


@dataclass(slots=True)
class CensusChild:
    """`n` is the child's place in the file. Pupil numbers and disabilities stand as they are told."""

    at: Place
    n: int
    number: str
    upn: str = ""
    former_upn: str = ""
    upn_unknown: str = ""
    birth: Date = None
    expected: Date = None
    death: Date = None
    sex: str = ""
    ethnicity: str = ""
    disabilities: list[str] = field(default_factory=list)
    episodes: list[Episode] = field(default_factory=list)
    kept: bool = True
