-- What a look-up showed that is no list of answers: roles, outlets, counts.

-- JSON: the rows of its table, and the desks that they were counted over; null for a question and for a list of answers
alter table turns add column sums text;
