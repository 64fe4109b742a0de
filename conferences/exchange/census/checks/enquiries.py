"""Rules about section 47 enquiries and the initial conferences they, or a transfer in, lead to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from conferences.exchange.census.checks.facts import Facts, Spans
from conferences.exchange.census.faults import Faults
from conferences.exchange.census.records import CensusChild, CensusEnquiry, Episode
from safeguarding.wording import uk_date
from safeguarding.workingdays import is_weekend


def check_enquiries(child: CensusChild, facts: Facts, say: Faults) -> None:
    """Rules 8615, 2889, 1104, 8715, 8740, 8675Q, 8868, 8870Q, 8875, then 8839 and 8890 within an episode."""
    starts: dict[dt.date, int] = {}
    for episode in child.episodes:
        for enquiry in episode.enquiries:
            check_start(enquiry, starts, say)
            check_against_episode(enquiry, episode, say)
            check_waiting(enquiry, facts, say)
            check_end(enquiry, episode, say)
            if enquiry.target and is_weekend(enquiry.target):
                say.noted(
                    enquiry.line,
                    "8870Q",
                    f"The conference’s target date, {uk_date(enquiry.target)}, is on a weekend.",
                )
        check_running_together(episode, facts, say)
        for line, held in conference_dates(episode):
            check_conference_date(line, held, episode, facts, say)


def check_start(enquiry: CensusEnquiry, starts: dict[dt.date, int], say: Faults) -> None:
    held = " Its conference was taken without it." if enquiry.conference else ""
    if enquiry.start is None:
        enquiry.kept = False
        say.refused(enquiry.line, "8615", f"The section 47 has no start date. It was not taken.{held}")
    elif enquiry.start in starts:
        enquiry.kept = False
        say.refused(
            enquiry.line,
            "REPEATED",
            f"A section 47 of {uk_date(enquiry.start)} appears twice (also at line {starts[enquiry.start]})."
            " The first was taken.",
        )
    else:
        starts[enquiry.start] = enquiry.line
        if enquiry.conference and enquiry.conference < enquiry.start:
            say.noted(
                enquiry.line,
                "8615",
                f"The conference of {uk_date(enquiry.conference)} is before the start of its section 47,"
                f" {uk_date(enquiry.start)}. Its working days are not counted.",
            )


def check_against_episode(enquiry: CensusEnquiry, episode: Episode, say: Faults) -> None:
    if enquiry.start and episode.referral and enquiry.start < episode.referral:
        say.noted(
            enquiry.line,
            "2889",
            f"The section 47 starts on {uk_date(enquiry.start)}, before its referral on"
            f" {uk_date(episode.referral)}.",
        )
    if episode.no_further_action:
        say.noted(enquiry.line, "8831", "There is a section 47 on a referral marked as no further action.")


def check_waiting(enquiry: CensusEnquiry, facts: Facts, say: Faults) -> None:
    if not enquiry.is_open or enquiry.start is None:
        return
    if not facts.in_year(enquiry.start):
        say.noted(
            enquiry.line,
            "8740",
            f"The section 47 of {uk_date(enquiry.start)} has no conference yet, and it started outside the"
            " census year.",
        )
    elif facts.waiting_before and enquiry.start < facts.waiting_before:
        say.noted(
            enquiry.line,
            "8675Q",
            f"The section 47 of {uk_date(enquiry.start)} has no conference, and more than 15 working days"
            " were over on the reference date.",
        )


def check_end(enquiry: CensusEnquiry, episode: Episode, say: Faults) -> None:
    """Rule 8868: a closed episode's enquiry has its conference or needs none, not both and not neither."""
    if enquiry.conference and enquiry.not_required:
        say.noted(
            enquiry.line,
            "8868" if episode.closure else "ICPC",
            f"A conference was held on {uk_date(enquiry.conference)} and is marked as not required. It was"
            " taken as held.",
        )
    elif enquiry.is_open and episode.closure:
        say.noted(
            enquiry.line,
            "8868",
            f"The episode closed on {uk_date(episode.closure)}, but the section 47 has neither a conference"
            " nor a mark that none is required.",
        )


def check_running_together(episode: Episode, facts: Facts, say: Faults) -> None:
    enquiries = sorted((e for e in episode.enquiries if e.kept and e.start), key=lambda e: (e.start, e.line))
    if sum(e.is_open for e in enquiries) > 1:
        say.noted(
            episode.line, "8839", f"{sum(e.is_open for e in enquiries)} section 47s of the episode are open."
        )
    for at, enquiry in enumerate(enquiries[1:], start=1):
        assert enquiry.start
        before = enquiries[at - 1]
        running = Spans(runs(before, facts)).over(enquiry.start)
        if running and running[1] != enquiry.start:
            say.noted(
                enquiry.line,
                "8890",
                f"The section 47 of {uk_date(enquiry.start)} starts while that of"
                f" {uk_date(running[0])} is running.",
            )


def runs(enquiry: CensusEnquiry, facts: Facts) -> Iterator[tuple[dt.date, dt.date | None]]:
    """From when to when an enquiry runs: to its conference, or to the reference date while it is open."""
    if enquiry.start and (enquiry.conference or enquiry.is_open):
        yield enquiry.start, enquiry.conference or facts.reference


def conference_dates(episode: Episode) -> Iterator[tuple[int, dt.date]]:
    if episode.conference:
        yield episode.line, episode.conference
    for enquiry in episode.enquiries:
        if enquiry.conference:
            yield enquiry.line, enquiry.conference


def check_conference_date(line: int, held: dt.date, episode: Episode, facts: Facts, say: Faults) -> None:
    if episode.referral and held < episode.referral:
        say.noted(
            line,
            "1104",
            f"The initial conference of {uk_date(held)} is before the referral on"
            f" {uk_date(episode.referral)}.",
        )
    if not facts.in_year(held):
        say.noted(line, "8715", f"The initial conference of {uk_date(held)} is outside the census year.")
    if is_weekend(held):
        say.noted(line, "8875", f"The initial conference of {uk_date(held)} is on a weekend.")


def check_conferences(child: CensusChild, say: Faults) -> None:
    """One initial conference a day for a child: rule 2884, and a date that stands with two enquiries."""
    seen: dict[dt.date, int] = {}
    for episode in child.episodes:
        for enquiry in episode.enquiries:
            if enquiry.conference and enquiry.conference in seen:
                enquiry.conference_kept = False
                say.bent(
                    enquiry.line,
                    "ICPC",
                    f"The conference of {uk_date(enquiry.conference)} is also at line"
                    f" {seen[enquiry.conference]}. It was taken once, with that section 47.",
                )
            elif enquiry.conference:
                seen[enquiry.conference] = enquiry.line
    for episode in child.episodes:
        if episode.conference:
            check_own_conference(episode, episode.conference, seen, say)


def check_own_conference(episode: Episode, held: dt.date, seen: dict[dt.date, int], say: Faults) -> None:
    """The conference that is with the episode itself: a transfer in, unless it stands elsewhere too."""
    if held in seen:
        episode.conference_kept = False
        own = any(e.conference == held for e in episode.enquiries)
        say.bent(
            episode.line,
            "2884" if own else "ICPC",
            f"The conference of {uk_date(held)} is with the episode and also at line {seen[held]}. It was"
            " taken once, from there.",
        )
        return
    seen[held] = episode.line
    if episode.no_further_action:
        say.noted(
            episode.line,
            "8831",
            f"The conference of {uk_date(held)} is on a referral marked as no further action.",
        )
    if episode.enquiries:
        say.noted(
            episode.line,
            "ICPC",
            f"The conference of {uk_date(held)} is with the episode, though it has section 47s. It was"
            " taken as a transfer-in conference.",
        )
