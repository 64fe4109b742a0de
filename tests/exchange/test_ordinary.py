"""A child that stands just as the schema asks is read by itself, and as it is read the long way."""

import dataclasses
import io

import pytest

from conferences.exchange.census.markup import Markup
from conferences.exchange.census.ordinary import Ordinary
from conferences.exchange.census.stream import Stream
from safeguarding.refusals import Refused
from tests.bench.census_generator import write_census
from tests.exchange.census import ORDINARY, assessment, census, child, episode, in_need, judged, plan, s47
from tests.exchange.spoilt import spoilt

OFTEN = 5_000_000


def plainly(xml: bytes, way: type[Markup]):
    """What is made of a file: records with the place of each, and faults; or why it is refused."""
    try:
        children, faults = judged(xml, OFTEN, way)
    except Refused as refusal:
        return str(refusal)
    # Where loose text between children stands hangs on how expat was fed.
    loose = [one._replace(line=0) if one[3:6:2] == ("Children", "TEXT") else one for one in faults]
    return [as_values(one) for one in children], loose


def as_values(record):
    """A record's fields, its places as line and column."""
    if isinstance(record, list):
        return [as_values(one) for one in record]
    if not dataclasses.is_dataclass(record):
        return record
    return {
        field.name: (value.line, value.column) if field.name == "at" else as_values(value)
        for field in dataclasses.fields(record)
        for value in [getattr(record, field.name)]
    }


def same(xml: bytes) -> None:
    assert plainly(xml, Stream) == plainly(xml, Markup)


def ordinary_ones(xml: bytes) -> int:
    return sum(isinstance(part, Ordinary) for part in Stream(OFTEN).parts(io.BytesIO(xml)))


@pytest.fixture(scope="module")
def large(tmp_path_factory) -> bytes:
    path = tmp_path_factory.mktemp("census") / "large.xml"
    write_census(path, 1_500)
    return path.read_bytes()


def test_a_large_file_is_read_alike_and_nearly_all_of_it_at_once(large):
    children, _ = plainly(large, Stream)
    assert len(children) == 1_500
    # The first goes the long way.
    assert ordinary_ones(large) == 1_499
    same(large)


def test_ends_of_lines_and_one_long_line_give_the_same_places(large):
    for xml in (
        large.replace(b"\n", b"\r\n"),
        large.replace(b"\n", b""),
        large.replace(b"</Child>\n", b"</Child>"),
        large.replace(b"   <CINdetails>\n", b"<CINdetails>\r"),
        b"\xef\xbb\xbf" + large,
        large.replace(b"UTF-8", b"ISO-8859-1"),
        large.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
    ):
        same(xml)
    assert ordinary_ones(large.replace(b"\n", b"\r\n")) == 1_499
    # A carriage return alone ends a line of XML too.
    assert ordinary_ones(large.replace(b"\n", b"\r")) == 0


# Every kind of record, every field, in the order of the schema.
FULL = child(
    episode(
        assessment("3B", "10A"),
        assessment(AssessmentAuthorisationDate=None),
        in_need("2023-06-02", "2023-06-20"),
        in_need("2023-07-02"),
        s47(),
        s47(S47ActualStartDate="2023-07-01", DateOfInitialCPC=None, ICPCnotRequired=1),
        plan("2023-09-01", "2024-02-14", CPPendDate="2024-03-01"),
        plan(CPPstartDate="2024-03-10", NumberOfPreviousCPP=12),
        assessed=False,
    ),
    episode(CINreferralDate="2022-05-30", ReferralNFA=1, assessed=False),
    disabilities=("HAND", "VIS"),
)
SPOILT = [
    ("<Sex>F</Sex>", "<GenderCurrent>2</GenderCurrent>"),
    ("<Sex>F</Sex>", "<GenderCurrent>9</GenderCurrent>"),
    ("<Sex>F</Sex>", "<GenderCurrent>2</GenderCurrent><Sex>F</Sex>"),
    ("<Sex>F</Sex>", ""),
    ("<Sex>F</Sex>", "<Sex> F </Sex>"),
    ("WBRI", "wbri"),
    ("WBRI", ""),
    ("WBRI", "W&#66;RI"),
    ("WBRI", "W<!-- -->BRI"),
    ("WBRI", "<![CDATA[WBRI]]>"),
    ("HAND", "WING"),
    ("HAND", "hand"),
    ("FB001", "FB-001"),
    ("FB001", "Fé01"),
    ("FB001", "FB" + "1" * 40),
    ("<LAchildID>FB001</LAchildID>", ""),
    ("2023-06-14", "2023-02-30"),
    ("2023-06-14", "14/06/2023"),
    ("2023-06-14", "2023-06-14Z"),
    ("2023-09-01", "2023-09-31"),
    ("2024-02-14", ""),
    ("<ReferralNFA>0</ReferralNFA>", ""),
    ("<ReferralNFA>0</ReferralNFA>", "<ReferralNFA>false</ReferralNFA>"),
    ("<Section47>", "<ReferralNFA>1</ReferralNFA><Section47>"),
    ("<ICPCnotRequired>0</ICPCnotRequired>", ""),
    ("<NumberOfPreviousCPP>0<", "<NumberOfPreviousCPP>00<"),
    ("<NumberOfPreviousCPP>0<", "<NumberOfPreviousCPP>10000<"),
    ("<CPPreviewDate>2023", "</Reviews><Reviews><CPPreviewDate>2023"),
    ("<Reviews>", "<Reviews/><Reviews>"),
    ("<Assessments>", "<Assessments x='</Child>'>"),
    ("<Assessments>", "loose<Assessments>"),
    ("<Assessments>", "<assessments></assessments><Assessments>"),
    ("<Assessments>", "<PreProceedingsandFGDM><A>1</A></PreProceedingsandFGDM><Assessments>"),
    ("<Assessments>", "<x:Assessments></x:Assessments><Assessments>"),
    ("<Assessments>", "<?what is this?><Assessments>"),
    ("</ChildIdentifiers>", "</ChildIdentifiers ><ChildIdentifiers/>"),
    ("</CINdetails>", ""),
    ("</Child>", "</Child >"),
    ("</Child>", "</Child><Child/>"),
    ("</Child>", "</Child>\x0b"),
    ("</Child>", "</Child>]]>"),
    ("</Child>", "</Child><!-- </Child>" + ORDINARY + " -->"),
    ("</Child>", "</Child><!-- </Child>" + ORDINARY),
    ("</Child>", "</Child ><!-- </Child>" + ORDINARY + " -->"),
    ("</Child>", "</Child><![CDATA[</Child>" + ORDINARY + "]]>"),
    ("</Child>", "</Child><?p </Child>" + ORDINARY + "?>"),
    ("</Child>", "</Child></Children><Children>"),
    ("</Child>", "</Child></Children><Other>" + ORDINARY + "</Other><Children>"),
    ("</Child>", "</Child></Child>"),
]


def among(one: str) -> bytes:
    """A file with this child between ordinary ones of other numbers."""
    others = [ORDINARY.replace("FB001", f"FB10{n}").replace("X358", f"X35{n}") for n in range(4)]
    return census(*others[:2], one, *others[2:])


def test_all_that_a_child_can_have_is_read_alike():
    assert ordinary_ones(among(FULL)) == 4
    same(among(FULL))


@pytest.mark.parametrize(("right", "wrong"), SPOILT)
def test_a_child_that_is_otherwise_is_read_as_it_always_was(right, wrong):
    assert right in FULL
    same(among(FULL.replace(right, wrong)))
    same(among(FULL.replace(right, wrong)).replace(b"\n", b""))
    same(among(FULL.replace(right, wrong, 1)).replace(b"\n", b"\r\n"))


def test_thousands_of_spoilt_files_are_read_alike():
    for seed in range(1_500):
        quick, plain = (plainly(spoilt(seed), way) for way in (Stream, Markup))
        # Of two reasons to refuse a file the one that is met first is said.
        assert quick == plain or (isinstance(quick, str) and isinstance(plain, str)), seed


def test_a_child_cut_anywhere_by_the_reading_is_read_alike(large, monkeypatch):
    some = large[: large.rfind(b"</Child>", 0, 40_000) + 8] + b"</Children></Message>"
    for chunk in (1, 7, 64, 1_000, 4_097):
        for module in ("stream", "markup"):
            monkeypatch.setattr(f"conferences.exchange.census.{module}.CHUNK", chunk)
        same(some)
