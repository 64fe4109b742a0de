"""Ideas from elsewhere and from the unit's own work: added, changed, decided, and what was said and done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, fields

from conferences.models import (
    FamilyConsultation,
    LearningDecision,
    LearningHeard,
    LearningIdea,
    LearningTrial,
)
from conferences.operations.learning_names import name_problems
from conferences.rules.learning import (
    Heard,
    Idea,
    IdeaFrom,
    decision_problems,
    heard_problems,
    idea_problems,
)
from safeguarding import audit
from safeguarding.access import can
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, lock_rows, operation
from safeguarding.refusals import FORBIDDEN, Problem, Refused, refuse_all
from safeguarding.rights import Permission
from safeguarding.versions import StaleVersion, seen_as

_IDEA_FIELDS = (
    "title",
    "came_from",
    "authority",
    "where_words",
    "who_went",
    "day",
    "learned",
    "evidence",
    "evidence_words",
)
NO_OWNER = "This person cannot follow up an idea: choose somebody else"
NOT_YOURS = "Whoever added this, owns it, or keeps what is learned may change it"


@operation(needs=Permission.ADD_IDEA)
def add_idea(
    *,
    idea: Idea,
    consultation: FamilyConsultation | None = None,
    is_meant: bool = False,
    by: User,
    at: dt.datetime,
) -> LearningIdea:
    """An idea, or what was learned from a consultation in sight: without a name of that family, unless the
    word `is_meant`. Raises Refused.
    """
    refuse_all(
        [
            *idea_problems(idea, day_of(at)),
            *_owner_problems(idea.owner_id),
            *_source_problems(idea, consultation),
            *name_problems(by, _texts(idea), consultation, is_meant=is_meant),
        ]
    )
    made = LearningIdea.objects.create(
        **_columns(idea), consultation=consultation, added_by=by, added_at=at, saved_by=by, saved_at=at
    )
    audit.record("learning.idea_added", made, by=by, at=at)
    return made


@operation(needs=Permission.ADD_IDEA)
def change_idea(
    *,
    held: LearningIdea,
    idea: Idea,
    is_meant: bool = False,
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> LearningIdea:
    """The idea told otherwise, by whoever added, owns or keeps it; what it said is kept. Raises Refused;
    StaleVersion where somebody told it otherwise since it was `seen`.
    """
    stood = lock(held)
    refuse_stranger(by, stood)
    if _is_told_twice(standing_idea(stood), seen, stood, _columns(idea)):
        return stood
    within = stood.consultation
    refuse_all(
        [
            *idea_problems(idea, day_of(at)),
            *_owner_problems(idea.owner_id, stood.owner_id),
            *_source_problems(idea, within),
            *name_problems(by, _texts(idea), within, is_meant=is_meant),
        ]
    )
    _tell(stood, _columns(idea), by, at)
    audit.record("learning.idea_changed", stood, by=by, at=at)
    return stood


def refuse_stranger(writer: User, idea: LearningIdea) -> None:
    """Raises Refused (403) where an idea is not this person's to change."""
    if not may_change(writer, idea):
        raise Refused(NOT_YOURS, status=FORBIDDEN)


def may_change(user: User, idea: LearningIdea) -> bool:
    """Whoever added it or owns it, and whoever keeps what is learned."""
    return user.pk in (idea.added_by_id, idea.owner_id) or can(user, Permission.KEEP_LEARNING)


def _columns(idea: Idea) -> dict[str, object]:
    return _stripped(idea) | {"authority": idea.authority or ""}


def _stripped(told: Idea | Heard) -> dict[str, object]:
    return {name: value.strip() if isinstance(value, str) else value for name, value in asdict(told).items()}


def _tell(
    held: LearningIdea | LearningHeard, columns: Mapping[str, object], writer: User, at: dt.datetime
) -> None:
    """A held row told otherwise; what it said is kept in its history."""
    for name, value in columns.items():
        setattr(held, name, value)
    held.saved_by, held.saved_at = writer, at
    held.save(update_fields=[*columns, "saved_by", "saved_at"])


def _owner_problems(owner: int | None, before: int | None = None) -> list[Problem]:
    if owner in (None, before):
        return []
    found = User.objects.filter(pk=owner, is_active=True).first()
    return [] if found and can(found, Permission.ADD_IDEA) else [Problem(NO_OWNER, "owner")]


def standing_idea(idea: LearningIdea) -> StaleVersion:
    """An idea as it stands, by the fields of its form."""
    own = {name: getattr(idea, name) for name in _IDEA_FIELDS}
    return _standing(idea, own | {"owner": idea.owner}, seen=own | {"owner": idea.owner_id})


def standing_heard(heard: LearningHeard) -> StaleVersion:
    """What was said and done as it stands, by the fields of its form."""
    own = {one.name: getattr(heard, one.name) for one in fields(Heard)}
    return _standing(heard, own, seen=own)


def _standing(
    held: LearningIdea | LearningHeard, theirs: Mapping[str, object], seen: Mapping[str, object]
) -> StaleVersion:
    return StaleVersion(theirs=theirs, seen=seen_as(seen), saved_by=held.saved_by, saved_at=held.saved_at)


def _is_told_twice(
    stands: StaleVersion,
    seen: str | None,
    held: LearningIdea | LearningHeard,
    columns: Mapping[str, object],
) -> bool:
    """Whether what is sent stands already. Raises StaleVersion where other words came since it was `seen`."""
    if seen in (None, stands.seen):
        return False
    if any(getattr(held, name) != value for name, value in columns.items()):
        raise stands
    return True


def _source_problems(idea: Idea, consultation: FamilyConsultation | None) -> list[Problem]:
    if (idea.came_from == IdeaFrom.CONSULTATION) == (consultation is not None):
        return []
    return [Problem("What is learned from a consultation is noted on its page", "came_from")]


def _texts(told: Idea | Heard) -> list[str]:
    """All that is written of it, but who went to see something: they may be named."""
    written = (one.name for one in fields(told) if one.type == "str" and one.name != "who_went")
    return [str(getattr(told, name)) for name in written]


def hand_idea_on(idea: LearningIdea, to: User | None, writer: User, at: dt.datetime) -> bool:
    """An idea of somebody who leaves is another one’s, who may follow it up; else nobody’s. Whether it is."""
    held = lock(idea)
    _tell(held, {"owner": to if to and can(to, Permission.ADD_IDEA) else None}, writer, at)
    audit.record("learning.idea_handed_on", held, by=writer, at=at)
    return held.owner is not None


# ----- What is decided of it -------------------------------------------------------------------------------


@operation(needs=Permission.KEEP_LEARNING)
def decide_idea(
    *,
    idea: LearningIdea,
    outcome: str,
    why: str,
    words: str,
    replaces_reason: str = "",
    is_meant: bool = False,
    by: User,
    at: dt.datetime,
) -> LearningDecision:
    """Adopted or not, and why; a trial that goes on is over with it. A later decision replaces the last, with
    its reason. Raises Refused, at a name unless it `is_meant` otherwise.
    """
    held = lock(idea)
    stands = standing_decision(held)
    found = decision_problems(
        outcome=outcome,
        why=why,
        words=words,
        replaces=replaces_reason,
        has_decision=stands is not None,
    )
    texts = (words, replaces_reason if stands else "")
    refuse_all([*found, *name_problems(by, texts, held.consultation, is_meant=is_meant)])
    for trial in lock_rows(LearningTrial.objects.filter(idea=held, ended_date=None)):
        trial.ended_date, trial.next_review_date = day_of(at), None
        trial.save(update_fields=["ended_date", "next_review_date"])
    made = LearningDecision.objects.create(
        idea=held,
        outcome=outcome,
        why=why,
        words=words.strip(),
        replaces=stands,
        replaces_reason=replaces_reason.strip() if stands else "",
        decided_by=by,
        decided_at=at,
    )
    audit.record("learning.decided", held, by=by, at=at, detail={"outcome": outcome, "why": why})
    return made


def standing_decision(idea: LearningIdea) -> LearningDecision | None:
    """The one that no other replaces."""
    return LearningDecision.objects.filter(idea=idea, replaced_by=None).last()


# ----- You said, we did ------------------------------------------------------------------------------------


@operation(needs=Permission.ADD_IDEA)
def hear(*, heard: Heard, is_meant: bool = False, by: User, at: dt.datetime) -> LearningHeard:
    """What a group said. What was done about it is told by those who keep what is learned. Raises Refused, at
    a name of somebody on a record unless `is_meant` says that another is.
    """
    refuse_all(
        [
            *heard_problems(heard, day_of(at)),
            *_answer_problems(heard, by),
            *name_problems(by, _texts(heard), is_meant=is_meant),
        ]
    )
    made = LearningHeard.objects.create(
        **_stripped(heard), added_by=by, added_at=at, saved_by=by, saved_at=at
    )
    audit.record("learning.heard", made, by=by, at=at, detail={"group": heard.group})
    return made


@operation(needs=Permission.KEEP_LEARNING)
def answer_heard(
    *,
    held: LearningHeard,
    heard: Heard,
    is_meant: bool = False,
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> LearningHeard:
    """What was done, and who was told of it: the whole as it is to stand; what it said is kept. Raises
    Refused, as hear() does; StaleVersion as change_idea() does.
    """
    stood = lock(held)
    if _is_told_twice(standing_heard(stood), seen, stood, _stripped(heard)):
        return stood
    refuse_all([*heard_problems(heard, day_of(at)), *name_problems(by, _texts(heard), is_meant=is_meant)])
    _tell(stood, _stripped(heard), by, at)
    audit.record("learning.answered", stood, by=by, at=at)
    return stood


def _answer_problems(heard: Heard, writer: User) -> list[Problem]:
    if can(writer, Permission.KEEP_LEARNING) or not (heard.did or heard.told_back):
        return []
    return [Problem("What was done is told by those who keep what is learned", "did")]
