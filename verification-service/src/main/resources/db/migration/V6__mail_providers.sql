-- When the next mail would leave by a provider if all of them left evenly: its rate counts the mails of all instances.
create table mail_pace (
    provider text primary key,
    next_at timestamptz not null
);

-- What is sent first: 0 answers an owner's own act, 1 was caused by a submission, 2 can wait for both.
alter table mail add urgency smallint not null default 1 check (urgency between 0 and 2);
update mail set urgency = 0 where not capped;
drop index mail_due;
create index mail_due on mail (urgency, due_at) where state = 'owed';

-- Every mail leaves a dead row or two at the head of that index.
alter table mail set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
