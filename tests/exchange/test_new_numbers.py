"""A child whom a file tells under another number than before is one child, with one record."""

import datetime as dt
import io

import pytest

from conferences.exchange.census import asked as orders
from conferences.exchange.census import proposing, report
from conferences.models import ChildPair, ImportedFile, Plan
from conferences.operations.pairs_scan import find_pairs
from conferences.queries.children import find
from conferences.queries.children_record import child_record
from conferences.queries.imports import faults
from conferences.queries.measures import figures
from conferences.rules.search import Search
from conferences.views.presenters.children import identity
from safeguarding.audit import system_user
from safeguarding.models import Child
from safeguarding.refusals import Refused
from safeguarding.workingdays import Period
from tests.cast import person
from tests.exchange.census import READ_AT, child, episode, of_year, plan, s47, taken
from tests.exchange.feed import fed, row
from tests.exchange.renumbered import council
from tests.factories import AllocationFactory, ChildFactory
from tests.shared_data import shared_file

pytestmark = pytest.mark.django_db


def read(name):
    return taken(shared_file(f"cases/{name}.xml").read_bytes())


def figure(code, year):
    found = figures(Period(dt.date(year - 1, 4, 1), dt.date(year, 3, 31)))[code]
    return found.numerator, found.denominator


def undo(file):
    proposing.undo(file=file, by=system_user(), clock=lambda: READ_AT)


def test_the_same_pupil_number_and_plan_under_a_new_number_is_one_child():
    read("03a_old_number")
    file = read("03b_new_number_same_upn")
    assert [c.la_child_id for c in Child.every.all()] == ["OLD77"]
    assert figure("plans_open", 2025)[0] == 1
    assert [(c.number, c.now) for c in file.changes.filter(how="RENUMBERED")] == [
        ("OLD77", "number NEW77. The same pupil number, birth date, sex and 4 dates of what happened")
    ]


def test_a_second_plan_under_the_new_number_is_a_repeat():
    read("03c_old_number_ended")
    read("03d_new_number_second_plan")
    assert figure("repeat_plans", 2025) == (1, 1)
    assert Plan.every.count() == 2 and Child.every.count() == 1


def test_in_the_other_order_it_is_one_child_too():
    read("03d_new_number_second_plan")
    read("03c_old_number_ended")
    assert figure("repeat_plans", 2025) == (1, 1)
    assert [c.la_child_id for c in Child.every.all()] == ["NEW78"]


def test_undone_the_record_is_as_before_and_the_new_number_is_nobodys():
    first = read("03c_old_number_ended")
    undo(read("03d_new_number_second_plan"))
    assert [p.end_date for p in Plan.every.all()] == [dt.date(2023, 12, 1)]
    undo(first)
    assert not Child.every.exists()


def test_undoing_the_first_file_leaves_the_child_of_the_second():
    first = read("03c_old_number_ended")
    read("03d_new_number_second_plan")
    undo(first)
    assert [p.start_date for p in Plan.every.all()] == [dt.date(2024, 6, 20)] and Child.every.count() == 1
    read("03c_old_number_ended")
    assert Plan.every.count() == 2 and Child.every.count() == 1
    assert ImportedFile.objects.filter(status="UNDONE").count() == 1


def matches(file):
    """{number in the file: number of the record}, of those matched without a hand."""
    found = file.changes.filter(how="RENUMBERED").values_list("number", "now")
    return {now.split()[1].rstrip(".,"): number for number, now in found}


def asked(file):
    return {(q.other_number, q.number) for q in file.questions.filter(kind="SAME_CHILD")}


def answered(question, answer):
    orders.answer(questions=[question], answer=answer, by=system_user(), at=READ_AT)
    orders.do(file_id=question.file_id, clock=lambda: READ_AT)


def test_a_whole_council_under_new_numbers_is_matched_without_a_hand():
    both = council(300)
    taken(both.first())
    file = taken(both.second())
    truth, found = both.truth(), matches(file)
    assert not {number: found[number] for number in found if truth.get(number) != found[number]}
    twins = {f"{90000 - life.key}" for life in both.before if life.is_twin}
    assert truth.keys() - found.keys() <= twins | {f"{90000 - life.key - 1}" for life in both.before}
    assert len(found) > 0.97 * len(truth)
    assert Child.every.count() == len(both.before) + len(both.after) - len(found)
    alone = {(one, other) for one, other in asked(file) if one not in found}
    assert {one for one, _ in alone} >= truth.keys() - found.keys()


def one(year, number, **who):
    """A file of a year that tells of one child with a plan since June 2023."""
    facts = episode(s47(), plan())
    return of_year(year, child(facts, LAchildID=number, **who))


RESTRICTED = {"is_restricted": True, "restricted_reason": "x", "restricted_at": READ_AT}
OTHER_DAY = {"PersonBirthDate": "2015-05-05"}


def proposed(xml):
    return proposing.propose(
        file=io.BytesIO(xml), file_name="census.xml", by=system_user(), clock=lambda: READ_AT
    )


def kept(file):
    return proposing.keep(file=file, by=system_user(), clock=lambda: READ_AT, anyway=True)


def numbers():
    return {c.la_child_id: c.plans.count() for c in Child.every.all()}


def test_what_is_proposed_says_who_is_known_and_keeps_them_so():
    taken(one(2024, "OLD1"))
    file = proposed(one(2025, "NEW1"))
    assert matches(file) == {"NEW1": "OLD1"}
    kept(file)
    assert numbers() == {"OLD1": 1} and matches(file) == {"NEW1": "OLD1"}


def test_who_is_doubtful_has_a_record_of_its_own_until_somebody_answers():
    taken(one(2024, "OLD1"))
    file = taken(one(2025, "NEW1", **OTHER_DAY))
    assert numbers() == {"OLD1": 1, "NEW1": 1} and asked(file) == {("NEW1", "OLD1")}
    question = file.questions.get(kind="SAME_CHILD")
    answered(question, "SAME")
    assert numbers() == {"OLD1": 1}
    answered(question, "APART")
    assert numbers() == {"OLD1": 1, "NEW1": 1}


def test_an_answer_before_the_file_is_kept_counts_when_it_is():
    taken(one(2024, "OLD1"))
    file = proposed(one(2025, "NEW1", **OTHER_DAY))
    answered(file.questions.get(kind="SAME_CHILD"), "SAME")
    file.refresh_from_db()
    assert file.counts["children"]["added"] == 0 and matches(file) == {"NEW1": "OLD1"}
    kept(file)
    assert numbers() == {"OLD1": 1}
    undo(file)
    assert numbers() == {"OLD1": 1} and Child.every.get().birth_date == dt.date(2015, 5, 4)


def test_who_is_said_to_be_another_is_not_asked_of_again():
    taken(one(2024, "OLD1"))
    file = proposed(one(2025, "NEW1", **OTHER_DAY))
    answered(file.questions.get(kind="SAME_CHILD"), "APART")
    kept(file)
    assert numbers() == {"OLD1": 1, "NEW1": 1} and file.questions.filter(answer="").count() == 1


def test_work_under_the_new_number_is_not_lost_by_an_answer():
    taken(one(2024, "OLD1"))
    file = taken(one(2025, "NEW1", **OTHER_DAY))
    AllocationFactory(child=Child.every.get(la_child_id="NEW1"))
    answered(file.questions.get(kind="SAME_CHILD"), "SAME")
    file.refresh_from_db()
    [[number, why]] = file.not_done["stands"]
    assert number == "OLD1" and "Join the two records instead" in why
    assert file.questions.get(kind="SAME_CHILD").answer == ""
    assert numbers() == {"OLD1": 1, "NEW1": 1}


def test_of_two_numbers_only_one_can_be_said_to_be_the_child():
    taken(one(2024, "OLD1"))
    twice = [child(episode(plan()), LAchildID=number, **OTHER_DAY) for number in ("NEW1", "NEW2")]
    file = taken(of_year(2025, *twice))
    first, second = file.questions.filter(kind="SAME_CHILD").order_by("other_number")
    answered(first, "SAME")
    with pytest.raises(Refused, match="Another number in the file"):
        answered(second, "SAME")
    assert numbers() == {"OLD1": 1, "NEW2": 1}


@pytest.mark.parametrize("number", ["OLD1", "NEW1"])
def test_a_later_file_finds_the_child_by_either_number(number):
    taken(one(2024, "OLD1"))
    taken(one(2025, "NEW1"))
    file = taken(one(2026, number, **OTHER_DAY))
    assert numbers() == {"OLD1": 1} and not file.questions.filter(kind="SAME_CHILD").exists()


def test_a_resubmission_under_new_numbers_replaces_the_file_under_the_old():
    first = taken(one(2024, "OLD1"))
    file = taken(one(2024, "NEW1"))
    again = taken(one(2024, "NEW1", Sex="M"))
    assert numbers() == {"OLD1": 1} and Child.every.get().sex == "M"
    assert matches(again) == {"NEW1": "OLD1"}
    undo(again)
    undo(file)
    assert Child.every.get().sex == "F" and first.changes.count() == 0
    undo(ImportedFile.objects.get(pk=first.pk))
    assert not numbers()


def test_a_child_told_under_both_numbers_is_two_to_the_file():
    taken(one(2024, "OLD1"))
    file = taken(of_year(2025, *(child(episode(plan()), LAchildID=n) for n in ("OLD1", "NEW1"))))
    assert numbers() == {"OLD1": 1, "NEW1": 1} and not asked(file) and not matches(file)


def test_a_record_that_is_not_for_all_to_see_is_asked_of_those_who_may():
    taken(one(2024, "OLD1"))
    Child.every.update(**RESTRICTED, restricted_by=system_user())
    file = taken(one(2025, "NEW1"))
    assert not matches(file) and asked(file) == {("NEW1", "OLD1")}
    assert not any("OLD1" in line and "NEW1" in line for line in report.as_lines(file))


def test_the_command_says_how_many_were_matched_and_of_whom_it_asks():
    taken(of_year(2024, *(child(episode(plan()), LAchildID=n, UPN=None) for n in ("OLD1", "OLD2"))))
    told = [
        child(episode(plan()), LAchildID="old1", UPN=None),
        child(episode(plan()), LAchildID="NEW2", UPN=None),
    ]
    lines = list(report.as_lines(taken(of_year(2025, *told))))
    assert "Matched 1 child under a new number" in lines
    assert "To be asked of a person, on the page of the file: 1 child" in lines
    assert any(line.startswith("The file tells of a child under the number NEW2") for line in lines)


def test_a_pair_that_the_scan_found_does_not_keep_a_record_that_goes():
    taken(one(2024, "OLD1"))
    file = taken(one(2025, "NEW1", **OTHER_DAY))
    find_pairs(at=READ_AT)
    assert ChildPair.every.count() == 1
    answered(file.questions.get(kind="SAME_CHILD"), "SAME")
    assert numbers() == {"OLD1": 1} and not ChildPair.every.exists()


def test_the_child_is_found_by_either_number():
    taken(one(2024, "OLD1"))
    taken(one(2025, "NEW1"))
    record, chair = Child.every.get(), person("CHAIR")
    for number in ("OLD1", "NEW1", "new1"):
        found = find(chair, Search(numbers=(number,)), on=READ_AT.date()).matches
        assert [match.child for match in found] == [record]
    rows = {row.key: row.value for row in identity(child_record(chair, record.ref), READ_AT.date())}
    assert rows["Council number"] == "OLD1. In census files also NEW1"


def test_what_is_said_of_the_new_number_is_shown_with_the_child():
    taken(one(2024, "OLD1"))
    file = taken(one(2025, "NEW1", PersonBirthDate="2015-05-04", Ethnicity=None))
    rows = faults(person("STRATEGIC_LEAD"), file, kind="", rule="4220", page=1).rows
    assert [row.child for row in rows] == [Child.every.get()]


def test_the_case_system_s_file_of_the_new_number_reaches_the_child():
    taken(one(2024, "OLD1"))
    taken(one(2025, "NEW1"))
    fed(row("NEW1", born="2015-05-04", given="Amber", family="Fable"))
    assert [(c.la_child_id, c.given_names) for c in Child.every.all()] == [("OLD1", "Amber")]


def test_the_case_system_s_file_of_both_numbers_is_of_two_children():
    taken(one(2024, "OLD1"))
    taken(one(2025, "NEW1"))
    fed(row("OLD1", born="2015-05-04", given="Amber"), row("NEW1", given="Basil"))
    assert {(c.la_child_id, c.given_names) for c in Child.every.all()} == {
        ("OLD1", "Amber"),
        ("NEW1", "Basil"),
    }


def test_a_number_of_a_closed_record_is_dealt_with_as_one_that_nobody_has():
    """Or a forged file would tell which numbers are those of hidden children."""
    taken(one(2024, "OLD1"))
    earlier = episode(CINreferralDate="2022-05-30")
    taken(of_year(2023, child(earlier, LAchildID="HID1", UPN=None, PersonBirthDate="2010-01-05")))
    hidden = Child.every.filter(la_child_id="HID1")
    hidden.update(**RESTRICTED, restricted_by=system_user())
    forged = proposed(one(2025, "HID1"))
    assert matches(forged) == {"HID1": "OLD1"} and forged.counts["children"]["added"] == 0
    file = taken(one(2025, "HID1", **OTHER_DAY))
    answered(file.questions.get(kind="SAME_CHILD"), "SAME")
    assert numbers() == {"OLD1": 1, "HID1": 0} and hidden.get().need_episodes.count() == 1


# ----- A number that was another child's before ------------------------------------------------------------

BABY = {"PersonBirthDate": "2024-01-09", "UPN": None, "UPNunknown": "UN1", "Sex": "M"}


def baby(year=2025, number="OLD1", **who):
    """A file that tells of a baby, born long after the child of the number."""
    facts = episode(plan(CPPstartDate="2024-06-20"), CINreferralDate="2024-05-30")
    return of_year(year, child(facts, LAchildID=number, **BABY | who))


def held_plans():
    return [(p.child.la_child_id, str(p.start_date)) for p in Plan.every.order_by("start_date")]


def told_before():
    taken(of_year(2024, child(episode(s47(), plan(CPPendDate="2023-12-01")), LAchildID="OLD1")))


def recorded_here():
    """No file tells of the child."""
    ChildFactory(la_child_id="OLD1", birth_date=dt.date(2015, 5, 4), upn="", sex="F")


known_here = pytest.mark.parametrize("known", [told_before, recorded_here])


@known_here
def test_another_child_under_a_number_that_was_used_is_a_question_and_not_taken(known):
    known()
    before = held_plans()
    file = taken(baby())
    assert held_plans() == before
    assert Child.every.get().birth_date == dt.date(2015, 5, 4)
    question = file.questions.get(kind="RECORDED", fact="children")
    assert question.number == "OLD1" and "born on 9 January 2024" in question.sentence
    assert [f.rule for f in file.faults.filter(kind="REFUSED")] == ["USED"]


@known_here
def test_whoever_says_that_it_is_the_same_child_has_it_taken_and_may_say_otherwise(known):
    known()
    before = held_plans()
    file = taken(baby())
    question = file.questions.get(kind="RECORDED", fact="children")
    answered(question, "FILE")
    assert held_plans() == [*before, ("OLD1", "2024-06-20")]
    answered(question, "HERE")
    assert held_plans() == before


@known_here
def test_it_is_asked_of_a_proposed_file_too_and_kept_as_answered(known):
    known()
    before = held_plans()
    file = proposed(baby())
    assert file.counts["plans"]["added"] == 0
    answered(file.questions.get(kind="RECORDED", fact="children"), "FILE")
    file.refresh_from_db()
    assert file.counts["plans"]["added"] == 1
    kept(file)
    assert held_plans() == [*before, ("OLD1", "2024-06-20")]


def test_a_later_file_does_not_bring_in_what_was_left_out():
    told_before()
    taken(baby())
    facts = episode(s47(), plan(CPPendDate="2023-12-01"))
    taken(of_year(2026, child(facts, LAchildID="OLD1")))
    assert held_plans() == [("OLD1", "2023-06-14")]


@pytest.mark.parametrize(
    "who",
    [
        {"PersonBirthDate": "2015-05-14"},
        {"PersonBirthDate": "2016-05-04"},
        {"PersonBirthDate": "2015-04-05"},
        {"UPN": "X358000000001", "UPNunknown": None},
    ],
)
def test_a_birth_date_typed_wrongly_or_the_same_pupil_number_is_the_same_child(who):
    told_before()
    file = taken(baby(**who))
    assert len(held_plans()) == 2 and not file.questions.filter(fact="children", kind="RECORDED").exists()


def test_whoever_shares_what_happened_is_the_same_child():
    told_before()
    facts = episode(s47(), plan(CPPendDate="2023-12-01"))
    file = taken(of_year(2025, child(facts, LAchildID="OLD1", **BABY)))
    assert not file.questions.exists() and Child.every.get().birth_date == dt.date(2024, 1, 9)


@known_here
def test_of_a_hidden_child_s_number_only_whoever_may_see_the_child_is_asked(known):
    known()
    before = held_plans()
    Child.every.update(**RESTRICTED, restricted_by=system_user())
    file = taken(baby())
    assert held_plans() == before and file.counts["plans"]["added"] == 1
    assert not any("USED" in line or "2015" in line for line in report.as_lines(file))
    assert {f.told_to for f in file.faults.filter(rule="USED")} == {"SEEING"}
