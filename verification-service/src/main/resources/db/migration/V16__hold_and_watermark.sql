alter table entry
    -- where signatories are at risk: when it comes on the list, or becomes there what was proposed; null where nothing is held
    add publish_after timestamptz,
    -- whether the list shows it, as far as it was told
    add told_on_list boolean not null default false,
    drop constraint entry_proposal_check,
    add constraint entry_proposal_check check ((proposed_signatory is null) = (proposed_released is null)
        and (proposed_signatory is null) = (proposed_display is null)
        and (proposed_signatory is null or waits_since is not null or publish_after is not null)),
    add constraint entry_hold_check check (publish_after is null or signatory is not null
        and (not on_list or proposed_signatory is not null and waits_since is null));
create index entry_held on entry (publish_after, entry_id) where publish_after is not null;

-- What the list shows already is put right before anything new comes on it, however much that is.
create index entry_told_next on entry ((published_version = 0), changed_at, entry_id) where version > published_version;

-- when the list shows it; null where nothing is held
alter table comment add publish_after timestamptz;
create index comment_held on comment (publish_after, signature_id) where publish_after is not null;

-- How many entries each list was told. Only the relay writes here, with what it marks as told.
create table list_size (
    appeal text primary key,
    entries bigint not null
);
update entry set told_on_list = true where on_list and published_version > 0;
insert into list_size (appeal, entries) select appeal, count(*) from entry where told_on_list group by appeal;

-- Whoever lets an entry be ahead of the list, now or at a time that is set now, holds this lock until all of it can be
-- seen. So nobody is left who may still write of a time before due_before().
create function due_now() returns timestamptz
    language plpgsql volatile
as $$
begin
    perform pg_advisory_xact_lock_shared(hashtext('entry.due'));
    return clock_timestamp();
end
$$;

-- Since when an entry is ahead that changes now; what the list was not told of it before is not due later for that.
create function due_since(version bigint, published_version bigint, changed_at timestamptz) returns timestamptz
    language plpgsql volatile
as $$
begin
    return case when version > published_version then changed_at else due_now() end;
end
$$;

-- The end of the present window of this length; null where there is none. All that is held in one ends at once.
create function held_until(seconds double precision) returns timestamptz
    language plpgsql volatile strict
as $$
begin
    return date_bin(make_interval(secs => seconds), due_now(), 'epoch') + make_interval(secs => seconds);
end
$$;

-- A time before which nothing more will be due; null where somebody is still writing.
create function due_before() returns timestamptz
    language plpgsql volatile
    set lock_timeout = '250ms'
as $$
begin
    perform pg_advisory_xact_lock(hashtext('entry.due'));
    return clock_timestamp();
exception
    when lock_not_available then return null;
end
$$;
