CREATE TABLE `appeals` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`retracted_at` integer,
	`retraction_reason` text,
	`import_key` text,
	`case_id` text NOT NULL,
	`finding_id` text NOT NULL,
	`ground` text NOT NULL,
	`ground_words` text,
	`reasons` text NOT NULL,
	`appellant_human_id` text NOT NULL,
	`inputs_hash` text NOT NULL,
	`state` text NOT NULL,
	`first_human_id` text,
	`first_conflict` text,
	`first_outcome` text,
	`first_determination` integer,
	`first_standard` text,
	`first_reasons` text,
	`first_voted_at` integer,
	`second_human_id` text,
	`second_conflict` text,
	`second_outcome` text,
	`second_determination` integer,
	`second_standard` text,
	`second_reasons` text,
	`second_voted_at` integer,
	`decided_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appellant_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`first_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`finding_id`) REFERENCES `findings`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "appeals_ground_one_of" CHECK("appeals"."ground" in ('new_evidence', 'error_of_fact', 'independence_misjudged', 'procedure', 'disproportionate', 'other')),
	CONSTRAINT "appeals_state_one_of" CHECK("appeals"."state" in ('lodged', 'in_panel', 'upheld', 'varied', 'remanded')),
	CONSTRAINT "appeals_first_outcome_one_of" CHECK("appeals"."first_outcome" in ('upheld', 'varied', 'remanded')),
	CONSTRAINT "appeals_first_standard_one_of" CHECK("appeals"."first_standard" in ('none', 'reasonable_suspicion', 'reasonable_grounds')),
	CONSTRAINT "appeals_second_outcome_one_of" CHECK("appeals"."second_outcome" in ('upheld', 'varied', 'remanded')),
	CONSTRAINT "appeals_second_standard_one_of" CHECK("appeals"."second_standard" in ('none', 'reasonable_suspicion', 'reasonable_grounds')),
	CONSTRAINT "appeals_first_level" CHECK("appeals"."first_determination" between 0 and 5),
	CONSTRAINT "appeals_second_level" CHECK("appeals"."second_determination" between 0 and 5)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `appeals_code_key` ON `appeals` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `appeals_import_key` ON `appeals` (`case_id`,`import_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `appeals_heard_key` ON `appeals` (`finding_id`,`ground`,`inputs_hash`);--> statement-breakpoint
CREATE INDEX `appeals_case_idx` ON `appeals` (`case_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `appeals_case_id_key` ON `appeals` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `blind_grades` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`finding_id` text NOT NULL,
	`human_id` text NOT NULL,
	`level` integer NOT NULL,
	`standard` text NOT NULL,
	`reasoning` text NOT NULL,
	`graded_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`finding_id`) REFERENCES `findings`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "blind_grades_standard_one_of" CHECK("blind_grades"."standard" in ('none', 'reasonable_suspicion', 'reasonable_grounds')),
	CONSTRAINT "blind_grades_level" CHECK("blind_grades"."level" between 0 and 5)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `blind_grades_finding_key` ON `blind_grades` (`finding_id`,`human_id`);--> statement-breakpoint
CREATE TABLE `blind_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`is_on` integer NOT NULL,
	`set_at` integer NOT NULL,
	`set_by` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `blind_reviews_case_key` ON `blind_reviews` (`case_id`);--> statement-breakpoint
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
	CONSTRAINT "notices_kind_one_of" CHECK("__new_notices"."kind" in ('assigned', 'assignment_ended', 'mentioned', 'commented', 'testimony_returned', 'testimony_accepted', 'finding_returned', 'finding_approved', 'finding_contested', 'review_waiting', 'export_ready', 'export_failed', 'export_expiring', 'admitted', 'emergency_opened', 'emergency_reviewed', 'identity_opened', 'identity_emptied', 'identity_waiting', 'seeking_many', 'appeal_lodged', 'appeal_decided')),
	CONSTRAINT "notices_noun_one_of" CHECK("__new_notices"."noun" in ('testimony', 'witness', 'victim', 'incident', 'actor', 'allegation', 'finding', 'place', 'source', 'media', 'figure', 'proceeding', 'export', 'case', 'emergency'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_notices`("id", "human_id", "kind", "case_id", "noun", "record_id", "anchor_id", "by_human_id", "once_key", "created_at", "read_at") SELECT "id", "human_id", "kind", "case_id", "noun", "record_id", "anchor_id", "by_human_id", "once_key", "created_at", "read_at" FROM `notices`;--> statement-breakpoint
DROP TABLE `notices`;--> statement-breakpoint
ALTER TABLE `__new_notices` RENAME TO `notices`;--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once_key` ON `notices` (`once_key`);--> statement-breakpoint
CREATE INDEX `notices_human_idx` ON `notices` (`human_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `notices_unread_idx` ON `notices` (`human_id`,`record_id`) WHERE "notices"."read_at" is null;--> statement-breakpoint
CREATE INDEX `notices_age_idx` ON `notices` (`created_at`);--> statement-breakpoint
ALTER TABLE `findings` ADD `blind_review` integer;--> statement-breakpoint
ALTER TABLE `findings` ADD `difference_reason` text;--> statement-breakpoint
ALTER TABLE `findings` ADD `appeal_id` text;--> statement-breakpoint
CREATE INDEX `findings_appeal_idx` ON `findings` (`appeal_id`);
--> statement-breakpoint
-- Hand-written: nothing is deleted or replaced, what was voted stays, and a panel had no part in what it hears, even by direct SQL.
CREATE TRIGGER appeals_never_deleted BEFORE DELETE ON appeals BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER blind_grades_never_deleted BEFORE DELETE ON blind_grades BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER blind_reviews_never_deleted BEFORE DELETE ON blind_reviews BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER appeals_never_replaced BEFORE INSERT ON appeals BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM appeals WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR (finding_id = NEW.finding_id AND ground = NEW.ground AND inputs_hash = NEW.inputs_hash); SELECT RAISE(IGNORE) FROM appeals WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER appeals_never_replaced_update BEFORE UPDATE ON appeals WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key OR NEW.finding_id IS NOT OLD.finding_id OR NEW.ground IS NOT OLD.ground OR NEW.inputs_hash IS NOT OLD.inputs_hash BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM appeals WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR (finding_id = NEW.finding_id AND ground = NEW.ground AND inputs_hash = NEW.inputs_hash) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER blind_grades_never_replaced_update BEFORE UPDATE ON blind_grades WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.finding_id IS NOT OLD.finding_id OR NEW.human_id IS NOT OLD.human_id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM blind_grades WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (finding_id = NEW.finding_id AND human_id = NEW.human_id)); END;
--> statement-breakpoint
CREATE TRIGGER blind_reviews_never_replaced BEFORE INSERT ON blind_reviews BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM blind_reviews WHERE rowid = NEW.rowid OR id = NEW.id OR case_id = NEW.case_id; END;
--> statement-breakpoint
CREATE TRIGGER blind_reviews_never_replaced_update BEFORE UPDATE ON blind_reviews WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM blind_reviews WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR case_id = NEW.case_id); END;
--> statement-breakpoint
CREATE TRIGGER blind_grades_never_replaced BEFORE INSERT ON blind_grades BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM blind_grades WHERE rowid = NEW.rowid OR id = NEW.id OR (finding_id = NEW.finding_id AND human_id = NEW.human_id); END;
--> statement-breakpoint
CREATE TRIGGER appeals_guard_insert BEFORE INSERT ON appeals BEGIN
  SELECT CASE
    WHEN NEW.state <> 'lodged' OR NEW.first_human_id IS NOT NULL OR NEW.first_conflict IS NOT NULL OR NEW.first_outcome IS NOT NULL OR NEW.first_determination IS NOT NULL OR NEW.first_standard IS NOT NULL OR NEW.first_reasons IS NOT NULL OR NEW.first_voted_at IS NOT NULL OR NEW.second_human_id IS NOT NULL OR NEW.second_conflict IS NOT NULL OR NEW.second_outcome IS NOT NULL OR NEW.second_determination IS NOT NULL OR NEW.second_standard IS NOT NULL OR NEW.second_reasons IS NOT NULL OR NEW.second_voted_at IS NOT NULL OR NEW.decided_at IS NOT NULL THEN RAISE(ABORT, 'attest:appeal.stands')
    WHEN EXISTS (SELECT 1 FROM findings f WHERE f.id = NEW.finding_id AND f.status NOT IN ('approved', 'refuted')) THEN RAISE(ABORT, 'attest:appeal.finding_not_approved') END;
END;
--> statement-breakpoint
CREATE TRIGGER appeals_guard_update BEFORE UPDATE ON appeals BEGIN
  SELECT CASE
    WHEN OLD.state IN ('upheld', 'varied', 'remanded') THEN RAISE(ABORT, 'attest:appeal.decided')
    WHEN NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.finding_id IS NOT OLD.finding_id OR NEW.ground IS NOT OLD.ground OR NEW.ground_words IS NOT OLD.ground_words OR NEW.reasons IS NOT OLD.reasons OR NEW.appellant_human_id IS NOT OLD.appellant_human_id OR NEW.inputs_hash IS NOT OLD.inputs_hash OR NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR NEW.retracted_at IS NOT OLD.retracted_at OR NEW.import_key IS NOT OLD.import_key THEN RAISE(ABORT, 'attest:appeal.stands')
    WHEN OLD.first_voted_at IS NOT NULL AND (NEW.first_human_id IS NOT OLD.first_human_id OR NEW.first_conflict IS NOT OLD.first_conflict OR NEW.first_outcome IS NOT OLD.first_outcome OR NEW.first_determination IS NOT OLD.first_determination OR NEW.first_standard IS NOT OLD.first_standard OR NEW.first_reasons IS NOT OLD.first_reasons OR NEW.first_voted_at IS NOT OLD.first_voted_at) OR OLD.second_voted_at IS NOT NULL AND (NEW.second_human_id IS NOT OLD.second_human_id OR NEW.second_conflict IS NOT OLD.second_conflict OR NEW.second_outcome IS NOT OLD.second_outcome OR NEW.second_determination IS NOT OLD.second_determination OR NEW.second_standard IS NOT OLD.second_standard OR NEW.second_reasons IS NOT OLD.second_reasons OR NEW.second_voted_at IS NOT OLD.second_voted_at) THEN RAISE(ABORT, 'attest:appeal.stands')
    WHEN NEW.first_human_id = NEW.second_human_id THEN RAISE(ABORT, 'attest:appeal.panel_is_not_two')
    WHEN NEW.appellant_human_id IN (NEW.first_human_id, NEW.second_human_id) THEN RAISE(ABORT, 'attest:appeal.panel_was_involved')
    WHEN EXISTS (SELECT 1 FROM findings o JOIN findings f ON f.allegation_id = o.allegation_id AND f.facet = o.facet WHERE o.id = NEW.finding_id AND (f.author_human_id IN (NEW.first_human_id, NEW.second_human_id) OR f.reviewer_human_id IN (NEW.first_human_id, NEW.second_human_id) OR f.second_human_id IN (NEW.first_human_id, NEW.second_human_id))) THEN RAISE(ABORT, 'attest:appeal.panel_was_involved')
    WHEN EXISTS (SELECT 1 FROM findings o JOIN evidence_links e ON e.allegation_id = o.allegation_id AND e.facet = o.facet WHERE o.id = NEW.finding_id AND (e.author_human_id IN (NEW.first_human_id, NEW.second_human_id) OR e.resolved_by_human_id IN (NEW.first_human_id, NEW.second_human_id))) THEN RAISE(ABORT, 'attest:appeal.panel_was_involved')
    WHEN EXISTS (SELECT 1 FROM findings o JOIN evidence_links e ON e.allegation_id = o.allegation_id AND e.facet = o.facet JOIN statements s ON s.id = e.statement_id JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE o.id = NEW.finding_id AND p.human_id IN (NEW.first_human_id, NEW.second_human_id)) THEN RAISE(ABORT, 'attest:appeal.panel_was_involved')
    WHEN EXISTS (SELECT 1 FROM findings o JOIN evidence_links e ON e.allegation_id = o.allegation_id AND e.facet = o.facet JOIN statements s ON s.id = e.statement_id JOIN testimony_writers w ON w.testimony_id = s.testimony_id WHERE o.id = NEW.finding_id AND w.human_id IN (NEW.first_human_id, NEW.second_human_id)) THEN RAISE(ABORT, 'attest:appeal.panel_was_involved')
    WHEN EXISTS (SELECT 1 FROM findings o JOIN evidence_links e ON e.allegation_id = o.allegation_id AND e.facet = o.facet JOIN statements s ON s.id = e.statement_id JOIN testimony_versions v ON v.testimony_id = s.testimony_id WHERE o.id = NEW.finding_id AND v.decided_by_human_id IN (NEW.first_human_id, NEW.second_human_id)) THEN RAISE(ABORT, 'attest:appeal.panel_was_involved')
    WHEN NEW.first_human_id IS NOT NULL AND NEW.first_conflict IS NOT 'no' OR NEW.second_human_id IS NOT NULL AND NEW.second_conflict IS NOT 'no' THEN RAISE(ABORT, 'attest:appeal.panel_has_conflict')
    WHEN (NEW.first_human_id IS NULL OR NEW.second_human_id IS NULL) AND (NEW.state <> 'lodged' OR NEW.first_voted_at IS NOT NULL OR NEW.second_voted_at IS NOT NULL) THEN RAISE(ABORT, 'attest:appeal.panel_is_not_two')
    WHEN (NEW.first_voted_at IS NULL) <> (NEW.first_outcome IS NULL) OR (NEW.first_voted_at IS NULL) <> (NEW.first_reasons IS NULL) OR (NEW.first_outcome IS 'varied') <> (NEW.first_determination IS NOT NULL) OR (NEW.first_determination IS NULL) <> (NEW.first_standard IS NULL) OR (NEW.second_voted_at IS NULL) <> (NEW.second_outcome IS NULL) OR (NEW.second_voted_at IS NULL) <> (NEW.second_reasons IS NULL) OR (NEW.second_outcome IS 'varied') <> (NEW.second_determination IS NOT NULL) OR (NEW.second_determination IS NULL) <> (NEW.second_standard IS NULL) THEN RAISE(ABORT, 'attest:appeal.stands')
    WHEN (NEW.decided_at IS NULL) <> (NEW.state IN ('lodged', 'in_panel')) OR (NEW.state NOT IN ('lodged', 'in_panel')) <> (NEW.first_voted_at IS NOT NULL AND NEW.second_voted_at IS NOT NULL) THEN RAISE(ABORT, 'attest:appeal.not_decided')
    WHEN NEW.decided_at IS NOT NULL AND (NEW.state = 'upheld') <> (NEW.first_outcome = 'upheld' AND NEW.second_outcome = 'upheld') THEN RAISE(ABORT, 'attest:appeal.votes_say_otherwise')
    WHEN NEW.decided_at IS NOT NULL AND (NEW.state = 'varied') <> (NEW.first_outcome = 'varied' AND NEW.second_outcome = 'varied' AND NEW.first_determination IS NEW.second_determination AND NEW.first_standard IS NEW.second_standard) THEN RAISE(ABORT, 'attest:appeal.votes_say_otherwise') END;
END;
--> statement-breakpoint
CREATE TRIGGER blind_grades_guard_insert BEFORE INSERT ON blind_grades BEGIN
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM findings f WHERE f.id = NEW.finding_id AND f.author_human_id = NEW.human_id) THEN RAISE(ABORT, 'attest:finding.reviewer_is_author')
    WHEN EXISTS (SELECT 1 FROM findings f WHERE f.id = NEW.finding_id AND (f.status <> 'in_review' OR f.reviewer_human_id IS NOT NEW.human_id)) THEN RAISE(ABORT, 'attest:finding.not_that_reviewer') END;
END;
--> statement-breakpoint
CREATE TRIGGER blind_grades_guard_update BEFORE UPDATE ON blind_grades BEGIN SELECT RAISE(ABORT, 'attest:finding.grade_stands'); END;
--> statement-breakpoint
-- Above the ceiling only as a panel decided, nothing approved that no review led to, and nobody approves blindly.
DROP TRIGGER findings_guard_insert;
--> statement-breakpoint
CREATE TRIGGER findings_guard_insert BEFORE INSERT ON findings BEGIN
  SELECT CASE
    WHEN NEW.reviewer_human_id = NEW.author_human_id THEN RAISE(ABORT, 'attest:finding.reviewer_is_author')
    WHEN NEW.second_human_id = NEW.author_human_id THEN RAISE(ABORT, 'attest:finding.reviewer_is_author')
    WHEN NEW.second_human_id = NEW.reviewer_human_id THEN RAISE(ABORT, 'attest:finding.second_is_first')
    WHEN NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND EXISTS (SELECT 1 FROM evidence_links e JOIN statements s ON s.id = e.statement_id JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND p.role IN ('interviewer', 'interpreter') AND p.human_id IN (NEW.reviewer_human_id, NEW.second_human_id)) THEN RAISE(ABORT, 'attest:finding.reviewer_took_part')
    WHEN NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND EXISTS (SELECT 1 FROM evidence_links e WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND e.author_human_id IN (NEW.reviewer_human_id, NEW.second_human_id)) THEN RAISE(ABORT, 'attest:finding.reviewer_linked_evidence')
    WHEN NEW.status IN ('approved', 'refuted') AND EXISTS (SELECT 1 FROM findings f WHERE f.allegation_id = NEW.allegation_id AND f.facet = NEW.facet AND f.status = 'contested' AND (NEW.reviewer_human_id IN (f.reviewer_human_id, f.second_human_id) OR NEW.second_human_id IN (f.reviewer_human_id, f.second_human_id))) THEN RAISE(ABORT, 'attest:finding.resolver_is_approver')
    WHEN NEW.status IN ('first_approved', 'approved', 'refuted') AND NEW.reviewer_human_id IS NULL THEN RAISE(ABORT, 'attest:finding.no_reviewer')
    WHEN NEW.status IN ('approved', 'refuted') AND NEW.second_human_id IS NULL AND (NEW.facet IN ('individual', 'count') OR NEW.conclusion = 'refuted' OR NEW.determination = 5 OR EXISTS (SELECT 1 FROM allegations a LEFT JOIN victims c ON c.id = a.victim_id WHERE a.id = NEW.allegation_id AND (substr(a.violation, 1, 1) IN ('C', 'G') OR a.child_concerned = 1 OR c.age_band = 'child')) OR EXISTS (SELECT 1 FROM evidence_links e JOIN statements s ON s.id = e.statement_id JOIN testimonies t ON t.id = s.testimony_id JOIN witnesses w ON w.id = t.witness_id WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND e.retracted_at IS NULL AND t.kind <> 'published_account' AND w.age_band = 'child')) THEN RAISE(ABORT, 'attest:finding.no_second')
    WHEN (NEW.status = 'approved' AND NEW.conclusion <> 'determined') OR (NEW.status = 'refuted' AND NEW.conclusion <> 'refuted') THEN RAISE(ABORT, 'attest:finding.wrong_status')
    WHEN NEW.status NOT IN ('draft', 'first_approved', 'approved') THEN RAISE(ABORT, 'attest:finding.wrong_status')
    WHEN NEW.appeal_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM appeals p JOIN findings o ON o.id = p.finding_id WHERE p.id = NEW.appeal_id AND o.allegation_id = NEW.allegation_id AND o.facet = NEW.facet AND (p.state = 'varied' AND p.first_determination = NEW.determination AND NEW.status = 'approved' AND NEW.standard = p.first_standard AND NEW.reviewer_human_id = p.first_human_id AND NEW.second_human_id = p.second_human_id OR p.state = 'remanded' AND NEW.status = 'draft')) THEN RAISE(ABORT, 'attest:finding.appeal_does_not_carry')
    WHEN NEW.appeal_id IS NOT NULL AND EXISTS (SELECT 1 FROM findings f WHERE f.appeal_id = NEW.appeal_id) THEN RAISE(ABORT, 'attest:finding.appeal_followed')
    WHEN NEW.status IN ('first_approved', 'approved') AND NEW.appeal_id IS NULL AND NOT EXISTS (SELECT 1 FROM findings f WHERE f.allegation_id = NEW.allegation_id AND f.facet = NEW.facet AND f.status = 'contested') THEN RAISE(ABORT, 'attest:finding.wrong_status')
    WHEN NEW.status IN ('first_approved', 'approved') AND NEW.appeal_id IS NULL AND EXISTS (SELECT 1 FROM appeals p JOIN findings o ON o.id = p.finding_id WHERE o.allegation_id = NEW.allegation_id AND o.facet = NEW.facet AND (p.first_human_id IN (NEW.reviewer_human_id, NEW.second_human_id) OR p.second_human_id IN (NEW.reviewer_human_id, NEW.second_human_id))) THEN RAISE(ABORT, 'attest:finding.approver_on_panel')
    WHEN NEW.status IN ('first_approved', 'approved') AND (NEW.determination IS NULL OR NEW.determination > NEW.ceiling AND NEW.appeal_id IS NULL) THEN RAISE(ABORT, 'attest:finding.above_ceiling') END;
END;
--> statement-breakpoint
DROP TRIGGER findings_guard_update;
--> statement-breakpoint
CREATE TRIGGER findings_guard_update BEFORE UPDATE ON findings BEGIN
  SELECT CASE
    WHEN NEW.author_human_id IS NOT OLD.author_human_id THEN RAISE(ABORT, 'attest:finding.author_is_fixed')
    WHEN NEW.allegation_id IS NOT OLD.allegation_id OR NEW.facet IS NOT OLD.facet THEN RAISE(ABORT, 'attest:finding.facet_is_fixed')
    WHEN NEW.appeal_id IS NOT OLD.appeal_id THEN RAISE(ABORT, 'attest:finding.appeal_is_fixed')
    WHEN OLD.blind_review = 1 AND NEW.blind_review = 0 AND NEW.status = 'in_review' THEN RAISE(ABORT, 'attest:finding.not_graded_blind')
    WHEN OLD.status IN ('approved', 'contested', 'refuted', 'withdrawn', 'superseded') AND (NEW.determination IS NOT OLD.determination OR NEW.reasoning IS NOT OLD.reasoning OR NEW.standard IS NOT OLD.standard OR NEW.reviewer_human_id IS NOT OLD.reviewer_human_id OR NEW.second_human_id IS NOT OLD.second_human_id OR NEW.number IS NOT OLD.number OR NEW.allegation_id IS NOT OLD.allegation_id OR NEW.facet IS NOT OLD.facet OR NEW.conclusion IS NOT OLD.conclusion OR NEW.contrary_search IS NOT OLD.contrary_search OR NEW.contrary_search_on IS NOT OLD.contrary_search_on OR NEW.contrary_search_result IS NOT OLD.contrary_search_result OR NEW.ceiling IS NOT OLD.ceiling OR NEW.contested IS NOT OLD.contested OR NEW.refuted_proposed IS NOT OLD.refuted_proposed OR NEW.witness_set IS NOT OLD.witness_set OR NEW.inputs_hash IS NOT OLD.inputs_hash OR NEW.algorithm_version IS NOT OLD.algorithm_version OR NEW.codebook_version IS NOT OLD.codebook_version OR NEW.needs_second IS NOT OLD.needs_second OR NEW.reviewed_at IS NOT OLD.reviewed_at OR NEW.approved_at IS NOT OLD.approved_at OR NEW.difference_reason IS NOT OLD.difference_reason OR NEW.retracted_at IS NOT OLD.retracted_at) THEN RAISE(ABORT, 'attest:finding.approved_is_immutable')
    WHEN (OLD.status = 'approved' AND NEW.status NOT IN ('approved', 'contested', 'superseded')) OR (OLD.status = 'contested' AND NEW.status NOT IN ('contested', 'withdrawn', 'superseded')) OR (OLD.status = 'refuted' AND NEW.status NOT IN ('refuted', 'superseded')) OR (OLD.status IN ('withdrawn', 'superseded') AND NEW.status <> OLD.status) THEN RAISE(ABORT, 'attest:finding.approved_is_immutable')
    WHEN NEW.reviewer_human_id = NEW.author_human_id THEN RAISE(ABORT, 'attest:finding.reviewer_is_author')
    WHEN NEW.second_human_id = NEW.author_human_id THEN RAISE(ABORT, 'attest:finding.reviewer_is_author')
    WHEN NEW.second_human_id = NEW.reviewer_human_id THEN RAISE(ABORT, 'attest:finding.second_is_first')
    WHEN NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND EXISTS (SELECT 1 FROM evidence_links e JOIN statements s ON s.id = e.statement_id JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND p.role IN ('interviewer', 'interpreter') AND p.human_id IN (NEW.reviewer_human_id, NEW.second_human_id)) THEN RAISE(ABORT, 'attest:finding.reviewer_took_part')
    WHEN NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND EXISTS (SELECT 1 FROM evidence_links e WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND e.author_human_id IN (NEW.reviewer_human_id, NEW.second_human_id)) THEN RAISE(ABORT, 'attest:finding.reviewer_linked_evidence')
    WHEN NEW.status IN ('approved', 'refuted') AND EXISTS (SELECT 1 FROM findings f WHERE f.allegation_id = NEW.allegation_id AND f.facet = NEW.facet AND f.status = 'contested' AND (NEW.reviewer_human_id IN (f.reviewer_human_id, f.second_human_id) OR NEW.second_human_id IN (f.reviewer_human_id, f.second_human_id))) THEN RAISE(ABORT, 'attest:finding.resolver_is_approver')
    WHEN NEW.status IN ('first_approved', 'approved', 'refuted') AND NEW.reviewer_human_id IS NULL THEN RAISE(ABORT, 'attest:finding.no_reviewer')
    WHEN NEW.status IN ('approved', 'refuted') AND NEW.second_human_id IS NULL AND (NEW.facet IN ('individual', 'count') OR NEW.conclusion = 'refuted' OR NEW.determination = 5 OR EXISTS (SELECT 1 FROM allegations a LEFT JOIN victims c ON c.id = a.victim_id WHERE a.id = NEW.allegation_id AND (substr(a.violation, 1, 1) IN ('C', 'G') OR a.child_concerned = 1 OR c.age_band = 'child')) OR EXISTS (SELECT 1 FROM evidence_links e JOIN statements s ON s.id = e.statement_id JOIN testimonies t ON t.id = s.testimony_id JOIN witnesses w ON w.id = t.witness_id WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND e.retracted_at IS NULL AND t.kind <> 'published_account' AND w.age_band = 'child')) THEN RAISE(ABORT, 'attest:finding.no_second')
    WHEN (NEW.status = 'approved' AND NEW.conclusion <> 'determined') OR (NEW.status = 'refuted' AND NEW.conclusion <> 'refuted') THEN RAISE(ABORT, 'attest:finding.wrong_status')
    WHEN (NEW.status = 'first_approved' AND OLD.status NOT IN ('in_review', 'first_approved')) OR (NEW.status = 'approved' AND OLD.status NOT IN ('in_review', 'first_approved', 'approved')) OR (NEW.status = 'refuted' AND OLD.status NOT IN ('first_approved', 'refuted')) THEN RAISE(ABORT, 'attest:finding.wrong_status')
    WHEN NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND OLD.status NOT IN ('approved', 'refuted') AND EXISTS (SELECT 1 FROM appeals p JOIN findings o ON o.id = p.finding_id WHERE o.allegation_id = NEW.allegation_id AND o.facet = NEW.facet AND (p.first_human_id IN (NEW.reviewer_human_id, NEW.second_human_id) OR p.second_human_id IN (NEW.reviewer_human_id, NEW.second_human_id))) THEN RAISE(ABORT, 'attest:finding.approver_on_panel')
    WHEN NEW.status = 'draft' AND OLD.status NOT IN ('draft') OR NEW.status = 'submitted' AND OLD.status NOT IN ('draft', 'returned', 'submitted', 'in_review') OR NEW.status = 'in_review' AND OLD.status NOT IN ('submitted', 'in_review') OR NEW.status = 'returned' AND OLD.status NOT IN ('in_review', 'first_approved', 'returned') OR NEW.status = 'contested' AND OLD.status NOT IN ('approved', 'contested') OR NEW.status = 'withdrawn' AND OLD.status NOT IN ('draft', 'returned', 'contested', 'withdrawn') OR NEW.status = 'superseded' AND OLD.status NOT IN ('approved', 'contested', 'refuted', 'superseded') THEN RAISE(ABORT, 'attest:finding.wrong_status')
    WHEN NEW.status IN ('first_approved', 'approved') AND (NEW.determination IS NULL OR NEW.determination > NEW.ceiling AND NOT EXISTS (SELECT 1 FROM appeals p JOIN findings o ON o.id = p.finding_id WHERE p.id = NEW.appeal_id AND o.allegation_id = NEW.allegation_id AND o.facet = NEW.facet AND p.state = 'varied' AND p.first_determination = NEW.determination)) THEN RAISE(ABORT, 'attest:finding.above_ceiling')
    WHEN OLD.status IN ('submitted', 'in_review', 'first_approved') AND (NEW.determination IS NOT OLD.determination OR NEW.reasoning IS NOT OLD.reasoning OR NEW.standard IS NOT OLD.standard OR NEW.conclusion IS NOT OLD.conclusion OR NEW.contrary_search IS NOT OLD.contrary_search OR NEW.contrary_search_on IS NOT OLD.contrary_search_on OR NEW.contrary_search_result IS NOT OLD.contrary_search_result) THEN RAISE(ABORT, 'attest:finding.submitted_is_fixed')
    WHEN OLD.status = 'in_review' AND NEW.status IN ('first_approved', 'approved') AND (OLD.blind_review = 1 OR EXISTS (SELECT 1 FROM blind_reviews b WHERE b.case_id = NEW.case_id AND b.is_on = 1)) AND NOT EXISTS (SELECT 1 FROM blind_grades g WHERE g.finding_id = NEW.id AND g.human_id = NEW.reviewer_human_id) THEN RAISE(ABORT, 'attest:finding.not_graded_blind')
    WHEN OLD.status = 'in_review' AND NEW.status IN ('first_approved', 'approved') AND NEW.difference_reason IS NULL AND EXISTS (SELECT 1 FROM blind_grades g WHERE g.finding_id = NEW.id AND g.human_id = NEW.reviewer_human_id AND (g.level <> NEW.determination OR g.standard <> NEW.standard)) THEN RAISE(ABORT, 'attest:finding.difference_not_reasoned') END;
END;
