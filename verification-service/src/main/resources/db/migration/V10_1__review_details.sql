alter table bulk_review
    -- when what it is about was counted; what waits since then, or was changed since, is none of it
    add counted_at timestamptz not null default now(),
    add undone_by text,
    -- who carries it out just now, so that a predecessor that was only paused notices
    add holder uuid,
    -- about how many it was made so far; exact once it has ended
    add done integer not null default 0;
update bulk_review b
set counted_at = started_at,
    done = (select count(*) from review_action a where a.bulk_id = b.bulk_id and a.action = b.decision);

-- A name as the list shows it, without what two people may type in two ways; as entry.name_key has it.
create function name_key(name text) returns text
    language sql immutable parallel safe
    return nullif(lower(regexp_replace(normalize(name, nfkc), '[\s.,;:''"()/&+_-]+', '', 'g')), '');

create index report_of_entry on report (entry_id);

-- Few are marked, and a reviewer may ask for a mark that none of those who wait has.
create index submission_marked on submission using gin (screening) where screening <> '{}';

-- What is written of signatories goes with them, and no key of an address stands among the actions.
update review_action a set reason = null
where a.reason is not null and a.signature_id is not null
  and not exists (select from entry e where e.signature_id = a.signature_id and e.signatory is not null);
update review_action set subject = 'address' where action in ('rule-add', 'rule-remove') and subject like 'address %';
