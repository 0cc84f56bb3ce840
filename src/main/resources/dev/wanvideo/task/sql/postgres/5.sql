-- A step is looked for by its task alone as well: one index serves both, and a claim writes one index less.
ALTER TABLE task_step DROP CONSTRAINT task_step_pkey;

ALTER TABLE task_step ADD PRIMARY KEY (task_instance, task_name);

DROP INDEX task_step_of;
