"""Those whom nobody names: nouns for people and bodies with what describes them, "a lorry driver", "dewan gereja"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from newsqa.answer.lines import Line
from newsqa.answer.row_ends import verbs
from newsqa.answer.sought import is_role
from newsqa.languages import load
from newsqa.model import Span
from newsqa.text import concepts
from newsqa.text.lemmas import lemma

_LONGEST = 6  # words before, or behind, a noun that describe it
_SPACES = frozenset({" ", "' ", "’ "})
_APPOSED = frozenset({" ", ", "})  # what may stand between what somebody is and the name
_SHORTEST = 3  # letters of a deed that somebody is named after
_NAMED = frozenset({"person", "organisation", "place", "other"})  # notes of names
_OF = "of"  # the sort of the small words behind which stands what something is of
_OWNED = 4  # words of that
_DASHES = frozenset({"-", "--", "–", "—", ":"})
_BODY = "organisation"  # kind of terms that are bodies


def people(line: Line) -> Iterator[Span]:
    """Yield the nouns for people and bodies, each with what describes it; none that is the role before a name."""
    found = (_whole(line, at) for at in _nouns(line))
    named = [note.span for note in line.sentence.notes if note.kind in _NAMED]
    spans = (Span(start=line.words[first].start, end=line.words[last].end) for first, last in found)
    yield from (span for span in dict.fromkeys(spans) if not any(name.holds(span) for name in named))


def _nouns(line: Line) -> Iterator[int]:
    """Yield where a noun for people or a body stands that describes no other, nor stands before a name as its role."""
    code, terms = line.view.found.language, line.view.page.meanings_of(line.place)
    bodies, head_first = _bodies(code), load(code).questions.head_first
    pairs = zip(line.words, terms, strict=True)
    is_noun = [is_role(g) or _is_body(g) or w.normal in bodies or _is_doer(w.normal, code) for w, g in pairs]
    for at, noun in enumerate(is_noun):
        other = at - 1 if head_first else at + 1
        describes = 0 <= other < len(is_noun) and is_noun[other] and _adjoins(line, max(at, other))
        capital = at > 0 and line.words[at].text[0].isupper() and not _opens_news(line, at)
        if noun and at not in verbs(line) and not describes and not capital and not _is_before_name(line, at):
            yield at


def _is_body(group: Sequence[str]) -> bool:
    return any(concepts.roles(term) == _BODY for term in group)


@cache
def _bodies(code: str) -> frozenset[str]:
    """Return the nouns for bodies, as they stand without a name: "the council"."""
    language = load(code)
    heads = (form.casefold() for form in language.names.organisation_heads if " " not in form)
    return frozenset((*heads, *language.definitions.bodies))


@lru_cache(maxsize=65536)
def _is_doer(word: str, code: str) -> bool:
    """Tell whether a word is written as who does a deed, "collector", "perajin", or as people are, "crewmates"."""
    data, root = load(code).definitions, lemma(word, code)
    if word.endswith(data.people_endings):
        return True
    ending = next((e for e in data.doer_endings if word.endswith(e)), "")
    bare = word.removesuffix(ending)
    by_prefix = word.startswith(data.doers) and root != word and not word.endswith(data.deed_nouns)
    stems = (*((bare, f"{bare}e") if ending else ()), *((root,) if by_prefix else ()))
    return any(t.startswith("p.") for one in stems if len(one) >= _SHORTEST for t in concepts.alone(one, code))


def _is_before_name(line: Line, at: int) -> bool:
    """Tell whether a person's name stands right behind a word: "*captain* Nils Berg", "the *captain*, Nils Berg"."""
    behind = at + 1
    starts = [note.span.start for note in line.sentence.notes if note.kind == "person"]
    near = behind < len(line.words) and line.words[behind].start in starts
    return near and line.view.text[line.words[at].end : line.words[behind].start] in _APPOSED


def _whole(line: Line, at: int) -> tuple[int, int]:
    """Return the first and last word of a noun with the words that describe it, and those that open it."""
    if not load(line.view.found.language).questions.head_first:
        return _opened(line, at), _until(line, at)
    last = at
    while last + 1 < min(len(line.words), at + _LONGEST) and _describes(line, last + 1) and _adjoins(line, last + 1):
        if line.words[last + 1].text[0].isdigit():
            break
        last += 1
    return _opened(line, at), last


def _opened(line: Line, at: int) -> int:
    """Return the first word of what stands before a noun and belongs to it: "two former", "seorang", "para"."""
    language, first = load(line.view.found.language), at
    opens = language.definitions.aside | language.definitions.openers | language.definitions.determiners
    while first and first > at - _LONGEST and _adjoins(line, first):
        word = line.words[first - 1]
        described = not language.questions.head_first and _describes(line, first - 1)
        if not (described or word.normal in opens or _is_number(line, first - 1)):
            break
        first -= 1
        if word.normal in language.definitions.determiners:
            break
    return first


def _until(line: Line, at: int) -> int:
    """Return the last word of what belongs to a noun and stands behind it: "a council *of churches*"."""
    joint = at + 1
    if joint + 1 >= len(line.words) or line.cases.get(line.words[joint].normal) != _OF or not _adjoins(line, joint):
        return at
    language, first = load(line.view.found.language), joint + 1
    first += line.words[first].normal in language.definitions.determiners
    last = first
    while last < min(len(line.words), first + _OWNED) and _describes(line, last) and _adjoins(line, last):
        last += 1
    return last - 1 if last > first else at


def _opens_news(line: Line, at: int) -> bool:
    """Tell whether the news begins with a word, behind the place it comes from: "OSLO (Outlet) - *Police* …"."""
    gap = line.view.text[line.words[at - 1].end : line.words[at].start]
    return not line.place and gap.strip(" ()") in _DASHES and gap[-1:] == " "


def _is_number(line: Line, at: int) -> bool:
    word = line.words[at]
    return word.text[0].isdigit() or word.normal in load(line.view.found.language).numbers.words


def _describes(line: Line, at: int) -> bool:
    """Tell whether a word may describe the noun beside it: one that is no verb, and says something."""
    small = load(line.view.found.language).about.function_words
    prepositions = load(line.view.found.language).facts.prepositions
    word = line.words[at].normal
    return word not in small and word not in prepositions and at not in verbs(line)


def _adjoins(line: Line, at: int) -> bool:
    """Tell whether nothing but a space stands between a word and the one before, or the sign of its owner."""
    return line.view.text[line.words[at - 1].end : line.words[at].start] in _SPACES
