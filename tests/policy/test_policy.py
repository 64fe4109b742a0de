"""Local limits as dated data: the value of a day, changed from a day on, with history and audit."""

import datetime as dt

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from safeguarding.audit import AnonymousActor
from safeguarding.models import AuditEntry, PolicySetting, User
from safeguarding.policy.limits import WITHOUT_DEFAULT
from safeguarding.policy.operations import set_value
from safeguarding.policy.values import limits_on, value, values, whole
from safeguarding.refusals import FORBIDDEN, Refused
from safeguarding.rights import Permission, Role, holds
from tests.cast import person

pytestmark = pytest.mark.django_db

KEY = "RECORD_WORKING_DAYS"
TODAY = dt.date(2018, 9, 3)
NOON = dt.datetime(2018, 9, 3, 11, tzinfo=dt.UTC)


@pytest.fixture
def administrator() -> User:
    return User.objects.create_user(
        "asa@example.org", full_name="Asa Administrator", role=Role.SYSTEM_ADMINISTRATOR
    )


def set_record_days(by: User, value: str, day: dt.date, at: dt.datetime = NOON) -> PolicySetting:
    return set_value(
        key=KEY, value=value, effective_date=day, reason="Agreed by the partnership", by=by, at=at
    )


def set_band(by: User, value: str, day: dt.date, at: dt.datetime = NOON) -> PolicySetting:
    return set_value(
        key="BAND_CENTRE", value=value, effective_date=day, reason="Agreed by members", by=by, at=at
    )


def test_without_a_setting_the_default_holds() -> None:
    assert value(KEY, TODAY) == 15
    assert value("REPLAN_DECIDE_BY_WORKING_DAYS", TODAY) == 3


def test_what_no_other_council_can_say_has_no_value_until_it_is_set(administrator: User) -> None:
    assert dict.fromkeys(WITHOUT_DEFAULT) == values(WITHOUT_DEFAULT, TODAY)
    set_band(administrator, "250", TODAY)

    assert value("BAND_CENTRE", TODAY) == 250
    assert value("BAND_CENTRE", dt.date(2018, 9, 2)) is None


def test_a_first_value_may_hold_from_the_past_and_be_corrected_the_same_day(administrator: User) -> None:
    """Without a default nothing was counted by it; a slip is seen when it is made."""
    since = dt.date(2015, 4, 1)
    set_band(administrator, "2500", since)
    set_band(administrator, "250", since)
    assert value("BAND_CENTRE", dt.date(2016, 1, 1)) == 250

    for day, at in ((since, NOON + dt.timedelta(days=1)), (dt.date(2014, 4, 1), NOON)):
        with pytest.raises(Refused, match="today or later"):
            set_band(administrator, "300", day, at=at)


def test_a_value_holds_from_its_day_on_and_not_before(administrator: User) -> None:
    set_record_days(administrator, "20", dt.date(2018, 10, 1))

    assert value(KEY, dt.date(2018, 9, 30)) == 15
    assert value(KEY, dt.date(2018, 10, 1)) == 20
    assert value(KEY, dt.date(2030, 1, 1)) == 20


def test_a_later_value_leaves_days_before_it_as_they_were_counted(administrator: User) -> None:
    set_record_days(administrator, "20", TODAY)
    counted = [value(KEY, day) for day in (dt.date(2018, 9, 2), TODAY, dt.date(2018, 12, 31))]
    later = dt.datetime(2019, 1, 1, 11, tzinfo=dt.UTC)
    set_record_days(administrator, "10", dt.date(2019, 1, 1), at=later)

    assert [value(KEY, day) for day in (dt.date(2018, 9, 2), TODAY, dt.date(2018, 12, 31))] == counted
    assert value(KEY, dt.date(2019, 1, 1)) == 10


def test_a_day_in_the_past_is_refused(administrator: User) -> None:
    with pytest.raises(Refused, match="today or later") as refused:
        set_record_days(administrator, "20", dt.date(2018, 9, 2))

    assert refused.value.field == "effective_date"
    assert not PolicySetting.objects.exists()


def test_today_is_the_day_in_england_not_in_utc(administrator: User) -> None:
    just_after_midnight = dt.datetime(2018, 9, 3, 23, 30, tzinfo=dt.UTC)

    with pytest.raises(Refused, match="today or later"):
        set_record_days(administrator, "20", TODAY, at=just_after_midnight)


@pytest.mark.parametrize(
    ("value", "reason", "field"),
    [("", "Agreed", "value"), ("99", "Agreed", "value"), ("20", "  ", "reason"), ("15", "Agreed", "value")],
)
def test_a_change_that_cannot_stand_is_refused_at_its_field(
    administrator: User, value: str, reason: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        set_value(key=KEY, value=value, effective_date=TODAY, reason=reason, by=administrator, at=NOON)

    assert refused.value.field == field
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize("role", [role for role in Role if not holds(role, Permission.CHANGE_POLICY)])
def test_a_new_band_is_refused_to_every_role_without_the_right(role: Role) -> None:
    with pytest.raises(Refused) as refused:
        set_value(
            key="BAND_CENTRE", value="300", effective_date=TODAY, reason="Mine", by=person(role), at=NOON
        )

    assert refused.value.status == FORBIDDEN
    assert not PolicySetting.objects.exists()


def test_all_that_is_missing_is_told_at_once(administrator: User) -> None:
    with pytest.raises(Refused) as refused:
        set_value(key=KEY, value=" ", effective_date=None, reason="", by=administrator, at=NOON)

    assert [problem.field for problem in refused.value.problems] == ["value", "effective_date", "reason"]


def test_an_authority_that_does_not_exist_is_refused(administrator: User) -> None:
    with pytest.raises(Refused, match="No local authority has the code 999"):
        set_value(
            key="BENCHMARK_AUTHORITY",
            value="999",
            effective_date=TODAY,
            reason="Compare",
            by=administrator,
            at=NOON,
        )


def test_a_key_outside_the_catalogue_is_a_fault(administrator: User) -> None:
    with pytest.raises(KeyError):
        set_value(key="NO_SUCH", value="1", effective_date=TODAY, reason="Agreed", by=administrator, at=NOON)


def test_a_change_is_audited_with_what_it_replaced(administrator: User) -> None:
    setting = set_record_days(administrator, "20", TODAY)
    entry = AuditEntry.objects.get()

    assert (entry.event, entry.subject_id, entry.done_by) == ("policy.set", setting.pk, administrator)
    assert entry.detail == {"key": KEY, "before": "15", "after": "20", "effective_date": "2018-09-03"}


def test_a_correction_for_the_same_day_keeps_what_it_replaced_in_the_history(administrator: User) -> None:
    set_record_days(administrator, "20", TODAY)
    set_record_days(administrator, "18", TODAY)

    assert PolicySetting.objects.get().value == "18"
    assert {event.value for event in PolicySetting.pgh_event_model.objects.all()} >= {"20"}


def test_nobody_changes_nothing() -> None:
    nobody = User(email="nobody@example.org")

    with pytest.raises((AnonymousActor, ValueError)), transaction.atomic():
        set_record_days(nobody, "20", TODAY)
    assert not PolicySetting.objects.exists()


def test_many_values_take_one_query(administrator: User, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    set_record_days(administrator, "20", TODAY)

    with django_assert_num_queries(1):
        found = values(["BAND_CENTRE", "COMPLAINT_DAYS", KEY], TODAY)

    assert found == {"BAND_CENTRE": None, "COMPLAINT_DAYS": 28, KEY: 20}


def test_a_whole_number_is_typed_and_another_kind_refused() -> None:
    assert whole(KEY, TODAY) == 15
    with pytest.raises(TypeError):
        whole("BAND_WIDTH_PERCENT", TODAY)


def test_an_overview_tells_present_upcoming_and_earlier_in_one_query(administrator: User) -> None:
    set_record_days(administrator, "20", TODAY)
    set_record_days(administrator, "18", dt.date(2018, 9, 10))
    set_record_days(administrator, "12", dt.date(2018, 10, 1))
    with CaptureQueriesContext(connection) as queries:
        [record] = limits_on(dt.date(2018, 9, 15), [KEY])
        assert record.setting is not None and record.setting.set_by.full_name == "Asa Administrator"

    assert len(queries) == 1
    assert record.sentence == "The record of the conference is sent within 18 working days of it."
    assert [row.value for row in record.upcoming] == ["12"]
    assert [row.value for row in record.earlier] == ["20"]
