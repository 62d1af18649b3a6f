"""What an article says that somebody is: the nouns beside a name, and what "is", "as" or a deed done to others adds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, takewhile
from typing import Literal, NamedTuple

from newsqa.answer.page import Page
from newsqa.answer.sought import is_role
from newsqa.answer.verbs import is_formed
from newsqa.languages import load
from newsqa.languages.schema import Language
from newsqa.model import Entity, Span
from newsqa.text.names import is_title
from newsqa.text.words import Token

Way = Literal["beside", "before", "behind", "joined", "deed"]
_LONGEST = 14  # words of what somebody is
_REACH = 8  # words behind a name in which "as" says what somebody becomes
_TITLE = 3  # words of a title that may stand between a comma and a name
_CUTS = frozenset(',;:()–—“”"')  # between two words they end a noun with what describes it
_OPENS = frozenset(",(")  # behind a name they open what is added to it


class Description(NamedTuple):
    """What somebody is said to be: where that stands, its noun, all terms of it, and how it hangs on the name.

    "beside" stands right before the name, "before" and "behind" are parted from it by a comma or bracket, "joined" by a
    word like "is" or "as"; a "deed" is the verb of what somebody does to others, "led by X".
    """

    span: Span
    way: Way
    head: frozenset[str]
    terms: frozenset[str]

    @property
    def is_role(self) -> bool:
        """Tell whether its noun says what people are."""
        return is_role(tuple(self.head))


def of(page: Page, entity: Entity) -> tuple[Description, ...]:
    """Return what an article says that one whom it names is, in the order of the text, found once."""
    known: dict[str, tuple[Description, ...]] = page.kept.setdefault("described as", {})
    if entity.name not in known:
        found = (one for mention in entity.mentions for one in _of_mention(page, mention))
        known[entity.name] = tuple(dict.fromkeys(found))
    return known[entity.name]


def _of_mention(page: Page, mention: Span) -> Iterator[Description]:
    beside = _Beside(page, page.at(mention))
    inside = [i for i, w in enumerate(beside.words) if mention.start < w.end and w.start < mention.end]
    told = tuple(beside.before(inside[0])) if inside else ()
    yield from told
    if inside:
        yield from beside.behind(inside[-1], closed=any(one.way == "before" for one in told))


@dataclass(frozen=True)
class _Beside:
    """The words of one sentence, and which of them are part of what somebody is."""

    page: Page
    place: int

    @property
    def words(self) -> Sequence[Token]:
        return self.page.words_of(self.place)

    @cached_property
    def terms(self) -> Sequence[tuple[str, ...]]:
        return self.page.meanings_of(self.place)

    @property
    def language(self) -> Language:
        return load(self.page.found.language)

    def before(self, name: int) -> Iterator[Description]:
        """Yield what stands before a name, first what a comma parts from it: "the director, Captain X"."""
        name = self.told_by(name)
        first = self.back(name - 1) if name and not self.cut(name) else name
        if first and "," in self.gap(first) and self.is_title(first, name):
            yield from self.ending("before", first)
        yield from self.ending("beside", name)

    def told_by(self, name: int) -> int:
        """Return where what only gives a name begins, or the name itself: "the porter, *named as* Nils Berg"."""
        giving, linking = _names(self.language.about.code), self.language.facts.cases["as"]
        first = name
        while first > 0 and self.gap(first).isspace() and self.words[first - 1].normal in (*giving, *linking):
            first -= 1
        given = any(self.words[at].normal in giving for at in range(first, name))
        return first if given and "," in self.gap(first) else name

    def ending(self, way: Way, end: int) -> Iterator[Description]:
        """Yield the noun that ends before a place, what a word like "is" makes of it, and the deed before it."""
        first = self.back(end - 1) if way == "before" or not self.cut(end) else end
        if first < end:
            yield from self.made(way, first, end - 1)
        yield from self.joined_before(first)
        yield from self.by(first)

    def joined_before(self, at: int) -> Iterator[Description]:
        """Yield the noun before a word like "is" that stands before a place: "the winner is X"."""
        if at > 1 and not self.cut(at - 1):
            first, word, new = self.back(at - 2), self.words[at - 1].normal, self.language.definitions.new
            opened = not new or (first > 0 and self.words[first - 1].normal in new)
            means = word in _means(self.language.about.code) or (word in _names(self.language.about.code) and opened)
            if means and first < at - 1:
                yield from self.made("joined", first, at - 2)

    def by(self, at: int) -> Iterator[Description]:
        """Yield the deed that stands before its doer: "led by X", "dipimpin X"."""
        facts = self.language.facts
        behind = at > 0 and not self.cut(at) and self.words[at - 1].normal in facts.by
        deed = at - 1 - behind
        passive = deed >= 0 and (behind or (bool(facts.passive) and self.words[deed].normal.startswith(facts.passive)))
        if passive and not self.cut(deed + 1) and self.is_deed(deed):
            yield from self.made("deed", deed, deed)

    def behind(self, name: int, *, closed: bool) -> Iterator[Description]:
        """Yield what stands behind a name: aside, behind a word like "is", and behind "as".

        The comma may be `closed` with the name: it ends what one before the name began.
        """
        at = name + 1
        opens = at < len(self.words) and not _OPENS.isdisjoint(self.gap(at))
        if opens and not (closed and "," in self.gap(at)):
            first = self.past_age(at)
            last = self.ahead(first)
            if first <= last and not self.is_case(first):
                yield from self.made("behind", first, last)
        elif at < len(self.words) and self.words[at].normal in _means(self.language.about.code):
            yield from self.told_ahead(at + 1)
        yield from self.becomes(at)

    def becomes(self, at: int) -> Iterator[Description]:
        """Yield what stands behind "as", up to the end of the clause: "named X as manager"."""
        near = range(at, min(at + _REACH, len(self.words)))
        clause = takewhile(lambda i: i == at or self.gap(i).isspace(), near)
        mark = next((i for i in clause if self.words[i].normal in self.language.facts.cases["as"]), None)
        if mark is not None:
            yield from self.told_ahead(mark + 1)

    def told_ahead(self, at: int) -> Iterator[Description]:
        last = self.ahead(at)
        if at <= last:
            yield from self.made("joined", at, last)

    def back(self, last: int) -> int:
        """Return the first word of the noun that ends at `last`, with what describes it; one past it for none."""
        first = last + 1
        if last >= 0 and self.is_case(last):  # what stands behind a preposition is nobody's noun
            return first
        while first > max(0, last + 1 - _LONGEST) and not (first <= last and self.cut(first)):
            if self.ends(first - 1):
                break
            first -= 1
            if self.words[first].normal in self.language.definitions.aside and self.language.questions.head_first:
                break
        small = list(takewhile(self.is_small, range(first, last + 1)))
        return last + 1 if any(map(self.is_case, small)) else first + len(small)

    def ahead(self, first: int) -> int:
        """Return the last word of the noun that begins at `first`, with what describes it; one before it for none."""
        opened = first
        while first < len(self.words) - 1 and self.words[first].normal in self.language.definitions.aside:
            first += 1
        last = first - 1
        while last + 1 < min(len(self.words), first + _LONGEST) and not (last >= first and self.cut(last + 1)):
            if self.ends(last + 1) and not (last + 1 > opened and self.is_open(first, last + 1)):
                break
            last += 1
        while last >= first and self.is_small(last):
            last -= 1
        return last

    def is_open(self, first: int, at: int) -> bool:
        """Tell whether what is written as a deed may describe a noun yet to come: "a *retired* teacher"."""
        return self.is_deed(at) and at < len(self.words) - 1 and not any(map(self.is_role, range(first, at)))

    def is_role(self, at: int) -> bool:
        return is_role(self.terms[at])

    def past_age(self, at: int) -> int:
        """Return the word behind an age that stands aside first: "X, 53 tahun, guru"."""
        last = next((i for i in range(at, len(self.words)) if i > at and not self.gap(i).isspace()), len(self.words))
        aged = self.words[at].text[0].isdigit() and last - at <= _TITLE
        return last if aged and last < len(self.words) and "," in self.gap(last) else at

    def made(self, way: Way, first: int, last: int) -> Iterator[Description]:
        span = Span(start=self.words[first].start, end=self.words[last].end)
        heads = set(self.heads(first, last))
        groups = [g for g in self.page.groups_of(self.place) if first <= g.first and g.last <= last]
        told = (g.terms for g in groups if heads & {g.first if self.language.questions.head_first else g.last})
        yield Description(span, way, frozenset(chain(*told)), self.page.terms_in(self.place, span))

    def heads(self, first: int, last: int) -> Iterator[int]:
        """Yield the nouns that say what somebody is: the first with what opens it, or the last before what it is of.

        Of several it is the first, or last, that is a role: "sementara *lifter* kelas 73 kg".
        """
        plain = [i for i in range(first, last + 1) if not self.is_small(i)]
        if self.language.questions.head_first:
            opens = list(takewhile(self.is_opener, plain))
            rest = plain[len(opens) :]
            yield from (*opens, *([i for i in rest if self.is_role(i)] or rest)[:1])
            return
        ends = next((i for i in range(plain[0] + 1, last + 1) if self.is_case(i)), last + 1) if plain else first
        told = [i for i in plain if i < ends]
        told = told[: max((at + 1 for at, i in enumerate(told) if self.is_role(i)), default=len(told))]
        titles = list(takewhile(lambda i: is_title(self.words, i, self.language.about.code), reversed(told)))
        yield from told[-1 - len(titles) :]

    def is_opener(self, at: int) -> bool:
        """Tell whether a word only opens what somebody is: "seorang", "mantan", "satu"."""
        word = self.words[at].normal
        return word in self.language.definitions.openers or word in self.language.numbers.words

    def is_title(self, first: int, name: int) -> bool:
        """Tell whether nothing, or a title alone, stands between a comma and a name."""
        return name - first <= _TITLE and all(
            self.words[i].text[0].isupper() or self.honours(i) for i in range(first, name)
        )

    def honours(self, at: int) -> bool:
        """Tell whether a word is a title, "Dr" or "dr.", though written in small letters it may mean something else."""
        titled = is_title(self.words, at, self.language.about.code)
        return titled and (self.words[at].text[0].isupper() or self.gap(at + 1).startswith("."))

    def ends(self, at: int) -> bool:
        """Tell whether a word is no part of what somebody is: a deed, or a small word that joins no nouns."""
        small = self.is_small(at) and self.words[at].normal not in self.language.definitions.aside
        breaks = self.words[at].normal in self.language.modality.breaks
        return (small and not self.is_inside(at)) or breaks or self.joins_people(at) or self.is_deed(at)

    def joins_people(self, at: int) -> bool:
        """Tell whether a word joins to somebody who is named somebody else: "Tom Reed *and* his aide"."""
        named = at > 0 and self.words[at - 1].start in _people(self.page)
        return named and self.words[at].normal in self.language.questions.joins

    def is_small(self, at: int) -> bool:
        word, language = self.words[at].normal, self.language
        small = word in language.about.function_words or word in language.definitions.aside or self.is_case(at)
        return small and not self.honours(at)

    def is_case(self, at: int) -> bool:
        return self.words[at].normal in self.language.facts.prepositions

    def is_inside(self, at: int) -> bool:
        return self.words[at].normal in self.language.definitions.inside

    def is_deed(self, at: int) -> bool:
        word, ends = self.words[at].normal, self.language.questions.classes.get("deed_endings", ())
        if ends and word.endswith(ends):
            return True
        return is_formed(word, self.language.about.code) and not self.is_doer(at) and not self.is_role(at)

    def is_doer(self, at: int) -> bool:
        """Tell whether a word that means a deed is written as who does it: "pemilik", "pelapor"."""
        doers = self.language.definitions.doers
        return bool(doers) and self.words[at].normal.startswith(doers)

    def cut(self, at: int) -> bool:
        return not _CUTS.isdisjoint(self.gap(at))

    def gap(self, at: int) -> str:
        """Return what stands before a word."""
        sentence = self.page.sentences[self.place].span
        begins = self.words[at - 1].end if at else sentence.start
        return self.page.text[begins : self.words[at].start if at < len(self.words) else sentence.end]


def _people(page: Page) -> frozenset[int]:
    """Return where the words begin that are part of people's names, found once an article."""
    found: frozenset[int] | None = page.kept.get("words of people")
    if found is None:
        spans = (m for one in page.found.entities if one.kind == "person" for m in one.mentions)
        named = ((page.words_of(page.at(span)), span) for span in spans)
        found = frozenset(w.start for words, span in named for w in words if span.start <= w.start < span.end)
        page.kept["words of people"] = found
    return found


@cache
def _means(code: str) -> frozenset[str]:
    """Return the single words that join somebody to what they are."""
    return frozenset(word for word in load(code).definitions.means if " " not in word)


@cache
def _names(code: str) -> frozenset[str]:
    """Return the single words that join what somebody is to their name: "a seller *named* X"."""
    return frozenset(word for word in load(code).questions.classes["naming"] if " " not in word)
