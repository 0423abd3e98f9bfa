"""Changes the model and the reconciler in one place at a time, and sees whether a test fails.

    python tests/bench/mutate.py [--share 0.1] [--seed N] [--only PART-OF-PATH] [--show] [TESTS...]

Each mutant is a fork of one process in which everything is imported and all tests are collected, so
that it costs milliseconds. The new code is put into the function itself, decorated or not, and the
caches of both packages are emptied: an answer remembered from the original must not hide it. Only
tests that execute the line run, those first that caught most. A mutant that takes four times their
seconds counts as caught. `--share` takes a seeded sample of every file.

Not mutated: annotations, docstrings, decorators, defaults, what a module does when it is imported,
and arms that cannot be reached (`assert_never`). Known tools were weighed: mutmut 3 leaves out what
is decorated, and needs a second of processor for a mutant once caches are kept from hiding it.
"""

from __future__ import annotations

import argparse
import ast
import copy
import gc
import os
import random
import resource
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, NamedTuple

import coverage
import pytest
from _pytest.runner import runtestprotocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
ROOMS = ("src/dealfacts/model", "src/dealfacts/reconciler")
TESTS = (
    *("tests/model", "tests/reconciler", "tests/cli/test_compare.py"),
    *("tests/test_pipeline.py", "tests/test_seeds.py"),
)
CAUGHT, SURVIVED, BROKEN = 1, 0, 3
PATIENCE = 4
SPARE_SECONDS = 5

COMPARED = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
COUNTED = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any"}


class Mutant(NamedTuple):
    """One changed node: where, and what it was and is."""

    path: Path
    line: int
    function: str
    change: str
    tree: ast.Module


def variants(node: ast.AST) -> Iterator[ast.AST]:  # noqa: C901, PLR0912  a table in arms
    """The ways to change one node."""
    match node:
        case ast.Compare(ops=[one, *more]) if type(one) in COMPARED:
            yield ast.Compare(node.left, [COMPARED[type(one)](), *more], node.comparators)
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
            for at in range(len(values)):
                rest = values[:at] + values[at + 1 :]
                yield rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.BinOp(op=op) if type(op) in COUNTED:
            yield ast.BinOp(node.left, COUNTED[type(op)](), node.right)
        case ast.AugAssign(op=op) if type(op) in COUNTED:
            yield ast.AugAssign(node.target, COUNTED[type(op)](), node.value)
        case ast.Constant(value=bool() as truth):
            yield ast.Constant(not truth)
        case ast.Constant(value=int() as number):
            yield ast.Constant(number + 1)
        case ast.Constant(value=str() as words) if words:
            yield ast.Constant(f"XX{words}XX")
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            changed = copy.copy(node)
            changed.test = ast.UnaryOp(ast.Not(), test)  # type: ignore[union-attr]  the three that have one
            yield changed
        case ast.comprehension(ifs=[_, *_] as ifs):
            for at in range(len(ifs)):
                changed = copy.copy(node)
                changed.ifs = ifs[:at] + ifs[at + 1 :]
                yield changed
        case ast.Call(func=ast.Name(id=name)) if name in SWAPPED:
            yield ast.Call(ast.Name(SWAPPED[name], ast.Load()), node.args, node.keywords)
        case ast.Call(func=ast.Name(id="sorted"), args=[ast.expr() as content]):
            yield ast.Call(ast.Name("list", ast.Load()), [content], [])
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield ast.Return(ast.Constant(None))
        case ast.Continue():
            yield ast.Break()
        case ast.Break():
            yield ast.Continue()
        case ast.Expr(value=ast.Call(func=func)) if "assert_never" not in ast.unparse(func):
            yield ast.Pass()


def mutants(path: Path) -> Iterator[Mutant]:
    """Every changed tree of a file, one node each."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for function in _functions(tree, ""):
        for holder, field, at, node in list(_places(function[1])):
            for new in variants(node):
                told = f"{_told(node)}  ->  {_told(new)}"
                ast.copy_location(new, node)
                put = ast.fix_missing_locations(new)
                _set(holder, field, at, put)
                yield Mutant(path, node_line(node), function[0], told, tree)
                _set(holder, field, at, node)


def node_line(node: ast.AST) -> int:
    """The line of a node; a comprehension has that of its source."""
    return node.iter.lineno if isinstance(node, ast.comprehension) else node.lineno  # type: ignore[attr-defined]


def _told(node: ast.AST) -> str:
    if isinstance(node, ast.If | ast.While):
        return f"if {ast.unparse(node.test)}"
    return " ".join(ast.unparse(node).split())[:100]


def _functions(node: ast.AST, prefix: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef):
            yield from _functions(child, f"{prefix}{child.name}.")
        elif isinstance(child, ast.FunctionDef):
            yield prefix + child.name, child


def _places(function: ast.FunctionDef) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """The nodes of a function's body with the field that holds each."""
    body = function.body
    docstring = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
    for at, statement in enumerate(body):
        if not (docstring and at == 0):
            yield function, "body", at, statement
            yield from _below(statement)


def _below(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    for field, content in ast.iter_fields(node):
        if field in {"annotation", "returns", "decorator_list", "pattern"}:
            continue
        inner = content if isinstance(content, list) else [content]
        for at, one in enumerate(inner):
            if isinstance(one, ast.AST):
                yield node, field, at if isinstance(content, list) else None, one
                yield from _below(one)


def _set(holder: ast.AST, field: str, at: int | None, node: ast.AST) -> None:
    if at is None:
        setattr(holder, field, node)
    else:
        getattr(holder, field)[at] = node


def functions() -> dict[tuple[str, str], list[FunctionType]]:
    """The function objects of this process by file and name, those below decorators too.

    To be asked for before any test runs: the program freezes what the collector holds.
    """
    found: dict[tuple[str, str], list[FunctionType]] = defaultdict(list)
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType):
            found[thing.__code__.co_filename, thing.__code__.co_qualname].append(thing)
    return found


def install(mutant: Mutant, known: dict[tuple[str, str], list[FunctionType]]) -> None:
    """Puts the changed code into every function object that was made from this definition."""
    name = str(mutant.path)
    compiled = compile(mutant.tree, name, "exec", dont_inherit=True)
    (new,) = (code for code in _codes(compiled) if code.co_qualname == mutant.function)
    for thing in known[name, mutant.function]:
        thing.__code__ = new


def _codes(code: CodeType) -> Iterator[CodeType]:
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield inner
            yield from _codes(inner)


def forget() -> None:
    """Empties the caches of the functions under test, and what the tests themselves keep."""
    for name, module in list(sys.modules.items()):
        rooms = name.startswith(("dealfacts.model", "dealfacts.reconciler"))
        if rooms or str(getattr(module, "__file__", "")).startswith(str(ROOT / "tests")):
            for thing in list(vars(module).values()):
                clear: Callable[[], None] | None = getattr(thing, "cache_clear", None)
                if clear is not None:
                    clear()


class Mutation:
    """The plug-in that runs instead of the tests: a pass with coverage, then mutant by mutant."""

    def __init__(self, given: argparse.Namespace) -> None:
        self.given = given
        self.seconds: dict[str, float] = {}
        self.catches: Counter[str] = Counter()
        self.result: dict[Path, Counter[int]] = defaultdict(Counter)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Measures the tests, then the mutants."""
        items = {item.nodeid: item for item in session.items}
        self.functions = functions()
        lines = self._measure(items)
        paths = [p for room in ROOMS for p in sorted((ROOT / room).rglob("*.py"))]
        for path in paths:
            if self.given.only not in str(path):
                continue
            found = sum(1 for _ in mutants(path))
            dice = random.Random(f"{self.given.seed} {path.name}")  # noqa: S311  a sample
            taken = set(dice.sample(range(found), -(-int(found * self.given.share * 1000) // 1000)))
            for at, mutant in enumerate(mutants(path)):
                if at in taken:
                    self._try(mutant, lines[path].get(mutant.line, ()), items)
        self._sum()
        return True

    def _measure(self, items: dict[str, pytest.Item]) -> dict[Path, dict[int, list[str]]]:
        """The tests that execute each line of each file."""
        rooms = [f"{ROOT / room}/*" for room in ROOMS]
        # No section of the project's own settings: they split the data over files.
        seen = coverage.Coverage(data_file=None, include=rooms, config_file=False)
        for name, item in items.items():
            forget()
            seen.start()
            seen.switch_context(name)
            began = time.process_time()
            reports = runtestprotocol(item, nextitem=None, log=False)
            self.seconds[name] = time.process_time() - began
            seen.stop()
            if any(report.failed for report in reports):
                sys.exit(f"{name} fails without any change")
        data = seen.get_data()
        return defaultdict(
            dict,
            {Path(file): data.contexts_by_lineno(file) for file in data.measured_files()},
        )

    def _try(self, mutant: Mutant, names: list[str], items: dict[str, pytest.Item]) -> None:
        order = sorted(
            (name for name in names if name),
            key=lambda name: (-self.catches[name], self.seconds[name], name),
        )
        limit = PATIENCE * sum(self.seconds[name] for name in order) + SPARE_SECONDS
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            os.close(reader)
            self._child(mutant, [items[name] for name in order], limit, writer)
        os.close(writer)
        with os.fdopen(reader) as told:
            catcher = told.read()
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) == BROKEN:
            sys.exit(f"{mutant.path}:{mutant.line}: cannot be changed: {mutant.change}")
        outcome = SURVIVED if status == 0 else CAUGHT
        if catcher:
            self.catches[catcher] += 1
        self.result[mutant.path][outcome] += 1
        if outcome is SURVIVED and self.given.show:
            where = mutant.path.relative_to(ROOT / "src/dealfacts")
            note = "" if order else "  (no test)"
            print(f"{where}:{mutant.line} {mutant.function}{note}\n    {mutant.change}", flush=True)

    def _child(self, mutant: Mutant, items: list[pytest.Item], limit: float, writer: int) -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 2))
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        code = BROKEN
        try:
            install(mutant, self.functions)
            forget()
            code = SURVIVED
            for item in items:
                if any(r.failed for r in runtestprotocol(item, nextitem=None, log=False)):
                    os.write(writer, item.nodeid.encode())
                    code = CAUGHT
                    break
        finally:
            os._exit(code)

    def _sum(self) -> None:
        total: Counter[int] = Counter()
        for path, counts in self.result.items():
            total += counts
            share = counts[CAUGHT] / counts.total()
            where = path.relative_to(ROOT / "src/dealfacts")
            print(f"{where!s:40} {counts[CAUGHT]:5} of {counts.total():5}  {share:6.1%}")
        print(f"caught {total[CAUGHT]} of {total.total()}: {total[CAUGHT] / total.total():.1%}")


def main() -> None:
    """Print the survivors (`--show`), then a line a file and the sum."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--share", type=float, default=0.1, help="of each file's mutants")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", default="", help="a part of the path of the files to change")
    parser.add_argument("--show", action="store_true", help="print each survivor")
    parser.add_argument("tests", nargs="*", default=TESTS)
    given = parser.parse_args()
    os.chdir(ROOT)
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:cov", "-p", "no:xdist", "-s"]
    pytest.main([*options, *given.tests], plugins=[Mutation(given)])


if __name__ == "__main__":
    main()
