"""What is left to do of exclusions, in words that name nobody."""

import datetime as dt

import pytest

from conferences.models import Exclusion, Request
from conferences.views.presenters.exclusions_work import exclusion_links

ASKED, AT = dt.date(2018, 4, 3), dt.datetime(2018, 4, 10, 9, tzinfo=dt.UTC)
SINCE = "asked for on 3 April 2018"
KNEW = {"answer": "WHOLE", "told_date": AT.date()}


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, "Decide on an exclusion, asked for on 3 April 2018"),
        ({"answer": "WHOLE"}, "See that whoever is excluded is told: asked for on 3 April 2018"),
        (
            KNEW,
            "Tell whoever is excluded of the new day: the conference was moved, asked for on 3 April 2018",
        ),
        (
            KNEW | {"lifted_at": AT},
            "See that whoever was excluded is told that it stands no more: asked for on 3 April 2018",
        ),
        (
            {"answer": "NOT", "decided_at": AT, "was_told_date": AT.date()},
            "See that whoever was excluded is told that it stands no more: asked for on 3 April 2018",
        ),
    ],
)
def test_each_says_what_is_to_be_done_and_names_nobody(told, words):
    one = Exclusion(request=Request(state="BOOKED"), name="Kay Exemplar", asked_date=ASKED, **told)
    (link,) = exclusion_links([one])
    assert link.text == words and str(one.ref) in link.href


def test_nothing_to_do_is_no_line():
    assert exclusion_links([]) == []
