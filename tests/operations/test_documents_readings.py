"""That a letter or a copy was read to somebody in their language, and large print: made with each."""

import datetime as dt
from io import BytesIO

import pytest
from pypdf import PdfReader

from conferences.models import Document, DocumentFile
from conferences.operations.copies import call_copy_off, make_copies, make_copy_again, release_copy
from conferences.operations.documents_readings import take_reading_back, tell_reading
from conferences.operations.letters import make_letters
from conferences.operations.recording_signing import sign
from conferences.queries.copies import copies_of, copy_since, offers
from conferences.queries.documents_corrected import mended_of
from conferences.rules.documents import ReadHow
from conferences.rules.exclusions import Given
from safeguarding.models import Person, Relationship
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import InvitationFactory, PersonFactory, RelationshipFactory, excluded
from tests.papers import WRITE, WRITE_COPY, pdf_text, word_text
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting, signed

pytestmark = pytest.mark.django_db
MOTHER = "Mother Samplewood"
READ_TO = "This is to be read to you in Polish (polski). If nobody has done it yet, ask us. It costs nothing."
LATER = AFTER + dt.timedelta(days=2)


@pytest.fixture
def support():
    return person("BUSINESS_SUPPORT")


@pytest.fixture
def record():
    found = signed(person("CHAIR"))[1]
    people = Person.objects.unscoped("test").filter(full_name=MOTHER)
    people.update(interpreter_language="polish")
    return found


def copy_for(record, by, name=MOTHER, **more):
    made = make_copies(record=record, write=WRITE_COPY, by=by, at=AFTER, **more)
    return next(one for one in made if name in (one.agency_name, one.person and one.person.full_name))


@pytest.fixture
def released(record, support):
    return release_copy(document=copy_for(record, support), by=record.booking.chair, at=AFTER)


def tell(document, by, at=AFTER, **more):
    told = {"how": ReadHow.INTERPRETER, "language": "Polish", "who": "Iris Exemplar"}
    return tell_reading(document=document, by=by, at=at, **(told | {"read_date": at.date()} | more))


def files(document):
    rows = DocumentFile.objects.unscoped("test").filter(document=document)
    return {one.format: bytes(one.content) for one in rows}


def sizes(content):
    found = set()
    for page in PdfReader(BytesIO(content)).pages:
        page.extract_text(
            visitor_text=lambda words, _, matrix, __, size: found.add((words, size * matrix[3]))
        )
    return {abs(round(size)) for words, size in found if words.strip()}


def test_each_copy_and_letter_has_its_words_in_large_print_too(record, support):
    make_letters(record=record, write=WRITE, by=support, at=AFTER)
    letter = Document.objects.unscoped("test").get(kind="DECISION_LETTER", person__full_name=MOTHER)
    for one in (copy_for(record, support), letter):
        kept = files(one)
        plain, large = pdf_text(kept["PDF"]), pdf_text(kept["BIG"])
        assert _words(large) == _words(plain)
        assert min(sizes(kept["BIG"])) >= 16 and min(sizes(kept["PDF"])) == 12
        root = PdfReader(BytesIO(kept["BIG"])).trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root


def _words(said):
    """Without the numbers of pages, of which large print has more."""
    return sorted(word for word in said.split() if not word.strip("'\",:+").isdigit() and word != "of")[:400]


def test_who_has_an_interpreter_reads_in_which_language_and_nobody_else_does(record, support):
    made = make_copies(record=record, write=WRITE_COPY, by=support, at=AFTER)
    for one in made:
        kept = files(one)
        mine = bool(one.person and one.person.full_name == MOTHER)
        assert (READ_TO in word_text(kept["WORD"])) is mine
        assert (READ_TO in pdf_text(kept["PDF"])) is mine


def test_another_language_makes_a_copy_stale(record, support):
    mothers = copy_for(record, support)
    may_have = {one.key: one for one in offers(support, record)}
    children = frozenset(part.requested_child.child_id for part in record.parts.all())
    assert copy_since(mothers, may_have, children, mended_of(record)) == []
    Person.objects.unscoped("test").filter(full_name=MOTHER).update(interpreter_language="Urdu")
    may_have = {one.key: one for one in offers(support, record)}
    assert copy_since(mothers, may_have, children, mended_of(record)) == [
        "The language of their interpreter was changed after this was made."
    ]
    mothers.told.pop("language")
    assert copy_since(mothers, may_have, children, mended_of(record)) == []


def test_who_read_it_in_which_language_and_when_is_kept(released, support):
    told = tell(released, support, who="  Iris   Exemplar ")
    assert (told.read_how, told.read_language, told.read_who) == ("INTERPRETER", "Polish", "Iris Exemplar")
    assert (told.read_date, told.read_by, told.read_at) == (AFTER.date(), support, AFTER)
    again = tell(released, person("CHAIR"), at=LATER, read_date=AFTER.date())
    assert again.read_by == support
    other = tell(released, support, at=LATER, who="Otto Exemplar", how=ReadHow.TRANSLATED)
    assert (other.read_who, other.read_how, other.read_at) == ("Otto Exemplar", "TRANSLATED", LATER)
    gone = take_reading_back(document=released, by=support, at=LATER)
    assert (gone.read_how, gone.read_who, gone.read_date, gone.read_by) == ("", "", None, None)
    with pytest.raises(Refused, match="not recorded that this was read"):
        take_reading_back(document=released, by=support, at=LATER)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"how": None}, "Select how it was done"),
        ({"language": " "}, "Select the language"),
        ({"who": ""}, "Enter who read, signed or translated it"),
        ({"read_date": None}, "Enter the day it was done"),
        ({"read_date": AFTER.date() + dt.timedelta(1)}, "cannot be in the future"),
        ({"read_date": AFTER.date() - dt.timedelta(1)}, "cannot have been done before this was made"),
        ({"who": "father samplewood"}, "father samplewood belongs to the family"),
        ({"who": "basil  testcase"}, "basil testcase belongs to the family"),
        ({"who": "Aunt Exemplar"}, "Aunt Exemplar belongs to the family"),
        ({"who": "Neighbour Exemplar"}, "Neighbour Exemplar belongs to the family"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(released, support, fields, words):
    request = released.record.booking.request
    child = request.children.first().child
    RelationshipFactory(
        child=child, person=PersonFactory(full_name="Aunt Exemplar"), end_date=dt.date(2017, 1, 3)
    )
    by_name = {"role": "Neighbour", "agency_kind": "", "is_report_asked": False}
    InvitationFactory(request=request, name="Neighbour Exemplar", **by_name)
    with pytest.raises(Refused, match=words) as refused:
        tell(released, support, **fields)
    assert {one.field for one in refused.value.problems} == set(fields)


def test_what_may_not_go_is_read_to_nobody(record, support):
    waits = copy_for(record, support)
    with pytest.raises(Refused, match="looks at this copy and releases it first"):
        tell(waits, support)
    call_copy_off(document=waits, reason="Not safe", by=support, at=AFTER)
    with pytest.raises(Refused, match="will not be sent"):
        tell(waits, support)


def test_an_agency_s_copy_is_read_to_nobody(record, support):
    theirs = copy_for(record, support, name="Teacher Exemplar")
    release_copy(document=theirs, by=record.booking.chair, at=AFTER)
    with pytest.raises(Refused, match="somebody of an agency"):
        tell(theirs, support)


def test_whoever_gets_nothing_any_more_by_the_chair_is_read_nothing_since(support):
    chair = person("CHAIR")
    booking, amy, basil = meeting(chair)
    tie = basil.requested_child.child.relationships.get()
    one = excluded(booking, person=tie.person)
    fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    sign(record=booking.record, by=chair, at=AFTER)
    decide(one, Given.YES, AFTER)
    keys = [(tie.person_id, "", "")]
    theirs = copy_for(booking.record, support, name=tie.person.full_name, keys=keys)
    release_copy(document=theirs, by=chair, words="The chair said so", at=AFTER)
    decide(one, Given.NO, LATER)
    with pytest.raises(Refused, match="does not get this yet"):
        tell(theirs, support, at=LATER)
    assert tell(theirs, support, at=LATER, read_date=AFTER.date()).read_how == "INTERPRETER"


def decide(exclusion, gets, at):
    told = {"outcome_words": "So", "outcome_by": exclusion.request.bookings.get().chair, "outcome_at": at}
    rows = type(exclusion).every.filter(pk=exclusion.pk)
    rows.update(gets_letter=gets, gets_record=gets, **told)


def test_whoever_belongs_to_no_child_any_more_is_read_nothing(released, support):
    released.person.relationships.update(in_error=True)
    with pytest.raises(Refused, match="not recorded any more as somebody of a child"):
        tell(released, support)


def test_after_a_newer_version_the_newer_one_is_read(released, support):
    make_copy_again(document=released, changed="The hour.", write=WRITE_COPY, by=support, at=AFTER)
    tell(released, support)
    with pytest.raises(Refused, match="A newer version was made"):
        tell(released, support, at=LATER)
    newest = copies_of(support, released.record)[(released.person_id, "", "")][0]
    assert newest.version == 2 and newest.read_how == ""


def test_on_no_day_after_they_were_nothing_to_the_children_any_more(released, support):
    ties = Relationship.objects.unscoped("test").filter(person=released.person)
    ties.update(end_date=AFTER.date())
    later = LATER.date() - dt.timedelta(1)
    with pytest.raises(Refused, match="not anything to a child of the conference any more on that day"):
        tell(released, support, at=LATER, read_date=later)
    assert tell(released, support, at=LATER, read_date=AFTER.date()).read_date == AFTER.date()
