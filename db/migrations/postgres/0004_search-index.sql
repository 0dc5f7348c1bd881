-- Written by hand: the index of words, which the generator does not know.
CREATE TABLE "search_entries" (
	"id" bigint PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"record_type" text NOT NULL,
	"record_id" text NOT NULL,
	"part" text NOT NULL,
	CONSTRAINT "search_entries_record_type_one_of" CHECK ("search_entries"."record_type" in ('case', 'testimony', 'incident', 'actor', 'place', 'source', 'media', 'figure', 'proceeding', 'witness', 'victim', 'allegation', 'finding', 'note')),
	CONSTRAINT "search_entries_part_one_of" CHECK ("search_entries"."part" in ('name', 'text'))
);
--> statement-breakpoint
CREATE TABLE "search_progress" (
	"origin" text PRIMARY KEY NOT NULL,
	"folding" integer NOT NULL,
	"after_at" bigint NOT NULL,
	"after_id" text NOT NULL,
	"done" boolean NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "search_entries_record_key" ON "search_entries" USING btree ("record_id","part");
--> statement-breakpoint
CREATE TABLE search_words (
	rowid bigint PRIMARY KEY NOT NULL,
	scope tsvector NOT NULL,
	words tsvector NOT NULL
);
--> statement-breakpoint
CREATE INDEX search_words_idx ON search_words USING gin (scope, words);
