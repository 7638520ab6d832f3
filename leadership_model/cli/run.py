"""Read the arguments, run one command, turn errors into one sentence and an exit code."""

import argparse
import getpass
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
from leadership_model.cli.complaints import HEADINGS, in_chinese
from leadership_model.errors import UserError
from leadership_model.store import cipher

TEAM_PAPERS = ("report", "rules", "statistics", "grades", "rows")
OF_PLANS = "motion meeting deploy change structure check record form lrmx notice order"
PLAN_PAPERS = tuple(f"plan-{kind}" for kind in OF_PLANS.split())
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

PREVIEW = "只预演，不写入"
SENTENCE = "条件，如 年龄 <= 45 且 学历 >= 大学"
OUT = "文件，多份时为文件夹"


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

    def format_help(self) -> str:
        """Write the help with the headings of argparse in Chinese."""
        text = super().format_help()
        for english, chinese in HEADINGS:
            text = text.replace(english, chinese, 1)
        return text


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
    _unlock(arguments)
    return _command(arguments.command)(arguments)


def _unlock(arguments: argparse.Namespace) -> None:
    """Ask for the passphrase of the database where somebody sits at a terminal.

    It is never taken from the command line or the environment, where others may read it.
    """
    path = getattr(arguments, "db", None)
    if path is not None and cipher.is_locked(Path(path)) and sys.stdin.isatty():
        cipher.unlock(Path(path), getpass.getpass(f"“{Path(path).name}”的口令："))


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
    common.add_argument("--db", type=Path, required=True, help="数据库文件")
    common.add_argument("--as-of", type=_month, help="基准日期，如 2026-11")
    common.add_argument("--json", action="store_true", help="以一个 JSON 文档输出")
    common.add_argument("--trace", action="store_true", help="程序出错时显示出错的地方")
    parser = Parser(prog="leadership_model", description="班子模型工作台")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=Parser)

    def add(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, parents=[common])

    each = add("sample", "建立虚构的示例城市")
    each.add_argument("--people", type=int, default=8155, help="人数，不少于 80")
    each.add_argument("--seed", type=int, default=1, help="随机种子，相同则结果相同")
    each = add("import", "导入任免审批表文件（.lrmx）")
    each.add_argument("--dry-run", action="store_true", help=PREVIEW)
    each.add_argument("paths", nargs="+", type=Path, help="文件或文件夹")
    add("elements", "列出要素")
    each = add("query", "按条件查询干部")
    each.add_argument("--where", required=True, help=SENTENCE)
    each = add("assess", "按结构模型和规则研判班子")
    which = each.add_mutually_exclusive_group(required=True)
    which.add_argument("--team", help="班子编号")
    which.add_argument("--all", action="store_true", help="所有班子")
    each.add_argument("--full", action="store_true", help="也列出符合的规则")
    each = add("match", "为岗位排列人选，或为干部排列岗位")
    which = each.add_mutually_exclusive_group(required=True)
    which.add_argument("--post", help="岗位编号")
    which.add_argument("--person", help="干部编号")
    each.add_argument("--top", type=int, default=20, help="列出多少名，至少五名")
    each.add_argument("--lower", action="store_true", help="也列出低于本人职务层次的岗位")
    _add_staff(add("staff", "提出配备方案"))
    add("check", "检查数据质量")
    each = add("export", "输出材料")
    kinds = ("roster", "form", "comparison", "lrmx", *TEAM_PAPERS, *PLAN_PAPERS)
    each.add_argument("--kind", required=True, choices=kinds, help="材料种类")
    each.add_argument("--out", required=True, type=Path, help=OUT)
    which = each.add_mutually_exclusive_group()
    which.add_argument("--where", help=SENTENCE)
    which.add_argument("--team", help="班子编号")
    each.add_argument("--category", help="班子类别（report、rules、statistics）")
    each.add_argument("--area", help="地区（report、rules、statistics）")
    each.add_argument("--plan", help="方案的名称或编号（plan-…）")
    each.add_argument("--user", help="使用者姓名：只有编制人和分享到的人看得到方案")
    each.add_argument("--bands", help="统计表年龄段的末岁，如 35,40,45")
    _add_texts(add)
    each = add("backup", "备份数据库并核对")
    each.add_argument("--out", required=True, type=Path, help="备份文件")
    each = add("restore", "从备份恢复，原库保留")
    each.add_argument("--from", dest="source", required=True, type=Path, help="备份文件")
    _add_structures(add("models", "列出、比较或检查结构模型"), add("packs", "规则包"))
    return parser


def _add_structures(each: argparse.ArgumentParser, pack: argparse.ArgumentParser) -> None:
    which = each.add_mutually_exclusive_group()
    which.add_argument("--compare", nargs=2, metavar="编号@版本", help="比较两版")
    which.add_argument("--check", metavar="编号[@版本]", help="检查一版")
    which = pack.add_mutually_exclusive_group()
    which.add_argument("--on", metavar="编号", help="启用")
    which.add_argument("--off", metavar="编号", help="停用")
    pack.add_argument("--from", dest="since", type=_month, help="起始月份，如 2026-11")
    pack.add_argument("--preview", action="store_true", help="只看影响，不发布")


def _add_texts(add: Callable[[str, str], argparse.ArgumentParser]) -> None:
    kinds = ("filter", "element", "code", "model", "portrait", "rule")
    each = add("export-text", "把定义导出为文本（.toml 或 .json）")
    each.add_argument("--out", required=True, type=Path, help="文本文件")
    each.add_argument("--kinds", nargs="+", choices=kinds, default=list(kinds), help="哪些定义")
    each.add_argument("--own", action="store_true", help="不含随程序提供的")
    each = add("import-text", "从文本导入定义")
    each.add_argument("--dry-run", action="store_true", help=PREVIEW)
    each.add_argument("path", type=Path, help="文本文件")


def _add_staff(each: argparse.ArgumentParser) -> None:
    each.add_argument("--teams", required=True, help="班子编号，用逗号隔开")
    each.add_argument("--rearrange", action="store_true", help="重排：现任也可调整")
    each.add_argument("--pool", help="条件：哪些人可以作为人选")
    limit = each.add_mutually_exclusive_group()
    limit.add_argument("--seconds", type=float, default=30.0, help="限时，秒")
    limit.add_argument("--steps", type=int, help="限定步数，结果可重复")
    each.add_argument("--alternatives", type=int, default=0, help="另给几个方案")
