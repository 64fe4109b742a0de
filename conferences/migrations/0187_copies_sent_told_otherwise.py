"""When and how a copy went is told otherwise, or that it did not go; and what went is not refused."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0184_what_a_day_must_fit_is_told"),
        ("safeguarding", "0046_people_found_by_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="document",
            name="document_stays_as_made",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="document",
            name="document_to_nobody_excluded",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="letter",
            name="letter_to_nobody_excluded",
        ),
        migrations.RemoveConstraint(
            model_name="correction",
            name="correction_kind_known",
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
                    ("ALLOCATION", "Team and worker"),
                ],
                max_length=20,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_stays_as_made",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR to_jsonb(OLD) - ARRAY['sent_date', 'sent_by_id', 'sent_how', 'sent_proof', 'released_by_id', 'released_at', 'release_words', 'off_by_id', 'off_at', 'off_reason'] <> to_jsonb(NEW) - ARRAY['sent_date', 'sent_by_id', 'sent_how', 'sent_proof', 'released_by_id', 'released_at', 'release_words', 'off_by_id', 'off_at', 'off_reason']\n        OR (OLD.sent_date IS NOT NULL AND NEW.sent_date IS NULL AND NOT EXISTS (\n            SELECT FROM conferences_correction AS c WHERE c.kind = 'COPY' AND c.row = OLD.id\n                AND c.field = 'sent_date' AND (c.was, c.now) = (OLD.sent_date::text, '')))\n        OR (OLD.released_at IS NOT NULL AND (NEW.released_at, NEW.released_by_id, NEW.release_words)\n            IS DISTINCT FROM (OLD.released_at, OLD.released_by_id, OLD.release_words))\n        OR (OLD.off_at IS NOT NULL AND (NEW.off_at, NEW.off_by_id, NEW.off_reason)\n            IS DISTINCT FROM (OLD.off_at, OLD.off_by_id, OLD.off_reason)) THEN\n        RAISE EXCEPTION 'document_stays_as_made' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_stays_as_made';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="3179e3053cb9d6a60c1b3652cc44b51c3c1eac5f",
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
                name="document_to_nobody_excluded",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF (TG_OP = 'INSERT' OR (OLD.sent_date IS NULL AND NEW.sent_date IS NOT NULL)) AND EXISTS (\n            SELECT FROM conferences_meetingrecord AS m\n                JOIN conferences_booking AS b ON b.id = m.booking_id\n                JOIN conferences_exclusion AS e ON e.request_id = b.request_id\n                    AND e.lifted_at IS NULL AND e.answer IN ('WHOLE', 'PART') AND CASE NEW.kind WHEN 'RECORD' THEN e.gets_record ELSE e.gets_letter END <> 'YES'\n                    AND (NEW.sent_date < (coalesce(e.outcome_at, e.decided_at) AT TIME ZONE 'Europe/London')::date) IS NOT TRUE\n                LEFT JOIN safeguarding_person AS p ON p.id = NEW.person_id\n            WHERE m.id = NEW.record_id AND (e.person_id = NEW.person_id\n                OR (e.person_id IS NULL AND lower(p.full_name) = lower(e.name)))) THEN\n        RAISE EXCEPTION 'document_to_nobody_excluded' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_to_nobody_excluded';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="ba112fd6c454438045632c2511e99184854ef535",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_document_to_nobody_excluded_abbf6",
                    table="conferences_document",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="letter_to_nobody_excluded",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF (TG_OP = 'INSERT' OR (OLD.sent_date IS NULL AND NEW.sent_date IS NOT NULL)) AND EXISTS (\n            SELECT FROM conferences_meetingrecord AS m\n                JOIN conferences_booking AS b ON b.id = m.booking_id\n                JOIN conferences_exclusion AS e ON e.request_id = b.request_id\n                    AND e.lifted_at IS NULL AND e.answer IN ('WHOLE', 'PART') AND e.gets_letter <> 'YES'\n                    AND (NEW.sent_date < (coalesce(e.outcome_at, e.decided_at) AT TIME ZONE 'Europe/London')::date) IS NOT TRUE\n                LEFT JOIN safeguarding_person AS p ON p.id = NEW.person_id\n            WHERE m.id = NEW.record_id AND (e.person_id = NEW.person_id\n                OR (e.person_id IS NULL AND lower(p.full_name) = lower(e.name)))) THEN\n        RAISE EXCEPTION 'letter_to_nobody_excluded' USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_to_nobody_excluded';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="977141f4a0a46fea5fecfd2d8104ff741859c908",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_letter_to_nobody_excluded_bf328",
                    table="conferences_letter",
                    when="BEFORE",
                ),
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
                            "ALLOCATION",
                        ],
                    )
                ),
                name="correction_kind_known",
            ),
        ),
    ]
