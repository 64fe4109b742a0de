"""Each of the census's 109 rules is known, and is broken by its vectors and by none of their neighbours."""

import pytest

from conferences.exchange.census.rulebook import TITLES
from tests.exchange.census import assessment, census, child, episode, judged, of_year, plan, s47
from tests.exchange.vectors import assessed
from tests.exchange.vectors_children import CHILDREN
from tests.exchange.vectors_episodes import EPISODES
from tests.exchange.vectors_plans import PLANS

RULES = 109
SECOND = child(LAchildID="FB002")
# Asked of a file: of its header, its year, or all of its children.
OF_A_FILE = {
    "100": (
        [census(child(), ReferenceDate="2024-03-30"), census(child(), ReferenceDate=None)],
        [census(child()), census(child(), Year="2024.0")],
    ),
    "1520": (
        [census(child(), child(LAchildID="FB002"))],
        [census(child(), child(LAchildID="FB002", UPN=None))],
    ),
    "8510": ([census(child(), child(UPN=None))], [census(child(), SECOND)]),
    "2883": (
        [
            census(child(episode(plan()))),
            census(child(episode(s47(), plan(), plan(CPPstartDate="2023-07-01")))),
        ],
        [
            census(child(episode(s47(), plan()))),
            census(child(episode(plan(), DateOfInitialCPC="2023-07-01"))),
            census(child(episode(plan(CPPstartDate="2022-06-14")))),
        ],
    ),
    "2886Q": (
        [census(child(), child(Sex="U", LAchildID="FB002"))],
        [census(*(child(LAchildID=f"FB{n}", Sex="U" if n == 1 else "F") for n in range(50)))],
    ),
    "2887Q": (
        [census(child(disabilities=("MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR"))), census(child())],
        [census(child(disabilities=("MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS")))],
    ),
    "2888Q": (
        [census(child(disabilities=("MOB",)), child(LAchildID="FB002", disabilities=("HAND",)))],
        [census(child(disabilities=("MOB", "HAND"))), census(child())],
    ),
    "8945Q": (
        [of_year(2025, assessed(assessment(code))) for code in ("18A", "18a")],
        [of_year(2025, assessed(assessment("18B"))), of_year(2024, assessed(assessment("18A")))],
    ),
    "8950Q": (
        [of_year(2025, assessed(assessment(code))) for code in ("19A", "19a")],
        [of_year(2025, assessed(assessment("19B"))), of_year(2024, assessed(assessment("19A")))],
    ),
}
FILES = OF_A_FILE | {
    rule: ([census(one) for one in broken], [census(one) for one in kept])
    for rule, (broken, kept) in (CHILDREN | EPISODES | PLANS).items()
}


def broken(xml: bytes) -> set[str]:
    return {fault.rule for fault in judged(xml)[1]}


@pytest.mark.parametrize("rule", sorted(FILES))
def test_a_rule_is_broken_by_its_vectors_and_by_no_neighbour(rule):
    breaking, keeping = FILES[rule]
    assert breaking and keeping
    assert [at for at, xml in enumerate(breaking) if rule not in broken(xml)] == []
    assert [at for at, xml in enumerate(keeping) if rule in broken(xml)] == []


def test_every_rule_of_the_sector_has_vectors_and_a_title():
    assert len(FILES) == RULES
    assert set(TITLES) >= set(FILES)
    assert {rule for rule in TITLES if rule[0].isdigit()} == set(FILES)


def test_a_pupil_number_twice_is_said_of_both_children():
    _, faults = judged(census(child(), child(LAchildID="FB002")))
    assert [(f.child, f.path) for f in faults if f.rule == "1520"] == [
        ("FB002", "Child[2]"),
        ("FB001", "Child[1]"),
    ]


def test_no_fault_of_a_number_hides_another():
    _, faults = judged(census(child(UPN="B9990000X000I", LAchildID="F;" * 11)))
    assert {"1530", "1540", "1550", "1570", "1580"} <= {fault.rule for fault in faults}
