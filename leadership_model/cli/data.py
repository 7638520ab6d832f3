"""Commands on the data as such: sample, import, check, backup, restore."""

import argparse
import functools
from pathlib import Path

from leadership_model.cli.questions import open_asked
from leadership_model.cli.run import Answer
from leadership_model.cli.session import actor
from leadership_model.errors import UserError
from leadership_model.rules.quality import check as check_quality
from leadership_model.sample import photo as photos

FAULT_WORDS = {"forbid": "错误", "warn": "警告", "note": "提示"}


def sample(arguments: argparse.Namespace) -> Answer:
    """Make the invented sample city in a new database."""
    from leadership_model.sample.build import build

    if arguments.people < 1:
        raise UserError("--people 至少为 1")
    made = build(arguments.db, arguments.people, arguments.seed, actor=actor())
    line = f"示例城市已建好：{made['people']} 人、{made['teams']} 个班子、{made['posts']} 个岗位"
    return Answer(dict(made), (line, f"真值文件：{made['truth_file']}"))


def import_files(arguments: argparse.Namespace) -> Answer:
    """Read form files into the database; what conflicts is left alone and named.

    A database that is not there is made; a preview (--dry-run) holds the forms against an empty
    base instead and writes nothing.
    """
    from leadership_model.exchange import column_schemes, folder, offers, source_rules
    from leadership_model.exchange.packed import PasswordNeededError
    from leadership_model.exchange.plan import plan
    from leadership_model.people.areas import areas_of
    from leadership_model.people.snapshot import of_records
    from leadership_model.store import engine as stores
    from leadership_model.store import import_edits, imports, load

    user = actor()
    if not arguments.db.exists():
        stores.refuse_place(arguments.db)
        engine = None  # made when all files have been read: a refusal leaves nothing behind
    else:
        engine = stores.open(arguments.db, user)
    snapshot = of_records(()) if engine is None else load.snapshot(engine)
    try:
        kept = column_schemes.read(snapshot.settings.get(column_schemes.SETTING))
        forms, found = folder.read(arguments.paths, areas_of(snapshot), kept)
    except PasswordNeededError as error:
        # A command line keeps what is typed in it; a password is typed in the window only.
        text = f"“{error.file}”加了密码，请在窗口里导入，或先解开成文件夹再导入。"
        raise UserError(text) from error
    find = None if engine is None else functools.partial(photos.find, engine, snapshot)
    edited = {} if engine is None else import_edits.edited(engine, snapshot)
    rules = source_rules.read(snapshot.settings.get(source_rules.SETTING))
    known = offers.guard(snapshot, edited, rules)
    planned = plan(snapshot, forms, found, photo_of=find, known=known)
    if not arguments.dry_run:
        engine = engine or stores.create(arguments.db, user)
        if not planned.empty:
            imports.apply(engine, user, planned)
    issues = [
        {
            "file": each.file,
            "line": each.line,
            "field": each.field,
            "severity": each.severity,
            "text": each.text,
        }
        for each in planned.issues
    ]
    counts = dict(planned.counts())
    done = "预演（未写入）" if arguments.dry_run else "已导入"
    line = (
        f"{done}：新增 {counts['new']}，变更 {counts['changed']}，"
        f"未变 {counts['unchanged']}，冲突 {counts['conflicting']}"
    )
    told = tuple(f"{each['file']}：{each['text']}" for each in issues)
    return Answer({**counts, "issues": issues}, (line, *told))


def check(arguments: argparse.Namespace) -> Answer:
    """Check the quality of the data by the rules D."""
    world = open_asked(arguments).world
    issues = []
    lines = []
    for each in check_quality(world.snapshot, world.as_of, world.book):
        person = world.person_ids[each.people[0]] if each.people else None
        team = world.snapshot.teams.ids[each.team] if each.team >= 0 else None
        text = each.evidence or f"{each.have}（应为：{each.need}）"
        issues.append(
            {
                "rule": each.rule,
                "severity": each.severity,
                "person": person,
                "team": team,
                "field": each.field,
                "text": text,
            }
        )
        lines.append(f"{each.rule}　{FAULT_WORDS[each.severity]}　{person or team}　{text}")
    return Answer({"issues": issues}, (f"共 {len(issues)} 条", *lines))


def backup(arguments: argparse.Namespace) -> Answer:
    """Copy the database into a new file and check the copy by opening it."""
    from leadership_model.store import backup as copies

    counts = copies.backup(arguments.db, arguments.out)
    line = f"已备份到“{arguments.out}”，并打开核对过：{counts.get('person', 0)} 人"
    return Answer({"out": str(arguments.out), "counts": counts}, (line,))


def restore(arguments: argparse.Namespace) -> Answer:
    """Put a backup in the place of the database; what was there is kept beside it."""
    from leadership_model.store import backup as copies

    kept: Path | None = copies.restore(arguments.db, arguments.source, actor())
    line = f"已恢复为“{arguments.source}”"
    line += f"，原库保留在“{kept}”" if kept else ""
    return Answer({"restored": str(arguments.db), "kept": str(kept) if kept else None}, (line,))
