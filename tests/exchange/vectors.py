"""For each of the census's rules on child protection, records that break it and neighbours that do not.

Written by us from the wording of the Department for Education's rules, as the sector's validator quotes it:
each neighbour is a record that a slip of a day, of a level or of a sign would take for a broken one.
"""

from tests.exchange.census import assessment, child, episode

NFA = {"ReferralNFA": 1}
CLOSED = {"CINclosureDate": "2023-12-01", "ReasonForClosure": "RC7"}
AFTER = {"CINclosureDate": "2023-12-01", "ReasonForClosure": "RC8"}
DEAD = {"PersonDeathDate": "2023-07-01"}
UNBORN = {"PersonBirthDate": None, "ExpectedPersonBirthDate": "2024-06-01"}
LATE = {"CINreferralDate": "2023-12-01"}
WAITS = {"DateOfInitialCPC": None}
NO_NUMBER = {"UPN": None, "UPNunknown": None}
UN7 = {"UPN": None, "UPNunknown": "UN7"}
UNFINISHED = assessment(AssessmentAuthorisationDate=None)


def one(*parts: str, **given: object) -> str:
    """A child with one episode."""
    return child(episode(*parts, **given))


def assessed(*assessments: str, **given: object) -> str:
    return child(episode(*assessments, assessed=False, **given))


def opened(day: str, **given: object) -> str:
    """An assessment begun on a day and not completed."""
    return assessment(AssessmentActualStartDate=day, AssessmentAuthorisationDate=None, **given)


def born(day: str, **given: object) -> str:
    return child(episode(), **({"PersonBirthDate": day} | NO_NUMBER | given))


# Rule: (children that break it, children that do not), each in a file of its own, of the year to March 2024.
Vectors = dict[str, tuple[list[str], list[str]]]
