"""A name that a spreadsheet would take for a formula is words in every file that names it."""

import csv
import io

import pytest
from django.urls import reverse

from conferences.rules.measures_catalogue import MEASURES
from safeguarding.clock import now, today
from safeguarding.directory.files import FORMULA
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    PlanFactory,
    TeamFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
NAME = "=cmd|' /C calc'!A0"


def cells(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    body = answer.getvalue().decode("utf-8-sig")
    return [cell for row in csv.reader(io.StringIO(body)) for cell in row]


def test_a_team_named_as_a_formula_is_words_in_every_file(client):
    team = TeamFactory(name=NAME)
    child = ChildFactory(given_names="=1+1", family_name="@Sample")
    AllocationFactory(child=child, team=team, start_date=add_days(today(), -400))
    PlanFactory(child=child, start_date=add_days(today(), -90))
    asked = ConsultationFactory(requested_child__child=child)
    ConsultationAnswerFactory(consultation=asked, answered_at=now())
    UserFactory(role="SOCIAL_WORKER", team=team, full_name="=SUM(A1)")
    files = {
        "MANAGER": [
            "calibration_csv",
            "measures_agencies_csv",
            "measures_became_csv",
            "learning_committee_csv",
        ],
        "BUSINESS_SUPPORT": ["children_csv"],
        "SYSTEM_ADMINISTRATOR": ["people_csv"],
    }
    named = set()
    for role, names in files.items():
        client.force_login(person(role))
        addresses = [reverse(name) for name in names]
        if role == "MANAGER":
            addresses += [reverse("measure_csv", args=[one.code]) for one in MEASURES.values()]
        if role == "SYSTEM_ADMINISTRATOR":
            addresses.append(reverse("directory_csv", args=["teams"]))
        for address in addresses:
            found = cells(client, address)
            assert [cell for cell in found if cell.startswith(FORMULA)] == [], address
            named |= {address} if f"'{NAME}" in found else set()
    assert {reverse("calibration_csv"), reverse("people_csv")} <= named
