"""Entities: who and what an article is about, under the fullest name, and every place that means them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsqa.extract import coreference
from newsqa.extract.aliases import Named, clusters, kind_of, named
from newsqa.extract.coreference import Candidate, Reference
from newsqa.model import Entity, Span
from newsqa.text import names
from newsqa.text.document import Document
from newsqa.text.names import Mention
from newsqa.text.words import tokens

_NEAR = 8  # references; one that a span meets is not more places before its end


@dataclass(frozen=True)
class Entities:
    """The entities of one article, and every name, pronoun and role in it that means one of them."""

    all: tuple[Entity, ...]
    references: tuple[Reference, ...]

    def at(self, span: Span) -> Entity | None:
        """Return what the name, pronoun or role at a span means; with several in it, the last one named."""
        return next((self.all[r.entity] for r in self._around(span)), None)

    def of(self, sentence: int) -> tuple[Entity, ...]:
        """Return what the sentence with this index speaks of, by name or otherwise, in the order of its words."""
        found = dict.fromkeys([r.entity for r in self.within(sentence)])
        return tuple(self.all[i] for i in found)

    def within(self, sentence: int) -> tuple[Reference, ...]:
        """Return the places of a sentence that mean an entity; `reference.entity` counts in `all`."""
        return self._by_sentence.get(sentence, ())

    def named(self, name: str) -> Entity | None:
        """Return the entity that has a name among its forms, as it stands in the article."""
        return self._by_name.get(name)

    def words(self, name: str) -> tuple[str, ...]:
        """Return the words of an entity's name as they are compared."""
        if name not in self._words:
            self._words[name] = tuple(w.normal for w in tokens(name))
        return self._words[name]

    @cached_property
    def _words(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _by_sentence(self) -> dict[int, tuple[Reference, ...]]:
        found: dict[int, list[Reference]] = {}
        for reference in self.references:
            found.setdefault(reference.sentence, []).append(reference)
        return {sentence: tuple(references) for sentence, references in found.items()}

    @cached_property
    def _by_name(self) -> dict[str, Entity]:
        return {form: e for e in reversed(self.all) for form in (*e.aliases, e.name)}

    @cached_property
    def _starts(self) -> list[int]:
        return [r.span.start for r in self.references]

    def _around(self, span: Span) -> Iterator[Reference]:
        last = bisect_right(self._starts, span.end - 1)
        near = [r for r in self.references[max(0, last - _NEAR) : last][::-1] if r.span.meets(span)]
        yield from sorted(near, key=lambda r: (r.how == "role", r.span.start < span.start))


def resolve(document: Document) -> Entities:
    """Return the entities of an article: names tied together, then pronouns and roles tied to them."""
    sentences = [p.tokens for p in document.passages]
    return tied(document, names.find_all(document.text, sentences, document.language.about.code))


def tied(document: Document, mentions: Sequence[Sequence[Mention]]) -> Entities:
    """Return the entities that given mentions name, one list of mentions a sentence."""
    groups = clusters(named(document, mentions), document.language.about.code)
    outlet = frozenset(w.normal for w in tokens(document.article.outlet or ""))
    short = document.language.references.short
    candidates = [_candidate(group, outlet, short) for group in groups]
    own = [Reference(n.mention.span, i, "name", n.passage.index) for i, group in enumerate(groups) for n in group]
    pointing = coreference.find(document, candidates, sorted(own, key=lambda r: r.span.start))
    references = tuple(sorted((*own, *pointing), key=lambda r: r.span.start))
    return Entities(tuple(_entity(document, c, g) for c, g in zip(candidates, groups, strict=True)), references)


def _candidate(group: Sequence[Named], outlet: frozenset[str], short: Mapping[str, str]) -> Candidate:
    """Return what a group of mentions may be meant as; the outlet itself is no person, whatever its name is like."""
    roles = [n.mention.role for n in group if n.mention.role]
    words = {w.normal for n in group if (r := n.mention.role) for w in n.passage.tokens if r.start <= w.start < r.end}
    key = max((n.key for n in group), key=len)
    kind = "organisation" if outlet.issuperset(key) else kind_of(group)
    return Candidate(kind, tuple(roles), frozenset(words).union(short[w] for w in words if w in short), key)


def _entity(document: Document, candidate: Candidate, group: Sequence[Named]) -> Entity:
    text = document.text
    fullest = max(group, key=lambda n: len(n.key))
    name = fullest.mention.span.of(text)
    forms = dict.fromkeys(n.mention.span.of(text) for n in group)
    role = max(candidate.roles, key=len, default=None)
    return Entity(
        name=name,
        kind=candidate.kind,
        role=role.of(text) if role else None,
        aliases=tuple(f for f in forms if f != name),
        mentions=tuple(n.mention.span for n in group),
    )
