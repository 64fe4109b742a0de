"""What a role is called: the field's own words, and a local limit for each by which a council says another.

Pure. The words stand as inside a sentence; the plural after a stroke where it is no mere "s".
"""

from __future__ import annotations

from dataclasses import dataclass

from safeguarding.policy.keys import CODE, WORD_SPLIT, Kind, PolicyKey
from safeguarding.rights import Role
from safeguarding.wording import upper_first

ROLE_WORDS = "Words for roles"
# Said by their names, these letters begin with a vowel: an IRO, an FGC coordinator.
SPOKEN_WITH_VOWEL = frozenset("AEFHILMNORSX")


@dataclass(frozen=True)
class Words:
    """What one role is called: "social worker", "social workers". As text it is `one`."""

    one: str
    many: str

    def __str__(self) -> str:
        return self.one

    @property
    def a(self) -> str:
        """An IRO; a social worker."""
        head = self.one.split(" ")[0]
        vowel = head[0] in SPOKEN_WITH_VOWEL if head.isupper() else head[0] in "aeiouAEIOU"
        return f"{'an' if vowel else 'a'} {self.one}"

    @property
    def a_first(self) -> str:
        return upper_first(self.a)

    @property
    def first(self) -> str:
        """As it begins a sentence or stands alone: Social worker."""
        return upper_first(self.one)

    @property
    def firsts(self) -> str:
        return upper_first(self.many)


def words_of(text: str) -> Words:
    """The words that a value of such a limit holds."""
    one, _, many = text.partition(WORD_SPLIT)
    return Words(one, many or f"{one}s")


def _limit(role: Role, who: str, words: str, source: str = "The words of Working Together") -> PolicyKey:
    title, says = f"Word for {who}", f"{upper_first(who)} is called: {{}}."
    return PolicyKey(f"WORD_FOR_{role}", ROLE_WORDS, title, says, CODE, words, source, kind=Kind.WORDS)


USUAL = "What most councils say"
# In the order of the page.
WORD_FOR: dict[Role, PolicyKey] = {
    Role.CHAIR: _limit(Role.CHAIR, "who chairs conferences", "independent chair", USUAL),
    Role.SOCIAL_WORKER: _limit(Role.SOCIAL_WORKER, "who works with a child", "social worker"),
    Role.TEAM_MANAGER: _limit(Role.TEAM_MANAGER, "who manages a team", "team manager", USUAL),
    Role.STRATEGIC_LEAD: _limit(Role.STRATEGIC_LEAD, "who leads the unit", "Strategic Lead", "Trafford 2018"),
    Role.MANAGER: _limit(Role.MANAGER, "who manages services", "manager", USUAL),
    Role.BUSINESS_SUPPORT: _limit(
        Role.BUSINESS_SUPPORT,
        "who books conferences and sends letters",
        "business support / business support",
        USUAL,
    ),
    Role.REVIEWER: _limit(Role.REVIEWER, "who looks at named records", "reviewer", USUAL),
    Role.INFORMATION_GOVERNANCE: _limit(
        Role.INFORMATION_GOVERNANCE,
        "who looks after who may see what",
        "information governance / information governance",
        USUAL,
    ),
    Role.SYSTEM_ADMINISTRATOR: _limit(
        Role.SYSTEM_ADMINISTRATOR, "who keeps the accounts", "system administrator", USUAL
    ),
}
