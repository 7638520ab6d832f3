"""What 栏目对应 computes: sheets, their columns, schemes kept, elements made of columns. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leadership_model.changes import Changes

if TYPE_CHECKING:
    from leadership_model.elements.catalogue import Catalogue
    from leadership_model.elements.element import Element
    from leadership_model.exchange.column_schemes import Scheme
    from leadership_model.exchange.sheet_columns import Column
    from leadership_model.people.snapshot import Snapshot
    from leadership_model.store.actor import Actor
    from leadership_model.store.definitions import DefinitionsEdit
    from leadership_model.store.setting import SettingEdit
    from ui.jobs import Control
    from ui.loading import Engine


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of people: its file, headings, and columns with what they mean."""

    file: str
    columns: "tuple[Column, ...]"

    @property
    def words(self) -> tuple[str, ...]:
        """The headings."""
        return tuple(each.word for each in self.columns)


@dataclass(slots=True)
class SchemeEdit:
    """A scheme of columns kept, with the elements made for it; both are taken back together."""

    setting: "SettingEdit"
    elements: "DefinitionsEdit | None"

    def forward(self, engine: "Engine", actor: "Actor") -> Changes:
        """Write both."""
        made = Changes() if self.elements is None else self.elements.forward(engine, actor)
        return made | self.setting.forward(engine, actor)

    def backward(self, engine: "Engine", actor: "Actor") -> Changes:
        """Put back what was there."""
        made = self.setting.backward(engine, actor)
        return made if self.elements is None else made | self.elements.backward(engine, actor)


def sheets(snapshot: "Snapshot", paths: Sequence[Path], control: "Control") -> tuple[Sheet, ...]:
    """Read the sheets of people in the tables brought, one for each set of headings; for a job."""
    from leadership_model.exchange import folder, sheet_columns, sources

    made: dict[tuple[str, ...], Sheet] = {}
    for path in folder.files(paths):
        control.check()
        if path.suffix.lower() in sources.ROSTERS:
            found = sheet_columns.columns(path.read_bytes(), path.name, schemes(snapshot))
            for columns in found:
                sheet = Sheet(path.name, columns)
                made.setdefault(sheet.words, sheet)
    return tuple(made.values())


def schemes(snapshot: "Snapshot") -> "tuple[Scheme, ...]":
    """Give the schemes of columns kept in the base."""
    from leadership_model.exchange import column_schemes

    return column_schemes.read(snapshot.settings.get(column_schemes.SETTING))


def fitting(snapshot: "Snapshot", sheet: Sheet) -> str:
    """Name the scheme that is applied to a sheet; empty for none."""
    from leadership_model.exchange import column_schemes

    found = column_schemes.fitting(schemes(snapshot), sheet.words)
    return "" if found is None else found.name


def marks(catalogue: "Catalogue") -> tuple[str, ...]:
    """Name the hand-entered elements any text may be entered for."""
    from leadership_model.elements.element import MarkOf

    return tuple(
        each.definition.name
        for each in catalogue.elements
        if isinstance(each.definition, MarkOf) and each.kind in ("text", "choice", "set")
    )


def new_elements(fresh: "Sequence[Column]", catalogue: "Catalogue") -> "dict[str, Element]":
    """Make the elements of columns that become one, by their headings."""
    from ui.pages.elements.element_work import from_column

    return {each.word: from_column(each.word, each.values, catalogue) for each in fresh}


def scheme_edit(
    snapshot: "Snapshot", scheme: "Scheme", elements: "Sequence[Element]"
) -> SchemeEdit:
    """Make the edit that keeps a scheme and the elements made for it."""
    from leadership_model.exchange import column_schemes
    from leadership_model.store.definitions import Change, DefinitionsEdit
    from leadership_model.store.setting import SettingEdit

    before = snapshot.settings.get(column_schemes.SETTING)
    kept = column_schemes.kept(schemes(snapshot), scheme)
    setting = SettingEdit(column_schemes.SETTING, before, column_schemes.write(kept))
    changes = tuple(Change(None, each) for each in elements)
    return SchemeEdit(setting, DefinitionsEdit(changes) if changes else None)
