-- Whom a link is about never changes; one that ended stays ended.
CREATE TRIGGER episode_identity BEFORE UPDATE ON episode
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.earlier_case_id <> OLD.earlier_case_id
  OR NEW.turn <> OLD.turn OR (OLD.ended_at IS NOT NULL AND NEW.ended_at IS NOT OLD.ended_at)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- Files of people who came back, each with the case that goes on now. What is a part of such a file is as sealed as the file.
CREATE VIEW earlier_file (case_file_id, now_case_id, agreed, episode_id) AS
SELECT e.earlier_case_id, coalesce((SELECT kept_id FROM same_person WHERE merged_id = e.case_file_id), e.case_file_id), e.agreed, e.id
FROM episode e WHERE e.ended_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM episode l WHERE l.earlier_case_id = e.earlier_case_id AND l.ended_at IS NULL AND l.turn > e.turn)
UNION ALL
SELECT s.merged_id, coalesce((SELECT kept_id FROM same_person WHERE merged_id = e.case_file_id), e.case_file_id), e.agreed, e.id
FROM episode e JOIN same_person s ON s.kept_id = e.earlier_case_id WHERE e.ended_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM episode l WHERE l.earlier_case_id = e.earlier_case_id AND l.ended_at IS NULL AND l.turn > e.turn);
-- Those that nobody reads, whoever worked on them.
CREATE VIEW sealed_file (case_file_id) AS SELECT case_file_id FROM earlier_file WHERE agreed = 0;
