"""A second opinion is given blind: nothing on its page tells what was decided or what followed."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse

from conferences.models import SecondOpinion
from conferences.queries.consultations_facts import RECORD
from conferences.queries.consultations_second_facts import HAPPENED
from safeguarding.clock import now, today
from safeguarding.models import ReadLog
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    ChildInNeedPlanFactory,
    ConferenceChildFactory,
    ConsultationAccountFactory,
    ConsultationAnswerFactory,
    ConsultationAnswerReasonFactory,
    ConsultationConditionFactory,
    ConsultationDissentFactory,
    ConsultationFactory,
    DecisionFactory,
    EnquiryFactory,
    NeedEpisodeFactory,
    PlanFactory,
    SecondOpinionFactory,
    SupportTriedFactory,
    ThresholdStatementFactory,
)
from tests.views.pages import text

pytestmark = pytest.mark.django_db
GIVEN = {"opinion": "AGREE", "words": "The whole history says so.", "knew": "no"}


def page_of(second):
    return reverse("second_opinion", args=[second.ref])


@pytest.fixture
def decided():
    """A decision of some weeks ago on Amber, with all that hangs from it and all that followed."""
    day = add_days(today(), -60)
    at = now() - dt.timedelta(days=60)
    amber = ChildFactory(given_names="Amber", family_name="Testcase")
    PlanFactory(
        child=amber, start_date=add_days(day, -900), end_date=add_days(day, -400), end_reason="RISK_REDUCED"
    )
    asked = ConsultationFactory(
        requested_child__child=amber,
        requested_child__request__family=amber.family,
        requested_child__request__requested_at=at - dt.timedelta(days=3),
        raised_at=at - dt.timedelta(days=3),
    )
    return ConsultationAnswerFactory(
        consultation=asked,
        answer="ANOTHER_WAY",
        act=uuid.uuid4(),
        reasons="canary-reasons",
        instead="canary-instead",
        way="FAMILY_GROUP_CONFERENCE",
        lead_words="canary-lead",
        review_date=add_days(day, 30),
        answered_at=at,
    )


@pytest.fixture
def second(decided):
    return SecondOpinionFactory(answer=decided)


def followed(answer):
    """What hangs from the decision and what came after it, each with a word of its own."""
    one, day = answer.consultation, answer.answered_at.date()
    amber = one.child
    ConsultationConditionFactory(answer=answer, what="canary-condition", due_date=add_days(day, 9))
    statement = ThresholdStatementFactory(words="canary-statement", until_date=add_days(day, 3))
    ConsultationAnswerReasonFactory(answer=answer, statement=statement)
    ConsultationDissentFactory(consultation=one, words="canary-dissent")
    later = ConsultationAccountFactory(
        within=one.within, why_now="canary-account", given_at=answer.answered_at + dt.timedelta(days=1)
    )
    ConsultationAnswerFactory(
        consultation=one,
        answer="AGREE",
        account=answer.account,
        reasons="canary-later",
        supersedes=answer,
        supersedes_reason="canary-because",
        answered_at=answer.answered_at + dt.timedelta(days=9),
    )
    held = ConferenceChildFactory(child=amber, held_date=add_days(day, 10))
    DecisionFactory(conference_child=held, reasons="canary-conference")
    PlanFactory(child=amber, start_date=add_days(day, 10), initial_category="SAB", latest_category="SAB")
    EnquiryFactory(child=amber, started_date=add_days(day, 2))
    ChildInNeedPlanFactory(child=amber, start_date=add_days(day, 4))
    NeedEpisodeFactory(child=amber, referral_date=add_days(day, 5))
    SupportTriedFactory(child=amber, aim="canary-aim", **told_after(answer))
    worker = person("SOCIAL_WORKER")
    type(worker).objects.filter(pk=worker.pk).update(full_name="Canary Worker")
    AllocationFactory(child=amber, worker=worker, start_date=add_days(day, 6))
    return later


def told_after(answer):
    at = answer.answered_at + dt.timedelta(days=12)
    return {"offered_date": at.date(), "recorded_at": at, "told_at": at}


def test_each_kind_of_record_that_is_loaded_is_cut():
    assert {path.partition("__")[0] for path in RECORD} == HAPPENED.keys()


def test_what_was_decided_and_what_followed_is_nowhere_on_the_page(client, second):
    """The page is the same to the byte whether or not anything followed."""
    client.force_login(second.reader)
    before = client.get(page_of(second)).content.decode()
    followed(second.answer)
    page = client.get(page_of(second)).content.decode()
    assert "Amber" in page and "canary" not in page.lower()
    assert second.answer.answered_by.full_name not in page
    for words in ("Sexual", "family group", "Decided:", "Conference agreed", "Another way decided"):
        assert words not in page.replace("Another way, with support", "")
    assert told(page) == told(before)


def told(page):
    """The page without the marks that differ from one answer to the next."""
    marks = ("csrfmiddlewaretoken", 'name="draft"', "app-session")
    return [line for line in page.splitlines() if not any(mark in line for mark in marks)]


def test_nothing_on_the_page_leads_to_the_decision(client, second):
    client.force_login(second.reader)
    page = client.get(page_of(second)).content.decode()
    part = second.answer.consultation
    for ref in (
        part.ref,
        part.within.ref,
        part.child.ref,
        part.child.family.ref,
        part.requested_child.request.ref,
    ):
        assert str(ref) not in page


def test_the_account_is_shown_as_it_was_answered(client, second):
    client.force_login(second.reader)
    page = text(client.get(page_of(second)))
    assert "Version 1." in page and "The invented harm is back." in page


def test_the_statement_of_today_may_be_chosen_and_is_kept(client, second):
    statement = ThresholdStatementFactory(from_date=add_days(today(), -400))
    client.force_login(second.reader)
    answer = client.post(page_of(second), GIVEN | {"statements": [str(statement.ref)]}, follow=True)
    kept = SecondOpinion.objects.unscoped("test").get()
    assert kept.opinion == "AGREE" and kept.given_by == second.reader and kept.knew is False
    assert kept.tied.get().statement == statement
    page = text(answer)
    assert "canary-reasons" in page and "The whole history says so." in page and "The two differ" in page


def test_what_is_missing_stands_beside_its_field_and_nothing_is_lost(client, second):
    client.force_login(second.reader)
    answer = client.post(page_of(second), {"words": "Only this."})
    page = text(answer)
    assert "Select what you would have decided" in page and "Only this." in page
    assert "Select whether you knew" in page and "canary" not in page


def test_the_consultation_leads_to_the_opinion_first(client, second):
    """Whoever is to give one and opens the consultation is led away from the decision, unless they insist."""
    path = reverse("consultation", args=[second.answer.consultation.within.ref])
    client.force_login(second.reader)
    answer = client.get(path)
    assert answer.status_code == 302 and answer.url == page_of(second)
    assert "canary-reasons" in text(client.get(path, {"knowing": "yes"}))
    client.force_login(second.answer.answered_by)
    assert client.get(path).status_code == 200


def test_the_list_of_decisions_leaves_it_out_until_then(client, second):
    path = reverse("consultations")
    client.force_login(second.reader)
    assert "Amber Testcase" not in text(client.get(path))
    client.post(page_of(second), GIVEN)
    assert "Amber Testcase" in text(client.get(path))


@pytest.mark.parametrize("role", ["CHAIR", "TEAM_MANAGER", "SOCIAL_WORKER", "BUSINESS_SUPPORT"])
def test_other_roles_neither_see_nor_find_it(client, second, role):
    client.force_login(person(role))
    for path in (page_of(second), reverse("second_opinions"), reverse("calibration")):
        assert client.get(path).status_code == 403
    assert "Second opinions" not in text(client.get(reverse("consultations")))


def test_the_decider_does_not_find_it_before_it_is_given(client, second):
    client.force_login(second.answer.answered_by)
    assert client.get(page_of(second)).status_code == 404
    assert "Amber" not in text(client.get(reverse("second_opinions")))
    path = reverse("consultation", args=[second.answer.consultation.within.ref])
    assert "Second opinion" not in text(client.get(path))


def test_both_see_it_after_and_it_waits_to_be_talked_about(client, decided):
    second = SecondOpinionFactory(answer=decided, opinion="AGREE", words="canary-second")
    for who in (decided.answered_by, second.reader):
        client.force_login(who)
        listed = text(client.get(reverse("second_opinions")))
        assert "Amber Testcase" in listed and "To talk about" in listed
        path = reverse("consultation", args=[decided.consultation.within.ref])
        assert "canary-second" in text(client.get(path))
        assert "Record what was said of it" in text(client.get(page_of(second)))
    client.force_login(decided.consultation.asked_by)
    assert "canary-second" not in text(client.get(path))


def test_what_was_said_takes_it_off_the_list(client, decided):
    second = SecondOpinionFactory(answer=decided, opinion="AGREE")
    client.force_login(decided.answered_by)
    path = reverse("second_opinion_talk", args=[second.ref])
    assert "Enter what was said of it" in text(client.post(path, {"words": ""}))
    day = today()
    parts = {"held_date_day": day.day, "held_date_month": day.month, "held_date_year": day.year}
    page = text(client.post(path, {"words": "The uncle was new.", **parts}, follow=True))
    assert "No difference waits to be talked about." in page and "Amber Testcase" in page
    assert "The uncle was new." in text(client.get(page_of(second)))


def test_what_somebody_typed_after_another_gave_it_is_shown_to_be_copied(client, second):
    other = person("MANAGER")
    client.force_login(other)
    client.get(page_of(second))
    type(second).every.filter(pk=second.pk).update(
        opinion="AGREE", words="Mine", knew=False, given_by=second.reader, given_at=now()
    )
    answer = client.post(page_of(second), GIVEN)
    page = text(answer)
    assert answer.status_code == 409 and "Somebody has given this" in page and GIVEN["words"] in page


def test_the_look_at_it_is_logged(client, second):
    client.force_login(second.reader)
    client.get(page_of(second))
    read = ReadLog.objects.filter(user=second.reader, view_name="second_opinion")
    assert {one.child_id for one in read} == {second.answer.consultation.child_id}


def test_a_list_of_nothing_says_so(client):
    client.force_login(person("MANAGER"))
    page = text(client.get(reverse("second_opinions")))
    for words in ("None waits for you.", "No difference waits", "None was talked about yet."):
        assert words in page


@pytest.mark.parametrize("name", ["consultation_decision", "consultation_decision_word"])
def test_the_letter_of_the_decision_waits_for_the_blind_opinion(client, decided, second, name):
    letter = reverse(name, args=[decided.consultation.within.ref, decided.act])
    client.force_login(decided.answered_by)
    assert client.get(letter).status_code == 200
    client.force_login(person("STRATEGIC_LEAD"))
    assert client.get(letter).url == page_of(second)
