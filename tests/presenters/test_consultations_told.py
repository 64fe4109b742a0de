"""What is kept of what a decider was told: of one child, in plain words."""

from types import SimpleNamespace

from django.utils.safestring import mark_safe

from conferences.views.presenters.consultations_nearness import NONE_SHOWN, SHOWN
from conferences.views.presenters.consultations_told import plain, told_then
from safeguarding.pagekit.components import Cell, Entry, SummaryRow


def page(*children):
    """The page of some children: (name, its cells, its plans before, what of them is hidden)."""
    return SimpleNamespace(
        children=[
            SimpleNamespace(
                name=name, number="F100001", rows=[SummaryRow("Asked because", "A plan ended before")]
            )
            for name, *_ in children
        ],
        days=[SummaryRow("Must be held by", "Friday 5 January 2018")],
        facts=SimpleNamespace(
            glance=SimpleNamespace(rows=[["Plans before", *(cell for _, cell, *_ in children)]]),
            children=[
                SimpleNamespace(last=[], plans=plans, hidden=hidden, earlier=[])
                for _, _, plans, hidden in children
            ],
        ),
    )


def told(*children):
    view = SimpleNamespace(children=[SimpleNamespace(pk=at) for at, _ in enumerate(children)])
    return told_then(page(*children), view, {0: [(SHOWN, "1. Consultation 7")]})


def test_each_child_has_what_is_told_of_it_alone():
    plan = Entry("Plan ended", "9 August 2010", [mark_safe("Neglect &amp; more.<br>It held.")], byline="Cora")
    amber = ("Amber", Cell("2", note="1 elsewhere."), [plan], "")
    basil = ("Basil", Cell("None is known"), [], "1 earlier plan in a record you may not open.")
    assert told(amber, basil) == {
        0: [
            ("Child", "Amber, F100001"),
            ("Asked because", "A plan ended before"),
            ("Must be held by", "Friday 5 January 2018"),
            ("Plans before", "2\n1 elsewhere."),
            ("A plan before", "Plan ended\n9 August 2010\nCora\nNeglect & more.\nIt held."),
            (SHOWN, "1. Consultation 7"),
        ],
        1: [
            ("Child", "Basil, F100001"),
            ("Asked because", "A plan ended before"),
            ("Must be held by", "Friday 5 January 2018"),
            ("Plans before", "None is known"),
            ("A plan before", "1 earlier plan in a record you may not open."),
            (SHOWN, NONE_SHOWN),
        ],
    }


def test_what_somebody_typed_is_kept_as_it_was_typed():
    assert plain("1 < 2 & <b>") == "1 < 2 & <b>"
    assert plain(mark_safe("1 &lt; 2<br>Then.")) == "1 < 2\nThen."
