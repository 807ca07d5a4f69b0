-- The list lives in a schema of its own, so that another can be built beside it. What an older version left elsewhere
-- holds names that nobody takes off any more; all of it is read anew from the topic.
drop table if exists public.entry, public.appeal_count, public.read_position, public.flyway_schema_history;
