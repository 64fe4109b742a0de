"""What the tests of the pages of asking share: a family, its social worker, and what their browser sends."""

import uuid

import pytest
from django.urls import reverse

from safeguarding.clock import today
from safeguarding.workingdays import add_days, add_months
from tests.cast import person
from tests.factories import AllocationFactory, ChildFactory, EnquiryFactory, PlanFactory, TeamFactory


def parts(name, day):
    """A date as the three boxes send it."""
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def family(team):
    """A brother and a sister held by the team, without plan or enquiry."""
    sister = ChildFactory(given_names="Jade", family_name="Fablethorpe")
    brother = ChildFactory(given_names="Jasper", family_name="Fablethorpe", family=sister.family)
    for child in (sister, brother):
        AllocationFactory(child=child, team=team)
    return sister, brother


def enquired(child, days_ago=2):
    return EnquiryFactory(child=child, started_date=add_days(today(), -days_ago))


def planned_before(child):
    """A plan that ended seven months ago."""
    end = add_months(today(), -7)
    return PlanFactory(child=child, start_date=add_months(end, -9), end_date=end, step_down="CIN_PLAN")


def asked(*enquiries, **more):
    """What the form of a request sends for initial conferences on these enquiries."""
    kinds = {f"kind_{enquiry.child.ref.hex}": str(enquiry.pk) for enquiry in enquiries}
    return {
        "form_key": str(uuid.uuid4()),
        "children": [str(enquiry.child.ref) for enquiry in enquiries],
        "reason": "An invented worry.\nIn two lines.",
        "interim_safety": "They stay with the invented aunt.",
        **kinds,
        **more,
    }


def send(client, child, data, **more):
    return client.post(reverse("request_new", args=[child.family.ref]), data, **more)


@pytest.fixture
def team(db):
    return TeamFactory()


@pytest.fixture
def worker(client, team):
    """A social worker of the team, signed in."""
    user = person("SOCIAL_WORKER", team=team)
    client.force_login(user)
    return user
