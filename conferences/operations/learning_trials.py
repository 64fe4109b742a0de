"""Trials of ideas: begun with the figure before, looked up again at each review, reviewed, moved, stopped."""

from __future__ import annotations

import datetime as dt
import logging

from django.db import DatabaseError, transaction

from conferences.models import LearningIdea, LearningReading, LearningReview, LearningTrial
from conferences.operations.learning import refuse_stranger
from conferences.operations.learning_names import name_problems
from conferences.queries.learning_figures import reading_of, reading_that_is_due
from conferences.rules.learning import (
    TrialPlan,
    before,
    moved_problems,
    review_problems,
    trial_problems,
)
from conferences.rules.measures_catalogue import MEASURES
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, need_words, operation
from safeguarding.refusals import Problem, Refused, refuse_all
from safeguarding.rights import Permission

log = logging.getLogger(__name__)
OVER = "This trial is over."
NO_REVIEW = "No review of this trial is due any more: it waits for a decision"
NOT_COUNTED = "This figure is not counted yet: choose another"


@operation(needs=Permission.KEEP_LEARNING)
def start_trial(
    *, idea: LearningIdea, plan: TrialPlan, is_meant: bool = False, by: User, at: dt.datetime
) -> LearningTrial:
    """A trial of an idea that has an owner, with its figure before as it is counted now. Raises Refused, at a
    name unless it `is_meant` otherwise.
    """
    held = lock(idea)
    found = trial_problems(plan, day_of(at), has_owner=held.owner_id is not None)
    if plan.measure and (plan.measure not in MEASURES or MEASURES[plan.measure].waits):
        found.append(Problem(NOT_COUNTED, "measure"))
    if held.trials.filter(ended_date=None).exists():
        found.append(Problem("A trial of this idea goes on already"))
    found += name_problems(by, [plan.what], held.consultation, is_meant=is_meant)
    refuse_all(found)
    assert plan.start_date and plan.months  # Refused above.
    made = LearningTrial.objects.create(
        idea=held,
        what=plan.what.strip(),
        measure=plan.measure,
        movement=plan.movement,
        months=plan.months,
        start_date=plan.start_date,
        next_review_date=plan.review_date,
        started_by=by,
        started_at=at,
    )
    months = before(plan.start_date, plan.months)
    reading_of(made, plan.start_date, months, is_before=True, at=at).save()
    audit.record("learning.trial_started", made, by=by, at=at, detail={"measure": plan.measure})
    return made


def look_up_due(*, at: dt.datetime) -> int:
    """Look up the figure of each trial whose review has come and of which it was not looked up; how many.

    Done again it changes nothing. One that the database refuses keeps back no other.
    """
    done = 0
    waiting = LearningTrial.objects.filter(ended_date=None, next_review_date__lte=day_of(at))
    for trial in waiting.order_by("next_review_date", "pk"):
        try:
            with transaction.atomic():
                done += look_up(lock(trial), at=at) is not None
        except (DatabaseError, Refused):
            log.exception("The figure of trial %s was not looked up", trial.pk)
    return done


def look_up(trial: LearningTrial, *, at: dt.datetime) -> LearningReading | None:
    """The reading of a held trial for the review that is due, where there is none; None before its day."""
    made = reading_that_is_due(trial, at)
    if made is not None:
        made.save()
        detail = {"day": made.day.isoformat()}
        audit.record("learning.looked_up", trial, by=audit.system_user(), at=at, detail=detail)
    return made


@operation(needs=Permission.ADD_IDEA)
def review_trial(
    *,
    trial: LearningTrial,
    words: str,
    goes_on: bool | None,
    next_review_date: dt.date | None,
    is_meant: bool = False,
    by: User,
    at: dt.datetime,
) -> LearningReview:
    """What the owner sees in what was looked up; with the next review, or for a decision. Raises Refused, at
    a name unless it `is_meant` otherwise.
    """
    held, due = _to_review(trial, by)
    on = day_of(at)
    found = review_problems(words=words, goes_on=goes_on, next_review=next_review_date, due=due, on=on)
    refuse_all([*found, *name_problems(by, [words], held.idea.consultation, is_meant=is_meant)])
    look_up(held, at=at)
    made: LearningReview = LearningReview.objects.create(
        reading=held.readings.get(day=due),
        words=words.strip(),
        next_review_date=next_review_date if goes_on else None,
        reviewed_by=by,
        reviewed_at=at,
    )
    held.next_review_date = made.next_review_date
    held.save(update_fields=["next_review_date"])
    audit.record("learning.reviewed", held, by=by, at=at)
    return made


@operation(needs=Permission.ADD_IDEA)
def move_review(
    *, trial: LearningTrial, review_date: dt.date | None, by: User, at: dt.datetime
) -> LearningTrial:
    """Another day for the review to come, while its figure is not looked up. Raises Refused."""
    held, due = _to_review(trial, by)
    if held.readings.filter(day=due).exists():
        raise Refused("The figure for this review is looked up already: review it")
    refuse_all(moved_problems(review_date, held.start_date, held.months, day_of(at)))
    held.next_review_date = review_date
    held.save(update_fields=["next_review_date"])
    audit.record("learning.review_moved", held, by=by, at=at)
    return held


def _to_review(trial: LearningTrial, writer: User) -> tuple[LearningTrial, dt.date]:
    """The trial, held, with the day of the review to come; refused to strangers, and where none is."""
    held = lock(trial, "idea")
    refuse_stranger(writer, held.idea)
    if held.ended_date is not None:
        raise Refused(OVER)
    if held.next_review_date is None:
        raise Refused(NO_REVIEW)
    return held, held.next_review_date


@operation(needs=Permission.KEEP_LEARNING)
def stop_trial(
    *, trial: LearningTrial, reason: str, is_meant: bool = False, by: User, at: dt.datetime
) -> LearningTrial:
    """A trial that goes on no more, without a decision on its idea: another may begin. Raises Refused, at a
    name unless it `is_meant` otherwise.
    """
    held = lock(trial, "idea")
    if held.ended_date is not None:
        raise Refused(OVER)
    words = need_words(reason=(reason, "Enter why the trial is stopped"))
    refuse_all(name_problems(by, [reason], held.idea.consultation, is_meant=is_meant))
    held.ended_date, held.next_review_date = day_of(at), None
    held.stopped_because = words["reason"]
    held.save(update_fields=["ended_date", "next_review_date", "stopped_because"])
    audit.record("learning.trial_stopped", held, by=by, at=at)
    return held
