"""The local limits of inviting: by when, and what letters of invitation say. Pure data."""

from safeguarding.policy.keys import CODE, DAYS, MINUTES, NUMBER, TIMES, WORKING_DAYS, Kind, PolicyKey
from safeguarding.policy.limits_consultations import OWN
from safeguarding.policy.limits_scheduling import CONFERENCES


def _age(key: str, name: str, sentence: str, default: int, source: str) -> PolicyKey:
    return PolicyKey(key, CONFERENCES, name, sentence, NUMBER, default, source, 0, 18)


LETTERS: tuple[PolicyKey, ...] = (
    PolicyKey(
        "INVITE_ARRIVE_EARLY_MINUTES",
        CONFERENCES,
        "How early the family comes",
        "The family is asked to come {} before a conference, to talk with the chair first.",
        MINUTES,
        30,
        "Doncaster",
        0,
        120,
    ),
    PolicyKey(
        "CHAIR_REACHED_WORDS",
        CONFERENCES,
        "How a chair is reached",
        "Letters of invitation say that the chair is reached {}.",
        CODE,
        "through the safeguarding unit",
        f"{OWN}. Write the telephone number: by telephone, 01632 960000",
        kind=Kind.PHRASE,
    ),
    _age(
        "CHILD_LETTER_FROM_AGE",
        "The youngest with a letter of their own",
        "A child has a letter of invitation of their own from the age of {} on.",
        5,
        f"{OWN}; Sheffield offers an advocate from 5 on, Leicestershire and Walsall invite from 10 on",
    ),
    _age(
        "CHILD_LETTER_SIDE_AGE",
        "Letters that a child reads alone",
        "From the age of {} on the letter to a child is one to read alone.",
        8,
        OWN,
    ),
    _age(
        "CHILD_LETTER_FORM_AGE",
        "Letters with a form",
        "From the age of {} on the letter to a child has a form on which they choose how to take part.",
        12,
        "Doncaster invites over 11, Redbridge from 12 on",
    ),
    _age(
        "CHILD_LETTER_GROWN_AGE",
        "Letters as to a grown-up",
        "From the age of {} on a child is written to as a grown-up is.",
        16,
        OWN,
    ),
)

CONTACT_BY = (
    "the chair alone",
    "the chair or the unit for them",
    "the chair or the unit or the children’s worker",
)
READY: tuple[PolicyKey, ...] = (
    PolicyKey(
        "READY_WORKING_DAYS",
        CONFERENCES,
        "All else that a conference needs",
        "What has no day of its own, such as the children’s words or what people need, is ready {} before.",
        WORKING_DAYS,
        2,
        OWN,
        0,
        10,
    ),
    PolicyKey(
        "CONTACT_WORKING_DAYS",
        CONFERENCES,
        "The chair’s contact before a conference",
        "The chair speaks with the family and the children at least {} before a conference.",
        WORKING_DAYS,
        1,
        f"{OWN}; Working Together says beforehand, and Liverpool thirty minutes before",
        0,
        10,
    ),
    PolicyKey(
        "CONTACT_TRIES",
        CONFERENCES,
        "Tries to reach somebody before a conference",
        "Who was tried {} and not reached need not be tried again before a conference.",
        TIMES,
        2,
        OWN,
        1,
        10,
    ),
    PolicyKey(
        "CONTACT_BY",
        CONFERENCES,
        "Who speaks with the family before a conference",
        "With the family and the children speaks, before a conference, {}.",
        CODE,
        CONTACT_BY[1],
        f"{OWN}; Working Together asks it of the chair",
        kind=Kind.EITHER,
        options=CONTACT_BY,
    ),
)

INVITING: tuple[PolicyKey, ...] = (
    PolicyKey(
        "INVITE_WORKING_DAYS",
        CONFERENCES,
        "Invitations to a conference",
        "Everybody on the list is invited within {} of the conference’s being scheduled or moved.",
        WORKING_DAYS,
        1,
        f"{OWN}; reports that are due days before need an invitation at once",
        0,
        10,
    ),
    PolicyKey(
        "CHASE_REPORT_WORKING_DAYS",
        CONFERENCES,
        "Chasing of late reports",
        "A report that has not come by its day, or since it was last asked for, is chased within {}.",
        WORKING_DAYS,
        1,
        f"R12: {OWN}",
        0,
        10,
    ),
    PolicyKey(
        "REPORT_LINK_DAYS",
        CONFERENCES,
        "How long an agency’s link is taken",
        "The link by which an agency gives its report is taken until {} after the conference.",
        DAYS,
        7,
        f"{OWN}; time for a correction",
        0,
        60,
    ),
    PolicyKey(
        "QUORUM_ANSWER_WORKING_DAYS",
        CONFERENCES,
        "Too few agencies by the answers",
        "Where too few agencies say that they come, the chair decides what is done at least {} before.",
        WORKING_DAYS,
        1,
        f"R16: {OWN}",
        0,
        5,
    ),
    PolicyKey(
        "EXCLUSION_TOLD_WORKING_DAYS",
        CONFERENCES,
        "Deciding who is excluded, and telling them",
        "An exclusion is decided, and whoever is excluded told, within {} of its being asked for.",
        WORKING_DAYS,
        2,
        "R21: Sussex asks 3 working days before the conference, so 2 leave a day of notice",
        0,
        10,
    ),
    *LETTERS,
    *READY,
)
