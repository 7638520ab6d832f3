"""What the department set about a rule, written and taken back."""

import json
from dataclasses import dataclass, replace

from leadership_model.changes import Changes
from leadership_model.errors import StaleError, UserError
from leadership_model.rules.book import shipped
from leadership_model.rules.parameters import check_setting
from leadership_model.store import records
from leadership_model.store.actor import Actor
from leadership_model.store.handle import Engine
from leadership_model.store.nouns import RuleSetting


@dataclass(slots=True)
class RuleEdit:
    """One edit: `before` as read (None = as shipped), `after` what is to hold (None likewise)."""

    id: str
    before: RuleSetting | None
    after: RuleSetting | None
    _done: bool = False

    def forward(self, engine: Engine, actor: Actor) -> Changes:
        """Write it; the first time only if nobody changed the setting since it was read."""
        now = records.get(engine, RuleSetting, self.id)
        if not self._done and _version(now) != _version(self.before):
            raise StaleError("这条规则的设置刚被别人改过，请刷新后再改")
        changes = put(engine, actor, self.id, self.after)
        self._done = True
        return changes

    def backward(self, engine: Engine, actor: Actor) -> Changes:
        """Take it back."""
        return put(engine, actor, self.id, self.before)


def put(engine: Engine, actor: Actor, id: str, setting: RuleSetting | None) -> Changes:
    """Let a setting hold for a rule, or what was shipped (None); UserError when it is wrong."""
    now = records.get(engine, RuleSetting, id)
    if setting is None:
        return Changes() if now is None else records.delete(engine, actor, now)
    if id not in shipped():
        raise UserError(f"没有编号为“{id}”的规则")
    check_setting(
        shipped()[id],
        setting.severity,
        json.loads(setting.parameters),
        setting.confirmed_by,
        setting.confirmed_on,
    )
    if now is None:
        return records.add(engine, actor, replace(setting, version=1, changed_at=""))
    laid = replace(setting, version=now.version, changed_at=now.changed_at)
    return records.save(engine, actor, laid)


def _version(setting: RuleSetting | None) -> int:
    return 0 if setting is None else setting.version
