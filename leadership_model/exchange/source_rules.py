"""Rules by source: what a kind of file may overwrite. Kept as one setting of the database."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from leadership_model.errors import UserError

SETTING = "import.rules"
ASK, KEEP, TAKE = "ask", "keep", "take"
CHOICES = {ASK: "逐项询问", KEEP: "保留库中的值", TAKE: "以文件为准"}
# kind of a form -> what a user calls the source
KINDS = {
    "lrmx": "任免审批表（lrmx）",
    "lrm": "旧格式审批表（lrm）",
    "hzb": "公务员系统数据包",
    "workbook": "信息采集表",
    "roster": "名册",
}
SITUATIONS = {
    "verified": "已核实的项目",
    "edited": "上次导入后在本库改过的项目",
    "filled": "其他已有值的项目",
}


@dataclass(frozen=True, slots=True)
class SourceRule:
    """What happens to a value of the base that is verified, edited here, or simply there."""

    verified: str = ASK
    edited: str = ASK
    filled: str = TAKE

    def __post_init__(self) -> None:
        for name in SITUATIONS:
            if getattr(self, name) not in CHOICES:
                raise ValueError(f"{name} is one of {tuple(CHOICES)}")


def read(text: str | None) -> Mapping[str, SourceRule]:
    """Read the setting; kinds it does not name follow the usual rule."""
    usual = {kind: SourceRule() for kind in KINDS}
    if not text:
        return usual
    try:
        given = json.loads(text)
        return usual | {kind: SourceRule(**given[kind]) for kind in KINDS if kind in given}
    except (ValueError, TypeError) as error:
        raise UserError("导入规则的设置已损坏，请在导入规则中重新设置") from error


def write(rules: Mapping[str, SourceRule]) -> str:
    """Write the setting."""
    return json.dumps({kind: asdict(rules[kind]) for kind in KINDS if kind in rules})
