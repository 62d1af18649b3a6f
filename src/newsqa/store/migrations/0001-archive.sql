-- The archive: articles, the words of their sentences, and the names in them.

create table articles (
  no integer primary key,       -- the article's number in this file; larger is newer
  scope text not null,          -- the desk whose article it is
  id text not null,             -- the article's own id, unique within its desk
  day text,                     -- the publishing day, ISO 8601; what a question's time is compared with
  about text not null,          -- the article without its text, as JSON
  text text not null,           -- word for word as it was given; every span counts in it
  sha256 blob not null,         -- of the text in UTF-8, by which a flipped bit is found
  rules integer not null,       -- version of the rules that made the extraction
  extraction text not null,     -- everything the rules found, as JSON
  unique (scope, id));
create index articles_by_day on articles (scope, day);

create table sentences (
  no integer primary key,       -- the row of the same number in `words`
  article integer not null references articles (no) on delete cascade,
  place integer not null);      -- index of the sentence in the article, from 0
create index sentences_by_article on sentences (article);

-- The words of each sentence: `terms` its own, `context` those that hold of it by reference. Terms come normalised
-- and hold no space; nothing but a space parts them. The words themselves are not kept a second time.
create virtual table words using fts5 (
  terms, context, content = '', contentless_delete = 1, detail = none,
  tokenize = 'ascii tokenchars ''!"#$%&()*+,-./:;<=>?@[\]^_`{|}~''''''');

create table mentions (
  scope text not null,          -- the desk
  name text not null,           -- fullest name of an entity, lower case, marks folded
  article integer not null references articles (no) on delete cascade,
  kind text not null,           -- person, organisation, place or other
  role text,                    -- the role that the article gives it
  primary key (scope, name, article)) without rowid;
create index mentions_by_article on mentions (article);

create table spellings (
  key text not null,            -- a key that several spellings of a word share
  word text not null,           -- a word of a name, normal form
  primary key (key, word)) without rowid;
