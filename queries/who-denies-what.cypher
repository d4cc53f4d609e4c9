// Who denies what
// Denied relations with those who deny them, and statements of denial, newest first.
// A denial that an outlet tells of nobody in particular has no denier.
//
// param actor: actor = null -- who denies; a country takes in those who act for it
// column date: when, as precise as it is told; the day of publication where it is not told
// column mark: ~ where date is the day of publication, else empty
// column denier: who denies; null when the outlet names nobody
// column what: relation or statement
// column subject: who is said to do it; null of a statement
// column type: the type of the denied relation; null of a statement
// column object: to whom or where; of a statement, whom it is about (several by commas)
// column status: denied
// column basis: narrated, claimed or both; claimed of a statement
// column claimants: who denies, by name
// column through: who denies, when the one asked for is taken in only by rollup; else null
// column evidence: the sentence, or the words of denial
// column article: title of the article that first has it
// column article_id: its id
// column page: file where that article was found
// column publisher: its outlet, null when unknown
// column date_basis: text (the date is told), publication or none
// column score: how sure the readers are, 0 to 1
// column denier_id: id of the denier
// column subject_id: id of the subject; null of a statement
// column object_id: id of the object; null of a statement
// column id: id of the claim or statement
CALL () {
  MATCH (c:Claim {status: 'denied'})
  WHERE ($basis IS NULL OR c.basis IN $basis)
    AND ($min_score IS NULL OR c.score >= $min_score)
  WITH c, ($since IS NULL OR c.seen_to >= date($since)) AND ($until IS NULL OR c.seen_from <= date($until)) AS within
  WHERE CASE WHEN $left_out
    THEN c.seen_from IS NULL OR ($dated AND c.date IS NULL AND within)
    ELSE within AND NOT ($dated AND c.date IS NULL) END
  UNWIND CASE WHEN coalesce(size(c.claimants), 0) = 0 THEN [''] ELSE c.claimants END AS denier
  WITH c, denier
  WHERE $actor IS NULL OR denier IN $actor
  RETURN c.id AS id, 'relation' AS what, toString(c.seen_from) AS seen, denier
  UNION ALL
  MATCH (st:Statement {act: 'deny'})
  WHERE $basis IS NULL OR 'claimed' IN $basis
  MATCH (st)<-[:SAID]-(s:Entity)
  WHERE $actor IS NULL OR s.id IN $actor
  // Dates are compared as text: `~` stands behind every digit, so that a year or month lasts until its end.
  WITH s, st, st.seen AS seen
  WITH s, st, seen, ($since IS NULL OR seen + '~' >= $since) AND ($until IS NULL OR seen <= $until) AS within
  WHERE ($min_score IS NULL OR st.score >= $min_score) AND CASE WHEN $left_out
    THEN seen IS NULL OR ($dated AND st.date IS NULL AND within)
    ELSE within AND NOT ($dated AND st.date IS NULL) END
  RETURN st.id AS id, 'statement' AS what, seen, s.id AS denier
}
// tell
WITH id, what, seen, denier
ORDER BY coalesce(seen, '') DESC, what, id, denier
LIMIT coalesce($limit, 1000000)
OPTIONAL MATCH (w:Entity {id: denier})
OPTIONAL MATCH (c:Claim {id: id})
OPTIONAL MATCH (c)<-[:OF]-(e:Evidence)
OPTIONAL MATCH (st:Statement {id: id})
WITH id, what, seen, w, c, st, coalesce(e, st) AS source
OPTIONAL MATCH (source)-[:IN]->(a:Article)
OPTIONAL MATCH (a)-[:PART_OF]->(p:Page)
WITH id, what, seen, w, c, st, source, a, min(p.path) AS page
ORDER BY coalesce(a.published_on, '9999'), a.id, source.start
WITH id, what, seen, w, c, st, collect({text: source.text, article: a, page: page})[0] AS first
OPTIONAL MATCH (st)-[:ABOUT]->(about:Entity)
WITH id, what, seen, w, c, st, first, about ORDER BY about.name, about.id
WITH id, what, seen, w, c, st, first, collect(about.name) AS about
OPTIONAL MATCH (s:Entity {id: coalesce(c.subject, '')})
OPTIONAL MATCH (o:Entity {id: coalesce(c.object, '')})
RETURN coalesce(c.date, st.date, seen) AS date,
       CASE WHEN seen IS NOT NULL AND coalesce(c.date, st.date) IS NULL THEN '~' ELSE '' END AS mark,
       w.name AS denier, what, s.name AS subject, c.type AS type,
       coalesce(o.name, reduce(all = head(about), n IN tail(about) | all + '، ' + n)) AS object,
       'denied' AS status, coalesce(c.basis, 'claimed') AS basis, [n IN [w.name] WHERE n IS NOT NULL] AS claimants,
       CASE WHEN $actor IS NOT NULL AND NOT w.id IN $actor_self THEN w.name END AS through,
       first.text AS evidence, first.article.title AS article, first.article.id AS article_id, first.page AS page,
       first.article.publisher AS publisher,
       CASE WHEN coalesce(c.date, st.date) IS NOT NULL THEN 'text' WHEN seen IS NOT NULL THEN 'publication' ELSE 'none' END AS date_basis,
       coalesce(c.score, st.score) AS score, w.id AS denier_id, s.id AS subject_id, o.id AS object_id, id
ORDER BY coalesce(seen, '') DESC, what, id, coalesce(denier_id, '')
