import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter

from leadership_model.charts.spec import Bar, Bars
from leadership_model.errors import UserError
from leadership_model.papers import form
from leadership_model.papers.form_text import form_text
from leadership_model.papers.paper import A4, Box, Drawing, Page, Paper, Paragraph, Picture, Run
from leadership_model.people.person import Person
from leadership_model.people.snapshot import of_records
from leadership_model.sample.photo import draw
from ui import theme
from ui.printing import faces, files, text


def box(words, x=200.0, y=200.0, wide=400.0, high=100.0, **more):
    return Box(x, y, wide, high, (Paragraph((Run(words),)),), **more)


def dark(image, x, y, wide, high, dpi=100):
    """Count dark pixels of a part of a page given in tenths of a millimetre."""
    unit = dpi / 254
    found = 0
    for i in range(round(x * unit), round((x + wide) * unit)):
        for j in range(round(y * unit), round((y + high) * unit)):
            found += image.pixelColor(i, j).lightness() < 100
    return found


@pytest.fixture
def paper(look):
    return Paper("测试", (Page((box("任免"),)), Page((box("第二页"),), size=(A4[1], A4[0]))))


def test_a_pdf_holds_all_pages_and_its_fonts(paper, tmp_path):
    target = tmp_path / "a.pdf"
    files.write_pdf(target, paper)
    content = target.read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") + content.count(b"/Type /Page ") == 2
    assert b"FontFile" in content
    assert list(tmp_path.iterdir()) == [target]


def test_pages_of_a_picture_are_numbered_and_as_large_as_the_paper(paper, tmp_path):
    written = files.write_png(tmp_path / "a.png", paper, 100)
    assert [path.name for path in written] == ["a-1.png", "a-2.png"]
    first, second = (QImage(str(path)) for path in written)
    assert (first.width(), first.height()) == (round(2100 * 100 / 254), round(2970 * 100 / 254))
    assert first.width() == second.height()
    assert sorted(tmp_path.iterdir()) == sorted(written)


def test_one_page_keeps_the_name_asked_for(paper, tmp_path):
    written = files.write_png(tmp_path / "a.png", Paper("一", paper.pages[:1]))
    assert written == [tmp_path / "a.png"]


@pytest.mark.parametrize("write", [files.write_pdf, files.write_png])
def test_a_place_that_cannot_be_written_is_refused_with_a_sentence(paper, tmp_path, write):
    with pytest.raises(UserError, match="无法写入"):
        write(tmp_path / "没有" / "a.pdf", paper)
    with pytest.raises(UserError, match="没有可输出的内容"):
        write(tmp_path / "a.pdf", Paper("空", ()))


def test_text_and_borders_lie_in_the_box_in_black_whatever_the_look(look, family):
    theme.use(theme.Look(scheme="dark", family=family))
    page = Page((box("任免审批", borders=(1.0, 1.0, 1.0, 1.0)),))
    image = files.picture(page, 100)
    assert theme.dark()
    assert dark(image, 205, 210, 390, 80) > 50
    assert dark(image, 195, 195, 410, 10) > 100
    assert dark(image, 0, 0, 180, 180) == 0
    assert dark(image, 200, 320, 800, 300) == 0


@pytest.mark.parametrize(("valign", "upper"), [("top", True), ("bottom", False)])
def test_text_stands_where_the_box_says(look, valign, upper):
    image = files.picture(Page((box("任免", high=400.0, valign=valign),)), 100)
    above, below = dark(image, 200, 200, 400, 200), dark(image, 200, 400, 400, 200)
    assert (above > 0) == upper
    assert (below > 0) != upper


def test_wrapped_lines_hang_behind_the_dates(look):
    words = "2002.09--2005.07\t云溪师范专科学校政治学与行政学专业学习"
    paragraph = Paragraph((Run(words),), hanging=9 * 14.0)
    lines = text.lines_of(paragraph, 20 * 14.0 * text.POINT)
    assert len(lines) == 2
    assert lines[0].startswith("2002.09--2005.07")
    assert "".join(lines) == words


def test_a_picture_keeps_its_proportions(look):
    jpeg = draw(1, "p-1")
    photo = QImage.fromData(jpeg)
    image = files.picture(Page(pictures=(Picture(200, 200, 1600, 400, jpeg),)), 100)
    shown = [x for x in range(image.width()) if image.pixelColor(x, 157).lightness() < 250]
    wide = (shown[-1] - shown[0]) * 254 / 100
    assert wide == pytest.approx(400 * photo.width() / photo.height(), rel=0.05)


def test_a_chart_is_drawn_in_light_colours(look, family):
    theme.use(theme.Look(scheme="dark", family=family))
    chart = Bars(title="图", bars=(Bar(label="甲", value=3),), horizontal=True)
    image = files.picture(Page(drawings=(Drawing(200, 200, 800, 200, chart),)), 100)
    tones = {image.pixelColor(x, y).name() for x in range(79, 394) for y in range(79, 157)}
    assert theme.LIGHT.c1.lower() in tones
    assert theme.DARK.c1.lower() not in tones


def test_faces_of_papers_resolve_to_families_that_exist(look):
    from PySide6.QtGui import QFontDatabase

    for face in ("宋体", "黑体", "仿宋", "没有的字体"):
        assert faces.family(face) in QFontDatabase.families()
    assert faces.family("宋体") != faces.family("黑体")


def test_the_lines_of_the_form_are_painted_where_the_template_has_them(look):
    """A dot is a tenth of a millimetre: the edges of the template in twips x 254 / 1440."""
    first = form.paper(form_text(of_records([Person(id="p", name="沈岚")]), 0, 24000)).pages[0]
    image = files.picture(first, 254)
    found = [
        x
        for x in range(200, 1900)
        if sum(image.pixelColor(x, y).lightness() < 128 for y in range(265, 380, 5)) > 20
    ]
    for edge in (220.0, 399.9, 630.1, 817.6, 1047.2, 1279.2, 1513.8, 1876.8):
        assert any(abs(x + 0.5 - edge) <= 2.5 for x in found), edge
    assert image.width() == 2100


def test_a_photo_that_fills_its_place_keeps_its_proportions(look):
    """A picture twice as wide as its place: both sides are cut off, nothing is squeezed."""
    wide = QImage(200, 100, QImage.Format.Format_RGB32)
    wide.fill(Qt.GlobalColor.white)
    painter = QPainter(wide)
    painter.fillRect(50, 0, 100, 100, Qt.GlobalColor.red)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    wide.save(buffer, "PNG")
    page = Page(pictures=(Picture(100, 100, 300, 300, bytes(content.data()), fill=True),))
    image = files.picture(page, 254)
    assert image.pixelColor(105, 250).red() > 200
    assert image.pixelColor(105, 250).green() < 80
    assert image.pixelColor(395, 395).green() < 80
    assert image.pixelColor(405, 250).green() > 200


def only_shipped(face):
    """A machine without any Chinese face of its own."""
    return "Noto Serif SC"


def its_own(face):
    """A machine that has 宋体 and 仿宋."""
    return {"宋体": "SimSun", "仿宋": "FangSong"}[face]


def test_faces_the_machine_has_not_are_told_once(look, monkeypatch):
    texts = (Paragraph((Run("甲"), Run("乙", face="仿宋"), Run("丙"))),)
    paper = Paper("两种字体", (Page((Box(0, 0, 100, 100, texts),)),))
    monkeypatch.setattr(faces, "family", only_shipped)
    assert faces.told(paper) == "本机没有宋体、仿宋，以 Noto Serif SC 代替显示和打印。"
    monkeypatch.setattr(faces, "family", its_own)
    assert faces.told(paper) == ""
