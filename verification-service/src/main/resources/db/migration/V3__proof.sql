-- For which signature a proof of work was given first. It is kept as long as a submission with that proof can still come
-- in: 7 days on its topic, and 7 more among the dead letters.
create table proof (
    proof text primary key,
    signature_id uuid not null,
    used_at timestamptz not null default now()
);
create index proof_used on proof (used_at);
