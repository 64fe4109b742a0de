"""What of a conference in the diary stands in one person's letter of invitation. Pure: the whole list comes
in, one letter goes out, and what writes it sees nothing else.

R12 (L) for reports; R22 for complaints. Nobody's letter has another's address, needs or time of arrival, or a
child of whom its reader may not read; whoever may not read of all, or from whom an address is kept, is not
told which other people come (as in copies of a record: conferences.rules.copies). Children: Leicestershire,
Walsall, Redbridge and Medway (L) for ages and ways to take part; Warrington for what a conference cannot do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from conferences.rules.copies_places import has_name, has_place
from conferences.rules.documents import ComplaintRoute, Replaced, SentHow, address_print
from conferences.rules.invitations import Channel, arrival
from conferences.rules.invitations_links import Door
from conferences.rules.letters_words import LetterWords
from conferences.rules.letters_words_part import LetterKind
from safeguarding.wording import uk_date, uk_meeting


class To(Enum):
    """Whose letter it is."""

    FAMILY = "family"
    AGENCY = "agency"
    CHILD = "child"


class Band(Enum):
    """How a letter to a child is written, by age: read together, one side, with a form, as to a grown-up."""

    READ = "read"
    SIDE = "side"
    FORM = "form"
    GROWN = "grown"


@dataclass(frozen=True)
class ListedChild:
    """A child of the request. `first` is what they are called; `kind` what the conference is for them."""

    pk: int
    name: str
    first: str
    kind: str
    is_read_by_agencies: bool = True


@dataclass(frozen=True)
class Guest:
    """Somebody on the list. `lines` are the name and their own address; `children` those (ids) to whom
    somebody of the family is tied; `kind` the words for their kind of agency; `in_part` whether they are
    excluded from a part; `child` and `age` of a child of the request; `own` what tells their own places.
    """

    key: int
    name: str
    lines: tuple[str, ...] = ()
    role: str = ""
    kind: str = ""
    is_care: bool = False
    is_report_asked: bool = False
    children: frozenset[int] = frozenset()
    needed: tuple[str, ...] = ()
    arrives: str = ""
    in_part: bool = False
    child: int | None = None
    age: int | None = None
    own: frozenset[str] = frozenset()

    @property
    def to(self) -> To:
        if self.child is not None:
            return To.CHILD
        return To.AGENCY if self.kind else To.FAMILY


@dataclass(frozen=True)
class ListTold:
    """All that is known of the conference of one list. `hidden` are the addresses that are confidential, and
    `flagged` what tells each place that is; `apart` and `early` minutes; `bands` the ages at which each way
    to write to a child begins; `family` all children of the families, those of the request among them.
    """

    meets: tuple[dt.datetime, dt.datetime]
    place: str
    chair: str
    reach: str
    children: tuple[ListedChild, ...]
    guests: tuple[Guest, ...]
    hidden: tuple[str, ...]
    early: int
    apart: int
    bands: Mapping[Band, int]
    to_unit: dt.date | None
    to_family: dt.date | None
    complain: ComplaintRoute
    family: tuple[ListedChild, ...] = ()
    flagged: frozenset[str] = frozenset()


@dataclass(frozen=True)
class InvitationTold:
    """One letter: to whom, and what it says. `comes` are name and job of whom else is invited, `others`
    whether there are more of whom its reader is not told.
    """

    to: To
    name: str
    lines: tuple[str, ...]
    meets: tuple[dt.datetime, dt.datetime]
    place: str
    chair: str
    reach: str
    complain: ComplaintRoute
    children: tuple[str, ...]
    kinds: frozenset[str]
    comes: tuple[tuple[str, str], ...] = ()
    others: bool = False
    arrive: dt.datetime | None = None
    # Of a child where two arrive apart: any hour would be one of the two.
    with_whom: bool = False
    needed: tuple[str, ...] = ()
    in_part: bool = False
    role: str = ""
    kind: str = ""
    is_report_asked: bool = False
    to_unit: dt.date | None = None
    to_family: dt.date | None = None
    band: Band | None = None
    ids: frozenset[int] = frozenset()
    # Whether these are all children of the request; and prints of the places that are kept from its reader.
    of_all: bool = True
    kept_back: tuple[str, ...] = ()
    # Where the conference is of more than one kind: the code of each, and of whom it is.
    of_kinds: tuple[tuple[str, tuple[str, ...]], ...] = ()
    replaces: Replaced | None = None
    # Those of its kind and day; ours, where none are given.
    words: LetterWords | None = None
    # Where an agency can give its report without an account.
    door: Door | None = None


def invitation_of(told: ListTold, key: int) -> InvitationTold:
    """The letter to one who is on the list."""
    one = next(guest for guest in told.guests if guest.key == key)
    children = children_for(told, one)
    comes, others = _comes(told, one, children)
    is_family, is_agency = one.to is To.FAMILY, one.to is To.AGENCY
    name, lines = _addressed(told, one, children)
    return InvitationTold(
        to=one.to,
        name=name,
        lines=lines,
        meets=told.meets,
        place=told.place,
        chair=told.chair,
        reach=told.reach,
        complain=told.complain,
        children=tuple(child.first if one.to is To.CHILD else child.name for child in children),
        kinds=frozenset(child.kind for child in children or told.children),
        comes=comes,
        others=others,
        arrive=_arrives(told, one),
        with_whom=one.to is To.CHILD and told.apart > 0,
        needed=() if is_agency else one.needed,
        in_part=one.in_part and is_family,
        role=_job(one, others_of(told, children), hidden_from(told, one.lines)) if is_agency else "",
        kind=one.kind,
        is_report_asked=one.is_report_asked and is_agency,
        to_unit=told.to_unit if is_agency and one.is_report_asked else None,
        to_family=told.to_family if is_family or is_agency and one.is_report_asked else None,
        band=band_of(one.age, told.bands) if one.to is To.CHILD else None,
        ids=frozenset(child.pk for child in children),
        of_all=len(children) == len(told.children),
        kept_back=() if is_agency else _prints([place] for place in kept_back(told, one)),
        of_kinds=_of_kinds(children),
    )


def _of_kinds(children: Sequence[ListedChild]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    kinds = dict.fromkeys(child.kind for child in children)
    each = ((kind, tuple(child.name for child in children if child.kind == kind)) for kind in kinds)
    return tuple(each) if len(kinds) > 1 else ()


def children_for(told: ListTold, one: Guest) -> list[ListedChild]:
    """Of whom somebody may read: an agency of those whom agencies read of (copies_agencies)."""
    if one.to is To.AGENCY:
        return [child for child in told.children if child.is_read_by_agencies]
    own = {one.child} if one.to is To.CHILD else one.children
    return [child for child in told.children if child.pk in own]


def _comes(
    told: ListTold, one: Guest, children: Sequence[ListedChild]
) -> tuple[tuple[tuple[str, str], ...], bool]:
    """Who of agencies is invited besides, as far as somebody may know it, and whether there are more."""
    agencies = [guest for guest in told.guests if guest.to is To.AGENCY and guest.key != one.key]
    sees_all = len(children) == len(told.children)
    if one.to is not To.AGENCY:
        sees_all = sees_all and not kept_back(told, one)
    others, hidden = others_of(told, children), hidden_from(told, one.lines)
    known = [guest for guest in agencies if sees_all or guest.is_care]
    shown = [guest for guest in known if _is_plain(guest.name, others, hidden)]
    jobs = tuple((guest.name, _job(guest, others, hidden)) for guest in shown)
    return jobs, len(shown) < len(agencies)


def _addressed(told: ListTold, one: Guest, children: Sequence[ListedChild]) -> tuple[str, tuple[str, ...]]:
    """What a letter calls its reader, and the lines of their address: an agency by its kind, where it was
    typed with the name of a child of whom it may not read, or with a place that is kept from it.
    """
    others, hidden = others_of(told, children), hidden_from(told, one.lines[1:])
    if one.to is not To.AGENCY or _is_plain(one.name, others, hidden):
        return one.name, one.lines
    return one.kind, (one.kind, *one.lines[1:])


def others_of(told: ListTold, children: Iterable[ListedChild]) -> list[str]:
    """The first names of the other children of the families, but where a reader’s own is called so."""
    own = {child.pk: child.name.casefold().split() for child in children}
    called = {part for parts in own.values() for part in parts}
    every = (*told.children, *told.family)
    return [one.first for one in every if one.pk not in own and one.first.casefold() not in called]


def _job(guest: Guest, others: Iterable[str], hidden: Iterable[str]) -> str:
    """What somebody does, as it was typed; their kind of agency where that names a child or a place."""
    return guest.role if guest.role and _is_plain(guest.role, others, hidden) else guest.kind


def _is_plain(words: str, others: Iterable[str], hidden: Iterable[str]) -> bool:
    return not has_name(words, others) and not has_place(words, hidden)


def hidden_from(told: ListTold, lines: Iterable[str]) -> list[str]:
    """The confidential addresses that are not on these lines of somebody's own."""
    own = "\n".join(lines)
    return [place for place in told.hidden if not has_place(own, [place])]


def kept_back(told: ListTold, one: Guest) -> set[str]:
    """The places that are kept from somebody: in words, or where a part alone could stand for something else,
    by what tells each.
    """
    return {*hidden_from(told, one.lines), *(told.flagged - one.own)}


def _arrives(told: ListTold, one: Guest) -> dt.datetime | None:
    """When the reader of a letter comes; None for an agency, and for a child where two arrive apart."""
    if one.to is To.AGENCY or (one.to is To.CHILD and told.apart):
        return None
    return arrives_at(told, one.arrives)


def arrives_at(told: ListTold, arrives: str) -> dt.datetime:
    """When somebody of the family comes: each their own time, where two arrive apart."""
    return arrival(told.meets[0], told.early, told.apart, arrives)


def band_of(age: int | None, bands: Mapping[Band, int]) -> Band | None:
    """How a child of an age is written to; None below the youngest band, and before a birth."""
    reached = [band for band in Band if age is not None and age >= bands[band]]
    return reached[-1] if reached else None


WRITTEN_AS = {
    Band.READ: LetterKind.CHILD_READ,
    Band.SIDE: LetterKind.CHILD_SIDE,
    Band.FORM: LetterKind.CHILD_FORM,
    Band.GROWN: LetterKind.CHILD_GROWN,
}
OWN_AS = {
    Band.READ: LetterKind.OWN_READ,
    Band.SIDE: LetterKind.OWN_SIDE,
    Band.FORM: LetterKind.OWN_FORM,
    Band.GROWN: LetterKind.OWN_GROWN,
}


def letter_kind(told: InvitationTold) -> LetterKind:
    """In which words a letter is written."""
    if told.band is not None:
        return WRITTEN_AS[told.band]
    return LetterKind.AGENCY if told.to is To.AGENCY else LetterKind.INVITATION


# ----- What a kept letter is compared by -----
SINCE = {
    "meets": "It names another day or time: {was}.",
    "place": "It names another place: {was}.",
    "chair": "It names another chair, or how to reach them was changed.",
    "address": "Their name or address was changed after this was made.",
    "children": "It is about other children.",
    "arrive": "They are to arrive at another time than it says.",
    "reports": "Reports are due on another day, or one is asked for that was not.",
    "in_part": "They are excluded from a part of the conference, or not any more.",
    "of_all": "It is to somebody who may not read of all the children any more.",
    "comes": "It names somebody who is not invited any more, or of whom its reader is not to be told.",
    "kept_back": "An address was made confidential after this was made.",
    "band": "It is written as to a child of another age.",
}
CHANGED = {
    "meets": "The conference is on another day or at another time. It was to be on {was}.",
    "place": "The conference is in another place. It was to be in {was}.",
    "chair": "Somebody else leads the conference, or you reach them in another way.",
    "address": "Your name or address was put right.",
    "children": "It is not about the same children as before.",
    "arrive": "The time when you arrive is another.",
    "reports": "What is said of reports is other.",
    "in_part": "You come to other parts of the conference than it said.",
    "comes": "It is not the same people who are invited because of their work.",
    "band": "It is written in another way.",
}
# What letters were not kept with at first.
ADDED = ("in_part", "of_all", "comes", "kept_back", "band")


def source_of(told: InvitationTold) -> dict[str, Any]:
    """What a letter was made from, as it is kept with it. The day and the place stand in words, so that what
    a later version has other can say them; the rest are prints.
    """
    days = [uk_date(day) for day in (told.to_unit, told.to_family)]
    early = str(told.meets[0] - told.arrive) if told.arrive else ""
    jobs = [*told.comes, (told.name, told.role)] if told.role else told.comes
    return {
        "meets": uk_meeting(*told.meets),
        "place": told.place,
        "chair": address_print([told.chair, told.reach]),
        "address": address_print([told.name, *told.lines]),
        "children": sorted(told.ids),
        "arrive": early,
        "reports": [told.is_report_asked, *days],
        "in_part": told.in_part,
        "of_all": told.of_all,
        "comes": list(_prints(jobs)),
        "kept_back": list(told.kept_back),
        "band": told.band.value if told.band else "",
    }


def _prints(lines: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(sorted(address_print(one) for one in lines))


def _is_other(name: str, kept: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Of who comes and what is kept back, whether the letter tells what is not to be told now: it may tell
    less.
    """
    was, says = kept.get(name, now[name] if name in ADDED else None), now[name]
    if name == "of_all":
        return bool(was and not says)
    if name == "comes":
        return not set(was) <= set(says)
    if name == "kept_back":
        return not set(says) <= set(was)
    return bool(was != says)


def _other(kept: Mapping[str, Any], told: InvitationTold, words: Mapping[str, str]) -> list[str]:
    now = source_of(told)
    names = [name for name in words if _is_other(name, kept, now)]
    # The day of a report goes with the day of the conference.
    if "meets" in names and kept.get("reports", [None])[:1] == now["reports"][:1]:
        names = [name for name in names if name != "reports"]
    return [words[name].format(was=kept.get(name, "")) for name in names]


def since(kept: Mapping[str, Any], told: InvitationTold | None) -> list[str]:
    """What is other now than a letter tells, for whoever sends it; `told` None while no meeting is in the
    diary.
    """
    if told is None:
        return [f"It names a meeting that is not in the diary any more: {kept.get('meets', '')}."]
    return _other(kept, told, SINCE)


def changed_words(kept: Mapping[str, Any], told: InvitationTold) -> str:
    """The same for its reader: what a new version has other."""
    return " ".join(_other(kept, told, CHANGED))


SENT_AS = {
    SentHow.POST: Channel.LETTER,
    SentHow.RECORDED_POST: Channel.LETTER,
    SentHow.BY_HAND: Channel.IN_PERSON,
    SentHow.SECURE_EMAIL: Channel.EMAIL,
}
