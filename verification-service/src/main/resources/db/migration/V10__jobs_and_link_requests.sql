-- What is done once by one of the instances, and when it is next to be done.
create table job (
    name text primary key,
    next_at timestamptz not null
);

-- Requests are answered in the order in which they came.
create index link_request_asked on link_request (asked_at);
