-- The code of six digits in the mail that a link was made for, as an HMAC that holds its signature's id.
alter table link
    add code bytea,
    -- how often codes of this signature had been tried when the mail was written; each mail gets five tries of its own
    add tries_before integer not null default 0;

-- How often the codes of an id were tried. An id that nobody knows has a row as well, so that a try costs the same time for
-- every id, and nobody learns from it what has become of a signature.
create table code_try (
    signature_id uuid primary key,
    tries integer not null,
    tried_at timestamptz not null default now()
);
create index code_try_old on code_try (tried_at);
