"""manage.py load_teams, load_rooms, load_agencies, load_professionals: shown, taken in, and twice is once."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from safeguarding.directory.directory import directories
from tests.factories import AgencyFactory

pytestmark = pytest.mark.django_db
FILES = {
    "teams": "Name,Safeguarding unit\nFable Team,no\n,no\n",
    "rooms": "Name,Seats,Step-free\nFable Room,12,yes\nTower Room,0,yes\n",
    "agencies": "Name,Kind\nFable Street Primary,School or college\nSample Dragons,Dragons\n",
    "professionals": "Name,Agency\nJuniper Fableton,Fable Police\nBasil Fableton,Dragons\n",
}


def said(slug, path, **options):
    out = StringIO()
    call_command(f"load_{slug}", str(path), stdout=out, **options)
    return out.getvalue()


@pytest.mark.parametrize("slug", FILES)
def test_a_file_is_shown_then_taken_in_and_twice_is_once(tmp_path, slug):
    if slug == "professionals":
        AgencyFactory(name="Fable Police")
    path, rows = tmp_path / f"{slug}.csv", directories()[slug].rows
    path.write_text(FILES[slug])
    before = rows.count()
    told = said(slug, path, preview=True)
    assert "Would be: 1 added, 0 changed, 0 unchanged, 1 refused." in told and rows.count() == before
    told = said(slug, path)
    assert f"{slug}.csv, row 3: " in told and rows.count() == before + 1
    assert "0 added, 0 changed, 1 unchanged, 1 refused." in said(slug, path)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, r"rooms\.csv could not be read: No such file or directory\."),
        (b"Name,Seats\n\xff\xfe,9\n", "must be saved as CSV in UTF-8"),
        (b"Seats\n9\n", "must have the column Name"),
    ],
)
def test_a_file_that_is_none_is_told_in_a_sentence(tmp_path, content, sentence):
    path = tmp_path / "rooms.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError, match=sentence):
        said("rooms", path)
