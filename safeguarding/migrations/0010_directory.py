"""Teams and agencies can be taken out of use, and files of them are shown before they are taken in."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0009_heartbeat_since"),
    ]

    operations = [
        migrations.CreateModel(
            name="DirectoryFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("directory", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=200)),
                ("content", models.BinaryField()),
                ("handed_in_at", models.DateTimeField()),
                ("taken_in_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-handed_in_at", "-id"],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agency",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agency",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agency",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="professional",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="professional",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="professional",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="team",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="team",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="team",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="agency",
            name="is_active",
            field=models.BooleanField(db_default=True, default=True),
        ),
        migrations.AddField(
            model_name="agencyevent",
            name="is_active",
            field=models.BooleanField(db_default=True, default=True),
        ),
        migrations.AddField(
            model_name="professional",
            name="is_active",
            field=models.BooleanField(db_default=True, default=True),
        ),
        migrations.AddField(
            model_name="professionalevent",
            name="is_active",
            field=models.BooleanField(db_default=True, default=True),
        ),
        migrations.AddField(
            model_name="team",
            name="is_active",
            field=models.BooleanField(db_default=True, default=True),
        ),
        migrations.AddField(
            model_name="teamevent",
            name="is_active",
            field=models.BooleanField(db_default=True, default=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_agencyevent" ("id", "is_active", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."id", new_values."is_active", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="fe8c2238a4be4811028a3904e63412c93bea1d3b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7d464",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="safeguarding_agency",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_agencyevent" ("id", "is_active", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."id", new_values."is_active", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4edf169687fa3a45a9fa1bc6ba64a8339db760ca",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_23aa6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="safeguarding_agency",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_agencyevent" ("id", "is_active", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."id", old_values."is_active", old_values."kind", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="69ed992d4ccffd91c22d797fa76f94fc1f71c2ca",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5299a",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="safeguarding_agency",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="professional",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_professionalevent" ("agency_id", "email", "full_name", "id", "is_active", "job_title", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "telephone") SELECT new_values."agency_id", new_values."email", new_values."full_name", new_values."id", new_values."is_active", new_values."job_title", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."telephone" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1b7087d85a53b41809703146072c25060c7cb0dd",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_43062",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="safeguarding_professional",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="professional",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_professionalevent" ("agency_id", "email", "full_name", "id", "is_active", "job_title", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "telephone") SELECT new_values."agency_id", new_values."email", new_values."full_name", new_values."id", new_values."is_active", new_values."job_title", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."telephone" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9606ff34de17b0d1b93293661cd9918bb8795200",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0b171",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="safeguarding_professional",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="professional",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_professionalevent" ("agency_id", "email", "full_name", "id", "is_active", "job_title", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "telephone") SELECT old_values."agency_id", old_values."email", old_values."full_name", old_values."id", old_values."is_active", old_values."job_title", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."telephone" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="91d551b106df26f388910631d530d0915ae8d4cb",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3ef39",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="safeguarding_professional",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="team",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_teamevent" ("id", "is_active", "is_safeguarding_unit", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."id", new_values."is_active", new_values."is_safeguarding_unit", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ec5f16aaf45bd867178efc8272b17cb70a31c63e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6715e",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="safeguarding_team",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="team",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_teamevent" ("id", "is_active", "is_safeguarding_unit", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."id", new_values."is_active", new_values."is_safeguarding_unit", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="55ddd2a0f2f2a4000e46de59985e35ba2afea661",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_946a1",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="safeguarding_team",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="team",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_teamevent" ("id", "is_active", "is_safeguarding_unit", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."id", old_values."is_active", old_values."is_safeguarding_unit", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="3e1adc71ff1d9f321623f898d27ebe32a99e2353",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a0d9b",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="safeguarding_team",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="directoryfile",
            name="handed_in_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="directoryfile",
            name="taken_in_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="directoryfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("taken_in_at__isnull", True), ("taken_in_by__isnull", True)),
                    models.Q(("taken_in_at__isnull", False), ("taken_in_by__isnull", False)),
                    _connector="OR",
                ),
                name="directoryfile_taken_in_by_and_at",
            ),
        ),
    ]
