-- Whether the list may show what a confirmed person wrote beside the name. What that is stays with the rest that its owner
-- entered. No row: nothing was written, its owner has removed it, or the page of its link said nothing of a comment.
create table comment (
    signature_id uuid primary key references entry (signature_id) on delete cascade,
    state text not null default 'waiting' check (state in ('waiting', 'shown', 'not-shown')),
    since timestamptz not null default now(),
    -- why a reviewer does not show it, in their own words
    reason text
);
create index comment_waiting on comment (since, signature_id) where state = 'waiting';

-- How the comment of the signature stood then; only where a reviewer said something of that, which moves no signature.
alter table review_action add comment_state text;
