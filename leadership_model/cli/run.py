"""Read the arguments, run one command, turn errors into one sentence and an exit code."""

import argparse
import importlib
import json
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, NoReturn

from leadership_model import months
from leadership_model.cli.complaints import in_chinese
from leadership_model.errors import UserError

TEAM_PAPERS = ("report", "rules", "statistics", "grades", "rows")
# command -> module, function
COMMANDS = {
    "sample": ("data", "sample"),
    "import": ("data", "import_files"),
    "check": ("data", "check"),
    "backup": ("data", "backup"),
    "restore": ("data", "restore"),
    "elements": ("questions", "elements"),
    "query": ("questions", "query"),
    "assess": ("questions", "assess"),
    "match": ("questions", "match"),
    "staff": ("plans", "staff"),
    "export": ("papers", "export"),
    "export-text": ("texts", "export_text"),
    "import-text": ("texts", "import_text"),
    "models": ("structures", "models"),
    "packs": ("structures", "packs"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command says: a JSON document, and the same as lines to be read."""

    document: dict[str, Any]
    lines: tuple[str, ...]


class Parser(argparse.ArgumentParser):
    """Reads arguments; what is wrong with them is one sentence."""

    def error(self, message: str) -> NoReturn:
        """Raise UserError where argparse would write English and leave."""
        raise UserError(f"命令行参数有误（{in_chinese(message)}）：用 --help 查看用法")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. 0 = done, 2 = the user's fault (one sentence on stderr).

    Anything else that is raised is our bug; `tell_fault` as sys.excepthook says so and Python
    leaves with 1.
    """
    return run(argv, _answer)


def run(argv: Sequence[str] | None, work: Callable[[argparse.Namespace], Answer]) -> int:
    """Read the arguments, work, and tell what came of it; the exit code as `main` gives it."""
    try:
        arguments = _parser().parse_args(argv)
        answer = work(arguments)
    except UserError as error:
        return refuse(error)
    if arguments.json:
        _say(json.dumps(answer.document, ensure_ascii=False, indent=1))
    else:
        _say("\n".join(answer.lines))
    return 0


def refuse(error: UserError) -> int:
    """Say what the user can put right; the exit code."""
    print(error.sentence, file=sys.stderr)
    return 2


def tell_fault(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say in one sentence that the program is at fault, and where; with --trace show it all.

    Takes what sys.excepthook is given.
    """
    if "--trace" in sys.argv:
        sys.__excepthook__(kind, error, trace)
        return
    steps = traceback.extract_tb(trace)
    where = f"，{Path(steps[-1].filename).name} 第 {steps[-1].lineno} 行" if steps else ""
    if issubclass(kind, KeyboardInterrupt):
        print("已中断", file=sys.stderr)
        return
    print(
        f"程序出错（{kind.__name__}{where}）：不是操作的问题，请加 --trace 再运行一次，"
        "把显示的内容交给维护人员",
        file=sys.stderr,
    )


def _say(text: str) -> None:
    """Print; whoever reads only the first lines (a pipe into `head`) is not told of a fault."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _answer(arguments: argparse.Namespace) -> Answer:
    return _command(arguments.command)(arguments)


def this_month() -> int:
    """Give today's month: the clock is read here and in ui.app, nowhere else."""
    now = datetime.now().astimezone()
    return months.of(now.year, now.month)


def now_text() -> str:
    """Give the present moment for change records."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _command(name: str) -> Callable[[argparse.Namespace], Answer]:
    """Find a command's function; only the rooms it needs are imported."""
    module, function = COMMANDS[name]
    found: Callable[[argparse.Namespace], Answer] = getattr(
        importlib.import_module(f"leadership_model.cli.{module}"), function
    )
    return found


def _month(text: str) -> int:
    month = months.parse(text)
    if month is None:
        raise UserError(f"基准日期“{text}”不是年月：请写成 2026-11 的形式")
    return month


def _parser() -> argparse.ArgumentParser:
    common = Parser(add_help=False)
    common.add_argument("--db", type=Path, required=True, help="database file")
    common.add_argument("--as-of", type=_month, help="reference month, YYYY-MM")
    common.add_argument("--json", action="store_true", help="print one JSON document")
    common.add_argument("--trace", action="store_true", help="show where the program went wrong")
    parser = Parser(prog="leadership_model", description="班子模型工作台")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=Parser)

    def add(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, parents=[common])

    each = add("sample", "make the invented sample city")
    each.add_argument("--people", type=int, default=8155)
    each.add_argument("--seed", type=int, default=1)
    each = add("import", "read form files")
    each.add_argument("--dry-run", action="store_true")
    each.add_argument("paths", nargs="+", type=Path)
    add("elements", "list the elements")
    each = add("query", "ask which people satisfy a sentence")
    each.add_argument("--where", required=True)
    each = add("assess", "hold teams against their models and the rules")
    which = each.add_mutually_exclusive_group(required=True)
    which.add_argument("--team")
    which.add_argument("--all", action="store_true")
    each.add_argument("--full", action="store_true", help="also rules that pass")
    each = add("match", "rank people for a post or posts for a person")
    which = each.add_mutually_exclusive_group(required=True)
    which.add_argument("--post")
    which.add_argument("--person")
    each.add_argument("--top", type=int, default=20)
    each.add_argument("--lower", action="store_true", help="also posts below the person's level")
    _add_staff(add("staff", "propose a staffing plan"))
    add("check", "check the quality of the data")
    each = add("export", "write papers")
    kinds = ("roster", "form", "comparison", "lrmx", *TEAM_PAPERS)
    each.add_argument("--kind", required=True, choices=kinds)
    each.add_argument("--out", required=True, type=Path)
    which = each.add_mutually_exclusive_group()
    which.add_argument("--where")
    which.add_argument("--team")
    each.add_argument("--category", help="teams of a category: report, rules, statistics")
    each.add_argument("--area", help="teams of an area: report, rules, statistics")
    each.add_argument("--bands", help="last ages of the bands of statistics: 35,40,45")
    _add_texts(add)
    each = add("backup", "copy the database, checked")
    each.add_argument("--out", required=True, type=Path)
    each = add("restore", "put a backup in the place of the database")
    each.add_argument("--from", dest="source", required=True, type=Path)
    _add_structures(add("models", "list, compare or check models"), add("packs", "rule packs"))
    return parser


def _add_structures(each: argparse.ArgumentParser, pack: argparse.ArgumentParser) -> None:
    which = each.add_mutually_exclusive_group()
    which.add_argument("--compare", nargs=2, metavar="ID@VERSION")
    which.add_argument("--check", metavar="ID[@VERSION]")
    which = pack.add_mutually_exclusive_group()
    which.add_argument("--on", metavar="PACK")
    which.add_argument("--off", metavar="PACK")
    pack.add_argument("--from", dest="since", type=_month, help="first month, YYYY-MM")
    pack.add_argument("--preview", action="store_true", help="only show the effect")


def _add_texts(add: Callable[[str, str], argparse.ArgumentParser]) -> None:
    kinds = ("filter", "element", "code", "model", "portrait", "rule")
    each = add("export-text", "write definitions to a readable file (.toml or .json)")
    each.add_argument("--out", required=True, type=Path)
    each.add_argument("--kinds", nargs="+", choices=kinds, default=list(kinds))
    each.add_argument("--own", action="store_true", help="leave out what the program ships")
    each = add("import-text", "take definitions over from a readable file")
    each.add_argument("--dry-run", action="store_true")
    each.add_argument("path", type=Path)


def _add_staff(each: argparse.ArgumentParser) -> None:
    each.add_argument("--teams", required=True, help="team ids, joined by commas")
    each.add_argument("--rearrange", action="store_true", help="重排: move incumbents too")
    each.add_argument("--pool", help="a sentence: who may be proposed")
    limit = each.add_mutually_exclusive_group()
    limit.add_argument("--seconds", type=float, default=30.0)
    limit.add_argument("--steps", type=int, help="deterministic limit, repeatable")
    each.add_argument("--alternatives", type=int, default=0)
