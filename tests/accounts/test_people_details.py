"""A person's name is put right by an administrator, at once."""

import pytest
from django.urls import reverse

from safeguarding.accounts import operations
from safeguarding.clock import now
from safeguarding.models import AuditEntry
from safeguarding.refusals import Refused
from safeguarding.versions import seen_as
from tests.accounts.people import freshly
from tests.cast import person
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return person("SYSTEM_ADMINISTRATOR")


@pytest.fixture
def door(client, administrator):
    return freshly(client, administrator)


@pytest.fixture
def chair():
    return UserFactory(role="CHAIR", full_name="Amber Sampel")


def send(door, user, name, seen=""):
    data = {"full_name": name, "seen": seen}
    return door.post(reverse("user_name", args=[user.ref]), data, follow=True).content.decode()


def test_a_name_is_put_right_and_the_account_s_history_tells_both(door, chair):
    assert 'value="Amber Sampel"' in door.get(reverse("user_name", args=[chair.ref])).content.decode()
    page = send(door, chair, "  Amber   Sample-Fable ")
    assert "The name has been changed." in page and "Amber Sampel to Amber Sample-Fable" in page
    chair.refresh_from_db()
    assert chair.full_name == "Amber Sample-Fable" and not chair.sessions_valid_from
    assert "Amber" not in str(AuditEntry.objects.get(event="user.name_changed").detail)


WRONG = [
    ("", "Enter the person’s full name"),
    (" ", "Enter the person’s full name"),
    ("Amber\0Sample", "Null characters are not allowed"),
    ("Amber\nSample", "Full name must be on one line"),
    ("Amber \u202eelpmaS", "Full name must be without signs that nobody sees"),
    ("A" * 151, "150 characters"),
    ("Amber Sampel", "This is already their name"),
]


@pytest.mark.parametrize(("name", "sentence"), WRONG)
def test_what_is_no_name_is_refused_beside_the_field_and_stays(door, chair, name, sentence):
    page = send(door, chair, name)
    assert sentence in page and "error-message" in page
    assert "\n" in name or "\0" in name or f'value="{name.strip()}"' in page or not name.strip()
    chair.refresh_from_db()
    assert chair.full_name == "Amber Sampel"


@pytest.mark.parametrize("name", ["Amber\nSample", "Amber\u202eSample", "Amber\0Sample"])
def test_a_person_is_added_by_the_same_rules(administrator, name):
    with pytest.raises(Refused, match="Full name must be") as refusal:
        operations.ask_user(
            email="a@fableshire.example", full_name=name, role="CHAIR", team=None, by=administrator, at=now()
        )
    assert refusal.value.field == "full_name"


def test_a_page_opened_before_another_s_change_says_so_and_saves_when_sent_again(door, chair):
    seen = seen_as({"full_name": "Amber Sampel"})
    operations.change_name(user=chair, full_name="Amber Sample", by=person("SYSTEM_ADMINISTRATOR"), at=now())
    page = send(door, chair, "Amber Fable", seen)
    newer = seen_as({"full_name": "Amber Sample"})
    assert "It was changed to Amber Sample since you opened this" in page
    assert 'value="Amber Fable"' in page and newer in page
    assert "Amber Sample to Amber Fable" in send(door, chair, "Amber Fable", newer)
