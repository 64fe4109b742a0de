"""What must fit across tables, and what stays as it was signed, decided or found (decision 91)."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    # Each table is held for a moment and not until the last one has its triggers.
    atomic = False
    dependencies = [
        ("safeguarding", "0034_more_was_checked"),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="bar",
            trigger=pgtrigger.compiler.Trigger(
                name="bar_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'bar_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'bar_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="9c01e321c0b989a96e0d123a4ed616a6230e48af",
                    operation="DELETE",
                    pgid="pgtrigger_bar_stays_f63b8",
                    table="safeguarding_bar",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="child",
            trigger=pgtrigger.compiler.Trigger(
                name="child_nhs_number_checks",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.nhs_number <> '')",
                    func="\n    IF NEW.nhs_number ~ '^[0-9]{10}$' AND (\n        SELECT sum(substr(NEW.nhs_number, n, 1)::int * (11 - n)) FROM generate_series(1, 10) AS n\n    ) % 11 <> 0 THEN\n        RAISE EXCEPTION 'child_nhs_number_checks' USING ERRCODE = 'check_violation', CONSTRAINT = 'child_nhs_number_checks';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="fed38b3bb76aa2e8d93fae203e1093bc63058666",
                    operation='INSERT OR UPDATE OF "nhs_number"',
                    pgid="pgtrigger_child_nhs_number_checks_039db",
                    table="safeguarding_child",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childdisability",
            trigger=pgtrigger.compiler.Trigger(
                name="childdisability_none_stands_alone_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN safeguarding_childdisability AS o ON o.child_id = r.child_id\n        WHERE (r.code = 'NONE') <> (o.code = 'NONE')) THEN\n        RAISE EXCEPTION 'childdisability_none_stands_alone' USING ERRCODE = 'check_violation', CONSTRAINT = 'childdisability_none_stands_alone';\n    END IF;\n    RETURN NULL;",
                    hash="37fa2e0735eeb525d586828fb4e34990e6747ca0",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_childdisability_none_stands_alone_new_9d95e",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="safeguarding_childdisability",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childdisability",
            trigger=pgtrigger.compiler.Trigger(
                name="childdisability_none_stands_alone",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.code IS DISTINCT FROM NEW.code))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM safeguarding_childdisability WHERE id = NEW.id) AS r JOIN safeguarding_childdisability AS o ON o.child_id = r.child_id\n        WHERE (r.code = 'NONE') <> (o.code = 'NONE')) THEN\n        RAISE EXCEPTION 'childdisability_none_stands_alone' USING ERRCODE = 'check_violation', CONSTRAINT = 'childdisability_none_stands_alone';\n    END IF;\n    RETURN NULL;",
                    hash="c590afea3e7be6261729f1979d15ba7fe30f5ef9",
                    operation='UPDATE OF "child_id", "code"',
                    pgid="pgtrigger_childdisability_none_stands_alone_1ee84",
                    table="safeguarding_childdisability",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]
