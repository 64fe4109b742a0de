"""The census's rules asked of the record: what was read from a file breaks the same rules when it is held."""

import datetime as dt
import io
import json

import pytest
from django.core.management import CommandError, call_command

from conferences.exchange.census.live import NOT_ASKED, Return, check_return
from conferences.exchange.census.rulebook import TITLES
from conferences.models import Plan
from tests.exchange.census import ORDINARY, census, child, episode, in_need, judged, of_year, plan, s47, taken
from tests.golive import live_from

pytestmark = pytest.mark.django_db
AFTER_THE_YEAR = dt.date(2024, 5, 1)
# Of the file's own form, and of what a file says without being able to keep it.
OF_A_FILE = {"NUMBER", "UPN", "READ-PAST"}
CLOSED = {"CINclosureDate": "2023-12-01", "ReasonForClosure": "RC7"}
DEAD = {"PersonDeathDate": "2023-07-01"}
INSIDE = in_need("2023-08-01", "2023-10-01")
BROKEN = [
    child(episode(s47(), plan("2023-09-01"))),
    child(episode(s47(), plan(CPPstartDate="2023-06-15")), LAchildID="FB002", UPN=None),
    child(episode(s47(DateOfInitialCPC=None), **CLOSED), LAchildID="FB003", UPN="A358000000001"),
    child(
        episode(in_need("2023-06-01", "2023-08-01"), plan()), LAchildID="FB004", PersonDeathDate="2023-07-01"
    ),
    child(episode(), episode(CINreferralDate="2023-09-01"), LAchildID="FB005", disabilities=()),
    child(episode(CINreferralDate="2014-01-01"), LAchildID="FB006", Ethnicity=None),
    child(episode(DateOfInitialCPC="2023-06-17"), LAchildID="FB007", UPN=None, PersonBirthDate="1990-01-01"),
    child(
        episode(s47(), plan("2023-09-01"), in_need("2023-08-01", "2023-10-01")), LAchildID="FB008", Sex="U"
    ),
]


def asked(year: int = 2024, on: dt.date = AFTER_THE_YEAR) -> Return:
    return check_return(year, lambda model: model.objects.unscoped("a test"), on=on)


def broken(found: Return) -> set[tuple[str, str]]:
    return {(fault.child, fault.rule) for fault in found.faults}


def test_an_ordinary_record_breaks_none():
    taken(census(ORDINARY))
    found = asked()
    assert (found.children, broken(found)) == (1, {("", "2887Q")})


def test_the_record_breaks_what_its_file_broke():
    xml = census(*BROKEN)
    told = {
        (fault.child, fault.rule)
        for fault in judged(xml)[1]
        if fault.rule not in NOT_ASKED | OF_A_FILE and fault.kind == "NOTED"
    }
    taken(xml)
    found = asked()
    assert len(told) > 15
    assert {one for one in broken(found) if one[1] not in OF_A_FILE} == told
    assert {fault.kind for fault in found.faults} == {"NOTED"}


def test_nothing_is_said_of_what_becomes_of_a_file():
    taken(census(*BROKEN))
    assert not [f.sentence for f in asked().faults if "taken" in f.sentence or "left out" in f.sentence]
    assert all(fault.sentence.endswith(".") and fault.rule in TITLES for fault in asked().faults)


def test_what_happened_after_the_reference_date_is_not_told():
    taken(census(ORDINARY))
    before = broken(asked())
    Plan.objects.unscoped("a test").update(end_date="2024-04-20", end_reason="NOT_RECORDED")
    assert broken(asked()) == before


def test_a_child_born_after_the_reference_date_was_expected_on_it():
    taken(of_year(2025, child(episode(CINreferralDate="2024-03-01"), PersonBirthDate="2024-04-20", Sex="F")))
    assert asked().children == 1
    assert not {"8520", "8525Q", "8530Q", "8750"} & {fault.rule for fault in asked().faults}


def test_a_year_that_is_not_over_is_judged_as_of_the_day():
    taken(census(child(episode(s47(DateOfInitialCPC=None)))))
    assert ("FB001", "8675Q") in broken(asked())
    assert ("FB001", "8675Q") not in broken(asked(on=dt.date(2023, 6, 20)))


def test_another_year_has_only_who_was_open_in_it():
    taken(census(child(episode(**CLOSED)), child(episode(), LAchildID="FB002", UPN=None)))
    assert asked(2025).children == 1 and asked(2023).children == 0


def printed(*words: str) -> str:
    out = io.StringIO()
    call_command("check_return", *words, stdout=out)
    return out.getvalue()


def test_the_command_says_what_touches_a_figure_first():
    taken(census(*BROKEN))
    text = printed("2024")
    assert text.index("2885: ") < text.index("8815: ") < text.index("8770Q: ")
    assert "FB002: The plan starts on 15 June 2023" in text and "Not asked: 17 rules" in text
    found = json.loads(printed("2024", "--format", "json"))
    assert (found["children"], found["first"]) == (8, "2023-04-01")
    assert {(f["child"], f["rule"]) for f in found["faults"]} >= {("FB002", "2885"), ("FB005", "8815")}


def test_of_a_year_that_is_not_known_the_command_says_that_nothing_was_asked():
    live_from(None)
    taken(census(*BROKEN))
    lines = printed("2023").splitlines()
    assert lines[0].startswith("The return from 1 April 2022") and lines[-1].endswith(
        "not asked of this year."
    )
    assert json.loads(printed("2023", "--format", "json"))["is_asked"] is False


def test_a_year_of_no_census_is_refused():
    with pytest.raises(CommandError, match="no year of the census"):
        call_command("check_return", "1066")
