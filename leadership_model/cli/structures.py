"""Commands about structure models: models (versions, comparison, check) and packs (规则包)."""

import argparse
from collections.abc import Sequence
from typing import Any

from leadership_model import months
from leadership_model.assessment.finding import STATE_WORDS, VERDICT_WORDS, Assessment
from leadership_model.assessment.impact import teams_of
from leadership_model.assessment.survey import assess_some
from leadership_model.assessment.trial import Trial, try_out
from leadership_model.assessment.versions import TeamVersions, beside
from leadership_model.assessment.world import World
from leadership_model.cli.questions import open_asked
from leadership_model.cli.run import Answer
from leadership_model.cli.session import actor
from leadership_model.cli.show import month
from leadership_model.errors import UserError
from leadership_model.structure import packs as rule_packs
from leadership_model.structure import versions
from leadership_model.structure.compare import CHANGE_WORDS, compare
from leadership_model.structure.model import Model
from leadership_model.structure.packs import Pack

SEVERITY_WORDS = {"error": "错误", "warning": "提醒", "note": "提示"}


def models(arguments: argparse.Namespace) -> Answer:
    """List the models with their versions; or compare two versions; or check one."""
    world = open_asked(arguments).world
    if arguments.compare:
        return _compared(world, *(_version(world, each) for each in arguments.compare))
    if arguments.check:
        return _checked(world, _version(world, arguments.check))
    document, lines = [], []
    for id in dict.fromkeys(each.id for each in world.models):
        listed = versions.history(world.models, id, world.as_of)
        first = listed[0].model
        lines.append(f"{id}　{first.category}　{first.label}")
        rows = []
        for each in listed:
            rows.append(
                {
                    "version": each.model.version,
                    "effective": month(each.model.effective or None),
                    "until": month(each.until),
                    "stage": each.stage,
                    "requirements": len(each.model.requirements),
                }
            )
            stage = versions.STAGE_WORDS[each.stage]
            since = versions.since(each.model)
            count = len(each.model.requirements)
            lines.append(f"  第 {each.model.version} 版　{since}　{stage}　{count} 项要求")
        document.append(
            {"id": id, "category": first.category, "label": first.label, "versions": rows}
        )
    return Answer({"models": document}, tuple(lines))


def _version(world: World, text: str) -> Model:
    """Find a version written as id@number, or the one in force written as id."""
    id, _, number = text.partition("@")
    for each in world.models:
        if each.id == id and number == str(each.version):
            return each
    found = None if number else versions.in_force(world.models, id, world.as_of)
    if found is None:
        raise UserError(f"没有“{text}”这一版模型：请用 models 命令查看编号，写成 编号@版本号")
    return found


def _compared(world: World, before: Model, after: Model) -> Answer:
    if before.id != after.id:
        raise UserError("只能比较同一个模型的两版：请写同一编号的两个版本号")
    found = compare(before, after, world.catalogue)
    teams = teams_of(world, before)
    known = dict(zip(teams, assess_some(world, teams, with_rules=False), strict=True))
    changes = [each for each in beside(world, before, after, known) if each.causes or each.moved]
    lines = [f"{versions.name(before)} → {versions.name(after)}"]
    lines += [f"  {each.word}：{each.before} → {each.after}" for each in found.head]
    for line in found.lines:
        lines.append(f"  {CHANGE_WORDS[line.change]} {line.label}")
        if line.change == "changed":
            lines += [f"    {p.word}：{p.before} → {p.after}" for p in line.pieces]
    lines += [_team_line(world, each) for each in changes] or ["没有班子因此改变"]
    document = {
        "before": f"{before.id}@{before.version}",
        "after": f"{after.id}@{after.version}",
        "head": [_piece(each.word, each.before, each.after) for each in found.head],
        "lines": [
            {
                "id": line.id,
                "label": line.label,
                "change": line.change,
                "portrait": line.portrait,
                "pieces": [_piece(p.word, p.before, p.after) for p in line.pieces],
            }
            for line in found.lines
        ],
        "teams": [_team(world, each) for each in changes],
    }
    return Answer(document, tuple(lines))


def _piece(word: str, before: str, after: str) -> dict[str, str]:
    return {"piece": word, "before": before, "after": after}


def _team_line(world: World, each: TeamVersions) -> str:
    name = world.snapshot.teams.raw("name")[each.team]
    gain = "" if each.gain is None else f"　{each.gain:+.1f}"
    why = "、".join(
        f"{c.label} {VERDICT_WORDS[c.before] if c.before else '–'}"
        f"→{VERDICT_WORDS[c.after] if c.after else '–'}"
        for c in each.causes[:3]
    )
    return f"  {name}　{_words(each.before, each.after)}{gain}　{why}"


def _words(before: Assessment, after: Assessment) -> str:
    return f"{STATE_WORDS[before.state]}→{STATE_WORDS[after.state]}"


def _team(world: World, each: TeamVersions) -> dict[str, Any]:
    return {
        "id": world.snapshot.teams.ids[each.team],
        "before": _state(each.before),
        "after": _state(each.after),
        "causes": [
            {"requirement": c.requirement, "before": c.before, "after": c.after, "gain": c.gain}
            for c in each.causes
        ],
    }


def _state(each: Assessment) -> dict[str, Any]:
    return {
        "state": each.state,
        "score_low": each.score_low,
        "score_high": each.score_high,
    }


def _checked(world: World, model: Model) -> Answer:
    from leadership_model.staffing.model_check import check_model

    issues = check_model(model, world, teams_of(world, model))
    document = [
        {"severity": i.severity, "about": [i.about, *i.others] if i.about else [], "text": i.text}
        for i in issues
    ]
    lines = [f"{SEVERITY_WORDS[i.severity]}　{i.text}" for i in issues] or ["没有发现问题"]
    return Answer({"issues": document}, tuple(lines))


def packs(arguments: argparse.Namespace) -> Answer:
    """List the packs; or switch one on or off, or only show what that would do."""
    session = open_asked(arguments)
    world = session.world
    if not arguments.on and not arguments.off:
        return _listed(world)
    pack = _pack(arguments.on or arguments.off)
    since = arguments.since if arguments.since is not None else world.as_of
    make = rule_packs.switched_on if arguments.on else rule_packs.switched_off
    drafts = make(pack, world.models, since)
    trial = effect(world, drafts)
    lines = [f"{pack.label}：{'启用' if arguments.on else '停用'}"]
    lines += [f"  {versions.name(each)}" for each in drafts] or ["  没有需要改变的模型"]
    lines += _effect_lines(world, trial)
    if drafts and not arguments.preview:
        from leadership_model.store import models as stored

        stored.publish(session.engine, actor(), *drafts)
        lines.append("已发布。")
    document = {
        "pack": pack.id,
        "published": [] if arguments.preview else [f"{d.id}@{d.version}" for d in drafts],
        "drafts": [f"{d.id}@{d.version}" for d in drafts],
        "before": dict(trial.states(after=False)),
        "after": dict(trial.states(after=True)),
        "moved": [world.snapshot.teams.ids[each.team] for each in trial.moved],
    }
    return Answer(document, tuple(lines))


def effect(world: World, drafts: Sequence[Model]) -> Trial:
    """Say what drafts would do to all teams of their models."""
    teams = tuple(dict.fromkeys(team for each in drafts for team in teams_of(world, each)))
    known = dict(zip(teams, assess_some(world, teams, with_rules=False), strict=True))
    return try_out(world, drafts, known)


def _listed(world: World) -> Answer:
    rows, lines = [], []
    for each in rule_packs.shipped():
        state = rule_packs.state(each, world.models, world.as_of)
        asked = [f"{r.label}（{c.category}）" for c in each.changes for r in c.requirements]
        rows.append(
            {
                "id": each.id,
                "label": each.label,
                "state": state,
                "source": each.source,
                "requirements": asked,
                "clauses": [{"text": one.text, "check": one.check} for one in each.clauses],
            }
        )
        lines.append(f"{each.id}　{each.label}　{rule_packs.STATE_WORDS[state]}　{each.source}")
        lines += [f"  {one}" for one in asked]
        lines += [f"  由人工掌握：{one.text}（{one.check}）" for one in each.clauses]
    return Answer({"packs": rows}, tuple(lines))


def _pack(id: str) -> Pack:
    found = next((each for each in rule_packs.shipped() if each.id == id), None)
    if found is None:
        known = "、".join(each.id for each in rule_packs.shipped())
        raise UserError(f"没有编号为“{id}”的规则包，可用：{known}")
    return found


def _effect_lines(world: World, trial: Trial) -> list[str]:
    before, after = trial.states(after=False), trial.states(after=True)
    counts = (
        f"{STATE_WORDS[state]} {before.get(state, 0)}→{after.get(state, 0)}"
        for state in dict.fromkeys((*before, *after))
    )
    names = world.snapshot.teams.raw("name")
    return [
        f"  {len(trial.shifts)} 个班子（{months.show_iso(world.as_of)}）：{'　'.join(counts)}",
        *(f"  {names[each.team]}　{_words(each.before, each.after)}" for each in trial.moved),
    ]
