"""Appraisals, rewards and sanctions of a person, with the texts of the form."""

import random
from dataclasses import dataclass

from leadership_model import months
from leadership_model.ids import new
from leadership_model.people.person import Appraisal, Reward, Sanction
from leadership_model.sample.chance import pick, share, weighted

YEARS = (2022, 2023, 2024, 2025)
HONOURS = (
    "记三等功",
    "嘉奖",
    "荣获优秀共产党员称号",
    "荣获先进工作者称号",
    "荣获脱贫攻坚先进个人称号",
)
ORGANS = ("云溪市人民政府", "中共云溪市委员会", "中共云溪市委组织部")
PAST_KINDS = {"党内警告": 12, "党内严重警告": 18, "政务警告": 6, "政务记过": 12, "诫勉": 6}


@dataclass(frozen=True, slots=True)
class Annals:
    """The yearly and single events on somebody's record."""

    appraisals: tuple[Appraisal, ...]
    rewards: tuple[Reward, ...]
    sanctions: tuple[Sanction, ...]


def draw(source: random.Random, person: str, work_start: int, as_of: int) -> Annals:
    """Draw the appraisals of four years, now and then a reward, seldom a sanction (expired)."""
    appraisals = []
    for year in YEARS:
        if year <= months.year_of(work_start) or share(source, 0.03):
            continue
        result = weighted(
            source,
            {"优秀": 19, "称职": 79, "基本称职": 0.3, "不定等次": 0.7, "未参加": 0.3},
        )
        appraisals.append(Appraisal(id=new("a", source), person=person, year=year, result=result))
    rewards = tuple(_reward(source, person, work_start, as_of) for _ in range(_count(source)))
    sanctions: tuple[Sanction, ...] = ()
    if share(source, 0.025) and as_of - work_start > 130:
        kind = pick(source, tuple(PAST_KINDS))
        month = as_of - PAST_KINDS[kind] - source.randint(2, 60)
        sanctions = (sanction(source, person, kind, month),)
    return Annals(tuple(appraisals), tuple(sorted(rewards, key=lambda r: r.month or 0)), sanctions)


def sanction(source: random.Random, person: str, kind: str, month: int) -> Sanction:
    """Make one sanction decided in a month; its end follows from its kind."""
    organ = "云溪市纪委监委"
    return Sanction(id=new("x", source), person=person, kind=kind, month=month, organ=organ)


def reward_text(annals: Annals) -> str | None:
    """Write 奖惩情况 as the form does; None when there is nothing (无)."""
    items = [
        (r.month or 0, f"{months.show(r.month or 0)}，经{r.organ}批准，{r.name}")
        for r in annals.rewards
    ]
    items += [
        (s.month or 0, f"{months.show(s.month or 0)}，经{s.organ}批准，受{s.kind}处分")
        if s.kind != "诫勉"
        else (s.month or 0, f"{months.show(s.month or 0)}，经{s.organ}批准，予以诫勉")
        for s in annals.sanctions
    ]
    return "；".join(text for _, text in sorted(items)) + "。" if items else None


def appraisal_text(appraisals: tuple[Appraisal, ...]) -> str | None:
    """Write 年度考核结果: one sentence when all years are alike, else year by year."""
    if not appraisals:
        return None
    results = {each.result for each in appraisals}
    if len(results) == 1:
        years = "、".join(f"{each.year}年" for each in appraisals)
        return f"{years}年度考核均为{appraisals[0].result}。"
    return "；".join(f"{each.year}年年度考核{each.result}" for each in appraisals) + "。"


def _count(source: random.Random) -> int:
    return weighted(source, {0: 0.78, 1: 0.17, 2: 0.05})


def _reward(source: random.Random, person: str, work_start: int, as_of: int) -> Reward:
    month = source.randint(work_start + 12, as_of - 1)
    return Reward(
        id=new("r", source),
        person=person,
        month=month,
        organ=pick(source, ORGANS),
        name=pick(source, HONOURS),
    )
