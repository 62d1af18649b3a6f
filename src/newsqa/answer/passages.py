"""Find the articles that share a question's words: rare words first, common ones only together with a rare one."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from newsqa.answer.reading import Asked, Content
from newsqa.store.protocol import Hit, Query, Store
from newsqa.text.name_keys import nearest, tiers

_POSTINGS = 4000  # sentences; a word that stands in fewer says the more, the fewer they are
_EVERY = 1 << 60  # a word is counted, or guessed, as far as it stands
_NEAR = 200  # words of names that are compared with one that stands nowhere
_ENOUGH = 20  # such words found by their letters; those that only sound alike are then not looked for
_SHORTEST_NAME = 5  # letters; a shorter word is like too many
_LIMIT = 250  # sentences read for one word; a commoner word is asked for only beside the rarest
_TOGETHER_MOST = 750  # are, for two words together, among which the one that has a third may be old
_COMMON = 1000  # sentences from which a word is common; a sentence with all words is sought first where all are
_ALL = 4  # of which are sought in one sentence, the rarest
_BUDGET = 500_000  # sentences that are walked through for common words, about 15 ns each
_ONE_BY_ONE = 150_000  # of them are, from a rare word to each common one, before all are sought in one sentence
_SELDOM = 4  # of a third word, what of a second is walked through
_SELDOM_ENOUGH = 12_000  # are, of the rarest word, for another to stand beside it in few enough to read
_LEAP = 1000  # of them take as long as to look up the next sentence of a word from another's
_WORDS = 12  # of a question are looked for, those that stand in the fewest sentences
_TOGETHER = 0.25  # what words count more that stand in one sentence
_ARTICLES = 5  # may be looked into for one question
_FEW = 2  # are for a single word, which tells no article from another: of 3,415 questions none is answered by a third
_TELLING = 0.5  # share of what the best says that another must say: of 793 right answers the farthest stood at 0.73
_DEADLINE = 0.05  # seconds of work that looking may take; what was found by then is what there is


class Passage(NamedTuple):
    """An article that shares words with a question, and how much they say together."""

    article: str
    score: float


def likely(store: Store, scope: str, asked: Asked) -> list[Passage]:
    """Return the articles that may be looked into for a question, best first."""
    return find(store, scope, asked, _ARTICLES if len(asked.contents) > 1 else _FEW)


def telling(found: Sequence[Passage]) -> list[Passage]:
    """Return those that say half as much of the question as the best one does; no other answers it."""
    return [one for one in found if one.score >= _TELLING * found[0].score]


def ahead(found: Sequence[Passage]) -> float:
    """Return how far the best article is ahead of the next, as a share of what it says; nought where it is alone."""
    return (found[0].score - found[1].score) / found[0].score if len(found) > 1 else 0.0


_ARTICLE = attrgetter("article")

Look = Callable[[Sequence["_Word"], int], Sequence[Hit]]  # where all of some words stand, as many places as are said


def find(store: Store, scope: str, asked: Asked, limit: int) -> list[Passage]:
    """Return the articles that share most with the question, best first."""
    with store.unchanging():
        return _best(store, scope, asked, limit)


def _best(store: Store, scope: str, asked: Asked, limit: int) -> list[Passage]:
    words = _words(store, scope, asked)[:_WORDS]
    until = time.thread_time() + _DEADLINE  # what a first question opens to know its words is not counted

    def look(must: Sequence[_Word], most: int) -> Sequence[Hit]:
        left = (until - time.thread_time()) * 1000
        query = Query(must=tuple(word.group for word in must), limit=most, deadline_ms=left)
        return store.search(scope, query) if left > 0 else []

    said = _Said({}, {})
    for hits, word, unseen in _found(words, look, limit):
        said.add(hits, word.weight, unseen)
    return said.best(limit)


def _found(words: Sequence[_Word], look: Look, enough: int) -> Iterator[tuple[Sequence[Hit], _Word, float]]:
    """Yield where each word stands, rarest first, and what the rarest counts there that was sought beside it."""
    together = _together(words)
    beside = _beside(together, look)
    whole = _whole(together, beside, look)
    spent = _BUDGET if len({hit.article for hit in whole}) >= enough else _cost(together)
    for at, word in enumerate(words):
        known = whole if at < len(together) else ()
        if word.often <= _LIMIT or not (at or spent >= _BUDGET):
            yield _with(known, look((word,), _LIMIT)), word, 0.0
        elif not together or (len(words) > 2 and spent + _cost((words[0], word)) <= _BUDGET):
            most = _LIMIT if together else _TOGETHER_MOST
            hits = beside[at][:_LIMIT] if at in beside else look((words[0], word), most)
            yield _with(known, hits), word, words[0].weight if words[0].often > _LIMIT else 0.0
            spent += _cost((words[0], word))
        else:
            yield known, word, 0.0


def _beside(together: Sequence[_Word], look: Look) -> dict[int, Sequence[Hit]]:
    """Return where words stand beside the rarest, by their places, as far as that is less to do than all in one look.

    It is not where more is found than one look reads: as often as with the first of them, in proportion.
    """
    found: dict[int, Sequence[Hit]] = {}
    if len(together) < 3 or not _are_sought(together):
        return found
    most = _LIMIT * together[1].often
    for at, word in enumerate(together[1:], 1):
        if at > 1 and len(found[1]) * word.often >= most:
            break
        found[at] = look((together[0], word), _most(at))
    return found


def _most(at: int) -> int:
    """Return how many places of a word are read beside the rarest: of a later one some more than are expected."""
    return _LIMIT if at == 1 else 2 * _LIMIT


def _are_sought(together: Sequence[_Word]) -> bool:
    """Tell whether each word will be sought beside the rarest, unless enough is found that has all of them."""
    first, *rest = together
    costs = sum(_cost((first, word)) for word in rest)
    return first.often <= _SELDOM_ENOUGH and rest[0].often > _LIMIT and _cost(together) + costs <= _BUDGET


def _whole(together: Sequence[_Word], beside: Mapping[int, Sequence[Hit]], look: Look) -> Sequence[Hit]:
    """Return where all of some words stand: where each stands beside the rarest, if nothing was left out there."""
    if not together:
        return ()
    if len(beside) < max(2, len(together) - 1) or any(len(hits) >= _most(at) for at, hits in beside.items()):
        return look(together, _LIMIT)
    first, *rest = beside.values()
    places = set(rest[0]).intersection(*rest[1:])
    return [hit for hit in first if hit in places]


def _together(words: Sequence[_Word]) -> Sequence[_Word]:
    """Return which words are sought in one sentence: where all are common, or to go from one to each is too much."""
    one_by_one = sum(_cost((words[0], word)) for word in words[1:] if word.often > _LIMIT)
    if len(words) < 2 or (words[0].often <= _COMMON and one_by_one <= _ONE_BY_ONE):
        return ()
    most = min(_ALL, len(words))
    return next((words[:n] for n in range(most, 2, -1) if _cost(words[:n]) <= _BUDGET), words[:2])


def _cost(words: Sequence[_Word]) -> int:
    """Return about how many sentences are walked through for what has all of some words, the rarest of which is first.

    A third word is only looked for where the first two meet.
    """
    each = [min(word.often, words[0].often * _LEAP) for word in words[1:]]
    return sum(each[:1]) + sum(each[1:]) // _SELDOM


def _with(some: Sequence[Hit], more: Sequence[Hit]) -> Sequence[Hit]:
    """Return all hits of two looks, each once."""
    return list(dict.fromkeys((*some, *more))) if some else more


class _Said(NamedTuple):
    """How much of a question each article says, and each sentence, by the weight of the words."""

    articles: dict[str, float]
    sentences: dict[Hit, float]

    def add(self, hits: Sequence[Hit], weight: float, unseen: float) -> None:
        """Count a word where it stands; in an article where nothing was seen so far, a word beside it counts as well.

        A second sentence of an article adds little.
        """
        articles, sentences = self
        for article, times in Counter(map(_ARTICLE, hits)).items():
            said = weight * 1.4 * times / (times + 0.4)
            articles[article] = articles[article] + said if article in articles else said + unseen
        for hit in hits:
            sentences[hit] = sentences.get(hit, 0.0) + weight

    def best(self, limit: int) -> list[Passage]:
        """Return the articles that say most, best first: words said together count more than words far apart."""
        together: dict[str, float] = {}
        for (article, _), said in self.sentences.items():
            if said > together.get(article, 0.0):
                together[article] = said
        scores = [(-(said + _TOGETHER * together[article]), article) for article, said in self.articles.items()]
        scores.sort()  # of some hundred, in a quarter of the time that it takes to pick the least one by one
        return [Passage(article, -score) for score, article in scores[:limit]]


class _Word(NamedTuple):
    """A word of the question: its terms, what an article is worth that has it, and in how many sentences it stands."""

    group: tuple[str, ...]
    weight: float
    often: int


def _words(store: Store, scope: str, asked: Asked) -> list[_Word]:
    """Return the words that stand somewhere, rarest first."""
    often = store.doc_freq(scope, {term for c in asked.contents for term in c.terms}, _EVERY)
    standing = ((c, {term: often[term] for term in sorted(c.terms) if often[term]}) for c in asked.contents)
    words = (_spelled(store, scope, *word) for word in standing)
    return sorted((word for word in words if word.often), key=lambda word: word.often)


def _spelled(store: Store, scope: str, content: Content, standing: dict[str, int]) -> _Word:
    """Return a word by those of its terms that stand somewhere, else by the names that are spelt like it."""
    if not standing and len(content.word) >= _SHORTEST_NAME:
        near = nearest(content.word, names_like(store, scope, content.word))
        standing = {name: often for name, often in store.doc_freq(scope, near, _EVERY).items() if often}
    own = max((often for term, often in standing.items() if not _is_meaning(term)), default=0)
    often = max(standing.values(), default=0)
    return _Word(tuple(standing), content.rarity + math.log1p(_POSTINGS / (min(own or often, _POSTINGS) + 1)), often)


def _is_meaning(term: str) -> bool:
    """Tell whether a term is what a word means: it stands wherever another word means the same, and tells less."""
    return term[1:2] == "." and term[0] != "g"


def names_like(store: Store, scope: str, word: str) -> Iterator[str]:
    """Yield words of names that may be this one spelt another way, until there are enough."""
    found = 0
    for tier in tiers(word):
        if found < _ENOUGH:
            names = store.names_near(scope, tier, _NEAR)
            found += len(names)
            yield from names
