"""What people set right, as the last step of every extraction, whatever rules made it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter

from newsqa.model import (
    Argument,
    Article,
    Correction,
    Entity,
    Extraction,
    Fact,
    Published,
    Quote,
    Sentence,
    Span,
)
from newsqa.text.words import normalise, tokens

FIELDS = ("title", "outlet", "published")
_SAME = 0.5  # share of words in common from which two spans are about the same words
_PUBLISHED = TypeAdapter(Published)


def corrected(article: Article, log: Iterable[Correction]) -> Article:
    """Return an article with the fields that were set right."""
    return changed(article, {c.kind: c.after for c in active(log) if c.kind in FIELDS})


def reverted(article: Article, undone: Correction, log: Sequence[Correction]) -> Article:
    """Return an article without a correction that was undone; `log` are all that it had."""
    if undone.kind not in FIELDS or any(c.kind == undone.kind for c in active(log)):
        return corrected(article, log)
    return corrected(changed(article, {undone.kind: _first(undone, log)}), log)


def applied(article: Article, found: Extraction, log: Iterable[Correction]) -> Extraction:
    """Return an extraction with what was set right in it; what a correction is about may be gone."""
    for correction in active(log):
        if correction.kind in _APPLIED:
            found = _APPLIED[correction.kind](article.text, found, correction)
    return found


def active(log: Iterable[Correction]) -> list[Correction]:
    """Return the corrections that hold."""
    return [correction for correction in log if correction.undone_at is None]


def changed(article: Article, told: Mapping[str, str | None]) -> Article:
    """Return an article with other values in its fields. Raises ValidationError for a date that is none."""
    values: dict[str, Any] = dict(told)
    if values.get("published"):
        values["published"] = _PUBLISHED.validate_python(values["published"])
    return article.model_copy(update=values) if values else article


def _first(undone: Correction, log: Sequence[Correction]) -> str | None:
    """Return what stood in a field before a correction, and before those that it corrected if they are undone too."""
    value = undone.before
    for earlier in reversed([c for c in log if c.kind == undone.kind and c.no < undone.no and c.undone_at]):
        value = earlier.before if earlier.after == value else value
    return value


def _speaker(text: str, found: Extraction, correction: Correction) -> Extraction:
    """Give words to who says them, under the fullest name, and let the name be found where they stand."""
    at, name = _place(text, correction), correction.after
    if at is None or name is None:
        return found
    given = [q for q in found.quotes if _about(q.words, at)]
    before, spans = {q.speaker for q in given}, [s for q in given for s in (q.words, q.sentence)]
    entity = named(found.entities, name) or Entity(name=name, kind="person")
    quotes = tuple(_said_by(q, entity) if q in given else q for q in found.quotes)
    facts = tuple(
        f.model_copy(update={"source": entity.name}) if f.source in before and f.span.meets(at) else f
        for f in found.facts
    )
    sentences = tuple(
        _meaning(s, [entity.name]) if any(s.span.meets(span) for span in spans) else s for s in found.sentences
    )
    entities = found.entities if entity in found.entities else (*found.entities, entity)
    return found.model_copy(update={"quotes": quotes, "facts": facts, "sentences": sentences, "entities": entities})


def _said_by(quote: Quote, entity: Entity) -> Quote:
    """Return a quote as another's; its speaker stands beside it where a name of theirs is in the sentence."""
    beside = next((m for m in entity.mentions if quote.sentence.holds(m) and not m.meets(quote.words)), None)
    return quote.model_copy(update={"speaker": entity.name, "mention": beside})


def _merge(_: str, found: Extraction, correction: Correction) -> Extraction:
    """Make one entity of two names: everything that was the one's is the other's."""
    one = named(found.entities, correction.before or "")
    if one is None or correction.after is None:
        return found
    other = named(found.entities, correction.after) or one.model_copy(update={"name": correction.after})
    whole, names = _joined(other, one), {one.name, other.name}
    forms = {one.name, *one.aliases, other.name}
    places = [i for i, e in enumerate(found.entities) if e in (one, other)]
    entities = tuple(whole if i == places[0] else e for i, e in enumerate(found.entities) if i not in places[1:])
    return found.model_copy(
        update={
            "entities": entities,
            "quotes": tuple(
                q.model_copy(update={"speaker": whole.name}) if q.speaker in forms else q for q in found.quotes
            ),
            "facts": tuple(_renamed(f, forms, whole.name) for f in found.facts),
            "sentences": tuple(_merged(s, one, other, whole, sorted(names)) for s in found.sentences),
        }
    )


def _joined(entity: Entity, other: Entity) -> Entity:
    forms = dict.fromkeys(f for f in (*entity.aliases, other.name, *other.aliases) if f != entity.name)
    mentions = sorted({*entity.mentions, *other.mentions}, key=lambda m: (m.start, m.end))
    return entity.model_copy(
        update={"aliases": tuple(forms), "mentions": tuple(mentions), "role": entity.role or other.role}
    )


def _renamed(fact: Fact, forms: set[str], name: str) -> Fact:
    def renamed(argument: Argument | None) -> Argument | None:
        return argument.model_copy(update={"entity": name}) if argument and argument.entity in forms else argument

    return fact.model_copy(
        update={
            "subject": renamed(fact.subject),
            "object": renamed(fact.object),
            "others": tuple(filter(None, map(renamed, fact.others))),
            "source": name if fact.source in forms else fact.source,
        }
    )


def _merged(sentence: Sentence, one: Entity, other: Entity, whole: Entity, names: Sequence[str]) -> Sentence:
    """Return a sentence that speaks of either as one that speaks of both."""
    notes = tuple(
        n.model_copy(update={"value": whole.name, "kind": whole.kind})
        if n.value == one.name and n.kind == one.kind
        else n
        for n in sentence.notes
    )
    sentence = sentence.model_copy(update={"notes": notes})
    return _meaning(sentence, names) if _means(sentence, one) or _means(sentence, other) else sentence


def _means(sentence: Sentence, entity: Entity) -> bool:
    if any(sentence.span.holds(mention) for mention in entity.mentions):
        return True
    return {*_words([entity.name])} <= {*sentence.terms, *sentence.context}


def _meaning(sentence: Sentence, names: Iterable[str]) -> Sentence:
    """Return a sentence that is found under names which it does not write out."""
    known = {*sentence.terms, *sentence.context}
    more = tuple(word for word in dict.fromkeys(_words(names)) if word not in known)
    return sentence.model_copy(update={"context": (*sentence.context, *more)}) if more else sentence


def _words(names: Iterable[str]) -> list[str]:
    return [token.normal for name in names for token in tokens(name)]


def _no_quote(text: str, found: Extraction, correction: Correction) -> Extraction:
    at = _place(text, correction)
    kept = tuple(q for q in found.quotes if at is None or not _about(q.words, at))
    return found.model_copy(update={"quotes": kept})


def _no_fact(text: str, found: Extraction, correction: Correction) -> Extraction:
    at = _place(text, correction)
    return found.model_copy(update={"facts": tuple(f for f in found.facts if at is None or f.span != at)})


_APPLIED: dict[str, Callable[[str, Extraction, Correction], Extraction]] = {
    "speaker": _speaker,
    "merge": _merge,
    "quote": _no_quote,
    "fact": _no_fact,
}


def _place(text: str, correction: Correction) -> Span | None:
    """Return where the words of a correction stand now: where they stood, or nearest to it."""
    words, start = correction.words, correction.start or 0
    if not words:
        return None
    before, behind = text.rfind(words, 0, start + len(words)), text.find(words, start)
    near = min((at for at in (before, behind) if at >= 0), key=lambda at: abs(at - start), default=None)
    return None if near is None else Span(start=near, end=near + len(words))


def _about(span: Span, other: Span) -> bool:
    """Tell whether two spans are about the same words: the shorter lies in the longer for the most part."""
    common = min(span.end, other.end) - max(span.start, other.start)
    return common > _SAME * min(len(span), len(other))


def named(entities: Iterable[Entity], name: str) -> Entity | None:
    """Return the entity that a name is a form of, however it is written; a full name before an alias."""
    wanted = _key(name)
    forms = [(e, form) for e in entities for form in (e.name, *e.aliases) if _key(form) == wanted]
    return next((e for e, form in sorted(forms, key=lambda pair: pair[0].name != pair[1])), None)


def _key(name: str) -> str:
    return " ".join(map(normalise, name.split()))
