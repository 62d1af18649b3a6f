"""What stands in the places of a clause: its doer, the one acted on, and the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from newsqa.extract.facts.clause import Frame, Verb
from newsqa.languages import load
from newsqa.model import Argument, Entity, Span
from newsqa.text import concepts
from newsqa.text.words import Token

_LONGEST = 8  # words of an argument that is no name


class Places:
    """Finds the arguments of the verbs of one sentence; `entities` are those its references count in."""

    def __init__(self, frame: Frame, entities: Sequence[Entity]) -> None:
        self.frame = frame
        self.entities = entities
        self._small, self._ends = _small_words(frame.document.language.about.code)

    def ahead(self, verb: Verb) -> Argument | None:
        """Return what stands before the verb; where nothing does, before "who", the last verb, or first of all."""
        frame = self.frame
        start, last = frame.starts[verb.first], frame.before_helpers(verb.first)
        earlier = [v for v in frame.verbs if start <= v.first < verb.first]
        first = max([start, *(v.last + 1 for v in earlier)])
        while first <= last and frame.words[first].normal in self._small:
            first += 1
        if first <= last:
            return self._subject(first, last)
        return self._antecedent(start) or (self.ahead(earlier[-1]) if earlier else self._opening(verb))

    def _opening(self, verb: Verb) -> Argument | None:
        """Return the subject of the sentence's first clause, for a verb in a later one."""
        frame = self.frame
        return self._subject(0, self._first_end()) if frame.starts[verb.first] else None

    def behind(self, verb: Verb) -> Argument | None:
        """Return what stands right behind the verb, up to the next preposition, verb or clause."""
        first = verb.last + 1
        words = self.frame.words
        if first < len(words) and words[first].normal in self.frame.facts.with_object:
            first += 1
        return self._chunk(first, self._end(first))

    def by(self, verb: Verb) -> Argument | None:
        """Return what stands behind the word by which a passive names its doer, in the verb's clause."""
        frame = self.frame
        for at in range(verb.last + 1, len(frame.words)):
            if frame.starts[at] != frame.starts[verb.first]:
                return None
            if frame.words[at].normal in frame.facts.by:
                return self._chunk(at + 1, self._end(at + 1))
        return None

    def beside(self, argument: Argument | None, verb: Verb) -> tuple[Argument, ...]:
        """Return the names listed after an argument behind the verb."""
        if argument is None:
            return ()
        joins = self.frame.document.language.questions.joins
        last = self._word_at(argument.span.end)
        found = []
        for reference in self.frame.within(last, len(self.frame.words) - 1):
            first = self._word_at(reference.span.start)
            gap = {w.normal for w in self.frame.words[last:first]}
            if any(last <= v.first < first for v in self.frame.verbs if v is not verb) or not self._listed(last, joins):
                break
            if gap & self.frame.facts.prepositions - joins:
                break
            found.append(self._argument(reference.span, reference.entity))
            last = self._word_at(reference.span.end)
        return tuple(found)

    def _listed(self, at: int, joins: frozenset[str]) -> bool:
        return at < len(self.frame.words) and (self.frame.is_cut(at) or self.frame.words[at].normal in joins)

    def _word_at(self, offset: int) -> int:
        return bisect_left(self.frame.begins, offset)

    def _first_end(self) -> int:
        verb = next((v.first for v in self.frame.verbs), len(self.frame.words))
        starts = self.frame.starts
        return max(i for i in range(len(starts)) if starts[i] == starts[0] and i <= max(verb - 1, 0))

    def _antecedent(self, opener: int) -> Argument | None:
        words = self.frame.words
        if opener == 0 or opener >= len(words) or words[opener].normal not in self.frame.facts.relative:
            return None
        near = list(self.frame.within(max(0, opener - _LONGEST), opener - 1))
        if near and near[-1].span.end >= words[opener - 1].end:
            return self._argument(near[-1].span, near[-1].entity)
        return self._chunk(max(self.frame.starts[opener - 1], opener - 3), opener)

    def _subject(self, first: int, last: int) -> Argument | None:
        """Return what stands between two words, up to the first preposition."""
        words, before = self.frame.words, self.frame.facts.prepositions
        end = next((i for i in range(first, last + 1) if words[i].normal in before), last + 1)
        return self._chunk(first, min(end, first + 2 * _LONGEST))

    def _end(self, first: int) -> int:
        words, verbs, ends = self.frame.words, self.frame.deeds, self._ends
        at = first
        while at < min(len(words), first + _LONGEST) and words[at].normal not in ends and at not in verbs:
            if at > first and (self.frame.starts[at] == at or words[at].start in self.frame.times):
                break
            at += 1
        return at

    def _chunk(self, first: int, end: int) -> Argument | None:
        """Return the words from `first` to before `end` as an argument: whom they name, if that is what they are."""
        if end <= first:
            return None
        head, apposed = self._head(first, end), self._apposed(end)
        named = apposed if head and apposed and self._holds(first, head, apposed) else head or apposed
        return named or Argument(span=Span(start=self.frame.words[first].start, end=self.frame.words[end - 1].end))

    def _head(self, first: int, end: int) -> Argument | None:
        """Return what the words name: a name that ends them, with nothing before it but a role or other names."""
        words = self.frame.words
        for reference in self.frame.within(first, end - 1):
            before = words[first : self._word_at(reference.span.start)]
            if reference.span.end == words[end - 1].end and (not before or self._is_role(before)):
                return self._argument(reference.span, reference.entity)
        return None

    def _is_role(self, words: Sequence[Token]) -> bool:
        code = self.frame.document.language.about.code
        found = concepts.find(words, code)
        return any(w.text[:1].isupper() for w in words) or any(
            concepts.roles(i) == "role" for c in found for i in c.ids
        )

    def _apposed(self, end: int) -> Argument | None:
        """Return the name behind a comma that says who is meant: "her counterpart, Henrik Aagaard"."""
        words = self.frame.words
        if end >= len(words) or not self.frame.is_cut(end):
            return None
        reference = next(self.frame.within(end, len(words) - 1), None)
        if reference and reference.how == "name" and reference.span.start == words[end].start:
            return self._argument(reference.span, reference.entity)
        return None

    def _holds(self, first: int, head: Argument, apposed: Argument) -> bool:
        """Tell whether somebody holds the office that a name only belongs to: "ketua *Halden Trust*, Ida Moss"."""
        office = head.span.start > self.frame.words[first].start
        return office and self._is_person(apposed) and not self._is_person(head)

    def _is_person(self, argument: Argument) -> bool:
        return any(one.kind == "person" for one in self.entities if one.name == argument.entity)

    def _argument(self, span: Span, entity: int) -> Argument:
        return Argument(span=span, entity=self.entities[entity].name)


@cache
def _small_words(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that open a clause and are no part of its subject, and those before which an object ends."""
    language = load(code)
    opening = frozenset((*language.modality.openers, *language.modality.breaks, *language.questions.joins))
    return opening, language.facts.prepositions | language.facts.relative
