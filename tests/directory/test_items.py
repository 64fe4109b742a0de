"""Items of a directory read texts, and say what is wrong in a sentence for their field."""

import datetime as dt

import pytest

from safeguarding.directory.items import Choice, Clock, Day, Email, Text, Whole, YesNo
from safeguarding.refusals import Refused

SEATS = Whole("seats", "Seats", least=2, most=200)
OPENS = Clock("opens_time", "Opens at")
PLAIN_ADDRESS = "Email address must be in the letters a to z, without accents"
KIND = Choice("kind", "Kind", options=lambda: {"POLICE": "Police", "CARE": "Children's social care"})


@pytest.mark.parametrize(
    ("item", "text", "value"),
    [
        (Text("name", "Name"), "  Fable Room ", "Fable Room"),
        (Text("site", "Building", is_needed=False), "", ""),
        (Text("name", "Name"), "Zo\u00eb O\u2019Fable-Ng\u1ecdc", "Zo\u00eb O\u2019Fable-Ng\u1ecdc"),
        (
            Text("name", "Name"),
            "\u0421\u0442\u0435\u043b\u043b\u0430 (Stella)",
            "\u0421\u0442\u0435\u043b\u043b\u0430 (Stella)",
        ),
        (SEATS, "12", 12),
        (YesNo("x", "Step-free"), "YES", True),
        (YesNo("x", "Step-free"), "", False),
        (YesNo("x", "Step-free", nothing=None), "", None),
        (OPENS, "9:30", dt.time(9, 30)),
        (OPENS, "", None),
        (KIND, "police", "POLICE"),
        (KIND, "POLICE", "POLICE"),
        (KIND, "children’s social care", "CARE"),
        (Email("email", "Email address"), "Basil@Fableshire.Example", "basil@fableshire.example"),
    ],
)
def test_a_text_is_read(item, text, value):
    assert item.read(text) == value


@pytest.mark.parametrize(
    ("item", "text", "sentence"),
    [
        (Text("name", "Name"), "  ", "Enter the name"),
        (Text("name", "Name", longest=3), "four", "Name must be 3 characters or less"),
        (SEATS, "1", "Seats must be a whole number from 2 to 200"),
        (SEATS, "a dozen", "Seats must be a whole number from 2 to 200"),
        (SEATS, "٣", "Seats must be a whole number from 2 to 200"),
        (SEATS, "1234567890", "Seats must be a whole number from 2 to 200"),
        (YesNo("x", "Step-free"), "perhaps", "Step-free must be yes or no"),
        (Day("from_date", "First day"), "9999-12-31", "First day must be a day like 20/4/2018"),
        (Day("from_date", "First day"), "1/1/0001", "First day must be a day like 20/4/2018"),
        (OPENS, "25:00", "Opens at must be a time like 09:00"),
        (KIND, "Fire", "Kind must be one of Police and Children's social care"),
        (Email("email", "Email address"), "basil", "Email address must be like name@example.com"),
        (Text("name", "Name"), "a\0b", "Name must be plain text"),
        (Text("name", "Name"), "a\nb", "Name must be on one line"),
        (KIND, "Po\u2028lice", "Kind must be on one line"),
        (Text("name", "Name"), "a\u202eb", "Name must be without signs that nobody sees: type it anew"),
        (Text("name", "Name"), "a\x1bb", "Name must be without signs that nobody sees: type it anew"),
        (Text("name", "Name"), "a\u200bb", "Name must be without signs that nobody sees: type it anew"),
        (Text("name", "Name"), "\u3164", "Name must be without signs that nobody sees: type it anew"),
        (Text("name", "Name"), "a\U000e0041", "Name must be without signs that nobody sees: type it anew"),
        (
            Text("name", "Name"),
            "St\u0435lla Cole",
            "Name must be in one alphabet within a word: type it anew",
        ),
        (Email("email", "Email address"), "b@f\u0430ble.example", PLAIN_ADDRESS),
        (Email("email", "Email address"), "\u017fue@fable.example", PLAIN_ADDRESS),
        (
            Email("email", "Email address"),
            "b@fable.example\u200d",
            "Email address must be without signs that nobody sees: type it anew",
        ),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field(item, text, sentence):
    with pytest.raises(Refused) as refused:
        item.read(text)
    assert (refused.value.sentence, refused.value.field) == (sentence, item.field)
