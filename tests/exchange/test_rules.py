"""One small file for each rule: the rule is named, with what became of the record."""

import pytest

from conferences.exchange.census.rulebook import TITLES
from tests.exchange.census import (
    ORDINARY,
    assessment,
    census,
    child,
    episode,
    in_need,
    judged,
    of_year,
    plan,
    s47,
)

R, B, N = "REFUSED", "BENT", "NOTED"
TWICE = episode(s47(), plan(), CINreferralDate="2023-05-30")
DEAD = {"PersonDeathDate": "2023-07-01"}
CLOSED = {"CINclosureDate": "2023-12-01", "ReasonForClosure": "RC7"}
NFA = {"ReferralNFA": 1}

UNFINISHED = assessment(AssessmentAuthorisationDate=None)


def assessed(*factors, closed=False, **given):
    """A file with one assessment, in an episode that is closed or not."""
    return census(child(episode(assessment(*factors, **given), assessed=False, **(CLOSED if closed else {}))))


# (rule, what becomes of the record, the file)
CASES = [
    ("100", N, census(ORDINARY, ReferenceDate="2024-03-28")),
    ("HEADER", N, census(ORDINARY, Year=None)),
    ("100", B, census(ORDINARY, ReferenceDate=None)),
    ("LEA", N, census(ORDINARY, LEA="975")),
    ("DATE", B, census(child(episode(CINreferralDate="2023-05-30T10:12:28Z")))),
    ("DATE", B, census(child(episode(CINreferralDate="30/05/2023")))),
    ("DATE", B, census(child(episode(CINclosureDate="2023-02-30")))),
    ("YES-NO", B, census(child(episode(ReferralNFA="false")))),
    ("YES-NO", B, census(child(episode(s47(ICPCnotRequired=None))))),
    ("CODE", B, census(child(Ethnicity="wbri"))),
    ("TEXT", B, census(child(episode()).replace("<UPN>", "PersonBirthDate<UPN>"))),
    ("ELEMENT", N, census(child(episode(Mood="good")))),
    ("ELEMENT", R, census(child(episode(plan().replace("ChildProtectionPlans", "ChildProtectionPlan"))))),
    ("REPEATED", B, census(child(episode()).replace("<Sex>", "<Sex>M</Sex><Sex>"))),
    ("REPEATED", R, census(child(episode(s47(), s47(DateOfInitialCPC=None))))),
    ("AFTER", R, census(child(episode(CINreferralDate="2032-05-30")))),
    ("8545Q", B, census(child(PersonDeathDate="2032-05-30"))),
    ("8500", R, census(child(LAchildID=None))),
    ("8510", R, census(ORDINARY, ORDINARY)),
    ("1570", R, census(child(LAchildID="F" * 21))),
    ("1580", N, census(child(LAchildID="FB 1"))),
    ("1510", N, census(child(episode(), UPN="B358000000001"))),
    ("1520", N, census(child(), child(LAchildID="FB002"))),
    ("1530", N, census(child(UPN="A999000000001"))),
    ("1540", N, census(child(UPN="A3580000X0001"))),
    ("1550", N, census(child(UPN="A35800000000O"))),
    ("1560Q", N, census(child(FormerUPN="X358"))),
    ("UPN", B, census(child(UPN="A358000000000123"))),
    ("UPN", B, census(child(FormerUPN="A358000000000123"))),
    ("UPN", B, census(child(UPNunknown="UN3"))),
    ("UPN", N, census(child(UPN=None, PersonBirthDate="2023-01-01"))),
    ("8770Q", N, census(child(episode(), UPN=None, UPNunknown="UN1"))),
    ("8772", N, census(child(episode(), UPN=None, UPNunknown="UN7"))),
    ("8525Q", B, census(child(ExpectedPersonBirthDate="2024-05-01"))),
    ("8525Q", N, census(child(PersonBirthDate=None))),
    ("8520", N, census(child(PersonBirthDate="2024-04-01"))),
    ("8530Q", N, census(child(PersonBirthDate=None, ExpectedPersonBirthDate="2025-05-01", Sex="U"))),
    ("8775Q", N, census(child(PersonBirthDate="1965-03-27"))),
    ("8535Q", B, census(child(PersonDeathDate="2014-01-01"))),
    ("8545Q", N, census(child(PersonDeathDate="2022-01-01"))),
    ("4180", B, census(child(Sex=None))),
    ("4180", B, census(child(Sex="1"))),
    ("4180", B, census(child(Sex=None, GenderCurrent="9"))),
    ("4180", B, census(child(Sex="X"))),
    ("8750", N, census(child(PersonBirthDate=None, ExpectedPersonBirthDate="2024-06-01", Sex="F"))),
    ("4220", N, census(child(Ethnicity=None))),
    ("4220", B, census(child(Ethnicity="ELF"))),
    ("8540", B, census(child(disabilities=("HAND", "WING")))),
    ("8540", N, census(child(episode(), disabilities=()))),
    ("8790", B, census(child(disabilities=("NONE", "HAND")))),
    ("8794", B, census(child(disabilities=("HAND", "HAND")))),
    ("8590", N, census(child())),
    ("8600", R, census(child(episode(CINreferralDate=None)))),
    ("8600", N, census(child(episode(CINreferralDate="2024-04-01")))),
    ("8569Q", N, census(child(episode(CINreferralDate="2023-03-01", **NFA)))),
    ("8555Q", N, census(child(episode(CINreferralDate="2023-08-01"), **DEAD))),
    ("8606", N, census(child(episode(CINreferralDate="2014-01-01")))),
    ("8866", N, census(child(episode(ReferralSource=None)))),
    ("8866", B, census(child(episode(ReferralSource="99")))),
    ("8610", N, census(child(episode(PrimaryNeedCode=None)))),
    ("8650", B, census(child(episode(PrimaryNeedCode="N77")))),
    ("8568", B, census(child(episode(ReferralNFA="perhaps")))),
    ("8620", B, census(child(episode(CINclosureDate="2024-05-01", ReasonForClosure="RC7")))),
    ("8630", B, census(child(episode(CINclosureDate="2023-05-01", ReasonForClosure="RC7")))),
    ("8640", B, census(child(episode(CINclosureDate="2023-06-01", ReasonForClosure="RC99")))),
    ("8805", B, census(child(episode(CINclosureDate="2023-06-01")))),
    ("8810", B, census(child(episode(ReasonForClosure="RC7")))),
    ("8585Q", N, census(child(episode(CINclosureDate="2023-12-01", ReasonForClosure="RC2")))),
    ("8565", N, census(child(episode(plan(CPPendDate="2024-02-01"), **CLOSED)))),
    ("8815", N, census(child(episode(), episode(CINreferralDate="2023-09-01")))),
    ("8820", N, census(child(episode(), episode(CINreferralDate="2023-09-01")))),
    ("2990", N, census(child(episode(s47(), CINclosureDate="2023-12-01", ReasonForClosure="RC8")))),
    ("8615", R, census(child(episode(s47(S47ActualStartDate=None))))),
    ("8615", N, census(child(episode(s47(DateOfInitialCPC="2023-05-31"))))),
    ("2889", N, census(child(episode(s47(S47ActualStartDate="2023-05-01"))))),
    ("1104", N, census(child(episode(s47(DateOfInitialCPC="2023-05-02"))))),
    ("8715", R, census(child(episode(s47(DateOfInitialCPC="2024-04-02"))))),
    ("8740", N, census(child(episode(s47(S47ActualStartDate="2023-03-01", DateOfInitialCPC=None))))),
    ("8675Q", N, census(child(episode(s47(DateOfInitialCPC=None))))),
    (
        "8839",
        N,
        census(
            child(
                episode(
                    s47(DateOfInitialCPC=None), s47(S47ActualStartDate="2023-07-01", DateOfInitialCPC=None)
                )
            )
        ),
    ),
    (
        "8890",
        N,
        census(child(episode(s47(), s47(S47ActualStartDate="2023-06-08", DateOfInitialCPC="2023-07-03")))),
    ),
    ("8868", N, census(child(episode(s47(DateOfInitialCPC=None), **CLOSED)))),
    ("8868", N, census(child(episode(s47(ICPCnotRequired=1), **CLOSED)))),
    ("8870Q", N, census(child(episode(s47(InitialCPCtarget="2023-06-24"))))),
    ("8875", N, census(child(episode(s47(DateOfInitialCPC="2023-06-17"))))),
    ("8875", N, census(child(episode(DateOfInitialCPC="2023-06-17")))),
    ("8831", N, census(child(episode(s47(), **NFA)))),
    ("8831", N, census(child(episode(DateOfInitialCPC="2023-06-14", **NFA)))),
    ("2991Q", N, census(child(episode(s47(), assessed=False)))),
    ("8825Q", N, census(child(episode(assessed=False, **(CLOSED | {"ReasonForClosure": "RC8"}))))),
    ("8831", N, census(child(episode(**NFA)))),
    ("8816", N, census(child(episode(), episode(CINreferralDate="2023-09-01", **CLOSED)))),
    ("1103", N, assessed(AssessmentActualStartDate="2023-05-01")),
    ("8608", N, assessed(AssessmentAuthorisationDate="2023-05-31")),
    ("8614", N, assessed("3B", AssessmentAuthorisationDate=None)),
    ("8670Q", N, assessed(AssessmentAuthorisationDate=None)),
    ("8696", N, assessed("3B", AssessmentAuthorisationDate="2024-04-01")),
    ("8736", N, assessed(AssessmentActualStartDate="2023-03-31", AssessmentAuthorisationDate=None)),
    ("8863Q", N, census(child(episode(assessment("3B"))))),
    ("8867", N, assessed(AssessmentAuthorisationDate=None, closed=True)),
    ("8869", N, assessed("21", "3B")),
    ("8873Q", N, assessed("21")),
    ("8896", N, census(child(episode(UNFINISHED, UNFINISHED, assessed=False)))),
    ("8897Q", N, assessed("99")),
    ("8898", N, assessed("3B", "3B")),
    ("8945Q", N, of_year(2025, child(episode(assessment("18A"), assessed=False)))),
    ("8950Q", N, of_year(2025, child(episode(assessment("19A"), assessed=False)))),
    ("2886Q", N, census(child(Sex="U"))),
    ("2887Q", N, census(child())),
    ("2888Q", N, census(child(disabilities=("HAND",)))),
    ("2884", B, census(child(episode(s47(), DateOfInitialCPC="2023-06-14")))),
    ("ICPC", N, census(child(episode(s47(), DateOfInitialCPC="2023-06-15")))),
    ("ICPC", B, census(child(episode(s47(), s47(S47ActualStartDate="2023-06-05"))))),
    ("ICPC", N, census(child(episode(s47(ICPCnotRequired=1))))),
    ("8720", R, census(child(episode(plan(CPPstartDate=None))))),
    ("8720", R, census(child(episode(plan(CPPstartDate="2024-04-02"))))),
    ("NUMBER", B, census(child(episode(plan(NumberOfPreviousCPP="1.0"))))),
    ("8730", B, census(child(episode(plan(NumberOfPreviousCPP=None))))),
    ("8730", B, census(child(episode(plan(NumberOfPreviousCPP=-1))))),
    ("8840", R, census(child(episode(plan(CPPendDate="2023-06-14"))))),
    ("8925", R, census(child(episode(plan(CPPendDate="2023-06-01"))))),
    ("8930", B, census(child(episode(plan(CPPendDate="2024-04-02"))))),
    ("8905", R, census(child(episode(plan(InitialCategoryOfAbuse=None))))),
    ("8905", R, census(child(episode(plan(InitialCategoryOfAbuse="XXX"))))),
    ("8910", B, census(child(episode(plan(LatestCategoryOfAbuse=None))))),
    ("8915", N, census(child(episode(plan(CPPstartDate="2023-08-01", CPPendDate="2023-09-01")), **DEAD))),
    ("8920", N, census(child(episode(plan(CPPendDate="2023-09-01")), **DEAD))),
    ("DEATH", N, census(child(episode(plan()), **DEAD))),
    ("DEATH", N, census(child(episode(in_need("2023-06-01")), **DEAD))),
    ("8935", R, census(child(episode(plan(), plan(CPPstartDate="2023-09-01"))))),
    ("8940", R, census(child(episode(plan(CPPendDate="2023-09-01"), plan(CPPstartDate="2023-09-01"))))),
    ("1105", N, census(child(episode(plan(CPPstartDate="2023-05-01"))))),
    ("8832", N, census(child(episode(plan(), **NFA)))),
    ("2883", N, census(child(episode(plan())))),
    ("2885", N, census(child(episode(s47(), plan(CPPstartDate="2023-06-15"))))),
    ("8841", R, census(child(episode(s47(), plan("2023-06-14"))))),
    ("8842Q", R, census(child(episode(plan(""))))),
    ("8842Q", R, census(child(episode(plan("soon"))))),
    ("8842Q", N, census(child(episode(plan("2023-08-01"))).replace("</Reviews>", "</Reviews><Reviews/>"))),
    ("REVIEW", N, census(child(episode(plan("2023-12-01", CPPendDate="2023-11-01"))))),
    ("4000", N, census(child(episode(in_need("2023-07-01"), **NFA)))),
    ("4001", N, census(child(episode(plan(), in_need("2023-07-01"))))),
    ("4003", N, census(child(episode(plan("2023-09-01"), in_need("2023-08-01", "2023-10-01"))))),
    ("4004", N, census(child(episode(in_need("2023-07-01"), in_need("2023-08-01"))))),
    ("4008", N, census(child(episode(in_need("2023-08-01", "2023-08-02")), **DEAD))),
    ("4009Q", N, census(child(episode(in_need("2023-06-01", "2023-08-02")), **DEAD))),
    ("4010", R, census(child(episode(in_need(None))))),
    ("4010", R, census(child(episode(in_need("2024-05-01"))))),
    ("4011", R, census(child(episode(in_need("2023-07-01", "2023-06-01"))))),
    ("4012Q", N, census(child(episode(in_need("2023-07-01", "2023-07-01"))))),
    ("4013", B, census(child(episode(in_need("2023-07-01", "2024-05-01"))))),
    ("4014", N, census(child(episode(in_need("2023-07-01", "2023-09-01"), in_need("2023-08-01"))))),
    ("4015", N, census(child(episode(in_need("2023-05-01", "2023-09-01"))))),
    ("4016", N, census(child(episode(plan(), in_need("2023-07-01", "2023-08-01"))))),
    ("4017", N, census(child(episode(plan(), in_need("2023-06-01", "2023-08-01"))))),
]
# Said only beside what the record holds (test_later.py), or of the whole file (test_importing.py).
SAID_ELSEWHERE = {"LATER", "HELD", "GONE", "READ-PAST", "USED"}


@pytest.mark.parametrize(
    ("rule", "kind", "xml"), CASES, ids=[f"{r}-{k}-{n}" for n, (r, k, _) in enumerate(CASES)]
)
def test_a_broken_rule_is_named(rule, kind, xml):
    _, faults = judged(xml)
    found = [fault for fault in faults if fault.rule == rule]
    assert kind in {fault.kind for fault in found}
    assert all(fault.sentence.endswith(".") and fault.line > 0 for fault in found)


def test_every_rule_has_a_case():
    assert set(TITLES) - SAID_ELSEWHERE == {rule for rule, _, _ in CASES}


def test_an_ordinary_file_breaks_none():
    children, faults = judged(census(ORDINARY))
    # Of the whole file, which here is one child.
    assert {fault.rule for fault in faults} == {"2887Q"}
    assert children[0].kept


def test_no_sentence_names_the_child():
    for rule, _, xml in CASES:
        _, faults = judged(xml)
        assert not [f for f in faults if "FB001" in f.sentence or "X358" in f.sentence], rule


@pytest.mark.parametrize(
    "parts",
    [
        (plan(CPPendDate="2023-09-01"), plan(CPPstartDate="2023-09-02")),
        (plan(CPPendDate="2023-09-01"), in_need("2023-09-01")),
        (in_need("2023-05-30", "2023-06-14"), plan()),
        (plan("2023-09-01", CPPendDate="2023-09-01"), in_need("2023-09-01")),
        (s47(), s47(S47ActualStartDate="2023-06-15", DateOfInitialCPC=None, ICPCnotRequired=1)),
    ],
    ids=[
        "plan after plan",
        "in need from a plan's end",
        "plan from in need's end",
        "last review",
        "s47 after s47",
    ],
)
def test_what_may_touch_is_not_named(parts):
    _, faults = judged(census(child(episode(*parts))))
    assert {f.rule for f in faults} & {"8940", "8935", "4016", "4017", "4003", "4001", "8890"} == set()


def test_an_overlap_is_found_across_episodes():
    first = episode(plan(CPPendDate="2023-12-01"), CINclosureDate="2023-12-01", ReasonForClosure="RC7")
    second = episode(plan(CPPstartDate="2023-11-01"), CINreferralDate="2023-10-01")
    children, faults = judged(census(child(first, second)))
    assert "8940" in {f.rule for f in faults}
    assert [p.kept for e in children[0].episodes for p in e.plans] == [True, False]


def test_an_overlap_is_found_past_a_shorter_plan_between():
    long = plan(CPPstartDate="2023-05-01", CPPendDate="2024-03-01")
    short = plan(CPPstartDate="2023-06-01", CPPendDate="2023-07-01")
    late = plan(CPPstartDate="2024-02-01")
    children, _ = judged(census(child(episode(long, short, late))))
    assert [p.kept for p in children[0].episodes[0].plans] == [True, False, False]


def test_a_plan_told_twice_is_taken_once_with_all_its_reviews():
    children, faults = judged(census(child(episode(plan("2023-09-01"), plan("2023-09-01", "2024-02-01")))))
    kept = [p for p in children[0].episodes[0].plans if p.kept]
    assert [str(r.date) for p in kept for r in p.reviews if r.kept] == ["2023-09-01", "2024-02-01"]
    assert ("REPEATED", "BENT") in {(f.rule, f.kind) for f in faults}
