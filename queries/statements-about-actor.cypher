// What is said about an actor
// Statements about an actor, newest first; what is said about those who act for a country is said about it.
//
// param actor: actor -- whom it is about; a country takes in those who act for it
// param speaker: actor = null -- only what this one said; a country takes in those who act for it
// param act: text = null -- only this act: say, announce, demand, deny, accuse, criticize, praise, threaten, offer, agree, ask, hope
// shared: statement
UNWIND $actor AS id
MATCH (:Entity {id: id})<-[:ABOUT]-(st)
WITH DISTINCT st
WHERE ($act IS NULL OR st.act = $act)
  AND ($speaker IS NULL OR EXISTS { MATCH (st)<-[:SAID]-(s:Entity) WHERE s.id IN $speaker })
WITH st, st.seen AS seen
// Dates are compared as text: `~` stands behind every digit, so that a year or month lasts until its end.
WITH st, seen, ($since IS NULL OR seen + '~' >= $since) AND ($until IS NULL OR seen <= $until) AS within
WHERE ($min_score IS NULL OR st.score >= $min_score) AND CASE WHEN $left_out
  THEN seen IS NULL OR ($dated AND st.date IS NULL AND within)
  ELSE within AND NOT ($dated AND st.date IS NULL) END
// tell
WITH st, seen
ORDER BY coalesce(seen, '') DESC, st.id
LIMIT coalesce($limit, 1000000)
MATCH (st)-[:IN]->(a:Article)
MATCH (st)<-[:SAID]-(s:Entity)
MATCH (st)-[:ABOUT]->(t:Entity)
WHERE t.id IN $actor
WITH s, st, a, seen, t ORDER BY CASE WHEN t.id IN $actor_self THEN 0 ELSE 1 END, t.name, t.id
WITH s, st, a, seen, collect(t)[0] AS t
OPTIONAL MATCH (st)-[:ABOUT]->(o:Entity)
WITH s, st, a, t, seen, o ORDER BY o.name, o.id
WITH s, st, a, t, seen, collect(o.name) AS about
OPTIONAL MATCH (st)-[:VIA]->(v:Entity)
WITH s, st, a, t, seen, about, min(v.name) AS via
OPTIONAL MATCH (a)-[:PART_OF]->(p:Page)
WITH s, st, a, t, seen, about, via, min(p.path) AS page
RETURN seen AS date,
       CASE WHEN st.date IS NULL AND seen IS NOT NULL THEN '~' ELSE '' END AS mark,
       s.name AS speaker, st.act AS act, st.kind AS kind, st.text AS text, about, via,
       CASE WHEN NOT t.id IN $actor_self THEN t.name END AS through,
       a.title AS article, a.id AS article_id, page, a.publisher AS publisher, a.published_on AS published_on,
       a.url AS url,
       CASE WHEN st.date IS NOT NULL THEN 'text' WHEN seen IS NOT NULL THEN 'publication' ELSE 'none' END AS date_basis,
       st.score AS score, s.id AS speaker_id, st.id AS statement
ORDER BY coalesce(date, '') DESC, statement
