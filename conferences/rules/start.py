"""What a council needs before its first conference can be held, step by step. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from safeguarding.labelled import Labelled
from safeguarding.wording import counted


class StepCode(Labelled):
    """Each step, with what is to be there at the end of it. The order is that of beginning."""

    TEAMS = "TEAMS", "Teams that hold children"
    UNIT = "UNIT", "The safeguarding unit as a team"
    TEAM_MANAGERS = "TEAM_MANAGERS", "{TEAM_MANAGER.a} for each team"
    SOCIAL_WORKERS = "SOCIAL_WORKERS", "{SOCIAL_WORKER.firsts}"
    CHAIRS = "CHAIRS", "{CHAIR.firsts}"
    LEAD = "LEAD", "{STRATEGIC_LEAD.a}"
    SUPPORT = "SUPPORT", "{BUSINESS_SUPPORT.first}"
    GOVERNANCE = "GOVERNANCE", "{INFORMATION_GOVERNANCE.first}"
    ADMINISTRATORS = "ADMINISTRATORS", "A second {SYSTEM_ADMINISTRATOR}"
    ROOMS = "ROOMS", "Rooms for conferences"
    AGENCIES = "AGENCIES", "Agencies that come to conferences"
    LIMITS = "LIMITS", "Local limits that differ from the usual"
    REACHED = "REACHED", "Where families reach the unit and complain"
    FIGURES = "FIGURES", "The council’s own targets, band and authority to compare"
    PUBLISHED = "PUBLISHED", "Published figures of England, the region and the neighbours"
    MAIL = "MAIL", "Email that leaves"
    HOLIDAYS = "HOLIDAYS", "Bank holidays for the next 18 months"
    NAMES = "NAMES", "Names for the children of a census"
    GO_LIVE = "GO_LIVE", "A go-live day"


@dataclass(frozen=True)
class Need:
    """`one` and `many` are what is counted; `least` is how many are needed."""

    one: str
    many: str
    least: int
    why: str


NEEDS: Mapping[StepCode, Need] = {
    StepCode.TEAMS: Need("team", "teams", 1, "A child is held by a team, whose people see the record."),
    StepCode.UNIT: Need("team", "teams", 1, "{CHAIR.firsts} and {BUSINESS_SUPPORT.many} belong to it."),
    StepCode.TEAM_MANAGERS: Need("team", "teams", 1, "Gives its children to workers."),
    StepCode.SOCIAL_WORKERS: Need("person", "people", 1, "Record enquiries and request conferences."),
    StepCode.CHAIRS: Need("person", "people", 1, "Chair conferences and sign the record."),
    StepCode.LEAD: Need("person", "people", 1, "Decides re-plan consultations."),
    StepCode.SUPPORT: Need("person", "people", 1, "Schedules conferences and sends letters."),
    StepCode.GOVERNANCE: Need("person", "people", 1, "Sees who has viewed which record."),
    StepCode.ADMINISTRATORS: Need("person", "people", 2, "Nobody changes their own account."),
    StepCode.ROOMS: Need("room", "rooms", 1, "A conference needs a room and a chair."),
    StepCode.AGENCIES: Need(
        "kind that counts",
        "kinds that count",
        3,
        "Who came decides whether a conference is quorate, and not every kind of agency counts.",
    ),
    StepCode.LIMITS: Need(
        "limit", "limits", 0, "Each has a usual value: look through them, and set those that differ here."
    ),
    StepCode.REACHED: Need(
        "limit set",
        "limits set",
        2,
        "Until where a complaint goes and how a chair is reached are set, letters name no telephone number.",
    ),
    StepCode.FIGURES: Need("set", "set", 7, "No line is drawn and no rate is counted until then."),
    StepCode.PUBLISHED: Need(
        "table", "tables", 2, "They stand beside the council’s own. The command load_benchmarks brings them."
    ),
    StepCode.MAIL: Need("way", "ways", 1, "Reminders and links to set a password go by email."),
    StepCode.HOLIDAYS: Need("month", "months", 18, "Days are counted by them."),
    StepCode.NAMES: Need("child", "children", 0, "A census gives numbers only: nobody is found by name."),
    StepCode.GO_LIVE: Need("day set", "days set", 1, "Until it nothing is sent and no duties are raised."),
}


@dataclass(frozen=True)
class Step:
    """How one step stands. `count` is how many there are; of NAMES, how many are missing. `of` is how many
    are needed, where the council says it by what it has.
    """

    code: StepCode
    count: int
    of: int = 0

    @property
    def need(self) -> Need:
        return NEEDS[self.code]

    @property
    def least(self) -> int:
        return max(self.need.least, self.of)

    @property
    def is_done(self) -> bool:
        if self.code is StepCode.NAMES:
            return self.count == 0
        return self.count >= self.least

    @property
    def words(self) -> str:
        """2 rooms; 1 of 3 kinds that count; 120 children without a name."""
        if self.code is StepCode.NAMES:
            return (
                f"{counted(self.count, 'child', 'children')} without a name" if self.count else "None missing"
            )
        have = counted(self.count, self.need.one, self.need.many)
        if self.is_done or self.least == 1:
            return have if self.count else "None yet"
        return f"{self.count} of {counted(self.least, self.need.one, self.need.many)}"


def steps(counts: Mapping[StepCode, int], of: Mapping[StepCode, int]) -> list[Step]:
    """The steps in their order. `of` has the steps of which more may be needed than of every council."""
    return [Step(code, counts[code], of.get(code, 0)) for code in StepCode]
