"""Large invented files of children from a case system, the same for the same size."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tests.bench.copies import rows_of, run

HEADER = (
    "Child number,Given names,Family name,Date of birth,Sex,Family reference,Address,Postcode,Worker,Team\n"
)
TEAMS, WORKERS = 20, 300
GIVEN = ("Amber", "Basil", "Clover", "Dill", "Elder", "Fern", "Garnet", "Hazel", "Iris")
FAMILY = ("Ashbrook", "Beckbury", "Claycott", "Duncroft", "Elmdale", "Fableford", "Greenhurst", "Hazelley")
FIRST = dt.date(2005, 1, 1).toordinal()


def staff() -> None:
    """The teams and workers whom the files name."""
    run(
        f"INSERT INTO safeguarding_team (name, is_safeguarding_unit) SELECT 'Invented Team ' || n, false"
        f" FROM generate_series(1, {TEAMS}) n"
    )
    run(
        "INSERT INTO safeguarding_user (ref, email, full_name, role, team_id, is_active, is_system, password)"
        " SELECT gen_random_uuid(), 'worker' || n || '@fableshire.example', 'Sample Worker ' || n,"
        " 'SOCIAL_WORKER', (SELECT id FROM safeguarding_team t WHERE t.name = 'Invented Team ' ||"
        f" 1 + n % {TEAMS}), true, false, '' FROM generate_series(1, {WORKERS}) n"
    )


def census_children(children: int) -> None:
    """Half of the children, as a census brings them."""
    run(
        "INSERT INTO safeguarding_child (ref, la_child_id, upn, former_upn, upn_unknown, nhs_number,"
        " given_names, family_name, birth_date, sex, ethnicity, communication_needs, interpreter_language,"
        " is_restricted, restricted_reason) SELECT gen_random_uuid(), 'FB' || lpad(n::text, 6, '0'), '', '',"
        " '', '', '', '', date '2005-01-01' + n % 6000, CASE n % 2 WHEN 0 THEN 'F' ELSE 'M' END, '', '', '',"
        f" false, '' FROM generate_series(0, {children - 1}, 2) n"
    )
    run("ANALYZE safeguarding_child")


def write_feed(path: Path, children: int, moved: int = 0) -> None:
    """So many children, two of a family; the first `moved` of them have another address and worker."""
    with path.open("w", encoding="utf-8") as out:
        out.write(HEADER)
        for n in range(children):
            out.write(line(n, is_moved=n < moved))


def line(n: int, is_moved: bool) -> str:
    born = dt.date.fromordinal(FIRST + n % 6000)
    family, worker = n // 2, 1 + (n // 2 + is_moved) % WORKERS
    street = family + 1_000_000 * is_moved
    return (
        f"FB{n:06d},{GIVEN[n % 9]} {GIVEN[n % 7]},{FAMILY[family % 8]}{family % 997},"
        f'{born},{"FM"[n % 2]},F{family},"{street} Fable Street, Fableton",ZZ1 1ZZ,'
        f"worker{worker}@fableshire.example,\n"
    )


def count_named() -> int:
    return int(rows_of("SELECT count(*) FROM safeguarding_child WHERE plain_name <> ''")[0][0])
