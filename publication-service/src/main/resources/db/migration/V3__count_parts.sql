-- How many entries of an appeal share a value of a dimension: country (empty where nobody said one), source, locale, or
-- the hour in UTC in which they were listed. Hidden ones are among them. A row that falls to 0 stays.
create table count_part (
    appeal text collate "C",
    dimension text collate "C",
    value text collate "C",
    individuals bigint not null,
    organisations bigint not null,
    primary key (appeal, dimension, value)
);

-- When a total first came to 100, 200, 500, 1,000 and so on; it stays, whatever becomes of the total.
create table milestone (
    appeal text collate "C",
    signatures bigint,
    reached_at timestamptz not null,
    primary key (appeal, signatures)
);
