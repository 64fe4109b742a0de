"""What somebody knows of an exclusion that stands no more, and a telling that did not happen."""

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
        ("conferences", "0209_speak_before_checked"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="exclusion",
            name="exclusion_stays",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="exclusion",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="exclusion",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="exclusion",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="exclusion",
            name="exclusion_days_finite",
        ),
        migrations.RemoveConstraint(
            model_name="exclusion",
            name="exclusion_let_in_how_and_when",
        ),
        migrations.RemoveConstraint(
            model_name="exclusion",
            name="exclusion_let_in_once_lifted",
        ),
        migrations.AddField(
            model_name="exclusion",
            name="let_in_not",
            field=models.TextField(
                blank=True,
                db_default="",
                default="",
                help_text="Why nobody tells them that it stands no more.",
            ),
        ),
        migrations.AddField(
            model_name="exclusion",
            name="untold_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="exclusion",
            name="untold_by",
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
            model_name="exclusion",
            name="untold_why",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="exclusion",
            name="was_told_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="exclusionevent",
            name="let_in_not",
            field=models.TextField(
                blank=True,
                db_default="",
                default="",
                help_text="Why nobody tells them that it stands no more.",
            ),
        ),
        migrations.AddField(
            model_name="exclusionevent",
            name="untold_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="exclusionevent",
            name="untold_by",
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
            model_name="exclusionevent",
            name="untold_why",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="exclusionevent",
            name="was_told_date",
            field=models.DateField(blank=True, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="exclusion_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE'\n        OR (OLD.lifted_at IS NOT NULL\n            AND ((NEW.told_date IS NOT NULL\n            AND (OLD.told_how, OLD.told_date, OLD.told_by_id) IS DISTINCT FROM\n                (NEW.told_how, NEW.told_date, NEW.told_by_id)) OR to_jsonb(OLD) - ARRAY['let_in_how', 'let_in_date', 'let_in_by_id', 'let_in_at', 'let_in_not', 'told_how', 'told_date', 'told_by_id', 'told_at', 'was_told_date', 'untold_why', 'untold_by_id', 'untold_at', 'saved_by_id', 'saved_at']::text[] <> to_jsonb(NEW) - ARRAY['let_in_how', 'let_in_date', 'let_in_by_id', 'let_in_at', 'let_in_not', 'told_how', 'told_date', 'told_by_id', 'told_at', 'was_told_date', 'untold_why', 'untold_by_id', 'untold_at', 'saved_by_id', 'saved_at']::text[]))\n        OR (NEW.request_id, NEW.person_id, NEW.name, NEW.put_by_id, NEW.put_at)\n            IS DISTINCT FROM (OLD.request_id, OLD.person_id, OLD.name, OLD.put_by_id, OLD.put_at)\n        OR (OLD.answer <> '' AND NEW.answer = '')\n        OR (to_jsonb(OLD) - ARRAY['told_how', 'told_date', 'told_by_id', 'told_at', 'gets_letter', 'gets_record', 'outcome_words', 'outcome_by_id', 'outcome_at', 'outcome_in_place', 'way', 'way_words', 'let_in_how', 'let_in_date', 'let_in_by_id', 'let_in_at', 'let_in_not', 'was_told_date', 'untold_why', 'untold_by_id', 'untold_at', 'saved_by_id', 'saved_at'] <> to_jsonb(NEW) - ARRAY['told_how', 'told_date', 'told_by_id', 'told_at', 'gets_letter', 'gets_record', 'outcome_words', 'outcome_by_id', 'outcome_at', 'outcome_in_place', 'way', 'way_words', 'let_in_how', 'let_in_date', 'let_in_by_id', 'let_in_at', 'let_in_not', 'was_told_date', 'untold_why', 'untold_by_id', 'untold_at', 'saved_by_id', 'saved_at'] AND NOT EXISTS (\n            SELECT FROM conferences_request AS q\n            WHERE q.id = NEW.request_id AND q.state IN ('REQUESTED', 'BOOKED'))) THEN\n        RAISE EXCEPTION 'exclusion_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'exclusion_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="1c362ea913751ef5f702b36af1a0b22e08adabad",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_exclusion_stays_be513",
                    table="conferences_exclusion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_exclusionevent" ("answer", "asked_date", "asker", "decided_at", "decided_by_id", "decided_in_place", "decided_part", "extent", "facts", "gets_letter", "gets_record", "ground", "id", "instead", "instead_words", "let_in_at", "let_in_by_id", "let_in_date", "let_in_how", "let_in_not", "letter_why", "lift_reason", "lift_words", "lifted_at", "lifted_by_id", "name", "outcome_at", "outcome_by_id", "outcome_in_place", "outcome_words", "part", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_at", "put_by_id", "reasons", "ref", "request_id", "saved_at", "saved_by_id", "teller", "told_at", "told_by_id", "told_date", "told_how", "untold_at", "untold_by_id", "untold_why", "was_told_date", "way", "way_words") SELECT new_values."answer", new_values."asked_date", new_values."asker", new_values."decided_at", new_values."decided_by_id", new_values."decided_in_place", new_values."decided_part", new_values."extent", new_values."facts", new_values."gets_letter", new_values."gets_record", new_values."ground", new_values."id", new_values."instead", new_values."instead_words", new_values."let_in_at", new_values."let_in_by_id", new_values."let_in_date", new_values."let_in_how", new_values."let_in_not", new_values."letter_why", new_values."lift_reason", new_values."lift_words", new_values."lifted_at", new_values."lifted_by_id", new_values."name", new_values."outcome_at", new_values."outcome_by_id", new_values."outcome_in_place", new_values."outcome_words", new_values."part", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."put_at", new_values."put_by_id", new_values."reasons", new_values."ref", new_values."request_id", new_values."saved_at", new_values."saved_by_id", new_values."teller", new_values."told_at", new_values."told_by_id", new_values."told_date", new_values."told_how", new_values."untold_at", new_values."untold_by_id", new_values."untold_why", new_values."was_told_date", new_values."way", new_values."way_words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0f187fb8223bb517eab87dd18c07a4c6656b8f22",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d52a3",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_exclusion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_exclusionevent" ("answer", "asked_date", "asker", "decided_at", "decided_by_id", "decided_in_place", "decided_part", "extent", "facts", "gets_letter", "gets_record", "ground", "id", "instead", "instead_words", "let_in_at", "let_in_by_id", "let_in_date", "let_in_how", "let_in_not", "letter_why", "lift_reason", "lift_words", "lifted_at", "lifted_by_id", "name", "outcome_at", "outcome_by_id", "outcome_in_place", "outcome_words", "part", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_at", "put_by_id", "reasons", "ref", "request_id", "saved_at", "saved_by_id", "teller", "told_at", "told_by_id", "told_date", "told_how", "untold_at", "untold_by_id", "untold_why", "was_told_date", "way", "way_words") SELECT new_values."answer", new_values."asked_date", new_values."asker", new_values."decided_at", new_values."decided_by_id", new_values."decided_in_place", new_values."decided_part", new_values."extent", new_values."facts", new_values."gets_letter", new_values."gets_record", new_values."ground", new_values."id", new_values."instead", new_values."instead_words", new_values."let_in_at", new_values."let_in_by_id", new_values."let_in_date", new_values."let_in_how", new_values."let_in_not", new_values."letter_why", new_values."lift_reason", new_values."lift_words", new_values."lifted_at", new_values."lifted_by_id", new_values."name", new_values."outcome_at", new_values."outcome_by_id", new_values."outcome_in_place", new_values."outcome_words", new_values."part", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."put_at", new_values."put_by_id", new_values."reasons", new_values."ref", new_values."request_id", new_values."saved_at", new_values."saved_by_id", new_values."teller", new_values."told_at", new_values."told_by_id", new_values."told_date", new_values."told_how", new_values."untold_at", new_values."untold_by_id", new_values."untold_why", new_values."was_told_date", new_values."way", new_values."way_words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b1a7ec00d01dbd2f3ac5736cc3e4a62fc8ac415a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c70f9",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_exclusion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_exclusionevent" ("answer", "asked_date", "asker", "decided_at", "decided_by_id", "decided_in_place", "decided_part", "extent", "facts", "gets_letter", "gets_record", "ground", "id", "instead", "instead_words", "let_in_at", "let_in_by_id", "let_in_date", "let_in_how", "let_in_not", "letter_why", "lift_reason", "lift_words", "lifted_at", "lifted_by_id", "name", "outcome_at", "outcome_by_id", "outcome_in_place", "outcome_words", "part", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_at", "put_by_id", "reasons", "ref", "request_id", "saved_at", "saved_by_id", "teller", "told_at", "told_by_id", "told_date", "told_how", "untold_at", "untold_by_id", "untold_why", "was_told_date", "way", "way_words") SELECT old_values."answer", old_values."asked_date", old_values."asker", old_values."decided_at", old_values."decided_by_id", old_values."decided_in_place", old_values."decided_part", old_values."extent", old_values."facts", old_values."gets_letter", old_values."gets_record", old_values."ground", old_values."id", old_values."instead", old_values."instead_words", old_values."let_in_at", old_values."let_in_by_id", old_values."let_in_date", old_values."let_in_how", old_values."let_in_not", old_values."letter_why", old_values."lift_reason", old_values."lift_words", old_values."lifted_at", old_values."lifted_by_id", old_values."name", old_values."outcome_at", old_values."outcome_by_id", old_values."outcome_in_place", old_values."outcome_words", old_values."part", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."put_at", old_values."put_by_id", old_values."reasons", old_values."ref", old_values."request_id", old_values."saved_at", old_values."saved_by_id", old_values."teller", old_values."told_at", old_values."told_by_id", old_values."told_date", old_values."told_how", old_values."untold_at", old_values."untold_by_id", old_values."untold_why", old_values."was_told_date", old_values."way", old_values."way_words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="cfdfe53d10c41fa4f0326116f49b2c3fc64b0644",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d7952",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_exclusion",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    safeguarding.promises.IsFinite("asked_date"),
                    models.Q(
                        ("told_date__isnull", True),
                        safeguarding.promises.IsFinite("told_date"),
                        _connector="OR",
                    ),
                    models.Q(
                        ("was_told_date__isnull", True),
                        safeguarding.promises.IsFinite("was_told_date"),
                        _connector="OR",
                    ),
                    models.Q(
                        ("let_in_date__isnull", True),
                        safeguarding.promises.IsFinite("let_in_date"),
                        _connector="OR",
                    ),
                ),
                name="exclusion_days_finite",
            ),
        ),
        AddConstraintNotValid(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("was_told_date__isnull", True),
                        ("was_told_date__isnull", True),
                        django.db.models.lookups.LessThanOrEqual(
                            models.F("was_told_date"), safeguarding.promises.LocalDay("saved_at")
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("was_told_date__isnull", True),
                        models.Q(("answer", ""), _negated=True),
                        _connector="OR",
                    ),
                ),
                name="exclusion_was_told_by_then",
            ),
        ),
        AddConstraintNotValid(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("let_in_at__isnull", True),
                        ("let_in_by__isnull", True),
                        ("let_in_date__isnull", True),
                        ("let_in_how", ""),
                        ("let_in_not", ""),
                    ),
                    models.Q(
                        ("let_in_at__isnull", False),
                        ("let_in_by__isnull", False),
                        models.Q(("lifted_at__isnull", False), ("answer", "NOT"), _connector="OR"),
                        models.Q(
                            ("told_date__isnull", False), ("was_told_date__isnull", False), _connector="OR"
                        ),
                        models.Q(
                            models.Q(
                                ("let_in_date__isnull", False),
                                ("let_in_how__in", ["LETTER", "TELEPHONE", "IN_PERSON", "THROUGH"]),
                                ("let_in_not", ""),
                            ),
                            models.Q(
                                ("let_in_date__isnull", True),
                                ("let_in_how", ""),
                                models.Q(("let_in_not", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="exclusion_let_in_how_and_when",
            ),
        ),
        AddConstraintNotValid(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("untold_at__isnull", True), ("untold_by__isnull", True), ("untold_why", "")),
                    models.Q(
                        ("untold_at__isnull", False),
                        ("untold_by__isnull", False),
                        models.Q(("untold_why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="exclusion_untold_by_at_and_why",
            ),
        ),
        AddConstraintNotValid(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("let_in_at__isnull", True),
                        ("let_in_date__isnull", True),
                        django.db.models.lookups.LessThanOrEqual(
                            models.F("let_in_date"), safeguarding.promises.LocalDay("let_in_at")
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("let_in_date__isnull", True),
                        ("answer", "NOT"),
                        ("lifted_at__isnull", True),
                        django.db.models.lookups.GreaterThanOrEqual(
                            models.F("let_in_date"), safeguarding.promises.LocalDay("lifted_at")
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("let_in_date__isnull", True),
                        models.Q(("answer", "NOT"), _negated=True),
                        ("decided_at__isnull", True),
                        django.db.models.lookups.GreaterThanOrEqual(
                            models.F("let_in_date"), safeguarding.promises.LocalDay("decided_at")
                        ),
                        _connector="OR",
                    ),
                ),
                name="exclusion_let_in_once_lifted",
            ),
        ),
    ]
