"""Of a census that was read, every child with an earlier plan is consulted on when a conference is asked for,
and no other.
"""

import datetime as dt
import io
from xml.etree import ElementTree

import pytest
from django.core.management import call_command

from conferences.models import Consultation
from conferences.operations.requests import ChildAsk
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.models import Child
from tests.bench.census_generator import write_census
from tests.factories import EnquiryFactory, FamilyFactory
from tests.operations.asking import make

pytestmark = pytest.mark.django_db
CHILDREN = 80
STARTED, AT = dt.date(2024, 5, 30), dt.datetime(2024, 6, 3, 10, tzinfo=dt.UTC)


def plans_told(path):
    """{council number: the ends of its plans, None while one runs}, as the file tells them."""
    found = {}
    for child in ElementTree.parse(path).iter("Child"):
        ends = [plan.findtext("CPPendDate") for plan in child.iter("ChildProtectionPlans")]
        found[child.findtext("ChildIdentifiers/LAchildID")] = ends
    return found


@pytest.mark.parametrize("seed", [1, 2])
def test_each_with_an_earlier_plan_is_consulted_on_and_no_other(tmp_path, seed):
    path = tmp_path / "census.xml"
    write_census(path, CHILDREN, seed=seed, on_plans=0.6)
    call_command("import_cin", path, stdout=io.StringIO())
    told = plans_told(path)
    free = {number for number, ends in told.items() if None not in ends}
    for child in Child.objects.unscoped("test").filter(la_child_id__in=free):
        Child.objects.unscoped("test").filter(pk=child.pk).update(family=FamilyFactory())
        child.refresh_from_db()
        enquiry = EnquiryFactory(child=child, started_date=STARTED)
        make(ChildAsk(child, ConferenceKind.INITIAL, enquiry=enquiry), at=AT)
    raised = Consultation.objects.unscoped("test").values_list("child__la_child_id", flat=True)
    expected = {number for number in free if told[number]}
    assert 10 < len(expected) < len(free)
    assert sorted(raised) == sorted(expected)
