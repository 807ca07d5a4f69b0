-- What tells a reviewer that two organisations may be one: neither is a key, and nothing is merged by them.
alter table entry
    -- the registrable domain of an organisation's website
    add domain text,
    -- the name as the list shows it, without what two people may type in two ways
    add name_key text generated always as (nullif(lower(regexp_replace(normalize(released ->> 'name', nfkc),
        '[\s.,;:''"()/&+_-]+', '', 'g')), '')) stored;
create index entry_of_domain on entry (appeal, domain) where domain is not null;
create index entry_by_name on entry (name_key text_pattern_ops, appeal) where name_key is not null;
create index entry_by_domain on entry (domain text_pattern_ops) where on_list;

-- A keyed hash of the mail address's domain; null where so many people have one there that it says nothing.
alter table submission add mail_domain text;
create index submission_of_domain on submission (appeal, mail_domain, submitted_at) where mail_domain is not null;

-- What reviewers did. Nothing personal of signatories but what a reviewer writes as the reason; kept for a year.
create table review_action (
    action_id bigint generated always as identity primary key,
    taken_at timestamptz not null default now(),
    reviewer text not null,
    action text not null,
    -- no reference, since it outlives the signature
    signature_id uuid,
    appeal text,
    from_state text,
    to_state text,
    subject text,
    reason text,
    -- the action on many that it was part of
    bulk_id uuid
);
create index review_action_on on review_action (signature_id, action_id) where signature_id is not null;
create index review_action_in on review_action (bulk_id, action_id) where bulk_id is not null;
create index review_action_taken on review_action (taken_at);

-- Reviewers who have signed in on a page; an HMAC of what their cookie holds under their token, so that another token
-- ends it.
create table reviewer_session (
    session bytea primary key,
    ends_at timestamptz not null
);

-- One decision about all that a criterion finds, carried out signature by signature.
create table bulk_review (
    bulk_id uuid primary key default gen_random_uuid(),
    reviewer text not null,
    decision text not null check (decision in ('approve', 'reject')),
    reason text,
    appeal text,
    mark text,
    mail_domain text,
    submitted_from timestamptz,
    submitted_to timestamptz,
    -- what comes to wait later is none of it
    started_at timestamptz not null default now(),
    state text not null default 'running' check (state in ('running', 'done', 'undoing', 'undone')),
    matched integer not null,
    ended_at timestamptz,
    busy_until timestamptz not null default '-infinity',
    check (num_nonnulls(appeal, mark, mail_domain) > 0)
);
create index bulk_review_open on bulk_review (started_at) where state in ('running', 'undoing');

-- What readers say of an entry, by reason: they hide nothing. What they wrote goes when a reviewer has closed it.
create table report (
    report_id uuid primary key default gen_random_uuid(),
    entry_id uuid not null references entry on delete cascade,
    reason text not null check (reason in ('not-me', 'not-authorised', 'offensive')),
    comments text[] not null default '{}',
    times integer not null default 1,
    first_at timestamptz not null default now(),
    last_at timestamptz not null default now(),
    state text not null default 'open' check (state in ('open', 'dismissed', 'upheld')),
    closed_at timestamptz
);
create unique index report_open_once on report (entry_id, reason) where state = 'open';
create index report_open on report (first_at) where state = 'open';
create index report_closed on report (closed_at) where state <> 'open';

-- What lets a confirmed signature wait for a reviewer, beside what intake saw. A value of kind address is a keyed hash.
create table screening_rule (
    rule_id uuid primary key default gen_random_uuid(),
    kind text not null check (kind in ('domain', 'address', 'disposable', 'expected', 'burst')),
    value text not null,
    note text,
    added_by text not null,
    added_at timestamptz not null default now(),
    unique (kind, value)
);
create unique index screening_rule_burst on screening_rule ((kind)) where kind = 'burst';
insert into screening_rule (kind, value, added_by) values ('burst', '30', 'upprop');
