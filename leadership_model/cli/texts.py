"""Commands on readable texts: definitions out of a database, and into one."""

import argparse
from dataclasses import replace

from leadership_model.cli.run import Answer
from leadership_model.cli.session import actor
from leadership_model.conditions.sentence import parse
from leadership_model.elements.catalogue import Catalogue
from leadership_model.errors import UserError
from leadership_model.exchange import text_form, texts
from leadership_model.exchange.text_plan import STATE_WORDS, plan
from leadership_model.exchange.text_reading import read
from leadership_model.people.snapshot import Snapshot
from leadership_model.rules.book import shipped
from leadership_model.store import engine as stores
from leadership_model.store import load
from leadership_model.store.engine import Engine
from leadership_model.store.texts import TextEdit, content
from leadership_model.structure.breakage import broken
from leadership_model.structure.sheet import sheets_in


def export_text(arguments: argparse.Namespace) -> Answer:
    """Write elements, filters, codes, models, portraits and rule settings to a text file."""
    suffix = arguments.out.suffix.lower()
    if suffix not in text_form.SUFFIXES:
        raise UserError("--out 应当是 .toml 或 .json 文件")
    if not arguments.out.parent.is_dir():
        raise UserError(f"文件夹“{arguments.out.parent}”不存在，请先建立它")
    engine = stores.open(arguments.db, actor())
    found = content(engine, own=arguments.own).only(arguments.kinds)
    arguments.out.write_text(texts.write(found, suffix), encoding="utf-8", newline="\n")
    counts = {kind: len(found.of(kind)) for kind in arguments.kinds}
    words = "，".join(f"{texts.KIND_WORDS[kind]} {count}" for kind, count in counts.items())
    line = f"已导出到“{arguments.out}”：{words}"
    return Answer({"out": str(arguments.out), "counts": counts}, (line,))


def _broken(engine: Engine, snapshot: Snapshot, after: Catalogue) -> tuple[str, ...]:
    """List the models, portraits, saved questions and sheets the text would make unreadable."""
    before = load.catalogue(engine)
    sheets = dict.fromkeys(text for text in snapshot.posts.raw("requires") if text)
    asked = [("岗位", text, text) for text in sheets]
    asked += [("查询", each.label, each.sentence) for each in load.saved_queries(engine)]
    known = []
    for kind, title, sentence in asked:
        try:
            known.append((kind, title, "", parse(sentence, before)))
        except UserError:
            continue  # could not be read before either
    used = sheets_in(snapshot, before)
    return broken(before, after, load.models(engine), load.portraits(engine), known, used)


def import_text(arguments: argparse.Namespace) -> Answer:
    """Take a text file over in one transaction; with faults nothing is written."""
    user = actor()
    text = text_form.of_file(arguments.path)
    engine = stores.open(arguments.db, user)
    snapshot = load.snapshot(engine)
    reading = read(text, arguments.path.name, load.catalogue(engine), shipped())
    made = plan(reading, content(engine), snapshot.teams.ids)
    if not made.faults:
        made = replace(made, faults=_broken(engine, snapshot, reading.catalogue))
    if not made.faults and made.written() and not arguments.dry_run:
        TextEdit(made.written(), f"导入 {arguments.path.name}").forward(engine, user)
    counts = made.counts()
    lines = [
        {"kind": each.kind, "name": each.label, "state": each.state, "text": each.text}
        for each in made.written()
    ]
    done = "没有导入" if made.faults else "预演（未写入）" if arguments.dry_run else "已导入"
    words = "，".join(f"{STATE_WORDS[state]} {counts[state]}" for state in STATE_WORDS)
    shown = (f"{done}：{words}", *(f"{each['kind']}　{each['name']}" for each in lines))
    document = {**counts, "lines": lines, "faults": list(made.faults)}
    return Answer(document, (*made.faults, *shown))
