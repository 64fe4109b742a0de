"""Two records that may be of one child, in words."""

from conferences.operations.pairs_rows import GOES
from conferences.queries.pairs import Surroundings
from conferences.rules.same_child import Suggestion
from conferences.views.presenters import pairs as presenter
from tests.factories import (
    ChildFactory,
    ChildPairFactory,
    FamilyFactory,
    PairAnswerFactory,
    RecordJoinFactory,
    UserFactory,
)
from tests.presenters.made import cells, made

WHY = Suggestion(True, ("The pupil number is the same.",), ("They are in two families.",))
NOTHING = Surroundings((), (), (), "", False)


def a_pair(**fields):
    one, other = made(ChildFactory, la_child_id="A1"), made(ChildFactory, la_child_id="B1", sex="M")
    return made(ChildPairFactory, one=one, other=other, **fields)


def said(pair):
    return made(PairAnswerFactory, pair=pair, answered_by=made(UserFactory, full_name="Rowan Oak"))


def test_the_list_says_what_speaks_for_a_pair_and_who_was_not_sure():
    pair = a_pair(is_certain=True, state="NOT_SURE")
    (row,) = cells(presenter.pairs_table([pair], {pair.pk: WHY}, {pair.pk: said(pair)}))
    assert "The pupil number is the same." in row[2] and "Rowan Oak" in row[3] and "Not sure" in row[3]


def test_a_pair_that_only_somebody_named_says_so():
    pair = a_pair()
    (row,) = cells(presenter.pairs_table([pair], {}, {}))
    assert presenter.NOT_SUGGESTED in row[2] and "To be judged" in row[3]
    assert presenter.pairs_table([], {}, {}).empty


def test_both_records_stand_side_by_side_with_what_differs():
    pair = a_pair()
    page = presenter.pair_page(pair, WHY, {pair.one.pk: NOTHING, pair.other.pk: NOTHING}, [said(pair)])
    rows = {row[0]: row[1:] for row in cells(page.table)}
    assert rows["Sex"][2] == "Different" and rows["Plans"] == ["None", "None", "Same"]
    assert rows["Pupil number"][2] == "Not known of both"
    assert page.speaks_against == WHY.speaks_against and page.answers[0].byline == "Rowan Oak"


def test_what_a_joining_would_do_is_told_before_it_is_done():
    kept = made(ChildFactory, la_child_id="A1", upn="", family=made(FamilyFactory))
    gone = made(ChildFactory, la_child_id="B1", upn="H801200001001", family=kept.family, sex="M")
    join = made(
        RecordJoinFactory,
        kept=kept,
        gone=gone,
        moved={"conferences.plan": [1, 2]},
        changed={"safeguarding.child": {str(kept.pk): {"upn": ["", "H801200001001"]}}},
        added={"safeguarding.childname": [3]},
    )
    page = presenter.join_preview(join, kept, gone)
    assert cells(page.moves) == [["2 child protection plans"]]
    outcome = {row[0]: row[3] for row in cells(page.takes)}
    assert outcome["Pupil number"] == "Is taken from the record that goes"
    assert outcome["Sex"] == "The record that stays keeps its own"
    assert any("another name" in note for note in page.notes)
    assert [row.key for row in presenter.join_rows(join)] == ["Stays", "Goes back", "Joined", "Why"]
    assert "B1 was joined into this one" in presenter.joined_lines([join])[0].text


def test_a_possible_match_leads_to_the_pair_for_those_who_judge():
    pair = a_pair()
    (shown,) = presenter.match_lines([pair], pair.one.pk, judges=False)
    assert shown.href == "" and "Possible match, to be judged" in shown.text and "B1" in shown.text
    assert presenter.match_lines([pair], pair.other.pk, judges=True)[0].href


def test_whatever_may_go_along_has_words():
    assert set(presenter.MOVED) == GOES
