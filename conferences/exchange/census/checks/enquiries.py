"""Rules about section 47 enquiries."""

from __future__ import annotations

import datetime as dt

from conferences.exchange.census.checks.facts import Facts, Run, overlaps
from conferences.exchange.census.checks.meetings import check_conference_date, conference_dates
from conferences.exchange.census.faults import Faults, Place
from conferences.exchange.census.records import CensusChild, CensusEnquiry, Episode
from safeguarding.wording import uk_date
from safeguarding.workingdays import is_weekend


def check_enquiries(child: CensusChild, facts: Facts, say: Faults) -> None:
    """Rules 8615, 2889, 8831, 8740, 8675Q, 8868, 8870Q, the conferences' dates, then 8839 and 8890."""
    starts: dict[dt.date, Place] = {}
    for episode in child.episodes:
        for enquiry in episode.enquiries:
            check_start(enquiry, starts, say)
            check_against_episode(enquiry, episode, say)
            if enquiry.start and enquiry.is_open:
                check_waiting(enquiry, enquiry.start, facts, say)
            check_end(enquiry, episode, say)
            if enquiry.target and is_weekend(enquiry.target):
                sentence = f"The conference’s target date, {uk_date(enquiry.target)}, is on a weekend."
                say.noted(enquiry.at, "8870Q", sentence)
        if len(episode.enquiries) > 1:
            check_running_together(episode, facts, say)
        for at, held in conference_dates(episode):
            check_conference_date(at, held, episode, facts, say)


def check_start(enquiry: CensusEnquiry, starts: dict[dt.date, Place], say: Faults) -> None:
    if enquiry.start is None:
        enquiry.kept = False
        became = "It was not taken. Its conference was taken without it." if enquiry.conference else ""
        sentence = "The section 47 has no start date."
        say.refused(enquiry.at, "8615", sentence, became or "It was not taken.")
        return
    first = starts.setdefault(enquiry.start, enquiry.at)
    if first is not enquiry.at:
        enquiry.kept = False
        sentence = f"A section 47 of {uk_date(enquiry.start)} appears twice (also at {say.there(first)})."
        say.refused(enquiry.at, "REPEATED", sentence, "The first was taken.")
    if enquiry.conference and enquiry.conference < enquiry.start:
        sentence = f"The conference of {uk_date(enquiry.conference)} is before the start of its section 47,"
        say.noted(
            enquiry.at,
            "8615",
            f"{sentence} {uk_date(enquiry.start)}.",
            "Its working days are not counted.",
        )


def check_against_episode(enquiry: CensusEnquiry, episode: Episode, say: Faults) -> None:
    if enquiry.start and episode.referral and enquiry.start < episode.referral:
        sentence = f"The section 47 starts on {uk_date(enquiry.start)}, before its referral on"
        say.noted(enquiry.at, "2889", f"{sentence} {uk_date(episode.referral)}.")
    if episode.no_further_action and (enquiry.start or enquiry.conference):
        say.noted(enquiry.at, "8831", "There is a section 47 on a referral marked as no further action.")


def check_waiting(enquiry: CensusEnquiry, start: dt.date, facts: Facts, say: Faults) -> None:
    waits = f"The section 47 of {uk_date(start)} has no conference yet, and"
    if not facts.in_year(start):
        say.noted(enquiry.at, "8740", f"{waits} it started outside the census year.")
    if facts.waiting_before and start < facts.waiting_before:
        say.noted(enquiry.at, "8675Q", f"{waits} more than 15 working days were over on the reference date.")


def check_end(enquiry: CensusEnquiry, episode: Episode, say: Faults) -> None:
    """Rule 8868: a closed episode's enquiry has its conference or needs none, not both and not neither."""
    if enquiry.conference and enquiry.not_required:
        say.noted(
            enquiry.at,
            "8868" if episode.closure else "ICPC",
            f"A conference was held on {uk_date(enquiry.conference)} and is marked as not required.",
            "It was taken as held.",
        )
    elif enquiry.is_open and episode.closure:
        say.noted(
            enquiry.at,
            "8868",
            f"The episode closed on {uk_date(episode.closure)}, but the section 47 has neither a conference"
            " nor a mark that none is required.",
        )


def check_running_together(episode: Episode, facts: Facts, say: Faults) -> None:
    enquiries = episode.enquiries
    still_open = sum(enquiry.is_open for enquiry in enquiries)
    if still_open > 1:
        say.noted(episode.at, "8839", f"{still_open} section 47s of the episode are open.")
    for found in overlaps([run(enquiry, facts) for enquiry in enquiries]):
        enquiry = enquiries[found.which]
        sentence = (
            f"The section 47 of {uk_date(enquiry.start)} starts while that of {uk_date(found.inside[0])}"
        )
        say.noted(enquiry.at, "8890", f"{sentence} is running.")


def run(enquiry: CensusEnquiry, facts: Facts) -> Run | None:
    """From when to when an enquiry runs: to its conference, or to the reference date while it is open; on
    its first day alone where no conference is needed.
    """
    if enquiry.start is None:
        return None
    if enquiry.conference or enquiry.is_open:
        return enquiry.start, max(enquiry.start, enquiry.conference or facts.reference)
    return enquiry.start, dt.date.min
