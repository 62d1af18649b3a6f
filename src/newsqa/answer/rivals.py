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
_TOLD = 0.35  # from which a word may be one for the speaker
_FULL = 2  # words of a full name
_BACK = 2  # sentences in which one may be named for whom a pronoun stands


def meant(question: Question, view: View, groups: Sequence[Group], quote: Quote) -> bool:
    """Tell whether the words name another person, though somebody who has not that name surely spoke."""
    return not question.mixed and any(is_so(view, groups, quote) for is_so in (_is_told_of, _is_other, _is_relative))


def _is_relative(view: View, groups: Sequence[Group], quote: Quote) -> bool:
    """Tell whether the speaker shares only the last word of the name: who asks for *Ivo* Ruiz does not mean Ana Ruiz.

    What stands before it may be no name but a role, or the body that the speaker is of.
    """
    own = [word.normal for word in tokens(quote.speaker or "")]
    if len(own) != _FULL or len(groups) < _FULL or groups[-1][0] != own[-1] or not _is_given(view, groups[-2]):
        return False
    return all(strength(view, group, quote) < _TOLD for group in groups[:-1] if not is_word(group))


def _is_given(view: View, group: Group) -> bool:
    """Tell whether a word is of somebody's name, and of no other name in the article."""
    others = (name for one in view.found.entities if one.kind != "person" for name in (one.name, *one.aliases))
    return view.is_name(group) and not any(group[0] == word.normal for name in others for word in tokens(name))


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
    names = [group for group in groups if not is_word(group) or group[0] in view.page.called[other.name]]
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
