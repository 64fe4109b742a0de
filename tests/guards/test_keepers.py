"""Every promise has a keeper: what a page offers is read by the code behind it, or says what it waits for."""

import ast
import datetime as dt
from collections.abc import Iterable, Mapping

from conferences.queries.measures.rows import ROWS
from conferences.rules.measures_catalogue import MEASURES
from safeguarding.bankholidays import england
from safeguarding.policy.limits import CATALOGUE
from safeguarding.policy.role_words import WORD_FOR
from safeguarding.rights import CAN, Permission
from tests.guards.source import ROOT, Module, imports, modules, nodes, parse
from tests.queries.measures_became_oracle import became_oracle
from tests.queries.measures_meetings_oracle import meetings_oracle
from tests.queries.measures_oracle import oracle
from tests.queries.measures_work_oracle import work_oracle

# Not the service: the invented council, and the page of components.
NOT_PRODUCTION = ("conferences.demo", "safeguarding.pages.catalogue")
LIMIT = (
    "{0}: nothing reads it. Read it with safeguarding.policy.values, as of the day it counts for; or say in"
    " its waits_for, in safeguarding/policy/limits.py, for what it waits."
)
RIGHT = (
    "{0}: no act asks for it. Give it to a view with @needs(...), to an operation with @operation(needs=...)"
    " or to a workflow Step; or say in its waits_for, in safeguarding/rights.py, for what it waits."
)
FIGURE = (
    "{0}: nothing counts it. Give it its rows in conferences/queries/measures/rows.py; or say in its"
    " waits_for for what it waits."
)
ORACLE = (
    "{0}: nothing checks its number. Count it once more, plainly and from the words of its definition, in"
    " tests/queries/measures_oracle.py."
)
WORDS = (
    "{0}: no test of its own reads its words. Write tests/presenters/test_{1}.py: words, order, links, and"
    " what is said where nothing is known, from plain values or records that were never saved"
    " (tests/presenters/made.py)."
)
STRIKE = "{0}: it is read, so it waits for nothing. Strike out its waits_for."
# What asks for a right when something is done; a menu or a link that hides it is no keeper.
ASKS = ("needs", "operation", "Step", "refuse_without")


def production() -> list[Module]:
    return [module for module in modules() if not module.name.startswith(NOT_PRODUCTION)]


def texts(of: Iterable[Module], *, but: str = "") -> set[str]:
    """Every string that stands in the code by itself; a docstring or a sentence that names a key does not."""
    return {
        node.value
        for module in of
        if module.name != but
        for node in nodes(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def rights_asked_for(of: Iterable[Module]) -> set[str]:
    """The names of the rights among the arguments of what asks for one."""
    return {
        part.attr
        for module in of
        for node in nodes(module.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in ASKS
        for argument in [*node.args, *(keyword.value for keyword in node.keywords)]
        for part in ast.walk(argument)
        if isinstance(part, ast.Attribute) and ast.unparse(part.value) in ("Permission", "P")
    }


def unkept(promises: Mapping[str, str], read: Iterable[str], do: str) -> list[str]:
    """What to do about each promise ({name: what it waits for}) that nobody keeps, or that waits in vain."""
    kept = set(read)
    return [
        *(do.format(name) for name, waits in promises.items() if name not in kept and not waits),
        *(STRIKE.format(name) for name, waits in promises.items() if name in kept and waits),
    ]


def test_every_local_limit_is_read_or_says_what_it_waits_for() -> None:
    # The words for roles are read together, by role.
    words = {limit.key for limit in WORD_FOR.values()}
    promises = {key: limit.waits_for for key, limit in CATALOGUE.items() if key not in words}
    assert unkept(promises, texts(production(), but="safeguarding.policy.limits"), LIMIT) == []


def test_every_right_is_asked_for_or_says_what_it_waits_for() -> None:
    promises = {right.name: right.waits_for for right in Permission}
    assert unkept(promises, rights_asked_for(production()), RIGHT) == []


def test_every_right_is_held_by_a_role() -> None:
    held = {right for rights in CAN.values() for right in rights}
    assert [right.name for right in Permission if right not in held] == [], (
        "Give each right to a role in CAN (safeguarding/rights.py): nobody could do what it is for."
    )


def test_every_figure_is_counted_or_says_what_it_waits_for() -> None:
    promises = {code: measure.waits for code, measure in MEASURES.items()}
    assert unkept(promises, ROWS, FIGURE) == []


def test_no_rows_are_counted_for_a_figure_that_nobody_defined() -> None:
    assert sorted(ROWS.keys() - MEASURES.keys()) == [], (
        "Define each in conferences/rules/measures_*.py, or strike out its rows."
    )


def test_a_planted_promise_that_nobody_keeps_is_found() -> None:
    found = unkept({"KEPT": "", "NOT_KEPT": "", "LATER": "a page"}, ["KEPT"], LIMIT)
    assert [sentence.partition(":")[0] for sentence in found] == ["NOT_KEPT"]


def test_a_planted_promise_that_waits_in_vain_is_found() -> None:
    assert unkept({"KEPT": "a page"}, ["KEPT"], LIMIT) == [STRIKE.format("KEPT")]


def test_a_key_that_only_a_docstring_names_is_not_read() -> None:
    planted = parse("x", '"""Counts by RECORD_WORKING_DAYS."""\nkey = "COMPLAINT_DAYS"')
    assert "RECORD_WORKING_DAYS" not in texts([planted]) and "COMPLAINT_DAYS" in texts([planted])


def test_a_right_that_only_hides_a_link_is_not_asked_for() -> None:
    planted = parse(
        "x", "if can(user, Permission.SCHEDULE): ...\n@needs(Permission.READ_DIARY)\ndef f(): ..."
    )
    assert rights_asked_for([planted]) == {"READ_DIARY"}


def without_oracle(codes: Iterable[str], expected: Iterable[str]) -> list[str]:
    """The figures that are counted, but by nobody else."""
    return [ORACLE.format(code) for code in sorted(set(codes) - set(expected))]


def test_every_figure_that_is_counted_has_an_oracle(db: None) -> None:
    year = dt.date(2018, 4, 1), dt.date(2019, 3, 31)
    counted = {*oracle([], *year), *work_oracle({}, *year, 2), *meetings_oracle(england(), *year)}
    assert without_oracle(ROWS, {*counted, *became_oracle(*year)}) == []


def test_a_planted_figure_without_an_oracle_is_found() -> None:
    assert without_oracle(["visits_on_time"], ["plans_open"]) == [ORACLE.format("visits_on_time")]


PRESENTERS = "conferences.views.presenters."


def without_tests(of: Iterable[Module], tests: Mapping[str, Module]) -> list[str]:
    """The presenters that the test file of their name ({name: file}) does not import, or that have none."""
    named = [(module.name, module.name.removeprefix(PRESENTERS)) for module in of]
    return [
        WORDS.format(name, stem)
        for name, stem in named
        if name.startswith(PRESENTERS)
        and not (stem in tests and any(one.startswith(name) for one in imports(tests[stem])))
    ]


def presenter_tests() -> dict[str, Module]:
    found = (ROOT / "tests/presenters").glob("test_*.py")
    stems = {path.stem.removeprefix("test_"): path for path in found}
    return {stem: parse(stem, path.read_text(encoding="utf-8")) for stem, path in stems.items()}


def test_every_presenter_has_tests_of_its_own() -> None:
    assert without_tests(modules(), presenter_tests()) == []


def test_a_planted_presenter_without_tests_is_found() -> None:
    planted = parse(f"{PRESENTERS}visits", "")
    others = parse("visits", f"from {PRESENTERS[:-1]} import plans")
    own = parse("visits", f"from {PRESENTERS[:-1]} import visits")
    assert without_tests([planted], {}) == without_tests([planted], {"visits": others})
    assert without_tests([planted], {"visits": others}) == [WORDS.format(planted.name, "visits")]
    assert without_tests([planted], {"visits": own}) == []
