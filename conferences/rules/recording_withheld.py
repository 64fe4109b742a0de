"""What of a record is kept from somebody: why, and from whom. Pure.

Sussex (L): a report is redacted only for a clear safeguarding reason that is written down. Greater
Manchester (L): whose a fact is decides on it, case by case; so what the police told goes to no agency unless
they agreed.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from safeguarding.labelled import Labelled
from safeguarding.refusals import Problem, missing

POLICE = "POLICE"
# Whose a part is that no agency told, where it is chosen.
FAMILY = "FAMILY"


class WithheldReason(Labelled):
    """Why somebody must not read it."""

    DANGER = "DANGER", "Telling it would put somebody in danger"
    POLICE_WORK = "POLICE_WORK", "Telling it would harm an enquiry or a court case"
    COURT = "COURT", "A court forbids to tell it"
    CHILD = "CHILD", "A child told it and fears what would follow"
    HEALTH = "HEALTH", "It is about somebody’s health and was told in confidence"
    ANOTHER = "ANOTHER", "It is about somebody outside the family"
    OTHER = "OTHER", "Another reason"


class FromWhom(Labelled):
    """Who of the family must not read it."""

    EVERYBODY = "EVERYBODY", "Everybody in the family"
    PEOPLE = "PEOPLE", "Only the people selected below"


class ToAgencies(Labelled):
    """Whether agencies read it in their copies."""

    SHARE = "SHARE", "Agencies read it in their copy"
    WITHHOLD = "WITHHOLD", "Agencies do not read it either"


@dataclass(frozen=True)
class WithheldTold:
    """A confidential part as typed. `agency_kind` is "" for the family, None where it was not said; `people`
    are ids.
    """

    what: str = ""
    told_by: str = ""
    agency_kind: str | None = None
    reason: WithheldReason | None = None
    reason_words: str = ""
    whom: FromWhom | None = None
    people: frozenset[int] = frozenset()
    agencies: ToAgencies | None = None
    owner_agreed: str = ""

    @property
    def to_agencies(self) -> ToAgencies | None:
        """What the police told is withheld where nothing was said."""
        return self.agencies or (ToAgencies.WITHHOLD if self.agency_kind == POLICE else None)


def withheld_problems(told: WithheldTold, kinds: Collection[str], related: Collection[int]) -> list[Problem]:
    """What a confidential part lacks. `kinds` are the codes of agencies that somebody may be of, `related`
    the ids of those who belong to the children.
    """
    kind = told.agency_kind if told.agency_kind in {"", *kinds} else None
    found = missing(
        what=(told.what, "Enter what was told"),
        told_by=(told.told_by, "Enter who told it"),
        agency_kind=("" if kind is None else "said", "Select the agency, or family"),
        reason=(told.reason, "Select why it is withheld"),
        whom=(told.whom, "Select who must not read it"),
        agencies=(told.to_agencies, "Select whether agencies read it"),
    )
    if told.reason is WithheldReason.OTHER:
        found += missing(reason_words=(told.reason_words, "Enter the reason"))
    if told.whom is FromWhom.PEOPLE and not told.people:
        found.append(Problem("Select at least one person who must not read it", "people"))
    if told.people - set(related):
        found.append(Problem("Select only people who are related to the children at this meeting", "people"))
    if told.agency_kind == POLICE and told.agencies is ToAgencies.SHARE:
        words = "Enter who of the police agreed that agencies read it, and when"
        found += missing(owner_agreed=(told.owner_agreed, words))
    return found
