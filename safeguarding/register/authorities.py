"""England's local authorities with their codes and the years they existed: data, read once."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "local_authorities.json"


@dataclass(frozen=True)
class Authority:
    """`code` is the DfE's three digits, `ons` the nine characters of the ONS; years as in the statistics.

    A reorganised authority may keep its three digits under a new ONS code, so a code alone can stand for
    two rows of different years.
    """

    code: str
    ons: str
    name: str
    region_ons: str
    region: str
    first_year: int
    last_year: int


@cache
def authorities() -> tuple[Authority, ...]:
    with DATA.open(encoding="utf-8") as file:
        return tuple(Authority(**row) for row in json.load(file)["authorities"])


@cache
def authority_codes() -> frozenset[str]:
    """Every three-digit code, of today and of authorities since reorganised."""
    return frozenset(authority.code for authority in authorities())


@cache
def latest_authority(code: str) -> Authority | None:
    """The authority of this three-digit code, the most recent when it changed; None when unknown."""
    found = [authority for authority in authorities() if authority.code == code]
    return max(found, key=lambda authority: authority.last_year, default=None)
