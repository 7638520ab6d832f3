"""The style sheet, written from the tokens in force. Sizes of text are given here and only here."""

from ui import sheet_images, theme

# role of a QLabel -> (size, bold, token)
ROLES: dict[str, tuple[int, bool, str]] = {
    "title": (20, True, "text"),
    "section": (16, True, "text"),
    "name": (15, True, "text"),
    "card": (14, True, "text"),
    "body": (14, False, "text"),
    "cell": (13, False, "text"),
    "cell2": (13, False, "text2"),
    "strong": (13, True, "text"),
    "note": (12, False, "text2"),
    "faint": (12, False, "text3"),
    "figure": (24, False, "text"),
    "figure-small": (18, False, "text"),
    "link": (12, False, "accent"),
    "error": (12, False, "red_text"),
    "good": (12, False, "green_text"),
    "near": (12, False, "yellow_text"),
}


def write() -> str:
    """Write the whole sheet for the look in force."""
    words: dict[str, object] = {
        name: getattr(theme.tokens(), name) for name in theme.Tokens.__slots__
    }
    words |= {f"p{size}": theme.px(size) for size in range(1, 80)}
    words |= sheet_images.make()
    return (
        "\n".join(part % words for part in (_GROUND, _BUTTONS, _FIELDS, _LISTS, _FRAME)) + _roles()
    )


def _roles() -> str:
    lines = []
    for role, (size, bold, token) in ROLES.items():
        weight = "bold" if bold else "normal"
        lines.append(
            f'QLabel[role="{role}"] {{ font-size: {theme.px(size)}px; font-weight: {weight};'
            f" color: {getattr(theme.tokens(), token)}; background: transparent; }}"
        )
    return "\n".join(lines)


_GROUND = """
* { font-size: %(p14)dpx; outline: none; }
QWidget { color: %(text)s; }
QMainWindow, QDialog, #ground { background: %(ground)s; }
QToolTip { background: %(surface)s; color: %(text)s; border: 1px solid %(line2)s; padding: 4px 6px;
  font-size: %(p12)dpx; }
QLabel { background: transparent; }
#card { background: %(surface)s; border: 1px solid %(line)s; border-radius: 6px; }
#sunk { background: %(sunken)s; border: none; border-radius: 6px; }
#droptarget { background: transparent; border: 2px solid %(accent)s; border-radius: 6px; }
#seg { background: %(sunken)s; border: 1px solid %(line)s; border-radius: 6px; }
#bar { background: %(surface)s; border: none; }
#popup { background: %(surface)s; border: 1px solid %(line2)s; border-radius: 6px; }
#hairline { background: %(line)s; border: none; }
#notice { background: %(accentsoft)s; border: 1px solid %(accentline)s; border-radius: 6px; }
QScrollArea, QScrollArea > QWidget > QWidget#plain { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: %(line2)s; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: %(text3)s; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: %(accentline)s; }
"""

_BUTTONS = """
QPushButton, QToolButton { background: %(surface)s; border: 1px solid %(line2)s;
  border-radius: 6px; padding: 0 11px; min-height: %(p28)dpx; color: %(text)s; }
QPushButton:hover, QToolButton:hover { background: %(sunken)s; }
QPushButton:pressed, QToolButton:pressed { background: %(greys)s; }
QPushButton:focus, QToolButton:focus { border-color: %(accent)s; }
QPushButton:disabled, QToolButton:disabled { color: %(text3)s; background: %(sunken)s;
  border-color: %(line)s; }
QPushButton[kind="primary"] { background: %(accent)s; border-color: %(accent)s;
  color: %(onaccent)s; }
QPushButton[kind="primary"]:hover { background: %(accenthover)s; }
QPushButton[kind="primary"]:focus { border: 1px solid %(text)s; }
QPushButton[kind="primary"]:disabled { background: %(greys)s; border-color: %(line2)s;
  color: %(text3)s; }
QPushButton[kind="danger"] { color: %(red_text)s; border-color: %(red)s; }
QPushButton[kind="small"], QToolButton[kind="small"] { min-height: %(p22)dpx; padding: 0 8px;
  font-size: %(p12)dpx; border-radius: 5px; }
QPushButton[kind="link"], QToolButton[kind="link"] { border: none; background: transparent;
  color: %(accent)s; padding: 0 2px; min-height: %(p20)dpx; font-size: %(p12)dpx;
  text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:disabled { color: %(text3)s; }
QPushButton[kind="count"] { border: none; background: transparent; padding: 0;
  min-height: %(p18)dpx; font-size: %(p12)dpx; color: %(text2)s; text-align: right; }
QPushButton[kind="count"]:hover, QPushButton[kind="count"]:focus { color: %(accent)s;
  text-decoration: underline; }
QFrame#dropbar { background: %(accent)s; border: none; border-radius: 1px; }
QPushButton[kind="figure"] { border: none; background: transparent; padding: 0;
  min-height: %(p22)dpx; font-size: %(p16)dpx; color: %(text)s; }
QPushButton[kind="figure"]:disabled { color: %(text)s; background: transparent; border: none; }
QPushButton[kind="figure"][tone="green"] { color: %(green_text)s; }
QPushButton[kind="figure"][tone="yellow"] { color: %(yellow_text)s; }
QPushButton[kind="figure"][tone="red"] { color: %(red_text)s; }
QPushButton[kind="figure"]:hover:enabled, QPushButton[kind="figure"]:focus {
  text-decoration: underline; }
QPushButton[kind="plain"] { border: 1px solid transparent; background: transparent;
  padding: 0 10px 0 6px; font-weight: bold;
  text-align: left; }
QPushButton[kind="plain"]:hover { background: %(greys)s; }
QPushButton[kind="plain"]:focus { border-color: %(accent)s; }
QPushButton[kind="tile"] { text-align: left; padding: 12px 14px; border-color: %(line)s; }
QPushButton[kind="tile"]:hover { border-color: %(accent)s; background: %(surface)s; }
QPushButton[kind="ghost"], QToolButton[kind="ghost"], QToolButton[kind="icon"] {
  border: 1px solid transparent; background: transparent; }
QToolButton[kind="icon"] { padding: 0; min-height: %(p28)dpx; min-width: %(p28)dpx; }
QToolButton[kind="iconsmall"] { border: 1px solid transparent; background: transparent;
  padding: 0; min-height: %(p22)dpx; min-width: %(p22)dpx; }
QPushButton[kind="ghost"]:hover, QToolButton[kind="ghost"]:hover, QToolButton[kind="icon"]:hover,
QToolButton[kind="iconsmall"]:hover { background: %(greys)s; }
QPushButton[kind="ghost"]:focus, QToolButton[kind="ghost"]:focus, QToolButton[kind="icon"]:focus,
QToolButton[kind="iconsmall"]:focus { border-color: %(accent)s; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="segment"] { border: 1px solid transparent; background: transparent;
  min-height: %(p22)dpx; padding: 0 %(p10)dpx; font-size: %(p13)dpx; border-radius: 5px;
  color: %(text2)s; }
QPushButton[kind="segment"]:hover { color: %(text)s; }
QPushButton[kind="segment"]:checked { background: %(surface)s; border-color: %(line2)s;
  color: %(text)s; }
QPushButton[kind="segment"]:focus { border-color: %(accent)s; }
QPushButton[kind="token"] { background: %(accentsoft)s; border: 1px solid %(accentline)s;
  color: %(accent)s; min-height: %(p26)dpx; padding: 0 7px; border-radius: 4px; }
QPushButton[kind="token"]:hover { border-color: %(accent)s; }
QPushButton[kind="token"][opened="true"], QPushButton[kind="token"]:focus {
  border: 2px solid %(accent)s; padding: 0 6px; min-height: %(p24)dpx; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit {
  background: %(surface)s; border: 1px solid %(line2)s; border-radius: 6px; color: %(text)s;
  selection-background-color: %(accent)s; selection-color: %(onaccent)s; }
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit { min-height: %(p28)dpx;
  padding: 0 8px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QComboBox:focus { border-color: %(accent)s; }
QLineEdit[wrong="true"], QSpinBox[wrong="true"], QComboBox[wrong="true"] {
  border-color: %(red)s; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled { background: %(sunken)s;
  color: %(text3)s; }
QLineEdit > QToolButton { border: none; background: transparent; padding: 0; margin: 0;
  min-height: 0; min-width: 0; }
QLineEdit[kind="well"], QPushButton[kind="well"] { background: %(sunken)s;
  border: 1px solid %(line)s; }
QPushButton[kind="well"] { color: %(text2)s; text-align: left; padding: 0 10px; }
QPushButton[kind="well"]:hover { border-color: %(line2)s; }
QPushButton[kind="well"]:focus { border-color: %(accent)s; }
QLineEdit[size="small"], QComboBox[size="small"] { min-height: %(p22)dpx; font-size: %(p12)dpx;
  border-radius: 5px; }
QComboBox::drop-down { border: none; width: %(p24)dpx; }
QComboBox::down-arrow { image: url(%(chevron)s); width: %(p14)dpx; height: %(p14)dpx; }
QComboBox QAbstractItemView { background: %(surface)s; border: 1px solid %(line2)s;
  selection-background-color: %(sel)s; selection-color: %(text)s; padding: 2px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button,
QDoubleSpinBox::down-button { border: none; width: %(p18)dpx; background: transparent; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(%(up)s); width: %(p12)dpx;
  height: %(p12)dpx; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(%(chevron)s); width: %(p12)dpx;
  height: %(p12)dpx; }
QCheckBox, QRadioButton { spacing: 7px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {
  width: %(p14)dpx; height: %(p14)dpx;
  border: 1px solid %(line2)s; background: %(surface)s; }
QCheckBox::indicator, QListView::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: %(p8)dpx; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: %(accent)s; }
QCheckBox:focus, QRadioButton:focus { color: %(accent)s; }
QCheckBox::indicator:checked, QListView::indicator:checked {
  background: %(accent)s; border-color: %(accent)s;
  image: url(%(check)s); }
QCheckBox::indicator:indeterminate { background: %(accent)s; border-color: %(accent)s;
  image: url(%(minus)s); }
QRadioButton::indicator:checked { border-color: %(accent)s; image: url(%(dot)s); }
QSlider::groove:horizontal { height: 4px; background: %(greys)s; border-radius: 2px; }
QSlider::sub-page:horizontal { background: %(accent)s; border-radius: 2px; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -5px 0; border-radius: 7px;
  background: %(surface)s; border: 2px solid %(accent)s; }
"""

_LISTS = """
QAbstractItemView { background: %(surface)s; border: none; outline: none;
  selection-background-color: %(sel)s; selection-color: %(text)s; }
QTableView, QTreeView, QListView { font-size: %(p13)dpx; }
QHeaderView { background: %(surface)s; border: none; font-size: %(p12)dpx; }
QHeaderView::section { background: %(surface)s; color: %(text2)s; border: none;
  border-bottom: 1px solid %(line2)s; padding: 0 8px; font-size: %(p12)dpx;
  height: %(p28)dpx; }
QTableCornerButton::section { background: %(surface)s; border: none; }
QTreeView::item, QListView::item { min-height: %(p29)dpx; border-bottom: 1px solid %(line)s; }
QTreeView::item:selected, QListView::item:selected { background: %(sel)s; color: %(text)s; }
QTreeView::item:hover, QListView::item:hover { background: %(sunken)s; }
QTreeView::item:selected:hover, QListView::item:selected:hover { background: %(sel)s; }
QTreeView::branch { background: transparent; border-bottom: 1px solid transparent; }
QTreeView::branch:selected { background: %(sel)s; }
QTreeView::branch:has-children:closed { image: url(%(right)s); }
QTreeView::branch:has-children:open { image: url(%(chevron)s); }
QMenu { background: %(surface)s; border: 1px solid %(line2)s; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 10px; border-radius: 4px; font-size: %(p13)dpx; }
QMenu::item:selected { background: %(sel)s; color: %(text)s; }
QMenu::item:disabled { color: %(text3)s; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: %(line)s; margin: 4px 6px; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent;
  padding: 0 12px; height: %(p34)dpx; color: %(text2)s; }
QTabBar::tab:hover { color: %(text)s; }
QTabBar::tab:selected { color: %(accent)s; border-bottom: 2px solid %(accent)s; }
QTabBar::tab:focus { color: %(accent)s; }
QTabWidget::pane { border: none; }
"""

_FRAME = """
#topbar { background: %(surface)s; border: none; border-bottom: 1px solid %(line)s; }
#rail { background: %(rail)s; border: none; border-right: 1px solid %(line)s; }
#statusbar { background: %(surface)s; border: none; border-top: 1px solid %(line)s; }
#statusbar QLabel { font-size: %(p12)dpx; color: %(text2)s; }
#statusbar QPushButton[kind="link"] { min-height: %(p18)dpx; }
#drawer { background: %(surface)s; border: none; border-left: 1px solid %(line)s; }
QToolButton[kind="nav"] { border: 1px solid transparent; background: transparent;
  border-radius: 6px; padding: 0 10px; min-height: %(p34)dpx; text-align: left;
  color: %(text2)s; }
QToolButton[kind="nav"]:hover { background: %(greys)s; }
QToolButton[kind="nav"]:checked { background: %(accentsoft)s; color: %(accent)s; }
QToolButton[kind="nav"]:focus { border-color: %(accentline)s; }
QToolButton[kind="navsmall"] { border: 1px solid transparent; background: transparent;
  border-radius: 6px; padding: 3px 0 1px 0; font-size: %(p12)dpx; color: %(text2)s; }
QToolButton[kind="nav"]:disabled, QToolButton[kind="navsmall"]:disabled,
QToolButton[kind="icon"]:disabled { color: %(text3)s; border-color: transparent;
  background: transparent; }
QToolButton[kind="navsmall"]:hover { background: %(greys)s; }
QToolButton[kind="navsmall"]:checked { background: %(accentsoft)s; color: %(accent)s; }
QToolButton[kind="navsmall"]:focus { border-color: %(accentline)s; }
"""
