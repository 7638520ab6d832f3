"""Readable text files, TOML or JSON: the same content gives the same bytes, and faults have lines.

A file is one object: `format`, `version`, and under each kind a list of objects. Lists of objects
that people look through stand as [[tables]] in TOML, everything below them on one line.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leadership_model.errors import UserError
from leadership_model.structure import writing

FORMAT, VERSION = "班子模型工作台", 1
KINDS = ("filter", "element", "code", "model", "portrait", "rule")
TABLES = writing.TABLES.union(KINDS)
SUFFIXES = (".toml", ".json")


@dataclass(frozen=True, slots=True)
class Item:
    """One object of a file: its keys, and where it stands for a sentence about a fault."""

    body: Mapping[str, Any]
    where: str


def write(found: Mapping[str, Any], suffix: str) -> str:
    """Write an object as the text of a file; `suffix` is .toml or .json."""
    whole = {"format": FORMAT, "version": VERSION, **found}
    if suffix == ".json":
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    return writing.toml(whole, tables=TABLES)


def read(text: str, name: str) -> dict[str, tuple[Item, ...]]:
    """Read the text of a file named `name`: kind -> objects; UserError for what is no such file."""
    found = _json(text, name) if name.lower().endswith(".json") else _tomled(text, name)
    if found.get("format") != FORMAT:
        raise UserError(f'“{name}”不是从本程序导出的文本：缺少 format = "{FORMAT}"，请选择别的文件')
    if found.get("version") != VERSION:
        raise UserError(
            f"“{name}”的 version 是 {found.get('version')}，本程序只读 {VERSION}，请升级程序"
        )
    for key in found:
        if key not in (*KINDS, "format", "version"):
            raise UserError(f"“{name}”的键 {key}：不认识，只能是 {'、'.join(KINDS)}")
    lines = {} if name.lower().endswith(".json") else _lines(text)
    return {kind: tuple(_items(found, kind, name, lines)) for kind in KINDS if kind in found}


def of_file(path: Path) -> str:
    """Read a file; UserError when it cannot be, or is neither .toml nor .json."""
    if path.suffix.lower() not in SUFFIXES:
        raise UserError(f"“{path.name}”不是 .toml 或 .json 文件，请选择导出的文本")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"“{path.name}”不是 UTF-8 文本，请另存为 UTF-8 再导入") from error
    except OSError as error:
        raise UserError(f"“{path.name}”无法读取（{error.strerror}），请检查文件") from error


def _items(
    found: Mapping[str, Any], kind: str, name: str, lines: Mapping[str, list[int]]
) -> list[Item]:
    listed = found[kind]
    if not isinstance(listed, list):
        raise UserError(f"“{name}”的 {kind} 应当是列表，写成 [[{kind}]]")
    made = []
    for at, body in enumerate(listed):
        line = lines.get(kind, [])
        where = f"“{name}”第 {line[at]} 行" if at < len(line) else f"“{name}”{kind} 第 {at + 1} 项"
        if not isinstance(body, Mapping):
            raise UserError(f"{where}应当是一组键和值")
        made.append(Item(body, where))
    return made


def _lines(text: str) -> dict[str, list[int]]:
    """Give the line of each [[kind]] of a TOML text."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        match = re.fullmatch(r"\[\[\s*([A-Za-z_]+)\s*\]\]", line.strip())
        if match is not None:
            found.setdefault(match.group(1), []).append(number)
    return found


def _tomled(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        where = f"第 {place.group(1)} 行第 {place.group(2)} 列" if place else "末尾"
        raise UserError(f"“{name}”{where}写法有误，不是有效的 TOML，请改正这一行") from error


def _json(text: str, name: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise UserError(
            f"“{name}”第 {error.lineno} 行第 {error.colno} 列写法有误，不是有效的 JSON，请改正"
        ) from error
    except RecursionError as error:
        raise UserError(f"“{name}”嵌套太深，不是从本程序导出的文本") from error
    if not isinstance(found, dict):
        raise UserError(f"“{name}”不是从本程序导出的文本，请选择别的文件")
    return found
