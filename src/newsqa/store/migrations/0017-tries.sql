-- How often something was in hand when the bot died, so that what kills it is set aside, and nothing is said thrice.

-- times that a letter was on its way and is not known to have arrived or not
alter table outbox add column tries integer not null default 0;
alter table held add column tries integer not null default 0;
-- new, or aside: three tries failed
alter table held add column state text not null default 'new';
-- of the article that is next in the file
alter table imports add column tries integer not null default 0;
