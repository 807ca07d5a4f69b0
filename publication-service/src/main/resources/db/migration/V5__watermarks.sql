-- The latest watermark of each partition of the verified topic that was applied: all that was due before that time has
-- been applied too. And how many entries each list was to have in all, told everything that was due then.
create table watermark (
    partition int primary key,
    at timestamptz not null,
    due jsonb not null
);
