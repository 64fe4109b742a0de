"""A second opinion on a decision that was drawn: given once, changing nothing; and what was said of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from conferences.models import (
    SecondOpinion,
    SecondOpinionReason,
    SecondOpinionTalk,
    ThresholdStatement,
)
from conferences.operations.duties_refresh import refresh
from conferences.queries.consultations_second import concerned, to_give
from conferences.rules.consultations import Answer
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, operation, refuse_own
from safeguarding.promises import SENTENCES
from safeguarding.refusals import NOT_FOUND, NOT_THERE, Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission

OWN = SENTENCES["secondopinion_not_ones_own"]
GIVEN = "Somebody has given this second opinion since you opened it. What you wrote is not saved."
TALKED = "Somebody has recorded what was said of this already."
SAME = SENTENCES["secondopiniontalk_where_they_differ"]


@dataclass(frozen=True)
class Opinion:
    """What somebody else would have decided; `knew`: whether they knew what was."""

    opinion: Answer | None
    words: str
    knew: bool | None
    statements: tuple[ThresholdStatement, ...] = ()


@operation(needs=Permission.GIVE_SECOND_OPINION)
def give_second(*, second: SecondOpinion, opinion: Opinion, by: User, at: dt.datetime) -> SecondOpinion:
    """Give it, once. Refused to whoever asked, decided or disagreed, to whoever sees not each child of the
    family, and where somebody else has given it.
    """
    held = lock(second, "answer__consultation__within", "answer__consultation__requested_child__request")
    if held.given_at is not None:
        if is_same(held, opinion, by):
            return held
        raise Refused(GIVEN)
    refuse_own(by, *concerned(held.answer), sentence=OWN)
    if not to_give(by).filter(pk=held.pk).exists():
        raise Refused(NOT_THERE, status=NOT_FOUND)
    refuse_all(
        missing(
            opinion=(opinion.opinion, "Select what you would have decided"),
            words=(opinion.words, "Enter why, in a sentence or two"),
            knew=("told" if opinion.knew is not None else "", "Select whether you knew what was decided"),
        )
    )
    held.opinion, held.words, held.knew = str(opinion.opinion), opinion.words.strip(), opinion.knew
    held.reader = held.given_by = by
    held.given_at = at
    held.save(update_fields=["opinion", "words", "knew", "reader", "given_by", "given_at"])
    tied = [SecondOpinionReason(second=held, statement=one) for one in opinion.statements]
    SecondOpinionReason.objects.bulk_create(tied)
    audit.record(
        "consultation.second_opinion", held.answer.consultation, by=by, at=at, detail={"id": held.pk}
    )
    refresh(held.answer.consultation, met_by=by, at=at)
    return held


def is_same(given: SecondOpinion, opinion: Opinion, user: User) -> bool:
    """Whether what somebody sends is what they gave: the same sent twice."""
    told = (given.given_by_id, given.opinion, given.words)
    return told == (user.pk, opinion.opinion, opinion.words.strip())


@operation(
    needs=Permission.GIVE_SECOND_OPINION,
    refuses={"conferences_secondopiniontalk_second_id_key": TALKED},
)
def record_talk(
    *, second: SecondOpinion, held_date: dt.date | None, words: str, by: User, at: dt.datetime
) -> SecondOpinionTalk:
    """What was said of a second opinion that differs from the decision; it is off the list by that."""
    held = lock(second, "answer__consultation")
    if held.given_at is None:
        raise Refused(NOT_THERE, status=NOT_FOUND)
    if held.opinion == held.answer.answer:
        raise Refused(SAME)
    rows = SecondOpinionTalk.objects.unscoped("what was said of a second opinion in scope")
    if rows.filter(second=held).exists():
        raise Refused(TALKED)
    refuse_all(
        [
            *missing(
                held_date=(held_date, "Enter the day on which you talked about it"),
                words=(words, "Enter what was said of it"),
            ),
            *_day_problems(held_date, day_of(held.given_at), day_of(at)),
        ]
    )
    assert held_date is not None  # Refused above.
    talk: SecondOpinionTalk = SecondOpinionTalk.objects.create(
        second=held, held_date=held_date, words=words.strip(), recorded_by=by, recorded_at=at
    )
    audit.record("consultation.second_talk", held.answer.consultation, by=by, at=at, detail={"id": held.pk})
    return talk


def _day_problems(held: dt.date | None, given: dt.date, on: dt.date) -> list[Problem]:
    if held is not None and held > on:
        return [Problem("The day must be today or earlier", "held_date")]
    if held is not None and held < given:
        return [Problem("The day must not be before the second opinion was given", "held_date")]
    return []
