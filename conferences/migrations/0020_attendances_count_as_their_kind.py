"""The database says what somebody counts as, and refuses a kind of agency that there is none of."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0019_attendances_counted"),
        ("safeguarding", "0012_kinds_of_agency_given"),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="attendance_counts_as_its_kind",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'UPDATE' AND NEW.agency_kind = OLD.agency_kind THEN\n        NEW.counted_as := OLD.counted_as;\n    ELSIF NEW.agency_kind = '' THEN\n        NEW.counted_as := '';\n    ELSE\n        SELECT CASE\n            WHEN NOT counts THEN '' WHEN code = 'SOCIAL_CARE' OR counts_with = '' THEN code ELSE counts_with\n        END INTO NEW.counted_as\n        FROM safeguarding_agencykind WHERE code = NEW.agency_kind;\n        IF NOT FOUND THEN\n            RAISE foreign_key_violation USING MESSAGE = 'There is no kind of agency ' || NEW.agency_kind;\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                    hash="5b709919cdd7428335b8d764a428a1b5b3efc705",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_attendance_counts_as_its_kind_5044b",
                    table="conferences_attendance",
                    when="BEFORE",
                ),
            ),
        ),
    ]
