"""Letters to an invented family, in some words: what a council sees before its own words hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from conferences.documents.copies import record_copy
from conferences.documents.exclusions import exclusion_letter
from conferences.documents.invitations import invitation_letter
from conferences.documents.letters import ChildSaid, DecisionSaid, decision_paper
from conferences.documents.paper import Paper, Shape
from conferences.queries.copies import CopyFacts
from conferences.queries.exclusions_letters import LetterFacts
from conferences.rules.copies import ChildTold, Decided, FirstAction, NeedTold, Recipient, RecordTold, copy_of
from conferences.rules.copies_closing import told_to
from conferences.rules.documents import ComplaintRoute, DocumentKind, Replaced
from conferences.rules.exclusions import Answer, Instead
from conferences.rules.invitations_letters import Band, InvitationTold, To
from conferences.rules.invitations_links import Door
from conferences.rules.letters_reading import Reading, reading_of
from conferences.rules.letters_words import LetterWords
from conferences.rules.letters_words_closing import REASONS as CLOSING_REASONS
from conferences.rules.letters_words_part import LetterKind
from conferences.rules.recording_next import MemberTold
from conferences.rules.vocabulary import Category, ConferenceKind, DecisionOutcome, EndReason, StepDown
from safeguarding.wording import upper_first

MADE = dt.datetime(2018, 11, 1, 9, tzinfo=dt.UTC)
STARTS = dt.datetime(2018, 11, 12, 10, tzinfo=dt.UTC)
MEETS = (STARTS, STARTS + dt.timedelta(hours=2))
HELD, UNTIL = dt.date(2018, 11, 12), dt.date(2018, 12, 10)
REPORTS, FAMILY_DAY = dt.date(2018, 11, 8), dt.date(2018, 11, 9)
CORE_GROUP, REVIEW = dt.date(2018, 11, 26), dt.date(2019, 2, 12)
CHAIR, WORKER, REACHED = "Ada Sample", "Wes Worker", "by telephone, 01632 960000"
LINES = ("Sam Sample", "1 Sample Road", "Sampleton", "ZZ1 1ZZ")
COMPLAIN = ComplaintRoute(UNTIL, reach=REACHED)
BEFORE = Replaced(dt.date(2018, 10, 29), "The conference is on another day.")
VISIT = ("Visit Robin at home", WORKER, "19 November 2018")
CLOSING_HELP = {
    EndReason.RISK_REDUCED: StepDown.CIN_PLAN.value,
    EndReason.MOVED: StepDown.OTHER_AUTHORITY.value,
    EndReason.LOOKED_AFTER: StepDown.LOOKED_AFTER.value,
    EndReason.OTHER_ORDER: StepDown.EARLY_HELP.value,
    EndReason.EIGHTEEN: StepDown.CLOSED.value,
}
NEED = ("a bed and a bath at the same time each day", "Robin sleeps through the night in a bed of their own")
MEASURE = "Robin is in bed by 8 on five nights of seven; today on two"
PHONE = "Phone the invented clinic"
COMES = ((WORKER, "Children’s worker"), ("Tia Teacher", "Headteacher"))


@dataclass(frozen=True)
class Example:
    """One letter to the invented family: what of the words it shows, and the letter."""

    title: str
    paper: Paper


def examples(words: LetterWords) -> list[Example]:
    """Letters in which each part of the words stands at least once."""
    return list(EXAMPLES[words.kind](words))


def paper_reading(paper: Paper) -> Reading:
    """How hard it is to read: its running text, without headings."""
    blocks = (block for block in paper.blocks if block.shape is not Shape.HEADING)
    return reading_of(line for block in blocks for whole in block.lines for line in whole.split("\n"))


def _decided(outcome: str, category: str = "", **facts: str) -> Decided:
    values = {"reasons": "We were told that this is safe enough now.", "end_reason": "", "step_down": ""}
    return Decided(outcome=outcome, category=category, is_unborn=False, **(values | facts))


def _ended() -> Decided:
    more = {"end_reason": EndReason.MOVED.value, "step_down": StepDown.CIN_PLAN.value}
    return _decided(DecisionOutcome.PLAN_ENDS.value, **more)


def _planned(category: Category, *, is_new: bool) -> Decided:
    outcome = DecisionOutcome.PLAN_BEGINS if is_new else DecisionOutcome.PLAN_CONTINUES
    return _decided(outcome.value, category.value, reasons="Robin is often alone at night.")


def _decision(words: LetterWords) -> Iterable[Example]:
    first = ChildSaid(
        "Robin Sample",
        _planned(Category.NEG, is_new=True),
        (VISIT,),
        WORKER,
        CORE_GROUP,
        REVIEW,
        dissent=("Tia Teacher: Robin is well at school.",),
    )
    none = ChildSaid("Wren Sample", _decided(DecisionOutcome.NO_PLAN.value))
    said = DecisionSaid("Sam Sample", LINES, MADE, HELD, CHAIR, COMPLAIN, (first, none))
    yield Example("A plan begins, and none is needed", decision_paper(said, words))
    goes_on = [
        ChildSaid(f"{name} Sample", _planned(category, is_new=False), review=REVIEW)
        for name, category in zip(("Robin", "Wren", "Lark", "Swift"), list(Category)[1:], strict=True)
    ]
    goes_on[0] = replace(goes_on[0], core_group=CORE_GROUP, is_of_it=False)
    ended = ChildSaid("Finch Sample", _ended())
    again = replace(said, children=(*goes_on, ended), replaces=BEFORE)
    yield Example("A plan goes on, one ends, a new version", decision_paper(again, words))


def _invitation(words: LetterWords, of: To, band: Band | None = None) -> InvitationTold:
    is_agency, is_child = of is To.AGENCY, of is To.CHILD
    return InvitationTold(
        to=of,
        name="Tia Teacher" if is_agency else "Robin Sample" if is_child else "Sam Sample",
        lines=("Tia Teacher",) if is_agency else LINES,
        meets=MEETS,
        place="Oak Room, Sample House",
        chair=CHAIR,
        reach=REACHED,
        complain=COMPLAIN,
        children=("Robin",) if is_child else ("Robin Sample", "Wren Sample"),
        kinds=frozenset([ConferenceKind.INITIAL.value]),
        comes=COMES[:1] if is_agency else COMES,
        arrive=None if is_agency else STARTS - dt.timedelta(minutes=30),
        role="Headteacher" if is_agency else "",
        kind="School" if is_agency else "",
        is_report_asked=is_agency,
        to_unit=REPORTS if is_agency else None,
        to_family=None if is_child else FAMILY_DAY,
        band=band,
        words=words,
        door=Door("www.sample.example/report", "ABCDEFGH", HELD) if is_agency else None,
    )


def _invited(words: LetterWords, of: To, band: Band | None = None) -> Iterable[Example]:
    told, council = _invitation(words, of, band), words.council
    if band is not None:
        yield Example("A first letter", invitation_letter(told, MADE, council=council))
        more = replace(told, arrive=None, with_whom=True, others=True, needed=("An interpreter",))
        more = replace(more, kinds=frozenset([ConferenceKind.REVIEW.value]))
        paper = invitation_letter(replace(more, replaces=BEFORE), MADE, council=council)
        yield Example("Two arrive apart, a new version", paper)
        return
    yield Example("An initial conference", invitation_letter(told, MADE, council=council))
    review, moved = frozenset([ConferenceKind.REVIEW.value]), frozenset([ConferenceKind.TRANSFER_IN.value])
    needs = () if of is To.AGENCY else ("An interpreter", "Step-free access")
    again = replace(told, kinds=review, others=True, in_part=True, needed=needs, replaces=BEFORE)
    yield Example("A review conference, a new version", invitation_letter(again, MADE, council=council))
    came = replace(told, kinds=moved, comes=(), is_report_asked=False)
    yield Example("A transfer-in conference", invitation_letter(came, MADE, council=council))
    of_kinds = (
        (ConferenceKind.REVIEW.value, told.children[:1]),
        (ConferenceKind.INITIAL.value, told.children[1:]),
    )
    mixed = replace(told, kinds=frozenset(kind for kind, _ in of_kinds), of_kinds=of_kinds)
    yield Example("A review of one, the first of another", invitation_letter(mixed, MADE, council=council))


def _family(words: LetterWords) -> Iterable[Example]:
    return _invited(words, To.FAMILY)


def _agency(words: LetterWords) -> Iterable[Example]:
    return _invited(words, To.AGENCY)


def _of_band(band: Band) -> Callable[[LetterWords], Iterable[Example]]:
    return lambda words: _invited(words, To.CHILD, band)


def _exclusion(words: LetterWords) -> Iterable[Example]:
    facts = LetterFacts(
        name="Sam Sample",
        lines=LINES,
        meets=MEETS,
        chair=CHAIR,
        answer=Answer.WHOLE.value,
        part="when the police speak",
        why="We want everybody to be able to speak.",
        instead=Instead.WRITTEN.value,
        instead_words="",
        teller=WORKER,
        made_at=MADE,
        complain=COMPLAIN,
        ask_by=FAMILY_DAY,
        words=words,
    )
    others = {
        "From all of it": facts,
        "From a part": replace(facts, answer=Answer.PART.value, instead=Instead.OTHER_PARTS.value),
        "From all of it, by who leads the unit": replace(
            facts, in_place="Lee Sample", ask_by=None, instead=Instead.TELEPHONE.value, replaces=BEFORE
        ),
        "From a part, by who leads the unit": replace(
            facts, answer=Answer.PART.value, in_place="Lee Sample", instead=Instead.SEPARATE.value
        ),
        "Through an advocate": replace(facts, instead=Instead.ADVOCATE.value),
    }
    for title, one in others.items():
        yield Example(title, exclusion_letter(one, council=words.council))


def _record(words: LetterWords) -> Iterable[Example]:
    plan = _child_told(1, "Robin", ConferenceKind.INITIAL, _planned(Category.NEG, is_new=True))
    first = replace(
        plan,
        worker=WORKER,
        core_group=CORE_GROUP,
        review=REVIEW,
        needs=(NeedTold(1, *NEED),),
        actions=(
            FirstAction(VISIT[0], WORKER, dt.date(2018, 11, 19), 1, MEASURE),
            FirstAction(PHONE, WORKER, dt.date(2018, 11, 19)),
        ),
    )
    none = _child_told(2, "Wren", ConferenceKind.TRANSFER_IN, _decided(DecisionOutcome.NO_PLAN.value))
    goes_on = [
        _child_told(number, name, ConferenceKind.REVIEW, _planned(category, is_new=False))
        for number, (name, category) in enumerate(
            zip(("Robin", "Wren", "Lark", "Swift"), list(Category)[1:], strict=True), 1
        )
    ]
    ended = _child_told(5, "Finch", ConferenceKind.REVIEW, _ended())
    yield Example("A plan begins, and none is needed", _copy(words, (first, none)))
    yield Example("A plan goes on, one ends, a new version", _copy(words, (*goes_on, ended), BEFORE))


def _child_told(number: int, name: str, kind: ConferenceKind, decided: Decided) -> ChildTold:
    return ChildTold(
        child=number,
        name=f"{name} Sample",
        kind=kind.value,
        voice="I like school.",
        line="I liked to hear about your school.",
        working_well="",
        worried_about="",
        decided=decided,
    )


def _copy(
    words: LetterWords,
    children: Sequence[ChildTold],
    replaces: Replaced | None = None,
    *,
    own: bool = False,
    kind: str = DocumentKind.RECORD.value,
) -> Paper:
    record = RecordTold(
        held=HELD,
        chair=CHAIR,
        signed=dt.date(2018, 11, 14),
        complaint=COMPLAIN,
        came=(),
        reports=(),
        working_well="The family eats together.",
        worried_about="The children are alone at night.",
        family_view="We want help.",
        children=tuple(children),
    )
    recipient = Recipient(LINES, frozenset(child.child for child in children), person=1)
    if own:
        recipient = Recipient(("Robin",), recipient.children, own=words.kind)
        record = copy_of(record, recipient)
    else:
        record = told_to(kind, record, recipient)
    return record_copy(CopyFacts(recipient, record, MADE, replaces, words), council=words.council)


def _closing(words: LetterWords) -> Iterable[Example]:
    """One for each reason, with one of the kinds of help each."""
    for number, why in enumerate(CLOSING_REASONS):
        step_down = CLOSING_HELP.get(why, "")
        decided = _decided(DecisionOutcome.PLAN_ENDS.value, end_reason=why.value, step_down=step_down)
        child = replace(_child_told(1, "Robin", ConferenceKind.REVIEW, decided), worker=WORKER)
        agreed = FirstAction(VISIT[0], WORKER, dt.date(2018, 11, 19))
        child = replace(child, actions=() if number else (agreed,))
        replaced = BEFORE if number == 1 else None
        paper = _copy(words, [child], replaced, kind=DocumentKind.CLOSING.value)
        yield Example(upper_first(CLOSING_REASONS[why][0]), paper)
    lost = replace(child, decided=replace(child.decided, end_reason=EndReason.DIED.value, is_unborn=True))
    yield Example("The pregnancy ended", _copy(words, [lost], kind=DocumentKind.CLOSING.value))


def _own(words: LetterWords) -> Iterable[Example]:
    goes_on = _child_told(1, "Robin", ConferenceKind.REVIEW, _planned(Category.NEG, is_new=False))
    goes_on = replace(
        goes_on,
        worker=WORKER,
        core_group=CORE_GROUP,
        review=REVIEW,
        members=(MemberTold(WORKER, "Children’s worker", is_lead=True), MemberTold(*COMES[1])),
    )
    begins = replace(goes_on, decided=_planned(Category.NEG, is_new=True))
    none = replace(goes_on, decided=_decided(DecisionOutcome.NO_PLAN.value), voice="", members=())
    none = replace(none, core_group=None, review=None)
    ends = replace(none, decided=_ended())
    yield Example("A plan begins", _copy(words, [begins], own=True))
    yield Example("A plan goes on, a new version", _copy(words, [goes_on], BEFORE, own=True))
    yield Example("No plan", _copy(words, [none], own=True))
    yield Example("A plan ends", _copy(words, [ends], own=True))


EXAMPLES: dict[LetterKind, Callable[[LetterWords], Iterable[Example]]] = {
    LetterKind.DECISION: _decision,
    LetterKind.INVITATION: _family,
    LetterKind.AGENCY: _agency,
    LetterKind.CHILD_READ: _of_band(Band.READ),
    LetterKind.CHILD_SIDE: _of_band(Band.SIDE),
    LetterKind.CHILD_FORM: _of_band(Band.FORM),
    LetterKind.CHILD_GROWN: _of_band(Band.GROWN),
    LetterKind.EXCLUSION: _exclusion,
    LetterKind.RECORD: _record,
    LetterKind.CLOSING: _closing,
    LetterKind.OWN_READ: _own,
    LetterKind.OWN_SIDE: _own,
    LetterKind.OWN_FORM: _own,
    LetterKind.OWN_GROWN: _own,
}
