-- What was shown to whom, what they made of it, and which message holds which article.
-- `if not exists`: newsqa 0.1 made these tables without counting them.

create table if not exists turns (
  id integer primary key,
  chat integer not null,
  thread integer not null,     -- the topic, 0 where there is none
  person integer not null,     -- who asked
  message integer not null,    -- the message that asks
  reply integer,               -- the message that answers, once it is sent
  question text not null,      -- as it was asked, what a follow-up left out filled in
  language text not null,      -- of the reply
  answers text not null,       -- JSON: what was found, best first
  found integer not null,
  asked text not null);
create index if not exists turns_of on turns (chat, thread, person, id);
create index if not exists turns_reply on turns (chat, reply);
create table if not exists feedback (
  turn integer not null, person integer not null, said text not null, at text not null,
  primary key (turn, person));
create table if not exists sources (
  scope text not null, chat integer not null, message integer not null,
  article text not null, place integer not null, text text not null,  -- its part of the article
  primary key (scope, chat, message));
create index if not exists sources_article on sources (scope, article, place);
create table if not exists links (
  scope text not null, link text not null, article text not null,  -- the channel post that an article came from
  primary key (scope, link)) without rowid;
create table if not exists sketches (
  scope text not null, hash integer not null, article text not null, primary key (scope, hash, article)
) without rowid;
create index if not exists sketches_article on sketches (scope, article);
