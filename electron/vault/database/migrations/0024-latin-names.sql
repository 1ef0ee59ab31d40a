-- Every name once more in Latin letters, so that "lucja" finds Łucja and a name in Cyrillic or Arabic is found as a passport spells it.
-- For cases that are here already the letters are put in one after another, by the table of shared/transliterate.ts at that time.
ALTER TABLE case_file ADD COLUMN latin_names TEXT NOT NULL DEFAULT '';
CREATE TEMP TABLE letter (n INTEGER PRIMARY KEY, written TEXT NOT NULL, latin TEXT NOT NULL);
INSERT INTO letter (n, written, latin) VALUES
  (1, 'а', 'a'), (2, 'б', 'b'), (3, 'в', 'v'), (4, 'г', 'g'), (5, 'ґ', 'g'), (6, 'д', 'd'), (7, 'е', 'e'), (8, 'є', 'ie'),
  (9, 'ж', 'zh'), (10, 'з', 'z'), (11, 'и', 'i'), (12, 'і', 'i'), (13, 'й', 'i'), (14, 'к', 'k'), (15, 'л', 'l'),
  (16, 'м', 'm'), (17, 'н', 'n'), (18, 'о', 'o'), (19, 'п', 'p'), (20, 'р', 'r'), (21, 'с', 's'), (22, 'т', 't'),
  (23, 'у', 'u'), (24, 'ф', 'f'), (25, 'х', 'kh'), (26, 'ц', 'ts'), (27, 'ч', 'ch'), (28, 'ш', 'sh'), (29, 'щ', 'shch'),
  (30, 'ъ', ''), (31, 'ы', 'y'), (32, 'ь', ''), (33, 'э', 'e'), (34, 'ю', 'iu'), (35, 'я', 'ia'), (36, 'ђ', 'dj'),
  (37, 'ј', 'j'), (38, 'љ', 'lj'), (39, 'њ', 'nj'), (40, 'ћ', 'c'), (41, 'џ', 'dz'), (42, 'ѓ', 'g'), (43, 'ќ', 'k'),
  (44, 'ў', 'u'), (45, 'қ', 'k'), (46, 'ғ', 'g'), (47, 'ң', 'n'), (48, 'ө', 'o'), (49, 'ү', 'u'), (50, 'ұ', 'u'),
  (51, 'һ', 'h'), (52, 'ә', 'a'), (53, 'α', 'a'), (54, 'β', 'v'), (55, 'γ', 'g'), (56, 'δ', 'd'), (57, 'ε', 'e'),
  (58, 'ζ', 'z'), (59, 'η', 'i'), (60, 'θ', 'th'), (61, 'ι', 'i'), (62, 'κ', 'k'), (63, 'λ', 'l'), (64, 'μ', 'm'),
  (65, 'ν', 'n'), (66, 'ξ', 'x'), (67, 'ο', 'o'), (68, 'π', 'p'), (69, 'ρ', 'r'), (70, 'σ', 's'), (71, 'ς', 's'),
  (72, 'τ', 't'), (73, 'υ', 'y'), (74, 'φ', 'f'), (75, 'χ', 'ch'), (76, 'ψ', 'ps'), (77, 'ω', 'o'), (78, 'ا', 'a'),
  (79, 'ب', 'b'), (80, 'ت', 't'), (81, 'ث', 'th'), (82, 'ج', 'j'), (83, 'ح', 'h'), (84, 'خ', 'kh'), (85, 'د', 'd'),
  (86, 'ذ', 'dh'), (87, 'ر', 'r'), (88, 'ز', 'z'), (89, 'س', 's'), (90, 'ش', 'sh'), (91, 'ص', 's'), (92, 'ض', 'd'),
  (93, 'ط', 't'), (94, 'ظ', 'z'), (95, 'ع', 'a'), (96, 'غ', 'gh'), (97, 'ف', 'f'), (98, 'ق', 'q'), (99, 'ك', 'k'),
  (100, 'ل', 'l'), (101, 'م', 'm'), (102, 'ن', 'n'), (103, 'ه', 'h'), (104, 'و', 'w'), (105, 'ي', 'y'), (106, 'ى', 'a'),
  (107, 'ة', 'a'), (108, 'ء', ''), (109, 'پ', 'p'), (110, 'چ', 'ch'), (111, 'ژ', 'zh'), (112, 'گ', 'g'), (113, 'ک', 'k'),
  (114, 'ی', 'y'), (115, 'ڤ', 'v'), (116, 'ٱ', 'a'), (117, 'ł', 'l'), (118, 'ø', 'o'), (119, 'đ', 'd'), (120, 'ð', 'd'),
  (121, 'þ', 'th'), (122, 'ß', 'ss'), (123, 'æ', 'ae'), (124, 'œ', 'oe'), (125, 'ı', 'i'), (126, 'ħ', 'h'), (127, 'ŋ', 'ng'),
  (128, 'ə', 'a'), (129, 'ʻ', ''), (130, 'ʼ', '');
CREATE TEMP TABLE spelled AS
WITH RECURSIVE step (id, n, names) AS (
  SELECT id, 0, folded_names FROM case_file
  UNION ALL
  SELECT step.id, letter.n, replace(step.names, letter.written, letter.latin) FROM step JOIN letter ON letter.n = step.n + 1
)
SELECT id, names FROM step WHERE n = (SELECT max(n) FROM letter);
UPDATE case_file SET latin_names = (SELECT names FROM spelled WHERE spelled.id = case_file.id);
DROP TABLE spelled;
DROP TABLE letter;
