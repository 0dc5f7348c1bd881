CREATE TABLE `anchor_faults` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`place` text NOT NULL,
	`problem` text NOT NULL,
	`since` integer NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "anchor_faults_kind_one_of" CHECK("anchor_faults"."kind" in ('folder', 'timestamp', 'witness', 'signer', 'check'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `audit_anchors` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`place` text NOT NULL,
	`origin` text NOT NULL,
	`size` integer NOT NULL,
	`root` text NOT NULL,
	`evidence` text,
	`at` integer NOT NULL,
	CONSTRAINT "audit_anchors_kind_one_of" CHECK("audit_anchors"."kind" in ('folder', 'timestamp', 'witness', 'print'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_anchors_place_idx` ON `audit_anchors` (`kind`,`place`,`size`);--> statement-breakpoint
CREATE TABLE `audit_checkpoints` (
	`size` integer PRIMARY KEY NOT NULL,
	`origin` text NOT NULL,
	`root` text NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `audit_subtrees` (
	`id` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `log_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`origin` text NOT NULL,
	`vkey` text NOT NULL,
	`size` integer NOT NULL,
	`change` text,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `log_keys_vkey_key` ON `log_keys` (`vkey`);--> statement-breakpoint
CREATE TABLE `log_secrets` (
	`id` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `witnessed_logs` (
	`origin` text PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`root` text NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
-- Hand-written: what belongs to the log is only added to, even by direct SQL.
CREATE TRIGGER audit_subtrees_append_only_update BEFORE UPDATE ON audit_subtrees BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_subtrees_never_deleted BEFORE DELETE ON audit_subtrees BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_subtrees_never_replaced BEFORE INSERT ON audit_subtrees WHEN EXISTS (SELECT 1 FROM audit_subtrees WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER log_keys_append_only_update BEFORE UPDATE ON log_keys BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER log_keys_never_deleted BEFORE DELETE ON log_keys BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER log_keys_never_replaced BEFORE INSERT ON log_keys WHEN EXISTS (SELECT 1 FROM log_keys WHERE id = NEW.id OR vkey = NEW.vkey) BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_checkpoints_append_only_update BEFORE UPDATE ON audit_checkpoints BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_checkpoints_never_deleted BEFORE DELETE ON audit_checkpoints BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_checkpoints_never_replaced BEFORE INSERT ON audit_checkpoints WHEN EXISTS (SELECT 1 FROM audit_checkpoints WHERE size = NEW.size) BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_anchors_append_only_update BEFORE UPDATE ON audit_anchors BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_anchors_never_deleted BEFORE DELETE ON audit_anchors BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_anchors_never_replaced BEFORE INSERT ON audit_anchors WHEN EXISTS (SELECT 1 FROM audit_anchors WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
