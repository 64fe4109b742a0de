"""The letter of an exclusion: made once, kept, changed by a new version, and told with its sending."""

import datetime as dt

import pytest

from conferences.documents.exclusions import writer
from conferences.models import Exclusion, ExclusionLetterFile
from conferences.operations import exclusions_letters as operations
from conferences.operations.exclusions import tell_excluded
from conferences.operations.scheduling import cancel, move
from conferences.rules.documents import DocumentFormat, SentHow, digest
from conferences.rules.exclusions import ToldHow, Way
from conferences.rules.workflow import CancelReason, MoveReason
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import ExclusionFactory, RelationshipFactory, excluded
from tests.papers import word_text
from tests.scheduling import NOW, booked, place

pytestmark = pytest.mark.django_db
WRITE = writer("Fableshire Council")
LATER = NOW + dt.timedelta(days=1)


@pytest.fixture
def conference():
    return booked()


@pytest.fixture
def one(conference):
    child = conference.request.children.get().child
    father = RelationshipFactory(
        child=child,
        person__full_name="Jay Exemplar",
        person__address="1 Sample Road",
        person__postcode="ZZ1 1ZZ",
    ).person
    return excluded(conference, person=father)


def make(one, version=None, changed="", at=NOW):
    act = {"exclusion": one, "version": version, "changed": changed, "write": WRITE}
    return operations.make_letter(**act, by=person("BUSINESS_SUPPORT"), at=at)


def send(letter, at=NOW, day=None):
    told = {"how": SentHow.RECORDED_POST, "sent_date": day or at.date()}
    return operations.mark_letter_sent(letter=letter, **told, by=person("BUSINESS_SUPPORT"), at=at)


def files(letter):
    return {one.format: one for one in ExclusionLetterFile.objects.unscoped("test").filter(letter=letter)}


def words(letter):
    return word_text(bytes(files(letter)["WORD"].content))


def test_it_is_made_in_both_formats_and_each_has_its_sum(one):
    letter = make(one)
    kept = files(letter)
    assert set(kept) == {form.value for form in DocumentFormat}
    assert all(file.sha256 == digest(bytes(file.content)) for file in kept.values())
    said = words(letter)
    assert "Jay Exemplar" in said and "1 Sample Road" in said and one.letter_why in said
    assert one.facts not in said and one.reasons not in said


def test_it_goes_once_and_the_person_is_told_by_it(one):
    letter = make(one)
    send(letter)
    told = Exclusion.objects.unscoped("test").get()
    assert (told.told_how, told.told_date) == ("LETTER", NOW.date())
    with pytest.raises(Refused, match="already sent"):
        send(letter)


def test_a_later_version_says_what_is_other_and_of_what_it_takes_the_place(one):
    first = make(one)
    send(first)
    with pytest.raises(Refused, match="Say what is other"):
        make(one, version=1, at=LATER)
    with pytest.raises(Refused, match="made meanwhile"):
        make(one, changed="The hour.", at=LATER)
    second = make(one, version=1, changed="The hour.", at=LATER)
    assert "takes the place of the one of" in words(second) and "The hour." in words(second)
    with pytest.raises(Refused, match="newer version"):
        send(first)


def test_a_letter_that_tells_what_is_not_so_any_more_does_not_go(one, conference):
    letter = make(one)
    support = person("BUSINESS_SUPPORT")
    where = place(chair=conference.chair, day=dt.date(2018, 11, 27))
    move(booking=conference, reason=MoveReason.FAMILY, by=support, at=LATER, **where)
    with pytest.raises(Refused, match="was moved, or another chairs it"):
        send(letter, LATER)
    send(letter, LATER, day=NOW.date())


@pytest.mark.parametrize("fields", [{}, {"answer": "NOT", "reasons": "No ground"}])
def test_nobody_has_a_letter_who_is_not_excluded(conference, fields):
    decided = {"decided_by": conference.chair, "decided_at": NOW} if fields else {}
    one = ExclusionFactory(request=conference.request, **fields, **decided)
    with pytest.raises(Refused, match="has not decided to exclude"):
        make(one)


def test_a_day_that_cannot_be_is_refused_beside_it(one):
    letter = make(one)
    for day, why in (
        (LATER.date(), "in the future"),
        (NOW.date() - dt.timedelta(days=1), "before it was made"),
    ):
        with pytest.raises(Refused, match=why) as refused:
            send(letter, day=day)
        assert refused.value.field == "sent_date"


def by_name(conference, **fields):
    return excluded(conference, name="Jay Exemplar", **{"way": "", "way_words": ""} | fields)


def say(one, way, words=""):
    return operations.say_way(exclusion=one, way=way, words=words, by=person("BUSINESS_SUPPORT"), at=NOW)


def test_somebody_known_by_name_alone_gets_a_letter_once_it_is_said_how_it_comes(conference):
    one = by_name(conference)
    with pytest.raises(Refused, match="no letter reaches them"):
        make(one)
    say(one, Way.NONE)
    with pytest.raises(Refused, match="no letter reaches them"):
        make(one)
    say(one, Way.POST, "2 Sample Road\nZZ2 2ZZ")
    said = words(make(one))
    assert "2 Sample Road" in said and "ZZ2 2ZZ" in said
    say(one, Way.HAND, "Worker Exemplar")
    assert "2 Sample Road" not in words(make(one, version=1, changed="Handed over."))


def test_somebody_on_record_has_their_address_there(one):
    with pytest.raises(Refused, match="on record"):
        say(one, Way.POST, "2 Sample Road")


def test_no_confidential_address_of_the_family_is_told_to_whom_it_keeps_out(conference):
    child = conference.request.children.get().child
    RelationshipFactory(
        child=child,
        person__address="7 Refuge Lane",
        person__postcode="ZZ7 7ZZ",
        person__address_is_confidential=True,
    )
    one = by_name(conference, way="HAND", way_words="Worker Exemplar", instead_words="Not near 7 Refuge Lane")
    with pytest.raises(Refused, match="address that is confidential"):
        make(one)
    with pytest.raises(Refused, match="confidential in this family") as refused:
        say(one, Way.POST, "7 Refuge Lane")
    assert refused.value.field == "words"


def test_a_letter_of_a_conference_that_has_begun_comes_too_late(one, conference):
    with pytest.raises(Refused, match="comes too late"):
        make(one, at=conference.starts_at)


def test_how_and_when_it_went_is_corrected_and_the_telling_goes_along(one):
    letter = make(one)
    support = person("BUSINESS_SUPPORT")
    other = {"how": SentHow.BY_HAND, "sent_date": LATER.date(), "by": support, "at": LATER}
    with pytest.raises(Refused, match="was not sent yet"):
        operations.correct_letter_sent(letter=letter, **other)
    send(letter)
    operations.correct_letter_sent(letter=letter, **other)
    letter.refresh_from_db()
    assert (letter.sent_how, letter.sent_date) == ("BY_HAND", LATER.date())
    assert Exclusion.objects.unscoped("test").get().told_date == LATER.date()
    assert letter.history.count() == 3


def test_that_it_went_is_corrected_and_what_they_were_told_otherwise_stays(one):
    letter, support = make(one), person("BUSINESS_SUPPORT")
    send(letter)
    told = {"how": ToldHow.TELEPHONE, "told_date": NOW.date(), "by": support, "at": NOW}
    tell_excluded(exclusion=one, **told)
    other = {"how": SentHow.BY_HAND, "sent_date": LATER.date(), "by": support, "at": LATER}
    operations.correct_letter_sent(letter=letter, **other)
    assert Exclusion.objects.unscoped("test").get().told_how == "TELEPHONE"


def test_a_letter_that_went_is_recorded_once_the_conference_left_the_diary_too(one, conference):
    letter = make(one)
    cancel(booking=conference, reason=CancelReason.OTHER, note="-", by=person("BUSINESS_SUPPORT"), at=LATER)
    with pytest.raises(Refused, match="not in the diary any more"):
        send(letter, LATER)
    assert send(letter, LATER, day=NOW.date()).sent_date == NOW.date()


def test_a_letter_that_did_not_go_told_nobody_and_may_go_after_all(one):
    letter, support = make(one), person("BUSINESS_SUPPORT")
    send(letter)
    assert Exclusion.objects.unscoped("test").get().told_date == NOW.date()
    back = {"how": None, "sent_date": None, "back_words": "It lay in the tray", "by": support, "at": LATER}
    taken = operations.correct_letter_sent(letter=letter, **back)
    assert (taken.sent_date, taken.sent_how, taken.taken_back_at) == (None, "", LATER)
    now = Exclusion.objects.unscoped("test").get()
    assert (now.told_date, now.told_how, now.untold_why) == (None, "", "It lay in the tray")
    with pytest.raises(Refused, match="was not sent yet"):
        operations.correct_letter_sent(letter=letter, **back)
    assert send(letter, LATER).sent_date == LATER.date()
    assert Exclusion.objects.unscoped("test").get().told_date == LATER.date()


def test_a_letter_that_did_not_go_leaves_what_was_told_by_another_way(one):
    letter, support = make(one), person("BUSINESS_SUPPORT")
    send(letter)
    told = {"how": ToldHow.TELEPHONE, "told_date": NOW.date(), "by": support, "at": NOW}
    tell_excluded(exclusion=one, **told)
    back = {"how": None, "sent_date": None, "back_words": "It lay in the tray", "by": support, "at": LATER}
    operations.correct_letter_sent(letter=letter, **back)
    assert Exclusion.objects.unscoped("test").get().told_how == "TELEPHONE"
