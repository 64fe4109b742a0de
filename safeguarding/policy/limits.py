"""The local limits themselves, each with the council or partnership that its default follows.

Pure data, in the order of the page. R numbers are those of docs/rules.md.
"""

from safeguarding.policy.keys import (
    AGENCIES,
    CODE,
    DAYS,
    MONTHS,
    OCLOCK,
    PERCENT,
    PLANS,
    WEEKS,
    WORKING_DAYS,
    Kind,
    PolicyKey,
    Unit,
)
from safeguarding.policy.limits_consultations import CONSULTATIONS, CONSULTED, OWN
from safeguarding.policy.limits_copies import COPIES
from safeguarding.policy.limits_endings import ENDINGS
from safeguarding.policy.limits_inviting import INVITING
from safeguarding.policy.limits_look_ups import LOOKED_UP
from safeguarding.policy.limits_scaling import SCALING
from safeguarding.policy.limits_scheduling import BEFORE_BIRTH, CONFERENCES, SCHEDULING
from safeguarding.policy.limits_thinking import THINKING_TIME
from safeguarding.policy.role_words import WORD_FOR

REPORTS, AFTER = "Reports before a conference", "After a conference"
PLANS_OPEN = "While a plan is open"
MY_WORK, ENDED, FIGURES, RECORDS = "My work", "After a plan", "Figures and targets", "Records"
FROM = "Emails about work leave from {}, with the morning’s list first."
UNTIL = "No email about work leaves after {}."

# To whom a report goes, and what it does there.
UNIT, FAMILY = ("unit", "reaches the safeguarding unit"), ("family", "is shared with the family")


def _report(key: str, to: tuple[str, str], conference: str, days: int, source: str) -> PolicyKey:
    whom, arrives = to
    title = f"Reports to the {whom} before {conference} conference"
    says = f"A report for {conference} conference {arrives} at least {{}} before it."
    return PolicyKey(key, REPORTS, title, says, WORKING_DAYS, days, source, 0, 15)


def _follow_up(key: str, nth: str, months: int) -> PolicyKey:
    title, says = f"The {nth} follow-up", f"A child is looked at a {nth} time within {{}} of a plan’s end."
    return PolicyKey(key, ENDED, title, says, MONTHS, months, OWN, 1, 36)


def _hour(key: str, title: str, says: str, usual: int, lowest: int, highest: int) -> PolicyKey:
    return PolicyKey(key, MY_WORK, title, says, OCLOCK, usual, OWN, lowest, highest)


def _own(
    key: str,
    title: str,
    says: str,
    unit: Unit,
    example: str,
    *,
    highest: int = 100,
    kind: Kind = Kind.DECIMAL,
    source: str = OWN,
) -> PolicyKey:
    """What a council aims at and compares itself with. Another's would be a false line on every chart."""
    return PolicyKey(key, FIGURES, title, says, unit, None, source, 0, highest, kind, example=example)


LIMITS: tuple[PolicyKey, ...] = (
    _report("REPORT_TO_UNIT_INITIAL_WORKING_DAYS", UNIT, "an initial", 2, "R12: Portsmouth"),
    _report("REPORT_TO_UNIT_REVIEW_WORKING_DAYS", UNIT, "a review", 5, "R12: a police guidance sheet"),
    _report(
        "REPORT_TO_FAMILY_INITIAL_WORKING_DAYS",
        FAMILY,
        "an initial",
        3,
        "R12: Sussex; Portsmouth and Doncaster differ",
    ),
    _report("REPORT_TO_FAMILY_REVIEW_WORKING_DAYS", FAMILY, "a review", 5, "R12: Sussex, North Yorkshire"),
    PolicyKey(
        "CONFERENCE_REQUEST_WORKING_DAYS",
        CONFERENCES,
        "Request for an initial conference",
        "An initial conference is requested within {} of the strategy discussion that started the enquiry.",
        WORKING_DAYS,
        7,
        f"R1: {OWN}; Bolton and Tees: within 1 working day of deciding that one is needed",
        1,
        14,
    ),
    PolicyKey(
        "REVIEW_REQUEST_WORKING_DAYS",
        CONFERENCES,
        "Request for a review conference",
        "A review conference is requested at least {} before it is due.",
        WORKING_DAYS,
        20,
        f"R8: {OWN}",
        1,
        60,
    ),
    PolicyKey(
        "SCHEDULE_REQUEST_WORKING_DAYS",
        CONFERENCES,
        "Scheduling of a request",
        "A conference that is requested is in the diary within {}.",
        WORKING_DAYS,
        2,
        f"R1: {OWN}; Sheffield convenes within 1 working day",
        1,
        10,
    ),
    PolicyKey(
        "QUORUM_OTHER_AGENCIES",
        CONFERENCES,
        "Agencies for a quorum",
        "A conference is quorate with children’s social care and {} that know the child or family.",
        AGENCIES,
        2,
        "R16: Swindon and others; not in Working Together",
        1,
        6,
    ),
    *INVITING,
    PolicyKey(
        "INQUORATE_NEW_DATE_WORKING_DAYS",
        CONFERENCES,
        "New date after an inquorate conference",
        "An inquorate conference that did not go ahead has a new date within {}.",
        WORKING_DAYS,
        10,
        "R17: Swindon",
        1,
        30,
    ),
    *ENDINGS,
    *SCALING,
    PolicyKey(
        "EXCLUSION_REQUEST_WORKING_DAYS",
        CONFERENCES,
        "Request to exclude a family member",
        "A request to exclude a family member reaches the chair at least {} before the conference.",
        WORKING_DAYS,
        3,
        "R21: Sussex",
        0,
        15,
    ),
    PolicyKey(
        "PRE_BIRTH_CONFERENCE_MONTHS",
        CONFERENCES,
        "Conference before a birth",
        "An initial conference on an unborn child is held at least {} before the expected date.",
        MONTHS,
        3,
        "R10: Sussex; Cheshire East and Sefton differ",
        0,
        6,
    ),
    *BEFORE_BIRTH,
    PolicyKey(
        "REVIEW_AFTER_BIRTH_WORKING_DAYS",
        CONFERENCES,
        "Review after a birth",
        "A review conference follows the birth of a child on a plan within {}.",
        WORKING_DAYS,
        20,
        "R9: Liverpool; Cheshire East holds it within 4 weeks",
        1,
        65,
    ),
    PolicyKey(
        "DECISION_LETTER_WORKING_DAYS",
        AFTER,
        "Decision letter",
        "The decision letter and outline plan are sent within {} of the conference.",
        WORKING_DAYS,
        1,
        "R13: Sussex, City and Hackney; in Wales 5 working days",
        1,
        20,
    ),
    PolicyKey(
        "RECORD_WORKING_DAYS",
        AFTER,
        "Conference record",
        "The record of the conference is sent within {} of it.",
        WORKING_DAYS,
        15,
        "R14: City and Hackney; in Wales 20 working days",
        1,
        40,
    ),
    PolicyKey(
        "RECORD_CHALLENGE_WORKING_DAYS",
        AFTER,
        "Challenge to the record",
        "The accuracy of the record may be challenged within {} of receiving it.",
        WORKING_DAYS,
        10,
        "R14: Wales",
        1,
        40,
    ),
    *COPIES,
    PolicyKey(
        "CORE_GROUP_INTERVAL_WEEKS",
        PLANS_OPEN,
        "Core groups after the first",
        "After the first, core groups meet at least every {}.",
        WEEKS,
        6,
        "R6: Portsmouth; in Wales monthly, never more than 6 weeks",
        1,
        12,
    ),
    PolicyKey(
        "PLAN_END_WORKING_DAYS",
        PLANS_OPEN,
        "End of a plan without a review",
        "A plan that something ends without a review, such as the 18th birthday, is ended within {} of it.",
        WORKING_DAYS,
        10,
        "1.8: Swindon leaves 10 working days for objections; Tees tells the reviewing officer within 5",
        1,
        30,
    ),
    PolicyKey(
        "VISIT_INTERVAL_WORKING_DAYS",
        PLANS_OPEN,
        "Visits to the child",
        "The child is visited and seen at least every {}, or sooner where the conference says so.",
        WORKING_DAYS,
        15,
        "R15: Wirral; City and Hackney every 2 weeks",
        1,
        30,
        waits_for="visits to the child to be recorded here",
    ),
    PolicyKey(
        "LONG_PLAN_MILESTONES_MONTHS",
        PLANS_OPEN,
        "Milestones of a long plan",
        "A plan that stays open is looked at again after {}.",
        MONTHS,
        (9, 12, 15, 18, 21, 24),
        "R24: Swindon",
        1,
        60,
        Kind.WHOLES,
        waits_for="long plans to be followed by their milestones",
    ),
    _follow_up("FOLLOW_UP_FIRST_MONTHS", "first", 3),
    _follow_up("FOLLOW_UP_SECOND_MONTHS", "second", 6),
    _follow_up("FOLLOW_UP_THIRD_MONTHS", "third", 12),
    *CONSULTED,
    *LOOKED_UP,
    PolicyKey(
        "COMPLAINT_DAYS",
        CONSULTATIONS,
        "Complaint about an outcome",
        "A complaint about the outcome of a conference is made in writing within {} of it.",
        DAYS,
        28,
        "R22: Greater Manchester",
        1,
        90,
    ),
    PolicyKey(
        "DISPUTE_WORKING_DAYS",
        CONSULTATIONS,
        "Chair’s formal dispute",
        "A dispute that a chair raises formally is resolved within {}.",
        WORKING_DAYS,
        20,
        "R23: IRO Handbook 6.2, extended to child protection by Southwark",
        1,
        60,
        waits_for="formal disputes to be recorded here",
    ),
    *SCHEDULING,
    *THINKING_TIME,
    PolicyKey(
        "REMINDER_NOTICE_WORKING_DAYS",
        MY_WORK,
        "Notice of what falls due",
        "Work that falls due appears in My work, and people are told by email, {} before it is due.",
        WORKING_DAYS,
        20,
        OWN,
        1,
        65,
    ),
    PolicyKey(
        "PUT_OFF_MONTHS",
        MY_WORK,
        "How long work may be put off",
        "Work may be put off for {} at most, and never past a day that the law sets.",
        MONTHS,
        3,
        OWN,
        1,
        12,
    ),
    _hour("EMAILS_FROM_HOUR", "Emails in the morning", FROM, 7, 0, 11),
    _hour("EMAILS_UNTIL_HOUR", "Emails in the evening", UNTIL, 19, 12, 23),
    _own(
        "BAND_CENTRE",
        "Centre of the band of open plans",
        "The number of open plans is expected to be about {}.",
        PLANS,
        "250",
        highest=20000,
        kind=Kind.WHOLE,
    ),
    _own(
        "BAND_WIDTH_PERCENT",
        "Width of the band of open plans",
        "A month is flagged when open plans are more than {} above or below the centre.",
        PERCENT,
        "4",
    ),
    _own(
        "BENCHMARK_AUTHORITY",
        "Authority to compare",
        "Benchmarks compare with the region and neighbours of local authority {}.",
        CODE,
        "358",
        kind=Kind.AUTHORITY,
    ),
    _own(
        "TARGET_ICPC_IN_15_DAYS_PERCENT",
        "Target: initial conferences in time",
        "The target is {} of initial conferences within 15 working days.",
        PERCENT,
        "90",
    ),
    _own(
        "TARGET_REVIEWS_ON_TIME_PERCENT",
        "Target: reviews on time",
        "The target is {} of plans reviewed on time.",
        PERCENT,
        "95",
    ),
    _own(
        "TARGET_REPEAT_PLANS_PERCENT",
        "Target: second or subsequent plans",
        "The target is that at most {} of plans started are second or subsequent.",
        PERCENT,
        "20",
        source=f"{OWN}; a very low figure is not a good one",
    ),
    _own(
        "TARGET_OPEN_TWO_YEARS_PERCENT",
        "Target: plans open two years or more",
        "The target is that at most {} of open plans have lasted two years or more.",
        PERCENT,
        "3",
    ),
    PolicyKey(
        "RESTRICTION_REVIEW_DAYS",
        RECORDS,
        "Review of a restricted record",
        "Permission to see a restricted record ends or is renewed within {}.",
        DAYS,
        90,
        "Nottingham",
        1,
        365,
    ),
    PolicyKey(
        "DRAFT_KEPT_DAYS",
        RECORDS,
        "Text typed and not saved",
        "Text that someone typed and did not save is deleted when it was not touched for {}.",
        DAYS,
        30,
        f"{OWN}; longer than a leave of four weeks",
        7,
        90,
    ),
    PolicyKey(
        "SECOND_PERSON_DAYS",
        RECORDS,
        "Wait for a second person",
        "What needs a second person lapses when nobody has confirmed it within {}.",
        DAYS,
        7,
        OWN,
        1,
        30,
    ),
    *WORD_FOR.values(),
)

CATALOGUE: dict[str, PolicyKey] = {limit.key: limit for limit in LIMITS}
# What has no value until a council sets it.
WITHOUT_DEFAULT: tuple[str, ...] = tuple(limit.key for limit in LIMITS if limit.default is None)
