"""A file of people: an account for who has none, everybody else named and left as they are."""

import io

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from safeguarding.models import User
from tests.cast import person
from tests.factories import HeldRoleFactory, TeamFactory, UserFactory

pytestmark = pytest.mark.django_db
HEADER = "Email address,Name,Role,Team\n"


@pytest.fixture
def run(tmp_path):
    def run(*rows: str, **options: bool) -> list[str]:
        path, out = tmp_path / "people.csv", io.StringIO()
        path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
        call_command("load_people", str(path), stdout=out, **options)
        return out.getvalue().splitlines()

    return run


def test_accounts_are_made_once_without_a_password(run):
    TeamFactory(name="North")
    rows = ["worker@fableshire.example,Sample Worker,Social worker,north", "C@x.example,Sample Chair,CHAIR,"]
    assert "2 added, 0 changed, 0 unchanged" in run(*rows)[-1]
    worker = User.objects.get(email="worker@fableshire.example")
    assert (worker.role, worker.team.name) == ("SOCIAL_WORKER", "North")
    assert not worker.has_usable_password()
    assert "0 added, 0 changed, 2 unchanged" in run(*rows)[-1]


def test_several_roles_stand_with_semicolons_the_chief_one_first(run):
    TeamFactory(name="North")
    row = "m@x.example,Sample Manager,Team manager; independent chair,North"
    assert "1 added" in run(row)[-1] and "1 unchanged" in run(row)[-1]
    assert User.objects.get(email="m@x.example").roles == ("TEAM_MANAGER", "CHAIR")
    assert "another role" in run("m@x.example,Sample Manager,Team manager,North")[0]


def test_a_preview_makes_nobody(run):
    assert "Would be: 1 added" in run("c@x.example,Sample Chair,CHAIR,", preview=True)[-1]
    assert not User.objects.filter(email="c@x.example").exists()


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("nobody,Sample,CHAIR,", "Email address must be like name@example.com"),
        ("a@x.example,,CHAIR,", "Enter the name"),
        ("a@x.example,Sample,Queen,", "Role must be one of"),
        ("a@x.example,Sample,Social worker,", "Choose a team"),
        ("a@x.example,Sample,Social worker,Nowhere", "there is none called Nowhere"),
    ],
)
def test_a_row_that_cannot_be_is_named_and_leaves_the_others(run, row, sentence):
    said = run(row, "c@x.example,Sample Chair,CHAIR,")
    assert said[0].startswith("people.csv, row 2: ") and sentence in said[0]
    assert "1 added" in said[-1]


def test_a_role_is_never_raised_by_a_file(run):
    user = UserFactory(email="w@x.example", full_name="Sample", role="REVIEWER")
    said = run("w@x.example,Sample,STRATEGIC_LEAD,")
    assert "The account has another role" in said[0]
    user.refresh_from_db()
    assert user.role == "REVIEWER"


def taken_out(client) -> tuple[bytes, int]:
    with CaptureQueriesContext(connection) as asked:
        return client.get(reverse("people_csv")).getvalue(), len(asked)


def test_what_is_taken_out_changes_nothing_when_taken_in_again(client, tmp_path):
    administrator = person("SYSTEM_ADMINISTRATOR")
    client.force_login(administrator)
    manager = UserFactory(role="TEAM_MANAGER", full_name="=Sample, Manager", team=TeamFactory(name="-North"))
    HeldRoleFactory(person=manager, role="CHAIR", given_by=administrator)
    UserFactory(is_active=False)
    taken_out(client)
    content, few = taken_out(client)
    assert "'=Sample, Manager\",team manager; independent chair,'-North,yes" in content.decode()
    (tmp_path / "people.csv").write_bytes(content)
    out = io.StringIO()
    call_command("load_people", str(tmp_path / "people.csv"), stdout=out)
    assert out.getvalue() == "0 added, 0 changed, 3 unchanged, 0 refused.\n"
    UserFactory.create_batch(5, team=TeamFactory())
    assert taken_out(client)[1] == few


def test_only_who_keeps_accounts_takes_them_out(client):
    client.force_login(person("STRATEGIC_LEAD"))
    assert client.get(reverse("people_csv")).status_code == 403
