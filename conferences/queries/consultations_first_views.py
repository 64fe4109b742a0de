"""The first views of those who decide: whose is shown to whom, and whether the nearest decisions may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from conferences.models import Consultation, ConsultationFirstView
from conferences.queries.consultations import FamilyView, asked_by, is_open
from conferences.queries.consultations_in_place import decided_in_place
from conferences.rules.consultations import DECIDED
from conferences.rules.workflow import CONSULTATION, Event, may
from safeguarding.access import can, scope
from safeguarding.models import User
from safeguarding.rights import Permission


@dataclass(frozen=True)
class FirstViews:
    """Of a family, for one person. `own` is theirs, by consultation; `others` those of who has decided since,
    which do not steer any more. `to_note` are the children of whom they have noted none.
    """

    own: Mapping[int, ConsultationFirstView] = field(default_factory=dict)
    others: tuple[ConsultationFirstView, ...] = ()
    to_note: tuple[Consultation, ...] = ()

    @property
    def lets_compare(self) -> bool:
        """Whether the nearest earlier decisions may be shown: after a first view on each child who waits."""
        return bool(self.own) and not self.to_note


def decidable(user: User, children: Sequence[Consultation]) -> list[Consultation]:
    """The children for whom an answer, or a later one, is possible to this person."""
    events = (Event.AGREE, Event.SUPERSEDE)
    found = [
        one
        for one in children
        if any(may(CONSULTATION, one.state, event, *user.roles) for event in events) and is_open(one)
        if one.withdrawn_at is None
    ]
    return found if can(user, Permission.DECIDE_CONSULTATION) else decided_in_place(user, found)


def awaited(user: User, children: Sequence[Consultation]) -> list[Consultation]:
    """Those of them who wait for their decision, so that a first view can come before it."""
    return [
        one for one in children if may(CONSULTATION, one.state, Event.AGREE, *user.roles) and is_open(one)
    ]


def is_own(user: User, view: FamilyView) -> bool:
    """Whether this person asked for the consultation of any child of the family, so that somebody else
    decides: one question, however many children.
    """
    return asked_by(user).filter(within=view.within).exists()


def first_views(user: User, view: FamilyView) -> FirstViews:
    """What this person is shown of first views, and has still to note; nothing to who does not decide."""
    if not can(user, Permission.DECIDE_CONSULTATION):
        return FirstViews()
    rows = scope(user, ConsultationFirstView).filter(consultation__in=[one.pk for one in view.children])
    noted = list(rows.select_related("noted_by", "account", "consultation__child"))
    own = {one.consultation_id: one for one in noted if one.noted_by_id == user.pk}
    deciders = {
        (one.pk, given.answered_by_id)
        for one in view.children
        for given in one.answers.all()
        if given.answer in DECIDED
    }
    return FirstViews(
        own=own,
        others=tuple(
            one
            for one in noted
            if one.noted_by_id != user.pk and (one.consultation_id, one.noted_by_id) in deciders
        ),
        to_note=tuple(one for one in awaited(user, view.children) if one.pk not in own),
    )


def to_compare(user: User, view: FamilyView, views: FirstViews) -> list[Consultation]:
    """The children for whom this person may see the nearest earlier decisions: who may decide, asked for
    nothing here, and noted a first view on each child who waits. Nobody, where one of these is not so.
    """
    if not views.lets_compare or is_own(user, view):
        return []
    return [one for one in decidable(user, view.children) if one.pk in views.own]


def standing_views(consultations: Sequence[Consultation], user: User) -> list[ConsultationFirstView]:
    """What this person noted on these children in scope before."""
    rows = ConsultationFirstView.objects.unscoped("what a person noted on children in scope")
    return list(rows.filter(consultation__in=[one.pk for one in consultations], noted_by=user))
