"""Business support keeps rooms and agencies on pages and by file; an administrator keeps the teams too."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conferences.models import Room
from safeguarding.clock import now, today
from safeguarding.directory.directory import directories
from safeguarding.directory.operations import load
from safeguarding.models import Agency, DirectoryFile, Professional
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import AgencyFactory, AllocationFactory, BookingFactory, RoomFactory, TeamFactory
from tests.scheduling import hours_on

pytestmark = pytest.mark.django_db
ROOM = {"name": "Fable Room", "site": "Town Hall", "seats": "12", "is_step_free": "yes"}


@pytest.fixture
def support(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    return client


@pytest.fixture
def administrator(client):
    client.force_login(person("SYSTEM_ADMINISTRATOR"))
    return client


def words(answer):
    return answer.content.decode()


def file(text, name="rooms.csv"):
    return {"file": SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)}


def hand_in(client, text, slug="rooms"):
    return client.post(reverse("directory_file", args=[slug]), file(text), follow=True)


def take_in(client, slug="rooms"):
    ref = DirectoryFile.objects.latest("pk").ref
    return client.post(reverse("directory_preview", args=[slug, ref]), follow=True)


def test_support_keeps_rooms_and_agencies_but_no_teams(support):
    page = words(support.get(reverse("directories")))
    assert "Rooms" in page and "Agencies" in page and "Teams" not in page
    assert support.get(reverse("directory", args=["teams"])).status_code == 404
    assert support.get(reverse("directory", args=["dragons"])).status_code == 404


def test_a_one_off_holiday_is_added_by_its_own_article(administrator):
    assert "Add a one-off bank holiday" in words(
        administrator.get(reverse("directory", args=["bank-holidays"]))
    )


def test_an_empty_directory_says_so(support):
    assert "There are no rooms yet." in words(support.get(reverse("directory", args=["rooms"])))


def test_a_room_is_added_changed_and_its_history_told(support):
    page = support.post(reverse("directory_add", args=["rooms"]), ROOM, follow=True)
    assert "The room has been added." in words(page) and "Town Hall" in words(page)
    room = Room.objects.get()
    assert (room.seats, room.is_step_free, room.has_video) == (12, True, None)
    change = reverse("directory_change", args=["rooms", room.pk])
    assert 'value="12"' in words(support.get(change))
    support.post(change, ROOM | {"seats": "14", "opens_time": "09:00", "closes_time": "16:30"})
    page = words(support.get(reverse("directory_row", args=["rooms", room.pk])))
    assert "Seats: 12 to 14" in page and "Opens at: nothing to 9am" in page
    assert "Sample Business support" in page and "Added" in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": ""}, "Enter the name"),
        ({"name": "TOWER ROOM"}, "There is already a room called TOWER ROOM"),
        ({"seats": "0"}, "Seats must be a whole number from 2 to 200"),
        ({"opens_time": "10:00"}, "Enter both the time it opens and the time it closes, or neither"),
        ({"opens_time": "10:00", "closes_time": "9"}, "Closes at must be a time like 09:00"),
        (
            {"opens_time": "10:00", "closes_time": "09:00"},
            "The time it closes must be after the time it opens",
        ),
    ],
)
def test_a_mistake_is_told_at_its_field_and_what_was_typed_stays(support, changes, sentence):
    RoomFactory(name="Tower Room")
    page = words(support.post(reverse("directory_add", args=["rooms"]), ROOM | changes))
    assert sentence in page and "Town Hall" in page and Room.objects.count() == 1


def test_a_name_that_is_taken_is_told_in_good_english(support):
    agency = AgencyFactory()
    told = {"name": agency.name, "kind": agency.kind.name}
    page = words(support.post(reverse("directory_add", args=["agencies"]), told))
    assert f"There is already an agency called {agency.name}" in page


def test_a_room_that_is_booked_stays_in_use(support):
    room = BookingFactory(**hours_on(add_days(today(), 2))).room
    use = reverse("directory_use", args=["rooms", room.pk])
    assert "Take out of use" in words(support.get(use))
    page = words(support.post(use))
    assert f"{room.name} is booked for 1 meeting to come" in page
    room.refresh_from_db()
    assert room.is_active


def test_a_room_is_taken_out_of_use_and_put_back(support):
    room = RoomFactory(name="Tower Room")
    use = reverse("directory_use", args=["rooms", room.pk])
    assert "The room is out of use." in words(support.post(use, follow=True))
    assert "Tower Room" not in words(support.get(reverse("directory", args=["rooms"])))
    assert "Out of use" in words(support.get(reverse("directory", args=["rooms"]), {"show": "all"}))
    assert "The room is in use again." in words(support.post(use, follow=True))


def test_a_team_at_work_stays_in_use(administrator):
    team = TeamFactory(name="East Team")
    AllocationFactory(team=team, worker=person("SOCIAL_WORKER", team=team))
    page = words(administrator.post(reverse("directory_use", args=["teams", team.pk])))
    assert "East Team still has 1 person and 1 child" in page


def test_a_team_at_work_does_not_become_the_safeguarding_unit(administrator):
    team = TeamFactory(name="East Team")
    AllocationFactory(team=team, worker=person("SOCIAL_WORKER", team=team))
    change = reverse("directory_change", args=["teams", team.pk])
    page = words(administrator.post(change, {"name": "East Team", "is_safeguarding_unit": "yes"}))
    assert "East Team still has 1 person and 1 child who need a team that holds children." in page
    unit = TeamFactory(name="Unit", is_safeguarding_unit=False)
    person("CHAIR", team=unit)
    change = reverse("directory_change", args=["teams", unit.pk])
    administrator.post(change, {"name": "Unit", "is_safeguarding_unit": "yes"})
    unit.refresh_from_db()
    assert unit.is_safeguarding_unit


def test_a_teams_page_names_its_managers(administrator):
    team = TeamFactory(name="East Team")
    page = words(administrator.get(reverse("directory_row", args=["teams", team.pk])))
    assert "None yet" in page
    person("TEAM_MANAGER", team=team)
    assert "Sample Team manager" in words(
        administrator.get(reverse("directory_row", args=["teams", team.pk]))
    )


def test_a_file_is_shown_before_it_is_taken_in(support):
    RoomFactory(name="Tower Room", seats=8)
    page = words(hand_in(support, "Name,Seats,Step-free\ntower room,10,yes\nOld Mill,20,no\nNook,1,\n"))
    assert "1 added, 1 changed, 0 unchanged and 1 refused" in page
    assert "Seats must be a whole number from 2 to 200." in page
    assert Room.objects.count() == 1
    page = words(take_in(support))
    assert "Taken in: 1 added" in page and "What the file changed" in page
    assert "Refused (1 row)" in page and "Seats must be a whole number from 2 to 200." in page
    assert "Take it in" not in page
    assert {(r.name, r.seats) for r in Room.objects.all()} == {("Tower Room", 10), ("Old Mill", 20)}


def test_a_file_twice_is_once_and_a_column_left_out_leaves_what_is_known(support):
    RoomFactory(name="Tower Room", seats=8, site="Town Hall")
    for _ in range(2):
        hand_in(support, "Seats,Name\n9,Tower Room\n")
        take_in(support)
    assert Room.objects.get().site == "Town Hall"
    assert "There is nothing to take in." in words(hand_in(support, "Seats,Name\n9,Tower Room\n"))


def test_what_is_downloaded_changes_nothing_when_handed_in_again(support):
    RoomFactory(name="=Tower Room", notes="Two\nlines, and a comma")
    answer = support.get(reverse("directory_csv", args=["rooms"]))
    content = answer.getvalue()
    assert "'=Tower Room" in content.decode()
    assert "There is nothing to take in." in words(hand_in(support, content))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "The selected file is empty"),
        ("Dragons\n1\n", "Not known: dragons"),
        ("Name," + ",".join(f"x{n}" for n in range(100_000)), "Not known: x0, x1, x2, x3 and x4"),
        ("Name," + "x" * 100_000, f"Not known: {'x' * 30}"),
        ("Name,Seats\nTower, red,4\nNook,4\nA,4,,b\n", "than the first row has: row 2 and 4."),
        ("Seats\n1\n", "The first row must have the column Name"),
        ("Name,name\na,b\n", "The first row names a column twice"),
        (b"Name\nM\xfchle\n", "The file must be saved as CSV in UTF-8. Line 2 holds a character that is not"),
        ("Name;Seats\nNook;4\n", "The columns are parted by semicolons. Save the file as CSV with commas"),
        ("Name,,Seats\nNook,,4\n", "Not known: an empty one"),
        ("Name\n\0\n", "holds no readable text"),
        ('Name\n"open\n', "look for a quotation mark left open"),
    ],
)
def test_a_file_that_is_none_is_refused_at_its_field(support, content, sentence):
    assert sentence in words(hand_in(support, content))
    assert not DirectoryFile.objects.exists()


def test_the_empty_columns_of_a_spreadsheet_are_none(support):
    assert "1 added" in words(hand_in(support, "Name,Seats,,\nNook,4,,\n"))


def test_the_same_name_twice_in_a_file_is_refused(support):
    page = words(hand_in(support, "Name,Seats\nNook,4\nNOOK,5\n"))
    assert "The room of row 2 again." in page and "1 added" in page


def test_a_file_as_a_spreadsheet_leaves_it_is_read(support):
    page = words(hand_in(support, "\ufeff\r\n,,\r\nName,Seats,,\r\nNook,4,,\r\n,,,\r\n The  Mill\xa0,5\r\n"))
    assert "2 added, 0 changed, 0 unchanged and 0 refused" in page
    take_in(support)
    assert {room.name for room in Room.objects.all()} == {"Nook", "The Mill"}


def test_a_file_is_taken_in_once_and_only_by_whoever_handed_it_in(support, client):
    hand_in(support, "Name,Seats\nNook,4\n")
    ref = DirectoryFile.objects.get().ref
    client.force_login(person("BUSINESS_SUPPORT", email="other@fableshire.example"))
    assert client.get(reverse("directory_preview", args=["rooms", ref])).status_code == 404


def test_agencies_and_their_people_come_by_file(support):
    hand_in(support, "Name,Kind\nFable Police,Police\nMill School,School or college\n", "agencies")
    take_in(support, "agencies")
    assert Agency.objects.count() == 2
    people = ["Basil Constable,fable police,Sergeant", "Basil Constable,Mill School,", "X,Nowhere,"]
    rows = "\n".join(["Name,Agency,Job title", *people])
    page = words(hand_in(support, rows, "professionals"))
    assert "2 added" in page and "Agency: there is none called Nowhere in use." in page
    take_in(support, "professionals")
    assert Professional.objects.filter(agency__name="Fable Police").get().job_title == "Sergeant"


def test_rows_that_name_another_directory_s_row_ask_no_question_each():
    keeper, directory = person("BUSINESS_SUPPORT"), directories()["agencies"]
    asked = []
    for many in (2, 40):
        rows = [(n, {"name": f"School {many} {n}", "kind": "School or college"}) for n in range(many)]
        with CaptureQueriesContext(connection) as captured:
            assert len(load(directory=directory, rows=rows, by=keeper, at=now()).added) == many
        asked.append(len(captured))
    assert asked[0] == asked[1]
