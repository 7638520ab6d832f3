"""Which table a record lies in, its columns, and what a user calls it. Speaks no SQL."""

import json
from dataclasses import fields
from operator import attrgetter
from typing import Any

from leadership_model.people.own_codes import OwnCode
from leadership_model.people.snapshot import LAYOUT
from leadership_model.store import nouns

TABLES: dict[type, str] = {record: name for name, (record, _, _) in LAYOUT.items()} | {
    nouns.ElementEntry: "element",
    nouns.FilterEntry: "experience_filter",
    nouns.RuleSetting: "rule_setting",
    nouns.SavedQuery: "saved_query",
    nouns.Basket: "basket",
    nouns.ColumnSet: "column_set",
    nouns.ColourRule: "colour_rule",
    nouns.ScenarioEntry: "scenario",
    nouns.MoveEntry: "scenario_move",
    nouns.ProcedureEntry: "procedure",
    nouns.Carried: "carried",
    nouns.Conclusion: "conclusion",
    nouns.ImportBatch: "import_batch",
    nouns.ImportChange: "import_change",
    nouns.SourceFile: "source_file",
    OwnCode: "code_entry",
}

WORDS = {
    "unit": "单位",
    "person": "干部",
    "team": "班子",
    "post": "岗位",
    "tenure": "任职",
    "education": "学历学位",
    "career_entry": "履历",
    "appraisal": "年度考核",
    "reward": "奖励",
    "sanction": "处分",
    "relative": "家庭成员",
    "kinship": "亲属关系",
    "person_mark": "手工录入的要素值",
    "team_indicator": "班子指标",
    "team_task": "班子任务",
    "indicator_system": "指标体系",
    "grade_quota": "职级职数",
    "reserve": "储备名单",
    "training": "递进培养",
    "verification": "三龄两历核实",
    "correction": "履历读法的更正",
    "ignored_issue": "忽略的问题",
    "photo": "照片",
    "element": "要素",
    "experience_filter": "经历筛选",
    "model": "结构模型",
    "model_version": "结构模型的版本",
    "model_draft": "结构模型的草稿",
    "model_trial": "结构模型的试行",
    "requirement": "要求",
    "portrait": "岗位画像",
    "rule_setting": "规则设置",
    "rule_check": "规则的人工核查",
    "hold": "暂缓使用",
    "exception": "例外",
    "saved_query": "查询",
    "people_set": "名单",
    "basket": "候选篮",
    "column_set": "列方案",
    "colour_rule": "着色规则",
    "scenario": "方案",
    "scenario_move": "调整",
    "procedure": "任免程序",
    "carried": "方案的执行",
    "conclusion": "研判结论",
    "import_batch": "导入批次",
    "import_change": "导入明细",
    "source_file": "原始文件",
    "setting": "设置",
    "code_entry": "代码",
}


COLUMNS: dict[type, tuple[str, ...]] = {
    record: tuple(each.name for each in fields(record)) for record in TABLES
}
_VALUES = {record: attrgetter(*names) for record, names in COLUMNS.items()}


def row_of(record: object) -> dict[str, Any]:
    """Give a record as column -> value, in order (no deep copies, unlike asdict)."""
    kind = type(record)
    return dict(zip(COLUMNS[kind], _VALUES[kind](record), strict=True))


def is_versioned(record_type: type) -> bool:
    """Say whether the record carries a version of its own."""
    return "version" in COLUMNS[record_type]


def owner_of(kind: str) -> tuple[str, str] | None:
    """Give (field, table) of the versioned record a row without a version belongs to."""
    if kind == "kinship":
        return "person", "person"
    if kind in LAYOUT and not is_versioned(LAYOUT[kind][0]):
        owner = LAYOUT[kind][1]
        return None if owner is None else (owner, owner)
    return ("scenario", "scenario") if kind == "scenario_move" else None


def describe(kind: str, row: dict[str, Any]) -> str:
    """Name one row for a sentence: 干部“李明”, else by its id."""
    return f"{WORDS[kind]}“{row.get('name') or row.get('label') or row['id']}”"


def to_json(row: dict[str, Any]) -> str:
    """Write fields of a row as JSON text; of bytes only their number is kept."""
    plain = {
        name: f"{len(value)} bytes" if isinstance(value, bytes) else value
        for name, value in row.items()
    }
    return json.dumps(plain, ensure_ascii=False)
