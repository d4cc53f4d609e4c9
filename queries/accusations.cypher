// Who accused whom
// Accusations of a wrong, newest first.
//
// param subject: actor = null -- the accuser; a country takes in those who act for it
// param object: actor = null -- the accused
// shared: claim
// hub: ACCUSED one way
CALL () {
  UNWIND $subject AS id
  MATCH (s:Entity {id: id})-[r:ACCUSED]->(o:Entity)
  WHERE $object IS NULL OR o.id IN $object
  RETURN s, r, o
  UNION ALL
  UNWIND CASE WHEN $subject IS NULL THEN $object ELSE [] END AS id
  MATCH (o:Entity {id: id})<-[r:ACCUSED]-(s:Entity)
  RETURN s, r, o
  UNION ALL
  UNWIND CASE WHEN $subject IS NULL AND $object IS NULL THEN [true] ELSE [] END AS everyone
  MATCH (s:Entity)-[r:ACCUSED]->(o:Entity)
  RETURN s, r, o
}
WITH s, r, o, ($since IS NULL OR r.seen_to >= date($since)) AND ($until IS NULL OR r.seen_from <= date($until)) AS within
WHERE ($status IS NULL OR r.status = $status)
  AND ($basis IS NULL OR r.basis IN $basis)
  AND ($min_score IS NULL OR r.score >= $min_score)
  AND CASE WHEN $left_out
    THEN r.seen_from IS NULL OR ($dated AND r.date IS NULL AND within)
    ELSE within AND NOT ($dated AND r.date IS NULL) END
  // A coarser dating of the same is counted into the one finer that it contains.
  AND (r.date IS NULL OR size(r.date) >= 10 OR NOT EXISTS {
    MATCH (k:Claim {id: r.id})
    MATCH (f:Claim {subject: k.subject, object: k.object, type: k.type, status: k.status})
    WHERE f.date STARTS WITH k.date + '-' AND coalesce(split(f.title, ' ')[0], '') = coalesce(split(k.title, ' ')[0], '')
      AND ($basis IS NULL OR f.basis IN $basis) AND ($min_score IS NULL OR f.score >= $min_score)
      AND NOT EXISTS {
        MATCH (x:Claim {subject: k.subject, object: k.object, type: k.type, status: k.status})
        WHERE x.date STARTS WITH k.date + '-' AND NOT f.date STARTS WITH x.date
          AND coalesce(split(x.title, ' ')[0], '') = coalesce(split(k.title, ' ')[0], '')
          AND ($basis IS NULL OR x.basis IN $basis) AND ($min_score IS NULL OR x.score >= $min_score)
      }
  })
// tell
WITH s, r, o
ORDER BY coalesce(toString(r.seen_from), '') DESC, s.id, o.id, r.id
LIMIT coalesce($limit, 1000000)
MATCH (c:Claim {id: r.id})
OPTIONAL MATCH (k:Claim {subject: c.subject, object: c.object, type: c.type, status: c.status})
WHERE k.date IN [left(c.date, 4), left(c.date, 7)] AND k.id <> c.id
  AND coalesce(split(k.title, ' ')[0], '') = coalesce(split(c.title, ' ')[0], '')
  AND ($basis IS NULL OR k.basis IN $basis) AND ($min_score IS NULL OR k.score >= $min_score)
  AND NOT EXISTS {
    MATCH (x:Claim {subject: c.subject, object: c.object, type: c.type, status: c.status})
    WHERE x.date STARTS WITH k.date + '-' AND NOT c.date STARTS WITH x.date
      AND coalesce(split(x.title, ' ')[0], '') = coalesce(split(c.title, ' ')[0], '')
      AND ($basis IS NULL OR x.basis IN $basis) AND ($min_score IS NULL OR x.score >= $min_score)
  }
WITH s, o, c, collect(k) AS coarser
WITH s, o, c, reduce(n = c.reports, k IN coarser | n + k.reports) AS reports,
     reduce(n = c.told, k IN coarser | n + k.told) AS narrated,
     reduce(all = c.claimants, k IN coarser | all + k.claimants) AS claimants
UNWIND CASE WHEN size(claimants) = 0 THEN [''] ELSE claimants END AS claimant
OPTIONAL MATCH (w:Entity {id: claimant})
WITH s, o, c, reports, narrated, w ORDER BY w.name, w.id
WITH s, o, c, reports, narrated, collect(DISTINCT w.name) AS claimants
OPTIONAL MATCH (c)<-[:OF]-(e:Evidence)-[:IN]->(a:Article)
WITH s, o, c, reports, narrated, claimants, e, a ORDER BY coalesce(a.published_on, '9999'), a.id, e.start
WITH s, o, c, reports, narrated, claimants, collect(e.text)[0] AS evidence, collect(a)[0] AS a
OPTIONAL MATCH (a)-[:PART_OF]->(p:Page)
WITH s, o, c, reports, narrated, claimants, evidence, a, min(p.path) AS page
RETURN coalesce(c.date, toString(c.seen_from)) AS date,
       CASE c.date_basis WHEN 'publication' THEN '~' ELSE '' END AS mark,
       s.name AS subject, c.type AS type, o.name AS object,
       c.status AS status,
       CASE WHEN size(claimants) = 0 THEN 'narrated' WHEN narrated = 0 THEN 'claimed' ELSE 'both' END AS basis,
       claimants,
       CASE WHEN $subject IS NOT NULL AND NOT s.id IN $subject_self THEN s.name
            WHEN $object IS NOT NULL AND NOT o.id IN $object_self THEN o.name END AS through,
       evidence, a.title AS article, a.id AS article_id, page,
       a.publisher AS publisher, a.published_on AS published_on, a.url AS url,
       c.date_basis AS date_basis, reports, c.score AS score, s.id AS subject_id, o.id AS object_id, c.id AS claim
ORDER BY coalesce(toString(c.seen_from), '') DESC, subject_id, object_id, claim
