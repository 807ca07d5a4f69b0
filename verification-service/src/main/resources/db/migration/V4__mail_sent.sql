-- How many mails left lately is asked for as often as somebody asks when theirs may be expected.
create index mail_sent on mail (ended_at) where state = 'sent';
