"""What a language, and all of them, know of names: what stands in and around them, and names themselves."""

from __future__ import annotations

from newsqa.languages.tables import Data


class Names(Data):
    """What stands in and around names: titles before, degrees after, heads of bodies and places, pronouns."""

    given_names: tuple[str, ...]
    possessives: tuple[str, ...]
    calling: frozenset[str]  # words right before what somebody is called by, behind their name
    role_openers: tuple[str, ...]
    particles: tuple[str, ...]
    descent: tuple[str, ...]  # particles that only people's names have
    titles: tuple[str, ...]
    honours: tuple[str, ...]  # words by which only people are called
    local_titles: tuple[str, ...]  # of who leads a place, whose name stands between title and person
    after_name: tuple[str, ...]
    organisation_heads: tuple[str, ...]
    place_heads: tuple[str, ...]
    sorts: tuple[str, ...]  # nouns for sorts of places and bodies that stand before the name
    after_people: frozenset[str]  # those of them that may be called after somebody
    directions: tuple[str, ...]  # words of direction or age behind a place's name
    place_before: tuple[str, ...]
    only_place_before: frozenset[str]  # behind which a name is a place's, whatever it is like
    not_names: tuple[str, ...]


class SharedNames(Data):
    """Names that are the same in every language, parted by commas: given names by gender, and places."""

    masculine: str
    feminine: str
    either: str
    places: str

    @staticmethod
    def each(names: str) -> tuple[str, ...]:
        """Return the names of one list."""
        return tuple(name.strip() for name in names.split(",") if name.strip())
