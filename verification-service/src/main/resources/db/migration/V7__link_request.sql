-- Somebody wants the own links mailed. Each request writes one row, whether anybody has signed with the address or not,
-- so its answer takes the same time; the row goes as soon as the mails are owed.
create table link_request (
    appeal text not null,
    -- as in recipient, where an unknown address is never put
    recipient text not null,
    asked_at timestamptz not null default now(),
    primary key (appeal, recipient)
);
