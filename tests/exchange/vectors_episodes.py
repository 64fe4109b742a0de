"""Rules about need episodes and assessments: what breaks each, and what does not."""

from tests.exchange.census import ASSESSMENT, assessment, child, episode, in_need, plan, s47
from tests.exchange.vectors import (
    AFTER,
    CLOSED,
    DEAD,
    NFA,
    UNBORN,
    UNFINISHED,
    Vectors,
    assessed,
    one,
    opened,
)

EPISODES: Vectors = {
    "8555Q": (
        [child(episode(CINreferralDate="2023-07-02"), **DEAD)],
        [child(episode(CINreferralDate="2023-07-01"), **DEAD), child(episode(CINreferralDate=None), **DEAD)],
    ),
    "8565": (
        [
            one(DateOfInitialCPC="2023-12-02", **CLOSED),
            one(s47(S47ActualStartDate="2023-12-02", DateOfInitialCPC="2023-11-30"), **CLOSED),
            one(s47(DateOfInitialCPC="2023-12-02"), **CLOSED),
            one(plan(CPPendDate="2023-12-02"), **CLOSED),
            one(in_need("2023-12-02", "2023-12-01"), **CLOSED),
            one(in_need("2023-08-01", "2023-12-02"), **CLOSED),
            assessed(assessment("3B", AssessmentActualStartDate="2023-12-02"), **CLOSED),
            assessed(assessment("3B", AssessmentAuthorisationDate="2023-12-02"), **CLOSED),
            # The closure has no reason, which hides nothing.
            one(plan(CPPendDate="2023-12-02"), CINclosureDate="2023-12-01"),
        ],
        [
            one(DateOfInitialCPC="2023-12-01", **CLOSED),
            one(s47(), plan(CPPendDate="2023-12-01"), in_need("2023-06-01", "2023-12-01"), **CLOSED),
            one(plan(CPPendDate="2024-01-01")),
        ],
    ),
    "8568": (
        [one(ReferralNFA=answer) for answer in (2, None, "Woof")],
        [one(ReferralNFA=answer) for answer in (0, 1, "true", "False")],
    ),
    "8569Q": (
        [one(CINreferralDate="2023-03-30", **NFA), one(CINreferralDate="2020-10-26", ReferralNFA=None)],
        [
            one(CINreferralDate="2023-03-31", **NFA),
            one(CINreferralDate="2020-10-26"),
            one(CINreferralDate=None, **NFA),
        ],
    ),
    "8585Q": (
        [one(**CLOSED | {"ReasonForClosure": "RC2"})],
        [child(episode(**CLOSED | {"ReasonForClosure": "RC2"}), **DEAD), one(**CLOSED)],
    ),
    "8600": (
        [one(CINreferralDate=None), one(CINreferralDate="2024-04-01")],
        [one(CINreferralDate="2024-03-31"), one(CINreferralDate="2001-01-25")],
    ),
    "8606": (
        [
            child(episode(CINreferralDate="2022-08-25"), PersonBirthDate="2023-06-02"),
            child(
                episode(CINreferralDate="2023-08-25"), **UNBORN | {"ExpectedPersonBirthDate": "2024-06-01"}
            ),
        ],
        [
            child(episode(CINreferralDate="2022-08-26"), PersonBirthDate="2023-06-02"),
            child(episode(CINreferralDate="2023-08-26"), **UNBORN),
        ],
    ),
    "8610": (
        [one(PrimaryNeedCode=None), one(PrimaryNeedCode=None, ReferralNFA="false")],
        [
            one(PrimaryNeedCode=None, **NFA),
            one(PrimaryNeedCode=None, ReferralNFA=None),
            one(PrimaryNeedCode="N77"),
        ],
    ),
    "8620": (
        [one(**CLOSED | {"CINclosureDate": day}) for day in ("2023-03-31", "2024-04-01")],
        [one(**CLOSED | {"CINclosureDate": day}) for day in ("2023-04-01", "2024-03-31")],
    ),
    "8630": (
        [one(**CLOSED | {"CINclosureDate": "2023-05-29"}), one(CINclosureDate="2023-05-29")],
        [one(**CLOSED | {"CINclosureDate": "2023-05-30"}), one(CINreferralDate=None, **CLOSED)],
    ),
    "8640": (
        [one(**CLOSED | {"ReasonForClosure": reason}) for reason in ("RC13", "RC0")],
        [one(**CLOSED | {"ReasonForClosure": reason}) for reason in ("RC1", "RC9", None)],
    ),
    "8650": ([one(PrimaryNeedCode="N77")], [one(PrimaryNeedCode="N0"), one(PrimaryNeedCode=None)]),
    "8805": (
        [one(CINclosureDate="2023-12-01"), one(CINclosureDate="2023-01-01")],
        [one(**CLOSED), one(ReasonForClosure="RC7"), one(**CLOSED | {"ReasonForClosure": "RC99"}), one()],
    ),
    "8810": (
        [one(ReasonForClosure="RC7"), one(ReasonForClosure="RC99")],
        [one(**CLOSED), one(CINclosureDate="2023-12-01"), one()],
    ),
    "8815": (
        [
            child(episode(), episode(CINreferralDate="2023-09-01")),
            child(episode(), episode(CINreferralDate=None)),
        ],
        [
            child(episode(**NFA), episode(CINreferralDate="2023-09-01")),
            child(episode(**CLOSED), episode(CINreferralDate="2023-12-01")),
            child(episode(**NFA), episode(CINreferralDate="2023-09-01", **NFA)),
        ],
    ),
    "8816": (
        [
            child(episode(), episode(CINreferralDate="2023-09-01", **CLOSED)),
            child(episode(CINreferralDate="2023-09-01", **NFA), episode()),
        ],
        [
            child(episode(**CLOSED), episode(CINreferralDate="2023-09-01")),
            child(episode(**NFA), episode(CINreferralDate="2023-09-01", **NFA)),
            one(),
        ],
    ),
    "8820": (
        [
            child(episode(**CLOSED), episode(CINreferralDate="2023-11-30")),
            child(episode(**NFA | CLOSED), episode(CINreferralDate="2023-08-26")),
            child(episode(), episode(CINreferralDate="2024-03-31")),
            child(episode(CINclosureDate="2023-12-01"), episode(CINreferralDate="2023-11-30")),
        ],
        [
            child(episode(**CLOSED), episode(CINreferralDate="2023-12-01")),
            child(episode(**NFA), episode(CINreferralDate="2023-09-26")),
        ],
    ),
    "8825Q": (
        [assessed(**AFTER), assessed(**AFTER | {"ReasonForClosure": "RC9"})],
        [assessed(ASSESSMENT, **AFTER), assessed(**CLOSED), assessed()],
    ),
    "8866": (
        [
            one(ReferralSource="1Z"),
            one(ReferralSource=None),
            one(CINreferralDate="2013-04-01", ReferralSource=None),
        ],
        [
            one(ReferralSource="1A"),
            one(CINreferralDate="2013-03-31", ReferralSource=None),
            one(CINreferralDate="2012-01-01", ReferralSource="1Z"),
            one(CINreferralDate=None, ReferralSource=None),
        ],
    ),
    "2990": (
        [
            one(s47(), **AFTER),
            one(plan(CPPstartDate=None), **AFTER),
            one(in_need("2023-07-01"), **AFTER | {"ReasonForClosure": "RC9"}),
            one(DateOfInitialCPC="2023-06-14", **AFTER),
        ],
        [one(**AFTER), one(s47(), **CLOSED)],
    ),
    "1103": (
        [assessed(assessment("3B", AssessmentActualStartDate="2023-05-29"))],
        [
            assessed(assessment("3B", AssessmentActualStartDate="2023-05-30")),
            assessed(ASSESSMENT, CINreferralDate=None),
        ],
    ),
    "8608": (
        [assessed(assessment("3B", AssessmentAuthorisationDate="2023-05-31"))],
        [assessed(assessment("3B", AssessmentAuthorisationDate="2023-06-01")), assessed(UNFINISHED)],
    ),
    "8614": (
        [assessed(assessment("3B", AssessmentAuthorisationDate=None))],
        [assessed(ASSESSMENT), assessed(UNFINISHED), assessed(assessment())],
    ),
    "8670Q": (
        [assessed(opened("2024-01-25"))],
        [assessed(opened("2024-01-26")), assessed(assessment("3B", AssessmentActualStartDate="2023-06-01"))],
    ),
    "8696": (
        [assessed(assessment("3B", AssessmentAuthorisationDate=day)) for day in ("2023-03-31", "2024-04-01")],
        [assessed(assessment("3B", AssessmentAuthorisationDate=day)) for day in ("2023-04-01", "2024-03-31")],
    ),
    "8736": (
        [assessed(opened("2023-03-31")), assessed(opened("2024-04-01"))],
        [
            assessed(opened("2023-04-01")),
            assessed(assessment("3B", AssessmentActualStartDate="2023-03-31")),
            assessed(opened("")),
        ],
    ),
    "8863Q": (
        [
            assessed(ASSESSMENT, opened("2023-06-20")),
            assessed(ASSESSMENT, ASSESSMENT),
            assessed(opened("2023-06-01"), assessment("3B", AssessmentActualStartDate="2024-03-31")),
        ],
        [
            assessed(ASSESSMENT, opened("2023-06-21")),
            child(episode(ASSESSMENT, assessed=False), episode(ASSESSMENT, assessed=False)),
            assessed(ASSESSMENT),
        ],
    ),
    "8867": (
        [assessed(UNFINISHED, **CLOSED), assessed(ASSESSMENT, UNFINISHED, **CLOSED)],
        [assessed(ASSESSMENT, **CLOSED), assessed(UNFINISHED), assessed(**CLOSED)],
    ),
    "8869": (
        [assessed(assessment("21", "3B"))],
        [
            assessed(assessment("21")),
            assessed(assessment("3B", "4A")),
            assessed(assessment("21"), ASSESSMENT),
        ],
    ),
    "8873Q": (
        [assessed(assessment("21"), **CLOSED), assessed(assessment("21"))],
        [
            assessed(assessment("21"), **AFTER),
            assessed(assessment("21"), **AFTER | {"ReasonForClosure": "RC9"}),
            assessed(assessment("21"), assessment("20"), **CLOSED),
            assessed(assessment("20"), **CLOSED),
        ],
    ),
    "8896": (
        [assessed(UNFINISHED, UNFINISHED)],
        [
            assessed(UNFINISHED, ASSESSMENT),
            child(episode(UNFINISHED, assessed=False), episode(UNFINISHED, assessed=False)),
        ],
    ),
    "8897Q": (
        [assessed(assessment()), assessed(assessment("99")), assessed(assessment("8A"))],
        [
            assessed(ASSESSMENT),
            assessed(UNFINISHED),
            assessed(assessment(AssessmentAuthorisationDate="2023-03-31")),
        ],
    ),
    "8898": (
        [assessed(assessment("3B", "4A", "3B"))],
        [assessed(assessment("3B", "4A")), assessed(ASSESSMENT, ASSESSMENT)],
    ),
}
