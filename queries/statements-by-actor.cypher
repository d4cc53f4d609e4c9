// What an actor said
// Statements of an actor, newest first; a country speaks through those who act for it.
//
// param actor: actor -- who speaks; a country takes in those who act for it
// param about: actor = null -- only what is about this one; a country takes in those who act for it
// param act: text = null -- only this act: say, announce, demand, deny, accuse, criticize, praise, threaten, offer, agree, ask, hope
// shared: statement
UNWIND $actor AS id
MATCH (s:Entity {id: id})-[:SAID]->(st)
WHERE ($act IS NULL OR st.act = $act)
  AND ($about IS NULL OR EXISTS { MATCH (st)-[:ABOUT]->(x:Entity) WHERE x.id IN $about })
// Dates are compared as text: `~` stands behind every digit, so that a year or month lasts until its end.
WITH s, st, st.seen AS seen
WITH s, st, seen, ($since IS NULL OR seen + '~' >= $since) AND ($until IS NULL OR seen <= $until) AS within
WHERE ($min_score IS NULL OR st.score >= $min_score) AND CASE WHEN $left_out
  THEN seen IS NULL OR ($dated AND st.date IS NULL AND within)
  ELSE within AND NOT ($dated AND st.date IS NULL) END
// tell
WITH s, st, seen
ORDER BY coalesce(seen, '') DESC, st.id
LIMIT coalesce($limit, 1000000)
MATCH (st)-[:IN]->(a:Article)
OPTIONAL MATCH (st)-[:ABOUT]->(o:Entity)
WITH s, st, a, seen, o ORDER BY o.name, o.id
WITH s, st, a, seen, collect(o.name) AS about
OPTIONAL MATCH (st)-[:VIA]->(v:Entity)
WITH s, st, a, seen, about, min(v.name) AS via
OPTIONAL MATCH (a)-[:PART_OF]->(p:Page)
WITH s, st, a, seen, about, via, min(p.path) AS page
RETURN seen AS date,
       CASE WHEN st.date IS NULL AND seen IS NOT NULL THEN '~' ELSE '' END AS mark,
       s.name AS speaker, st.act AS act, st.kind AS kind, st.text AS text, about, via,
       CASE WHEN NOT s.id IN $actor_self THEN s.name END AS through,
       a.title AS article, a.id AS article_id, page, a.publisher AS publisher, a.published_on AS published_on,
       a.url AS url,
       CASE WHEN st.date IS NOT NULL THEN 'text' WHEN seen IS NOT NULL THEN 'publication' ELSE 'none' END AS date_basis,
       st.score AS score, s.id AS speaker_id, st.id AS statement
ORDER BY coalesce(date, '') DESC, statement
