"""Rules about child in need plans, alone and beside child protection plans, across all episodes."""

from __future__ import annotations

import datetime as dt

from conferences.exchange.census.checks.facts import FAR, Facts, Run, Spans, overlaps
from conferences.exchange.census.faults import Faults, span
from conferences.exchange.census.records import CensusChild, CensusPlan, Episode, InNeedPlan
from safeguarding.wording import uk_date


def check_in_need(child: CensusChild, facts: Facts, say: Faults) -> None:
    """Rules 4008 to 4015 for each plan, then 4001, 4003, 4016 and 4017 beside child protection plans."""
    plans = []
    for episode in child.episodes:
        if episode.in_need:
            check_episode(episode, say)
        for plan in episode.in_need:
            check_alone(plan, facts, say)
            check_dates(plan, child, episode, say)
            plans.append(plan)
    if plans:
        check_together(plans, facts, say)
        check_beside_protection(child, plans, facts, say)


def check_episode(episode: Episode, say: Faults) -> None:
    still_open = [plan for plan in episode.in_need if plan.end is None]
    if len(still_open) > 1:
        say.noted(episode.at, "4004", "The episode has more than one open child in need plan.")
    if episode.no_further_action:
        sentence = "There is a child in need plan on a referral marked as no further action."
        say.noted(episode.at, "4000", sentence)
    protection = next((plan for plan in episode.plans if plan.end is None), None)
    if still_open and protection:
        which = f" of {uk_date(protection.start)}" if protection.start else ""
        sentence = (
            f"The child in need plan and the child protection plan{which} of the episode are both open."
        )
        say.noted(still_open[0].at, "4001", sentence)


def check_alone(plan: InNeedPlan, facts: Facts, say: Faults) -> None:
    start, end = plan.start, plan.end
    if end and not facts.in_year(end):
        sentence = f"The child in need plan ends on {uk_date(end)}, outside the census year."
        say.noted(plan.at, "4013", sentence)
    if start is None:
        plan.kept = False
        say.refused(plan.at, "4010", "The child in need plan has no start date.", "It was not taken.")
        return
    if end and end < start:
        plan.kept = False
        sentence = (
            f"The child in need plan starts on {uk_date(start)} and ends before that, on {uk_date(end)}."
        )
        say.refused(plan.at, "4011", sentence, "It was not taken.")
    if plan.kept and start > facts.reference:
        sentence = f"The child in need plan starts on {uk_date(start)}, after the reference date."
        say.noted(plan.at, "4010", sentence)
    if start == end:
        say.noted(plan.at, "4012Q", f"The child in need plan starts and ends on {uk_date(start)}.")


def check_dates(plan: InNeedPlan, child: CensusChild, episode: Episode, say: Faults) -> None:
    start, end = plan.start, plan.end
    if start and episode.referral and start < episode.referral:
        sentence = f"The child in need plan starts on {uk_date(start)}, before its referral on"
        say.noted(plan.at, "4015", f"{sentence} {uk_date(episode.referral)}.")
    if child.death is None:
        return
    if start and start > child.death:
        sentence = f"The child in need plan starts on {uk_date(start)}, after the child’s death."
        say.noted(plan.at, "4008", sentence)
    if end and end > child.death:
        sentence = f"The child in need plan ends on {uk_date(end)}, after the child’s death."
        say.noted(plan.at, "4009Q", sentence)
    if end is None:
        say.noted(plan.at, "DEATH", "The child in need plan is still open after the child’s death.")


def check_together(plans: list[InNeedPlan], facts: Facts, say: Faults) -> None:
    """Rule 4014, both end days counting, and a start that appears twice."""
    starts = set()
    for plan in plans:
        if plan.kept and plan.start in starts:
            plan.kept = False
            sentence = f"A child in need plan of {uk_date(plan.start)} appears twice."
            say.refused(plan.at, "REPEATED", sentence, "The first was taken.")
        starts.add(plan.start)
    if len(plans) > 1:
        runs = [(p.start, p.end or max(p.start, facts.reference)) if p.start else None for p in plans]
        for found in overlaps(runs):
            plan, (start, end) = plans[found.which], found.inside
            inside = span(start, end if end != facts.reference else None)
            sentence = f"The child in need plan of {uk_date(plan.start)} starts inside that of {inside}."
            say.noted(plan.at, "4014", sentence)


def check_beside_protection(child: CensusChild, plans: list[InNeedPlan], facts: Facts, say: Faults) -> None:
    protection = [plan for episode in child.episodes for plan in episode.plans if plan.start]
    if not protection:
        return
    protected = Spans((p.start, p.end) for p in protection if p.start)
    for plan in plans:
        if plan.start and (found := running(protected, plan.start, facts)):
            sentence = f"The child in need plan starts on {uk_date(plan.start)}, inside the child protection"
            say.noted(plan.at, "4016", f"{sentence} plan of {span(*found)}.")
    in_need = Spans((p.start, p.end) for p in plans if p.start)
    for cp in protection:
        if cp.start and (found := running(in_need, cp.start, facts)):
            sentence = f"The child protection plan starts on {uk_date(cp.start)}, inside the child in need"
            say.noted(cp.at, "4017", f"{sentence} plan of {span(*found)}.")
        check_reviews(cp, in_need, say)


def running(spans: Spans, day: dt.date, facts: Facts) -> Run | None:
    """The span that runs on a day on which another begins: its own last day is free, and an open one is
    known to the reference date.
    """
    found = spans.over(day)
    return found if found and found[1] != day and (found[1] or day <= facts.reference) else None


def check_reviews(plan: CensusPlan, in_need: Spans, say: Faults) -> None:
    for review in plan.reviews:
        inside = in_need.over(review.date) if review.date != plan.end else None
        if inside and review.date < (inside[1] or FAR):
            sentence = f"The review of {uk_date(review.date)} is inside the child in need plan of"
            say.noted(review.at, "4003", f"{sentence} {span(*inside)}.")
