"""The versions of an account and of a decision: what each changed from the one before."""

import datetime as dt

from conferences.views.presenters import consultations_versions as versions
from tests.factories import (
    ConsultationAccountChildFactory,
    ConsultationAccountFactory,
    ConsultationAnswerFactory,
    ConsultationConditionFactory,
)
from tests.presenters.made import made, person, said
from tests.presenters.test_consultations_acts import child

ON = dt.date(2018, 4, 11)
AMBER, WREN = child("Amber"), child("Wren")


def account(number, *parts, **texts):
    """`parts`: whom it was given for, each with their words."""
    own = [
        made(ConsultationAccountChildFactory, consultation=one, account=None, child_words=words)
        for one, words in parts
    ]
    whole = {"number": number, "given_by": person("SOCIAL_WORKER"), "children": own}
    return made(ConsultationAccountFactory, **(whole | {"why_now": "Police came.", **texts}))


def test_each_version_tells_its_changes_to_the_one_before():
    first = account(1, (AMBER, "It is loud."))
    second = account(2, (AMBER, "It is loud."), why_now="Police came. Twice.", manager_view="I agree.")
    last, before = versions.account_versions((second, first), (AMBER,), ON)
    assert (last.since, before.since, before.changes) == (1, 0, [])
    assert set(said(last.changes)) == {"Why now", "The Team manager"}
    assert "</span>Twice." in said(last.changes)["Why now"] and last.no_change == ""


def test_a_child_who_was_decided_meanwhile_did_not_take_back_their_words():
    first, second = account(1, (AMBER, "Loud."), (WREN, "Cold.")), account(2, (WREN, "Cold."))
    last, _ = versions.account_versions((second, first), (AMBER, WREN), ON)
    assert last.changes == [] and last.no_change == versions.NO_CHANGE


def test_a_version_that_may_not_be_read_is_passed_over_by_number():
    last, _ = versions.account_versions((account(3), account(1)), (AMBER,), ON)
    assert last.since == 1


def test_a_decision_that_passes_a_condition_to_somebody_else_says_so():
    whose = (person("SOCIAL_WORKER"), person("CHAIR"))
    before, given = (
        made(
            ConsultationAnswerFactory,
            conditions=[made(ConsultationConditionFactory, answer=None, owner=owner)],
            tied=[],
        )
        for owner in whose
    )
    changes = said(versions.decision_changes(given, before))
    assert list(changes) == ["Conditions"] and "Sample" in changes["Conditions"]


def test_what_more_is_wanted_is_not_called_support():
    wanted = made(
        ConsultationAnswerFactory,
        answer="MORE_INFORMATION",
        instead="The school’s view",
        wanted_by_date=ON,
        conditions=[],
        tied=[],
    )
    before = made(ConsultationAnswerFactory, conditions=[], tied=[])
    changes = said(versions.decision_changes(wanted, before))
    assert {"What is wanted", "Wanted by"} <= set(changes) and "Support" not in changes
