"""What argparse says of arguments, in Chinese: its own words are English."""

import re

COMPLAINTS = (
    (r"the following arguments are required: (?P<names>.+)", "缺少{names}"),
    (r"one of the arguments (?P<names>.+) is required", "{names} 要写其中一个"),
    (
        r"argument (?P<name>\S+): not allowed with argument (?P<other>\S+)",
        "{name} 与 {other} 只能写一个",
    ),
    (
        r"argument command: invalid choice: '(?P<value>.*?)' \(choose from (?P<names>.+)\)",
        "没有“{value}”这个命令，可用：{names}",
    ),
    (
        r"argument (?P<name>\S+): invalid choice: '(?P<value>.*?)' \(choose from (?P<names>.+)\)",
        "{name} 不能是“{value}”，可用：{names}",
    ),
    (r"argument (?P<name>\S+): expected (one|at least one) argument", "{name} 后面没有写内容"),
    (
        r"argument (?P<name>\S+): invalid int value: '(?P<value>.*)'",
        "{name} 要写整数，不能是“{value}”",
    ),
    (
        r"argument (?P<name>\S+): invalid float value: '(?P<value>.*)'",
        "{name} 要写数字，不能是“{value}”",
    ),
    (
        r"argument (?P<name>\S+): ignored explicit argument '(?P<value>.*)'",
        "{name} 后面不能写“{value}”",
    ),
    (
        r"ambiguous option: (?P<value>\S+) could match (?P<names>.+)",
        "“{value}”可能是 {names}，请写全",
    ),
    (r"unrecognized arguments: (?P<names>.+)", "没有这些参数：{names}"),
)
HEADINGS = (
    ("usage: ", "用法："),
    ("positional arguments:", "参数："),
    ("options:", "选项："),
    ("show this help message and exit", "显示这段说明"),
)
WORDS = {"command": "命令", "paths": "文件或文件夹"}


def in_chinese(message: str) -> str:
    """Say in Chinese what is wrong with the arguments; a message not known stays as it is."""
    for pattern, sentence in COMPLAINTS:
        found = re.fullmatch(pattern, message)
        if found is not None:
            return sentence.format(
                **{key: _listed(each) for key, each in found.groupdict().items()}
            )
    return message


def _listed(text: str) -> str:
    """Join names with 、 and say what argparse calls by a name of ours."""
    names = (WORDS.get(name, name) for name in re.split(r"[\s,']+", text) if name)
    return "、".join(names)
