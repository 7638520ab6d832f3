"""Where the read-only seed content lies: `data/` beside the package, as TOML text."""

import functools
import tomllib
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[1] / "data"


@functools.cache
def read(name: str) -> dict[str, Any]:
    """Read one seed file, for example `codes/levels.toml`. It is shared: do not change it."""
    with (DATA / name).open("rb") as file:
        return tomllib.load(file)


def names(folder: str) -> tuple[str, ...]:
    """List the seed files of a folder, in order of their names, as paths for `read`."""
    return tuple(f"{folder}/{path.name}" for path in sorted((DATA / folder).glob("*.toml")))
