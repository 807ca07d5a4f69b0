-- The words of the name that is shown, as searches compare them, each behind a space. The service fills in what an older
-- version wrote, and lists are served meanwhile.
alter table entry add words text collate "C";

create index entry_words_due on entry (entry_id) where (words is null) <> (name is null);

-- The two halves of a list, each in its order, with all that it takes to pass over a name that is not looked for.
drop index entry_organisations, entry_individuals;
create index entry_organisations on entry (appeal, name collate "und-x-icu", entry_id) include (words)
    where kind = 'ORGANISATION' and display <> 'HIDDEN';
create index entry_individuals on entry (appeal, listed_at desc, entry_id desc) include (words)
    where kind = 'INDIVIDUAL' and display <> 'HIDDEN';
create index entry_organisations_by_country
    on entry (appeal, country, name collate "und-x-icu", entry_id) include (words)
    where kind = 'ORGANISATION' and display <> 'HIDDEN';
create index entry_individuals_by_country on entry (appeal, country, listed_at desc, entry_id desc) include (words)
    where kind = 'INDIVIDUAL' and display <> 'HIDDEN';

-- Where rare words lead. A row repeats of its entry what decides whether the entry is looked for, and where it stands.
create table entry_word (
    appeal text collate "C",
    kind text collate "C",
    word text collate "C",
    entry_id uuid,
    listed_at timestamptz not null,
    country text,
    words text collate "C" not null,
    primary key (appeal, kind, word, entry_id) include (listed_at, country, words)
);

-- An index answers alone only for pages that were vacuumed; lists grow in peaks.
alter table entry set (autovacuum_vacuum_insert_scale_factor = 0.05);
alter table entry_word set (autovacuum_vacuum_insert_scale_factor = 0.05);
