"""What a decider with little time reads first, and what each fold holds, with its gravest fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from conferences.models import Consultation, ConsultationAccount, ConsultationAccountChild
from conferences.queries.consultations import FamilyView
from conferences.queries.consultations_facts import FamilyFacts
from conferences.queries.consultations_facts_child import ChildFacts
from conferences.views.presenters import consultations_plans as plans
from conferences.views.presenters import look_ups, words
from conferences.views.presenters.consultations_acts import together
from conferences.views.presenters.consultations_answers import who_answered
from conferences.views.presenters.consultations_facts import (
    counts_since,
    hidden_words,
    number_of,
    worker_names,
)
from conferences.views.presenters.consultations_state import consultation_tag
from safeguarding.pagekit.components import Cell, Column, Entry, Fold, SummaryRow, Table
from safeguarding.wording import counted, joined, lower_first, sentence, uk_date, upper_first
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


# ----- The folds --------------------------------------------------------------------------------------------


def _by_child(lines: Iterable[tuple[str, str]]) -> str:
    """Amber and Rowan: 2 plans. Wren: none is known."""
    alike = together((told, (name, told)) for name, told in lines)
    if len(alike) == 1:
        return sentence(upper_first(alike[0][0][1]))
    return " ".join(sentence(f"{joined([name for name, _ in found])}: {found[0][1]}") for found in alike)


def _first_name(one: Consultation) -> str:
    return one.child.given_names or one.child.display_name


def account_fold(line: str, number: int) -> Fold:
    """`number`: how many versions may be read."""
    versions = f"{counted(number, 'version')}, with what changed from each to the next." if number > 1 else ""
    return Fold("The whole account", f"{line} {versions}".strip())


def record_fold(view: FamilyView, facts: FamilyFacts) -> Fold:
    """What happened since the last plan of each child; what fell due in it and is not recorded."""
    told = [(_first_name(one), _since(facts.children[one.child.pk])) for one in view.children]
    return Fold("What the record tells", _by_child(told))


def _since(facts: ChildFacts) -> str:
    since, last = facts.since, facts.last
    if since is None:
        return "no plan to count from"
    found = counts_since(since)
    workers = len(worker_names(since.workers))
    if workers > 1:
        found.append(counted(workers, "worker"))
    if last is not None and last.reviews.unmet:
        found.append(f"{counted(last.reviews.unmet, 'review')} of the last plan not recorded")
    began = "the plan began" if since.is_running else "the last plan ended"
    return f"{joined(found) if found else 'nothing more is recorded'} since {began}"


def history_fold(view: FamilyView, facts: FamilyFacts) -> Fold:
    """How many plans, how near the last was, how it ended, what is hidden; and earlier consultations."""
    told = [(_first_name(one), _history(facts.children[one.child.pk])) for one in view.children]
    return Fold("The history", _by_child(told))


def _history(facts: ChildFacts) -> str:
    last = facts.last
    found = [counted(len(facts.plans), "plan") if facts.plans else "no plan is known that may be opened here"]
    if last is not None and last.end is not None and last.end <= facts.asked:
        why = lower_first(str(plans.why_ended(last).text))
        found.append(f"the last ended {span(last.end, facts.asked)} before, {why}")
    elif last is not None and plans.is_running(last):
        found.append("one runs")
    if facts.hidden:
        found.append(lower_first(hidden_words(facts.hidden)))
    if facts.earlier:
        found.append(counted(len(facts.earlier), "earlier consultation"))
    return "; ".join(found)


def answers_fold(entries: Sequence[Entry], children: Sequence[Consultation]) -> Fold | None:
    given = [answer for one in children for answer in one.answers.all()]
    if not given:
        return None
    last = max(given, key=lambda answer: (answer.answered_at, answer.pk))
    wanted = f", wanted by {uk_date(last.wanted_by_date)}" if last.wanted_by_date else ""
    title = entries[0].title
    told = f"{title}{wanted}. {who_answered(last)}, {uk_date(last.answered_at)}."
    number = len({answer.act or answer.pk for answer in given})
    return Fold(
        counted_title("Answers so far", number), f"The last: {lower_first(told)}" if number > 1 else told
    )


def became_fold(view: FamilyView, facts: FamilyFacts, to_come: bool) -> Fold | None:
    """What was looked up after the decisions: of each child what was found last."""
    last = {
        one.pk: looked[-1]
        for one in view.children
        if (looked := facts.children[one.child.pk].looked_after(consultation=one.pk))
    }
    if not last:
        return Fold("What became of it", "Nothing was looked up yet.") if to_come else None
    told = [
        (_first_name(one), lower_first(look_ups.after_months(last[one.pk])))
        for one in view.children
        if one.pk in last
    ]
    return Fold("What became of it", _by_child(told))


def siblings_fold(facts: FamilyFacts) -> Fold | None:
    """How many there are whom the question is not about, who has a plan now, and who died."""
    beside = facts.siblings
    if not beside:
        return None
    runs = sum(any(plans.is_running(plan) for plan in one.plans) for one in beside)
    before = sum(bool(one.plans) and not any(plans.is_running(plan) for plan in one.plans) for one in beside)
    died = [one.child.given_names for one in beside if one.child.death_date and not one.child.is_unborn]
    told = [
        f"{joined(died)} died" if died else "",
        f"{runs} with a plan that runs" if runs else "",
        f"{before} with a plan before" if before else "",
    ]
    kept = [one for one in told if one]
    facts_told = upper_first("; ".join(kept)) if kept else "No plan is recorded for them"
    return Fold(counted_title("Brothers and sisters", len(beside)), sentence(facts_told))


def counted_title(title: str, number: int) -> str:
    return f"{title} ({number})"
