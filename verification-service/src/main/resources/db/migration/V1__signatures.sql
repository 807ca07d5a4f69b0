-- One row per mail address over all appeals, under a keyed hash. It is what everything about one signatory locks first,
-- so that submissions, decisions and mails of one address never run beside each other.
create table recipient (
    address_key text primary key,
    -- when the last mails left that a submission caused, newest first, and when the next one may
    recent_mails timestamptz[] not null default '{}',
    open_at timestamptz not null default '-infinity',
    -- a mail to this address is on its way, for as long as its sender renews this
    busy_until timestamptz not null default '-infinity',
    seen_at timestamptz not null default now()
);

create table submission (
    signature_id uuid primary key,
    appeal text not null,
    fingerprint text not null,
    recipient text not null references recipient,
    appeal_version integer not null,
    kind text not null check (kind in ('individual', 'organisation')),
    locale text not null,
    source text not null,
    screening text[] not null,
    -- personal; only as long as nobody has decided
    signatory jsonb,
    submitted_at timestamptz not null,
    received_at timestamptz not null default now(),
    state text not null check (state in ('pending', 'suppressed', 'awaiting-review', 'listed', 'not-mine', 'superseded',
        'expired', 'withdrawn')),
    ended_at timestamptz,
    check ((state = 'pending') = (signatory is not null)),
    check ((state = 'pending') = (ended_at is null))
);
create index submission_of_recipient on submission (recipient);
create index submission_of_signatory on submission (appeal, fingerprint);
create index submission_not_mine on submission (recipient, appeal) where state = 'not-mine';
create index submission_undecided on submission (received_at) where state = 'pending';
create index submission_ended on submission (ended_at) where state in ('suppressed', 'not-mine', 'superseded', 'expired',
    'withdrawn');

-- The entries, each with the state that the list is to have of it: the relay publishes what is ahead of published_version.
-- A withdrawn entry keeps nothing but its id and version until the list was told.
create table entry (
    entry_id uuid primary key,
    signature_id uuid not null unique references submission,
    appeal text not null,
    fingerprint text,
    appeal_version integer not null,
    kind text not null check (kind in ('individual', 'organisation')),
    display text check (display in ('full', 'initials', 'hidden')),
    locale text not null,
    source text not null,
    -- personal; everything that was submitted
    signatory jsonb,
    -- exactly what the page of the link showed
    released jsonb,
    listed_at timestamptz,
    -- 0 until it first comes on the list
    version bigint not null default 0,
    published_version bigint not null default 0,
    changed_at timestamptz not null default now(),
    unique (appeal, fingerprint),
    check ((signatory is null) = (fingerprint is null)),
    check ((signatory is null) = (released is null)),
    check ((signatory is null) = (display is null)),
    check (published_version <= version)
);
create index entry_ahead on entry (changed_at) where version > published_version;

create table link (
    hash bytea primary key,
    signature_id uuid not null references submission on delete cascade,
    decides_until timestamptz not null
);
create index link_of_signature on link (signature_id);
create index link_ended on link (decides_until);

create table mail (
    mail_id uuid primary key default gen_random_uuid(),
    kind text not null check (kind in ('confirm', 'already-signed', 'listed', 'awaiting-review')),
    signature_id uuid not null references submission on delete cascade,
    recipient text not null references recipient,
    -- caused by a submission, which anybody can make; answers to an owner's own act are not capped
    capped boolean not null,
    state text not null default 'owed' check (state in ('owed', 'sent', 'undeliverable', 'given-up', 'dropped')),
    owed_at timestamptz not null default now(),
    due_at timestamptz not null,
    attempts integer not null default 0,
    first_tried_at timestamptz,
    ended_at timestamptz
);
create unique index mail_owed_once on mail (signature_id, kind) where state = 'owed';
create index mail_due on mail (due_at) where state = 'owed';
create index mail_of_recipient on mail (recipient);
create index mail_of_signature on mail (signature_id);

create table relay_lease (
    name text primary key,
    holder uuid,
    until timestamptz not null
);
insert into relay_lease (name, until) values ('relay', '-infinity');
