"""What a decider with little time reads first: the account in short, and the children side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from conferences.models import Consultation, ConsultationAccount, ConsultationAccountChild
from conferences.queries.consultations import FamilyView
from conferences.queries.consultations_facts import FamilyFacts
from conferences.queries.consultations_facts_child import ChildFacts
from conferences.views.presenters import consultations_plans as plans
from conferences.views.presenters import words
from conferences.views.presenters.consultations_facts import number_of
from conferences.views.presenters.consultations_state import consultation_tag
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table
from safeguarding.wording import sentence, uk_date
from safeguarding.workingdays import span

# So much of a text stands on the first screen; the whole stands in its fold.
FAMILY_TEXT, CHILD_TEXT = 300, 170
FIRST = {
    "why_now": "Why now",
    "what_is_different": "What is different",
    "outcome_sought": "What is asked for",
}
NOT_TOLD = "Not said in the account."


@dataclass(frozen=True)
class Brief:
    """The account in short, then the children side by side; `is_cut` where a text goes on in its fold."""

    account: list[SummaryRow]
    line: str
    children: Table
    is_cut: bool


def cut(text: str, most: int) -> str:
    """The text on one line, to the last whole word that there is room for."""
    told = " ".join(text.split())
    if len(told) <= most:
        return told
    return f"{told[: most + 1].rsplit(' ', 1)[0][:most].rstrip(' ,;:.')} …"


def brief_of(view: FamilyView, facts: FamilyFacts, causes: Sequence[Cell], on: date) -> Brief:
    """`causes`: why each child is asked about, in the order of the children."""
    account = view.account
    texts = {title: getattr(account, name) for name, title in FIRST.items()} if account else {}
    rows = [SummaryRow(title, cut(text, FAMILY_TEXT) or NOT_TOLD) for title, text in texts.items()]
    cells = [
        _cells(view, one, facts.children[one.child.pk], why, on)
        for one, why in zip(view.children, causes, strict=True)
    ]
    titles = [title for title in cells[0] if _is_shown(title, [told[title] for told in cells])]
    shown = [[told[title] for told in cells] for title in titles]
    columns = [Column("Fact"), *(Column(one.child.display_name) for one in view.children)]
    lines = [[Cell(title), *told] for title, told in zip(titles, shown, strict=True)]
    said = [*(str(cell.text) for told in shown for cell in told), *(str(row.value) for row in rows)]
    return Brief(
        rows,
        _account_line(account) if account else "",
        Table("Each child", columns, lines, caption_size="s", row_heads=True, stack=True),
        is_cut=any(text.endswith("…") for text in said),
    )


def _is_shown(title: str, cells: Sequence[Cell]) -> bool:
    """A row of nothing is left out, and so is where each stands while the heading tells it of all of them."""
    if title == "Where it stands":
        return len({cell.html for cell in cells}) > 1
    return any(cell != Cell("") for cell in cells)


def _account_line(account: ConsultationAccount) -> str:
    who, day = account.given_by.full_name, uk_date(account.given_at)
    return f"Version {account.number} of the account, by {who}, {day}."


def _cells(view: FamilyView, one: Consultation, facts: ChildFacts, why: Cell, on: date) -> dict[str, Cell]:
    """{title: what is told} of one child."""
    last, part = facts.last, _part(view, one)
    return {
        "Where it stands": Cell(tag=consultation_tag(one)),
        "Last plan": _last_plan(facts),
        "It was to change": Cell(_first(plans.wanted(last)) if last else ""),
        "Whether it did": Cell(_first(plans.grave_first(last)) if last else ""),
        "Different for this child": Cell(cut(part.what_is_different, CHILD_TEXT) if part else ""),
        "In their words": Cell(cut(part.child_words, CHILD_TEXT) if part else ""),
        "Plans before": number_of(facts, one.requested_child),
        "Asked because": why,
        "Record": Cell(
            one.child.la_child_id,
            href=reverse("child", args=[one.child.ref]),
            about=f"the record of {one.child.display_name}",
            note=words.when_born(one.child, on),
        ),
    }


def _part(view: FamilyView, one: Consultation) -> ConsultationAccountChild | None:
    parts = view.account.children.all() if view.account else ()
    return next((part for part in parts if part.consultation_id == one.pk), None)


def _first(lines: Sequence[str]) -> str:
    """The first of some texts, and how many more there are."""
    if not lines:
        return plans.NOT_RECORDED
    return cut(" ".join(sentence(line) for line in lines), CHILD_TEXT)


def _last_plan(facts: ChildFacts) -> Cell:
    last = facts.last
    if last is None:
        return Cell(plans.NO_PLAN)
    short = plans.in_short(last).text
    if plans.is_running(last):
        return Cell(short, note=plans.days(last))
    told = [f"{plans.days(last)}.", sentence(str(plans.why_ended(last).text))]
    if last.end is not None and last.end <= facts.asked:
        told.append(f"It ended {span(last.end, facts.asked)} before this was raised.")
    return Cell(short, tag=plans.gap(last, facts.asked), note=" ".join(told))
