"""What each closed part of a consultation's page says of itself."""

import datetime as dt
import uuid

from conferences.queries.consultations_facts import FamilyFacts
from conferences.queries.consultations_facts_child import ChildFacts, Since
from conferences.views.presenters import consultations_folds as folds
from tests.factories import AllocationFactory, ChildFactory, EnquiryFactory
from tests.presenters.made import made, person
from tests.presenters.test_consultations_acts import LATER, answer, child
from tests.presenters.test_consultations_brief import AMBER, known, view
from tests.presenters.test_consultations_plans import ASKED, of_ours


def test_a_closed_part_says_the_number_and_the_gravest_of_each_child():
    worker, other = person("SOCIAL_WORKER"), person("TEAM_MANAGER")
    held = tuple(made(AllocationFactory, worker=who) for who in (worker, other))
    since = Since(ASKED, False, (), (made(EnquiryFactory),), (), held)
    facts = known(plans=(of_ours(),), hidden=1, since=since)
    told = folds.record_fold(view(), facts).fact
    assert told == (
        "Amber: 1 section 47 enquiry and 2 workers since the last plan ended. Wren: no plan to count from."
    )
    told = folds.history_fold(view(), facts).fact
    assert told.startswith("Amber: 1 plan; the last ended 2 years and 2 months before, risk reduced")
    assert "1 earlier plan in a record you may not open" in told
    assert told.endswith("Wren: no plan is known that may be opened here.")


def test_what_is_the_same_for_all_children_is_said_once():
    assert folds.record_fold(view(), known()).fact == "No plan to count from."


def test_brothers_and_sisters_who_died_or_have_a_plan_are_told_before_they_are_opened():
    lost = made(ChildFactory, given_names="Robin", death_date=ASKED)
    facts = FamilyFacts({}, (ChildFacts(lost, ASKED), ChildFacts(AMBER.child, ASKED, (of_ours(end=None),))))
    fold = folds.siblings_fold(facts)
    assert (fold.title, fold.fact) == ("Brothers and sisters (2)", "Robin died; 1 with a plan that runs.")
    assert folds.siblings_fold(FamilyFacts({})) is None


def test_a_brother_who_died_without_a_first_name_is_told_by_what_is_known_of_him():
    lost = made(ChildFactory, given_names="", family_name="Testcase", death_date=ASKED)
    fold = folds.siblings_fold(FamilyFacts({}, (ChildFacts(lost, ASKED),)))
    assert fold.fact == f"{lost.display_name} died." and lost.display_name


def test_answers_tell_each_decision_of_the_last_act_with_the_day_of_its_own_question():
    asks = {"answer": "MORE_INFORMATION", "wanted_by_date": dt.date(2018, 4, 13)}
    amber, wren = child("Amber", answer()), child("Wren", answer(**asks))
    fold = folds.answers_fold([amber, wren])
    assert fold.title == "Answers so far (1)"
    assert fold.fact.startswith(
        "Agree that a conference is held, for Amber Testcase; ask for more information by a day, for Wren"
        " Testcase, wanted by 13 April 2018. "
    )
    later = child("Wren", answer(**asks), answer(act=uuid.uuid4(), answered_at=LATER))
    fold = folds.answers_fold([amber, later])
    assert fold.title == "Answers so far (2)"
    assert fold.fact.startswith("The last: agree that a conference is held, for Wren Testcase. ")
