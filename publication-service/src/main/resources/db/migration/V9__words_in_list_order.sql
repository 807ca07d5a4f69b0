-- The names with a word in the order of the list, so that those of a frequent word are read as far as a page goes.
create index entry_word_in_list_order on entry_word (appeal, kind, word, listed_at desc, entry_id desc)
    include (country, words);

-- That one tells all that this one was read for; what is left of it decides.
alter table entry_word drop constraint entry_word_pkey, add primary key (appeal, kind, word, entry_id);
