// Who met whom
// Meetings, talks, receptions and telephone calls, newest first. A meeting has no direction: who is asked for stands first.
//
// param subject: actor = null -- one side; a country takes in those who act for it
// param object: actor = null -- the other side; a country takes in those who act for it
// shared: claim
CALL () {
  UNWIND $subject AS id
  MATCH (s:Entity {id: id})-[r:MET]-(o:Entity)
  WHERE ($object IS NULL OR o.id IN $object) AND NOT (o.id IN $subject AND o.id < s.id)
  RETURN s, r, o
  UNION ALL
  UNWIND CASE WHEN $subject IS NULL THEN $object ELSE [] END AS id
  MATCH (o:Entity {id: id})-[r:MET]-(s:Entity)
  WHERE NOT (s.id IN $object AND o.id < s.id)
  RETURN s, r, o
  UNION ALL
  UNWIND CASE WHEN $subject IS NULL AND $object IS NULL THEN [true] ELSE [] END AS everyone
  MATCH (s:Entity)-[r:MET]->(o:Entity)
  RETURN s, r, o
}
WITH s, r, o
WHERE ($status IS NULL OR r.status = $status)
  AND ($basis IS NULL OR r.basis IN $basis)
  AND ($min_score IS NULL OR r.score >= $min_score)
// A coarser dating of the same is counted into the one finer that it contains.
WITH s, o, type(r) AS type, r.status AS status, split(r.title, ' ')[0] AS office, collect(r) AS same, collect(DISTINCT r.date) AS dates
WITH s, o, same,
     [r IN same WHERE size(r.date) < 10 |
       {id: r.id, finer: [d IN dates WHERE d STARTS WITH r.date + '-' AND NONE(x IN dates WHERE x STARTS WITH d + '-')]}
     ] AS coarse
WITH s, o, same, [k IN coarse WHERE size(k.finer) = 1 | {id: k.id, into: k.finer[0]}] AS coarse
UNWIND same AS r
WITH s, r, o, [k IN coarse WHERE k.into = r.date | k.id] AS coarser, [k IN coarse | k.id] AS counted
WHERE NOT r.id IN counted
WITH s, r, o, coarser,
     ($since IS NULL OR r.seen_to >= date($since)) AND ($until IS NULL OR r.seen_from <= date($until)) AS within
WHERE CASE WHEN $left_out
  THEN r.seen_from IS NULL OR ($dated AND r.date IS NULL AND within)
  ELSE within AND NOT ($dated AND r.date IS NULL) END
// tell
WITH s, r, o, coarser
ORDER BY coalesce(toString(r.seen_from), '') DESC, s.id, o.id, r.id
LIMIT coalesce($limit, 1000000)
UNWIND [r.id] + coarser AS counted
MATCH (k:Claim {id: counted})
WITH s, o, r.id AS claim, sum(k.reports) AS reports, sum(k.told) AS narrated, collect(k.claimants) AS claimants
WITH s, o, claim, reports, narrated, reduce(all = [], some IN claimants | all + some) AS claimants
UNWIND CASE WHEN size(claimants) = 0 THEN [''] ELSE claimants END AS claimant
OPTIONAL MATCH (w:Entity {id: claimant})
WITH s, o, claim, reports, narrated, w ORDER BY w.name, w.id
WITH s, o, claim, reports, narrated, collect(DISTINCT w.name) AS claimants
MATCH (c:Claim {id: claim})
OPTIONAL MATCH (c)<-[:OF]-(e:Evidence)
OPTIONAL MATCH (e)-[:IN]->(a:Article)
WITH s, o, c, reports, narrated, claimants, e, a ORDER BY coalesce(a.published_on, '9999'), a.id, e.start
WITH s, o, c, reports, narrated, claimants, collect({text: e.text, article: a.id})[0] AS first
OPTIONAL MATCH (a:Article {id: coalesce(first.article, '')})
OPTIONAL MATCH (a)-[:PART_OF]->(p:Page)
WITH s, o, c, reports, narrated, claimants, first.text AS evidence, a, p ORDER BY p.path
WITH s, o, c, reports, narrated, claimants, evidence, collect({article: a, page: p.path})[0] AS source
RETURN coalesce(c.date, toString(c.seen_from)) AS date,
       CASE c.date_basis WHEN 'publication' THEN '~' ELSE '' END AS mark,
       s.name AS subject, c.type AS type, o.name AS object,
       c.status AS status,
       CASE WHEN size(claimants) = 0 THEN 'narrated' WHEN narrated = 0 THEN 'claimed' ELSE 'both' END AS basis,
       claimants,
       CASE WHEN $subject IS NOT NULL AND NOT s.id IN $subject_self THEN s.name
            WHEN $object IS NOT NULL AND NOT o.id IN $object_self THEN o.name END AS through,
       evidence, source.article.title AS article, source.article.id AS article_id, source.page AS page,
       source.article.publisher AS publisher, source.article.published_on AS published_on, source.article.url AS url,
       c.date_basis AS date_basis, reports, c.score AS score, s.id AS subject_id, o.id AS object_id, c.id AS claim
ORDER BY coalesce(toString(c.seen_from), '') DESC, subject_id, object_id, claim
