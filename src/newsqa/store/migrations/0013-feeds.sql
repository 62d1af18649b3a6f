-- The feeds that desks follow, and what became of their entries.

create table feeds (
  scope text not null,          -- the desk whose feed it is
  url text not null,
  title text,                   -- what the feed calls itself
  by integer not null,          -- Telegram's id of who added it, 0 for the command line
  since text not null,          -- when it was added, ISO 8601 in UTC
  etag text not null,           -- the marks by which only a newer one is asked for
  modified text not null,
  pulled text,                  -- when it was last looked at, and what went wrong then
  error text,
  primary key (scope, url)) without rowid;

create table entries (
  scope text not null,
  link text not null,           -- the page of the entry
  article text,                 -- what it became; stays when that is deleted, so that it is not added again
  tries integer not null,       -- how often its page was asked for in vain
  at text not null,             -- when it was last tried
  primary key (scope, link)) without rowid;
