"""Rules over the whole file: a number twice (8510, 1520), more plans than conferences (2883)."""

from __future__ import annotations

from conferences.exchange.census.checks.enquiries import conference_dates
from conferences.exchange.census.checks.facts import Facts
from conferences.exchange.census.faults import Faults
from conferences.exchange.census.records import CensusChild
from safeguarding.wording import counted


class WholeFile:
    """Remembers, for each child, the line it stood at, and counts what the year started."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.numbers: dict[str, int] = {}
        self.upns: dict[str, int] = {}
        self.plans_started = 0
        self.conferences_held = 0

    def check_once(self, child: CensusChild, say: Faults) -> None:
        """Rule 8510 refuses a number's second record; rule 1520 notes a pupil number's second use."""
        if child.number in self.numbers:
            first = self.numbers[child.number]
            child.kept = False
            say.refused(
                child.line,
                "8510",
                f"The child’s number already stood at line {first}. This second record was not taken.",
            )
            return
        self.numbers[child.number] = child.line
        if child.upn:
            before = self.upns.setdefault(child.upn, child.line)
            if before != child.line:
                say.noted(
                    child.line,
                    "1520",
                    f"The child’s unique pupil number is also given for the child at line {before}.",
                )

    def count(self, child: CensusChild) -> None:
        in_year = self.facts.in_year
        for episode in child.episodes:
            self.plans_started += sum(p.start is not None and in_year(p.start) for p in episode.plans)
            self.conferences_held += sum(in_year(held) for _, held in conference_dates(episode))

    def finish(self, line: int, say: Faults) -> None:
        """Rule 2883, at the line of the header."""
        if self.plans_started > self.conferences_held:
            plans = counted(self.plans_started, "plan")
            held = counted(self.conferences_held, "initial conference")
            were = "was" if self.conferences_held == 1 else "were"
            say.noted(line, "2883", f"{plans} started in the census year, but {held} {were} held in it.")
