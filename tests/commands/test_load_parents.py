"""manage.py load_parents: a file of parents and carers is shown, then taken in, and twice is once."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from safeguarding.models import Relationship
from tests.factories import ChildFactory

pytestmark = pytest.mark.django_db
ROWS = "Child number,Name,Relationship\nF1,Juniper Fableton,Mother\nX9,Basil Fableton,Father\n"


def said(path, **options):
    out = StringIO()
    call_command("load_parents", str(path), stdout=out, **options)
    return out.getvalue()


def test_a_file_is_shown_then_taken_in_and_twice_is_once(tmp_path):
    ChildFactory(la_child_id="F1")
    path = tmp_path / "parents.csv"
    path.write_text(ROWS)
    assert "Would be: 1 added, 0 changed, 0 unchanged, 1 refused." in said(path, preview=True)
    assert not Relationship.objects.unscoped("test").exists()
    told = said(path)
    assert "row 3: No child with this number is recorded." in told and "Juniper" not in told
    assert Relationship.objects.unscoped("test").get().person.full_name == "Juniper Fableton"
    assert "0 added, 0 changed, 1 unchanged, 1 refused." in said(path)


def test_a_file_that_is_none_is_told_in_a_sentence(tmp_path):
    path = tmp_path / "parents.csv"
    path.write_text("Name\nJuniper\n")
    with pytest.raises(CommandError, match="The first row must have the column Child number"):
        said(path)
