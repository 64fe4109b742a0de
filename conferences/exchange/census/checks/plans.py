"""Rules about child protection plans and their reviews, across all episodes of a child."""

from __future__ import annotations

import datetime as dt

from conferences.exchange.census.checks.facts import FAR, Facts, overlaps
from conferences.exchange.census.faults import Faults, span
from conferences.exchange.census.records import CensusChild, CensusPlan, Episode
from safeguarding.wording import counted, uk_date


def check_plans(child: CensusChild, facts: Facts, say: Faults) -> None:
    """Rules 8720, 8840, 8925, 8930, 8905, 8910, 8915, 8920, 1105, 8832, 2885, 8841, then 8935 and 8940."""
    plans = []
    for episode in child.episodes:
        # With a section 47 in the episode its own conference excuses nothing.
        held = {e.conference for e in episode.enquiries} if episode.enquiries else {episode.conference}
        for plan in episode.plans:
            check_alone(plan, facts, say)
            check_death(plan, child, say)
            check_in_episode(plan, episode, held, facts, say)
            check_reviews(plan, facts, say)
            plans.append(plan)
    if len(plans) > 1:
        check_together(plans, say)


def check_alone(plan: CensusPlan, facts: Facts, say: Faults) -> None:
    """The plan by itself; what makes it impossible to keep refuses it, whatever stands beside it."""
    before, kept = len(say.found), plan.kept
    not_taken = f"The plan was not taken{with_reviews(plan)}."
    start, end = plan.start, plan.end
    if start is None:
        say.refused(plan.at, "8720", "The plan has no start date.", not_taken)
    elif end and end == start:
        say.refused(plan.at, "8840", f"The plan starts and ends on {uk_date(start)}.", not_taken)
    elif end and end < start:
        sentence = f"The plan starts on {uk_date(start)} and ends before that, on {uk_date(end)}."
        say.refused(plan.at, "8925", sentence, not_taken)
    if not plan.initial:
        say.refused(plan.at, "8905", f"{which(plan)} has no initial category of abuse.", not_taken)
    # What begins after the reference date was left out before.
    plan.kept = kept and len(say.found) == before
    if not plan.latest:
        plan.latest = plan.initial
        taken = f"It was taken to be the initial one, {plan.initial}." if plan.initial else ""
        say.bent(plan.at, "8910", "The latest category of abuse is not given.", taken)
    if kept and start and start > facts.reference:
        say.noted(plan.at, "8720", f"The plan starts on {uk_date(start)}, after the reference date.")
    if end and not facts.in_year(end):
        say.noted(plan.at, "8930", f"The plan ends on {uk_date(end)}, outside the census year.")


def check_death(plan: CensusPlan, child: CensusChild, say: Faults) -> None:
    if child.death is None:
        return
    death = f"after the child’s death on {uk_date(child.death)}."
    if plan.start and plan.start > child.death:
        say.noted(plan.at, "8915", f"The plan starts on {uk_date(plan.start)}, {death}")
    if plan.end and plan.end > child.death:
        say.noted(plan.at, "8920", f"The plan ends on {uk_date(plan.end)}, {death}")
    if plan.end is None:
        say.noted(plan.at, "DEATH", f"The plan is still open {death}")


def check_in_episode(
    plan: CensusPlan, episode: Episode, held: set[dt.date | None], facts: Facts, say: Faults
) -> None:
    start = plan.start
    if episode.no_further_action:
        say.noted(plan.at, "8832", f"{which(plan)} is on a referral marked as no further action.")
    if start is None:
        return
    if episode.referral and start < episode.referral:
        sentence = f"The plan starts on {uk_date(start)}, before its referral on {uk_date(episode.referral)}."
        say.noted(plan.at, "1105", sentence)
    if facts.in_year(start) and start not in held:
        no = "no section 47" if episode.enquiries else "nothing"
        sentence = f"The plan starts on {uk_date(start)}, and {no} of its episode had an initial conference"
        say.noted(plan.at, "2885", f"{sentence} on that day.")


def check_reviews(plan: CensusPlan, facts: Facts, say: Faults) -> None:
    """Rule 8841, a date twice, and reviews past the plan's end."""
    seen = set()
    for review in plan.reviews:
        day = f"The review of {uk_date(review.date)}"
        if plan.start and review.date <= plan.start:
            review.kept = False
            sentence = f"{day} is not after the start of its plan, {uk_date(plan.start)}."
            say.refused(review.at, "8841", sentence, "It was not taken.")
        elif review.date in seen:
            review.kept = False
            say.bent(review.at, "REPEATED", f"{day} appears twice in its plan.", "It was taken once.")
        elif review.kept and review.date > min(plan.end or FAR, facts.reference):
            after = (
                f"the plan’s end on {uk_date(plan.end)}"
                if plan.end and review.date > plan.end
                else "the reference date"
            )
            say.noted(review.at, "REVIEW", f"{day} is after {after}.")
        seen.add(review.date)


def check_together(plans: list[CensusPlan], say: Faults) -> None:
    """Rules 8935 and 8940 over all plans of a child: the one that starts first is kept."""
    twice = keep_first(plans, say)
    still_open = [plan for plan in plans if plan.end is None]
    for plan in still_open[1:]:
        sentence = f"{which(plan)} is open, and so is another (at {say.there(still_open[0].at)})."
        say_of(plan, "8935", sentence, twice, say)
    for found in overlaps([(p.start, p.end) if p.start else None for p in plans]):
        plan = plans[found.which]
        assert plan.start
        sentence = f"The plan of {span(plan.start, plan.end)} starts inside that of {span(*found.inside)};"
        say_of(plan, "8940", f"{sentence} both end days count.", twice, say)


def which(plan: CensusPlan) -> str:
    return f"The plan of {uk_date(plan.start)}" if plan.start else "The plan without a start"


def keep_first(plans: list[CensusPlan], say: Faults) -> list[CensusPlan]:
    """Of plans that share days keep the one that starts first; those that are told twice."""
    twice = []
    kept: CensusPlan | None = None
    for plan in sorted((p for p in plans if p.kept), key=lambda p: p.start or FAR):
        assert plan.start
        if kept is None or plan.start > (kept.end or FAR):
            kept = plan
            continue
        plan.kept = False
        if same(plan, kept):
            twice.append(plan)
            add_reviews(kept, plan)
            sentence = f"The plan of {uk_date(plan.start)} appears twice (also at {say.there(kept.at)})."
            say.bent(plan.at, "REPEATED", sentence, "It was taken once.")
    return twice


def say_of(plan: CensusPlan, rule: str, sentence: str, twice: list[CensusPlan], say: Faults) -> None:
    """Say a rule with what became of the plan."""
    if plan.kept or any(plan is other for other in twice):
        say.noted(plan.at, rule, sentence)
    else:
        say.refused(plan.at, rule, sentence, f"It was not taken{with_reviews(plan)}.")


def same(one: CensusPlan, other: CensusPlan) -> bool:
    return (one.start, one.end, one.initial, one.latest) == (
        other.start,
        other.end,
        other.initial,
        other.latest,
    )


def add_reviews(kept: CensusPlan, other: CensusPlan) -> None:
    """The reviews of a plan that appears twice, where only its second telling has them."""
    known = {review.date for review in kept.reviews}
    kept.reviews += [r for r in other.reviews if r.kept and r.date not in known]


def with_reviews(plan: CensusPlan) -> str:
    """The end of the sentence of a refused plan: its reviews go with it."""
    count = sum(review.kept for review in plan.reviews)
    return f", nor its {counted(count, 'review date')}" if count else ""
