from leadership_model.people.continuation import carried_on

NOW = 2026 * 12 + 10
RESUME = "2005.09--2021.06  安宁县某镇镇长\n2021.06--         安宁县副县长"


def test_the_open_line_is_closed_and_the_next_begun():
    assert carried_on(RESUME, NOW, "永平县县长").split("\n") == [
        "2005.09--2021.06  安宁县某镇镇长",
        "2021.06--2026.11  安宁县副县长",
        "2026.11--         永平县县长",
    ]
    assert carried_on(RESUME, NOW, "调出", begins=False).endswith("2021.06--2026.11  安宁县副县长")
    assert carried_on("", NOW, "安宁县副县长") == "2026.11--         安宁县副县长"


def test_notes_and_wrapped_rows_stay():
    text = "2021.06--至今     安宁县\n                  副县长\n--重要职务重要经历：无"
    assert carried_on(text, NOW, "永平县副县长").split("\n") == [
        "2021.06--2026.11  安宁县",
        "                  副县长",
        "2026.11--         永平县副县长",
        "--重要职务重要经历：无",
    ]


def test_without_words_or_before_the_open_line_the_text_stays():
    assert carried_on(RESUME, NOW, "") == RESUME
    assert carried_on(RESUME, 2021 * 12 + 5, "永平县县长") == RESUME
