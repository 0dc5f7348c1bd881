CREATE TABLE `anonymities` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`person_id` text NOT NULL,
	`witness_id` text,
	`victim_id` text,
	`live_key` text NOT NULL,
	`decided_at` integer NOT NULL,
	`decided_by` text NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`witness_id`) REFERENCES `witnesses`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`victim_id`) REFERENCES `victims`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "anonymities_one_person" CHECK(("anonymities"."witness_id" is null) <> ("anonymities"."victim_id" is null)),
	CONSTRAINT "anonymities_person" CHECK("anonymities"."person_id" = coalesce("anonymities"."witness_id", "anonymities"."victim_id"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `anonymities_person_idx` ON `anonymities` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `anonymities_live_key` ON `anonymities` (`live_key`);--> statement-breakpoint
CREATE TABLE `identities` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`person_id` text NOT NULL,
	`witness_id` text,
	`victim_id` text,
	`names` text,
	`contacts` text,
	`relatives` text,
	`papers` text,
	`likeness` text,
	`key_id` text NOT NULL,
	`demands_second` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`shredded_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`witness_id`) REFERENCES `witnesses`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`victim_id`) REFERENCES `victims`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "identities_one_person" CHECK(("identities"."witness_id" is null) <> ("identities"."victim_id" is null)),
	CONSTRAINT "identities_person" CHECK("identities"."person_id" = coalesce("identities"."witness_id", "identities"."victim_id"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `identities_case_idx` ON `identities` (`case_id`,`recorded_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `identities_person_key` ON `identities` (`person_id`);--> statement-breakpoint
CREATE TABLE `identity_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`person_id` text NOT NULL,
	`identity_id` text NOT NULL,
	`kind` text NOT NULL,
	`mark` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`identity_id`) REFERENCES `identities`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "identity_marks_kind_one_of" CHECK("identity_marks"."kind" in ('name', 'alias', 'phone', 'email', 'paper'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `identity_marks_mark_idx` ON `identity_marks` (`mark`,`kind`);--> statement-breakpoint
CREATE INDEX `identity_marks_identity_idx` ON `identity_marks` (`identity_id`);--> statement-breakpoint
CREATE TABLE `identity_shreds` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`person_id` text NOT NULL,
	`identity_id` text NOT NULL,
	`live_key` text NOT NULL,
	`ground` text NOT NULL,
	`status` text NOT NULL,
	`requested_at` integer NOT NULL,
	`requested_by_human_id` text NOT NULL,
	`decided_at` integer,
	`decided_by_human_id` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`identity_id`) REFERENCES `identities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "identity_shreds_ground_one_of" CHECK("identity_shreds"."ground" in ('asked', 'due', 'unlawful', 'mistake')),
	CONSTRAINT "identity_shreds_status_one_of" CHECK("identity_shreds"."status" in ('waiting', 'approved', 'refused'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `identity_shreds_case_idx` ON `identity_shreds` (`case_id`,`status`,`requested_at`,`id`);--> statement-breakpoint
CREATE INDEX `identity_shreds_identity_idx` ON `identity_shreds` (`identity_id`,`status`);--> statement-breakpoint
CREATE UNIQUE INDEX `identity_shreds_live_key` ON `identity_shreds` (`live_key`);--> statement-breakpoint
CREATE TABLE `reveals` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`person_id` text NOT NULL,
	`identity_id` text NOT NULL,
	`status` text NOT NULL,
	`reason` text NOT NULL,
	`why` text,
	`asked_at` integer NOT NULL,
	`asked_by_human_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`decided_at` integer,
	`decided_by_human_id` text,
	`usable_until` integer,
	`opened_at` integer,
	`shown_until` integer,
	`session_mark` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`identity_id`) REFERENCES `identities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reveals_status_one_of" CHECK("reveals"."status" in ('waiting', 'approved', 'refused', 'opened')),
	CONSTRAINT "reveals_reason_one_of" CHECK("reveals"."reason" in ('contact', 'danger', 'court', 'correct_record', 'same_person', 'withdrawal', 'other'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `reveals_identity_idx` ON `reveals` (`identity_id`,`asked_at`,`id`);--> statement-breakpoint
CREATE INDEX `reveals_case_idx` ON `reveals` (`case_id`,`status`,`asked_at`,`id`);--> statement-breakpoint
CREATE TABLE `__new_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`human_id` text NOT NULL,
	`kind` text NOT NULL,
	`case_id` text NOT NULL,
	`noun` text NOT NULL,
	`record_id` text NOT NULL,
	`anchor_id` text,
	`by_human_id` text,
	`once_key` text,
	`created_at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notices_kind_one_of" CHECK("__new_notices"."kind" in ('assigned', 'assignment_ended', 'mentioned', 'commented', 'testimony_returned', 'testimony_accepted', 'finding_returned', 'finding_approved', 'finding_contested', 'review_waiting', 'export_ready', 'export_failed', 'export_expiring', 'admitted', 'emergency_opened', 'emergency_reviewed', 'identity_opened', 'identity_waiting')),
	CONSTRAINT "notices_noun_one_of" CHECK("__new_notices"."noun" in ('testimony', 'witness', 'victim', 'incident', 'actor', 'allegation', 'finding', 'place', 'source', 'media', 'figure', 'proceeding', 'export', 'case', 'emergency'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_notices`("id", "human_id", "kind", "case_id", "noun", "record_id", "anchor_id", "by_human_id", "once_key", "created_at", "read_at") SELECT "id", "human_id", "kind", "case_id", "noun", "record_id", "anchor_id", "by_human_id", "once_key", "created_at", "read_at" FROM `notices`;--> statement-breakpoint
DROP TABLE `notices`;--> statement-breakpoint
ALTER TABLE `__new_notices` RENAME TO `notices`;--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once_key` ON `notices` (`once_key`);--> statement-breakpoint
CREATE INDEX `notices_human_idx` ON `notices` (`human_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `notices_unread_idx` ON `notices` (`human_id`,`record_id`) WHERE "notices"."read_at" is null;--> statement-breakpoint
CREATE INDEX `notices_age_idx` ON `notices` (`created_at`);
--> statement-breakpoint
CREATE TRIGGER identities_never_deleted BEFORE DELETE ON identities BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER identities_never_replaced BEFORE INSERT ON identities BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM identities WHERE rowid = NEW.rowid OR id = NEW.id OR person_id = NEW.person_id; END;
--> statement-breakpoint
CREATE TRIGGER identities_never_replaced_update BEFORE UPDATE ON identities WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.person_id IS NOT OLD.person_id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM identities WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR person_id = NEW.person_id); END;
--> statement-breakpoint
CREATE TRIGGER identity_marks_never_deleted BEFORE DELETE ON identity_marks BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER identity_marks_never_replaced BEFORE INSERT ON identity_marks BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM identity_marks WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER identity_marks_never_replaced_update BEFORE UPDATE ON identity_marks WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM identity_marks WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER reveals_never_deleted BEFORE DELETE ON reveals BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER reveals_never_replaced BEFORE INSERT ON reveals BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM reveals WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER reveals_never_replaced_update BEFORE UPDATE ON reveals WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM reveals WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER identity_shreds_never_deleted BEFORE DELETE ON identity_shreds BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER identity_shreds_never_replaced BEFORE INSERT ON identity_shreds BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM identity_shreds WHERE rowid = NEW.rowid OR id = NEW.id OR live_key = NEW.live_key; END;
--> statement-breakpoint
CREATE TRIGGER identity_shreds_never_replaced_update BEFORE UPDATE ON identity_shreds WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.live_key IS NOT OLD.live_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM identity_shreds WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR live_key = NEW.live_key); END;
--> statement-breakpoint
CREATE TRIGGER anonymities_never_deleted BEFORE DELETE ON anonymities BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER anonymities_never_replaced BEFORE INSERT ON anonymities BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM anonymities WHERE rowid = NEW.rowid OR id = NEW.id OR live_key = NEW.live_key; END;
--> statement-breakpoint
CREATE TRIGGER anonymities_never_replaced_update BEFORE UPDATE ON anonymities WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.live_key IS NOT OLD.live_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM anonymities WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR live_key = NEW.live_key); END;
--> statement-breakpoint
CREATE TRIGGER identities_guard_insert BEFORE INSERT ON identities BEGIN
  SELECT CASE
    WHEN NEW.shredded_at IS NOT NULL THEN RAISE(ABORT, 'attest:vault.stands')
    WHEN EXISTS (SELECT 1 FROM anonymities a WHERE a.person_id = NEW.person_id AND a.ended_at IS NULL) THEN RAISE(ABORT, 'attest:vault.anonymous') END;
END;
--> statement-breakpoint
CREATE TRIGGER identities_guard_update BEFORE UPDATE ON identities BEGIN
  SELECT CASE
    WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.person_id IS NOT OLD.person_id OR NEW.witness_id IS NOT OLD.witness_id OR NEW.victim_id IS NOT OLD.victim_id OR NEW.key_id IS NOT OLD.key_id OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.recorded_by IS NOT OLD.recorded_by THEN RAISE(ABORT, 'attest:vault.stands')
    WHEN OLD.shredded_at IS NOT NULL THEN RAISE(ABORT, 'attest:vault.shredded')
    WHEN OLD.demands_second AND NOT NEW.demands_second THEN RAISE(ABORT, 'attest:vault.second_stays')
    WHEN NEW.shredded_at IS NOT NULL AND (NEW.names IS NOT NULL OR NEW.contacts IS NOT NULL OR NEW.relatives IS NOT NULL OR NEW.papers IS NOT NULL OR NEW.likeness IS NOT NULL) THEN RAISE(ABORT, 'attest:vault.stands')
    WHEN NEW.shredded_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM identity_shreds s WHERE s.identity_id = NEW.id AND s.status = 'approved') THEN RAISE(ABORT, 'attest:vault.second_person')
    WHEN NEW.shredded_at IS NOT NULL AND EXISTS (SELECT 1 FROM legal_holds h LEFT JOIN testimonies t ON t.id = h.testimony_id WHERE h.case_id = NEW.case_id AND h.lifted_at IS NULL AND (h.testimony_id IS NULL OR t.witness_id = NEW.person_id)) THEN RAISE(ABORT, 'attest:vault.held') END;
END;
--> statement-breakpoint
CREATE TRIGGER identity_marks_guard_insert BEFORE INSERT ON identity_marks BEGIN
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM identities i WHERE i.id = NEW.identity_id AND i.shredded_at IS NOT NULL) THEN RAISE(ABORT, 'attest:vault.shredded') END;
END;
--> statement-breakpoint
CREATE TRIGGER identity_marks_guard_update BEFORE UPDATE ON identity_marks BEGIN
  SELECT CASE
    WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.person_id IS NOT OLD.person_id OR NEW.identity_id IS NOT OLD.identity_id OR NEW.kind IS NOT OLD.kind OR NEW.mark IS NOT NULL THEN RAISE(ABORT, 'attest:vault.stands') END;
END;
--> statement-breakpoint
CREATE TRIGGER reveals_guard_insert BEFORE INSERT ON reveals BEGIN
  SELECT CASE
    WHEN NEW.status NOT IN ('waiting', 'opened') OR NEW.decided_at IS NOT NULL OR NEW.decided_by_human_id IS NOT NULL OR NEW.usable_until IS NOT NULL THEN RAISE(ABORT, 'attest:vault.stands')
    WHEN EXISTS (SELECT 1 FROM identities i WHERE i.id = NEW.identity_id AND i.shredded_at IS NOT NULL) THEN RAISE(ABORT, 'attest:vault.shredded')
    WHEN NEW.status = 'waiting' AND (NEW.opened_at IS NOT NULL OR NEW.shown_until IS NOT NULL OR NEW.session_mark IS NOT NULL) THEN RAISE(ABORT, 'attest:vault.stands')
    WHEN NEW.status = 'opened' AND (NEW.opened_at IS NULL OR NEW.shown_until IS NULL OR NEW.session_mark IS NULL OR NEW.shown_until > NEW.opened_at + 120000) THEN RAISE(ABORT, 'attest:vault.stands')
    WHEN NEW.status = 'opened' AND EXISTS (SELECT 1 FROM identities i WHERE i.id = NEW.identity_id AND i.demands_second) THEN RAISE(ABORT, 'attest:vault.second_needed') END;
END;
--> statement-breakpoint
CREATE TRIGGER reveals_guard_update BEFORE UPDATE ON reveals BEGIN
  SELECT CASE
    WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.person_id IS NOT OLD.person_id OR NEW.identity_id IS NOT OLD.identity_id OR NEW.reason IS NOT OLD.reason OR NEW.asked_at IS NOT OLD.asked_at OR NEW.asked_by_human_id IS NOT OLD.asked_by_human_id OR NEW.asked_by IS NOT OLD.asked_by OR (NEW.why IS NOT OLD.why AND NEW.why IS NOT NULL) THEN RAISE(ABORT, 'attest:vault.stands')
    WHEN NEW.status = OLD.status AND (NEW.decided_at IS NOT OLD.decided_at OR NEW.decided_by_human_id IS NOT OLD.decided_by_human_id OR NEW.usable_until IS NOT OLD.usable_until OR NEW.opened_at IS NOT OLD.opened_at OR NEW.shown_until IS NOT OLD.shown_until OR NEW.session_mark IS NOT OLD.session_mark) THEN RAISE(ABORT, 'attest:vault.stands')
    WHEN NEW.status <> OLD.status AND NOT (OLD.status = 'waiting' AND NEW.status IN ('approved', 'refused') OR OLD.status = 'approved' AND NEW.status = 'opened') THEN RAISE(ABORT, 'attest:vault.stands')
    WHEN NEW.status IN ('approved', 'refused') AND (NEW.decided_at IS NULL OR NEW.decided_by_human_id IS NULL OR NEW.opened_at IS NOT NULL OR NEW.shown_until IS NOT NULL) THEN RAISE(ABORT, 'attest:vault.stands')
    WHEN NEW.status = 'approved' AND (NEW.usable_until IS NULL OR NEW.usable_until > NEW.decided_at + 86400000) THEN RAISE(ABORT, 'attest:vault.stands')
    WHEN NEW.status = 'approved' AND NEW.decided_by_human_id = OLD.asked_by_human_id THEN RAISE(ABORT, 'attest:vault.second_person')
    WHEN NEW.status = 'opened' AND OLD.status = 'approved' AND (NEW.decided_at IS NOT OLD.decided_at OR NEW.decided_by_human_id IS NOT OLD.decided_by_human_id OR NEW.usable_until IS NOT OLD.usable_until OR NEW.opened_at IS NULL OR NEW.shown_until IS NULL OR NEW.session_mark IS NULL OR NEW.shown_until > NEW.opened_at + 120000) THEN RAISE(ABORT, 'attest:vault.stands')
    WHEN NEW.status = 'opened' AND OLD.status = 'approved' AND NEW.opened_at > OLD.usable_until THEN RAISE(ABORT, 'attest:vault.approval_over') END;
END;
--> statement-breakpoint
CREATE TRIGGER identity_shreds_guard_insert BEFORE INSERT ON identity_shreds BEGIN
  SELECT CASE
    WHEN NEW.status <> 'waiting' OR NEW.decided_at IS NOT NULL OR NEW.decided_by_human_id IS NOT NULL THEN RAISE(ABORT, 'attest:vault.stands') END;
END;
--> statement-breakpoint
CREATE TRIGGER identity_shreds_guard_update BEFORE UPDATE ON identity_shreds BEGIN
  SELECT CASE
    WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.person_id IS NOT OLD.person_id OR NEW.identity_id IS NOT OLD.identity_id OR NEW.ground IS NOT OLD.ground OR NEW.requested_at IS NOT OLD.requested_at OR NEW.requested_by_human_id IS NOT OLD.requested_by_human_id OR OLD.status <> 'waiting' OR NEW.status = 'waiting' OR NEW.decided_at IS NULL OR NEW.decided_by_human_id IS NULL THEN RAISE(ABORT, 'attest:vault.stands')
    WHEN NEW.status = 'refused' AND NEW.live_key <> NEW.id THEN RAISE(ABORT, 'attest:vault.stands')
    WHEN NEW.status = 'approved' AND (NEW.live_key IS NOT OLD.live_key OR NEW.decided_by_human_id = OLD.requested_by_human_id) THEN RAISE(ABORT, 'attest:vault.second_person')
    WHEN NEW.status = 'approved' AND EXISTS (SELECT 1 FROM legal_holds h LEFT JOIN testimonies t ON t.id = h.testimony_id WHERE h.case_id = NEW.case_id AND h.lifted_at IS NULL AND (h.testimony_id IS NULL OR t.witness_id = NEW.person_id)) THEN RAISE(ABORT, 'attest:vault.held') END;
END;
--> statement-breakpoint
CREATE TRIGGER anonymities_guard_insert BEFORE INSERT ON anonymities BEGIN
  SELECT CASE
    WHEN NEW.ended_at IS NOT NULL OR NEW.ended_by IS NOT NULL THEN RAISE(ABORT, 'attest:vault.stands')
    WHEN EXISTS (SELECT 1 FROM identities i WHERE i.person_id = NEW.person_id AND i.shredded_at IS NULL) THEN RAISE(ABORT, 'attest:vault.recorded') END;
END;
--> statement-breakpoint
CREATE TRIGGER anonymities_guard_update BEFORE UPDATE ON anonymities BEGIN
  SELECT CASE
    WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.person_id IS NOT OLD.person_id OR NEW.witness_id IS NOT OLD.witness_id OR NEW.victim_id IS NOT OLD.victim_id OR NEW.decided_at IS NOT OLD.decided_at OR NEW.decided_by IS NOT OLD.decided_by OR OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.ended_by IS NULL THEN RAISE(ABORT, 'attest:vault.stands') END;
END;
--> statement-breakpoint
-- With an identity goes the plan for safe contact.
DROP TRIGGER contact_plans_guard_update;
--> statement-breakpoint
CREATE TRIGGER contact_plans_guard_update BEFORE UPDATE ON contact_plans BEGIN
  SELECT CASE
    WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.witness_id IS NOT OLD.witness_id OR NEW.number IS NOT OLD.number OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.recorded_by IS NOT OLD.recorded_by OR NOT (NEW.sealed = '' AND EXISTS (SELECT 1 FROM identity_shreds s WHERE s.person_id = NEW.witness_id AND s.status = 'approved')) THEN RAISE(ABORT, 'attest:contact.stands') END;
END;
