DROP TABLE agent_tools;

-- Agents point at each other, and dropping a table deletes its rows first.
UPDATE agents SET parent_agent_id = NULL;

DROP TABLE agents;
