"""The page that an address asks for."""

import pytest

from safeguarding.models import Team
from safeguarding.pagekit.paging import stretch


@pytest.mark.django_db
@pytest.mark.parametrize("asked", [None, "", "²", "-1", "9" * 5000, "000000001" + "9" * 30])
def test_what_is_no_page_is_the_first(asked):
    assert stretch(Team.objects.order_by("pk"), asked, 2).number == 1
