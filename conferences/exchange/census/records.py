"""One child's whole record as the file tells it, in plain values with lines: what the checks judge."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

Date = dt.date | None


@dataclass(slots=True)
class Header:
    """What the file says of itself. The census year is `first` to `reference`, both included."""

    line: int
    authority: str
    year: int | None
    reference: dt.date
    first: dt.date


@dataclass(slots=True)
class Review:
    line: int
    date: dt.date
    kept: bool = True


@dataclass(slots=True)
class CensusPlan:
    line: int
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

    line: int
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
    line: int
    start: Date
    end: Date
    kept: bool = True


@dataclass(slots=True)
class Episode:
    """A CINdetails. `conference` is an initial conference without an enquiry: a transfer in."""

    line: int
    referral: Date
    source: str
    need: str
    no_further_action: bool
    closure: Date
    reason: str
    conference: Date
    assessments: int = 0
    enquiries: list[CensusEnquiry] = field(default_factory=list)
    plans: list[CensusPlan] = field(default_factory=list)
    in_need: list[InNeedPlan] = field(default_factory=list)
    kept: bool = True
    conference_kept: bool = True


@dataclass(slots=True)
class CensusChild:
    line: int
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

    @property
    def born(self) -> Date:
        """The birth date, or the expected one."""
        return self.birth or self.expected
