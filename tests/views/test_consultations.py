"""A family's consultation: what is hidden stays so, a decision a child, and nothing typed lost."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse

from conferences.models import Consultation, ConsultationAnswer, ConsultationCondition, Request
from conferences.operations.consultations_after import meet_condition
from conferences.operations.requests_children import take_out
from safeguarding.bankholidays import england
from safeguarding.clock import now, today
from safeguarding.models import Child, ReadLog
from safeguarding.refusals import Refused
from safeguarding.wording import uk_date
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import (
    AgencyFactory,
    BenchmarkFigureFactory,
    BookingFactory,
    ChildFactory,
    ConferenceChildFactory,
    ConsultationAccountChildFactory,
    ConsultationAccountFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    LeaveFactory,
    MeetingRecordFactory,
    PlanFactory,
    RequestedChildFactory,
    RestrictedGrantFactory,
    ReviewFactory,
    SupportReviewFactory,
    TeamFactory,
    ThresholdStatementFactory,
)
from tests.operations.asking import asker
from tests.scheduling import hours_on
from tests.views.asking import asked, enquired, family, parts, planned_before, send, team, worker
from tests.views.pages import text

__all__ = ["team", "worker"]
pytestmark = pytest.mark.django_db
ACCOUNT = {
    "why_now": "Police were called.\nTwice.",
    "what_is_different": "He has moved back in.",
    "child_words": "I want it to be quiet at night.",
}
# The fields that each child has for itself.
OWN = (
    "answer",
    "way",
    "instead",
    "lead_words",
    "review_date",
    "information",
    "wanted_by_date",
    "to_whom",
    "child_words",
)


def given(**fields):
    """A consultation with its account, that waits for the Strategic Lead."""
    who = person("SOCIAL_WORKER")
    values = {"state": "ASKED", "asked_by": who, "asked_at": now(), **ACCOUNT} | fields
    return ConsultationFactory(requested_child__request__requested_by=who, **values)


@pytest.fixture
def lead(client, db):
    user = person("STRATEGIC_LEAD")
    client.force_login(user)
    return user


def shown(client, consultation):
    return client.get(reverse("consultation", args=[consultation.ref]), follow=True)


def post(client, consultation, name, **data):
    data = dict(own(consultation, field, value) for field, value in data.items())
    return client.post(reverse(f"consultation_{name}", args=[consultation.within.ref]), data, follow=True)


def own(consultation, field, value):
    """A child's own field, called by the consultation's number; a date has three boxes."""
    stem, _, part = field.rpartition("_")
    if stem in OWN and part in ("day", "month", "year"):
        return f"{stem}_{consultation.pk}_{part}", value
    return (f"{field}_{consultation.pk}" if field in OWN else field), value


def raised_for(client, child, *more):
    """Ask for the child, and return the consultation that raised itself."""
    send(client, child, asked(enquired(child), step="confirm", **dict(more)))
    return Consultation.objects.unscoped("test").get(requested_child__child=child)


# ----- What the page tells --------------------------------------------------------------------------


def test_the_question_and_the_deadline_stand_first(client, lead):
    page = text(shown(client, given()))
    order = [
        "conference, or another way?",
        "Decide by",
        "Must be held by",
        "never stops",
        "Why now",
        "Each child",
        "Last plan",
        "In their words",
        "What the record tells",
        "The history",
        "Your first view",
    ]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert "I want it to be quiet at night." in page


def test_the_earlier_plan_is_told_with_its_end_length_gap_step_down_and_chair(client, team, worker):
    sister, _ = family(team)
    plan = planned_before(sister)
    chair = person("CHAIR")
    ReviewFactory(plan=plan, held_date=plan.end_date, conference__chair=chair)
    page = text(shown(client, raised_for(client, sister)))
    for words in (
        "Neglect, 9 months.",
        "Risk reduced: decided at a review conference.",
        "Then: Child in need plan.",
        "It ended 7 months before this was raised.",
        "Gap: 6 to 12 months",
        f"by {chair.full_name}",
        "Found in: read from a census file.",
    ):
        assert words in page


def test_the_chair_who_began_it_stands_where_there_was_no_review(client, team, worker):
    sister, _ = family(team)
    plan, chair = planned_before(sister), person("CHAIR")
    begun = ConferenceChildFactory(child=sister, held_date=plan.start_date, conference__chair=chair)
    type(plan).objects.filter(pk=plan.pk).update(begun_at=begun)
    assert f"Plan ended by {chair.full_name}" in text(shown(client, raised_for(client, sister)))


def test_a_plan_under_a_restricted_record_is_told_of_and_not_shown(client, team, worker):
    sister, _ = family(team)
    hidden = ChildFactory(restricted=True, given_names="Canary", la_child_id="HID1", upn="H801200001001")
    PlanFactory(
        child=hidden,
        start_date=dt.date(2009, 3, 2),
        end_date=dt.date(2010, 8, 9),
        initial_category="SAB",
        latest_category="SAB",
    )
    type(sister).objects.filter(pk=sister.pk).update(former_upn="H801200001001")
    consultation = raised_for(client, sister)
    for address in ("consultation", "request"):
        ref = consultation.ref if address == "consultation" else consultation.requested_child.request.ref
        page = text(client.get(reverse(address, args=[ref]), follow=True))
        assert "1 earlier plan in a record you may not open." in page
        for secret in ("Canary", "HID1", "2009", "2010", "Sexual abuse"):
            assert secret not in page
    assert not ReadLog.objects.filter(child=hidden).exists()


def test_who_was_named_for_the_record_reads_the_plan_and_the_look_is_logged(client, team, worker):
    sister, _ = family(team)
    hidden = ChildFactory(restricted=True, upn="H801200001001")
    PlanFactory(child=hidden, start_date=dt.date(2009, 3, 2), end_date=dt.date(2010, 8, 9))
    type(sister).objects.filter(pk=sister.pk).update(former_upn="H801200001001")
    consultation = raised_for(client, sister)
    named = person("STRATEGIC_LEAD")
    RestrictedGrantFactory(child=hidden, user=named)
    client.force_login(named)
    assert "2 March 2009 to 9 August 2010" in text(shown(client, consultation))
    assert ReadLog.objects.filter(child=hidden, user=named).exists()


def test_a_count_that_tells_of_more_is_said(client, lead):
    consultation = given(requested_child__recorded_previous_plans=2)
    assert "A census counted 2 earlier plans: ask where the others were." in text(shown(client, consultation))


def test_the_benchmark_is_one_small_line(client, lead):
    consultation = given()
    assert "In context" not in text(shown(client, consultation))
    BenchmarkFigureFactory(year=2018, value="20.2")
    assert "Repeat plans, of all that began in the year to March 2018: 20.2% in England." in text(
        shown(client, consultation)
    )


def test_a_consultation_about_a_hidden_child_is_not_there(client, lead):
    hidden = given(requested_child__child=ChildFactory(restricted=True))
    for name in ("consultation", "consultation_ask", "consultation_answer"):
        expected = 403 if name == "consultation_ask" else 404
        assert client.get(reverse(name, args=[hidden.ref])).status_code == expected


def test_the_request_is_not_linked_where_it_holds_a_hidden_sibling(client, lead):
    consultation = given()
    request = consultation.requested_child.request
    assert reverse("request", args=[request.ref]) in shown(client, consultation).content.decode()
    RequestedChildFactory(request=request, child=ChildFactory(restricted=True))
    assert reverse("request", args=[request.ref]) not in shown(client, consultation).content.decode()


# ----- The account ----------------------------------------------------------------------------------


@pytest.fixture
def raised(client, team, worker):
    sister, _ = family(team)
    planned_before(sister)
    return raised_for(client, sister)


def test_the_asker_gives_the_account_with_its_lines_kept(client, raised):
    assert "Your account" in text(shown(client, raised))
    page = post(client, raised, "ask", **ACCOUNT)
    assert "The account is with the Strategic Lead." in text(page)
    assert "Police were called.<br>Twice." in page.content.decode()
    assert "Add to the account" in text(page) and "Version 1." in text(page)


def test_an_account_with_a_mistake_loses_nothing(client, raised):
    page = text(post(client, raised, "ask", **(ACCOUNT | {"why_now": ""})))
    assert "Enter why a conference is needed now" in page
    assert "I want it to be quiet at night." in page


def test_an_account_that_came_second_shows_what_was_typed(client, raised):
    post(client, raised, "ask", **ACCOUNT)
    page = post(client, raised, "ask", **(ACCOUNT | {"why_now": "My own words."}))
    assert page.status_code == 409
    assert "Both texts are shown" in text(page) and "Police were called." in text(page)
    assert "My own words.</textarea>" in page.content.decode()


def test_what_was_said_stands_in_the_form_when_more_is_wanted(client, raised):
    post(client, raised, "ask", **ACCOUNT)
    raised = type(raised).objects.unscoped("test").get(pk=raised.pk)
    ConsultationAnswerFactory(consultation=raised, answer="MORE_INFORMATION", instead="What the school says.")
    assert "He has moved back in.</textarea>" in shown(client, raised).content.decode()


# ----- The answer -----------------------------------------------------------------------------------

AGREE = {"answer": "AGREE", "reasons": "The harm has come back.\nAgain."}


def answers():
    return ConsultationAnswer.objects.unscoped("test")


def test_an_answer_is_checked_and_then_confirmed(client, lead):
    consultation = given()
    page = post(client, consultation, "answer", **AGREE)
    assert "Check your decision" in text(page) and "You cannot take back" in text(page)
    assert not answers().exists()
    page = post(client, consultation, "answer", **AGREE, step="confirm")
    assert "Your decision is on the record." in text(page) and "Answers so far" in text(page)
    assert answers().get().answered_by == lead


def test_changing_shows_the_answer_again(client, lead):
    page = post(client, given(), "answer", **AGREE, step="change")
    assert "Again.</textarea>" in page.content.decode() and "There is a problem" not in text(page)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"answer": ""}, "Select an answer for at least one child"),
        ({"reasons": " "}, "Enter your reasons"),
        ({"answer": "ANOTHER_WAY"}, "Enter what the support is"),
        ({"answer": "MORE_INFORMATION"}, "Enter the day by which you need it"),
    ],
)
def test_a_half_answer_has_its_sentence(client, lead, data, sentence):
    page = post(client, given(), "answer", **(AGREE | data), step="confirm")
    assert sentence in text(page) and not answers().exists()


def test_every_mistake_of_an_answer_is_told_at_once(client, lead):
    data = {"answer": "MORE_INFORMATION", "reasons": ""} | parts("wanted_by_date", today())
    page = text(post(client, given(), "answer", **(data | {"wanted_by_date_month": "13"})))
    for sentence in ("the month must be 1 to 12", "Enter what you need to know", "Enter your reasons"):
        assert sentence in page


def test_a_refusal_is_shown_at_the_check_already(client, lead):
    data = AGREE | {"answer": "MORE_INFORMATION", "information": "What the school says."}
    page = text(post(client, given(), "answer", **data, **parts("wanted_by_date", add_days(today(), -1))))
    assert "The day must be today or later" in page and "Check your decision" not in page


def test_a_day_that_has_passed_is_refused_beside_its_field(client, lead):
    data = AGREE | {"answer": "MORE_INFORMATION", "information": "What the school says."}
    page = post(
        client,
        given(),
        "answer",
        **data,
        **parts("wanted_by_date", add_days(today(), -1)),
        step="confirm",
    )
    assert "The day must be today or later" in text(page) and "What the school says." in text(page)


def test_one_s_own_request_has_a_sentence_and_no_form(client, lead):
    consultation = given()
    type(consultation).objects.filter(pk=consultation.pk).update(asked_by=lead)
    assert "so you cannot decide it" in text(shown(client, consultation))
    assert "Your decision" not in text(shown(client, consultation))
    page = post(client, consultation, "answer", **AGREE, step="confirm")
    assert page.status_code == 403 and "The harm has come back." in text(page)
    assert not answers().exists()


def test_an_answer_that_came_second_shows_what_was_typed(client, lead):
    consultation = given()
    post(client, consultation, "answer", **AGREE, step="confirm")
    page = post(client, consultation, "answer", answer="AGREE", reasons="My other reasons.", step="confirm")
    assert "This is decided already" in text(page) and "My other reasons." in text(page)
    assert answers().count() == 1


def test_nothing_is_answered_before_the_account(client, lead):
    consultation = ConsultationFactory()
    assert "Your decision" not in text(shown(client, consultation))
    assert post(client, consultation, "answer", **AGREE).status_code == 409


@pytest.mark.parametrize("role", ["CHAIR", "MANAGER", "BUSINESS_SUPPORT"])
def test_others_read_and_neither_ask_nor_answer(client, role):
    consultation = given()
    person("STRATEGIC_LEAD")
    client.force_login(person(role))
    page = shown(client, consultation)
    assert page.status_code == 200 and "Your decision" not in text(page)
    for name in ("ask", "answer"):
        assert post(client, consultation, name, **AGREE).status_code == 403


def test_coming_back_after_signing_in_again_leads_to_the_page(client, lead):
    consultation = given()
    answer = client.get(reverse("consultation_answer", args=[consultation.ref]))
    assert answer.url == reverse("consultation", args=[consultation.within.ref])


# ----- A family -------------------------------------------------------------------------------------


@pytest.fixture
def three(lead):
    """Amber, Rowan and Wren, asked for together; the account tells of all of them."""
    first = given(requested_child__child__given_names="Amber")
    request = first.requested_child.request
    others = [
        ConsultationFactory(
            requested_child__request=request,
            requested_child__child__family=request.family,
            requested_child__child__given_names=name,
            state="ASKED",
            asked_by=request.requested_by,
            asked_at=now(),
            **ACCOUNT,
        )
        for name in ("Rowan", "Wren")
    ]
    return [first, *others]


def for_all(children, **data):
    return {key: value for one in children for key, value in (own(one, f, v) for f, v in data.items())}


def decide(client, children, **data):
    address = reverse("consultation_answer", args=[children[0].within.ref])
    return client.post(address, {"step": "confirm", "reasons": "Weighed."} | data, follow=True)


def states(children):
    rows = Consultation.objects.unscoped("test").filter(pk__in=[one.pk for one in children])
    return list(rows.order_by("pk").values_list("state", flat=True))


SUPPORT = {
    "answer": "ANOTHER_WAY",
    "way": "NAMED_SUPPORT",
    "instead": "A child in need plan.",
    "lead_words": "The invented centre",
}


def test_a_family_is_decided_on_one_page_each_child_for_itself(client, three):
    amber, rowan, wren = three
    review = parts(f"review_date_{wren.pk}", england().add(today(), 40).due)
    data = for_all((amber, rowan), answer="AGREE_LEGAL") | for_all([wren], **SUPPORT) | review
    page = text(decide(client, three, **data))
    assert states(three) == ["AGREED", "AGREED", "ANOTHER_WAY"]
    assert "Split decision" in page and "another way decided for Wren" in page.replace("Another", "another")
    assert answers().values("act").distinct().count() == 1
    assert "Split decision" in text(client.get(reverse("consultations")))


def test_the_same_for_all_copies_the_first_without_a_script(client, three):
    data = for_all(three[:1], **SUPPORT) | {"same": "all"}
    page = decide(client, three, **data).content.decode()
    assert page.count('value="ANOTHER_WAY"') == page.count("The invented centre") == 3
    assert not answers().exists() and "There is a problem" not in page


def test_a_child_may_be_left_for_later_and_the_family_is_decided_in_part(client, three):
    page = text(decide(client, three, **for_all(three[:1], answer="AGREE")))
    assert states(three) == ["AGREED", "ASKED", "ASKED"] and "Decided for 1 of 3" in page


def test_a_partner_s_right_is_offered_for_the_children_of_whom_no_conference_is_agreed_yet(client, three):
    amber, rowan, wren = three
    decide(client, three, **for_all([amber], answer="AGREE"))
    address = reverse("consultation_partner", args=[amber.within.ref])
    page = client.get(address).content.decode()
    assert str(rowan.ref) in page and str(wren.ref) in page and str(amber.ref) not in page
    asked = {"agency": AgencyFactory().pk, "agency_person": "The invented head", "reasons": "She is afraid."}
    chosen = {"children": [str(rowan.ref), str(wren.ref)], **parts("agency_date", today())}
    client.post(address, asked | chosen)
    assert states(three) == ["AGREED"] * 3
    assert list(answers().filter(answer="PARTNER_RIGHT").values_list("consultation", flat=True)) == [
        rowan.pk,
        wren.pk,
    ]


def test_who_stands_in_no_more_is_told_beside_the_box(client, three, lead):
    other, ended = person("STRATEGIC_LEAD"), today() - dt.timedelta(days=1)
    LeaveFactory(person=other, deputy=lead, first_date=ended - dt.timedelta(days=9), last_date=ended)
    page = decide(client, three, **for_all(three, answer="AGREE"), for_another=str(other.pk))
    assert "not on the list any more" in text(page) and 'id="id_for_another"' in page.content.decode()
    assert "Weighed." in text(page) and not answers().exists()


def taken_out(one, children):
    by = asker("SOCIAL_WORKER", *(each.child for each in children))
    take_out(asked=one.requested_child, reason="He lives elsewhere.", by=by, at=now())
    return by


@pytest.mark.parametrize("step", ["check", "confirm"])
def test_what_was_written_for_a_child_who_was_withdrawn_meanwhile_is_shown_once(client, three, step):
    wren = three[2]
    taken_out(wren, three)
    written = for_all([wren], answer="AGREE") | {f"reasons_{wren.pk}": "Only for Wren."}
    page = client.post(
        reverse("consultation_answer", args=[wren.within.ref]),
        for_all(three[:2], answer="AGREE") | written | {"reasons": "For the others.", "step": step},
    )
    assert page.status_code == 409 and not answers().exists()
    assert "Wren can no longer be answered for here" in text(page) and "Only for Wren." in text(page)
    assert "For the others." in text(page) and f"reasons_{wren.pk}" not in page.content.decode()
    decide(client, three[:2], **for_all(three[:2], answer="AGREE"))
    assert states(three) == ["AGREED", "AGREED", "CLOSED"]


def test_a_first_view_and_an_account_lose_nothing_of_a_child_who_was_withdrawn(client, three):
    wren, within = three[2], three[0].within
    worker = taken_out(wren, three)
    views = {f"leans_{one.pk}": "AGREE" for one in three} | {f"words_{one.pk}": "A view." for one in three}
    page = client.post(reverse("consultation_first_view", args=[within.ref]), views)
    assert page.status_code == 409 and "Why, for Wren" in text(page)
    client.force_login(worker)
    said = ACCOUNT | {f"child_words_{wren.pk}": "He told me."}
    page = client.post(reverse("consultation_ask", args=[within.ref]), said)
    assert page.status_code == 409 and "He told me." in text(page)


def test_a_later_decision_says_why_and_both_stay(client, three):
    decide(client, three, **for_all(three, answer="AGREE"))
    data = for_all(three[:1], answer="AGREE_LEGAL")
    assert "Read that decision; to replace it, say why" in text(decide(client, three, **data))
    page = text(decide(client, three, **data, because="The court has asked."))
    assert "It replaces an earlier decision: The court has asked." in page and answers().count() == 4
    assert "A later decision took its place" in page
    child = three[0].child
    for address in (
        reverse("child_timeline", args=[child.ref]) + "?order=oldest",
        reverse("family_timeline", args=[child.family.ref]) + "?order=oldest",
    ):
        story = text(client.get(address))
        first, later = (
            story.index(f"Re-plan consultation: {told}")
            for told in ("Agree that a conference is held (replaced)", "Agree, with a legal planning meeting")
        )
        assert first < story.index("A later decision took its place on") < later
        assert later < story.index("It replaces an earlier decision: The court has asked.")


def test_a_condition_is_kept_with_its_owner_and_day(client, three):
    row = {"condition_what_0": "Offer the family meeting again.", "condition_owner_words_0": "Mx Sample"}
    late = decide(client, three, **for_all(three, answer="AGREE"), **row)
    assert "Enter the day by which it is done" in text(late)
    day = parts("condition_due_0", england().add(today(), 5).due)
    page = text(decide(client, three, **for_all(three, answer="AGREE"), **row, **day))
    assert page.count("Condition: Offer the family meeting again. Mx Sample") == 3


def test_a_condition_is_met_or_withdrawn_and_not_both_at_once(client, three):
    row = {"condition_what_0": "Offer the family meeting again.", "condition_owner_words_0": "Mx Sample"}
    row |= parts("condition_due_0", england().add(today(), 5).due)
    decide(client, three, **for_all(three, answer="AGREE"), **row)
    one = ConsultationCondition.objects.unscoped("test").first()
    both = {"words": "They came twice.", "reason": "No need now.", **parts("met_date", today())}
    page = text(client.post(reverse("consultation_condition", args=[one.ref]), both))
    assert "Say that it was done, or why it is not needed any more, and not both" in page
    assert "They came twice." in page and "No need now." in page
    one.refresh_from_db()
    assert one.closed_at is None


def test_one_condition_of_three_is_closed_once_or_for_those_who_are_chosen(client, three):
    row = {"condition_what_0": "Offer the family meeting again.", "condition_owner_words_0": "Mx Sample"}
    row |= parts("condition_due_0", england().add(today(), 5).due)
    page = text(decide(client, three, **for_all(three, answer="AGREE"), **row))
    names = [one.child.display_name for one in three]
    assert page.count("Close the condition") == 1
    assert f"Close the condition for {names[0]}, {names[1]} and {names[2]}" in page
    waiting = ConsultationCondition.objects.unscoped("test").filter(closed_at=None)
    address = reverse("consultation_condition", args=[waiting[0].ref])
    assert all(name in text(client.get(address)) for name in names)
    none = text(client.post(address, parts("met_date", today())))
    assert "Select a child" in none and waiting.count() == 3
    done = {"children": [str(three[0].ref)], **parts("met_date", today())}
    page = text(client.post(address, done, follow=True))
    assert f"Close the condition for {names[1]} and {names[2]}" in page and waiting.count() == 2
    address = reverse("consultation_condition", args=[waiting[0].ref])
    done["children"] = [str(one.ref) for one in three[1:]]
    assert "Close the condition" not in text(client.post(address, done, follow=True))


def test_a_closed_condition_says_how_it_ended_by_whom_and_when_and_loses_nothing(client, three, lead):
    row = {"condition_what_0": "Offer the family meeting again.", "condition_owner_words_0": "Mx Sample"}
    row |= parts("condition_due_0", add_days(today(), 5))
    decide(client, three, **for_all(three, answer="AGREE"), **row)
    first, second, _ = ConsultationCondition.objects.unscoped("test").order_by("pk")
    child, other = (one.answer.consultation for one in (first, second))
    address = reverse("consultation_condition", args=[first.ref])
    done = {"children": [str(child.ref)], "words": "They came twice.", **parts("met_date", today())}
    assert client.post(address, done).status_code == 302
    page = client.get(address)
    assert f"They came twice. Closed by {lead.full_name}, {uk_date(today())}" in text(page)
    assert "Mx Sample" in text(page) and "Still open" in text(page)
    assert reverse("consultation_condition", args=[second.ref]) in page.content.decode()
    again = client.post(address, done | {"words": "What I typed meanwhile."})
    assert again.status_code == 409 and "What I typed meanwhile." in text(again)
    assert operations_refused(first, lead)
    stranger = person("SOCIAL_WORKER")
    client.force_login(stranger)
    assert client.get(address).status_code == 404


def operations_refused(condition, by):
    """Whether a condition that is over is closed by nobody."""
    with pytest.raises(Refused, match="closed already"):
        meet_condition(condition=condition, met_date=today(), words="", by=by, at=now())
    return True


def test_a_condition_of_a_replaced_decision_ended_with_it(client, three, lead):
    row = {"condition_what_0": "Offer the family meeting again.", "condition_owner_words_0": "Mx Sample"}
    row |= parts("condition_due_0", add_days(today(), 5))
    decide(client, three, **for_all(three, answer="AGREE"), **row)
    one = ConsultationCondition.objects.unscoped("test").order_by("pk").first()
    decide(client, three, **for_all(three, answer="AGREE_LEGAL"), because="The court has asked.")
    page = text(client.get(reverse("consultation_condition", args=[one.ref])))
    assert "Ended with its decision, which a later one replaced" in page and lead.full_name in page
    assert operations_refused(one, lead)


def test_each_mistake_says_whose_it_is_above_the_form_and_beside_the_field(client, three):
    amber, rowan, wren = three
    late = parts(f"wanted_by_date_{wren.pk}", today()) | {f"wanted_by_date_{wren.pk}_month": "13"}
    data = (
        for_all([amber], answer="AGREE")
        | for_all([rowan], answer="ANOTHER_WAY")
        | for_all([wren], answer="MORE_INFORMATION")
    )
    row = {"condition_what_1": "Offer the family meeting again.", "condition_owner_words_1": "Mx Sample"}
    page = text(decide(client, three, **data, **late, **row))
    of_rowan, of_wren = (one.child.display_name for one in (rowan, wren))
    for told in (
        f"{of_rowan}: Enter what the support is",
        f"{of_rowan}: Select or enter who leads it",
        f"{of_wren}: Enter what you need to know",
        f"{of_wren}: Day by which you need it must be a real date: the month must be 1 to 12",
    ):
        assert page.count(told) == 2
    assert f"{amber.child.display_name}: " not in page
    assert page.count("Enter what the support is") == 2
    page = text(decide(client, three, **for_all(three, answer="AGREE"), **row))
    assert page.count("Second condition: Enter the day by which it is done") == 2


def test_missing_reasons_are_said_once_or_for_the_child_who_has_none(client, three):
    page = text(decide(client, three, **for_all(three, answer="AGREE"), reasons=" "))
    assert page.count("Enter your reasons") == 2
    own = {f"reasons_{three[0].pk}": "Because it came back."}
    page = text(decide(client, three, **for_all(three[:2], answer="AGREE"), **own, reasons=""))
    assert page.count(f"{three[1].child.display_name}: Enter your reasons") == 2
    assert page.count("Enter your reasons") == 2
    assert not answers().exists()


def test_one_child_alone_is_not_named_in_a_mistake(client, lead):
    one = given()
    page = text(post(client, one, "answer", **(AGREE | {"answer": "ANOTHER_WAY"})))
    assert "Enter what the support is" in page and f"{one.child.display_name}: Enter" not in page


def test_an_old_address_of_one_child_leads_to_the_family(client, three):
    found = client.get(reverse("consultation", args=[three[1].ref]))
    assert found.url == reverse("consultation", args=[three[1].within.ref])


def test_nothing_tells_of_a_restricted_child_and_the_others_are_decided(client, three):
    request = three[0].requested_child.request
    hidden = ChildFactory(restricted=True, family=request.family, given_names="Canary")
    asked_too = RequestedChildFactory(request=request, child=hidden)
    canary = ConsultationFactory(requested_child=asked_too)
    page = text(shown(client, three[0]))
    assert "whose record you may not open" not in page and "Canary" not in page
    decide(client, three, **for_all([*three, canary], answer="AGREE"))
    assert states([*three, canary]) == ["AGREED", "AGREED", "AGREED", "RAISED"]


def test_a_child_of_another_team_is_told_of_by_number_on_every_page_of_it(client, team, worker):
    sister, brother = family(team)
    for child in (sister, brother):
        planned_before(child)
    send(client, sister, asked(enquired(sister), enquired(brother), step="confirm"))
    one = Consultation.objects.unscoped("test").get(child=sister)
    address = reverse("consultation_ask", args=[one.within.ref])
    client.post(address, {"why_now": "The canary fell.", "what_is_different": "Canary again.", "seen": ""})
    type(brother.allocations.get()).every.filter(child=brother).update(team=TeamFactory())
    colleague = person("SOCIAL_WORKER", team=team)
    client.force_login(colleague)
    page = text(shown(client, one))
    assert "Also about 1 child whose record you may not open." in page
    assert sister.display_name in page and brother.display_name not in page and "anary" not in page
    part = client.get(reverse("request", args=[one.requested_child.request.ref]))
    told = text(part)
    assert "Re-plan consultation" in told and "Waiting for the answer" in told
    assert sister.display_name in told and brother.display_name not in told
    assert reverse("consultation", args=[one.within.ref]) in part.content.decode()
    type(brother).every.filter(pk=brother.pk).update(
        is_restricted=True, restricted_reason="x", restricted_by=person("STRATEGIC_LEAD"), restricted_at=now()
    )
    page = text(shown(client, one))
    assert "whose record you may not open" not in page and "so it is not shown" in page


@pytest.mark.parametrize("role", ["SOCIAL_WORKER", "TEAM_MANAGER"])
def test_an_account_that_tells_of_a_hidden_child_stands_in_no_box(client, team, worker, role):
    sister, brother = family(team)
    for child in (sister, brother):
        planned_before(child)
    send(client, sister, asked(enquired(sister), enquired(brother), step="confirm"))
    within = Consultation.objects.unscoped("test").get(child=sister).within
    address = reverse("consultation_ask", args=[within.ref])
    told = {"why_now": "The canary fell on him.", "what_is_different": "Canary again."}
    assert client.post(address, told | {"seen": ""}).status_code == 302
    hidden = {"is_restricted": True, "restricted_reason": "x", "restricted_by": person("STRATEGIC_LEAD")}
    type(brother).every.filter(pk=brother.pk).update(**hidden, restricted_at=now())
    client.force_login(person(role, team=team))
    page = client.get(reverse("consultation", args=[within.ref]))
    assert "so it is not shown" in text(page) and "Your account" in text(page)
    assert "a child whose record you may not open" not in text(page)
    mine = {"why_now": "Mine.", "what_is_different": "Of her alone.", "seen": ""}
    clash = client.post(address, mine)
    assert clash.status_code == 409 and "Of her alone." in text(clash)
    for answer in (page, clash):
        assert "canary" not in answer.content.decode().lower()


def test_a_decision_on_an_account_one_may_not_read_is_refused_and_what_was_typed_stays(client, three):
    account = ConsultationAccountFactory(within=three[0].within)
    for one in three:
        ConsultationAccountChildFactory(account=account, consultation=one)
    hidden = {"is_restricted": True, "restricted_reason": "x", "restricted_by": person("STRATEGIC_LEAD")}
    Child.every.filter(pk=three[2].child_id).update(**hidden, restricted_at=now())
    answer = decide(client, three, **for_all(three[:2], answer="AGREE"), because="Words to keep.")
    assert states(three) == ["ASKED"] * 3 and answer.status_code == 409
    assert "so you cannot decide on it" in text(answer) and "Words to keep." in text(answer)


def test_it_is_raised_by_hand_from_the_child_s_page(client, team, worker):
    sister, _ = family(team)
    planned_before(sister)
    address = reverse("consultation_raise", args=[sister.ref])
    assert address in client.get(reverse("child", args=[sister.ref])).content.decode()
    data = {"children": [str(sister.ref)], "words": "The school asked twice."}
    page = text(client.post(address, data, follow=True))
    assert "Somebody asked for it" in page and "The school asked twice." in page
    assert "Your account" in page and "Must be held by" not in page


def test_a_threshold_statement_is_written_and_offered_with_the_decision(client, three):
    data = {"key": "4.2", "words": "The same harm came back", **parts("from_date", today())}
    page = text(client.post(reverse("threshold_new"), data, follow=True))
    assert "The same harm came back" in page and "In force" in page
    form = client.get(reverse("consultation", args=[three[0].within.ref]), {"decide": ""})
    assert text(form).count("4.2 The same harm came back") == 3


def test_a_threshold_statement_is_changed_from_its_words_and_ended(client, lead):
    one = ThresholdStatementFactory(key="4.2", words="Help was refused", from_date=add_days(today(), -9))
    listed = client.get(reverse("thresholds")).content.decode()
    change, end = f"{reverse('threshold_new')}?of={one.ref}", reverse("threshold_end", args=[one.ref])
    assert change in listed and end in listed
    form = client.get(change).content.decode()
    assert 'value="4.2"' in form and 'value="Help was refused"' in form
    assert "Enter the day from which it holds no more" in text(client.post(end, {}))
    early = client.post(end, parts("until_date", add_days(today(), -1)))
    assert "The day must be today or later" in text(early)
    last = add_days(today(), 3)
    page = text(client.post(end, parts("until_date", last), follow=True))
    assert "The statement is ended" in page and f"until {uk_date(last)}" in page
    for again in (client.get(end, follow=True), client.post(end, parts("until_date", last), follow=True)):
        assert f"4.2 holds until {uk_date(last)}, so there is nothing left to end" in text(again)
    client.force_login(person("CHAIR"))
    assert (
        client.get(end).status_code == 403
        and "/end" not in client.get(reverse("thresholds")).content.decode()
    )


def test_support_that_failed_leads_back_to_a_request_that_says_so(client, team, worker):
    child, _ = family(team)
    enquired(child)
    one = ConsultationFactory(requested_child__child=child, requested_child__request__family=child.family)
    way = {"way": "NAMED_SUPPORT", "lead": worker, "review_date": today(), "act": uuid.uuid4()}
    given = ConsultationAnswerFactory(
        consultation=one, answer="ANOTHER_WAY", instead="A child in need plan.", **way
    )
    over = {"state": "WITHDRAWN", "withdrawn_by": worker, "withdrawn_reason": "Another way"}
    Request.every.filter(pk=one.requested_child.request_id).update(**over, withdrawn_at=now())
    SupportReviewFactory(
        answer=given, outcome="FAILED", words="Nobody came.", held_date=today(), recorded_at=now()
    )
    href = f"{reverse('request_new', args=[child.family.ref])}?child={child.ref}"
    assert href in shown(client, one).content.decode().replace("&amp;", "&")
    page = text(client.get(href))
    assert "did not work: Nobody came." in page and "A child in need plan." in page


# ----- The list -------------------------------------------------------------------------------------


def test_the_list_stands_in_the_order_of_days_left(client, lead):
    far = given(decide_by_date=add_days(today(), 9))
    near = given(decide_by_date=add_days(today(), 1))
    done = given(state="AGREED")
    ConsultationAnswerFactory(consultation=done, answered_by=lead)
    page = text(client.get(reverse("consultations")))
    numbers = [c.requested_child.child.la_child_id for c in (near, far, done)]
    places = [page.index(number) for number in numbers]
    assert places == sorted(places)
    assert page.index(numbers[1]) < page.index("Recently decided") < page.index(numbers[2])


def test_an_empty_list_says_so(client, lead):
    page = text(client.get(reverse("consultations")))
    assert "No consultation is waiting for a decision." in page and "None has been decided yet." in page


def test_the_pages_ask_a_fixed_number_of_queries(client, lead, django_assert_max_num_queries):
    consultation = given()
    ConsultationAnswerFactory(consultation=consultation)
    done = given(state="AGREED")
    ConsultationAnswerFactory(consultation=done)
    given()
    addresses = [reverse("consultations"), reverse("consultation", args=[consultation.within.ref])]

    def asked_for():
        counts = []
        for address in addresses:
            with django_assert_max_num_queries(47) as queries:
                client.get(address)
            counts.append(len(queries))
        return counts

    client.get(addresses[0])
    before = asked_for()
    for _ in range(4):
        ConsultationAnswerFactory(consultation=given(state="AGREED"))
        given()
        later = {"supersedes": consultation.answers.last(), "supersedes_reason": "Seen otherwise."}
        ConsultationAnswerFactory(consultation=consultation, **later)
    assert asked_for() == before


def test_no_title_names_a_child(client, lead):
    consultation = given()
    for page in (shown(client, consultation), post(client, consultation, "answer", **AGREE)):
        assert (
            consultation.requested_child.child.family_name not in page.content.decode().split("</title>")[0]
        )


def test_what_was_decided_last_stands_first_however_long_ago_it_was_asked(client, lead):
    for number, (raised, answered) in {"ZZ1": (9, 1), "ZZ2": (5, 3)}.items():
        child = ChildFactory(la_child_id=number)
        raised_at = now() - dt.timedelta(days=raised)
        old = given(state="AGREED", raised_at=raised_at, requested_child__child=child)
        ConsultationAnswerFactory(consultation=old, answered_at=now() - dt.timedelta(days=answered))
    page = text(client.get(reverse("consultations")))
    assert page.index("ZZ1") < page.index("ZZ2")


def test_a_split_shows_as_a_split_on_the_request_and_at_the_meeting(client, lead):
    one = given()
    request = one.requested_child.request
    other = given(requested_child__request=request, requested_child__child__family=request.family)
    ConsultationAnswerFactory(consultation=one, answered_by=lead)
    ConsultationAnswerFactory(
        consultation=other, answered_by=lead, answer="ANOTHER_WAY", instead="A child in need plan."
    )
    split = (
        f"Conference agreed for {one.child.display_name}; Another way decided for {other.child.display_name}."
    )
    assert split in text(client.get(reverse("request", args=[request.ref])))
    meeting = BookingFactory(request=request, **hours_on(today()))
    page = text(client.get(reverse("booking", args=[meeting.ref])))
    assert split in page and "Another way decided" in page
    client.force_login(meeting.chair)
    MeetingRecordFactory(booking=meeting)
    for name in ("record", "record_check"):
        told = text(client.get(reverse(name, args=[meeting.ref])))
        assert f"Another way than a conference was decided for {other.child.display_name}." in told


def test_a_legal_planning_meeting_is_told_wherever_the_decision_is(client, lead):
    one = given(state="AGREED")
    request = one.requested_child.request
    other = given(state="AGREED", requested_child__request=request)
    child_of_family = {"family": request.family}
    type(one.child).every.filter(pk__in=[one.child_id, other.child_id]).update(**child_of_family)
    ConsultationAnswerFactory(consultation=one, answered_by=lead)
    ConsultationAnswerFactory(consultation=other, answered_by=lead, answer="AGREE_LEGAL")
    told = "Conference agreed, with a legal planning meeting"
    some, who = (
        "Conference agreed, 1 with a legal planning meeting",
        f"{told}, for {other.child.display_name}.",
    )
    meeting = BookingFactory(request=request, **hours_on(today()))
    scheduled = f"{reverse('requests')}?show=scheduled"
    Request.every.filter(pk=request.pk).update(state="BOOKED")
    assert some in text(client.get(scheduled)) and who in text(client.get(scheduled))
    pages = [
        reverse("consultations"),
        reverse("consultation", args=[one.within.ref]),
        reverse("request", args=[request.ref]),
        reverse("booking", args=[meeting.ref]),
    ]
    for address in pages:
        page = text(client.get(address))
        assert who in page and told in page, address
    for address in pages[:2]:
        assert some in text(client.get(address)), address
    MeetingRecordFactory(booking=meeting)
    client.force_login(meeting.chair)
    for name in ("record", "record_check"):
        assert told in text(client.get(reverse(name, args=[meeting.ref]))), name


def test_what_waits_says_the_days_left_on_the_request_and_at_the_meeting(client, lead):
    one = given()
    Consultation.every.filter(pk=one.pk).update(raised_at=now())
    request = one.requested_child.request
    assert "3 working days left" in text(client.get(reverse("request", args=[request.ref])))
    meeting = BookingFactory(request=request)
    assert "3 working days left" in text(client.get(reverse("booking", args=[meeting.ref])))
