-- The index follows its text by itself, so that no index row outlives its record.
CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
  INSERT INTO search_index (rowid, folded) VALUES (NEW.id, NEW.folded);
END;
CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN
  INSERT INTO search_index (search_index, rowid, folded) VALUES ('delete', OLD.id, OLD.folded);
END;
CREATE TRIGGER search_text_changed AFTER UPDATE OF folded ON search_text BEGIN
  INSERT INTO search_index (search_index, rowid, folded) VALUES ('delete', OLD.id, OLD.folded);
  INSERT INTO search_index (rowid, folded) VALUES (NEW.id, NEW.folded);
END;
