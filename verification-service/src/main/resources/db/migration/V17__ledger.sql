-- How far each partition was read, and what came of its records, counted in the transaction that stored them. Whatever is
-- neither of it nor in set_aside was lost.
create table ledger (
    topic text,
    partition integer,
    -- the offset of the first record that was counted, and of the next one that will be
    begun bigint not null,
    next bigint not null,
    first_seen bigint not null default 0,
    repeated bigint not null default 0,
    passed_over bigint not null default 0,
    primary key (topic, partition)
);

-- Records that became dead letters, each once, however often it is set aside.
create table set_aside (
    topic text,
    partition integer,
    position bigint,
    primary key (topic, partition, position)
);

-- How many submissions of a state were deleted.
create table forgotten (
    state text primary key,
    number bigint not null
);

-- What was there before there was a ledger.
insert into ledger (topic, partition, begun, next, first_seen)
select 'before', 0, 0, count(*), count(*) from submission;
