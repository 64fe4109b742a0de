"""The pages of a census import: hand in, look on, read the report, as far as one may see the children."""

import html

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from conferences import tasks
from conferences.exchange.census import inbox
from conferences.exchange.census.rulebook import TITLES
from conferences.models import FileStatus, ImportedFile
from safeguarding.models import Child, ReadLog
from tests.cast import person
from tests.exchange.census import ORDINARY, census, child, episode, of_year, plan, taken
from tests.factories import ImportedFileFactory, ImportFaultFactory

pytestmark = pytest.mark.django_db
SPOILT = child(episode(plan("2023-06-01")), LAchildID="FB002", UPN=None, UPNunknown="UN4")


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.UPLOAD_FOLDER = tmp_path / "uploads"


@pytest.fixture(autouse=True)
def broker(monkeypatch):
    monkeypatch.setattr(inbox.app, "send_task", lambda *args, **how: None)


@pytest.fixture
def manager(client):
    client.force_login(person("MANAGER"))
    return client


def upload(client, xml: bytes, name: str = "census.xml", **more: str):
    return client.post(reverse("import_census"), {"file": SimpleUploadedFile(name, xml), **more})


def words(answer) -> str:
    return " ".join(html.unescape(answer.content.decode()).split())


def report(client, file: ImportedFile, query: str = ""):
    return client.get(reverse("import_report", args=[file.ref]) + query)


def test_nothing_handed_in_yet_is_said(manager):
    assert "No file has been uploaded yet" in words(manager.get(reverse("import_census")))


def test_a_file_handed_in_is_read_and_reported(manager):
    answer = upload(manager, census(ORDINARY))
    file = ImportedFile.objects.get()
    assert answer.url == reverse("import_progress", args=[file.ref])
    assert "The file is waiting for its turn" in words(manager.get(answer.url))
    tasks.read_census_file(file.pk)
    assert manager.get(report(manager, file).url).status_code == 200
    assert not Child.every.exists()
    answer = manager.post(reverse("import_keep", args=[file.ref]))
    assert answer.url == reverse("import_progress", args=[file.ref])
    assert "Keeping the file" in words(manager.get(answer.url))
    tasks.do_what_is_asked_of_file(file.pk)
    text = words(report(manager, file))
    assert "Trafford (358)" in text and "31 March 2024" in text


@pytest.mark.parametrize(
    ("xml", "sentence"),
    [
        (b"", "The selected file is empty"),
        (b"PK\x03\x04...", "zip file or a workbook"),
        (b"name,number", "The file is not XML"),
    ],
)
def test_what_is_no_census_is_said_beside_the_field(manager, xml, sentence):
    answer = upload(manager, xml)
    assert answer.status_code == 200
    assert sentence in words(answer) and "There is a problem" in words(answer)
    assert not ImportedFile.objects.exists()


def test_no_file_chosen_is_said(manager):
    assert "Select a census file" in words(manager.post(reverse("import_census")))


def test_a_file_too_large_is_stopped_and_said(manager, settings):
    settings.CENSUS_MOST_BYTES = 1_000_000
    assert "The selected file must be smaller than 1 MB" in words(
        upload(manager, b"<Message>" + b" " * 3_000_000)
    )
    assert not ImportedFile.objects.exists()


def test_a_file_cut_short_is_refused_on_its_page(manager):
    upload(manager, census(ORDINARY)[:-30])
    file = ImportedFile.objects.get()
    tasks.read_census_file(file.pk)
    text = words(report(manager, file))
    assert "The file was refused" in text and "it was cut short" in text
    assert "Nothing in the file was added" in text


def test_a_second_click_leads_to_the_same_file(manager):
    first, second = upload(manager, census(ORDINARY)), upload(manager, census(ORDINARY))
    assert first.url == second.url
    assert ImportedFile.objects.count() == 1


def test_a_file_read_before_is_told_and_read_again_when_asked(manager):
    taken(census(ORDINARY))
    answer = upload(manager, census(ORDINARY), name="copy.xml")
    assert "uploaded this file on" in words(answer)
    assert 'name="again"' in words(answer)
    assert upload(manager, census(ORDINARY), again="on").status_code == 302
    assert ImportedFile.objects.count() == 2


def test_a_file_that_nobody_reads_is_said_and_can_be_asked_for(manager, monkeypatch):
    asked = []
    monkeypatch.setattr(inbox.app, "send_task", lambda name, args, **how: asked.append(args))
    # While anybody reads a file, this one waits for its turn: a reader that another test has killed, too.
    monkeypatch.setattr(inbox, "at_work", set)
    file = ImportedFileFactory(status=FileStatus.WAITING)
    page = reverse("import_progress", args=[file.ref])
    assert "has not been read yet" in words(manager.get(page))
    assert manager.post(reverse("import_ask", args=[file.ref])).url == page
    assert asked == [[file.pk]]


def test_a_reading_that_stopped_is_said(manager):
    file = ImportedFileFactory(status=FileStatus.READING)
    assert "Reading stopped before the end of the file" in words(
        manager.get(reverse("import_progress", args=[file.ref]))
    )


def test_the_page_refreshes_itself_without_scripts(manager):
    file = ImportedFileFactory(status=FileStatus.WAITING)
    text = words(manager.get(reverse("import_progress", args=[file.ref])))
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in text


def test_a_report_shows_rules_sentences_and_numbers(manager):
    file = taken(census(ORDINARY, SPOILT))
    text = words(report(manager, file))
    assert "FB002" in text and TITLES["8841"] in text
    assert "The review of 1 June 2023 is not after the start of its plan, 14 June 2023" in text
    assert f"file={file.ref}&from=2023-04-01&to=2024-03-31" in text


def test_a_child_out_of_scope_shows_neither_number_nor_details(manager):
    file = taken(census(ORDINARY, SPOILT))
    Child.objects.filter(la_child_id="FB002").update(
        is_restricted=True,
        restricted_reason="A test",
        restricted_by=person("STRATEGIC_LEAD"),
        restricted_at=file.uploaded_at,
    )
    text = words(report(manager, file))
    assert "FB002" not in text and "1 June 2023" not in text
    assert "Not shown" in text and TITLES["8841"] in text


def test_a_child_that_was_refused_looks_like_one_that_may_not_be_seen(manager):
    file = ImportedFileFactory(
        status=FileStatus.READ, counts=taken(census(ORDINARY)).counts, reference_date="2024-03-31"
    )
    ImportFaultFactory(
        file=file, la_child_id="FB999", rule="8525Q", sentence="Born on 1 May 2020.", kind="REFUSED"
    )
    text = words(report(manager, file))
    assert "FB999" not in text and "1 May 2020" not in text and "Not shown" in text


def test_the_children_shown_are_in_the_log_of_reads(manager):
    file = taken(census(ORDINARY, SPOILT))
    report(manager, file)
    seen = ReadLog.objects.get()
    assert (seen.child.la_child_id, seen.view_name, seen.kind) == ("FB002", "import_report", "LISTED")


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("?kind=REFUSED", "8841", "2885"),
        ("?kind=NOTED", "2885", "8841"),
        ("?kind=NOTED&rule=2885", "2885", "2991Q"),
        ("?kind=NONSENSE", "8841", "9999"),
    ],
)
def test_faults_are_kept_to_a_kind_and_a_rule(manager, query, shown, hidden):
    file = taken(census(ORDINARY, SPOILT))
    listed = [row[2] for row in report(manager, file, query).context["faults"].rows]
    assert shown in listed and hidden not in listed


def test_a_report_of_many_faults_makes_as_many_queries_as_one_of_few(manager, django_assert_num_queries):
    few = taken(census(SPOILT))
    many = taken(of_year(2025, *(SPOILT.replace("FB002", f"FB{n:03}") for n in range(100, 180))))
    report(manager, few)
    with django_assert_num_queries(12) as first:
        report(manager, few)
    with django_assert_num_queries(len(first)):
        report(manager, many)


def test_the_list_of_files_makes_a_fixed_number_of_queries(manager, django_assert_num_queries):
    ImportedFileFactory.create_batch(2)
    manager.get(reverse("import_census"))
    with django_assert_num_queries(5) as first:
        manager.get(reverse("import_census"))
    ImportedFileFactory.create_batch(40)
    with django_assert_num_queries(len(first)):
        text = words(manager.get(reverse("import_census")))
    assert "Next" in text


@pytest.mark.parametrize("number", ["0", "x", "999999999999", "-1", ""])
def test_any_page_number_is_answered(manager, number):
    file = taken(census(SPOILT))
    assert report(manager, file, f"?page={number}").status_code == 200


@pytest.mark.parametrize("name", ["import_census", "import_report", "import_progress", "import_ask"])
@pytest.mark.parametrize("role", ["SOCIAL_WORKER", "SYSTEM_ADMINISTRATOR", "CHAIR"])
def test_those_without_the_right_are_refused(client, name, role):
    client.force_login(person(role))
    args = [] if name == "import_census" else [ImportedFileFactory().ref]
    assert client.get(reverse(name, args=args)).status_code == 403


def test_a_file_that_is_not_there_is_not_found(manager):
    lost = ImportedFileFactory.build().ref
    for name in ("import_report", "import_progress"):
        assert manager.get(reverse(name, args=[lost])).status_code == 404
