"""A unit 单位: a body that people work in. Areas are units too (kind 地区)."""

from dataclasses import dataclass

from leadership_model.people.gaps import Code, Flag, Id, Number, Ref, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit. `area` is the name of the county-level area it belongs to, or 市直."""

    id: Id
    name: Text
    short_name: Text = None
    kind: Code = None  # a unit kind of data/codes/career.toml, or 地区
    area: Code = None
    area_kind: Code = None  # for areas: 区 / 县级市 / 县 / 自治县 / 地级市
    autonomy: Code = None  # for autonomous counties: 彝族、傣族 (the groups exercising autonomy)
    code: Text = None  # area or unit code
    parent: Ref = None
    level: Code = None
    upper: Ref = None  # the body that directly leads this one (for A2)
    personnel: Flag = False  # 组织人事、纪检监察、审计、财务 work of the parent body (for A3)
    order: Number = 0
    retired: Flag = False
    absent: str = ""  # names of the fields that are 无
    version: int = 1
    changed_at: str = ""
