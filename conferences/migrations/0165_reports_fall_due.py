"""Late reports are chased, reports that came are shown, and too few agencies are answered for, by a day."""

import uuid

import django.db.models.deletion
import django.db.models.lookups
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0173_day_fits"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="QuorumChoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.TextField()),
                ("told_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["told_at", "id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ReportChase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("LETTER", "By letter"),
                            ("EMAIL", "By email"),
                            ("TELEPHONE", "By telephone"),
                            ("IN_PERSON", "In person"),
                        ],
                        max_length=10,
                    ),
                ),
                ("chased_date", models.DateField()),
                ("is_to_manager", models.BooleanField(default=False)),
                ("whom", models.CharField(blank=True, max_length=150)),
                ("words", models.TextField(blank=True)),
                ("told_at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["chased_date", "id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ReportChaseEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("LETTER", "By letter"),
                            ("EMAIL", "By email"),
                            ("TELEPHONE", "By telephone"),
                            ("IN_PERSON", "In person"),
                        ],
                        max_length=10,
                    ),
                ),
                ("chased_date", models.DateField()),
                ("is_to_manager", models.BooleanField(default=False)),
                ("whom", models.CharField(blank=True, max_length=150)),
                ("words", models.TextField(blank=True)),
                ("told_at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="daytold",
            name="daytold_code_known",
        ),
        migrations.RemoveConstraint(
            model_name="duty",
            name="duty_kind_known",
        ),
        migrations.RemoveConstraint(
            model_name="invitation",
            name="invitation_shared_when_and_how",
        ),
        migrations.RemoveConstraint(
            model_name="reconciliationdifference",
            name="difference_kind_known",
        ),
        migrations.AddField(
            model_name="invitation",
            name="none_why",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="invitation",
            name="shared_by",
            field=models.CharField(blank=True, db_default="", default="", max_length=150),
        ),
        migrations.AddField(
            model_name="invitation",
            name="shared_language",
            field=models.CharField(blank=True, db_default="", default="", max_length=100),
        ),
        migrations.AddField(
            model_name="invitation",
            name="shared_way",
            field=models.CharField(
                blank=True,
                choices=[
                    ("GIVEN", "It was handed to them"),
                    ("READ", "It was read through with them"),
                    ("SENT", "It was sent to them"),
                    ("NEVER", "It will not be shown to them"),
                ],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="unshared_why",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="none_why",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="shared_by",
            field=models.CharField(blank=True, db_default="", default="", max_length=150),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="shared_language",
            field=models.CharField(blank=True, db_default="", default="", max_length=100),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="shared_way",
            field=models.CharField(
                blank=True,
                choices=[
                    ("GIVEN", "It was handed to them"),
                    ("READ", "It was read through with them"),
                    ("SENT", "It was sent to them"),
                    ("NEVER", "It will not be shown to them"),
                ],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="unshared_why",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AlterField(
            model_name="daytold",
            name="code",
            field=models.CharField(
                choices=[
                    ("HOLD_CONFERENCE", "Hold the initial conference"),
                    ("HOLD_TRANSFER_IN", "Hold the transfer-in conference"),
                    ("HOLD_REVIEW", "Hold the review conference"),
                    ("HOLD_FIRST_CORE_GROUP", "Hold the first core group"),
                    ("REQUEST_CONFERENCE", "Request the initial conference"),
                    ("REQUEST_TRANSFER_IN", "Request the transfer-in conference"),
                    ("REQUEST_REVIEW", "Request the review conference"),
                    ("SCHEDULE_REQUEST", "Schedule the conference"),
                    ("INVITE", "Invite everybody to the conference"),
                    ("CHASE_REPORTS", "Chase the reports that are late"),
                    ("SHARE_REPORTS", "Show the family the reports that came"),
                    ("ANSWER_QUORUM", "Decide what is done about too few agencies"),
                    ("BOOK_NEW_DATE", "Book the new date of a conference that ended undecided"),
                    ("GIVE_ACCOUNT", "Give the account for the re-plan consultation"),
                    ("DECIDE_CONSULTATION", "Decide the re-plan consultation"),
                    ("ASK_AGREED", "Ask for the conference that is needed"),
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
                ],
                max_length=24,
            ),
        ),
        migrations.AlterField(
            model_name="duty",
            name="kind",
            field=models.CharField(
                choices=[
                    ("HOLD_CONFERENCE", "Hold the initial conference"),
                    ("HOLD_TRANSFER_IN", "Hold the transfer-in conference"),
                    ("HOLD_REVIEW", "Hold the review conference"),
                    ("HOLD_FIRST_CORE_GROUP", "Hold the first core group"),
                    ("REQUEST_CONFERENCE", "Request the initial conference"),
                    ("REQUEST_TRANSFER_IN", "Request the transfer-in conference"),
                    ("REQUEST_REVIEW", "Request the review conference"),
                    ("SCHEDULE_REQUEST", "Schedule the conference"),
                    ("INVITE", "Invite everybody to the conference"),
                    ("CHASE_REPORTS", "Chase the reports that are late"),
                    ("SHARE_REPORTS", "Show the family the reports that came"),
                    ("ANSWER_QUORUM", "Decide what is done about too few agencies"),
                    ("BOOK_NEW_DATE", "Book the new date of a conference that ended undecided"),
                    ("GIVE_ACCOUNT", "Give the account for the re-plan consultation"),
                    ("DECIDE_CONSULTATION", "Decide the re-plan consultation"),
                    ("ASK_AGREED", "Ask for the conference that is needed"),
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
                ],
                max_length=24,
            ),
        ),
        migrations.AlterField(
            model_name="dutyevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("HOLD_CONFERENCE", "Hold the initial conference"),
                    ("HOLD_TRANSFER_IN", "Hold the transfer-in conference"),
                    ("HOLD_REVIEW", "Hold the review conference"),
                    ("HOLD_FIRST_CORE_GROUP", "Hold the first core group"),
                    ("REQUEST_CONFERENCE", "Request the initial conference"),
                    ("REQUEST_TRANSFER_IN", "Request the transfer-in conference"),
                    ("REQUEST_REVIEW", "Request the review conference"),
                    ("SCHEDULE_REQUEST", "Schedule the conference"),
                    ("INVITE", "Invite everybody to the conference"),
                    ("CHASE_REPORTS", "Chase the reports that are late"),
                    ("SHARE_REPORTS", "Show the family the reports that came"),
                    ("ANSWER_QUORUM", "Decide what is done about too few agencies"),
                    ("BOOK_NEW_DATE", "Book the new date of a conference that ended undecided"),
                    ("GIVE_ACCOUNT", "Give the account for the re-plan consultation"),
                    ("DECIDE_CONSULTATION", "Decide the re-plan consultation"),
                    ("ASK_AGREED", "Ask for the conference that is needed"),
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
                ],
                max_length=24,
            ),
        ),
        migrations.AlterField(
            model_name="reconciliationdifference",
            name="kind",
            field=models.CharField(
                choices=[
                    ("HOLD_CONFERENCE", "Hold the initial conference"),
                    ("HOLD_TRANSFER_IN", "Hold the transfer-in conference"),
                    ("HOLD_REVIEW", "Hold the review conference"),
                    ("HOLD_FIRST_CORE_GROUP", "Hold the first core group"),
                    ("REQUEST_CONFERENCE", "Request the initial conference"),
                    ("REQUEST_TRANSFER_IN", "Request the transfer-in conference"),
                    ("REQUEST_REVIEW", "Request the review conference"),
                    ("SCHEDULE_REQUEST", "Schedule the conference"),
                    ("INVITE", "Invite everybody to the conference"),
                    ("CHASE_REPORTS", "Chase the reports that are late"),
                    ("SHARE_REPORTS", "Show the family the reports that came"),
                    ("ANSWER_QUORUM", "Decide what is done about too few agencies"),
                    ("BOOK_NEW_DATE", "Book the new date of a conference that ended undecided"),
                    ("GIVE_ACCOUNT", "Give the account for the re-plan consultation"),
                    ("DECIDE_CONSULTATION", "Decide the re-plan consultation"),
                    ("ASK_AGREED", "Ask for the conference that is needed"),
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
                ],
                max_length=24,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_invitationevent" ("agency_kind", "channel", "id", "invited_date", "is_report_asked", "name", "needs", "needs_words", "none_why", "off_at", "off_by_id", "off_reason", "off_words", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_on_at", "put_on_by_id", "received_date", "ref", "reply", "request_id", "role", "shared_by", "shared_date", "shared_how", "shared_language", "shared_way", "told_at", "told_by_id", "unshared_why") SELECT new_values."agency_kind", new_values."channel", new_values."id", new_values."invited_date", new_values."is_report_asked", new_values."name", new_values."needs", new_values."needs_words", new_values."none_why", new_values."off_at", new_values."off_by_id", new_values."off_reason", new_values."off_words", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."put_on_at", new_values."put_on_by_id", new_values."received_date", new_values."ref", new_values."reply", new_values."request_id", new_values."role", new_values."shared_by", new_values."shared_date", new_values."shared_how", new_values."shared_language", new_values."shared_way", new_values."told_at", new_values."told_by_id", new_values."unshared_why" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2630d2605994bb0e350f5e13742662695fcad1db",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c7782",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_invitationevent" ("agency_kind", "channel", "id", "invited_date", "is_report_asked", "name", "needs", "needs_words", "none_why", "off_at", "off_by_id", "off_reason", "off_words", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_on_at", "put_on_by_id", "received_date", "ref", "reply", "request_id", "role", "shared_by", "shared_date", "shared_how", "shared_language", "shared_way", "told_at", "told_by_id", "unshared_why") SELECT new_values."agency_kind", new_values."channel", new_values."id", new_values."invited_date", new_values."is_report_asked", new_values."name", new_values."needs", new_values."needs_words", new_values."none_why", new_values."off_at", new_values."off_by_id", new_values."off_reason", new_values."off_words", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."put_on_at", new_values."put_on_by_id", new_values."received_date", new_values."ref", new_values."reply", new_values."request_id", new_values."role", new_values."shared_by", new_values."shared_date", new_values."shared_how", new_values."shared_language", new_values."shared_way", new_values."told_at", new_values."told_by_id", new_values."unshared_why" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5734e1c081c839c8cd571916ab9b8cc0f870bce4",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_49ea4",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_invitationevent" ("agency_kind", "channel", "id", "invited_date", "is_report_asked", "name", "needs", "needs_words", "none_why", "off_at", "off_by_id", "off_reason", "off_words", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_on_at", "put_on_by_id", "received_date", "ref", "reply", "request_id", "role", "shared_by", "shared_date", "shared_how", "shared_language", "shared_way", "told_at", "told_by_id", "unshared_why") SELECT old_values."agency_kind", old_values."channel", old_values."id", old_values."invited_date", old_values."is_report_asked", old_values."name", old_values."needs", old_values."needs_words", old_values."none_why", old_values."off_at", old_values."off_by_id", old_values."off_reason", old_values."off_words", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."put_on_at", old_values."put_on_by_id", old_values."received_date", old_values."ref", old_values."reply", old_values."request_id", old_values."role", old_values."shared_by", old_values."shared_date", old_values."shared_how", old_values."shared_language", old_values."shared_way", old_values."told_at", old_values."told_by_id", old_values."unshared_why" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="cd0f0fcabc9a5dba4fe09e366fce7e7f56fdb179",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1e0eb",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_invitation",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="daytold",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "code__in",
                        [
                            "HOLD_CONFERENCE",
                            "HOLD_TRANSFER_IN",
                            "HOLD_REVIEW",
                            "HOLD_FIRST_CORE_GROUP",
                            "REQUEST_CONFERENCE",
                            "REQUEST_TRANSFER_IN",
                            "REQUEST_REVIEW",
                            "SCHEDULE_REQUEST",
                            "INVITE",
                            "CHASE_REPORTS",
                            "SHARE_REPORTS",
                            "ANSWER_QUORUM",
                            "BOOK_NEW_DATE",
                            "GIVE_ACCOUNT",
                            "DECIDE_CONSULTATION",
                            "ASK_AGREED",
                            "MEET_CONDITION",
                            "REVIEW_SUPPORT",
                            "SECOND_OPINION",
                            "HOLD_THINKING_TIME",
                            "DO_ACTION",
                            "SEND_LETTERS",
                            "FINISH_RECORD",
                            "SEND_RECORD",
                            "END_PLAN",
                            "HOLD_CORE_GROUP",
                            "REVIEW_AFTER_BIRTH",
                            "FIRST_FOLLOW_UP",
                            "SECOND_FOLLOW_UP",
                            "THIRD_FOLLOW_UP",
                        ],
                    )
                ),
                name="daytold_code_known",
            ),
        ),
        AddConstraintNotValid(
            model_name="duty",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "HOLD_CONFERENCE",
                            "HOLD_TRANSFER_IN",
                            "HOLD_REVIEW",
                            "HOLD_FIRST_CORE_GROUP",
                            "REQUEST_CONFERENCE",
                            "REQUEST_TRANSFER_IN",
                            "REQUEST_REVIEW",
                            "SCHEDULE_REQUEST",
                            "INVITE",
                            "CHASE_REPORTS",
                            "SHARE_REPORTS",
                            "ANSWER_QUORUM",
                            "BOOK_NEW_DATE",
                            "GIVE_ACCOUNT",
                            "DECIDE_CONSULTATION",
                            "ASK_AGREED",
                            "MEET_CONDITION",
                            "REVIEW_SUPPORT",
                            "SECOND_OPINION",
                            "HOLD_THINKING_TIME",
                            "DO_ACTION",
                            "SEND_LETTERS",
                            "FINISH_RECORD",
                            "SEND_RECORD",
                            "END_PLAN",
                            "HOLD_CORE_GROUP",
                            "REVIEW_AFTER_BIRTH",
                            "FIRST_FOLLOW_UP",
                            "SECOND_FOLLOW_UP",
                            "THIRD_FOLLOW_UP",
                        ],
                    )
                ),
                name="duty_kind_known",
            ),
        ),
        AddConstraintNotValid(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("received_date__isnull", True), ("none_why", ""), _connector="OR"),
                name="invitation_report_comes_or_not",
            ),
        ),
        AddConstraintNotValid(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("shared_by", ""),
                        ("shared_date__isnull", True),
                        ("shared_how", ""),
                        ("shared_language", ""),
                        ("shared_way", ""),
                    ),
                    models.Q(
                        ("shared_by", ""),
                        ("shared_date__isnull", True),
                        ("shared_how", ""),
                        ("shared_language", ""),
                        ("received_date__isnull", False),
                        ("shared_way", "NEVER"),
                    ),
                    models.Q(
                        ("shared_date__isnull", False),
                        ("shared_way", ""),
                        models.Q(("shared_how", ""), _negated=True),
                    ),
                    models.Q(
                        ("shared_date__isnull", False),
                        ("shared_way__in", ["GIVEN", "READ", "SENT"]),
                        models.Q(("shared_by", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="invitation_shown_when_how_by_whom",
            ),
        ),
        AddConstraintNotValid(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("shared_way", "NEVER"), models.Q(("unshared_why", ""), _negated=True)),
                    models.Q(models.Q(("shared_way", "NEVER"), _negated=True), ("unshared_why", "")),
                    _connector="OR",
                ),
                name="invitation_not_shown_for_a_reason",
            ),
        ),
        AddConstraintNotValid(
            model_name="reconciliationdifference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "HOLD_CONFERENCE",
                            "HOLD_TRANSFER_IN",
                            "HOLD_REVIEW",
                            "HOLD_FIRST_CORE_GROUP",
                            "REQUEST_CONFERENCE",
                            "REQUEST_TRANSFER_IN",
                            "REQUEST_REVIEW",
                            "SCHEDULE_REQUEST",
                            "INVITE",
                            "CHASE_REPORTS",
                            "SHARE_REPORTS",
                            "ANSWER_QUORUM",
                            "BOOK_NEW_DATE",
                            "GIVE_ACCOUNT",
                            "DECIDE_CONSULTATION",
                            "ASK_AGREED",
                            "MEET_CONDITION",
                            "REVIEW_SUPPORT",
                            "SECOND_OPINION",
                            "HOLD_THINKING_TIME",
                            "DO_ACTION",
                            "SEND_LETTERS",
                            "FINISH_RECORD",
                            "SEND_RECORD",
                            "END_PLAN",
                            "HOLD_CORE_GROUP",
                            "REVIEW_AFTER_BIRTH",
                            "FIRST_FOLLOW_UP",
                            "SECOND_FOLLOW_UP",
                            "THIRD_FOLLOW_UP",
                        ],
                    )
                ),
                name="difference_kind_known",
            ),
        ),
        migrations.AddField(
            model_name="quorumchoice",
            name="booking",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="quorum_choices",
                to="conferences.booking",
            ),
        ),
        migrations.AddField(
            model_name="quorumchoice",
            name="told_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="reportchase",
            name="invitation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="chases",
                to="conferences.invitation",
            ),
        ),
        migrations.AddField(
            model_name="reportchase",
            name="taken_back_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="reportchase",
            name="told_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="reportchaseevent",
            name="invitation",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.invitation",
            ),
        ),
        migrations.AddField(
            model_name="reportchaseevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="reportchaseevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.reportchase",
            ),
        ),
        migrations.AddField(
            model_name="reportchaseevent",
            name="taken_back_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="reportchaseevent",
            name="told_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="quorumchoice",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="quorum_choice_reason_given"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="quorumchoice",
            trigger=pgtrigger.compiler.Trigger(
                name="quorumchoice_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'quorumchoice_never_changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'quorumchoice_never_changed';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="217c6344d52d3cb12e2db2b2d236887303760a06",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_quorumchoice_never_changed_af46d",
                    table="conferences_quorumchoice",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="reportchase",
            constraint=models.CheckConstraint(
                condition=models.Q(safeguarding.promises.IsFinite("chased_date")),
                name="report_chase_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportchase",
            constraint=models.CheckConstraint(
                condition=models.Q(("channel__in", ["LETTER", "EMAIL", "TELEPHONE", "IN_PERSON"])),
                name="report_chase_by_a_way",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportchase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("chased_date__isnull", True),
                    django.db.models.lookups.LessThanOrEqual(
                        models.F("chased_date"), safeguarding.promises.LocalDay("told_at")
                    ),
                    _connector="OR",
                ),
                name="report_chase_by_its_telling",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportchase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_to_manager", False), models.Q(("whom", ""), _negated=True), _connector="OR"
                ),
                name="report_chase_names_the_manager",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportchase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("taken_back_at__isnull", True), ("taken_back_by__isnull", True)),
                    models.Q(("taken_back_at__isnull", False), ("taken_back_by__isnull", False)),
                    _connector="OR",
                ),
                name="report_chase_taken_back_by_and_at",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportchase",
            trigger=pgtrigger.compiler.Trigger(
                name="report_chase_of_a_report_asked_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_invitation AS i ON i.id = r.invitation_id\n        WHERE NOT i.is_report_asked) THEN\n        RAISE EXCEPTION 'report_chase_of_a_report_asked' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_chase_of_a_report_asked';\n    END IF;\n    RETURN NULL;",
                    hash="ba49435ed216c4b315edd5d04290d625b33948f3",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_report_chase_of_a_report_asked_new_2d356",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_reportchase",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportchase",
            trigger=pgtrigger.compiler.Trigger(
                name="report_chase_of_a_report_asked",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.invitation_id IS DISTINCT FROM NEW.invitation_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_reportchase WHERE id = NEW.id) AS r JOIN conferences_invitation AS i ON i.id = r.invitation_id\n        WHERE NOT i.is_report_asked) THEN\n        RAISE EXCEPTION 'report_chase_of_a_report_asked' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_chase_of_a_report_asked';\n    END IF;\n    RETURN NULL;",
                    hash="275175f8af9719776fa9550bfa23410572c81d14",
                    operation='UPDATE OF "invitation_id"',
                    pgid="pgtrigger_report_chase_of_a_report_asked_d3161",
                    table="conferences_reportchase",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportchase",
            trigger=pgtrigger.compiler.Trigger(
                name="report_chase_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR OLD.taken_back_at IS NOT NULL\n        OR NEW.invitation_id IS DISTINCT FROM OLD.invitation_id THEN\n        RAISE EXCEPTION 'report_chase_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_chase_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="3137a5fc15a0b23f11a33f3d6ea99735e9ce02d1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_report_chase_stays_0f100",
                    table="conferences_reportchase",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportchase",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_reportchaseevent" ("channel", "chased_date", "id", "invitation_id", "is_to_manager", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "taken_back_at", "taken_back_by_id", "told_at", "told_by_id", "whom", "words") SELECT new_values."channel", new_values."chased_date", new_values."id", new_values."invitation_id", new_values."is_to_manager", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."taken_back_at", new_values."taken_back_by_id", new_values."told_at", new_values."told_by_id", new_values."whom", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="178f4a04d15199992ef574684713977f986f2dd4",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fc0a0",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_reportchase",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportchase",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_reportchaseevent" ("channel", "chased_date", "id", "invitation_id", "is_to_manager", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "taken_back_at", "taken_back_by_id", "told_at", "told_by_id", "whom", "words") SELECT new_values."channel", new_values."chased_date", new_values."id", new_values."invitation_id", new_values."is_to_manager", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."taken_back_at", new_values."taken_back_by_id", new_values."told_at", new_values."told_by_id", new_values."whom", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5e0c1926f60c189335b2ea351728da0842c15c4c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dc232",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_reportchase",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportchase",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_reportchaseevent" ("channel", "chased_date", "id", "invitation_id", "is_to_manager", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "taken_back_at", "taken_back_by_id", "told_at", "told_by_id", "whom", "words") SELECT old_values."channel", old_values."chased_date", old_values."id", old_values."invitation_id", old_values."is_to_manager", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."taken_back_at", old_values."taken_back_by_id", old_values."told_at", old_values."told_by_id", old_values."whom", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="a3f4dd9af63b8c25d2f93c901e7827cd1086ec8e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_618b3",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_reportchase",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportchaseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d2643050d2e6fe99cd881f1bb709c0a6f85f2c5b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3297b",
                    table="conferences_reportchaseevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
