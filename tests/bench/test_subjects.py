"""Every address can be filled, so that no page stands unmeasured."""

import pytest

from tests.bench.pages import routes
from tests.bench.subjects import statement_for


def test_every_address_has_something_to_fill_it():
    assert all(statement_for(route) for route in routes().values() if "<" in route)


def test_a_planted_address_without_a_subject_is_found():
    with pytest.raises(KeyError, match=r"no subject: say in tests/bench/subjects\.py"):
        statement_for("planted/<uuid:ref>")
