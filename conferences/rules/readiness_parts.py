"""What makes each part of a conference ready, from what is recorded of it. Pure.

Working Together 2018 and 2023 (S): the chair meets parents and child beforehand, and children are heard. R12
for reports, R16 for a quorum, R21 for exclusions; the Equality Act 2010 for what people need (S). What nobody
recorded is not known; it is never ready. No sentence here names anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from conferences.rules.invitations import Asked, Need, Reply, is_enough, who_comes
from conferences.rules.preparation import ContactMaker, ContactOutcome
from conferences.rules.scheduling_room import MAY_COME
from safeguarding.labelled import Labelled, label
from safeguarding.wording import counted, joined, lower_first


class State(Labelled):
    """How one of them stands."""

    LATE = "LATE", "Late"
    WAITING = "WAITING", "Not ready"
    UNKNOWN = "UNKNOWN", "Not known"
    READY = "READY", "Ready"
    NOT_NEEDED = "NOT_NEEDED", "Not needed"


class Counts(Labelled):
    """Whose contact with the family counts as the chair’s: in the order of the local answers (CONTACT_BY)."""

    CHAIR = "CHAIR", "the chair alone"
    UNIT = "UNIT", "the chair or the unit for them"
    ANYBODY = "ANYBODY", "the chair or the unit or the children’s worker"


MAKERS = {
    Counts.CHAIR: (ContactMaker.CHAIR,),
    Counts.UNIT: (ContactMaker.CHAIR, ContactMaker.SUPPORT),
    Counts.ANYBODY: tuple(ContactMaker),
}
NO_FAMILY = "Nobody of the family is on the list of who is invited"
NO_AGENCY = "No agency is on the list of who is invited"


@dataclass(frozen=True)
class Numbers:
    """The local limits, as they stand for one conference."""

    invite: int
    told: int
    quorum: int
    contact: int
    tries: int
    others_needed: int
    by: int
    counts: Counts


@dataclass(frozen=True)
class Guest:
    """Somebody on the list: of the family, a child of the request, or of an agency. `since`: the day on which
    they came on it; `is_of_age`: a child to be invited; `is_invited` to where the meeting stands; `met`: for
    which needs something is arranged; `came`: the day of their report; `is_language_known`: which one they
    speak, or their needs are in words.
    """

    is_agency: bool = False
    is_child: bool = False
    is_of_age: bool = False
    is_excluded: bool = False
    counted_as: str = ""
    reply: str = Reply.WAITING.value
    since: date | None = None
    is_invited: bool = False
    is_written: bool = False
    needed: frozenset[str] = frozenset()
    met: frozenset[str] = frozenset()
    is_report_asked: bool = False
    is_waited_for: bool = False
    is_to_be_shown: bool = False
    came: date | None = None
    has_chosen: bool = False
    is_language_known: bool = False
    is_on_screen: bool = False

    @property
    def is_family(self) -> bool:
        return not (self.is_agency or self.is_child)

    @property
    def is_to_come(self) -> bool:
        """Of the family, and not excluded from all of it."""
        return self.is_family and not self.is_excluded


@dataclass(frozen=True)
class ChildBefore:
    """A child of the conference: `is_of_age` to be written to and spoken with; `is_heard` once words of
    theirs are recorded, or why there are none.
    """

    is_unborn: bool = False
    is_of_age: bool = False
    is_on_list: bool = False
    is_heard: bool = False


@dataclass(frozen=True)
class Place:
    """The room: what it has is None where nobody has said."""

    seats: int = 0
    is_step_free: bool | None = None
    has_hearing_loop: bool | None = None
    has_video: bool | None = None
    has_waiting_room: bool | None = None
    is_closed: bool = False
    are_apart: bool = False


@dataclass(frozen=True)
class Whom:
    """One with whom the chair speaks: the contacts (outcome, who made it), and since when they are to."""

    contacts: Sequence[tuple[str, str]] = ()
    since: date | None = None


@dataclass(frozen=True)
class Facts:
    """What is known of one conference. `exclusions` are the day each was asked for, and whether it is decided
    and told; `thinking` None where none is required, else whether it is held or waived.
    """

    meets: date
    put_there: date
    to_unit: date
    to_family: date
    guests: Sequence[Guest] = ()
    children: Sequence[ChildBefore] = ()
    spoken: Sequence[Whom] = ()
    exclusions: Sequence[tuple[date, bool]] = ()
    place: Place = field(default_factory=Place)
    has_minutes: bool = False
    goes_on: bool = False
    thinking: bool | None = None
    needs_interpreter: bool = False


Verdict = tuple[State, str]


def _people(guests: Sequence[Guest]) -> str:
    return counted(len(guests), "person", "people")


def _nobody(facts: Facts) -> Verdict:
    """Where nobody of the family is to come: none is on the list, or each is excluded from all of it."""
    if any(one.is_family for one in facts.guests):
        return State.NOT_NEEDED, "Whoever of the family is on the list is excluded from all of it"
    return State.UNKNOWN, NO_FAMILY


def family(facts: Facts) -> Verdict:
    of = [one for one in facts.guests if one.is_to_come]
    if not of:
        return _nobody(facts)
    waits = [one for one in of if not one.is_invited]
    if waits:
        return State.WAITING, f"Not invited yet, or not since the meeting was moved: {_people(waits)}"
    spoken = [one for one in of if not one.is_written]
    if spoken:
        return State.WAITING, f"Told without a letter: {_people(spoken)}"
    return State.READY, f"Invited: {_people(of)}"


def children(facts: Facts) -> Verdict:
    of_age = [one for one in facts.children if one.is_of_age]
    if not of_age:
        return State.NOT_NEEDED, "No child is of an age to be invited"
    asked = [one for one in facts.guests if one.is_child and one.is_of_age]
    absent = [one for one in of_age if not one.is_on_list]
    if absent:
        return State.UNKNOWN, f"Not on the list: {counted(len(absent), 'child', 'children')}"
    for waits, words in (
        ([one for one in asked if not one.is_invited], "To be invited"),
        ([one for one in asked if not one.has_chosen], "Have not said how they take part"),
    ):
        if waits:
            return State.WAITING, f"{words}: {counted(len(waits), 'child', 'children')}"
    return State.READY, "Each is invited, and said how they take part"


def agencies(facts: Facts) -> Verdict:
    of = [one for one in facts.guests if one.is_agency]
    if not of:
        return State.UNKNOWN, NO_AGENCY
    waits = [one for one in of if not one.is_invited]
    if waits:
        return State.WAITING, f"Not invited yet, or not since the meeting was moved: {_people(waits)}"
    return State.READY, f"Invited: {_people(of)}"


def quorum(facts: Facts, numbers: Numbers) -> Verdict:
    asked = [Asked(one.counted_as, one.reply) for one in facts.guests if one.counted_as]
    if not asked:
        return State.UNKNOWN, NO_AGENCY
    says = who_comes(asked, others_needed=numbers.others_needed)
    if is_enough(asked, others_needed=numbers.others_needed):
        return State.READY, says
    if facts.goes_on:
        return State.READY, "Too few come, and the chair goes on with a reason"
    if is_enough(asked, others_needed=numbers.others_needed, if_all=True):
        return State.WAITING, f"Enough come if those do who have not answered. {says}"
    return State.WAITING, f"Too few are invited, or can come. {says}"


def reports(facts: Facts) -> Verdict:
    if not any(one.is_agency for one in facts.guests):
        return State.UNKNOWN, NO_AGENCY
    asked = [one for one in facts.guests if one.is_report_asked]
    if not asked:
        return State.NOT_NEEDED, "No agency is asked for a report"
    waits = [one for one in asked if one.is_waited_for]
    if waits:
        return State.WAITING, f"{len(waits)} of {counted(len(asked), 'report')} not here"
    return State.READY, "Each is here, or it is recorded why none comes"


def shared(facts: Facts) -> Verdict:
    if not any(one.is_agency for one in facts.guests):
        return State.UNKNOWN, NO_AGENCY
    asked = [one for one in facts.guests if one.is_report_asked]
    shown = [one for one in facts.guests if one.is_to_be_shown]
    if shown:
        return State.WAITING, f"Not shown to the family: {counted(len(shown), 'report')}"
    waits = [one for one in asked if one.is_waited_for]
    if waits:
        return State.WAITING, f"Not here to be shown: {counted(len(waits), 'report')}"
    if not asked:
        return State.NOT_NEEDED, "No agency is asked for a report"
    return State.READY, "The family was shown each, or it is recorded why not"


def _tongue(of: Iterable[Guest], facts: Facts) -> str:
    """An interpreter whom nobody can book, for nobody has said for which language."""
    waits = [one for one in of if Need.INTERPRETER in one.needed - one.met and not one.is_language_known]
    return ". Nobody has said for which language" if waits and not facts.needs_interpreter else ""


def needs(facts: Facts) -> Verdict:
    of = [one for one in facts.guests if not one.is_excluded]
    unmet = {code for one in of for code in one.needed - one.met}
    if facts.needs_interpreter and not any(Need.INTERPRETER in one.needed for one in of):
        unmet.add(Need.INTERPRETER)
    if unmet:
        what = joined([lower_first(label(Need, one)) for one in Need if one in unmet])
        return State.WAITING, f"Not arranged: {what}{_tongue(of, facts)}"
    if not any(one.is_family for one in facts.guests):
        return State.UNKNOWN, NO_FAMILY
    silent = [one for one in of if not one.is_agency and one.reply == Reply.WAITING and not one.needed]
    if silent:
        return (
            State.UNKNOWN,
            f"What they need is not known until they answer: {_people(silent)} of the family",
        )
    if not any(one.needed for one in of):
        return State.NOT_NEEDED, "All of the family answered, and nobody needs anything"
    return State.READY, "What people need is arranged"


def contact(facts: Facts, numbers: Numbers) -> Verdict:
    if not any(one.is_family for one in facts.guests) or not facts.spoken:
        return _nobody(facts)
    left = unspoken(facts, numbers)
    if not left:
        return (
            State.READY,
            f"Talked with, declined or tried: {counted(len(facts.spoken), 'person', 'people')}",
        )
    begun = [one for one in left if one.contacts]
    more = f"; begun, but not enough yet: {len(begun)}" if begun else ""
    return (
        State.WAITING,
        f"{len(left)} of {counted(len(facts.spoken), 'person', 'people')} still to be spoken with{more}",
    )


def unspoken(facts: Facts, numbers: Numbers) -> list[Whom]:
    """With whom the chair is still to speak."""
    return [one for one in facts.spoken if not is_spoken(one.contacts, numbers.tries, numbers.counts)]


def is_spoken(contacts: Iterable[tuple[str, str]], tries: int, counts: Counts) -> bool:
    """Working Together (S), by whom and how often (L): whether the chair’s contact with one person is done:
    they talked, or did not want to, or were tried so often.
    """
    own = [outcome for outcome, maker in contacts if maker in MAKERS[counts]]
    done = (ContactOutcome.MET, ContactOutcome.DECLINED)
    return any(one in done for one in own) or own.count(ContactOutcome.FAILED) >= tries


def views(facts: Facts) -> Verdict:
    born = [one for one in facts.children if not one.is_unborn]
    if not born:
        return State.NOT_NEEDED, "No child is born yet"
    unheard = [one for one in born if not one.is_heard]
    if unheard:
        return State.UNKNOWN, f"Nothing is recorded of {counted(len(unheard), 'child', 'children')}"
    return State.READY, "The words of each are recorded, or why there are none"


def exclusions(facts: Facts) -> Verdict:
    if not facts.exclusions:
        return State.NOT_NEEDED, "Nobody asked that somebody is excluded"
    waits = [day for day, is_settled in facts.exclusions if not is_settled]
    if waits:
        return State.WAITING, f"Not decided yet, or the person is not told yet: {len(waits)}"
    return State.READY, "Each is decided, and whoever is excluded was told"


def _access(come: Sequence[Guest], place: Place) -> list[tuple[bool, bool | None, str]]:
    """What a room should have where somebody who may be there needs access: the need says no nearer what."""
    is_needed = any(Need.ACCESS in one.needed for one in come)
    return [
        (is_needed, place.is_step_free, "a way in without steps"),
        (is_needed, place.has_hearing_loop, "a hearing loop"),
    ]


def room(facts: Facts) -> Verdict:
    place = facts.place
    if place.is_closed:
        return State.WAITING, "It is closed on that day"
    if not facts.guests:
        return State.UNKNOWN, "Nobody is on the list of who is invited"
    let_in = [one for one in facts.guests if not one.is_excluded]
    come = [one for one in let_in if not one.is_on_screen and one.reply in MAY_COME]
    # Beside them sit who leads it and, where somebody is chosen, who takes the minutes.
    seats = len(come) + 1 + facts.has_minutes
    if seats > place.seats:
        return State.WAITING, f"It has {counted(place.seats, 'seat')}, and {seats} may come"
    wanted = (
        (any(one.is_on_screen for one in let_in), place.has_video, "video"),
        (place.are_apart, place.has_waiting_room, "a waiting room"),
        *_access(come, place),
    )
    for is_wanted, has, what in wanted:
        if is_wanted and has is False:
            return State.WAITING, f"It has no {what.removeprefix('a ')}"
        if is_wanted and has is None:
            return State.UNKNOWN, f"Nobody has said whether it has {what}"
    return State.READY, "There are seats for all who may come, and what they need of it"


def minutes(facts: Facts) -> Verdict:
    if facts.has_minutes:
        return State.READY, "Somebody is chosen"
    return State.WAITING, "Nobody is chosen: the chair would type alone"


def thinking(facts: Facts) -> Verdict:
    if facts.thinking is None:
        return State.NOT_NEEDED, "None is required"
    return (State.READY, "Held, or waived") if facts.thinking else (State.WAITING, "Required, and not held")
