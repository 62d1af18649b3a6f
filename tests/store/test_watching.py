"""What is kept of watches: news and the cursor move together, and what was told is gone."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsqa.model import Article
from newsqa.newsroom import DESK, Digest, Member, News, Newsroom, State, Watcher, open_state

NOW = dt.datetime(2026, 12, 1, 6, tzinfo=dt.UTC)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    opened = open_state(tmp_path / "archive.db")
    yield opened
    opened.close()


def watcher(chat: int = -7, words: str = "Rini", thread: int = 0) -> Watcher:
    return Watcher(id=0, chat=chat, thread=thread, person=1, words=words, phrase=False, language="id", state="on")


def news(watch: int = 1) -> News:
    return News(watch=watch, scope=DESK, article="a", kind="quote", start=0, end=4, speaker="Rini", status="said")


def test_news_is_told_once_with_its_letter(state: State) -> None:
    assert state.watching.add(watcher(), "rini")
    state.watching.notice([(news(), "rini datang")], 3)
    assert (state.watching.cursor(), state.watching.told(1)) == (3, ["rini datang"])
    (waiting,) = state.watching.waiting()[-7]
    state.watching.tell([waiting], [(-7, "{}", "news:x")], None)
    assert state.watching.waiting() == {}
    letter = state.mail.next_letter(-7)
    assert letter is not None
    state.mail.sent(letter.id)
    state.watching.notice([(news(), "rini pulang")], 4)
    (again,) = state.watching.waiting()[-7]
    state.watching.tell([again], [(-7, "{}", "news:y")], None)
    assert state.mail.next_letter(-7) is not None, "a number used again keeps no later letter back"


def test_what_is_not_told_yet_is_taken_back_and_what_was_heard_is_not(state: State) -> None:
    assert state.watching.add(watcher(), "rini")
    first, second = (
        news().model_copy(update={"words": "Rini datang"}),
        news().model_copy(update={"words": "Rini pergi"}),
    )
    state.watching.notice([(first, "rini datang")], 3)
    state.watching.tell(state.watching.waiting()[-7], [], None)
    state.watching.notice([(second, "rini pergi")], 4)
    state.watching.take_back([1], DESK, "a")
    assert state.watching.waiting() == {}
    assert state.watching.told(1) == ["rini datang"]
    (heard,) = state.watching.heard([1], DESK, "a")
    assert (heard.plain, heard.shown, heard.speaker) == ("rini datang", "Rini datang", "Rini")
    assert state.watching.heard([1], "other", "a") == []
    assert state.watching.heard([2], DESK, "a") == []


def test_what_is_gone_from_an_article_is_set_right_once(state: State) -> None:
    assert state.watching.add(watcher(), "rini")
    state.watching.notice([(news().model_copy(update={"words": "Rini datang"}), "rini datang")], 3)
    state.watching.tell(state.watching.waiting()[-7], [], None)
    state.watching.notice([(news().model_copy(update={"gone": "Rini datang"}), "")], 4)
    assert state.watching.heard([1], DESK, "a") == []
    assert state.watching.told(1) == ["rini datang"], "a copy of it elsewhere is still no news"


def test_an_article_that_is_forgotten_leaves_nothing_of_what_it_was(state: State) -> None:
    state.record.changing(DESK, "a", "update:1", Article(id="a", text="Rini datang."))
    state.record.changing(DESK, "b", "update:2", None)
    version = state.record.version(DESK, "a")
    assert version is not None
    assert (version.cause, version.before) == ("update:1", Article(id="a", text="Rini datang."))
    assert [*state.record.edited(DESK, ["a", "b"])] == ["a"]
    assert state.record.version("other", "a") is None
    state.record.forget(DESK, "a")
    assert state.record.version(DESK, "a") is None


def test_arrivals_behind_the_cursor_are_forgotten_and_their_numbers_not_given_again(
    state: State, tmp_path: Path
) -> None:
    newsroom = Newsroom.open(tmp_path / "archive.db")
    newsroom.add(Article(id="a", text="Rini datang."))
    newsroom.add(Article(id="b", text="Rini pulang."))
    state.watching.notice([], newsroom.arrivals(0)[-1].no)
    assert newsroom.arrivals(0) == []
    newsroom.add(Article(id="c", text="Rini kembali."))
    assert [a.article for a in newsroom.arrivals(state.watching.cursor())] == ["c"]
    newsroom.close()


def test_a_watch_is_one_in_its_topic_and_goes_on_when_asked_again(state: State) -> None:
    assert state.watching.add(watcher(), "rini")
    assert not state.watching.add(watcher(), "rini")
    assert state.watching.add(watcher(thread=5), "rini")
    state.watching.turn(1, -7, "paused")
    assert len(state.watching.on()) == 1
    assert state.watching.add(watcher(), "rini")
    assert len(state.watching.on()) == 2


def test_one_chat_turns_no_others_watch(state: State) -> None:
    state.watching.add(watcher(), "rini")
    assert not state.watching.turn(1, -8, "paused")
    assert not state.watching.remove(1, -8)
    assert state.watching.remove(1, -7)


def test_silence_is_not_what_a_person_paused(state: State) -> None:
    state.watching.add(watcher(), "rini")
    state.watching.add(watcher(words="Budi"), "budi")
    state.watching.turn(2, -7, "paused")
    state.silence(-7)
    assert state.watching.on() == []
    state.watching.resume(-7)
    assert [w.words for w in state.watching.on()] == ["Rini"]


def test_a_supergroup_takes_over_all_that_its_group_had(state: State) -> None:
    state.people.admit_chat(-7, DESK, "reader", 1)
    state.watching.add(watcher(thread=5), "rini")
    state.watching.set_digest(Digest(chat=-7, thread=5, at="06:30", zone="Asia/Jakarta", next=NOW, language="id"))
    state.record.holds(DESK, "a", -7, [(12, "Rini datang.")])
    state.mail.post([(-7, "{}", "x")])
    state.move_chat(-7, -1007)
    assert state.people.chat_scope(-1007) == DESK
    assert [(w.chat, w.thread) for w in state.watching.on()] == [(-1007, 0)]
    assert state.watching.digest(-1007) == Digest(
        chat=-1007, thread=0, at="06:30", zone="Asia/Jakarta", next=NOW, language="id"
    )
    assert state.mail.next_letter(-1007) is not None
    assert state.record.article_in(DESK, -1007, 12) is None, "the supergroup counts its messages anew"


def test_a_desk_made_again_by_its_maker_is_the_same_and_by_another_is_taken(state: State) -> None:
    lia, budi = (Member(user=n, name=name, role="owner", since=NOW) for n, name in ((1, "Lia"), (2, "Budi")))
    assert state.people.make_desk("olahraga", lia)
    assert state.people.make_desk("olahraga", lia)
    assert not state.people.make_desk("olahraga", budi)
    assert not state.people.make_desk(DESK, budi)
    assert state.people.role("olahraga", 2) is None
