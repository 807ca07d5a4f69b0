-- Whoever chooses initials may keep the role, the affiliation and the city beside them.
alter table entry
    drop constraint entry_display_check,
    add constraint entry_display_check check (display in ('full', 'initials-with-role', 'initials', 'hidden')),
    drop constraint entry_proposed_display_check,
    add constraint entry_proposed_display_check check (proposed_display in ('full', 'initials-with-role', 'initials',
        'hidden'));
