-- What an article said before it was changed, and what chats were told of it, so that both can be set right.

create table versions (
  scope text not null,
  article text not null,
  cause text not null,          -- the update, messages or file in hand when it was stored; done again, they say the same
  at text not null,
  before text,                  -- JSON of the article as it was; null for one that came
  primary key (scope, article));

-- where it was told from, none once it is gone from there; the words as they stood; 1 once the chat has heard them
alter table told add column scope text;
alter table told add column article text;
alter table told add column shown text;
alter table told add column speaker text;
alter table told add column said integer not null default 0;
create index told_article on told (scope, article);

-- the evidence as it stood; what the chat was told before that is gone from the article, null for what is new
alter table news add column words text not null default '';
alter table news add column gone text;
