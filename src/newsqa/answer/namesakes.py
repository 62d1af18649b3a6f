"""Whether an article tells of another of the name: of Sunan Giri where Sunan Gita is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newsqa.answer import days, kinship
from newsqa.answer.view import Group, View, alike, is_word
from newsqa.model import Question
from newsqa.text.words import Token, tokens

_ABBREVIATED = 2  # letters in which a word may be short for one: "rd", "st"
_SHORT = 3  # letters in which the beginnings of two words are the same that may be one


def is_another(question: Question, view: View) -> bool:
    """Tell whether a name in the question stands in the article with another ending wherever it stands."""
    found: bool = view.once("another name", question.terms, lambda: any(_others(question, view)))
    return found


def _others(question: Question, view: View) -> Iterator[bool]:
    """Yield for each two words of a name in the question whether the article has only others behind the first."""
    groups = {group[0]: group for group in question.terms}
    words = tokens(question.text)
    asked = frozenset(word.normal for word in words)
    for first, second in pairwise(words):
        group = groups.get(second.normal)
        if group and first.normal in groups and _is_lacking(view, group, second):
            behind = list(_behind(view, first.normal))
            yield bool(behind) and all(w and _is_other(view, w, group) and w.normal not in asked for w in behind)


def _is_lacking(view: View, group: Group, word: Token) -> bool:
    """Tell whether a word is of a name, or a number behind one that is no date, and stands nowhere in the article.

    Of "March 2024" an article may tell only the day: "March 5".
    """
    named = word.text.isdigit() or (not is_word(group) and (word.text[0].isupper() or view.is_name(group)))
    dated = any(term.startswith(days.TERM) for term in group)
    long = len(word.text) > _ABBREVIATED and not word.text.isupper()
    return named and long and not dated and not kinship.told_at(view, group) and not _is_shortened(view, word.normal)


def _is_shortened(view: View, asked: str) -> bool:
    """Tell whether a name in the article begins with a word, as "Rismaharini" does with "Risma"."""
    names = frozenset[str]().union(*view.page.called.values())
    return len(asked) > _SHORT and any(name.startswith(asked) for name in names)


def _behind(view: View, first: str) -> Iterator[Token | None]:
    """Yield what stands behind each of the places of a word, where it goes on a name."""
    for place in view.page.index[first]:
        words = view.page.words_of(place) if place >= 0 else []
        for one, next_ in pairwise([*words, None]):
            if one and one.normal == first:
                yield next_ if next_ and _goes_on(view, one, next_) else None


def _goes_on(view: View, one: Token, next_: Token) -> bool:
    between = view.text[one.end : next_.start]
    return between == " " and (next_.text[0].isupper() or next_.text.isdigit())


def _is_other(view: View, word: Token, group: Group) -> bool:
    """Tell whether a word is no spelling, initial or short form of the asked one, nor the holder of its office."""
    one, asked = word.normal, group[0]
    if one.isdigit() or asked.isdigit():
        return one.isdigit() and asked.isdigit()
    holder = len(group) > 1 and one in view.page.people
    short = word.text.isupper() or one.startswith(asked[:_SHORT]) or asked.startswith(one[:_SHORT])
    return not (holder or short or alike(one, asked))
