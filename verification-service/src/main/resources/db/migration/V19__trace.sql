-- The trace that it came in, as the header of its record told it; null where it was of none.
alter table submission add trace text;
