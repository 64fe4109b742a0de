"""The report of a file that lacks what most files say."""

from django.urls import reverse

from tests.cast import person
from tests.factories import ImportedFileFactory


def test_a_file_that_does_not_say_its_day_has_a_report_too(client, db):
    file = ImportedFileFactory(reference_date=None)
    client.force_login(person("MANAGER"))
    report = client.get(reverse("import_report", args=[file.ref]))
    assert report.status_code == 200 and f"?file={file.ref}" in report.content.decode()
