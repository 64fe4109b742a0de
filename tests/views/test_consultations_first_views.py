"""The page: a first view first, then the nearest decisions by the form; past it by a link, nothing lost."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.models import ConsultationFirstView
from safeguarding.clock import now, today
from safeguarding.models import ReadLog
from safeguarding.workingdays import add_months
from tests.cast import person
from tests.factories import (
    ChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    ConsultationFirstViewFactory,
    PlanFactory,
    RequestedChildFactory,
)
from tests.views.pages import text

pytestmark = pytest.mark.django_db
NEAREST = "The nearest earlier decisions"


def child_with_plan(months, **fields):
    child = ChildFactory(birth_date=add_months(today(), -70), **fields)
    end = add_months(today(), -months)
    PlanFactory(
        child=child,
        start_date=add_months(end, -9),
        end_date=end,
        end_reason="RISK_REDUCED",
        step_down="CIN_PLAN",
    )
    return child


def waiting(child, request=None):
    of = {"request": request} if request else {"request__family": child.family}
    asked = RequestedChildFactory(child=child, **of)
    return ConsultationFactory(requested_child=asked, state="ASKED", raised_at=now())


@pytest.fixture
def lead(client, db):
    user = person("STRATEGIC_LEAD")
    client.force_login(user)
    return user


@pytest.fixture
def one(lead):
    return waiting(child_with_plan(7))


@pytest.fixture
def earlier(lead):
    """Decided two months ago on another family; no plan is recorded since."""
    given = waiting(child_with_plan(9, given_names="Robin", family_name="Exemplar"))
    at = now() - dt.timedelta(days=60)
    return ConsultationAnswerFactory(consultation=given, answered_at=at, reasons="The harm was the old one.")


def opened(client, one, query=""):
    return client.get(f"{reverse('consultation', args=[one.within.ref])}{query}")


def note(client, children, **data):
    sent = {f"leans_{one.pk}": "AGREE" for one in children}
    sent |= {f"words_{one.pk}": "The old harm." for one in children} | data
    address = reverse("consultation_first_view", args=[children[0].within.ref])
    return client.post(address, sent, follow=True)


def test_a_first_view_is_asked_first_and_nothing_is_compared(client, one, earlier):
    page = text(opened(client, one))
    assert "Your first view" in page and "Which way do you lean for" in page
    assert NEAREST not in page and "Robin Exemplar" not in page and "Check and confirm" not in page


def test_the_decision_can_be_made_without_one_and_then_nothing_is_compared(client, one, earlier):
    first = opened(client, one).content.decode()
    assert f"{reverse('consultation', args=[one.within.ref])}?decide#yours" in first
    page = text(opened(client, one, "?decide"))
    assert "Check and confirm" in page and NEAREST not in page and "Robin Exemplar" not in page


def test_after_it_the_nearest_stand_beside_the_form_in_words(client, one, earlier, lead):
    page = text(note(client, [one]))
    assert page.index("Your first view is kept") < page.index(NEAREST) < page.index("Check and confirm")
    for words in (
        "Robin Exemplar",
        "The last plan ended 6 to 12 months before",
        "neglect",
        "how it ended: risk reduced, then child in need plan",
        "Agree that a conference is held",
        "The harm was the old one.",
        "Too early to tell whether a plan follows.",
        f"Your first view for {one.child.display_name}: Agree that a conference is held. The old harm.",
    ):
        assert words in page, words
    assert (
        reverse("consultation", args=[earlier.consultation.within.ref])
        in opened(client, one).content.decode()
    )
    assert "score" not in page and "%" not in page.partition(NEAREST)[2].partition("Check and confirm")[0]


def test_each_child_that_is_shown_is_logged_as_read_for_this_page(client, one, earlier, lead):
    opened(client, one)
    assert not ReadLog.objects.filter(child=earlier.consultation.child).exists()
    note(client, [one])
    logged = ReadLog.objects.filter(child=earlier.consultation.child, user=lead)
    assert [row.view_name for row in logged] == ["consultation"]


def test_nobody_else_of_the_family_sees_them_or_the_view(client, one, earlier, lead):
    note(client, [one])
    for role in ("STRATEGIC_LEAD", "CHAIR", "MANAGER"):
        client.force_login(person(role))
        for query in ("", "?decide"):
            page = text(opened(client, one, query))
            assert NEAREST not in page and "Robin Exemplar" not in page and "The old harm." not in page


def test_the_view_is_read_by_others_who_decide_once_its_writer_decided(client, one, lead):
    ConsultationFirstViewFactory(consultation=one, noted_by=lead, words="The old harm.")
    ConsultationAnswerFactory(consultation=one, answered_by=lead)
    client.force_login(person("STRATEGIC_LEAD"))
    assert "The old harm." in text(opened(client, one))
    for user in (person("CHAIR"), one.asked_by):
        client.force_login(user)
        assert "The old harm." not in text(client.get(reverse("consultation", args=[one.within.ref])))


def test_what_is_missing_is_said_and_what_was_typed_stays(client, one):
    page = note(client, [one], **{f"leans_{one.pk}": ""})
    assert "Select which way you lean" in text(page) and "The old harm.</textarea>" in page.content.decode()
    assert not ConsultationFirstView.objects.unscoped("test").exists()


def test_siblings_are_noted_side_by_side_in_one_sending(client, one):
    sister = waiting(child_with_plan(7, family=one.child.family), request=one.requested_child.request)
    note(client, [one, sister], **{f"leans_{sister.pk}": "ANOTHER_WAY"})
    rows = ConsultationFirstView.objects.unscoped("test").order_by("consultation")
    assert [row.leans for row in rows] == ["AGREE", "ANOTHER_WAY"] and len({row.act for row in rows}) == 1


def test_a_second_one_is_refused_and_the_typed_words_are_shown(client, one):
    note(client, [one])
    page = note(client, [one], **{f"words_{one.pk}": "Seen otherwise now."})
    assert page.status_code == 409
    assert "It stays as it is" in text(page) and "Seen otherwise now." in text(page)


def test_who_may_not_decide_may_not_note_one(client, one):
    for role, status in (("CHAIR", 403), ("TEAM_MANAGER", 403), ("MANAGER", 403)):
        client.force_login(person(role))
        address = reverse("consultation_first_view", args=[one.within.ref])
        assert client.post(address, {}).status_code == status


def test_without_any_near_one_the_page_says_so(client, one):
    assert "No earlier decision is near to this one in what matters." in text(note(client, [one]))


def test_a_decision_that_is_replaced_has_them_beside_its_form_too(client, one, earlier, lead):
    ConsultationFirstViewFactory(consultation=one, noted_by=lead)
    ConsultationAnswerFactory(consultation=one, answered_by=lead)
    page = text(opened(client, one))
    assert page.index("Replace the decision") < page.index(NEAREST)


def test_the_page_asks_always_the_same_of_the_database(client, one, earlier, django_assert_max_num_queries):
    note(client, [one])

    def count():
        with django_assert_max_num_queries(65) as queries:
            opened(client, one)
        return len(queries)

    once = count()
    for _ in range(4):
        ConsultationAnswerFactory(consultation=waiting(child_with_plan(8)), answered_at=now())
    assert count() == once
