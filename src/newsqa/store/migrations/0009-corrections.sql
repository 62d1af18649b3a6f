-- What people set right in articles; applied anew whenever an article's extraction is.

create table corrections (
  no integer primary key autoincrement,
  scope text not null,          -- the desk whose article it is
  article text not null,
  kind text not null,           -- title, outlet, published, speaker, merge; quote or fact where that is none
  words text,                   -- the words of the article that it is about
  start integer,                -- where they stood, in characters of the text
  before text,                  -- what stood there, and what stands there since
  after text,
  by integer not null,          -- Telegram's id of who corrected it, 0 for the command line
  at text not null,             -- when, ISO 8601 in UTC
  undone_by integer,            -- who took it back, and when
  undone_at text);
create index corrections_of on corrections (scope, article);
