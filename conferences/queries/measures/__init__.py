"""The performance figures, counted: each from the rows that its list shows.

Their definitions in words stand in conferences.rules.measures_catalogue.
"""

from conferences.queries.measures.counts import figures, figures_by_period, months, whole_and_seen
from conferences.queries.measures.known import known_days
from conferences.queries.measures.lists import Member, UnknownPart, members

__all__ = [
    "Member",
    "UnknownPart",
    "figures",
    "figures_by_period",
    "known_days",
    "members",
    "months",
    "whole_and_seen",
]
