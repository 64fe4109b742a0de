"""An administrator of a new council reads what is missing, on a page and by command."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from safeguarding.models import Heartbeat
from tests.cast import person
from tests.factories import (
    AgencyFactory,
    BenchmarkFigureFactory,
    ChildFactory,
    PolicySettingFactory,
    RoomFactory,
    TeamFactory,
)

pytestmark = pytest.mark.django_db


def lines(capsys):
    call_command("first_steps")
    return capsys.readouterr().out.splitlines()


def test_an_empty_council_has_everything_to_do(capsys):
    said = lines(capsys)
    assert "TO DO  Rooms for conferences: None yet. A conference needs a room and a chair." in said
    assert any(line.startswith("done   Names for the children") for line in said)
    assert any(line.startswith("TO DO  A Strategic Lead: None yet.") for line in said)


def test_what_is_there_is_done(capsys):
    RoomFactory()
    TeamFactory(name="West Team")
    person("TEAM_MANAGER", team=TeamFactory(name="East Team"))
    RoomFactory(is_active=False)
    PolicySettingFactory(key="SECOND_PERSON_DAYS", value="5")
    PolicySettingFactory(key="COMPLAINT_TO_WORDS", value="the unit, telephone 01632 960000")
    ChildFactory(given_names="", family_name="")
    said = "\n".join(lines(capsys))
    assert "done   Rooms for conferences: 1 room." in said
    assert "done   Teams that hold children: 2 teams." in said
    assert "TO DO  A team manager for each team: 1 of 2 teams. Gives its children to workers." in said
    assert "done   Local limits that differ from the usual: 1 limit." in said
    assert "TO DO  Where families reach the unit and complain: 1 of 2 limits set." in said
    assert "TO DO  The council’s own targets, band and authority to compare: 0 of 7 set." in said
    assert "TO DO  Names for the children of a census: 1 child without a name." in said


def test_agencies_are_counted_by_the_kinds_that_make_a_quorum(capsys):
    for kind in ("POLICE", "POLICE", "INTERPRETER"):
        AgencyFactory(kind_id=kind)
    assert "Agencies that come to conferences: 1 of 3 kinds that count." in "\n".join(lines(capsys))


def test_mail_that_is_refused_and_published_figures_are_still_to_do(capsys, settings):
    settings.EMAIL_FILE_PATH = None
    BenchmarkFigureFactory()
    assert "done   Email that leaves: 1 way." in "\n".join(lines(capsys))
    Heartbeat.objects.filter(part="MAIL").update(wrong="SMTPAuthenticationError")
    said = "\n".join(lines(capsys))
    assert "TO DO  Email that leaves: None yet." in said
    assert "TO DO  Published figures of England, the region and the neighbours: 1 of 2 tables." in said


def test_the_page_is_for_administrators(client):
    client.force_login(person("SYSTEM_ADMINISTRATOR"))
    page = client.get(reverse("start")).content.decode()
    assert "First steps" in page and reverse("directory", args=["rooms"]) in page
    assert reverse("start") in client.get(reverse("my_work")).content.decode()
    client.force_login(person("BUSINESS_SUPPORT"))
    assert client.get(reverse("start")).status_code == 403
