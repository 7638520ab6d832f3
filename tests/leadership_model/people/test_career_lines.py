"""The reader on lines written by hand: at least 97 of 100 right, the wrong ones named."""

from collections import Counter
from pathlib import Path

import pytest

from leadership_model import months
from leadership_model.people import reading, resume
from leadership_model.people.areas import of_names

LINES = Path(__file__).with_name("career_lines.txt")
AREAS = of_names("云溪市", ("澄阳区", "易溪县", "湖阳市", "岩峰彝族自治县"))
KINDS = {"=": "任职", "~": "其间", "&": "跨段"}
FIELDS = ("unit_kind", "area", "post_kind", "level", "role")


def cases():
    """Give (text, what is expected of it) for every line of the file."""
    found = []
    for row in LINES.read_text("utf-8").splitlines():
        if row[:2] in ("= ", "~ ", "& "):
            found[-1][1].append(row)
        elif row and not row.startswith("#"):
            found.append((row, []))
    return found


def month(text):
    if text in ("?", "今"):
        return None
    return months.of(int(text[:4]), int(text[4:]))


def expected(rows):
    made = Counter()
    for row in rows:
        kind, span, posts = row.split(" ", 2)
        start, end = map(month, span.split("-"))
        for post in posts.split("；"):
            plain = post.removesuffix("+挂")
            fields = dict(zip(FIELDS, plain.split("/"), strict=True))
            study = fields["post_kind"] == "学习"
            wanted = tuple("" if study and f == "area" else fields[f] for f in FIELDS)
            made[KINDS[kind], start, end, wanted, plain != post] += 1
    return made


def understood(text):
    made = Counter()
    for one in reading.careers(resume.read(text), AREAS):
        study = one.post_kind == "学习"
        fields = tuple("" if study and f == "area" else getattr(one, f) or "" for f in FIELDS)
        kind = "任职" if one.kind == "学习" else one.kind
        made[kind, one.start, one.end, fields, bool(one.secondment)] += 1
    return made


def wrong():
    return [text for text, rows in cases() if understood(text) != expected(rows)]


def test_there_are_300_lines_each_with_what_it_means():
    texts = [text for text, _ in cases()]
    assert len(set(texts)) == len(texts) >= 300
    assert all(rows and rows[0].startswith("= ") for _, rows in cases())


def test_at_least_97_of_100_lines_are_right():
    lines, failed = cases(), wrong()
    share = 1 - len(failed) / len(lines)
    assert share >= 0.97, f"{share:.1%} right; wrong: " + "\n".join(failed)


@pytest.mark.parametrize(
    "text", [text for text, rows in cases() if "?-?" in rows[0]], ids=lambda text: text[:20]
)
def test_a_line_without_full_months_is_never_sure(text):
    found = reading.careers(resume.read(text), AREAS)
    assert found
    assert {one.sure for one in found} == {0}
