"""Restricted records of which somebody should be named, in words."""

from types import SimpleNamespace

from conferences.queries.restrictions import Lacks, Waits
from conferences.views.presenters.restrictions import waiting_link, waiting_table
from safeguarding.models import Child, User

CHILD = Child(la_child_id="FB000001")
CLARA = User(pk=7, full_name="Clara Chairwell")


def waits(*people, duties=0):
    return Waits(CHILD, duties, list(people))


def lacks(**more):
    values = {"person": CLARA, "what": "works with the child", "meeting": None, "is_barred": False}
    return Lacks(**values | more)


def test_each_person_has_a_line_with_their_work_and_a_way_to_name_them():
    ((number, who, work),) = waiting_table([waits(lacks(), duties=2)]).rows
    assert (number.text, number.note) == ("FB000001", "2 things due that nobody named can do")
    assert (who.text, who.note, work) == ("Name", "Clara Chairwell", "Works with the child.")
    assert who.href.endswith("?user=7")


def test_who_is_barred_has_none():
    ((_, who, _),) = waiting_table([waits(lacks(is_barred=True))]).rows
    assert not who.href and "Barred from the family" in who.note


def test_where_it_is_nobody_s_it_says_so():
    ((_, who, work),) = waiting_table([waits(duties=1)]).rows
    assert who == "Nobody in particular" and "Name somebody" in work


def test_no_line_where_nothing_waits():
    table = waiting_table([])
    assert table.rows == [] and "is named for it" in table.empty
    assert waiting_link([]) is None
    assert waiting_link([waits(), SimpleNamespace()]).text.startswith(
        "2 restricted records are somebody’s work"
    )
