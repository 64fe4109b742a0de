"""A file is read as a stream: right lines, little memory, a sentence for every file that cannot be read."""

import gzip
import io
import re

import pytest

from conferences.exchange.census.file_checks import look_at
from conferences.exchange.census.markup import Markup
from safeguarding.refusals import Refused
from tests.exchange.census import ORDINARY, census, child, episode, header

MOST = 5_000_000
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def read(xml: bytes, most: int = MOST) -> list:
    file = io.BytesIO(xml)
    look_at(file, most)
    return list(Markup(most).parts(file))


def test_parts_come_in_the_order_of_the_file():
    assert [part.tag for part in read(census(ORDINARY, ORDINARY))] == ["Header", "Child", "Child"]


def test_lines_are_right_past_the_65535th():
    blank = "\n" * 70_000
    parts = read(census(ORDINARY, blank, ORDINARY))
    assert parts[2].line == parts[1].line + ORDINARY.count("\n") + 70_000


def test_only_one_child_is_held_at_a_time():
    markup = Markup(MOST)
    for part in markup.parts(io.BytesIO(census(*[ORDINARY] * 3_000))):
        assert len(markup._done) == 0
        assert part.tag in ("Header", "Child")
    assert markup._stack == []


def test_a_field_in_pieces_is_whole_again():
    long = "FB" + "9" * 1_500
    who = read(census(child(LAchildID=long)))[1].parts[0]
    assert who.values["LAchildID"] == long


@pytest.mark.parametrize("mark", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_other_ways_of_writing_characters_are_read(mark):
    named = "utf-8" if mark == "utf-8-sig" else mark
    xml = f'<?xml version="1.0" encoding="{named}"?>' + census(ORDINARY).decode()
    assert len(read(xml.encode(mark))) == 2


def test_a_prefix_is_taken_off():
    xml = re.sub(rb"<(/?)([A-Z])", rb"<\1c:\2", census(ORDINARY))
    markup = Markup(MOST)
    parts = list(markup.parts(io.BytesIO(xml.replace(b"<c:Message>", b'<c:Message xmlns:c="urn:c">'))))
    assert [part.tag for part in parts] == ["Header", "Child"]
    assert markup.prefixed_line == 1


WHOLE = census(ORDINARY)
REFUSED = {
    "empty": (b"", "empty"),
    "only blanks": (b" \n\t ", "empty"),
    "no XML": (b"LAchildID,UPN\nFB1,", "not XML"),
    "gzip": (gzip.compress(WHOLE), "gzip"),
    "zip or workbook": (b"PK\x03\x04rest", "zip file or a workbook"),
    "PDF": (b"%PDF-1.7 ...", "PDF"),
    "cut short": (WHOLE[:-40], "cut short"),
    "cut inside an element": (WHOLE[: WHOLE.index(b"<Child>") + 3], "cut short"),
    "wrong root": (b"<Returns><Child/></Returns>", "“Returns”"),
    "wrong root that is known": (b"<Children><Child/></Children>", "“Children”"),
    "billion laughs": (
        f'<!DOCTYPE m [<!ENTITY l0 "ha">{LAUGHS}]><Message>&l9;</Message>'.encode(),
        "document type",
    ),
    "external entity": (
        b'<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><Message>&x;</Message>',
        "document type",
    ),
    "external document type": (b'<!DOCTYPE m SYSTEM "http://192.0.2.1/m.dtd"><Message/>', "document type"),
    "document type in UTF-16": (
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE m [<!ENTITY a "b">]><Message/>'.encode("utf-16"),
        "document type",
    ),
    "unknown entity": (WHOLE.replace(b"WBRI", b"&who;"), "named character"),
    "wrong characters": (WHOLE.replace(b"WBRI", b"W\xff\xfeRI"), "line 9 there is something"),
    "unknown encoding": (b'<?xml version="1.0" encoding="klingon"?><Message/>', "way of writing characters"),
    "mismatched": (WHOLE.replace(b"</Child>", b"</Kid>"), "closed by another"),
    "something after": (WHOLE + b"<Message/>", "follows its last"),
    "too deep": (b"<Message><Children>" + b"<Junk>" * 40, "too deep"),
    "a child without end": (
        b"<Message><Children><Child>" + b"<CINdetails><UPN>1</UPN></CINdetails>" * 15_000,
        "more parts",
    ),
    "an element without end": (b'<Message a="' + b"x" * 2_000_000 + b'"/>', "longer than any census"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_a_sentence(name):
    xml, words = REFUSED[name]
    with pytest.raises(Refused, match=words) as refusal:
        read(xml)
    assert str(refusal.value).endswith(".") and len(str(refusal.value)) < 200


def test_a_file_over_the_limit_is_refused_before_it_is_read():
    with pytest.raises(Refused, match="smaller than 1 MB"):
        look_at(io.BytesIO(WHOLE + b" " * 1_000_000), 1_000_000)


def test_a_stream_over_the_limit_is_refused_while_it_is_read():
    with pytest.raises(Refused, match="smaller than"):
        list(Markup(1_000).parts(io.BytesIO(census(*[ORDINARY] * 50))))


def test_words_of_the_file_stand_shortened_in_the_sentence():
    with pytest.raises(Refused) as refusal:
        read(b"<" + b"A" * 500 + b"/>")
    assert "AAAAAAAA…" in str(refusal.value) and len(str(refusal.value)) < 120


def test_children_elsewhere_than_in_children_are_not_taken():
    nested = (
        f"<Message>{header()}<Other>{child()}</Other><Children><Group>{child()}</Group></Children></Message>"
    )
    markup = Markup(MOST)
    assert [part.tag for part in markup.parts(io.BytesIO(nested.encode()))] == ["Header"]
    assert markup.unknown.keys() == {("Message", "Other"), ("Children", "Group")}


def test_proceedings_are_counted_and_read_past():
    past = "<PreProceedingsandFGDM><PPStartDate>2023-06-01</PPStartDate></PreProceedingsandFGDM>"
    found = read(census(child(episode(past, past) + episode(CINreferralDate="2023-07-01"))))[1]
    episodes = [p for p in found.parts if p.tag == "CINdetails"]
    assert [dict(p.read_past) for p in episodes] == [{"PreProceedingsandFGDM": 2}, {}]
