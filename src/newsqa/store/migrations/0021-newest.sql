-- In the index of words the newest article comes first: to walk through it from its end takes up to twice as long, and
-- what is looked for first is what is newest. The row of a sentence, (8589934592 - no) * 65536 + place, tells its article
-- and its place; an article's names have the last place, 65535.

drop table vocabulary;
drop table words;
create virtual table words using fts5 (
  terms, context, content = '', contentless_delete = 1, detail = none,
  tokenize = 'ascii tokenchars ''!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~''''''');
create virtual table vocabulary using fts5vocab (words, row);
insert into words (words, rank) values ('hashsize', 33554432);

-- 57344 is a character that stands in no term; it becomes the mark between two strings of a JSON list.
insert into words (rowid, terms, context)
  select (8589934592 - a.no) * 65536 + t.key, t.value, json_extract(a.context, '$[' || t.key || ']')
  from (
    select no,
      '[' || replace(json_quote(replace(terms, char(10), char(57344))), char(57344), '","') || ']' as terms,
      '[' || replace(json_quote(replace(context, char(10), char(57344))), char(57344), '","') || ']' as context
    from articles where sentences > 0 order by no desc) a,
    json_each(a.terms) t;

-- The names of an article, each one term: the desk in hexadecimal and the name, led by 57344, its words parted by 57345.
insert into words (rowid, terms, context)
  select (8589934592 - no) * 65536 + 65535, names, '' from (
    select no, (
      select group_concat(char(57344) || hex(scope) || char(57344) || replace(name, ' ', char(57345)), ' ')
      from mentions where article = no) as names
    from articles order by no desc)
  where names is not null;

insert into words (words, rank) values ('hashsize', 1048576), ('automerge', 0), ('usermerge', 4), ('crisismerge', 100);
