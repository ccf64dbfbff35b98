-- What OCR had read where its words were mended ("l8-NQ/TW" for "18-NQ/TW"), joined with "; ";
-- NULL where nothing was mended and for other text. Documents stored before have NULL.
ALTER TABLE citations ADD COLUMN read_as TEXT;
ALTER TABLE dates ADD COLUMN read_as TEXT;
ALTER TABLE quantities ADD COLUMN read_as TEXT;
