alter table appeal_count
    -- Whether its signatories are at risk, as that revision of the appeal decided; unknown until the appeal was read.
    add at_risk boolean,
    add at_risk_since_revision bigint not null default 0,
    -- What counts.v1 was told; the relay tells what is ahead of it.
    add published_revision bigint not null default 0,
    add published_at timestamptz not null default '-infinity';
