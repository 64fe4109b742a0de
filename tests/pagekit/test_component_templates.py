"""The components of pages: what they say for values of every kind."""

import pytest
from django.core.paginator import Paginator
from lxml import html

from safeguarding.pagekit.components import Cell, Chart, Column, Entry, Link, SummaryRow, Table, Tag, Tile
from safeguarding.pagekit.paging import Stretch
from tests.pagekit.page import drawn, one, tree, words


def table(**more):
    columns = [Column("Child"), Column("Days", numeric=True)]
    return Table("Late reviews", columns, more.pop("rows", [["Amber", 3]]), "No review is late.", **more)


def test_table_is_named_and_its_numbers_are_marked():
    seen = drawn('{% include "components/table.html" %}', table=table())
    assert words(one(seen, "//caption")) == "Late reviews"
    assert words(one(seen, "//td[contains(@class, 'numeric')]")) == "3"


def test_wide_table_is_a_named_region_that_the_keyboard_reaches():
    seen = drawn('{% include "components/table.html" %}', table=table())
    region = one(seen, "//*[@role='region']")
    assert region.get("tabindex") == "0"
    assert words(one(seen, f"//*[@id='{region.get('aria-labelledby')}']")) == "Late reviews"


def test_stacked_table_stays_a_table_and_labels_its_cells():
    seen = drawn('{% include "components/table.html" %}', table=table(stack=True, row_heads=True))
    assert one(seen, "//table").get("role") == "table"
    assert words(one(seen, "//th[@role='rowheader']")) == "Amber"
    assert one(seen, "//td").get("data-label") == "Days"


def test_empty_table_says_so_in_words():
    seen = drawn('{% include "components/table.html" %}', table=table(rows=[]))
    assert seen.xpath("//table") == []
    assert words(seen) == "Late reviews No review is late."


def test_row_of_the_wrong_length_is_a_fault():
    with pytest.raises(ValueError, match="zip"):
        drawn('{% include "components/table.html" %}', table=table(rows=[["Amber"]]))


def test_cell_may_link_be_tagged_and_bear_a_note():
    cell = Cell("Amber <Testcase>", href="/child/1", tag=Tag("Late", "red"), note="Born 3 March 2009")
    seen = drawn('{% include "components/table.html" %}', table=table(rows=[[cell, 3]]))
    assert words(one(seen, "//a")) == "Amber <Testcase>"
    assert words(one(seen, "//td[1]")) == "Amber <Testcase> Late Born 3 March 2009"
    assert "govuk-tag--red" in one(seen, "//strong").get("class")


def test_a_day_alone_stays_in_one_line_and_a_day_among_words_does_not():
    assert Cell("3 April 2018").html == '<span class="app-day">3 April 2018</span>'
    assert Cell("3 April 2018", "/x").html.count("app-day") == 1
    assert "app-day" not in Cell("On 3 April 2018").html


def test_only_a_very_long_word_of_a_cell_is_broken():
    assert Cell("Wolfeschlegelsteinhausenbergerdorff" * 2).html.startswith('<span class="app-name">')
    assert Cell("Amber", note="Featherstonehaugh-" * 9).html.startswith("Amber")


@pytest.mark.parametrize("tag", [Tag("Late <b>", "red"), Tag("Late")])
def test_a_tag_in_a_cell_is_drawn_as_elsewhere(tag):
    template = '{% include "components/tag.html" with text=tag.text colour=tag.colour %}'
    seen = drawn(template + "{{ tag.html }}", tag=tag)
    first, second = (html.tostring(strong, with_tail=False) for strong in seen.xpath("//strong"))
    assert first == second


def test_link_to_change_says_what_it_changes():
    rows = [SummaryRow("Name", "Amber", "/change", about="name"), SummaryRow("Plan", "None")]
    seen = drawn('{% include "components/summary_list.html" %}', rows=rows)
    assert words(one(seen, "//a")) == "Change name"


@pytest.mark.parametrize(("number", "neighbours"), [(1, ["Next page"]), (3, ["Previous page", "Next page"])])
def test_pages_keep_the_rest_of_the_address(rf, number, neighbours):
    page = Paginator(range(100), 10).page(number)
    seen = drawn("{% pagination page %}", page=page, request=rf.get("/x?team=2&page=9"))
    assert [words(link) for link in seen.xpath("//a[@rel]")] == neighbours
    assert one(seen, "//a[@aria-current='page']").get("href") == f"?team=2&page={number}"


@pytest.mark.parametrize(
    ("number", "more", "neighbours"),
    [(1, True, ["Next page"]), (2, True, ["Previous page", "Next page"]), (2, False, ["Previous page"])],
)
def test_pages_of_a_list_nobody_counts_lead_to_the_next_before_and_after(rf, number, more, neighbours):
    page = Stretch(["a row"], number, more)
    seen = drawn("{% pagination page %}", page=page, request=rf.get("/x?team=2"))
    assert [words(link) for link in seen.xpath("//a")] == neighbours
    assert f"?team=2&page={number + (1 if more else -1)}" in [a.get("href") for a in seen.xpath("//a")]


def test_short_list_has_no_pages(rf):
    assert words(drawn("{% pagination page %}", page=Paginator([1], 10).page(1), request=rf.get("/"))) == ""


def test_timeline_tells_each_event():
    entry = Entry(
        "Plan began", "20 December 2018", ["Neglect."], byline="Pat Example", href="/p", link="Read it"
    )
    seen = drawn('{% include "components/timeline.html" with level=2 %}', entries=[entry])
    assert words(one(seen, "//h2")) == "Plan began"
    assert words(seen) == "Plan began by Pat Example 20 December 2018 Neglect. Read it"


def test_tile_says_in_a_word_what_its_colour_means():
    tile = Tile(
        "Repeat plans", "26.8%", "/m", "30 of 112", Tag("Above neighbours", "orange"), "Neighbours 21%"
    )
    seen = drawn('{% include "components/tiles.html" %}', tiles=[tile])
    assert words(one(seen, "//li")) == "Repeat plans 26.8% 30 of 112 Above neighbours Neighbours 21%"


def test_chart_is_hidden_and_its_words_are_not():
    chart = Chart("Plans rose", "Open plans", "There were 275.", "<svg></svg>", table(), csv_href="/x.csv")
    seen = drawn('{% include "components/chart.html" %}', chart=chart)
    assert one(seen, "//*[@aria-hidden='true']").get("class") == "app-chart__picture"
    assert words(one(seen, "//h2")) == "Plans rose"
    assert words(one(seen, "//summary")) == "Show this chart as a table: Plans rose"
    assert one(seen, "//a").get("href") == "/x.csv"


def test_tabs_mark_the_page_they_are_on():
    links = [Link("Overview", "/a", True), Link("Timeline", "/b")]
    seen = drawn('{% include "components/sub_navigation.html" with label="Amber" %}', links=links)
    assert words(one(seen, "//a[@aria-current='page']")) == "Overview"


@pytest.mark.parametrize(
    ("level", "role", "first"),
    [
        ("success", "status", "Done:"),
        ("info", "status", ""),
        ("warning", "alert", "Warning:"),
        ("error", "alert", "Problem:"),
    ],
)
def test_message_says_its_weight_in_words(level, role, first):
    class Message:
        level_tag = level

        def __str__(self):
            return "Saved."

    seen = drawn('{% include "components/messages.html" %}', messages=[Message()])
    assert words(one(seen, f"//*[@role='{role}']")) == f"{first} Saved.".strip()


def test_catalogue_shows_every_component(client, settings):
    used = (settings.BASE_DIR / "templates/safeguarding/components.html").read_text()
    pages_own = {
        "signed_in",
        "service_navigation",
        "messages",
        "error_end",
        "tile",
        "pagination",
        "empty",
        "kept",
        "session_end",
        "check_answers",
        "not_saved",
        "standing_still",
        "not_live",
    }
    for file in sorted((settings.BASE_DIR / "templates/components").glob("*.html")):
        assert file.stem in pages_own or f"components/{file.name}" in used, (
            f"{file.name} is not in the catalogue"
        )
    assert tree(client.get("/components").content.decode()) is not None
