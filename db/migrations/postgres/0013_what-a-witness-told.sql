DROP INDEX "testimonies_witness_idx";--> statement-breakpoint
CREATE INDEX "testimonies_witness_idx" ON "testimonies" USING btree ("witness_id","id");