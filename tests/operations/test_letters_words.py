"""A council's own words of its letters: written from a day on, followed by newer ones, used by letters."""

import datetime as dt

import pytest

from conferences.models import InvitationLetter, LetterWording
from conferences.operations import invitations_letters as invitations
from conferences.operations.letters_words import BACK, SAME, WHEN, WHY, write_words
from conferences.queries.invitations_letters import letters_in_hand
from conferences.queries.letters_words import words_on
from conferences.rules.documents import DocumentFormat
from conferences.rules.letters_words import PARTS
from conferences.rules.letters_words_part import LetterKind
from safeguarding.models import AuditEntry
from safeguarding.refusals import Refused
from safeguarding.versions import StaleVersion
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import InvitationFactory, LetterWordingFactory
from tests.operations.test_invitations_letters import WRITE
from tests.papers import word_text
from tests.scheduling import NOW, booked

pytestmark = pytest.mark.django_db
ON = NOW.date()


def write(
    texts, from_date=ON, reason="Agreed", role="SYSTEM_ADMINISTRATOR", seen=None, at=NOW, kind="AGENCY"
):
    values = {"kind": LetterKind(kind), "texts": texts, "from_date": from_date, "reason": reason}
    return write_words(**values, seen=seen, by=person(role), at=at)


def refused(*args, **fields):
    with pytest.raises(Refused) as refusal:
        write(*args, **fields)
    return [(one.field, one.sentence) for one in refusal.value.problems]


def closing(on):
    return words_on(LetterKind.AGENCY, on).say("CLOSING")


def test_words_hold_from_their_day_on_and_ours_before_it():
    write({"CLOSING": "  Best wishes \r\n"}, from_date=add_days(ON, 2))
    assert closing(add_days(ON, 1)) == "Yours sincerely" and closing(add_days(ON, 2)) == "Best wishes"
    (entry,) = AuditEntry.objects.filter(event="letter_words.written")
    assert entry.detail == {
        "kind": "AGENCY",
        "part": "CLOSING",
        "version": 1,
        "from": add_days(ON, 2).isoformat(),
    }


def test_only_parts_whose_words_are_other_get_a_version():
    made = write({"CLOSING": "Best wishes", "CARE": PARTS[LetterKind.AGENCY]["CARE"].default})
    assert [one.part for one in made] == ["CLOSING"]
    again = write({"CLOSING": "Best wishes", "CARE": "Take care."}, from_date=add_days(ON, 1))
    assert [(one.part, one.version) for one in again] == [("CARE", 1)]
    assert refused({"CLOSING": "Best wishes "}) == [("", SAME)]


def test_newer_words_take_the_place_of_those_that_did_not_begin_before_them():
    write({"CLOSING": "First"})
    write({"CLOSING": "Second"}, from_date=add_days(ON, 5))
    write({"CLOSING": "Third"}, from_date=add_days(ON, 3))
    kept = {one.text: one for one in LetterWording.objects.all()}
    assert kept["Second"].off_at == NOW and kept["Second"].off_by and kept["First"].off_at is None
    assert [closing(add_days(ON, n)) for n in (0, 2, 3, 6)] == ["First", "First", "Third", "Third"]


def test_words_of_today_are_put_right_today_and_of_yesterday_never():
    write({"CLOSING": "Frist"})
    write({"CLOSING": "First"})
    assert closing(ON) == "First" and LetterWording.objects.get(text="Frist").off_at
    assert refused({"CLOSING": "Other"}, from_date=add_days(ON, -1)) == [("from_date", BACK)]


def test_what_is_missing_or_wrong_stands_beside_its_field():
    assert refused({"CLOSING": "Bye"}, from_date=None, reason=" ") == [("from_date", WHEN), ("reason", WHY)]
    ((field, sentence),) = refused({"REACH": "Ring {{ reach }"})
    assert field == "REACH" and "broken in line 1" in sentence
    assert not LetterWording.objects.exists()


def test_whoever_may_not_change_policy_writes_no_words():
    with pytest.raises(Refused, match="Your role does not allow"):
        write({"CLOSING": "Bye"}, role="BUSINESS_SUPPORT")


def test_who_was_slower_sees_what_somebody_else_wrote():
    with pytest.raises(StaleVersion) as stale:
        write({"CLOSING": "One"})
        write({"CLOSING": "Two"}, seen="")
    assert stale.value.theirs["CLOSING"] == "One"


def test_our_words_are_put_back_by_a_version_of_their_own():
    write({"CLOSING": "Bye"})
    write({"CLOSING": "Yours sincerely"}, from_date=add_days(ON, 1))
    assert (closing(ON), closing(add_days(ON, 1))) == ("Bye", "Yours sincerely")


# ----- Letters that are made of them -----
def letter(one, version=None, changed="", at=NOW):
    act = {"invitation": one, "version": version, "changed": changed, "doubt_words": "", "write": WRITE}
    return invitations.make_letter(**act, by=person("BUSINESS_SUPPORT"), at=at)


def read(made):
    return word_text(bytes(made.files.get(format=DocumentFormat.WORD.value).content))


def test_a_letter_has_the_words_of_its_day_keeps_which_and_stays():
    conference = booked()
    school = InvitationFactory(request=conference.request, put_on_at=NOW)
    LetterWordingFactory(kind="AGENCY", part="CLOSING", text="Best wishes", set_at=NOW, from_date=ON)
    made = letter(school)
    assert "Best wishes" in read(made) and "Yours sincerely" not in read(made)
    assert made.told["words"] == {"CLOSING": 1}
    write({"CLOSING": "Kind regards"}, from_date=add_days(ON, 1))
    assert "Best wishes" in read(InvitationLetter.objects.unscoped("test").get())
    newer = letter(school, 1, "Other words.", at=NOW + dt.timedelta(days=1))
    assert "Kind regards" in read(newer) and newer.told["words"] == {"CLOSING": 2}
    assert letters_in_hand(conference.request).since(school.pk) == []
