"""The confidential section of a record in words."""

import uuid

import pytest

from conferences.queries.recording_withheld import WithheldShown
from conferences.views.presenters import recording_withheld as present
from tests.factories import WithheldTextFactory
from tests.presenters.made import made, person

REF = uuid.UUID(int=7)


def shown(kind_name="School or college", names=(), **fields):
    part = made(WithheldTextFactory, saved_by=person(), ref=REF, **fields)
    return WithheldShown(part, kind_name, names)


def rows(one):
    return {row.key: str(row.value) for row in present.part_rows(one)}


@pytest.mark.parametrize(
    ("fields", "names", "words"),
    [
        ({}, (), "Everybody in the family"),
        ({"from_agencies": True}, (), "Everybody in the family, and agencies"),
        ({"from_family": False}, ("Ann Testcase", "Bob Testcase"), "Ann Testcase and Bob Testcase"),
        ({"from_family": False}, (), "People who were named"),
    ],
)
def test_from_whom_it_is_withheld_is_said(fields, names, words):
    assert present.withheld_from(shown(names=names, **fields)) == words


def test_whose_it_is_and_why_are_said():
    said = rows(shown())
    assert said["Told by"] == "Teacher Exemplar, School or college"
    assert said["Why it is withheld"] == "A child told it and fears what would follow"
    assert "The police agreed" not in said
    own = rows(shown("", reason="OTHER", reason_words="The judge asked", owner_agreed="Sergeant Exemplar"))
    assert own["Told by"].endswith(", of the family") and own["Why it is withheld"] == "The judge asked"
    assert own["The police agreed"] == "Sergeant Exemplar"


def test_the_list_of_tasks_counts_the_parts():
    assert present.task([], REF).tag.text == "Nothing confidential"
    one = shown()
    assert present.task([one, one], REF).tag.text == "2 parts"
    first, second = present.confidential([one, one], REF)
    assert (first.number, second.number) == (1, 2) and first.href.endswith(str(REF))
