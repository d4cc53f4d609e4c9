// All that is known of an actor, in order of time
// Relations of an actor and statements by it, oldest first; what has no date comes last.
//
// param actor: actor -- the actor; a country takes in those who act for it
// column date: when, as precise as it is told; the day of publication where it is not told
// column mark: ~ where date is the day of publication, else empty
// column what: relation or statement
// column subject: who does or says it
// column type: type of the relation, or act of the statement
// column object: to whom or where; of a statement, whom it is about (several by commas)
// column status: asserted, denied or planned; null of a statement
// column basis: narrated, claimed or both; null of a statement
// column claimants: who claims it, by name; empty of a statement
// column through: whose it is, when the one asked for is taken in only by rollup; else null
// column evidence: the sentence it stands in, or the words said
// column article: title of the article that first has it
// column article_id: its id
// column page: file where that article was found
// column publisher: its outlet, null when unknown
// column date_basis: text (the date is told), publication or none
// column score: how sure the readers are, 0 to 1
// column subject_id: id of the subject
// column object_id: id of the object; null of a statement
// column id: id of the claim or statement
// hub: relations timeline
CALL () {
  UNWIND $actor AS id
  MATCH (:Entity {id: id})-[r:VISITED|MET|AGREED_WITH|PARTY_TO|SUPPORTS|PRAISED|OFFERED|URGED|DEMANDED_WITHDRAWAL|REJECTED|ACCUSED|CRITICIZED|THREATENED|SANCTIONED|ATTACKED|DETAINED|DISPLACED|DEPLOYED_IN|HOLDS_POSITION|AFFILIATED_WITH]-(:Entity)
  WITH DISTINCT r
  WITH startNode(r) AS s, r, endNode(r) AS o
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
  RETURN r.id AS id, 'relation' AS what, toString(r.seen_from) AS seen, s, o
  UNION ALL
  WITH $actor AS ids
  WHERE $status IS NULL AND $basis IS NULL
  UNWIND ids AS id
  MATCH (s:Entity {id: id})-[:SAID]->(st)
  // Dates are compared as text: `~` stands behind every digit, so that a year or month lasts until its end.
  WITH s, st, st.seen AS seen
  WITH s, st, seen, ($since IS NULL OR seen + '~' >= $since) AND ($until IS NULL OR seen <= $until) AS within
  WHERE ($min_score IS NULL OR st.score >= $min_score) AND CASE WHEN $left_out
    THEN seen IS NULL OR ($dated AND st.date IS NULL AND within)
    ELSE within AND NOT ($dated AND st.date IS NULL) END
  RETURN st.id AS id, 'statement' AS what, seen, s, null AS o
}
// tell
WITH id, what, seen, s, o
ORDER BY coalesce(seen, '9999'), what, id
LIMIT coalesce($limit, 1000000)
OPTIONAL MATCH (c:Claim {id: CASE what WHEN 'relation' THEN id ELSE '' END})
OPTIONAL MATCH (st:Statement {id: CASE what WHEN 'statement' THEN id ELSE '' END})
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
WITH id, what, seen, s, o, c, st, collect(k) AS coarser
WITH id, what, seen, s, o, c, st, reduce(n = c.told, k IN coarser | n + k.told) AS narrated,
     reduce(all = coalesce(c.claimants, []), k IN coarser | all + k.claimants) AS claimants
UNWIND CASE WHEN size(claimants) = 0 THEN [''] ELSE claimants END AS claimant
OPTIONAL MATCH (w:Entity {id: claimant})
WITH id, what, seen, s, o, c, st, narrated, w ORDER BY w.name, w.id
WITH id, what, seen, s, o, c, st, narrated, collect(DISTINCT w.name) AS claimants
CALL (c, st) {
  OPTIONAL MATCH (c)<-[:OF]-(e:Evidence)
  WITH coalesce(e, st) AS source
  OPTIONAL MATCH (source)-[:IN]->(a:Article)
  RETURN source, a ORDER BY coalesce(a.published_on, '9999'), a.id, source.start LIMIT 1
}
WITH id, what, seen, s, o, c, st, narrated, claimants, source.text AS evidence, a
OPTIONAL MATCH (a)-[:PART_OF]->(p:Page)
WITH id, what, seen, s, o, c, st, narrated, claimants, evidence, a, min(p.path) AS page
OPTIONAL MATCH (st)-[:ABOUT]->(about:Entity)
WITH id, what, seen, s, o, c, st, narrated, claimants, evidence, a, page, about ORDER BY about.name, about.id
WITH id, what, seen, s, o, c, st, narrated, claimants, evidence, a, page, collect(about.name) AS about
RETURN coalesce(c.date, st.date, seen) AS date,
       CASE WHEN seen IS NOT NULL AND coalesce(c.date, st.date) IS NULL THEN '~' ELSE '' END AS mark,
       what, s.name AS subject, coalesce(c.type, st.act) AS type,
       coalesce(o.name, reduce(all = head(about), n IN tail(about) | all + '، ' + n)) AS object,
       c.status AS status,
       CASE WHEN c IS NULL THEN null WHEN size(claimants) = 0 THEN 'narrated' WHEN narrated = 0 THEN 'claimed'
            ELSE 'both' END AS basis,
       claimants,
       CASE WHEN s.id IN $actor_self OR o.id IN $actor_self THEN null WHEN s.id IN $actor THEN s.name ELSE o.name END AS through,
       evidence, a.title AS article, a.id AS article_id, page, a.publisher AS publisher,
       CASE WHEN coalesce(c.date, st.date) IS NOT NULL THEN 'text' WHEN seen IS NOT NULL THEN 'publication' ELSE 'none' END AS date_basis,
       coalesce(c.score, st.score) AS score, s.id AS subject_id, o.id AS object_id, id
ORDER BY coalesce(seen, '9999'), what, id
