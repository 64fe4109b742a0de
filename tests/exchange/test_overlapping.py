"""The first file of a service is merged in parts while it is read: what is kept is what it was, and all or
nothing of it.
"""

import sys
import threading

import pytest
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from conferences.exchange.census import importing, overlapping, staging
from conferences.exchange.census.overlapping import read_ahead
from conferences.exchange.census.staging import Batch
from conferences.models import ConferenceChild, ImportedChild, ImportedFile, ImportFault, NeedEpisode, Plan
from safeguarding.models import Child
from safeguarding.refusals import Refused
from tests.exchange.census import census, child, episode, in_need, plan, s47, taken

pytestmark = pytest.mark.django_db
FULL = episode(
    s47(), plan("2023-09-01", "2024-01-10", LatestCategoryOfAbuse="EMO"), in_need("2023-04-03", "2023-05-01")
)
# Some with what is said beside them: a number twice, a pupil number twice, no birth date, a plan that ends
# before its start.
CHILDREN = [
    *(child(FULL, LAchildID=f"FB{n:03}", UPN=None, UPNunknown="UN3") for n in range(8)),
    child(FULL, LAchildID="FB020"),
    child(FULL, LAchildID="FB021"),
    child(FULL, LAchildID="FB001"),
    child(episode(plan(CPPendDate="2023-06-01")), LAchildID="FB022", PersonBirthDate=None),
    child(episode(), LAchildID="FB023", UPN=None),
]


@pytest.fixture
def parts(monkeypatch):
    """The sizes of what is merged; of one child each, as far as they do not come together."""
    sizes = []
    merge = importing.merge

    def noting(file, **more):
        sizes.append(file.children)
        return merge(file, **more)

    monkeypatch.setattr(importing, "merge", noting)
    monkeypatch.setattr(staging, "BATCH", 1)
    return sizes


def kept(xml: bytes, **more) -> dict[str, object]:
    """All that comes of a file, by natural keys; then it is taken back."""
    with transaction.atomic():
        file = taken(xml, **more)
        told = ImportedChild.objects.unscoped("a test").filter(file=file)
        found = {
            "counts": file.counts,
            "faults": sorted(
                ImportFault.objects.values_list("line", "kind", "rule", "la_child_id", "sentence", "path")
            ),
            "told": sorted(map(str, told.values_list("number", "child__la_child_id", "told", "renumbered"))),
            **{
                model.__name__: sorted(map(str, model.objects.unscoped("a test").values_list(*fields)))
                for model, fields in {
                    Child: ("la_child_id", "upn", "birth_date", "sex"),
                    NeedEpisode: ("child__la_child_id", "referral_date"),
                    Plan: ("child__la_child_id", "start_date", "latest_category", "begun_at__kind"),
                    ConferenceChild: ("child__la_child_id", "kind", "conference__held_date"),
                }.items()
            },
        }
        transaction.set_rollback(True)
    return found


def test_what_is_kept_does_not_hang_from_the_parts(parts, monkeypatch):
    xml = census(*CHILDREN)
    in_parts = kept(xml)
    assert len(parts) > 1 and sum(parts) == 12
    monkeypatch.setattr(importing, "is_first", lambda row: False)
    assert in_parts == kept(xml)
    assert parts[-1] == 12
    assert {fault[2] for fault in in_parts["faults"]} >= {"8510", "1520", "8525Q"}


def test_a_file_that_is_broken_at_its_end_leaves_nothing(parts):
    xml = census(*CHILDREN)
    with pytest.raises(Refused, match="not well-formed|XML"):
        kept(xml[: xml.rindex(b"</Child>")] + b"<")
    assert not ImportedFile.objects.exists()
    assert not Child.objects.unscoped("a test").exists()
    assert not readers()


def test_another_authoritys_file_is_asked_about_and_leaves_nothing(parts, monkeypatch):
    monkeypatch.setattr(importing, "value", lambda name, day: "201")
    with pytest.raises(Refused, match="of authority 358, and this service is that of authority 201"):
        kept(census(*CHILDREN), anyway=False)
    assert sum(parts) == 12
    assert not ImportedFile.objects.exists()
    assert not Child.objects.unscoped("a test").exists()


def test_only_the_first_file_is_read_so(parts):
    taken(census(child(FULL, LAchildID="FB001"), child(FULL, LAchildID="FB002", UPN=None)))
    parts.clear()
    taken(census(*CHILDREN))
    assert parts == [12]


def test_the_reader_is_without_the_database(parts, monkeypatch):
    connects = BaseDatabaseWrapper.ensure_connection

    def guarded(wrapper):
        assert threading.current_thread().name != "census-reader"
        connects(wrapper)

    monkeypatch.setattr(BaseDatabaseWrapper, "ensure_connection", guarded)
    assert kept(census(*CHILDREN))["counts"]["children"]["added"] == 11


def test_how_many_are_read_is_told_as_they_are_merged(parts):
    told = []
    taken(census(*CHILDREN), on_progress=told.append)
    assert told == sorted(told) and told[-1] == 12 and len(told) >= len(parts) > 1


def readers() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "census-reader"]


def many(hand_on):
    for _ in range(100):
        hand_on(Batch({}, []))


def test_whoever_stops_asking_ends_the_reader():
    before = sys.getswitchinterval()
    with pytest.raises(KeyboardInterrupt), read_ahead(many) as parts:
        assert next(parts) and readers()
        raise KeyboardInterrupt
    assert not readers()
    assert sys.getswitchinterval() == before


def test_what_the_reader_raises_is_raised_and_nothing_waits_for_it():
    def fails(hand_on):
        hand_on(Batch({}, []))
        raise Refused("It ends here.")

    with pytest.raises(Refused, match="ends here"), read_ahead(fails) as parts:
        for _ in parts:
            pass
    assert not readers()


def test_no_more_waits_than_is_held_in_memory():
    handed = []

    def read(hand_on):
        for n in range(overlapping.AHEAD + 10):
            hand_on(Batch({}, []))
            handed.append(n)

    with read_ahead(read) as parts:
        assert sum(len(part) for part in parts) == overlapping.AHEAD + 10
