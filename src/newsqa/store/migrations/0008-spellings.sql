-- The keys of names are made by rules that change; which rules made those that are kept is kept beside them.

create table spelled (
  rules text not null);         -- what made the keys in `spellings`; where it is not today's, they are made again
insert into spelled values ('');
delete from spellings;
