"""A file of people: an account for who has none, everybody else named and left as they are."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from safeguarding.models import AccountChange, DirectoryFile, User
from tests.accounts.people import freshly
from tests.cast import person
from tests.factories import HeldRoleFactory, TeamFactory, UserFactory

pytestmark = pytest.mark.django_db
HEADER = "Email address,Name,Role,Team\n"


@pytest.fixture
def run(tmp_path):
    def run(*rows: str, header: str = HEADER, **options: bool) -> list[str]:
        path, out = tmp_path / "people.csv", io.StringIO()
        path.write_text(header + "".join(f"{row}\n" for row in rows), encoding="utf-8")
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


def test_nobody_who_left_is_brought_back_by_a_file(run):
    UserFactory(email="on@x.example", full_name="On", role="CHAIR", team=None)
    UserFactory(email="off@x.example", full_name="Off", role="CHAIR", team=None, is_active=False)
    rows = ["left@x.example,Left,CHAIR,,no", "on@x.example,On,CHAIR,,no", "off@x.example,Off,CHAIR,,yes"]
    rows += ["new@x.example,New,CHAIR,,yes", "off@x.example,Off,CHAIR,,no", "on@x.example,On,CHAIR,,"]
    said = run(*rows, header="Email address,Name,Role,Team,In use\n")
    assert "1 added, 0 changed, 2 unchanged, 3 refused" in said[-1]
    assert "people.csv, row 2: Who is not in use is given no account." in said
    assert "people.csv, row 3: The account is in use. Change it on the page of people." in said
    assert "people.csv, row 4: The account is switched off. Change it on the page of people." in said
    assert not User.objects.filter(email="left@x.example").exists()


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


# ----- On a page -------------------------------------------------------------------------------------------


@pytest.fixture
def door(client):
    return freshly(client, person("SYSTEM_ADMINISTRATOR"))


def handed_in(door, *rows: str):
    file = SimpleUploadedFile("people.csv", (HEADER + "\n".join(rows)).encode())
    return door.post(reverse("people_file"), {"file": file}, follow=True)


def taken_in(door) -> str:
    ref = DirectoryFile.objects.latest("pk").ref
    return door.post(reverse("people_preview", args=[ref]), follow=True).content.decode()


def test_on_a_page_each_account_of_a_file_is_asked_for_and_none_is_made(door):
    rows = (
        "c@x.example,Sample Chair,CHAIR,",
        "two@x.example,Sample Two,Manager; CHAIR,",
        "C@x.example,A,CHAIR,",
    )
    page = handed_in(door, *rows).content.decode()
    assert "1 account to ask for, 0 there already and 2 refused" in page and "c@x.example" in page
    assert not AccountChange.objects.exists()
    page = taken_in(door)
    assert "Each account waits for a second person." in page and "What came of the file" in page
    assert "Write the chief one alone." in page and "The address of another row again." in page
    asked = AccountChange.objects.get()
    assert (asked.kind, asked.email, asked.role, asked.closed_at) == ("NEW", "c@x.example", "CHAIR", None)
    assert not User.objects.filter(email="c@x.example").exists()
    assert bytes(DirectoryFile.objects.get().content) == b""


def test_a_file_asks_for_nobody_twice_and_raises_nobody(door):
    UserFactory(email="r@x.example", full_name="Sample", role="REVIEWER")
    rows = ("c@x.example,Sample Chair,CHAIR,", "r@x.example,Sample,STRATEGIC_LEAD,")
    handed_in(door, *rows)
    assert "The account has another role." in taken_in(door)
    page = handed_in(door, *rows).content.decode()
    assert "waits for a second person already." in page and "There is nothing to ask for." in page


def test_a_file_is_its_owner_s_alone_and_taken_in_once(door, client):
    handed_in(door, "c@x.example,Sample Chair,CHAIR,")
    taken_in(door)
    ref = DirectoryFile.objects.get().ref
    assert door.post(reverse("people_preview", args=[ref])).status_code == 409
    other = freshly(client, person("SYSTEM_ADMINISTRATOR"))
    assert other.get(reverse("people_preview", args=[ref])).status_code == 404
    client.force_login(person("BUSINESS_SUPPORT"))
    assert client.get(reverse("people_file")).status_code == 403


def test_a_file_that_nobody_would_confirm_is_refused_at_its_field(door):
    rows = [f"c{n}@x.example,Sample,CHAIR," for n in range(501)]
    assert "The file has more than 500 rows." in handed_in(door, *rows).content.decode()
    assert not DirectoryFile.objects.exists()
