"""Fifty hidden children are looked for by difference, as each role: whatever a reader can narrow is the same
with them as without them.
"""

import datetime as dt
import re

import pytest
from django.urls import reverse

from conferences.exchange.census.importing import together
from conferences.models import ChangeHow, ImportChange, ImportFault, ImportQuestion, ToldTo
from conferences.queries.measures import figures_by_period, members, months, whole_and_seen
from conferences.rules.measures_catalogue import MEASURES
from safeguarding.access import Permission
from safeguarding.access.closed import closed_ids
from safeguarding.models import Child
from safeguarding.rights import Role, holds
from safeguarding.workingdays import Period, add_days
from tests.cast import person
from tests.factories import (
    BarFactory,
    ChildFactory,
    ConferenceChildFactory,
    EnquiryFactory,
    FamilyFactory,
    ImportedChildFactory,
    ImportedFileFactory,
    PlanFactory,
    ReviewFactory,
)

pytestmark = pytest.mark.django_db
READERS = [role.value for role in Role if holds(role, Permission.READ_MEASURES)]
HIDDEN = 50
FIRST = dt.date(2018, 4, 2)
YEAR = Period.year(2019)
DAYS = [Period(day, day) for day in (add_days(FIRST, n) for n in range(2 * HIDDEN))]
NARROW = [*DAYS, Period(FIRST, YEAR.to), Period(YEAR.from_, add_days(YEAR.to, -1)), Period.year_to(FIRST)]
SEARCHES = ("DF000", "DF001", "Probed2")
CATEGORIES = ("NEG", "EMO", "PHY", "SAB")


def life(number: int, **who: object) -> Child:
    """A child with an enquiry, a conference, a plan and a review, on days that are its own."""
    child = ChildFactory(la_child_id=f"DF{number:03}", given_names=f"Probed{number}", **who)
    start = add_days(FIRST, 2 * (number % HIDDEN) + 1)
    enquiry = EnquiryFactory(child=child, started_date=add_days(start, -9))
    ConferenceChildFactory(child=child, enquiry=enquiry, held_date=start)
    plan = PlanFactory(
        child=child,
        start_date=start,
        initial_category=CATEGORIES[number % 4],
        end_date=add_days(start, 40) if number % 3 == 0 else None,
    )
    ReviewFactory(plan=plan, held_date=add_days(start, 30))
    return child


def hide(reader) -> list[Child]:
    """Fifty lives: restricted, restricted in a seen family, of a family that the reader is barred from."""
    seen, barred = FamilyFactory(), FamilyFactory()
    BarFactory(user=reader, family=barred)
    ways = ({"restricted": True}, {"restricted": True, "family": seen}, {"family": barred})
    return [life(number, **ways[number % 3]) for number in range(HIDDEN)]


@pytest.fixture
def file():
    """A census file that tells of three seen children."""
    file = ImportedFileFactory(reference_date=YEAR.to, counts=together({"children": 3}, {}))
    for number in range(100, 103):
        ImportedChildFactory(file=file, child=life(number))
    return file


def numbers(reader, file) -> dict[str, object]:
    """All that figures say of narrow periods, of a file, and beside the totals of a year."""
    closed = closed_ids(reader)
    whole = figures_by_period([YEAR], closed=closed)[0]
    return {
        "narrow": figures_by_period(NARROW, closed=closed),
        "file": figures_by_period([YEAR, NARROW[0]], file=file.pk, closed=closed),
        "months": months(YEAR.from_, YEAR.to, closed=closed),
        "parts of a year": [(f.breakdown, f.families, f.left_out) for f in whole.values()],
        "lists": [
            [(m.child_id, m.day) for m in members(code, YEAR, part=part, closed=closed)]
            for code in MEASURES
            for part in ("numerator", "left_out")
        ],
    }


@pytest.mark.parametrize("role", READERS)
def test_no_figure_that_can_be_narrowed_tells_of_a_hidden_child(role, file):
    reader = person(role)
    before = numbers(reader, file)
    hidden = hide(reader)
    ImportedChildFactory(file=file, child=hidden[0])
    after = numbers(reader, file)
    found = [what for what in before if before[what] != after[what]]
    assert found == []
    assert figures_by_period([YEAR], ["plans_started"])[0]["plans_started"].numerator == HIDDEN + 3
    assert sum(f["plans_started"].numerator for f in figures_by_period(DAYS)) == HIDDEN + 3


def test_the_totals_of_a_year_stay_whole(file):
    reader = person("CHAIR")
    hide(reader)
    everybody = figures_by_period([YEAR], families=False)[0]
    read = figures_by_period([YEAR], families=False, closed=closed_ids(reader))[0]
    assert {code: (f.numerator, f.denominator, f.value) for code, f in everybody.items()} == {
        code: (f.numerator, f.denominator, f.value) for code, f in read.items()
    }


def test_everybody_and_the_seen_are_counted_at_once(file):
    reader = person("CHAIR")
    hide(reader)
    closed = closed_ids(reader)
    everybody, seen = whole_and_seen(YEAR, closed=closed)
    assert everybody == figures_by_period([YEAR], families=False)[0]
    assert seen == figures_by_period([YEAR], closed=closed)[0]
    assert everybody["started_by_category"].breakdown != seen["started_by_category"].breakdown


def test_of_what_can_be_narrowed_both_are_the_seen(file):
    reader = person("CHAIR")
    hide(reader)
    everybody, seen = whole_and_seen(NARROW[-1], closed=closed_ids(reader))
    assert everybody == seen == figures_by_period([NARROW[-1]], closed=closed_ids(reader))[0]


def addresses(file) -> list[str]:
    """What a reader may ask about a hidden child, whose number, name and days they know."""
    day = f"from={DAYS[1].from_}&to={DAYS[1].from_}"
    year = f"from={YEAR.from_}&to={YEAR.to}&file={file.ref}"
    pages = [
        reverse(name, args=[code] if code else []) + f"?{asked}"
        for name, code in (
            ("measures", ""),
            ("measures_public", ""),
            ("measure", "started_by_category"),
            ("measure_csv", "started_by_category"),
            ("measure_children", "plans_started"),
        )
        for asked in (day, year)
    ]
    return [
        *pages,
        reverse("measure_children", args=["started_by_category"]) + f"?{day}&part=initial.EMO",
        *(reverse(name, args=[file.ref]) for name in ("import_report", "import_csv", "import_undo")),
        *(f"{reverse('import_changes', args=[file.ref])}?show={show}" for show in ("", "ENDED", "QUESTIONS")),
        reverse("import_report", args=[file.ref]) + "?rule=8935",
        reverse("import_census"),
        *(reverse("return_check", args=[YEAR.to.year + n]) + "?again" for n in (-1, 0, 1)),
        reverse("return_check_csv", args=[YEAR.to.year]),
        reverse("return_check", args=[YEAR.to.year]) + "?rule=8675Q",
        reverse("pairs"),
    ]


def tell_of(file, child) -> None:
    """All that a file leaves about a child whom it tells of."""
    ImportedChildFactory(file=file, child=child, number=child.la_child_id)
    about = {"file": file, "number": child.la_child_id}
    ImportChange.objects.create(kind="plans", how=ChangeHow.ENDED, was="open", now="ended", **about)
    ImportQuestion.objects.create(kind="UNTOLD", fact="plans", sentence="It was left open.", **about)
    fault = {"file": file, "la_child_id": child.la_child_id, "line": 3, "kind": "REFUSED"}
    for told_to in (ToldTo.EVERYBODY, ToldTo.SEEING):
        sentence = "The plan is open, and so is another."
        ImportFault.objects.create(
            rule="8935", sentence=sentence, beside_record=True, told_to=told_to, **fault
        )


NEW_EACH_TIME = re.compile(r'(value|data-left|data-last)="[^"]+"|app-reference">[0-9A-F]{8}|Asked on [^.]+')


def body(response) -> str:
    """The answer, or its file, without what is new in each."""
    told = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{response.status_code} " + NEW_EACH_TIME.sub("", told.decode())


def searched(client, typed: str) -> str:
    return body(client.post(reverse("find_child"), {"typed": typed}, follow=True))


@pytest.mark.parametrize("role", list(Role))
def test_no_page_is_another_for_a_hidden_child(role, client, file):
    reader = person(role.value)
    client.force_login(reader)
    before = {address: body(client.get(address)) for address in addresses(file)}
    sought = {typed: searched(client, typed) for typed in SEARCHES}
    for child in hide(reader):
        tell_of(file, child)
    found = [address for address, told in before.items() if body(client.get(address)) != told]
    found += [typed for typed, told in sought.items() if searched(client, typed) != told]
    assert found == []
