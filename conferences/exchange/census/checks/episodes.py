"""Rules about need episodes: their own dates and codes, and what may stand in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from conferences.exchange.census.checks.facts import FAR, Facts
from conferences.exchange.census.faults import Faults, span
from conferences.exchange.census.records import CensusChild, Episode
from safeguarding.wording import uk_date
from safeguarding.workingdays import days_between

CLOSED_AFTER_ASSESSMENT = frozenset({"RC8", "RC9"})
LONGEST_BEFORE_BIRTH = 280


def check_episodes(child: CensusChild, facts: Facts, say: Faults) -> None:
    """Rules 8600, 8555, 8606, 8866, 8610, the closure's, 2990, 2991Q, 8565, then 8815 and 8820."""
    for episode in child.episodes:
        check_referral(episode, child, say)
        check_closure(episode, child, facts, say)
        check_activity(episode, say)
    check_together(child, say)


def check_referral(episode: Episode, child: CensusChild, say: Faults) -> None:
    line, referral = episode.line, episode.referral
    if not episode.source:
        say.noted(line, "8866", "The source of the referral is not given.")
    if not episode.need and not episode.no_further_action:
        say.noted(line, "8610", "The primary need is not given, though the referral led to action.")
    if referral is None:
        episode.kept = False
        say.refused(
            line,
            "8600",
            "The episode has no referral date. It was not taken; what it holds was taken without it.",
        )
        return
    if child.death and referral > child.death:
        say.noted(
            line,
            "8555",
            f"The referral of {uk_date(referral)} is after the child’s death on {uk_date(child.death)}.",
        )
    if child.born and days_between(referral, child.born) > LONGEST_BEFORE_BIRTH:
        say.noted(
            line,
            "8606",
            f"The referral of {uk_date(referral)} is more than 280 days before the birth on"
            f" {uk_date(child.born)}.",
        )


def check_closure(episode: Episode, child: CensusChild, facts: Facts, say: Faults) -> None:
    """Half a pair, or a closure before the referral, cannot be kept: the episode stays open."""
    line, closure = episode.line, episode.closure
    if closure and not episode.reason:
        say.bent(
            line,
            "8805",
            f"The episode closed on {uk_date(closure)} without a reason of the census. The closure"
            " was left out.",
        )
        episode.closure = None
    elif episode.reason and not closure:
        say.bent(
            line, "8810", f"There is a reason for closure, {episode.reason}, without a date. It was left out."
        )
        episode.reason = ""
    elif closure and episode.referral and closure < episode.referral:
        say.bent(
            line,
            "8630",
            f"The episode closed on {uk_date(closure)}, before its referral on"
            f" {uk_date(episode.referral)}. The"
            " closure was left out.",
        )
        episode.closure, episode.reason = None, ""
    elif closure and not facts.in_year(closure):
        say.noted(line, "8620", f"The episode closed on {uk_date(closure)}, outside the census year.")
    if episode.reason == "RC2" and child.death is None and child.birth:
        say.noted(line, "8585Q", "The episode closed because the child died, but no date of death is given.")


def check_activity(episode: Episode, say: Faults) -> None:
    if episode.reason in CLOSED_AFTER_ASSESSMENT and any(activity(episode)):
        say.noted(
            episode.line,
            "2990",
            f"The episode closed as {episode.reason}, after assessment, but holds enquiries, conferences"
            " or plans.",
        )
    if episode.enquiries and not episode.assessments:
        say.noted(episode.line, "2991Q", "There is a section 47 but no assessment in the episode.")
    if episode.closure:
        for line, what, day in activity(episode):
            if day > episode.closure:
                say.noted(
                    line,
                    "8565",
                    f"{what} of {uk_date(day)} is after the episode closed on {uk_date(episode.closure)}.",
                )


def activity(episode: Episode) -> Iterator[tuple[int, str, dt.date]]:
    """(line, what, when) of everything dated in the episode, each record by its last date."""
    if episode.conference:
        yield episode.line, "The initial conference", episode.conference
    for enquiry in episode.enquiries:
        if enquiry.conference:
            yield enquiry.line, "The initial conference", enquiry.conference
        elif enquiry.start:
            yield enquiry.line, "The section 47", enquiry.start
    for plan in episode.plans:
        if plan.end:
            yield plan.line, "The plan’s end", plan.end
        elif plan.start:
            yield plan.line, "The plan’s start", plan.start
    for in_need in episode.in_need:
        if day := in_need.end or in_need.start:
            yield in_need.line, "The child in need plan", day


def check_together(child: CensusChild, say: Faults) -> None:
    """Episodes of one child: the same referral twice, more than one open, one inside another."""
    episodes = sorted(
        (e for e in child.episodes if e.kept and e.referral), key=lambda e: (e.referral, e.line)
    )
    if len(episodes) < 2:
        return
    if sum(e.closure is None and not e.no_further_action for e in episodes) > 1:
        say.noted(child.line, "8815", "More than one need episode of the child is open.")
    before: Episode | None = None
    for episode in episodes:
        assert episode.referral
        if before and before.referral == episode.referral:
            episode.kept = False
            say.bent(
                episode.line,
                "REPEATED",
                f"An episode with the referral of {uk_date(episode.referral)} appears twice (also at line"
                f" {before.line}). What it holds was taken with the first.",
            )
            continue
        if before and before.referral and episode.referral < until(before):
            say.noted(
                episode.line,
                "8820",
                f"The episode of {uk_date(episode.referral)} starts inside that of"
                f" {span(before.referral, before.closure)}.",
            )
        if before is None or until(episode) >= until(before):
            before = episode


def until(episode: Episode) -> dt.date:
    """The end of an episode: a referral with no further action ends on its day."""
    if episode.closure is None and episode.no_further_action and episode.referral:
        return episode.referral
    return episode.closure or FAR
