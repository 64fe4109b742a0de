"""How quickly the pages of the demo answer: medians once warm, held to 150 ms."""

import pytest
from django.test import Client
from django.urls import reverse

from safeguarding.models import Child, User
from tests.bench.timing import median

pytestmark = [pytest.mark.bench, pytest.mark.django_db, pytest.mark.usefixtures("demo")]
MOST = 0.150


def answered(name: str, who: str, settings, *args: str) -> float:
    """The median of the seconds in which a page answers somebody of the demo."""
    settings.REQUIRE_SECOND_FACTOR = False
    client = Client()
    client.force_login(User.objects.get(email=f"{who}@fableshire.example"))
    address = reverse(name, args=args)
    assert client.get(address).status_code == 200
    taken = median(lambda: client.get(address), times=15)
    print(f"\n{name}: {taken * 1000:.0f} ms, {taken / MOST:.2f} of what it may take")
    return taken


@pytest.mark.parametrize(
    ("name", "who"),
    [("measures", "manager"), ("my_work", "chair"), ("my_work", "support"), ("requests", "lead")],
)
def test_a_page_answers_within_its_time(settings, name, who):
    assert answered(name, who, settings) <= MOST


def test_a_childs_page_answers_within_its_time(settings):
    child = Child.objects.unscoped("bench").filter(plans__isnull=False, is_restricted=False).first()
    assert answered("child", "chair", settings, str(child.ref)) <= MOST
