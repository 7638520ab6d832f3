"""Pinyin of names: surnames are read as surnames are, whatever the character's usual reading.

`pypinyin` is imported on first use (a quarter of a second): call these in a job.
"""

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Surnames whose reading differs from the usual one of the character. Tone as a digit.
SURNAMES: dict[str, tuple[str, ...]] = {
    "单": ("shan4",),
    "曾": ("zeng1",),
    "仇": ("qiu2",),
    "解": ("xie4",),
    "区": ("ou1",),
    "查": ("zha1",),
    "朴": ("piao2",),
    "盖": ("ge3",),
    "任": ("ren2",),
    "华": ("hua4",),
    "员": ("yun4",),
    "贠": ("yun4",),
    "尹": ("yin3",),
    "乐": ("yue4",),
    "繁": ("po2",),
    "缪": ("miao4",),
    "折": ("she2",),
    "黑": ("he4",),
    "种": ("chong2",),
    "重": ("chong2",),
    "秘": ("bi4",),
    "冼": ("xian3",),
    "洗": ("xian3",),
    "逄": ("pang2",),
    "宓": ("mi4",),
    "隗": ("wei3",),
    "郇": ("xun2",),
    "覃": ("qin2",),
    "谌": ("chen2",),
    "翟": ("zhai2",),
    "柏": ("bai3",),
    "召": ("shao4",),
    "邵": ("shao4",),
    "晟": ("cheng2",),
    "尉": ("wei4",),
    "阚": ("kan4",),
    "过": ("guo1",),
    "宁": ("ning4",),
    "应": ("ying1",),
    "哈": ("ha3",),
    "纪": ("ji3",),
    "撒": ("sa3",),
    "葛": ("ge3",),
    "牟": ("mu4",),
    "能": ("nai4",),
    "车": ("che1",),
    "句": ("gou1",),
    "那": ("na1",),
    "令": ("ling2",),
    "祭": ("zhai4",),
    "訾": ("zi1",),
    "佴": ("nai4",),
    "郗": ("chi1",),
    "郄": ("qie4",),
    "都": ("du1",),
    "卜": ("bu3",),
    "少": ("shao4",),
    "舍": ("she4",),
    "便": ("pian2",),
    "俞": ("yu2",),
    "於": ("yu1",),
    "燕": ("yan1",),
    "臧": ("zang1",),
    "干": ("gan1",),
    "幺": ("yao1",),
    "沈": ("shen3",),
    "石": ("shi2",),
    "长": ("chang2",),
    "长孙": ("zhang3", "sun1"),
    "尉迟": ("yu4", "chi2"),
    "万俟": ("mo4", "qi2"),
    "单于": ("chan2", "yu2"),
    "令狐": ("ling2", "hu2"),
    "宰父": ("zai3", "fu3"),
    "澹台": ("tan2", "tai2"),
    "欧阳": ("ou1", "yang2"),
    "司马": ("si1", "ma3"),
    "上官": ("shang4", "guan1"),
    "诸葛": ("zhu1", "ge3"),
    "夏侯": ("xia4", "hou2"),
    "皇甫": ("huang2", "fu3"),
    "呼延": ("hu1", "yan2"),
    "慕容": ("mu4", "rong2"),
    "司徒": ("si1", "tu2"),
    "公孙": ("gong1", "sun1"),
    "东方": ("dong1", "fang1"),
    "独孤": ("du2", "gu1"),
    "南宫": ("nan2", "gong1"),
    "轩辕": ("xuan1", "yuan2"),
    "宇文": ("yu3", "wen2"),
    "濮阳": ("pu2", "yang2"),
}
MANY = 12  # readings of one name kept for searching


def surname_of(name: str) -> str:
    """Give the surname at the head of a name: two characters where such a surname is known."""
    return name[:2] if len(name) > 2 and name[:2] in SURNAMES else name[:1]


@cache
def _readings(character: str) -> tuple[str, ...]:
    """Give every reading of one character with its tone, the usual one first."""
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.TONE3, heteronym=True, neutral_tone_with_five=True)
    return tuple(each.replace("ü", "v") for each in found[0])


def toned(text: str, *, name: bool = True) -> list[str]:
    """Read a text, one syllable with its tone a character; `name` reads the surname as one."""
    head = SURNAMES.get(surname_of(text), ()) if name else ()
    return [*head, *(_readings(each)[0] for each in text[len(head) :])]


def spell(name: str) -> str:
    """Spell a name without tones and gaps: 单建华 -> shanjianhua."""
    return "".join(_bare(each) for each in toned(name))


def initials(name: str) -> str:
    """Give the first letter of each syllable: 单建华 -> sjh."""
    return "".join(each[:1] for each in toned(name))


def searchable(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give all spellings and all initials somebody might type for a name.

    The surname is found by its reading as a surname and by its usual one; polyphonic characters
    of the given name by each of theirs (the first dozen combinations).
    """
    head = SURNAMES.get(surname_of(name), ())
    tails = [_bares(_readings(each)) for each in name[len(head) :]]
    heads: list[Sequence[str]] = [tuple(_bare(each) for each in head)]
    if head:
        heads.append(tuple(_bares(_readings(each))[0] for each in name[: len(head)]))
    spelled = [
        (*start, *end)
        for start in dict.fromkeys(tuple(each) for each in heads)
        for end in _few(tails)
    ]
    spellings = dict.fromkeys("".join(each) for each in spelled)
    letters = dict.fromkeys("".join(part[:1] for part in each) for each in spelled)
    return tuple(spellings), tuple(letters)


def _few(tails: "Sequence[Sequence[str]]") -> "list[tuple[str, ...]]":
    found = []
    for each in product(*tails):
        found.append(each)
        if len(found) == MANY:
            break
    return found


@cache
def _bares(readings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_bare(each) for each in readings))


def _bare(syllable: str) -> str:
    return syllable.rstrip("012345").lower()
