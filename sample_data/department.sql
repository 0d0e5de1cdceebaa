-- A department's coders in one view, by DuckDB (1.4 or newer; https://duckdb.org).
--
-- Each coder has a folder, whose name stands for the coder here, and in it what two commands write:
--
--     ceulog status --json > NAME/status.json
--     ceulog export NAME/log.jsonl                    (with --profile share: without names and numbers)
--
-- or, where you may have it, a copy of the logbook itself: NAME/logbook.json. Then, from the folder with these folders:
--
--     duckdb -c ".read sample_data/department.sql"
--
-- or from anywhere: duckdb -cmd "SET VARIABLE folder = '/path/to/coders'" -c ".read sample_data/department.sql"
--
-- What counts, and how far somebody is, is never worked out here: ceulog's own numbers are read. Each answer is a view
-- of the session, so that `FROM who_is_behind WHERE organization = 'AAPC'` can follow. FORMATS.md names all fields.
--
-- Files are read as bytes and taken apart then. read_json('*/log.jsonl') reads the lines too; but over a thousand whole
-- logbooks it takes several times as long, and one file that is damaged or missing would stop the answers for all.

SET VARIABLE folder = coalesce(getvariable('folder'), '.');

-- ---------------------------------------------------------------- progress: NAME/status.json

CREATE OR REPLACE TEMP TABLE progress AS
SELECT coder, as_of, unnest(standing) FROM (
    SELECT coder, it.on AS as_of, unnest(it.organizations) AS standing FROM (
        SELECT parse_path(filename)[-2] AS coder, from_json(TRY(decode(content)::JSON), '{
            "on": "DATE",
            "organizations": [{
                "code": "VARCHAR", "state": "VARCHAR", "complete": "BOOLEAN",
                "cycle": {"start": "DATE", "end": "DATE", "extension": "DATE", "days_left": "INTEGER"},
                "needed": "DECIMAL(9, 2)", "earned": "DECIMAL(9, 2)", "planned": "DECIMAL(9, 2)",
                "requirements": [{
                    "label": "VARCHAR", "required": "BOOLEAN", "met": "BOOLEAN",
                    "needed": "VARCHAR", "earned": "VARCHAR", "done": "VARCHAR"
                }],
                "credentials": [{"code": "VARCHAR", "requirements": [{
                    "label": "VARCHAR", "required": "BOOLEAN", "met": "BOOLEAN",
                    "needed": "VARCHAR", "earned": "VARCHAR", "done": "VARCHAR"
                }]}]
            }]
        }') AS it
        FROM read_blob(getvariable('folder') || '/*/status.json')
    )
);

-- Who is behind: whose pace falls short of the cycle's, and whose cycle is over and not complete. `missing` are CEUs of
-- the organization's pool, `planned` how many more will be earned by what is planned; `open` names every requirement
-- that is not met, a minimum inside the pool and a checkbox too, as "done of needed".
CREATE OR REPLACE TEMP VIEW who_is_behind AS
WITH requirement AS (
    SELECT coder, code, '' AS credential, unnest(requirements) AS it FROM progress
    UNION ALL
    SELECT coder, code, held.code, unnest(held.requirements)
    FROM (SELECT coder, code, unnest(credentials) AS held FROM progress)
), unmet AS (
    SELECT coder, code, string_agg(
        concat_ws(' ', nullif(credential, ''), it.label, coalesce(it.earned, it.done), 'of', it.needed), '; '
        ORDER BY credential, it.label
    ) AS open
    FROM requirement WHERE it.required AND NOT it.met GROUP BY coder, code
)
SELECT coder, code AS organization, state, coalesce(cycle.extension, cycle.end) AS due, cycle.days_left AS days_left,
    greatest(needed - earned, 0) AS missing, planned, open, as_of
FROM progress LEFT JOIN unmet USING (coder, code)
WHERE state IN ('behind', 'overdue')
ORDER BY days_left, missing DESC, coder, organization;

FROM who_is_behind;

-- ---------------------------------------------------------------- what counts: NAME/log.jsonl

CREATE OR REPLACE TEMP TABLE counted AS
SELECT coder, unnest(it) FROM (
    SELECT coder, from_json(TRY(line::JSON), '{
        "activity_id": "VARCHAR", "body": "VARCHAR", "credential": "VARCHAR", "cycle_start": "DATE",
        "cycle_end": "DATE", "date_completed": "DATE", "title": "VARCHAR", "sponsor": "VARCHAR",
        "activity_type": "VARCHAR", "ceus_applied": "DECIMAL(9, 2)", "counts": "VARCHAR", "reason_if_not": "VARCHAR",
        "missing_elements": "VARCHAR", "certificate_asked": "DATE", "status": "VARCHAR"
    }') AS it
    FROM (
        SELECT parse_path(filename)[-2] AS coder,
            unnest(string_split(coalesce(TRY(decode(content)), 'no text'), chr(10))) AS line
        FROM read_blob(getvariable('folder') || '/*/log.jsonl')
    )
    WHERE line <> ''
);

-- CEUs by month: what the bar of each credential took. They cannot be added up across the credentials of AAPC, whose
-- pool and minimums share their CEUs.
CREATE OR REPLACE TEMP VIEW ceus_by_month AS
SELECT date_trunc('month', date_completed)::DATE AS month, body AS organization, credential,
    sum(ceus_applied) AS ceus, count(DISTINCT coder) AS coders
FROM counted WHERE counts = 'Y' GROUP BY ALL ORDER BY ALL;

FROM ceus_by_month;

-- Missing certificates: entries that count and have no file that proves them.
CREATE OR REPLACE TEMP VIEW missing_certificates AS
SELECT coder, date_completed AS "date", title, sponsor, string_agg(DISTINCT body, ', ' ORDER BY body) AS organizations,
    max(cycle_end) AS cycle_end, max(certificate_asked) AS asked, activity_id
FROM counted WHERE counts = 'Y' AND list_contains(string_split(missing_elements, ';'), 'certificate')
GROUP BY coder, date_completed, title, sponsor, activity_id
ORDER BY coder, "date", activity_id;

FROM missing_certificates;

-- ---------------------------------------------------------------- what was logged: NAME/logbook.json
-- What was logged, whether it counts or not.

CREATE OR REPLACE TEMP TABLE logged AS
SELECT coder, unnest(entry) FROM (
    SELECT coder, from_json(unnest(map_values(it.activities)), '{
        "id": "VARCHAR", "date": "DATE", "title": "VARCHAR", "sponsor": "VARCHAR", "type": "VARCHAR",
        "status": "VARCHAR", "trashed": "DATE", "credits": "MAP(VARCHAR, DECIMAL(9, 2))",
        "certificates": [{"file": "VARCHAR", "kind": "VARCHAR"}]
    }') AS entry
    FROM (
        SELECT parse_path(filename)[-2] AS coder,
            from_json(TRY(decode(content)::JSON), '{"activities": "MAP(VARCHAR, JSON)"}') AS it
        FROM read_blob(getvariable('folder') || '/*/logbook.json')
    )
) WHERE entry.trashed IS NULL;

-- CEUs by month as they were granted, each entry once for each organization.
CREATE OR REPLACE TEMP VIEW logged_by_month AS
SELECT date_trunc('month', "date")::DATE AS month, credit.key AS organization,
    sum(credit.value) AS ceus, count(DISTINCT coder) AS coders
FROM (SELECT coder, "date", unnest(map_entries(credits)) AS credit FROM logged WHERE status IS DISTINCT FROM 'planned')
GROUP BY ALL ORDER BY ALL;

FROM logged_by_month;

-- Entries of any cycle without a file.
CREATE OR REPLACE TEMP VIEW logged_without_certificate AS
SELECT coder, "date", title, coalesce(sponsor, '') AS sponsor, id AS activity_id
FROM logged WHERE coalesce(len(certificates), 0) = 0 AND status IS DISTINCT FROM 'planned'
ORDER BY coder, "date", id;

FROM logged_without_certificate;

-- ---------------------------------------------------------------- what could not be seen

-- Whom the answers above do not know, or not wholly, and why: nobody is to take them for being on pace.
CREATE OR REPLACE TEMP VIEW not_in_view AS
WITH folder AS (
    SELECT parse_path(file)[-2] AS coder, parse_path(file)[-1] AS name FROM glob(getvariable('folder') || '/*/*')
)
SELECT DISTINCT coder, 'no progress in status.json' AS reason FROM folder
WHERE name IN ('status.json', 'log.jsonl', 'logbook.json') AND coder NOT IN (SELECT coder FROM progress)
UNION ALL
SELECT DISTINCT coder, 'a line of log.jsonl cannot be read' FROM counted WHERE activity_id IS NULL
UNION ALL
SELECT parse_path(filename)[-2], 'logbook.json cannot be read'
FROM read_blob(getvariable('folder') || '/*/logbook.json') WHERE TRY(decode(content)::JSON) IS NULL
ORDER BY ALL;

FROM not_in_view;
