CREATE TABLE "recipients" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"name" text NOT NULL,
	"name_ar" text,
	"recipient_class" text NOT NULL,
	"country" text,
	"agreement_from" text,
	"agreement_until" text,
	"agreement_note" text,
	"assurances" jsonb NOT NULL,
	"note" text,
	CONSTRAINT "recipients_case_id_key" UNIQUE("case_id","id")
);
--> statement-breakpoint
ALTER TABLE "case_exports" ADD COLUMN "recipient_id" text;--> statement-breakpoint
ALTER TABLE "case_exports" ADD COLUMN "release_purpose" text;--> statement-breakpoint
ALTER TABLE "recipients" ADD CONSTRAINT "recipients_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "recipients_code_key" ON "recipients" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "recipients_import_key" ON "recipients" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "recipients_case_idx" ON "recipients" USING btree ("case_id","created_at","id");--> statement-breakpoint
ALTER TABLE "case_exports" ADD CONSTRAINT "case_exports_recipient_id_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."recipients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE TRIGGER recipients_never_deleted BEFORE DELETE ON recipients FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER recipients_never_truncated BEFORE TRUNCATE ON recipients FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
