"""What each closed part of a consultation's page says of itself: its heading, and its gravest fact."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from conferences.models import Consultation, ConsultationAnswer
from conferences.queries.consultations import FamilyView
from conferences.queries.consultations_facts import FamilyFacts
from conferences.queries.consultations_facts_child import ChildFacts
from conferences.rules.consultations import Answer
from conferences.views.presenters import consultations_plans as plans
from conferences.views.presenters import look_ups
from conferences.views.presenters.consultations_acts import name_of, together
from conferences.views.presenters.consultations_answers import who_answered
from conferences.views.presenters.consultations_facts import counts_since, hidden_words, worker_names
from safeguarding.labelled import label
from safeguarding.models import Child
from safeguarding.pagekit.components import Fold
from safeguarding.wording import counted, joined, lower_first, sentence, uk_date, upper_first
from safeguarding.workingdays import span


def _by_child(lines: Iterable[tuple[str, str]]) -> str:
    """Amber and Rowan: 2 plans. Wren: none is known."""
    alike = together((told, (name, told)) for name, told in lines)
    if len(alike) == 1:
        return sentence(upper_first(alike[0][0][1]))
    return " ".join(sentence(f"{joined([name for name, _ in found])}: {found[0][1]}") for found in alike)


def _first_name(child: Child) -> str:
    name: str = child.given_names or child.display_name
    return name


def account_fold(line: str, number: int) -> Fold:
    """`number`: how many versions may be read."""
    versions = f"{counted(number, 'version')}, with what changed from each to the next." if number > 1 else ""
    return Fold("The whole account", f"{line} {versions}".strip())


def record_fold(view: FamilyView, facts: FamilyFacts) -> Fold:
    """What happened since the last plan of each child; what fell due in it and is not recorded."""
    told = [(_first_name(one.child), _since(facts.children[one.child.pk])) for one in view.children]
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
    told = [(_first_name(one.child), _history(facts.children[one.child.pk])) for one in view.children]
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


def answers_fold(children: Sequence[Consultation]) -> Fold | None:
    """How often it was answered, and all that was answered last: a split names whom each answer is for."""
    given = [(one, answer) for one in children for answer in one.answers.all()]
    if not given:
        return None
    last = max((answer for _, answer in given), key=lambda answer: (answer.answered_at, answer.pk))
    number = len({_act(answer) for _, answer in given})
    at_once = ((one, answer) for one, answer in given if _act(answer) == _act(last))
    alike = together(((answer.answer, answer.wanted_by_date), (one, answer)) for one, answer in at_once)
    told = [_answered(found, is_named=len(children) > 1) for found in alike]
    words = "; ".join([told[0], *map(lower_first, told[1:])])
    words = f"{words}. {who_answered(last)}, {uk_date(last.answered_at)}."
    return Fold(
        counted_title("Answers so far", number), f"The last: {lower_first(words)}" if number > 1 else words
    )


def _act(answer: ConsultationAnswer) -> Hashable:
    return answer.act or answer.pk


def _answered(alike: Sequence[tuple[Consultation, ConsultationAnswer]], *, is_named: bool) -> str:
    given = alike[0][1]
    whom = f", for {joined([name_of(one) for one, _ in alike])}" if is_named else ""
    wanted = f", wanted by {uk_date(given.wanted_by_date)}" if given.wanted_by_date else ""
    return f"{label(Answer, given.answer)}{whom}{wanted}"


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
        (_first_name(one.child), lower_first(look_ups.after_months(last[one.pk])))
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
    died = [_first_name(one.child) for one in beside if one.child.death_date and not one.child.is_unborn]
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
