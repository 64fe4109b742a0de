"""Who joins a core group after its conference, and leaves it; more of a signed row stays as it was.
Whoever is excluded is taken off a list for that reason.
"""

import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0212_exclusions_known_filled"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="coregroupmember",
            name="coregroupmember_signed_stays",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="coregroupmember",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="coregroupmember",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="coregroupmember",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="nextdates",
            name="nextdates_signed_stays",
        ),
        migrations.RemoveConstraint(
            model_name="coregroupmember",
            name="coregroupmember_one_lead",
        ),
        migrations.RemoveConstraint(
            model_name="coregroupmember",
            name="coregroupmember_once",
        ),
        migrations.AddField(
            model_name="coregroupmember",
            name="ended_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="coregroupmember",
            name="joined_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="coregroupmemberevent",
            name="ended_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="coregroupmemberevent",
            name="joined_date",
            field=models.DateField(blank=True, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroupmember",
            trigger=pgtrigger.compiler.Trigger(
                name="coregroupmember_signed_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT (TG_OP = 'UPDATE' AND to_jsonb(OLD) - ARRAY(SELECT c.field::text FROM conferences_correction AS c\n                JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id\n            WHERE c.kind = 'CORE_GROUP_MEMBER' AND c.row = OLD.id AND e.pgh_created_at = now()) = to_jsonb(NEW) - ARRAY(SELECT c.field::text FROM conferences_correction AS c\n                JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id\n            WHERE c.kind = 'CORE_GROUP_MEMBER' AND c.row = OLD.id AND e.pgh_created_at = now()))\n        AND NOT (TG_OP = 'INSERT' AND EXISTS (SELECT c.field::text FROM conferences_correction AS c\n                JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id\n            WHERE c.kind = 'CORE_GROUP_MEMBER' AND c.row = NEW.id AND e.pgh_created_at = now()\n                AND c.field = 'joined_date'))\n        AND EXISTS (\n        SELECT FROM conferences_meetingrecord AS m\n            JOIN conferences_meetingrecordevent AS e ON e.pgh_obj_id = m.id\n        WHERE m.state = 'SIGNED' AND e.state = 'SIGNED' AND e.pgh_created_at <> now() AND m.id IN (SELECT p.record_id FROM conferences_childpart AS p WHERE p.id IN (OLD.part_id, NEW.part_id))) THEN\n        RAISE EXCEPTION 'coregroupmember_signed_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'coregroupmember_signed_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="49fe01f2348f190e86261c945bd9ad1820da1736",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_coregroupmember_signed_stays_4d685",
                    table="conferences_coregroupmember",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroupmember",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_coregroupmemberevent" ("agency_kind", "ended_date", "id", "in_error", "is_child", "is_lead", "joined_date", "name", "part_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "worker_id") SELECT new_values."agency_kind", new_values."ended_date", new_values."id", new_values."in_error", new_values."is_child", new_values."is_lead", new_values."joined_date", new_values."name", new_values."part_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."role", new_values."worker_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2f63c1f0753924f0110ebd0f9d876423169b08c6",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_23a27",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_coregroupmember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroupmember",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_coregroupmemberevent" ("agency_kind", "ended_date", "id", "in_error", "is_child", "is_lead", "joined_date", "name", "part_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "worker_id") SELECT new_values."agency_kind", new_values."ended_date", new_values."id", new_values."in_error", new_values."is_child", new_values."is_lead", new_values."joined_date", new_values."name", new_values."part_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."role", new_values."worker_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8d061a4e31ee4d3f1ad8140a63f875f77093e114",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9ad5f",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_coregroupmember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroupmember",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_coregroupmemberevent" ("agency_kind", "ended_date", "id", "in_error", "is_child", "is_lead", "joined_date", "name", "part_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "worker_id") SELECT old_values."agency_kind", old_values."ended_date", old_values."id", old_values."in_error", old_values."is_child", old_values."is_lead", old_values."joined_date", old_values."name", old_values."part_id", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."role", old_values."worker_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="633647dad39c7086cf49eeb482479e5d0929be49",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5e560",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_coregroupmember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="nextdates",
            trigger=pgtrigger.compiler.Trigger(
                name="nextdates_signed_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT (TG_OP = 'UPDATE' AND to_jsonb(OLD) - ARRAY(SELECT c.field::text FROM conferences_correction AS c\n                JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id\n            WHERE c.kind = 'NEXT_DATES' AND c.row = OLD.id AND e.pgh_created_at = now()) = to_jsonb(NEW) - ARRAY(SELECT c.field::text FROM conferences_correction AS c\n                JOIN conferences_correctionevent AS e ON e.pgh_obj_id = c.id\n            WHERE c.kind = 'NEXT_DATES' AND c.row = OLD.id AND e.pgh_created_at = now()))\n        AND NOT (TG_OP = 'INSERT' AND EXISTS (\n        SELECT FROM conferences_decisionchange AS v\n            JOIN conferences_decisionchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.conference_child_id IN (SELECT p.conference_child_id FROM conferences_childpart AS p WHERE p.id = NEW.part_id)))\n        AND EXISTS (\n        SELECT FROM conferences_meetingrecord AS m\n            JOIN conferences_meetingrecordevent AS e ON e.pgh_obj_id = m.id\n        WHERE m.state = 'SIGNED' AND e.state = 'SIGNED' AND e.pgh_created_at <> now() AND m.id IN (SELECT p.record_id FROM conferences_childpart AS p WHERE p.id IN (OLD.part_id, NEW.part_id))) THEN\n        RAISE EXCEPTION 'nextdates_signed_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'nextdates_signed_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="634315cd5f575846fbcb75ec45b32a3fd4a38071",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_nextdates_signed_stays_4d591",
                    table="conferences_nextdates",
                    when="BEFORE",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="coregroupmember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("joined_date__isnull", True),
                        safeguarding.promises.IsFinite("joined_date"),
                        _connector="OR",
                    ),
                    models.Q(
                        ("ended_date__isnull", True),
                        safeguarding.promises.IsFinite("ended_date"),
                        _connector="OR",
                    ),
                ),
                name="coregroupmember_days_finite",
            ),
        ),
        AddConstraintNotValid(
            model_name="coregroupmember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("joined_date__isnull", True),
                    ("ended_date__isnull", True),
                    ("ended_date__gte", models.F("joined_date")),
                    _connector="OR",
                ),
                name="coregroupmember_ended_after_joining",
            ),
        ),
        migrations.AddConstraint(
            model_name="coregroupmember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_date__isnull", True), ("in_error", False), ("is_lead", True)),
                fields=("part",),
                name="coregroupmember_one_lead",
            ),
        ),
        migrations.AddConstraint(
            model_name="coregroupmember",
            constraint=models.UniqueConstraint(
                models.F("part"),
                models.F("agency_kind"),
                django.db.models.functions.text.Lower("name"),
                models.F("person"),
                condition=models.Q(("ended_date__isnull", True), ("in_error", False)),
                name="coregroupmember_once",
                nulls_distinct=False,
            ),
        ),
        migrations.RemoveConstraint(
            model_name="invitation",
            name="invitation_off_by_at_and_why",
        ),
        migrations.AlterField(
            model_name="invitation",
            name="off_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("MISTAKE", "Put on the list by mistake"),
                    ("NOT_INVOLVED", "Does not know or work with the family any more"),
                    ("ANOTHER", "Somebody else comes instead"),
                    ("EXCLUDED", "Excluded from the whole conference"),
                    ("OTHER", "Another reason"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="invitationevent",
            name="off_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("MISTAKE", "Put on the list by mistake"),
                    ("NOT_INVOLVED", "Does not know or work with the family any more"),
                    ("ANOTHER", "Somebody else comes instead"),
                    ("EXCLUDED", "Excluded from the whole conference"),
                    ("OTHER", "Another reason"),
                ],
                max_length=12,
            ),
        ),
        AddConstraintNotValid(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("off_at__isnull", True),
                        ("off_by__isnull", True),
                        ("off_reason", ""),
                        ("off_words", ""),
                    ),
                    models.Q(
                        ("off_at__isnull", False),
                        ("off_by__isnull", False),
                        ("off_reason__in", ["MISTAKE", "NOT_INVOLVED", "ANOTHER", "EXCLUDED", "OTHER"]),
                    ),
                    _connector="OR",
                ),
                name="invitation_off_by_at_and_why",
            ),
        ),
    ]
