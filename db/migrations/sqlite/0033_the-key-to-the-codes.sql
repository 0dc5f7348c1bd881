ALTER TABLE `case_exports` ADD `contents` text DEFAULT 'records' NOT NULL CONSTRAINT "case_exports_contents_one_of" CHECK("case_exports"."contents" in ('records', 'pseudonyms'));--> statement-breakpoint
ALTER TABLE `case_exports` ADD `of_export_id` text REFERENCES case_exports(id);--> statement-breakpoint
ALTER TABLE `case_exports` ADD `recipient_key` text;--> statement-breakpoint
ALTER TABLE `case_exports` ADD `people` text;--> statement-breakpoint
CREATE INDEX `case_exports_of_idx` ON `case_exports` (`of_export_id`);
--> statement-breakpoint
DROP TRIGGER case_exports_guard_insert;
--> statement-breakpoint
-- A key to codes is of a bag of records that two have approved, and names who holds the other half of its own key.
CREATE TRIGGER case_exports_guard_insert BEFORE INSERT ON case_exports BEGIN
  SELECT CASE
    WHEN NEW.status IN ('ready', 'building') OR NEW.downloads <> 0 OR NEW.sha256 IS NOT NULL THEN RAISE(ABORT, 'attest:release.not_decided')
    WHEN NEW.people IS NOT NULL OR NOT ((NEW.contents = 'records' AND NEW.of_export_id IS NULL AND NEW.recipient_key IS NULL) OR (NEW.contents = 'pseudonyms' AND NEW.recipient_id IS NOT NULL AND NEW.recipient_key IS NOT NULL AND EXISTS (SELECT 1 FROM case_exports x WHERE x.id = NEW.of_export_id AND x.contents = 'records' AND x.case_id = NEW.case_id AND x.status = 'ready' AND EXISTS (SELECT 1 FROM export_approvals p WHERE p.export_id = x.id AND p.kind = 'legal' AND p.sha256 = x.sha256) AND EXISTS (SELECT 1 FROM export_approvals p WHERE p.export_id = x.id AND p.kind = 'protection' AND p.sha256 = x.sha256)))) THEN RAISE(ABORT, 'attest:release.not_decided') END;
END;
--> statement-breakpoint
DROP TRIGGER case_exports_guard_update;
--> statement-breakpoint
CREATE TRIGGER case_exports_guard_update BEFORE UPDATE ON case_exports BEGIN
  SELECT CASE
    WHEN NEW.contents IS NOT OLD.contents OR NEW.of_export_id IS NOT OLD.of_export_id OR NEW.recipient_key IS NOT OLD.recipient_key OR (OLD.status = 'ready' AND NEW.people IS NOT OLD.people) THEN RAISE(ABORT, 'attest:release.stands')
    WHEN NEW.contents = 'pseudonyms' AND NEW.status = 'ready' AND OLD.status <> 'ready' AND (NEW.people IS NULL OR NOT EXISTS (SELECT 1 FROM release_decisions d WHERE d.export_id = NEW.id AND d.stage = 'approval' AND d.sha256 = NEW.sha256 AND json_extract(d.snapshot, '$.common.profile') = 'J1')) THEN RAISE(ABORT, 'attest:release.not_decided')
    WHEN (NEW.status = 'ready' AND (OLD.status <> 'ready' OR NEW.sha256 IS NOT OLD.sha256 OR NEW.included IS NOT OLD.included) AND NOT EXISTS (SELECT 1 FROM release_decisions d WHERE d.export_id = NEW.id AND d.stage = 'approval' AND d.sha256 = NEW.sha256 AND d.denied = 0)) OR (NEW.downloads <> OLD.downloads AND NOT (NEW.downloads = OLD.downloads + 1 AND EXISTS (SELECT 1 FROM release_decisions d WHERE d.export_id = NEW.id AND d.stage = 'download' AND d.sha256 = NEW.sha256 AND d.denied = 0 AND d.number = NEW.downloads) AND EXISTS (SELECT 1 FROM export_approvals p WHERE p.export_id = NEW.id AND p.kind = 'legal' AND p.sha256 = NEW.sha256) AND EXISTS (SELECT 1 FROM export_approvals p WHERE p.export_id = NEW.id AND p.kind = 'protection' AND p.sha256 = NEW.sha256))) THEN RAISE(ABORT, 'attest:release.not_decided') END;
END;
