"""Whatever is written of exclusions puts the figures that are counted from them out of date."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

FUNC = """
INSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;
RETURN NULL;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0247_room_chosen_all_the_same_checked"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="notes_that_it_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func=FUNC,
                    hash="ad2ab9d41d9dab0890fc65d82f35984e216094d3",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_notes_that_it_changed_d755e",
                    table="conferences_exclusion",
                    when="AFTER",
                ),
            ),
        ),
    ]
