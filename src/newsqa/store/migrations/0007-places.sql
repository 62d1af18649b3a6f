-- The row of a sentence in `words` tells its article and its place: no * 65536 + place. A table that joined the two cost a
-- look-up a hit and two inserts a sentence.

create table numbers (
  last integer not null);       -- the highest number that an article was ever given: none is given twice
insert into numbers select coalesce(max(no), 0) from articles;

alter table articles add column sentences integer not null default 0;  -- how many it has
update articles set sentences = (select count(*) from sentences where article = articles.no);

-- What a search needs to know of an article, so that it need not open the rows that hold the texts.
create index articles_brief on articles (no, scope, id, day);

drop table sentences;
drop table words;
create virtual table words using fts5 (
  terms, context, content = '', contentless_delete = 1, detail = none,
  tokenize = 'ascii tokenchars ''!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~''''''');
-- 57344 is a character that stands in no term; it becomes the mark between two strings of a JSON list.
insert into words (rowid, terms, context)
  select a.no * 65536 + t.key, t.value, c.value
  from articles a,
    json_each('[' || replace(json_quote(replace(a.terms, char(10), char(57344))), char(57344), '","') || ']') t,
    json_each('[' || replace(json_quote(replace(a.context, char(10), char(57344))), char(57344), '","') || ']') c
  where a.sentences > 0 and c.key = t.key;
