"""The elements of a form in their order, and the fields of a person they fill."""

# In file order (version 3.2.1.16). The two of 2025 are written only where a source had them.
ORDER = (
    "XingMing",
    "XingBie",
    "ChuShengNianYue",
    "MinZu",
    "JiGuan",
    "ChuShengDi",
    "RuDangShiJian",
    "CanJiaGongZuoShiJian",
    "DaoLingNianYue",
    "JianKangZhuangKuang",
    "ZhuanYeJiShuZhiWu",
    "ShuXiZhuanYeYouHeZhuanChang",
    "QuanRiZhiJiaoYu_XueLi",
    "QuanRiZhiJiaoYu_XueWei",
    "QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi",
    "QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi",
    "ZaiZhiJiaoYu_XueLi",
    "ZaiZhiJiaoYu_XueWei",
    "ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi",
    "ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi",
    "XianRenZhiWu",
    "NiRenZhiWu",
    "NiMianZhiWu",
    "JianLi",
    "JiangChengQingKuang",
    "NianDuKaoHeJieGuo",
    "RenMianLiYou",
    "JiaTingChengYuan",
    "GaiGeQianRenZhiNianLingJieXian",
    "ChengBaoDanWei",
    "JiSuanNianLingShiJian",
    "TianBiaoShiJian",
    "TianBiaoRen",
    "ShenFenZheng",
    "ZhaoPian",
    "Version",
)
NEWER = ("DaoLingNianYue", "GaiGeQianRenZhiNianLingJieXian")
VERSION = "3.2.1.16"

# element -> field of Person, for the plain texts
TEXTS = {
    "JiGuan": "origin",
    "ChuShengDi": "birthplace",
    "JianKangZhuangKuang": "health",
    "ZhuanYeJiShuZhiWu": "technical_title",
    "ShuXiZhuanYeYouHeZhuanChang": "speciality",
    "XianRenZhiWu": "post_text",
    "NiRenZhiWu": "proposed_post",
    "NiMianZhiWu": "removed_post",
    "JianLi": "resume",
    "JiangChengQingKuang": "reward_text",
    "NianDuKaoHeJieGuo": "appraisal_text",
    "RenMianLiYou": "reason",
    "ChengBaoDanWei": "reporting_unit",
    "JiSuanNianLingShiJian": "age_month",
    "TianBiaoShiJian": "filled_in",
    "TianBiaoRen": "filled_by",
}
# Not in the form, but in packages and rosters: element -> (field of Person, list of codes or None).
STANDING = {
    "ZhiWuCengCi": ("level", "levels"),
    "RenZhiWuCengCiShiJian": ("level_since", None),
    "ZhiJi": ("grade", "grades"),
    "RenZhiJiShiJian": ("grade_since", None),
}
# Not in the form either: yes or no.
FLAGS = {"JiCengJingLi": "grassroots", "XuanDiaoSheng": "selected_graduate"}
YEARS = "NianDuKaoHe"  # items of a year (NianDu) and its result (JieGuo), from packages and sheets
LONG = ("JianLi", "JiangChengQingKuang", "NianDuKaoHeJieGuo", "RenMianLiYou")
CALENDAR = ("JiSuanNianLingShiJian", "TianBiaoShiJian")  # kept as text, but must be dates
MODES = {"全日制": "QuanRiZhiJiaoYu", "在职": "ZaiZhiJiaoYu"}
MEMBER = ("ChengWei", "XingMing", "ChuShengRiQi", "ZhengZhiMianMao", "GongZuoDanWeiJiZhiWu")

# What a user calls the elements, for sentences.
TITLES = {
    "XingMing": "姓名",
    "XingBie": "性别",
    "ChuShengNianYue": "出生年月",
    "MinZu": "民族",
    "RuDangShiJian": "入党时间",
    "CanJiaGongZuoShiJian": "参加工作时间",
    "JiSuanNianLingShiJian": "计算年龄时间",
    "TianBiaoShiJian": "填表时间",
    "ChuShengRiQi": "家庭成员出生年月",
    "ZhiWuCengCi": "职务层次",
    "RenZhiWuCengCiShiJian": "任职务层次时间",
    "ZhiJi": "职级",
    "RenZhiJiShiJian": "任职级时间",
}
