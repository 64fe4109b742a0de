"""A first view: noted once by who decides, before the decision, and kept as it is."""

import uuid

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from conferences.models import ConsultationFirstView
from conferences.operations.consultations_first_views import FirstView, note_first_views
from conferences.rules.consultations import Answer
from safeguarding.models import AuditEntry
from safeguarding.refusals import FORBIDDEN, Refused
from safeguarding.versions import StaleVersion
from tests.cast import person
from tests.factories import (
    NOON,
    ChildFactory,
    ConsultationAccountChildFactory,
    ConsultationAccountFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    ConsultationFirstViewFactory,
)

pytestmark = pytest.mark.django_db
AGREE = FirstView(Answer.AGREE, " The old harm, soon after. ")


@pytest.fixture
def lead(db):
    return person("STRATEGIC_LEAD")


@pytest.fixture
def two():
    """A sister and a brother in one consultation that waits."""
    one = ConsultationFactory(state="ASKED")
    request = one.requested_child.request
    return [one, ConsultationFactory(state="ASKED", requested_child__request=request)]


def note(children, by, views=None, **more):
    views = views or {one.pk: AGREE for one in children}
    return note_first_views(consultations=children, views=views, by=by, at=NOON, **more)


def refusal(*args, **more):
    with pytest.raises(Refused) as refused:
        note(*args, **more)
    return refused.value


def test_it_is_kept_for_each_child_with_the_account_that_stood(two, lead):
    way = FirstView(Answer.ANOTHER_WAY, "Support was not tried.")
    noted = note(two, lead, {two[0].pk: AGREE, two[1].pk: way})
    assert [one.leans for one in noted] == ["AGREE", "ANOTHER_WAY"]
    assert noted[0].words == "The old harm, soon after." and noted[0].noted_by == lead
    assert noted[0].account == two[0].within.accounts.filter(children__consultation=two[0]).last()
    assert len({one.act for one in noted}) == 1
    entry = AuditEntry.objects.filter(event="consultation.first_view").first()
    assert entry.done_by == lead and "AGREE" not in str(entry.detail)


def test_the_same_act_sent_twice_is_one_and_another_is_refused(two, lead):
    act = uuid.uuid4()
    first, again = note(two, lead, act=act), note(two, lead, act=act)
    assert [one.pk for one in first] == [one.pk for one in again]
    assert "already" in refusal(two, lead, act=uuid.uuid4()).sentence
    assert ConsultationFirstView.objects.unscoped("test").count() == 2


def test_two_who_decide_each_have_their_own(two, lead):
    note(two, lead)
    assert note(two, person("STRATEGIC_LEAD"))


def test_nobody_notes_one_on_what_they_asked_for(two):
    asker = two[0].asked_by
    asker.role = "STRATEGIC_LEAD"
    asker.save(update_fields=["role"])
    assert refusal(two, asker).status == FORBIDDEN


@pytest.mark.parametrize("role", ["CHAIR", "SOCIAL_WORKER", "TEAM_MANAGER", "MANAGER", "BUSINESS_SUPPORT"])
def test_no_other_role_notes_one(two, role):
    assert refusal(two, person(role)).status in (FORBIDDEN, 404)


def test_what_is_missing_is_told_beside_each_child(two, lead):
    missing = refusal(two, lead, {two[0].pk: FirstView(None, "x"), two[1].pk: FirstView(Answer.AGREE, "  ")})
    assert {(problem.field, problem.about) for problem in missing.problems} == {
        ("leans", two[0].pk),
        ("words", two[1].pk),
    }
    nothing = note_first_views
    with pytest.raises(Refused, match="Select which way you lean"):
        nothing(consultations=two, views={}, by=lead, at=NOON)


@pytest.mark.parametrize("state", ["RAISED", "MORE_INFORMATION", "AGREED", "ANOTHER_WAY"])
def test_it_comes_while_a_decision_is_waited_for(lead, state):
    if state == "RAISED":
        one = ConsultationFactory()
    else:
        answer = {"AGREED": "AGREE"}.get(state, state)
        instead = "" if answer == "AGREE" else "The invented school knows more."
        given = {"answer": answer, "instead": instead}
        one = ConsultationAnswerFactory(consultation=ConsultationFactory(state="ASKED"), **given).consultation
    assert "comes before the decision" in refusal([one], lead).sentence


def test_a_form_that_is_older_than_the_account_is_said_to_be(two, lead):
    assert isinstance(refusal(two, lead, seen="0.0"), StaleVersion)


def test_a_hidden_child_is_not_there(lead):
    hidden = ConsultationFactory(state="ASKED", requested_child__child=ChildFactory(restricted=True))
    assert refusal([hidden], lead).status == 404


@pytest.mark.parametrize(
    "statement",
    ["UPDATE {table} SET words = 'Otherwise'", "DELETE FROM {table}", "UPDATE {table} SET noted_at = now()"],
)
def test_the_database_keeps_it_from_raw_sql(two, statement):
    ConsultationFirstViewFactory(consultation=two[0])
    table = ConsultationFirstView._meta.db_table
    refused = pytest.raises(DatabaseError, match="Cannot (update|delete)")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table=table))


@pytest.mark.parametrize("name", ["one's own", "after the decision", "on an older account"])
def test_the_database_refuses_what_is_no_first_view(two, name):
    one = two[0]
    with pytest.raises(IntegrityError, match="firstview_"), transaction.atomic():
        if name == "one's own":
            ConsultationFirstViewFactory(consultation=one, noted_by=one.asked_by)
        elif name == "after the decision":
            ConsultationAnswerFactory(consultation=one)
            ConsultationFirstViewFactory(consultation=one)
        else:
            ConsultationFirstViewFactory(consultation=one, account=None)


def test_it_is_refused_on_an_account_that_the_decider_may_not_read(two, lead):
    told = {"is_restricted": True, "restricted_reason": "x", "restricted_by": lead, "restricted_at": NOON}
    both = ConsultationAccountFactory(within=two[0].within)
    for one in two:
        ConsultationAccountChildFactory(account=both, consultation=one)
    type(two[1].child).every.filter(pk=two[1].child_id).update(**told)
    error = refusal(two[:1], lead)
    assert "tells of a child whose record you may not open" in error.sentence
    assert not ConsultationFirstView.objects.unscoped("test").exists()
