"""Why thinking time is required stands in rows of its own, for each child."""

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0080_joined_records_and_last_answers"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ThinkingRequirement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "trigger",
                    models.CharField(
                        choices=[
                            ("REPLAN", "The child was on a plan before"),
                            ("LONG_PLAN", "The plan has lasted long"),
                            ("DISAGREEMENT", "Agencies disagree"),
                            ("INCIDENT", "A serious incident"),
                            ("WORKERS", "The child’s worker changed again and again"),
                            ("STUCK", "The work is stuck"),
                            ("CHAIR_ASKED", "The chair wants to think"),
                            ("ASKED", "Whoever leads the unit asks for it"),
                        ],
                        max_length=16,
                    ),
                ),
                ("since_date", models.DateField(help_text="The day of the fact that it stands on.")),
                (
                    "number",
                    models.PositiveSmallIntegerField(default=0, help_text="How many plans, months, changes."),
                ),
                ("why", models.TextField()),
                ("raised_at", models.DateTimeField()),
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
            name="ThinkingRequirementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "trigger",
                    models.CharField(
                        choices=[
                            ("REPLAN", "The child was on a plan before"),
                            ("LONG_PLAN", "The plan has lasted long"),
                            ("DISAGREEMENT", "Agencies disagree"),
                            ("INCIDENT", "A serious incident"),
                            ("WORKERS", "The child’s worker changed again and again"),
                            ("STUCK", "The work is stuck"),
                            ("CHAIR_ASKED", "The chair wants to think"),
                            ("ASKED", "Whoever leads the unit asks for it"),
                        ],
                        max_length=16,
                    ),
                ),
                ("since_date", models.DateField(help_text="The day of the fact that it stands on.")),
                (
                    "number",
                    models.PositiveSmallIntegerField(default=0, help_text="How many plans, months, changes."),
                ),
                ("why", models.TextField()),
                ("raised_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.RemoveConstraint(
            model_name="thinkingtime",
            name="thinkingtime_trigger_known",
        ),
        migrations.AlterField(
            model_name="thinkingtime",
            name="trigger",
            field=models.CharField(
                choices=[
                    ("REPLAN", "The child was on a plan before"),
                    ("LONG_PLAN", "The plan has lasted long"),
                    ("DISAGREEMENT", "Agencies disagree"),
                    ("INCIDENT", "A serious incident"),
                    ("WORKERS", "The child’s worker changed again and again"),
                    ("STUCK", "The work is stuck"),
                    ("CHAIR_ASKED", "The chair wants to think"),
                    ("ASKED", "Whoever leads the unit asks for it"),
                ],
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="thinkingtimeevent",
            name="trigger",
            field=models.CharField(
                choices=[
                    ("REPLAN", "The child was on a plan before"),
                    ("LONG_PLAN", "The plan has lasted long"),
                    ("DISAGREEMENT", "Agencies disagree"),
                    ("INCIDENT", "A serious incident"),
                    ("WORKERS", "The child’s worker changed again and again"),
                    ("STUCK", "The work is stuck"),
                    ("CHAIR_ASKED", "The chair wants to think"),
                    ("ASKED", "Whoever leads the unit asks for it"),
                ],
                max_length=16,
            ),
        ),
        AddConstraintNotValid(
            model_name="thinkingtime",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "trigger__in",
                        [
                            "REPLAN",
                            "LONG_PLAN",
                            "DISAGREEMENT",
                            "INCIDENT",
                            "WORKERS",
                            "STUCK",
                            "CHAIR_ASKED",
                            "ASKED",
                        ],
                    )
                ),
                name="thinkingtime_trigger_known",
            ),
        ),
        migrations.AddField(
            model_name="thinkingrequirement",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="thinking_required",
                to="conferences.plan",
            ),
        ),
        migrations.AddField(
            model_name="thinkingrequirement",
            name="raised_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="thinkingrequirement",
            name="requested_child",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="thinking_required",
                to="conferences.requestedchild",
            ),
        ),
        migrations.AddField(
            model_name="thinkingrequirement",
            name="session",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="requirements",
                to="conferences.thinkingtime",
            ),
        ),
        migrations.AddField(
            model_name="thinkingrequirementevent",
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
            model_name="thinkingrequirementevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.thinkingrequirement",
            ),
        ),
        migrations.AddField(
            model_name="thinkingrequirementevent",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.plan",
            ),
        ),
        migrations.AddField(
            model_name="thinkingrequirementevent",
            name="raised_by",
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
            model_name="thinkingrequirementevent",
            name="requested_child",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.requestedchild",
            ),
        ),
        migrations.AddField(
            model_name="thinkingrequirementevent",
            name="session",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.thinkingtime",
            ),
        ),
        migrations.AddConstraint(
            model_name="thinkingrequirement",
            constraint=models.CheckConstraint(
                condition=models.Q(("why", ""), _negated=True), name="thinkingrequirement_says_why"
            ),
        ),
        migrations.AddConstraint(
            model_name="thinkingrequirement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "trigger__in",
                        [
                            "REPLAN",
                            "LONG_PLAN",
                            "DISAGREEMENT",
                            "INCIDENT",
                            "WORKERS",
                            "STUCK",
                            "CHAIR_ASKED",
                            "ASKED",
                        ],
                    )
                ),
                name="thinkingrequirement_trigger_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="thinkingrequirement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("raised_by__isnull", True)),
                fields=("requested_child", "trigger"),
                name="thinkingrequirement_found_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingrequirement",
            trigger=pgtrigger.compiler.Trigger(
                name="thinkingrequirement_of_its_request_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_thinkingtime AS t ON t.id = r.session_id\n            JOIN conferences_requestedchild AS rc ON rc.id = r.requested_child_id\n        WHERE rc.request_id <> t.request_id OR NOT t.is_required) THEN\n        RAISE EXCEPTION 'thinkingrequirement_of_its_request' USING ERRCODE = 'check_violation', CONSTRAINT = 'thinkingrequirement_of_its_request';\n    END IF;\n    RETURN NULL;",
                    hash="ea78c589b2e8886abe4b2fcbb15fd55b58cc2d13",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_thinkingrequirement_of_its_request_new_07568",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_thinkingrequirement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingrequirement",
            trigger=pgtrigger.compiler.Trigger(
                name="thinkingrequirement_of_its_request",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.session_id IS DISTINCT FROM NEW.session_id OR OLD.requested_child_id IS DISTINCT FROM NEW.requested_child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_thinkingrequirement WHERE id = NEW.id) AS r JOIN conferences_thinkingtime AS t ON t.id = r.session_id\n            JOIN conferences_requestedchild AS rc ON rc.id = r.requested_child_id\n        WHERE rc.request_id <> t.request_id OR NOT t.is_required) THEN\n        RAISE EXCEPTION 'thinkingrequirement_of_its_request' USING ERRCODE = 'check_violation', CONSTRAINT = 'thinkingrequirement_of_its_request';\n    END IF;\n    RETURN NULL;",
                    hash="43f5685d0eccbfa93beb8f14b49fb59d20ddf3d7",
                    operation='UPDATE OF "session_id", "requested_child_id"',
                    pgid="pgtrigger_thinkingrequirement_of_its_request_e6e4f",
                    table="conferences_thinkingrequirement",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingrequirement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingrequirementevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "raised_at", "raised_by_id", "requested_child_id", "session_id", "since_date", "trigger", "why") SELECT new_values."id", new_values."number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."raised_at", new_values."raised_by_id", new_values."requested_child_id", new_values."session_id", new_values."since_date", new_values."trigger", new_values."why" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="268094208ce0468dec32537e77af83e6d74c2fa0",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dfcc6",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_thinkingrequirement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingrequirement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingrequirementevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "raised_at", "raised_by_id", "requested_child_id", "session_id", "since_date", "trigger", "why") SELECT new_values."id", new_values."number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."raised_at", new_values."raised_by_id", new_values."requested_child_id", new_values."session_id", new_values."since_date", new_values."trigger", new_values."why" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a56573567a35291eed09683da57a61b44f2494ef",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7570a",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_thinkingrequirement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingrequirement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingrequirementevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "raised_at", "raised_by_id", "requested_child_id", "session_id", "since_date", "trigger", "why") SELECT old_values."id", old_values."number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."raised_at", old_values."raised_by_id", old_values."requested_child_id", old_values."session_id", old_values."since_date", old_values."trigger", old_values."why" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="ee4e5dce5992fcefd10efac15eb23d243f23a3d6",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2a083",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_thinkingrequirement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingrequirementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="90ab8335112910cbe053c888706cfe17803d8f4b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_52c8a",
                    table="conferences_thinkingrequirementevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
