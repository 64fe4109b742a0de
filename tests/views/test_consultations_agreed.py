"""The pages of a conference that was agreed and not asked for, and of what is withdrawn."""

import pytest
from django.urls import reverse

from conferences.models import Consultation, Request
from safeguarding.clock import now, today
from tests.cast import person
from tests.factories import (
    AgencyFactory,
    AllocationFactory,
    ChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    FamilyConsultationFactory,
    SupportReviewFactory,
)
from tests.views.test_consultations import enquired, family, parts, planned_before, team, text, worker

__all__ = ["team", "worker"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def by_hand(team, worker):
    """Raised by hand, with the account, and not answered."""
    child, _ = family(team)
    planned_before(child)
    enquired(child)
    within = FamilyConsultationFactory(family=child.family, raised_by=worker, raised_at=now())
    raised = {"within": within, "child": child, "requested_child": None, "cause": "BY_HAND"}
    given = {"state": "ASKED", "asked_by": worker, "asked_at": now(), "raised_at": now()}
    return ConsultationFactory(**raised, **given)


def page_of(client, one):
    return client.get(reverse("consultation", args=[one.within.ref]))


def ask_href(one):
    return f"{reverse('request_new', args=[one.child.family.ref])}?child={one.child.ref}"


def test_what_was_agreed_by_hand_says_that_nobody_asked_yet_and_leads_on(client, by_hand, worker):
    ConsultationAnswerFactory(consultation=by_hand, answered_at=now())
    client.force_login(worker)
    page = page_of(client, by_hand)
    name = by_hand.child.display_name
    assert f"Agreed. No conference is asked for yet for {name}. Ask for it by" in text(page)
    assert ask_href(by_hand) in page.content.decode().replace("&amp;", "&")
    asked = text(client.get(ask_href(by_hand)))
    assert "A conference was agreed on" in asked and "The invented harm has come back." in asked
    client.force_login(person("CHAIR"))
    page = page_of(client, by_hand)
    assert "The children’s team asks for it by" in text(page)
    assert ask_href(by_hand) not in page.content.decode()


def test_support_that_failed_says_that_nobody_asked_yet_and_leads_on(client, by_hand, worker):
    given = ConsultationAnswerFactory(
        consultation=by_hand, answered_at=now(), answer="ANOTHER_WAY", instead="Support."
    )
    client.force_login(worker)
    assert "The support did not work" not in text(page_of(client, by_hand))
    SupportReviewFactory(answer=given, outcome="FAILED", held_date=today(), recorded_at=now())
    page = page_of(client, by_hand)
    name = by_hand.child.display_name
    assert f"The support did not work. No conference is asked for yet for {name}. Ask for it by" in text(page)
    assert page.content.decode().replace("&amp;", "&").count(ask_href(by_hand)) == 1
    client.force_login(person("STRATEGIC_LEAD"))
    page = page_of(client, by_hand)
    assert "The children’s team asks for it by" in text(page)
    assert reverse("consultation_withdraw", args=[by_hand.within.ref]) not in page.content.decode()


def test_of_several_each_that_is_withdrawn_is_chosen_by_hand(client, by_hand, worker):
    """Agreed for one, waiting for another: what is agreed is not lost with what is withdrawn."""
    client.force_login(worker)
    address = reverse("consultation_withdraw", args=[by_hand.within.ref])
    assert client.get(address).content.decode().count("checked") == 1
    sister = ChildFactory(family=by_hand.child.family)
    AllocationFactory(child=sister, team=worker.team)
    raised = {"within": by_hand.within, "child": sister, "requested_child": None, "cause": "BY_HAND"}
    given = {"state": "ASKED", "asked_by": worker, "asked_at": now(), "raised_at": now()}
    agreed = ConsultationFactory(**raised, **given)
    ConsultationAnswerFactory(consultation=agreed, answered_at=now())
    page = client.get(address)
    assert sister.display_name in text(page) and page.content.decode().count("checked") == 0


def test_a_partner_insists_after_the_request_was_closed(client, team, worker):
    child, _ = family(team)
    enquired(child)
    one = ConsultationFactory(requested_child__child=child, requested_child__request__family=child.family)
    ConsultationAnswerFactory(consultation=one, answer="ANOTHER_WAY", instead="Support.")
    over = {"state": "WITHDRAWN", "withdrawn_by": worker, "withdrawn_reason": "Another way"}
    Request.every.filter(pk=one.requested_child.request_id).update(**over, withdrawn_at=now())
    address = reverse("consultation_partner", args=[one.within.ref])
    client.force_login(person("BUSINESS_SUPPORT"))
    assert address in page_of(client, one).content.decode()
    data = {"agency": AgencyFactory().pk, "agency_person": "Dr Amber", "reasons": "A bruise."}
    data |= {"children": [str(one.ref)], **parts("agency_date", today())}
    page = text(client.post(address, data, follow=True))
    assert "No conference is asked for yet: it stands on the list" in page and "goes ahead" not in page
    assert address not in page_of(client, one).content.decode()
    client.force_login(worker)
    assert ask_href(one) in page_of(client, one).content.decode().replace("&amp;", "&")


def test_it_is_withdrawn_with_a_reason_that_stands_on_the_page(client, by_hand, worker):
    client.force_login(worker)
    address = reverse("consultation_withdraw", args=[by_hand.within.ref])
    assert address in page_of(client, by_hand).content.decode()
    data = {"children": [str(by_hand.ref)], "reason": ""}
    assert "Enter why it is withdrawn" in text(client.post(address, data))
    page = text(client.post(address, data | {"reason": "The invented aunt has him."}, follow=True))
    assert "The consultation is withdrawn." in page
    assert f"Withdrawn for {by_hand.child.display_name}" in page and "The invented aunt has him." in page
    assert Consultation.every.get(pk=by_hand.pk).state == "CLOSED"
    assert address not in page_of(client, by_hand).content.decode()


def test_another_s_is_not_offered_to_whoever_decides_it(client, by_hand):
    client.force_login(person("STRATEGIC_LEAD"))
    address = reverse("consultation_withdraw", args=[by_hand.within.ref])
    assert address not in page_of(client, by_hand).content.decode()
    refused = client.post(address, {"children": [str(by_hand.ref)], "reason": "No."})
    assert refused.status_code == 403 and "decide it instead" in text(refused)


def test_the_lead_who_asked_reads_who_decides_and_the_manager_is_offered_it(client, by_hand):
    lead, manager = person("STRATEGIC_LEAD"), person("MANAGER")
    type(by_hand.within).every.filter(pk=by_hand.within_id).update(raised_by=lead)
    client.force_login(manager)
    page = page_of(client, by_hand)
    address = reverse("consultation_in_place", args=[by_hand.within.ref])
    assert "Your decision" in text(page) and address in page.content.decode()
    data = {f"answer_{by_hand.pk}": "AGREE", f"reasons_{by_hand.pk}": "It is back.", "seen": "1.0"}
    checked = client.post(address, data)
    assert "It is back." in text(checked)
    done = text(client.post(address, data | {"step": "confirm"}, follow=True))
    assert "Your decision is on the record." in done
    client.force_login(lead)
    assert "so you cannot decide it" not in text(page_of(client, by_hand))


def test_the_lead_who_asked_is_told_who_decides_it_or_that_nobody_may(client, by_hand):
    lead = person("STRATEGIC_LEAD")
    type(by_hand.within).every.filter(pk=by_hand.within_id).update(raised_by=lead)
    client.force_login(lead)
    page = text(page_of(client, by_hand))
    assert "Nobody else here may." in page and "withdraw it" in page
    manager = person("MANAGER")
    assert f"It is decided by {manager.full_name}." in text(page_of(client, by_hand))
    other = person("STRATEGIC_LEAD")
    assert f"It is decided by {other.full_name}." in text(page_of(client, by_hand))
    client.force_login(manager)
    assert "Your decision" not in text(page_of(client, by_hand))
