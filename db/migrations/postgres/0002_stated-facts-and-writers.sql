CREATE TABLE "testimony_writers" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"testimony_id" text NOT NULL,
	"human_id" text NOT NULL,
	"first_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "testimony_versions" ADD COLUMN "facts" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "testimony_writers" ADD CONSTRAINT "testimony_writers_human_id_humans_id_fk" FOREIGN KEY ("human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "testimony_writers" ADD CONSTRAINT "testimony_writers_case_id_testimony_id_testimonies_case_id_id_fk" FOREIGN KEY ("case_id","testimony_id") REFERENCES "public"."testimonies"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "testimony_writers_human_key" ON "testimony_writers" USING btree ("testimony_id","human_id");
--> statement-breakpoint
-- Hand-written: who wrote on a testimony is never unwritten.
CREATE TRIGGER testimony_writers_never_deleted BEFORE DELETE ON testimony_writers FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER testimony_writers_guard_update BEFORE UPDATE ON testimony_writers FOR EACH ROW EXECUTE FUNCTION attest_refuse('testimony.writers_are_fixed');
