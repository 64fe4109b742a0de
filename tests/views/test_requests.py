"""The pages of asking: an enquiry, a request and its check, its page, the list, every mistake in words."""

import uuid

import pytest
from django.urls import reverse

from conferences.models import Enquiry, Request, RequestedChild, StrategyDiscussion, TransferIn
from safeguarding.clock import today
from safeguarding.models import Allocation, ReadLog
from safeguarding.wording import uk_moment
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    BookingFactory,
    ChildFactory,
    ConsultationFactory,
    PlanFactory,
    RequestedChildFactory,
    ThinkingTimeFactory,
    meet,
)
from tests.views.asking import asked, enquired, family, parts, planned_before, send, team, worker
from tests.views.pages import text

__all__ = ["team", "worker"]
pytestmark = pytest.mark.django_db


def requests():
    return Request.objects.unscoped("test")


# ----- Asked by somebody else meanwhile ---------------------------------------------------------------


def test_words_written_while_somebody_else_asked_are_there_to_be_copied(client, team, worker):
    sister, brother = family(team)
    enquiries = [enquired(sister), enquired(brother)]
    send(client, sister, asked(*enquiries, step="confirm"))
    made = requests().get()
    page = send(client, sister, asked(*enquiries, step="confirm", reason="My own words."))
    shown = text(page)
    assert "My own words." in shown and "Not saved" in shown and str(sister.ref) not in shown
    assert reverse("request", args=[made.ref]) in page.content.decode()
    assert requests().count() == 1


def test_a_choice_that_is_gone_is_told_in_words_and_nothing_is_lost(client, team, worker):
    sister, brother = family(team)
    send(client, sister, asked(enquired(sister), step="confirm"))
    stale = asked(*[one for child in (sister, brother) for one in child.enquiries.all() or [enquired(child)]])
    page = send(client, sister, stale)
    shown = text(page)
    assert "What you chose is not on the list any more. Choose again" in shown
    assert "Select a valid choice" not in shown
    assert "An invented worry." in shown and "Jade Fablethorpe is in another request" in shown


def test_the_family_s_page_leads_to_the_conference_ahead(client, team, worker):
    sister, _ = family(team)
    send(client, sister, asked(enquired(sister), step="confirm"))
    made = requests().get()
    page = client.get(reverse("family", args=[sister.family.ref]))
    assert "Conference requested on" in text(page) and "waiting to be scheduled" in text(page)
    booking = BookingFactory(request=made)
    assert f"Conference scheduled for {uk_moment(booking.starts_at)}" in text(
        client.get(page.request["PATH_INFO"])
    )


# ----- An enquiry -----------------------------------------------------------------------------------


def enquiry_data(*children, held, further=(), **more):
    rows = {
        "further-TOTAL_FORMS": str(max(len(further), 1)),
        "further-INITIAL_FORMS": "0",
        "further-MIN_NUM_FORMS": "1",
        "further-MAX_NUM_FORMS": "6",
    }
    for number, day in enumerate(further):
        rows |= parts(f"further-{number}-held_date", day)
    return {
        "children": [str(c.ref) for c in children],
        "notes": "Who took part.",
        **parts("held_date", held),
        **rows,
        **more,
    }


def record(client, child, data, **more):
    return client.post(reverse("enquiry_new", args=[child.family.ref]), data, **more)


def test_who_books_sees_what_another_team_asked_for_a_brother(client, team, worker):
    sister, brother = family(team)
    made = [
        RequestedChildFactory(child=child, request__family=sister.family).request
        for child in (sister, brother)
    ]
    addresses = [reverse("request", args=[request.ref]) for request in made]
    client.force_login(person("BUSINESS_SUPPORT"))
    page = client.get(addresses[0])
    assert "Another conference of this family" in text(page)
    assert "withdraw one of the requests and put its children into the other" in text(page)
    assert addresses[1] in page.content.decode() and f'href="{addresses[0]}"' not in page.content.decode()
    Allocation.objects.unscoped("test").filter(child=brother).delete()
    client.force_login(worker)
    assert "Another conference" not in text(client.get(addresses[0]))


def test_an_enquiry_is_recorded_about_each_child_and_leads_to_the_request(client, team, worker):
    sister, brother = family(team)
    day = add_days(today(), -3)
    data = enquiry_data(sister, brother, held=day, further=[today()], then="request")
    page = record(client, sister, data, follow=True)
    assert page.redirect_chain[-1][0] == reverse("request_new", args=[sister.family.ref])
    assert "2 enquiries recorded. An initial conference, if one is needed, is due by" in text(page)
    assert "record the enquiry first" not in text(page)
    assert Enquiry.objects.unscoped("test").filter(started_date=day).count() == 2
    assert StrategyDiscussion.objects.unscoped("test").filter(held_date=today()).count() == 2


def test_another_further_discussion_is_added_without_a_word_about_mistakes(client, team, worker):
    sister, _ = family(team)
    data = enquiry_data(sister, held=today(), **{"further-add": "1"})
    page = text(record(client, sister, data))
    assert "Further discussion 2 of 2" in page and "There is a problem" not in page
    assert not Enquiry.objects.unscoped("test").exists()


@pytest.mark.parametrize(
    ("held", "further", "sentence"),
    [
        (1, [], "The strategy discussion must be today or in the past"),
        (-9000, [], "is more than 40 weeks before the birth of Jade Fablethorpe"),
        (-3, [-3], "This is the day of the discussion that started the enquiry"),
        (-3, [1], "A further discussion must be today or in the past"),
    ],
)
def test_a_day_that_cannot_be_has_its_sentence_and_nothing_is_lost(
    client, team, worker, held, further, sentence
):
    sister, _ = family(team)
    days = [add_days(today(), n) for n in further]
    page = record(client, sister, enquiry_data(sister, held=add_days(today(), held), further=days))
    assert sentence in text(page) and "Who took part." in text(page)
    assert "govuk-error-summary" in page.content.decode()


def test_every_mistake_of_an_enquiry_is_told_at_once_beside_its_field(client, team, worker):
    sister, _ = family(team)
    data = enquiry_data(held=today(), further=[add_days(today(), 1), add_days(today(), -1)])
    data |= {"further-0-held_date_day": "x", "further-1-held_date_year": "3018"}
    page = text(record(client, sister, data | {"children": [str(sister.ref)]}))
    assert "must be a real date" in page and "must be today or in the past" in page
    assert "Select at least one child" in text(record(client, sister, data))
    data = enquiry_data(sister, held=today(), further=[today(), add_days(today(), 1)])
    page = record(client, sister, data).content.decode()
    for number, sentence in enumerate(("the discussion that started", "must be today or in the past")):
        error = page.split(f'id="id_further-{number}-held_date-error"')[1].split("</p>")[0]
        assert sentence in error


def test_an_enquiry_sent_twice_is_recorded_once_and_said(client, team, worker):
    sister, _ = family(team)
    data = enquiry_data(sister, held=today())
    record(client, sister, data)
    assert "is already recorded" in text(record(client, sister, data))
    assert Enquiry.objects.unscoped("test").count() == 1


# ----- Asking ---------------------------------------------------------------------------------------


def test_the_form_shows_each_child_with_number_and_due_date_at_once(client, team, worker):
    sister, brother = family(team)
    enquired(sister)
    PlanFactory(child=brother, start_date=add_days(today(), -20))
    page = text(client.get(reverse("request_new", args=[sister.family.ref])))
    assert f"Council number {sister.la_child_id}" in page
    assert "15 working days from" in page
    assert "Review conference, because the child is on a plan. Due by" in page


def test_checking_stores_nothing_and_carries_every_word(client, team, worker):
    sister, _ = family(team)
    page = send(client, sister, asked(enquired(sister)))
    body = page.content.decode()
    assert "Check your answers" in text(page) and "15 working days from" in text(page)
    assert 'name="reason" value="An invented worry.\nIn two lines."' in body
    assert not requests().exists()


def test_changing_goes_back_to_the_form_with_every_word(client, team, worker):
    sister, _ = family(team)
    page = send(client, sister, asked(enquired(sister), step="change", reason=""))
    body = page.content.decode()
    assert "They stay with the invented aunt." in body and "There is a problem" not in body


def test_sending_makes_the_request_with_its_consultation(client, team, worker):
    sister, brother = family(team)
    planned_before(sister)
    data = asked(enquired(sister), enquired(brother), step="confirm")
    page = send(client, sister, data, follow=True)
    shown = text(page)
    assert "The conference is requested." in shown
    assert "1 earlier plan found, checked on" in shown and "No earlier plan" in shown
    assert shown.count("Give the account") == 1 and shown.count("Re-plan consultation") == 1
    assert "Chair’s thinking time To be held before the conference" in shown


def test_the_same_form_sent_twice_makes_one_request_and_says_so(client, team, worker):
    sister, _ = family(team)
    data = asked(enquired(sister), step="confirm")
    send(client, sister, data)
    assert "was sent already" in text(send(client, sister, data, follow=True))
    assert requests().count() == 1


def test_a_transfer_in_asks_its_dates_and_shows_its_clock(client, team, worker):
    sister, _ = family(team)
    key = sister.ref.hex
    data = asked(children=[str(sister.ref)], **{f"kind_{key}": "TRANSFER_IN", f"from_authority_{key}": "352"})
    data |= parts(f"notified_date_{key}", add_days(today(), -1))
    page = text(send(client, sister, data))
    assert "Transfer-in conference Comes from Manchester Told of the move" in page
    send(client, sister, data | {"step": "confirm"})
    assert TransferIn.objects.unscoped("test").get().from_authority == "352"


def test_a_date_that_cannot_be_read_and_a_missing_reason_are_told_at_once(client, team, worker):
    sister, _ = family(team)
    key = sister.ref.hex
    told = {f"notified_date_{key}_day": "31", f"notified_date_{key}_month": "2"}
    data = asked(children=[str(sister.ref)], reason=" ", **{f"kind_{key}": "TRANSFER_IN"}, **told)
    page = text(send(client, sister, data))
    for sentence in ("must include a year", "Select the authority that Jade", "Enter why a conference"):
        assert sentence in page
    assert "Enter the day you were told" not in page


def mistakes(client, child, **data):
    page = send(client, child, {**asked(step="confirm"), **data})
    assert "govuk-error-summary" in page.content.decode() and not requests().exists()
    return text(page)


def test_no_child_no_reason_and_no_kind_have_their_sentences(client, team, worker):
    sister, _ = family(team)
    assert "Select at least one child" in mistakes(client, sister)
    assert "Enter why a conference is needed" in mistakes(client, sister, reason=" ")
    chosen = {"children": [str(sister.ref)]}
    page = mistakes(client, sister, **chosen)
    assert "Select what the conference is for Jade Fablethorpe" in page
    assert "They stay with the invented aunt." in page


@pytest.mark.parametrize(
    ("dates", "sentence"),
    [
        ({}, "Enter the day you were told that Jade Fablethorpe has moved here"),
        ({"notified_date": 1}, "The day you were told of the move must be today or in the past"),
        ({"notified_date": -2, "accepted_date": -3}, "The day it was accepted must be on or after"),
        ({"notified_date": -2, "papers_received_date": -3}, "The day the papers came must be on or after"),
    ],
)
def test_dates_of_a_move_out_of_order_have_their_sentence(client, team, worker, dates, sentence):
    sister, _ = family(team)
    key = sister.ref.hex
    data = {"children": [str(sister.ref)], f"kind_{key}": "TRANSFER_IN", f"from_authority_{key}": "352"}
    for name, days in dates.items():
        data |= parts(f"{name}_{key}", add_days(today(), days))
    assert sentence in mistakes(client, sister, **data)


def test_a_child_asked_for_already_is_named_and_cannot_be_sent(client, team, worker):
    sister, brother = family(team)
    send(client, sister, asked(enquired(sister), step="confirm"))
    page = client.get(reverse("request_new", args=[sister.family.ref]))
    assert "Jade Fablethorpe is in another request that is still open." in text(page)
    again = send(client, brother, asked(children=[str(sister.ref)], step="confirm"))
    assert "is not on the list any more" in text(again) and requests().count() == 1


def test_a_plan_that_began_meanwhile_is_said_and_the_words_are_kept(client, team, worker):
    sister, _ = family(team)
    data = asked(enquired(sister), step="confirm")
    PlanFactory(child=sister, start_date=add_days(today(), -1))
    page = text(send(client, sister, data))
    assert "Jade Fablethorpe is on a plan, so only a review can be requested" in page
    assert "They stay with the invented aunt." in page and not requests().exists()


def test_a_second_person_asking_first_leaves_a_sentence_and_the_words(client, team, worker):
    sister, _ = family(team)
    data = asked(enquired(sister), step="confirm")
    RequestedChildFactory(child=sister)
    page = text(send(client, sister, data))
    assert "is in another request that is still open" in page
    assert "They stay with the invented aunt." in page


def test_a_form_with_a_spoilt_key_says_so(client, team, worker):
    sister, _ = family(team)
    page = send(client, sister, asked(enquired(sister), form_key="x", step="confirm"))
    assert "Open this page again" in text(page)


def test_children_of_another_team_cannot_be_asked_for(client, worker):
    stranger = ChildFactory()
    for name in ("request_new", "enquiry_new"):
        assert client.get(reverse(name, args=[stranger.family.ref])).status_code == 404


@pytest.mark.parametrize("role", ["CHAIR", "STRATEGIC_LEAD", "MANAGER", "BUSINESS_SUPPORT"])
def test_others_do_not_ask(client, role):
    client.force_login(person(role))
    for name in ("request_new", "enquiry_new"):
        assert client.get(reverse(name, args=[ChildFactory().family.ref])).status_code == 403


def test_a_family_page_leads_those_who_ask(client, team, worker):
    sister, _ = family(team)
    address = reverse("family", args=[sister.family.ref])
    assert reverse("request_new", args=[sister.family.ref]) in client.get(address).content.decode()
    AllocationFactory(team=team, child=ChildFactory(family=sister.family, birth_date=today()))
    asking = client.get(reverse("request_new", args=[sister.family.ref]))
    assert "record the enquiry first" in text(asking)
    client.force_login(person("CHAIR"))
    assert "Request a conference" not in text(client.get(address))


# ----- The request and the list ---------------------------------------------------------------------


def test_a_request_that_nobody_asked_to_see_is_not_there(client, team, worker):
    hidden = RequestedChildFactory()
    for name in ("request", "request_withdraw"):
        assert client.get(reverse(name, args=[hidden.request.ref])).status_code == 404


def test_of_a_request_with_a_hidden_sibling_only_the_own_part_is_there(client):
    client.force_login(person("CHAIR"))
    one = RequestedChildFactory(request__reason="About both of them")
    RequestedChildFactory(request=one.request, child=ChildFactory(restricted=True, family=one.child.family))
    page = text(client.get(reverse("request", args=[one.request.ref])))
    assert one.child.display_name in page and "About both of them" not in page
    assert client.get(reverse("request_withdraw", args=[one.request.ref])).status_code in (403, 404)
    assert one.request.family.name not in text(client.get(reverse("requests")))


def test_a_request_is_withdrawn_with_a_reason(client, team, worker):
    sister, _ = family(team)
    asked_for = RequestedChildFactory(child=sister)
    address = reverse("request_withdraw", args=[asked_for.request.ref])
    assert "Enter why the request is withdrawn" in text(client.post(address, {"reason": " "}))
    page = client.post(address, {"reason": "The family has moved"}, follow=True)
    assert "The request is withdrawn." in text(page) and "The family has moved" in text(page)


def test_a_withdrawal_that_cannot_be_keeps_its_words(client, team, worker):
    sister, _ = family(team)
    asked_for = RequestedChildFactory(child=sister)
    meet(asked_for.request)
    page = client.post(reverse("request_withdraw", args=[asked_for.request.ref]), {"reason": "Some words"})
    assert "You can no longer do this" in text(page) and "Some words" in text(page)


def test_the_list_stands_in_the_order_of_the_clocks(client):
    client.force_login(person("CHAIR"))
    late = RequestedChildFactory(due_date=add_days(today(), -9))
    soon = RequestedChildFactory(due_date=add_days(today(), 3))
    far = RequestedChildFactory(due_date=add_days(today(), 40))
    page = text(client.get(reverse("requests")))
    places = [page.index(one.request.family.name) for one in (late, soon, far)]
    assert places == sorted(places) and "late" in page


def test_the_tabs_hold_what_is_scheduled_and_held(client):
    client.force_login(person("CHAIR"))
    booked = RequestedChildFactory(request=BookingFactory().request)
    held = RequestedChildFactory()
    meet(held.request)
    scheduled = text(client.get(reverse("requests") + "?show=scheduled"))
    assert booked.request.family.name in scheduled and "Scheduled for 24 April 2018 at 10am" in scheduled
    assert held.request.family.name in text(client.get(reverse("requests") + "?show=held"))
    assert client.get(reverse("requests") + "?show=other").status_code == 404


def test_an_empty_list_helps(client):
    client.force_login(person("CHAIR"))
    assert "No request is waiting to be scheduled." in text(client.get(reverse("requests")))


def test_the_list_is_a_look_at_each_child_listed(client):
    chair = person("CHAIR")
    client.force_login(chair)
    asked_for = RequestedChildFactory()
    client.get(reverse("requests"))
    assert list(ReadLog.objects.values_list("child_id", "kind")) == [(asked_for.child_id, "LISTED")]


def whole_request(request=None):
    more = {"request": request} if request else {}
    asked_for = RequestedChildFactory(**more)
    ConsultationFactory(requested_child=asked_for)
    return asked_for


def count(client, address, asserted):
    with asserted(40) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_pages_ask_a_fixed_number_of_queries(client, django_assert_max_num_queries):
    client.force_login(person("CHAIR"))
    first = whole_request()
    ThinkingTimeFactory(request=first.request)
    addresses = [reverse("requests"), reverse("request", args=[first.request.ref])]
    client.get(addresses[0])
    before = [count(client, address, django_assert_max_num_queries) for address in addresses]
    for _ in range(4):
        whole_request(first.request)
        whole_request()
    after = [count(client, address, django_assert_max_num_queries) for address in addresses]
    assert before == after and max(after) <= 32


def test_asking_for_a_large_family_asks_no_more_queries(client, team, worker, django_assert_max_num_queries):
    sister, brother = family(team)
    enquired(sister)
    planned_before(sister)
    address = reverse("request_new", args=[sister.family.ref])
    client.get(address)
    before = count(client, address, django_assert_max_num_queries)
    for _ in range(4):
        child = ChildFactory(family=sister.family)
        AllocationFactory(child=child, team=team)
        enquired(child)
        planned_before(child)
    PlanFactory(child=brother)
    assert count(client, address, django_assert_max_num_queries) == before


def test_no_page_is_titled_by_a_name(client, team, worker):
    sister, _ = family(team)
    asked_for = RequestedChildFactory(child=sister)
    for address in (
        reverse("request_new", args=[sister.family.ref]),
        reverse("enquiry_new", args=[sister.family.ref]),
        reverse("request", args=[asked_for.request.ref]),
    ):
        assert "Fable" not in client.get(address).content.decode().split("</title>")[0].split("–")[0]


def test_what_was_stored_is_what_was_shown(client, team, worker):
    sister, _ = family(team)
    send(client, sister, asked(enquired(sister), step="confirm"))
    stored = RequestedChild.objects.unscoped("test").get()
    page = text(client.get(reverse("request", args=[stored.request.ref])))
    assert stored.due_explanation in page and "working day" in page


def test_a_page_of_somebody_else_s_form_key_is_refused(client, team, worker):
    sister, brother = family(team)
    made = RequestedChildFactory(request__form_key=uuid.uuid4()).request
    page = send(client, sister, asked(enquired(sister), form_key=str(made.form_key), step="confirm"))
    assert "This form has already been sent" in text(page)
