"""Rules about need episodes: their own dates and codes, and what may stand in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from conferences.exchange.census.checks.assessments import CLOSED_AFTER_ASSESSMENT
from conferences.exchange.census.checks.facts import FAR, Facts
from conferences.exchange.census.elements import SOURCE_CODED_SINCE
from conferences.exchange.census.faults import Faults, Place, span
from conferences.exchange.census.records import CensusChild, Episode
from safeguarding.wording import uk_date
from safeguarding.workingdays import days_between

LONGEST_BEFORE_BIRTH = 280


def check_episodes(child: CensusChild, facts: Facts, say: Faults) -> None:
    """Rules 8600, 8555Q, 8569Q, 8606, 8866, 8610, the closure's, 2990, 2991Q, 8825Q, 8565, then 8815, 8816
    and 8820.
    """
    for episode in child.episodes:
        check_referral(episode, facts, say)
        check_referral_of_child(episode, child, say)
        check_codes(episode, say)
        check_closure(episode, child, facts, say)
        check_activity(episode, say)
    if len(child.episodes) > 1:
        check_together(child, say)


def check_referral(episode: Episode, facts: Facts, say: Faults) -> None:
    referral = episode.referral
    if referral is None:
        episode.kept = False
        became = "It was not taken; what it holds was taken without it."
        say.refused(episode.at, "8600", "The episode has no referral date.", became)
        return
    if referral > facts.reference:
        say.noted(episode.at, "8600", f"The referral of {uk_date(referral)} is after the reference date.")
    if episode.nfa is not False and facts.no_action_before and referral < facts.no_action_before:
        sentence = (
            f"The referral of {uk_date(referral)} is of an earlier year, and is not marked as acted on."
        )
        say.noted(episode.at, "8569Q", sentence)


def check_referral_of_child(episode: Episode, child: CensusChild, say: Faults) -> None:
    referral = episode.referral
    if referral is None:
        return
    if child.death and referral > child.death:
        sentence = f"The referral of {uk_date(referral)} is after the child’s death on"
        say.noted(episode.at, "8555Q", f"{sentence} {uk_date(child.death)}.")
    for birth in (child.birth, child.expected):
        if birth and days_between(referral, birth) > LONGEST_BEFORE_BIRTH:
            sentence = f"The referral of {uk_date(referral)} is more than 280 days before the birth on"
            say.noted(episode.at, "8606", f"{sentence} {uk_date(birth)}.")
            break


def check_codes(episode: Episode, say: Faults) -> None:
    since = episode.referral and episode.referral >= SOURCE_CODED_SINCE
    if not episode.source and since:
        say.noted(episode.at, "8866", "No source of the referral of the census’s list is given.")
    if not episode.need and episode.acted_on and "PrimaryNeedCode" not in episode.unclear:
        sentence = "The primary need is not given, though the referral led to action."
        say.noted(episode.at, "8610", sentence)


def check_closure(episode: Episode, child: CensusChild, facts: Facts, say: Faults) -> None:
    at, closure, referral = episode.at, episode.closure, episode.referral
    told = episode.reason or "ReasonForClosure" in episode.unclear
    left_out = "The closure was left out."
    if closure and not told:
        say.bent(at, "8805", f"The episode closed on {uk_date(closure)} without a reason.", left_out)
    elif closure and not episode.reason:
        say.bent(
            at, "8640", f"The episode closed on {uk_date(closure)} for a reason that is no code.", left_out
        )
    if told and not closure:
        which = f", {episode.reason}," if episode.reason else ""
        say.bent(at, "8810", f"There is a reason for closure{which} without a date.", "It was left out.")
    if closure and referral and closure < referral:
        sentence = f"The episode closed on {uk_date(closure)}, before its referral on {uk_date(referral)}."
        say.bent(at, "8630", sentence, left_out)
    if closure and not facts.in_year(closure):
        say.noted(at, "8620", f"The episode closed on {uk_date(closure)}, outside the census year.")
    if episode.reason == "RC2" and child.death is None:
        say.noted(at, "8585Q", "The episode closed because the child died, but no date of death is given.")


def check_activity(episode: Episode, say: Faults) -> None:
    after_assessment = episode.reason in CLOSED_AFTER_ASSESSMENT
    if after_assessment and (episode.conference or episode.enquiries or episode.plans or episode.in_need):
        sentence = (
            f"The episode closed as {episode.reason}, after assessment, but holds enquiries, conferences"
        )
        say.noted(episode.at, "2990", f"{sentence} or plans.")
    if after_assessment and not episode.assessments:
        sentence = f"The episode closed as {episode.reason}, after assessment, but holds no assessment."
        say.noted(episode.at, "8825Q", sentence)
    if episode.no_further_action and any(a.start or a.authorised for a in episode.assessments):
        sentence = "There is an assessment on a referral marked as no further action."
        say.noted(episode.at, "8831", sentence)
    if episode.enquiries and not episode.assessments:
        say.noted(episode.at, "2991Q", "There is a section 47 but no assessment in the episode.")
    if episode.closure:
        for at, what, day in last_days(episode):
            if day > episode.closure:
                sentence = f"{what} of {uk_date(day)} is after the episode closed on"
                say.noted(at, "8565", f"{sentence} {uk_date(episode.closure)}.")


def last_days(episode: Episode) -> Iterator[tuple[Place, str, dt.date]]:
    """(place, what, when) of everything dated in the episode, each record by its last date."""
    dated: list[tuple[Place, str, tuple[dt.date | None, ...]]] = [
        (episode.at, "The initial conference", (episode.conference,))
    ]
    dated += [(a.at, "The assessment", (a.start, a.authorised)) for a in episode.assessments]
    dated += [(e.at, "The section 47 or its conference", (e.start, e.conference)) for e in episode.enquiries]
    dated += [(p.at, "The plan’s start or end", (p.start, p.end)) for p in episode.plans]
    dated += [(p.at, "The child in need plan", (p.start, p.end)) for p in episode.in_need]
    for at, what, days in dated:
        known = [day for day in days if day]
        if known:
            yield at, what, max(known)


def check_together(child: CensusChild, say: Faults) -> None:
    """Episodes of one child: more than one open, an open one that is not the latest, one inside another."""
    episodes = child.episodes
    acted_on = [e for e in episodes if e.closure is None and e.acted_on]
    if len(acted_on) > 1:
        say.noted(child.at, "8815", "More than one need episode of the child is open.")
    latest = max((e.referral for e in episodes if e.referral), default=None)
    for episode in acted_on:
        if episode.referral and latest and episode.referral < latest:
            sentence = (
                f"The open episode of {uk_date(episode.referral)} is not the latest: there is a referral"
            )
            say.noted(episode.at, "8816", f"{sentence} of {uk_date(latest)}.")
    before: Episode | None = None
    for episode in sorted((e for e in episodes if e.referral), key=lambda e: e.referral or FAR):
        assert episode.referral
        # One may come on the day that the other ends.
        if before and before.referral and episode.referral < until(before):
            sentence = f"The episode of {uk_date(episode.referral)} starts inside that of"
            say.noted(episode.at, "8820", f"{sentence} {span(before.referral, before.closure)}.")
        if before is None or until(episode) >= until(before):
            before = episode


def until(episode: Episode) -> dt.date:
    """The end of an episode: one that was not acted on, and has none, ends on its day."""
    if episode.closure is None and not episode.acted_on and episode.referral:
        return episode.referral
    return episode.closure or FAR


def mend_episodes(child: CensusChild, say: Faults) -> None:
    """Half a pair, or a closure before the referral, cannot be kept: the episode stays open. A second
    episode of the same referral is kept with the first.
    """
    first: dict[dt.date, Episode] = {}
    for episode in child.episodes:
        closure, referral = episode.closure, episode.referral
        if not (closure and episode.reason) or (referral and closure < referral):
            episode.closure, episode.reason = None, ""
        if referral and first.setdefault(referral, episode) is not episode:
            episode.kept = False
            before = say.there(first[referral].at)
            sentence = (
                f"An episode with the referral of {uk_date(referral)} appears twice (also at {before})."
            )
            say.bent(episode.at, "REPEATED", sentence, "What it holds was taken with the first.")
