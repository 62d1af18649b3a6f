-- A question that only asks more of what was shown before.

-- the question whose answers it asks more of; those that follow it up follow that
alter table turns add column base integer;
