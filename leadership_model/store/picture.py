"""Photos as they are kept: JPEG, upright, no larger than an 任免审批表 needs."""

import io
from typing import Any

from leadership_model.errors import UserError

WIDTH, HEIGHT = 480, 600  # px at most; the form prints 4 : 5 at 30 x 40 mm
MOST_BYTES = 160_000
LARGEST = 60_000_000  # px of a source; more is no portrait
BROKEN = "这不是能读取的图片，请换一张 jpg、png、bmp 或 webp 照片"
_FAULTS = (OSError, SyntaxError, ValueError)
Box = tuple[float, float, float, float]  # left, top, right, bottom as parts of 1


def fitted(content: bytes, box: Box | None = None) -> bytes:
    """Cut a picture to a box of it and write it as a JPEG within the limits.

    A JPEG that is within them already, with nothing to cut, stays byte for byte. UserError when it
    is no picture.
    """
    from PIL import Image

    if box is None and _is_kept(content):
        return content
    plain = _opened(content)
    if box is not None:
        left, top, right, bottom = box
        wide, high = plain.size
        cut = (round(left * wide), round(top * high), round(right * wide), round(bottom * high))
        if cut[2] - cut[0] < 8 or cut[3] - cut[1] < 8:
            raise UserError("裁剪的范围太小，请放大选框")
        plain = plain.crop(cut)
    plain.thumbnail((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    for quality in (90, 80, 70, 55, 40):
        made = io.BytesIO()
        plain.save(made, "JPEG", quality=quality, optimize=True)
        if made.tell() <= MOST_BYTES:
            break
    return made.getvalue()


def shown(content: bytes) -> bytes:
    """Give any picture upright and as a JPEG of at most 1600 px, to be looked at and cut.

    UserError when it is no picture.
    """
    plain = _opened(content)
    plain.thumbnail((1600, 1600))
    made = io.BytesIO()
    plain.save(made, "JPEG", quality=92)
    return made.getvalue()


def _is_kept(content: bytes) -> bool:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content)) as opened:
            opened.load()
            within = opened.width <= WIDTH and opened.height <= HEIGHT
            upright = opened.getexif().get(0x0112, 1) == 1
            plain = opened.format == "JPEG" and opened.mode in ("RGB", "L")
    except (*_FAULTS, Image.DecompressionBombError):
        return False
    return plain and within and upright and len(content) <= MOST_BYTES


def _opened(content: bytes) -> Any:  # noqa: ANN401 - an image
    """Read a picture as one without transparency, upright."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(content)) as opened:
            if opened.width * opened.height > LARGEST:
                raise UserError("图片过大，请换一张 6000 万像素以内的照片")
            return _on_white(ImageOps.exif_transpose(opened))
    except (*_FAULTS, Image.DecompressionBombError) as error:
        raise UserError(BROKEN) from error


def _on_white(opened: Any) -> Any:  # noqa: ANN401 - an image
    """Lay a picture that can be seen through on white."""
    from PIL import Image

    if opened.mode in ("RGBA", "LA", "P", "PA"):
        seen = opened.convert("RGBA")
        ground = Image.new("RGBA", seen.size, "white")
        ground.alpha_composite(seen)
        return ground.convert("RGB")
    return opened.convert("RGB")
