alter table submission
    drop constraint submission_state_check,
    add constraint submission_state_check check (state in ('pending', 'suppressed', 'awaiting-review', 'listed',
        'not-mine', 'superseded', 'expired', 'withdrawn', 'rejected')),
    -- why a reviewer decided so, in their own words; it goes when the signature moves on
    add review_reason text;

drop index submission_ended;
create index submission_ended on submission (ended_at) where state in ('suppressed', 'not-mine', 'superseded', 'expired',
    'withdrawn', 'rejected');

-- the mail address is on the organisation's own domain
alter table entry add evidence boolean not null default false;
-- Until it first comes on the list an entry waits for a reviewer.
create index entry_waiting on entry ((not evidence), changed_at, signature_id) where version = 0;
