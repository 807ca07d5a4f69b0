-- When its owner decided to be on the list.
alter table entry add confirmed_at timestamptz not null default now();
update entry set confirmed_at = coalesce(listed_at, changed_at);

-- When how many came how far is read from these, and not from what is in the rows.
create index submission_received on submission (received_at, appeal);
create index entry_confirmed on entry (confirmed_at, appeal);
create index entry_listed on entry (listed_at, appeal) where listed_at is not null;
drop index mail_sent;
create index mail_sent on mail (ended_at, kind, signature_id) where state = 'sent';
