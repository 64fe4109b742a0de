"""What hangs from a fact that a file would take away: then it stands."""

from __future__ import annotations

from collections.abc import Collection

from django.apps import apps

from conferences.exchange.census.statements.step import Step

# A duty is raised, told of and passed up by the service: somebody's work is what a person did with it.
ACTED_ON = """(
    EXISTS (SELECT FROM conferences_dutystep a WHERE a.duty_id = o.id)
    OR EXISTS (SELECT FROM conferences_escalation a
        WHERE a.duty_id = o.id AND a.acknowledged_at IS NOT NULL))"""


def hanging(model: str, besides: Collection[str] = (), row: str = "u.id") -> str:
    """SQL that is true where a row of any table names this one, but those `besides` ("coregroup.plan"), and
    duties with which nobody did anything.
    """
    held = apps.get_model(model)
    found = []
    for relation in held._meta.related_objects:
        key, table = relation.field, relation.related_model._meta
        name = f"{table.model_name}.{key.name}"
        if hasattr(relation.related_model, "pgh_tracked_model") or name in besides:
            continue
        if not key.db_constraint:
            continue
        acted = f" AND {ACTED_ON}" if table.model_name == "duty" else ""
        found.append(f"EXISTS (SELECT FROM {table.db_table} o WHERE o.{key.column} = {row}{acted})")
    return " OR ".join(found) or "false"


def meeting_stays(row: str) -> str:
    """SQL that is true of a child's part in a meeting that is more than a date of a file."""
    return f"""(
        {hanging("conferences.conferencechild", {"plan.begun_at"}, row)}
        OR EXISTS (
            SELECT FROM conferences_conferencechild m JOIN conferences_conference c ON c.id = m.conference_id
            WHERE m.id = {row} AND (c.source <> 'CENSUS'
                OR EXISTS (SELECT FROM conferences_booking b WHERE b.conference_id = c.id)
                OR EXISTS (SELECT FROM conferences_conferencechild o
                    WHERE o.conference_id = c.id AND o.id <> m.id))))"""


def end_duties(subject: str, gone: str) -> tuple[Step, ...]:
    """Duties go with what they ran for (`subject`: the column; `gone`: SQL of its rows), and with a duty what
    was told and passed up of it.
    """
    duties = f"SELECT id FROM conferences_duty WHERE {subject} IN ({gone})"
    return (
        Step(f"DELETE FROM conferences_notice WHERE duty_id IN ({duties})", of_held=True),
        Step(f"DELETE FROM conferences_escalation WHERE duty_id IN ({duties})", of_held=True),
        Step(f"DELETE FROM conferences_duty WHERE {subject} IN ({gone})", of_held=True),
    )
