"""Writes the demo's story into an empty database, in one transaction and under the system's name."""

from __future__ import annotations

from datetime import date

from django.db import connection

from conferences.demo.batch import Batch
from conferences.demo.changes import tell_changes
from conferences.demo.closing import tell_closing
from conferences.demo.families import Dresser
from conferences.demo.feedback import tell_feedback
from conferences.demo.learning import tell_learning
from conferences.demo.ledger import BARRED, SIBLINGS, cut
from conferences.demo.limits import go_live, set_limits, set_share, set_words
from conferences.demo.lives import tell_lives
from conferences.demo.months import tell
from conferences.demo.needs import spells
from conferences.demo.other_work import tell_the_rest
from conferences.demo.past import tell_past
from conferences.demo.past_seconds import SHARE
from conferences.demo.present import Present, tell_present
from conferences.demo.present_consultations import tell_consultations
from conferences.demo.present_exclusions import tell_exclusions
from conferences.demo.present_fit import tell_fit_of_days
from conferences.demo.present_invitations import tell_invitations
from conferences.demo.present_preparation import tell_preparation
from conferences.demo.present_undecided import tell_undecided
from conferences.demo.records import Recorder
from conferences.demo.returns import tell_returns
from conferences.demo.rooms import furnish
from conferences.demo.staff import GRANTED_SINCE, Staff
from conferences.demo.story import FamilyStory
from conferences.demo.supports import tell_supports
from conferences.operations import duties
from safeguarding import audit
from safeguarding.db import unlimited
from safeguarding.models import Child, User
from safeguarding.workingdays import Calendar, add_days


class NotEmpty(Exception):
    """The database holds people or children already: a demo is only ever put into an empty one."""


def seed(on: date, calendar: Calendar) -> dict[str, int]:
    """Writes the council as it stands on `on`; how many rows of each model were written, by its plural name.

    Raises NotEmpty, and OutsideCalendar for a day near the end of the known bank holidays.
    """
    _refuse_twice()
    batch = invent(on, calendar)
    with unlimited():
        _refuse_twice()
        with audit.acting_as(audit.system_user()):
            batch.write()
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
            go_live()
            set_limits(on)
            set_words(on)
            furnish()
            tell_past(on, calendar)
            tell_present(on, calendar)
            tell_undecided(on, calendar)
            tell_consultations(on, calendar)
            tell_invitations(on, calendar)
            tell_exclusions(on, calendar)
            tell_preparation(on, calendar)
            tell_fit_of_days(on, calendar)
            # What the lists of past meetings owed is over.
            duties.scan(on=on, at=Present(on, calendar).moment(on, 7))
            set_share(SHARE)
            tell_lives(on)
            tell_changes(on, calendar)
            tell_closing(on, calendar)
            tell_supports(on, calendar)
            tell_learning(on, calendar)
            tell_feedback(on, calendar)
        # Before the commit: its checks look into tables that were empty when the statistics were last taken.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return {str(model._meta.verbose_name_plural): len(rows) for model, rows in batch.rows.items()}


def invent(on: date, calendar: Calendar) -> Batch:
    """The council as it stands on `on`, as rows not yet written: the same ones for the same day."""
    council = tell(on, calendar)
    tell_the_rest(council)
    tell_returns(council)
    batch = Batch(str(on))
    staff = Staff(batch)
    staff.add()
    dresser = Dresser(batch, staff, on)
    for family in cut(council):
        _write_family(batch, dresser, staff, family)
    return batch


def _refuse_twice() -> None:
    people = User.objects.filter(is_system=False).exists()
    if people or Child.objects.unscoped("seed_demo asks whether the database is empty").exists():
        raise NotEmpty(
            "There are people or children in this database already, so no demo was put into it. "
            "Use an empty database."
        )


def _write_family(batch: Batch, dresser: Dresser, staff: Staff, family: FamilyStory) -> None:
    children = dresser.dress(family)
    needs = {child: spells(child, dresser.on) for child in family.children}
    for child, row in children.items():
        dresser.allocate(family, row, needs[child])
    home = next(iter(children.values())).family
    assert home is not None
    Recorder(batch, staff, dresser.on, family, home, children, needs).record()
    if family.shown_as == SIBLINGS:
        staff.grant(
            "reviewer", list(children.values()), add_days(dresser.on, -GRANTED_SINCE), "Audit of case files."
        )
    if family.shown_as == BARRED:
        staff.bar("socialworker", home, dresser.on)
