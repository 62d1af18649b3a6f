-- What was found in an article, a part a column instead of one JSON text, so that a part is read only where it is needed.
-- Of sentences there is one line each; lines are parted by newlines, which stand in none of them.

alter table articles add column language text not null default '';
alter table articles add column spans text not null default '';     -- start and end of each sentence in the text
alter table articles add column terms text not null default '';     -- its terms, parted by spaces
alter table articles add column context text not null default '';   -- its terms by context
alter table articles add column notes text not null default '';     -- its notes as JSON, nothing where it has none
alter table articles add column entities text not null default '[]';  -- the rest is JSON as a whole
alter table articles add column quotes text not null default '[]';
alter table articles add column facts text not null default '[]';

update articles set
  language = extraction ->> '$.language',
  spans = coalesce((
    select group_concat((s.value ->> '$.span.start') || ' ' || (s.value ->> '$.span.end'), char(10) order by s.key)
    from json_each(extraction, '$.sentences') s), ''),
  terms = coalesce((
    select group_concat(coalesce((
      select group_concat(t.value, ' ' order by t.key) from json_each(s.value, '$.terms') t), ''), char(10) order by s.key)
    from json_each(extraction, '$.sentences') s), ''),
  context = coalesce((
    select group_concat(coalesce((
      select group_concat(t.value, ' ' order by t.key) from json_each(s.value, '$.context') t), ''), char(10) order by s.key)
    from json_each(extraction, '$.sentences') s), ''),
  notes = coalesce((
    select group_concat(coalesce(s.value -> '$.notes', ''), char(10) order by s.key)
    from json_each(extraction, '$.sentences') s), ''),
  entities = coalesce(extraction -> '$.entities', '[]'),
  quotes = coalesce(extraction -> '$.quotes', '[]'),
  facts = coalesce(extraction -> '$.facts', '[]');

alter table articles drop column extraction;
