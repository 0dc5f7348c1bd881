CREATE TABLE "comment_texts" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"comment_id" text NOT NULL,
	"number" integer NOT NULL,
	"body" text NOT NULL,
	"written_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"noun" text NOT NULL,
	"record_id" text NOT NULL,
	"author_human_id" text NOT NULL,
	"reply_to_id" text,
	"visibility" text NOT NULL,
	"body" text NOT NULL,
	"mentions" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	CONSTRAINT "comments_noun_one_of" CHECK ("comments"."noun" in ('testimony', 'witness', 'victim', 'incident', 'actor', 'allegation', 'finding', 'place', 'source', 'media', 'figure', 'proceeding')),
	CONSTRAINT "comments_visibility_one_of" CHECK ("comments"."visibility" in ('team', 'own'))
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"human_id" text PRIMARY KEY NOT NULL,
	"due_at" bigint,
	"attempts" integer NOT NULL,
	"sent_at" bigint
);
--> statement-breakpoint
CREATE TABLE "notice_settings" (
	"human_id" text PRIMARY KEY NOT NULL,
	"muted" jsonb NOT NULL,
	"email" text,
	"mail" boolean NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"human_id" text NOT NULL,
	"kind" text NOT NULL,
	"case_id" text NOT NULL,
	"noun" text NOT NULL,
	"record_id" text NOT NULL,
	"anchor_id" text,
	"by_human_id" text,
	"once_key" text,
	"created_at" bigint NOT NULL,
	"read_at" bigint,
	CONSTRAINT "notices_kind_one_of" CHECK ("notices"."kind" in ('assigned', 'assignment_ended', 'mentioned', 'commented', 'testimony_returned', 'testimony_accepted', 'finding_returned', 'finding_approved', 'finding_contested', 'review_waiting', 'export_ready', 'export_failed', 'export_expiring', 'admitted')),
	CONSTRAINT "notices_noun_one_of" CHECK ("notices"."noun" in ('testimony', 'witness', 'victim', 'incident', 'actor', 'allegation', 'finding', 'place', 'source', 'media', 'figure', 'proceeding', 'export', 'case'))
);
--> statement-breakpoint
CREATE TABLE "read_marks" (
	"id" text PRIMARY KEY NOT NULL,
	"human_id" text NOT NULL,
	"record_id" text NOT NULL,
	"seen_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comment_texts" ADD CONSTRAINT "comment_texts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_texts" ADD CONSTRAINT "comment_texts_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_human_id_humans_id_fk" FOREIGN KEY ("author_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_human_id_humans_id_fk" FOREIGN KEY ("human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_settings" ADD CONSTRAINT "notice_settings_human_id_humans_id_fk" FOREIGN KEY ("human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_human_id_humans_id_fk" FOREIGN KEY ("human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_by_human_id_humans_id_fk" FOREIGN KEY ("by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_marks" ADD CONSTRAINT "read_marks_human_id_humans_id_fk" FOREIGN KEY ("human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "comment_texts_number_key" ON "comment_texts" USING btree ("comment_id","number");--> statement-breakpoint
CREATE INDEX "comments_record_idx" ON "comments" USING btree ("record_id","created_at","id");--> statement-breakpoint
CREATE INDEX "mails_due_idx" ON "mails" USING btree ("due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once_key" ON "notices" USING btree ("once_key");--> statement-breakpoint
CREATE INDEX "notices_human_idx" ON "notices" USING btree ("human_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notices_unread_idx" ON "notices" USING btree ("human_id","record_id") WHERE "notices"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notices_age_idx" ON "notices" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "read_marks_key" ON "read_marks" USING btree ("human_id","record_id");--> statement-breakpoint
CREATE INDEX "read_marks_age_idx" ON "read_marks" USING btree ("seen_at");
--> statement-breakpoint
-- Hand-written: as for every table of records, nothing is deleted, even by direct SQL.
CREATE TRIGGER comments_never_deleted BEFORE DELETE ON comments FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER comments_never_truncated BEFORE TRUNCATE ON comments FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER comment_texts_never_deleted BEFORE DELETE ON comment_texts FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER comment_texts_never_truncated BEFORE TRUNCATE ON comment_texts FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
