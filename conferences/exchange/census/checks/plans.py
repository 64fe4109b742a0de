"""Rules about child protection plans and their reviews, across all episodes of a child."""

from __future__ import annotations

from collections.abc import Iterator

from conferences.exchange.census.checks.facts import FAR, Facts
from conferences.exchange.census.faults import Faults, span
from conferences.exchange.census.records import CensusChild, CensusPlan, Episode
from safeguarding.wording import counted, uk_date


def check_plans(child: CensusChild, facts: Facts, say: Faults) -> None:
    """Rules 8720, 8840, 8925, 8930, 8905, 8910, 8915, 8920, 1105, 8832, 2885, 8841, then 8935 and 8940."""
    for episode in child.episodes:
        held = {e.conference for e in episode.enquiries} if episode.enquiries else {episode.conference}
        for plan in episode.plans:
            check_alone(plan, say)
            if plan.kept:
                check_dates(plan, child, facts, say)
                check_in_episode(plan, episode, held | {episode.conference}, facts, say)
                check_reviews(plan, facts, say)
    refuse_overlaps([p for e in child.episodes for p in e.plans if p.kept], say)


def check_alone(plan: CensusPlan, say: Faults) -> None:
    """What makes a plan impossible to keep, whatever stands beside it."""
    reason = impossible(plan)
    if reason:
        plan.kept = False
        rule, sentence = reason
        say.refused(plan.line, rule, f"{sentence} The plan was not taken{with_reviews(plan)}.")


def impossible(plan: CensusPlan) -> tuple[str, str] | None:
    if plan.start is None:
        return "8720", "The plan has no start date."
    if plan.end and plan.end == plan.start:
        return "8840", f"The plan starts and ends on {uk_date(plan.start)}."
    if plan.end and plan.end < plan.start:
        return (
            "8925",
            f"The plan starts on {uk_date(plan.start)} and ends before that, on {uk_date(plan.end)}.",
        )
    if not plan.initial:
        return "8905", f"The plan of {uk_date(plan.start)} has no initial category of abuse."
    return None


def check_dates(plan: CensusPlan, child: CensusChild, facts: Facts, say: Faults) -> None:
    assert plan.start
    if not plan.latest:
        plan.latest = plan.initial
        say.bent(
            plan.line,
            "8910",
            f"The latest category of abuse is not given. It was taken to be the initial one, {plan.initial}.",
        )
    if plan.start > facts.reference:
        say.noted(plan.line, "8720", f"The plan starts on {uk_date(plan.start)}, after the reference date.")
    if plan.end and not facts.in_year(plan.end):
        say.noted(plan.line, "8930", f"The plan ends on {uk_date(plan.end)}, outside the census year.")
    if child.death and plan.start > child.death:
        say.noted(
            plan.line,
            "8915",
            f"The plan starts on {uk_date(plan.start)}, after the child’s death on {uk_date(child.death)}.",
        )
    if child.death and (plan.end or FAR) > child.death:
        ends = f"ends on {uk_date(plan.end)}, after" if plan.end else "is still open after"
        say.noted(plan.line, "8920", f"The plan {ends} the child’s death on {uk_date(child.death)}.")


def check_in_episode(
    plan: CensusPlan, episode: Episode, held: set[object], facts: Facts, say: Faults
) -> None:
    assert plan.start
    if episode.referral and plan.start < episode.referral:
        say.noted(
            plan.line,
            "1105",
            f"The plan starts on {uk_date(plan.start)}, before its referral on {uk_date(episode.referral)}.",
        )
    if episode.no_further_action:
        say.noted(
            plan.line,
            "8832",
            f"The plan of {uk_date(plan.start)} is on a referral marked as no further action.",
        )
    if facts.in_year(plan.start) and plan.start not in held:
        say.noted(
            plan.line,
            "2885",
            f"The plan starts on {uk_date(plan.start)}, and no initial conference of its episode was"
            " on that day.",
        )


def check_reviews(plan: CensusPlan, facts: Facts, say: Faults) -> None:
    """Rule 8841, a date twice, and reviews past the plan's end."""
    assert plan.start
    seen = set()
    for review in plan.reviews:
        if review.date <= plan.start:
            review.kept = False
            say.refused(
                review.line,
                "8841",
                f"The review of {uk_date(review.date)} is not after the start of its plan,"
                f" {uk_date(plan.start)}."
                " It was not taken.",
            )
        elif review.date in seen:
            review.kept = False
            say.bent(
                review.line,
                "REPEATED",
                f"The review of {uk_date(review.date)} appears twice in its plan. It was taken once.",
            )
        elif review.date > min(plan.end or FAR, facts.reference):
            after = (
                f"the plan’s end on {uk_date(plan.end)}"
                if plan.end and review.date > plan.end
                else "the reference date"
            )
            say.noted(review.line, "REVIEW", f"The review of {uk_date(review.date)} is after {after}.")
        seen.add(review.date)


def refuse_overlaps(plans: list[CensusPlan], say: Faults) -> None:
    """Rules 8935 and 8940 over all plans of a child: the one that starts first is kept."""
    kept: CensusPlan | None = None
    for plan in by_start(plans):
        assert plan.start
        if kept is None or plan.start > (kept.end or FAR):
            kept = plan
            continue
        plan.kept = False
        assert kept.start
        if same(plan, kept):
            add_reviews(kept, plan)
            say.bent(
                plan.line,
                "REPEATED",
                f"The plan of {uk_date(plan.start)} appears twice (also at line {kept.line}). It was"
                " taken once.",
            )
            continue
        both = f"the plan of {span(kept.start, kept.end)} (line {kept.line})"
        if not plan.end and not kept.end:
            say.refused(
                plan.line,
                "8935",
                f"The plan of {uk_date(plan.start)} is open, and so is {both}. The second was not"
                f" taken{with_reviews(plan)}.",
            )
        say.refused(
            plan.line,
            "8940",
            f"The plan of {span(plan.start, plan.end)} starts inside {both}; both end days count. It was"
            f" not taken{with_reviews(plan)}.",
        )


def by_start(plans: list[CensusPlan]) -> Iterator[CensusPlan]:
    yield from sorted(plans, key=lambda p: (p.start, p.line))


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
