CREATE TABLE "victim_doubles" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"one_id" text NOT NULL,
	"other_id" text NOT NULL,
	"likeness" integer NOT NULL,
	"mode" text NOT NULL,
	"status" text NOT NULL,
	"found_at" bigint NOT NULL,
	"decided_at" bigint,
	"decided_by_human_id" text,
	CONSTRAINT "victim_doubles_pair_key" UNIQUE("one_id","other_id"),
	CONSTRAINT "victim_doubles_mode_one_of" CHECK ("victim_doubles"."mode" in ('folded', 'literal')),
	CONSTRAINT "victim_doubles_status_one_of" CHECK ("victim_doubles"."status" in ('open', 'different'))
);
--> statement-breakpoint
CREATE TABLE "victim_list_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"list_id" text NOT NULL,
	"position" integer NOT NULL,
	"names" text NOT NULL,
	"marks" jsonb NOT NULL,
	"age" integer,
	"age_band" text NOT NULL,
	"sex" text NOT NULL,
	"place" text,
	"occurred_edtf" text,
	"outcome" text,
	"added_at" bigint NOT NULL,
	"added_by" text NOT NULL,
	CONSTRAINT "victim_list_entries_position_key" UNIQUE("list_id","position"),
	CONSTRAINT "victim_list_entries_case_id_key" UNIQUE("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "victim_lists" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"source_id" text NOT NULL,
	"as_of_edtf" text,
	"as_of_sort" text NOT NULL,
	"title" text NOT NULL,
	"note" text,
	CONSTRAINT "victim_lists_case_id_key" UNIQUE("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "victim_merges" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"victim_id" text,
	"has_made_victim" boolean NOT NULL,
	"entry_ids" jsonb NOT NULL,
	"status" text NOT NULL,
	"proposed_at" bigint NOT NULL,
	"proposed_by_human_id" text NOT NULL,
	"decided_at" bigint,
	"decided_by_human_id" text,
	"undone_at" bigint,
	"undone_by_human_id" text,
	CONSTRAINT "victim_merges_status_one_of" CHECK ("victim_merges"."status" in ('waiting', 'merged', 'refused', 'undone'))
);
--> statement-breakpoint
CREATE TABLE "victim_name_openings" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"reason" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"opened_by_human_id" text NOT NULL,
	"opened_by" text NOT NULL,
	"shown_until" bigint NOT NULL,
	"session_mark" text NOT NULL,
	CONSTRAINT "victim_name_openings_reason_one_of" CHECK ("victim_name_openings"."reason" in ('doubles', 'correct_record', 'danger', 'court'))
);
--> statement-breakpoint
ALTER TABLE "victim_doubles" ADD CONSTRAINT "victim_doubles_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "victim_doubles" ADD CONSTRAINT "victim_doubles_decided_by_human_id_humans_id_fk" FOREIGN KEY ("decided_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "victim_doubles" ADD CONSTRAINT "victim_doubles_case_id_one_id_victim_list_entries_case_id_id_fk" FOREIGN KEY ("case_id","one_id") REFERENCES "public"."victim_list_entries"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "victim_doubles" ADD CONSTRAINT "victim_doubles_case_id_other_id_victim_list_entries_case_id_id_fk" FOREIGN KEY ("case_id","other_id") REFERENCES "public"."victim_list_entries"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "victim_list_entries" ADD CONSTRAINT "victim_list_entries_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "victim_list_entries" ADD CONSTRAINT "victim_list_entries_case_id_list_id_victim_lists_case_id_id_fk" FOREIGN KEY ("case_id","list_id") REFERENCES "public"."victim_lists"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "victim_lists" ADD CONSTRAINT "victim_lists_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "victim_lists" ADD CONSTRAINT "victim_lists_case_id_source_id_sources_case_id_id_fk" FOREIGN KEY ("case_id","source_id") REFERENCES "public"."sources"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "victim_merges" ADD CONSTRAINT "victim_merges_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "victim_merges" ADD CONSTRAINT "victim_merges_proposed_by_human_id_humans_id_fk" FOREIGN KEY ("proposed_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "victim_merges" ADD CONSTRAINT "victim_merges_decided_by_human_id_humans_id_fk" FOREIGN KEY ("decided_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "victim_merges" ADD CONSTRAINT "victim_merges_undone_by_human_id_humans_id_fk" FOREIGN KEY ("undone_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "victim_merges" ADD CONSTRAINT "victim_merges_case_id_victim_id_victims_case_id_id_fk" FOREIGN KEY ("case_id","victim_id") REFERENCES "public"."victims"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "victim_name_openings" ADD CONSTRAINT "victim_name_openings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "victim_name_openings" ADD CONSTRAINT "victim_name_openings_opened_by_human_id_humans_id_fk" FOREIGN KEY ("opened_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "victim_doubles_case_idx" ON "victim_doubles" USING btree ("case_id","status","likeness");--> statement-breakpoint
CREATE INDEX "victim_list_entries_case_idx" ON "victim_list_entries" USING btree ("case_id","list_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "victim_lists_code_key" ON "victim_lists" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "victim_lists_import_key" ON "victim_lists" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "victim_lists_case_idx" ON "victim_lists" USING btree ("case_id","as_of_sort","id");--> statement-breakpoint
CREATE INDEX "victim_merges_case_idx" ON "victim_merges" USING btree ("case_id","status","proposed_at","id");--> statement-breakpoint
CREATE INDEX "victim_merges_victim_idx" ON "victim_merges" USING btree ("victim_id");--> statement-breakpoint
CREATE INDEX "victim_name_openings_case_idx" ON "victim_name_openings" USING btree ("case_id","opened_by","shown_until");
--> statement-breakpoint
-- Hand-written: nothing is deleted, a row of a list stays as it was published, and two humans merge, even by direct SQL.
CREATE TRIGGER victim_lists_never_deleted BEFORE DELETE ON victim_lists FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER victim_lists_never_truncated BEFORE TRUNCATE ON victim_lists FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER victim_list_entries_never_deleted BEFORE DELETE ON victim_list_entries FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER victim_list_entries_never_truncated BEFORE TRUNCATE ON victim_list_entries FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER victim_doubles_never_deleted BEFORE DELETE ON victim_doubles FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER victim_doubles_never_truncated BEFORE TRUNCATE ON victim_doubles FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER victim_merges_never_deleted BEFORE DELETE ON victim_merges FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER victim_merges_never_truncated BEFORE TRUNCATE ON victim_merges FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER victim_name_openings_never_deleted BEFORE DELETE ON victim_name_openings FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER victim_name_openings_never_truncated BEFORE TRUNCATE ON victim_name_openings FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER victim_list_entries_guard_update BEFORE UPDATE ON victim_list_entries FOR EACH ROW EXECUTE FUNCTION attest_refuse('victim_list.rows_stay');
--> statement-breakpoint
CREATE TRIGGER victim_name_openings_guard_update BEFORE UPDATE ON victim_name_openings FOR EACH ROW EXECUTE FUNCTION attest_refuse('victim_list.opening_stays');
--> statement-breakpoint
CREATE FUNCTION victim_merges_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.status <> 'waiting' OR NEW.has_made_victim OR NEW.decided_at IS NOT NULL OR NEW.decided_by_human_id IS NOT NULL OR NEW.undone_at IS NOT NULL OR NEW.undone_by_human_id IS NOT NULL THEN RAISE EXCEPTION 'attest:merge.stands'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER victim_merges_guard_insert BEFORE INSERT ON victim_merges FOR EACH ROW EXECUTE FUNCTION victim_merges_guard_insert();
--> statement-breakpoint
CREATE FUNCTION victim_merges_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.proposed_at IS DISTINCT FROM OLD.proposed_at OR NEW.proposed_by_human_id IS DISTINCT FROM OLD.proposed_by_human_id OR NEW.entry_ids IS DISTINCT FROM OLD.entry_ids THEN RAISE EXCEPTION 'attest:merge.stands'; END IF;
  IF NOT (OLD.status = 'waiting' AND NEW.status IN ('merged', 'refused') OR OLD.status = 'merged' AND NEW.status = 'undone') THEN RAISE EXCEPTION 'attest:merge.stands'; END IF;
  IF NEW.decided_at IS NULL OR NEW.decided_by_human_id IS NULL THEN RAISE EXCEPTION 'attest:merge.stands'; END IF;
  IF NEW.status = 'merged' AND NEW.decided_by_human_id = OLD.proposed_by_human_id THEN RAISE EXCEPTION 'attest:merge.second_person'; END IF;
  IF NEW.status = 'merged' AND NEW.victim_id IS NULL THEN RAISE EXCEPTION 'attest:merge.stands'; END IF;
  IF OLD.victim_id IS NOT NULL AND NEW.victim_id IS DISTINCT FROM OLD.victim_id THEN RAISE EXCEPTION 'attest:merge.stands'; END IF;
  IF NEW.status = 'undone' AND (NEW.decided_at IS DISTINCT FROM OLD.decided_at OR NEW.decided_by_human_id IS DISTINCT FROM OLD.decided_by_human_id OR NEW.has_made_victim IS DISTINCT FROM OLD.has_made_victim OR NEW.undone_at IS NULL OR NEW.undone_by_human_id IS NULL) THEN RAISE EXCEPTION 'attest:merge.stands'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER victim_merges_guard_update BEFORE UPDATE ON victim_merges FOR EACH ROW EXECUTE FUNCTION victim_merges_guard_update();
