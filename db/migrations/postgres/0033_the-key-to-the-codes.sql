ALTER TABLE "case_exports" ADD COLUMN "contents" text DEFAULT 'records' NOT NULL;--> statement-breakpoint
ALTER TABLE "case_exports" ADD COLUMN "of_export_id" text;--> statement-breakpoint
ALTER TABLE "case_exports" ADD COLUMN "recipient_key" text;--> statement-breakpoint
ALTER TABLE "case_exports" ADD COLUMN "people" jsonb;--> statement-breakpoint
ALTER TABLE "case_exports" ADD CONSTRAINT "case_exports_of_export_id_case_exports_id_fk" FOREIGN KEY ("of_export_id") REFERENCES "public"."case_exports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_exports_of_idx" ON "case_exports" USING btree ("of_export_id");--> statement-breakpoint
ALTER TABLE "case_exports" ADD CONSTRAINT "case_exports_contents_one_of" CHECK ("case_exports"."contents" in ('records', 'pseudonyms'));
--> statement-breakpoint
-- A key to codes is of a bag of records that two have approved, and names who holds the other half of its own key.
CREATE OR REPLACE FUNCTION case_exports_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.status IN ('ready', 'building') OR NEW.downloads <> 0 OR NEW.sha256 IS NOT NULL THEN RAISE EXCEPTION 'attest:release.not_decided'; END IF;
  IF NEW.people IS NOT NULL OR NOT ((NEW.contents = 'records' AND NEW.of_export_id IS NULL AND NEW.recipient_key IS NULL) OR (NEW.contents = 'pseudonyms' AND NEW.recipient_id IS NOT NULL AND NEW.recipient_key IS NOT NULL AND EXISTS (SELECT 1 FROM case_exports x WHERE x.id = NEW.of_export_id AND x.contents = 'records' AND x.case_id = NEW.case_id AND x.status = 'ready' AND EXISTS (SELECT 1 FROM export_approvals p WHERE p.export_id = x.id AND p.kind = 'legal' AND p.sha256 = x.sha256) AND EXISTS (SELECT 1 FROM export_approvals p WHERE p.export_id = x.id AND p.kind = 'protection' AND p.sha256 = x.sha256)))) THEN RAISE EXCEPTION 'attest:release.not_decided'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION case_exports_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.contents IS DISTINCT FROM OLD.contents OR NEW.of_export_id IS DISTINCT FROM OLD.of_export_id OR NEW.recipient_key IS DISTINCT FROM OLD.recipient_key OR (OLD.status = 'ready' AND NEW.people IS DISTINCT FROM OLD.people) THEN RAISE EXCEPTION 'attest:release.stands'; END IF;
  IF NEW.contents = 'pseudonyms' AND NEW.status = 'ready' AND OLD.status <> 'ready' AND (NEW.people IS NULL OR NOT EXISTS (SELECT 1 FROM release_decisions d WHERE d.export_id = NEW.id AND d.stage = 'approval' AND d.sha256 = NEW.sha256 AND (d.snapshot #>> '{common,profile}') = 'J1')) THEN RAISE EXCEPTION 'attest:release.not_decided'; END IF;
  IF (NEW.status = 'ready' AND (OLD.status <> 'ready' OR NEW.sha256 IS DISTINCT FROM OLD.sha256 OR NEW.included IS DISTINCT FROM OLD.included) AND NOT EXISTS (SELECT 1 FROM release_decisions d WHERE d.export_id = NEW.id AND d.stage = 'approval' AND d.sha256 = NEW.sha256 AND d.denied = 0)) OR (NEW.downloads <> OLD.downloads AND NOT (NEW.downloads = OLD.downloads + 1 AND EXISTS (SELECT 1 FROM release_decisions d WHERE d.export_id = NEW.id AND d.stage = 'download' AND d.sha256 = NEW.sha256 AND d.denied = 0 AND d.number = NEW.downloads) AND EXISTS (SELECT 1 FROM export_approvals p WHERE p.export_id = NEW.id AND p.kind = 'legal' AND p.sha256 = NEW.sha256) AND EXISTS (SELECT 1 FROM export_approvals p WHERE p.export_id = NEW.id AND p.kind = 'protection' AND p.sha256 = NEW.sha256))) THEN RAISE EXCEPTION 'attest:release.not_decided'; END IF;
  RETURN NEW;
END $$;
