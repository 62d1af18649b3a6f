-- What is kept back until a time, what is new, and who is told of it.

create table embargoes (
  scope text not null,          -- the desk whose article it is
  article text not null,        -- the article's id; it may be set before the article comes
  until text not null,          -- when the article may be read by all, ISO 8601 in UTC to the second
  by integer not null,          -- Telegram's id of the editor, 0 for the command line
  since text not null,
  primary key (scope, article)) without rowid;
create index embargoes_end on embargoes (until);

-- Every article that came, was given another text, or came out of an embargo; a reindex is no arrival.
create table arrivals (
  no integer primary key autoincrement,
  scope text not null,
  article text not null,
  at text not null);

create table watches (
  id integer primary key,
  chat integer not null,        -- where the alerts go
  thread integer not null,      -- the topic there, 0 where there is none
  person integer not null,      -- who asked for it
  words text not null,          -- the name or phrase as it was written
  key text not null,            -- its normal form, by which the same watch is known again
  phrase integer not null,      -- 1 where every word must be said, 0 where somebody is meant
  language text not null,       -- of the alerts
  state text not null default 'on',  -- on, paused by a person, or silenced because the chat put the bot out
  since text not null,
  unique (chat, thread, key));

create table told (
  watch integer not null references watches (id) on delete cascade,
  words text not null,          -- what the chat was told of, normal form: a copy of it is no news
  at text not null,
  primary key (watch, words)) without rowid;

create table news (
  id integer primary key,
  watch integer not null references watches (id) on delete cascade,
  scope text not null,
  article text not null,
  kind text not null,           -- quote or fact
  start integer not null,       -- of the evidence, in characters of the article's text
  end integer not null,
  speaker text,                 -- of a quote
  status text not null,         -- of a fact: happened, planned, denied …
  came text not null);
create index news_watch on news (watch, id);

create table digests (
  chat integer primary key,
  thread integer not null,
  at text not null,             -- hour and minute, as 06:30
  zone text not null,           -- the time zone that it is meant in
  next text not null,           -- when it is due, ISO 8601 in UTC
  language text not null);
