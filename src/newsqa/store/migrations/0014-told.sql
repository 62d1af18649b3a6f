-- What is told of feeds in the reader's language, and of newer versions in files of many articles.

-- which kind of error a feed's is, and what it is about, a JSON object
alter table feeds add column reason text;
alter table feeds add column about text not null default '{}';
-- of those noted before no kind is known: each feed is looked at anew
update feeds set error = null, pulled = null where error is not null;

-- articles of which the desk had an earlier version
alter table imports add column renewed integer not null default 0;
