"""Read the names of a folder of forms with the standard library."""

from pathlib import Path
from xml.etree import ElementTree


def names(folder: Path) -> dict[str, str]:
    """Give file name -> name of the person."""
    found = {}
    for path in sorted(folder.glob("*.lrmx")):
        root = ElementTree.parse(path).getroot()
        found[path.name] = (root.findtext("XingMing") or "").strip()
    return found
