"""What tests of the form of a person do and look at."""

from PySide6.QtWidgets import QWidget

from leadership_model.people import lifecycle
from leadership_model.people.person import Person
from leadership_model.store import records
from leadership_model.store.connection import reading
from leadership_model.store.tables import METADATA
from ui.workspace import EVERYTHING

ITS_OWN = frozenset({"audit", "setting", "derived"})
COUNTERS = frozenset({"version", "changed_at"})


def exported(engine):
    made = []
    with reading(engine) as connection:
        for target in METADATA.sorted_tables:
            if target.name not in ITS_OWN:
                names = [each.name for each in target.c if each.name not in COUNTERS]
                rows = connection.execute(target.select()).mappings()
                made += sorted(f"{target.name} {[row[name] for name in names]!r}" for row in rows)
    return made


def add(record, engine, actor):
    return records.add(engine, actor, record)


def save(record, engine, actor):
    return records.save(engine, actor, record)


def put(editor, text):
    """Type or pick a text: what an input method does."""
    editor.line.setText(text)
    editor.edited.emit(text)


def trigger(page, id):
    next(each for each in page.actions() if each.objectName() == id).trigger()


def stored_person(stored, id):
    return records.get(stored.workspace.loaded.engine, Person, id)


def seated(stored):
    """Give somebody who holds one seat alone, and the seat."""
    seating = stored.workspace.world.seating
    snapshot = stored.workspace.snapshot
    for at, id in enumerate(snapshot.people.ids):
        held = lifecycle.open_tenures(snapshot, id)
        if len(held) == 1 and len(seating.posts_of(at)) == 1 and snapshot.people.raw("resume")[at]:
            return id, held[0].post
    raise AssertionError("nobody holds one seat")


def count_of(stored, name, id):
    snapshot = stored.workspace.snapshot
    return len(snapshot[name].of(snapshot.people.positions[id]))


def editor(section, name):
    return section.form.editors[name]


def retype(qtbot, section, name, text):
    line = editor(section, name).line
    line.setFocus()
    line.selectAll()
    if text.isascii():
        qtbot.keyClicks(line, text)
    else:  # a Chinese text comes from an input method, not from keys
        line.insert(text)
        line.textEdited.emit(text)


class Watch(QWidget):
    """Stands for the page: the section looks again when the workspace changed."""

    def __init__(self, context, maker):
        super().__init__()
        self.section = maker(context, self)
        self.section.setParent(self)
        context.workspace.changed.connect(self._on_changed)
        self.section.refresh(EVERYTHING)

    def _on_changed(self, changes, initiator):
        self.section.refresh(changes)

    def resizeEvent(self, event):  # noqa: N802 - Qt
        self.section.setGeometry(self.rect())
