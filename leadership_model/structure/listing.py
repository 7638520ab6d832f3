"""Lists of names as one text: 经济、农业; a name that holds a separator stands in 「」."""

import re

_APART = re.compile(r"\s*(?:「([^「」]*)」|([^、,，「」]+?))\s*(?:[、,，]|$)")
_ODD = re.compile(r"[、,，\s]")


def listed(names: tuple[str, ...]) -> str:
    """Write names as one text."""
    return "、".join(f"「{each}」" if _ODD.search(each) else each for each in names)


def unlisted(text: str) -> tuple[str, ...]:
    """Read names from one text; what stands in 「」 is taken as it is."""
    found = []
    for quoted, plain in _APART.findall(text.strip()):
        name = quoted or plain.strip()
        if name:
            found.append(name)
    return tuple(found)
