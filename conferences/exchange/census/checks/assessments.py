"""Rules about assessments: they are read to be checked, and not kept."""

from __future__ import annotations

import datetime as dt

from conferences.exchange.census.checks.facts import Facts, overlaps
from conferences.exchange.census.faults import Faults, span
from conferences.exchange.census.records import Assessment, CensusChild, Episode
from safeguarding.wording import counted, uk_date

NO_FACTOR = "21"
CLOSED_AFTER_ASSESSMENT = frozenset({"RC8", "RC9"})
# The schema's list, with the codes that later years left out: a file of their time has them rightly.
FACTORS = frozenset(
    [f"{n}{who}" for n in range(1, 7) for who in "ABC"]
    + ["7A", "8B", "8C", "8D", "8E", "8F", *(f"{n}A" for n in range(9, 20)), "18B", "18C", "19B", "19C"]
    + ["20", "21", "22A", "23A", "24A"]
)
# Codes that were split in two, by the first year that has none of them.
SPLIT = {"18A": ("8945Q", "18B or 18C"), "19A": ("8950Q", "19B or 19C")}
SPLIT_FROM = dt.date(2025, 3, 31)


def check_assessments(child: CensusChild, facts: Facts, say: Faults) -> None:
    """Rules 1103, 8608, 8614, 8670Q, 8696, 8736, 8869, 8897Q, 8898, 8945Q, 8950Q, then 8863Q, 8867, 8873Q
    and 8896 within an episode.
    """
    for episode in child.episodes:
        if not episode.assessments:
            continue
        for assessment in episode.assessments:
            check_dates(assessment, episode, facts, say)
            check_factors(assessment, facts, say)
        check_together(episode, facts, say)
        check_closure(episode, say)


def check_dates(one: Assessment, episode: Episode, facts: Facts, say: Faults) -> None:
    start, authorised = one.start, one.authorised
    if start and episode.referral and start < episode.referral:
        sentence = f"The assessment starts on {uk_date(start)}, before its referral on"
        say.noted(one.at, "1103", f"{sentence} {uk_date(episode.referral)}.")
    if start and authorised and authorised < start:
        sentence = f"The assessment starts on {uk_date(start)} and is completed before that, on"
        say.noted(one.at, "8608", f"{sentence} {uk_date(authorised)}.")
    if authorised and not facts.in_year(authorised):
        sentence = f"The assessment is completed on {uk_date(authorised)}, outside the census year."
        say.noted(one.at, "8696", sentence)
    if start and not authorised:
        check_open(one, start, facts, say)


def check_open(one: Assessment, start: dt.date, facts: Facts, say: Faults) -> None:
    begun = f"The assessment of {uk_date(start)} is not completed, and"
    if not facts.in_year(start):
        say.noted(one.at, "8736", f"{begun} it started outside the census year.")
    if facts.assessed_before and start < facts.assessed_before:
        say.noted(one.at, "8670Q", f"{begun} more than 45 working days were over on the reference date.")


def check_factors(one: Assessment, facts: Facts, say: Faults) -> None:
    factors, told = one.factors, set(one.factors)
    if factors and not one.authorised:
        say.noted(one.at, "8614", "The assessment has factors, but is not completed.")
    if NO_FACTOR in told and len(told) > 1:
        say.noted(one.at, "8869", "The assessment has no factors identified (21) beside other factors.")
    if len(told) < len(factors):
        say.noted(one.at, "8898", "The assessment has the same factor twice.")
    if one.authorised and one.authorised >= facts.first and (not told or not told <= FACTORS):
        sentence = (
            f"The assessment completed on {uk_date(one.authorised)} has no factor, or one that is no code."
        )
        say.noted(one.at, "8897Q", sentence)
    if facts.reference >= SPLIT_FROM:
        for old in SPLIT.keys() & told:
            rule, now = SPLIT[old]
            say.noted(one.at, rule, f"The assessment has the factor {old}, for which {now} is used now.")


def check_together(episode: Episode, facts: Facts, say: Faults) -> None:
    assessments = episode.assessments
    still_open = sum(one.authorised is None for one in assessments)
    if still_open > 1:
        say.noted(episode.at, "8896", f"{counted(still_open, 'assessment')} of the episode are open.")
    if len(assessments) > 1:
        runs = [(one.start, one.authorised or facts.reference) if one.start else None for one in assessments]
        for found in overlaps(runs):
            one = assessments[found.which]
            sentence = f"The assessment of {uk_date(one.start)} starts while that of {span(*found.inside)} is"
            say.noted(one.at, "8863Q", f"{sentence} going on.")


def check_closure(episode: Episode, say: Faults) -> None:
    assessments = episode.assessments
    if episode.closure:
        for one in assessments:
            if not one.authorised:
                sentence = f"The episode closed on {uk_date(episode.closure)}, but the assessment is not"
                say.noted(one.at, "8867", f"{sentence} completed.")
    no_factor = len(assessments) == 1 and NO_FACTOR in assessments[0].factors
    if no_factor and episode.reason not in CLOSED_AFTER_ASSESSMENT:
        sentence = "The only assessment found no factors (21), but the reason for closure is not"
        say.noted(episode.at, "8873Q", f"{sentence} RC8 or RC9.")
