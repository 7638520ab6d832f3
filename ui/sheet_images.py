"""Pictures the style sheet asks for by file: arrows and check marks, one set per look.

A sheet can only name image files, so they are painted once per colour and scale into the cache
folder, under names that say both; a file that is there is not painted again.
"""

from pathlib import Path

from ui import icons, settings, theme

# word in the sheet -> (icon, token, size)
IMAGES = {
    "chevron": ("chevron-down", "text2", 14),
    "up": ("chevron-up", "text2", 12),
    "right": ("chevron-right", "text2", 14),
    "check": ("check-bold", "onaccent", 12),
    "minus": ("minus-thick", "onaccent", 12),
    "dot": ("circle", "accent", 8),
}


def make() -> dict[str, str]:
    """Give the path of each picture for the look in force, painting those that are missing."""
    folder = settings.cache_folder() / "sheet"
    folder.mkdir(parents=True, exist_ok=True)
    return {word: _path(folder, word) for word in IMAGES}


def _path(folder: Path, word: str) -> str:
    name, token, size = IMAGES[word]
    color = theme.color(token)
    path = folder / f"{name}-{color.name()[1:]}-{theme.look().scale}.png"
    if not path.exists():
        # Twice as large as shown: sharp on a dense screen, scaled down elsewhere.
        icons.picture(name, theme.px(size), color, 2.0).save(str(path))
    return path.as_posix()
