"""What of a signed record stands in one recipient's copy. Pure: the whole record comes in, the copy goes out.

Default: share (Sussex, L). Whoever may not read of every child of the record reads nothing that may be about
any of them: not what was said of the whole family, no confidential part, and of the family who came only
those who belong to their own children. What is withheld from somebody is not in their copy, and nothing in it
says that it is not: every copy says once that parts may be left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from typing import Any

from conferences.rules.copies_places import has_name, has_place
from conferences.rules.documents import ComplaintRoute
from conferences.rules.exclusions import Answer
from conferences.rules.letters_words_part import LetterKind
from conferences.rules.recording_next import MemberTold, NextTold
from conferences.rules.vocabulary import Participation
from safeguarding.labelled import Labelled, label


@dataclass(frozen=True)
class Came:
    """Somebody who was asked or came. `kind` is the words for their kind of agency, "" for the family;
    `children` are the ids of those to whom somebody of the family is tied (none where nobody knows).
    """

    name: str
    role: str
    kind: str
    mode: str
    person: int | None = None
    children: frozenset[int] = frozenset()
    # Whether they are of children's social care.
    is_care: bool = False


@dataclass(frozen=True)
class ReportGiven:
    """A report that came to the unit, and when the family was shown it (None where it was not); whether that
    is told of each of them, and whether some of them were shown it.
    """

    name: str
    kind: str
    came: dt.date
    shared: dt.date | None
    is_of_each: bool = False
    is_to_some: bool = False


@dataclass(frozen=True)
class Confidential:
    """A part that somebody must not read: everybody in the family, or these people (ids)."""

    what: str
    told_by: str
    kind: str
    from_family: bool
    from_people: frozenset[int]
    from_agencies: bool


@dataclass(frozen=True)
class KeptOut:
    """Somebody who was excluded: from how much of the conference, and how they took part, in words.
    `children` are the ids of those to whom they are tied.
    """

    name: str
    extent: str
    instead: str
    person: int | None = None
    children: frozenset[int] = frozenset()


@dataclass(frozen=True)
class NeedTold:
    """What a child needs, and what will be different for them."""

    number: int
    need: str
    outcome: str


@dataclass(frozen=True)
class FirstAction:
    """`for_need` is the number of the need that it is for, 0 for none; `measure` how it is known."""

    what: str
    who: str
    by_date: dt.date
    for_need: int = 0
    measure: str = ""
    service: str = ""


@dataclass(frozen=True)
class Decided:
    """What was decided of one child: codes of the vocabulary, and the reasons in words."""

    outcome: str
    category: str
    reasons: str
    end_reason: str
    step_down: str
    is_unborn: bool


@dataclass(frozen=True)
class Frame:
    """What was said of the whole family beside what works, what worries and what the family says."""

    what_happened: str = ""
    who_affected: str = ""
    must_change: str = ""
    family_will: str = ""
    support_asked: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        return astuple(self)


@dataclass(frozen=True)
class ChildTold:
    """One child of a signed record. `kind` is the code of the conference, `participation` how the child took
    part in words ("" where nobody asked); the days are those of the plan that the decision left, None where
    it left none.
    """

    child: int
    name: str
    kind: str
    voice: str
    working_well: str
    worried_about: str
    decided: Decided
    actions: tuple[FirstAction, ...] = ()
    needs: tuple[NeedTold, ...] = ()
    worker: str = ""
    core_group: dt.date | None = None
    review: dt.date | None = None
    participation: str = ""
    # Lines that begin with whose they are.
    agency_views: str = ""
    scores: str = ""
    dissent: str = ""
    # What the conference left for the plan: who is of its core group, and the next dates.
    members: tuple[MemberTold, ...] = ()
    after: NextTold = NextTold()
    # What the chair says to this child alone, for their own version.
    line: str = ""


@dataclass(frozen=True)
class RecordTold:
    """A signed record, or what of it stands in a copy. `reports`: None where the copy tells of none. The days
    of the sittings that went on in this one are `earlier`.
    """

    held: dt.date
    chair: str
    signed: dt.date
    complaint: ComplaintRoute
    came: tuple[Came, ...]
    reports: tuple[ReportGiven, ...] | None
    working_well: str
    worried_about: str
    family_view: str
    children: tuple[ChildTold, ...]
    confidential: tuple[Confidential, ...] = ()
    frame: Frame = Frame()
    # What the scores are of, and what the ends of the scale mean.
    scale: str = ""
    excluded: tuple[KeptOut, ...] = ()
    # Of a copy: whether it tells what was said of the whole family, and what was said of a child.
    is_whole: bool = True
    is_outcome: bool = False
    earlier: tuple[dt.date, ...] = ()


@dataclass(frozen=True)
class Recipient:
    """Whose copy it is. `person` is the id of somebody of the family, None for an agency; `children` are the
    ids of those of whom they may read; `lines` their name and their own address or role; `excluded` the code
    of what they were excluded from, "" where from nothing. `reads_confidential`: not for somebody of the
    family who may have come to it after the record was signed: nobody could keep a part from them.
    """

    lines: tuple[str, ...]
    children: frozenset[int]
    person: int | None = None
    excluded: str = ""
    reads_confidential: bool = True
    # In which somebody of the family has an interpreter.
    language: str = ""
    # Of a child of the record, whose own version it is: how old children are written to.
    own: LetterKind | None = None

    @property
    def is_family(self) -> bool:
        return self.person is not None or self.own is not None


def copy_of(record: RecordTold, recipient: Recipient) -> RecordTold:
    """What of a record this recipient reads."""
    own = tuple(child for child in record.children if child.child in recipient.children)
    if recipient.own is not None:
        return _of_the_child(record, recipient, own)
    record = replace(record, children=tuple(replace(one, line="") for one in record.children))
    own = tuple(replace(child, line="") for child in own)
    out = tuple(one for one in record.excluded if _reads_of(one, recipient, record))
    if recipient.excluded == Answer.WHOLE:
        return replace(_of_outcome(record, recipient, own), excluded=out)
    if len(own) < len(record.children):
        return replace(_of_some(record, recipient, own), excluded=out)
    told = tuple(part for part in record.confidential if reads(part, recipient))
    return replace(record, confidential=told, excluded=out)


def _reads_of(out: KeptOut, recipient: Recipient, record: RecordTold) -> bool:
    """Of those who were excluded the family reads nothing, but for whoever it is; and an agency that does not
    read of every child only of whoever belongs to a child of whom it does.
    """
    if recipient.is_family:
        return out.person is not None and out.person == recipient.person
    of_all = all(child.child in recipient.children for child in record.children)
    return of_all or bool(out.children & recipient.children)


# What was said of a child, beside what was decided.
SAID = ("voice", "working_well", "worried_about", "participation", "agency_views", "scores", "dissent")


def _of_outcome(record: RecordTold, recipient: Recipient, own: Sequence[ChildTold]) -> RecordTold:
    """What was decided and what follows, for somebody who was excluded from the whole conference: of what was
    said there nothing, and of who came only themself and children's social care.
    """
    silent: dict[str, Any] = dict.fromkeys(SAID, "")
    some = _of_some(record, recipient, [replace(child, members=_led(child), **silent) for child in own])
    came = tuple(one for one in some.came if one.kind or one.person == recipient.person)
    return replace(some, came=came, is_outcome=True)


# How a child took part who gave no views: what is written of it then says why, and nobody said it.
NO_VIEWS = [label(Participation, one) for one in (Participation.PN0, Participation.PN4, Participation.PN7)]


def _of_the_child(record: RecordTold, recipient: Recipient, own: Sequence[ChildTold]) -> RecordTold:
    """A child’s own version: what they said, what was decided for them and who leads the help now. Nothing
    else that was written of anybody, and no reasons: whoever knows the child tells them why.
    """
    silent: dict[str, Any] = dict.fromkeys([name for name in SAID if name != "voice"], "")
    bare: dict[str, Any] = {"category": "", "reasons": "", "end_reason": "", "step_down": ""}
    told = [
        replace(
            child,
            decided=replace(child.decided, **bare),
            actions=(),
            needs=(),
            members=_led(child),
            **silent | ({"voice": ""} if child.participation in NO_VIEWS else {}),
        )
        for child in own
    ]
    some = _of_some(record, recipient, own)
    return replace(some, came=(), excluded=(), children=tuple(told))


def _led(child: ChildTold) -> tuple[MemberTold, ...]:
    return tuple(one for one in child.members if one.is_lead)


def reads(part: Confidential, recipient: Recipient) -> bool:
    """Whether a confidential part stands in the copy of somebody who reads of every child of its record."""
    if not recipient.is_family:
        return not part.from_agencies
    if recipient.excluded or not recipient.reads_confidential:
        return False
    return not part.from_family and recipient.person not in part.from_people


def _of_some(record: RecordTold, recipient: Recipient, own: Sequence[ChildTold]) -> RecordTold:
    """Of agencies children's social care alone stands there, without roles, and no report: that a service or
    a school came may be about another child, or about their parent.
    """
    ids = frozenset(child.child for child in own)
    family = (one for one in record.came if not one.kind and _belongs(one, recipient, ids))
    agencies = (one for one in record.came if one.is_care)
    return replace(
        record,
        came=tuple(replace(one, role="") for one in (*family, *agencies)),
        reports=None,
        working_well="",
        worried_about="",
        family_view="",
        frame=Frame(),
        children=tuple(replace(child, members=_of_reader(child, recipient)) for child in own),
        confidential=(),
        is_whole=False,
    )


def _of_reader(child: ChildTold, recipient: Recipient) -> tuple[MemberTold, ...]:
    """Of a core group who leads, and the reader: that another is of it may be about another child too."""
    return tuple(one for one in child.members if one.is_lead or one.person and one.person == recipient.person)


def _belongs(one: Came, recipient: Recipient, children: frozenset[int]) -> bool:
    return one.person is not None and (one.person == recipient.person or bool(one.children & children))


# ----- What to look at again before a copy goes ------------------------------------------------------------


class Caution(Labelled):
    """What a person must look at in a copy, for no rule can say whether it is right."""

    EXCLUDED = "EXCLUDED", "Its reader was excluded: look for what was said while they were not there."

    FEARED = (
        "FEARED",
        "Somebody is excluded: look whether what the child said is safe on a paper that lies about at home.",
    )
    CHILD = "CHILD", "It names a child whom it is not about."
    ADDRESS = "ADDRESS", "It has an address, or a postcode, of somebody else."
    STRANGER = "STRANGER", "It has a name or a postcode that is known of another family."
    HIDDEN = "HIDDEN", "It has an address that is confidential. It must not go."


def cautions(
    copy: RecordTold,
    others: Iterable[str],
    addresses: Iterable[str],
    *,
    hidden: Iterable[str] = (),
    changed: str = "",
    for_agency: bool = False,
) -> list[Caution]:
    """What in the words that were typed may not be for this recipient. `others` are the first names of
    children who are not in the copy, `addresses` first lines and postcodes that are not the recipient's own,
    `hidden` those that are confidential too; `changed` is what the copy says is other than in the version
    before. In the confidential section that an agency reads a confidential address may stand: somebody looks.
    """
    words = "\n".join((changed, *typed_words(copy)))
    names = [child.name for child in copy.children]
    open_to = replace(copy, confidential=()) if for_agency else copy
    found = cautions_in(words, names, others, addresses, ())
    is_hidden = has_place("\n".join((changed, *typed_words(open_to))), hidden)
    return [*found, Caution.HIDDEN] if is_hidden else found


def cautions_in(
    words: str,
    children: Iterable[str],
    others: Iterable[str],
    addresses: Iterable[str],
    hidden: Iterable[str],
) -> list[Caution]:
    """The same of any words, for somebody who may read of the `children` (their names)."""
    own = {part for child in children for part in child.casefold().split()}
    names = {one.casefold() for one in others} - own - {""}
    found = [Caution.CHILD] if has_name(words, names) else []
    found += [Caution.ADDRESS] if has_place(words, addresses) else []
    return [*found, Caution.HIDDEN] if has_place(words, hidden) else found


def typed_words(copy: RecordTold) -> Iterator[str]:
    """Every text of a copy that somebody typed."""
    yield from (copy.working_well, copy.worried_about, copy.family_view, *copy.frame.texts)
    yield from (f"{one.name} {one.role}" for one in copy.came)
    yield from (f"{one.what} {one.told_by}" for one in copy.confidential)
    yield from (f"{one.name} {one.extent} {one.instead}" for one in copy.excluded)
    yield from (one.name for one in copy.reports or ())
    for child in copy.children:
        yield from (child.voice, child.working_well, child.worried_about, child.decided.reasons)
        yield from (child.agency_views, child.scores, child.dissent, child.line)
        yield from (f"{one.name} {one.role}" for one in child.members)
        yield from (f"{one.need} {one.outcome}" for one in child.needs)
        yield from (f"{one.what} {one.who} {one.measure} {one.service}" for one in child.actions)
