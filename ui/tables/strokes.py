"""Where characters stand in the order of strokes that the shipped table lacks.

character -> (a character of the same number of strokes and a like beginning, how far after it).
These are characters of names outside the common block: rarely written, but somebody's name.
"""

BESIDE: dict[str, tuple[str, int]] = {
    "㐱": ("仝", 1),  # 5: 人 3
    "䜣": ("讶", 1),  # 6: 讠 4
    "㑇": ("佃", 1),  # 7: 亻 5
    "㭎": ("枫", 1),  # 8: 木 4
    "𬀩": ("旺", 1),  # 8: 日 4
    "𬳵": ("驵", 1),  # 8: 马 5
    "䶮": ("砉", 1),  # 9: 龙 4
    "㛃": ("娀", 1),  # 9: 女 6
    "𬍛": ("珉", 1),  # 9: 王 5
    "𠅤": ("亮", 1),  # 9: 亠 7
    "𬬭": ("钫", 1),  # 9: 钅 4
    "𫓧": ("钫", 2),  # 9: 钅 4
    "𬭎": ("铉", 1),  # 10: 钅 5
    "𬱖": ("颅", 1),  # 11: 由 6
    "𫍲": ("谓", 1),  # 11: 讠 9
    "𬤊": ("谓", 2),  # 11: 讠 9
    "𬘭": ("综", 1),  # 11: 纟 8
    "𫖯": ("颏", 1),  # 12: 兆 6
    "𬭚": ("锬", 1),  # 13: 钅 8
    "㬎": ("暝", 1),  # 14: 日 10
    "𪩘": ("嶮", 1),  # 16: 山 13
    "䴙": ("鹭", 1),  # 18: 鸟 13
}
