-- People by how any two of their words begin, in the order of the list: who is looked for by a whole name is found at once,
-- however many are called by each of its words. Of organisations there are too few to need it.
create table entry_pair (
    entry_id uuid,
    -- empty for a name of which there would be too many
    pair text collate "C",
    appeal text collate "C" not null,
    listed_at timestamptz not null,
    country text,
    words text collate "C" not null,
    primary key (entry_id, pair)
);
create index entry_pair_in_list_order on entry_pair (appeal, pair, listed_at desc, entry_id desc) include (country, words);
alter table entry_pair set (autovacuum_vacuum_insert_scale_factor = 0.05);

-- The words whose pairs lead to it. The service fills in what an older version wrote, and lists are served meanwhile.
alter table entry add paired text collate "C";
drop index entry_words_due;
create index entry_words_due on entry (entry_id) where (words is null) <> (name is null) or words is distinct from paired;

create index entry_word_by_country on entry_word (appeal, kind, word, country, listed_at desc, entry_id desc);
