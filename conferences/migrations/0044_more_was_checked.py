"""The rows that stood before are checked too: no page and no file has made one that is not so."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0043_more_is_checked"),
    ]

    operations = [
        ValidateConstraint("booking", "booking_cancel_reason_known"),
        ValidateConstraint("bookingmove", "bookingmove_ends_after_start"),
        ValidateConstraint("childinneedplan", "inneedplan_source_known"),
        ValidateConstraint("childpart", "childpart_codes_known"),
        ValidateConstraint("conference", "conference_on_a_weekday"),
        ValidateConstraint("conference", "conference_source_known"),
        ValidateConstraint("consultation", "consultation_asked_in_its_state"),
        ValidateConstraint("consultationanswer", "consultationanswer_day_for_information"),
        ValidateConstraint("earlierplan", "earlierplan_ends_after_start"),
        ValidateConstraint("earlierplan", "earlierplan_category_known"),
        ValidateConstraint("enquiry", "enquiry_source_known"),
        ValidateConstraint("meetingrecord", "meetingrecord_sent_after_signing"),
        ValidateConstraint("needepisode", "needepisode_codes_known"),
        ValidateConstraint("needepisode", "needepisode_source_known"),
        ValidateConstraint("plan", "plan_end_codes_known"),
        ValidateConstraint("plan", "plan_recorded_here_began_at_a_conference"),
        ValidateConstraint("plan", "plan_source_known"),
        ValidateConstraint("planelsewhere", "planelsewhere_authority_is_a_code"),
        ValidateConstraint("planelsewhere", "planelsewhere_authority_named"),
        ValidateConstraint("thinkingtime", "thinkingtime_held_says_when_who_and_how_long"),
        ValidateConstraint("thinkingtime", "thinkingtime_trigger_known"),
        ValidateConstraint("transferin", "transferin_days_in_order"),
        ValidateConstraint("transferin", "transferin_authority_is_a_code"),
        ValidateConstraint("transferin", "transferin_source_known"),
    ]
