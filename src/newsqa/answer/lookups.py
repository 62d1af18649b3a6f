"""What the archive has of somebody or something, looked up and not asked for: sayings, deeds, roles, what is new."""

from __future__ import annotations

import datetime as dt
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, product

from newsqa.answer.details import details
from newsqa.answer.parse import parse
from newsqa.answer.passages import names_like
from newsqa.answer.watches import Noticed, Watch, is_copy, named_by, noticed, plain, watch_of, wordings
from newsqa.model import Answer, Detail, Entity, EntityKind, Evidence, Span, Value
from newsqa.store.protocol import Mentioned, Outlet, Query, Store, Stored
from newsqa.text.name_keys import nearest
from newsqa.text.words import normalise, tokens

_ARTICLES = 120  # are looked into, the newest
_SPELLINGS = 3  # of each word of a name that stands nowhere as it is written
_FACTS = 6  # that have room beside quotations, where there are as many
_HITS = 400  # sentences of a phrase or topic


class Role(Value):
    """A role that articles give somebody: in how many, from which day to which."""

    role: str
    articles: int
    since: dt.date | None = None
    until: dt.date | None = None


class Profile(Value):
    """Who somebody is by the archive: fullest name and other forms, roles, those of most articles first, the latest."""

    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    articles: int = 0
    quotes: int = 0
    since: dt.date | None = None
    until: dt.date | None = None
    latest: Answer | None = None


class Lookups:
    """Look-ups in one desk's archive, each of a bounded number of articles, newest first."""

    def __init__(self, store: Store, scope: str) -> None:
        self._store, self._scope = store, scope

    def quotes(self, name: str, topic: str | None = None, most: int = 60) -> list[Answer]:
        """Return what somebody said, on a topic if one is given, newest first."""
        known, articles = self._of(name)
        watch = Watch(words=known)
        found = ((s, n) for s in articles for n in _on(topic, s, noticed(watch, s)) if n.kind == "quote")
        return list(islice(_fresh(found), most))

    def timeline(self, name: str, most: int = 60) -> list[Answer]:
        """Return what somebody said and did, by day, the first day first; of what there is the newest."""
        known, articles = self._of(name)
        watch = Watch(words=known)
        read: dict[str, Stored] = {}
        noted = ((read.setdefault(s.article.id, s), n) for s in articles for n in noticed(watch, s))
        found = [_dated(read[a.evidence.article.id], a) for a in islice(_fresh(noted), most)]
        return [answer for _, answer in sorted(found, key=lambda pair: pair[0])]

    def details(self, shown: Answer, detail: Detail) -> tuple[Answer, ...]:
        """Return what more the article of an answer tells of it. Raises UnknownArticleError."""
        return details(self._store.get_article(self._scope, shown.evidence.article.id), shown, detail)

    def about(self, words: str, most: int = 20) -> list[Answer]:
        """Return quotations, then facts, of somebody or something, newest first."""
        watch = watch_of(words)
        if watch is None:
            return []
        name, named = (watch.words, iter(())) if watch.phrase else self._of(watch.words)
        articles = list(named)
        watch = Watch(words=name, phrase=not articles)
        found = list(_fresh((s, n) for s in articles or self._said(name) for n in noticed(watch, s)))
        said, told = [a for a in found if a.kind == "quote"], [a for a in found if a.kind != "quote"]
        facts = min(len(told), max(min(_FACTS, most // 3), most - len(said)))
        return said[: most - facts] + told[:facts]

    def latest(self, most: int = 20) -> list[Answer]:
        """Return the newest articles, each as its title with the sentence that it begins with."""
        return [_headed(stored) for stored in self._read(self._store.recent(self._scope, most))]

    def news(self, most: int = 20) -> list[Answer]:
        """Return quotations of the newest articles."""
        articles = self._read(self._store.recent(self._scope, most))
        said = ((s, Noticed(kind="quote", words=q.words, status="said", speaker=q.speaker))
                for s in articles for q in s.extraction.said if q.speaker)  # fmt: skip
        return list(islice(_fresh(said), most))

    def voices(self, question: str, besides: Iterable[str], most: int = 30) -> list[Answer]:
        """Return what others than those who were quoted said on the topic of a question, newest first."""
        read = parse(question)
        topic = read.topic or read.focus or tuple(g for g in read.terms if g not in read.speaker)
        heard = [{word.normal for word in tokens(name)} for name in besides]
        hits = self._topic(topic)
        found = (
            (stored, Noticed(kind="quote", words=q.words, status="said", speaker=q.speaker))
            for stored in self._read(hits)
            for q in stored.extraction.said
            if q.speaker and not _is_among(q.speaker, heard) and _is_within(q.sentence, stored, hits)
        )
        return list(islice(_fresh(found), most))

    def who(self, name: str) -> Profile | None:
        """Return who somebody is by the archive; None where it names nobody so."""
        known, articles = self._of(name)
        seen = [(stored, entity) for stored in articles for entity in named_by(known, stored)]
        if not seen:
            return None
        full = Counter(entity.name for _, entity in seen).most_common(1)[0][0]
        own = [(stored, entity) for stored, entity in seen if entity.name == full]
        days = [stored.article.day for stored, _ in own if stored.article.day]
        names = {form for _, entity in own for form in (entity.name, *entity.aliases)}
        return Profile(
            name=full,
            kind=own[0][1].kind,
            aliases=tuple(sorted(names - {full})),
            roles=tuple(_roles(own)),
            articles=len({stored.article.id for stored, _ in own}),
            quotes=sum(q.speaker in names for stored, _ in own for q in stored.extraction.said),
            since=min(days, default=None),
            until=max(days, default=None),
            latest=next(iter(self.about(full, 1)), None),
        )

    def sources(self) -> list[Outlet]:
        """Return the outlets whose articles the archive holds, those with most first."""
        return self._store.outlets(self._scope)

    def _of(self, name: str) -> tuple[str, Iterator[Stored]]:
        """Return a name as articles know it and those that mention it, newest first.

        What is left of the name without the words for a role before it will do; else another spelling of it.
        """
        words = [word.normal for word in tokens(name)]
        for wanted in (*(words[first:] for first in range(len(words))), *self._spellings(words)):
            articles = self._naming(" ".join(wanted), wanted)
            first = next(articles, None)
            if first:
                return " ".join(wanted), chain([first], articles)
        return name, iter(())

    def _spellings(self, words: Sequence[str]) -> Iterator[tuple[str, ...]]:
        spelt = [[word, *nearest(word, names_like(self._store, self._scope, word), _SPELLINGS)] for word in words]
        yield from islice(product(*spelt), (_SPELLINGS + 1) ** 2)

    def _naming(self, name: str, words: Sequence[str]) -> Iterator[Stored]:
        """Yield the newest articles with an entity of a name, or of a longer one with every word of it."""
        said = self._store.search(self._scope, Query(must=tuple((word,) for word in words), limit=_HITS))
        also = self._store.names_exact(self._scope, name)
        return (stored for stored in self._newest([hit.article for hit in said], also) if named_by(name, stored))

    def _newest(self, articles: Sequence[str], also: Iterable[Mentioned]) -> Iterator[Stored]:
        """Yield articles and others that mention somebody, both of which come newest first, as one such list."""
        known = frozenset(articles)
        others = deque(m for m in also if m.article not in known)
        for stored in self._read(articles):
            while others and str(others[0].day or "") > str(stored.article.day or ""):
                yield from self._read([others.popleft().article])
            yield stored
        yield from self._read(mentioned.article for mentioned in others)

    def _said(self, phrase: str) -> Iterator[Stored]:
        """Yield the newest articles with a sentence that says every word of a phrase, in whatever language."""
        for must in wordings(phrase):
            hits = self._store.search(self._scope, Query(must=must, limit=_HITS))
            yield from self._read(hit.article for hit in hits)

    def _topic(self, groups: Sequence[tuple[str, ...]]) -> dict[str, set[int]]:
        """Return which sentences are on a topic: all its words, else without the commonest until there are some."""
        often = self._store.doc_freq(self._scope, {term for group in groups for term in group})
        left = sorted(groups, key=lambda group: max((often[term] for term in group), default=0))
        left = [group for group in left if any(often[term] for term in group)]
        while left:
            hits = self._store.search(self._scope, Query(must=tuple(left), limit=_HITS))
            if hits:
                found: dict[str, set[int]] = {}
                for hit in hits:
                    found.setdefault(hit.article, set()).add(hit.place)
                return found
            left.pop()
        return {}

    def _read(self, articles: Iterable[str]) -> Iterator[Stored]:
        for article in islice(dict.fromkeys(articles), _ARTICLES):
            yield self._store.get_article(self._scope, article)


def _on(topic: str | None, stored: Stored, found: Sequence[Noticed]) -> Iterable[Noticed]:
    """Return of what was noticed that which is said where an article speaks of a topic."""
    if not topic:
        return found
    spans = [n.words for n in noticed(Watch(words=topic, phrase=True), stored)]
    return [n for n in found if any(n.words.meets(span) for span in spans)]


def _fresh(found: Iterable[tuple[Stored, Noticed]]) -> Iterator[Answer]:
    """Yield what was noticed as answers, copies of it once."""
    told: list[str] = []
    for stored, notice in found:
        words = plain(notice.words.of(stored.article.text))
        if words and not is_copy(words, told):
            told.append(words)
            yield _answer(stored, notice)


def _answer(stored: Stored, notice: Noticed) -> Answer:
    evidence = Evidence(article=stored.article, span=_sentence(stored, notice.words))
    return Answer(
        text=notice.words.of(stored.article.text),
        kind="quote" if notice.kind == "quote" else "sentence",
        status=notice.status,
        evidence=evidence,
        score=1.0,
        span=notice.words,
        speaker=notice.speaker,
        day=_day(stored, evidence.span),
    )


def _sentence(stored: Stored, words: Span) -> Span:
    """Return the sentences that words stand in, as one span."""
    met = [s.span for s in stored.extraction.sentences if s.span.meets(words)]
    return Span(start=min(words.start, met[0].start), end=max(words.end, met[-1].end)) if met else words


def _day(stored: Stored, sentence: Span) -> dt.date | None:
    """Return the one day that a sentence names, if it does."""
    notes = (n for s in stored.extraction.sentences if sentence.holds(s.span) for n in s.notes)
    days = [n.value for n in notes if n.kind == "time.day" and n.value]
    return dt.date.fromisoformat(days[0].partition("/")[0]) if days else None


def _dated(stored: Stored, answer: Answer) -> tuple[dt.date, Answer]:
    """Return where an answer stands in a timeline; it is of its article's day unless it names a longer time before."""
    published = stored.article.day
    earlier = _earlier(stored, answer.evidence.span) if answer.kind != "quote" and not answer.day else None
    if earlier:
        return earlier, answer
    day = answer.day or published
    return day or dt.date.max, answer.model_copy(update={"day": day})


def _earlier(stored: Stored, sentence: Span) -> dt.date | None:
    """Return when a time of several days began that a sentence names, over when its article appeared."""
    notes = (n for s in stored.extraction.sentences if sentence.holds(s.span) for n in s.notes)
    spans = (n.value.partition("/") for n in notes if n.kind.startswith("time.") and n.value)
    days = ((dt.date.fromisoformat(since), dt.date.fromisoformat(until or since)) for since, _, until in spans)
    published = stored.article.day or dt.date.max
    return min((since for since, until in days if since < until < published), default=None)


def _headed(stored: Stored) -> Answer:
    article, sentences = stored.article, [s.span for s in stored.extraction.sentences]
    title = normalise(article.title or "")
    lead = next((s for s in sentences if normalise(s.of(article.text).strip()) != title), Span(start=0, end=0))
    evidence = Evidence(article=article, span=lead)
    return Answer(
        text=article.title or lead.of(article.text), kind="sentence", status="said", evidence=evidence, score=1.0
    )


def _is_among(name: str, heard: Iterable[set[str]]) -> bool:
    """Tell whether a name is one of those heard, or a shorter or longer form of it."""
    words = {word.normal for word in tokens(name)}
    return any(words <= other or other <= words for other in heard)


def _is_within(sentence: Span, stored: Stored, hits: dict[str, set[int]]) -> bool:
    found = stored.extraction.sentences
    return any(found[i].span.meets(sentence) for i in hits[stored.article.id] if i < len(found))


def _roles(own: Sequence[tuple[Stored, Entity]]) -> Iterator[Role]:
    """Yield the roles of one person, those that most articles give first."""
    days: dict[str, list[dt.date | None]] = {}
    shown: dict[str, str] = {}
    for stored, entity in own:
        if entity.role:
            shown.setdefault(normalise(entity.role), entity.role)
            days.setdefault(normalise(entity.role), []).append(stored.article.day)
    for role, given in sorted(days.items(), key=lambda item: -len(item[1])):
        known = [day for day in given if day]
        yield Role(
            role=shown[role], articles=len(given), since=min(known, default=None), until=max(known, default=None)
        )
