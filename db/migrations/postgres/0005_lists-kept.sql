CREATE TABLE "preferences" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"key" text NOT NULL,
	"body" jsonb NOT NULL,
	"saved_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "taggings" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"tag_id" text NOT NULL,
	"noun" text NOT NULL,
	"record_id" text NOT NULL,
	"live_key" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"ended_at" bigint,
	CONSTRAINT "taggings_noun_one_of" CHECK ("taggings"."noun" in ('testimony', 'witness', 'victim', 'incident', 'actor', 'allegation', 'finding', 'place', 'source', 'media', 'figure', 'proceeding'))
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	CONSTRAINT "tags_case_id_key" UNIQUE("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"owner_account_id" text NOT NULL,
	"sharing" text NOT NULL,
	"name_key" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	CONSTRAINT "saved_views_list_one_of" CHECK ("saved_views"."list" in ('testimonies', 'witnesses', 'victims', 'incidents', 'actors', 'places', 'proceedings', 'sources', 'media', 'figures', 'allegations', 'findings')),
	CONSTRAINT "saved_views_sharing_one_of" CHECK ("saved_views"."sharing" in ('personal', 'shared'))
);
--> statement-breakpoint
ALTER TABLE "taggings" ADD CONSTRAINT "taggings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taggings" ADD CONSTRAINT "taggings_case_id_tag_id_tags_case_id_id_fk" FOREIGN KEY ("case_id","tag_id") REFERENCES "public"."tags"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "preferences_owner_key" ON "preferences" USING btree ("account_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "taggings_live_key" ON "taggings" USING btree ("case_id","live_key");--> statement-breakpoint
CREATE INDEX "taggings_record_idx" ON "taggings" USING btree ("record_id","tag_id") WHERE "taggings"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "taggings_tag_idx" ON "taggings" USING btree ("tag_id","record_id") WHERE "taggings"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "tags_name_key" ON "tags" USING btree ("case_id","name_key");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name_key" ON "saved_views" USING btree ("case_id","name_key");--> statement-breakpoint
CREATE INDEX "saved_views_list_idx" ON "saved_views" USING btree ("case_id","list","name","id");
--> statement-breakpoint
-- Hand-written: as for every table of records, nothing is deleted, even by direct SQL.
CREATE TRIGGER tags_never_deleted BEFORE DELETE ON tags FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER tags_never_truncated BEFORE TRUNCATE ON tags FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER taggings_never_deleted BEFORE DELETE ON taggings FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER taggings_never_truncated BEFORE TRUNCATE ON taggings FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER saved_views_never_deleted BEFORE DELETE ON saved_views FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER saved_views_never_truncated BEFORE TRUNCATE ON saved_views FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
