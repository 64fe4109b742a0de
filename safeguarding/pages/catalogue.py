"""Every component of the look on one page, for those who build it. Served in debug and tests only."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe

from safeguarding.access import public
from safeguarding.pagekit.components import (
    Cell,
    Chart,
    Column,
    Entry,
    Fold,
    Link,
    SummaryRow,
    Table,
    Tag,
    Tile,
)
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Rows, Set, Side, Words
from safeguarding.pagekit.rows import RowFormSet, press_rows, quiet
from safeguarding.pages import errors

REASON = "Shows invented things only, and only where the service is built or tested."


class InviteeForm(forms.Form):
    """One row of the example's formset."""

    name = forms.CharField(label="Name", error_messages={"required": "Enter the invitee’s name"})
    role = forms.ChoiceField(
        label="Role",
        choices=[
            ("", "Choose a role"),
            ("PARENT", "Parent or carer"),
            ("SCHOOL", "School"),
            ("POLICE", "Police"),
        ],
        error_messages={"required": "Choose the invitee’s role"},
    )


Invitees = forms.formset_factory(
    InviteeForm, formset=RowFormSet, extra=0, min_num=1, max_num=5, validate_max=True
)


class ExampleForm(forms.Form):
    """A field of every kind, each with a hint and each able to be wrong."""

    children = forms.MultipleChoiceField(
        label="Which children is this conference for?",
        help_text="Select everyone who should have their own decision recorded",
        choices=[("1", "Amber Testcase"), ("2", "Basil Testcase"), ("3", "Unborn Testcase")],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Select at least one child"},
    )
    kind = forms.ChoiceField(
        label="Type of conference",
        choices=[
            ("INITIAL", "Initial conference"),
            ("REVIEW", "Review conference"),
            ("TRANSFER", "Transfer-in"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Select the type of conference"},
    )
    authority = forms.CharField(label="Which authority is the child moving from?", required=False)
    prepared = forms.ChoiceField(
        label="Has the family been offered a preparation meeting?",
        choices=[("YES", "Yes"), ("NO", "No")],
        widget=forms.RadioSelect,
        error_messages={"required": "Select yes if the family has been offered a preparation meeting"},
    )
    held = DateField(
        label="Date of the conference",
        help_text="For example, 27 11 2018",
        earliest=dt.date(2015, 4, 1),
        latest=dt.date(2030, 12, 31),
    )
    start = forms.CharField(
        label="Start time",
        help_text="For example, 9:30am or 2pm",
        error_messages={"required": "Enter a start time"},
    )
    people = forms.IntegerField(
        label="How many people will come?",
        min_value=1,
        error_messages={
            "required": "Enter how many people will come",
            "invalid": "The number of people must be a whole number",
        },
    )
    room = forms.ChoiceField(
        label="Room",
        choices=[("", "Choose a room"), ("WILLOW", "Willow room"), ("BEECH", "Beech room")],
        error_messages={"required": "Choose a room"},
    )
    email = forms.EmailField(label="Chair’s email address", required=False)
    wishes = forms.CharField(
        label="What does the family want from this conference?",
        help_text="Use the family’s own words where you can",
        widget=forms.Textarea,
        error_messages={"required": "Enter what the family wants from the conference"},
    )
    paper = forms.FileField(
        label="Upload a report", required=False, widget=forms.FileInput(attrs={"accept": ".pdf"})
    )
    checked = forms.BooleanField(
        label="I have read the earlier plans",
        error_messages={"required": "Confirm that you have read the earlier plans"},
    )

    def __init__(self, *args: Any, invitees: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invitees = invitees
        self.row_sets = [invitees]
        self.helper = example_layout()

    def clean_authority(self) -> str:
        if self.cleaned_data.get("kind") == "TRANSFER" and not self.cleaned_data["authority"]:
            raise forms.ValidationError("Enter the authority that the child is moving from")
        return str(self.cleaned_data["authority"])


def example_layout() -> Helper:
    """Every layout object once."""
    birth = {"1": "Born 3 March 2009 (9). LA child number 104227", "2": "Born 19 August 2012 (6)"}
    return Helper(
        GovField("children", label_size="m", option_hints=birth),
        GovField("kind", label_size="m", reveal={"TRANSFER": [GovField("authority", width="two-thirds")]}),
        GovField("prepared", inline=True),
        Set(
            "Date, time and place",
            Side("held", GovField("start", width="5")),
            Side(GovField("room"), GovField("people", width="3", suffix="people")),
            GovField("email", width="two-thirds", autocomplete="email"),
        ),
        GovField("wishes", label_size="m", words=200),
        "paper",
        Rows("invitees", Side("name", "role"), one="Invitee", title="Invitees"),
        Words("Everyone invited is asked for a report 3 working days before the conference.", "inset"),
        "checked",
        Buttons(Button("Save and check availability"), CancelLink("/components")),
    )


@public(REASON)
def components(request: HttpRequest) -> HttpResponse:
    """The catalogue; a POST shows the example form with its mistakes, or says that it was right."""
    if request.method != "POST":
        invitees = Invitees(prefix="invitees")
        return render(request, "safeguarding/components.html", shown(ExampleForm(invitees=invitees), request))
    data, pressed = press_rows(request.POST, "invitees")
    invitees = Invitees(data, prefix="invitees")
    form = ExampleForm(data, request.FILES, invitees=invitees)
    if pressed:
        quiet(form, invitees)
    elif form.is_valid() and invitees.is_valid():
        return redirect("/components?saved=1")
    return render(request, "safeguarding/components.html", shown(form, request))


@public(REASON)
def error_page(request: HttpRequest, status: int) -> HttpResponse:
    """An error page as people meet it."""
    if status == 409:
        return errors.conflict(request, "Pat Example changed this plan at 10:42am.", back="/components")
    if status == 500:
        raise RuntimeError("Asked for, to see the page.")
    if status == 503:
        raise OperationalError("Asked for, to see the page.")
    pages = {400: errors.bad_request, 403: errors.forbidden}
    if status not in pages:
        raise Http404
    return pages[status](request)


def shown(form: ExampleForm, request: HttpRequest) -> dict[str, Any]:
    """The examples, all invented."""
    return {
        "form": form,
        "saved": "saved" in request.GET,
        "tags": [
            Tag("On track", "green"),
            Tag("Watch", "yellow"),
            Tag("Below target", "red"),
            Tag("Draft", "grey"),
        ],
        "summary": [
            SummaryRow("Name", "Amber Testcase", "#", about="name"),
            SummaryRow("Date of birth", "3 March 2009 (age 9)", "#", about="date of birth"),
            SummaryRow("Plan", "Neglect, since 20 December 2018"),
        ],
        "table": example_table(),
        "stacked": example_table(caption="Conferences this week, stacked on a phone", stack=True),
        "empty_table": Table(
            "Reviews that are late", [Column("Child"), Column("Due")], [], "No review is late."
        ),
        "page": Paginator(range(500), 20).page(7),
        "timeline": example_timeline(),
        "fold": Fold("What was tried", "Two plans, one family group conference"),
        "tasks": example_tasks(),
        "tiles": example_tiles(),
        "chart": example_chart(),
        "tabs": [Link("Overview", "#", True), Link("Timeline", "#"), Link("Family", "#")],
    }


def example_table(caption: str = "Conferences this week", stack: bool = False) -> Table:
    columns = [Column("Conference"), Column("Chair"), Column("Children", numeric=True), Column("Readiness")]
    rows = [
        [
            Cell("Tuesday 9:30am", href="#", note="Willow room"),
            "Pat Example",
            2,
            Cell(tag=Tag("Reports due", "blue")),
        ],
        [Cell("Friday 2pm", href="#", note="Beech room"), "Sam Example", 1, "Ready"],
    ]
    return Table(caption, columns, rows, row_heads=True, stack=stack)


def example_tasks() -> list[dict[str, object]]:
    return [
        {"ident": "task-1", "text": "Attendance", "href": "#", "hint": "", "tag": Tag("Complete")},
        {
            "ident": "task-2",
            "text": "Amber Testcase",
            "href": "#",
            "hint": "Nothing recorded yet about Amber",
            "tag": Tag("Not started", "blue"),
        },
    ]


def example_timeline() -> list[Entry]:
    return [
        Entry(
            "Plan began",
            "20 December 2018",
            ["Neglect."],
            byline="Pat Example",
            href="#",
            link="Read the plan",
        ),
        Entry("Initial conference", "20 December 2018", ["Three children."], tag=Tag("Late", "red")),
        Entry("Strategy discussion", "28 November 2018", ["Police, health and school took part."]),
    ]


def example_tiles() -> list[Tile]:
    spark = mark_safe(
        '<svg class="app-tile__spark" viewBox="0 0 100 24" aria-hidden="true" focusable="false">'
        '<polyline points="2,16 18,18 34,15 50,17 66,4 82,12 98,14" fill="none" stroke="#12436d"'
        ' stroke-width="2"/>'
        '<circle cx="98" cy="14" r="2.5" fill="#12436d"/></svg>'
    )
    return [
        Tile("Children on plans", "250", "#", note="4 fewer than last month", sparkline=spark),
        Tile(
            "Conferences in 15 working days",
            "84%",
            "#",
            "42 of 50",
            Tag("Below target", "red"),
            "Target 90%",
            spark,
        ),
        Tile(
            "Plans open 2 years or more",
            "6.5%",
            "#",
            "18 of 275",
            Tag("Watch", "yellow"),
            "Neighbours 2.1%",
            spark,
        ),
        Tile(
            "Repeat plans",
            "26.8%",
            "#",
            "30 of 112",
            Tag("Above neighbours", "orange"),
            "April to August",
            spark,
        ),
    ]


def example_chart() -> Chart:
    wide = mark_safe(
        '<svg viewBox="0 0 640 120" focusable="false">'
        '<rect x="110" y="10" width="360" height="36" fill="#12436D"/>'
        '<rect x="110" y="62" width="230" height="36" fill="#28A197"/>'
        '<text x="100" y="34" text-anchor="end" font-size="16">Open</text>'
        '<text x="100" y="86" text-anchor="end" font-size="16">Ended</text>'
        '<text x="480" y="34" font-size="16">22%</text><text x="350" y="86" font-size="16">14%</text></svg>'
    )
    table = Table(
        "Plans of a year or more",
        [Column("Plans"), Column("Share", numeric=True)],
        [["Open", "22%"], ["Ended", "14%"]],
        caption_hidden=True,
    )
    return Chart(
        headline="More than a fifth of open plans have lasted over a year",
        subtitle="Share of plans by length, open at 31 August 2018 and ended in the 12 months before",
        sentence="22% of open plans had lasted a year or more; of those that ended, 14%.",
        svg=wide,
        table=table,
        csv_href="#",
        notes=["Invented figures."],
    )
