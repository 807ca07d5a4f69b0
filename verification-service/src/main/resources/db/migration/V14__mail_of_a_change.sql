-- Whose change was not approved stays on the list as they were, and is told so.
alter table mail
    drop constraint mail_kind_check,
    add constraint mail_kind_check check (kind in ('confirm', 'already-signed', 'listed', 'awaiting-review', 'approved',
        'rejected', 'change-rejected', 'taken-off', 'put-back', 'reminder', 'last-reminder', 'links'));
