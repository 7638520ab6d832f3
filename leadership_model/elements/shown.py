"""One person's value of an element, as it is shown."""

from leadership_model import months
from leadership_model.conditions.protocols import (
    ChoiceColumn,
    Columns,
    NumberColumn,
    SetColumn,
    TextColumn,
)
from leadership_model.people.gaps import ABSENT

UNKNOWN_WORD = "待核"


def show_value(columns: Columns, name: str, person: int) -> str:
    """Write one person's value of an element as it is shown: with unit, 无 or 待核."""
    column = columns.column(name)
    match column:
        case NumberColumn():
            if column.absent[person]:
                return "无"
            low, high = float(column.low[person]), float(column.high[person])
            if column.unknown[person] and low != high:
                return UNKNOWN_WORD
            meaning = columns.meaning(name)
            assert meaning is not None
            if meaning.kind == "month":
                return months.show(int(low))
            return f"{low:g} {meaning.unit}".strip()
        case ChoiceColumn():
            code = int(column.codes[person])
            least = -1 if column.at_least is None else int(column.at_least[person])
            if code < 0 and code != ABSENT and least >= 0:
                return f"至少{column.values[least]}"
            return column.values[code] if code >= 0 else "无" if code == ABSENT else UNKNOWN_WORD
        case SetColumn():
            held = [v for v, has in zip(column.values, column.bits[person], strict=True) if has]
            return "、".join(held) or (UNKNOWN_WORD if column.open[person] else "无")
        case TextColumn():
            text = column.texts[person]
            return text if text is not None else "无" if column.absent[person] else UNKNOWN_WORD
