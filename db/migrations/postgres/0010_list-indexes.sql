DROP INDEX "testimonies_case_taken_idx";--> statement-breakpoint
DROP INDEX "testimonies_case_stage_idx";--> statement-breakpoint
CREATE INDEX "actors_parent_idx" ON "actors" USING btree ("parent_id","name","id") WHERE "actors"."parent_id" is not null;--> statement-breakpoint
CREATE INDEX "incidents_parent_idx" ON "incidents" USING btree ("parent_id","occurred_sort","id") WHERE "incidents"."parent_id" is not null;--> statement-breakpoint
CREATE INDEX "testimonies_case_taken_idx" ON "testimonies" USING btree ("case_id","taken_sort","id","stage","kind","consent_export") WHERE "testimonies"."retracted_at" is null;--> statement-breakpoint
CREATE INDEX "testimonies_case_stage_idx" ON "testimonies" USING btree ("case_id","stage","taken_sort","id","kind","consent_export") WHERE "testimonies"."retracted_at" is null;