"""Letters and copies are kept in large print too, and who read one to somebody is told."""

import django.db.models.deletion
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0199_what_comes_next_checked"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="document",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="document",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="document",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="document",
            name="document_stays_as_made",
        ),
        migrations.RemoveConstraint(
            model_name="documentfile",
            name="documentfile_format_known",
        ),
        migrations.RemoveConstraint(
            model_name="exclusionletterfile",
            name="exclusionletterfile_format_known",
        ),
        migrations.RemoveConstraint(
            model_name="invitationletterfile",
            name="invitationletterfile_format_known",
        ),
        migrations.AddField(
            model_name="document",
            name="read_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="read_by",
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
            model_name="document",
            name="read_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="read_how",
            field=models.CharField(
                blank=True,
                choices=[
                    ("INTERPRETER", "An interpreter read or signed it to them"),
                    ("TRANSLATED", "A translator wrote it in their language"),
                ],
                db_default="",
                default="",
                max_length=15,
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="read_language",
            field=models.CharField(blank=True, db_default="", default="", max_length=60),
        ),
        migrations.AddField(
            model_name="document",
            name="read_who",
            field=models.CharField(blank=True, db_default="", default="", max_length=150),
        ),
        migrations.AddField(
            model_name="documentevent",
            name="read_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="documentevent",
            name="read_by",
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
            model_name="documentevent",
            name="read_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="documentevent",
            name="read_how",
            field=models.CharField(
                blank=True,
                choices=[
                    ("INTERPRETER", "An interpreter read or signed it to them"),
                    ("TRANSLATED", "A translator wrote it in their language"),
                ],
                db_default="",
                default="",
                max_length=15,
            ),
        ),
        migrations.AddField(
            model_name="documentevent",
            name="read_language",
            field=models.CharField(blank=True, db_default="", default="", max_length=60),
        ),
        migrations.AddField(
            model_name="documentevent",
            name="read_who",
            field=models.CharField(blank=True, db_default="", default="", max_length=150),
        ),
        migrations.AlterField(
            model_name="documentfile",
            name="format",
            field=models.CharField(
                choices=[("WORD", "Word"), ("PDF", "PDF"), ("BIG", "Large print")], max_length=4
            ),
        ),
        migrations.AlterField(
            model_name="exclusionletterfile",
            name="format",
            field=models.CharField(
                choices=[("WORD", "Word"), ("PDF", "PDF"), ("BIG", "Large print")], max_length=4
            ),
        ),
        migrations.AlterField(
            model_name="invitationletterfile",
            name="format",
            field=models.CharField(
                choices=[("WORD", "Word"), ("PDF", "PDF"), ("BIG", "Large print")], max_length=4
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_stays_as_made",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR to_jsonb(OLD) - ARRAY['sent_date', 'sent_by_id', 'sent_how', 'sent_proof', 'released_by_id', 'released_at', 'release_words', 'off_by_id', 'off_at', 'off_reason', 'read_how', 'read_language', 'read_who', 'read_date', 'read_by_id', 'read_at'] <> to_jsonb(NEW) - ARRAY['sent_date', 'sent_by_id', 'sent_how', 'sent_proof', 'released_by_id', 'released_at', 'release_words', 'off_by_id', 'off_at', 'off_reason', 'read_how', 'read_language', 'read_who', 'read_date', 'read_by_id', 'read_at']\n        OR (OLD.sent_date IS NOT NULL AND NEW.sent_date IS NULL AND NOT EXISTS (\n            SELECT FROM conferences_correction AS c WHERE c.kind = 'COPY' AND c.row = OLD.id\n                AND c.field = 'sent_date' AND (c.was, c.now) = (OLD.sent_date::text, '')))\n        OR (OLD.released_at IS NOT NULL AND (NEW.released_at, NEW.released_by_id, NEW.release_words)\n            IS DISTINCT FROM (OLD.released_at, OLD.released_by_id, OLD.release_words))\n        OR (OLD.off_at IS NOT NULL AND (NEW.off_at, NEW.off_by_id, NEW.off_reason)\n            IS DISTINCT FROM (OLD.off_at, OLD.off_by_id, OLD.off_reason)) THEN\n        RAISE EXCEPTION 'document_stays_as_made' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_stays_as_made';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="cb08eac884dc9ceac1860812101887b8a2aaedc3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_document_stays_as_made_b46e7",
                    table="conferences_document",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_documentevent" ("agency_kind", "agency_name", "changed", "id", "is_late", "kind", "left_out", "made_at", "made_by_id", "needs_release", "off_at", "off_by_id", "off_reason", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "read_by_id", "read_date", "read_how", "read_language", "read_who", "record_id", "release_words", "released_at", "released_by_id", "sent_by_id", "sent_date", "sent_how", "sent_proof", "supersedes_id", "told", "version") SELECT new_values."agency_kind", new_values."agency_name", new_values."changed", new_values."id", new_values."is_late", new_values."kind", new_values."left_out", new_values."made_at", new_values."made_by_id", new_values."needs_release", new_values."off_at", new_values."off_by_id", new_values."off_reason", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."read_at", new_values."read_by_id", new_values."read_date", new_values."read_how", new_values."read_language", new_values."read_who", new_values."record_id", new_values."release_words", new_values."released_at", new_values."released_by_id", new_values."sent_by_id", new_values."sent_date", new_values."sent_how", new_values."sent_proof", new_values."supersedes_id", new_values."told", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="25b49504a5a5d433ff0f84d71a9031341fb21527",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_853a4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_documentevent" ("agency_kind", "agency_name", "changed", "id", "is_late", "kind", "left_out", "made_at", "made_by_id", "needs_release", "off_at", "off_by_id", "off_reason", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "read_by_id", "read_date", "read_how", "read_language", "read_who", "record_id", "release_words", "released_at", "released_by_id", "sent_by_id", "sent_date", "sent_how", "sent_proof", "supersedes_id", "told", "version") SELECT new_values."agency_kind", new_values."agency_name", new_values."changed", new_values."id", new_values."is_late", new_values."kind", new_values."left_out", new_values."made_at", new_values."made_by_id", new_values."needs_release", new_values."off_at", new_values."off_by_id", new_values."off_reason", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."read_at", new_values."read_by_id", new_values."read_date", new_values."read_how", new_values."read_language", new_values."read_who", new_values."record_id", new_values."release_words", new_values."released_at", new_values."released_by_id", new_values."sent_by_id", new_values."sent_date", new_values."sent_how", new_values."sent_proof", new_values."supersedes_id", new_values."told", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="58e5da1d17a34879664b9b4564d37f70b1ab3ce6",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d0a68",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_documentevent" ("agency_kind", "agency_name", "changed", "id", "is_late", "kind", "left_out", "made_at", "made_by_id", "needs_release", "off_at", "off_by_id", "off_reason", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "read_by_id", "read_date", "read_how", "read_language", "read_who", "record_id", "release_words", "released_at", "released_by_id", "sent_by_id", "sent_date", "sent_how", "sent_proof", "supersedes_id", "told", "version") SELECT old_values."agency_kind", old_values."agency_name", old_values."changed", old_values."id", old_values."is_late", old_values."kind", old_values."left_out", old_values."made_at", old_values."made_by_id", old_values."needs_release", old_values."off_at", old_values."off_by_id", old_values."off_reason", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."read_at", old_values."read_by_id", old_values."read_date", old_values."read_how", old_values."read_language", old_values."read_who", old_values."record_id", old_values."release_words", old_values."released_at", old_values."released_by_id", old_values."sent_by_id", old_values."sent_date", old_values."sent_how", old_values."sent_proof", old_values."supersedes_id", old_values."told", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="109430ef9f30cdffac187c08c42619646082929f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_da19f",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_document",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("read_at__isnull", True),
                        ("read_by__isnull", True),
                        ("read_date__isnull", True),
                        ("read_how", ""),
                        ("read_language", ""),
                        ("read_who", ""),
                    ),
                    models.Q(
                        ("person__isnull", False),
                        ("read_at__isnull", False),
                        ("read_by__isnull", False),
                        ("read_date__isnull", False),
                        ("read_how__in", ["INTERPRETER", "TRANSLATED"]),
                        models.Q(("read_language", ""), _negated=True),
                        models.Q(("read_who", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="document_read_how_when_and_by_whom",
            ),
        ),
        AddConstraintNotValid(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("read_date__isnull", True),
                    ("needs_release", False),
                    ("released_at__isnull", False),
                    _connector="OR",
                ),
                name="document_read_when_it_may_go",
            ),
        ),
        AddConstraintNotValid(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("read_at__isnull", True),
                        ("read_date__isnull", True),
                        django.db.models.lookups.LessThanOrEqual(
                            models.F("read_date"), safeguarding.promises.LocalDay("read_at")
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("read_date__isnull", True),
                        ("is_late", True),
                        django.db.models.lookups.GreaterThanOrEqual(
                            models.F("read_date"), safeguarding.promises.LocalDay("made_at")
                        ),
                        _connector="OR",
                    ),
                ),
                name="document_read_after_it_was_made",
            ),
        ),
        AddConstraintNotValid(
            model_name="documentfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("format__in", ["WORD", "PDF", "BIG"])), name="documentfile_format_known"
            ),
        ),
        AddConstraintNotValid(
            model_name="exclusionletterfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("format__in", ["WORD", "PDF", "BIG"])),
                name="exclusionletterfile_format_known",
            ),
        ),
        AddConstraintNotValid(
            model_name="invitationletterfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("format__in", ["WORD", "PDF", "BIG"])),
                name="invitationletterfile_format_known",
            ),
        ),
    ]
