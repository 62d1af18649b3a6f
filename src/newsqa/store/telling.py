"""The facts in which somebody takes part, found by the mentions of the name in whatever engine."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from newsqa.model import Entity, Fact
from newsqa.store.protocol import Store, Stored, Told
from newsqa.text.words import normalise, tokens


def forms(entity: Entity) -> set[str]:
    """Return every form of a name that an article uses, in normal form."""
    return {" ".join(normalise(t.text) for t in tokens(form)) for form in (entity.name, *entity.aliases)}


def told(store: Store, scope: str, name: str, limit: int) -> list[Told]:
    """Return the facts in which an entity of a name takes part, those of the newest articles first."""
    articles = dict.fromkeys(mentioned.article for mentioned in store.names_exact(scope, name))
    found = (Told(article=id_, fact=fact) for id_ in articles for fact in _of(store.get_article(scope, id_), name))
    return list(islice(found, limit))


def _of(stored: Stored, name: str) -> Iterator[Fact]:
    called = {entity.name for entity in stored.extraction.entities if name in forms(entity)}
    for fact in stored.extraction.facts:
        taking_part = (fact.subject, fact.object, *fact.others)
        if any(one and one.entity in called for one in taking_part):
            yield fact
