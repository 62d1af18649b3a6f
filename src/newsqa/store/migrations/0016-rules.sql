-- The articles that older rules have read, found without looking at the others.

create index articles_by_rules on articles (rules);
