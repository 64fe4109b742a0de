"""What is true of what was agreed and not asked for, and who may take back what."""

import datetime as dt

import pytest

from conferences.queries.clocks import Clock
from conferences.queries.consultations_in_place import Deciders
from conferences.rules.deadlines import Code
from conferences.views.presenters import consultations_agreed as agreed
from tests.factories import AgencyFactory, ConsultationAnswerFactory, FamilyConsultationFactory
from tests.presenters.made import made, moment, person
from tests.presenters.test_consultations_acts import child

ON = dt.date(2018, 4, 11)
AT = moment(ON, 9)


def due(day, *children):
    """What is to be asked for by a day, by consultation."""
    return {one.pk: Clock(Code.ASK_AGREED, one.pk, [], ON, day, None, None, None, True) for one in children}


def answer(**fields):
    whole = {"consultation": child("Amber"), "answered_by": person("STRATEGIC_LEAD"), "answered_at": AT}
    return made(ConsultationAnswerFactory, **(whole | {"supersedes": None, "account": None} | fields))


def test_for_whom_nobody_asked_yet_is_said_with_who_does_and_by_when():
    one, other = child("Amber"), child("Ruby")
    waits = due(dt.date(2018, 4, 12), one)
    team = agreed.unasked_line([one, other], waits, person("SOCIAL_WORKER"), ON)
    assert "Amber Testcase" in team and "Ruby" not in team and "Ask for it by Thursday 12 April 2018" in team
    assert "The children’s team asks for it by" in agreed.unasked_line([one], waits, person("CHAIR"), ON)
    assert agreed.unasked_line([one, other], {}, person("CHAIR"), ON) == ""


def test_what_was_raised_by_hand_is_taken_back_by_the_team_and_by_who_raised_it():
    waits = child("Amber", state="RAISED", cause="BY_HAND", requested_child=None)
    asked = child("Ruby", state="RAISED", cause="PREVIOUS_PLAN")
    for role, found in (("SOCIAL_WORKER", [waits]), ("STRATEGIC_LEAD", []), ("BUSINESS_SUPPORT", [])):
        assert agreed.taken_back([waits, asked], person(role), {}) == found
    lead = person("STRATEGIC_LEAD")
    own = child("Amber", state="RAISED", cause="BY_HAND", requested_child=None)
    own.within = made(FamilyConsultationFactory, raised_by=lead)
    assert agreed.taken_back([own], lead, {}) == [own]


@pytest.mark.parametrize(("given", "team", "lead"), [("AGREE", True, True), ("PARTNER_RIGHT", False, True)])
def test_what_was_agreed_is_taken_back_by_the_team_and_a_partner_s_right_by_who_decides(given, team, lead):
    one = child("Amber", answer(answer=given), state="AGREED")
    waits = due(ON, one)
    assert bool(agreed.taken_back([one], person("SOCIAL_WORKER"), waits)) is team
    assert bool(agreed.taken_back([one], person("STRATEGIC_LEAD"), waits)) is lead
    assert agreed.taken_back([one], person("STRATEGIC_LEAD"), {}) == []


def test_what_was_taken_back_in_one_act_is_told_once_with_why():
    back = {"withdrawn_at": AT, "withdrawn_by": person("CHAIR"), "withdrawn_reason": "The aunt has them."}
    (entry,) = agreed.withdrawn_entries([child("Amber", **back), child("Ruby", **back), child("Opal")])
    assert entry.title == "Withdrawn for Amber Testcase and Ruby Testcase"
    assert agreed.withdrawn_entries([child("Opal")]) == []


def test_who_asked_reads_who_decides_instead_or_what_to_do_where_nobody_may():
    said = agreed.own_words(Deciders(("Ada Example", "Ben Example")), ON)
    assert said.endswith("It is decided by Ada Example or Ben Example.")
    assert agreed.own_words(Deciders(in_place=("Cy Example",)), ON).endswith("by Cy Example.")
    nobody = agreed.own_words(Deciders(), ON)
    assert "Nobody else here may." in nobody and "withdraw it with the reason" in nobody


def test_a_request_begins_with_what_was_agreed():
    one = child("Amber")
    known = agreed.agreed_answers(one, answer(reasons="It is back."))
    assert known == {
        "children": [str(one.child.ref)],
        "reason": "A conference was agreed on 11 April 2018: It is back.",
    }
    right = answer(answer="PARTNER_RIGHT", agency=made(AgencyFactory, name="Police"), reasons="A bruise.")
    told = "Police used its right to a conference on 11 April 2018: A bruise."
    assert agreed.agreed_answers(one, right)["reason"] == told
    assert agreed.agreed_answers(None, None) == {}
