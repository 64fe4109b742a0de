"""Files handed in wait safely: read once by whoever comes first, kept until then, deleted after."""

import datetime as dt
import errno
import io
import stat

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from kombu.exceptions import OperationalError

from conferences import tasks
from conferences.exchange.census import inbox
from conferences.exchange.census.importing import LOCK, import_census
from conferences.models import FileStatus, ImportedFile, Plan
from conferences.operations import imports
from safeguarding.refusals import FORBIDDEN, Refused
from safeguarding.rights import Permission, Role, holds
from tests.cast import person
from tests.exchange.census import ORDINARY, READ_AT, census

LATER = READ_AT + dt.timedelta(seconds=300)
WHOLE = census(ORDINARY)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.UPLOAD_FOLDER = tmp_path / "uploads"
    return settings.UPLOAD_FOLDER


@pytest.fixture
def asked(monkeypatch):
    """The tasks that were asked for, in place of the broker."""
    found = []
    monkeypatch.setattr(inbox.app, "send_task", lambda name, args, **how: found.append((name, args)))
    return found


def hand_in(xml: bytes = WHOLE, again: bool = False, by=None) -> ImportedFile:
    upload = SimpleUploadedFile("census.xml", xml)
    return inbox.hand_in(upload=upload, again=again, by=by or person("MANAGER"), at=READ_AT)


def plans() -> int:
    return Plan.objects.unscoped("a test").count()


def test_a_file_handed_in_is_kept_where_only_this_service_reads(db, folder):
    row = hand_in()
    kept = folder / f"{row.ref}.xml"
    assert kept.read_bytes() == WHOLE
    assert (stat.S_IMODE(kept.stat().st_mode), stat.S_IMODE(folder.stat().st_mode)) == (0o600, 0o700)
    assert (row.status, row.size) == (FileStatus.WAITING, len(WHOLE))


class FullDisk(SimpleUploadedFile):
    """A file whose second part finds no room."""

    def chunks(self, chunk_size=None):
        yield WHOLE[:1000]
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_keeps_nothing_of_a_file_and_says_so(db, folder):
    with pytest.raises(Refused, match="The file could not be kept: the server’s disk is full or closed"):
        inbox.hand_in(upload=FullDisk("census.xml", WHOLE), again=False, by=person("MANAGER"), at=READ_AT)
    assert not list(folder.iterdir()) and not ImportedFile.objects.exists()


def test_a_file_whose_row_was_not_kept_is_not_kept_either(db, folder, monkeypatch):
    monkeypatch.setattr(inbox.transaction, "on_commit", lambda ask, robust: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        hand_in()
    assert not list(folder.iterdir())


def test_a_worker_is_asked_by_number_only(db, asked, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        row = hand_in()
    assert asked == [("conferences.tasks.read_census_file", [row.pk])]


def test_the_task_reads_the_file_and_deletes_it(db, folder):
    row = hand_in()
    tasks.read_census_file(row.pk)
    row.refresh_from_db()
    assert (row.status, row.counts["plans"]["added"], plans()) == (FileStatus.PROPOSED, 1, 0)
    assert list(folder.iterdir()) == []


def test_a_file_that_is_no_census_is_refused_with_its_sentence(db, folder):
    row = hand_in(WHOLE[:-30])
    tasks.read_census_file(row.pk)
    row.refresh_from_db()
    assert (row.status, plans()) == (FileStatus.REFUSED, 0)
    assert "cut short" in row.refusal
    assert list(folder.iterdir()) == [] and row.faults.count() == 0


def test_what_is_plainly_no_xml_is_refused_at_once(db, folder):
    with pytest.raises(Refused):
        hand_in(b"PK\x03\x04")
    assert not ImportedFile.objects.exists() and not folder.exists()


def test_a_task_that_comes_twice_reads_once(db):
    row = hand_in()
    tasks.read_census_file(row.pk)
    tasks.read_census_file(row.pk)
    assert ImportedFile.objects.get().counts["plans"]["added"] == 1


def test_a_reading_that_was_killed_begins_again(db):
    row = hand_in()
    ImportedFile.objects.update(status=FileStatus.READING, progress=500)
    tasks.read_census_file(row.pk)
    row.refresh_from_db()
    assert (row.status, row.progress) == (FileStatus.PROPOSED, 1)


def test_a_file_is_not_read_for_somebody_who_may_no_longer_import(db, folder):
    row = hand_in()
    type(row.uploaded_by).objects.filter(pk=row.uploaded_by_id).update(is_active=False)
    tasks.read_census_file(row.pk)
    row.refresh_from_db()
    assert (row.status, row.refusal, plans()) == (FileStatus.REFUSED, inbox.NO_LONGER, 0)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("role", [role for role in Role if not holds(role, Permission.IMPORT_CENSUS)])
def test_a_role_without_the_right_hands_in_nothing(db, folder, role):
    with pytest.raises(Refused) as refusal:
        hand_in(by=person(role))
    assert refusal.value.status == FORBIDDEN and not ImportedFile.objects.exists()


def test_a_worker_who_comes_when_it_was_read_takes_nothing_back(db):
    row = hand_in()
    late = ImportedFile.objects.get()
    tasks.read_census_file(row.pk)
    assert imports.begin_reading(file=late, by=row.uploaded_by) is False
    with pytest.raises(Refused, match="already been read"):
        imports.refuse_file(file=late, sentence=inbox.LOST, by=row.uploaded_by, at=LATER)
    row.refresh_from_db()
    assert row.status == FileStatus.PROPOSED


def test_a_file_that_was_lost_is_said(db, folder):
    row = hand_in()
    (folder / f"{row.ref}.xml").unlink()
    tasks.read_census_file(row.pk)
    row.refresh_from_db()
    assert (row.status, row.refusal) == (FileStatus.REFUSED, inbox.LOST)


def test_the_same_file_twice_is_one_file(db, folder):
    assert hand_in() == hand_in()
    assert ImportedFile.objects.count() == len(list(folder.iterdir())) == 1


def test_a_file_read_before_is_read_again_only_when_asked(db):
    row = hand_in()
    tasks.read_census_file(row.pk)
    assert hand_in() == row
    ImportedFile.objects.update(status=FileStatus.READ)
    with pytest.raises(Refused, match="uploaded this file on 6 May 2026") as refusal:
        hand_in()
    assert refusal.value.field == "again"
    assert hand_in(again=True) != row


def test_a_file_that_was_refused_may_be_handed_in_again(db):
    row = hand_in(WHOLE[:-30])
    tasks.read_census_file(row.pk)
    assert hand_in(WHOLE[:-30]) != row


def test_without_a_broker_the_file_waits_and_is_asked_for_again(db, asked, monkeypatch):
    def down(*args, **how):
        raise OperationalError("no broker")

    with monkeypatch.context() as broken:
        broken.setattr(inbox.app, "send_task", down)
        row = hand_in()
        assert inbox.ask(row) is False
    assert inbox.ask_for_all(before=LATER) == 1
    assert asked == [("conferences.tasks.read_census_file", [row.pk])]


def test_the_sweep_leaves_young_and_finished_files_alone(db, asked):
    row = hand_in()
    assert inbox.ask_for_all(before=READ_AT) == 0
    tasks.read_census_file(row.pk)
    assert inbox.ask_for_all(before=LATER) == 0


@pytest.mark.parametrize(
    ("status", "seconds", "stuck"),
    [("WAITING", 5, False), ("WAITING", 60, True), ("READING", 5, True)],
)
def test_a_file_that_nobody_reads_is_stuck(db, status, seconds, stuck):
    row = hand_in()
    row.status = status
    row.save()
    standing = inbox.standing(row, at=READ_AT + dt.timedelta(seconds=seconds))
    assert (standing.running, standing.stuck) == (False, stuck)


@pytest.mark.django_db(transaction=True)
def test_a_file_in_a_readers_hands_is_left_to_it():
    row = hand_in()
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", [LOCK, row.pk])
        row.status = FileStatus.READING
        standing = inbox.standing(row, at=LATER)
        tasks.read_census_file(row.pk)
        with pytest.raises(Refused, match="at the moment"):
            import_census(
                file=io.BytesIO(WHOLE), file_name="a", by=row.uploaded_by, clock=lambda: READ_AT, waiting=row
            )
        # The server lets go of a closed connection's locks only some moments later.
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCK, row.pk])
    other.close()
    assert (standing.running, standing.stuck, plans()) == (True, False, 0)


@pytest.mark.django_db(transaction=True)
def test_progress_is_seen_while_the_file_is_one_transaction():
    row = hand_in()
    with inbox.ProgressConnection(row) as progress:
        progress.tell(3_000)
    assert ImportedFile.objects.get().progress == 3_000


@pytest.mark.django_db(transaction=True)
def test_a_whole_reading_holds_when_it_is_committed():
    row = hand_in()
    tasks.read_census_file(row.pk)
    assert (ImportedFile.objects.get().status, plans()) == (FileStatus.PROPOSED, 0)
