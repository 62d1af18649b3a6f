-- Who may do what, and where: desks, members, chats, invitations, and what is remembered of each.
-- `if not exists`: newsqa 0.1 made these tables without counting them.

create table if not exists desks (
  scope text primary key,      -- the name under which its articles are kept
  made_by integer not null,    -- Telegram's id of who made it
  since text not null);
create table if not exists shares (
  scope text not null,         -- the desk whose articles are shared
  reader text not null,        -- the desk that may read them
  primary key (scope, reader));
create table if not exists members (
  scope text not null,         -- the desk whose member this is
  user integer not null,       -- Telegram's id of the person
  name text not null,          -- as Telegram showed it when the person was admitted
  role text not null,          -- owner, editor or reader
  admitted_by integer,         -- Telegram's id of who let the person in
  since text not null,         -- when, ISO 8601 in UTC
  primary key (scope, user));
create table if not exists chats (
  chat integer primary key,    -- Telegram's id of the group, channel or private chat
  scope text not null,         -- the desk it belongs to
  role text not null,          -- what anyone in it may do
  admitted_by integer not null,
  since text not null);
create table if not exists invitations (
  code text primary key,
  scope text not null,
  role text not null,
  made_by integer not null,
  until text not null,         -- when it stops being good
  used_by integer);
create table if not exists remembered (
  holder integer not null,     -- the person or chat that it is about
  name text not null,          -- what is remembered, as "language"
  value text not null,
  primary key (holder, name));
