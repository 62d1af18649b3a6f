-- What the bot has asked people for, and the files of many articles that it is taking in.

create table prompts (
  id integer primary key,
  chat integer not null,
  person integer not null,      -- whose reply is waited for
  message integer,              -- the message that asks, once it is sent
  deed text not null,           -- what the reply is for, as the bot writes it
  asked text not null);
create index prompts_of on prompts (chat, message);

create table imports (
  id integer primary key,
  chat integer not null,
  thread integer,               -- the topic, none where there is none
  person integer not null,      -- who sent the file
  message integer not null,     -- the message that holds it
  scope text not null,          -- the desk that the articles are for
  language text not null,       -- of the reports on it
  file text not null,           -- Telegram's id of the file
  name text not null,
  size integer,
  progress integer,             -- the message that reports on it, once it is sent
  done integer not null default 0,   -- articles of the file that were seen to
  added integer not null default 0,
  known integer not null default 0,
  bad text not null default '[]',    -- JSON: where and why, of each that could not be added
  finished integer not null default 0,
  unique (chat, message));
