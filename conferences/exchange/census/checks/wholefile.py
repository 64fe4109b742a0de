"""Rules over the whole file: a number twice (8510, 1520), more plans than conferences (2883), and how full
the answers about sex and disability are (2886Q to 2888Q).
"""

from __future__ import annotations

from conferences.exchange.census.checks.facts import Facts
from conferences.exchange.census.checks.meetings import conference_dates
from conferences.exchange.census.checks.person import DISABILITIES
from conferences.exchange.census.faults import Faults, Place, Spot
from conferences.exchange.census.records import CensusChild
from safeguarding.wording import counted

# Of all children, in each hundred, how many born ones may be without a sex.
MOST_WITHOUT_SEX = 2
FEWEST_DISABILITY_CODES = 8
Seen = tuple[int, int, int, str]


class WholeFile:
    """Remembers, for each child, where it stood, and counts what the year started."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.numbers: dict[str, Seen] = {}
        self.upns: dict[str, Seen] = {}
        self.children = 0
        self.without_sex = 0
        self.codes: set[str] = set()
        self.most_codes = 0
        self.plans_started = 0
        self.conferences_held = 0

    def check_once(self, child: CensusChild, say: Faults) -> None:
        """Rule 8510 refuses a number's second record; rule 1520 notes a pupil number with both children."""
        here = (child.n, child.at.line, child.at.column, child.number)
        if child.number and (before := self.numbers.setdefault(child.number, here)) is not here:
            child.kept = False
            sentence = f"The child’s number already stood at {say.child_there(*before[:2])}."
            say.refused(child.at, "8510", sentence, "This second record was not taken.")
            sentence = f"The child’s number stands again at {say.child_there(*here[:2])}."
            say.noted_of(child.number, spot(before), "8510", sentence)
        if child.upn and (before := self.upns.setdefault(child.upn, here)) is not here:
            words = "The child’s unique pupil number is also given for the child at"
            say.noted(child.at, "1520", f"{words} {say.child_there(*before[:2])}.")
            say.noted_of(before[3], spot(before), "1520", f"{words} {say.child_there(*here[:2])}.")

    def count(self, child: CensusChild) -> None:
        self.children += 1
        self.without_sex += child.sex in ("", "U") and child.expected is None
        codes = {code for code in child.disabilities if code in DISABILITIES and code != "NONE"}
        self.codes |= codes
        self.most_codes = max(self.most_codes, len(codes))
        in_year = self.facts.in_year
        for episode in child.episodes:
            self.plans_started += sum(p.start is not None and in_year(p.start) for p in episode.plans)
            self.conferences_held += sum(in_year(held) for _, held in conference_dates(episode))

    def finish(self, at: Place, say: Faults) -> None:
        """What can be said at the end of the file, at its header."""
        if self.plans_started > self.conferences_held:
            plans = counted(self.plans_started, "plan")
            held = counted(self.conferences_held, "initial conference")
            were = "was" if self.conferences_held == 1 else "were"
            say.noted(at, "2883", f"{plans} started in the census year, but {held} {were} held in it.")
        if self.without_sex * 100 > self.children * MOST_WITHOUT_SEX:
            some = f"{self.without_sex:,} of {counted(self.children, 'child', 'children')}"
            sentence = f"No sex is recorded for {some} who are born: more than {MOST_WITHOUT_SEX} in 100."
            say.noted(at, "2886Q", sentence)
        if self.children and len(self.codes) < FEWEST_DISABILITY_CODES:
            used = counted(len(self.codes), "code")
            sentence = (
                f"The file uses {used} of disability, beside NONE. {FEWEST_DISABILITY_CODES} are expected."
            )
            say.noted(at, "2887Q", sentence)
        if self.most_codes == 1:
            say.noted(at, "2888Q", "No child of the file has more than one disability.")


def spot(seen: Seen) -> Spot:
    n, line, column, _ = seen
    return Spot(line, column, f"Child[{n}]")
