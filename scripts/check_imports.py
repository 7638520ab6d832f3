"""Run import-linter's contracts of pyproject.toml, also while rooms are still missing.

import-linter refuses a contract that names a module nobody has written yet. The contracts are
written for the whole tree, so this script leaves out the names that do not exist, says so, and
runs the rest.
"""

import configparser
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
OURS = ("leadership_model", "ui")


def exists(name: str) -> bool:
    """Tell whether a dotted name of ours is there; names of others and patterns always are."""
    if name.split(".")[0] not in OURS or "*" in name:
        return True
    place = ROOT.joinpath(*name.split("."))
    return place.with_suffix(".py").exists() or (place / "__init__.py").exists()


def present(names: list[str], absent: set[str]) -> list[str]:
    """Keep the names that exist and note the others."""
    absent.update(name for name in names if not exists(name))
    return [name for name in names if exists(name)]


def written(value: Any) -> str:
    """Write one value as import-linter's ini files want it."""
    if isinstance(value, list):
        return "\n" + "\n".join(str(item) for item in value)
    return str(value)


def rooms(config: dict[str, Any], absent: set[str]) -> configparser.ConfigParser:
    """Turn the table of pyproject.toml into an ini file without the missing names."""
    parser = configparser.ConfigParser(interpolation=None)
    general = {key: value for key, value in config.items() if key != "contracts"}
    general["root_packages"] = present(general["root_packages"], absent)
    parser["importlinter"] = {key: written(value) for key, value in general.items()}
    for number, contract in enumerate(config["contracts"]):
        kept = dict(contract)
        for key in ("source_modules", "modules", "containers"):
            if key in kept:
                kept[key] = present(kept[key], absent)
        # A forbidden package of ours that is missing altogether counts as a foreign one.
        if "forbidden_modules" in kept:
            named = kept["forbidden_modules"]
            kept["forbidden_modules"] = [n for n in named if "." not in n or exists(n)]
            absent.update(n for n in named if not exists(n))
        subjects = [kept[k] for k in ("source_modules", "modules", "containers") if k in kept]
        roots = {name.split(".")[0] for names in subjects for name in names}
        if all(subjects) and roots <= set(general["root_packages"]):
            parser[f"importlinter:contract:{number}"] = {k: written(v) for k, v in kept.items()}
    return parser


def main() -> int:
    """Check the contracts and return import-linter's exit code."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    absent: set[str] = set()
    parser = rooms(config, absent)
    if absent:
        print("Not written yet, left out of the contracts:", ", ".join(sorted(absent)))
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "contracts.ini"
        with path.open("w", encoding="utf-8") as file:
            parser.write(file)
        return int(lint_imports(config_filename=str(path), no_cache=True))


if __name__ == "__main__":
    sys.exit(main())
