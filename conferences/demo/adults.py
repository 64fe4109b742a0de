"""The grown-ups and the homes of the demo's families: who is what to whom, and how to reach them safely."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from conferences.demo import people
from conferences.demo.batch import Batch
from conferences.demo.ledger import SIBLINGS
from safeguarding.models import Child, Family, Household, HouseholdMember, Person, Relationship
from safeguarding.register.codes import ParentalResponsibility as Responsibility
from safeguarding.register.codes import RelationshipKind as Kind

FATHER_KNOWN = 0.75
PARENTS_APART = 0.5
ANOTHER_FATHER = 0.15
PARTNER = 0.15
GRANDPARENT = 0.2
NEEDS_HELP_TO_FOLLOW = 0.07
INTERPRETER = 0.06
HIDDEN_ADDRESS = 0.05


@dataclass
class Adults:
    """Adds a family's grown-ups to the batch; `fully` for families of today, else the mother alone."""

    batch: Batch
    family: Family
    children: list[Child]
    rng: Random

    def add(self, shown_as: str, fully: bool) -> None:
        given = people.SHOWN_MOTHERS.get(shown_as) or people.woman(self.rng)
        mother = self._person(given, self.family.name)
        self._mother_of_all(mother)
        if shown_as == SIBLINGS:
            self._separate(mother)
        elif fully:
            self._home(mother, self.children)
            self._others(mother)

    def _mother_of_all(self, mother: Person) -> None:
        for child in self.children:
            self._is(mother, child, Kind.MOTHER, Responsibility.YES)

    def _others(self, mother: Person) -> None:
        if self.rng.random() < FATHER_KNOWN:
            self._father(mother)
        if self.rng.random() < PARTNER:
            partner = self._person(people.man(self.rng), "", mother)
            for child in self.children:
                self._is(partner, child, Kind.PARTNER_OF_PARENT, Responsibility.NO)
        if self.rng.random() < GRANDPARENT:
            grandmother = self._person(people.woman(self.rng), self.family.name)
            for child in self.children:
                self._is(grandmother, child, Kind.GRANDPARENT, Responsibility.NO)

    def _father(self, mother: Person) -> None:
        apart = self.rng.random() < PARENTS_APART
        father = self._person(people.man(self.rng), "", None if apart else mother)
        another = len(self.children) > 1 and self.rng.random() < ANOTHER_FATHER
        for child in self.children[:-1] if another else self.children:
            known = Responsibility.YES if self.rng.random() < 0.85 else Responsibility.UNKNOWN
            self._is(father, child, Kind.FATHER, known)
        if another:
            second = self._person(people.man(self.rng), "")
            self._is(second, self.children[-1], Kind.FATHER, Responsibility.UNKNOWN)
        if apart:
            father.address_is_confidential = self.rng.random() < HIDDEN_ADDRESS
            self._home(father, [])

    def _separate(self, mother: Person) -> None:
        """The sibling group that a newcomer is shown: two homes, one of them kept from the other parent."""
        mother.address_is_confidential = True
        mother.safe_contact = people.SAFE_CONTACT[0]
        mother.telephone, mother.email = "07700 900123", ""
        father = self._person("Gawain", self.family.name)
        father.safe_contact = "Letters to his own home only. He must not learn the mother's address."
        second = self._person("Perceval", "Storyman")
        second.interpreter_language = "British Sign Language"
        for child in self.children[:-1]:
            self._is(father, child, Kind.FATHER, Responsibility.YES)
        self._is(second, self.children[-1], Kind.FATHER, Responsibility.UNKNOWN)
        grandmother = self._person("Guinevere", self.family.name)
        for child in self.children:
            self._is(grandmother, child, Kind.GRANDPARENT, Responsibility.NO)
        self._home(mother, self.children)
        self._home(father, [])

    def _person(self, given: str, family_name: str, at_home_of: Person | None = None) -> Person:
        surname = family_name or people.family_name(self.rng.randint(1, 10_000))
        person = Person(
            family=self.family,
            full_name=f"{given} {surname}",
            address=at_home_of.address if at_home_of else people.address(self.rng),
            postcode=at_home_of.postcode if at_home_of else people.postcode(self.rng),
            telephone=people.telephone(self.rng),
        )
        if self.rng.random() < 0.4:
            person.email = people.email(person.full_name)
        if self.rng.random() < NEEDS_HELP_TO_FOLLOW:
            person.communication_needs = self.rng.choice(people.NEEDS)
        if self.rng.random() < INTERPRETER:
            person.interpreter_language = self.rng.choice(people.LANGUAGES)
        if self.rng.random() < HIDDEN_ADDRESS:
            person.safe_contact = self.rng.choice(people.SAFE_CONTACT)
        return self.batch.add(person)

    def _is(self, person: Person, child: Child, kind: Kind, responsibility: Responsibility) -> None:
        self.batch.add(
            Relationship(child=child, person=person, kind=kind, parental_responsibility=responsibility)
        )

    def _home(self, person: Person, children: list[Child]) -> None:
        home = self.batch.add(
            Household(
                family=self.family,
                name=f"Home of {person.full_name}",
                address=person.address,
                postcode=person.postcode,
                is_confidential=person.address_is_confidential,
            )
        )
        self.batch.add(HouseholdMember(household=home, person=person))
        for child in children:
            if not child.is_unborn:
                self.batch.add(HouseholdMember(household=home, child=child, start_date=child.birth_date))
