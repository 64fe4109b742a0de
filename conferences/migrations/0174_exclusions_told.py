"""An exclusion has a letter, kept as it was made, may be decided in place of its chair, and falls due."""

import django.db.models.deletion
import django.db.models.lookups
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

import conferences.models.documents
import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0176_in_doubt_waits_and_one_answer"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ExclusionLetter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(default=1)),
                (
                    "changed",
                    models.TextField(blank=True, help_text="What is other than in the version before."),
                ),
                ("left_out", models.TextField(blank=True)),
                ("told", models.JSONField(default=dict)),
                ("made_at", models.DateTimeField()),
                (
                    "sent_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("POST", "By post"),
                            ("RECORDED_POST", "By recorded post"),
                            ("BY_HAND", "By hand"),
                            ("SECURE_EMAIL", "By secure email"),
                        ],
                        max_length=15,
                    ),
                ),
                ("sent_date", models.DateField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ExclusionLetterEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveSmallIntegerField(default=1)),
                (
                    "changed",
                    models.TextField(blank=True, help_text="What is other than in the version before."),
                ),
                ("left_out", models.TextField(blank=True)),
                ("told", models.JSONField(default=dict)),
                ("made_at", models.DateTimeField()),
                (
                    "sent_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("POST", "By post"),
                            ("RECORDED_POST", "By recorded post"),
                            ("BY_HAND", "By hand"),
                            ("SECURE_EMAIL", "By secure email"),
                        ],
                        max_length=15,
                    ),
                ),
                ("sent_date", models.DateField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ExclusionLetterFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("format", models.CharField(choices=[("WORD", "Word"), ("PDF", "PDF")], max_length=4)),
                ("content", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="exclusion",
            name="exclusion_decided_by_its_chair",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="exclusion",
            name="exclusion_outcome_by_its_chair",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="exclusion",
            name="exclusion_stays",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="exclusion",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="exclusion",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="exclusion",
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
            model_name="exclusion",
            name="exclusion_told_once_decided",
        ),
        migrations.RemoveConstraint(
            model_name="reconciliationdifference",
            name="difference_kind_known",
        ),
        migrations.AddField(
            model_name="exclusion",
            name="decided_in_place",
            field=models.TextField(
                blank=True, db_default="", default="", help_text="Why another than the chair decided."
            ),
        ),
        migrations.AddField(
            model_name="exclusion",
            name="outcome_in_place",
            field=models.TextField(
                blank=True, db_default="", default="", help_text="Why another than the chair decided this."
            ),
        ),
        migrations.AddField(
            model_name="exclusion",
            name="way",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                choices=[
                    ("POST", "To an address that we know"),
                    ("HAND", "Somebody hands it to them"),
                    ("NONE", "No letter can reach them: they are told in person"),
                ],
                max_length=4,
            ),
        ),
        migrations.AddField(
            model_name="exclusion",
            name="way_words",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="The address, or who hands it over.",
                max_length=500,
            ),
        ),
        migrations.AddField(
            model_name="exclusionevent",
            name="decided_in_place",
            field=models.TextField(
                blank=True, db_default="", default="", help_text="Why another than the chair decided."
            ),
        ),
        migrations.AddField(
            model_name="exclusionevent",
            name="outcome_in_place",
            field=models.TextField(
                blank=True, db_default="", default="", help_text="Why another than the chair decided this."
            ),
        ),
        migrations.AddField(
            model_name="exclusionevent",
            name="way",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                choices=[
                    ("POST", "To an address that we know"),
                    ("HAND", "Somebody hands it to them"),
                    ("NONE", "No letter can reach them: they are told in person"),
                ],
                max_length=4,
            ),
        ),
        migrations.AddField(
            model_name="exclusionevent",
            name="way_words",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="The address, or who hands it over.",
                max_length=500,
            ),
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
                    ("TELL_EXCLUDED", "Decide who is excluded, and see that they are told"),
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
                    ("TELL_EXCLUDED", "Decide who is excluded, and see that they are told"),
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
                    ("TELL_EXCLUDED", "Decide who is excluded, and see that they are told"),
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
                    ("TELL_EXCLUDED", "Decide who is excluded, and see that they are told"),
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
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="exclusion_decided_by_its_chair",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NEW.answer <> '' AND (TG_OP = 'INSERT'\n            OR (OLD.answer, OLD.decided_part, OLD.reasons, OLD.instead, OLD.instead_words, OLD.letter_why, OLD.teller, OLD.decided_by_id, OLD.decided_in_place) IS DISTINCT FROM (NEW.answer, NEW.decided_part, NEW.reasons, NEW.instead, NEW.instead_words, NEW.letter_why, NEW.teller, NEW.decided_by_id, NEW.decided_in_place))\n        AND NOT EXISTS (\n            SELECT FROM conferences_booking AS b\n            WHERE b.request_id = NEW.request_id AND b.state = 'BOOKED' AND (b.chair_id = NEW.decided_by_id OR (NEW.decided_in_place <> '' AND EXISTS (\n                SELECT FROM safeguarding_user AS u\n                WHERE u.id = NEW.decided_by_id AND (u.role || u.further_roles) && ARRAY['STRATEGIC_LEAD']::varchar[])))) THEN\n        RAISE EXCEPTION 'exclusion_decided_by_its_chair' USING ERRCODE = 'check_violation', CONSTRAINT = 'exclusion_decided_by_its_chair';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="329fae05ae93711321e8130c34af0e64a34c8441",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_exclusion_decided_by_its_chair_f5690",
                    table="conferences_exclusion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="exclusion_outcome_by_its_chair",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NEW.outcome_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR (OLD.gets_letter, OLD.gets_record, OLD.outcome_words, OLD.outcome_by_id, OLD.outcome_in_place) IS DISTINCT FROM (NEW.gets_letter, NEW.gets_record, NEW.outcome_words, NEW.outcome_by_id, NEW.outcome_in_place))\n        AND NOT EXISTS (\n            SELECT FROM conferences_booking AS b\n            WHERE b.request_id = NEW.request_id AND b.state IN ('BOOKED', 'HELD')\n                AND (b.chair_id = NEW.outcome_by_id OR (NEW.outcome_in_place <> '' AND EXISTS (\n                SELECT FROM safeguarding_user AS u\n                WHERE u.id = NEW.outcome_by_id AND (u.role || u.further_roles) && ARRAY['STRATEGIC_LEAD']::varchar[])))) THEN\n        RAISE EXCEPTION 'exclusion_outcome_by_its_chair' USING ERRCODE = 'check_violation', CONSTRAINT = 'exclusion_outcome_by_its_chair';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="bf1653759d9a48b661cf2bf75eec4724729a3176",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_exclusion_outcome_by_its_chair_a4fea",
                    table="conferences_exclusion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="exclusion_lifted_by_its_chair",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF OLD.lifted_at IS NULL AND NEW.lifted_at IS NOT NULL AND OLD.answer <> ''\n        AND NOT EXISTS (\n            SELECT FROM conferences_booking AS b\n            WHERE b.request_id = NEW.request_id AND b.state = 'BOOKED' AND b.chair_id = NEW.lifted_by_id) THEN\n        RAISE EXCEPTION 'exclusion_lifted_by_its_chair' USING ERRCODE = 'check_violation', CONSTRAINT = 'exclusion_lifted_by_its_chair';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="e283549b50d3560d0fe8604979d360bac868836f",
                    operation="UPDATE",
                    pgid="pgtrigger_exclusion_lifted_by_its_chair_62868",
                    table="conferences_exclusion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="exclusion_told_once_decided",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NEW.told_date < (NEW.decided_at AT TIME ZONE 'Europe/London')::date\n        AND (TG_OP = 'INSERT'\n            OR (OLD.told_date, OLD.decided_at) IS DISTINCT FROM (NEW.told_date, NEW.decided_at))\n        AND NOT EXISTS (\n            SELECT FROM conferences_booking AS b\n            WHERE b.request_id = NEW.request_id AND b.state IN ('BOOKED', 'HELD') AND b.entered_reason <> '') THEN\n        RAISE EXCEPTION 'exclusion_told_once_decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'exclusion_told_once_decided';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="7f64d3d4fc7cbec9a4936a6decf62a48fff109a5",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_exclusion_told_once_decided_29cfb",
                    table="conferences_exclusion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="exclusion_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR OLD.lifted_at IS NOT NULL\n        OR (NEW.request_id, NEW.person_id, NEW.name, NEW.put_by_id, NEW.put_at)\n            IS DISTINCT FROM (OLD.request_id, OLD.person_id, OLD.name, OLD.put_by_id, OLD.put_at)\n        OR (OLD.answer <> '' AND NEW.answer = '')\n        OR (to_jsonb(OLD) - ARRAY['told_how', 'told_date', 'told_by_id', 'told_at', 'gets_letter', 'gets_record', 'outcome_words', 'outcome_by_id', 'outcome_at', 'outcome_in_place', 'way', 'way_words', 'saved_by_id', 'saved_at'] <> to_jsonb(NEW) - ARRAY['told_how', 'told_date', 'told_by_id', 'told_at', 'gets_letter', 'gets_record', 'outcome_words', 'outcome_by_id', 'outcome_at', 'outcome_in_place', 'way', 'way_words', 'saved_by_id', 'saved_at'] AND NOT EXISTS (\n            SELECT FROM conferences_request AS q\n            WHERE q.id = NEW.request_id AND q.state IN ('REQUESTED', 'BOOKED'))) THEN\n        RAISE EXCEPTION 'exclusion_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'exclusion_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="641ce7103562bb4793daa07399d067239646cdeb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_exclusion_stays_be513",
                    table="conferences_exclusion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_exclusionevent" ("answer", "asked_date", "asker", "decided_at", "decided_by_id", "decided_in_place", "decided_part", "extent", "facts", "gets_letter", "gets_record", "ground", "id", "instead", "instead_words", "letter_why", "lift_reason", "lift_words", "lifted_at", "lifted_by_id", "name", "outcome_at", "outcome_by_id", "outcome_in_place", "outcome_words", "part", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_at", "put_by_id", "reasons", "ref", "request_id", "saved_at", "saved_by_id", "teller", "told_at", "told_by_id", "told_date", "told_how", "way", "way_words") SELECT new_values."answer", new_values."asked_date", new_values."asker", new_values."decided_at", new_values."decided_by_id", new_values."decided_in_place", new_values."decided_part", new_values."extent", new_values."facts", new_values."gets_letter", new_values."gets_record", new_values."ground", new_values."id", new_values."instead", new_values."instead_words", new_values."letter_why", new_values."lift_reason", new_values."lift_words", new_values."lifted_at", new_values."lifted_by_id", new_values."name", new_values."outcome_at", new_values."outcome_by_id", new_values."outcome_in_place", new_values."outcome_words", new_values."part", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."put_at", new_values."put_by_id", new_values."reasons", new_values."ref", new_values."request_id", new_values."saved_at", new_values."saved_by_id", new_values."teller", new_values."told_at", new_values."told_by_id", new_values."told_date", new_values."told_how", new_values."way", new_values."way_words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="560c428f3cde238481567d1a9bfb985e5307697c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d52a3",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_exclusion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_exclusionevent" ("answer", "asked_date", "asker", "decided_at", "decided_by_id", "decided_in_place", "decided_part", "extent", "facts", "gets_letter", "gets_record", "ground", "id", "instead", "instead_words", "letter_why", "lift_reason", "lift_words", "lifted_at", "lifted_by_id", "name", "outcome_at", "outcome_by_id", "outcome_in_place", "outcome_words", "part", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_at", "put_by_id", "reasons", "ref", "request_id", "saved_at", "saved_by_id", "teller", "told_at", "told_by_id", "told_date", "told_how", "way", "way_words") SELECT new_values."answer", new_values."asked_date", new_values."asker", new_values."decided_at", new_values."decided_by_id", new_values."decided_in_place", new_values."decided_part", new_values."extent", new_values."facts", new_values."gets_letter", new_values."gets_record", new_values."ground", new_values."id", new_values."instead", new_values."instead_words", new_values."letter_why", new_values."lift_reason", new_values."lift_words", new_values."lifted_at", new_values."lifted_by_id", new_values."name", new_values."outcome_at", new_values."outcome_by_id", new_values."outcome_in_place", new_values."outcome_words", new_values."part", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."put_at", new_values."put_by_id", new_values."reasons", new_values."ref", new_values."request_id", new_values."saved_at", new_values."saved_by_id", new_values."teller", new_values."told_at", new_values."told_by_id", new_values."told_date", new_values."told_how", new_values."way", new_values."way_words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3d23ca336ad5e2c0d5fd66fd6be0b2b400c7306c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c70f9",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_exclusion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_exclusionevent" ("answer", "asked_date", "asker", "decided_at", "decided_by_id", "decided_in_place", "decided_part", "extent", "facts", "gets_letter", "gets_record", "ground", "id", "instead", "instead_words", "letter_why", "lift_reason", "lift_words", "lifted_at", "lifted_by_id", "name", "outcome_at", "outcome_by_id", "outcome_in_place", "outcome_words", "part", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_at", "put_by_id", "reasons", "ref", "request_id", "saved_at", "saved_by_id", "teller", "told_at", "told_by_id", "told_date", "told_how", "way", "way_words") SELECT old_values."answer", old_values."asked_date", old_values."asker", old_values."decided_at", old_values."decided_by_id", old_values."decided_in_place", old_values."decided_part", old_values."extent", old_values."facts", old_values."gets_letter", old_values."gets_record", old_values."ground", old_values."id", old_values."instead", old_values."instead_words", old_values."letter_why", old_values."lift_reason", old_values."lift_words", old_values."lifted_at", old_values."lifted_by_id", old_values."name", old_values."outcome_at", old_values."outcome_by_id", old_values."outcome_in_place", old_values."outcome_words", old_values."part", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."put_at", old_values."put_by_id", old_values."reasons", old_values."ref", old_values."request_id", old_values."saved_at", old_values."saved_by_id", old_values."teller", old_values."told_at", old_values."told_by_id", old_values."told_date", old_values."told_how", old_values."way", old_values."way_words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="676e7498a163596edff2619e92e7cf84df3191d3",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d7952",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_exclusion",
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
                            "TELL_EXCLUDED",
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
                            "TELL_EXCLUDED",
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
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("decided_in_place", ""), models.Q(("answer", ""), _negated=True), _connector="OR"
                    ),
                    models.Q(("outcome_in_place", ""), ("outcome_by__isnull", False), _connector="OR"),
                ),
                name="exclusion_in_place_of_a_decision",
            ),
        ),
        AddConstraintNotValid(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("told_at__isnull", True),
                        ("told_date__isnull", True),
                        django.db.models.lookups.LessThanOrEqual(
                            models.F("told_date"), safeguarding.promises.LocalDay("told_at")
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("told_date__isnull", True),
                        django.db.models.lookups.GreaterThanOrEqual(
                            models.F("told_date"), models.F("asked_date")
                        ),
                        _connector="OR",
                    ),
                ),
                name="exclusion_told_once_asked_for",
            ),
        ),
        AddConstraintNotValid(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("way", ""), ("way_words", "")),
                    models.Q(
                        ("person__isnull", True),
                        ("way__in", ["POST", "HAND"]),
                        models.Q(("way_words", ""), _negated=True),
                    ),
                    models.Q(("person__isnull", True), ("way", "NONE")),
                    _connector="OR",
                ),
                name="exclusion_way_of_somebody_by_name",
            ),
        ),
        AddConstraintNotValid(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("lifted_at__isnull", True),
                    django.db.models.lookups.GreaterThanOrEqual(models.F("lifted_at"), models.F("put_at")),
                    _connector="OR",
                ),
                name="exclusion_lifted_once_there",
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
                            "TELL_EXCLUDED",
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
            model_name="exclusionletter",
            name="exclusion",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="conferences.exclusion",
            ),
        ),
        migrations.AddField(
            model_name="exclusionletter",
            name="made_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="exclusionletter",
            name="sent_by",
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
            model_name="exclusionletterevent",
            name="exclusion",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.exclusion",
            ),
        ),
        migrations.AddField(
            model_name="exclusionletterevent",
            name="made_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="exclusionletterevent",
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
            model_name="exclusionletterevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.exclusionletter",
            ),
        ),
        migrations.AddField(
            model_name="exclusionletterevent",
            name="sent_by",
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
            model_name="exclusionletterfile",
            name="letter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="files",
                to="conferences.exclusionletter",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusionletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sent_date__isnull", True), safeguarding.promises.IsFinite("sent_date"), _connector="OR"
                ),
                name="exclusionletter_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusionletter",
            constraint=models.UniqueConstraint(
                fields=("exclusion", "version"), name="exclusionletter_one_a_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusionletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("changed", ""), ("version", 1)),
                    models.Q(("version__gt", 1), models.Q(("changed", ""), _negated=True)),
                    _connector="OR",
                ),
                name="exclusionletter_says_what_changed",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusionletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("sent_at__isnull", True),
                        ("sent_by__isnull", True),
                        ("sent_date__isnull", True),
                        ("sent_how", ""),
                    ),
                    models.Q(
                        ("sent_at__isnull", False),
                        ("sent_by__isnull", False),
                        ("sent_date__isnull", False),
                        ("sent_how__in", ["POST", "RECORDED_POST", "BY_HAND", "SECURE_EMAIL"]),
                    ),
                    _connector="OR",
                ),
                name="exclusionletter_sent_how_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusionletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("sent_at__isnull", True),
                        ("sent_date__isnull", True),
                        django.db.models.lookups.LessThanOrEqual(
                            models.F("sent_date"), safeguarding.promises.LocalDay("sent_at")
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("sent_date__isnull", True),
                        django.db.models.lookups.GreaterThanOrEqual(
                            models.F("sent_date"), safeguarding.promises.LocalDay("made_at")
                        ),
                        _connector="OR",
                    ),
                ),
                name="exclusionletter_sent_after_it_was_made",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusionletter",
            trigger=pgtrigger.compiler.Trigger(
                name="exclusionletter_of_somebody_excluded",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT EXISTS (\n            SELECT FROM conferences_exclusion AS e\n            WHERE e.id = NEW.exclusion_id AND e.answer IN ('WHOLE', 'PART') AND e.lifted_at IS NULL\n                AND (e.person_id IS NOT NULL OR e.way IN ('POST', 'HAND')))\n        OR (NEW.version > 1 AND NOT EXISTS (\n            SELECT FROM conferences_exclusionletter AS o\n            WHERE o.exclusion_id = NEW.exclusion_id AND o.version = NEW.version - 1)) THEN\n        RAISE EXCEPTION 'exclusionletter_of_somebody_excluded' USING ERRCODE = 'check_violation', CONSTRAINT = 'exclusionletter_of_somebody_excluded';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="802dff35b0eacbaa0c3ea66ed17169ecf147ed1f",
                    operation="INSERT",
                    pgid="pgtrigger_exclusionletter_of_somebody_excluded_4e90c",
                    table="conferences_exclusionletter",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusionletter",
            trigger=pgtrigger.compiler.Trigger(
                name="exclusionletter_stays_as_made",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR to_jsonb(OLD) - ARRAY['sent_how', 'sent_date', 'sent_by_id', 'sent_at'] <> to_jsonb(NEW) - ARRAY['sent_how', 'sent_date', 'sent_by_id', 'sent_at']\n        OR (OLD.sent_date IS NOT NULL AND NEW.sent_date IS NULL) THEN\n        RAISE EXCEPTION 'exclusionletter_stays_as_made' USING ERRCODE = 'check_violation', CONSTRAINT = 'exclusionletter_stays_as_made';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="a160a4495e3313cdd08f6583c917a9b5c9cd7904",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_exclusionletter_stays_as_made_d990f",
                    table="conferences_exclusionletter",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusionletter",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_exclusionletterevent" ("changed", "exclusion_id", "id", "left_out", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "sent_date", "sent_how", "told", "version") SELECT new_values."changed", new_values."exclusion_id", new_values."id", new_values."left_out", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."sent_at", new_values."sent_by_id", new_values."sent_date", new_values."sent_how", new_values."told", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2bf76d30c412d6810708eeb6f43d35bb08df7a7b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a352d",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_exclusionletter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusionletter",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_exclusionletterevent" ("changed", "exclusion_id", "id", "left_out", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "sent_date", "sent_how", "told", "version") SELECT new_values."changed", new_values."exclusion_id", new_values."id", new_values."left_out", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."sent_at", new_values."sent_by_id", new_values."sent_date", new_values."sent_how", new_values."told", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e70b65fc453f72cda50cb2749de812745cd24fb4",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f6229",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_exclusionletter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusionletter",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_exclusionletterevent" ("changed", "exclusion_id", "id", "left_out", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "sent_date", "sent_how", "told", "version") SELECT old_values."changed", old_values."exclusion_id", old_values."id", old_values."left_out", old_values."made_at", old_values."made_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."sent_at", old_values."sent_by_id", old_values."sent_date", old_values."sent_how", old_values."told", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="1a4c05d09b971c3457c83e0ee9157d7b0cb7e28c",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8bc4e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_exclusionletter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusionletterevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2374b75d42f527aee53955d3a5bc50e44d53c517",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_06112",
                    table="conferences_exclusionletterevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusionletterfile",
            constraint=models.UniqueConstraint(
                fields=("letter", "format"), name="exclusionletterfile_one_a_format"
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusionletterfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("format__in", ["WORD", "PDF"])), name="exclusionletterfile_format_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusionletterfile",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(
                    models.F("sha256"), conferences.models.documents.Sum("content")
                ),
                name="exclusionletterfile_sum_of_its_bytes",
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusionletterfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.GreaterThanOrEqual(
                        conferences.models.documents.Length("content"), 1
                    ),
                    django.db.models.lookups.GreaterThanOrEqual(
                        10000000, conferences.models.documents.Length("content")
                    ),
                ),
                name="exclusionletterfile_size",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusionletterfile",
            trigger=pgtrigger.compiler.Trigger(
                name="exclusionletterfile_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e2f17426aeea15a36ff5f12ba14e8ebf780e9a8c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_exclusionletterfile_never_changed_d7c02",
                    table="conferences_exclusionletterfile",
                    when="BEFORE",
                ),
            ),
        ),
    ]
