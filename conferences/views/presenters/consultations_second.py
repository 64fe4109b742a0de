"""Second opinions in words: what the decider saw without the decision, then both views side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from conferences.models import ConsultationAnswer, SecondOpinion
from conferences.queries.consultations_facts import FamilyFacts
from conferences.queries.consultations_second import BlindView
from conferences.rules.consultations import Answer
from conferences.views.presenters import words
from conferences.views.presenters.consultations import names
from conferences.views.presenters.consultations_answers import answer_entry
from conferences.views.presenters.consultations_facts import ChildHistory, FactsPage, Sibling, facts_page
from conferences.views.presenters.consultations_versions import Version, account_versions
from safeguarding.labelled import label
from safeguarding.pagekit.components import Cell, Column, Entry, Link, Table
from safeguarding.wording import lower_first, uk_date, uk_day, uk_moment

AS_IT_WAS = (
    "This is what was known when it was decided on {day}, without the decision, its reasons and all that "
    "came later. Questions that were asked before it are left out too."
)
ELSEWHERE = (
    "Nothing here leads to the decision, and the consultation leads back here. You could still find it on "
    "the child’s record, the request and the meeting: please give your opinion first."
)
KEPT = (
    "Your opinion changes nothing for the family. It is kept as you give it, and may have to be shown to a "
    "court, or to the family if they ask."
)
SAME = "Both came to the same outcome."
DIFFER = "The two differ. That is no mistake of either: it is worth talking about."


@dataclass(frozen=True)
class BlindPage:
    """What the template places. `name` is the child on whom the opinion is asked."""

    number: int
    names: str
    name: str
    others: str
    as_it_was: str
    facts: FactsPage
    versions: list[Version]


def blind_page(view: BlindView, facts: FamilyFacts) -> BlindPage:
    children = view.view.children
    own = view.second.answer.consultation.child
    others = [one for one in children if one.child.pk != own.pk]
    return BlindPage(
        number=view.view.within.pk,
        names=names(children),
        name=own.given_names or own.display_name,
        others=f"The consultation was also about {names(others)}." if others else "",
        as_it_was=AS_IT_WAS.format(day=uk_day(view.day)),
        facts=_without_links(facts_page(view.view, facts, view.day)),
        versions=account_versions(view.view.accounts, children, view.day),
    )


def _without_links(page: FactsPage) -> FactsPage:
    """Nothing that leads to a record on which the decision stands."""
    return FactsPage(
        glance=page.glance,
        children=[_history(one) for one in page.children],
        siblings=[Sibling(Link(one.link.text, ""), one.lines) for one in page.siblings],
    )


def _history(one: ChildHistory) -> ChildHistory:
    return replace(one, earlier=[replace(entry, href="", link="") for entry in one.earlier])


@dataclass(frozen=True)
class BothViews:
    """The decision and the second opinion, once that is given."""

    name: str
    names_href: str
    line: str
    first: list[Entry]
    second: list[Entry]
    talk: list[Entry]
    talk_href: str


def both_views(one: SecondOpinion) -> BothViews:
    talk = getattr(one, "talk", None)
    part = one.answer.consultation
    return BothViews(
        name=part.child.display_name,
        names_href=reverse("consultation", args=[part.within.ref]),
        line=DIFFER if differs(one) else SAME,
        first=[answer_entry(_first(one))],
        second=[opinion_entry(one)],
        talk=[_talk_entry(one)] if talk else [],
        talk_href=reverse("second_opinion_talk", args=[one.ref]) if differs(one) and not talk else "",
    )


def in_short(one: SecondOpinion) -> str:
    """Decided: agree. Second opinion: another way."""
    first, second = label(Answer, one.answer.answer), label(Answer, one.opinion)
    return f"Decided: {lower_first(first)}. Second opinion: {lower_first(second)}."


def _first(one: SecondOpinion) -> ConsultationAnswer:
    """The decision with all that hangs from it, as it was loaded with the consultation."""
    return next(given for given in one.answer.consultation.answers.all() if given.pk == one.answer_id)


def differs(one: SecondOpinion) -> bool:
    return one.opinion != one.answer.answer


def opinion_entry(one: SecondOpinion) -> Entry:
    """The second opinion on its own: who gave it when, why, and whether the decision was known to them."""
    given = one.given_by
    knew = "They knew what was decided, so it is not counted in how far both agree." if one.knew else ""
    lines = [
        *(f"{tied.statement.key} {tied.statement.words}" for tied in one.tied.all()),
        words.typed(one.words),
        knew,
    ]
    return Entry(
        f"Second opinion: {lower_first(label(Answer, one.opinion))}",
        uk_moment(one.given_at),
        [line for line in lines if line],
        byline=given.full_name if given else "",
    )


def linked_entry(one: SecondOpinion) -> Entry:
    """The same with whom it is about, and the way to both views."""
    entry = opinion_entry(one)
    told = DIFFER if differs(one) else SAME
    return replace(
        entry,
        title=f"{one.answer.consultation.child.display_name}: {lower_first(entry.title)}",
        lines=[*entry.lines, told],
        href=reverse("second_opinion", args=[one.ref]),
        link="Both views",
    )


def _talk_entry(one: SecondOpinion) -> Entry:
    talk = one.talk
    return Entry(
        "What was said of it",
        uk_date(talk.held_date),
        [words.typed(talk.words)],
        byline=talk.recorded_by.full_name,
    )


# ----- The list --------------------------------------------------------------------------------------------


def own_table(waiting: Iterable[SecondOpinion], on: date) -> Table:
    """Those that this person may give, without a word of what was decided."""
    rows = [
        [
            Cell(
                one.answer.consultation.child.display_name,
                reverse("second_opinion", args=[one.ref]),
                note=one.answer.consultation.child.la_child_id,
            ),
            Cell(uk_date(one.drawn_at)),
            Cell(one.reader.full_name if one.reader else "Nobody yet"),
        ]
        for one in waiting
    ]
    columns = [Column("Child"), Column("Decided"), Column("Asked of")]
    return Table("For you to give", columns, rows, "None waits for you.", row_heads=True, stack=True)


def talk_table(differences: Sequence[SecondOpinion]) -> Table:
    rows = [[*_both(one), Cell(uk_date(one.given_at))] for one in differences]
    columns = [*_BOTH, Column("Given")]
    empty = "No difference waits to be talked about."
    return Table("To talk about", columns, rows, empty, row_heads=True, stack=True)


def talked_table(talked: Sequence[SecondOpinion]) -> Table:
    rows = [
        [*_both(one), Cell(uk_date(one.talk.held_date), note=one.talk.recorded_by.full_name)]
        for one in talked
    ]
    columns = [*_BOTH, Column("Talked about")]
    return Table("Talked about", columns, rows, "None was talked about yet.", row_heads=True, stack=True)


_BOTH = (Column("Child"), Column("Decided"), Column("Second opinion"))


def _both(one: SecondOpinion) -> list[Cell]:
    child, given = one.answer.consultation.child, one.given_by
    return [
        Cell(child.display_name, reverse("second_opinion", args=[one.ref]), note=child.la_child_id),
        Cell(label(Answer, one.answer.answer), note=one.answer.answered_by.full_name),
        Cell(label(Answer, one.opinion), note=given.full_name if given else ""),
    ]
