"""A child whom a file tells under another number than the record has, and the question whether it is so."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0069_consultations_checked"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="importquestion",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="importquestion",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="importquestion",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="importchange",
            name="importchange_how_known",
        ),
        migrations.RemoveConstraint(
            model_name="importquestion",
            name="importquestion_kind_known",
        ),
        migrations.AddField(
            model_name="importedchild",
            name="renumbered",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="importquestion",
            name="other_number",
            field=models.CharField(blank=True, db_default="", default="", max_length=20),
        ),
        migrations.AddField(
            model_name="importquestionevent",
            name="other_number",
            field=models.CharField(blank=True, db_default="", default="", max_length=20),
        ),
        migrations.AlterField(
            model_name="importchange",
            name="how",
            field=models.CharField(
                choices=[
                    ("ADDED", "Added"),
                    ("CHANGED", "Changed"),
                    ("ENDED", "Ended"),
                    ("MOVED", "Moved"),
                    ("WITHDRAWN", "Taken away"),
                    ("STANDS", "Not told any longer, and left as it is: work recorded here stands on it"),
                    ("UNTOLD", "Left open by an earlier file, and not told by this one"),
                    ("RENUMBERED", "Known here under another number"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="importquestion",
            name="kind",
            field=models.CharField(
                choices=[
                    ("UNTOLD", "Left open by an earlier file, and not told"),
                    ("ONE_PLAN", "One plan or two"),
                    ("RECORDED", "Recorded here otherwise"),
                    ("AUTHORITY", "Another authority’s file"),
                    ("SMALLER", "A far smaller file"),
                    ("SAME_CHILD", "Known here under another number, or not"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="importquestionevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("UNTOLD", "Left open by an earlier file, and not told"),
                    ("ONE_PLAN", "One plan or two"),
                    ("RECORDED", "Recorded here otherwise"),
                    ("AUTHORITY", "Another authority’s file"),
                    ("SMALLER", "A far smaller file"),
                    ("SAME_CHILD", "Known here under another number, or not"),
                ],
                max_length=10,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_importquestionevent" ("answer", "answer_day", "answered_at", "answered_by_id", "choices", "day", "fact", "file_id", "id", "kind", "number", "other_day", "other_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sentence", "words") SELECT new_values."answer", new_values."answer_day", new_values."answered_at", new_values."answered_by_id", new_values."choices", new_values."day", new_values."fact", new_values."file_id", new_values."id", new_values."kind", new_values."number", new_values."other_day", new_values."other_number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."sentence", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d5a6106292e8ec33c2ade79520efe63f21da8b14",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_467a9",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_importquestion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_importquestionevent" ("answer", "answer_day", "answered_at", "answered_by_id", "choices", "day", "fact", "file_id", "id", "kind", "number", "other_day", "other_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sentence", "words") SELECT new_values."answer", new_values."answer_day", new_values."answered_at", new_values."answered_by_id", new_values."choices", new_values."day", new_values."fact", new_values."file_id", new_values."id", new_values."kind", new_values."number", new_values."other_day", new_values."other_number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."sentence", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="be8bb01971f0ea98264ee8e039bdf8ffe17cc058",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2ca39",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_importquestion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_importquestionevent" ("answer", "answer_day", "answered_at", "answered_by_id", "choices", "day", "fact", "file_id", "id", "kind", "number", "other_day", "other_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sentence", "words") SELECT old_values."answer", old_values."answer_day", old_values."answered_at", old_values."answered_by_id", old_values."choices", old_values."day", old_values."fact", old_values."file_id", old_values."id", old_values."kind", old_values."number", old_values."other_day", old_values."other_number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."sentence", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="0b077ded1fa1496c4812deb036c78fd52d8069a9",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0bb71",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_importquestion",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="importchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "how__in",
                        ["ADDED", "CHANGED", "ENDED", "MOVED", "WITHDRAWN", "STANDS", "UNTOLD", "RENUMBERED"],
                    )
                ),
                name="importchange_how_is_known",
            ),
        ),
        AddConstraintNotValid(
            model_name="importquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["UNTOLD", "ONE_PLAN", "RECORDED", "AUTHORITY", "SMALLER", "SAME_CHILD"])
                ),
                name="importquestion_kind_is_known",
            ),
        ),
    ]
