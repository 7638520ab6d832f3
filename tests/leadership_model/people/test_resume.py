import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model import months
from leadership_model.people import resume
from leadership_model.people.resume import Line, Part, faults, read, write

CANONICAL = """1998.09--2002.07  云岭大学经济学院财政学专业学习
2002.07--2006.11  易溪县财政局科员
2006.11--2011.03  易溪县财政局预算股股长
                  （其间：2007.09--2009.12云岭省委党校在职研究生班学习；2008.03晋升副科级）
2011.03--2021.09  易溪县云梦镇党委副书记、镇长
（2009.09--2012.06云岭大学公共管理学院在职学习，获公共管理硕士学位）
2021.09--         易溪县发展和改革局党组书记、局长"""


def month(text):
    found = months.parse(text)
    assert found is not None
    return found


def shape(lines):
    return [(line.text, line.start, line.end, line.parts) for line in lines]


def only(text):
    (line,) = read(text)
    return line


def test_reads_every_part_of_the_usual_form():
    lines = read(CANONICAL)
    assert [line.number for line in lines] == [0, 1, 2, 3, 4]
    assert lines[1] == Line(
        1,
        "易溪县财政局科员",
        month("2002.07"),
        month("2006.11"),
        (),
        "2002.07--2006.11  易溪县财政局科员",
    )
    assert lines[2].parts == (
        Part("其间", "云岭省委党校在职研究生班学习", month("2007.09"), month("2009.12")),
        Part("其间", "晋升副科级", month("2008.03"), month("2008.03"), "month"),
    )
    assert [part.kind for part in lines[3].parts] == ["跨段"]
    assert lines[4].end is None


def test_canonical_text_is_written_as_it_was():
    assert write(read(CANONICAL)) == CANONICAL


def test_an_open_end_is_nine_blanks():
    assert write([Line(0, "局长", month("2021.09"))]) == "2021.09--" + " " * 9 + "局长"


def test_continuation_lines_start_with_eighteen_blanks():
    rows = write(read(CANONICAL), width=10).split("\n")
    wrapped = [row for row in rows if row.startswith(" ")]
    assert wrapped
    assert all(len(row) - len(row.lstrip()) == 18 for row in wrapped)


@pytest.mark.parametrize("width", [6, 10, 21])
def test_wrapped_text_reads_the_same(width):
    assert shape(read(write(read(CANONICAL), width))) == shape(read(CANONICAL))


@pytest.mark.parametrize(
    "text",
    [
        "2001.09--2005.07  县财政局科员",
        "2001.09-2005.07 县财政局科员",
        "2001.09—2005.07县财政局科员",
        "2001.09——2005.07  县财政局科员；",
        "2001.09－2005.07,县财政局科员。",
        "2001.09～2005.07  县财政局科员",
        "2001.9至2005.7  县财政局科员",
        "2001．09──2005．07  县财政局科员",
        "200109--200507县财政局科员",
        "2001年9月至2005年7月 县财政局科员",
        "2001.09.01--2005.07.15  县财政局科员",
        "\t2001.09--2005.07  县财政局科员",
        "  2001.09--2005.07\u00a0\u00a0县财政局科员\u200b",
        "2001.09--2005.07  县财政局\n                  科员",
        "2001.09--2005.07  县财政局\r\n                 科员",
    ],
)
def test_every_spelling_gives_one_reading(text):
    assert shape(read(text)) == [("县财政局科员", month("2001.09"), month("2005.07"), ())]


@pytest.mark.parametrize("end", ["至今     ", "今 ", "现在", "         ", "至今"])
def test_open_ends(end):
    line = only(f"2021.09--{end}县财政局局长")
    assert (line.start, line.end, line.text) == (month("2021.09"), None, "县财政局局长")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("（其间：2007.09--2009.12学习）", Part("其间", "学习", 24092, 24119)),
        ("(其间:2007.09-2009.12学习)", Part("其间", "学习", 24092, 24119)),
        ("（其间： 2007.09—2009.12 学习；）", Part("其间", "学习", 24092, 24119)),
        ("（其间：2007.09起借调）", Part("其间", "借调", 24092, None, "since")),
        ("（其间：2007.09任副科长）", Part("其间", "任副科长", 24092, 24092, "month")),
        ("（2007.09任副科长）", Part("其间", "任副科长", 24092, 24092, "month")),
        ("（2005.09--2009.12学习）", Part("跨段", "学习", 24068, 24119)),
        ("\n（2007.09--2009.12学习）", Part("跨段", "学习", 24092, 24119)),
        ("\n                  （2007.09--2009.12学习）", Part("其间", "学习", 24092, 24119)),
    ],
)
def test_brackets(text, part):
    assert only(f"2006.11--2011.03  科员{text}").parts == (part,)


def test_other_brackets_stay_in_the_text():
    line = only("2006.11--2011.03  副局长（正科级）（其间：2007.03--2007.06学习），主持工作")
    assert line.text == "副局长（正科级），主持工作"
    assert len(line.parts) == 1


def test_text_that_starts_with_digits():
    assert only("2001.09--2005.07  110指挥中心民警").text == "110指挥中心民警"
    assert only("2001.09--2005.07110指挥中心民警").text == "110指挥中心民警"


def test_a_bracket_over_two_lines_holds_no_new_entry():
    lines = read(
        "2011.03--2016.05  副镇长（其间：2012.01--2012.05跟班学习；\n"
        "                  2013.01--2014.01挂职）\n2016.05--         镇长"
    )
    assert [len(line.parts) for line in lines] == [2, 0]


def test_a_forgotten_bracket_swallows_no_entry():
    lines = read("2011.03--2016.05  副镇长（其间：2012.01--2012.05学习\n2016.05--  镇长")
    assert [line.text for line in lines] == ["副镇长", "镇长"]


def test_the_closing_block_is_a_remark():
    lines = read("2016.05--  镇长\n--重要职务重要经历：任镇长满三年\n另一行")
    assert [line.remark for line in lines] == [False, True]
    assert lines[1].text == "--重要职务重要经历：任镇长满三年\n另一行"
    assert not list(faults(lines))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("2001.13--2002.01  科员", "没有可识别的起止年月"),
        ("1998--2002 大学", "没有可识别的起止年月"),
        ("个人简历", "没有可识别的起止年月"),
        ("2005.07--2001.09  科员", "结束年月早于开始年月"),
        ("2001.09--2005.07  科员（其间：2004.13--2005.01学习）", "括号内的年月无法识别"),
        ("2001.09--2005.07  科员（其间：2004.05--2004.01学习）", "结束年月早于开始年月"),
    ],
)
def test_faults_are_named(text, word):
    ((number, sentence),) = faults(read(text))
    assert number == 0
    assert word in sentence


def test_a_sound_text_has_no_faults():
    assert not list(faults(read(CANONICAL)))


def test_every_physical_line_is_kept_in_one_entry():
    text = "说明\n\n" + CANONICAL + "\n尾注"
    assert "\n".join(line.raw for line in read(text)) == text


month_indices = st.integers(months.of(1950, 1), months.of(2049, 12))
words = st.text("县财政局科员党委书记镇长、，（）", min_size=1, max_size=12).map(
    lambda text: "云" + text.replace("（", "").replace("）", "").strip("，、；。") + "员"
)


@st.composite
def parts(draw):
    kind = draw(st.sampled_from(["其间", "跨段"]))
    start = draw(month_indices)
    span = draw(st.sampled_from(["range", "since", "month"]))
    end = {"range": start + draw(st.integers(1, 40)), "since": None, "month": start}[span]
    return Part(kind, draw(words), start, end, span)


@st.composite
def lines(draw):
    start = draw(month_indices)
    end = draw(st.none() | st.integers(start, start + 300))
    return Line(0, draw(words), start, end, tuple(draw(st.lists(parts(), max_size=3))))


@given(st.lists(lines(), min_size=1, max_size=6), st.sampled_from([None, 8, 12, 21]))
def test_what_is_written_is_read_again(listed, width):
    assert shape(read(write(listed, width))) == shape(listed)


@given(st.text("0123456789.-—至（）()其间：；\n \t年月镇长学习", max_size=80))
def test_any_text_is_read_and_kept(text):
    found = read(text)
    if text.strip():
        assert "\n".join(line.raw for line in found) == resume.normalise(text)
    list(faults(found))
    write(found)
