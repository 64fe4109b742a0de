"""How the figures about a conference’s people and days are broken down. Pure.

Reports and who came: R12 and R16 (L). Why a conference is late: R4 (S), by the coded reason that was agreed.
"""

from conferences.rules.breakdowns import Band, Split
from conferences.rules.vocabulary import Participation
from conferences.rules.workflow import LateReason

FOUR = 4
# How old children were on the day, from the age at which they are asked for; by the last year of each.
AGES = (
    Band("4-9", "4 to 9", 9),
    Band("10-15", "10 to 15", 15),
    Band("16+", "16 and older"),
)
HEARD = ("PN1", "PN2", "PN3", "PN4", "PN5", "PN6")
BY_PARTICIPATION = (
    Split(
        "how",
        "How they took part",
        tuple(Band(code.value, code.label) for code in Participation if code is not Participation.PN0),
    ),
    Split("unheard", "How old they were, of those who took no part and gave no views", AGES),
)
IN_TIME, LATE, NOT_SHOWN, NONE_COMES, NOT_CAME = "IN_TIME", "LATE", "NOT_SHOWN", "NONE_COMES", "NOT_CAME"
BY_REPORT = (
    Split(
        "",
        "What became of the report",
        (
            Band(IN_TIME, "The family was shown it in time"),
            Band(LATE, "The family was shown it later"),
            Band(NOT_SHOWN, "It came, and that the family was shown it is not recorded"),
            Band(NONE_COMES, "The agency said that none comes"),
            Band(NOT_CAME, "It did not come"),
        ),
    ),
)
BY_MISSING = (
    Split(
        "",
        "Who was missing",
        (
            Band("CARE", "Children’s social care"),
            Band("OTHERS", "Enough other agencies"),
            Band("BOTH", "Children’s social care, and enough other agencies"),
        ),
    ),
)
# Why it was late was told in words alone before there were codes.
IN_WORDS, NOT_SAID = "IN_WORDS", "NOT_SAID"
BY_LATE_REASON = (
    Split(
        "",
        "Why it was late",
        (
            *(Band(reason.value, reason.label) for reason in LateReason),
            Band(IN_WORDS, "Said in words alone, before there was a list"),
            Band(NOT_SAID, "No reason was recorded"),
        ),
    ),
)
