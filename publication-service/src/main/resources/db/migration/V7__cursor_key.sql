-- The key under which places in lists stand in addresses. All instances use the same.
create table cursor_key (
    id int primary key default 1 check (id = 1),
    key bytea not null check (octet_length(key) = 64)
);
