"""A consultation is asked and answered: by whom, with what, never one's own, and never taken back."""

import datetime as dt

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from conferences.models import ConsultationAnswer
from conferences.operations.plans_elsewhere import check_requests
from conferences.rules.consultations import Answer, Way
from safeguarding.clock import day_of
from safeguarding.models import AuditEntry
from safeguarding.refusals import CONFLICT, FORBIDDEN, NOT_FOUND, Refused
from safeguarding.versions import StaleVersion
from safeguarding.wording import uk_date
from tests.cast import person
from tests.factories import (
    BookingFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    PlanElsewhereFactory,
    RequestedChildFactory,
    UserFactory,
    answered,
    meet,
)
from tests.operations.asking import AT, ON, answer, ask, asker_of

pytestmark = pytest.mark.django_db
ANOTHER = {
    "instead": "A child in need plan.",
    "way": Way.NAMED_SUPPORT,
    "lead_words": "The invented family centre",
    "review_date": dt.date(2018, 6, 11),
}
ACCOUNT = {
    "why_now": "Police were called.",
    "what_is_different": "He has moved back in.",
    "child_words": "I want it to be quiet at night.",
    "options_tried": "A family group conference.",
}


def give(consultation, **more):
    by = {} if "by" in more else {"by": worker_of(consultation)}
    return ask(consultation=consultation, **(ACCOUNT | {"at": AT} | more), **by)


def worker_of(consultation, role="SOCIAL_WORKER"):
    return asker_of(consultation.requested_child.request, role)


def decide(consultation, code="AGREE", **more):
    values = {"reasons": "The harm has come back.", "at": AT} | more
    lead = {"by": person("STRATEGIC_LEAD")} if "by" not in more else {}
    return answer(consultation=consultation, answer=Answer[code] if code else None, **values, **lead)


def asked(**fields):
    who = fields.pop("asked_by", None) or UserFactory(role="SOCIAL_WORKER")
    values = {"state": "ASKED", "asked_by": who, "asked_at": AT, "why_now": "x", "what_is_different": "y"}
    return ConsultationFactory(**(values | fields))


def test_the_account_is_kept_with_who_gave_it():
    consultation = ConsultationFactory()
    worker = worker_of(consultation)
    found = give(consultation, by=worker)
    found.refresh_from_db()
    assert (found.state, found.asked_by, found.why_now) == ("ASKED", worker, "Police were called.")
    assert AuditEntry.objects.filter(event="consultation.asked", subject_id=found.pk).count() == 1


def test_a_plan_that_is_told_later_is_found_by_a_check_of_its_own_day():
    one = RequestedChildFactory()
    first, later = one.history_checked_at, one.history_checked_at + dt.timedelta(days=4)
    PlanElsewhereFactory(child=one.child)
    assert check_requests(one.child, teller=one.request.requested_by, at=later) == 1
    one.refresh_from_db()
    assert (one.history_checked_at, one.history_checked_again_at) == (first, later)


def test_the_account_is_given_again_when_more_was_wanted():
    assert give(answered("MORE_INFORMATION")).state == "ASKED"


def refusal_of(act, *args, **more):
    with pytest.raises(Refused) as refused:
        act(*args, **more)
    return refused.value


@pytest.mark.parametrize("field", ["why_now", "what_is_different"])
def test_an_account_without_its_heart_is_refused(field):
    assert refusal_of(give, ConsultationFactory(), **{field: " "}).field == field


def test_an_account_without_either_is_told_of_both():
    refusal = refusal_of(give, ConsultationFactory(), why_now="", what_is_different="")
    assert [one.field for one in refusal.problems] == ["why_now", "what_is_different"]


def test_an_account_that_was_given_is_added_to_by_those_who_have_seen_it():
    consultation = asked()
    stale = refusal_of(give, consultation)
    assert isinstance(stale, StaleVersion) and stale.theirs["why_now"] == "x"
    assert give(consultation, seen=stale.seen).why_now == "Police were called."


@pytest.mark.parametrize("state", ["AGREED", "ANOTHER_WAY", "CLOSED"])
def test_an_account_too_late_is_refused(state):
    refusal = refusal_of(give, answered(state))
    assert refusal.status == CONFLICT and "Someone else may have done this first" in refusal.sentence


@pytest.mark.parametrize("role", ["CHAIR", "STRATEGIC_LEAD", "MANAGER", "BUSINESS_SUPPORT"])
def test_only_those_who_ask_give_the_account(role):
    refusal = refusal_of(give, ConsultationFactory(), by=person(role))
    assert refusal.status == FORBIDDEN and "Your role" in refusal.sentence


def test_only_the_team_of_the_child_gives_the_account():
    elsewhere = worker_of(ConsultationFactory())
    assert refusal_of(give, ConsultationFactory(), by=elsewhere).status == NOT_FOUND


@pytest.mark.parametrize(
    ("code", "state", "more"),
    [
        ("AGREE", "AGREED", {}),
        ("ANOTHER_WAY", "ANOTHER_WAY", ANOTHER),
        (
            "MORE_INFORMATION",
            "MORE_INFORMATION",
            {"instead": "What the school says.", "wanted_by_date": dt.date(2018, 4, 13)},
        ),
    ],
)
def test_each_answer_is_added_and_leads_on(code, state, more):
    consultation = asked()
    given = decide(consultation, code, **more)
    consultation.refresh_from_db()
    assert (consultation.state, given.answer, given.instead) == (state, code, more.get("instead", ""))
    entry = AuditEntry.objects.get(event="consultation.answered")
    assert entry.detail["answer"] == code


def test_answers_add_up():
    consultation = asked()
    decide(consultation, "MORE_INFORMATION", instead="School?", wanted_by_date=dt.date(2018, 4, 13))
    give(consultation)
    decide(consultation)
    told = ConsultationAnswer.objects.unscoped("test").filter(consultation=consultation)
    assert list(told.values_list("answer", flat=True)) == ["MORE_INFORMATION", "AGREE"]


MORE = {"instead": "What the school says."}


@pytest.mark.parametrize(
    ("code", "more", "sentence", "field"),
    [
        ("AGREE", {"reasons": " "}, "Enter your reasons", "reasons"),
        ("ANOTHER_WAY", ANOTHER | {"way": None}, "Select which other way", "way"),
        ("ANOTHER_WAY", ANOTHER | {"instead": " "}, "Enter what the support is", "instead"),
        ("ANOTHER_WAY", ANOTHER | {"lead_words": ""}, "who leads it", "lead"),
        ("ANOTHER_WAY", ANOTHER | {"review_date": None}, "the day on which it is reviewed", "review_date"),
        ("ANOTHER_WAY", ANOTHER | {"review_date": ON}, "The review must be after today", "review_date"),
        ("ESCALATE", {}, "Enter to whom", "to_whom"),
        (
            "MORE_INFORMATION",
            {"wanted_by_date": dt.date(2018, 4, 13)},
            "what you need to know",
            "information",
        ),
        ("MORE_INFORMATION", MORE, "Enter the day", "wanted_by_date"),
        (
            "MORE_INFORMATION",
            MORE | {"wanted_by_date": dt.date(2018, 4, 10)},
            "today or later",
            "wanted_by_date",
        ),
        (
            "MORE_INFORMATION",
            MORE | {"wanted_by_date": dt.date(2018, 4, 14)},
            "Saturday 14 April 2018 is not a working day",
            "wanted_by_date",
        ),
        (
            "MORE_INFORMATION",
            MORE | {"wanted_by_date": dt.date(2018, 5, 1)},
            "due by 30 April 2018. Ask for the information by then",
            "wanted_by_date",
        ),
        (
            "MORE_INFORMATION",
            MORE | {"wanted_by_date": dt.date(2062, 5, 1)},
            "due by 30 April 2018. Ask for the information by then",
            "wanted_by_date",
        ),
        (
            "MORE_INFORMATION",
            MORE | {"wanted_by_date": dt.date(2062, 5, 1), "at": AT + dt.timedelta(days=60)},
            "The day must be by Monday 10 June 2019: the local limit is 12 months",
            "wanted_by_date",
        ),
    ],
)
def test_a_half_answer_is_refused_beside_its_field(code, more, sentence, field):
    refusal = refusal_of(decide, asked(), code, **more)
    assert sentence in refusal.sentence and refusal.field == field
    assert not ConsultationAnswer.objects.unscoped("test").exists()


@pytest.mark.parametrize("days", [0, 60])
def test_information_is_wanted_before_the_conference_in_the_diary(days):
    at, consultation = AT + dt.timedelta(days=days), asked()
    held = at + dt.timedelta(days=5)
    request = consultation.requested_child.request
    BookingFactory(request=request, starts_at=held, ends_at=held + dt.timedelta(hours=2))
    more = MORE | {"wanted_by_date": day_of(held) + dt.timedelta(days=1), "at": at}
    refusal = refusal_of(decide, consultation, "MORE_INFORMATION", **more)
    assert refusal.field == "wanted_by_date" and f"The conference is on {uk_date(held)}" in refusal.sentence
    assert decide(consultation, "MORE_INFORMATION", **more | {"wanted_by_date": day_of(held)})


def test_everything_that_is_missing_is_told_at_once():
    refusal = refusal_of(decide, asked(), "MORE_INFORMATION", reasons="")
    assert [one.field for one in refusal.problems] == ["information", "wanted_by_date", "reasons"]
    refusal = refusal_of(decide, asked(), None, reasons="")
    assert [one.field for one in refusal.problems] == ["answer", "reasons"]


@pytest.mark.parametrize("state", ["RAISED", "MORE_INFORMATION", "AGREED", "ANOTHER_WAY", "CLOSED"])
def test_nothing_is_decided_before_the_account_or_after_the_end(state):
    assert refusal_of(decide, answered(state)).status == CONFLICT


@pytest.mark.parametrize("state", ["HELD", "WITHDRAWN"])
def test_nothing_is_asked_or_decided_once_the_request_is_over(state):
    over = {}
    if state == "WITHDRAWN":
        over["requested_child__request__state"] = state
        told = {"withdrawn_by": UserFactory(), "withdrawn_at": AT, "withdrawn_reason": "Moved"}
        over |= {f"requested_child__request__{name}": value for name, value in told.items()}
    for act, consultation in ((decide, asked(**over)), (give, ConsultationFactory(**over))):
        if state == "HELD":
            meet(consultation.requested_child.request)
        assert "nothing left to decide" in refusal_of(act, consultation).sentence


@pytest.mark.parametrize("role", ["CHAIR", "TEAM_MANAGER", "SOCIAL_WORKER", "MANAGER"])
def test_only_a_strategic_lead_decides(role):
    refusal = refusal_of(decide, asked(), by=person(role))
    assert refusal.status == FORBIDDEN and "Your role" in refusal.sentence


def test_who_lost_the_right_since_the_page_was_opened_decides_nothing():
    lead = person("STRATEGIC_LEAD")
    for change in ({"role": "MANAGER"}, {"role": "STRATEGIC_LEAD", "is_active": False}):
        for name, value in change.items():
            setattr(lead, name, value)
        assert refusal_of(decide, asked(), by=lead).status == FORBIDDEN


def test_a_lead_who_may_not_see_the_child_decides_nothing():
    hidden = asked(requested_child__child__restricted=True)
    assert refusal_of(decide, hidden).status == NOT_FOUND


def test_nobody_decides_what_they_asked_or_requested():
    lead = person("STRATEGIC_LEAD")
    for own in (asked(asked_by=lead), asked(requested_child__request__requested_by=lead)):
        refusal = refusal_of(decide, own, by=lead)
        assert refusal.status == FORBIDDEN and "cannot decide it" in refusal.sentence


def test_who_gave_an_earlier_account_decides_nothing_in_a_later_role():
    consultation = ConsultationFactory()
    first = worker_of(consultation)
    give(consultation, by=first)
    decide(consultation, "MORE_INFORMATION", instead="School?", wanted_by_date=dt.date(2018, 4, 13))
    give(consultation, by=worker_of(consultation))
    first.role = "STRATEGIC_LEAD"
    first.save(update_fields=["role"])
    assert refusal_of(decide, consultation, by=first).status == FORBIDDEN
    assert decide(consultation).answer == "AGREE"


def test_the_database_refuses_one_s_own_whatever_the_code():
    lead = person("STRATEGIC_LEAD")
    for own in (asked(asked_by=lead), asked(requested_child__request__requested_by=lead)):
        with pytest.raises(IntegrityError, match="not_ones_own"), transaction.atomic():
            ConsultationAnswerFactory(consultation=own, answered_by=lead)


def test_the_database_lets_no_answer_be_changed_or_taken_away():
    given = ConsultationAnswerFactory()
    for change in (lambda rows: rows.update(reasons="Other"), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
            change(ConsultationAnswer.objects.unscoped("test").filter(pk=given.pk))
