from pipeline.core.clean.lines import Line, split_lines


def test_lines_know_where_they_stand() -> None:
    assert split_lines("a\n\n  b\r\nc\rd") == [
        Line("a", 0, 0, 0),
        Line("  b", 3, 2, 1),
        Line("c", 8, 3, 0),
        Line("d", 10, 4, 0),
    ]


def test_blank_lines_are_counted_but_not_kept() -> None:
    assert split_lines(" \n\t\nx\n \n") == [Line("x", 4, 2, 2)]


def test_no_text_has_no_lines() -> None:
    assert split_lines("") == []
    assert split_lines("\r\n\r\n") == []


def test_rare_separators_stay_inside_their_line() -> None:
    assert [line.text for line in split_lines("one\u2028two\x0cthree\x85four")] == ["one\u2028two\x0cthree\x85four"]
