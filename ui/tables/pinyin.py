"""Pinyin of names: surnames are read as surnames are, whatever the character's usual reading.

The first call reads a table of 40,000 characters (a tenth of a second): make it in a job.
"""

import re
import unicodedata
from functools import cache
from importlib.util import find_spec
from itertools import product
from pathlib import Path

_ENTRY = re.compile(r'"(\d+)": "([^",]+)')
_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
# Where the table's first reading is not the one in use.
_USUAL = {"行": "xing2", "乐": "le4", "朝": "chao2", "都": "du1", "地": "di4"}

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
# Characters of given names that people read in more than one way. The dictionaries list many more
# readings, archaic ones, by which nobody would look for a person.
GIVEN: dict[str, tuple[str, ...]] = {
    "长": ("chang2", "zhang3"),
    "行": ("xing2", "hang2"),
    "重": ("zhong4", "chong2"),
    "乐": ("le4", "yue4"),
    "朝": ("chao2", "zhao1"),
    "传": ("chuan2", "zhuan4"),
    "盛": ("sheng4", "cheng2"),
    "晟": ("sheng4", "cheng2"),
    "茜": ("qian4", "xi1"),
    "娜": ("na4", "nuo2"),
    "曾": ("zeng1", "ceng2"),
    "藏": ("cang2", "zang4"),
    "省": ("sheng3", "xing3"),
    "觉": ("jue2", "jiao4"),
    "宁": ("ning2", "ning4"),
    "佳": ("jia1",),
    "朴": ("pu3", "piao2"),
    "参": ("can1", "shen1"),
    "单": ("dan1", "shan4"),
    "都": ("dou1", "du1"),
    "柏": ("bai3", "bo2"),
    "贾": ("jia3", "gu3"),
    "校": ("xiao4", "jiao4"),
    "兴": ("xing1", "xing4"),
    "调": ("tiao2", "diao4"),
    "系": ("xi4", "ji4"),
    "卡": ("ka3", "qia3"),
    "解": ("jie3", "xie4"),
    "石": ("shi2", "dan4"),
    "大": ("da4", "dai4"),
    "会": ("hui4", "kuai4"),
    "给": ("gei3", "ji3"),
    "泊": ("bo2", "po1"),
    "弹": ("dan4", "tan2"),
    "沈": ("shen3", "chen2"),
    "洗": ("xi3", "xian3"),
    "叶": ("ye4", "xie2"),
    "瞿": ("qu2", "ju4"),
    "蔚": ("wei4", "yu4"),
    "沛": ("pei4",),
}


def surname_of(name: str) -> str:
    """Give the surname at the head of a name: two characters where such a surname is known."""
    return name[:2] if len(name) > 2 and name[:2] in SURNAMES else name[:1]


@cache
def _table() -> dict[str, str]:
    """Read the usual reading of every character from the data file of pypinyin.

    The package itself is not imported: it would load a dictionary of phrases nobody needs here.
    The file is read match by match, for a JSON parser would hold up the window until its end.
    """
    found = find_spec("pypinyin")
    assert found is not None
    assert found.origin is not None
    text = Path(found.origin).with_name("pinyin_dict.json").read_text("utf-8")
    return {chr(int(each[1])): _digits(each[2]) for each in _ENTRY.finditer(text)}


def _digits(marked: str) -> str:
    """Write a tone mark as a digit at the end: shàn -> shan4, lǚ -> lv3; no mark is 5."""
    tone = "5"
    letters: list[str] = []
    for each in unicodedata.normalize("NFD", marked):
        if each in _TONES:
            tone = _TONES[each]
        elif each == "\u0308":
            letters[-1] = "v"
        else:
            letters.append(each)
    return "".join(letters) + tone


def _reading(character: str) -> str:
    """Give the usual reading of one character with its tone; others stand for themselves."""
    return _USUAL.get(character) or _table().get(character) or character.lower()


@cache
def _readings(character: str) -> tuple[str, ...]:
    """Give every reading somebody might type for a character of a given name, without tones."""
    found = GIVEN.get(character, (_reading(character),))
    return tuple(dict.fromkeys(_bare(each) for each in found))


def toned(text: str, *, name: bool = True) -> list[str]:
    """Read a text, one syllable with its tone a character; `name` reads the surname as one."""
    head = SURNAMES.get(surname_of(text), ()) if name else ()
    return [*head, *(_reading(each) for each in text[len(head) :])]


def spell(name: str) -> str:
    """Spell a name without tones and gaps: 单建华 -> shanjianhua."""
    return "".join(_bare(each) for each in toned(name))


def initials(name: str) -> str:
    """Give the first letter of each syllable: 单建华 -> sjh."""
    return "".join(each[:1] for each in toned(name))


@cache
def sounds(text: str) -> str:
    """Give initials and spelling of every line of a text, for finding by typed letters."""
    return "\n".join(f"{initials(line)}\n{spell(line)}" for line in text.split("\n") if line)


def searchable(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give all spellings and all initials somebody might type for a name.

    The surname is found by its reading as a surname and by its usual one; polyphonic characters
    of the given name by each of theirs.
    """
    head = SURNAMES.get(surname_of(name), ())
    first = head or (_reading(name[:1]),) if name else ()
    heads = [tuple(_bare(each) for each in first)]
    if head:
        heads.append(tuple(_bare(_reading(each)) for each in name[: len(head)]))
    tails = [_readings(each) for each in name[len(first) :]]
    spelled = [(*start, *end) for start in dict.fromkeys(heads) for end in product(*tails)]
    spellings = dict.fromkeys("".join(each) for each in spelled)
    letters = dict.fromkeys("".join(part[:1] for part in each) for each in spelled)
    return tuple(spellings), tuple(letters)


def _bare(syllable: str) -> str:
    return syllable.rstrip("012345").lower()
