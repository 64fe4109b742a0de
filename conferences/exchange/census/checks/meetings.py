"""Rules about initial conferences: with which enquiry, or transfer in, each stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from conferences.exchange.census.checks.facts import Facts
from conferences.exchange.census.faults import Faults, Place
from conferences.exchange.census.records import CensusChild, Episode
from safeguarding.wording import uk_date
from safeguarding.workingdays import is_weekend


def conference_dates(episode: Episode) -> Iterator[tuple[Place, dt.date]]:
    if episode.conference:
        yield episode.at, episode.conference
    for enquiry in episode.enquiries:
        if enquiry.conference:
            yield enquiry.at, enquiry.conference


def check_conference_date(at: Place, held: dt.date, episode: Episode, facts: Facts, say: Faults) -> None:
    """Rules 1104, 8715 and 8875."""
    if episode.referral and held < episode.referral:
        sentence = f"The initial conference of {uk_date(held)} is before the referral on"
        say.noted(at, "1104", f"{sentence} {uk_date(episode.referral)}.")
    if not facts.in_year(held):
        say.noted(at, "8715", f"The initial conference of {uk_date(held)} is outside the census year.")
    if is_weekend(held):
        say.noted(at, "8875", f"The initial conference of {uk_date(held)} is on a weekend.")


def check_conferences(child: CensusChild, say: Faults) -> None:
    """One initial conference a day for a child: rules 2884 and 8831, and a date that stands twice."""
    seen: dict[dt.date, Place] = {}
    for episode in child.episodes:
        for enquiry in episode.enquiries:
            if enquiry.conference is None:
                continue
            first = seen.setdefault(enquiry.conference, enquiry.at)
            if first is not enquiry.at:
                enquiry.conference_kept = False
                sentence = f"The conference of {uk_date(enquiry.conference)} is also at {say.there(first)}."
                say.bent(enquiry.at, "ICPC", sentence, "It was taken once, with that section 47.")
    with_enquiries = set(seen)
    for episode in child.episodes:
        if episode.conference:
            check_own_conference(episode, episode.conference, seen, with_enquiries, say)


def check_own_conference(
    episode: Episode, held: dt.date, seen: dict[dt.date, Place], with_enquiries: set[dt.date], say: Faults
) -> None:
    """The conference that is with the episode itself: a transfer in, unless it stands elsewhere too."""
    if episode.no_further_action:
        sentence = f"The conference of {uk_date(held)} is on a referral marked as no further action."
        say.noted(episode.at, "8831", sentence)
    first = seen.setdefault(held, episode.at)
    if first is not episode.at:
        episode.conference_kept = False
        rule = "2884" if held in with_enquiries else "ICPC"
        sentence = f"The conference of {uk_date(held)} is with the episode and also at {say.there(first)}."
        say.bent(episode.at, rule, sentence, "It was taken once, from there.")
    elif episode.enquiries:
        sentence = f"The conference of {uk_date(held)} is with the episode, though it has section 47s."
        say.noted(episode.at, "ICPC", sentence, "It was taken as a transfer-in conference.")
