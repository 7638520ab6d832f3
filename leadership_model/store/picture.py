"""Photos as they are kept: JPEG, upright, no larger than an 任免审批表 needs."""

import io
from typing import Any

from leadership_model.errors import UserError

WIDTH, HEIGHT = 480, 600  # px at most; the form prints 4 : 5 at 30 x 40 mm
MOST_BYTES = 160_000
LARGEST = 60_000_000  # px of a source; more is no portrait
BROKEN = "这不是能读取的图片，请换一张 jpg、png、bmp 或 webp 照片"
Box = tuple[float, float, float, float]  # left, top, right, bottom as parts of 1


def fitted(content: bytes, box: Box | None = None) -> bytes:
    """Cut a picture to a box of it and write it as a JPEG within the limits.

    A JPEG that is within them already, with nothing to cut, stays byte for byte. UserError when it
    is no picture.
    """
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(content)) as opened:
            if opened.width * opened.height > LARGEST:
                raise UserError("图片过大，请换一张 6000 万像素以内的照片")
            if box is None and _is_kept(content, opened):
                opened.load()
                return content
            turned = ImageOps.exif_transpose(opened)
            plain = _on_white(turned)
    except UserError:
        raise
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise UserError(BROKEN) from error
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


def _is_kept(content: bytes, opened: Any) -> bool:  # noqa: ANN401 - an image
    within = opened.width <= WIDTH and opened.height <= HEIGHT and len(content) <= MOST_BYTES
    upright = opened.getexif().get(0x0112, 1) == 1
    return bool(opened.format == "JPEG" and opened.mode in ("RGB", "L") and within and upright)


def _on_white(opened: Any) -> Any:  # noqa: ANN401 - an image
    """Lay a picture that can be seen through on white."""
    from PIL import Image

    if opened.mode in ("RGBA", "LA", "P", "PA"):
        seen = opened.convert("RGBA")
        ground = Image.new("RGBA", seen.size, "white")
        ground.alpha_composite(seen)
        return ground.convert("RGB")
    return opened.convert("RGB")
