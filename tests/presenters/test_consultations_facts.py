"""What the record knows of a consultation's children, in words."""

import datetime as dt

from conferences.queries.consultations import FamilyView
from conferences.queries.consultations_facts import FamilyFacts
from conferences.queries.consultations_facts_child import ChildFacts, KnownPlan, Since
from conferences.queries.plans_history import PlanOfLife
from conferences.rules.replans import FoundIn
from conferences.views.presenters import consultations_facts as facts
from safeguarding.workingdays import span
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    ConferenceChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    DecisionFactory,
    EnquiryFactory,
    FamilyConsultationFactory,
    PlanElsewhereFactory,
    PlanFactory,
    RequestedChildFactory,
)
from tests.presenters.made import cells, made, moment, person, said

ON = dt.date(2018, 4, 11)
START, END = dt.date(2015, 1, 5), dt.date(2016, 2, 1)


def consultation(**fields):
    child = made(ChildFactory, given_names="Amber", family_name="Testcase")
    whole = {"within": made(FamilyConsultationFactory), "child": child, "requested_child": None}
    return made(ConsultationFactory, **(whole | fields))


def elsewhere(start=START, end=END):
    plan = made(PlanElsewhereFactory, start_date=start, end_date=end, authority_name="Neighbourshire")
    return KnownPlan(FoundIn.ELSEWHERE, start, end, elsewhere=plan)


def page(siblings=(), **known):
    one = consultation()
    found = ChildFacts(one.child, ON, **known)
    return facts.facts_page(
        FamilyView(one.within, (one,)), FamilyFacts({one.child.pk: found}, tuple(siblings)), ON
    )


def glance(**known):
    return {row[0]: row[1] for row in cells(page(**known).glance)}


def test_the_plans_are_numbered_by_where_they_were_and_a_hidden_one_is_told_by_number():
    told = glance(plans=(elsewhere(),), hidden=1)
    assert told["Plans before"] == "1 1 elsewhere. 1 earlier plan in a record you may not open."
    assert glance()["Plans before"] == "None is known"


def ours(start, end=None):
    plan = made(PlanFactory, start_date=start, end_date=end)
    return KnownPlan(
        FoundIn.OWN, start, end, life=PlanOfLife(plan, 1, span(start, end or start), None, None, (), ())
    )


def test_a_plan_that_began_after_it_was_raised_is_no_plan_before():
    later = ours(dt.date(2018, 5, 1), dt.date(2018, 9, 3))
    told = glance(plans=(ours(dt.date(2019, 1, 7)), later, elsewhere()))
    assert told["Plans before"] == "1 1 elsewhere. 2 plans began since this was raised."
    assert glance(plans=(later,))["Plans before"] == "None is known 1 plan began since this was raised."


def test_a_plan_that_ran_when_it_was_raised_is_no_plan_before_once_it_ended():
    start, end = dt.date(2017, 1, 9), dt.date(2018, 4, 12)
    assert glance(plans=(ours(start),))["Plans before"] == (
        "None is known A plan began on 9 January 2017 and runs."
    )
    assert glance(plans=(ours(start, end), elsewhere()))["Plans before"] == (
        "1 1 elsewhere. A plan began on 9 January 2017 and ran until 12 April 2018."
    )
    assert glance(plans=(ours(start, ON),))["Plans before"] == "1 1 here."


def test_a_census_that_counted_more_plans_before_is_told_beside_those_that_are_known():
    def counted(number, *plans):
        one = consultation(requested_child=made(RequestedChildFactory, recorded_previous_plans=number))
        known = {one.child.pk: ChildFacts(one.child, ON, plans)}
        page = facts.facts_page(FamilyView(one.within, (one,)), FamilyFacts(known, ()), ON)
        return {row[0]: row[1] for row in cells(page.glance)}["Plans before"]

    assert counted(2) == "None is known A census counted 2."
    assert counted(2, elsewhere()) == "1 1 elsewhere. A census counted 2."
    assert counted(1, elsewhere()) == "1 1 elsewhere."


def test_what_happened_since_is_counted_from_a_day_that_is_told():
    since = Since(END, False, (), (made(EnquiryFactory), made(EnquiryFactory)), (), ())
    told = glance(plans=(elsewhere(),), since=since)
    assert told["Since then"] == "2 section 47 enquiries Since the last plan ended, 1 February 2016."
    assert told["Workers since"] == "None is recorded"
    assert glance()["Since then"] == "No plan to count from"


def test_workers_are_told_in_their_order_and_once_in_a_row():
    ada, bo = person("SOCIAL_WORKER"), person("TEAM_MANAGER")
    held = tuple(made(AllocationFactory, worker=who) for who in (ada, ada, bo, ada))
    told = glance(since=Since(END, True, (), (), (), held))
    assert told["Workers since"] == (
        "3 Sample Social worker, then Sample Team manager, then Sample Social worker."
    )


def test_the_last_chairs_view_is_the_reason_of_the_last_decision():
    (child,) = page().children
    assert said(child.last)["The last chair’s view"] == "Not recorded"
    met = made(ConferenceChildFactory, conference__chair=person(), conference__held_date=END)
    made_decision = made(DecisionFactory, conference_child=met, outcome="PLAN_ENDS", reasons="It is calm.")
    met._state.fields_cache["decision"] = made_decision
    (child,) = page(last_met=met).children
    told = str(said(child.last)["The last chair’s view"])
    assert told == "The child protection plan ends: It is calm.<br>Sample Independent chair, 1 February 2016."


def earlier(**fields):
    asked = made(RequestedChildFactory, **fields)
    asked._state.fields_cache["part"] = None
    answer = made(
        ConsultationAnswerFactory, answered_by=person("STRATEGIC_LEAD"), account=None, supersedes=None
    )
    at = moment(dt.date(2016, 9, 1), 9)
    return consultation(requested_child=asked, state="AGREED", raised_at=at, answers=[answer])


def test_an_earlier_consultation_is_told_with_its_reasons_and_what_became_of_it():
    (child,) = page(earlier=(earlier(),)).children
    (entry,) = child.earlier
    assert entry.title == "Conference agreed"
    assert "The invented harm has come back." in entry.lines
    assert entry.lines[-1] == "What became of it: the conference lies ahead."
    withdrawn = ChildFacts(made(ChildFactory), ON)
    told = facts.became(earlier(request__state="WITHDRAWN"), withdrawn, ON)
    assert told == "What became of it: the request was withdrawn, and no plan is recorded since."
    begun = ChildFacts(made(ChildFactory), ON, (elsewhere(dt.date(2017, 1, 9), None),))
    assert facts.became(earlier(), begun, ON) == "What became of it: a plan began on 9 January 2017."


def test_brothers_and_sisters_stand_with_a_line_a_plan():
    sister = made(ChildFactory, given_names="Wren", family_name="Testcase", birth_date=START)
    told = page([ChildFacts(sister, ON, (elsewhere(),)), ChildFacts(sister, ON)]).siblings
    assert told[0].link.text == "Wren Testcase, Born 5 January 2015 (3 years old)"
    assert told[0].lines[0].endswith("How it ended is not recorded.")
    assert told[1].lines == ["No plan is recorded."]
