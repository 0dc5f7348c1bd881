CREATE TABLE `export_approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`export_id` text NOT NULL,
	`kind` text NOT NULL,
	`sha256` text NOT NULL,
	`human_id` text NOT NULL,
	`account_id` text NOT NULL,
	`approved_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`export_id`) REFERENCES `case_exports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "export_approvals_kind_one_of" CHECK("export_approvals"."kind" in ('legal', 'protection'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `export_approvals_case_idx` ON `export_approvals` (`case_id`,`export_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `export_approvals_kind_key` ON `export_approvals` (`export_id`,`kind`);--> statement-breakpoint
CREATE UNIQUE INDEX `export_approvals_human_key` ON `export_approvals` (`export_id`,`human_id`);--> statement-breakpoint
CREATE TABLE `release_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`export_id` text NOT NULL,
	`stage` text NOT NULL,
	`number` integer NOT NULL,
	`decided_at` integer NOT NULL,
	`sha256` text NOT NULL,
	`allowed` integer NOT NULL,
	`denied` integer NOT NULL,
	`snapshot` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`export_id`) REFERENCES `case_exports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_decisions_stage_one_of" CHECK("release_decisions"."stage" in ('approval', 'download'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `release_decisions_case_idx` ON `release_decisions` (`case_id`,`export_id`,`decided_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `release_decisions_number_key` ON `release_decisions` (`export_id`,`stage`,`number`);--> statement-breakpoint
CREATE TABLE `person_indexes` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`testimony_id` text NOT NULL,
	`number` integer NOT NULL,
	`testimony_number` integer NOT NULL,
	`persons` text NOT NULL,
	`is_whole` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`testimony_id`) REFERENCES `testimonies`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `person_indexes_case_idx` ON `person_indexes` (`case_id`,`testimony_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `person_indexes_number_key` ON `person_indexes` (`testimony_id`,`number`);--> statement-breakpoint
CREATE TABLE `risk_assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`witness_id` text NOT NULL,
	`number` integer NOT NULL,
	`assessed_at` integer NOT NULL,
	`valid_until` integer NOT NULL,
	`likelihood` integer NOT NULL,
	`impact` integer NOT NULL,
	`threats` text NOT NULL,
	`triggers` text NOT NULL,
	`mitigations` text NOT NULL,
	`note` text,
	`recorded_by` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`witness_id`) REFERENCES `witnesses`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `risk_assessments_case_idx` ON `risk_assessments` (`case_id`,`witness_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `risk_assessments_number_key` ON `risk_assessments` (`witness_id`,`number`);--> statement-breakpoint
CREATE TABLE `risk_events` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`witness_id` text,
	`kind` text NOT NULL,
	`happened_on` text NOT NULL,
	`note` text,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`witness_id`) REFERENCES `witnesses`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `risk_events_case_idx` ON `risk_events` (`case_id`,`witness_id`,`recorded_at`);--> statement-breakpoint
CREATE TRIGGER risk_assessments_never_deleted BEFORE DELETE ON risk_assessments BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER risk_assessments_never_replaced BEFORE INSERT ON risk_assessments BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM risk_assessments WHERE rowid = NEW.rowid OR id = NEW.id OR (witness_id = NEW.witness_id AND number = NEW.number); END;
--> statement-breakpoint
CREATE TRIGGER risk_assessments_never_replaced_update BEFORE UPDATE ON risk_assessments WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.witness_id IS NOT OLD.witness_id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM risk_assessments WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (witness_id = NEW.witness_id AND number = NEW.number)); END;
--> statement-breakpoint
CREATE TRIGGER risk_assessments_guard_update BEFORE UPDATE ON risk_assessments BEGIN SELECT RAISE(ABORT, 'attest:risk.stands'); END;
--> statement-breakpoint
CREATE TRIGGER risk_events_never_deleted BEFORE DELETE ON risk_events BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER risk_events_never_replaced BEFORE INSERT ON risk_events BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM risk_events WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER risk_events_never_replaced_update BEFORE UPDATE ON risk_events WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM risk_events WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER risk_events_guard_update BEFORE UPDATE ON risk_events BEGIN SELECT RAISE(ABORT, 'attest:risk.stands'); END;
--> statement-breakpoint
CREATE TRIGGER person_indexes_never_deleted BEFORE DELETE ON person_indexes BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER person_indexes_never_replaced BEFORE INSERT ON person_indexes BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM person_indexes WHERE rowid = NEW.rowid OR id = NEW.id OR (testimony_id = NEW.testimony_id AND number = NEW.number); END;
--> statement-breakpoint
CREATE TRIGGER person_indexes_never_replaced_update BEFORE UPDATE ON person_indexes WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.testimony_id IS NOT OLD.testimony_id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM person_indexes WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (testimony_id = NEW.testimony_id AND number = NEW.number)); END;
--> statement-breakpoint
CREATE TRIGGER person_indexes_guard_update BEFORE UPDATE ON person_indexes BEGIN SELECT RAISE(ABORT, 'attest:people.stands'); END;
--> statement-breakpoint
CREATE TRIGGER release_decisions_never_deleted BEFORE DELETE ON release_decisions BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER release_decisions_never_replaced BEFORE INSERT ON release_decisions BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM release_decisions WHERE rowid = NEW.rowid OR id = NEW.id OR (export_id = NEW.export_id AND stage = NEW.stage AND number = NEW.number); END;
--> statement-breakpoint
CREATE TRIGGER release_decisions_never_replaced_update BEFORE UPDATE ON release_decisions WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.export_id IS NOT OLD.export_id OR NEW.number IS NOT OLD.number OR NEW.stage IS NOT OLD.stage BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM release_decisions WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (export_id = NEW.export_id AND stage = NEW.stage AND number = NEW.number)); END;
--> statement-breakpoint
CREATE TRIGGER release_decisions_guard_update BEFORE UPDATE ON release_decisions BEGIN SELECT RAISE(ABORT, 'attest:release.stands'); END;
--> statement-breakpoint
CREATE TRIGGER export_approvals_never_deleted BEFORE DELETE ON export_approvals BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER export_approvals_never_replaced BEFORE INSERT ON export_approvals BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM export_approvals WHERE rowid = NEW.rowid OR id = NEW.id OR (export_id = NEW.export_id AND kind = NEW.kind) OR (export_id = NEW.export_id AND human_id = NEW.human_id); END;
--> statement-breakpoint
CREATE TRIGGER export_approvals_never_replaced_update BEFORE UPDATE ON export_approvals WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.export_id IS NOT OLD.export_id OR NEW.human_id IS NOT OLD.human_id OR NEW.kind IS NOT OLD.kind BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM export_approvals WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (export_id = NEW.export_id AND kind = NEW.kind) OR (export_id = NEW.export_id AND human_id = NEW.human_id)); END;
--> statement-breakpoint
CREATE TRIGGER export_approvals_guard_update BEFORE UPDATE ON export_approvals BEGIN SELECT RAISE(ABORT, 'attest:release.stands'); END;
--> statement-breakpoint
CREATE TRIGGER export_approvals_guard_insert BEFORE INSERT ON export_approvals WHEN EXISTS (SELECT 1 FROM case_exports x WHERE x.id = NEW.export_id AND (x.status <> 'ready' OR x.requested_by_human_id = NEW.human_id OR x.case_id <> NEW.case_id OR x.sha256 IS NULL OR x.sha256 <> NEW.sha256)) OR EXISTS (SELECT 1 FROM accounts a WHERE a.id = NEW.account_id AND a.human_id <> NEW.human_id) BEGIN SELECT RAISE(ABORT, 'attest:release.other_human'); END;
--> statement-breakpoint
CREATE TRIGGER case_exports_guard_update BEFORE UPDATE ON case_exports WHEN (NEW.status = 'ready' AND (OLD.status <> 'ready' OR NEW.sha256 IS NOT OLD.sha256 OR NEW.included IS NOT OLD.included) AND NOT EXISTS (SELECT 1 FROM release_decisions d WHERE d.export_id = NEW.id AND d.stage = 'approval' AND d.sha256 = NEW.sha256 AND d.denied = 0)) OR (NEW.downloads <> OLD.downloads AND NOT (NEW.downloads = OLD.downloads + 1 AND EXISTS (SELECT 1 FROM release_decisions d WHERE d.export_id = NEW.id AND d.stage = 'download' AND d.sha256 = NEW.sha256 AND d.denied = 0 AND d.number = NEW.downloads) AND EXISTS (SELECT 1 FROM export_approvals p WHERE p.export_id = NEW.id AND p.kind = 'legal' AND p.sha256 = NEW.sha256) AND EXISTS (SELECT 1 FROM export_approvals p WHERE p.export_id = NEW.id AND p.kind = 'protection' AND p.sha256 = NEW.sha256))) BEGIN SELECT RAISE(ABORT, 'attest:release.not_decided'); END;
--> statement-breakpoint
CREATE TRIGGER case_exports_guard_insert BEFORE INSERT ON case_exports WHEN NEW.status IN ('ready', 'building') OR NEW.downloads <> 0 OR NEW.sha256 IS NOT NULL BEGIN SELECT RAISE(ABORT, 'attest:release.not_decided'); END;
