"""What a confidential part must say before it is kept."""

from dataclasses import replace

import pytest

from conferences.rules.recording_withheld import (
    FromWhom,
    ToAgencies,
    WithheldReason,
    WithheldTold,
    withheld_problems,
)

WHOLE = WithheldTold(
    what="He was seen near the school",
    told_by="Teacher Exemplar",
    agency_kind="SCHOOL",
    reason=WithheldReason.DANGER,
    whom=FromWhom.EVERYBODY,
    agencies=ToAgencies.SHARE,
)
KINDS, RELATED = {"SCHOOL", "POLICE"}, {1, 2}


def fields(told):
    return [problem.field for problem in withheld_problems(told, KINDS, RELATED)]


def test_a_whole_part_lacks_nothing_and_an_empty_one_everything():
    assert fields(WHOLE) == []
    assert fields(WithheldTold()) == ["what", "told_by", "agency_kind", "reason", "whom", "agencies"]
    assert fields(replace(WHOLE, agency_kind="")) == []


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"agency_kind": "NONE"}, "agency_kind"),
        ({"reason": WithheldReason.OTHER}, "reason_words"),
        ({"whom": FromWhom.PEOPLE}, "people"),
        ({"whom": FromWhom.PEOPLE, "people": frozenset({1, 9})}, "people"),
        ({"agency_kind": "POLICE"}, "owner_agreed"),
    ],
)
def test_what_goes_with_an_answer_is_asked(other, field):
    assert fields(replace(WHOLE, **other)) == [field]


def test_what_the_police_told_goes_to_no_agency_where_nothing_was_said():
    police = replace(WHOLE, agency_kind="POLICE", agencies=None)
    assert fields(police) == [] and police.to_agencies is ToAgencies.WITHHOLD
    assert fields(replace(WHOLE, agencies=None)) == ["agencies"]
