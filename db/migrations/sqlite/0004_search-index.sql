-- Written by hand: STRICT, and the index of words, which the generator does not know.
CREATE TABLE `search_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`record_type` text NOT NULL,
	`record_id` text NOT NULL,
	`part` text NOT NULL,
	CONSTRAINT "search_entries_record_type_one_of" CHECK("search_entries"."record_type" in ('case', 'testimony', 'incident', 'actor', 'place', 'source', 'media', 'figure', 'proceeding', 'witness', 'victim', 'allegation', 'finding', 'note')),
	CONSTRAINT "search_entries_part_one_of" CHECK("search_entries"."part" in ('name', 'text'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entries_record_key` ON `search_entries` (`record_id`,`part`);--> statement-breakpoint
CREATE TABLE `search_progress` (
	`origin` text PRIMARY KEY NOT NULL,
	`folding` integer NOT NULL,
	`after_at` integer NOT NULL,
	`after_id` text NOT NULL,
	`done` integer NOT NULL
) STRICT;
--> statement-breakpoint
-- The words come folded and parted by spaces, so the simplest tokenizer keeps them as they are. The texts themselves stay
-- in their records; the beginnings of three letters make typing as quick as a whole word.
CREATE VIRTUAL TABLE search_words USING fts5(scope, words, content='', contentless_delete=1, tokenize='ascii', prefix='3');
