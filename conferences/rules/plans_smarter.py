"""What is missing in the words of one action of a plan, letter by letter: advice with an example, and never
in anybody's way. It reads the text, and not only whether a box is filled. Pure.

SMARTER (process.md 2; plans-practice 1, L and I): Specific, Measurable, Achievable (whoever does it agreed),
Relevant (for an outcome), Time-bound. Evaluated and Reviewed are asked once an action is judged, at core
groups.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from conferences.rules.plans_vague import NO_DAY, NO_MEASURE, NOBODY, VAGUE
from safeguarding.labelled import Labelled
from safeguarding.wording import uk_date


class Letter(Labelled):
    """The letters that are read in an action; the words are what it should be."""

    SPECIFIC = "S", "Specific"
    MEASURABLE = "M", "Measurable"
    AGREED = "A", "Agreed with whoever does it"
    RELEVANT = "R", "For an outcome"
    TIMED = "T", "With a day"


# Judged at each core group and conference: there is nothing to read of it before.
JUDGED_LATER = ("Evaluated", "Reviewed")


@dataclass(frozen=True)
class Words:
    """An action as it is written. `outcome`: what it is to make different for the child, "" where it is for
    none; `agreed`: when whoever does it said that they will; `looked_at`: the day of the next conference.
    """

    what: str
    who: str = ""
    by_date: date | None = None
    measure: str = ""
    evidence: str = ""
    agreed: date | None = None
    outcome: str = ""
    looked_at: date | None = None


@dataclass(frozen=True)
class Advice:
    """What one letter lacks, kindly, and an example of better words ("" where none helps)."""

    letter: Letter
    sentence: str
    example: str = ""


DAYS = "mon|tues|wednes|thurs|fri|satur|sun"
MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTHS})[a-z]*\b(?:\s+\d{{4}})?|\b\d{{1,2}}/\d{{1,2}}(?:/\d+)?",
    re.IGNORECASE,
)
COUNT = (
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|once|twice|half|\d+)\b"
    r"(?!\s*(?:of them|another)\b)"
)
OFTEN = (
    rf"\b(?:daily|nightly|weekly|fortnightly|monthly|(?:every|each)\s+(?!other's\b)\w+|(?:a|per)\s+(?:day|week|month)"
    rf"|(?:on\s+)?(?:{DAYS})days?|(?:on\s+)?(?:{DAYS})day)\b"
)
# A promise not to do something can be seen broken.
NOT_DONE = (
    r"\b(?:never|(?:will|does|do|is|are|must|shall) not|won['’]t|nobody|no one|"
    r"no (?:\w+ )?(?:alcohol|drugs|contact|visits?|shouting|hitting|unsupervised))\b"
)
# An act that anybody can see done, once.
DONE_ONCE = (
    r"\b(?:phones?|rings?|calls?|books?|registers?|signs?|sends?|writes?|buys?|fits?|brings?|takes?|collects?|"
    r"meets?|visits?|asks?|tells?|moves?|pays?|applies|apply|fills?|shows?|weighs?|gives?|sees?|goes|"
    r"sleeps?|stays?|reads?|cleans?|washes|cooks?|locks?|installs?|changes? the|removes?|"
    r"lays?|puts?|walks?|drives?)\b"
)
SO_THAT = re.compile(r"\b(?:so that|so (?:he|she|they|the|[A-Z]\w+)\b|in order that)", re.IGNORECASE)
AGREED = re.compile(
    r"(?<!not )(?<!to be )\b(?:agreed|agrees|has said (?:that )?(?:he|she|they) will|said yes|promised|"
    r"offered to|wants to)\b",
    re.IGNORECASE,
)
TWO_ACTS = re.compile(r";|\n|\band (?:also|then)\b|\bas well as\b", re.IGNORECASE)
MOST_ACTS = 3


def _has(pattern: str, words: str) -> bool:
    return re.search(pattern, words, re.IGNORECASE) is not None


def _phrase(words: str, phrases: tuple[str, ...] | dict[str, str]) -> str:
    """The first of the phrases that stands in the words, in any of its forms; "" for none."""
    plain = words.casefold()
    return next((one for one in phrases if re.search(_form(one), plain)), "")


def _form(phrase: str) -> str:
    """A phrase with its first verb in any form: engage, engages, engaging with."""
    first, _, rest = phrase.partition(" ")
    stem = first.removesuffix("e") if len(first) > 3 else first
    ends = "(?:e|es|ed|s|ing|y|ies|d)?" if len(first) > 3 else ""
    after = "".join(rf"\s+{re.escape(word)}" for word in rest.split())
    return rf"\b{re.escape(stem)}{ends}{after}\b"


def _without_dates(words: str) -> str:
    return DATE.sub(" ", words)


def _is_concrete(words: str) -> bool:
    """Whether something in it can be seen or counted: a date alone cannot."""
    bare = _without_dates(words)
    return _has(OFTEN, bare) or _has(COUNT, bare) or _has(NOT_DONE, bare)


def _specific(one: Words) -> Advice | None:
    """One doer, one act, where or how often (S)."""
    vague = _phrase(one.what, VAGUE)
    doer = one.who.strip().casefold()
    if doer in NOBODY or not doer:
        return Advice(
            Letter.SPECIFIC,
            "Say who does it, by name: what is everybody’s to do is nobody’s",
            VAGUE.get(vague, "Parent Samplewood phones the clinic by Friday"),
        )
    if vague and not _is_concrete(one.what) and not (_has(DONE_ONCE, _rest(one.what, vague))):
        return Advice(
            Letter.SPECIFIC,
            f"“{vague}” can mean many things: say what is done, where and how often",
            VAGUE[vague],
        )
    if len(TWO_ACTS.findall(one.what)) >= MOST_ACTS:
        return Advice(Letter.SPECIFIC, "There are several actions in this one: write each by itself")
    if len(one.what.split()) < 3:
        return Advice(
            Letter.SPECIFIC,
            "Say what is done, where and how often",
            "Mum takes Amy to the clinic on Oak Street each Tuesday at 3",
        )
    return None


def _rest(words: str, phrase: str) -> str:
    """What the text says beside its vague phrase."""
    return re.sub(_form(phrase), " ", words.casefold())


def _measurable(one: Words) -> Advice | None:
    """Something that is seen or counted, how it is today, who looks (M). A date is no measure."""
    measure = f"{one.measure} {one.evidence}".strip()
    example = "8 of 10 sessions; the school’s list shows no late morning since 3 February"
    if measure:
        if _is_concrete(measure) or (_has(DONE_ONCE, measure) and not _phrase(measure, NO_MEASURE)):
            return None
        if not _phrase(measure, NO_MEASURE) and len(_without_dates(measure).split()) > 3:
            return None
        sentence = "Say what will be seen or counted, how it is today, and who looks"
        return None if _counted_in(one.what) else Advice(Letter.MEASURABLE, sentence, example)
    if _counted_in(one.what):
        return None
    return Advice(Letter.MEASURABLE, "Say how we will know that it worked", example)


def _counted_in(what: str) -> bool:
    """Whether the action itself says what is counted: how often, how many, or what is never done."""
    return _is_concrete(what)


def _agreed(one: Words) -> Advice | None:
    """Whoever does it said that they will (A)."""
    if one.agreed or AGREED.search(f"{one.what} {one.measure}"):
        return None
    return Advice(Letter.AGREED, "Ask whoever does it whether they can, and write down the day they said yes")


def _relevant(one: Words) -> Advice | None:
    """What it is to make different for the child (R)."""
    if one.outcome.strip() or SO_THAT.search(one.what):
        return None
    return Advice(
        Letter.RELEVANT,
        "Say which need it is for, and what will be different for the child",
        "Dad does the course so that Amy is settled by 8 without shouting",
    )


def _timed(one: Words) -> Advice | None:
    """A real day, not after the next conference (T)."""
    example = "By 12 March, and looked at in each core group"
    text = one.what if one.by_date is None else f"{one.what} {one.measure}"
    never = _phrase(text, NO_DAY)
    if one.by_date is None and not DATE.search(one.what):
        return Advice(Letter.TIMED, "Give the day by which it is done", example)
    if never and not DATE.search(text):
        return Advice(Letter.TIMED, f"“{never}” is no day: say by when it is looked at", example)
    if one.by_date and one.looked_at and one.by_date > one.looked_at:
        return Advice(
            Letter.TIMED,
            f"Its day is after the next conference, {uk_date(one.looked_at)}: say what is done by then",
        )
    return None


def advice_on(one: Words) -> list[Advice]:
    """What each letter of an action lacks, in the order of the word; nothing for one that has all five."""
    found = (_specific(one), _measurable(one), _agreed(one), _relevant(one), _timed(one))
    return [advice for advice in found if advice]


def letters_missing(one: Words) -> str:
    """The letters that it lacks: "SMAR"."""
    return "".join(advice.letter for advice in advice_on(one))
