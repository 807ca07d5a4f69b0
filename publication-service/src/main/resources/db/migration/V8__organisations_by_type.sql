-- Where an organisation stands on its list: by its type, beside those that are part of the same, by name.
alter table entry
    add type_place int generated always as (
        case when kind = 'ORGANISATION' then coalesce(
            array_position(
                array['TRADE_UNION', 'PARTY', 'NGO', 'COMMUNITY', 'MEDIA', 'ACADEMIC', 'COOPERATIVE'],
                organisation_type),
            8) end) stored,
    add group_name text generated always as (case when kind = 'ORGANISATION' then coalesce(parent, name) end) stored;

drop index entry_organisations, entry_organisations_by_country;
create index entry_organisations
    on entry (appeal, type_place, group_name collate "und-x-icu", name collate "und-x-icu", entry_id) include (words)
    where kind = 'ORGANISATION' and display <> 'HIDDEN';
create index entry_organisations_by_country
    on entry (appeal, country, type_place, group_name collate "und-x-icu", name collate "und-x-icu", entry_id)
    include (words)
    where kind = 'ORGANISATION' and display <> 'HIDDEN';
