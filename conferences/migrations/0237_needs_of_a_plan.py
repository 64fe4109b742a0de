"""Needs of a child with what will be different, and what an action is for and is known by."""

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0232_report_showings"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanNeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "in_error",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Recorded in error; kept, and counts as none.",
                    ),
                ),
                ("added_date", models.DateField(blank=True, null=True)),
                ("ended_date", models.DateField(blank=True, null=True)),
                ("ended_words", models.TextField(blank=True, db_default="", default="")),
                ("number", models.PositiveSmallIntegerField()),
                ("need", models.TextField()),
                ("outcome", models.TextField()),
            ],
            options={
                "ordering": ["number", "id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="PlanNeedEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "in_error",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Recorded in error; kept, and counts as none.",
                    ),
                ),
                ("added_date", models.DateField(blank=True, null=True)),
                ("ended_date", models.DateField(blank=True, null=True)),
                ("ended_words", models.TextField(blank=True, db_default="", default="")),
                ("number", models.PositiveSmallIntegerField()),
                ("need", models.TextField()),
                ("outcome", models.TextField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="planaction",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="planaction",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="planaction",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="planaction",
            name="planaction_signed_stays",
        ),
        migrations.RemoveConstraint(
            model_name="correction",
            name="correction_kind_known",
        ),
        migrations.AddField(
            model_name="planaction",
            name="added_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="planaction",
            name="agreed_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="planaction",
            name="ended_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="planaction",
            name="ended_words",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="planaction",
            name="evidence",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="planaction",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="planaction",
            name="measure",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="planaction",
            name="service",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="planactionevent",
            name="added_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="planactionevent",
            name="agreed_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="planactionevent",
            name="ended_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="planactionevent",
            name="ended_words",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="planactionevent",
            name="evidence",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="planactionevent",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="planactionevent",
            name="measure",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="planactionevent",
            name="service",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AlterField(
            model_name="correction",
            name="kind",
            field=models.CharField(
                choices=[
                    ("CHILD", "Who the child is"),
                    ("NAME", "Another name"),
                    ("RELATIONSHIP", "What somebody is to the child"),
                    ("NEED", "In need"),
                    ("TRANSFER_IN", "Move here"),
                    ("LIFE_EVENT", "What happened"),
                    ("IN_NEED_PLAN", "Child in need plan"),
                    ("PLAN", "Child protection plan"),
                    ("CATEGORY", "Category of the plan"),
                    ("CONFERENCE", "Conference"),
                    ("CORE_GROUP", "Core group"),
                    ("FOLLOW_UP", "Follow-up"),
                    ("PLAN_ELSEWHERE", "Plan with another authority"),
                    ("SUPPORT", "Help that was tried"),
                    ("THINKING_TIME", "Thinking time"),
                    ("THINKING_ENTRY", "What was thought, on the child’s file"),
                    ("RECORD_SENT", "Record of the conference"),
                    ("LETTER", "Decision letter"),
                    ("COPY", "Copy of the record"),
                    ("NEXT_DATES", "Next dates"),
                    ("CORE_GROUP_MEMBER", "Member of the core group"),
                    ("PLAN_NEED", "Need in the plan"),
                    ("PLAN_ACTION", "Action of the plan"),
                    ("ALLOCATION", "Team and worker"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="correctionevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("CHILD", "Who the child is"),
                    ("NAME", "Another name"),
                    ("RELATIONSHIP", "What somebody is to the child"),
                    ("NEED", "In need"),
                    ("TRANSFER_IN", "Move here"),
                    ("LIFE_EVENT", "What happened"),
                    ("IN_NEED_PLAN", "Child in need plan"),
                    ("PLAN", "Child protection plan"),
                    ("CATEGORY", "Category of the plan"),
                    ("CONFERENCE", "Conference"),
                    ("CORE_GROUP", "Core group"),
                    ("FOLLOW_UP", "Follow-up"),
                    ("PLAN_ELSEWHERE", "Plan with another authority"),
                    ("SUPPORT", "Help that was tried"),
                    ("THINKING_TIME", "Thinking time"),
                    ("THINKING_ENTRY", "What was thought, on the child’s file"),
                    ("RECORD_SENT", "Record of the conference"),
                    ("LETTER", "Decision letter"),
                    ("COPY", "Copy of the record"),
                    ("NEXT_DATES", "Next dates"),
                    ("CORE_GROUP_MEMBER", "Member of the core group"),
                    ("PLAN_NEED", "Need in the plan"),
                    ("PLAN_ACTION", "Action of the plan"),
                    ("ALLOCATION", "Team and worker"),
                ],
                max_length=20,
            ),
        ),
        AddConstraintNotValid(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "CHILD",
                            "NAME",
                            "RELATIONSHIP",
                            "NEED",
                            "TRANSFER_IN",
                            "LIFE_EVENT",
                            "IN_NEED_PLAN",
                            "PLAN",
                            "CATEGORY",
                            "CONFERENCE",
                            "CORE_GROUP",
                            "FOLLOW_UP",
                            "PLAN_ELSEWHERE",
                            "SUPPORT",
                            "THINKING_TIME",
                            "THINKING_ENTRY",
                            "RECORD_SENT",
                            "LETTER",
                            "COPY",
                            "NEXT_DATES",
                            "CORE_GROUP_MEMBER",
                            "PLAN_NEED",
                            "PLAN_ACTION",
                            "ALLOCATION",
                        ],
                    )
                ),
                name="correction_kind_known",
            ),
        ),
        migrations.AddField(
            model_name="planneed",
            name="part",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="needs",
                to="conferences.childpart",
            ),
        ),
        migrations.AddField(
            model_name="planaction",
            name="need",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="actions",
                to="conferences.planneed",
            ),
        ),
        migrations.AddField(
            model_name="planactionevent",
            name="need",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.planneed",
            ),
        ),
        AddConstraintNotValid(
            model_name="planaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("agreed_date__isnull", True),
                        safeguarding.promises.IsFinite("agreed_date"),
                        _connector="OR",
                    ),
                    models.Q(
                        ("added_date__isnull", True),
                        safeguarding.promises.IsFinite("added_date"),
                        _connector="OR",
                    ),
                    models.Q(
                        ("ended_date__isnull", True),
                        safeguarding.promises.IsFinite("ended_date"),
                        _connector="OR",
                    ),
                ),
                name="planaction_days_finite",
            ),
        ),
        AddConstraintNotValid(
            model_name="planaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_date__isnull", True), ("ended_words", "")),
                    models.Q(
                        ("ended_date__isnull", False),
                        models.Q(("ended_words", ""), _negated=True),
                        models.Q(
                            ("added_date__isnull", True),
                            ("ended_date__gte", models.F("added_date")),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="planaction_ended_with_why",
            ),
        ),
        migrations.AddField(
            model_name="planneedevent",
            name="part",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.childpart",
            ),
        ),
        migrations.AddField(
            model_name="planneedevent",
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
            model_name="planneedevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.planneed",
            ),
        ),
        migrations.AddConstraint(
            model_name="planneed",
            constraint=models.UniqueConstraint(fields=("part", "number"), name="planneed_numbered_once"),
        ),
        migrations.AddConstraint(
            model_name="planneed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("need", ""), _negated=True),
                    models.Q(("outcome", ""), _negated=True),
                    ("number__gte", 1),
                ),
                name="planneed_need_and_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="planneed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("added_date__isnull", True),
                        safeguarding.promises.IsFinite("added_date"),
                        _connector="OR",
                    ),
                    models.Q(
                        ("ended_date__isnull", True),
                        safeguarding.promises.IsFinite("ended_date"),
                        _connector="OR",
                    ),
                ),
                name="planneed_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="planneed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_date__isnull", True), ("ended_words", "")),
                    models.Q(
                        ("ended_date__isnull", False),
                        models.Q(("ended_words", ""), _negated=True),
                        models.Q(
                            ("added_date__isnull", True),
                            ("ended_date__gte", models.F("added_date")),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="planneed_ended_with_why",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planaction",
            trigger=pgtrigger.compiler.Trigger(
                name="planaction_for_a_need_of_its_part_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_planneed AS n ON n.id = r.need_id\n        WHERE n.part_id <> r.part_id) THEN\n        RAISE EXCEPTION 'planaction_for_a_need_of_its_part' USING ERRCODE = 'check_violation', CONSTRAINT = 'planaction_for_a_need_of_its_part';\n    END IF;\n    RETURN NULL;",
                    hash="1bca4062c8eaa6ed033eaec6fe91e42bf891e46a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_planaction_for_a_need_of_its_part_new_1fc99",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_planaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planaction",
            trigger=pgtrigger.compiler.Trigger(
                name="planaction_for_a_need_of_its_part",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.part_id IS DISTINCT FROM NEW.part_id OR OLD.need_id IS DISTINCT FROM NEW.need_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_planaction WHERE id = NEW.id) AS r JOIN conferences_planneed AS n ON n.id = r.need_id\n        WHERE n.part_id <> r.part_id) THEN\n        RAISE EXCEPTION 'planaction_for_a_need_of_its_part' USING ERRCODE = 'check_violation', CONSTRAINT = 'planaction_for_a_need_of_its_part';\n    END IF;\n    RETURN NULL;",
                    hash="95754f91c4919951d62f4a8bb47317e6a9d1eaa8",
                    operation='UPDATE OF "part_id", "need_id"',
                    pgid="pgtrigger_planaction_for_a_need_of_its_part_1976f",
                    table="conferences_planaction",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planaction",
            trigger=pgtrigger.compiler.Trigger(
                name="planaction_signed_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT (TG_OP = 'UPDATE' AND to_jsonb(OLD) - 'plan_id' = to_jsonb(NEW) - 'plan_id')\n        AND NOT (TG_OP = 'UPDATE' AND to_jsonb(OLD) - ARRAY(SELECT c.field::text FROM conferences_correction AS c\n                JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id\n            WHERE c.kind = 'PLAN_ACTION' AND c.row = OLD.id AND e.pgh_created_at = now()) = to_jsonb(NEW) - ARRAY(SELECT c.field::text FROM conferences_correction AS c\n                JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id\n            WHERE c.kind = 'PLAN_ACTION' AND c.row = OLD.id AND e.pgh_created_at = now()))\n        AND NOT (TG_OP = 'INSERT' AND EXISTS (SELECT c.field::text FROM conferences_correction AS c\n                JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id\n            WHERE c.kind = 'PLAN_ACTION' AND c.row = NEW.id AND e.pgh_created_at = now()\n                AND c.field = 'added_date'))\n        AND EXISTS (\n        SELECT FROM conferences_meetingrecord AS m\n            JOIN conferences_meetingrecordevent AS e ON e.pgh_obj_id = m.id\n        WHERE m.state = 'SIGNED' AND e.state = 'SIGNED' AND e.pgh_created_at <> now() AND m.id IN (SELECT p.record_id FROM conferences_childpart AS p WHERE p.id IN (OLD.part_id, NEW.part_id))) THEN\n        RAISE EXCEPTION 'planaction_signed_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'planaction_signed_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="e728509b9ca8a7aab6b0f68bd91f5bccda432018",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_planaction_signed_stays_aa8f2",
                    table="conferences_planaction",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planaction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planactionevent" ("added_date", "agreed_date", "by_date", "ended_date", "ended_words", "evidence", "id", "in_error", "measure", "need_id", "part_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "service", "what", "who") SELECT new_values."added_date", new_values."agreed_date", new_values."by_date", new_values."ended_date", new_values."ended_words", new_values."evidence", new_values."id", new_values."in_error", new_values."measure", new_values."need_id", new_values."part_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."service", new_values."what", new_values."who" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3bbd197fc408823ec153b2d39a4af0a7f42ff590",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f4783",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_planaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planaction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planactionevent" ("added_date", "agreed_date", "by_date", "ended_date", "ended_words", "evidence", "id", "in_error", "measure", "need_id", "part_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "service", "what", "who") SELECT new_values."added_date", new_values."agreed_date", new_values."by_date", new_values."ended_date", new_values."ended_words", new_values."evidence", new_values."id", new_values."in_error", new_values."measure", new_values."need_id", new_values."part_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."service", new_values."what", new_values."who" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b3661dbaed1895fe661982d8f559edf9feb46ae1",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dba19",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_planaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planaction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planactionevent" ("added_date", "agreed_date", "by_date", "ended_date", "ended_words", "evidence", "id", "in_error", "measure", "need_id", "part_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "service", "what", "who") SELECT old_values."added_date", old_values."agreed_date", old_values."by_date", old_values."ended_date", old_values."ended_words", old_values."evidence", old_values."id", old_values."in_error", old_values."measure", old_values."need_id", old_values."part_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."service", old_values."what", old_values."who" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="85315c5de02df081c23b746ea962065a722424bd",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a409d",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_planaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planneed",
            trigger=pgtrigger.compiler.Trigger(
                name="planneed_signed_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT (TG_OP = 'UPDATE' AND to_jsonb(OLD) - ARRAY(SELECT c.field::text FROM conferences_correction AS c\n                JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id\n            WHERE c.kind = 'PLAN_NEED' AND c.row = OLD.id AND e.pgh_created_at = now()) = to_jsonb(NEW) - ARRAY(SELECT c.field::text FROM conferences_correction AS c\n                JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id\n            WHERE c.kind = 'PLAN_NEED' AND c.row = OLD.id AND e.pgh_created_at = now()))\n        AND NOT (TG_OP = 'INSERT' AND EXISTS (SELECT c.field::text FROM conferences_correction AS c\n                JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id\n            WHERE c.kind = 'PLAN_NEED' AND c.row = NEW.id AND e.pgh_created_at = now()\n                AND c.field = 'added_date'))\n        AND EXISTS (\n        SELECT FROM conferences_meetingrecord AS m\n            JOIN conferences_meetingrecordevent AS e ON e.pgh_obj_id = m.id\n        WHERE m.state = 'SIGNED' AND e.state = 'SIGNED' AND e.pgh_created_at <> now() AND m.id IN (SELECT p.record_id FROM conferences_childpart AS p WHERE p.id IN (OLD.part_id, NEW.part_id))) THEN\n        RAISE EXCEPTION 'planneed_signed_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'planneed_signed_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="1dc03ccea29bed0ce9e7f7c29c2e02d2246d3b9c",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_planneed_signed_stays_f2403",
                    table="conferences_planneed",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planneed",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planneedevent" ("added_date", "ended_date", "ended_words", "id", "in_error", "need", "number", "outcome", "part_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."added_date", new_values."ended_date", new_values."ended_words", new_values."id", new_values."in_error", new_values."need", new_values."number", new_values."outcome", new_values."part_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1137d31068a8b8f1e91130a12d26b95e1336ea76",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_51220",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_planneed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planneed",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planneedevent" ("added_date", "ended_date", "ended_words", "id", "in_error", "need", "number", "outcome", "part_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."added_date", new_values."ended_date", new_values."ended_words", new_values."id", new_values."in_error", new_values."need", new_values."number", new_values."outcome", new_values."part_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4f3b82cda47ce6a4ad82a2ae3746bbc399324f82",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_deb33",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_planneed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planneed",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planneedevent" ("added_date", "ended_date", "ended_words", "id", "in_error", "need", "number", "outcome", "part_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."added_date", old_values."ended_date", old_values."ended_words", old_values."id", old_values."in_error", old_values."need", old_values."number", old_values."outcome", old_values."part_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="764f087bbf053accd60c6a388254ea3eaa6c9088",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_88a65",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_planneed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planneedevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d1d016a2b3e3bad7a4a5d904320d163e354d56a7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3d392",
                    table="conferences_planneedevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
