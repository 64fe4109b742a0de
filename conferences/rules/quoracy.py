"""Whether enough agencies came: worked out from who attended, never ticked. Pure.

Rule R16 (L, nearly everywhere): children's social care and at least two other agencies. How many is a
local limit (QUORUM_OTHER_AGENCIES). What counts as one agency is the kind of service, so that a health
visitor and a school count apart, and two people of one school once; a council may count several kinds as
one. Family members, interpreters, advocates, supporters and minute takers never count, and a report alone is
no attendance.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from safeguarding.register.agencykinds import SOCIAL_CARE
from safeguarding.wording import counted

PRESENT = frozenset({"IN_PERSON", "VIDEO", "TELEPHONE"})


@dataclass(frozen=True)
class Attendee:
    """One person for the count: what they count as ("" for nothing), and how they took part."""

    counted_as: str
    mode: str


@dataclass(frozen=True)
class Quoracy:
    """Whether the meeting was quorate, and the sentence that says why."""

    is_quorate: bool
    social_care: bool
    others: int
    needed: int

    @property
    def sentence(self) -> str:
        care = (
            "Children's social care attended" if self.social_care else "Children's social care did not attend"
        )
        agencies = counted(self.others, "other agency", "other agencies")
        verdict = "Quorate" if self.is_quorate else "Not quorate"
        return f"{verdict}: {care}, with {agencies}; {self.needed} are needed."


def quoracy(attendees: Iterable[Attendee], *, others_needed: int) -> Quoracy:
    """Count the kinds of agency that took part."""
    kinds = {a.counted_as for a in attendees if a.counted_as and a.mode in PRESENT}
    care, others = SOCIAL_CARE in kinds, len(kinds - {SOCIAL_CARE})
    return Quoracy(care and others >= others_needed, care, others, others_needed)
