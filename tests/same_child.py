"""Pairs of records of one child under two spellings, and people made at random."""

from dataclasses import replace
from datetime import date

from conferences.rules.same_child import Identity
from conferences.rules.same_child_names import Name
from conferences.rules.search import plain

BORN = date(2014, 4, 5)


def person(given: str, family: str, born: date | None = BORN, *others: tuple[str, str]) -> Identity:
    """A record with a name, a birth date and the names it had before."""
    earlier = tuple(Name(plain(one), plain(two), is_present=False) for one, two in others)
    return Identity(names=(Name(plain(given), plain(family)), *earlier), birth_date=born)


def unborn(given: str, family: str, expected: date) -> Identity:
    return replace(person(given, family, None), expected_date=expected)


# {what is different: (the record, the earlier one)}
PAIRS: dict[str, tuple[Identity, Identity]] = {
    "a middle name": (person("Amber Rose", "Probe"), person("Amber", "Probe")),
    "called by the middle name": (person("Amber Rose", "Probe"), person("Rose", "Probe")),
    "double-barrelled": (person("Amber", "Smyth-Probe"), person("Amber", "Probe")),
    "joined": (person("Amber", "Smyth-Probe"), person("Amber", "Smythprobe")),
    "three words joined": (person("Amber", "De La Probe"), person("Amber", "Delaprobe")),
    "given names joined": (person("Anne-Marie", "Probe"), person("Annemarie", "Probe")),
    "given names apart": (person("Maryjane", "Probe"), person("Mary Jane", "Probe")),
    "Tom and Thomas": (person("Tom", "Probe"), person("Thomas", "Probe")),
    "Tom and Thomas James, double-barrelled": (
        person("Tom", "Smyth"),
        person("Thomas James", "Smyth-Probe"),
    ),
    "Muhammad and Mohammed": (person("Muhammad", "Probe"), person("Mohammed", "Probe")),
    "swapped": (person("Amber", "Probe"), person("Probe", "Amber")),
    "one letter": (person("Amber", "Probe"), person("Ambar", "Probe")),
    "one letter of the family name": (person("Amber", "Smyth"), person("Amber", "Smith")),
    "two letters changed places": (person("Brian", "Probe"), person("Brain", "Probe")),
    "an accent and an apostrophe": (person("Zoë", "O’Probe"), person("Zoe", "Oprobe")),
    "day and month swapped": (person("Amber", "Probe"), person("Amber", "Probe", date(2014, 5, 4))),
    "a day out": (person("Amber", "Probe"), person("Amber", "Probe", date(2014, 4, 6))),
    "a letter and a day out": (person("Amber", "Probe"), person("Amber", "Proble", date(2014, 4, 4))),
    "an earlier name": (
        person("Amber", "Trial", BORN, ("Amber", "Probe")),
        person("Amber", "Probe"),
    ),
    "unborn under another number": (
        person("Amber", "Probe"),
        unborn("Unborn", "Probe", date(2014, 4, 19)),
    ),
    "unborn under the same mother, another name": (
        replace(person("Amber", "Probe"), mothers=frozenset({7})),
        replace(unborn("", "Trial", date(2014, 7, 1)), mothers=frozenset({7})),
    ),
}
