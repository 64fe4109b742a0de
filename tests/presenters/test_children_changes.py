"""The one list of what may be done for a child: each person's own lines, under headings that have some."""

import datetime as dt

from conferences.views.presenters import children_changes
from safeguarding.pagekit.components import TaskLine
from tests.factories import ChildFactory
from tests.presenters.made import made, person

ON = dt.date(2018, 6, 4)


def test_a_heading_stands_only_over_lines(monkeypatch):
    line = TaskLine("Do this", "/here")
    parts = (("Full", (lambda *of: [line], lambda *of: [line])), ("Empty", (lambda *of: [],)))
    monkeypatch.setattr(children_changes, "GROUPS", parts)
    (group,) = children_changes.groups(person("SOCIAL_WORKER"), made(ChildFactory), ON)
    assert (group.heading, group.lines) == ("Full", [line, line])


def test_the_list_is_offered_to_those_who_find_something_in_it():
    child = made(ChildFactory)
    assert children_changes.changes_href(person("SOCIAL_WORKER"), child).endswith("/changes")
    assert children_changes.changes_href(person("REVIEWER"), child) == ""
