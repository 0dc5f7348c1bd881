-- Hand-written: triggers are invisible to the generator. They hold even for direct SQL: the audit log is append-only,
-- nothing evidential is deleted, a submitted text and an approved finding never change, and four eyes are two humans.
-- A table rebuild drops its triggers: a test looks for each of them after all migrations.
CREATE TRIGGER audit_events_append_only_update BEFORE UPDATE ON audit_events BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_details_append_only_update BEFORE UPDATE ON audit_details BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_events_never_replaced BEFORE INSERT ON audit_events WHEN EXISTS (SELECT 1 FROM audit_events WHERE seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_details_never_replaced BEFORE INSERT ON audit_details WHEN EXISTS (SELECT 1 FROM audit_details WHERE seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER account_roles_never_deleted BEFORE DELETE ON account_roles BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER accounts_never_deleted BEFORE DELETE ON accounts BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER case_members_never_deleted BEFORE DELETE ON case_members BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER humans_never_deleted BEFORE DELETE ON humans BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER actors_never_deleted BEFORE DELETE ON actors BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER cases_never_deleted BEFORE DELETE ON cases BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER allegations_never_deleted BEFORE DELETE ON allegations BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER dependencies_never_deleted BEFORE DELETE ON dependencies BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER evidence_links_never_deleted BEFORE DELETE ON evidence_links BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER findings_never_deleted BEFORE DELETE ON findings BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER statements_never_deleted BEFORE DELETE ON statements BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER case_exports_never_deleted BEFORE DELETE ON case_exports BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER figures_never_deleted BEFORE DELETE ON figures BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER media_items_never_deleted BEFORE DELETE ON media_items BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER incidents_never_deleted BEFORE DELETE ON incidents BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER victims_never_deleted BEFORE DELETE ON victims BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER links_never_deleted BEFORE DELETE ON links BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER audit_details_never_deleted BEFORE DELETE ON audit_details BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_events_never_deleted BEFORE DELETE ON audit_events BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER places_never_deleted BEFORE DELETE ON places BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER proceedings_never_deleted BEFORE DELETE ON proceedings BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER timeline_notes_never_deleted BEFORE DELETE ON timeline_notes BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER source_grades_never_deleted BEFORE DELETE ON source_grades BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER sources_never_deleted BEFORE DELETE ON sources BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER witnesses_never_deleted BEFORE DELETE ON witnesses BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER attachments_never_deleted BEFORE DELETE ON attachments BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER testimonies_never_deleted BEFORE DELETE ON testimonies BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER testimony_people_never_deleted BEFORE DELETE ON testimony_people BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER testimony_writers_never_deleted BEFORE DELETE ON testimony_writers BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER testimony_versions_never_deleted BEFORE DELETE ON testimony_versions BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
-- REPLACE deletes what stands in its way without a delete trigger. A code that is taken is passed over, as the writer asks
-- for when it draws another one; every other key that is taken is an error.
CREATE TRIGGER account_roles_never_replaced BEFORE INSERT ON account_roles BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM account_roles WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER account_roles_never_replaced_update BEFORE UPDATE ON account_roles WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM account_roles WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER accounts_never_replaced BEFORE INSERT ON accounts BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM accounts WHERE rowid = NEW.rowid OR id = NEW.id OR name = NEW.name; END;
--> statement-breakpoint
CREATE TRIGGER accounts_never_replaced_update BEFORE UPDATE ON accounts WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.name IS NOT OLD.name BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM accounts WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR name = NEW.name); END;
--> statement-breakpoint
CREATE TRIGGER case_members_never_replaced BEFORE INSERT ON case_members BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM case_members WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER case_members_never_replaced_update BEFORE UPDATE ON case_members WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM case_members WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER humans_never_replaced BEFORE INSERT ON humans BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM humans WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER humans_never_replaced_update BEFORE UPDATE ON humans WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM humans WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER actors_never_replaced BEFORE INSERT ON actors BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM actors WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM actors WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER actors_never_replaced_update BEFORE UPDATE ON actors WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM actors WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER cases_never_replaced BEFORE INSERT ON cases BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM cases WHERE rowid = NEW.rowid OR id = NEW.id; SELECT RAISE(IGNORE) FROM cases WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER cases_never_replaced_update BEFORE UPDATE ON cases WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM cases WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER allegations_never_replaced BEFORE INSERT ON allegations BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM allegations WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM allegations WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER allegations_never_replaced_update BEFORE UPDATE ON allegations WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM allegations WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER dependencies_never_replaced BEFORE INSERT ON dependencies BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM dependencies WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM dependencies WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER dependencies_never_replaced_update BEFORE UPDATE ON dependencies WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM dependencies WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER evidence_links_never_replaced BEFORE INSERT ON evidence_links BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM evidence_links WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR (case_id = NEW.case_id AND pair_key = NEW.pair_key); SELECT RAISE(IGNORE) FROM evidence_links WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER evidence_links_never_replaced_update BEFORE UPDATE ON evidence_links WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key OR NEW.pair_key IS NOT OLD.pair_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM evidence_links WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR (case_id = NEW.case_id AND pair_key = NEW.pair_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER findings_never_replaced BEFORE INSERT ON findings BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM findings WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR (allegation_id = NEW.allegation_id AND facet = NEW.facet AND number = NEW.number); SELECT RAISE(IGNORE) FROM findings WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER findings_never_replaced_update BEFORE UPDATE ON findings WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key OR NEW.allegation_id IS NOT OLD.allegation_id OR NEW.facet IS NOT OLD.facet OR NEW.number IS NOT OLD.number BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM findings WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR (allegation_id = NEW.allegation_id AND facet = NEW.facet AND number = NEW.number) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER statements_never_replaced BEFORE INSERT ON statements BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM statements WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM statements WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER statements_never_replaced_update BEFORE UPDATE ON statements WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM statements WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER case_exports_never_replaced BEFORE INSERT ON case_exports BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM case_exports WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM case_exports WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER case_exports_never_replaced_update BEFORE UPDATE ON case_exports WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM case_exports WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER figures_never_replaced BEFORE INSERT ON figures BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM figures WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM figures WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER figures_never_replaced_update BEFORE UPDATE ON figures WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM figures WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER media_items_never_replaced BEFORE INSERT ON media_items BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM media_items WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM media_items WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER media_items_never_replaced_update BEFORE UPDATE ON media_items WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM media_items WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER incidents_never_replaced BEFORE INSERT ON incidents BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM incidents WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM incidents WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER incidents_never_replaced_update BEFORE UPDATE ON incidents WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM incidents WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER victims_never_replaced BEFORE INSERT ON victims BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM victims WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM victims WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER victims_never_replaced_update BEFORE UPDATE ON victims WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM victims WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER links_never_replaced BEFORE INSERT ON links BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM links WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR (case_id = NEW.case_id AND pair_key = NEW.pair_key); SELECT RAISE(IGNORE) FROM links WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER links_never_replaced_update BEFORE UPDATE ON links WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key OR NEW.pair_key IS NOT OLD.pair_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM links WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR (case_id = NEW.case_id AND pair_key = NEW.pair_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER places_never_replaced BEFORE INSERT ON places BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM places WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM places WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER places_never_replaced_update BEFORE UPDATE ON places WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM places WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER proceedings_never_replaced BEFORE INSERT ON proceedings BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM proceedings WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM proceedings WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER proceedings_never_replaced_update BEFORE UPDATE ON proceedings WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM proceedings WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER timeline_notes_never_replaced BEFORE INSERT ON timeline_notes BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM timeline_notes WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM timeline_notes WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER timeline_notes_never_replaced_update BEFORE UPDATE ON timeline_notes WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM timeline_notes WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER source_grades_never_replaced BEFORE INSERT ON source_grades BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM source_grades WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM source_grades WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER source_grades_never_replaced_update BEFORE UPDATE ON source_grades WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM source_grades WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER sources_never_replaced BEFORE INSERT ON sources BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM sources WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM sources WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER sources_never_replaced_update BEFORE UPDATE ON sources WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM sources WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER witnesses_never_replaced BEFORE INSERT ON witnesses BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM witnesses WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM witnesses WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER witnesses_never_replaced_update BEFORE UPDATE ON witnesses WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM witnesses WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER attachments_never_replaced BEFORE INSERT ON attachments BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM attachments WHERE rowid = NEW.rowid OR id = NEW.id; SELECT RAISE(IGNORE) FROM attachments WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER attachments_never_replaced_update BEFORE UPDATE ON attachments WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM attachments WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER testimonies_never_replaced BEFORE INSERT ON testimonies BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM testimonies WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM testimonies WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER testimonies_never_replaced_update BEFORE UPDATE ON testimonies WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM testimonies WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER testimony_people_never_replaced BEFORE INSERT ON testimony_people BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM testimony_people WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER testimony_people_never_replaced_update BEFORE UPDATE ON testimony_people WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM testimony_people WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER testimony_writers_never_replaced BEFORE INSERT ON testimony_writers BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM testimony_writers WHERE rowid = NEW.rowid OR id = NEW.id OR (testimony_id = NEW.testimony_id AND human_id = NEW.human_id); END;
--> statement-breakpoint
CREATE TRIGGER testimony_writers_never_replaced_update BEFORE UPDATE ON testimony_writers WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.testimony_id IS NOT OLD.testimony_id OR NEW.human_id IS NOT OLD.human_id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM testimony_writers WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (testimony_id = NEW.testimony_id AND human_id = NEW.human_id)); END;
--> statement-breakpoint
CREATE TRIGGER testimony_versions_never_replaced BEFORE INSERT ON testimony_versions BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM testimony_versions WHERE rowid = NEW.rowid OR id = NEW.id OR (testimony_id = NEW.testimony_id AND number = NEW.number); END;
--> statement-breakpoint
CREATE TRIGGER testimony_versions_never_replaced_update BEFORE UPDATE ON testimony_versions WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.testimony_id IS NOT OLD.testimony_id OR NEW.number IS NOT OLD.number BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM testimony_versions WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (testimony_id = NEW.testimony_id AND number = NEW.number)); END;
--> statement-breakpoint
CREATE TRIGGER testimony_versions_guard_insert BEFORE INSERT ON testimony_versions BEGIN
  SELECT CASE
    WHEN NEW.stage <> 'draft' OR NEW.decided_by_human_id IS NOT NULL THEN RAISE(ABORT, 'attest:testimony.stage_only_forward') END;
END;
--> statement-breakpoint
CREATE TRIGGER testimony_versions_guard_update BEFORE UPDATE ON testimony_versions BEGIN
  SELECT CASE
    WHEN NEW.decided_by_human_id = NEW.author_human_id OR EXISTS (SELECT 1 FROM testimony_writers w WHERE w.testimony_id = NEW.testimony_id AND w.human_id = NEW.decided_by_human_id) THEN RAISE(ABORT, 'attest:testimony.decider_is_author')
    WHEN EXISTS (SELECT 1 FROM testimony_people p WHERE p.testimony_id = NEW.testimony_id AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.decided_by_human_id) THEN RAISE(ABORT, 'attest:testimony.decider_took_part')
    WHEN NEW.stage IN ('accepted', 'returned') AND NEW.decided_by_human_id IS NULL THEN RAISE(ABORT, 'attest:testimony.no_decider')
    WHEN NEW.author_human_id IS NOT OLD.author_human_id THEN RAISE(ABORT, 'attest:testimony.author_is_fixed')
    WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.testimony_id IS NOT OLD.testimony_id OR NEW.number IS NOT OLD.number OR NEW.amendment_reason IS NOT OLD.amendment_reason OR NEW.author_account_id IS NOT OLD.author_account_id OR NEW.created_at IS NOT OLD.created_at THEN RAISE(ABORT, 'attest:testimony.version_is_immutable')
    WHEN OLD.stage <> 'draft' AND (NEW.paragraphs IS NOT OLD.paragraphs OR NEW.facts IS NOT OLD.facts OR NEW.text_basis IS NOT OLD.text_basis OR NEW.original_language IS NOT OLD.original_language OR NEW.translation_language IS NOT OLD.translation_language OR NEW.translator IS NOT OLD.translator OR NEW.submitted_at IS NOT OLD.submitted_at) THEN RAISE(ABORT, 'attest:testimony.version_is_immutable')
    WHEN OLD.stage IN ('accepted', 'returned') AND (NEW.stage IS NOT OLD.stage OR NEW.decided_by_human_id IS NOT OLD.decided_by_human_id OR NEW.decided_at IS NOT OLD.decided_at OR NEW.comment IS NOT OLD.comment) THEN RAISE(ABORT, 'attest:testimony.decision_is_final')
    WHEN NEW.stage <> OLD.stage AND NOT ((OLD.stage = 'draft' AND NEW.stage = 'submitted') OR (OLD.stage = 'submitted' AND NEW.stage IN ('accepted', 'returned'))) THEN RAISE(ABORT, 'attest:testimony.stage_only_forward') END;
END;
--> statement-breakpoint
CREATE TRIGGER testimony_people_guard_update BEFORE UPDATE ON testimony_people WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.testimony_id IS NOT OLD.testimony_id OR NEW.role IS NOT OLD.role OR NEW.human_id IS NOT OLD.human_id OR NEW.description IS NOT OLD.description BEGIN SELECT RAISE(ABORT, 'attest:testimony.people_are_fixed'); END;
--> statement-breakpoint
CREATE TRIGGER testimony_writers_guard_update BEFORE UPDATE ON testimony_writers BEGIN SELECT RAISE(ABORT, 'attest:testimony.writers_are_fixed'); END;
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
    WHEN NEW.status IN ('first_approved', 'approved') AND (NEW.determination IS NULL OR NEW.determination > NEW.ceiling) THEN RAISE(ABORT, 'attest:finding.above_ceiling') END;
END;
--> statement-breakpoint
CREATE TRIGGER findings_guard_update BEFORE UPDATE ON findings BEGIN
  SELECT CASE
    WHEN NEW.author_human_id IS NOT OLD.author_human_id THEN RAISE(ABORT, 'attest:finding.author_is_fixed')
    WHEN NEW.allegation_id IS NOT OLD.allegation_id OR NEW.facet IS NOT OLD.facet THEN RAISE(ABORT, 'attest:finding.facet_is_fixed')
    WHEN OLD.status IN ('approved', 'contested', 'refuted', 'withdrawn', 'superseded') AND (NEW.determination IS NOT OLD.determination OR NEW.reasoning IS NOT OLD.reasoning OR NEW.standard IS NOT OLD.standard OR NEW.reviewer_human_id IS NOT OLD.reviewer_human_id OR NEW.second_human_id IS NOT OLD.second_human_id OR NEW.number IS NOT OLD.number OR NEW.allegation_id IS NOT OLD.allegation_id OR NEW.facet IS NOT OLD.facet OR NEW.conclusion IS NOT OLD.conclusion OR NEW.contrary_search IS NOT OLD.contrary_search OR NEW.contrary_search_on IS NOT OLD.contrary_search_on OR NEW.contrary_search_result IS NOT OLD.contrary_search_result OR NEW.ceiling IS NOT OLD.ceiling OR NEW.contested IS NOT OLD.contested OR NEW.refuted_proposed IS NOT OLD.refuted_proposed OR NEW.witness_set IS NOT OLD.witness_set OR NEW.inputs_hash IS NOT OLD.inputs_hash OR NEW.algorithm_version IS NOT OLD.algorithm_version OR NEW.codebook_version IS NOT OLD.codebook_version OR NEW.needs_second IS NOT OLD.needs_second OR NEW.reviewed_at IS NOT OLD.reviewed_at OR NEW.approved_at IS NOT OLD.approved_at OR NEW.retracted_at IS NOT OLD.retracted_at) THEN RAISE(ABORT, 'attest:finding.approved_is_immutable')
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
    WHEN NEW.status IN ('first_approved', 'approved') AND (NEW.determination IS NULL OR NEW.determination > NEW.ceiling) THEN RAISE(ABORT, 'attest:finding.above_ceiling') END;
END;
--> statement-breakpoint
CREATE TRIGGER evidence_links_guard_insert BEFORE INSERT ON evidence_links BEGIN
  SELECT CASE
    WHEN NEW.resolved_by_human_id = NEW.author_human_id THEN RAISE(ABORT, 'attest:evidence.resolver_is_author')
    WHEN EXISTS (SELECT 1 FROM statements s JOIN testimony_writers w ON w.testimony_id = s.testimony_id WHERE s.id = NEW.statement_id AND w.human_id = NEW.resolved_by_human_id) THEN RAISE(ABORT, 'attest:evidence.resolver_wrote_testimony')
    WHEN EXISTS (SELECT 1 FROM statements s JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE s.id = NEW.statement_id AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.resolved_by_human_id) THEN RAISE(ABORT, 'attest:evidence.resolver_took_part')
    WHEN EXISTS (SELECT 1 FROM findings f WHERE f.allegation_id = NEW.allegation_id AND f.facet = NEW.facet AND f.status NOT IN ('withdrawn', 'superseded') AND f.author_human_id = NEW.resolved_by_human_id) THEN RAISE(ABORT, 'attest:evidence.resolver_wrote_finding')
    WHEN (NEW.resolved_at IS NULL) <> (NEW.resolved_by_human_id IS NULL) THEN RAISE(ABORT, 'attest:evidence.no_resolver') END;
END;
--> statement-breakpoint
CREATE TRIGGER evidence_links_guard_update BEFORE UPDATE ON evidence_links BEGIN
  SELECT CASE
    WHEN NEW.author_human_id IS NOT OLD.author_human_id OR NEW.statement_id IS NOT OLD.statement_id OR NEW.allegation_id IS NOT OLD.allegation_id OR NEW.facet IS NOT OLD.facet THEN RAISE(ABORT, 'attest:evidence.link_is_fixed')
    WHEN OLD.retracted_at IS NOT NULL AND NEW.retracted_at IS NOT OLD.retracted_at THEN RAISE(ABORT, 'attest:evidence.link_is_fixed')
    WHEN OLD.resolved_at IS NOT NULL AND (NEW.resolved_at IS NOT OLD.resolved_at OR NEW.resolved_by_human_id IS NOT OLD.resolved_by_human_id OR NEW.resolution_reason IS NOT OLD.resolution_reason) THEN RAISE(ABORT, 'attest:evidence.already_resolved')
    WHEN OLD.stance = 'contradict' AND NEW.stance <> 'contradict' THEN RAISE(ABORT, 'attest:evidence.contradiction_stays')
    WHEN NEW.resolved_by_human_id = NEW.author_human_id THEN RAISE(ABORT, 'attest:evidence.resolver_is_author')
    WHEN NEW.resolved_by_human_id IS NOT OLD.resolved_by_human_id AND EXISTS (SELECT 1 FROM statements s JOIN testimony_writers w ON w.testimony_id = s.testimony_id WHERE s.id = NEW.statement_id AND w.human_id = NEW.resolved_by_human_id) THEN RAISE(ABORT, 'attest:evidence.resolver_wrote_testimony')
    WHEN NEW.resolved_by_human_id IS NOT OLD.resolved_by_human_id AND EXISTS (SELECT 1 FROM statements s JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE s.id = NEW.statement_id AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.resolved_by_human_id) THEN RAISE(ABORT, 'attest:evidence.resolver_took_part')
    WHEN NEW.resolved_by_human_id IS NOT OLD.resolved_by_human_id AND EXISTS (SELECT 1 FROM findings f WHERE f.allegation_id = NEW.allegation_id AND f.facet = NEW.facet AND f.status NOT IN ('withdrawn', 'superseded') AND f.author_human_id = NEW.resolved_by_human_id) THEN RAISE(ABORT, 'attest:evidence.resolver_wrote_finding')
    WHEN (NEW.resolved_at IS NULL) <> (NEW.resolved_by_human_id IS NULL) THEN RAISE(ABORT, 'attest:evidence.no_resolver') END;
END;
--> statement-breakpoint
-- What the rules of four eyes are read from stays as it was: whose words a statement is, who was present, what is alleged.
CREATE TRIGGER statements_guard_update BEFORE UPDATE ON statements BEGIN
  SELECT CASE
    WHEN NEW.testimony_id IS NOT OLD.testimony_id OR NEW.media_id IS NOT OLD.media_id OR NEW.figure_id IS NOT OLD.figure_id THEN RAISE(ABORT, 'attest:statement.origin_is_fixed') END;
END;
--> statement-breakpoint
CREATE TRIGGER allegations_guard_update BEFORE UPDATE ON allegations BEGIN
  SELECT CASE
    WHEN (NEW.incident_id IS NOT OLD.incident_id OR NEW.violation IS NOT OLD.violation OR NEW.actor_id IS NOT OLD.actor_id OR NEW.victim_id IS NOT OLD.victim_id OR NEW.place_id IS NOT OLD.place_id OR NEW.occurred_edtf IS NOT OLD.occurred_edtf OR NEW.occurred_wording IS NOT OLD.occurred_wording OR NEW.wording IS NOT OLD.wording OR (OLD.child_concerned = 1 AND NEW.child_concerned = 0)) AND EXISTS (SELECT 1 FROM findings f WHERE f.allegation_id = OLD.id AND f.status IN ('submitted', 'in_review', 'first_approved', 'approved', 'contested', 'refuted')) THEN RAISE(ABORT, 'attest:allegation.has_findings') END;
END;
--> statement-breakpoint
-- After the other guards, so that these name who is excluded first: nobody reviews who does not say that they have no
-- conflict of interest, and what was approved stays as it was.
CREATE TRIGGER findings_review_guard_insert AFTER INSERT ON findings BEGIN
  SELECT CASE
    WHEN NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND (NEW.reviewer_conflict IS NOT 'no' OR (NEW.second_human_id IS NOT NULL AND NEW.second_conflict IS NOT 'no')) THEN RAISE(ABORT, 'attest:finding.reviewer_has_conflict') END;
END;
--> statement-breakpoint
CREATE TRIGGER findings_review_guard_update AFTER UPDATE ON findings BEGIN
  SELECT CASE
    WHEN OLD.status IN ('approved', 'contested', 'refuted', 'withdrawn', 'superseded') AND (NEW.contradictions IS NOT OLD.contradictions OR NEW.reviewer_conflict IS NOT OLD.reviewer_conflict OR NEW.second_conflict IS NOT OLD.second_conflict) THEN RAISE(ABORT, 'attest:finding.approved_is_immutable')
    WHEN NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND (NEW.reviewer_conflict IS NOT 'no' OR (NEW.second_human_id IS NOT NULL AND NEW.second_conflict IS NOT 'no')) THEN RAISE(ABORT, 'attest:finding.reviewer_has_conflict') END;
END;
