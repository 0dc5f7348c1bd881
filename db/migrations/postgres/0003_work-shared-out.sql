CREATE TABLE "assignments" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"noun" text NOT NULL,
	"record_id" text NOT NULL,
	"assignee_human_id" text NOT NULL,
	"assigned_by_human_id" text NOT NULL,
	"due_on" text,
	"due_sort" text NOT NULL,
	"note" text,
	"live_key" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"ended_at" bigint,
	"ending" text,
	CONSTRAINT "assignments_noun_one_of" CHECK ("assignments"."noun" in ('testimony', 'witness', 'victim', 'incident', 'actor', 'allegation', 'finding', 'place', 'source', 'media', 'figure', 'proceeding')),
	CONSTRAINT "assignments_ending_one_of" CHECK ("assignments"."ending" in ('done', 'handed_back', 'replaced'))
);
--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_assignee_human_id_humans_id_fk" FOREIGN KEY ("assignee_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_assigned_by_human_id_humans_id_fk" FOREIGN KEY ("assigned_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_live_key" ON "assignments" USING btree ("case_id","live_key");--> statement-breakpoint
CREATE INDEX "assignments_record_idx" ON "assignments" USING btree ("record_id","created_at","id");--> statement-breakpoint
CREATE INDEX "assignments_assignee_idx" ON "assignments" USING btree ("assignee_human_id","due_sort","id") WHERE "assignments"."ended_at" is null;
--> statement-breakpoint
-- Hand-written: as for every table of records, nothing is deleted, even by direct SQL.
CREATE TRIGGER assignments_never_deleted BEFORE DELETE ON assignments FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER assignments_never_truncated BEFORE TRUNCATE ON assignments FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
