"""Kept questions as a readable text, TOML or JSON, and read back with a sentence for each fault.

The same questions give the same bytes, whatever their order in the base: by folder, then name.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from leadership_model.conditions.protocols import Names
from leadership_model.conditions.sentence import parse
from leadership_model.errors import UserError
from leadership_model.query import asking
from leadership_model.query.asking import Parameter
from leadership_model.structure import writing

FORMAT, VERSION = "班子模型工作台查询", 1
KEYS = ("label", "folder", "note", "sentence", "parameters")
LONGEST = 60  # characters of a name or folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A question with its name, the folder it lies in, a note, and what it asks when opened."""

    label: str
    sentence: str
    folder: str = ""
    note: str = ""
    parameters: tuple[Parameter, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text holds: questions that are sound, and what is wrong with the others."""

    queries: tuple[Kept, ...]
    faults: tuple[str, ...]


def write(queries: Iterable[Kept], suffix: str = ".toml") -> str:
    """Write questions as the text of a file; `suffix` is .toml or .json."""
    listed = sorted(queries, key=lambda each: (each.folder, each.label, each.sentence))
    whole = {"format": FORMAT, "version": VERSION, "query": [_body(each) for each in listed]}
    if suffix == ".json":
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    return writing.toml(whole, tables=frozenset({"query"}))


def _body(kept: Kept) -> dict[str, Any]:
    body: dict[str, Any] = {key: getattr(kept, key) for key in KEYS}
    body["parameters"] = [asking.body_of(each) for each in kept.parameters]
    return {key: value for key, value in body.items() if value}


def read(text: str, name: str, names: Names) -> Reading:
    """Read the text of a file named `name`; UserError when it is no such file at all."""
    found = _object(text, name)
    if found.get("format") != FORMAT:
        raise UserError(f'“{name}”不是导出的查询：缺少 format = "{FORMAT}"，请选择别的文件')
    if found.get("version") != VERSION:
        raise UserError(f"“{name}”的 version 是 {found.get('version')}，本程序只读 {VERSION}")
    listed = found.get("query", [])
    if not isinstance(listed, list):
        raise UserError(f"“{name}”的 query 应当是列表，写成 [[query]]")
    starts = _starts(text) if not name.lower().endswith(".json") else []
    queries: list[Kept] = []
    faults: list[str] = []
    seen: set[str] = set()
    for at, body in enumerate(listed):
        where = f"第 {starts[at]} 行" if at < len(starts) else f"第 {at + 1} 个查询"
        kept, wrong = _kept(body, names)
        if kept is not None and kept.label in seen:
            wrong = [f"名称“{kept.label}”在文件里出现了两次，请改名"]
        elif kept is not None:
            seen.add(kept.label)
            queries.append(kept)
        faults += [f"{where}：{each}" for each in wrong]
    return Reading(tuple(queries), tuple(faults))


def _object(text: str, name: str) -> Mapping[str, Any]:
    try:
        found = json.loads(text) if name.lower().endswith(".json") else tomllib.loads(text)
    except json.JSONDecodeError as error:
        raise UserError(f"“{name}”第 {error.lineno} 行不是 JSON，请检查括号和引号") from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        where = f"第 {line.group(1)} 行" if line is not None else ""
        raise UserError(f"“{name}”{where}不是 TOML，请检查引号和等号") from error
    if not isinstance(found, Mapping):
        raise UserError(f"“{name}”应当是一组键和值")
    return found


def _starts(text: str) -> list[int]:
    heads = re.compile(r"\[\[\s*query\s*\]\]")
    return [at for at, line in enumerate(text.splitlines(), 1) if heads.fullmatch(line.strip())]


def _kept(body: object, names: Names) -> tuple[Kept | None, list[str]]:
    """Read one question; None with its faults when it cannot be kept."""
    if not isinstance(body, Mapping):
        return None, ["应当是一组键和值"]
    label = body.get("label")
    called = f"查询“{label}”" if isinstance(label, str) and label.strip() else "这个查询"
    wrong = [
        f"{called}有不认识的键 {key}，只能是 {'、'.join(KEYS)}" for key in body if key not in KEYS
    ]
    for key, needed in (("label", True), ("sentence", True), ("folder", False), ("note", False)):
        wrong += _text_faults(body, key, called, needed=needed)
    if wrong:
        return None, wrong
    try:
        condition = parse(body["sentence"], names)
        listed = body.get("parameters", [])
        if not isinstance(listed, list):
            raise UserError("parameters 应当是列表")
        parameters = tuple(map(asking.parameter_of, listed))
    except UserError as error:
        return None, [f"{called}：{error.sentence}"]
    wrong = [f"{called}：{each}" for each in asking.checked(parameters, condition)]
    if wrong:
        return None, wrong
    texts = {key: body.get(key, "").strip() for key in ("label", "sentence", "folder", "note")}
    return Kept(**texts, parameters=parameters), []


def _text_faults(body: Mapping[str, Any], key: str, called: str, *, needed: bool) -> list[str]:
    value = body.get(key, "")
    if not isinstance(value, str):
        return [f"{called}的 {key} 应当是文字"]
    if needed and not value.strip():
        return [f"{called}缺少 {key}"]
    if key in ("label", "folder") and len(value) > LONGEST:
        return [f"{called}的 {key} 超过 {LONGEST} 个字，请写短一些"]
    return []
