"""Whether a question asks for the words of somebody else than the one who surely said a quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsqa.answer.page import terms_of
from newsqa.answer.speakers import around, heard_of, strength
from newsqa.answer.view import Group, View, is_word
from newsqa.model import Entity, Question, Quote
from newsqa.text.words import tokens

_NAMED = 0.7  # from which a word is one of a name, spelt another way or not
_DESCRIBED = 0.5  # from which a word for a role is one for the speaker
_BACK = 2  # sentences in which one may be named for whom a pronoun stands


def meant(question: Question, view: View, groups: Sequence[Group], quote: Quote) -> bool:
    """Tell whether the words name another person, though somebody who has not that name surely spoke."""
    return not question.mixed and (_is_told_of(view, groups, quote) or _is_other(view, groups, quote))


def _is_other(view: View, groups: Sequence[Group], quote: Quote) -> bool:
    """Tell whether another person of the article has more of the name, and the speaker is surely who spoke."""
    people = [one for one in view.found.entities if one.kind == "person"]
    speaker = next((one for one in people if quote.speaker in (one.name, *one.aliases)), None)
    return speaker is not None and any(
        _is_named(view, groups, quote, one) and _surely(view, quote, speaker, one) for one in people if one != speaker
    )


def _is_told_of(view: View, groups: Sequence[Group], quote: Quote) -> bool:
    """Tell whether what is said names the one who is asked for, and nothing tells that they say it of themselves."""
    said, heard = terms_of(quote.words.of(view.text), view.found.language), heard_of(view, quote)
    names = [group for group in groups if not is_word(group)]
    told = any(not said.isdisjoint(group) for group in names)
    own = any(not heard.terms.isdisjoint(group) for group in names)
    described = any(strength(view, group, quote) >= _DESCRIBED for group in groups if is_word(group))
    return bool(quote.speaker) and told and not own and not described


def _is_named(view: View, groups: Sequence[Group], quote: Quote, other: Entity) -> bool:
    """Tell whether the words have more of another's name than of the speaker's, and no role that only the speaker has.

    The lawyer of somebody who is named in full is not the one who is named.
    """
    names = [group for group in groups if not is_word(group)]
    theirs = {group for group in names if group[0] in view.page.called[other.name]}
    own = {group for group in names if strength(view, group, quote) >= _NAMED}
    if not own < theirs or (len(theirs) == 1 and len(names) > 1):
        return False
    role, told = heard_of(view, quote).role, _told(view, other)
    return all(role.isdisjoint(group) or not told.isdisjoint(group) for group in groups if is_word(group))


def _told(view: View, person: Entity) -> frozenset[str]:
    """Return the terms of what the article says that somebody is."""
    texts = [person.role or "", *(text for _, both in around(view, person) for text in both)]
    return frozenset[str]().union(*(terms_of(text, view.found.language) for text in texts))


def _surely(view: View, quote: Quote, speaker: Entity, other: Entity) -> bool:
    """Tell whether the speaker is named where they speak, or the other nowhere near: a pronoun may mean either."""
    if quote.mention and view.page.called[speaker.name] & {w.normal for w in tokens(quote.mention.of(view.text))}:
        return True
    at = view.at(quote.sentence)
    return not any(at - _BACK <= place <= at for place in _places(view, other))


def _places(view: View, person: Entity) -> Iterator[int]:
    yield from (view.at(mention) for mention in person.mentions)
