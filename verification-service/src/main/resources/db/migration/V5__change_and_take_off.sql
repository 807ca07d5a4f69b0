alter table submission
    drop constraint submission_state_check,
    add constraint submission_state_check check (state in ('pending', 'suppressed', 'awaiting-review', 'listed',
        'not-mine', 'superseded', 'expired', 'withdrawn', 'rejected', 'change-awaiting-review', 'invalidated')),
    -- when a reviewer last turned it away; it stays when its owner takes it back, since that is no way around a review
    add turned_away_at timestamptz;
update submission set turned_away_at = ended_at where state = 'rejected';

drop index submission_ended;
create index submission_ended on submission (ended_at) where state in ('suppressed', 'not-mine', 'superseded', 'expired',
    'withdrawn', 'rejected', 'invalidated');
create index submission_turned_away on submission (appeal, fingerprint) where turned_away_at is not null;

-- An entry is on the list, or it waits for a reviewer, or both where a change of it waits. What a reviewer kept or took off
-- stays for a while, so that it can be undone; what was rejected gives its fingerprint free, so that its owner may sign
-- again.
alter table entry
    add on_list boolean not null default false,
    add waits_since timestamptz,
    -- personal; what its owner wants it to be
    add proposed_signatory jsonb,
    add proposed_released jsonb,
    add proposed_display text check (proposed_display in ('full', 'initials', 'hidden')),
    drop constraint entry_check,
    add constraint entry_fingerprint_check check (signatory is not null or fingerprint is null),
    add constraint entry_list_check check (not on_list or fingerprint is not null and listed_at is not null),
    add constraint entry_proposal_check check ((proposed_signatory is null) = (proposed_released is null)
        and (proposed_signatory is null) = (proposed_display is null)
        and (proposed_signatory is null or waits_since is not null));
update entry set on_list = version > 0 and signatory is not null,
                 waits_since = case when version = 0 then changed_at end;

drop index entry_waiting;
create index entry_waiting on entry ((not evidence), waits_since, signature_id) where waits_since is not null;

alter table mail
    drop constraint mail_kind_check,
    add constraint mail_kind_check check (kind in ('confirm', 'already-signed', 'listed', 'awaiting-review', 'approved',
        'rejected', 'taken-off', 'put-back', 'reminder', 'last-reminder', 'links'));
