"""A role that gives more is of two people, a record that was joined stays empty, a name may be in error."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0040_relationships_in_error"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="child",
            name="child_joined_by_a_joining",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="childname",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="childname",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="childname",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="childname",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="childnameevent",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="allocation",
            trigger=pgtrigger.compiler.Trigger(
                name="allocation_of_a_record_that_stands_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'allocation_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'allocation_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="f428779a6bb065561f30c97a1a9b3c60c474e5db",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_allocation_of_a_record_that_stands_new_28df5",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="safeguarding_allocation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="allocation",
            trigger=pgtrigger.compiler.Trigger(
                name="allocation_of_a_record_that_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM safeguarding_allocation WHERE id = NEW.id) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'allocation_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'allocation_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="9d7ea8babb23df8bb66178940b95b9992a8f792a",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_allocation_of_a_record_that_stands_939f5",
                    table="safeguarding_allocation",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="child",
            trigger=pgtrigger.compiler.Trigger(
                name="child_joined_by_a_joining",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.joined_into_id IS DISTINCT FROM NEW.joined_into_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM safeguarding_child AS c\n        WHERE c.id = NEW.id AND (c.joined_into_id = c.id OR (c.joined_into_id IS NOT NULL) <> EXISTS (\n            SELECT FROM conferences_recordjoin AS j WHERE j.gone_id = c.id AND j.undone_at IS NULL)\n            OR (c.joined_into_id IS NOT NULL AND EXISTS (\n                SELECT FROM safeguarding_child AS o WHERE o.joined_into_id = c.id\n                    OR (o.id = c.joined_into_id AND o.joined_into_id IS NOT NULL))))) THEN\n        RAISE EXCEPTION 'child_joined_by_a_joining' USING ERRCODE = 'check_violation', CONSTRAINT = 'child_joined_by_a_joining';\n    END IF;\n    RETURN NULL;",
                    hash="0f3170d70c0c4eb4003670bf5481c23322d0607d",
                    operation='UPDATE OF "joined_into_id"',
                    pgid="pgtrigger_child_joined_by_a_joining_60609",
                    table="safeguarding_child",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="child",
            trigger=pgtrigger.compiler.Trigger(
                name="child_joined_has_no_family",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.joined_into_id IS NOT NULL AND NEW.family_id IS NOT NULL)",
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'child_joined_has_no_family' USING ERRCODE = 'check_violation', CONSTRAINT = 'child_joined_has_no_family';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="1728b364a6b9f0fa5f57e428f9786ce6a7d351d0",
                    operation='UPDATE OF "family_id", "joined_into_id"',
                    pgid="pgtrigger_child_joined_has_no_family_7cebc",
                    table="safeguarding_child",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="child",
            trigger=pgtrigger.compiler.Trigger(
                name="decision_on_a_living_child",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.death_date IS DISTINCT FROM NEW.death_date))",
                    constraint="CONSTRAINT",
                    func="\n    IF NOT (strpos(coalesce(current_setting('pghistory.context_metadata', true), ''), '\"file\":') > 0)\n        AND EXISTS (\n        SELECT FROM safeguarding_child AS k\n            JOIN conferences_conferencechild AS cc ON cc.child_id = k.id\n            JOIN conferences_decision AS d ON d.conference_child_id = cc.id\n            JOIN conferences_conference AS c ON c.id = cc.conference_id AND c.source = 'RECORDED'\n        WHERE k.id = NEW.id AND k.death_date < c.held_date) THEN\n        RAISE EXCEPTION 'decision_on_a_living_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_on_a_living_child';\n    END IF;\n    RETURN NULL;",
                    hash="e81ecdaf62c073642069be48216cae7f21e8ee0e",
                    operation='UPDATE OF "death_date"',
                    pgid="pgtrigger_decision_on_a_living_child_ba954",
                    table="safeguarding_child",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childname",
            trigger=pgtrigger.compiler.Trigger(
                name="childname_of_a_record_that_stands_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'childname_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'childname_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="6090d0b3865f5cda7235718d53d2f09dca035728",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_childname_of_a_record_that_stands_new_e9dd3",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="safeguarding_childname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childname",
            trigger=pgtrigger.compiler.Trigger(
                name="childname_of_a_record_that_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM safeguarding_childname WHERE id = NEW.id) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'childname_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'childname_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="23b915341f75b79f7f8c0599ef62db95eee24943",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_childname_of_a_record_that_stands_4b766",
                    table="safeguarding_childname",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childname",
            trigger=pgtrigger.compiler.Trigger(
                name="lifeevent_of_its_own_child",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_lifeevent WHERE name_id = NEW.id) AS r\n            LEFT JOIN safeguarding_childname AS n ON n.id = r.name_id\n            LEFT JOIN safeguarding_householdmember AS m ON m.id = r.stay_id\n        WHERE n.child_id <> r.child_id\n            OR (r.stay_id IS NOT NULL AND m.child_id IS DISTINCT FROM r.child_id)) THEN\n        RAISE EXCEPTION 'lifeevent_of_its_own_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'lifeevent_of_its_own_child';\n    END IF;\n    RETURN NULL;",
                    hash="4b1fef53b3106f7b3ae6d0b281b605bf7d7c66f8",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_lifeevent_of_its_own_child_cc304",
                    table="safeguarding_childname",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childname",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_childnameevent" ("child_id", "family_name", "given_names", "id", "in_error", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_date") SELECT new_values."child_id", new_values."family_name", new_values."given_names", new_values."id", new_values."in_error", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."until_date" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3f88d60d284853f2f4144e80221fc2ece431e0cc",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9d889",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="safeguarding_childname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childname",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_childnameevent" ("child_id", "family_name", "given_names", "id", "in_error", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_date") SELECT new_values."child_id", new_values."family_name", new_values."given_names", new_values."id", new_values."in_error", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."until_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."child_id" IS DISTINCT FROM (new_values."child_id") OR old_values."family_name" IS DISTINCT FROM (new_values."family_name") OR old_values."given_names" IS DISTINCT FROM (new_values."given_names") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."in_error" IS DISTINCT FROM (new_values."in_error") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."until_date" IS DISTINCT FROM (new_values."until_date")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8359a865abb42995532154933cf18d0664b76963",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fe1f6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="safeguarding_childname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childname",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "safeguarding_childnameevent" ("child_id", "family_name", "given_names", "id", "in_error", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_date") SELECT old_values."child_id", old_values."family_name", old_values."given_names", old_values."id", old_values."in_error", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."until_date" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="0463ec379cedf6915679a7899789ab0b30ea55e5",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dab9d",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="safeguarding_childname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="heldrole",
            trigger=pgtrigger.compiler.Trigger(
                name="heldrole_given_by_two",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF NOT EXISTS (\n        SELECT FROM safeguarding_userevent AS e\n        WHERE e.pgh_obj_id = NEW.person_id AND e.pgh_label = 'insert' AND e.pgh_created_at = now()) AND NOT EXISTS (\n        SELECT FROM safeguarding_accountchange AS v\n            JOIN safeguarding_accountchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.account_id = NEW.person_id AND v.kind = 'FURTHER' AND v.role = NEW.role) THEN\n        RAISE EXCEPTION 'heldrole_given_by_two' USING ERRCODE = 'check_violation', CONSTRAINT = 'heldrole_given_by_two';\n    END IF;\n    RETURN NULL;",
                    hash="80d999715e75952ba8756409c456055c99311328",
                    operation="INSERT",
                    pgid="pgtrigger_heldrole_given_by_two_93254",
                    table="safeguarding_heldrole",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="householdmember",
            trigger=pgtrigger.compiler.Trigger(
                name="householdmember_of_a_record_that_stands_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'householdmember_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'householdmember_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="4dfe54b8eff2580bc0e95432603896fcbcb6c495",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_householdmember_of_a_record_that_stands_new_7e7a3",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="safeguarding_householdmember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="householdmember",
            trigger=pgtrigger.compiler.Trigger(
                name="householdmember_of_a_record_that_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM safeguarding_householdmember WHERE id = NEW.id) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'householdmember_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'householdmember_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="e16d5e4eaffc6b00e4d036a1d5f03759bf4deb67",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_householdmember_of_a_record_that_stands_632b6",
                    table="safeguarding_householdmember",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="householdmember",
            trigger=pgtrigger.compiler.Trigger(
                name="lifeevent_of_its_own_child",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_lifeevent WHERE stay_id = NEW.id) AS r\n            LEFT JOIN safeguarding_childname AS n ON n.id = r.name_id\n            LEFT JOIN safeguarding_householdmember AS m ON m.id = r.stay_id\n        WHERE n.child_id <> r.child_id\n            OR (r.stay_id IS NOT NULL AND m.child_id IS DISTINCT FROM r.child_id)) THEN\n        RAISE EXCEPTION 'lifeevent_of_its_own_child' USING ERRCODE = 'check_violation', CONSTRAINT = 'lifeevent_of_its_own_child';\n    END IF;\n    RETURN NULL;",
                    hash="3fee66f86d5c3b33b194c39ccf1200b012a5c6be",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_lifeevent_of_its_own_child_4889d",
                    table="safeguarding_householdmember",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relationship",
            trigger=pgtrigger.compiler.Trigger(
                name="relationship_of_a_record_that_stands_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'relationship_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'relationship_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="72617b2030938ae29850035d492d061ca966fbe7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_relationship_of_a_record_that_stands_new_5d2aa",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="safeguarding_relationship",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relationship",
            trigger=pgtrigger.compiler.Trigger(
                name="relationship_of_a_record_that_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM safeguarding_relationship WHERE id = NEW.id) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'relationship_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'relationship_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="8d80ecb5852265d35a878e9cd8816820610cf216",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_relationship_of_a_record_that_stands_c70b5",
                    table="safeguarding_relationship",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="restrictedgrant",
            trigger=pgtrigger.compiler.Trigger(
                name="grant_as_it_was_given",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.ended_at IS NOT NULL OR (OLD.child_id, OLD.user_id, OLD.reason, OLD.granted_by_id, OLD.granted_at, OLD.until_at) IS DISTINCT FROM (NEW.child_id, NEW.user_id, NEW.reason, NEW.granted_by_id, NEW.granted_at, NEW.until_at))",
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'grant_as_it_was_given' USING ERRCODE = 'check_violation', CONSTRAINT = 'grant_as_it_was_given';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="189092ca6660a8cfcb2f89b7f100504fa7ffe7a3",
                    operation="UPDATE",
                    pgid="pgtrigger_grant_as_it_was_given_ec97d",
                    table="safeguarding_restrictedgrant",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="user_more_by_two",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.role IS DISTINCT FROM NEW.role OR OLD.team_id IS DISTINCT FROM NEW.team_id OR OLD.is_active IS DISTINCT FROM NEW.is_active))",
                    constraint="CONSTRAINT",
                    func="\n    IF NOT EXISTS (\n        SELECT FROM safeguarding_userevent AS e\n        WHERE e.pgh_obj_id = NEW.id AND e.pgh_label = 'insert' AND e.pgh_created_at = now()) AND (\n        (NEW.is_active AND NOT OLD.is_active\n            AND NOT EXISTS (\n        SELECT FROM safeguarding_accountchange AS v\n            JOIN safeguarding_accountchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.account_id = NEW.id AND v.kind = 'ON'))\n        OR ((NEW.role, NEW.team_id) IS DISTINCT FROM (OLD.role, OLD.team_id)\n            AND NOT EXISTS (\n        SELECT FROM safeguarding_accountchange AS v\n            JOIN safeguarding_accountchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.account_id = NEW.id AND v.kind = 'ROLE' AND v.role = NEW.role AND v.team_id IS NOT DISTINCT FROM NEW.team_id)\n            AND ((NEW.team_id IS DISTINCT FROM OLD.team_id\n                    AND (ARRAY[NEW.role] || NEW.further_roles)::text[] && ARRAY['SOCIAL_WORKER', 'TEAM_MANAGER'])\n                OR NOT EXISTS (\n                    SELECT FROM (\n                        SELECT array_agg(role::text) AS roles FROM (\n                            SELECT OLD.role UNION ALL SELECT unnest(OLD.further_roles)\n                            UNION ALL SELECT h.role FROM safeguarding_heldrole AS h\n                                JOIN safeguarding_heldroleevent AS e ON e.pgh_obj_id = h.id\n                            WHERE h.person_id = NEW.id AND e.until_at IS NOT NULL\n                                AND e.pgh_created_at = now()) AS held (role)) AS had\n                    WHERE CASE NEW.role WHEN 'CHAIR' THEN had.roles @> ARRAY['CHAIR'] WHEN 'STRATEGIC_LEAD' THEN had.roles @> ARRAY['STRATEGIC_LEAD'] WHEN 'MANAGER' THEN had.roles @> ARRAY['MANAGER'] OR had.roles @> ARRAY['STRATEGIC_LEAD', 'SYSTEM_ADMINISTRATOR'] WHEN 'TEAM_MANAGER' THEN had.roles @> ARRAY['TEAM_MANAGER'] WHEN 'SOCIAL_WORKER' THEN had.roles @> ARRAY['SOCIAL_WORKER'] OR had.roles @> ARRAY['TEAM_MANAGER'] WHEN 'BUSINESS_SUPPORT' THEN had.roles @> ARRAY['BUSINESS_SUPPORT'] WHEN 'REVIEWER' THEN had.roles @> ARRAY['REVIEWER'] OR had.roles @> ARRAY['CHAIR'] OR had.roles @> ARRAY['STRATEGIC_LEAD'] OR had.roles @> ARRAY['MANAGER'] OR had.roles @> ARRAY['TEAM_MANAGER'] OR had.roles @> ARRAY['SOCIAL_WORKER'] OR had.roles @> ARRAY['BUSINESS_SUPPORT'] WHEN 'INFORMATION_GOVERNANCE' THEN had.roles @> ARRAY['INFORMATION_GOVERNANCE'] OR had.roles @> ARRAY['STRATEGIC_LEAD'] WHEN 'SYSTEM_ADMINISTRATOR' THEN had.roles @> ARRAY['SYSTEM_ADMINISTRATOR'] END)))) THEN\n        RAISE EXCEPTION 'user_more_by_two' USING ERRCODE = 'check_violation', CONSTRAINT = 'user_more_by_two';\n    END IF;\n    RETURN NULL;",
                    hash="0ded00bcd4e9b1151d23a235863efdbbf22c4aa5",
                    operation='UPDATE OF "role", "team_id", "is_active"',
                    pgid="pgtrigger_user_more_by_two_48413",
                    table="safeguarding_user",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]
