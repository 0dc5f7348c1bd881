-- Written by hand, as the generator does not know the index of words. Each word now begins with its part and its case
-- (db/search-index.ts). The next start puts all records in again.
TRUNCATE search_words, search_entries, search_progress;
--> statement-breakpoint
DROP INDEX search_words_idx;
--> statement-breakpoint
ALTER TABLE search_words DROP COLUMN scope;
--> statement-breakpoint
CREATE INDEX search_words_idx ON search_words USING gin (words);
