// What is asserted and denied
// The same relation told as fact or claimed by one, and denied by another, within some days of each other; newest denial first.
//
// param subject: actor = null -- who does it, or does not; a country takes in those who act for it
// param object: actor = null -- to whom or where; a country takes in its places
// param type: relation = null -- only this type, e.g. DEPLOYED_IN
// param within: int = 31 -- days that the two may lie apart
// column date: when the denied is dated, as precise as it is told; the day of publication where it is not told
// column mark: ~ where date is the day of publication, else empty
// column subject: who does it, or does not
// column type: the type of the relation
// column object: to whom or where
// column status: denied
// column basis: narrated, claimed or both, of the denial
// column claimants: who denies, by name
// column through: whose act or which place it is, when the one asked for is taken in only by rollup; else null
// column evidence: the sentence that denies
// column article: title of its article
// column article_id: its id
// column page: file where it was found
// column publisher: its outlet, null when unknown
// column date_basis: text, publication or none
// column asserted_date: when the asserted is dated, or its day of publication
// column asserted_mark: ~ where that is the day of publication, else empty
// column asserted_basis: narrated, claimed or both, of the assertion
// column asserted_claimants: who claims it, by name
// column asserted_evidence: the sentence that asserts
// column asserted_article: title of its article
// column asserted_article_id: its id
// column asserted_page: file where it was found
// column asserted_publisher: its outlet, null when unknown
// column score: how sure the readers are of the denial, 0 to 1
// column subject_id: id of the subject
// column object_id: id of the object
// column claim: id of the denied claim
// column asserted_claim: id of the asserted one
MATCH (d:Claim {status: 'denied'})
WHERE ($type IS NULL OR d.type = $type)
  AND ($subject IS NULL OR d.subject IN $subject OR (d.type IN ['MET', 'AGREED_WITH'] AND d.object IN $subject))
  AND ($object IS NULL OR d.object IN $object OR (d.type IN ['MET', 'AGREED_WITH'] AND d.subject IN $object))
  AND ($basis IS NULL OR d.basis IN $basis)
  AND ($min_score IS NULL OR d.score >= $min_score)
WITH d, ($since IS NULL OR d.seen_to >= date($since)) AND ($until IS NULL OR d.seen_from <= date($until)) AS inside
WHERE CASE WHEN $left_out
  THEN d.seen_from IS NULL OR ($dated AND d.date IS NULL AND inside)
  ELSE inside AND NOT ($dated AND d.date IS NULL) END
// In the order in which they are told, so that a limit ends the search.
WITH d, coalesce(toString(d.seen_from), '') AS seen ORDER BY seen DESC, d.id
MATCH (t:Claim {subject: d.subject, object: d.object, type: d.type, status: 'asserted'})
WHERE coalesce(t.title, '') = coalesce(d.title, '')
  AND coalesce(duration.inDays(t.seen_to, d.seen_from).days <= $within, true)
  AND coalesce(duration.inDays(d.seen_to, t.seen_from).days <= $within, true)
// tell
WITH d, t, seen
ORDER BY seen DESC, d.id, t.id
LIMIT coalesce($limit, 1000000)
MATCH (s:Entity {id: d.subject})
MATCH (o:Entity {id: d.object})
OPTIONAL MATCH (d)<-[:OF]-(e:Evidence)
OPTIONAL MATCH (e)-[:IN]->(a:Article)
OPTIONAL MATCH (a)-[:PART_OF]->(p:Page)
WITH d, t, s, o, e, a, min(p.path) AS page
ORDER BY coalesce(a.published_on, '9999'), a.id, e.start
WITH d, t, s, o, collect({text: e.text, article: a, page: page})[0] AS denial
UNWIND CASE WHEN coalesce(size(d.claimants), 0) = 0 THEN [''] ELSE d.claimants END AS claimant
OPTIONAL MATCH (w:Entity {id: claimant})
WITH d, t, s, o, denial, w ORDER BY w.name, w.id
WITH d, t, s, o, denial, collect(w.name) AS denial_by
OPTIONAL MATCH (t)<-[:OF]-(e:Evidence)
OPTIONAL MATCH (e)-[:IN]->(a:Article)
OPTIONAL MATCH (a)-[:PART_OF]->(p:Page)
WITH d, t, s, o, denial, denial_by, e, a, min(p.path) AS page
ORDER BY coalesce(a.published_on, '9999'), a.id, e.start
WITH d, t, s, o, denial, denial_by, collect({text: e.text, article: a, page: page})[0] AS claimed
UNWIND CASE WHEN coalesce(size(t.claimants), 0) = 0 THEN [''] ELSE t.claimants END AS claimant
OPTIONAL MATCH (w:Entity {id: claimant})
WITH d, t, s, o, denial, denial_by, claimed, w ORDER BY w.name, w.id
WITH d, t, s, o, denial, denial_by, claimed, collect(w.name) AS claimed_by
RETURN coalesce(d.date, toString(d.seen_from)) AS date,
       CASE d.date_basis WHEN 'publication' THEN '~' ELSE '' END AS mark,
       s.name AS subject, d.type AS type, o.name AS object, d.status AS status, d.basis AS basis,
       denial_by AS claimants,
       CASE WHEN $subject IS NOT NULL AND NOT (s.id IN $subject_self OR o.id IN $subject_self)
            THEN CASE WHEN s.id IN $subject THEN s.name ELSE o.name END
            WHEN $object IS NOT NULL AND NOT (s.id IN $object_self OR o.id IN $object_self)
            THEN CASE WHEN o.id IN $object THEN o.name ELSE s.name END END AS through,
       denial.text AS evidence, denial.article.title AS article, denial.article.id AS article_id,
       denial.page AS page, denial.article.publisher AS publisher, d.date_basis AS date_basis,
       coalesce(t.date, toString(t.seen_from)) AS asserted_date,
       CASE t.date_basis WHEN 'publication' THEN '~' ELSE '' END AS asserted_mark,
       t.basis AS asserted_basis, claimed_by AS asserted_claimants, claimed.text AS asserted_evidence,
       claimed.article.title AS asserted_article, claimed.article.id AS asserted_article_id,
       claimed.page AS asserted_page, claimed.article.publisher AS asserted_publisher,
       d.score AS score, s.id AS subject_id, o.id AS object_id, d.id AS claim, t.id AS asserted_claim
ORDER BY coalesce(toString(d.seen_from), '') DESC, claim, asserted_claim
