// Who met whom how often
// Pairs of actors by the number of their meetings that took place or were claimed, most first, with the sentence of the last one.
//
// param actor: actor = null -- only pairs with this one; a country takes in those who act for it
// param least: int = 1 -- only pairs with at least so many meetings
// column actor: one of the two
// column other: the other
// column meetings: number of meetings, coarser datings counted into finer ones
// column reports: number of articles that report them, coarser datings left out
// column first: day of the first, as seen; null when none is dated
// column last: day of the last
// column date: when the last was, as precise as it is told
// column mark: ~ where date is the day of publication, else empty
// column status: status of the last
// column basis: narrated, claimed or both, of the last
// column claimants: who claims the last, by name
// column through: whose meetings they are, when the one asked for is taken in only by rollup; else null
// column evidence: the sentence that tells the last
// column article: title of its article
// column article_id: its id
// column page: file where it was found
// column publisher: its outlet, null when unknown
// column date_basis: text (the date is told), publication or none
// column actor_id: id of the one
// column other_id: id of the other
// column claim: id of the last claim
CALL () {
  UNWIND $actor AS id
  MATCH (s:Entity {id: id})-[r:MET]-(o:Entity)
  WHERE NOT (o.id IN $actor AND o.id < s.id)
  RETURN s, r, o
  UNION ALL
  UNWIND CASE WHEN $actor IS NULL THEN [true] ELSE [] END AS everyone
  MATCH (s:Entity)-[r:MET]->(o:Entity)
  RETURN s, r, o
}
WITH s, r, o
WHERE CASE WHEN $status IS NULL THEN r.status = 'asserted' ELSE r.status = $status END
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
WITH s, r, o ORDER BY coalesce(toString(r.seen_from), ''), r.id
WITH s, o, collect(r) AS all, count(r) AS meetings, sum(r.reports) AS reports,
     min(toString(r.seen_from)) AS first_seen, max(toString(r.seen_to)) AS last_seen
WHERE meetings >= $least
// tell
WITH s, o, all[-1].id AS latest, meetings, reports, first_seen, last_seen
ORDER BY meetings DESC, reports DESC, s.id, o.id
LIMIT coalesce($limit, 1000000)
MATCH (c:Claim {id: latest})
OPTIONAL MATCH (c)<-[:OF]-(e:Evidence)
OPTIONAL MATCH (e)-[:IN]->(a:Article)
OPTIONAL MATCH (a)-[:PART_OF]->(p:Page)
WITH s, o, c, meetings, reports, first_seen, last_seen, e, a, min(p.path) AS page
ORDER BY coalesce(a.published_on, '9999'), a.id, e.start
WITH s, o, c, meetings, reports, first_seen, last_seen, collect({text: e.text, article: a, page: page})[0] AS told
UNWIND CASE WHEN coalesce(size(c.claimants), 0) = 0 THEN [''] ELSE c.claimants END AS claimant
OPTIONAL MATCH (w:Entity {id: claimant})
WITH s, o, c, meetings, reports, first_seen, last_seen, told, w ORDER BY w.name, w.id
WITH s, o, c, meetings, reports, first_seen, last_seen, told, collect(w.name) AS told_by
RETURN s.name AS actor, o.name AS other, meetings, reports, first_seen AS first, last_seen AS last,
       coalesce(c.date, toString(c.seen_from)) AS date,
       CASE c.date_basis WHEN 'publication' THEN '~' ELSE '' END AS mark,
       c.status AS status, c.basis AS basis, told_by AS claimants,
       CASE WHEN $actor IS NOT NULL AND NOT s.id IN $actor_self THEN s.name END AS through,
       told.text AS evidence, told.article.title AS article, told.article.id AS article_id, told.page AS page,
       told.article.publisher AS publisher, c.date_basis AS date_basis, s.id AS actor_id, o.id AS other_id, c.id AS claim
ORDER BY meetings DESC, reports DESC, actor_id, other_id
