"""A report of an agency is about its own children, and comes by a link that is taken."""

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0203_exclusions_let_in_checked"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgencyReportChild",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            name="AgencyReportChildEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agencyreport",
            name="agencyreport_stays",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="reportlink",
            name="reportlink_stays",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyreport",
            trigger=pgtrigger.compiler.Trigger(
                name="agencyreport_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR (OLD.read_at IS NOT NULL AND NEW.read_at IS NOT NULL)\n        OR (to_jsonb(NEW) - ARRAY['read_by_id', 'read_at'])\n            IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['read_by_id', 'read_at']) THEN\n        RAISE EXCEPTION 'agencyreport_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'agencyreport_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="b857e42ccb4f8583f1f14d6f8e4d183ae3217fd6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_agencyreport_stays_afd66",
                    table="conferences_agencyreport",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyreport",
            trigger=pgtrigger.compiler.Trigger(
                name="agencyreport_with_its_children",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF NOT EXISTS (SELECT FROM conferences_agencyreportchild AS m WHERE m.report_id = NEW.id)\n    OR EXISTS (\n        SELECT q.child_id FROM conferences_requestedchild AS q\n        JOIN conferences_invitation AS i ON i.request_id = q.request_id\n        WHERE i.id = NEW.invitation_id\n        UNION\n        SELECT b.child_id FROM conferences_agencyreportchild AS b\n        JOIN conferences_agencyreport AS o ON o.id = b.report_id\n        WHERE o.invitation_id = NEW.invitation_id AND o.version < NEW.version\n        EXCEPT\n        SELECT m.child_id FROM conferences_agencyreportchild AS m WHERE m.report_id = NEW.id) THEN\n        RAISE EXCEPTION 'agencyreport_with_its_children' USING ERRCODE = 'check_violation', CONSTRAINT = 'agencyreport_with_its_children';\n    END IF;\n    RETURN NULL;",
                    hash="dc7bdce03120ed061eb4cd28378131eacceebf42",
                    operation="INSERT",
                    pgid="pgtrigger_agencyreport_with_its_children_5e7ae",
                    table="conferences_agencyreport",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyreport",
            trigger=pgtrigger.compiler.Trigger(
                name="agencyreport_by_a_link_that_is_taken",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_reportlink AS l JOIN conferences_invitation AS i ON i.id = l.invitation_id\n        WHERE l.id = NEW.link_id\n        AND (l.ended_at IS NOT NULL OR l.tries >= 5 OR i.off_at IS NOT NULL\n            OR NEW.sent_at < l.made_at\n            OR (NEW.sent_at AT TIME ZONE 'Europe/London')::date > l.ends_date)) THEN\n        RAISE EXCEPTION 'agencyreport_by_a_link_that_is_taken' USING ERRCODE = 'check_violation', CONSTRAINT = 'agencyreport_by_a_link_that_is_taken';\n    END IF;\n    RETURN NULL;",
                    hash="36e8d88dcd2e675bef39907e5e9cff42b0cec1b3",
                    operation="INSERT",
                    pgid="pgtrigger_agencyreport_by_a_link_that_is_taken_a5962",
                    table="conferences_agencyreport",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyreport",
            trigger=pgtrigger.compiler.Trigger(
                name="agencyreport_versions_in_order",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF NEW.version > 1 AND NOT EXISTS (\n        SELECT FROM conferences_agencyreport AS o\n        WHERE o.invitation_id = NEW.invitation_id AND o.version = NEW.version - 1\n        AND o.id < NEW.id AND o.sent_at <= NEW.sent_at) THEN\n        RAISE EXCEPTION 'agencyreport_versions_in_order' USING ERRCODE = 'check_violation', CONSTRAINT = 'agencyreport_versions_in_order';\n    END IF;\n    RETURN NULL;",
                    hash="09b23a961c1bcc835e1ec416d2ce01ba3b148fb9",
                    operation="INSERT",
                    pgid="pgtrigger_agencyreport_versions_in_order_97425",
                    table="conferences_agencyreport",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyreport",
            trigger=pgtrigger.compiler.Trigger(
                name="agencyreport_shown_once_it_was_asked_for",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_invitation AS i JOIN conferences_request AS q ON q.id = i.request_id\n        WHERE i.id = NEW.invitation_id\n        AND NEW.shared_date < (q.requested_at AT TIME ZONE 'Europe/London')::date) THEN\n        RAISE EXCEPTION 'agencyreport_shown_once_it_was_asked_for' USING ERRCODE = 'check_violation', CONSTRAINT = 'agencyreport_shown_once_it_was_asked_for';\n    END IF;\n    RETURN NULL;",
                    hash="a9ca8eec47347ef9d95bbf3c03be376b4de1234b",
                    operation="INSERT",
                    pgid="pgtrigger_agencyreport_shown_once_it_was_asked_for_b88c9",
                    table="conferences_agencyreport",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="invitation_kind_stays_with_its_links",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.agency_kind IS DISTINCT FROM NEW.agency_kind))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (SELECT FROM conferences_reportlink AS l WHERE l.invitation_id = NEW.id) THEN\n        RAISE EXCEPTION 'invitation_kind_stays_with_its_links' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_kind_stays_with_its_links';\n    END IF;\n    RETURN NULL;",
                    hash="5e07ddd17bb8b492dbae09755a4045a04e5b7ce7",
                    operation='UPDATE OF "agency_kind"',
                    pgid="pgtrigger_invitation_kind_stays_with_its_links_82903",
                    table="conferences_invitation",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportlink",
            trigger=pgtrigger.compiler.Trigger(
                name="reportlink_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR OLD.ended_at IS NOT NULL\n        OR (OLD.tries >= 5 AND NEW.tries < OLD.tries)\n        OR (NEW.invitation_id, NEW.digest, NEW.code_digest, NEW.ends_date, NEW.made_by_id, NEW.made_at)\n            IS DISTINCT FROM\n            (OLD.invitation_id, OLD.digest, OLD.code_digest, OLD.ends_date, OLD.made_by_id, OLD.made_at) THEN\n        RAISE EXCEPTION 'reportlink_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'reportlink_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="55f9c7d568896f8851dfe3d5d47f2072647988b1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_reportlink_stays_26298",
                    table="conferences_reportlink",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddField(
            model_name="agencyreportchild",
            name="child",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="safeguarding.child"
            ),
        ),
        migrations.AddField(
            model_name="agencyreportchild",
            name="report",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="children",
                to="conferences.agencyreport",
            ),
        ),
        migrations.AddField(
            model_name="agencyreportchildevent",
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
            model_name="agencyreportchildevent",
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
            model_name="agencyreportchildevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.agencyreportchild",
            ),
        ),
        migrations.AddField(
            model_name="agencyreportchildevent",
            name="report",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.agencyreport",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyreportchild",
            trigger=pgtrigger.compiler.Trigger(
                name="agencyreportchild_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR OLD.report_id IS DISTINCT FROM NEW.report_id THEN\n        RAISE EXCEPTION 'agencyreportchild_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'agencyreportchild_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="a8bc2ec995302355a20445b66080f1691bf50bb1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_agencyreportchild_stays_effe8",
                    table="conferences_agencyreportchild",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyreportchild",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_agencyreportchildevent" ("child_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id") SELECT new_values."child_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."report_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a65bfe3687244dc2d0f20dedcfb4cb4b5149c72a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_92519",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_agencyreportchild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyreportchild",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_agencyreportchildevent" ("child_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id") SELECT new_values."child_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."report_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c98e044af024b1711bb558c64b693109b98a053c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_60c46",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_agencyreportchild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyreportchild",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_agencyreportchildevent" ("child_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id") SELECT old_values."child_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."report_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="a6e90a427fdb3ef024c6811e2369db78eee5aa08",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c0fd2",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_agencyreportchild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyreportchildevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0d734e54d6d8d6a64185a8085782284a58db7dea",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_80d76",
                    table="conferences_agencyreportchildevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
