"""Head and conditions of a portrait as sentences of tokens."""

from leadership_model.elements.catalogue import Catalogue
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.structure import compose, portrait_edit, portrait_phrase
from leadership_model.structure.model import HEADINGS, Portrait
from leadership_model.structure.phrase import NO_BASIS
from leadership_model.structure.portrait_phrase import Item
from leadership_model.structure.requirement import Average
from ui.pages.structure.requirement_tokens import Choices, TokenLine, plain

PLACES = ("党委", "人大", "政府", "政协", "法院", "检察院")
HEAD_HINTS = {
    "label": "画像的名称",
    "role": "正职、副职、其他、不限",
    "post_kind": "职务名称里的字，如 书记、组织部部长",
    "place": "班子在一地各班子中的位置",
    "key": "重点岗位列入模型，一般岗位用通用权重",
    "basis": "依据：文件名称和条款",
}
TERM_HINTS = {
    "heading": "列入哪个标题",
    "label": "这一条的名称",
    "condition": "条件，如 曾任 乡镇党政正职 满 24 个月",
    "form": "符合条件得分，或按数值的程度得分",
    "element": "数值类的要素、拼音",
    "start": "从多少起计分",
    "full": "到多少得满分",
    "points": "分值",
    "basis": "依据：用到敏感要素时须写明法规条款",
}


class HeadLine(TokenLine):
    """Which posts a portrait is for."""

    def __init__(self) -> None:
        super().__init__()
        self._portrait: Portrait | None = None

    def show_portrait(self, portrait: Portrait) -> None:
        """Show another portrait."""
        self._portrait = portrait
        self.show_pieces(portrait_phrase.head_pieces(portrait))

    def hint(self, slot: str) -> str:
        return HEAD_HINTS.get(slot, "")

    def fault(self, slot: str, text: str) -> str:
        if self._portrait is None:
            return ""
        try:
            portrait_edit.edited_head(self._portrait, slot, text)
        except UserError as error:
            return error.sentence
        return ""

    def choices(self, slot: str) -> Choices:
        match slot:
            case "role":
                return plain(("正职", "副职", "其他", portrait_phrase.ANY))
            case "place":
                return plain((*PLACES, portrait_phrase.ANY))
            case "key":
                return plain(tuple(portrait_phrase.KEY_WORDS.values()))
            case "post_kind":
                kinds = codes.offered("post_kinds")
                return plain((portrait_phrase.ANY, *kinds), typed=True)
            case "basis":
                return plain((NO_BASIS,), typed=True)
            case _:
                return Choices()


class TermLine(TokenLine):
    """One condition of a portrait."""

    def __init__(self) -> None:
        super().__init__()
        self._portrait: Portrait | None = None
        self._item: Item | None = None
        self._names: Catalogue | None = None

    def show_item(self, portrait: Portrait, item: Item, names: Catalogue) -> None:
        """Show another condition."""
        self._portrait, self._item, self._names = portrait, item, names
        self.show_pieces(portrait_phrase.item_pieces(portrait, item))

    def hint(self, slot: str) -> str:
        return TERM_HINTS.get(slot, "")

    def fault(self, slot: str, text: str) -> str:
        if self._portrait is None or self._item is None or self._names is None:
            return ""
        try:
            portrait_edit.edited(self._portrait, self._item, slot, text, self._names)
        except UserError as error:
            return error.sentence
        return ""

    def choices(self, slot: str) -> Choices:
        match slot:
            case "heading":
                return plain(HEADINGS)
            case "form":
                return plain(tuple(portrait_phrase.FORMS.values()))
            case "element" if self._names is not None:
                names = self._names
                fitting = compose.elements_for(Average(""), names)
                return plain([each for each in fitting if not names.sensitive(each)])
            case "points":
                return plain(tuple(str(n) for n in (5, 10, 15, 20, 25, 30)), typed=True)
            case "start" | "full":
                return plain(tuple(str(n) for n in (0, 1, 2, 3, 12, 24, 36, 48, 60)), typed=True)
            case _:
                return Choices()
