"""The code as text and trees, for the tests that police it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("safeguarding", "conferences")


@dataclass(frozen=True)
class Module:
    """One file of ours: its dotted name, where it stands, and its tree."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def package(self) -> str:
        return self.name if self.path.name == "__init__.py" else self.name.rpartition(".")[0]


def parse(name: str, text: str, path: Path | None = None) -> Module:
    return Module(name, path or Path(f"{name.replace('.', '/')}.py"), ast.parse(text))


@cache
def modules() -> tuple[Module, ...]:
    """Every module of ours, without migrations."""
    return tuple(_read(path) for path in sorted(_files()))


def _files() -> Iterator[Path]:
    for package in PACKAGES:
        yield from (p for p in (ROOT / package).rglob("*.py") if "migrations" not in p.parts)


def _read(path: Path) -> Module:
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return parse(name, path.read_text(encoding="utf-8"), path)


@cache
def nodes(tree: ast.Module) -> tuple[ast.AST, ...]:
    """Every part of a module's tree, which many guards look at: to walk it is what takes them long."""
    return tuple(ast.walk(tree))


def imports(module: Module, *, for_types: bool = False) -> set[str]:
    """Dotted names a module imports when it runs; with for_types also those under `if TYPE_CHECKING`."""
    skipped = set() if for_types else {id(n) for block in _type_blocks(module.tree) for n in ast.walk(block)}
    found: set[str] = set()
    for node in nodes(module.tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= _from(module, node)
    return found


def _from(module: Module, node: ast.ImportFrom) -> set[str]:
    base = node.module or ""
    if node.level:
        above = module.package.split(".")[: len(module.package.split(".")) - node.level + 1]
        base = ".".join([*above, base]).rstrip(".")
    return {base} | {f"{base}.{alias.name}" for alias in node.names}


def _type_blocks(tree: ast.Module) -> list[ast.If]:
    return [n for n in nodes(tree) if isinstance(n, ast.If) and "TYPE_CHECKING" in ast.dump(n.test)]


def functions(module: Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [n for n in nodes(module.tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1
