CREATE TABLE "clearances" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"account_id" text NOT NULL,
	"bit" integer NOT NULL,
	"reason" text NOT NULL,
	"proposed_at" bigint NOT NULL,
	"proposed_by" text NOT NULL,
	"approved_at" bigint,
	"approved_by" text,
	"expires_at" bigint,
	"ended_at" bigint,
	"ended_by" text,
	"live_key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "compartment_marks" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"record_id" text NOT NULL,
	"own" integer NOT NULL,
	"mask" integer NOT NULL,
	CONSTRAINT "compartment_marks_holds_own" CHECK (("compartment_marks"."own" & "compartment_marks"."mask") = "compartment_marks"."own")
);
--> statement-breakpoint
CREATE TABLE "compartments" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"bit" integer NOT NULL,
	"name" text NOT NULL,
	"name_ar" text,
	"sensitive" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "placements" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"noun" text NOT NULL,
	"record_id" text NOT NULL,
	"before" integer NOT NULL,
	"after" integer NOT NULL,
	"reason" text NOT NULL,
	"proposed_at" bigint NOT NULL,
	"proposed_by" text NOT NULL,
	"approved_at" bigint,
	"approved_by" text,
	"withdrawn_at" bigint,
	"waiting_key" text NOT NULL,
	CONSTRAINT "placements_noun_one_of" CHECK ("placements"."noun" in ('testimony', 'witness', 'victim'))
);
--> statement-breakpoint
DROP INDEX "links_to_idx";--> statement-breakpoint
ALTER TABLE "clearances" ADD CONSTRAINT "clearances_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearances" ADD CONSTRAINT "clearances_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compartment_marks" ADD CONSTRAINT "compartment_marks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "clearances_live_key" ON "clearances" USING btree ("live_key");--> statement-breakpoint
CREATE INDEX "clearances_account_idx" ON "clearances" USING btree ("account_id","case_id");--> statement-breakpoint
CREATE INDEX "clearances_case_idx" ON "clearances" USING btree ("case_id","proposed_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "compartment_marks_record_key" ON "compartment_marks" USING btree ("record_id");--> statement-breakpoint
CREATE INDEX "compartment_marks_case_idx" ON "compartment_marks" USING btree ("case_id","mask");--> statement-breakpoint
CREATE UNIQUE INDEX "compartments_bit_key" ON "compartments" USING btree ("bit");--> statement-breakpoint
CREATE UNIQUE INDEX "placements_waiting_key" ON "placements" USING btree ("waiting_key");--> statement-breakpoint
CREATE INDEX "placements_record_idx" ON "placements" USING btree ("record_id","proposed_at","id");--> statement-breakpoint
CREATE INDEX "links_to_idx" ON "links" USING btree ("case_id","to_id","kind","created_at","id","from_id") WHERE "links"."retracted_at" is null;