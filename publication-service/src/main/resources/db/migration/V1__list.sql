-- An entry of an appeal's list. One that was taken off keeps its id, appeal and version, so that no older event brings
-- it back, and nothing else.
create table entry (
    entry_id uuid primary key,
    appeal text collate "C" not null,
    version bigint not null,
    kind text,
    display text,
    name text,
    role text,
    affiliation text,
    city text,
    country text,
    website text,
    organisation_type text,
    parent text,
    comment text,
    listed_at timestamptz,
    appeal_version int,
    locale text,
    source text,
    constraint entry_off_the_list_says_nothing check (
        kind is not null
        or num_nonnulls(display, name, role, affiliation, city, country, website, organisation_type, parent, comment,
            listed_at, appeal_version, locale, source) = 0),
    constraint entry_on_the_list_is_whole check (
        kind is null
        or (display is not null and listed_at is not null and (display = 'HIDDEN') = (name is null)))
);

-- The two halves of a list, each in its order.
create index entry_organisations on entry (appeal, (name collate "und-x-icu"), entry_id)
    where kind = 'ORGANISATION' and display <> 'HIDDEN';
create index entry_individuals on entry (appeal, listed_at desc, entry_id desc)
    where kind = 'INDIVIDUAL' and display <> 'HIDDEN';

-- How many entries an appeal's list has; hidden ones are among the individuals and organisations.
create table appeal_count (
    appeal text collate "C" primary key,
    individuals bigint not null,
    organisations bigint not null,
    hidden bigint not null,
    total bigint generated always as (individuals + organisations) virtual,
    revision bigint not null,
    changed_at timestamptz not null
);

-- How far the topics have been applied to this database. The broker forgets a group's offsets after a week without it.
create table read_position (
    topic text collate "C",
    partition int,
    next_offset bigint not null,
    primary key (topic, partition)
);
