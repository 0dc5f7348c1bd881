CREATE TABLE `contradictions` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`case_id` text NOT NULL,
	`statement_id` text NOT NULL,
	`other_statement_id` text NOT NULL,
	`kind` text NOT NULL,
	`allegation_id` text,
	`facet` text,
	`pair_key` text NOT NULL,
	`said` text,
	`note` text,
	`rule_version` text,
	`state` text NOT NULL,
	`material` integer,
	`against` text,
	`evidence_link_id` text,
	`decided_at` integer,
	`decided_by_human_id` text,
	`decision_reason` text,
	`resolved_at` integer,
	`resolved_by_human_id` text,
	`resolution_reason` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`statement_id`) REFERENCES `statements`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`other_statement_id`) REFERENCES `statements`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`allegation_id`) REFERENCES `allegations`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_link_id`) REFERENCES `evidence_links`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contradictions_kind_one_of" CHECK("contradictions"."kind" in ('time', 'place', 'number', 'actor', 'act', 'other')),
	CONSTRAINT "contradictions_facet_one_of" CHECK("contradictions"."facet" in ('occurrence', 'victim', 'time', 'place', 'unit', 'individual', 'victim_status', 'count')),
	CONSTRAINT "contradictions_state_one_of" CHECK("contradictions"."state" in ('proposed', 'standing', 'dismissed', 'resolved')),
	CONSTRAINT "contradictions_against_one_of" CHECK("contradictions"."against" in ('statement', 'other', 'neither')),
	CONSTRAINT "contradictions_two" CHECK("contradictions"."statement_id" <> "contradictions"."other_statement_id")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `contradictions_code_key` ON `contradictions` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `contradictions_pair_key` ON `contradictions` (`case_id`,`pair_key`);--> statement-breakpoint
CREATE INDEX `contradictions_statement_idx` ON `contradictions` (`statement_id`);--> statement-breakpoint
CREATE INDEX `contradictions_other_idx` ON `contradictions` (`other_statement_id`);--> statement-breakpoint
CREATE INDEX `contradictions_allegation_idx` ON `contradictions` (`allegation_id`);--> statement-breakpoint
CREATE INDEX `contradictions_link_idx` ON `contradictions` (`evidence_link_id`);--> statement-breakpoint
CREATE INDEX `contradictions_case_idx` ON `contradictions` (`case_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `contradictions_case_id_key` ON `contradictions` (`case_id`,`id`);--> statement-breakpoint
ALTER TABLE `statements` ADD `said_edtf` text;--> statement-breakpoint
ALTER TABLE `statements` ADD `said_wording` text;--> statement-breakpoint
ALTER TABLE `statements` ADD `said_place_id` text REFERENCES places(id);--> statement-breakpoint
ALTER TABLE `statements` ADD `said_actor_id` text REFERENCES actors(id);--> statement-breakpoint
ALTER TABLE `statements` ADD `said_act` text;--> statement-breakpoint
ALTER TABLE `statements` ADD `said_act_sense` text CONSTRAINT "statements_said_act_sense_one_of" CHECK("statements"."said_act_sense" in ('happened', 'denied'));--> statement-breakpoint
ALTER TABLE `statements` ADD `said_min` integer;--> statement-breakpoint
ALTER TABLE `statements` ADD `said_max` integer;--> statement-breakpoint
ALTER TABLE `statements` ADD `said_unit` text;--> statement-breakpoint
ALTER TABLE `statements` ADD `said_category` text;--> statement-breakpoint
ALTER TABLE `statements` ADD `said_outcome` text;--> statement-breakpoint
ALTER TABLE `statements` ADD `exculpatory` text CONSTRAINT "statements_exculpatory_one_of" CHECK("statements"."exculpatory" in ('yes', 'no'));--> statement-breakpoint
CREATE INDEX `statements_exculpatory_idx` ON `statements` (`case_id`,`created_at`,`id`) WHERE "statements"."exculpatory" = 'yes';
--> statement-breakpoint
-- Hand-written: a contradiction is never deleted or replaced, begins as a proposal, keeps what was decided and why once it was, and
-- what was dismissed or resolved stays so, with its reason, by somebody who wrote neither statement: even by direct SQL.
CREATE TRIGGER contradictions_never_deleted BEFORE DELETE ON contradictions BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER contradictions_never_replaced BEFORE INSERT ON contradictions BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM contradictions WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND pair_key = NEW.pair_key); SELECT RAISE(IGNORE) FROM contradictions WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER contradictions_never_replaced_update BEFORE UPDATE ON contradictions WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.pair_key IS NOT OLD.pair_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM contradictions WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND pair_key = NEW.pair_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER contradictions_guard_insert BEFORE INSERT ON contradictions BEGIN
  SELECT CASE
    WHEN NEW.state <> 'proposed' OR NEW.material IS NOT NULL OR NEW.against IS NOT NULL OR NEW.evidence_link_id IS NOT NULL OR NEW.decided_at IS NOT NULL OR NEW.decided_by_human_id IS NOT NULL OR NEW.decision_reason IS NOT NULL OR NEW.resolved_at IS NOT NULL OR NEW.resolved_by_human_id IS NOT NULL OR NEW.resolution_reason IS NOT NULL THEN RAISE(ABORT, 'attest:contradiction.not_decided') END;
END;
--> statement-breakpoint
CREATE TRIGGER contradictions_guard_update BEFORE UPDATE ON contradictions BEGIN
  SELECT CASE
    WHEN NEW.case_id IS NOT OLD.case_id OR NEW.statement_id IS NOT OLD.statement_id OR NEW.other_statement_id IS NOT OLD.other_statement_id OR NEW.kind IS NOT OLD.kind OR NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR NEW.rule_version IS NOT OLD.rule_version THEN RAISE(ABORT, 'attest:contradiction.pair_is_fixed')
    WHEN NEW.said IS NOT OLD.said AND NOT (NEW.said IS NULL AND EXISTS (SELECT 1 FROM statements s JOIN deletions d ON d.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND d.status = 'approved')) THEN RAISE(ABORT, 'attest:contradiction.pair_is_fixed')
    WHEN NOT (OLD.state = NEW.state OR OLD.state = 'proposed' AND NEW.state IN ('standing', 'dismissed') OR OLD.state = 'standing' AND NEW.state = 'resolved') THEN RAISE(ABORT, 'attest:contradiction.stays')
    WHEN OLD.state <> 'proposed' AND (NEW.decided_at IS NOT OLD.decided_at OR NEW.decided_by_human_id IS NOT OLD.decided_by_human_id OR NEW.material IS NOT OLD.material OR NEW.against IS NOT OLD.against OR NEW.evidence_link_id IS NOT OLD.evidence_link_id OR NEW.allegation_id IS NOT OLD.allegation_id OR NEW.facet IS NOT OLD.facet) THEN RAISE(ABORT, 'attest:contradiction.stays')
    WHEN OLD.state IN ('dismissed', 'resolved') AND (NEW.pair_key IS NOT OLD.pair_key OR NEW.resolved_at IS NOT OLD.resolved_at OR NEW.resolved_by_human_id IS NOT OLD.resolved_by_human_id) THEN RAISE(ABORT, 'attest:contradiction.stays')
    WHEN OLD.state <> 'proposed' AND NEW.decision_reason IS NOT OLD.decision_reason AND NOT (NEW.decision_reason = '' AND EXISTS (SELECT 1 FROM statements s JOIN deletions d ON d.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND d.status = 'approved')) THEN RAISE(ABORT, 'attest:contradiction.stays')
    WHEN OLD.state IN ('dismissed', 'resolved') AND NEW.resolution_reason IS NOT OLD.resolution_reason AND NOT (NEW.resolution_reason = '' AND EXISTS (SELECT 1 FROM statements s JOIN deletions d ON d.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND d.status = 'approved')) THEN RAISE(ABORT, 'attest:contradiction.stays')
    WHEN NEW.state <> 'proposed' AND (NEW.decided_at IS NULL OR NEW.decided_by_human_id IS NULL) THEN RAISE(ABORT, 'attest:contradiction.not_decided')
    WHEN NEW.state = 'proposed' AND (NEW.decided_at IS NOT NULL OR NEW.decided_by_human_id IS NOT NULL) THEN RAISE(ABORT, 'attest:contradiction.not_decided')
    WHEN NEW.state IN ('standing', 'resolved') AND NEW.material IS NULL THEN RAISE(ABORT, 'attest:contradiction.not_decided')
    WHEN OLD.state <> NEW.state AND NEW.state = 'dismissed' AND COALESCE(NEW.decision_reason, '') = '' THEN RAISE(ABORT, 'attest:contradiction.no_reason')
    WHEN OLD.state <> NEW.state AND NEW.state = 'resolved' AND (COALESCE(NEW.resolution_reason, '') = '' OR NEW.resolved_at IS NULL OR NEW.resolved_by_human_id IS NULL) THEN RAISE(ABORT, 'attest:contradiction.no_reason')
    WHEN OLD.state <> NEW.state AND NEW.state = 'dismissed' AND (EXISTS (SELECT 1 FROM statements s JOIN accounts a ON a.id = s.created_by WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND a.human_id = NEW.decided_by_human_id) OR EXISTS (SELECT 1 FROM statements s JOIN testimony_writers w ON w.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND w.human_id = NEW.decided_by_human_id)) THEN RAISE(ABORT, 'attest:contradiction.settler_wrote_statement')
    WHEN OLD.state <> NEW.state AND NEW.state = 'dismissed' AND EXISTS (SELECT 1 FROM statements s JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.decided_by_human_id) THEN RAISE(ABORT, 'attest:contradiction.settler_took_part')
    WHEN OLD.state <> NEW.state AND NEW.state = 'resolved' AND (EXISTS (SELECT 1 FROM statements s JOIN accounts a ON a.id = s.created_by WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND a.human_id = NEW.resolved_by_human_id) OR EXISTS (SELECT 1 FROM statements s JOIN testimony_writers w ON w.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND w.human_id = NEW.resolved_by_human_id)) THEN RAISE(ABORT, 'attest:contradiction.settler_wrote_statement')
    WHEN OLD.state <> NEW.state AND NEW.state = 'resolved' AND EXISTS (SELECT 1 FROM statements s JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.resolved_by_human_id) THEN RAISE(ABORT, 'attest:contradiction.settler_took_part')
    WHEN OLD.state <> NEW.state AND NEW.state = 'resolved' AND EXISTS (SELECT 1 FROM evidence_links e WHERE e.id = OLD.evidence_link_id AND e.author_human_id = NEW.resolved_by_human_id) THEN RAISE(ABORT, 'attest:contradiction.settler_made_link') END;
END;
--> statement-breakpoint
-- And no words are written about an account that was deleted.
CREATE TRIGGER contradictions_stays_deleted_insert BEFORE INSERT ON contradictions WHEN (NEW.said IS NOT NULL OR NEW.note IS NOT NULL OR COALESCE(NEW.decision_reason, '') <> '' OR COALESCE(NEW.resolution_reason, '') <> '') AND EXISTS (SELECT 1 FROM statements s JOIN deletions d ON d.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
--> statement-breakpoint
CREATE TRIGGER contradictions_stays_deleted_update BEFORE UPDATE ON contradictions WHEN (NEW.said IS NOT NULL OR NEW.note IS NOT NULL OR COALESCE(NEW.decision_reason, '') <> '' OR COALESCE(NEW.resolution_reason, '') <> '') AND EXISTS (SELECT 1 FROM statements s JOIN deletions d ON d.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
--> statement-breakpoint
DROP TRIGGER statements_stays_deleted_insert;
--> statement-breakpoint
CREATE TRIGGER statements_stays_deleted_insert BEFORE INSERT ON statements WHEN (NEW.claim <> '—' OR NEW.note IS NOT NULL OR COALESCE(NEW.said_edtf, NEW.said_wording, NEW.said_place_id, NEW.said_actor_id, NEW.said_act, NEW.said_unit) IS NOT NULL OR COALESCE(NEW.said_min, NEW.said_max) IS NOT NULL) AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
--> statement-breakpoint
DROP TRIGGER statements_stays_deleted_update;
--> statement-breakpoint
CREATE TRIGGER statements_stays_deleted_update BEFORE UPDATE ON statements WHEN (NEW.claim <> '—' OR NEW.note IS NOT NULL OR COALESCE(NEW.said_edtf, NEW.said_wording, NEW.said_place_id, NEW.said_actor_id, NEW.said_act, NEW.said_unit) IS NOT NULL OR COALESCE(NEW.said_min, NEW.said_max) IS NOT NULL) AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
