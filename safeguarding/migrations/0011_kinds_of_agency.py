"""The kinds of agency become rows that a council keeps, with whether each counts towards a quorum."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import safeguarding.models.agency


class Migration(migrations.Migration):
    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0010_directory"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgencyKind",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        default=safeguarding.models.agency.new_code,
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                ("name", models.CharField(max_length=60, unique=True)),
                ("counts", models.BooleanField(db_default=False, default=False)),
                ("counts_with", models.CharField(blank=True, db_default="", max_length=60)),
                ("is_active", models.BooleanField(db_default=True, default=True)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="AgencyKindEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "code",
                    models.CharField(
                        default=safeguarding.models.agency.new_code, editable=False, max_length=20
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                ("counts", models.BooleanField(db_default=False, default=False)),
                ("counts_with", models.CharField(blank=True, db_default="", max_length=60)),
                ("is_active", models.BooleanField(db_default=True, default=True)),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="agencykind",
            constraint=models.CheckConstraint(
                condition=models.Q(("code", ""), _negated=True), name="agencykind_code_given"
            ),
        ),
        migrations.AddConstraint(
            model_name="agencykind",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("code__in", ["ADVOCATE", "INTERPRETER", "MINUTE_TAKER", "OTHER", "SUPPORTER"]),
                    ("counts", True),
                    _negated=True,
                ),
                name="agencykind_helpers_never_count",
            ),
        ),
        migrations.AddConstraint(
            model_name="agencykind",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("code", "SOCIAL_CARE"), _negated=True),
                    models.Q(("counts", True), ("is_active", True)),
                    _connector="OR",
                ),
                name="agencykind_social_care_counts",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencykind",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_agencykindevent" ("code", "counts", "counts_with", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."counts", new_values."counts_with", new_values."id", new_values."is_active", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d8217615583995951718b8010a38d2f8bd01061b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_056ab",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="safeguarding_agencykind",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencykind",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_agencykindevent" ("code", "counts", "counts_with", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."counts", new_values."counts_with", new_values."id", new_values."is_active", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d0cfe030a2ba3734d06e196363752c9d15392884",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b8ea6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="safeguarding_agencykind",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencykind",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_agencykindevent" ("code", "counts", "counts_with", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."code", old_values."counts", old_values."counts_with", old_values."id", old_values."is_active", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="fe69b8435a82cb53f980c72f97c019c59d63cd6f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_787bc",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="safeguarding_agencykind",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="agencykindevent",
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
            model_name="agencykindevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="safeguarding.agencykind",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencykindevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="06e88b52731305536c3bd6aa4e66d73b99fae6e6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_705e5",
                    table="safeguarding_agencykindevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
