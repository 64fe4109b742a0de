"""Names, numbers and addresses of people who do not exist, and look it. Pure.

Family names are put together from words for made-up things. NHS numbers lie in the range kept for tests
(999), telephone numbers in the ranges that Ofcom keeps for drama, postcodes in ZZ99, where nobody lives.
"""

from itertools import product
from random import Random

from safeguarding.register.identifiers import nhs_check_digit


def words(text: str, between: str = " ") -> tuple[str, ...]:
    return tuple(text.split(between))


INVENTED = words(
    "Sample Fable Figment Myth Legend Parable Placeholder Specimen Pretend Imagin Fiction Demo Madeup "
    "Dummy Invent Tale Exemplar Nowhere Notreal Mockup Supposed Whimsy"
)
PLACES = words(
    "ington wood thorpe ley ham bury worth ford combe wick field brook shaw ridge more stead dale hurst "
    "mere croft gate by ton don"
)
GIRLS = words(
    "Amelia Aisha Beth Charlotte Daisy Elsie Freya Grace Hannah Isla Jasmine Kayla Lily Maya Niamh "
    "Olivia Poppy Quinn Ruby Sofia Tilly Una Violet Willow Yasmin Zara Chloe Ellie Imogen Nadia"
)
BOYS = words(
    "Alfie Adam Ben Charlie Dylan Ethan Finn George Harry Ibrahim Jack Kai Leo Mason Noah Oscar Patrick "
    "Rafi Sam Theo Umar Victor William Xavier Yusuf Zac Callum Jayden Luca Tomasz"
)
WOMEN = words(
    "Abigail Beatrice Carla Donna Elena Farah Gemma Helen Iman Joanne Kelly Laura Michelle Nicola Paula "
    "Rachel Samira Tracey Ursula Vicky Wendy Zofia"
)
MEN = words(
    "Aaron Barry Craig Darren Edward Faisal Gareth Hassan Ian Jason Kevin Lee Mark Nathan Owen Piotr "
    "Ryan Simon Terry Vikram Wayne Zain"
)
STREETS = words(
    "Storybook Lane,Once Upon Road,Make Believe Close,Chapter Street,Rhyme Avenue,Tall Tale Terrace,"
    "Nursery Row,Paper Moon Drive,Inkwell Court,Footnote Way",
    ",",
)
TOWNS = ("Fableton", "Storyford", "Little Yarning", "Inkwell Bridge")
LANGUAGES = ("Polish", "Urdu", "Arabic", "Romanian", "Punjabi", "Kurdish (Sorani)", "British Sign Language")
NEEDS = (
    "Reads with difficulty: talk it through, and send letters in large print.",
    "Hard of hearing: face the person, and ask for a quiet room with the hearing loop.",
    "A learning disability: short meetings, one question at a time, advocate invited.",
    "Very anxious in groups: meet the chair first, and agree a sign for a break.",
)
SAFE_CONTACT = (
    "Text first and wait for an answer. Never leave a message.",
    "Ring between 10 and 2 on weekdays only.",
    "Only through the school's pastoral lead.",
)
# Of the families that a newcomer is shown; nobody else is called so.
SHOWN_NAMES = {
    "SIBLINGS": "Fablethorpe",
    "NEAR": "Fabelthorpe",
    "REPLAN": "Samplewood",
    "UNBORN": "Testington",
    "RESTRICTED": "Hiddenham",
    "BARRED": "Cousinsworth",
    "OVERDUE": "Lateford",
}
SHOWN_GIVEN_NAMES = {
    "SIBLINGS": ("Amber", "Basil", "Clover", "Dill", "Elder"),
    "NEAR": ("Ambar", "Bazil", "Clova", "Dilys", "Elda"),
    "REPLAN": ("Marigold", "Robin", "Sorrel", "Tansy", "Wren"),
    "UNBORN": ("",),
    "RESTRICTED": ("Ivy", "Jasper", "Kestrel", "Linnet", "Merlin"),
    "BARRED": ("Pearl", "Rowan", "Saffron", "Teasel", "Umber"),
}
SHOWN_MOTHERS = {"SIBLINGS": "Rosalind", "REPLAN": "Juniper", "UNBORN": "Willow", "RESTRICTED": "Hyacinth"}
NAMES = [f"{word}{place}" for word, place in product(INVENTED, PLACES)]
NAMES = [name for name in NAMES if name not in SHOWN_NAMES.values()]
# Coprime to the number of names, so that families that follow each other have names that are far apart.
STRIDE = 211


def family_name(number: int, shown_as: str = "") -> str:
    """The name of the family with this number; a name comes again after some five hundred families."""
    return SHOWN_NAMES.get(shown_as) or NAMES[number * STRIDE % len(NAMES)]


def given_names(sexes: list[str], rng: Random, shown_as: str = "") -> list[str]:
    """A name for each child of a family, of F or M, none twice."""
    if shown_as in SHOWN_GIVEN_NAMES:
        return list(SHOWN_GIVEN_NAMES[shown_as][: len(sexes)])
    girls, boys = rng.sample(GIRLS, len(sexes)), rng.sample(BOYS, len(sexes))
    return [girl if sex == "F" else boy for sex, girl, boy in zip(sexes, girls, boys, strict=True)]


def woman(rng: Random) -> str:
    return rng.choice(WOMEN)


def man(rng: Random) -> str:
    return rng.choice(MEN)


def address(rng: Random) -> str:
    return f"{rng.randint(1, 120)} {rng.choice(STREETS)}, {rng.choice(TOWNS)}"


def postcode(rng: Random) -> str:
    return f"ZZ99 {rng.randint(1, 9)}{rng.choice('ABDEFGH')}{rng.choice('JLNPQRST')}"


def telephone(rng: Random) -> str:
    start = rng.choice(("01632 960", "07700 900"))
    return f"{start}{rng.randint(0, 999):03}"


def email(full_name: str) -> str:
    return f"{full_name.lower().replace(' ', '.')}@families.example"


def la_child_id(number: int) -> str:
    return f"F{100_000 + number}"


def nhs_number(number: int) -> str:
    """The nth NHS number of the test range; blank where its first nine digits have no check digit."""
    nine = f"999{number:06}"
    check = nhs_check_digit(nine)
    return nine + check if check else ""
