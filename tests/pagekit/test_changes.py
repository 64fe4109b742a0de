"""What changed from one text to the next: said as well as shown, nothing lost, nothing passed as HTML."""

import re

from hypothesis import given
from hypothesis import strategies as st

from safeguarding.pagekit.changes import MOST_WORDS, marked

UNSEEN = re.compile(r'<span class="govuk-visually-hidden">.*?</span>')


def parts(before, after):
    """{del: [what went], ins: [what came]}, and the whole without what went."""
    html = UNSEEN.sub("", marked(before, after))
    found = {tag: re.findall(rf"<{tag}>(.*?)</{tag}>", html) for tag in ("del", "ins")}
    rest = re.sub(r"<del>.*?</del>", "", html)
    return found["del"], found["ins"], " ".join(re.sub(r"<[^>]*>", " ", rest).split())


def test_a_word_that_changed_is_struck_and_the_new_one_underlined():
    went, came, rest = parts("He moved back in May.", "He moved back in June.")
    assert (went, came, rest) == (["May."], ["June."], "He moved back in June.")


def test_both_are_said_to_who_hears_the_page():
    html = marked("One plan.", "One plan. Two men.")
    assert '<ins><span class="govuk-visually-hidden">Added: </span>Two men.' in html
    html = marked("One plan. Two men.", "One plan.")
    assert '<del><span class="govuk-visually-hidden">Removed: </span>Two men.' in html


def test_two_texts_with_little_in_common_are_shown_one_after_the_other():
    went, came, _ = parts("Police came twice in May.", "School has no worry at all today")
    assert went == ["Police came twice in May."] and came == ["School has no worry at all today"]


def test_nothing_typed_becomes_html_and_lines_stay():
    html = marked("<b>Old</b>", "<script>new\nline")
    assert "&lt;script&gt;new<br>line" in html and "<script>" not in html and "<b>" not in html


def test_a_long_text_is_compared_line_by_line():
    lines = [f"Line {number} of an invented account." for number in range(MOST_WORDS)]
    went, came, _ = parts("\n".join(lines), "\n".join([*lines[:-1], "Another end."]))
    assert went == [lines[-1]] and came == ["Another end."]


words = st.lists(st.sampled_from(["he", "came", "back", "in", "May", "mum", "said", "no"]), max_size=12)


@given(before=words, after=words)
def test_what_is_not_struck_is_the_later_text(before, after):
    _, _, rest = parts(" ".join(before), " ".join(after))
    assert rest == " ".join(after)
