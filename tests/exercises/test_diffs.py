from exercises.diffs import Row, compare


def rows(before: str, after: str) -> list[Row]:
    return [row for block in compare(before, after).blocks for row in block.rows]


def test_the_same_has_no_difference() -> None:
    assert not compare("a\nb\n", "a\nb\n").any


def test_a_changed_line_shows_the_words_that_differ() -> None:
    [row] = rows("y = x.sum(axis=0)\n", "y = x.sum(axis=1)\n")
    assert row.before
    assert row.after

    assert row.kind == "changed"
    assert [piece.text for piece in row.before.pieces if piece.changed] == ["0"]
    assert [piece.text for piece in row.after.pieces if piece.changed] == ["1"]


def test_a_line_that_shares_nothing_is_changed_as_a_whole() -> None:
    [row] = rows("return x\n", "for i in range(9): pass\n")
    assert row.before

    assert not any(piece.changed for piece in row.before.pieces)


def test_added_and_removed_lines_have_one_side() -> None:
    assert [row.kind for row in rows("a\nb\n", "a\nb\nc\n")] == ["same", "same", "added"]
    assert [row.kind for row in rows("a\nb\nc\n", "a\nb\n")] == ["same", "same", "removed"]


def test_lines_keep_their_numbers() -> None:
    last = rows("a\nb\nc\n", "a\nc\n")[-1]
    assert last.before
    assert last.after

    assert (last.before.number, last.after.number) == (3, 2)


def test_long_stretches_that_are_the_same_are_left_out() -> None:
    before = "".join(f"line {n}\n" for n in range(40))
    diff = compare(before, before.replace("line 5\n", "x\n").replace("line 35\n", "y\n"))

    assert [block.skipped for block in diff.blocks] == [2, 23]
    assert (diff.added, diff.removed) == (2, 2)
