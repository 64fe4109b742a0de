"""Imports run downhill, rules are pure, the clock is read at the edge, and functions stay short."""

import ast
import re

import pytest

from tests.guards.source import Module, functions, imports, length, modules, nodes, parse

# Each layer may import those below it, and itself. The first prefix that fits a module is its layer.
LAYERS = [
    (
        "edge",
        (
            "safeguarding.urls",
            "conferences.urls",
            "conferences.urls_exclusions",
            "conferences.urls_recording",
            "safeguarding.wsgi",
            "safeguarding.settings",
        ),
    ),
    (
        "commands",
        ("conferences.management", "safeguarding.management", "conferences.tasks", "conferences.demo"),
    ),
    ("views", ("conferences.views",)),
    ("forms", ("conferences.forms",)),
    ("exchange", ("conferences.exchange",)),
    ("documents", ("conferences.documents",)),
    ("figures", ("conferences.figures",)),
    ("operations", ("conferences.operations",)),
    ("queries", ("conferences.queries",)),
    ("models", ("conferences.models", "conferences.apps", "conferences")),
]
# rules and the ground stand below all of them and are judged apart.
ABOVE = {name: [n for n, _ in LAYERS[:at]] for at, (name, _) in enumerate(LAYERS)}
# Exchange, figures and documents call operations; operations never know who asked.
CALLED = {"operations", "queries", "models"}


def layer(name: str) -> str:
    if name.startswith("conferences.rules"):
        return "rules"
    if name.startswith("safeguarding.workingdays"):
        return "workingdays"
    for found, prefixes in LAYERS:
        if (
            any(name == p or name.startswith(f"{p}.") for p in prefixes if p != "conferences")
            or name == found
        ):
            return found
    return "models" if name == "conferences" else "ground" if name.startswith("safeguarding") else ""


def uphill(module: Module) -> list[str]:
    """The imports of a module that run up the hill."""
    mine = layer(module.name)
    wrong = []
    for target in sorted(imports(module, for_types=True)):
        theirs = layer(target)
        if not target.startswith(("safeguarding", "conferences")) or theirs == mine or not theirs:
            continue
        if mine == "edge" or (mine == "ground" and theirs == "workingdays"):
            continue
        if mine in ("rules", "workingdays", "ground") or theirs in ABOVE.get(mine, []):
            wrong.append(f"{module.name} -> {target}")
    return [w for w in wrong if not _pure_ground(w)]


def _pure_ground(arrow: str) -> bool:
    """Rules may use the pure parts of the ground: counting, wording, codes, check digits, limits' keys."""
    mine, _, theirs = arrow.partition(" -> ")
    pure = (
        "safeguarding.workingdays",
        "safeguarding.labelled",
        "safeguarding.wording",
        "safeguarding.refusals",
        "safeguarding.rights",
        "safeguarding.register.agencykinds",
        "safeguarding.register.codes",
        "safeguarding.register.identifiers",
    )
    if layer(mine) == "workingdays":
        return theirs.startswith("safeguarding.wording")  # An error there says its dates in words.
    return layer(mine) == "rules" and theirs.startswith((*pure, "safeguarding.policy.keys"))


def test_imports_run_downhill() -> None:
    wrong = [w for m in modules() for w in uphill(m)]
    assert wrong == [], (
        "Move what both need to a lower layer, or hand it in as an argument: LAYERS is the order."
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("safeguarding.models.child", "from conferences.models import Plan"),
        ("conferences.rules.replans", "from conferences.models import Plan"),
        ("conferences.models.plans", "from conferences.queries import children"),
        ("conferences.queries.children", "from conferences.operations import plans"),
        ("conferences.operations.plans", "from conferences.views import plans"),
        ("conferences.forms.plans", "from conferences.views import plans"),
        ("safeguarding.workingdays", "from safeguarding.models import Child"),
    ],
)
def test_a_planted_uphill_import_is_found(name: str, text: str) -> None:
    assert uphill(parse(name, text))


def cycles(of: tuple[Module, ...]) -> list[str]:
    """Modules that reach themselves by their imports, those for types alone too."""
    names = {m.name for m in of}
    graph = {m.name: {t for t in imports(m, for_types=True) if t in names and t != m.name} for m in of}
    # A package's __init__ gathers its modules; a module that imports its own package's sibling does not close
    # a ring.
    graph = {n: {t for t in ts if not n.startswith(f"{t}.")} for n, ts in graph.items()}
    return sorted(n for n in graph if _reaches(graph, n, n))


def _reaches(graph: dict[str, set[str]], start: str, goal: str) -> bool:
    seen: set[str] = set()
    todo = list(graph[start])
    while todo:
        at = todo.pop()
        if at == goal:
            return True
        if at not in seen:
            seen.add(at)
            todo += graph[at]
    return False


def test_there_is_no_import_cycle() -> None:
    assert cycles(modules()) == [], "Move what these modules share into a module that imports neither."


def test_a_planted_cycle_is_found() -> None:
    planted = (
        parse("conferences.queries.a", "from conferences.queries.b import x"),
        parse("conferences.queries.b", "from conferences.queries.a import y"),
    )
    assert cycles(planted) == ["conferences.queries.a", "conferences.queries.b"]


def test_a_planted_cycle_of_types_is_found() -> None:
    for_types = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from conferences.figures.b import X"
    planted = (
        parse("conferences.figures.a", for_types),
        parse("conferences.figures.b", "from conferences.figures.a import Y"),
    )
    assert cycles(planted) == ["conferences.figures.a", "conferences.figures.b"]


IMPURE = re.compile(r"^(django|celery|redis|psycopg|logging|os|pathlib|random|time|requests)(\.|$)")
CLOCK = {"today", "now", "utcnow", "localdate", "time"}


def impurities(module: Module) -> list[str]:
    """What a pure module may not do: know Django, read the clock, open a file."""
    found = [f"{module.name} imports {t}" for t in sorted(imports(module)) if IMPURE.match(t)]
    for node in nodes(module.tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in CLOCK or called == "open":
                found.append(f"{module.name}:{node.lineno} calls {called}()")
    return found


def pure() -> list[Module]:
    alone = (
        "safeguarding.workingdays",
        "safeguarding.labelled",
        "safeguarding.wording",
        "safeguarding.refusals",
        "safeguarding.rights",
        "safeguarding.register.identifiers",
        "safeguarding.policy.keys",
    )
    return [m for m in modules() if m.name.startswith("conferences.rules") or m.name in alone]


def test_rules_are_pure() -> None:
    wrong = [i for m in pure() for i in impurities(m)]
    assert wrong == [], "Take the day, the moment or what was read as an argument: a rule asks for nothing."


@pytest.mark.parametrize(
    "text",
    ["from django.db import models", "import datetime\ndatetime.date.today()", "open('x')", "import logging"],
)
def test_a_planted_impurity_is_found(text: str) -> None:
    assert impurities(parse("conferences.rules.planted", text))


EDGES = (
    "conferences.views",
    "conferences.tasks",
    "conferences.management",
    "safeguarding.management",
    "safeguarding.tasks",
)
# These read the clock themselves, each for the reason given.
READS_CLOCK = {
    "safeguarding.clock": "it is the clock",
    "safeguarding.access.sight": "a right is never read as of another moment",
    "safeguarding.deployment.calendarcheck": "a system check is an edge",
    "safeguarding.heartbeats.checks": "a system check is an edge",
    "safeguarding.heartbeats.processes": "a process's signs of itself are an edge",
}


def clock_readers(module: Module) -> list[str]:
    """Calls of a clock outside the edges."""
    if module.name.startswith(EDGES) or module.name.startswith(
        ("safeguarding.pages", "safeguarding.accounts.signin")
    ):
        return []
    reads = []
    for node in nodes(module.tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name in ("now", "today", "clock.now", "clock.today") or name.endswith(
                (".today", "timezone.now", "datetime.now", ".utcnow", ".localdate", ".localtime")
            ):
                reads.append(f"{module.name}:{node.lineno} {name}()")
    return reads


def test_the_clock_is_read_at_the_edge() -> None:
    wrong = [r for m in modules() if m.name not in READS_CLOCK for r in clock_readers(m)]
    assert wrong == [], "Take `at` or `on` as an argument; the view, the task or the command reads the clock."


def test_a_planted_reading_of_the_clock_is_found() -> None:
    assert clock_readers(parse("conferences.operations.x", "import datetime\ndatetime.date.today()"))


def day_counters(module: Module) -> list[str]:
    """Days counted anywhere but in workingdays.py."""
    found = []
    for node in nodes(module.tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            days = any(k.arg in ("days", "weeks") for k in node.keywords) or bool(node.args)
            if name.endswith(("weekday", "isoweekday")) or (name.split(".")[-1] == "timedelta" and days):
                found.append(f"{module.name}:{node.lineno} {name}")
            if name.split(".")[-1] == "relativedelta":
                found.append(f"{module.name}:{node.lineno} {name}")
    return found


# A span of time on the clock is no count of days.
COUNTS_TIME = {
    "safeguarding.workingdays": "the one place",
    "safeguarding.wording": "names the day of the week",
}


def test_days_are_counted_in_one_place() -> None:
    wrong = [d for m in modules() if m.name not in COUNTS_TIME for d in day_counters(m)]
    assert wrong == [], "Count with safeguarding.workingdays: add_days, days_between, add_months or Calendar."


@pytest.mark.parametrize(
    "text", ["timedelta(days=15)", "d.weekday()", "timedelta(15)", "relativedelta(months=3)"]
)
def test_a_planted_count_of_days_is_found(text: str) -> None:
    assert day_counters(parse("conferences.views.x", text))


def too_long(module: Module, most: int = 50) -> list[str]:
    return [f"{module.name}:{f.lineno} {f.name} {length(f)}" for f in functions(module) if length(f) > most]


def test_no_function_is_over_fifty_lines() -> None:
    wrong = [f for m in modules() for f in too_long(m)]
    assert wrong == [], "Divide the function: each step gets a name of its own."


def test_a_planted_long_function_is_found() -> None:
    assert too_long(parse("x", "def f():\n" + "    pass\n" * 51))


def test_no_file_is_over_four_hundred_lines() -> None:
    wrong = [m.name for m in modules() if len(m.path.read_text().splitlines()) > 400]
    assert wrong == [], "Divide the module: <stage>.py and <stage>_<detail>.py."


def hidden_imports(module: Module) -> list[str]:
    return [
        f"{module.name}:{node.lineno}"
        for f in functions(module)
        for node in ast.walk(f)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def test_no_import_hides_in_a_function() -> None:
    wrong = [h for m in modules() for h in hidden_imports(m)]
    assert wrong == [], "Import at the head of the module; where that closes a ring, move what both need."


def test_a_planted_hidden_import_is_found() -> None:
    assert hidden_imports(parse("x", "def f():\n    import os\n"))


def undocumented(module: Module) -> list[str]:
    return [] if ast.get_docstring(module.tree) or not module.tree.body else [module.name]


def test_every_module_says_what_it_is() -> None:
    wrong = [u for m in modules() for u in undocumented(m)]
    assert wrong == [], "Begin the module with a docstring of one to three lines: what it is, and why."


def test_a_planted_silent_module_is_found() -> None:
    assert undocumented(parse("x", "A = 1"))


# One name for a stage in every layer, alone or with a detail behind it: duties.py, duties_list.py.
STAGES = (
    "allocations",
    "benchmarks",
    "children",
    "conferences",
    "consultations",
    "core_groups",
    "copies",
    "corrections",
    "days",
    "diary",
    "documents",
    "duties",
    "enquiries",
    "families",
    "feedback",
    "follow_ups",
    "handovers",
    "imports",
    "in_need",
    "exclusions",
    "invitations",
    "learning",
    "letters",
    "life_events",
    "look_ups",
    "measures",
    "notices",
    "pairs",
    "plans",
    "preparation",
    "readiness",
    "recording",
    "replans",
    "requests",
    "restrictions",
    "scheduling",
    "second_person",
    "service",
    "start",
    "supports",
    "thinking_time",
)
STAGED = ("models", "queries", "operations", "forms", "views", "views.presenters", "documents")
# No stage's own, each for the reason given.
NOT_STAGES = {
    "conferences.queries.what_follows": "how things stand before an act of any stage and after it",
    "conferences.views.presenters.what_follows": "the same in words",
    "conferences.queries.clocks": "how the deadlines of every stage stand: read here alone",
    "conferences.operations.releases": "the second person's look at letters and copies alike",
    "conferences.queries.releases": "the copies and letters that wait for one",
    "conferences.queries.addresses": "what a text of any stage may not hold",
    "conferences.models.promises_agreed": "what opens a row of several stages that stays otherwise",
    "conferences.models.promises_consultations": "what must agree across the tables of consultations",
    "conferences.models.promises_consultations_second": "what must agree of second opinions",
    "conferences.models.promises_documents": "what must agree between versions of a document",
    "conferences.models.promises_exclusions": "who decides on an exclusion, and what is not done against it",
    "conferences.models.promises_feedback": "what of feedback stays as it was given",
    "conferences.models.promises_exclusions_letters": "of what such a letter is made, and that it stays",
    "conferences.models.promises_invitations_links": "what must agree of links and the reports by them",
    "conferences.models.promises_letters_words": "how a version of a letter’s words follows the one before",
    "conferences.models.promises_invitations": "who is on the list of a conference, and until when",
    "conferences.models.promises_invitations_letters": "to whom such a letter is made, and that it stays",
    "conferences.models.promises_kept": "what stays as it was, at every stage",
    "conferences.models.promises_look_ups": "what must agree between a look-up and what it is of",
    "conferences.models.promises_learning": "what of the unit’s learning stays as it was",
    "conferences.models.promises_preparation": "with whom a contact was, and until when",
    "conferences.models.promises_plans": "what must agree across the tables of several stages",
    "conferences.models.promises_meetings": "who is at a meeting, or thinks, at the same time",
    "conferences.models.promises_thinking": "what must agree between thinking and the signing of its record",
    "conferences.models.promises_told": "what must agree across the tables of several stages",
    "conferences.models.promises_needs": "what must agree between needs and actions, and that they stay",
    "conferences.models.promises_next": "whose core group and next dates are, and until when they change",
    "conferences.models.promises_withheld": "of whom a confidential part is kept, and until when",
    "conferences.models.promises_work": "what must agree across the tables of several stages",
    "conferences.models.source": "where a row came from, on every table that a census fills",
    "conferences.documents.word": "what every Word document is made with",
    "conferences.documents.paper": "what a document says, apart from any format",
    "conferences.documents.pdf": "what every PDF is made with",
    "conferences.documents.files": "both at once",
    "conferences.views.presenters": "the package itself",
    "conferences.views.presenters.due": "how a due date is told, at every stage",
    "conferences.views.presenters.words": "words that the pages about children share",
}


def without_stage(names: list[str]) -> list[str]:
    """Modules of a staged layer whose name begins with no stage."""
    found = []
    for name in names:
        layer_name, _, stem = name.removeprefix("conferences.").rpartition(".")
        of_stage = any(stem == stage or stem.startswith(f"{stage}_") for stage in STAGES)
        if layer_name in STAGED and not of_stage and name not in NOT_STAGES:
            found.append(name)
    return found


def test_a_stage_has_one_name_in_every_layer() -> None:
    wrong = without_stage([m.name for m in modules()])
    assert wrong == [], "Name the module for its stage (STAGES), or say in NOT_STAGES why it has none."


def test_a_planted_second_name_for_a_stage_is_found() -> None:
    assert without_stage(["conferences.operations.reminders"]) == ["conferences.operations.reminders"]


def test_no_exception_outlives_its_module() -> None:
    gone = sorted(NOT_STAGES.keys() - {m.name for m in modules()})
    assert gone == [], "Strike them out of NOT_STAGES: there is no such module."


# The rooms of the ground, the lowest first; a module of its own is a room. Each may import those before it.
GROUND = (
    "wording",
    "workingdays",
    "labelled",
    "refusals",
    "versions",
    "retrying",
    "rights",
    "register",
    "history",
    "clock",
    "db",
    "bankholidays",
    "mail",
    "deployment",
    "celery",
    "models",
    "heartbeats",
    "golive",
    "audit",
    "policy",
    "access",
    "operation",
    "second_person",
    "drafts",
    "directory",
    "operations",
    "tasks",
    "pagekit",
    "accounts",
    "pages",
)
# These know every room: the settings, the addresses, the commands and what starts the service.
KNOWS_ALL = ("settings", "urls", "wsgi", "apps", "management", "migrations")


def room(name: str) -> str:
    """The room of a module: what a room writes (its operations) stands above what the rooms read."""
    parts = name.split(".")
    return "operations" if parts[2:3] == ["operations"] else parts[1]


def uphill_in_ground(module: Module) -> list[str]:
    """Imports from a room of the ground to one above it."""
    mine = room(module.name) if module.name.startswith("safeguarding.") else ""
    if not mine or mine in KNOWS_ALL:
        return []
    rooms = {room(t) for t in imports(module, for_types=True) if t.startswith("safeguarding.")}
    above = GROUND[GROUND.index(mine) + 1 :] if mine in GROUND else GROUND
    return [f"{module.name} -> safeguarding.{one}" for one in sorted(rooms & {*above, *KNOWS_ALL})]


def test_the_rooms_of_the_ground_have_an_order() -> None:
    wrong = [u for m in modules() for u in uphill_in_ground(m)]
    assert wrong == [], "Move what both need to the lower room, or give the new room its place in GROUND."


def test_a_planted_import_of_a_higher_room_is_found() -> None:
    planted = parse("safeguarding.pagekit.x", "from safeguarding.pages import people")
    assert uphill_in_ground(planted) == ["safeguarding.pagekit.x -> safeguarding.pages"]


def test_a_planted_read_of_what_a_room_writes_is_found() -> None:
    planted = parse("safeguarding.policy.values", "from safeguarding.access import operations")
    assert uphill_in_ground(planted) == [
        "safeguarding.policy.values -> safeguarding.access",
        "safeguarding.policy.values -> safeguarding.operations",
    ]
