"""Rules about child in need plans, alone and beside child protection plans, across all episodes."""

from __future__ import annotations

from conferences.exchange.census.checks.facts import FAR, Facts, Spans
from conferences.exchange.census.faults import Faults, span
from conferences.exchange.census.records import CensusChild, Episode, InNeedPlan
from safeguarding.wording import uk_date


def check_in_need(child: CensusChild, facts: Facts, say: Faults) -> None:
    """Rules 4008 to 4015 for each plan, then 4001, 4003, 4016 and 4017 beside child protection plans."""
    for episode in child.episodes:
        for plan in episode.in_need:
            check_alone(plan, say)
            if plan.kept:
                check_dates(plan, child, episode, facts, say)
        if sum(p.kept and p.end is None for p in episode.in_need) > 1:
            say.noted(episode.line, "4004", "The episode has more than one open child in need plan.")
        if episode.in_need and episode.no_further_action:
            say.noted(
                episode.line,
                "4000",
                "There is a child in need plan on a referral marked as no further action.",
            )
    plans = sorted((p for e in child.episodes for p in e.in_need if p.kept), key=lambda p: (p.start, p.line))
    if plans:
        check_together(plans, say)
        check_beside_protection(child, [p for p in plans if p.kept], say)


def check_alone(plan: InNeedPlan, say: Faults) -> None:
    if plan.start is None:
        plan.kept = False
        say.refused(plan.line, "4010", "The child in need plan has no start date. It was not taken.")
    elif plan.end and plan.end < plan.start:
        plan.kept = False
        say.refused(
            plan.line,
            "4011",
            f"The child in need plan starts on {uk_date(plan.start)} and ends before that, on"
            f" {uk_date(plan.end)}."
            " It was not taken.",
        )


def check_dates(plan: InNeedPlan, child: CensusChild, episode: Episode, facts: Facts, say: Faults) -> None:
    assert plan.start
    if plan.start > facts.reference:
        say.noted(
            plan.line,
            "4010",
            f"The child in need plan starts on {uk_date(plan.start)}, after the reference date.",
        )
    if plan.start == plan.end:
        say.noted(plan.line, "4012Q", f"The child in need plan starts and ends on {uk_date(plan.start)}.")
    if plan.end and not facts.in_year(plan.end):
        say.noted(
            plan.line, "4013", f"The child in need plan ends on {uk_date(plan.end)}, outside the census year."
        )
    if episode.referral and plan.start < episode.referral:
        say.noted(
            plan.line,
            "4015",
            f"The child in need plan starts on {uk_date(plan.start)}, before its referral on"
            f" {uk_date(episode.referral)}.",
        )
    if child.death and plan.start > child.death:
        say.noted(
            plan.line,
            "4008",
            f"The child in need plan starts on {uk_date(plan.start)}, after the child’s death.",
        )
    if child.death and (plan.end or FAR) > child.death:
        say.noted(plan.line, "4009", "The child in need plan goes on after the child’s death.")


def check_together(plans: list[InNeedPlan], say: Faults) -> None:
    """Rule 4014 and a start that appears twice; one may start on the day another ends."""
    furthest: InNeedPlan | None = None
    starts = set()
    for plan in plans:
        assert plan.start
        if plan.start in starts:
            plan.kept = False
            say.refused(
                plan.line,
                "REPEATED",
                f"A child in need plan of {uk_date(plan.start)} appears twice. The first was taken.",
            )
            continue
        starts.add(plan.start)
        if furthest and furthest.start and plan.start < (furthest.end or FAR):
            say.noted(
                plan.line,
                "4014",
                f"The child in need plan of {uk_date(plan.start)} starts inside that of"
                f" {span(furthest.start, furthest.end)}.",
            )
        if furthest is None or (plan.end or FAR) > (furthest.end or FAR):
            furthest = plan


def check_beside_protection(child: CensusChild, plans: list[InNeedPlan], say: Faults) -> None:
    protection = [p for e in child.episodes for p in e.plans if p.kept and p.start]
    if not protection:
        return
    in_need = Spans((p.start, p.end) for p in plans if p.start)
    protected = Spans((p.start, p.end) for p in protection if p.start)
    for plan in plans:
        found = protected.over(plan.start) if plan.start else None
        if found and found[1] != plan.start and plan.start:
            say.noted(
                plan.line,
                "4016",
                f"The child in need plan starts on {uk_date(plan.start)}, inside the child protection plan of"
                f" {span(*found)}.",
            )
        if found and not found[1] and not plan.end:
            say.noted(
                plan.line,
                "4001",
                f"The child in need plan and the child protection plan of {uk_date(found[0])} are both open.",
            )
    for cp in protection:
        found = in_need.over(cp.start) if cp.start else None
        if found and found[1] != cp.start and cp.start and found[0] != cp.start:
            say.noted(
                cp.line,
                "4017",
                f"The child protection plan starts on {uk_date(cp.start)}, inside the child in need plan of"
                f" {span(*found)}.",
            )
            if not found[1] and not cp.end:
                say.noted(
                    cp.line,
                    "4001",
                    f"The child protection plan and the child in need plan of {uk_date(found[0])} are"
                    " both open.",
                )
        for review in cp.reviews:
            inside = in_need.over(review.date) if review.kept and review.date != cp.end else None
            if inside and inside[0] < review.date < (inside[1] or FAR):
                say.noted(
                    review.line,
                    "4003",
                    f"The review of {uk_date(review.date)} is inside the child in need plan of"
                    f" {span(*inside)}.",
                )
