"""The lines that the database makes of duties are those that a hand makes: none lost, none twice."""

from itertools import groupby

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conferences.queries.duties_lines import Part
from conferences.queries.duties_list import FEW, FIRST, my_work, work_list
from conferences.rules.deadlines import Code
from safeguarding.clock import today
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import ChildFactory, DutyFactory, FamilyFactory

pytestmark = pytest.mark.django_db
KINDS = (Code.SEND_LETTERS.value, Code.HOLD_REVIEW.value, Code.HOLD_CONFERENCE.value)
# Of each duty: its day from today, its kind, its child, and whether somebody holds it.
DUTIES = st.lists(
    st.tuples(st.integers(-2, 9), st.sampled_from(KINDS), st.integers(0, 5), st.booleans()), max_size=30
)


def known(duties, owner, on):
    """The duties, of six children: three siblings, two of whom no family is known, and one alone."""
    family, other = FamilyFactory(), FamilyFactory()
    children = [ChildFactory(family=one) for one in (family, family, family, None, None, other)]
    return [
        DutyFactory(
            child=children[child],
            kind=kind,
            due_date=add_days(on, days),
            owner=owner if is_held else None,
        )
        for number, (days, kind, child, is_held) in enumerate(duties)
    ]


def by_hand(duties, on):
    """{part: [(day, kind, children)]}: the lines of each part in their order."""

    def key(duty):
        order = [kind.value for kind in Code].index(duty.kind)
        return duty.due_date, order, duty.child.family_id or -duty.child_id, duty.owner_id or 0

    found = {}
    for _, group in groupby(sorted(duties, key=key), key=key):
        line = sorted(group, key=lambda duty: duty.pk)
        days = (line[0].due_date - on).days
        sunday = 6 - on.weekday()
        part = Part.TODAY if days <= 0 else Part.WEEK if days <= sunday else Part.LATER
        children = [duty.child_id for duty in line]
        found.setdefault(part, []).append((line[0].due_date, line[0].kind, children))
    return found


def plain(lines):
    return [(line.due_date, line.kind, line.children) for line in lines]


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(duties=DUTIES)
def test_the_database_makes_the_lines_of_a_hand(duties):
    with transaction.atomic():
        on, user = today(), person("CHAIR")
        expected = by_hand(known(duties, user, on), on)
        lists = my_work(user, on=on).lists
        assert lists.keys() == expected.keys()
        for part, lines in expected.items():
            shown = lists[part]
            late = sum(day < on for day, _, _ in lines)
            most = FIRST if part is Part.TODAY else FEW
            assert (plain(shown.lines), shown.count, shown.late) == (lines[:most], len(lines), late)
            whole = work_list(user, part, on=on, page="all")[0].lists[part]
            assert (plain(whole.lines), whole.count, whole.late) == (lines, len(lines), late)
        transaction.set_rollback(True)
