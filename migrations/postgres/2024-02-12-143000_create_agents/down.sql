DROP TABLE agent_tools;

DROP TABLE agents;

DROP TYPE model_provider;

DROP TYPE agent_status;
