"""Files of ten years and of other systems: what is bent is said, and the rest of the record is kept."""

import datetime as dt

import pytest

from tests.exchange.census import census, child, episode, judged, plan, s47
from tests.shared_data import shared_file

SAMPLES = [
    "CIN2rows.xml",
    "CIN_Census_2021.xml",
    "CIN_Census_2021_copy.xml",
    "CIN_Census_2021_no_assessment_factors.xml",
    "CIN_Census_2024.xml",
    "CIN_Census_2026.xml",
    "CIN_header_issues_100.xml",
    "CIN_la_issues_2887Q.xml",
    "fake_CIN_data.xml",
]


def one(xml: str):
    """The only child of a file."""
    return judged(census(xml))[0][0]


def dates(found) -> list[dt.date]:
    return [r.date for r in found.episodes[0].plans[0].reviews]


def test_reviews_may_be_one_group_with_many_dates_or_many_with_one():
    together = child(episode(plan("2023-09-01", "2024-02-14")))
    apart = together.replace(
        "</CPPreviewDate>\n<CPPreviewDate>", "</CPPreviewDate></Reviews><Reviews><CPPreviewDate>"
    )
    assert together != apart
    assert dates(one(together)) == dates(one(apart)) == [dt.date(2023, 9, 1), dt.date(2024, 2, 14)]


def test_each_review_has_its_own_line():
    reviews = one(child(episode(plan("2023-09-01", "2024-02-14")))).episodes[0].plans[0].reviews
    assert reviews[1].at.line == reviews[0].at.line + 1


@pytest.mark.parametrize(("gender", "sex"), [("1", "M"), ("2", "F"), ("0", "U"), ("9", "U")])
def test_gender_of_older_files_is_read_as_sex(gender, sex):
    assert one(child(Sex=None, GenderCurrent=gender)).sex == sex


def test_a_moment_is_read_as_its_day():
    assert one(child(PersonBirthDate="2022-07-21T10:12:28Z")).birth == dt.date(2022, 7, 21)


@pytest.mark.parametrize("answer", ["1", "true", "TRUE", "yes"])
def test_yes_is_read_in_any_spelling(answer):
    assert one(child(episode(s47(ICPCnotRequired=answer)))).episodes[0].enquiries[0].not_required


def test_what_stands_after_stray_words_is_kept():
    found = one(child(episode(plan())).replace("<PersonBirthDate>", "PersonBirthDate<PersonBirthDate>"))
    assert found.birth == dt.date(2015, 5, 4)
    assert found.episodes[0].plans[0].kept


def test_proceedings_that_no_schema_has_are_read_past():
    extra = "<PreProceedingsandFGDM><PPStartDate>2026-09-09</PPStartDate></PreProceedingsandFGDM>"
    found = one(child(episode(plan(), extra, s47())))
    assert found.episodes[0].plans[0].kept and found.episodes[0].enquiries[0].kept


def test_an_unknown_element_is_named_once_with_its_count():
    xml = census(*(child(episode(Mood="good"), LAchildID=f"FB{n}", UPN=None) for n in range(5)))
    elements = [f for f in judged(xml)[1] if f.rule == "ELEMENT"]
    assert [f.sentence for f in elements] == [
        "Mood is 5 times in CINdetails, where the census has none. It was left out."
    ]


def test_an_unborn_child_is_kept_with_the_expected_date():
    found = one(child(PersonBirthDate=None, ExpectedPersonBirthDate="2024-06-12", Sex="U"))
    assert (found.kept, found.birth, found.expected) == (True, None, dt.date(2024, 6, 12))


def test_the_minimal_example_breaks_only_what_it_does():
    children, faults = judged(shared_file("cin/minimal_example.xml").read_bytes())
    # Its assessment has waited since December, and a file of one child uses no disability.
    assert {fault.rule for fault in faults} == {"8670Q", "2887Q"} and children[0].kept


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_read_and_its_faults_are_named(name):
    children, faults = judged(shared_file(f"cin/samples/{name}").read_bytes(), most=10_000_000)
    assert children and faults
    assert all(f.sentence and f.line for f in faults)


def test_the_sample_with_two_rows_tells_its_plan_once():
    children, faults = judged(shared_file("cin/samples/CIN2rows.xml").read_bytes())
    assert [p.kept for p in children[0].episodes[0].plans] == [True, False]
    assert "REPEATED" in {f.rule for f in faults}


def test_the_plain_faults_of_the_2021_sample_are_all_named():
    _, faults = judged(shared_file("cin/samples/CIN_Census_2021.xml").read_bytes())
    named = {
        "8525Q",
        "UPN",
        "TEXT",
        "YES-NO",
        "1530",
        "1105",
        "2889",
        "1104",
        "8715",
        "8875",
        "8930",
    }
    assert named <= {f.rule for f in faults}
