CREATE TABLE "anonymities" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"person_id" text NOT NULL,
	"witness_id" text,
	"victim_id" text,
	"live_key" text NOT NULL,
	"decided_at" bigint NOT NULL,
	"decided_by" text NOT NULL,
	"ended_at" bigint,
	"ended_by" text,
	CONSTRAINT "anonymities_live_key" UNIQUE("live_key"),
	CONSTRAINT "anonymities_one_person" CHECK (("anonymities"."witness_id" is null) <> ("anonymities"."victim_id" is null)),
	CONSTRAINT "anonymities_person" CHECK ("anonymities"."person_id" = coalesce("anonymities"."witness_id", "anonymities"."victim_id"))
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"person_id" text NOT NULL,
	"witness_id" text,
	"victim_id" text,
	"names" text,
	"contacts" text,
	"relatives" text,
	"papers" text,
	"likeness" text,
	"key_id" text NOT NULL,
	"demands_second" boolean NOT NULL,
	"recorded_at" bigint NOT NULL,
	"recorded_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text NOT NULL,
	"shredded_at" bigint,
	CONSTRAINT "identities_person_key" UNIQUE("person_id"),
	CONSTRAINT "identities_one_person" CHECK (("identities"."witness_id" is null) <> ("identities"."victim_id" is null)),
	CONSTRAINT "identities_person" CHECK ("identities"."person_id" = coalesce("identities"."witness_id", "identities"."victim_id"))
);
--> statement-breakpoint
CREATE TABLE "identity_marks" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"person_id" text NOT NULL,
	"identity_id" text NOT NULL,
	"kind" text NOT NULL,
	"mark" text,
	CONSTRAINT "identity_marks_kind_one_of" CHECK ("identity_marks"."kind" in ('name', 'alias', 'phone', 'email', 'paper'))
);
--> statement-breakpoint
CREATE TABLE "identity_shreds" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"person_id" text NOT NULL,
	"identity_id" text NOT NULL,
	"live_key" text NOT NULL,
	"ground" text NOT NULL,
	"status" text NOT NULL,
	"requested_at" bigint NOT NULL,
	"requested_by_human_id" text NOT NULL,
	"decided_at" bigint,
	"decided_by_human_id" text,
	CONSTRAINT "identity_shreds_live_key" UNIQUE("live_key"),
	CONSTRAINT "identity_shreds_ground_one_of" CHECK ("identity_shreds"."ground" in ('asked', 'due', 'unlawful', 'mistake')),
	CONSTRAINT "identity_shreds_status_one_of" CHECK ("identity_shreds"."status" in ('waiting', 'approved', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "reveals" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"person_id" text NOT NULL,
	"identity_id" text NOT NULL,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"why" text,
	"asked_at" bigint NOT NULL,
	"asked_by_human_id" text NOT NULL,
	"asked_by" text NOT NULL,
	"decided_at" bigint,
	"decided_by_human_id" text,
	"usable_until" bigint,
	"opened_at" bigint,
	"shown_until" bigint,
	"session_mark" text,
	CONSTRAINT "reveals_status_one_of" CHECK ("reveals"."status" in ('waiting', 'approved', 'refused', 'opened')),
	CONSTRAINT "reveals_reason_one_of" CHECK ("reveals"."reason" in ('contact', 'danger', 'court', 'correct_record', 'same_person', 'withdrawal', 'other'))
);
--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_kind_one_of";--> statement-breakpoint
ALTER TABLE "anonymities" ADD CONSTRAINT "anonymities_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anonymities" ADD CONSTRAINT "anonymities_case_id_witness_id_witnesses_case_id_id_fk" FOREIGN KEY ("case_id","witness_id") REFERENCES "public"."witnesses"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anonymities" ADD CONSTRAINT "anonymities_case_id_victim_id_victims_case_id_id_fk" FOREIGN KEY ("case_id","victim_id") REFERENCES "public"."victims"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_case_id_witness_id_witnesses_case_id_id_fk" FOREIGN KEY ("case_id","witness_id") REFERENCES "public"."witnesses"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_case_id_victim_id_victims_case_id_id_fk" FOREIGN KEY ("case_id","victim_id") REFERENCES "public"."victims"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_marks" ADD CONSTRAINT "identity_marks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_marks" ADD CONSTRAINT "identity_marks_identity_id_identities_id_fk" FOREIGN KEY ("identity_id") REFERENCES "public"."identities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_shreds" ADD CONSTRAINT "identity_shreds_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_shreds" ADD CONSTRAINT "identity_shreds_identity_id_identities_id_fk" FOREIGN KEY ("identity_id") REFERENCES "public"."identities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_shreds" ADD CONSTRAINT "identity_shreds_requested_by_human_id_humans_id_fk" FOREIGN KEY ("requested_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_shreds" ADD CONSTRAINT "identity_shreds_decided_by_human_id_humans_id_fk" FOREIGN KEY ("decided_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_identity_id_identities_id_fk" FOREIGN KEY ("identity_id") REFERENCES "public"."identities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_asked_by_human_id_humans_id_fk" FOREIGN KEY ("asked_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_decided_by_human_id_humans_id_fk" FOREIGN KEY ("decided_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "anonymities_person_idx" ON "anonymities" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "identities_case_idx" ON "identities" USING btree ("case_id","recorded_at","id");--> statement-breakpoint
CREATE INDEX "identity_marks_mark_idx" ON "identity_marks" USING btree ("mark","kind");--> statement-breakpoint
CREATE INDEX "identity_marks_identity_idx" ON "identity_marks" USING btree ("identity_id");--> statement-breakpoint
CREATE INDEX "identity_shreds_case_idx" ON "identity_shreds" USING btree ("case_id","status","requested_at","id");--> statement-breakpoint
CREATE INDEX "identity_shreds_identity_idx" ON "identity_shreds" USING btree ("identity_id","status");--> statement-breakpoint
CREATE INDEX "reveals_identity_idx" ON "reveals" USING btree ("identity_id","asked_at","id");--> statement-breakpoint
CREATE INDEX "reveals_case_idx" ON "reveals" USING btree ("case_id","status","asked_at","id");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_kind_one_of" CHECK ("notices"."kind" in ('assigned', 'assignment_ended', 'mentioned', 'commented', 'testimony_returned', 'testimony_accepted', 'finding_returned', 'finding_approved', 'finding_contested', 'review_waiting', 'export_ready', 'export_failed', 'export_expiring', 'admitted', 'emergency_opened', 'emergency_reviewed', 'identity_opened', 'identity_waiting'));
--> statement-breakpoint
CREATE TRIGGER identities_never_deleted BEFORE DELETE ON identities FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER identities_never_truncated BEFORE TRUNCATE ON identities FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER identity_marks_never_deleted BEFORE DELETE ON identity_marks FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER identity_marks_never_truncated BEFORE TRUNCATE ON identity_marks FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER reveals_never_deleted BEFORE DELETE ON reveals FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER reveals_never_truncated BEFORE TRUNCATE ON reveals FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER identity_shreds_never_deleted BEFORE DELETE ON identity_shreds FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER identity_shreds_never_truncated BEFORE TRUNCATE ON identity_shreds FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER anonymities_never_deleted BEFORE DELETE ON anonymities FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER anonymities_never_truncated BEFORE TRUNCATE ON anonymities FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE FUNCTION identities_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.shredded_at IS NOT NULL THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  IF EXISTS (SELECT 1 FROM anonymities a WHERE a.person_id = NEW.person_id AND a.ended_at IS NULL) THEN RAISE EXCEPTION 'attest:vault.anonymous'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER identities_guard_insert BEFORE INSERT ON identities FOR EACH ROW EXECUTE FUNCTION identities_guard_insert();
--> statement-breakpoint
CREATE FUNCTION identities_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.person_id IS DISTINCT FROM OLD.person_id OR NEW.witness_id IS DISTINCT FROM OLD.witness_id OR NEW.victim_id IS DISTINCT FROM OLD.victim_id OR NEW.key_id IS DISTINCT FROM OLD.key_id OR NEW.recorded_at IS DISTINCT FROM OLD.recorded_at OR NEW.recorded_by IS DISTINCT FROM OLD.recorded_by THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  IF OLD.shredded_at IS NOT NULL THEN RAISE EXCEPTION 'attest:vault.shredded'; END IF;
  IF OLD.demands_second AND NOT NEW.demands_second THEN RAISE EXCEPTION 'attest:vault.second_stays'; END IF;
  IF NEW.shredded_at IS NOT NULL AND (NEW.names IS NOT NULL OR NEW.contacts IS NOT NULL OR NEW.relatives IS NOT NULL OR NEW.papers IS NOT NULL OR NEW.likeness IS NOT NULL) THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  IF NEW.shredded_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM identity_shreds s WHERE s.identity_id = NEW.id AND s.status = 'approved') THEN RAISE EXCEPTION 'attest:vault.second_person'; END IF;
  IF NEW.shredded_at IS NOT NULL AND EXISTS (SELECT 1 FROM legal_holds h LEFT JOIN testimonies t ON t.id = h.testimony_id WHERE h.case_id = NEW.case_id AND h.lifted_at IS NULL AND (h.testimony_id IS NULL OR t.witness_id = NEW.person_id)) THEN RAISE EXCEPTION 'attest:vault.held'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER identities_guard_update BEFORE UPDATE ON identities FOR EACH ROW EXECUTE FUNCTION identities_guard_update();
--> statement-breakpoint
CREATE FUNCTION identity_marks_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT 1 FROM identities i WHERE i.id = NEW.identity_id AND i.shredded_at IS NOT NULL) THEN RAISE EXCEPTION 'attest:vault.shredded'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER identity_marks_guard_insert BEFORE INSERT ON identity_marks FOR EACH ROW EXECUTE FUNCTION identity_marks_guard_insert();
--> statement-breakpoint
CREATE FUNCTION identity_marks_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.person_id IS DISTINCT FROM OLD.person_id OR NEW.identity_id IS DISTINCT FROM OLD.identity_id OR NEW.kind IS DISTINCT FROM OLD.kind OR NEW.mark IS NOT NULL THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER identity_marks_guard_update BEFORE UPDATE ON identity_marks FOR EACH ROW EXECUTE FUNCTION identity_marks_guard_update();
--> statement-breakpoint
CREATE FUNCTION reveals_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.status NOT IN ('waiting', 'opened') OR NEW.decided_at IS NOT NULL OR NEW.decided_by_human_id IS NOT NULL OR NEW.usable_until IS NOT NULL THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  IF EXISTS (SELECT 1 FROM identities i WHERE i.id = NEW.identity_id AND i.shredded_at IS NOT NULL) THEN RAISE EXCEPTION 'attest:vault.shredded'; END IF;
  IF NEW.status = 'waiting' AND (NEW.opened_at IS NOT NULL OR NEW.shown_until IS NOT NULL OR NEW.session_mark IS NOT NULL) THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  IF NEW.status = 'opened' AND (NEW.opened_at IS NULL OR NEW.shown_until IS NULL OR NEW.session_mark IS NULL OR NEW.shown_until > NEW.opened_at + 120000) THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  IF NEW.status = 'opened' AND EXISTS (SELECT 1 FROM identities i WHERE i.id = NEW.identity_id AND i.demands_second) THEN RAISE EXCEPTION 'attest:vault.second_needed'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER reveals_guard_insert BEFORE INSERT ON reveals FOR EACH ROW EXECUTE FUNCTION reveals_guard_insert();
--> statement-breakpoint
CREATE FUNCTION reveals_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.person_id IS DISTINCT FROM OLD.person_id OR NEW.identity_id IS DISTINCT FROM OLD.identity_id OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.asked_at IS DISTINCT FROM OLD.asked_at OR NEW.asked_by_human_id IS DISTINCT FROM OLD.asked_by_human_id OR NEW.asked_by IS DISTINCT FROM OLD.asked_by OR (NEW.why IS DISTINCT FROM OLD.why AND NEW.why IS NOT NULL) THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  IF NEW.status = OLD.status AND (NEW.decided_at IS DISTINCT FROM OLD.decided_at OR NEW.decided_by_human_id IS DISTINCT FROM OLD.decided_by_human_id OR NEW.usable_until IS DISTINCT FROM OLD.usable_until OR NEW.opened_at IS DISTINCT FROM OLD.opened_at OR NEW.shown_until IS DISTINCT FROM OLD.shown_until OR NEW.session_mark IS DISTINCT FROM OLD.session_mark) THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  IF NEW.status <> OLD.status AND NOT (OLD.status = 'waiting' AND NEW.status IN ('approved', 'refused') OR OLD.status = 'approved' AND NEW.status = 'opened') THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  IF NEW.status IN ('approved', 'refused') AND (NEW.decided_at IS NULL OR NEW.decided_by_human_id IS NULL OR NEW.opened_at IS NOT NULL OR NEW.shown_until IS NOT NULL) THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  IF NEW.status = 'approved' AND (NEW.usable_until IS NULL OR NEW.usable_until > NEW.decided_at + 86400000) THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  IF NEW.status = 'approved' AND NEW.decided_by_human_id = OLD.asked_by_human_id THEN RAISE EXCEPTION 'attest:vault.second_person'; END IF;
  IF NEW.status = 'opened' AND OLD.status = 'approved' AND (NEW.decided_at IS DISTINCT FROM OLD.decided_at OR NEW.decided_by_human_id IS DISTINCT FROM OLD.decided_by_human_id OR NEW.usable_until IS DISTINCT FROM OLD.usable_until OR NEW.opened_at IS NULL OR NEW.shown_until IS NULL OR NEW.session_mark IS NULL OR NEW.shown_until > NEW.opened_at + 120000) THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  IF NEW.status = 'opened' AND OLD.status = 'approved' AND NEW.opened_at > OLD.usable_until THEN RAISE EXCEPTION 'attest:vault.approval_over'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER reveals_guard_update BEFORE UPDATE ON reveals FOR EACH ROW EXECUTE FUNCTION reveals_guard_update();
--> statement-breakpoint
CREATE FUNCTION identity_shreds_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.status <> 'waiting' OR NEW.decided_at IS NOT NULL OR NEW.decided_by_human_id IS NOT NULL THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER identity_shreds_guard_insert BEFORE INSERT ON identity_shreds FOR EACH ROW EXECUTE FUNCTION identity_shreds_guard_insert();
--> statement-breakpoint
CREATE FUNCTION identity_shreds_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.person_id IS DISTINCT FROM OLD.person_id OR NEW.identity_id IS DISTINCT FROM OLD.identity_id OR NEW.ground IS DISTINCT FROM OLD.ground OR NEW.requested_at IS DISTINCT FROM OLD.requested_at OR NEW.requested_by_human_id IS DISTINCT FROM OLD.requested_by_human_id OR OLD.status <> 'waiting' OR NEW.status = 'waiting' OR NEW.decided_at IS NULL OR NEW.decided_by_human_id IS NULL THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  IF NEW.status = 'refused' AND NEW.live_key <> NEW.id THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  IF NEW.status = 'approved' AND (NEW.live_key IS DISTINCT FROM OLD.live_key OR NEW.decided_by_human_id = OLD.requested_by_human_id) THEN RAISE EXCEPTION 'attest:vault.second_person'; END IF;
  IF NEW.status = 'approved' AND EXISTS (SELECT 1 FROM legal_holds h LEFT JOIN testimonies t ON t.id = h.testimony_id WHERE h.case_id = NEW.case_id AND h.lifted_at IS NULL AND (h.testimony_id IS NULL OR t.witness_id = NEW.person_id)) THEN RAISE EXCEPTION 'attest:vault.held'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER identity_shreds_guard_update BEFORE UPDATE ON identity_shreds FOR EACH ROW EXECUTE FUNCTION identity_shreds_guard_update();
--> statement-breakpoint
CREATE FUNCTION anonymities_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.ended_at IS NOT NULL OR NEW.ended_by IS NOT NULL THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  IF EXISTS (SELECT 1 FROM identities i WHERE i.person_id = NEW.person_id AND i.shredded_at IS NULL) THEN RAISE EXCEPTION 'attest:vault.recorded'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER anonymities_guard_insert BEFORE INSERT ON anonymities FOR EACH ROW EXECUTE FUNCTION anonymities_guard_insert();
--> statement-breakpoint
CREATE FUNCTION anonymities_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.person_id IS DISTINCT FROM OLD.person_id OR NEW.witness_id IS DISTINCT FROM OLD.witness_id OR NEW.victim_id IS DISTINCT FROM OLD.victim_id OR NEW.decided_at IS DISTINCT FROM OLD.decided_at OR NEW.decided_by IS DISTINCT FROM OLD.decided_by OR OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.ended_by IS NULL THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER anonymities_guard_update BEFORE UPDATE ON anonymities FOR EACH ROW EXECUTE FUNCTION anonymities_guard_update();
--> statement-breakpoint
-- With an identity goes the plan for safe contact.
DROP TRIGGER contact_plans_guard_update ON contact_plans;
--> statement-breakpoint
CREATE FUNCTION contact_plans_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.witness_id IS DISTINCT FROM OLD.witness_id OR NEW.number IS DISTINCT FROM OLD.number OR NEW.recorded_at IS DISTINCT FROM OLD.recorded_at OR NEW.recorded_by IS DISTINCT FROM OLD.recorded_by OR NOT (NEW.sealed = '' AND EXISTS (SELECT 1 FROM identity_shreds s WHERE s.person_id = NEW.witness_id AND s.status = 'approved')) THEN RAISE EXCEPTION 'attest:contact.stands'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER contact_plans_guard_update BEFORE UPDATE ON contact_plans FOR EACH ROW EXECUTE FUNCTION contact_plans_guard_update();
