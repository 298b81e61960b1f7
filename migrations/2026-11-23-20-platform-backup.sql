-- PostgreSQL looks into the functions that indexes are made of even when it reads a table from end to end.
grant usage on schema words to shigikira_backup;
