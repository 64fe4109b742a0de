"""What became of a child some months after a decision, or after a plan ended, is kept as it was found."""

import uuid

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0092_supports_corrected"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0044_days_were_finite"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LookUp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("months", models.PositiveSmallIntegerField()),
                ("since_date", models.DateField()),
                ("due_date", models.DateField()),
                (
                    "found",
                    models.CharField(
                        choices=[
                            ("DIED", "Died"),
                            ("LOOKED_AFTER", "Became looked after"),
                            ("ON_PLAN", "On a child protection plan"),
                            ("HAD_PLAN", "A child protection plan that ended"),
                            ("OTHER_ORDER", "Another court order"),
                            ("CONFERENCE", "A conference"),
                            ("ENQUIRY", "Section 47 enquiries again"),
                            ("REFERRAL", "Referred again"),
                            ("IN_NEED", "Child in need plan"),
                            ("HAD_IN_NEED", "A child in need plan that ended"),
                            ("EIGHTEEN", "Is 18"),
                            ("NOT_KNOWN", "Not known"),
                            ("NOTHING", "Nothing recorded"),
                        ],
                        max_length=12,
                    ),
                ),
                ("told", models.JSONField(default=list)),
                (
                    "not_known",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("AWAY", "The child moved away"),
                            ("SOURCE", "No source tells of every day since"),
                        ],
                        max_length=8,
                    ),
                ),
                ("looked_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["due_date", "id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="LookUpEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("months", models.PositiveSmallIntegerField()),
                ("since_date", models.DateField()),
                ("due_date", models.DateField()),
                (
                    "found",
                    models.CharField(
                        choices=[
                            ("DIED", "Died"),
                            ("LOOKED_AFTER", "Became looked after"),
                            ("ON_PLAN", "On a child protection plan"),
                            ("HAD_PLAN", "A child protection plan that ended"),
                            ("OTHER_ORDER", "Another court order"),
                            ("CONFERENCE", "A conference"),
                            ("ENQUIRY", "Section 47 enquiries again"),
                            ("REFERRAL", "Referred again"),
                            ("IN_NEED", "Child in need plan"),
                            ("HAD_IN_NEED", "A child in need plan that ended"),
                            ("EIGHTEEN", "Is 18"),
                            ("NOT_KNOWN", "Not known"),
                            ("NOTHING", "Nothing recorded"),
                        ],
                        max_length=12,
                    ),
                ),
                ("told", models.JSONField(default=list)),
                (
                    "not_known",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("AWAY", "The child moved away"),
                            ("SOURCE", "No source tells of every day since"),
                        ],
                        max_length=8,
                    ),
                ),
                ("looked_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="lookup",
            name="answer",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="look_ups",
                to="conferences.consultationanswer",
            ),
        ),
        migrations.AddField(
            model_name="lookup",
            name="child",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="look_ups", to="safeguarding.child"
            ),
        ),
        migrations.AddField(
            model_name="lookup",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="look_ups",
                to="conferences.plan",
            ),
        ),
        migrations.AddField(
            model_name="lookup",
            name="seen_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="lookupevent",
            name="answer",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.consultationanswer",
            ),
        ),
        migrations.AddField(
            model_name="lookupevent",
            name="child",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="safeguarding.child",
            ),
        ),
        migrations.AddField(
            model_name="lookupevent",
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
            model_name="lookupevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.lookup",
            ),
        ),
        migrations.AddField(
            model_name="lookupevent",
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
            model_name="lookupevent",
            name="seen_by",
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
        migrations.AddIndex(
            model_name="lookup",
            index=models.Index(fields=["due_date"], name="lookup_due"),
        ),
        migrations.AddIndex(
            model_name="lookup",
            index=models.Index(
                condition=models.Q(("seen_at__isnull", True)), fields=["child"], name="lookup_unseen"
            ),
        ),
        migrations.AddConstraint(
            model_name="lookup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    safeguarding.promises.IsFinite("since_date"), safeguarding.promises.IsFinite("due_date")
                ),
                name="lookup_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="lookup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer__isnull", False), ("plan__isnull", True)),
                    models.Q(("answer__isnull", True), ("plan__isnull", False)),
                    _connector="OR",
                ),
                name="lookup_of_a_decision_or_a_plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="lookup",
            constraint=models.UniqueConstraint(fields=("answer", "months"), name="lookup_once_a_decision"),
        ),
        migrations.AddConstraint(
            model_name="lookup",
            constraint=models.UniqueConstraint(fields=("plan", "months"), name="lookup_once_a_plan"),
        ),
        migrations.AddConstraint(
            model_name="lookup",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_date__gt", models.F("since_date"))), name="lookup_is_later"
            ),
        ),
        migrations.AddConstraint(
            model_name="lookup",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_date__lte", safeguarding.promises.LocalDay("looked_at"))),
                name="lookup_not_early",
            ),
        ),
        migrations.AddConstraint(
            model_name="lookup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "found__in",
                        [
                            "DIED",
                            "LOOKED_AFTER",
                            "ON_PLAN",
                            "HAD_PLAN",
                            "OTHER_ORDER",
                            "CONFERENCE",
                            "ENQUIRY",
                            "REFERRAL",
                            "IN_NEED",
                            "HAD_IN_NEED",
                            "EIGHTEEN",
                            "NOT_KNOWN",
                            "NOTHING",
                        ],
                    )
                ),
                name="lookup_found_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="lookup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("found", "NOTHING"), ("not_known", ""), ("told", [])),
                    models.Q(("found", "NOT_KNOWN"), ("not_known__in", ["AWAY", "SOURCE"]), ("told", [])),
                    models.Q(
                        models.Q(("found__in", ["NOTHING", "NOT_KNOWN"]), _negated=True),
                        models.Q(("told", []), _negated=True),
                        ("not_known__in", ["", "AWAY", "SOURCE"]),
                    ),
                    _connector="OR",
                ),
                name="lookup_says_what_was_found",
            ),
        ),
        migrations.AddConstraint(
            model_name="lookup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("seen_at__isnull", True), ("seen_by__isnull", True)),
                    models.Q(("seen_at__isnull", False), ("seen_by__isnull", False)),
                    _connector="OR",
                ),
                name="lookup_seen_by_at",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lookup",
            trigger=pgtrigger.compiler.Trigger(
                name="lookup_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF to_jsonb(OLD) - 'child_id' - 'seen_by_id' - 'seen_at' <> to_jsonb(NEW) - 'child_id' - 'seen_by_id' - 'seen_at'\n        OR (OLD.seen_at IS NOT NULL\n            AND (OLD.seen_at, OLD.seen_by_id) IS DISTINCT FROM (NEW.seen_at, NEW.seen_by_id)) THEN\n        RAISE EXCEPTION 'lookup_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'lookup_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="e7dd19fc0dca24e7e4e66f9ec3d7d3bd6cc4d08c",
                    operation="UPDATE",
                    pgid="pgtrigger_lookup_stays_a6c0a",
                    table="conferences_lookup",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lookup",
            trigger=pgtrigger.compiler.Trigger(
                name="lookup_never_gone",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT (EXISTS (\n        SELECT FROM conferences_decisionchange AS v\n            JOIN conferences_decisionchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.conference_child_id IN (SELECT begun_at_id FROM conferences_plan WHERE id = OLD.plan_id)) OR (strpos(coalesce(current_setting('pghistory.context_metadata', true), ''), '\"file\":') > 0 AND EXISTS (\n        SELECT FROM conferences_plan AS p WHERE p.id = OLD.plan_id AND p.source = 'CENSUS'))) THEN\n        RAISE EXCEPTION 'lookup_never_gone' USING ERRCODE = 'check_violation', CONSTRAINT = 'lookup_never_gone';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="3b7584188d585497ccbe79c7c6aed86efa77fee7",
                    operation="DELETE",
                    pgid="pgtrigger_lookup_never_gone_fe5bb",
                    table="conferences_lookup",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lookup",
            trigger=pgtrigger.compiler.Trigger(
                name="lookup_of_its_own_child_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n            LEFT JOIN conferences_consultationanswer AS a ON a.id = r.answer_id\n            LEFT JOIN conferences_consultation AS k ON k.id = a.consultation_id\n        WHERE r.child_id <> coalesce(p.child_id, k.child_id)) THEN\n        RAISE EXCEPTION 'lookup_of_its_own_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'lookup_of_its_own_child';\n    END IF;\n    RETURN NULL;",
                    hash="7c0b4bc0084ba20ac2756e3657930589881cf1c2",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_lookup_of_its_own_child_new_f7830",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_lookup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lookup",
            trigger=pgtrigger.compiler.Trigger(
                name="lookup_of_its_own_child",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_lookup WHERE id = NEW.id) AS r\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n            LEFT JOIN conferences_consultationanswer AS a ON a.id = r.answer_id\n            LEFT JOIN conferences_consultation AS k ON k.id = a.consultation_id\n        WHERE r.child_id <> coalesce(p.child_id, k.child_id)) THEN\n        RAISE EXCEPTION 'lookup_of_its_own_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'lookup_of_its_own_child';\n    END IF;\n    RETURN NULL;",
                    hash="f332ef5c37c8f3a189e0c07ae05765ff34fe7a9c",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_lookup_of_its_own_child_0a7dd",
                    table="conferences_lookup",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lookup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_lookupevent" ("answer_id", "child_id", "due_date", "found", "id", "looked_at", "months", "not_known", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "ref", "seen_at", "seen_by_id", "since_date", "told") SELECT new_values."answer_id", new_values."child_id", new_values."due_date", new_values."found", new_values."id", new_values."looked_at", new_values."months", new_values."not_known", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."ref", new_values."seen_at", new_values."seen_by_id", new_values."since_date", new_values."told" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="cdb295789d37852a4c9324b867067ee246ae006c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_60465",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_lookup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lookup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_lookupevent" ("answer_id", "child_id", "due_date", "found", "id", "looked_at", "months", "not_known", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "ref", "seen_at", "seen_by_id", "since_date", "told") SELECT new_values."answer_id", new_values."child_id", new_values."due_date", new_values."found", new_values."id", new_values."looked_at", new_values."months", new_values."not_known", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."ref", new_values."seen_at", new_values."seen_by_id", new_values."since_date", new_values."told" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5f1dce267234850a5931cb8f52cbb66c2c4ff806",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c740c",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_lookup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lookup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_lookupevent" ("answer_id", "child_id", "due_date", "found", "id", "looked_at", "months", "not_known", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "ref", "seen_at", "seen_by_id", "since_date", "told") SELECT old_values."answer_id", old_values."child_id", old_values."due_date", old_values."found", old_values."id", old_values."looked_at", old_values."months", old_values."not_known", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."ref", old_values."seen_at", old_values."seen_by_id", old_values."since_date", old_values."told" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="e15295893c10237b4639e5514ee2382b89f291f4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e47e3",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_lookup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lookup",
            trigger=pgtrigger.compiler.Trigger(
                name="notes_that_it_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                    hash="50cec7c190d401439d48f3807f0ab368c7eef425",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_notes_that_it_changed_66b3d",
                    table="conferences_lookup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lookupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c7c0bfaaacfa557e37adec8e19c7beaaa06b82e9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e9623",
                    table="conferences_lookupevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
