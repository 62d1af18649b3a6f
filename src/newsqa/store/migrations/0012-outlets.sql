-- The outlets of a desk with their days, found without reading the articles.

create index articles_by_outlet on articles (scope, json_extract(about, '$.outlet'), day, id);
