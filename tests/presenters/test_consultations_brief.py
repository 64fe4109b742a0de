"""What is read first of a consultation, and what a closed part says of what is in it."""

import datetime as dt

from conferences.queries.consultations import FamilyView
from conferences.queries.consultations_facts import FamilyFacts
from conferences.queries.consultations_facts_child import ChildFacts
from conferences.views.presenters import consultations_brief as brief
from safeguarding.pagekit.components import Cell
from tests.factories import (
    ChildFactory,
    ChildPartFactory,
    ConsultationAccountChildFactory,
    ConsultationAccountFactory,
    ConsultationFactory,
    FamilyConsultationFactory,
    PlanActionFactory,
    RequestedChildFactory,
)
from tests.presenters.made import cells, made, person, said
from tests.presenters.test_consultations_plans import ASKED, of_ours

WITHIN = made(FamilyConsultationFactory)


def child(name, **fields):
    own = made(ChildFactory, given_names=name, family_name="Testcase")
    asked = made(RequestedChildFactory, child=own)
    return made(ConsultationFactory, within=WITHIN, child=own, requested_child=asked, **fields)


AMBER, WREN = child("Amber", state="ASKED"), child("Wren", state="ASKED")


def known(**facts):
    """The facts of Amber, and nothing of Wren."""
    amber, wren = ChildFacts(AMBER.child, ASKED, **facts), ChildFacts(WREN.child, ASKED)
    return FamilyFacts({AMBER.child.pk: amber, WREN.child.pk: wren})


def view(*children, **fields):
    return FamilyView(WITHIN, children or (AMBER, WREN), **fields)


def table(facts, **fields):
    whole = view(**fields)
    told = brief.brief_of(whole, facts, [Cell("A plan before") for _ in whole.children], ASKED)
    return {row[0]: row[1:] for row in cells(told.children)}


def test_what_the_last_plan_was_to_change_stands_with_whether_it_did_the_worries_first():
    plan = of_ours(
        began=made(ChildPartFactory, worried_about="He shouts at night."),
        ended=made(ChildPartFactory, worried_about="He is back.", working_well="Quiet in spring."),
        actions=(made(PlanActionFactory, what="Sleep elsewhere", who="Dad", by_date=dt.date(2015, 3, 2)),),
    )
    told = table(known(plans=(plan,)))
    assert told["It was to change"][0] == "He shouts at night. Sleep elsewhere (Dad, by 2 March 2015)."
    assert told["Whether it did"][0].index("He is back.") < told["Whether it did"][0].index(
        "Quiet in spring."
    )
    assert told["Last plan"][1] == "None is known" and told["Whether it did"][1] == ""
    assert "It ended 2 years and 2 months before this was raised." in told["Last plan"][0]
    assert table(known(plans=(of_ours(),)))["Whether it did"][0] == "Not recorded"


def test_the_account_is_told_in_short_and_a_text_that_goes_on_says_so():
    parts = [
        made(ConsultationAccountChildFactory, consultation=WREN, account=None, child_words="It is loud.")
    ]
    long = "word " * 200
    account = made(
        ConsultationAccountFactory, number=2, why_now=long, given_by=person("SOCIAL_WORKER"), children=parts
    )
    told = brief.brief_of(view(accounts=(account,)), known(), [Cell(), Cell()], ASKED)
    rows = said(told.account)
    assert rows["Why now"].endswith("word …") and len(rows["Why now"]) <= brief.FAMILY_TEXT + 2
    assert told.is_cut and rows["What is asked for"] == brief.NOT_TOLD
    assert table(known(), accounts=(account,))["In their words"] == ["", "It is loud."]
    assert brief.brief_of(view(), known(), [Cell(), Cell()], ASKED).account == []


def test_where_each_child_stands_is_told_where_they_do_not_stand_alike():
    assert "Where it stands" not in table(known())
    decided = child("Amber", state="AGREED")
    facts = FamilyFacts({one.child.pk: ChildFacts(one.child, ASKED) for one in (decided, WREN)})
    told = brief.brief_of(view(decided, WREN), facts, [Cell(), Cell()], ASKED).children
    assert cells(told)[0] == ["Where it stands", "Conference agreed", "Waiting for the answer"]
