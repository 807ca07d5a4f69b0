-- Somebody who holds the link of a signature that was not theirs wants the mails about the appeal after all: from then on
-- that it was not theirs keeps no mail back.
alter table submission add lifted_at timestamptz;
drop index submission_not_mine;
create index submission_not_mine on submission (recipient, appeal) where state = 'not-mine' and lifted_at is null;
