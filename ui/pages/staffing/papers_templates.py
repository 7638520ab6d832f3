"""The Word templates of the department: put in place, copied out, taken away again."""

from functools import partial
from typing import TYPE_CHECKING

from leadership_model.errors import UserError
from ui.context import Context

if TYPE_CHECKING:
    from leadership_model.papers.plan_notices import Words
    from leadership_model.papers.templates import Template


class TemplateCare:
    """Knows the templates in use; what it changes lies in the database and can be taken back."""

    def __init__(self, context: Context) -> None:
        from leadership_model.papers import templates

        self._context = context
        settings = context.workspace.snapshot.settings
        self._texts = dict(settings)  # as they are once everything asked for is written
        found = {kind: templates.chosen(kind, settings) for kind in templates.TITLES}
        self.own: dict[str, Template] = {k: each for k, each in found.items() if each is not None}

    def words(self) -> "Words":
        """Read the words that are the same in every notice."""
        from leadership_model.papers.plan_notices import words_of

        return words_of(self._texts)

    def keep_words(self, words: "Words") -> None:
        """Store the words where they are others than before."""
        from leadership_model.papers.plan_notices import SETTING, to_text

        if words != self.words():
            self._store(SETTING, to_text(words), "公示与通知的固定内容")

    def choose(self, kind: str) -> str:
        """Ask for a file and put it in place; what is wrong with it, in one sentence."""
        from leadership_model.papers import templates

        title = templates.TITLES[kind]
        path = self._context.ask.open_file(f"{title}的模板", ("document",))
        if path is None:
            return ""
        try:
            template = templates.read(path, kind)
        except UserError as error:
            return error.sentence
        self._store(templates.setting_of(kind), templates.to_text(template), f"换{title}模板")
        self.own[kind] = template
        return ""

    def copy(self, kind: str) -> str:
        """Write the template in use to a file; what went wrong, in one sentence."""
        from leadership_model.papers import template_made, templates
        from leadership_model.papers.placing import placed

        template = self.own.get(kind) or template_made.shipped(kind)
        path = self._context.ask.save_file(
            f"另存{templates.TITLES[kind]}模板", template.name, ("document",)
        )
        if path is None:
            return ""
        try:
            with placed(path) as partly:
                partly.write_bytes(template.content)
        except UserError as error:
            return error.sentence
        self._context.say(f"模板已存为“{path.name}”。")
        return ""

    def restore(self, kind: str) -> None:
        """Use the shipped template again."""
        from leadership_model.papers import templates

        if self.own.pop(kind, None) is not None:
            self._store(templates.setting_of(kind), None, f"恢复{templates.TITLES[kind]}模板")

    def _store(self, name: str, value: str | None, text: str) -> None:
        from leadership_model.store.setting import SettingEdit

        edit = SettingEdit(name, self._texts.pop(name, None), value)
        if value is not None:
            self._texts[name] = value
        self._context.workspace.write(
            partial(SettingEdit.forward, edit), text, undo=partial(SettingEdit.backward, edit)
        )
