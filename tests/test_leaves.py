"""A text is cut into leaves between paragraphs, sentences or words, and never loses a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.view.leaves import parts, turning

NO_ENDS: frozenset[int] = frozenset()


def cut(text: str, most: int, ends: frozenset[int] = NO_ENDS) -> list[str]:
    return [span.of(text) for span in parts(text, ends, most)]


def test_a_paragraph_ends_a_leaf_that_is_full_enough() -> None:
    assert cut("satu dua\ntiga empat lima", 12) == ["satu dua\n", "tiga empat", " lima"]


def test_a_sentence_ends_a_leaf_without_a_paragraph() -> None:
    assert cut("Satu dua. Tiga empat lima.", 14, frozenset({9, 26})) == ["Satu dua.", " Tiga empat", " lima."]


def test_an_emoji_counts_as_telegram_counts_it() -> None:
    assert cut("😀😀😀😀", 5) == ["😀😀", "😀😀"]


@given(st.text(max_size=200), st.integers(2, 40), st.sets(st.integers(0, 200)))
def test_no_character_is_lost_and_no_leaf_too_long(text: str, most: int, ends: set[int]) -> None:
    leaves = cut(text, most, frozenset(ends))
    assert "".join(leaves) == text
    assert all(0 < len(leaf.encode("utf-16-le")) <= 2 * most for leaf in leaves)


@pytest.mark.parametrize(
    ("number", "labels"),
    [(0, ["2 ›", "5 »"]), (1, ["‹ 1", "3 ›", "5 »"]), (2, ["« 1", "‹ 2", "4 ›", "5 »"]), (4, ["« 1", "‹ 4"])],
)
def test_every_button_says_where_it_turns_to(number: int, labels: list[str]) -> None:
    keyboard = turning("706c325e2381", "article", number, 5)
    assert keyboard is not None
    assert [button.label for row in keyboard for button in row] == labels


def test_one_leaf_has_no_buttons_and_a_long_id_none_that_could_carry_it() -> None:
    assert turning("706c325e2381", "article", 0, 1) == ()
    assert turning("x" * 60, "article", 0, 2) is None
