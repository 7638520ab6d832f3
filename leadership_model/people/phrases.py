"""What is said around a post in a 简历 line: taken away or rewritten before the line is cut up."""

import re

# A line whose months are not complete begins with what there is of them.
_DATES = re.compile(
    r"^\s*(?:自|从)?(?:19|20)\d\d[\d\s年月日.．。·,，/\-—–―－～~─﹣一至到今起以来后:：]*(?:现在|目前)?\s*"
)
_NOW_CALLED = re.compile(
    r"[一-龥]{2,8}[县市区乡镇][（(](?:现为?|今为?|后改为)(?P<now>[一-龥]{2,8}?(?:[县市区乡镇]|街道))[）)]"
)
_RENAMED = re.compile(r"^.{2,10}?(?:县改区|撤县设[市区]|撤乡[设建]镇|撤镇设街道|改区|更名|改制)后")
_TAKES = re.compile(r"(?<=[一-龥])挂(?:职担?)?任(?=党委|党工委|副[镇乡]|[镇乡]长|政府|行政)")
_TREATED_AS = re.compile(r"享受[^，,；;）)]*待遇")
_REMARK = re.compile(
    r"^(?:[一-龥]{0,10})?(?:更名|改名|改称|改制|撤[乡县镇]|撤并|合并|划转|机构改革|恢复[县区])"
)
_JOINED = re.compile(r"^(?:应征|光荣|参军|入伍|当兵|在部队|服兵?役)+$")


def undated(text: str) -> str:
    """Take the dates off the front of a line that could not be read as a span of months."""
    return _DATES.sub("", text)


def plain(text: str) -> str:
    """Write a line as the words about posts expect it: new names for old ones, no filling words."""
    told = _RENAMED.sub("", _NOW_CALLED.sub(lambda found: found["now"], text))
    return _TAKES.sub("", told)


def without_treatment(text: str) -> str:
    """Take away what only says how somebody is treated: 享受正县级待遇 is no level held."""
    return _TREATED_AS.sub("", text)


def is_remark(text: str) -> bool:
    """Say whether a bracket only tells that the unit was renamed or merged."""
    return _REMARK.match(text) is not None


def is_service(text: str) -> bool:
    """Say whether a line only says that somebody joined the forces."""
    return _JOINED.match(text) is not None
