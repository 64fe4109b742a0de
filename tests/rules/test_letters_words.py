"""The words of letters: what a council's own may hold, and that ours say what they said."""

import pytest

from conferences.documents.letters_words import examples, paper_reading
from conferences.rules.letters_reading import PLAINER, reading_of
from conferences.rules.letters_words import (
    CATALOGUE,
    LONGEST,
    PARTS,
    LetterWords,
    following,
    sample,
    tags_explained,
    text_problems,
    tidy,
    words_changed,
)
from conferences.rules.letters_words_part import TAGS, LetterKind

COUNCIL = "Sample Council"
EVERY = [(kind, part) for kind, parts in CATALOGUE.items() for part in parts]


def wrong(text, code="OPENING", kind=LetterKind.DECISION):
    return [(problem.field, problem.sentence) for problem in text_problems(kind, {code: text})]


def only(text, *says, **of):
    ((field, sentence),) = wrong(text, **of)
    assert field == of.get("code", "OPENING")
    for part in says:
        assert part in sentence, sentence


def test_every_letter_has_parts_with_words_that_are_right_themselves():
    assert list(CATALOGUE) == list(LetterKind)
    for kind, part in EVERY:
        assert wrong(part.default, part.code, kind) == [], (kind, part.code)
        assert part.default == tidy(part.default) and set(part.allowed) <= TAGS.keys(), (kind, part.code)
        assert len({one.code for one in CATALOGUE[kind]}) == len(CATALOGUE[kind])
        assert len({one.name for one in CATALOGUE[kind]}) == len(CATALOGUE[kind])


def test_a_tag_that_is_broken_is_named_with_its_line():
    only("About {{ child_names }}\non {{ conference_day }", "broken in line 2", "conference_day }")
    only("About { child_names }} on {{ conference_day }}", "broken in line 1", "{ child_names }}")
    only("{% if x %} {{ child_names }} {{ conference_day }}", "broken in line 1")


def test_a_tag_that_there_is_not_is_refused_with_those_that_there_are():
    only("{{ child_nmaes }} {{ conference_day }}", "“{{ child_nmaes }}” in line 1", "{{ child_names }}")
    only("{{ Child Names }}", "is no tag of these letters")


def test_a_tag_of_another_part_is_refused_with_whose_it_is():
    only("{{ child_names }} {{ conference_day }} {{ reach }}", "belongs to another part", "Invitation")


def test_a_tag_that_must_stand_there_is_missed_with_what_it_tells():
    only("About {{ child_names }}.", "must hold {{ conference_day }} (the day of the conference)")


@pytest.mark.parametrize("text", ["<b>bold</b>", "a &amp; b", "<br>", "<!-- x -->"])
def test_html_is_refused(text):
    only(f"{text} {{{{ child_names }}}} {{{{ conference_day }}}}", "in line 1", "plain words")


def test_what_is_empty_too_long_or_cannot_be_printed_is_refused():
    only(" \n ", "Enter the words of “Opening”")
    only("a" * (LONGEST + 1), "2,000 characters or fewer. There are 2,001")
    only("{{ child_names }} {{ conference_day }} 🙂", "“🙂” in line 1 cannot be printed")
    assert wrong("{{ child_names }} – {{conference_day}}, £5 < 6°, “fine” & dandy") == []


def test_what_stands_for_a_tag_is_never_read_for_tags():
    words = LetterWords(LetterKind.DECISION).of(COUNCIL)
    assert words.say("REASONS", reasons="{{ council }} {x}") == "The reasons: {{ council }} {x}"


def test_a_councils_words_stand_in_the_place_of_ours_in_their_part_alone():
    own = following(LetterKind.DECISION, [("HEADING", 3, "What {{ council }} decided")]).of(COUNCIL)
    assert own.say("HEADING") == "What Sample Council decided"
    assert own.say("CLOSING") == "Yours sincerely" and own.kept == {"words": {"HEADING": 3}}


def test_words_that_another_release_took_for_right_give_way_to_ours():
    own = following(LetterKind.DECISION, [("HEADING", 1, "{{ gone }}"), ("NO_SUCH_PART", 1, "x")])
    assert own.say("HEADING") == PARTS[LetterKind.DECISION]["HEADING"].default and own.kept == {}


def test_a_list_has_a_line_for_each_that_is_not_empty():
    own = following(LetterKind.INVITATION, [("TAKE_PART", 1, "One.\n\nTwo.")])
    assert own.lines("TAKE_PART") == ["One.", "Two."]


def test_a_letter_says_that_its_words_changed_only_where_they_did():
    assert words_changed({}, {}) == "" and words_changed({"words": {"HEADING": 1}}, {"HEADING": 1}) == ""
    assert "changed after it was made" in words_changed({}, {"HEADING": 1})
    assert "changed after it was made" in words_changed({"words": {"HEADING": 1}}, {"HEADING": 2})


@pytest.mark.parametrize("kind", list(LetterKind))
def test_every_part_stands_in_a_letter_to_the_invented_family(kind):
    marked = {code: f"{part.default} MARK{n}MARK" for n, (code, part) in enumerate(PARTS[kind].items())}
    shown = "\n".join(
        line
        for one in examples(LetterWords(kind, marked, {}, COUNCIL))
        for block in one.paper.blocks
        for line in [one.paper.title, *block.lines]
    )
    lacking = [code for n, code in enumerate(PARTS[kind]) if f"MARK{n}MARK" not in shown]
    assert lacking == [] and "{{" not in shown


def test_reading_is_told_with_words_that_have_a_plainer_one():
    hard = reading_of(["The multi-agency assessment facilitates interventions. Ring 01632 960000"])
    assert [term for term, _ in hard.jargon] == ["assessment", "facilitate", "intervention", "multi-agency"]
    assert hard.longest == 5
    easy = reading_of(["We want to help you. Tell us what you need."])
    assert easy.jargon == () and easy.age < 9
    assert reading_of(["Oak Room, Sample House"]).age is None and len(PLAINER) == 60


def test_our_own_letters_can_be_read():
    for kind in LetterKind:
        for one in examples(LetterWords(kind, council=COUNCIL)):
            assert paper_reading(one.paper).age < 13, (kind, one.title)


def test_tags_are_explained_and_shown_by_an_example():
    part = PARTS[LetterKind.DECISION]["OPENING"]
    assert "{{ conference_day }}: the day of the conference (it must be there)" in list(tags_explained(part))
    assert "Robin and Wren Sample was held on Monday 12 November 2018" in sample(part, part.default)
