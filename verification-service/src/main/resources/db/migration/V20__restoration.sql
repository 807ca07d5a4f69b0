-- One row where this database was restored from a backup, until it has taken from the topics what happened since.
create table restored (
    taken_at timestamptz not null,
    -- the topics were lost as well, so they tell nothing of what happened since
    broker_lost boolean not null
);

-- What the topic of the list says of entries that this database does not know, until their submissions come again.
create table told (
    entry_id uuid primary key,
    appeal text not null,
    version bigint not null,
    -- the event; null where the entry was taken off
    event jsonb,
    at timestamptz not null
);
