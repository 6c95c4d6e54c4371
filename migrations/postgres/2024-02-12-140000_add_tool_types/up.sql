ALTER TYPE tool_type ADD VALUE 'vector_store' BEFORE 'custom';

ALTER TYPE tool_type ADD VALUE 'webhook' BEFORE 'custom';

ALTER TYPE tool_type ADD VALUE 'spreadsheet' BEFORE 'custom';

ALTER TYPE tool_type ADD VALUE 'payment' BEFORE 'custom';
