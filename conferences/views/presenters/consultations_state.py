"""Where a family's consultation stands, in the words that every page about the family shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from conferences.models import Consultation
from conferences.rules.consultations import (
    ConsultationState,
    FamilyState,
    family_standing,
    split_sets,
)
from conferences.rules.workflow import OPEN_REQUESTS
from safeguarding.labelled import label
from safeguarding.pagekit.components import Tag
from safeguarding.wording import joined, sentence

COLOURS = {
    FamilyState.RAISED: "grey",
    FamilyState.ASKED: "blue",
    FamilyState.MORE_INFORMATION: "yellow",
    FamilyState.ESCALATED: "orange",
    FamilyState.PARTLY: "yellow",
    FamilyState.SPLIT: "purple",
    FamilyState.AGREED: "green",
    FamilyState.ANOTHER_WAY: "turquoise",
    FamilyState.CLOSED: "grey",
}


def family_tag(states: Sequence[str]) -> Tag:
    """Where the family stands; decided in part, for how many of how many."""
    standing = family_standing(states)
    told = standing.state.label
    if standing.state is FamilyState.PARTLY:
        told = f"Decided for {standing.decided} of {standing.number}"
    return Tag(told, COLOURS[standing.state])


def split_of(children: Sequence[Consultation]) -> str:
    """Who goes which way, where the children do not go the same."""
    return split_line({one.child.display_name: one.state for one in children})


def split_line(states: Mapping[str, str]) -> str:
    """The same of {name: state}. A child whose part was closed goes no way."""
    kept = {name: state for name, state in states.items() if state != ConsultationState.CLOSED}
    if family_standing(list(kept.values())).state not in (FamilyState.SPLIT, FamilyState.PARTLY):
        return ""
    sets = split_sets(kept)
    return sentence(
        "; ".join(f"{label(ConsultationState, state)} for {joined(who)}" for state, who in sets.items())
    )


def is_open(one: Consultation) -> bool:
    """Whether a conference for the child still lies ahead, or it was raised without a request."""
    return one.requested_child is None or one.requested_child.request.state in OPEN_REQUESTS
