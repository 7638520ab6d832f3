"""What the program remembers: one typed value, saved as TOML text in the program's home folder."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

HOME = "LEADERSHIP_MODEL_HOME"
THEMES = ("system", "light", "dark")


@dataclass(slots=True)
class TableLayout:
    """How the user left one table: columns in order, widths, those hidden, the sort keys."""

    order: list[str] = field(default_factory=list)
    widths: dict[str, int] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    sort: list[str] = field(default_factory=list)  # column ids, "-age" = descending


@dataclass(slots=True)
class Settings:
    """Everything remembered between two runs. Window geometry is Qt's own blob, as hex text."""

    theme: str = "system"
    scale: int = 100
    compact: bool = False
    page: str = "home"
    drawer: bool = False
    geometry: str = ""
    last_database: str = ""
    recent: list[str] = field(default_factory=list)
    last_folder: str = ""
    actor: str = ""
    sizes: dict[str, list[int]] = field(default_factory=dict)  # splitters by name
    choices: dict[str, str] = field(default_factory=dict)  # small choices of pages by name
    tables: dict[str, TableLayout] = field(default_factory=dict)

    def remember_database(self, path: Path) -> None:
        """Put a database at the head of the recent ones (eight are kept)."""
        text = str(path)
        self.last_database = text
        self.recent = [text, *(each for each in self.recent if each != text)][:8]


def home_folder() -> Path:
    """Give the folder for settings, databases and logs: from the environment or the system's."""
    if os.environ.get(HOME):
        return Path(os.environ[HOME])
    import platformdirs

    return platformdirs.user_data_path("leadership-model", appauthor=False)


def cache_folder() -> Path:
    """Give the folder for what can be made again."""
    return home_folder() / "cache"


def path() -> Path:
    """Give the file the settings are kept in."""
    return home_folder() / "settings.toml"


def load() -> Settings:
    """Read the settings; what is missing, unknown or of a wrong type is left at its default."""
    try:
        stored = tomllib.loads(path().read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _of(stored)


def save(settings: Settings) -> None:
    """Write the settings; a full file replaces the old one, so a crash leaves no half."""
    target = path()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_suffix(".new")
        fresh.write_text(write(asdict(settings)), "utf-8")
        fresh.replace(target)
    except OSError:
        return  # a read-only home: the program works, it only forgets


def _of(stored: Mapping[str, Any]) -> Settings:
    made = Settings()
    for each in fields(Settings):
        value = stored.get(each.name)
        if each.name == "tables" and isinstance(value, dict):
            made.tables = {key: _layout(table) for key, table in value.items()}
        elif value is not None and type(value) is type(getattr(made, each.name)):
            setattr(made, each.name, value)
    if made.theme not in THEMES:
        made.theme = "system"
    made.scale = min(max(made.scale, 100), 175)
    return made


def _layout(stored: Mapping[str, Any]) -> TableLayout:
    made = TableLayout()
    for each in fields(TableLayout):
        value = stored.get(each.name)
        if type(value) is type(getattr(made, each.name)):
            setattr(made, each.name, value)
    return made


def write(values: Mapping[str, Any], prefix: str = "") -> str:
    """Write nested dictionaries of text, numbers, flags and lists of them as TOML."""
    plain = {key: value for key, value in values.items() if not isinstance(value, dict)}
    lines = [f"{_text(key)} = {_value(value)}" for key, value in plain.items()]
    for key, value in values.items():
        if isinstance(value, dict):
            name = f"{prefix}{_text(key)}"
            lines += ["", f"[{name}]", write(value, f"{name}.").rstrip("\n")]
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case list() | tuple():
            return "[" + ", ".join(_value(each) for each in value) + "]"
        case _:
            return _text(str(value))


def _text(text: str) -> str:
    marks = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    safe = "".join(
        marks.get(c) or (f"\\u{ord(c):04x}" if ord(c) < 32 or ord(c) == 127 else c) for c in text
    )
    return f'"{safe}"'
