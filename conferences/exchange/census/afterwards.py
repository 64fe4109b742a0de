"""Facts after the file's own reference date: nobody could know them, so they are not taken."""

from __future__ import annotations

import datetime as dt

from conferences.exchange.census.faults import Faults, Place
from conferences.exchange.census.records import CensusChild, Episode
from safeguarding.wording import uk_date


def leave_out_what_comes_after(child: CensusChild, reference: dt.date, say: Faults) -> None:
    """Refuse what begins or was held after the reference date; what ends after it has no end yet."""

    def late(day: dt.date | None) -> bool:
        return day is not None and day > reference

    if late(child.death):
        assert child.death
        say.bent(
            child.at,
            "8545Q",
            f"The death on {uk_date(child.death)} is after the file’s reference date.",
            "It was left out.",
        )
        child.death = None
    for episode in child.episodes:
        if late(episode.referral):
            episode.kept = _refuse(episode.at, "AFTER", "The referral", episode.referral, say)
        if late(episode.closure):
            _bend(episode.at, "8620", "The episode", episode.closure, say)
            episode.closure, episode.reason = None, ""
        if late(episode.conference):
            _refuse(episode.at, "8715", "The initial conference", episode.conference, say)
            episode.conference = None
        _within(episode, reference, say)


def _within(episode: Episode, reference: dt.date, say: Faults) -> None:
    for enquiry in episode.enquiries:
        if enquiry.start and enquiry.start > reference:
            enquiry.kept = _refuse(enquiry.at, "AFTER", "The section 47", enquiry.start, say)
        if enquiry.conference and enquiry.conference > reference:
            _refuse(enquiry.at, "8715", "The initial conference", enquiry.conference, say)
            enquiry.conference = None
    for in_need in episode.in_need:
        if in_need.start and in_need.start > reference:
            in_need.kept = _refuse(in_need.at, "4010", "The child in need plan", in_need.start, say)
        elif in_need.end and in_need.end > reference:
            _bend(in_need.at, "4013", "The child in need plan", in_need.end, say)
            in_need.end = None
    for plan in episode.plans:
        if plan.start and plan.start > reference:
            plan.kept = _refuse(plan.at, "8720", "The plan", plan.start, say)
        elif plan.end and plan.end > reference:
            _bend(plan.at, "8930", "The plan", plan.end, say)
            plan.end = None
        for review in plan.reviews:
            if plan.kept and review.date > reference:
                review.kept = _refuse(review.at, "REVIEW", "The review", review.date, say)


def _refuse(at: Place, rule: str, what: str, day: dt.date | None, say: Faults) -> bool:
    assert day
    say.refused(
        at, rule, f"{what} of {uk_date(day)} is after the file’s reference date.", "It was not taken."
    )
    return False


def _bend(at: Place, rule: str, what: str, day: dt.date | None, say: Faults) -> None:
    assert day
    sentence = (
        f"{what} ends on {uk_date(day)}, after the file’s reference date, when that could not be known."
    )
    say.bent(at, rule, sentence, "It was taken as not ended.")
