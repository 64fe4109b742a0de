"""manage.py import_cin: what it prints, how it ends, and what it shows while it reads."""

import io
import json
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from conferences.management.commands import import_cin
from conferences.models import ImportedFile
from safeguarding.audit import system_user
from tests.exchange.census import ORDINARY, census, child, episode, plan
from tests.shared_data import shared_file

pytestmark = pytest.mark.django_db
SPOILT = child(episode(plan(CPPendDate="2023-06-01")), LAchildID="FB002", UPN=None)


@pytest.fixture
def kept(tmp_path):
    """kept(xml): the path of a file with it."""

    def keep(xml: bytes) -> str:
        path = tmp_path / "census.xml"
        path.write_bytes(xml)
        return str(path)

    return keep


def printed(path: str, **options: str | bool) -> str:
    out = io.StringIO()
    call_command("import_cin", path, stdout=out, **options)
    return out.getvalue()


def test_counts_and_every_fault_are_printed(kept):
    text = printed(kept(census(ORDINARY, SPOILT)))
    lines = text.splitlines()
    assert "census.xml: authority 358, reference date 31 March 2024" in lines
    assert [line.split()[-5:] for line in lines if line.startswith("Child protection plans")] == [
        ["2", "1", "0", "0", "0"]
    ]
    assert any(
        line.startswith("line ") and ", child FB002, rule 8925: The plan starts on" in line for line in lines
    )


def test_json_says_the_same(kept):
    found = json.loads(printed(kept(census(ORDINARY, SPOILT)), format="json"))
    assert (found["read"]["plans"], found["added"]["plans"], found["changed"]["plans"]) == (2, 1, 0)
    assert (found["authority"], found["year"], found["reference_date"]) == ("358", 2024, "2024-03-31")
    refused = [fault for fault in found["faults"] if fault["kind"] == "REFUSED"]
    assert [(f["child"], f["rule"]) for f in refused] == [("FB002", "8925")]
    assert found["faults"] == sorted(found["faults"], key=lambda fault: fault["line"])


def test_it_acts_as_the_system(kept):
    printed(kept(census(ORDINARY)))
    assert ImportedFile.objects.get().uploaded_by == system_user()


@pytest.mark.parametrize("xml", [b"", b"<Message>", b"PK\x03\x04", b"<!DOCTYPE a []><Message/>"])
def test_a_refused_file_ends_with_a_sentence_and_leaves_nothing(kept, xml):
    with pytest.raises(CommandError, match="census.xml was not read") as refusal:
        printed(kept(xml))
    assert refusal.value.returncode == 1
    assert not ImportedFile.objects.exists()


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CommandError, match="cannot be opened: No such file"):
        printed(str(tmp_path / "nowhere.xml"))


def test_whoever_stops_reading_the_report_is_not_told_that_the_file_cannot_be_opened(kept):
    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        call_command("import_cin", kept(census(ORDINARY)), stdout=Closed())
    assert ImportedFile.objects.get().status == "READ"


def test_progress_is_shown_on_a_terminal_only(kept, monkeypatch, capsys):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    many = [child(LAchildID=f"FB{n:05}", UPN=None, UPNunknown="UN4") for n in range(2_000)]
    path = kept(census(*many))
    monkeypatch.setattr(import_cin.sys, "stderr", Terminal())
    call_command("import_cin", path, stdout=io.StringIO(), stderr=io.StringIO())
    assert import_cin.sys.stderr.getvalue() == ""
    call_command("import_cin", path, stdout=io.StringIO(), stderr=Terminal())
    assert "\r1,000 children read\r2,000 children read" in import_cin.sys.stderr.getvalue()


@pytest.mark.parametrize(
    "name", ["CIN_Census_2026.xml", "fake_CIN_data.xml", "CIN2rows.xml", "CIN_Census_2021.xml"]
)
def test_the_samples_are_read_twice_and_change_nothing(name):
    path = str(shared_file(f"cin/samples/{name}"))
    printed(path, anyway=True)
    again = json.loads(printed(path, format="json", anyway=True))
    assert set(again["added"].values()) == set(again["changed"].values()) == {0}
    assert again["faults"]


def test_the_command_starts_without_the_pages():
    loads = "import django; django.setup(); import conferences.management.commands.import_cin, sys;"
    asks = "print(*[m for m in sys.modules if m.startswith('conferences.views') or m in ('altair', 'docx')])"
    ran = subprocess.run([sys.executable, "-c", loads + asks], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []
    # Checks would load them for their addresses.
    assert import_cin.Command.requires_system_checks == []
