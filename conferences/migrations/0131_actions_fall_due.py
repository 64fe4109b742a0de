"""What was agreed in thinking time falls due."""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

CODES = [
    ("HOLD_CONFERENCE", "Hold the initial conference"),
    ("HOLD_TRANSFER_IN", "Hold the transfer-in conference"),
    ("HOLD_REVIEW", "Hold the review conference"),
    ("HOLD_FIRST_CORE_GROUP", "Hold the first core group"),
    ("REQUEST_CONFERENCE", "Request the initial conference"),
    ("REQUEST_TRANSFER_IN", "Request the transfer-in conference"),
    ("REQUEST_REVIEW", "Request the review conference"),
    ("SCHEDULE_REQUEST", "Schedule the conference"),
    ("BOOK_NEW_DATE", "Book the new date of a conference that ended undecided"),
    ("GIVE_ACCOUNT", "Give the account for the re-plan consultation"),
    ("DECIDE_CONSULTATION", "Decide the re-plan consultation"),
    ("MEET_CONDITION", "Meet the condition of a consultation’s decision"),
    ("REVIEW_SUPPORT", "Review the support that was decided instead"),
    ("SECOND_OPINION", "Give a second opinion on a consultation"),
    ("HOLD_THINKING_TIME", "Hold thinking time"),
    ("DO_ACTION", "Do what was agreed in thinking time"),
    ("SEND_LETTERS", "Send the decision letters"),
    ("FINISH_RECORD", "Finish the record"),
    ("SEND_RECORD", "Send the record"),
    ("END_PLAN", "End the plan"),
    ("HOLD_CORE_GROUP", "Hold the next core group"),
    ("REVIEW_AFTER_BIRTH", "Hold the review after the birth"),
    ("FIRST_FOLLOW_UP", "Follow up after the plan, the first time"),
    ("SECOND_FOLLOW_UP", "Follow up after the plan, the second time"),
    ("THIRD_FOLLOW_UP", "Follow up after the plan, the third time"),
]
KNOWN = [code for code, _ in CODES]


class Migration(migrations.Migration):
    dependencies = [("conferences", "0130_conferences_under_way_checked")]

    operations = [
        migrations.RemoveConstraint(model_name="daytold", name="daytold_code_known"),
        migrations.RemoveConstraint(model_name="duty", name="duty_kind_known"),
        migrations.RemoveConstraint(model_name="reconciliationdifference", name="difference_kind_known"),
        migrations.AlterField(
            model_name="daytold", name="code", field=models.CharField(choices=CODES, max_length=24)
        ),
        migrations.AlterField(
            model_name="duty", name="kind", field=models.CharField(choices=CODES, max_length=24)
        ),
        migrations.AlterField(
            model_name="dutyevent", name="kind", field=models.CharField(choices=CODES, max_length=24)
        ),
        migrations.AlterField(
            model_name="reconciliationdifference",
            name="kind",
            field=models.CharField(choices=CODES, max_length=24),
        ),
        AddConstraintNotValid(
            model_name="daytold",
            constraint=models.CheckConstraint(condition=models.Q(code__in=KNOWN), name="daytold_code_known"),
        ),
        AddConstraintNotValid(
            model_name="duty",
            constraint=models.CheckConstraint(condition=models.Q(kind__in=KNOWN), name="duty_kind_known"),
        ),
        AddConstraintNotValid(
            model_name="reconciliationdifference",
            constraint=models.CheckConstraint(
                condition=models.Q(kind__in=KNOWN), name="difference_kind_known"
            ),
        ),
    ]
