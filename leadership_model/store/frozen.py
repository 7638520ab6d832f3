"""What was published is only superseded: no statement changes or deletes it, whoever sends it."""

import re
from typing import Any

from sqlalchemy import Engine, event

from leadership_model.errors import UserError

FROZEN = ("model_version", "requirement")
_STATEMENT = re.compile(
    r"\s*(?:UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM|(?:INSERT\s+OR\s+)?REPLACE\s+INTO)\s+"
    r"(?:main\s*\.\s*)?[\"'`\[]?(?:" + "|".join(FROZEN) + r")\b",
    re.IGNORECASE,
)


def guard(engine: Engine) -> None:
    """Refuse from now on every statement of an engine that would alter a published version."""

    @event.listens_for(engine, "before_cursor_execute")
    def _refuse(
        _connection: object,
        _cursor: object,
        statement: str,
        _parameters: Any,  # noqa: ANN401 - whatever the driver is given
        _context: object,
        _many: bool,
    ) -> None:
        if _STATEMENT.match(statement):
            raise UserError("已发布的模型版本不能修改或删除，只能发布新的一版来取代它")
