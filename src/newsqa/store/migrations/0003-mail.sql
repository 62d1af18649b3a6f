-- What the messenger sent and what it is yet to be sent, kept until it is done with.
-- `if not exists`: newsqa 0.1 made these tables without counting them.

create table if not exists inbox (
  id integer primary key,      -- Telegram's update_id
  chat integer not null,       -- the chat, or the person where there is none: what is kept in order
  body text not null,          -- the update as it came; emptied once it is done
  tries integer not null default 0,
  state text not null default 'new',  -- new, done, or aside: three tries failed
  came text not null);
create index if not exists inbox_waiting on inbox (chat, id) where state = 'new';
create table if not exists outbox (
  id integer primary key,
  chat integer not null,
  body text not null,          -- the letter, as the bot writes it
  cause text not null unique,  -- what it answers, so that doing a thing twice does not say it twice
  state text not null default 'new');  -- new or dropped; a letter that was sent is kept as done, without its body
create index if not exists outbox_waiting on outbox (chat, id) where state = 'new';
create table if not exists held (
  chat integer not null,
  message integer not null,
  person integer not null,     -- who sent it
  body text not null,          -- the message as it came
  came text not null,
  primary key (chat, message));
