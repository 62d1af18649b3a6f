-- The names of an article stand together, and the articles of a name are found by the index of words, which is written in
-- rows that come one after the other: kept in the order of names, each of an article's names was written in another place.

create table names (
  article integer not null references articles (no) on delete cascade,
  name text not null,           -- a form of an entity's name, lower case, marks folded
  kind text not null,           -- person, organisation, place or other
  role text,                    -- the role that the article gives it
  primary key (article, name)) without rowid;
insert into names select article, name, kind, role from mentions order by article, name;
drop table mentions;
alter table names rename to mentions;

-- In `words` the last place of an article, no * 65536 + 65535, has its names, each one term: the desk in hexadecimal and
-- the name, led by 57344 and its words parted by 57345, characters that stand in no term of a sentence.
insert into words (rowid, terms, context)
  select m.article * 65536 + 65535,
    group_concat(char(57344) || hex(a.scope) || char(57344) || replace(m.name, ' ', char(57345)), ' '), ''
  from mentions m join articles a on a.no = m.article group by m.article;
create virtual table vocabulary using fts5vocab (words, row);

-- What is new in the index is put together every few articles, a little each time; by itself it would do so seldom, and
-- then hold up one article for as long as a hundred take.
insert into words (words, rank) values ('automerge', 0), ('usermerge', 4), ('crisismerge', 100);
