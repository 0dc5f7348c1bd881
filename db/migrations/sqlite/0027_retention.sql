CREATE TABLE `deletions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`testimony_id` text NOT NULL,
	`live_key` text NOT NULL,
	`ground` text NOT NULL,
	`reason` text NOT NULL,
	`status` text NOT NULL,
	`requested_at` integer NOT NULL,
	`requested_by_human_id` text NOT NULL,
	`decided_at` integer,
	`decided_by_human_id` text,
	`refusal` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`testimony_id`) REFERENCES `testimonies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deletions_ground_one_of" CHECK("deletions"."ground" in ('due', 'asked', 'unlawful', 'mistake')),
	CONSTRAINT "deletions_status_one_of" CHECK("deletions"."status" in ('waiting', 'approved', 'refused'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `deletions_case_idx` ON `deletions` (`case_id`,`status`,`requested_at`,`id`);--> statement-breakpoint
CREATE INDEX `deletions_testimony_idx` ON `deletions` (`testimony_id`,`status`);--> statement-breakpoint
CREATE UNIQUE INDEX `deletions_live_key` ON `deletions` (`live_key`);--> statement-breakpoint
CREATE TABLE `legal_holds` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`testimony_id` text,
	`reason` text NOT NULL,
	`placed_at` integer NOT NULL,
	`placed_by` text NOT NULL,
	`lifted_at` integer,
	`lifted_by` text,
	`lift_reason` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`testimony_id`) REFERENCES `testimonies`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `legal_holds_case_idx` ON `legal_holds` (`case_id`,`lifted_at`,`placed_at`);--> statement-breakpoint
CREATE INDEX `legal_holds_testimony_idx` ON `legal_holds` (`testimony_id`,`lifted_at`);--> statement-breakpoint
CREATE TABLE `retention_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`retention_class` text NOT NULL,
	`months` integer NOT NULL,
	`set_at` integer NOT NULL,
	`set_by` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "retention_terms_retention_class_one_of" CHECK("retention_terms"."retention_class" in ('standard', 'short', 'long'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `retention_terms_class_key` ON `retention_terms` (`case_id`,`retention_class`);--> statement-breakpoint
CREATE TABLE `retentions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`testimony_id` text NOT NULL,
	`retention_class` text NOT NULL,
	`reason` text NOT NULL,
	`set_at` integer NOT NULL,
	`set_by` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`testimony_id`) REFERENCES `testimonies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "retentions_retention_class_one_of" CHECK("retentions"."retention_class" in ('standard', 'short', 'long', 'kept'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `retentions_case_idx` ON `retentions` (`case_id`,`retention_class`);--> statement-breakpoint
CREATE UNIQUE INDEX `retentions_testimony_key` ON `retentions` (`testimony_id`);--> statement-breakpoint
CREATE INDEX `testimonies_case_recorded_idx` ON `testimonies` (`case_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TRIGGER retention_terms_never_deleted BEFORE DELETE ON retention_terms BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER retention_terms_never_replaced BEFORE INSERT ON retention_terms BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM retention_terms WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND retention_class = NEW.retention_class); END;
--> statement-breakpoint
CREATE TRIGGER retention_terms_never_replaced_update BEFORE UPDATE ON retention_terms WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.retention_class IS NOT OLD.retention_class BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM retention_terms WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND retention_class = NEW.retention_class)); END;
--> statement-breakpoint
CREATE TRIGGER retentions_never_deleted BEFORE DELETE ON retentions BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER retentions_never_replaced BEFORE INSERT ON retentions BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM retentions WHERE rowid = NEW.rowid OR id = NEW.id OR testimony_id = NEW.testimony_id; END;
--> statement-breakpoint
CREATE TRIGGER retentions_never_replaced_update BEFORE UPDATE ON retentions WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.testimony_id IS NOT OLD.testimony_id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM retentions WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR testimony_id = NEW.testimony_id); END;
--> statement-breakpoint
CREATE TRIGGER legal_holds_never_deleted BEFORE DELETE ON legal_holds BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER legal_holds_never_replaced BEFORE INSERT ON legal_holds BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM legal_holds WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER legal_holds_never_replaced_update BEFORE UPDATE ON legal_holds WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM legal_holds WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER deletions_never_deleted BEFORE DELETE ON deletions BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER deletions_never_replaced BEFORE INSERT ON deletions BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM deletions WHERE rowid = NEW.rowid OR id = NEW.id OR live_key = NEW.live_key; END;
--> statement-breakpoint
CREATE TRIGGER deletions_never_replaced_update BEFORE UPDATE ON deletions WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.live_key IS NOT OLD.live_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM deletions WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR live_key = NEW.live_key); END;
--> statement-breakpoint
CREATE TRIGGER legal_holds_guard_insert BEFORE INSERT ON legal_holds BEGIN
  SELECT CASE
    WHEN NEW.testimony_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM testimonies t WHERE t.id = NEW.testimony_id AND t.case_id = NEW.case_id) THEN RAISE(ABORT, 'attest:hold.stands')
    WHEN NEW.lifted_at IS NOT NULL OR NEW.lifted_by IS NOT NULL OR NEW.lift_reason IS NOT NULL THEN RAISE(ABORT, 'attest:hold.stands') END;
END;
--> statement-breakpoint
CREATE TRIGGER legal_holds_guard_update BEFORE UPDATE ON legal_holds BEGIN
  SELECT CASE
    WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.testimony_id IS NOT OLD.testimony_id OR NEW.reason IS NOT OLD.reason OR NEW.placed_at IS NOT OLD.placed_at OR NEW.placed_by IS NOT OLD.placed_by OR OLD.lifted_at IS NOT NULL OR NEW.lifted_at IS NULL OR NEW.lifted_by IS NULL OR NEW.lift_reason IS NULL THEN RAISE(ABORT, 'attest:hold.stands') END;
END;
--> statement-breakpoint
CREATE TRIGGER deletions_guard_insert BEFORE INSERT ON deletions BEGIN
  SELECT CASE
    WHEN NEW.status <> 'waiting' OR NEW.decided_at IS NOT NULL OR NEW.decided_by_human_id IS NOT NULL OR NEW.refusal IS NOT NULL THEN RAISE(ABORT, 'attest:deletion.stands') END;
END;
--> statement-breakpoint
CREATE TRIGGER deletions_guard_update BEFORE UPDATE ON deletions BEGIN
  SELECT CASE
    WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.testimony_id IS NOT OLD.testimony_id OR NEW.ground IS NOT OLD.ground OR NEW.reason IS NOT OLD.reason OR NEW.requested_at IS NOT OLD.requested_at OR NEW.requested_by_human_id IS NOT OLD.requested_by_human_id OR OLD.status <> 'waiting' OR NEW.status = 'waiting' OR NEW.decided_at IS NULL THEN RAISE(ABORT, 'attest:deletion.stands')
    WHEN NEW.status = 'refused' AND (NEW.live_key <> NEW.id OR NEW.refusal IS NULL OR NEW.decided_by_human_id IS NULL) THEN RAISE(ABORT, 'attest:deletion.stands')
    WHEN NEW.status = 'approved' AND (NEW.live_key <> NEW.testimony_id OR NEW.refusal IS NOT NULL) THEN RAISE(ABORT, 'attest:deletion.stands')
    WHEN NEW.status = 'approved' AND (NEW.live_key IS NOT OLD.live_key OR NEW.decided_by_human_id IS NULL OR NEW.decided_by_human_id = OLD.requested_by_human_id) THEN RAISE(ABORT, 'attest:deletion.second_person')
    WHEN NEW.status = 'approved' AND EXISTS (SELECT 1 FROM legal_holds h WHERE h.case_id = NEW.case_id AND h.lifted_at IS NULL AND (h.testimony_id IS NULL OR h.testimony_id = NEW.testimony_id)) THEN RAISE(ABORT, 'attest:deletion.held')
    WHEN NEW.status = 'approved' AND EXISTS (SELECT 1 FROM testimonies t WHERE t.id = NEW.testimony_id AND (t.retracted_at IS NULL OR t.case_id <> NEW.case_id)) THEN RAISE(ABORT, 'attest:deletion.in_use') END;
END;
--> statement-breakpoint
-- Of an account whose deletion was approved the words may go, and nothing may come in their place.
DROP TRIGGER testimony_versions_guard_update;
--> statement-breakpoint
CREATE TRIGGER testimony_versions_guard_update BEFORE UPDATE ON testimony_versions BEGIN
  SELECT CASE
    WHEN NEW.decided_by_human_id IS NOT OLD.decided_by_human_id AND (NEW.decided_by_human_id = NEW.author_human_id OR EXISTS (SELECT 1 FROM testimony_writers w WHERE w.testimony_id = NEW.testimony_id AND w.human_id = NEW.decided_by_human_id)) THEN RAISE(ABORT, 'attest:testimony.decider_is_author')
    WHEN NEW.decided_by_human_id IS NOT OLD.decided_by_human_id AND EXISTS (SELECT 1 FROM testimony_people p WHERE p.testimony_id = NEW.testimony_id AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.decided_by_human_id) THEN RAISE(ABORT, 'attest:testimony.decider_took_part')
    WHEN NEW.stage IN ('accepted', 'returned') AND NEW.decided_by_human_id IS NULL THEN RAISE(ABORT, 'attest:testimony.no_decider')
    WHEN NEW.author_human_id IS NOT OLD.author_human_id THEN RAISE(ABORT, 'attest:testimony.author_is_fixed')
    WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.testimony_id IS NOT OLD.testimony_id OR NEW.number IS NOT OLD.number OR (NEW.amendment_reason IS NOT OLD.amendment_reason AND NOT (json_extract(NEW.facts, '$.title') = '—' AND json_extract(NEW.facts, '$.note') IS NULL AND NEW.paragraphs = '[]' AND NEW.translator IS NULL AND NEW.comment IS NULL AND NEW.amendment_reason IS NULL AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved'))) OR NEW.author_account_id IS NOT OLD.author_account_id OR NEW.created_at IS NOT OLD.created_at THEN RAISE(ABORT, 'attest:testimony.version_is_immutable')
    WHEN OLD.stage <> 'draft' AND ((NEW.paragraphs IS NOT OLD.paragraphs AND NOT (json_extract(NEW.facts, '$.title') = '—' AND json_extract(NEW.facts, '$.note') IS NULL AND NEW.paragraphs = '[]' AND NEW.translator IS NULL AND NEW.comment IS NULL AND NEW.amendment_reason IS NULL AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved'))) OR (NEW.facts IS NOT OLD.facts AND NOT (json_extract(NEW.facts, '$.title') = '—' AND json_extract(NEW.facts, '$.note') IS NULL AND NEW.paragraphs = '[]' AND NEW.translator IS NULL AND NEW.comment IS NULL AND NEW.amendment_reason IS NULL AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved'))) OR NEW.text_basis IS NOT OLD.text_basis OR NEW.original_language IS NOT OLD.original_language OR NEW.translation_language IS NOT OLD.translation_language OR (NEW.translator IS NOT OLD.translator AND NOT (json_extract(NEW.facts, '$.title') = '—' AND json_extract(NEW.facts, '$.note') IS NULL AND NEW.paragraphs = '[]' AND NEW.translator IS NULL AND NEW.comment IS NULL AND NEW.amendment_reason IS NULL AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved'))) OR NEW.submitted_at IS NOT OLD.submitted_at) THEN RAISE(ABORT, 'attest:testimony.version_is_immutable')
    WHEN OLD.stage IN ('accepted', 'returned') AND (NEW.stage IS NOT OLD.stage OR NEW.decided_by_human_id IS NOT OLD.decided_by_human_id OR NEW.decided_at IS NOT OLD.decided_at OR (NEW.comment IS NOT OLD.comment AND NOT (json_extract(NEW.facts, '$.title') = '—' AND json_extract(NEW.facts, '$.note') IS NULL AND NEW.paragraphs = '[]' AND NEW.translator IS NULL AND NEW.comment IS NULL AND NEW.amendment_reason IS NULL AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved')))) THEN RAISE(ABORT, 'attest:testimony.decision_is_final')
    WHEN NEW.stage <> OLD.stage AND NOT ((OLD.stage = 'draft' AND NEW.stage = 'submitted') OR (OLD.stage = 'submitted' AND NEW.stage IN ('accepted', 'returned'))) THEN RAISE(ABORT, 'attest:testimony.stage_only_forward') END;
END;
--> statement-breakpoint
DROP TRIGGER testimony_people_guard_update;
--> statement-breakpoint
CREATE TRIGGER testimony_people_guard_update BEFORE UPDATE ON testimony_people WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.testimony_id IS NOT OLD.testimony_id OR NEW.role IS NOT OLD.role OR NEW.human_id IS NOT OLD.human_id OR (NEW.description IS NOT OLD.description AND NOT (NEW.description IS NULL AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved'))) BEGIN SELECT RAISE(ABORT, 'attest:testimony.people_are_fixed'); END;
--> statement-breakpoint
DROP TRIGGER evidence_links_guard_update;
--> statement-breakpoint
CREATE TRIGGER evidence_links_guard_update BEFORE UPDATE ON evidence_links BEGIN
  SELECT CASE
    WHEN NEW.author_human_id IS NOT OLD.author_human_id OR NEW.statement_id IS NOT OLD.statement_id OR NEW.allegation_id IS NOT OLD.allegation_id OR NEW.facet IS NOT OLD.facet THEN RAISE(ABORT, 'attest:evidence.link_is_fixed')
    WHEN OLD.retracted_at IS NOT NULL AND NEW.retracted_at IS NOT OLD.retracted_at THEN RAISE(ABORT, 'attest:evidence.link_is_fixed')
    WHEN OLD.resolved_at IS NOT NULL AND (NEW.resolved_at IS NOT OLD.resolved_at OR NEW.resolved_by_human_id IS NOT OLD.resolved_by_human_id OR (NEW.resolution_reason IS NOT OLD.resolution_reason AND NOT (NEW.resolution_reason = '' AND EXISTS (SELECT 1 FROM statements s JOIN deletions d ON d.testimony_id = s.testimony_id WHERE s.id = NEW.statement_id AND d.status = 'approved')))) THEN RAISE(ABORT, 'attest:evidence.already_resolved')
    WHEN OLD.stance = 'contradict' AND NEW.stance <> 'contradict' THEN RAISE(ABORT, 'attest:evidence.contradiction_stays')
    WHEN NEW.resolved_by_human_id = NEW.author_human_id THEN RAISE(ABORT, 'attest:evidence.resolver_is_author')
    WHEN NEW.resolved_by_human_id IS NOT OLD.resolved_by_human_id AND EXISTS (SELECT 1 FROM statements s JOIN testimony_writers w ON w.testimony_id = s.testimony_id WHERE s.id = NEW.statement_id AND w.human_id = NEW.resolved_by_human_id) THEN RAISE(ABORT, 'attest:evidence.resolver_wrote_testimony')
    WHEN NEW.resolved_by_human_id IS NOT OLD.resolved_by_human_id AND EXISTS (SELECT 1 FROM statements s JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE s.id = NEW.statement_id AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.resolved_by_human_id) THEN RAISE(ABORT, 'attest:evidence.resolver_took_part')
    WHEN NEW.resolved_by_human_id IS NOT OLD.resolved_by_human_id AND EXISTS (SELECT 1 FROM findings f WHERE f.allegation_id = NEW.allegation_id AND f.facet = NEW.facet AND f.status NOT IN ('withdrawn', 'superseded') AND f.author_human_id = NEW.resolved_by_human_id) THEN RAISE(ABORT, 'attest:evidence.resolver_wrote_finding')
    WHEN (NEW.resolved_at IS NULL) <> (NEW.resolved_by_human_id IS NULL) THEN RAISE(ABORT, 'attest:evidence.no_resolver') END;
END;
--> statement-breakpoint
DROP TRIGGER person_indexes_guard_update;
--> statement-breakpoint
CREATE TRIGGER person_indexes_guard_update BEFORE UPDATE ON person_indexes WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.testimony_id IS NOT OLD.testimony_id OR NEW.number IS NOT OLD.number OR NEW.testimony_number IS NOT OLD.testimony_number OR NEW.is_whole IS NOT OLD.is_whole OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.recorded_by IS NOT OLD.recorded_by OR NOT (NEW.persons = '[]' AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved')) BEGIN SELECT RAISE(ABORT, 'attest:people.stands'); END;
--> statement-breakpoint
-- And no words are written about it any more.
CREATE TRIGGER statements_stays_deleted_insert BEFORE INSERT ON statements WHEN (NEW.claim <> '—' OR NEW.note IS NOT NULL) AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
--> statement-breakpoint
CREATE TRIGGER statements_stays_deleted_update BEFORE UPDATE ON statements WHEN (NEW.claim <> '—' OR NEW.note IS NOT NULL) AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
--> statement-breakpoint
CREATE TRIGGER evidence_links_stays_deleted_insert BEFORE INSERT ON evidence_links WHEN (NEW.rationale <> '' OR COALESCE(NEW.resolution_reason, '') <> '' OR COALESCE(NEW.retraction_reason, '') <> '') AND EXISTS (SELECT 1 FROM statements s JOIN deletions d ON d.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id) AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
--> statement-breakpoint
CREATE TRIGGER evidence_links_stays_deleted_update BEFORE UPDATE ON evidence_links WHEN (NEW.rationale <> '' OR COALESCE(NEW.resolution_reason, '') <> '' OR COALESCE(NEW.retraction_reason, '') <> '') AND EXISTS (SELECT 1 FROM statements s JOIN deletions d ON d.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id) AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
--> statement-breakpoint
CREATE TRIGGER dependencies_stays_deleted_insert BEFORE INSERT ON dependencies WHEN (NEW.note IS NOT NULL OR COALESCE(NEW.weight_reason, '') <> '' OR COALESCE(NEW.retraction_reason, '') <> '') AND EXISTS (SELECT 1 FROM statements s JOIN deletions d ON d.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
--> statement-breakpoint
CREATE TRIGGER dependencies_stays_deleted_update BEFORE UPDATE ON dependencies WHEN (NEW.note IS NOT NULL OR COALESCE(NEW.weight_reason, '') <> '' OR COALESCE(NEW.retraction_reason, '') <> '') AND EXISTS (SELECT 1 FROM statements s JOIN deletions d ON d.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
--> statement-breakpoint
CREATE TRIGGER links_stays_deleted_insert BEFORE INSERT ON links WHEN (NEW.note IS NOT NULL OR NEW.held_wording IS NOT NULL OR COALESCE(NEW.retraction_reason, '') <> '') AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
--> statement-breakpoint
CREATE TRIGGER links_stays_deleted_update BEFORE UPDATE ON links WHEN (NEW.note IS NOT NULL OR NEW.held_wording IS NOT NULL OR COALESCE(NEW.retraction_reason, '') <> '') AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
--> statement-breakpoint
CREATE TRIGGER attachments_stays_deleted_insert BEFORE INSERT ON attachments WHEN (NEW.file_name <> '—' OR COALESCE(NEW.retraction_reason, '') <> '') AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
--> statement-breakpoint
CREATE TRIGGER attachments_stays_deleted_update BEFORE UPDATE ON attachments WHEN (NEW.file_name <> '—' OR COALESCE(NEW.retraction_reason, '') <> '') AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
--> statement-breakpoint
CREATE TRIGGER comments_stays_deleted_insert BEFORE INSERT ON comments WHEN (NEW.body <> '') AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.record_id AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
--> statement-breakpoint
CREATE TRIGGER comments_stays_deleted_update BEFORE UPDATE ON comments WHEN (NEW.body <> '') AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.record_id AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
--> statement-breakpoint
CREATE TRIGGER comment_texts_stays_deleted_insert BEFORE INSERT ON comment_texts WHEN (NEW.body <> '') AND EXISTS (SELECT 1 FROM comments c JOIN deletions d ON d.testimony_id = c.record_id WHERE c.id = NEW.comment_id AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
--> statement-breakpoint
CREATE TRIGGER comment_texts_stays_deleted_update BEFORE UPDATE ON comment_texts WHEN (NEW.body <> '') AND EXISTS (SELECT 1 FROM comments c JOIN deletions d ON d.testimony_id = c.record_id WHERE c.id = NEW.comment_id AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
--> statement-breakpoint
CREATE TRIGGER assignments_stays_deleted_insert BEFORE INSERT ON assignments WHEN (NEW.note IS NOT NULL) AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.record_id AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
--> statement-breakpoint
CREATE TRIGGER assignments_stays_deleted_update BEFORE UPDATE ON assignments WHEN (NEW.note IS NOT NULL) AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.record_id AND d.status = 'approved') BEGIN SELECT RAISE(ABORT, 'attest:deletion.done'); END;
