"""Aliases: short forms, initials and acronyms of one article tied to the fullest name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newsqa.languages import load
from newsqa.model import EntityKind, Span
from newsqa.text import concepts
from newsqa.text.document import Document, Passage
from newsqa.text.names import Mention, is_head
from newsqa.text.words import Token, normalise

Key = tuple[str, ...]
_MOST_INITIALS = 6  # letters; capitals up to this long may be the initials of a longer name
_CALLED = 4  # letters of the beginning of a name by which somebody is called
_CALLING = 9  # words at most between a person's name and what they are called by
_LONGEST_CALL = 4  # words of a phrase like "known as"
_HUMAN = ("person", "other")


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """One mention with its sentence; `key` is the name as normal forms, `acronym` what brackets after it hold."""

    mention: Mention
    passage: Passage
    key: Key
    acronym: Key = ()

    @property
    def words(self) -> tuple[Token, ...]:
        """Return the words of the name."""
        return self.passage.tokens[self.mention.first : self.mention.last + 1]


def named(document: Document, mentions: Sequence[Sequence[Mention]]) -> list[Named]:
    """Return the mentions of a document in reading order, each tied to the acronym that brackets give it."""
    found: list[Named] = []
    for passage, row in zip(document.passages, mentions, strict=True):
        found += _bracketed(document.text, [_named(passage, m) for m in row])
    return found


def _named(passage: Passage, mention: Mention) -> Named:
    *words, last = passage.tokens[mention.first : mention.last + 1]
    ends = last.normal if last.end <= mention.span.end else normalise(last.text[: mention.span.end - last.start])
    return Named(mention, passage, (*(w.normal for w in words), ends))


def _bracketed(text: str, names: list[Named]) -> Iterator[Named]:
    at = 0
    while at < len(names):
        one, after = names[at], names[at + 1 : at + 3]
        if not after or not _abbreviates(text, one, after[0]):
            yield one
        elif len(after) == 2 and _resumes(text, after[0], after[1]):
            yield _whole(one, *after)
            at += 2
        else:
            yield replace(one, acronym=after[0].key)
            yield after[0]
            at += 1
        at += 1


def _abbreviates(text: str, full: Named, short: Named) -> bool:
    closed = text[short.mention.span.end : short.mention.span.end + 1] == ")"
    opened = text[full.mention.span.end : short.mention.span.start].strip() == "("
    if not (closed and opened and len(short.key) == 1):
        return False
    foreign = full.mention.kind == "organisation" and short.words[0].text.isupper()  # "Badan PBB (UNHCR)"
    return foreign or spells(short.key[0], full.key)


def _resumes(text: str, short: Named, rest: Named) -> bool:
    """Tell whether a name goes on after its acronym, as in "Security Council (SC) UN"."""
    between = text[short.mention.span.end : rest.mention.span.start]
    return between == ") " and rest.mention.role is None and rest.mention.kind == "organisation"


def _whole(full: Named, short: Named, rest: Named) -> Named:
    span = Span(start=full.mention.span.start, end=rest.mention.span.end)
    mention = replace(full.mention, span=span, last=rest.mention.last)
    return Named(mention, full.passage, full.key + rest.key, short.key + rest.key)


def spells(short: str, full: Key) -> bool:
    """Tell whether the letters of an acronym stand in this order in a name, the first at its beginning."""
    letters = iter("".join(full))
    return short[:1] == full[0][:1] and all(c in letters for c in short)


def kind_of(group: Iterable[Named]) -> EntityKind:
    """Return the kind that most mentions show; a role before a name speaks twice."""
    votes: Counter[EntityKind] = Counter()
    for one in group:
        votes[one.mention.kind] += 0 if one.mention.kind == "other" else 1 + bool(one.mention.role)
    return max(votes, key=lambda kind: votes[kind])


def clusters(names: Sequence[Named], code: str) -> list[list[Named]]:
    """Return the mentions that name one thing together, things in the order of their first mention."""
    ties = _Ties(names, code)
    chosen: dict[Key, list[Named]] = defaultdict(list)
    for at, one in enumerate(names):
        chosen[_home(names, at, ties.full)].append(one)
    return sorted(chosen.values(), key=lambda group: group[0].mention.span.start)


def _home(names: Sequence[Named], at: int, full: dict[Key, list[Key]]) -> Key:
    """Follow a short form to its full form; where two bear it, to the one with its role, who has it, or named last."""
    key = names[at].key
    for _ in range(4):  # an acronym of a short form of a name: never deeper
        above = full.get(key, [])
        if not above:
            break
        key = above[0] if len(above) == 1 else _bearer(names, at, above)
    return key


def _bearer(names: Sequence[Named], at: int, full: Sequence[Key]) -> Key:
    role = _role(names[at])
    alike = next((n.key for n in names if role and n.key in full and role & _role(n)), None)
    before = next((n.key for n in reversed(names[:at]) if n.key in full), None)
    return alike or _holder(names, at, full) or before or next(n.key for n in names[at:] if n.key in full)


def _holder(names: Sequence[Named], at: int, full: Sequence[Key]) -> Key | None:
    """Return who alone was named when a short form was first used: whoever comes later with it is named in full."""
    first = next(i for i, one in enumerate(names) if one.key == names[at].key)
    named = {one.key for one in names[:first] if one.key in full}
    return named.pop() if len(named) == 1 else None


def _role(one: Named) -> frozenset[str]:
    span = one.mention.role
    return frozenset(w.normal for w in one.passage.tokens if span and span.start <= w.start < span.end)


class _Ties:
    """The names of one article by what they may share: words, initials, meanings; `full` the full forms of each."""

    def __init__(self, names: Sequence[Named], code: str) -> None:
        self.code = code
        self._meant: dict[Key, set[str]] = {}
        self.by_key: dict[Key, list[Named]] = defaultdict(list)
        for one in names:
            self.by_key[one.key].append(one)
        self.kinds = {key: kind_of(group) for key, group in self.by_key.items()}
        self.shared: dict[str, list[Key]] = defaultdict(list)
        for key, group in self.by_key.items():
            for feature in self._features(key, group):
                self.shared[feature].append(key)
        self._called = dict(_callings(names, code))
        self.full = {key: full for key in self.by_key if (full := self._full(key))}

    def _features(self, key: Key, group: Sequence[Named]) -> set[str]:
        """Return everything by which a full form can be found from a short one."""
        words = {part for w in key for part in (w, w.rpartition("-")[2])}
        letters = {f"({n.acronym[0]})" for n in group if len(n.acronym) == 1}
        letters |= {"(" + " ".join(n.acronym) + ")" for n in group if len(n.acronym) > 1}
        initials = "".join(w[0] for w in key if w not in load(self.code).about.function_words)
        return words | letters | self._meanings(key) | ({f"{initials}."} if len(key) > 1 else set())

    def _meanings(self, key: Key) -> set[str]:
        """Return the concepts that the whole of a name means."""
        if key not in self._meant:
            self._meant[key] = self._means(key)
        return self._meant[key]

    def _means(self, key: Key) -> set[str]:
        words = self.by_key[key][0].words
        found = concepts.find(words, self.code)
        return {f"={i}" for c in found if c.first == 0 and c.last == len(words) - 1 for i in c.ids}

    def _full(self, key: Key) -> list[Key]:
        """Return the full forms of a short form, the first rule that finds any."""
        rules = (
            self._by_brackets,
            self._by_calling,
            self._by_words,
            self._by_initials,
            self._by_head,
            self._by_meaning,
            self._by_beginning,
        )
        return next((found for rule in rules if (found := _distinct(list(rule(key))))), [])

    def _by_brackets(self, key: Key) -> Iterator[Key]:
        yield from (k for k in self.shared.get(f"({' '.join(key)})", ()) if k != key)

    def _by_calling(self, key: Key) -> Iterator[Key]:
        """Yield the person who is said to be called by a name that has no word of theirs: "Mak Jum"."""
        if key in self._called and self._called[key] != key:
            yield self._called[key]

    def _by_words(self, key: Key) -> Iterator[Key]:
        """Yield the people's full names that hold all the words of a shorter one."""
        rarest = min((self.shared.get(w, []) for w in key), key=len)
        for full in rarest:
            if self.kinds[full] in _HUMAN and inside(key, full) and self._may_be_person(key, full):
                yield full

    def _may_be_person(self, short: Key, full: Key) -> bool:
        unsure = self.kinds[full] == "person" and len(short) == 1 and not self._meanings(short)
        return self.kinds[short] in _HUMAN or (unsure and short[0] in (full[0], full[-1]) and len(full) <= 4)

    def _by_initials(self, key: Key) -> Iterator[Key]:
        word = self.by_key[key][0].words[0].text
        if len(key) == 1 and word.isupper() and 1 < len(word) <= _MOST_INITIALS:
            yield from (k for k in self.shared.get(f"{key[0]}.", ()) if len(k) > 1)

    def _by_head(self, key: Key) -> Iterator[Key]:
        """Yield the name whose head, "Partai" or "City", a short form leaves out."""
        for full in self.shared.get(key[0], ()):
            heads = (full[:1], full[1:]), (full[-1:], full[:-1])
            same = self.kinds[full] == self.kinds[key] or self.kinds[key] == "other"
            if same and any(rest == key and is_head(head, self.code) for head, rest in heads):
                yield full

    def _by_beginning(self, key: Key) -> Iterator[Key]:
        """Yield the people whose first name begins with a single word: "Laras" for "Larasati Dewi"."""
        if len(key) == 1 and len(key[0]) >= _CALLED and self.kinds[key] == "person":
            alike = (k for k in self.by_key if len(k) > 1 and k[0] != key[0] and k[0].startswith(key[0]))
            yield from (k for k in alike if self.kinds[k] == "person")

    def _by_meaning(self, key: Key) -> Iterator[Key]:
        """Yield the longest name that means the same, "United Nations" for "UN"."""
        alike = {k for meaning in self._meanings(key) for k in self.shared[meaning]}
        longest = max(alike, key=lambda k: (len(k), k), default=key)
        if longest != key:
            yield longest


def _callings(names: Sequence[Named], code: str) -> Iterator[tuple[Key, Key]]:
    """Yield each name that stands behind words like "known as", with the person's before it in the sentence."""
    calling = load(code).names.calling
    for one, other in pairwise(names):
        between = one.passage.tokens[one.mention.last + 1 : other.mention.first]
        if one.passage is not other.passage or not 0 < len(between) <= _CALLING:
            continue
        words = [word.normal for word in between[-_LONGEST_CALL:]]
        called = any(" ".join(words[at:]) in calling for at in range(len(words)))
        if called and one.mention.kind == "person" and other.mention.kind in _HUMAN:
            yield other.key, one.key


def inside(short: Key, full: Key) -> bool:
    """Tell whether the words of a short form stand in this order in a full name, a hyphened part for its whole."""
    rest = iter(full)
    return len(short) < len(full) and all(any(w == f or f.endswith(f"-{w}") for f in rest) for w in short)


def _distinct(full: list[Key]) -> list[Key]:
    """Drop the full forms that are only shorter ways to write another of them."""
    return [k for k in full if not any(k != other and inside(k, other) for other in full)]
