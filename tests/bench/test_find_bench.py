"""Finding a child among a hundred thousand, however the name is spelt: beside looking at every one."""

from collections.abc import Iterator
from datetime import date

import pytest

from conferences.queries.children import MOST_SHOWN, NEAR, find
from conferences.rules.search import Search, read
from safeguarding.models import Child, ChildName, User
from tests import database
from tests.bench import limits
from tests.bench.copies import APART, copy_of, copy_rows, count_of, rows_of, run, untriggered
from tests.bench.processor import least
from tests.bench.table import Row, hold
from tests.cast import person

pytestmark = [pytest.mark.bench, pytest.mark.usefixtures("served")]

CHILDREN = 100_000
ON = date(2018, 10, 31)
BEGINNINGS = "Am Ber Car Dan El Fer Gar Har Is Jas Kel Lor Mar Nor Ol Pri Quin Ros Sam Tam Ur Val Wil Xan Yas"
ENDINGS = (
    "a adine ander anne bert cy dor elle fred gina hild ian jamin kael lotte mund na old phia rick son tha"
)
PLACES = "Ash Beck Clay Dun Elm Fable Green Hazel Iron Kings Lang Mill North Oak Pen Red Sample Test West"
HOMES = "brook bury by cott croft dale den field ford gate ham hurst ley mere ridge shaw thorpe ton wood"
# The same rules as the search's own, asked of every name: no index can answer them.
FITS = f"""
    (safeguarding_closeness(%s, plain_name) >= {NEAR} OR starts_with(plain_name, %s)
     OR strpos(plain_name, ' ' || %s) > 0 OR name_keys && safeguarding_name_keys(%s, ''))
"""
BY_NAME = (
    "SELECT id FROM safeguarding_child WHERE plain_name <> '' AND {fits}"
    " UNION SELECT child_id FROM safeguarding_childname WHERE plain_name <> '' AND {fits}"
)
BY_NUMBER = (
    "SELECT id FROM safeguarding_child WHERE %s IN (upper(la_child_id), upper(upn), upper(nhs_number))"
)
BY_BIRTH = "SELECT id FROM safeguarding_child WHERE coalesce(birth_date, expected_birth_date)::text = %s"


@pytest.fixture(scope="module")
def chair(served: None) -> Iterator[User]:
    with copy_of(database.template()):
        child = Child.objects.create(la_child_id="FB", given_names="A", birth_date=ON)
        ChildName.objects.create(child=child, family_name="A", kind="EARLIER")
        with untriggered():
            name_many()
        run("VACUUM ANALYZE safeguarding_child, safeguarding_childname")
        yield person("CHAIR")


def name_many() -> None:
    """A hundred thousand children, each tenth of whom had another name."""
    values = {
        "la_child_id": "'FB' || lpad(n::text, 6, '0')",
        "given_names": f"{one_of(BEGINNINGS, 'g')} || {one_of(ENDINGS, 'e')}",
        "family_name": f"{one_of(PLACES, 'p')} || {one_of(HOMES, 'h')}",
        "birth_date": "date '2001-01-01' + mod(abs(hashtext(n || 'b')), 6200)",
    }
    copy_rows("safeguarding_child", CHILDREN, values=values)
    former = f"{one_of(PLACES, 'q')} || {one_of(HOMES, 'r')}"
    values = {"child_id": f"child_id + n * 10 * {APART}", "family_name": former}
    copy_rows("safeguarding_childname", CHILDREN // 10, values=values)


def one_of(words: str, salt: str) -> str:
    """SQL for one of the words, which hangs on the number of the copy alone."""
    chosen = words.split()
    return f"(ARRAY{chosen})[1 + mod(abs(hashtext(n || '{salt}')), {len(chosen)})]"


def look_through(search: Search) -> set[int]:
    """The ids of the children who fit, by looking at every one."""
    if search.words:
        fits = " AND ".join([FITS] * len(search.words))
        words = [word for word in search.words for _ in range(4)]
        return ids(BY_NAME.format(fits=fits), words * 2)
    return ids(BY_NUMBER, search.numbers) if search.numbers else ids(BY_BIRTH, [str(search.born)])


def ids(statement: str, values: object) -> set[int]:
    return {pk for (pk,) in rows_of(statement, list(values))}


def test_every_way_of_searching_is_quicker_than_looking_through_all_and_misses_nobody(chair):
    rows = []
    for typed in limits.FIND:
        search = Search(*read(typed, ON))
        ours, all_of_them = least(
            lambda s=search: find(chair, s, on=ON), lambda s=search: look_through(s), rounds=3
        )
        rows.append(
            Row(typed, ours.both / all_of_them.both, limits.FIND[typed], f"{ours}, all {all_of_them}")
        )
        found = {match.child.pk for match in find(chair, search, on=ON).matches}
        fits = look_through(search)
        assert found == fits if len(fits) <= MOST_SHOWN else found < fits and len(found) == MOST_SHOWN
    hold(f"Finding a child among {count_of('safeguarding_child'):,}: in times looking at every one", rows)
