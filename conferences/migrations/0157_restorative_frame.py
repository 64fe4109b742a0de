"""The frame of a restorative conference, how a child took part, and why a plan may end early."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0156_invitations_fall_due_checked"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="childpart",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="childpart",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="childpart",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="meetingrecord",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="meetingrecord",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="meetingrecord",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="childpart",
            name="ending_rationale",
            field=models.TextField(
                blank=True,
                db_default="",
                default="",
            ),
        ),
        migrations.AddField(
            model_name="childpart",
            name="participation",
            field=models.CharField(
                blank=True,
                choices=[
                    ("PN0", "Under 4, or not born yet"),
                    ("PN1", "Came and spoke"),
                    ("PN2", "Came, and an advocate spoke for the child"),
                    ("PN3", "Came, and gave their views without words"),
                    ("PN4", "Came, and gave no views"),
                    ("PN5", "Did not come: an advocate gave the child’s views"),
                    ("PN6", "Did not come: sent their views in another way"),
                    ("PN7", "Did not come, and gave no views"),
                ],
                db_default="",
                default="",
                max_length=3,
            ),
        ),
        migrations.AddField(
            model_name="childpartevent",
            name="ending_rationale",
            field=models.TextField(
                blank=True,
                db_default="",
                default="",
            ),
        ),
        migrations.AddField(
            model_name="childpartevent",
            name="participation",
            field=models.CharField(
                blank=True,
                choices=[
                    ("PN0", "Under 4, or not born yet"),
                    ("PN1", "Came and spoke"),
                    ("PN2", "Came, and an advocate spoke for the child"),
                    ("PN3", "Came, and gave their views without words"),
                    ("PN4", "Came, and gave no views"),
                    ("PN5", "Did not come: an advocate gave the child’s views"),
                    ("PN6", "Did not come: sent their views in another way"),
                    ("PN7", "Did not come, and gave no views"),
                ],
                db_default="",
                default="",
                max_length=3,
            ),
        ),
        migrations.AddField(
            model_name="meetingrecord",
            name="family_will",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="meetingrecord",
            name="must_change",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="meetingrecord",
            name="support_asked",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="meetingrecord",
            name="what_happened",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="meetingrecord",
            name="who_affected",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="meetingrecordevent",
            name="family_will",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="meetingrecordevent",
            name="must_change",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="meetingrecordevent",
            name="support_asked",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="meetingrecordevent",
            name="what_happened",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="meetingrecordevent",
            name="who_affected",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childpart",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childpartevent" ("category", "conference_child_id", "end_reason", "ending_rationale", "id", "outcome", "participation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "record_id", "requested_child_id", "saved_at", "saved_by_id", "step_down", "version", "voice", "working_well", "worried_about") SELECT new_values."category", new_values."conference_child_id", new_values."end_reason", new_values."ending_rationale", new_values."id", new_values."outcome", new_values."participation", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reasons", new_values."record_id", new_values."requested_child_id", new_values."saved_at", new_values."saved_by_id", new_values."step_down", new_values."version", new_values."voice", new_values."working_well", new_values."worried_about" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="fe594ef78759c17fea0172c7b7d6c50858fdac6f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cdf64",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_childpart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childpart",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childpartevent" ("category", "conference_child_id", "end_reason", "ending_rationale", "id", "outcome", "participation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "record_id", "requested_child_id", "saved_at", "saved_by_id", "step_down", "version", "voice", "working_well", "worried_about") SELECT new_values."category", new_values."conference_child_id", new_values."end_reason", new_values."ending_rationale", new_values."id", new_values."outcome", new_values."participation", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reasons", new_values."record_id", new_values."requested_child_id", new_values."saved_at", new_values."saved_by_id", new_values."step_down", new_values."version", new_values."voice", new_values."working_well", new_values."worried_about" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b570872c5f2c4f453822f6b79bce40415659b676",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_99e8f",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_childpart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childpart",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childpartevent" ("category", "conference_child_id", "end_reason", "ending_rationale", "id", "outcome", "participation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "record_id", "requested_child_id", "saved_at", "saved_by_id", "step_down", "version", "voice", "working_well", "worried_about") SELECT old_values."category", old_values."conference_child_id", old_values."end_reason", old_values."ending_rationale", old_values."id", old_values."outcome", old_values."participation", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reasons", old_values."record_id", old_values."requested_child_id", old_values."saved_at", old_values."saved_by_id", old_values."step_down", old_values."version", old_values."voice", old_values."working_well", old_values."worried_about" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="180870df3790b67d2596838258208909c9d7bfed",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3e301",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_childpart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_meetingrecordevent" ("booking_id", "family_view", "family_will", "id", "inquorate_reason", "must_change", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "sent_by_id", "sent_date", "signed_at", "signed_by_id", "state", "support_asked", "version", "what_happened", "who_affected", "working_well", "worried_about") SELECT new_values."booking_id", new_values."family_view", new_values."family_will", new_values."id", new_values."inquorate_reason", new_values."must_change", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."saved_at", new_values."saved_by_id", new_values."sent_by_id", new_values."sent_date", new_values."signed_at", new_values."signed_by_id", new_values."state", new_values."support_asked", new_values."version", new_values."what_happened", new_values."who_affected", new_values."working_well", new_values."worried_about" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3a51e450be32b8df5e8780b21317bbca1ab7898a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7e983",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_meetingrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_meetingrecordevent" ("booking_id", "family_view", "family_will", "id", "inquorate_reason", "must_change", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "sent_by_id", "sent_date", "signed_at", "signed_by_id", "state", "support_asked", "version", "what_happened", "who_affected", "working_well", "worried_about") SELECT new_values."booking_id", new_values."family_view", new_values."family_will", new_values."id", new_values."inquorate_reason", new_values."must_change", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."saved_at", new_values."saved_by_id", new_values."sent_by_id", new_values."sent_date", new_values."signed_at", new_values."signed_by_id", new_values."state", new_values."support_asked", new_values."version", new_values."what_happened", new_values."who_affected", new_values."working_well", new_values."worried_about" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2e2d820acb5d94fd08f652fb890abf63da8e4ac2",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_41d2c",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_meetingrecord",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingrecord",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_meetingrecordevent" ("booking_id", "family_view", "family_will", "id", "inquorate_reason", "must_change", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "sent_by_id", "sent_date", "signed_at", "signed_by_id", "state", "support_asked", "version", "what_happened", "who_affected", "working_well", "worried_about") SELECT old_values."booking_id", old_values."family_view", old_values."family_will", old_values."id", old_values."inquorate_reason", old_values."must_change", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."saved_at", old_values."saved_by_id", old_values."sent_by_id", old_values."sent_date", old_values."signed_at", old_values."signed_by_id", old_values."state", old_values."support_asked", old_values."version", old_values."what_happened", old_values."who_affected", old_values."working_well", old_values."worried_about" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="16222a8ca136866b1cc7c72c60fe647e8e16fdb7",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_129e9",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_meetingrecord",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="childpart",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("participation__in", ["", "PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7"])
                ),
                name="childpart_participation_known",
            ),
        ),
    ]
