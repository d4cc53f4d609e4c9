// Every report of a relation
// All sentences in which a relation stands, of every outlet, in order of its date and their publication.
// Give the claim's id (column claim of the other queries), or its ends and type.
//
// param claim: text = null -- id of one claim
// param subject: actor = null -- who does it; a country takes in those who act for it
// param object: actor = null -- to whom or where; a country takes in its places
// param type: relation = null -- only this type, e.g. VISITED
// column date: when it happened, as this claim dates it; the day of first publication where it is not told
// column mark: ~ where date is the day of publication, else empty
// column subject: who does it, as this report has it
// column type: the type of the relation
// column object: to whom or where, as this report has it
// column status: asserted, denied or planned
// column basis: narrated or claimed, in this report
// column claimants: who claims it in this report, by name
// column through: whose act or which place it is, when the one asked for is taken in only by rollup; else null
// column evidence: the sentence
// column start: where it begins in the article's text, in characters
// column end: where it ends
// column article: title of the article
// column article_id: its id
// column page: file where the article was found
// column publisher: outlet, null when unknown
// column published_on: day of publication, null when unknown
// column url: address, null when unknown
// column date_basis: text (the date is told), publication or none
// column by: the reader and rule that found it
// column score: how sure they are, 0 to 1
// column subject_id: id of the subject
// column object_id: id of the object
// column claim: id of the claim
// column id: id of this report
CALL () {
  UNWIND [$claim] AS id
  MATCH (c:Claim {id: id})
  RETURN c.id AS claim
  UNION ALL
  UNWIND CASE WHEN $claim IS NULL THEN $subject ELSE [] END AS id
  MATCH (s:Entity {id: id})-[r:VISITED|MET|AGREED_WITH|PARTY_TO|SUPPORTS|PRAISED|OFFERED|URGED|DEMANDED_WITHDRAWAL|REJECTED|ACCUSED|CRITICIZED|THREATENED|SANCTIONED|ATTACKED|DETAINED|DISPLACED|DEPLOYED_IN|HOLDS_POSITION|AFFILIATED_WITH]-(o:Entity)
  WHERE ($object IS NULL OR o.id IN $object) AND (startNode(r).id = id OR type(r) IN ['MET', 'AGREED_WITH'])
  RETURN r.id AS claim
  UNION ALL
  UNWIND CASE WHEN $claim IS NULL AND $subject IS NULL THEN $object ELSE [] END AS id
  MATCH (o:Entity {id: id})-[r:VISITED|MET|AGREED_WITH|PARTY_TO|SUPPORTS|PRAISED|OFFERED|URGED|DEMANDED_WITHDRAWAL|REJECTED|ACCUSED|CRITICIZED|THREATENED|SANCTIONED|ATTACKED|DETAINED|DISPLACED|DEPLOYED_IN|HOLDS_POSITION|AFFILIATED_WITH]-(s:Entity)
  WHERE endNode(r).id = id OR type(r) IN ['MET', 'AGREED_WITH']
  RETURN r.id AS claim
  UNION ALL
  UNWIND CASE WHEN $claim IS NULL AND $subject IS NULL AND $object IS NULL THEN [true] ELSE [] END AS everyone
  MATCH (c:Claim)
  RETURN c.id AS claim
}
WITH DISTINCT claim
MATCH (c:Claim {id: claim})
WHERE ($type IS NULL OR c.type = $type)
  AND ($status IS NULL OR c.status = $status)
WITH c, ($since IS NULL OR c.seen_to >= date($since)) AND ($until IS NULL OR c.seen_from <= date($until)) AS within
WHERE CASE WHEN $left_out
  THEN c.seen_from IS NULL OR ($dated AND c.date IS NULL AND within)
  ELSE within AND NOT ($dated AND c.date IS NULL) END
MATCH (e:Evidence)-[:OF]->(c)
WHERE ($basis IS NULL OR CASE WHEN e.claimed_by IS NULL THEN 'narrated' ELSE 'claimed' END IN $basis)
  AND ($min_score IS NULL OR e.score >= $min_score)
MATCH (e)-[:IN]->(a:Article)
// tell
WITH c, e, a
ORDER BY coalesce(toString(c.seen_from), '9999'), c.id, coalesce(a.published_on, '9999'), a.id, e.start, e.id
LIMIT coalesce($limit, 1000000)
MATCH (s:Entity {id: coalesce(e.subject, c.subject)})
MATCH (o:Entity {id: coalesce(e.object, c.object)})
OPTIONAL MATCH (w:Entity {id: coalesce(e.claimed_by, '')})
OPTIONAL MATCH (a)-[:PART_OF]->(p:Page)
WITH c, e, a, s, o, w, min(p.path) AS page
RETURN coalesce(c.date, toString(c.seen_from)) AS date,
       CASE c.date_basis WHEN 'publication' THEN '~' ELSE '' END AS mark,
       s.name AS subject, c.type AS type, o.name AS object, c.status AS status,
       CASE WHEN e.claimed_by IS NULL THEN 'narrated' ELSE 'claimed' END AS basis,
       [name IN [w.name] WHERE name IS NOT NULL] AS claimants,
       CASE WHEN $subject IS NOT NULL AND NOT (s.id IN $subject_self OR o.id IN $subject_self)
            THEN CASE WHEN s.id IN $subject THEN s.name ELSE o.name END
            WHEN $object IS NOT NULL AND NOT (s.id IN $object_self OR o.id IN $object_self)
            THEN CASE WHEN o.id IN $object THEN o.name ELSE s.name END END AS through,
       e.text AS evidence, e.start AS start, e.end AS end, a.title AS article, a.id AS article_id, page,
       a.publisher AS publisher, a.published_on AS published_on, a.url AS url, c.date_basis AS date_basis,
       e.by AS by, e.score AS score, s.id AS subject_id, o.id AS object_id, c.id AS claim, e.id AS id
ORDER BY coalesce(toString(c.seen_from), '9999'), claim, coalesce(published_on, '9999'), article_id, start, id
