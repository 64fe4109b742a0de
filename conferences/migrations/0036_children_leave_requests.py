"""A child can leave a request that others stay in."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0035_life_events"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="request",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="request",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="request",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="request",
            name="parted_from",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="parted",
                to="conferences.request",
            ),
        ),
        migrations.AddField(
            model_name="requestevent",
            name="parted_from",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.request",
            ),
        ),
        migrations.AlterField(
            model_name="notice",
            name="change",
            field=models.CharField(
                blank=True,
                choices=[
                    ("BOOKED", "A conference is in the diary"),
                    ("MOVED", "A conference has moved"),
                    ("CANCELLED", "A conference is cancelled"),
                    ("CHAIR_CHANGED", "A conference has another chair"),
                    ("CHILDREN", "A conference is for other children than before"),
                    ("ANSWERED", "A re-plan consultation is answered"),
                    ("MORE_ASKED", "More is asked for a re-plan consultation"),
                    ("WITHDRAWN", "A request for a conference is withdrawn"),
                    ("OPENED_AGAIN", "A record that you are named for is open to others again"),
                    ("DAY_MOVED", "The day by which a conference is due has moved"),
                    ("WENT_LIVE", "The service went live"),
                ],
                default="",
                max_length=14,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="request",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_requestevent" ("family_id", "form_key", "id", "interim_safety", "parted_from_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ref", "requested_at", "requested_by_id", "state", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT new_values."family_id", new_values."form_key", new_values."id", new_values."interim_safety", new_values."parted_from_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."ref", new_values."requested_at", new_values."requested_by_id", new_values."state", new_values."withdrawn_at", new_values."withdrawn_by_id", new_values."withdrawn_reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9fb2409dfa4e653d1165600ba3d691a05bd58741",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0e1e7",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_request",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="request",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_requestevent" ("family_id", "form_key", "id", "interim_safety", "parted_from_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ref", "requested_at", "requested_by_id", "state", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT new_values."family_id", new_values."form_key", new_values."id", new_values."interim_safety", new_values."parted_from_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."ref", new_values."requested_at", new_values."requested_by_id", new_values."state", new_values."withdrawn_at", new_values."withdrawn_by_id", new_values."withdrawn_reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a781fdfff6a01356300baab80a43589a20de883e",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8a9e7",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_request",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="request",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_requestevent" ("family_id", "form_key", "id", "interim_safety", "parted_from_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ref", "requested_at", "requested_by_id", "state", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT old_values."family_id", old_values."form_key", old_values."id", old_values."interim_safety", old_values."parted_from_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."ref", old_values."requested_at", old_values."requested_by_id", old_values."state", old_values."withdrawn_at", old_values."withdrawn_by_id", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="5a9cbcd780c0c9724c3fd9ade4456214d6848d99",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0c758",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_request",
                    when="AFTER",
                ),
            ),
        ),
    ]
