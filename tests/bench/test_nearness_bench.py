"""The nearest earlier decisions beside a decision, where 5,000 stand in the database."""

from collections.abc import Iterator

import pytest
from django.urls import reverse

from conferences.models import ConsultationFirstView, FamilyConsultation
from conferences.operations.consultations_first_views import FirstView, note_first_views
from conferences.queries.consultations import FamilyView, family_view
from conferences.queries.consultations_facts import family_facts
from conferences.queries.consultations_first_views import awaited, first_views
from conferences.queries.consultations_nearness import Compared, compared
from conferences.queries.replans import found_for
from conferences.rules.consultations import Answer
from conferences.rules.nearness import COMPARED
from safeguarding.access.sight import one_request
from safeguarding.clock import now, today
from safeguarding.models import User
from tests.bench import limits
from tests.bench.copies import copy_of, multiply, rows_of, run
from tests.bench.pages import client_of
from tests.bench.processor import least
from tests.bench.table import Row, hold
from tests.demo_database import template

pytestmark = [pytest.mark.bench, pytest.mark.usefixtures("served")]
TIMES, DECISIONS = 12, 5_000
STANDING = """
    SELECT count(*) FROM conferences_consultationanswer AS a
    WHERE a.answer = ANY(%s) AND NOT EXISTS (
        SELECT FROM conferences_consultationanswer AS b WHERE b.supersedes_id = a.id)
"""


@pytest.fixture(scope="module")
def unit(served: None) -> Iterator[None]:
    with copy_of(template(today())):
        multiply(TIMES)
        run("VACUUM ANALYZE")
        yield


def waiting(lead: User) -> FamilyView:
    """The family of most children that waits for this person, with their first view on each."""
    rows = FamilyConsultation.objects.unscoped("bench").filter(is_over=False, children__state="ASKED")
    views = [family_view(lead, one.ref) for one in rows.distinct()[:40]]
    view = max(views, key=lambda one: len(awaited(lead, one.children)))
    asked = awaited(lead, view.children)
    said = {one.pk: FirstView(Answer.AGREE, "The invented harm is back.") for one in asked}
    if not ConsultationFirstView.objects.unscoped("bench").filter(consultation__in=said).exists():
        note_first_views(consultations=asked, views=said, by=lead, at=now())
    return view


def test_the_nearest_of_five_thousand(unit):
    lead = User.objects.get(email="lead@fableshire.example")
    view = waiting(lead)
    found = found_for(lead, [one.requested_child for one in view.children if one.requested_child])
    facts = family_facts(lead, view, found, today())

    def ask() -> list[Compared]:
        with one_request():
            return compared(lead, view, first_views(lead, view), facts, today())

    standing = int(rows_of(STANDING, [[answer.value for answer in COMPARED]])[0][0])
    assert standing >= DECISIONS and any(one.near for one in ask())
    client, address = client_of("lead"), reverse("consultation", args=[view.within.ref])
    asked, page = least(ask, lambda: client.get(address), rounds=5)
    children = len(view.children)
    hold(
        f"A consultation of {children} children beside {standing:,} decisions: ms of the processor",
        [
            Row("the nearest decisions", asked.both * 1000, limits.NEAREST_MS, str(asked)),
            Row("the page with them", page.both * 1000, limits.NEAREST_PAGE_MS, str(page)),
        ],
    )
