"""The children taken out as a file like the case system's: what it holds and for whom; it changes nothing."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conferences.models import FeedLine
from safeguarding.models import Child, ReadLog, User
from tests.cast import person
from tests.exchange.feed import fed, row, shown
from tests.factories import (
    AllocationFactory,
    BarFactory,
    ChildFactory,
    HouseholdFactory,
    HouseholdMemberFactory,
    PersonFactory,
    RelationshipFactory,
    TeamFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def support(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    return client


def taken_out(client) -> str:
    return client.get(reverse("children_csv")).getvalue().decode("utf-8-sig")


def living(child: Child, address: str, **household) -> None:
    home = HouseholdFactory(family=child.family, address=address, postcode="ZZ1 1ZZ", **household)
    HouseholdMemberFactory(household=home, child=child, person=None, end_date=None)


def council() -> None:
    """Fed children and children recorded here, with what a file may have of each."""
    worker = UserFactory(role="SOCIAL_WORKER", email="w@x.example", team=TeamFactory(name="=North"))
    fed(row("F1", ref="F77", address="1 Fable Street\nFableton", postcode="ZZ1 1ZZ", worker=worker.email))
    written = ChildFactory(la_child_id="W1", given_names="-Ay", family_name="O'Fable", sex="U")
    AllocationFactory(child=written, team=worker.team, worker=UserFactory(is_active=False))
    living(written, " 2  Mill Lane\r\nFableton")
    ChildFactory(la_child_id="U1", birth_date=None, expected_birth_date=dt.date(2019, 9, 1), given_names="")
    ChildFactory(la_child_id="C1", given_names="", family_name="", family=None)


def test_what_is_taken_out_changes_nothing_when_taken_in_again(support):
    council()
    content = taken_out(support)
    assert 'F1,,Amber,Fable,2012-05-04,,F,F77,"1 Fable Street' in content
    assert "W1,,'-Ay,O'Fable," in content and "w@x.example,'=North" in content
    feed = shown(content=content.encode())
    assert {name: count for name, count in feed.counts.items() if count} == {
        "rows": 4, "unchanged": 4, "noted": 1,
    }  # fmt: skip
    (note,) = FeedLine.every.exclude(finding="").values_list("finding", flat=True)
    assert note.startswith("Nobody who holds children signs in")


def test_only_children_in_sight_are_in_it_and_each_is_logged(support):
    seen = ChildFactory(la_child_id="S1")
    ChildFactory(la_child_id="R1", restricted=True)
    BarFactory(user=User.objects.get(role="BUSINESS_SUPPORT"), family=ChildFactory(la_child_id="B1").family)
    content = taken_out(support)
    assert "S1," in content and "R1," not in content and "B1," not in content
    logged = ReadLog.objects.filter(view_name="children_csv").values_list("child", "kind")
    assert list(logged) == [(seen.pk, "LISTED")]


def test_a_family_that_keeps_an_address_to_itself_has_none_in_it(support):
    kept, hidden = ChildFactory(), ChildFactory()
    living(kept, "3 Secret Row", is_confidential=True)
    living(hidden, "4 Secret Row")
    PersonFactory(family=hidden.family, address_is_confidential=True)
    assert "Secret Row" not in taken_out(support)


def test_a_child_of_another_family_than_a_parent_in_hiding_has_none_in_it(support):
    moved = ChildFactory()
    living(moved, "5 Secret Row")
    RelationshipFactory(child=moved, person=PersonFactory(address_is_confidential=True))
    assert "Secret Row" not in taken_out(support)


def test_more_children_ask_no_more_questions(support):
    asked = []
    taken_out(support)
    for _ in range(2):
        council() if not asked else ChildFactory.create_batch(5)
        with CaptureQueriesContext(connection) as captured:
            taken_out(support)
        asked.append(len(captured))
    assert asked[0] == asked[1]


@pytest.mark.parametrize("role", ["SYSTEM_ADMINISTRATOR", "TEAM_MANAGER", "STRATEGIC_LEAD"])
def test_another_role_is_refused_and_sees_no_link(client, role):
    client.force_login(person(role))
    assert client.get(reverse("children_csv")).status_code == 403
    assert reverse("children_csv") not in client.get(reverse("children_feed")).content.decode()
