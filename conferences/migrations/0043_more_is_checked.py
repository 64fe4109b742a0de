"""What one row must not be: codes that are known, days in order, what stands with what."""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0042_asked_by_two_stays_as_asked"),
        ("safeguarding", "0035_promises_across_tables"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="thinkingtime",
            name="thinkingtime_held_says_when_who_and_how_long",
        ),
        AddConstraintNotValid(
            model_name="booking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "cancel_reason__in",
                        ["", "NOT_NEEDED", "WITHDRAWN", "MOVED_AWAY", "BOOKED_WRONGLY", "OTHER"],
                    )
                ),
                name="booking_cancel_reason_known",
            ),
        ),
        AddConstraintNotValid(
            model_name="bookingmove",
            constraint=models.CheckConstraint(
                condition=models.Q(("from_ends_at__gt", models.F("from_starts_at"))),
                name="bookingmove_ends_after_start",
            ),
        ),
        AddConstraintNotValid(
            model_name="childinneedplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("source__in", ["RECORDED", "CENSUS"])), name="inneedplan_source_known"
            ),
        ),
        AddConstraintNotValid(
            model_name="childpart",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("category__in", ["", "NEG", "PHY", "SAB", "EMO", "MUL"]),
                    (
                        "end_reason__in",
                        [
                            "",
                            "RISK_REDUCED",
                            "MOVED",
                            "LOOKED_AFTER",
                            "OTHER_ORDER",
                            "EIGHTEEN",
                            "DIED",
                            "LEFT_UK",
                            "SET_ASIDE",
                            "ERROR",
                            "NOT_RECORDED",
                        ],
                    ),
                    (
                        "step_down__in",
                        ["", "CIN_PLAN", "EARLY_HELP", "LOOKED_AFTER", "CLOSED", "OTHER_AUTHORITY"],
                    ),
                ),
                name="childpart_codes_known",
            ),
        ),
        AddConstraintNotValid(
            model_name="conference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("source", "RECORDED"), _negated=True),
                    ("held_date__iso_week_day__lte", 5),
                    _connector="OR",
                ),
                name="conference_on_a_weekday",
            ),
        ),
        AddConstraintNotValid(
            model_name="conference",
            constraint=models.CheckConstraint(
                condition=models.Q(("source__in", ["RECORDED", "CENSUS"])), name="conference_source_known"
            ),
        ),
        AddConstraintNotValid(
            model_name="consultation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "CLOSED"), ("state", "RAISED"), ("asked_at__isnull", False), _connector="OR"
                ),
                name="consultation_asked_in_its_state",
            ),
        ),
        AddConstraintNotValid(
            model_name="consultationanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("wanted_by_date__isnull", True), ("answer", "MORE_INFORMATION"), _connector="OR"
                ),
                name="consultationanswer_day_for_information",
            ),
        ),
        AddConstraintNotValid(
            model_name="earlierplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("start_date__isnull", True),
                    ("end_date__isnull", True),
                    ("end_date__gte", models.F("start_date")),
                    _connector="OR",
                ),
                name="earlierplan_ends_after_start",
            ),
        ),
        AddConstraintNotValid(
            model_name="earlierplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("category__in", ["", "NEG", "PHY", "SAB", "EMO", "MUL"])),
                name="earlierplan_category_known",
            ),
        ),
        AddConstraintNotValid(
            model_name="enquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(("source__in", ["RECORDED", "CENSUS"])), name="enquiry_source_known"
            ),
        ),
        AddConstraintNotValid(
            model_name="meetingrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sent_date__isnull", True),
                    models.Q(
                        ("sent_date__gte", safeguarding.promises.LocalDay("signed_at")),
                        ("signed_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="meetingrecord_sent_after_signing",
            ),
        ),
        AddConstraintNotValid(
            model_name="needepisode",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "referral_source__in",
                        [
                            "",
                            "1A",
                            "1B",
                            "1C",
                            "1D",
                            "2A",
                            "2B",
                            "3A",
                            "3B",
                            "3C",
                            "3D",
                            "3E",
                            "3F",
                            "4",
                            "5A",
                            "5B",
                            "5C",
                            "5D",
                            "6",
                            "7",
                            "8",
                            "9",
                            "10",
                        ],
                    ),
                    ("primary_need__in", ["", "N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9", "N0"]),
                    (
                        "closure_reason__in",
                        ["", "RC1", "RC2", "RC3", "RC4", "RC5", "RC6", "RC7", "RC8", "RC9"],
                    ),
                ),
                name="needepisode_codes_known",
            ),
        ),
        AddConstraintNotValid(
            model_name="needepisode",
            constraint=models.CheckConstraint(
                condition=models.Q(("source__in", ["RECORDED", "CENSUS"])), name="needepisode_source_known"
            ),
        ),
        AddConstraintNotValid(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "end_reason__in",
                        [
                            "",
                            "RISK_REDUCED",
                            "MOVED",
                            "LOOKED_AFTER",
                            "OTHER_ORDER",
                            "EIGHTEEN",
                            "DIED",
                            "LEFT_UK",
                            "SET_ASIDE",
                            "ERROR",
                            "NOT_RECORDED",
                        ],
                    ),
                    (
                        "step_down__in",
                        ["", "CIN_PLAN", "EARLY_HELP", "LOOKED_AFTER", "CLOSED", "OTHER_AUTHORITY"],
                    ),
                    models.Q(
                        models.Q(("end_reason", "NOT_RECORDED"), _negated=True),
                        models.Q(("source", "RECORDED"), _negated=True),
                        _connector="OR",
                    ),
                ),
                name="plan_end_codes_known",
            ),
        ),
        AddConstraintNotValid(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("begun_at__isnull", False),
                    ("held_for_other_authority", True),
                    models.Q(("source", "RECORDED"), _negated=True),
                    _connector="OR",
                ),
                name="plan_recorded_here_began_at_a_conference",
            ),
        ),
        AddConstraintNotValid(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(("source__in", ["RECORDED", "CENSUS"])), name="plan_source_known"
            ),
        ),
        AddConstraintNotValid(
            model_name="planelsewhere",
            constraint=models.CheckConstraint(
                condition=models.Q(("authority__regex", "^([0-9]{3})?$")),
                name="planelsewhere_authority_is_a_code",
            ),
        ),
        AddConstraintNotValid(
            model_name="planelsewhere",
            constraint=models.CheckConstraint(
                condition=models.Q(("authority_name", ""), _negated=True),
                name="planelsewhere_authority_named",
            ),
        ),
        AddConstraintNotValid(
            model_name="thinkingtime",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("held_date__isnull", True), ("minutes__isnull", True), ("state", "DUE")),
                    models.Q(
                        ("chair__isnull", False),
                        ("held_date__isnull", False),
                        ("minutes__gt", 0),
                        ("minutes__isnull", False),
                        ("state", "HELD"),
                    ),
                    _connector="OR",
                ),
                name="thinkingtime_held_says_when_who_and_how_long",
            ),
        ),
        AddConstraintNotValid(
            model_name="thinkingtime",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("trigger__in", ["REPLAN", "LONG_PLAN", "DISAGREEMENT", "STUCK", "CHAIR_ASKED"])
                ),
                name="thinkingtime_trigger_known",
            ),
        ),
        AddConstraintNotValid(
            model_name="transferin",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("papers_received_date__isnull", True),
                        ("papers_received_date__gte", models.F("notified_date")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("accepted_date__isnull", True),
                        ("accepted_date__gte", models.F("notified_date")),
                        _connector="OR",
                    ),
                ),
                name="transferin_days_in_order",
            ),
        ),
        AddConstraintNotValid(
            model_name="transferin",
            constraint=models.CheckConstraint(
                condition=models.Q(("from_authority__regex", "^([0-9]{3})?$")),
                name="transferin_authority_is_a_code",
            ),
        ),
        AddConstraintNotValid(
            model_name="transferin",
            constraint=models.CheckConstraint(
                condition=models.Q(("source__in", ["RECORDED", "CENSUS"])), name="transferin_source_known"
            ),
        ),
    ]
