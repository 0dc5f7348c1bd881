CREATE TABLE "anchor_faults" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"place" text NOT NULL,
	"problem" text NOT NULL,
	"since" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "anchor_faults_kind_one_of" CHECK ("anchor_faults"."kind" in ('folder', 'timestamp', 'witness', 'signer', 'check'))
);
--> statement-breakpoint
CREATE TABLE "audit_anchors" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"place" text NOT NULL,
	"origin" text NOT NULL,
	"size" bigint NOT NULL,
	"root" text NOT NULL,
	"evidence" text,
	"at" bigint NOT NULL,
	CONSTRAINT "audit_anchors_kind_one_of" CHECK ("audit_anchors"."kind" in ('folder', 'timestamp', 'witness', 'print'))
);
--> statement-breakpoint
CREATE TABLE "audit_checkpoints" (
	"size" bigint PRIMARY KEY NOT NULL,
	"origin" text NOT NULL,
	"root" text NOT NULL,
	"note" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_subtrees" (
	"id" bigint PRIMARY KEY NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"origin" text NOT NULL,
	"vkey" text NOT NULL,
	"size" bigint NOT NULL,
	"change" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_secrets" (
	"id" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "witnessed_logs" (
	"origin" text PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"root" text NOT NULL,
	"note" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_anchors_place_idx" ON "audit_anchors" USING btree ("kind","place","size");--> statement-breakpoint
CREATE UNIQUE INDEX "log_keys_vkey_key" ON "log_keys" USING btree ("vkey");
--> statement-breakpoint
-- Hand-written: what belongs to the log is only added to, even by direct SQL.
CREATE TRIGGER audit_subtrees_append_only_update BEFORE UPDATE ON audit_subtrees FOR EACH ROW EXECUTE FUNCTION attest_refuse('audit.append_only');
--> statement-breakpoint
CREATE TRIGGER audit_subtrees_never_deleted BEFORE DELETE ON audit_subtrees FOR EACH ROW EXECUTE FUNCTION attest_refuse('audit.append_only');
--> statement-breakpoint
CREATE TRIGGER audit_subtrees_append_only_truncate BEFORE TRUNCATE ON audit_subtrees FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('audit.append_only');
--> statement-breakpoint
CREATE TRIGGER log_keys_append_only_update BEFORE UPDATE ON log_keys FOR EACH ROW EXECUTE FUNCTION attest_refuse('audit.append_only');
--> statement-breakpoint
CREATE TRIGGER log_keys_never_deleted BEFORE DELETE ON log_keys FOR EACH ROW EXECUTE FUNCTION attest_refuse('audit.append_only');
--> statement-breakpoint
CREATE TRIGGER log_keys_append_only_truncate BEFORE TRUNCATE ON log_keys FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('audit.append_only');
--> statement-breakpoint
CREATE TRIGGER audit_checkpoints_append_only_update BEFORE UPDATE ON audit_checkpoints FOR EACH ROW EXECUTE FUNCTION attest_refuse('audit.append_only');
--> statement-breakpoint
CREATE TRIGGER audit_checkpoints_never_deleted BEFORE DELETE ON audit_checkpoints FOR EACH ROW EXECUTE FUNCTION attest_refuse('audit.append_only');
--> statement-breakpoint
CREATE TRIGGER audit_checkpoints_append_only_truncate BEFORE TRUNCATE ON audit_checkpoints FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('audit.append_only');
--> statement-breakpoint
CREATE TRIGGER audit_anchors_append_only_update BEFORE UPDATE ON audit_anchors FOR EACH ROW EXECUTE FUNCTION attest_refuse('audit.append_only');
--> statement-breakpoint
CREATE TRIGGER audit_anchors_never_deleted BEFORE DELETE ON audit_anchors FOR EACH ROW EXECUTE FUNCTION attest_refuse('audit.append_only');
--> statement-breakpoint
CREATE TRIGGER audit_anchors_append_only_truncate BEFORE TRUNCATE ON audit_anchors FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('audit.append_only');
