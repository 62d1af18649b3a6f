"""What any engine must do with mail: one suite, every engine."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsqa.newsroom import open_state
from newsqa.store.mailbox import Incoming, Mail
from newsqa.store.memory_mail import MemoryMail

ENGINES: dict[str, Callable[[Path], Mail]] = {
    "sqlite": lambda folder: open_state(folder / "archive.db").mail,
    "memory": lambda _: MemoryMail(),
}
CHAT, OTHER = 7, -100


@pytest.fixture(params=ENGINES)
def mail(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Mail]:
    return ENGINES[request.param](tmp_path)


def took(mail: Mail, *numbers: int, chat: int = CHAT) -> None:
    mail.take([Incoming(n, chat, f"update {n}") for n in numbers])


def letters(mail: Mail, chat: int = CHAT) -> list[str]:
    """Send all that waits for a chat; return it."""
    sent = []
    while letter := mail.next_letter(chat):
        mail.sending(letter.id)
        mail.sent(letter.id)
        sent.append(letter.body)
    return sent


# ---- the inbox


def test_updates_are_dealt_with_in_their_order_and_each_chat_by_itself(mail: Mail) -> None:
    took(mail, 12, 11)
    took(mail, 10, chat=OTHER)
    assert sorted(mail.waiting()) == [OTHER, CHAT]
    first = mail.begin(CHAT)
    assert first == Incoming(11, CHAT, "update 11")
    assert mail.following(CHAT, 11) == Incoming(12, CHAT, "update 12")
    mail.finish(11, [])
    second = mail.begin(CHAT)
    assert second is not None
    assert second.id == 12
    mail.finish(12, [])
    assert mail.begin(CHAT) is None
    assert mail.waiting() == [OTHER]


def test_what_comes_twice_is_dealt_with_once(mail: Mail) -> None:
    took(mail, 1, 1)
    mail.begin(CHAT)
    mail.finish(1, [(CHAT, "answer")])
    took(mail, 1)
    assert mail.begin(CHAT) is None
    mail.finish(1, [(CHAT, "answer")])
    assert letters(mail) == ["answer"]


def test_what_is_not_finished_is_begun_again_and_each_try_counted(mail: Mail) -> None:
    took(mail, 1)
    assert [mail.begin(CHAT).tries for _ in range(4)] == [0, 1, 2, 3]
    mail.set_aside(1)
    assert mail.begin(CHAT) is None
    assert [(u.id, u.body) for u in mail.aside()] == [(1, "update 1")]
    took(mail, 1)
    assert mail.waiting() == [], "what was set aside is known"


def test_chats_in_hand_when_the_bot_died_are_known_by_their_age(mail: Mail) -> None:
    took(mail, 3, chat=OTHER)
    took(mail, 1, chat=CHAT)
    took(mail, 2, chat=9)
    assert mail.suspects() == []
    mail.begin(OTHER)
    mail.begin(CHAT)
    mail.hold(5, 40, 1, "a part")
    mail.filing(5, [40])
    assert mail.suspects() == [CHAT, OTHER, 5]
    mail.finish(1, [])
    mail.release(5, [40], [], "held")
    assert mail.suspects() == [OTHER]


# ---- the outbox


def test_letters_go_out_in_their_order_and_a_cause_is_answered_once(mail: Mail) -> None:
    mail.post([(CHAT, "one", "a"), (OTHER, "other", "b"), (CHAT, "two", "c")])
    mail.post([(CHAT, "one again", "a")])
    assert mail.count() == (0, 3)
    assert letters(mail) == ["one", "two"]
    assert mail.waiting() == [OTHER]


def test_a_letter_tells_how_often_it_may_have_gone_out_unseen(mail: Mail) -> None:
    mail.post([(CHAT, "one", "a")])
    number = mail.next_letter(CHAT).id
    mail.sending(number)
    mail.unsent(number)
    assert mail.next_letter(CHAT).tries == 0, "it is known that it did not arrive"
    mail.sending(number)
    mail.sending(number)
    assert not mail.next_letter(CHAT)._replace(tries=1).spent
    assert mail.next_letter(CHAT).tries == 2
    assert mail.next_letter(CHAT).spent
    mail.sent(number)
    assert mail.next_letter(CHAT) is None


def test_a_chat_that_will_not_have_letters_gets_none_and_one_that_moved_gets_them_elsewhere(mail: Mail) -> None:
    mail.post([(CHAT, "one", "a"), (OTHER, "two", "b")])
    assert mail.drop(CHAT) == 1
    assert mail.drop(CHAT) == 0
    mail.hold(OTHER, 4, 1, "a part")
    mail.redirect(OTHER, -200)
    assert letters(mail) == []
    assert letters(mail, -200) == ["two"]
    assert mail.holding() == [-200]


# ---- what is held


def test_held_messages_wait_in_the_order_they_were_written(mail: Mail) -> None:
    for message, body in ((5, "second"), (4, "first"), (5, "second, edited")):
        mail.hold(CHAT, message, 1, body)
    mail.hold(OTHER, 9, 2, "elsewhere")
    held = mail.held(CHAT)
    assert [(h.message, h.person, h.body, h.tries) for h in held] == [(4, 1, "first", 0), (5, 1, "second, edited", 0)]
    assert all(dt.datetime.now(dt.UTC) - h.came < dt.timedelta(minutes=1) for h in held)
    mail.filing(CHAT, [4, 5])
    assert [h.tries for h in mail.held(CHAT)] == [1, 1]
    mail.release(CHAT, [4, 5], [(CHAT, "summary")], "held:4")
    assert mail.held(CHAT) == []
    assert mail.holding() == [OTHER]
    assert letters(mail) == ["summary"]


def test_held_messages_set_aside_wait_no_more(mail: Mail) -> None:
    mail.hold(CHAT, 4, 1, "fatal")
    mail.release(CHAT, [4], [(CHAT, "sorry")], "held:4", aside=True)
    assert mail.held(CHAT) == []
    assert mail.holding() == []
    mail.hold(CHAT, 4, 1, "edited, harmless")
    assert [h.body for h in mail.held(CHAT)] == ["edited, harmless"]


def test_tidying_forgets_nothing_that_is_not_done(mail: Mail) -> None:
    took(mail, 1, 2)
    mail.begin(CHAT)
    mail.finish(1, [(CHAT, "answer")])
    mail.hold(CHAT, 4, 1, "a part")
    mail.tidy()
    assert mail.count() == (1, 1)
    assert mail.holding() == [CHAT]
