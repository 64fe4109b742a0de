"""A recorded fact that is put right leaves what stood there, who had recorded it, and why it was wrong."""

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0033_parent_memories"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0025_another_address_checked"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("CHILD", "Who the child is"),
                            ("NAME", "Another name"),
                            ("NEED", "In need"),
                            ("TRANSFER_IN", "Move here"),
                            ("IN_NEED_PLAN", "Child in need plan"),
                            ("PLAN", "Child protection plan"),
                            ("CATEGORY", "Category of the plan"),
                            ("CONFERENCE", "Conference"),
                            ("CORE_GROUP", "Core group"),
                            ("FOLLOW_UP", "Follow-up"),
                            ("PLAN_ELSEWHERE", "Plan with another authority"),
                            ("THINKING_TIME", "Thinking time"),
                            ("RECORD_SENT", "Record of the conference"),
                            ("LETTER", "Decision letter"),
                            ("ALLOCATION", "Team and worker"),
                        ],
                        max_length=20,
                    ),
                ),
                ("row", models.PositiveBigIntegerField()),
                ("field", models.CharField(max_length=40)),
                ("was", models.TextField(blank=True)),
                ("was_at", models.DateTimeField(blank=True, null=True)),
                ("now", models.TextField(blank=True)),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("TYPED", "It was typed wrongly"),
                            ("TOLD", "We were told something wrong"),
                            ("OTHER_CHILD", "It was another child’s"),
                            ("OTHER_DAY", "It was written down under another day"),
                            ("FILE", "A file or another system had it wrong"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("corrected_at", models.DateTimeField()),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="corrections",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "corrected_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "was_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
            name="CorrectionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("CHILD", "Who the child is"),
                            ("NAME", "Another name"),
                            ("NEED", "In need"),
                            ("TRANSFER_IN", "Move here"),
                            ("IN_NEED_PLAN", "Child in need plan"),
                            ("PLAN", "Child protection plan"),
                            ("CATEGORY", "Category of the plan"),
                            ("CONFERENCE", "Conference"),
                            ("CORE_GROUP", "Core group"),
                            ("FOLLOW_UP", "Follow-up"),
                            ("PLAN_ELSEWHERE", "Plan with another authority"),
                            ("THINKING_TIME", "Thinking time"),
                            ("RECORD_SENT", "Record of the conference"),
                            ("LETTER", "Decision letter"),
                            ("ALLOCATION", "Team and worker"),
                        ],
                        max_length=20,
                    ),
                ),
                ("row", models.PositiveBigIntegerField()),
                ("field", models.CharField(max_length=40)),
                ("was", models.TextField(blank=True)),
                ("was_at", models.DateTimeField(blank=True, null=True)),
                ("now", models.TextField(blank=True)),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("TYPED", "It was typed wrongly"),
                            ("TOLD", "We were told something wrong"),
                            ("OTHER_CHILD", "It was another child’s"),
                            ("OTHER_DAY", "It was written down under another day"),
                            ("FILE", "A file or another system had it wrong"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("corrected_at", models.DateTimeField()),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "corrected_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="conferences.correction",
                    ),
                ),
                (
                    "was_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "CHILD",
                            "NAME",
                            "NEED",
                            "TRANSFER_IN",
                            "IN_NEED_PLAN",
                            "PLAN",
                            "CATEGORY",
                            "CONFERENCE",
                            "CORE_GROUP",
                            "FOLLOW_UP",
                            "PLAN_ELSEWHERE",
                            "THINKING_TIME",
                            "RECORD_SENT",
                            "LETTER",
                            "ALLOCATION",
                        ],
                    )
                ),
                name="correction_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("why__in", ["TYPED", "TOLD", "OTHER_CHILD", "OTHER_DAY", "FILE", "OTHER"])
                ),
                name="correction_why_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(("field", ""), _negated=True), name="correction_of_a_fact"
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(("was_by__isnull", True), ("was_at__isnull", False), _connector="OR"),
                name="correction_was_by_and_at",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("why", "OTHER"), _negated=True),
                    models.Q(("words", ""), _negated=True),
                    _connector="OR",
                ),
                name="correction_other_in_words",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_correctionevent" ("child_id", "corrected_at", "corrected_by_id", "field", "id", "kind", "now", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row", "was", "was_at", "was_by_id", "why", "words") SELECT new_values."child_id", new_values."corrected_at", new_values."corrected_by_id", new_values."field", new_values."id", new_values."kind", new_values."now", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."row", new_values."was", new_values."was_at", new_values."was_by_id", new_values."why", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="776ced3725aecbaa65806766c299f26bea74390d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0a934",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_correction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_correctionevent" ("child_id", "corrected_at", "corrected_by_id", "field", "id", "kind", "now", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row", "was", "was_at", "was_by_id", "why", "words") SELECT new_values."child_id", new_values."corrected_at", new_values."corrected_by_id", new_values."field", new_values."id", new_values."kind", new_values."now", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."row", new_values."was", new_values."was_at", new_values."was_by_id", new_values."why", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="bcce7a8a4868c8debb4863feaf82857cc5fa3f97",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8655a",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_correction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_correctionevent" ("child_id", "corrected_at", "corrected_by_id", "field", "id", "kind", "now", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row", "was", "was_at", "was_by_id", "why", "words") SELECT old_values."child_id", old_values."corrected_at", old_values."corrected_by_id", old_values."field", old_values."id", old_values."kind", old_values."now", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."row", old_values."was", old_values."was_at", old_values."was_by_id", old_values."why", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="2ce4017c0b1b77b095aea4e94619be4274669b10",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_55cf7",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_correction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="correctionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f720ed04d74c4c497c061a4e4ee400bf85f02c78",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1c52e",
                    table="conferences_correctionevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
