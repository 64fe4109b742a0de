"""seed_demo fills an empty database, once, and in a demo only."""

from datetime import date
from io import StringIO
from time import process_time

import pytest
from django.core.management import CommandError, call_command

from conferences.models import Plan
from safeguarding.models import Child, User
from tests.factories import ChildFactory, UserFactory

pytestmark = pytest.mark.django_db
LEAP_DAY = "2028-02-29"
# How long this process works (the database works beside it), in times of a plain loop: a machine that is
# slow, or busy with others, takes longer for both.
LOOPS = 800
ROUNDS = 1_000_000


def seed(**options):
    call_command("seed_demo", stdout=StringIO(), **options)


def loop() -> float:
    """The seconds of the processor that a plain loop takes on this machine, now."""
    began = process_time()
    total = 0
    for n in range(ROUNDS):
        total += n * n % 7
    return process_time() - began


def test_a_leap_day_is_seeded_quickly_and_never_twice():
    before, began = loop(), process_time()
    seed(on=date.fromisoformat(LEAP_DAY))
    worked = process_time() - began

    assert worked / max(before, loop()) < LOOPS
    assert Plan.objects.unscoped("counts").filter(end_date__isnull=True).count() > 230
    with pytest.raises(CommandError, match="already"):
        seed()


@pytest.mark.parametrize("factory", [UserFactory, ChildFactory])
def test_a_database_with_anybody_in_it_is_refused(factory):
    factory()

    with pytest.raises(CommandError, match="people or children in this database already"):
        seed()
    assert Plan.objects.unscoped("counts").count() == 0


def test_a_system_that_is_no_demo_is_refused(settings):
    settings.TESTING = settings.DEMO = settings.DEBUG = False

    with pytest.raises(CommandError, match="SAFEGUARDING_DEMO=true"):
        seed()
    assert not User.objects.filter(is_system=False).exists()


@pytest.mark.parametrize(
    ("on", "sentence"),
    [("2018-09-30", "from 1 October 2018 on"), ("2030-12-01", "bank holidays this service knows")],
)
def test_a_day_outside_the_story_is_refused_in_a_sentence(on, sentence):
    with pytest.raises(CommandError, match=sentence):
        seed(on=date.fromisoformat(on))
    assert Child.objects.unscoped("counts").count() == 0


def test_a_date_that_is_none_is_refused_in_a_sentence():
    with pytest.raises(CommandError, match="31/10/2018 is not a date like 2018-10-31"):
        call_command("seed_demo", "--on", "31/10/2018")
