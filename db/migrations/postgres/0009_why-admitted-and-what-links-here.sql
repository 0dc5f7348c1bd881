ALTER TABLE "case_members" ADD COLUMN "admission_reason" text;--> statement-breakpoint
CREATE INDEX "allegations_actor_idx" ON "allegations" USING btree ("actor_id","created_at");--> statement-breakpoint
CREATE INDEX "allegations_victim_idx" ON "allegations" USING btree ("victim_id","created_at");--> statement-breakpoint
CREATE INDEX "allegations_place_idx" ON "allegations" USING btree ("place_id","created_at");--> statement-breakpoint
CREATE INDEX "testimonies_place_idx" ON "testimonies" USING btree ("taken_place_id","created_at");