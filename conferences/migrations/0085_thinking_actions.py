"""How thinking time was held, and what it leads to."""

import uuid

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0084_thinking_slots"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ThinkingAction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("what", models.TextField()),
                ("owner_words", models.CharField(blank=True, max_length=120)),
                ("due_date", models.DateField()),
                ("added_at", models.DateTimeField()),
                ("done_date", models.DateField(blank=True, null=True)),
                ("closed_words", models.TextField(blank=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
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
            name="ThinkingActionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("what", models.TextField()),
                ("owner_words", models.CharField(blank=True, max_length=120)),
                ("due_date", models.DateField()),
                ("added_at", models.DateTimeField()),
                ("done_date", models.DateField(blank=True, null=True)),
                ("closed_words", models.TextField(blank=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="reflectivenote",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="reflectivenote",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="reflectivenote",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="thinkingtime",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="thinkingtime",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="thinkingtime",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="reflectivenote",
            name="change_mind",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="reflectivenote",
            name="good_enough",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="reflectivenote",
            name="professional_system",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="reflectivenote",
            name="strengths",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="reflectivenoteevent",
            name="change_mind",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="reflectivenoteevent",
            name="good_enough",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="reflectivenoteevent",
            name="professional_system",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="reflectivenoteevent",
            name="strengths",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="thinkingtime",
            name="attended",
            field=models.CharField(blank=True, db_default="", default="", max_length=300),
        ),
        migrations.AddField(
            model_name="thinkingtime",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("ALONE", "Alone"),
                    ("GROUP", "In a group of chairs"),
                    ("PARTNERS", "With partner agencies"),
                    ("CONSULTANT", "With a consultant or supervisor"),
                ],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="thinkingtime",
            name="look_again_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="thinkingtime",
            name="model",
            field=models.CharField(
                blank=True,
                choices=[
                    ("BELLS", "Bells that Ring: presenter, consultant, observers, action planner"),
                    ("KOLB", "Kolb’s cycle: experience, reflection, analysis, action"),
                    ("REFLECTIVE", "A reflective group with a facilitator"),
                    ("DILEMMA", "Framing the dilemma, on one page"),
                    ("HYPOTHESES", "Hypotheses, as in a unit’s supervision"),
                    ("OWN", "None of these"),
                ],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="thinkingtime",
            name="question",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="thinkingtimeevent",
            name="attended",
            field=models.CharField(blank=True, db_default="", default="", max_length=300),
        ),
        migrations.AddField(
            model_name="thinkingtimeevent",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("ALONE", "Alone"),
                    ("GROUP", "In a group of chairs"),
                    ("PARTNERS", "With partner agencies"),
                    ("CONSULTANT", "With a consultant or supervisor"),
                ],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="thinkingtimeevent",
            name="look_again_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="thinkingtimeevent",
            name="model",
            field=models.CharField(
                blank=True,
                choices=[
                    ("BELLS", "Bells that Ring: presenter, consultant, observers, action planner"),
                    ("KOLB", "Kolb’s cycle: experience, reflection, analysis, action"),
                    ("REFLECTIVE", "A reflective group with a facilitator"),
                    ("DILEMMA", "Framing the dilemma, on one page"),
                    ("HYPOTHESES", "Hypotheses, as in a unit’s supervision"),
                    ("OWN", "None of these"),
                ],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="thinkingtimeevent",
            name="question",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reflectivenote",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_reflectivenoteevent" ("change_mind", "childs_life", "good_enough", "id", "other_explanations", "own_response", "pattern", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "professional_system", "session_id", "strengths", "written_at", "written_by_id") SELECT new_values."change_mind", new_values."childs_life", new_values."good_enough", new_values."id", new_values."other_explanations", new_values."own_response", new_values."pattern", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."professional_system", new_values."session_id", new_values."strengths", new_values."written_at", new_values."written_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="76a781d84e834b6a8d2f5c7bed1e416244b7ff14",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bb30c",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_reflectivenote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reflectivenote",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_reflectivenoteevent" ("change_mind", "childs_life", "good_enough", "id", "other_explanations", "own_response", "pattern", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "professional_system", "session_id", "strengths", "written_at", "written_by_id") SELECT new_values."change_mind", new_values."childs_life", new_values."good_enough", new_values."id", new_values."other_explanations", new_values."own_response", new_values."pattern", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."professional_system", new_values."session_id", new_values."strengths", new_values."written_at", new_values."written_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4d41066837c11860102b6aaa0f6a417ee16530e6",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e2a38",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_reflectivenote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reflectivenote",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_reflectivenoteevent" ("change_mind", "childs_life", "good_enough", "id", "other_explanations", "own_response", "pattern", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "professional_system", "session_id", "strengths", "written_at", "written_by_id") SELECT old_values."change_mind", old_values."childs_life", old_values."good_enough", old_values."id", old_values."other_explanations", old_values."own_response", old_values."pattern", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."professional_system", old_values."session_id", old_values."strengths", old_values."written_at", old_values."written_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="722a71a78a55d28eab07eec050ea65b515131643",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ac635",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_reflectivenote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingtime",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeevent" ("attended", "chair_id", "facilitator", "held_date", "id", "in_error", "is_required", "kind", "look_again_date", "minutes", "model", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "raised_at", "ref", "request_id", "state", "trigger") SELECT new_values."attended", new_values."chair_id", new_values."facilitator", new_values."held_date", new_values."id", new_values."in_error", new_values."is_required", new_values."kind", new_values."look_again_date", new_values."minutes", new_values."model", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."question", new_values."raised_at", new_values."ref", new_values."request_id", new_values."state", new_values."trigger" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f9d22f920f46efdf61c48ce09867faa1489ac03e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b34e9",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_thinkingtime",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingtime",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeevent" ("attended", "chair_id", "facilitator", "held_date", "id", "in_error", "is_required", "kind", "look_again_date", "minutes", "model", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "raised_at", "ref", "request_id", "state", "trigger") SELECT new_values."attended", new_values."chair_id", new_values."facilitator", new_values."held_date", new_values."id", new_values."in_error", new_values."is_required", new_values."kind", new_values."look_again_date", new_values."minutes", new_values."model", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."question", new_values."raised_at", new_values."ref", new_values."request_id", new_values."state", new_values."trigger" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f47b5800d8761f249f10bed9599a978086da0abe",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_240df",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_thinkingtime",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingtime",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeevent" ("attended", "chair_id", "facilitator", "held_date", "id", "in_error", "is_required", "kind", "look_again_date", "minutes", "model", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "raised_at", "ref", "request_id", "state", "trigger") SELECT old_values."attended", old_values."chair_id", old_values."facilitator", old_values."held_date", old_values."id", old_values."in_error", old_values."is_required", old_values."kind", old_values."look_again_date", old_values."minutes", old_values."model", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."question", old_values."raised_at", old_values."ref", old_values."request_id", old_values."state", old_values."trigger" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f0d2cacb89d87a33fd8afec08a58009f6232351c",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bbb88",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_thinkingtime",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="thinkingtime",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["", "ALONE", "GROUP", "PARTNERS", "CONSULTANT"]),
                    ("model__in", ["", "BELLS", "KOLB", "REFLECTIVE", "DILEMMA", "HYPOTHESES", "OWN"]),
                ),
                name="thinkingtime_shape_known",
            ),
        ),
        migrations.AddField(
            model_name="thinkingaction",
            name="added_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="thinkingaction",
            name="closed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="thinkingaction",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="thinking_actions",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="thinkingaction",
            name="session",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="actions",
                to="conferences.thinkingtime",
            ),
        ),
        migrations.AddField(
            model_name="thinkingactionevent",
            name="added_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="thinkingactionevent",
            name="closed_by",
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
            model_name="thinkingactionevent",
            name="owner",
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
            model_name="thinkingactionevent",
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
            model_name="thinkingactionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.thinkingaction",
            ),
        ),
        migrations.AddField(
            model_name="thinkingactionevent",
            name="session",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.thinkingtime",
            ),
        ),
        migrations.AddIndex(
            model_name="thinkingaction",
            index=models.Index(
                condition=models.Q(("closed_at__isnull", True)),
                fields=["owner"],
                name="thinkingaction_open_of_owner",
            ),
        ),
        migrations.AddConstraint(
            model_name="thinkingaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("what", ""), _negated=True), name="thinkingaction_says_what"
            ),
        ),
        migrations.AddConstraint(
            model_name="thinkingaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("owner__isnull", False), ("owner_words", "")),
                    models.Q(("owner__isnull", True), models.Q(("owner_words", ""), _negated=True)),
                    _connector="OR",
                ),
                name="thinkingaction_is_somebodys",
            ),
        ),
        migrations.AddConstraint(
            model_name="thinkingaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("closed_at__isnull", True),
                        ("closed_by__isnull", True),
                        ("closed_words", ""),
                        ("done_date__isnull", True),
                    ),
                    models.Q(
                        ("closed_at__isnull", False),
                        ("closed_by__isnull", False),
                        ("done_date__isnull", False),
                    ),
                    models.Q(
                        ("closed_at__isnull", False),
                        ("closed_by__isnull", False),
                        models.Q(("closed_words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="thinkingaction_done_or_not_needed",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingaction",
            trigger=pgtrigger.compiler.Trigger(
                name="thinkingaction_closed_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.closed_at IS NOT NULL)",
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'thinkingaction_closed_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'thinkingaction_closed_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="e02b634e9416b8a0cf296642a57fa0600af0abcc",
                    operation="UPDATE",
                    pgid="pgtrigger_thinkingaction_closed_stays_d8bb0",
                    table="conferences_thinkingaction",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingaction",
            trigger=pgtrigger.compiler.Trigger(
                name="thinkingaction_stays_as_agreed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.what, OLD.due_date, OLD.session_id) IS DISTINCT FROM\n            (NEW.what, NEW.due_date, NEW.session_id))",
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'thinkingaction_stays_as_agreed' USING ERRCODE = 'check_violation', CONSTRAINT = 'thinkingaction_stays_as_agreed';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="14535edf4a0b29222206c79762b8d590afa6811a",
                    operation="UPDATE",
                    pgid="pgtrigger_thinkingaction_stays_as_agreed_0de8b",
                    table="conferences_thinkingaction",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingaction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingactionevent" ("added_at", "added_by_id", "closed_at", "closed_by_id", "closed_words", "done_date", "due_date", "id", "owner_id", "owner_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "session_id", "what") SELECT new_values."added_at", new_values."added_by_id", new_values."closed_at", new_values."closed_by_id", new_values."closed_words", new_values."done_date", new_values."due_date", new_values."id", new_values."owner_id", new_values."owner_words", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."session_id", new_values."what" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="87426349f6bac432019e8a7135b33c76aca61d5f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ef2b7",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_thinkingaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingaction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingactionevent" ("added_at", "added_by_id", "closed_at", "closed_by_id", "closed_words", "done_date", "due_date", "id", "owner_id", "owner_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "session_id", "what") SELECT new_values."added_at", new_values."added_by_id", new_values."closed_at", new_values."closed_by_id", new_values."closed_words", new_values."done_date", new_values."due_date", new_values."id", new_values."owner_id", new_values."owner_words", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."session_id", new_values."what" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0c7335f4242ff9318c754a965339b9e30b3f2786",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2a0b6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_thinkingaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingaction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingactionevent" ("added_at", "added_by_id", "closed_at", "closed_by_id", "closed_words", "done_date", "due_date", "id", "owner_id", "owner_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "session_id", "what") SELECT old_values."added_at", old_values."added_by_id", old_values."closed_at", old_values."closed_by_id", old_values."closed_words", old_values."done_date", old_values."due_date", old_values."id", old_values."owner_id", old_values."owner_words", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."session_id", old_values."what" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="ded6ed970f364532a57f2f4e6125ad544a77679e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_15292",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_thinkingaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingactionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fab3df9cacc166fbba64b831193d63ad53a1bd5d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a86e0",
                    table="conferences_thinkingactionevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
