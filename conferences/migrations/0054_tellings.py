"""What files tell of each child, what they change, and what they leave to be answered (decision 102)."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0053_plan_categories_note_their_changes"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0035_promises_across_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=14)),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("ADDED", "Added"),
                            ("CHANGED", "Changed"),
                            ("ENDED", "Ended"),
                            ("MOVED", "Moved"),
                            ("WITHDRAWN", "Taken away"),
                            (
                                "STANDS",
                                "Not told any longer, and left as it is: work recorded here stands on it",
                            ),
                            ("UNTOLD", "Left open by an earlier file, and not told by this one"),
                        ],
                        max_length=10,
                    ),
                ),
                ("number", models.CharField(max_length=20)),
                ("day", models.DateField(blank=True, null=True)),
                ("was", models.TextField(blank=True)),
                ("now", models.TextField(blank=True)),
                ("line", models.PositiveIntegerField(default=0)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ImportQuestion",
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
                            ("UNTOLD", "Left open by an earlier file, and not told"),
                            ("ONE_PLAN", "One plan or two"),
                            ("RECORDED", "Recorded here otherwise"),
                            ("AUTHORITY", "Another authority’s file"),
                            ("SMALLER", "A far smaller file"),
                        ],
                        max_length=10,
                    ),
                ),
                ("fact", models.CharField(blank=True, max_length=14)),
                ("number", models.CharField(blank=True, max_length=20)),
                ("day", models.DateField(blank=True, null=True)),
                ("other_day", models.DateField(blank=True, null=True)),
                ("sentence", models.TextField()),
                ("choices", models.JSONField(default=list)),
                ("answer", models.CharField(blank=True, default="", max_length=10)),
                ("answer_day", models.DateField(blank=True, null=True)),
                ("words", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ImportQuestionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("UNTOLD", "Left open by an earlier file, and not told"),
                            ("ONE_PLAN", "One plan or two"),
                            ("RECORDED", "Recorded here otherwise"),
                            ("AUTHORITY", "Another authority’s file"),
                            ("SMALLER", "A far smaller file"),
                        ],
                        max_length=10,
                    ),
                ),
                ("fact", models.CharField(blank=True, max_length=14)),
                ("number", models.CharField(blank=True, max_length=20)),
                ("day", models.DateField(blank=True, null=True)),
                ("other_day", models.DateField(blank=True, null=True)),
                ("sentence", models.TextField()),
                ("choices", models.JSONField(default=list)),
                ("answer", models.CharField(blank=True, default="", max_length=10)),
                ("answer_day", models.DateField(blank=True, null=True)),
                ("words", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="conference",
            name="conference_stays",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="conferencechild",
            name="conferencechild_stays",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="enquiry",
            name="enquiry_stays",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="importedfile",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="importedfile",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="importedfile",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="plan_never_reopened",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="plan_stays",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="plan_initial_category_stays",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plancategory",
            name="plancategory_stays",
        ),
        migrations.RemoveConstraint(
            model_name="importedfile",
            name="importedfile_status_known",
        ),
        migrations.AddField(
            model_name="importedchild",
            name="number",
            field=models.CharField(db_default="", default="", max_length=20),
        ),
        migrations.AddField(
            model_name="importedchild",
            name="told",
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="importedfile",
            name="figures",
            field=models.JSONField(blank=True, db_default={}, default=dict),
        ),
        migrations.AddField(
            model_name="importedfile",
            name="proposed_digest",
            field=models.CharField(blank=True, db_default="", default="", max_length=64),
        ),
        migrations.AddField(
            model_name="importedfile",
            name="replaced_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaces",
                to="conferences.importedfile",
            ),
        ),
        migrations.AddField(
            model_name="importedfileevent",
            name="figures",
            field=models.JSONField(blank=True, db_default={}, default=dict),
        ),
        migrations.AddField(
            model_name="importedfileevent",
            name="proposed_digest",
            field=models.CharField(blank=True, db_default="", default="", max_length=64),
        ),
        migrations.AddField(
            model_name="importedfileevent",
            name="replaced_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.importedfile",
            ),
        ),
        migrations.AddField(
            model_name="importfault",
            name="beside_record",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Found beside what is held, anew each time that is looked.",
            ),
        ),
        migrations.AlterField(
            model_name="importedchild",
            name="child",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="files",
                to="safeguarding.child",
            ),
        ),
        migrations.AlterField(
            model_name="importedfile",
            name="status",
            field=models.CharField(
                choices=[
                    ("WAITING", "Waiting to be read"),
                    ("READING", "Being read"),
                    ("PROPOSED", "To be kept or not"),
                    ("READ", "Read"),
                    ("REFUSED", "Refused"),
                    ("DISCARDED", "Discarded"),
                    ("REPLACED", "Replaced"),
                    ("UNDONE", "Undone"),
                ],
                default="WAITING",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="importedfileevent",
            name="status",
            field=models.CharField(
                choices=[
                    ("WAITING", "Waiting to be read"),
                    ("READING", "Being read"),
                    ("PROPOSED", "To be kept or not"),
                    ("READ", "Read"),
                    ("REFUSED", "Refused"),
                    ("DISCARDED", "Discarded"),
                    ("REPLACED", "Replaced"),
                    ("UNDONE", "Undone"),
                ],
                default="WAITING",
                max_length=10,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conference",
            trigger=pgtrigger.compiler.Trigger(
                name="conference_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT (OLD.source = 'CENSUS' AND strpos(coalesce(current_setting('pghistory.context_metadata', true), ''), '\"file\":') > 0) THEN\n        RAISE EXCEPTION 'conference_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'conference_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="1492892f06a53c5cc2fc9d24a114b579e54985cd",
                    operation="DELETE",
                    pgid="pgtrigger_conference_stays_55332",
                    table="conferences_conference",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conferencechild",
            trigger=pgtrigger.compiler.Trigger(
                name="conferencechild_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT (strpos(coalesce(current_setting('pghistory.context_metadata', true), ''), '\"file\":') > 0 AND EXISTS (\n        SELECT FROM conferences_conference AS c WHERE c.id = OLD.conference_id AND c.source = 'CENSUS')) THEN\n        RAISE EXCEPTION 'conferencechild_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'conferencechild_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="c97aea45787e02f4861dd36268361eab6499986b",
                    operation="DELETE",
                    pgid="pgtrigger_conferencechild_stays_c39c9",
                    table="conferences_conferencechild",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="enquiry_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT (OLD.source = 'CENSUS' AND strpos(coalesce(current_setting('pghistory.context_metadata', true), ''), '\"file\":') > 0) THEN\n        RAISE EXCEPTION 'enquiry_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'enquiry_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="dac3d3aab116b5c01bc4af9d9aa14b57fd635a79",
                    operation="DELETE",
                    pgid="pgtrigger_enquiry_stays_29b92",
                    table="conferences_enquiry",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importedfile",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_importedfileevent" ("authority", "collection_year", "counts", "figures", "file_name", "finished_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_digest", "ref", "reference_date", "refusal", "replaced_by_id", "sha256", "size", "status", "uploaded_at", "uploaded_by_id") SELECT new_values."authority", new_values."collection_year", new_values."counts", new_values."figures", new_values."file_name", new_values."finished_at", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."proposed_digest", new_values."ref", new_values."reference_date", new_values."refusal", new_values."replaced_by_id", new_values."sha256", new_values."size", new_values."status", new_values."uploaded_at", new_values."uploaded_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d59f5db01af2682700ff5eb45d2b60f3f23b870d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_31fb6",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_importedfile",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importedfile",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_importedfileevent" ("authority", "collection_year", "counts", "figures", "file_name", "finished_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_digest", "ref", "reference_date", "refusal", "replaced_by_id", "sha256", "size", "status", "uploaded_at", "uploaded_by_id") SELECT new_values."authority", new_values."collection_year", new_values."counts", new_values."figures", new_values."file_name", new_values."finished_at", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."proposed_digest", new_values."ref", new_values."reference_date", new_values."refusal", new_values."replaced_by_id", new_values."sha256", new_values."size", new_values."status", new_values."uploaded_at", new_values."uploaded_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."authority" IS DISTINCT FROM (new_values."authority") OR old_values."collection_year" IS DISTINCT FROM (new_values."collection_year") OR old_values."counts" IS DISTINCT FROM (new_values."counts") OR old_values."figures" IS DISTINCT FROM (new_values."figures") OR old_values."file_name" IS DISTINCT FROM (new_values."file_name") OR old_values."finished_at" IS DISTINCT FROM (new_values."finished_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."proposed_digest" IS DISTINCT FROM (new_values."proposed_digest") OR old_values."ref" IS DISTINCT FROM (new_values."ref") OR old_values."reference_date" IS DISTINCT FROM (new_values."reference_date") OR old_values."refusal" IS DISTINCT FROM (new_values."refusal") OR old_values."replaced_by_id" IS DISTINCT FROM (new_values."replaced_by_id") OR old_values."sha256" IS DISTINCT FROM (new_values."sha256") OR old_values."size" IS DISTINCT FROM (new_values."size") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."uploaded_at" IS DISTINCT FROM (new_values."uploaded_at") OR old_values."uploaded_by_id" IS DISTINCT FROM (new_values."uploaded_by_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f46b8cd98e652ca027aa36534183ef5fb43da0e7",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c4e84",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_importedfile",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importedfile",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_importedfileevent" ("authority", "collection_year", "counts", "figures", "file_name", "finished_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_digest", "ref", "reference_date", "refusal", "replaced_by_id", "sha256", "size", "status", "uploaded_at", "uploaded_by_id") SELECT old_values."authority", old_values."collection_year", old_values."counts", old_values."figures", old_values."file_name", old_values."finished_at", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."proposed_digest", old_values."ref", old_values."reference_date", old_values."refusal", old_values."replaced_by_id", old_values."sha256", old_values."size", old_values."status", old_values."uploaded_at", old_values."uploaded_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="fd335bb82c4b652604f0cbdb39043a88ebdba1e8",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_43873",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_importedfile",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="plan_initial_category_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.initial_category <> NEW.initial_category)",
                    func="\n    IF NOT (EXISTS (\n        SELECT FROM conferences_decisionchange AS v\n            JOIN conferences_decisionchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.conference_child_id IN (SELECT id FROM conferences_conferencechild WHERE id = OLD.begun_at_id OR plan_id = OLD.id)) OR (OLD.source <> 'RECORDED' AND EXISTS (\n        SELECT FROM conferences_correction AS c\n            JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id\n        WHERE c.kind = 'PLAN' AND c.row = OLD.id AND c.field = 'initial_category'\n            AND c.was = OLD.initial_category AND c.now = NEW.initial_category\n            AND e.pgh_created_at = now())) OR (OLD.source = 'CENSUS' AND strpos(coalesce(current_setting('pghistory.context_metadata', true), ''), '\"file\":') > 0)) THEN\n        RAISE EXCEPTION 'plan_initial_category_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_initial_category_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="b076b0c0ba8e06df4b37981fd7cb33f2a306f2e6",
                    operation="UPDATE",
                    pgid="pgtrigger_plan_initial_category_stays_b417f",
                    table="conferences_plan",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="plan_never_reopened",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.end_date IS NOT NULL AND NEW.end_date IS NULL)",
                    func="\n    IF NOT (EXISTS (\n        SELECT FROM conferences_decisionchange AS v\n            JOIN conferences_decisionchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.conference_child_id IN (SELECT id FROM conferences_conferencechild WHERE id = OLD.begun_at_id OR plan_id = OLD.id)) OR (OLD.source = 'CENSUS' AND strpos(coalesce(current_setting('pghistory.context_metadata', true), ''), '\"file\":') > 0)) THEN\n        RAISE EXCEPTION 'plan_never_reopened' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_never_reopened';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="8c78007bec533666a176128ca4e023d6b01134dc",
                    operation="UPDATE",
                    pgid="pgtrigger_plan_never_reopened_0b46e",
                    table="conferences_plan",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="plan_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT (EXISTS (\n        SELECT FROM conferences_decisionchange AS v\n            JOIN conferences_decisionchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.conference_child_id IN (SELECT id FROM conferences_conferencechild WHERE id = OLD.begun_at_id OR plan_id = OLD.id)) OR (OLD.source = 'CENSUS' AND strpos(coalesce(current_setting('pghistory.context_metadata', true), ''), '\"file\":') > 0)) THEN\n        RAISE EXCEPTION 'plan_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="06dbe5bd6e521eb98babf70e37a91c88ebcf012a",
                    operation="DELETE",
                    pgid="pgtrigger_plan_stays_53ae5",
                    table="conferences_plan",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plancategory",
            trigger=pgtrigger.compiler.Trigger(
                name="plancategory_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT (EXISTS (\n        SELECT FROM conferences_decisionchange AS v\n            JOIN conferences_decisionchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.conference_child_id IN (OLD.conference_child_id)) OR (OLD.conference_child_id IS NULL AND strpos(coalesce(current_setting('pghistory.context_metadata', true), ''), '\"file\":') > 0)) THEN\n        RAISE EXCEPTION 'plancategory_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'plancategory_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="fab57efc5997d0aa9caa9cc0367cdeade5d2c2a7",
                    operation="DELETE",
                    pgid="pgtrigger_plancategory_stays_6ea59",
                    table="conferences_plancategory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="importedfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "status__in",
                        [
                            "WAITING",
                            "READING",
                            "PROPOSED",
                            "READ",
                            "REFUSED",
                            "DISCARDED",
                            "REPLACED",
                            "UNDONE",
                        ],
                    )
                ),
                name="importedfile_status_known",
            ),
        ),
        migrations.AddField(
            model_name="importchange",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="changes",
                to="conferences.importedfile",
            ),
        ),
        migrations.AddField(
            model_name="importquestion",
            name="answered_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="importquestion",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="questions",
                to="conferences.importedfile",
            ),
        ),
        migrations.AddField(
            model_name="importquestionevent",
            name="answered_by",
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
            model_name="importquestionevent",
            name="file",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.importedfile",
            ),
        ),
        migrations.AddField(
            model_name="importquestionevent",
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
            model_name="importquestionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.importquestion",
            ),
        ),
        migrations.AddIndex(
            model_name="importchange",
            index=models.Index(fields=["file", "how"], name="importchange_by_how"),
        ),
        migrations.AddConstraint(
            model_name="importchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("how__in", ["ADDED", "CHANGED", "ENDED", "MOVED", "WITHDRAWN", "STANDS", "UNTOLD"])
                ),
                name="importchange_how_known",
            ),
        ),
        migrations.AddIndex(
            model_name="importquestion",
            index=models.Index(fields=["number"], name="importquestion_number"),
        ),
        migrations.AddConstraint(
            model_name="importquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["UNTOLD", "ONE_PLAN", "RECORDED", "AUTHORITY", "SMALLER"])),
                name="importquestion_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="importquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_at__isnull", True), ("answered_by__isnull", True)),
                    models.Q(
                        models.Q(("answer", ""), _negated=True),
                        ("answered_at__isnull", False),
                        ("answered_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="importquestion_answered_by_and_at",
            ),
        ),
        migrations.AddConstraint(
            model_name="importquestion",
            constraint=models.UniqueConstraint(
                fields=("file", "kind", "fact", "number", "day", "other_day"),
                name="importquestion_once",
                nulls_distinct=False,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_importquestionevent" ("answer", "answer_day", "answered_at", "answered_by_id", "choices", "day", "fact", "file_id", "id", "kind", "number", "other_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sentence", "words") SELECT new_values."answer", new_values."answer_day", new_values."answered_at", new_values."answered_by_id", new_values."choices", new_values."day", new_values."fact", new_values."file_id", new_values."id", new_values."kind", new_values."number", new_values."other_day", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."sentence", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="79b2f639d48ec9be59c9afef73adc9452554a438",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_importquestionevent" ("answer", "answer_day", "answered_at", "answered_by_id", "choices", "day", "fact", "file_id", "id", "kind", "number", "other_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sentence", "words") SELECT new_values."answer", new_values."answer_day", new_values."answered_at", new_values."answered_by_id", new_values."choices", new_values."day", new_values."fact", new_values."file_id", new_values."id", new_values."kind", new_values."number", new_values."other_day", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."sentence", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a471b7f0e5a203f57eaa9adc9a98e87b952c65ef",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_importquestionevent" ("answer", "answer_day", "answered_at", "answered_by_id", "choices", "day", "fact", "file_id", "id", "kind", "number", "other_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sentence", "words") SELECT old_values."answer", old_values."answer_day", old_values."answered_at", old_values."answered_by_id", old_values."choices", old_values."day", old_values."fact", old_values."file_id", old_values."id", old_values."kind", old_values."number", old_values."other_day", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."sentence", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="a98d588938f6c5ae0004a50f5ca6fbc39eb450c9",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0bb71",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_importquestion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importquestionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b4a5c9dfcae5cd02eeb3a35b133903ae79bbaf5b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8fdb0",
                    table="conferences_importquestionevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
