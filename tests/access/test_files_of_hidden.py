"""Two services and one file: in one its hidden children are known here, in the other they are not. Whoever
may not see them is told the same of the file, to the byte, before it is kept and after.
"""

import io
import re
import uuid
from contextlib import contextmanager
from difflib import unified_diff

import pytest
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse

from conferences.exchange.census import proposing
from conferences.models import ChangeHow, FaultKind, ImportedFile
from conferences.views.presenters.imports_changes import QUESTIONS
from safeguarding import audit
from safeguarding.access.closed import closed_ids
from safeguarding.audit import system_user
from safeguarding.models import Child
from safeguarding.rights import SEES_WHOLE_UNIT, Permission, Role, holds
from tests.access.test_difference import body
from tests.cast import person
from tests.exchange.census import READ_AT, child, episode, in_need, of_year, plan, s47, taken
from tests.factories import AllocationFactory, BarFactory, FamilyFactory

pytestmark = pytest.mark.django_db
READERS = [role.value for role in Role if holds(role, Permission.IMPORT_CENSUS)]
# Before the two services part: who is open to all.
OPEN = (
    child(episode(plan()), LAchildID="OP1", UPN="X358000000101"),
    child(episode(plan()), LAchildID="OP2", UPN="X358000000102"),
)


def one(number, *parts, upn=None, **given):
    unknown = {} if upn else {"UPNunknown": "UN4"}
    return child(episode(*parts), LAchildID=number, UPN=upn, **unknown, **given)


# What is known of the hidden, in one service.
KNOWN = (
    one("HI1", plan()),
    one("HI2", plan(CPPstartDate="2024-02-01")),
    one("HI3", plan(CPPstartDate="2024-01-15")),
    one("HI4", s47(), plan("2023-09-01")),
    one("HI5", plan()),
    one("HI6", plan(), upn="X358000000106"),
    one("HI7", plan(), in_need("2023-05-31", "2023-06-01")),
    one("HI8", plan()),
    one("HI9", plan()),
)
# Then the file is read, in both.
FILE = of_year(
    2025,
    child(episode(plan(CPPendDate="2024-06-03")), LAchildID="OP1", UPN="X358000000106"),
    # It ends, it moved, it shares days with another, it is without a birth, with an open child's number,
    one("HI1", plan(CPPendDate="2024-05-01")),
    one("HI2", plan(CPPstartDate="2024-02-09")),
    one("HI3", plan(CPPstartDate="2024-02-20", InitialCategoryOfAbuse="EMO", LatestCategoryOfAbuse="EMO")),
    one("HI4", s47(), plan("2023-09-01"), PersonBirthDate=None),
    one("HI5", plan(), upn="X358000000102"),
    # with a death, as it was, told otherwise than a person wrote, and with a fault of the file.
    one("HI7", plan("2024-04-08"), PersonDeathDate="2024-11-01", Ethnicity="APKN"),
    one("HI8", plan()),
    one("HI9", plan(CPPendDate="2024-07-01"), Sex="M"),
    one("HI0", plan(CPPendDate="2023-06-01")),
)
HIDDEN = [f"HI{n}" for n in range(10)]
REF = uuid.UUID("00000000-0000-4000-8000-000000000025")
NEW_EACH_TIME = re.compile(r"questions?/\d+|page-id-\d+")


@contextmanager
def service():
    """Undone afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def hide(reader, barred):
    """Their records are closed to the reader: restricted, or of a family that the reader is barred from."""
    found = Child.every.filter(la_child_id__in=HIDDEN)
    Child.every.filter(pk__in=[c.pk for c in found if int(c.la_child_id[2]) % 2]).update(
        is_restricted=True,
        restricted_reason="A test",
        restricted_by=person("STRATEGIC_LEAD"),
        restricted_at=READ_AT,
    )
    Child.every.filter(pk__in=[c.pk for c in found if int(c.la_child_id[2]) % 2 == 0]).update(family=barred)


def known(reader, barred):
    taken(of_year(2024, *OPEN, *KNOWN), "earlier.xml")
    with audit.acting_as(system_user()):
        Child.every.filter(la_child_id="HI9").update(sex="F", ethnicity="WIRI")
        AllocationFactory(child=Child.every.get(la_child_id="HI9"))
        hide(reader, barred)


def unknown(reader, barred):
    """The other file of that year tells of those alone who are open to all."""
    taken(of_year(2024, *OPEN), "earlier.xml")


def pages(client, row):
    shown = ["", QUESTIONS, *ChangeHow.values, *FaultKind.values]
    addresses = [f"{reverse('import_changes', args=[row.ref])}?show={show}" for show in shown]
    names = ("import_report", "import_csv", "import_progress", "import_undo", "import_missing")
    names += ("import_missing_csv", "import_numbers")
    addresses += [reverse(name, args=[row.ref]) for name in names]
    addresses += [f"{reverse('import_report', args=[row.ref])}?kind={kind}" for kind in FaultKind.values]
    year = f"from=2024-04-01&to=2025-03-31&file={row.ref}"
    addresses += [f"{reverse('measures')}?{year}", f"{reverse('measure_csv', args=['plans_open'])}?{year}"]
    return {address: NEW_EACH_TIME.sub("", body(client.get(address))) for address in addresses}


def fixed(row):
    """The row under a reference that is the same in both services."""
    ImportedFile.objects.filter(pk=row.pk).update(ref=REF)
    row.refresh_from_db()
    return row


def clock():
    return READ_AT


def proposed(reader):
    return fixed(proposing.propose(file=io.BytesIO(FILE), file_name="census.xml", by=reader, clock=clock))


@pytest.fixture(params=READERS)
def reader(request, client):
    found = person(request.param)
    client.force_login(found)
    return found


@pytest.fixture
def barred(reader):
    with audit.acting_as(system_user()):
        family = FamilyFactory()
        BarFactory(user=reader, family=family)
    taken(of_year(2024, *OPEN), "first.xml")
    return family


def differing(one, other):
    """The lines in which they differ, by what was asked."""
    pairs = {what: (one[what].splitlines(), other[what].splitlines()) for what in one}
    return {
        what: [line for line in unified_diff(*lines, n=0, lineterm="") if line[:3] not in ("---", "+++")]
        for what, lines in pairs.items()
        if lines[0] != lines[1]
    }


def test_a_proposal_tells_the_same(reader, barred, client):
    told = []
    for before in (unknown, known):
        with service():
            before(reader, barred)
            told.append(pages(client, proposed(reader)))
    assert differing(*told) == {}
    assert "2024" in told[0][f"{reverse('import_changes', args=[REF])}?show=ENDED"]


def test_a_kept_file_tells_the_same(reader, barred, client):
    """Once it is kept whom it brought is open: closed to the reader afterwards, their rows are as those."""
    told = []
    for before in (unknown, known):
        with service():
            before(reader, barred)
            row = proposed(reader)
            proposing.keep(file=row, by=reader, clock=clock, anyway=True)
            hide(reader, barred)
            assert len(closed_ids(reader)) >= 8
            told.append(pages(client, row))
    assert differing(*told) == {}


def printed(tmp_path, **options):
    path, out = tmp_path / "census.xml", io.StringIO()
    path.write_bytes(FILE)
    call_command("import_cin", str(path), stdout=out, **options)
    return re.sub(r'"ref": "[^"]+"', "", out.getvalue())


@pytest.mark.parametrize("options", [{"preview": True}, {"preview": True, "format": "json"}, {}])
def test_the_command_tells_the_same(options, tmp_path):
    barred = FamilyFactory()
    BarFactory(family=barred)
    taken(of_year(2024, *OPEN), "first.xml")
    told = []
    for before in (unknown, known):
        with service():
            before(None, barred)
            told.append(printed(tmp_path, **options))
    assert told[0] == told[1]
    assert "OP1" in told[0]


def test_who_brings_a_file_sees_every_open_record():
    """So what is closed to them is all that is out of their sight."""
    assert {Role(role) for role in READERS} <= SEES_WHOLE_UNIT
