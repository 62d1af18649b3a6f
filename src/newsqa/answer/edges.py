"""Whether words that may answer begin and end where a phrase does, or inside one, and what stands beside them."""

from __future__ import annotations

from functools import cache

from newsqa.answer.lines import Line
from newsqa.answer.objects import deeds
from newsqa.answer.row_ends import verbs
from newsqa.languages import load


def features(line: Line, first: int, last: int) -> dict[str, float]:
    """Return the sorts of the words beside the words `first` to `last`.

    1 for each edge that cuts a phrase in two, "broken collar|*bone*".
    """
    return {
        "begins inside": float(_joined(line, first - 1)),
        "ends inside": float(_joined(line, last)),
        f"left {_beside(line, first, -1)}": 1.0,
        f"right {_beside(line, last, 1)}": 1.0,
    }


def runs_on(line: Line, first: int, last: int) -> bool:
    """Tell whether a noun goes on with what somebody does besides: "a *broken thumb and will be out*"."""
    language = load(line.view.found.language)
    helps = language.facts.helpers | language.facts.before_plain
    does = [at in verbs(line) or line.words[at].normal in helps for at in range(first, last + 1)]
    at = next((i for i, deed in enumerate(does) if deed), 0)
    return at > 1 and line.words[first + at - 1].normal in language.questions.row_joins


def _beside(line: Line, at: int, step: int) -> str:
    """Return the sort of the word beside one; "edge" behind a mark, or where the sentence ends."""
    other = at + step
    if not 0 <= other < len(line.words):
        return "edge"
    low = min(at, other)
    if not line.view.text[line.words[low].end : line.words[low + 1].start].isspace():
        return "edge"
    if other in line.once("asked deeds", lambda: frozenset(deeds(line))):
        return "asked"
    return line.once("sorts", lambda: _sorts(line))[other]


def _sorts(line: Line) -> list[str]:
    """Return the sort of each word of a sentence."""
    small = _small(line.view.found.language)
    return ["verb" if at in verbs(line) else small.get(w.normal) or _written(w.text) for at, w in enumerate(line.words)]


def _written(word: str) -> str:
    return "number" if word[0].isdigit() else "name" if word[0].isupper() else "plain"


@cache
def _small(code: str) -> dict[str, str]:
    """Return the small words of a language with their sorts; of several the last."""
    language = load(code)
    sorts = {
        "small": language.about.function_words,
        "helper": language.facts.helpers,
        "article": language.facts.before_noun,
        "preposition": language.facts.prepositions,
        "join": language.questions.row_joins,
        "opener": (*language.modality.openers, *language.modality.breaks, *language.facts.relative),
    }
    return {word: sort for sort, words in sorts.items() for word in words}


def _joined(line: Line, at: int) -> bool:
    """Tell whether a word and the next belong together: neither is small nor a deed, and nothing parts them."""
    if at < 0 or at + 1 >= len(line.words) or line.clauses[at] != line.clauses[at + 1]:
        return False
    language = load(line.view.found.language)
    small = frozenset((*language.about.function_words, *language.facts.prepositions))
    parted = not line.view.text[line.words[at].end : line.words[at + 1].start].isspace()
    return not parted and not any(line.words[i].normal in small or i in verbs(line) for i in (at, at + 1))
