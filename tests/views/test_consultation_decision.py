"""What was decided reads as a letter to whoever asked: what stood then, and nobody else's."""

import io
import uuid

import pytest
from django.urls import reverse
from docx import Document

from conferences.models import Consultation, ConsultationAnswer
from conferences.views.presenters.consultations_nearness import SHOWN
from safeguarding.bankholidays import england
from safeguarding.clock import now, today
from safeguarding.wording import uk_date
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    ConsultationAccountChildFactory,
    ConsultationAccountFactory,
    ConsultationAnswerFactory,
    ConsultationConditionFactory,
    ConsultationFactory,
    RequestedChildFactory,
    TeamFactory,
    UserFactory,
)
from tests.views.asking import family, parts, planned_before, team, worker
from tests.views.pages import text
from tests.views.test_consultations import AGREE, given, lead, post, raised_for

__all__ = ["lead", "team", "worker"]
pytestmark = pytest.mark.django_db


def letter(client, answer, name="consultation_decision"):
    within = answer.consultation.within
    return client.get(reverse(name, args=[within.ref, answer.act]))


def asker(client, consultation):
    """Whoever asked, signed in, who holds the child."""
    user = consultation.asked_by
    user.team = TeamFactory()
    user.save()
    AllocationFactory(child=consultation.child, team=user.team, worker=user)
    client.force_login(user)


def answered(consultation):
    return ConsultationAnswer.objects.unscoped("test").get(consultation=consultation)


def words_of(response):
    document = Document(io.BytesIO(response.content))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_what_was_decided_is_a_letter_to_whoever_asked(client, lead):
    consultation = given()
    post(client, consultation, "answer", **AGREE, step="confirm")
    answer = answered(consultation)
    page = text(client.get(reverse("consultation", args=[consultation.within.ref])))
    assert "The answer as a letter" in page
    asker(client, consultation)
    told = text(letter(client, answer))
    assert f"To {consultation.asked_by.full_name}" in told
    for words in (
        consultation.child.display_name,
        lead.full_name,
        "The harm has come back.",
        "Must be held by",
    ):
        assert words in told
        assert words in words_of(letter(client, answer, "consultation_decision_word"))


def test_the_letter_names_everybody_who_wrote_of_the_account_that_was_answered(client, lead):
    consultation = given()
    within, first = consultation.within, UserFactory(role="TEAM_MANAGER", full_name="Tamsin Manager")
    for number, who in ((2, first), (3, consultation.asked_by)):
        account = ConsultationAccountFactory(within=within, number=number, given_by=who)
        ConsultationAccountChildFactory(account=account, consultation=consultation)
    post(client, consultation, "answer", **AGREE, step="confirm")
    ConsultationAccountFactory(
        within=within, number=4, given_by=UserFactory(role="CHAIR", full_name="Later Chair")
    )
    told = text(letter(client, answered(consultation)))
    assert "Tamsin Manager, version 2" in told and f"{consultation.asked_by.full_name}, version 3" in told
    assert "Later Chair" not in told


def test_an_earlier_decision_that_was_shown_leads_to_its_page_for_who_may_see_it(client, lead):
    near, hidden = ConsultationFactory(), ConsultationFactory(requested_child__child__restricted=True)
    told = [
        ["Child", "1. Consultation 1, as it were"],
        *(
            [
                SHOWN,
                f"{place}. Consultation {one.within_id}, 9 April 2018: agreed. Near in this: a <b>.",
            ]
            for place, one in enumerate((near, hidden), start=1)
        ),
    ]
    answer = ConsultationAnswerFactory(answered_by=lead, act=uuid.uuid4(), told=told)
    page = letter(client, answer)
    body = page.content.decode()
    href = reverse("consultation", args=[near.within.ref])
    assert f'1. <a class="govuk-link" href="{href}">Consultation {near.within_id}</a>, 9 April' in body
    assert str(hidden.within.ref) not in body and f"2. Consultation {hidden.within_id}, 9 April" in text(page)
    assert "a &lt;b&gt;." in body and "<b>." not in body


def test_a_letter_whose_decision_was_replaced_says_so_and_asks_for_nothing_more(client, lead):
    consultation = given()
    post(client, consultation, "answer", **AGREE, step="confirm")
    first = answered(consultation)
    post(
        client, consultation, "answer", **(AGREE | {"answer": "AGREE_LEGAL"}), because="New.", step="confirm"
    )
    second = ConsultationAnswer.objects.unscoped("test").get(supersedes=first)
    for name, read in (("consultation_decision", text), ("consultation_decision_word", words_of)):
        old, new = read(letter(client, first, name)), read(letter(client, second, name))
        assert "A later decision took its place on " in old and "The harm has come back." in old
        assert "The conference goes ahead." not in old
        assert (
            "The conference goes ahead, and a legal planning meeting" in new and "took its place" not in new
        )


MORE = {
    "answer": "MORE_INFORMATION",
    "information": "What the school sees.",
    "reasons": "Too little is known.",
}


def test_a_letter_that_asked_for_more_says_what_was_decided_since_and_when(client, lead):
    consultation = given()
    post(client, consultation, "answer", **MORE, **wanted(), step="confirm")
    asked = answered(consultation)
    names = (("consultation_decision", text), ("consultation_decision_word", words_of))
    for name, read in names:
        assert "Nothing is decided yet. Add to the account" in read(letter(client, asked, name))
    asker(client, consultation)
    post(client, consultation, "ask", why_now="It is back.", what_is_different="He is back.")
    client.force_login(lead)
    post(client, consultation, "answer", **AGREE, step="confirm")
    more = AGREE | {"answer": "AGREE_LEGAL"}
    for name, read in names:
        told = read(letter(client, asked, name))
        assert f"It was decided on {uk_date(today())}: agree that a conference is held." in told
        assert "Nothing is decided" not in told
    post(client, consultation, "answer", **more, because="New.", step="confirm")
    for name, read in names:
        told = read(letter(client, asked, name))
        assert f"It was decided on {uk_date(today())}: agree, with a legal planning meeting." in told


def test_a_letter_that_asked_for_more_says_that_it_was_closed_without_an_answer(client, lead):
    consultation = given()
    post(client, consultation, "answer", **MORE, **wanted(), step="confirm")
    Consultation.every.filter(pk=consultation.pk).update(state="CLOSED")
    told = text(letter(client, answered(consultation)))
    assert "Nothing was decided. The consultation was closed without an answer." in told


def wanted():
    return parts("wanted_by_date", england().add(today(), 3).due)


def test_what_the_record_told_then_stays_though_the_record_changes(client, lead, team, worker):
    sister, _ = family(team)
    plan = planned_before(sister)
    consultation = raised_for(client, sister)
    asked_by = consultation.requested_child.request.requested_by
    client.force_login(asked_by)
    post(client, consultation, "ask", why_now="It is back.", what_is_different="He is back.")
    client.force_login(lead)
    post(client, consultation, "answer", **AGREE, step="confirm")
    assert "Neglect, 9 months." in text(letter(client, answered(consultation)))
    type(plan).objects.filter(pk=plan.pk).update(end_date=add_days(plan.end_date, -60))
    assert "Neglect, 9 months." not in text(
        client.get(reverse("consultation", args=[consultation.within.ref]))
    )
    assert "Neglect, 9 months." in text(letter(client, answered(consultation)))


def test_what_the_decider_saw_is_for_those_who_decide(client, lead):
    consultation = given()
    told = [["Must be held by", "Friday 5 January 2018"], ["Plans before", "3, one under another record"]]
    answer = ConsultationAnswerFactory(consultation=consultation, act=uuid.uuid4(), told=told)
    assert "3, one under another record" in text(letter(client, answer))
    asker(client, consultation)
    theirs = text(letter(client, answer))
    assert "3, one under another record" not in theirs
    assert "Friday 5 January 2018" in theirs
    assert "3, one" not in words_of(letter(client, answer, "consultation_decision_word"))


def test_nothing_in_the_letter_tells_of_a_restricted_brother(client, lead):
    act, consultation = uuid.uuid4(), given()
    hidden = ChildFactory(restricted=True, given_names="Canary", family=consultation.child.family)
    beside = RequestedChildFactory(request=consultation.requested_child.request, child=hidden)
    other = ConsultationFactory(
        requested_child=beside,
        within=consultation.within,
        state="ASKED",
        asked_by=consultation.asked_by,
        asked_at=now(),
        why_now="Back.",
        what_is_different="All.",
    )
    answer = ConsultationAnswerFactory(consultation=consultation, act=act)
    ConsultationAnswerFactory(consultation=other, act=act, reasons="Canary sings.")
    page = text(letter(client, answer))
    assert "further child" not in page
    assert "Canary" not in page
    assert "Canary" not in words_of(letter(client, answer, "consultation_decision_word"))


def test_a_condition_is_told_as_it_was_set(client, lead):
    answer = ConsultationAnswerFactory(consultation=given(), act=uuid.uuid4())
    one = ConsultationConditionFactory(answer=answer)
    before = text(letter(client, answer))
    assert one.what in before
    one.met_date, one.met_words, one.closed_by, one.closed_at = one.due_date, "Met early.", lead, now()
    one.save()
    assert "Met early." not in text(letter(client, answer))
    assert one.what in text(letter(client, answer))


def test_there_is_no_letter_of_another_family_or_of_nothing(client, lead):
    answer = ConsultationAnswerFactory(consultation=given(), act=uuid.uuid4())
    other = given()
    for args in ([other.within.ref, answer.act], [answer.consultation.within.ref, uuid.uuid4()]):
        assert client.get(reverse("consultation_decision", args=args)).status_code == 404
        assert client.get(reverse("consultation_decision_word", args=args)).status_code == 404


def test_what_was_answered_without_an_act_has_none(client, lead):
    answer = ConsultationAnswerFactory(consultation=given(), act=None)
    page = client.get(reverse("consultation", args=[answer.consultation.within.ref]))
    assert "The answer as a letter" not in text(page)


def test_a_manager_of_another_team_finds_no_letter(client, lead):
    answer = ConsultationAnswerFactory(consultation=given(), act=uuid.uuid4())
    client.force_login(person("TEAM_MANAGER"))
    assert letter(client, answer).status_code == 404
