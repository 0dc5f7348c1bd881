CREATE TABLE `contact_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`witness_id` text NOT NULL,
	`number` integer NOT NULL,
	`sealed` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`witness_id`) REFERENCES `witnesses`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `contact_plans_number_key` ON `contact_plans` (`witness_id`,`number`);--> statement-breakpoint
CREATE TABLE `referrals` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`witness_id` text NOT NULL,
	`service` text NOT NULL,
	`outcome` text NOT NULL,
	`support_person` text NOT NULL,
	`referred_to` text,
	`offered_on` text NOT NULL,
	`note` text,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`follow_up` text,
	`follow_up_note` text,
	`followed_up_at` integer,
	`followed_up_by` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`witness_id`) REFERENCES `witnesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "referrals_service_one_of" CHECK("referrals"."service" in ('medical', 'mental_health', 'legal', 'shelter', 'protection', 'livelihood', 'other')),
	CONSTRAINT "referrals_outcome_one_of" CHECK("referrals"."outcome" in ('accepted', 'declined', 'prefer_not_to_say', 'not_available', 'not_needed')),
	CONSTRAINT "referrals_support_person_one_of" CHECK("referrals"."support_person" in ('present', 'declined', 'prefer_not_to_say', 'not_asked')),
	CONSTRAINT "referrals_referred_to_one_of" CHECK("referrals"."referred_to" in ('own_team', 'health_service', 'legal_aid', 'shelter_service', 'local_organisation', 'international_organisation', 'other')),
	CONSTRAINT "referrals_follow_up_one_of" CHECK("referrals"."follow_up" in ('waiting', 'reached', 'not_reached', 'over'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `referrals_witness_idx` ON `referrals` (`witness_id`,`recorded_at`);--> statement-breakpoint
CREATE TRIGGER contact_plans_never_deleted BEFORE DELETE ON contact_plans BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER contact_plans_never_replaced BEFORE INSERT ON contact_plans BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM contact_plans WHERE rowid = NEW.rowid OR id = NEW.id OR (witness_id = NEW.witness_id AND number = NEW.number); END;
--> statement-breakpoint
CREATE TRIGGER contact_plans_never_replaced_update BEFORE UPDATE ON contact_plans WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.witness_id IS NOT OLD.witness_id OR NEW.number IS NOT OLD.number BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM contact_plans WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (witness_id = NEW.witness_id AND number = NEW.number)); END;
--> statement-breakpoint
CREATE TRIGGER contact_plans_guard_update BEFORE UPDATE ON contact_plans BEGIN SELECT RAISE(ABORT, 'attest:contact.stands'); END;
--> statement-breakpoint
CREATE TRIGGER referrals_never_deleted BEFORE DELETE ON referrals BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER referrals_never_replaced BEFORE INSERT ON referrals BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM referrals WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER referrals_never_replaced_update BEFORE UPDATE ON referrals WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM referrals WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER referrals_guard_update BEFORE UPDATE ON referrals BEGIN
  SELECT CASE
    WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.witness_id IS NOT OLD.witness_id OR NEW.service IS NOT OLD.service OR NEW.outcome IS NOT OLD.outcome OR NEW.support_person IS NOT OLD.support_person OR NEW.referred_to IS NOT OLD.referred_to OR NEW.offered_on IS NOT OLD.offered_on OR NEW.note IS NOT OLD.note OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.recorded_by IS NOT OLD.recorded_by OR OLD.follow_up IS NULL OR OLD.follow_up = 'over' OR NEW.follow_up IS NULL OR NEW.follow_up = 'waiting' OR NEW.followed_up_at IS NULL OR NEW.followed_up_by IS NULL THEN RAISE(ABORT, 'attest:referral.stands')
  END;
END;
