// Mawqif: Who went to a country or a place in it
:param country => 'سوريا';
MATCH (c:Country)
WHERE c.name = $country OR $country IN c.aliases
MATCH path = (who:Actor)-[r:VISITED]->(where:Entity)-[:LOCATED_IN]->{0,1}(c)
RETURN path
ORDER BY coalesce(r.seen_from, date('0001-01-01')) DESC, r.id
LIMIT 45;
