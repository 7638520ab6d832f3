"""The department's own templates on their shelf: added, copied out, taken away; all undoable."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leadership_model.errors import UserError
from ui.context import Context

if TYPE_CHECKING:
    from leadership_model.papers.own_templates import OwnTemplate


class TemplateShelf(QObject):
    """Knows the templates of the open database; what it changes can be taken back."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        from leadership_model.papers import own_templates

        super().__init__(parent)
        self._context = context
        self._texts = dict(context.workspace.snapshot.settings)
        self.templates = own_templates.chosen(self._texts)

    def add(self) -> tuple[str, str]:
        """Ask for a file and keep it: its name, or what is wrong with it in one sentence."""
        from leadership_model.papers import own_templates

        path = self._context.ask.open_file("添加模板", ("template",))
        if path is None:
            return "", ""
        if self._context.workspace.loaded.engine is None:
            return "", "当前显示的数据没有存放在干部库中，请先新建或打开一个干部库。"
        try:
            template = own_templates.read(path)
        except UserError as error:
            return "", error.sentence
        name = own_templates.setting_of(template.name)
        words = f"库中已有模板“{template.name}”，要用新文件替换吗？"
        if name in self._texts and not self._context.ask.confirm("替换模板", words, "替换"):
            return "", ""
        self._store(template.name, own_templates.to_text(template), f"添加模板“{template.name}”")
        return template.name, ""

    def copy(self, template: "OwnTemplate") -> str:
        """Write a template to a file; what went wrong, in one sentence."""
        from leadership_model.papers.placing import placed

        kind = "document" if template.kind == "docx" else "sheet"
        path = self._context.ask.save_file("另存模板", f"{template.name}.{template.kind}", (kind,))
        if path is None:
            return ""
        try:
            with placed(path) as partly:
                partly.write_bytes(template.content)
        except UserError as error:
            return error.sentence
        self._context.say(f"模板已存为“{path.name}”。")
        return ""

    def drop(self, template: "OwnTemplate") -> None:
        """Take a template away, after a question."""
        words = f"从干部库中删除模板“{template.name}”？已经写出的文件不受影响，可以撤销。"
        if self._context.ask.confirm("删除模板", words, "删除", danger=True):
            self._store(template.name, None, f"删除模板“{template.name}”")

    def _store(self, name: str, value: str | None, text: str) -> None:
        from leadership_model.papers import own_templates
        from leadership_model.store.setting import SettingEdit

        key = own_templates.setting_of(name)
        edit = SettingEdit(key, self._texts.pop(key, None), value)
        if value is not None:
            self._texts[key] = value
        self.templates = own_templates.chosen(self._texts)
        self._context.workspace.write(
            partial(SettingEdit.forward, edit), text, undo=partial(SettingEdit.backward, edit)
        )
        self.changed.emit()
